"""A workspace goes into one zip and comes out of it the same; a zip that somebody else made can do no harm."""

from __future__ import annotations

import io
import stat
import zipfile
from pathlib import Path

import pytest

from voorlichter.problems import InputError
from voorlichter.workspace import Workspace
from voorlichter.workspace_zip import pack_workspace, read_workspace_zip
from voorlichter.zip_file import render_zip

PROFILE = "profiles/a/profile.yml"


def refused(data: bytes) -> list[str]:
    with pytest.raises(InputError) as raised:
        read_workspace_zip(data)
    return [problem.message.en for problem in raised.value.problems]


def zipped(entries: dict[str, bytes], mode: int = 0, deflate: bool = True) -> bytes:
    """Whatever the names are, as a hostile program would write them."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED if deflate else zipfile.ZIP_STORED) as archive:
        for name, data in {PROFILE: b"x", **entries}.items():
            info = zipfile.ZipInfo(name)
            info.external_attr = (mode or 0o100644) << 16
            archive.writestr(info, data, zipfile.ZIP_DEFLATED)
    return buffer.getvalue()


def test_what_was_written_comes_back_the_same_and_what_is_made_stays_away(tmp_path: Path) -> None:
    kept = {
        PROFILE: b"name: A\r\n",
        "profiles/a/logo.svg": b"<svg/>",
        "advisors/b.yml": b"",
        "docs/nl/eigen.md": b"# X",
    }
    made = {"site/a/index.html": b"", "kit/a/poster.pdf": b"", ".voorlichter/cache/x": b"", "profiles/a/.secret": b""}
    report = {"kit/a/annual-report/2025.json": b"{}"}
    for name, data in {**kept, **made, **report}.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_bytes(data)
    data = pack_workspace(Workspace.at(tmp_path))
    assert read_workspace_zip(data) == {**kept, **report}
    assert pack_workspace(Workspace.at(tmp_path)) == data


def test_a_folder_around_the_workspace_and_what_a_system_adds_play_no_part() -> None:
    data = render_zip(
        {f"Klanten 2026/{PROFILE}": b"x", "__MACOSX/Klanten 2026/._profile.yml": b"?", "Klanten 2026/site/a/x": b""}
    )
    assert read_workspace_zip(data) == {PROFILE: b"x"}


@pytest.mark.parametrize("name", ["../x.yml", "profiles/../../x.yml", "/etc/x", "profiles\\a\\x.yml", "C:/x.yml"])
def test_a_name_that_leads_out_is_refused(name: str) -> None:
    assert refused(zipped({name: b"x"})) == ["this name leads out of the workspace"]


@pytest.mark.parametrize("kind", [stat.S_IFLNK, stat.S_IFIFO, stat.S_IFCHR])
def test_what_is_no_file_is_refused(kind: int) -> None:
    assert "this is a link or a device, no file" in refused(zipped({"profiles/a/x": b"/etc/passwd"}, kind | 0o777))


def test_a_file_that_no_longer_unpacks_is_told() -> None:
    data = bytearray(zipped({"profiles/a/x": bytes(range(256)) * 9}))
    at = data.index(b"profiles/a/x") + len("profiles/a/x")
    data[at : at + 8] = b"\xff" * 8
    assert refused(bytes(data)) == ["this file is damaged"]


def test_two_names_that_some_systems_take_for_one_are_refused() -> None:
    assert refused(zipped({"profiles/A/profile.yml": b"y"})) == ["this name is there twice"]


def test_what_unpacks_to_more_than_a_workspace_can_be_is_refused() -> None:
    assert refused(zipped({"profiles/a/bomb": bytes(31 * 1024 * 1024)})) == ["this is too large"]


def test_a_size_that_is_a_lie_is_found_out() -> None:
    data = bytearray(zipped({"profiles/a/x": b"a" * 1000}))
    end = data.rindex(b"PK\x01\x02")
    data[end + 24 : end + 28] = (10).to_bytes(4, "little")
    assert refused(bytes(data)) == ["this file is damaged"]


@pytest.mark.parametrize("data", [b"", b"PK\x03\x04", b"<html>", bytes(100)])
def test_what_is_no_zip_is_refused(data: bytes) -> None:
    assert refused(data) == ["this is no zip file"]


def test_the_zip_of_a_site_is_told_from_that_of_a_workspace() -> None:
    assert refused(render_zip({"index.html": b"x"})) == ["this zip holds no profiles folder"]
