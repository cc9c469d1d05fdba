"""A folder that is a mount or a volume cannot be swapped: it is filled, the manifest last, and is whole again after whatever came between."""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from support import broken, files_of, lay
from test_folder import THEIRS, site

from voorlichter.problems import InputError, MachineError
from voorlichter.publish.online import put_online
from voorlichter.publish.places.folder import Folder
from voorlichter.publish.port import Outgoing
from voorlichter.publish.shelf import find_shelf, open_shelf
from voorlichter.workspace import MANIFEST, Workspace

MOUNTING = ["unshare", "--mount", *([] if hasattr(os, "geteuid") and os.geteuid() == 0 else ["--map-root-user"])]
can_mount = pytest.mark.skipif(
    sys.platform != "linux"
    or not shutil.which("unshare")
    or subprocess.run([*MOUNTING, "mount", "-t", "tmpfs", "none", "/mnt"], capture_output=True, check=False).returncode,
    reason="no file system can be mounted here",
)


class Fixed(Folder):
    """As where the folder beside it is closed: nothing can be swapped."""

    def _swap(self, site: Outgoing, ours: object) -> tuple[str, ...]:
        raise OSError(16, "Device or resource busy")


class Open(Folder):
    """As on Windows where somebody has a file of it open, for a place that was not known to be so."""

    def _swap(self, site: Outgoing, ours: object) -> tuple[str, ...]:
        raise PermissionError(13, "The process cannot access the file because it is being used by another process")


class OnWindows(Folder):
    """As on Windows from the start: it never comes to swapping what is there."""

    def _swap(self, site: Outgoing, ours: object) -> tuple[str, ...]:
        raise AssertionError("a folder that is there is not swapped")


PLACES: dict[str, Callable[[Path], Folder]] = {
    "mnt": Fixed,
    "open": Open,
    "windows": lambda path: OnWindows(path, file_by_file=True),
}
"""By the name of the folder."""


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    (tmp_path / "own").mkdir()
    return Workspace(tmp_path / "own", tmp_path / "defaults")


@pytest.fixture(params=PLACES)
def target(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    (tmp_path / request.param).mkdir()
    return tmp_path / request.param


def publish(workspace: Workspace, target: Path, files: dict[str, bytes]) -> tuple[str, ...]:
    place = PLACES[target.name](target)
    shelf = find_shelf(workspace, "zeester", place)
    place.check(workspace, shelf.journal)
    open_shelf(workspace, shelf)
    return put_online(Outgoing("zeester", files, dict), place, shelf).carried


def earlier(workspace: Workspace, target: Path) -> list[dict[str, bytes]]:
    return [files_of(path) for path in find_shelf(workspace, "zeester", Fixed(target)).versions()]


@can_mount
def test_a_mounted_file_system_is_filled_and_corrected(new_workspace: Callable[..., Path], tmp_path: Path) -> None:
    script = """
mount -t tmpfs none "$1"; mkdir "$1/lost+found"
publish() { "$2" -c "from voorlichter.cli import main; main(prog_name='voorlichter')" publish zeester "$1" -C "$3" --lang en --date 2026-11-02; }
publish "$@" && echo theirs > "$1/.htaccess" && sed -i 's/00 01/00 09/' "$3/profiles/zeester/profile.yml" && publish "$@" && cp -r "$1" "$4"
"""
    (tmp_path / "mnt").mkdir()
    words = [tmp_path / "mnt", sys.executable, new_workspace({}), tmp_path / "copy"]
    done = subprocess.run([*MOUNTING, "sh", "-c", script, "sh", *map(str, words)], capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    (tmp_path / "copy/.htaccess").unlink()
    (tmp_path / "copy/lost+found").rmdir()
    assert broken(tmp_path / "copy") == []
    assert "tel:+31200000009" in (tmp_path / "copy/index.html").read_text()


def test_what_is_ours_is_renewed_and_what_is_not_stays(workspace: Workspace, target: Path) -> None:
    publish(workspace, target, site("1", **{"gone/old.html": "old", "kept.html": "same"}))
    lay(target, THEIRS)
    carried = publish(workspace, target, site("2", **{"kept.html": "same", "new/page.html": "new"}))
    assert files_of(target) == {
        **site("2", **{"kept.html": "same", "new/page.html": "new"}),
        **{name: text.encode() for name, text in THEIRS.items()},
    }
    assert not (target / "gone").exists()
    assert set(carried) == set(THEIRS)
    assert earlier(workspace, target) == [site("1", **{"gone/old.html": "old", "kept.html": "same"})]


def test_a_folder_may_become_a_file_and_a_file_a_folder(workspace: Workspace, target: Path) -> None:
    publish(workspace, target, site("1", **{"a/b.html": "1", "c": "1"}))
    publish(workspace, target, site("2", **{"a": "2", "c/d.html": "2"}))
    assert files_of(target) == site("2", **{"a": "2", "c/d.html": "2"})


@pytest.mark.parametrize(
    ("theirs", "ours"),
    [("new.html", "new.html"), ("en", "en/index.html"), ("new.html/theirs.txt", "new.html")],
    ids=["the same name", "a file where we need a folder", "a folder where we need a file"],
)
def test_a_file_of_others_with_a_name_we_need_is_named_and_nothing_changes(
    workspace: Workspace, target: Path, theirs: str, ours: str
) -> None:
    publish(workspace, target, site("1"))
    lay(target, {theirs: "theirs"})
    before = files_of(target)
    with pytest.raises(InputError) as refused:
        publish(workspace, target, site("2", **{ours: "ours"}))
    assert [problem.mark.path for problem in refused.value.problems] == [target / theirs]
    assert files_of(target) == before
    assert earlier(workspace, target) == []


NEW = site("2", **{"assets/site.css": "new", "new/photo.jpg": "photo", "index.html": "new"})


def publish_and_be_killed(workspace: Workspace, target: Path, after: int) -> int:
    """In a process of its own, which ends before it puts file number `after` in its place; the signal that ended it."""
    child = os.fork()
    if child == 0:
        left, replace = after, os.replace

        def until(source: Path, path: Path) -> None:
            nonlocal left
            left -= target in Path(path).parents
            if left < 0:
                os.kill(os.getpid(), signal.SIGKILL)
            replace(source, path)

        os.replace = until  # type: ignore[assignment]
        publish(workspace, target, NEW)
        os._exit(0)
    return os.WTERMSIG(os.waitpid(child, 0)[1])


@pytest.mark.sampled(3)
@pytest.mark.skipif(not hasattr(os, "fork"), reason="killed otherwise there")
@pytest.mark.parametrize("first", [True, False], ids=["the first time", "the second time"])
@pytest.mark.parametrize("back", [True, False], ids=["the old site again", "the new one"])
@pytest.mark.parametrize("after", [0, 1, 2, 3])
def test_after_a_kill_the_next_run_makes_it_whole(
    workspace: Workspace, target: Path, first: bool, back: bool, after: int
) -> None:
    if not first:
        publish(workspace, target, site("1"))
        lay(target, THEIRS)
    theirs = {} if first else {name: text.encode() for name, text in THEIRS.items()}
    assert publish_and_be_killed(workspace, target, after) == signal.SIGKILL
    assert MANIFEST not in os.listdir(target) or json.loads((target / MANIFEST).read_bytes())["profile"] == "1"
    new = site("1") if back else NEW
    publish(workspace, target, new)
    assert files_of(target) == {**new, **theirs}
    if not first:
        assert earlier(workspace, target) == [site("1")], "kept once, and whole"


def test_a_disk_that_refuses_half_way_is_told_as_it_is(workspace: Workspace, target: Path) -> None:
    publish(workspace, target, site("1"))
    new = site("2", **{"a.css": "first", "b.css": "then"})
    (target / f".voorlichter-staging-b.css-{os.getpid()}").mkdir()  # in the way of what is written before b.css
    (target / f".voorlichter-staging-b.css-{os.getpid()}/x").touch()
    with pytest.raises(MachineError, match="part of the site is new already"):
        publish(workspace, target, new)
    shutil.rmtree(target / f".voorlichter-staging-b.css-{os.getpid()}")
    publish(workspace, target, new)
    assert files_of(target) == new


def test_what_somebody_changed_by_hand_is_put_right_at_the_next_publish(workspace: Workspace, target: Path) -> None:
    publish(workspace, target, site("1"))
    lay(target, {"index.html": "another number"})
    publish(workspace, target, site("1"))
    assert files_of(target) == site("1")
