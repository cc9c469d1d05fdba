"""What goes wrong with one profile is told with its name and its file, and the others go on."""

from __future__ import annotations

import re
import sys
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path

import pytest
from support import REPOSITORY, TODAY, Answer, broken, files_of, run

from voorlichter.swap import replace_file
from voorlichter.user_folders import CACHE

LOGO = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10"><rect width="10" height="10" fill="#0B5FA6"/></svg>'
Damage = Callable[[Path], str]


def of_another_program_in_the_cache(root: Path) -> str:
    """Something else stands in the place of the profile's logo, whole and with its hash: nobody thought of that."""
    (root / "profiles/baken/logo.svg").write_text(LOGO)
    path = root / "profiles/baken/profile.yml"
    path.write_text(path.read_text() + "brand: {logo: logo.svg}\n")
    call(root, "check", "baken")
    (kept,) = (root.parent / "cache" / "results").glob(f"logo-*-{sha256(LOGO.encode()).hexdigest()[:40]}")
    replace_file(kept, sha256(b"cut").digest() + b"cut")
    return r"profiles/baken/profile\.yml: baken is skipped, for voorlichter stumbles over it \(error: [^\n]+, media\.py:\d+\); what stood there stays\.\n"


def a_link_to_itself(root: Path) -> str:
    path = root / "profiles/baken/profile.yml"
    path.unlink()
    path.symlink_to(path.name)
    return r"profiles/baken/profile\.yml: baken is skipped, for reading or writing fails here \([^\n]+\); what stood there stays\.\n"


@pytest.fixture(
    params=[
        of_another_program_in_the_cache,
        pytest.param(
            a_link_to_itself, marks=pytest.mark.skipif(sys.platform == "win32", reason="links ask for rights there")
        ),
    ]
)
def damaged(workspace: Path, own_cache: Path, request: pytest.FixtureRequest) -> tuple[Path, str]:
    """Three organisations; nobody foresaw what is wrong with the second. And what is said of it."""
    text = (workspace / "profiles/zeester/profile.yml").read_text()
    for slug, name in (("anker", "Stichting Het Anker"), ("baken", "Stichting Het Baken")):
        (workspace / "profiles" / slug).mkdir()
        (workspace / "profiles" / slug / "profile.yml").write_text(text.replace("Stichting De Zeester", name))
    return workspace, request.param(workspace)


def call(root: Path, *words: object) -> Answer:
    """With the cache beside it: what is damaged there is met by nobody else."""
    return run(*words, "-C", root, "--lang", "en", "--date", TODAY, env={CACHE: str(root.parent / "cache")})


@pytest.mark.parametrize("jobs", [1, 2])
def test_the_others_are_built(damaged: tuple[Path, str], jobs: int) -> None:
    root, said = damaged
    answer = call(root, "build", "--jobs", jobs)
    assert (answer.code, re.fullmatch(said, answer.err[answer.err.index("profiles/") :]) is not None) == (3, True), (
        answer.err
    )
    assert re.findall(r"^(\w+): (\w+)", answer.out, re.M) == [
        ("anker", "built"),
        ("baken", "not"),
        ("zeester", "built"),
    ]
    assert sorted(path.name for path in (root / "site").iterdir()) == ["anker", "zeester"]
    assert broken(root / "site/anker") == broken(root / "site/zeester") == []


def test_the_others_are_checked(damaged: tuple[Path, str]) -> None:
    root, said = damaged
    path = root / "profiles/zeester/profile.yml"
    path.write_text(path.read_text().replace('"020 000 00 01"', '"020"'))
    answer = call(root, "check")
    assert answer.code == 3, answer
    assert re.fullmatch(r"profiles/zeester/profile\.yml:\d+:\d+  advisors\[0\]\.phone  [^\n]+\n" + said, answer.err), (
        answer.err
    )


def test_the_others_are_handed_out(damaged: tuple[Path, str]) -> None:
    root, said = damaged
    answer = call(root, "export")
    assert answer.code == 3, answer
    assert re.search(said, answer.err), answer.err
    assert sorted(files_of(root / "export")) == ["anker.zip", "zeester.zip"]


def test_what_stood_there_stays_and_nothing_is_published(damaged: tuple[Path, str], tmp_path: Path) -> None:
    root, said = damaged
    answer = call(root, "publish", "baken", tmp_path / "www")
    assert answer.code == 3, answer
    assert re.search(said, answer.err), answer.err
    assert not (tmp_path / "www").exists()


def test_every_command_that_goes_through_profiles_gives_each_its_turn() -> None:
    """A command that reads a profile outside its turn lets one profile stop the others."""
    commands = {
        path.name: path.read_text(encoding="utf-8")
        for path in (REPOSITORY / "src/voorlichter/cli").glob("*.py")
        if path.name != "made.py"
    }
    reading = {
        name
        for name, text in commands.items()
        if re.search(
            r"\b(read_and_tell|build_and_tell|build_and_read|check_organisation|read_profile|publish_again)\(", text
        )
    }
    assert {"check.py", "export.py", "kit.py", "diff.py", "publish.py"} <= reading
    assert {name for name in reading if "turns.of(slug)" not in commands[name]} == set()
