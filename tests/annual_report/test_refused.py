"""One folder a case: golden/<what it shows>/counts.yml, and in expected.txt all that `annual-report` says, in both languages.

`profile.yml` is laid over the one of De Zeester, `earlier/` over what was published before, and `command.txt` holds more
words. After a wanted change: `pytest tests/annual_report/test_refused.py --update-golden`, and read them all.
"""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from support import BASE, files_of, run_here

GOLDEN = Path(__file__).parent / "golden"
COUNTS = "own/counts.yml"
SOUND = "organisation: zeester\nyears:\n  2025: {reports: 24}\n"


def file(root: Path, name: str, text: str = SOUND) -> str:
    path = root / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return name


def linked(root: Path, name: str, to: str) -> str:
    (root / name).parent.mkdir(parents=True, exist_ok=True)
    (root / name).symlink_to(root / to)
    return name


def in_a_bare_repository(root: Path) -> str:
    for name in ("own/objects/x", "own/refs/x", "own/HEAD"):
        file(root, name, "")
    return file(root, COUNTS)


BUILT: dict[str, Callable[[Path], str]] = {
    "a_file_in_the_workspace": lambda root: file(root, "workspace/counts.yml"),
    "a_file_in_a_folder_of_the_workspace": lambda root: file(root, "workspace/profiles/zeester/counts.yml"),
    "a_link_into_the_workspace": lambda root: (
        file(root, "workspace/hidden.yml"),
        linked(root, COUNTS, "workspace/hidden.yml"),
    )[1],
    "a_link_in_the_workspace_to_a_file_outside": lambda root: (
        file(root, COUNTS),
        linked(root, "workspace/counts.yml", COUNTS),
    )[1],
    "a_file_in_a_git_checkout": lambda root: (file(root, "own/.git/HEAD", ""), file(root, "own/deep/down/counts.yml"))[
        1
    ],
    "a_file_in_a_git_worktree": lambda root: (file(root, "own/.git", "gitdir: elsewhere\n"), file(root, COUNTS))[1],
    "a_file_in_a_bare_git_repository": in_a_bare_repository,
    "a_link_to_a_file_in_a_git_checkout": lambda root: (
        file(root, "checkout/.git/HEAD", ""),
        file(root, "checkout/counts.yml"),
        linked(root, COUNTS, "checkout/counts.yml"),
    )[2],
    "a_folder_that_is_a_link_into_a_git_checkout": lambda root: (
        (file(root, "checkout/.git/HEAD", ""), file(root, "checkout/counts.yml"), linked(root, "own", "checkout"))[2]
        + "/counts.yml"
    ),
    "a_link_that_leads_to_itself": lambda root: linked(root, COUNTS, COUNTS),
    "a_file_that_is_not_there": lambda root: COUNTS,
    "a_folder_in_the_place_of_the_file": lambda root: (file(root, COUNTS + "/x"), COUNTS)[1],
}
"""Where the counts lie; returns the words after --counts."""


def cases() -> list[str]:
    return sorted({folder.name for folder in GOLDEN.iterdir() if folder.is_dir()} | set(BUILT))


def lay_case(case: str, root: Path) -> list[str]:
    """Make the case; returns the words of its command."""
    workspace, folder = root / "workspace", GOLDEN / case
    shutil.copytree(BASE, workspace, ignore=shutil.ignore_patterns(".voorlichter"))
    shutil.copyfile(GOLDEN / "profile.yml", workspace / "profiles/zeester/profile.yml")
    counts = (
        BUILT[case](root) if case in BUILT else file(root, COUNTS, (folder / "counts.yml").read_text(encoding="utf-8"))
    )
    if (folder / "profile.yml").exists():
        shutil.copyfile(folder / "profile.yml", workspace / "profiles/zeester/profile.yml")
    if (folder / "earlier").exists():
        shutil.copytree(folder / "earlier", workspace / "kit/zeester/annual-report")
    more = (folder / "command.txt").read_text(encoding="utf-8").split() if (folder / "command.txt").exists() else []
    return ["annual-report", "zeester", "-C", "workspace", "--counts", counts, *more]


@pytest.fixture
def said(case: str, tmp_path: Path) -> str:
    """What the command prints in both languages, and that it wrote nothing."""
    words = lay_case(case, tmp_path)
    before = files_of(tmp_path)
    lines = ""
    for language in ("nl", "en"):
        command = [*words, "--date", "2026-11-02", "--lang", language]
        answer = run_here(command, tmp_path)
        lines += f"$ voorlichter {' '.join(command)}\n{answer.err}{answer.out}exit {answer.code}\n"
    assert files_of(tmp_path) == before, "what is refused leaves nothing"
    return lines.replace(f"{tmp_path.resolve()}{os.sep}", "").replace(f"{tmp_path}{os.sep}", "")


@pytest.mark.sampled(4)
@pytest.mark.skipif(sys.platform == "win32", reason="Windows asks for rights to make a link")
@pytest.mark.parametrize("case", cases())
def test_what_may_not_be_told_is_refused_with_its_place_and_what_to_write(
    case: str, said: str, request: pytest.FixtureRequest
) -> None:
    assert "Traceback" not in said
    assert said.count("exit 1\n") == 2, said
    expected = GOLDEN / case / "expected.txt"
    if request.config.getoption("--update-golden"):
        expected.parent.mkdir(parents=True, exist_ok=True)
        expected.write_text(said, encoding="utf-8")
    assert said == expected.read_text(encoding="utf-8")
