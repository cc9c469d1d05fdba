"""A site is put where it is served: what others put there stays, what was withdrawn answers no more."""

from __future__ import annotations

import hashlib
import json
import os
import sys
from pathlib import Path

import pytest
from support import files_of, lay

from voorlichter.problems import InputError
from voorlichter.publish.online import Published, put_online
from voorlichter.publish.places.folder import Folder
from voorlichter.publish.port import Outgoing
from voorlichter.publish.shelf import Shelf, check_left_beside, find_shelf, open_shelf
from voorlichter.workspace import MANIFEST, Workspace

posix = pytest.mark.skipif(sys.platform == "win32", reason="other rights and links there")

THEIRS = {
    "web.config": "<xml/>",
    ".htaccess": "deny",
    "CNAME": "vp.example",
    ".well-known/security.txt": "Contact",
    "assets/theirs.css": "a{}",
}


def site(number: str, **more: str) -> dict[str, bytes]:
    """A small site as it was built, with its manifest."""
    files = {
        name: data.encode() for name, data in {"index.html": f"ring {number}", "assets/site.css": "b{}", **more}.items()
    }
    manifest = {
        "voorlichter": "0",
        "template": "t",
        "profile": number,
        "files": {name: hashlib.sha256(data).hexdigest() for name, data in files.items()},
    }
    return {**files, MANIFEST: json.dumps(manifest).encode()}


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    (tmp_path / "own").mkdir()
    return Workspace(tmp_path / "own", tmp_path / "defaults")


@pytest.fixture
def target(tmp_path: Path) -> Path:
    (tmp_path / "www").mkdir()
    return tmp_path / "www" / "vp"


@pytest.fixture
def shelf(workspace: Workspace, target: Path) -> Shelf:
    shelf = find_shelf(workspace, "zeester", Folder(target))
    open_shelf(workspace, shelf)
    return shelf


def publish_to_folder(files: dict[str, bytes], target: Path, shelf: Shelf) -> Published:
    return put_online(Outgoing("zeester", files, dict), Folder(target), shelf)


def text_of(folder: Path) -> dict[str, str]:
    return {name: data.decode() for name, data in files_of(folder).items()}


def plain(files: dict[str, bytes]) -> dict[str, str]:
    return {name: data.decode() for name, data in files.items()}


def test_what_was_replaced_stands_in_the_workspace_and_nothing_beside_the_site(target: Path, shelf: Shelf) -> None:
    for number in "1234":
        done = publish_to_folder(site(number), target, shelf)
    assert os.listdir(target.parent) == ["vp"]
    assert files_of(target) == site("4")
    assert [files_of(path) for path in shelf.versions()] == [site("2"), site("3")], "the last two, the oldest first"
    assert done == Published(True, kept=shelf.versions()[-1])


@posix
def test_what_is_kept_is_closed_to_everybody_else_and_to_git(target: Path, shelf: Shelf) -> None:
    for number in "12":
        publish_to_folder(site(number), target, shelf)
    assert shelf.folder.parent.stat().st_mode & 0o777 == 0o700
    assert (shelf.folder.parent / ".gitignore").read_text() == "*\n"


@posix
def test_what_is_being_made_is_closed_until_it_stands(
    target: Path, shelf: Shelf, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A web server serves what stands beside the site; it looks at the moment each file is written."""
    seen = set()
    real_open = os.open

    def watched(path: str, *words: int, dir_fd: int | None = None) -> int:
        for beside in target.parent.iterdir():
            seen.add((beside.name.startswith(".voorlichter-staging-"), beside.stat().st_mode & 0o077 == 0))
        return real_open(path, *words, dir_fd=dir_fd)

    publish_to_folder(site("1"), target, shelf)
    monkeypatch.setattr(os, "open", watched)
    publish_to_folder(site("2"), target, shelf)
    assert seen == {(True, True), (False, False)}


def test_what_the_manifest_does_not_list_is_carried_along_time_after_time(target: Path, shelf: Shelf) -> None:
    publish_to_folder(site("1", **{"gone.html": "old"}), target, shelf)
    lay(target, THEIRS)
    (target / "empty").mkdir()
    for number in "234":
        done = publish_to_folder(site(number), target, shelf)
        assert text_of(target) == {**plain(site(number)), **THEIRS}
        assert (target / "empty").is_dir()
        assert set(done.carried) == {*THEIRS, "empty"}
    assert [files_of(path) for path in shelf.versions()] == [site("2"), site("3")], "what is ours only"


@posix
def test_what_is_carried_keeps_its_rights_its_day_and_where_a_link_leads(
    target: Path, shelf: Shelf, tmp_path: Path
) -> None:
    lay(tmp_path, {"elsewhere/big.iso": "large"})
    publish_to_folder(site("1"), target, shelf)
    lay(target, {"private/web.config": "<xml/>"})
    (target / "linked").symlink_to(tmp_path / "elsewhere")
    (target / "broken").symlink_to("nowhere")
    (target / "private/web.config").chmod(0o640)
    (target / "private").chmod(0o750)
    os.utime(target / "private/web.config", (1, 1))
    publish_to_folder(site("2"), target, shelf)
    assert (target / "private/web.config").stat().st_mode & 0o777 == 0o640
    assert (target / "private/web.config").stat().st_mtime == 1
    assert (target / "private").stat().st_mode & 0o777 == 0o750
    assert (os.readlink(target / "linked"), os.readlink(target / "broken")) == (str(tmp_path / "elsewhere"), "nowhere")


@pytest.mark.parametrize(
    ("theirs", "ours"),
    [("new.html", "new.html"), ("en", "en/index.html"), ("new.html/theirs.txt", "new.html")],
    ids=["the same name", "a file where we need a folder", "a folder where we need a file"],
)
def test_a_file_of_others_with_a_name_we_need_is_named_and_nothing_changes(
    target: Path, shelf: Shelf, theirs: str, ours: str
) -> None:
    publish_to_folder(site("1"), target, shelf)
    lay(target, {theirs: "theirs", "web.config": "<xml/>"})
    before = files_of(target.parent)
    with pytest.raises(InputError) as refused:
        publish_to_folder(site("2", **{ours: "ours"}), target, shelf)
    assert [problem.mark.path for problem in refused.value.problems] == [target / theirs]
    assert files_of(target.parent) == before
    assert shelf.versions() == []


def test_a_folder_in_the_name_of_which_a_folder_of_ours_comes_is_shared(target: Path, shelf: Shelf) -> None:
    publish_to_folder(site("1"), target, shelf)
    lay(target, {"en/theirs.txt": "theirs"})
    (target / "media").mkdir()
    publish_to_folder(site("2", **{"en/index.html": "ours", "media/a.png": "ours"}), target, shelf)
    assert {"en/theirs.txt", "en/index.html", "media/a.png"} < set(files_of(target))


# What an earlier version of the program left beside the site


def test_a_previous_version_beside_the_site_is_named_until_it_is_taken_away(
    workspace: Workspace, target: Path, shelf: Shelf
) -> None:
    publish_to_folder(site("2"), target, shelf)
    lay(target.with_name("vp.previous"), {**site("1"), "web.config": "<xml/>"})
    (problem,) = check_left_beside(workspace)
    assert (problem.mark.path, problem.severity) == (target.with_name("vp.previous"), "warning")
    assert (
        f"voorlichter publish zeester {target}" in problem.fix.en
        and f"voorlichter publish zeester {target}" in problem.fix.nl
    )
    done = publish_to_folder(site("3"), target, shelf)
    assert os.listdir(target.parent) == ["vp"]
    assert [files_of(path) for path in shelf.versions()] == [{**site("1"), "web.config": b"<xml/>"}, site("2")]
    assert done.moved == shelf.versions()[0]
    assert check_left_beside(workspace) == []


def test_it_is_taken_away_too_where_the_site_itself_does_not_change(target: Path, shelf: Shelf) -> None:
    publish_to_folder(site("2"), target, shelf)
    lay(target.with_name("vp.previous"), site("1"))
    done = publish_to_folder(site("2"), target, shelf)
    assert (done.changed, os.listdir(target.parent)) == (False, ["vp"])
    assert files_of(done.moved or target) == site("1")


def test_one_in_the_workspace_is_named_before_anything_was_published_from_here(workspace: Workspace) -> None:
    lay(workspace.root, {"www/vp.previous/" + name: data for name, data in site("1").items()})
    (problem,) = check_left_beside(workspace)
    assert problem.mark.path == workspace.root / "www/vp.previous"
    assert f"voorlichter publish SLUG {workspace.root / 'www/vp'}" in problem.fix.en


@pytest.mark.parametrize("manifest", [None, "{}", '{"name": "An app", "icons": []}', "no json", "[]"])
def test_a_folder_of_that_name_that_is_not_ours_is_never_touched(
    workspace: Workspace, target: Path, shelf: Shelf, manifest: str | None
) -> None:
    theirs = {"index.html": "theirs"} | ({} if manifest is None else {MANIFEST: manifest})
    lay(target.with_name("vp.previous"), theirs)
    for number in "123":
        publish_to_folder(site(number), target, shelf)
    assert text_of(target.with_name("vp.previous")) == theirs
    assert check_left_beside(workspace) == []


@posix
def test_a_link_of_that_name_is_never_followed(
    workspace: Workspace, target: Path, shelf: Shelf, tmp_path: Path
) -> None:
    lay(tmp_path / "elsewhere", site("1"))
    target.with_name("vp.previous").symlink_to(tmp_path / "elsewhere")
    publish_to_folder(site("2"), target, shelf)
    assert files_of(tmp_path / "elsewhere") == site("1")
    assert check_left_beside(workspace) == []


# When it does not work


def test_a_failure_while_writing_leaves_the_served_site_and_keeps_no_copy(target: Path, shelf: Shelf) -> None:
    publish_to_folder(site("1"), target, shelf)
    lay(target, THEIRS)
    before = files_of(target.parent)
    with pytest.raises(OSError):
        publish_to_folder({"a/file": b"a", "a": b"a file and a folder of one name", MANIFEST: b"{}"}, target, shelf)
    assert files_of(target.parent) == before
    assert os.listdir(target.parent) == ["vp"]
    assert shelf.versions() == []


def test_a_shelf_that_cannot_be_written_leaves_the_served_site(target: Path, shelf: Shelf) -> None:
    publish_to_folder(site("1"), target, shelf)
    before = files_of(target.parent)
    (shelf.folder / "target.json").unlink()
    shelf.folder.rmdir()
    lay(shelf.folder.parent, {shelf.folder.name: "a file"})
    with pytest.raises(OSError):
        publish_to_folder(site("2"), target, shelf)
    assert files_of(target.parent) == before
