"""One folder a case: golden/<group>/<what it shows>/, laid over tests/workspace, and in expected.txt all that is said.

`profile.yml` is the profile of De Zeester, `profile.diff` what differs in it (written by `--update-golden`); any other
file keeps its path in the workspace. `command.txt` holds the words after `check`. After a wanted change:
`pytest tests/cli/test_check.py --update-golden`, and read them all.
"""

from __future__ import annotations

import os
import random
import shutil
import struct
import sys
import zlib
from collections.abc import Callable
from pathlib import Path

import pytest
from golden_case import PROFILE, difference_of, keep_difference, lay_over
from support import BASE, REPOSITORY, TESTS, TODAY, lay, run, run_here

pytestmark = pytest.mark.slow

GOLDEN = TESTS / "golden"
LOGO = (
    b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10"><rect width="10" height="10" fill="#0B5FA5"/></svg>'
)


def profile_of(root: Path) -> Path:
    return root / PROFILE


def add(text: bytes) -> Callable[[Path], None]:
    """The base profile with these bytes after it."""
    return lambda root: void(profile_of(root).write_bytes(profile_of(root).read_bytes() + text))


def encoded(encoding: str) -> Callable[[Path], None]:
    """The base profile with an accent in it, in another encoding."""
    return lambda root: void(
        profile_of(root).write_bytes((profile_of(root).read_text() + "maintained_by: Praktijk Café\n").encode(encoding))
    )


def with_logo(data: bytes, name: str = "logo.png") -> Callable[[Path], None]:
    def build(root: Path) -> None:
        add(f"brand: {{logo: {name}}}\n".encode())(root)
        (root / "profiles" / "zeester" / name).write_bytes(data)

    return build


def linked_logo(root: Path) -> None:
    add(b"brand: {logo: logo.svg}\n")(root)
    (root / "elsewhere.svg").write_bytes(LOGO)
    (root / "profiles" / "zeester" / "logo.svg").symlink_to(root / "elsewhere.svg")


def linked_folder(root: Path) -> None:
    add(b"brand: {logo: pictures/logo.svg}\n")(root)
    (root / "elsewhere").mkdir()
    (root / "elsewhere" / "logo.svg").write_bytes(LOGO)
    (root / "profiles" / "zeester" / "pictures").symlink_to(root / "elsewhere")


def png_header(width: int, height: int) -> bytes:
    """A picture of a few bytes that says it is enormous."""
    head = b"IHDR" + struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + struct.pack(">I", 13) + head + struct.pack(">I", zlib.crc32(head))


QUESTION = """
- id: huis-0{number}
  type: true-false
  ask: {{nl: Deur {number} staat open., en: Door {number} is open.}}
  picture: {{file: deur-{number}.png, alt: {{nl: Een dichte deur., en: A closed door.}}}}
  correct: {correct}
  feedback: {{true: {{nl: De deur is dicht., en: The door is closed.}}, false: {{nl: De deur is open., en: The door is open.}}}}
  why: {{nl: Praten blijft geheim., en: Talking stays secret.}}
"""


def noise(side: int) -> bytes:
    """A picture without two pixels alike in a row: nothing makes its file small."""
    pixels = random.Random(side).randbytes(3 * side * side)
    rows = b"".join(b"\0" + pixels[3 * side * row : 3 * side * (row + 1)] for row in range(side))
    chunks = [
        (b"IHDR", struct.pack(">IIBBBBB", side, side, 8, 2, 0, 0, 0)),
        (b"IDAT", zlib.compress(rows)),
        (b"IEND", b""),
    ]
    coded = (
        struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data)) for name, data in chunks
    )
    return b"\x89PNG\r\n\x1a\n" + b"".join(coded)


def with_pictures(*pictures: bytes) -> Callable[[Path], None]:
    """A module of its own that shows these, each with a question."""

    def build(root: Path) -> None:
        head = "id: huis\ntitle: {nl: Ons huis, en: Our house}\nquestions:"
        numbers = range(1, len(pictures) + 1)
        asked = "".join(QUESTION.format(number=n, correct=str(n % 2 == 0).lower()).rstrip() for n in numbers)
        files = {f"deur-{number}.png": data for number, data in zip(numbers, pictures, strict=True)}
        lay(root / "profiles/zeester/quizzes", {"huis.yml": f"{head}{asked}\n", **files})

    return build


def copy_of_the_profile(name: str) -> Callable[[Path], None]:
    return lambda root: void(shutil.copytree(root / "profiles" / "zeester", root / "profiles" / name))


def with_help_line(root: Path) -> None:
    """The help lines of this version and one more."""
    own = """
- id: zeelijn
  when: org.zee
  name: {nl: De Zeelijn, en: The Sea Line}
  text: {nl: Voor wie op zee werkt., en: For whoever works at sea.}
  phone: 0800-0188
  source: zeelijn.example
  checked: "2026-04-30"
"""
    lay(root, {"data/help.yml": own.lstrip() + "\n" + (REPOSITORY / "data" / "help.yml").read_text(encoding="utf-8")})


def with_old_law(root: Path) -> None:
    """The laws of this version and one more, last checked more than a year before the day of these tests."""
    own = """
- id: zeewet
  title: {nl: Zeewet, en: Sea act}
  text: {nl: Op zee geldt de zeewet., en: The sea act holds at sea.}
  source: zeewet.example
  checked: "2025-11-01"
"""
    lay(root, {"data/law.yml": own.lstrip() + "\n" + (REPOSITORY / "data" / "law.yml").read_text(encoding="utf-8")})


def void(_: object) -> None:
    """Several calls make one lambda; what they return is nobody's."""


BUILT: dict[str, Callable[[Path], None]] = {
    "file/two_thousand_levels_deep": add(b"introduction: " + b"{nl: " * 2000 + b"x" + b"}" * 2000 + b"\n"),
    "file/hundreds_of_levels_deep_by_indentation": add(b"".join(b" " * level + b"x:\n" for level in range(600))),
    "file/larger_than_256_kB": add(b"# een opmerking die steeds terugkomt\n" * 7300),
    "file/one_value_of_200_kB": add(b"maintained_by: " + b"x" * 200_000 + b"\n"),
    "file/not_utf_8": encoded("cp1252"),
    "file/utf_16_as_some_editors_save_it": encoded("utf-16"),
    "file/a_byte_order_mark_is_no_problem": encoded("utf-8-sig"),
    "file/windows_line_ends_are_no_problem": lambda root: void(
        profile_of(root).write_bytes(profile_of(root).read_bytes().replace(b"\n", b"\r\n"))
    ),
    "file/an_invisible_control_character": add(b"maintained_by: Praktijk\x08 Luister\n"),
    "file/a_text_that_runs_backwards": add("maintained_by: Praktijk \u202eretsiuL\n".encode()),
    "file/a_missing_profile": lambda root: profile_of(root).unlink(),
    "file/a_folder_in_the_place_of_the_profile": lambda root: void(
        (profile_of(root).unlink(), profile_of(root).mkdir())
    ),
    "picture/a_png_of_30000_by_30000": with_logo(png_header(30_000, 30_000)),
    "picture/an_empty_file": with_logo(b""),
    "picture/a_logo_without_a_problem": with_logo(LOGO, "logo.svg"),
    "picture/a_link_out_of_the_folder": linked_logo,
    "picture/a_folder_that_is_a_link": linked_folder,
    "picture/a_folder_in_the_place_of_the_logo": lambda root: void(
        (add(b"brand: {logo: logo.svg}\n")(root), (root / "profiles/zeester/logo.svg").mkdir())
    ),
    "own/a_picture_with_a_question_that_stays_too_heavy": with_pictures(noise(260)),
    "own/a_picture_with_a_question_of_30000_by_30000": with_pictures(png_header(30_000, 30_000)),
    "own/pictures_with_questions_that_are_too_heavy_together": with_pictures(*map(noise, range(240, 246))),
    "slug/two_folders_that_differ_in_capitals_only": copy_of_the_profile("Zeester"),
    "slug/a_folder_with_a_space": copy_of_the_profile("de zeester"),
    "slug/a_folder_named_as_a_device_of_windows": copy_of_the_profile("con"),
    "slug/no_folder_of_profiles": lambda root: shutil.rmtree(root / "profiles"),
    "slug/no_profile_yet": lambda root: shutil.rmtree(root / "profiles" / "zeester"),
    "data/a_help_line_under_a_condition_that_does_not_exist_and_without_a_number_to_dial": with_help_line,
    "data/a_law_that_nobody_checked_for_a_year": with_old_law,
    "page/a_page_that_is_not_utf_8": lambda root: void(
        (
            (root / "docs/nl").mkdir(parents=True),
            (root / "docs/nl/extra.md").write_bytes("---\ntitle: Café\n---\n".encode("cp1252")),
        )
    ),
}
"""Input that a folder of files cannot hold: too large, not text, a link, or a name that not every system knows."""


def cases() -> list[str]:
    """golden/<group>/<case>; and golden/rules/<rule>/<case>, the rule being a function in profile/rules/."""
    folders = [
        folder
        for pattern in ("*/*", "rules/*/*")
        for folder in GOLDEN.glob(pattern)
        if folder.is_dir() and folder.parent != GOLDEN / "rules"
    ]
    return sorted({folder.relative_to(GOLDEN).as_posix() for folder in folders} | set(BUILT))


def lay_case(case: str, root: Path) -> list[str]:
    """Make the case's workspace; returns the words of its command."""
    shutil.copytree(BASE, root, ignore=shutil.ignore_patterns(".voorlichter"))
    folder = GOLDEN / case
    lay_over(folder, root)
    if case in BUILT:
        BUILT[case](root)
    command = folder / "command.txt"
    return command.read_text(encoding="utf-8").splitlines() if command.exists() else []


def skipped(case: str) -> bool:
    """Windows knows no such name, or asks for rights to make a link."""
    return (
        sys.platform == "win32" and case in BUILT and case.startswith(("slug/", "picture/a_link", "picture/a_folder"))
    )


@pytest.fixture
def said(case: str, tmp_path: Path) -> str:
    """What `check` prints in both languages: what breaks a program most easily in a process of its own, all else here."""
    if skipped(case):
        pytest.skip("Windows knows no such name, or asks for rights to make a link")
    folder = tmp_path / "workspace"
    words = lay_case(case, folder)
    lines = ""
    for language in ("nl", "en"):
        command = ["check", *words, "--lang", language]
        dated = [*command, "--date", TODAY]
        answer = run(*dated, cwd=folder) if case in BUILT else run_here(dated, folder)
        lines += f"$ voorlichter {' '.join(command)}\n{answer.err}{answer.out}exit {answer.code}\n"
    return lines.replace(f"{folder.resolve()}{os.sep}", "").replace(str(folder.resolve()), ".")


@pytest.mark.sampled(6)
@pytest.mark.parametrize("case", cases())
def test_check_names_what_is_wrong_and_what_to_write(case: str, said: str, request: pytest.FixtureRequest) -> None:
    assert "Traceback" not in said
    expected = GOLDEN / case / "expected.txt"
    if request.config.getoption("--update-golden"):
        expected.parent.mkdir(parents=True, exist_ok=True)
        expected.write_text(said, encoding="utf-8")
        keep_difference(expected.parent)
    assert said == expected.read_text(encoding="utf-8")


def test_a_case_says_only_what_differs_from_the_small_workspace() -> None:
    whole = [case for case in cases() if difference_of(GOLDEN / case)]
    assert not whole, f"run: pytest tests/cli/test_check.py --update-golden ({', '.join(whole)})"
