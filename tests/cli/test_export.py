"""`voorlichter export` and `publish`: the site that was built, packed or put where it is served."""

from __future__ import annotations

import io
import shutil
import sys
import zipfile
from pathlib import Path

import pytest
from support import TODAY, Answer, broken, copy_linked, files_of, lay, run, run_alone

PROFILE = Path("profiles/zeester/profile.yml")


def export(root: Path, *words: object) -> Answer:
    return run("export", "-C", root, "--lang", "en", "--date", TODAY, *words)


def publish(root: Path, target: Path, day: str = TODAY) -> Answer:
    return run("publish", "zeester", target, "-C", root, "--lang", "en", "--date", day)


def ring(root: Path, number: str) -> None:
    text = (root / PROFILE).read_text(encoding="utf-8")
    (root / PROFILE).write_text(text.replace("020 000 00 01", number), encoding="utf-8")


def unpacked(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        assert package.testzip() is None
        return {name: package.read(name) for name in package.namelist() if not name.endswith("/")}


def test_a_zip_holds_the_very_site(workspace: Path) -> None:
    answer = export(workspace)
    assert answer.code == 0, answer.err
    packed = unpacked((workspace / "export/zeester.zip").read_bytes())
    site = files_of(workspace / "site/zeester")
    assert packed == site or {name.partition("/")[2]: data for name, data in packed.items()} == site


def test_the_same_site_gives_the_same_zip(workspace: Path) -> None:
    export(workspace)
    first = (workspace / "export/zeester.zip").read_bytes()
    export(workspace, "-o", workspace / "again")
    assert (workspace / "again/zeester.zip").read_bytes() == first


def test_a_profile_with_errors_leaves_yesterdays_zip(workspace: Path) -> None:
    export(workspace)
    first = (workspace / "export/zeester.zip").read_bytes()
    ring(workspace, "020")
    answer = export(workspace)
    assert answer.code == 1
    assert "cannot be rung" in answer.err
    assert (workspace / "export/zeester.zip").read_bytes() == first


def test_publishing_puts_the_site_there_and_keeps_the_previous_one(workspace: Path, tmp_path: Path) -> None:
    target = tmp_path / "www" / "vertrouwenspersoon"
    assert publish(workspace, target).code == 0
    assert broken(target) == []
    first = files_of(target)
    ring(workspace, "020 000 00 09")
    answer = publish(workspace, target)
    assert answer.code == 0
    assert "tel:+31200000009" in (target / "index.html").read_text()
    assert list(target.parent.iterdir()) == [target]
    (previous,) = workspace.glob(".voorlichter/published/zeester-*/1")
    assert files_of(previous) == first
    assert str(previous) in answer.out


def test_what_others_put_into_the_published_folder_is_carried_along_or_named(workspace: Path, tmp_path: Path) -> None:
    target = tmp_path / "www"
    publish(workspace, target)
    theirs = {
        "web.config": b"<xml/>",
        ".htaccess": b"deny",
        "CNAME": b"vp.example",
        ".well-known/security.txt": b"Contact",
    }
    lay(target, theirs)
    ring(workspace, "020 000 00 09")
    answer = publish(workspace, target)
    assert answer.code == 0, answer.err
    assert "Not of voorlichter, and carried along: .htaccess, CNAME, web.config, .well-known" in answer.out
    assert {name: files_of(target).get(name) for name in theirs} == theirs
    lay(target, {"sitemap.xml": "theirs"})
    (workspace / PROFILE).write_text(
        (workspace / PROFILE).read_text() + "publication: {url: https://www.zeester.example/vp/, noindex: false}\n"
    )
    before = files_of(target)
    answer = publish(workspace, target)
    assert (answer.code, answer.err.count("\n")) == (1, 1)
    assert answer.err.startswith(
        f"{target}/sitemap.xml:1:1  this is not of voorlichter, and the new site needs this name; nothing has changed"
    )
    assert files_of(target) == before


def test_what_an_earlier_version_left_beside_the_site_is_named_by_check_until_the_next_publish(
    workspace: Path, tmp_path: Path
) -> None:
    target = tmp_path / "www"
    publish(workspace, target)
    copy_linked(target, tmp_path / "www.previous")
    ring(workspace, "020")
    assert publish(workspace, target).code == 1
    named = run("check", "-C", workspace, "--lang", "en", "--date", TODAY)
    assert (
        "www.previous:1:1  note: a previous version of the site stands here" in named.err
        and f"voorlichter publish zeester {target}" in named.err
    )
    (workspace / PROFILE).write_text((workspace / PROFILE).read_text().replace('"020"', '"020 000 00 01"'))
    assert "A previous version still stood beside the site" in publish(workspace, target).out
    assert not (tmp_path / "www.previous").exists()
    assert run("check", "-C", workspace, "--lang", "en", "--date", TODAY).err == ""


def test_a_folder_that_holds_the_workspace_is_not_published_to(workspace: Path) -> None:
    shutil.copytree(workspace / "profiles", workspace / "www/own/profiles")
    publish(workspace, workspace / "www/site")
    copy_linked(workspace / "www/site", workspace / "www")
    before = files_of(workspace / "www")
    answer = publish(workspace / "www/own", workspace / "www")
    assert answer.code == 1
    assert "your workspace stands in this folder, and would be served" in answer.err
    assert files_of(workspace / "www") == before


def test_publishing_what_stands_there_already_changes_nothing(workspace: Path, tmp_path: Path) -> None:
    target = tmp_path / "www"
    publish(workspace, target)
    before = {path: path.stat().st_mtime_ns for path in target.rglob("*")}
    answer = publish(workspace, target)
    assert (answer.code, "nothing changed" in answer.out) == (0, True)
    assert {path: path.stat().st_mtime_ns for path in target.rglob("*")} == before


def test_a_profile_with_errors_leaves_what_is_published(workspace: Path, tmp_path: Path) -> None:
    target = tmp_path / "www"
    publish(workspace, target)
    first = files_of(target)
    ring(workspace, "020")
    assert publish(workspace, target).code == 1
    assert files_of(target) == first


def test_a_folder_with_something_else_is_not_published_over(workspace: Path, tmp_path: Path) -> None:
    lay(tmp_path / "www", {"index.html": "of somebody else"})
    answer = publish(workspace, tmp_path / "www")
    assert answer.code == 1
    assert files_of(tmp_path / "www") == {"index.html": b"of somebody else"}


def test_publishing_among_the_sources_is_refused(workspace: Path) -> None:
    before = files_of(workspace / "profiles")
    assert publish(workspace, workspace / "docs" / "site").code == 1
    assert publish(workspace, workspace / "profiles" / "zeester" / "site").code == 1
    assert files_of(workspace / "profiles") == before
    assert not (workspace / "docs").exists()


@pytest.mark.skipif(sys.platform == "win32", reason="other rights there")
def test_a_web_server_may_read_what_is_published(workspace: Path, tmp_path: Path) -> None:
    target = tmp_path / "www"
    answer = run_alone("publish", "zeester", target, "-C", workspace, "--date", TODAY, umask=0o077)
    assert answer.code == 0, answer.err
    for path in (target, *target.rglob("*")):
        assert path.stat().st_mode & 0o005 == (0o005 if path.is_dir() else 0o004), path
