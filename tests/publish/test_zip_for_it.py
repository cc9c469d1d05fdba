"""A zip for IT holds the site in a folder of its name, and what IT is to do with it."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest
from support import TODAY, files_of, lay, run


@pytest.mark.parametrize("name", ["naar-ict.zip", "deep/Naar ICT.ZIP"])
def test_it_holds_the_very_site_and_the_page_for_it_and_what_it_held_before_is_kept(
    workspace: Path, tmp_path: Path, name: str
) -> None:
    def publish(*words: object) -> str:
        answer = run("publish", "zeester", *words, "-C", workspace, "--lang", "en", "--date", TODAY)
        assert answer.code == 0, answer.err
        return answer.out

    publish(tmp_path / name)
    first = files_of(workspace / "site/zeester")
    with zipfile.ZipFile(tmp_path / name) as archive:
        held = {path: archive.read(path) for path in archive.namelist()}
    for page in ("voor-ict.html", "voor-intranet.html"):
        assert held.pop(page).startswith(b"<!doctype html>")
    assert held.pop("voor-ict/nginx.conf") and held.pop("voor-ict/iis/web.config")
    held = {path: data for path, data in held.items() if not path.startswith("voor-ict/")}
    assert held == {f"zeester/{path}": data for path, data in first.items()}
    assert "nothing changed" in publish()
    profile = workspace / "profiles/zeester/profile.yml"
    profile.write_text(profile.read_text(encoding="utf-8").replace("00 01", "00 09"), encoding="utf-8")
    publish()
    with zipfile.ZipFile(tmp_path / name) as archive:
        assert b"tel:+31200000009" in archive.read("zeester/index.html")
    (kept,) = workspace.glob(".voorlichter/published/zeester-*/1")
    assert files_of(kept) == first


@pytest.mark.parametrize("held", [b"no zip", b""])
def test_another_file_of_that_name_is_not_replaced(workspace: Path, tmp_path: Path, held: bytes) -> None:
    lay(tmp_path, {"it.zip": held})
    answer = run("publish", "zeester", tmp_path / "it.zip", "-C", workspace, "--lang", "en", "--date", TODAY)
    assert (answer.code, "a file stands here that voorlichter did not make" in answer.err) == (1, True)
    assert (tmp_path / "it.zip").read_bytes() == held
