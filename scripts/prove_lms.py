"""The proof in a real learning system: every package of the examples, put into a Moodle and played to the end by its own pages."""

from __future__ import annotations

import hashlib
import json
import os
import re
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

import checkers
from environment import ROOT, VENV, program, run, say
from lms_pages import COMPLETED, LEARNING_OBJECTS, PASSED, Learner, Teacher
from lms_server import PROGRAMS, Moodle, release_of, running
from prove_pages import STATE

if TYPE_CHECKING:
    from browser.figures import Figures
    from playwright.sync_api import Browser

_KEPT = STATE / "lms"
_DAY = "2026-11-21"
_EDITIONS = {"scorm12": "SCORM 1.2", "scorm2004": "SCORM 2004"}
_BANKS = {"gift": ("GIFT", "gift", r"(?m)^::"), "moodle-xml": ("Moodle XML", "xml", r'<question type="(?!category)')}
_NEEDED = (
    "There is no Moodle to prove this in. Unpack one from https://download.moodle.org and name its folder: "
    "scripts/prove.py lms --moodle DIR. It is only read; versions 4.3 and 4.5 are known to work."
)
_ADVICE = {
    "skipview": "0",
    "hidebrowse": "0",
    "maxattempt": "0",
    "whatgrade": "0",
    "forcenewattempt": "0",
    "forcecompleted": "0",
    "masteryoverride": "0",
    **COMPLETED,
}
"""What publish/for-training.md says; but the preview is there, to see what it does."""
_ROWS = {
    "taken": "taken in by *SCORM package* without a warning",
    "resumed": "closed halfway and opened again: the answer is still there",
    "heard": "the last screen says that the system has heard",
    "completed": "finished: the activity is completed, and was not before",
    "graded": "with a pass mark the grade is 100; without one it is not 0",
    "kept": "opened again: the result is shown, and nothing changes",
    "again": "a second attempt, worse: grade and completion stay",
    "previewed": "*Preview* played to the end: not completed",
}


@dataclass
class Log:
    """Every line that was seen; its hash says which log a table is of."""

    path: Path
    faults: list[str] = field(default_factory=list)

    def note(self, line: str, holds: bool = True) -> bool:
        told = f"{'  ' if holds else 'NO'} {line}"
        say(told)
        with self.path.open("a", encoding="utf-8", newline="\n") as file:
            file.write(f"{time.strftime('%H:%M:%S')} {told}\n")
        self.faults += [] if holds else [line]
        return holds


def moodle_takes_packages(_: Figures, only: str, again: bool) -> bool:
    """Every package of the examples is taken in by a real Moodle (--moodle DIR, a folder that is only read) and played to the end by its own pages, with its grade, completion, resume, preview and second attempt; its question banks are imported (--only ooverlaar-act takes those files alone)."""
    source = Path(os.environ.get("MOODLE", "")).resolve()
    release = release_of(source)
    if not release:
        say(_NEEDED)
        return False
    lacking = checkers.install_programs(PROGRAMS)
    if lacking:
        say(
            f"Not there: {', '.join(lacking)}. Install: sudo apt-get install {' '.join(PROGRAMS[name] for name in lacking)}"
        )
        return False
    from browser.conftest import running_chromium

    _KEPT.mkdir(parents=True, exist_ok=True)
    log = Log(_KEPT / f"{release.split(' ')[0]}.log")
    with tempfile.TemporaryDirectory(prefix="lms-") as folder:
        packages = _export(Path(folder) / "packages")
        what = {"release": release, "packages": _fingerprint(packages)}
        passed = set() if again else passed_before(log.path, what)
        if not passed:
            log.path.unlink(missing_ok=True)
        with running(source, Path(folder)) as moodle, running_chromium() as browser:
            log.note(f"Moodle {release}")
            _keep(log.path, what, only, {})
            rows = _play(moodle, browser, packages, only, passed, log)
    _keep(log.path, what, only, rows)
    say("\n".join(["", *log.faults, f"{len(log.faults)} faults; the log is {log.path}"]))
    return not log.faults


def _keep(log: Path, what: dict[str, str], only: str, rows: dict[str, str]) -> None:
    kept = {"date": time.strftime("%d %B %Y").lstrip("0"), "log": _hash(log), "only": only, "rows": rows}
    log.with_suffix(".json").write_text(json.dumps({**what, **kept}, indent=1), encoding="utf-8")


def passed_before(log: Path, what: dict[str, str]) -> set[str]:
    """The packages, the same as now, of which every row held in an earlier run, stopped or not."""
    kept = log.with_suffix(".json")
    before = json.loads(kept.read_text("utf-8")) if kept.is_file() and log.is_file() else {}
    if any(before.get(key) != value for key, value in what.items()):
        return set()
    held: dict[str, set[str]] = {}
    for line in log.read_text("utf-8").splitlines():
        if found := re.match(r"[\d:]+ {4}([\w-]+): (\w+)", line):
            name, row = found.groups()
            held[name] = {row} if row == "taken" else held.get(name, set()) | {row}
    return {name for name, rows in held.items() if rows >= _ROWS.keys()}


def _export(folder: Path) -> dict[str, bytes]:
    """All packages that a Moodle may get, by the path that they were written to."""
    command = [str(program(VENV, "voorlichter")), "export", "-C", str(ROOT), "--date", _DAY]
    for form in (*_EDITIONS, *_BANKS):
        run([*command, "--format", form, "-o", str(folder / form)])
    return {str(path): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


def _play(
    moodle: Moodle, browser: Browser, packages: dict[str, bytes], only: str, passed: set[str], log: Log
) -> dict[str, str]:
    from playwright.sync_api import Error as PlaywrightError

    teacher = Teacher(browser, moodle, "teacher")
    learner, looker = (Learner(browser, moodle, who) for who in ("learner", "looker"))
    seen: Counter[tuple[str, str]] = Counter()
    counted: Counter[str] = Counter()
    rows = {}
    for form in _EDITIONS:
        for path in _of(form, packages, only):
            counted[form] += 1
            if path.stem in passed:
                seen.update((row, form) for row in _ROWS)
                continue
            try:
                for row, holds in _play_one(path, teacher, learner, looker, log):
                    seen[row, form] += int(holds)
            except (PlaywrightError, AssertionError) as fault:
                log.note(f"{path.stem}: stopped: {str(fault).splitlines()[0]}", False)
                learner.give_up()
                looker.give_up()
    for row, words in _ROWS.items():
        rows[words] = ", ".join(f"{name}: {seen[row, form]} of {counted[form]}" for form, name in _EDITIONS.items())
    for package in _of("scorm12", packages, only)[-1:]:
        rows["SCORM 1.2 without a pass mark, in the settings that Moodle itself proposes: the grade"] = _play_unset(
            package, teacher, learner, log
        )
    for form, (name, short, mark) in _BANKS.items():
        rows[f"{name}: questions on the import screen, of those in the files; warnings"] = _import(
            teacher, short, mark, _of(form, packages, only), log
        )
    return rows


def _of(form: str, packages: dict[str, bytes], only: str) -> list[Path]:
    return [path for path in map(Path, packages) if path.parent.name == form and only in path.name]


def _play_one(
    package: Path, teacher: Teacher, learner: Learner, looker: Learner, log: Log
) -> Iterator[tuple[str, bool]]:
    """Each row of the table, and whether it was so for this package."""
    from browser.training import answer_right, finish, finish_right

    name = package.stem
    marked = name.startswith("ooverlaar")
    settings = {**_ADVICE, "popup": str(int("scorm12" in name))}
    settings |= PASSED if marked else LEARNING_OBJECTS

    def found(row: str, holds: bool, told: str = "") -> tuple[str, bool]:
        return row, log.note(f"{name}: {row}{f': {told}' if told else ''}", holds)

    def state(who: str = "learner") -> str:
        return teacher.completion(name, who)

    activity = teacher.put_in(package, name, settings)
    yield found("taken", True)  # where it was not, nothing of this package is seen

    looking = looker.open(activity, "browse")
    finish_right(looking.training)
    looking.leave()
    previewed = state("looker")
    yield found("previewed", previewed == "Not completed", previewed)

    first = learner.open(activity)
    answer_right(first.training)
    given = _given(first.training.evaluate)
    first.leave()
    before = state()
    second = learner.open(activity)
    yield found("resumed", _given(second.training.evaluate) == given, given)

    finish_right(second.training)
    heard = second.heard()
    second.leave()
    yield found("heard", heard == "heard", heard)
    after, grade = state(), learner.grade(name)
    yield found("completed", before == "Not completed" and after == "Completed", f"{before}, then {after}")
    yield found("graded", grade == "100.00" if marked else float(grade.replace("-", "0")) != 0 or grade == "-", grade)

    third = learner.open(activity)
    shown = third.training.locator(".quiz__end").is_visible()
    third.leave()
    yield found("kept", shown and (state(), learner.grade(name)) == (after, grade), f"{shown}, {state()}")

    fourth = learner.open(activity, again=True)
    finish(fourth.training)
    fourth.leave()
    now = state(), learner.grade(name)
    yield found("again", now == (after, grade), " ".join(now))


def _play_unset(package: Path, teacher: Teacher, learner: Learner, log: Log) -> str:
    """Nothing chosen but that a status completes it: the grade that the learner reads."""
    from browser.training import finish_right

    name = f"{package.stem}-unset"
    activity = teacher.put_in(package, name, COMPLETED)
    sitting = learner.open(activity)
    finish_right(sitting.training)
    sitting.leave()
    grade = learner.grade(name)
    log.note(f"{name}: {grade}, {teacher.completion(name, 'learner')}")
    return grade


def _given(evaluate: Callable[[str], str]) -> str:
    """What is filled in at the question on the screen."""
    return evaluate("""() => {
      const at = document.querySelector(".quiz__question.current");
      const digits = [...at.querySelectorAll("input:checked, option:checked, details[open][data-path]")];
      return at.id + " " + digits.map(one => one.value || one.dataset.path || "").join(" ");
    }""")


def _import(teacher: Teacher, form: str, mark: str, files: list[Path], log: Log) -> str:
    taken = there = warnings = 0
    for file in files:
        count = len(re.findall(mark, file.read_text("utf-8")))
        listed, told = teacher.import_questions(file, form)
        log.note(f"{file.name}: {listed} of {count} {'; '.join(told)}", listed == count and not told)
        taken, there, warnings = taken + listed, there + count, warnings + len(told)
    return f"{taken} of {there} in {len(files)} files; {warnings}"


def table() -> str:
    """What was seen in each version of Moodle, of the packages as they are now."""
    every = [json.loads(path.read_text("utf-8")) for path in sorted(_KEPT.glob("*.json"), reverse=True)]
    if not every:
        return "Not seen yet: `python3 scripts/prove.py lms --moodle DIR --write`."
    heads = [
        f"Moodle {one['release']}, {'`--only ' + one['only'] + '`, ' if one.get('only') else ''}seen on {one['date']}, log {one['log']}, packages {one['packages']}"
        for one in every
    ]
    lines = [f"| seen | {' | '.join(heads)} |", "| --- |" + " --- |" * len(every)]
    rows = dict.fromkeys(row for one in every for row in one["rows"])
    lines += [f"| {row} | {' | '.join(one['rows'].get(row, 'not seen') for one in every)} |" for row in rows]
    return "\n".join([*lines, f"| cmi5 |{' none: Moodle itself does not know it |' * len(every)}"])


def _hash(path: Path) -> str:
    return f"`{hashlib.sha256(path.read_bytes()).hexdigest()[:12]}`"


def _fingerprint(packages: dict[str, bytes]) -> str:
    """Of all packages: another as soon as one of them is."""
    whole = b"".join(hashlib.sha256(data).digest() for data in packages.values())
    return f"`{hashlib.sha256(whole).hexdigest()[:12]}`"


sys.path.insert(0, str(ROOT / "tests"))
