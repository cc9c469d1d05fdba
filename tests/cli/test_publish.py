"""`voorlichter publish` remembers where each site stands, and publishes one or all."""

from __future__ import annotations

import json
import os
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from support import PROGRAM, TODAY, Answer, broken, files_of, lay, run

PROFILE = Path("profiles/zeester/profile.yml")
ANKER = """organisation: {name: Het Anker, workforce: 20}
advisors: [{id: noor, name: Noor Voorbeeld, kind: external, phone: "020 000 00 09"}]
"""


def publish(root: Path, *words: object) -> Answer:
    return run("publish", *words, "-C", root, "--lang", "en", "--date", TODAY)


def ring(root: Path, number: str) -> None:
    text = (root / PROFILE).read_text(encoding="utf-8")
    lines = [f'    phone: "{number}"' if "phone:" in line and "020" in line else line for line in text.splitlines()]
    (root / PROFILE).write_text("\n".join(lines) + "\n", encoding="utf-8")


@pytest.fixture
def two(new_workspace: Callable[..., Path]) -> Path:
    return new_workspace({"profiles/anker/profile.yml": ANKER})


def test_the_second_time_it_knows_where(workspace: Path, tmp_path: Path) -> None:
    nowhere = publish(workspace, "zeester")
    assert (nowhere.code, "voorlichter publish zeester FOLDER" in nowhere.err) == (1, True)
    publish(workspace, "zeester", tmp_path / "www")
    ring(workspace, "020 000 00 09")
    answer = publish(workspace, "zeester")
    assert (answer.code, f"zeester: published, {tmp_path / 'www'}" in answer.out) == (0, True)
    assert "tel:+31200000009" in (tmp_path / "www/index.html").read_text()


def test_one_site_may_stand_in_several_places(workspace: Path, tmp_path: Path) -> None:
    publish(workspace, "zeester", tmp_path / "one")
    publish(workspace, "zeester", tmp_path / "two")
    ring(workspace, "020 000 00 09")
    publish(workspace, "zeester")
    assert files_of(tmp_path / "one") == files_of(tmp_path / "two") == files_of(workspace / "site/zeester")


def test_without_a_name_all_go_and_one_that_fails_stops_no_other(two: Path, tmp_path: Path) -> None:
    assert publish(two).code == 1
    publish(two, "anker", tmp_path / "anker")
    publish(two, "zeester", tmp_path / "zeester")
    unchanged = publish(two)
    assert (unchanged.code, unchanged.out.count("nothing changed")) == (0, 2)
    lay(two, {"profiles/anker/profile.yml": ANKER.replace("020 000 00 09", "020")})
    ring(two, "020 000 00 08")
    before = files_of(tmp_path / "anker")
    answer = publish(two)
    assert answer.code == 1
    assert "profiles/anker/profile.yml" in answer.err
    assert "zeester: published" in answer.out
    assert "tel:+31200000008" in (tmp_path / "zeester/index.html").read_text()
    assert files_of(tmp_path / "anker") == before


def test_a_place_that_is_no_longer_one_to_publish_to_stops_no_other(two: Path, tmp_path: Path) -> None:
    publish(two, "anker", tmp_path / "anker")
    publish(two, "zeester", tmp_path / "zeester")
    for path in (tmp_path / "anker").iterdir():
        path.unlink() if path.is_file() else path.rename(tmp_path / path.name)
    lay(tmp_path / "anker", {"index.html": "of somebody else"})
    ring(two, "020 000 00 08")
    answer = publish(two)
    assert answer.code == 1
    assert "the site of anker no longer stands here" in answer.err
    assert "zeester: published" in answer.out
    assert files_of(tmp_path / "anker") == {"index.html": b"of somebody else"}


def test_a_disk_that_is_not_there_is_nowhere_to_publish_to(two: Path, tmp_path: Path) -> None:
    publish(two, "zeester", tmp_path / "disk/www")
    publish(two, "anker", tmp_path / "anker")
    (tmp_path / "disk").rename(tmp_path / "elsewhere")
    ring(two, "020 000 00 08")
    answer = publish(two)
    assert (answer.code, "no longer stands here" in answer.err) == (1, True)
    assert "anker: " in answer.out
    assert not (tmp_path / "disk").exists()
    assert publish(two, "zeester", tmp_path / "disk/www", "--forget").code == 0
    assert publish(two).code == 0
    assert publish(two, "zeester", tmp_path / "disk/www", "--forget").code == 1


@pytest.mark.parametrize(
    ("address", "told"),
    [
        ("https://noor:geheim-5@host.example/www", "a password stands in this address"),
        ("https://noor:geheim-5@host.example:x/www", "does not understand such an address"),
        ("ftp://noor:geheim-5@host.example/www", "cannot publish to such an address"),
        ("sftp://noor:geheim-5@host.example/www", "without a password"),
        ("sftp://-oProxyCommand=geheim-5/www", "without a password"),
        ('sftp://host.example/www"geheim-5', "without a password"),
    ],
)
def test_an_address_is_no_folder_and_a_password_in_it_is_nowhere(workspace: Path, address: str, told: str) -> None:
    answer = publish(workspace, "zeester", address)
    assert (answer.code, told in answer.err) == (1, True)
    assert "geheim-5" not in answer.out + answer.err
    assert not [
        path
        for path in workspace.rglob("*")
        if b"geheim-5" in bytes(path) + (path.read_bytes() if path.is_file() else b"")
    ]
    assert publish(workspace, "zeester").code == 1, "and it is not remembered"


def test_the_status_tells_what_stands_where_since_when_and_what_publishing_would_change(
    two: Path, tmp_path: Path
) -> None:
    def status(*words: str) -> Answer:
        return publish(two, "--status", *words)

    target = tmp_path / "www"
    publish(two, "zeester", target)
    fresh = status()
    assert (fresh.code, fresh.err) == (0, "")
    assert fresh.out.splitlines()[:2] == ["anker", "  not published yet"]
    assert "online since" in fresh.out and "publishing changes nothing" in fresh.out
    online = files_of(target)
    ring(two, "020 000 00 08")
    (told,) = (row["places"] for row in status("--format", "json").json if row["slug"] == "zeester")
    assert (told[0]["target"], told[0]["is_latest"], told[0]["damaged"]) == (str(target), False, [])
    assert "index.html" in told[0]["changed"] and told[0]["since"]
    assert "publishing changes: " in status().out
    assert files_of(target) == online, "nothing is put anywhere"
    lay(target, {"wie.html": "another number"})
    assert "no longer as it was published: 1 (wie.html)" in status().out
    lay(two, {"profiles/anker/profile.yml": ANKER.replace("020 000 00 09", "020")})
    refused = status()
    assert (refused.code, "publishing changes: " in refused.out) == (1, True)
    target.rename(tmp_path / "elsewhere")
    assert "no longer stands here" in status().out


def test_earlier_versions_go_where_they_are_asked_to_be_kept_and_so_does_what_was_kept(
    workspace: Path, tmp_path: Path
) -> None:
    versions = []
    for number, words in enumerate([(), (), ("--keep", tmp_path / "kept"), ()]):
        ring(workspace, f"020 000 00 0{number + 1}")
        assert publish(workspace, "zeester", tmp_path / "www", *words).code == 0
        versions.append(files_of(tmp_path / "www"))
    (kept,) = (tmp_path / "kept").iterdir()
    assert [files_of(path) for path in sorted(kept.iterdir())] == versions[1:3]
    assert not list(workspace.glob(".voorlichter/published/*/[0-9]*"))
    inside = publish(workspace, "zeester", tmp_path / "www", "--keep", tmp_path / "www/kept")
    assert (inside.code, "so would earlier versions" in inside.err) == (1, True)


@pytest.mark.skipif(not hasattr(os, "fork"), reason="a number that no process has is found otherwise there")
@pytest.mark.parametrize("changed", [True, False], ids=["changed", "unchanged"])
def test_nothing_that_a_killed_process_left_stays_wherever_it_was_killed(
    workspace: Path, tmp_path: Path, changed: bool
) -> None:
    target = tmp_path / "www/vp"
    publish(workspace, "zeester", target)
    if changed:
        ring(workspace, "020 000 00 09")
    if (dead := os.fork()) == 0:
        os._exit(0)
    os.waitpid(dead, 0)
    (records,) = workspace.glob(".voorlichter/built/*")
    for folder, name in (
        (workspace / "site", "zeester"),
        (workspace / "kit", "zeester"),
        (records, "zeester.json"),
        (target.parent, "vp"),
    ):
        lay(folder, {f".voorlichter-staging-{name}-{dead}/{name}": "half"})
    assert publish(workspace, "zeester").code == 0
    assert not [*workspace.rglob(".voorlichter-staging-*"), *target.parent.rglob(".voorlichter-staging-*")]


@pytest.mark.slow
@pytest.mark.proof
def test_of_several_at_once_one_publishes_and_the_others_find_it_done(workspace: Path, tmp_path: Path) -> None:
    target = tmp_path / "www/vp"
    words = ["publish", "zeester", str(target), "-C", str(workspace), "--lang", "en", "--date", TODAY]
    for turn in (1, 2):
        ring(workspace, f"020 000 00 0{turn}")
        running = [
            subprocess.Popen([*PROGRAM, *words], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
            for _ in range(6)
        ]
        told = [process.communicate() for process in running]
        assert [process.returncode for process in running] == [0] * 6, told
        assert sorted("published" in out for out, _ in told) == [False] * 5 + [True]
        assert broken(target) == []
        assert f"tel:+3120000000{turn}" in (target / "index.html").read_text()
    assert list(target.parent.iterdir()) == [target]
    (shelf,) = workspace.glob(".voorlichter/published/zeester-*")
    assert [path.name for path in shelf.iterdir() if path.name.isdecimal()] == ["1"]
    assert json.loads((shelf / "target.json").read_bytes())["target"] == str(target)
