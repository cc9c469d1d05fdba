"""Prove what takes longer than CI allows: every page at every width and in both colour schemes, the same bytes from every build, and what others make of packages and slides, the tests in a browser without a sample, and that the tests notice what is altered.

    python scripts/prove.py [builds] [pages] [tree] [lighthouse] [store] [slides] [claims] [tab] [studio] [engines] [tests] [zensical] [audit] [attack] [lms] [mutants]   all of them without a name
    python scripts/prove.py --only vuurtoren-nl/index         only the pages whose name holds this
    python scripts/prove.py lighthouse --again --only vuurtoren-nl/index,vuurtoren-nl/wie.   of each page its figures
    python scripts/prove.py lms --moodle DIR                  in the Moodle of that folder
    python scripts/prove.py --again                           nothing that passed before counts
    python scripts/prove.py --write                           write the figures of each page into guide/figures.md

It can be stopped at any time, and goes on where it was: what passed is kept in .prove/, under the hashes of the page,
of what it loads and of the checkers. Needs what scripts/test.py needs; what cannot run is no proof.
"""

from __future__ import annotations

import argparse
import os
import re
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from checkers import install_engines
from environment import ROOT, VENV, enter, program, say, stop
from prove_attack import attacks_fail, table
from prove_kit import slides_open
from prove_lms import moodle_takes_packages
from prove_lms import table as lms_table
from prove_mutants import every_change_is_noticed, modules_without_files
from prove_mutants_js import every_change_in_a_script_is_noticed, scripts_that_decide
from prove_pages import every_page_holds, lighthouse_is_content
from prove_supply import nothing_is_known_to_be_unsafe, zensical_agrees

if TYPE_CHECKING:
    from browser.figures import Figures

_DAY = "2026-11-21"
_CIRCUMSTANCES = (
    {"PYTHONHASHSEED": "1", "TZ": "UTC", "LC_ALL": "C.UTF-8"},
    {"PYTHONHASHSEED": "2", "TZ": "Pacific/Kiritimati", "LC_ALL": "nl_NL.UTF-8"},
    {"PYTHONHASHSEED": "3", "TZ": "America/Adak", "LC_ALL": "C", "PYTHONOPTIMIZE": "1"},
)


def main() -> int:
    options = read_options()
    from browser.figures import Figures

    figures = Figures()
    failed = []
    for name in options.proofs or PROOFS:
        say(f"\n── {name}: {PROOFS[name].__doc__}")
        started = time.monotonic()
        try:
            proved = PROOFS[name](figures, options.only, options.again)
        except KeyboardInterrupt:
            stop("\nStopped; run it again to go on from here.")
        say(f"{name}: {'proved' if proved else 'FAILED'} ({(time.monotonic() - started) / 60:.1f} min)")
        if not proved:
            failed.append(name)
    if figures.pages:
        say(f"\nThe worst of every site and language:\n\n{figures.table()}")
    if options.write and figures.pages:
        write_guide("pages", figures.table())
    if options.write and "attack" in (options.proofs or PROOFS):
        write_guide("attack", table())
    if options.write and "lms" in (options.proofs or PROOFS):
        write_guide("lms", lms_table())
    say(f"\n{'FAILED: ' + ', '.join(failed) if failed else 'Proved'}")
    return 1 if failed else 0


def read_options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("proofs", nargs="*", metavar="PROOF", help=", ".join(PROOFS))
    parser.add_argument(
        "--only", default="", help="only the pages whose name holds this, such as vuurtoren-nl/ or /index"
    )
    parser.add_argument("--moodle", metavar="DIR", help="the folder of a Moodle for lms to copy; it is only read")
    parser.add_argument("--again", action="store_true", help="forget what passed before")
    parser.add_argument("--write", action="store_true", help="write the figures into guide/figures.md")
    options = parser.parse_args()
    unknown = set(options.proofs) - set(PROOFS)
    if unknown:
        parser.error(f"no such proof: {', '.join(sorted(unknown))}; there are: {', '.join(PROOFS)}")
    os.environ.update({"MOODLE": options.moodle} if options.moodle else {})
    return options


def builds_repeat(_: Figures, __: str, ___: bool) -> bool:
    """The examples give the same bytes in another folder, time zone, locale and order of hashing, one by one and side by side."""
    with tempfile.TemporaryDirectory() as scratch:
        folders = [Path(scratch) / name / "clients" for name in ("one", "a longer name é", "three")]
        for jobs, (folder, circumstances) in enumerate(zip(folders, _CIRCUMSTANCES, strict=True), 1):
            for part in ("profiles", "advisors"):
                shutil.copytree(ROOT / part, folder / part)
            for words in (["kit"], ["build", "--jobs", str(jobs)], ["export"]):
                command = [str(program(VENV, "voorlichter")), *words, "-C", str(folder), "--date", _DAY]
                if subprocess.run(command, env={**os.environ, **circumstances}, stdout=subprocess.DEVNULL).returncode:
                    return False
        first, *others = (dict(_made(folder)) for folder in folders)
        differing = sorted(
            {name for other in others for name in first.keys() | other.keys() if first.get(name) != other.get(name)}
        )
    for name in differing:
        say(f"differs: {name}")
    say(f"{len(first)} files in each of {len(folders)} builds, {len(differing)} differ")
    return bool(first) and not differing


def _made(folder: Path) -> Iterator[tuple[str, bytes]]:
    for part in ("kit", "site", "export"):
        for path in sorted((folder / part).rglob("*")):
            if path.is_file():
                yield path.relative_to(folder).as_posix(), path.read_bytes()


def write_guide(place: str, table: str) -> None:
    guide = ROOT / "guide" / "figures.md"
    text = guide.read_text(encoding="utf-8")
    marks = re.compile(rf"(?<=<!-- {place} -->\n).*(?=<!-- /{place} -->)", re.S)
    if not marks.search(text):
        stop(f"guide/figures.md has no place between <!-- {place} --> and <!-- /{place} -->")
    guide.write_text(marks.sub(lambda _: f"\n{table}\n\n", text), encoding="utf-8", newline="\n")


def store_takes_statements(_: Figures, __: str, ___: bool) -> bool:
    """A record store that others made takes every statement of a cmi5 package."""
    command = [str(program(VENV, "python")), "-m", "pytest", "-q", "tests/training/prove_record_store.py"]
    return subprocess.run(command, cwd=ROOT, env={**os.environ, "CI": "true"}).returncode == 0


def tree_is_whole(_: Figures, __: str, ___: bool) -> bool:
    """The folder that is put online has every part, its pictures too, and holds under any address."""
    words = ["-m", "pytest", "-q", "tests/scripts/test_pages_tree.py", "tests/scripts/prove_pages_pictures.py"]
    environment = {**os.environ, "CI": "true", "WHOLE_TREE": "true"}
    return (
        subprocess.run([str(program(VENV, "python")), "scripts/studio.py"], cwd=ROOT).returncode == 0
        and subprocess.run([str(program(VENV, "python")), *words], cwd=ROOT, env=environment).returncode == 0
    )


def studio_works_in_other_browsers(_: Figures, only: str, __: bool) -> bool:
    """A first client is made in a tab of Firefox and of WebKit too, and comes out as from the command line (--only WebKit takes one); in Chromium with the network cut as well, and closed while somebody types."""
    install_engines()
    words = ["-m", "pytest", "-q", "-rs", "tests/studio/prove_engines.py", "tests/studio/prove_keep.py", "-k", only]
    return (
        subprocess.run([str(program(VENV, "python")), *words], cwd=ROOT, env={**os.environ, "CI": "true"}).returncode
        == 0
    )


def engines_agree(_: Figures, only: str, __: bool) -> bool:
    """What a visitor does with each part of a site works in Firefox and in WebKit too, from a server and from a folder (--only WebKit takes one)."""
    install_engines()
    words = ["-m", "pytest", "-q", "-rs", "tests/browser/prove_journeys.py", "-k", only]
    return (
        subprocess.run([str(program(VENV, "python")), *words], cwd=ROOT, env={**os.environ, "CI": "true"}).returncode
        == 0
    )


def tests_hold_everywhere(_: Figures, only: str, __: bool) -> bool:
    """What the tests try on a sample (of pages, sites, states, rows) holds on all of them."""
    command = [
        str(program(VENV, "python")),
        "-m",
        "pytest",
        "-q",
        "-n",
        "auto",
        "--dist",
        "loadfile",
        "tests",
        "overrides",
        "--ignore",
        "tests/browser/test_accessibility.py",
        "-k",
        only,
    ]
    return subprocess.run(command, cwd=ROOT, env={**os.environ, "CI": "true", "EVERY_PAGE": "true"}).returncode == 0


def claims_hold(_: Figures, __: str, ___: bool) -> bool:
    """No sentence contradicts its profile, on the whole covering set; every inverted condition is noticed; false sentences are found."""
    # A file in a folder that is named as well is not collected by itself.
    return all(
        subprocess.run(
            [str(program(VENV, "python")), "-m", "pytest", "-q", "-rP", place],
            cwd=ROOT,
            env={**os.environ, "CI": "true", "EVERY_CLAIM": "true"},
        ).returncode
        == 0
        for place in ("tests/claims", "tests/claims/prove_conditions.py")
    )


def tab_makes_the_same(_: Figures, __: str, ___: bool) -> bool:
    """Every golden profile is read, checked and filled in a tab as on the command line."""
    command = [str(program(VENV, "python")), "-m", "pytest", "-q", "tests/studio/test_tab.py"]
    return subprocess.run(command, cwd=ROOT, env={**os.environ, "CI": "true", "EVERY_PAGE": "true"}).returncode == 0


def changes_are_noticed(figures: Figures, only: str, again: bool) -> bool:
    """A module that opens no file, or a script that decides something, altered in one place, is refused by the tests that own it; MUTANTS=150 takes so many of the modules, always the same."""
    parts = [
        (modules_without_files, every_change_is_noticed),
        (scripts_that_decide, every_change_in_a_script_is_noticed),
    ]
    proved = [prove(figures, only, again) for names, prove in parts if any(only in name for name in names())]
    return bool(proved) and all(proved)


PROOFS: dict[str, Callable[[Figures, str, bool], bool]] = {
    "builds": builds_repeat,
    "pages": every_page_holds,
    "tree": tree_is_whole,
    "lighthouse": lighthouse_is_content,
    "store": store_takes_statements,
    "slides": slides_open,
    "claims": claims_hold,
    "tab": tab_makes_the_same,
    "studio": studio_works_in_other_browsers,
    "engines": engines_agree,
    "tests": tests_hold_everywhere,
    "zensical": zensical_agrees,
    "audit": nothing_is_known_to_be_unsafe,
    "attack": attacks_fail,
    "lms": moodle_takes_packages,
    "mutants": changes_are_noticed,
}


if __name__ == "__main__":
    enter("test")
    sys.exit(main())
