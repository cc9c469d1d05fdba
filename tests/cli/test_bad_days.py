"""Files that are no files, disks that cannot be written, days that no calendar knows, names that steer a terminal."""

from __future__ import annotations

import os
import re
import stat
import subprocess
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from cli.test_build import obey_permissions
from support import PROGRAM, TODAY, files_of, lay, run, run_alone

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(sys.platform == "win32", reason="knows no pipes and devices in a folder, or asks for rights"),
]

PROFILE = "profiles/zeester/profile.yml"


def pipe(path: Path) -> None:
    os.mkfifo(path)


def endless(path: Path) -> None:
    path.symlink_to("/dev/zero")


def elsewhere(path: Path) -> None:
    outside = path.parents[3] / "outside.yml"
    outside.write_text("name: vuurbaak-4711\n")
    path.symlink_to(outside)


@pytest.mark.sampled(9)
@pytest.mark.parametrize("kind", [pipe, endless, elsewhere])
@pytest.mark.parametrize("verb", ["check", "build", "clients"])
def test_a_profile_that_is_no_file_is_told_and_the_others_are_done(
    workspace: Path, kind: Callable[[Path], None], verb: str
) -> None:
    (workspace / "profiles/baken").mkdir()
    kind(workspace / "profiles/baken/profile.yml")
    answer = run(verb, "-C", workspace, "--date", TODAY, "--lang", "en")
    assert answer.code == (0 if verb == "clients" else 1), answer
    told = r"baken +not yet +- +1 " if verb == "clients" else r"profiles/baken/profile\.yml:1:1  this is "
    assert re.search(told, answer.out + answer.err)
    assert "vuurbaak-4711" not in answer.out + answer.err
    assert verb != "build" or (workspace / "site/zeester/index.html").is_file()


@pytest.mark.parametrize("kind", [pipe, endless])
@pytest.mark.parametrize(
    ("name", "line"),
    [
        ("advisors/noor.yml", None),
        ("profiles/zeester/logo.svg", "brand: {logo: logo.svg}\n"),
        ("mkdocs.yml", None),
        ("data/help.yml", None),
        ("docs/nl/index.md", None),
        ("overrides/main.html", None),
        ("profiles/zeester/texts/nl/gedrag.md", None),
    ],
)
def test_nothing_waits_for_a_pipe_or_reads_a_device(
    workspace: Path, kind: Callable[[Path], None], name: str, line: str | None
) -> None:
    path = workspace / PROFILE
    text = path.read_text(encoding="utf-8") + (line or "")
    if name.startswith("advisors"):
        text = text.replace("  - id: sam\n", "  - use: noor\n    id: sam\n")
    lay(workspace, {PROFILE: text, name: ""})
    (workspace / name).unlink()
    kind(workspace / name)
    answer = run("check", "-C", workspace, "--date", TODAY, "--lang", "en")
    assert answer.code in (0, 1), answer


def test_a_picture_of_too_many_bytes_is_told_before_it_is_read(workspace: Path) -> None:
    lay(workspace, {PROFILE: (workspace / PROFILE).read_text(encoding="utf-8") + "brand: {logo: logo.png}\n"})
    with (workspace / "profiles/zeester/logo.png").open("wb") as file:
        file.truncate(1 << 34)  # on the disk it takes nothing
    answer = run("check", "-C", workspace, "--date", TODAY, "--lang", "en")
    assert answer.code == 1 and "the file is 17180 MB; at most 15 MB is allowed" in answer.err


def test_a_profile_of_too_many_bytes_is_told_before_it_is_read(workspace: Path) -> None:
    with (workspace / PROFILE).open("wb") as file:
        file.truncate(1 << 34)
    answer = run("check", "-C", workspace, "--date", TODAY, "--lang", "en")
    assert answer.code == 1 and "this file is 16777216 kB; more than 256 kB is not read" in answer.err


@pytest.mark.sampled(2)
@pytest.mark.parametrize("form", ["zip", "scorm12"])
def test_a_workspace_that_is_read_only_is_exported_elsewhere(workspace: Path, tmp_path: Path, form: str) -> None:
    before = {path: path.stat().st_mtime_ns for path in workspace.rglob("*")}
    folders = [workspace, *(path for path in workspace.rglob("*") if path.is_dir())]
    for folder in folders:
        folder.chmod(0o555)
    try:
        answer = run_alone(
            *("export", "zeester", "--format", form, "-o", tmp_path / "out", "-C", workspace, "--date", TODAY),
            preexec_fn=obey_permissions,
        )
    finally:
        for folder in folders:
            folder.chmod(0o755)
    assert answer.code == 0, answer
    packed = [path for path in (tmp_path / "out").iterdir() if zipfile.is_zipfile(path)]
    assert packed
    assert {path: path.stat().st_mtime_ns for path in workspace.rglob("*")} == before


@pytest.mark.proof
def test_whatever_the_umask_only_the_user_sees_what_is_kept(workspace: Path, tmp_path: Path) -> None:
    for number, umask in enumerate((0o000, 0o077)):
        kept = tmp_path / f"kept-{number}"
        answer = run_alone("check", "-C", workspace, "--date", TODAY, umask=umask, env={"VOORLICHTER_CACHE": str(kept)})
        assert answer.code == 0, answer.err
        assert stat.S_IMODE(kept.stat().st_mode) == 0o700


@pytest.mark.parametrize("day", ["9999-12-31", "0001-01-01", "2200-01-01"])
@pytest.mark.parametrize("verb", ["check", "build", "clients"])
def test_a_day_of_other_times_is_a_wrong_word_of_the_command(workspace: Path, verb: str, day: str) -> None:
    answer = run(verb, "-C", workspace, "--date", day, "--lang", "en")
    assert (answer.code, "Traceback" in answer.err) == (2, False)


@pytest.mark.parametrize("day", ["1900-01-01", "2199-12-31"])
def test_the_first_and_last_day_are_reckoned_with(workspace: Path, day: str) -> None:
    answer = run("build", "-C", workspace, "--date", day, "--lang", "en")
    assert answer.code == 0, answer.err


def test_no_name_of_a_file_steers_the_terminal(workspace: Path) -> None:
    lay(workspace, {f"docs/nl/\x1b]0;x\x07{chr(0x202E)}.md": "x", "profiles/\x1b[31mrood/profile.yml": "x"})
    answer = run("check", "-C", workspace, "--date", TODAY, "--lang", "en")
    assert answer.code == 1
    assert not {"\x1b", "\x07", "\u202e"} & {*answer.out, *answer.err}
    assert "\\x1b[31mrood" in answer.err


@pytest.mark.sampled(3)
@pytest.mark.parametrize(
    "words", [("build",), ("export",), ("publish", "zeester", "{www}")], ids=lambda words: words[0]
)
def test_what_nobody_reads_stops_no_work(workspace: Path, tmp_path: Path, words: tuple[str, ...]) -> None:
    reads, writes = os.pipe()
    os.close(reads)
    whole = [*PROGRAM, *(word.format(www=tmp_path / "www") for word in words), "-C", str(workspace), "--date", TODAY]
    done = subprocess.run([*whole, "--lang", "en"], stdout=writes, stderr=subprocess.PIPE, text=True, check=False)
    os.close(writes)
    assert done.returncode == 0, done.stderr
    made = {"build": workspace / "site/zeester", "export": workspace / "export", "publish": tmp_path / "www"}[words[0]]
    assert files_of(made)
