"""The proof that the tests bite: modules are altered, one place at a time, and the tests that own them must notice.

mutmut tells what can be altered. What is altered is a copy of the working tree, so that a stop leaves nothing behind.
"""

from __future__ import annotations

import ast
import hashlib
import json
import math
import os
import random
import shutil
import subprocess
import time
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor, as_completed
from dataclasses import dataclass
from functools import cache
from itertools import zip_longest
from pathlib import Path
from queue import SimpleQueue
from statistics import NormalDist
from typing import TYPE_CHECKING, Any

from environment import ROOT, VENV, program, say
from passed import Passed, key_of
from prove_pages import STATE

if TYPE_CHECKING:
    from browser.figures import Figures

PACKAGE = ROOT / "src" / "voorlichter"
EQUIVALENT = Path(__file__).with_name("equivalent_mutants.yml")
_LEAST, _MOST_EQUIVALENT = 0.85, 0.03
_OUTSIDE = {"click", "ctypes", "mkdocs", "multiprocessing", "resource", "shutil", "socket", "subprocess", "tempfile"}
"""Whoever imports these speaks to the system or the terminal."""
_ON_DISK = """open iterdir glob rglob scandir listdir mkdir makedirs rmdir rename replace_file unlink touch symlink_to stat
    lstat exists is_file is_dir is_symlink read_text read_bytes write_text write_bytes rmtree copyfile copytree"""
"""Names of calls that ask the disk."""
_GOLDEN = {
    "slots": "slots",
    "profile": "advisors or rules or slug or value",
    "template": "data or page",
    "quiz": "training",
}
"""The groups of tests/golden that a part owns; any other owns `file`."""
_CHECK = "tests/cli/test_check.py"
_FOLDERS = {
    "report": "annual_report",
    "changes": "changes",
    "kit": "kit",
    "training": "training",
    "presentation": "kit",
    "verify": "verify",
}
"""Tests of a part that lie in a folder of another name."""
_COMMANDS = {"report": "annual_report", "changes": "diff", "kit": "kit", "training": "export_training"}
"""The command that makes a part: its tests own that part too, after those of the part's folder."""
_SLOWEST = 4
"""A run that takes so many times what it takes unaltered is stopped, and counts as survived."""
_LOT = 50
"""Changes of a sample that are tried before the next are."""
_CERTAIN = NormalDist().inv_cdf(0.975)
_MOST_SECONDS = 40
"""After the first, tests are tried that together take so long; what they did not notice counts as survived."""


@dataclass(frozen=True, slots=True)
class Mutant:
    """A change: the how manieth of its module, its line, and what stood and stands there."""

    module: str
    number: int
    line: int
    before: str
    after: str

    @property
    def name(self) -> str:
        """The same where lines above it come or go."""
        return f"{self.module}: {self.before} → {self.after}"


def every_change_is_noticed(_: Figures, only: str, again: bool) -> bool:
    """A module that opens no file, altered in one place, is refused by the tests that own it; MUTANTS=150 takes so many, always the same, and proves it where the whole is good enough even at the low end of the interval."""
    owners = tests_of_modules()
    chosen = [module for module in modules_without_files() if only in module]
    made = [(module, number) for module in chosen for number in range(len(changes_of(module)))]
    possible = len(made)
    if wanted := int(os.environ.get("MUTANTS") or 0):
        made = in_lots(random.Random(wanted).sample(made, min(wanted, len(made))))
    mutants = [mutant for module, number in made if (mutant := mutant_of(module, number))]
    equivalent = read_equivalent()
    tried = [mutant for mutant in mutants if mutant.name not in equivalent]
    survived = list(_survivors(tried, owners, Passed(STATE / "mutants.txt", again)))
    lost = Counter(mutant.module for mutant in survived)
    for module, number in Counter(mutant.module for mutant in tried).items():
        say(f"{number - lost[module]:4} of {number:4} noticed in {module}")
    gone = equivalent.keys() - {mutant.name for mutant in mutants} if not wanted and not only else set()
    for name in sorted(gone):
        say(f"no such change any more, in {EQUIVALENT.name}: {name}")
    noticed, equal = len(tried) - len(survived), len(mutants) - len(tried)
    say(outcome(noticed, len(tried), equal, f"{wanted} of {possible}" if wanted else ""))
    least = interval(noticed, len(tried))[0] if wanted else noticed / max(1, len(tried))
    return least >= _LEAST and equal <= _MOST_EQUIVALENT * len(mutants) and not gone


def in_lots(drawn: list[tuple[str, int]]) -> list[tuple[str, int]]:
    """As they were drawn, so that what is tried when somebody stops it is a sample too; within a lot a module's are together, which is quicker."""
    return [one for at in range(0, len(drawn), _LOT) for one in sorted(drawn[at : at + _LOT])]


def outcome(noticed: int, tried: int, equivalent: int, sample: str = "") -> str:
    """The score; of a sample also between what that of the whole lies, so that nobody takes the one for the other."""
    low, high = interval(noticed, tried)
    of_all = f", so of all {low:.1%} to {high:.1%} (95 %, Wilson)" if sample else ""
    return (
        f"{f'Only a sample, {sample}: ' if sample else ''}{tried} changes, {tried - noticed} not noticed: "
        f"{noticed / max(1, tried):.1%}{of_all}; left out as equivalent: {equivalent / max(1, tried + equivalent):.1%}"
    )


def interval(noticed: int, tried: int) -> tuple[float, float]:
    """Between what the share of the whole lies with 95 % certainty, by Wilson, where a sample gave this."""
    if not tried:
        return 0.0, 1.0
    share, spread = noticed / tried, _CERTAIN**2 / tried
    middle = share + spread / 2
    reach = _CERTAIN * math.sqrt(share * (1 - share) / tried + spread / (4 * tried))
    return max(0.0, (middle - reach) / (1 + spread)), min(1.0, (middle + reach) / (1 + spread))


def read_equivalent() -> dict[str, str]:
    """The changes that no test can notice, each with the reason."""
    import yaml

    return dict(yaml.safe_load(EQUIVALENT.read_text(encoding="utf-8")) or {})


@cache
def modules_without_files() -> list[str]:
    """By their path in the package: those whose own code opens no file and speaks to neither system nor terminal."""
    return sorted(
        path.relative_to(PACKAGE).as_posix()
        for path in PACKAGE.rglob("*.py")
        if not _opens(ast.parse(path.read_text(encoding="utf-8")))
    )


def _opens(tree: ast.Module) -> bool:
    for node in ast.walk(tree):
        if isinstance(node, ast.Import | ast.ImportFrom):
            named = [node.module or ""] if isinstance(node, ast.ImportFrom) else [alias.name for alias in node.names]
            if any(name.partition(".")[0] in _OUTSIDE for name in named):
                return True
        elif isinstance(node, ast.Call):
            called = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
            if called in _ON_DISK.split():
                return True
    return False


@cache
def tests_of_modules() -> dict[str, list[list[str]]]:
    """For each module the tests of its own folder that reach it by imports, the nearest first; where none does, the nearest elsewhere."""
    return {path.relative_to(PACKAGE).as_posix(): _owners(path.relative_to(PACKAGE)) for path in PACKAGE.rglob("*.py")}


@cache
def _users() -> Mapping[str, set[str]]:
    """By file who imports it."""
    users: dict[str, set[str]] = defaultdict(set)
    for path in [*PACKAGE.rglob("*.py"), *(ROOT / "tests").rglob("*.py")]:
        for module in _imported(path):
            users[module].add(path.relative_to(ROOT).as_posix())
    return users


def _tests_that_reach(module: str) -> Iterator[list[str]]:
    """By imports, the nearest first."""
    asked, seen = {f"src/voorlichter/{module}"}, set[str]()
    while asked:
        seen |= asked
        asked = {user for one in asked for user in _users()[one]} - seen
        yield sorted(user for user in asked if _is_owner(user))


def tests_of_others(module: str) -> list[str]:
    """Those that reach a module and do not own it."""
    own = {test for tests in tests_of_modules()[module] for test in tests}
    return [test for tests in _tests_that_reach(module) for test in tests if test not in own]


def _owners(module: Path) -> list[list[str]]:
    part = module.parts[1] if module.parts[0] == "artefacts" else module.parts[-2] if len(module.parts) > 1 else ""
    folder = _FOLDERS.get(part, module.parts[0])
    own_places = (f"tests/{folder}/", f"tests/test_{module.stem}.py", f"tests/cli/test_{_COMMANDS.get(part)}.py")
    own, elsewhere = list[list[str]](), list[str]()
    for tests in _tests_that_reach(module.as_posix()):
        elsewhere = elsewhere or tests
        if near := [test for test in tests if test.startswith(own_places)]:
            own.append(near)
    further = [test for tests in own[1:] for test in tests]
    if part in _FOLDERS:  # its tests may run the command, and import nothing of it
        all_ = {test.relative_to(ROOT).as_posix() for test in (ROOT / "tests" / folder).glob("test_*.py")}
        further += sorted(all_.difference(further, *own))
    return [tests for tests in (*(own[:1] or [elsewhere]), further) if tests]


@cache
def _is_owner(name: str) -> bool:
    """What tests share is none, and who asks `check` about everything is asked last."""
    return name.startswith("tests/") and Path(name).name.startswith("test_") and name != _CHECK


def _imported(path: Path) -> Iterator[str]:
    """The files of ours that a file imports; a package that looks for its modules imports them all, a test of a command its command, and a test what its folder shares."""
    tests = ROOT / "tests"
    if path.name.startswith("test_") and path.parent != tests and (shared := path.parent / "conftest.py").is_file():
        yield shared.relative_to(ROOT).as_posix()
    tree = ast.parse(path.read_text(encoding="utf-8"))
    if path.parent.name == "cli" and (PACKAGE / "cli" / path.name.removeprefix("test_")).is_file():
        yield f"src/voorlichter/cli/{path.name.removeprefix('test_')}"
    for node in ast.walk(tree):
        names: list[str] = []
        if isinstance(node, ast.ImportFrom):
            within = [node.module] if node.module else []
            names = [*within, *(".".join([*within, alias.name]) for alias in node.names)]
        elif isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        if "pkgutil" in names:
            yield from (one.relative_to(ROOT).as_posix() for one in path.parent.rglob("*.py") if one != path)
        for name in names:
            if path.is_relative_to(tests):
                parts = [place / name.replace(".", "/") for place in (path.parent, tests)]
                helpers = [file for part in parts for file in (part.with_suffix(".py"), part / "__init__.py")]
                yield from (one.relative_to(ROOT).as_posix() for one in helpers if one.is_file())
            if name.partition(".")[0] == "voorlichter":
                file = ROOT / "src" / name.replace(".", "/")
                for one in (file.with_suffix(".py"), file / "__init__.py"):
                    if one.is_file():
                        yield one.relative_to(ROOT).as_posix()


@cache
def changes_of(module: str) -> list[Any]:
    """All single changes, but in annotations, decorators and `__all__`, which decide no value, and in sentences, which are for people."""
    import libcst as cst
    from libcst.metadata import MetadataWrapper
    from mutmut.mutation.file_mutation import MutationVisitor
    from mutmut.mutation.mutators import mutation_operators
    from mutmut.mutation.pragma_handling import IgnoredCode

    class Visitor(MutationVisitor):
        def _skip_node_and_children(self, node: cst.CSTNode) -> bool:
            if isinstance(node, cst.FunctionDef | cst.ClassDef):  # mutmut passes over what has a decorator
                return False
            if isinstance(node, cst.Call) and isinstance(node.func, cst.Name) and node.func.value in ("Say", "TypeVar"):
                return True
            if isinstance(node, cst.Assign) and getattr(node.targets[0].target, "value", "") == "__all__":
                return True
            if isinstance(node, cst.Arg) and node.keyword and node.keyword.value in ("nl", "en"):
                return True  # what a key is called, in one word too; that it is said is still taken away
            if isinstance(node, cst.SimpleString):
                return " " in node.value
            return isinstance(node, cst.Decorator) or super()._skip_node_and_children(node)

    def is_wanted(new: cst.CSTNode) -> bool:
        """Of a word one change will do."""
        return not isinstance(new, cst.SimpleString) or "XX" in new.value

    wrapper = MetadataWrapper(cst.parse_module((PACKAGE / module).read_text(encoding="utf-8")))
    visitor = Visitor(mutation_operators, IgnoredCode(set(), set(), set()))
    wrapper.visit(visitor)
    return [
        (wrapper.module, change.original_node, change.mutated_node)
        for change in visitor.mutations
        if is_wanted(change.mutated_node)
    ]


def source_of(module: str, number: int) -> str:
    """The whole file with one of the changes."""
    whole, old, new = changes_of(module)[number]
    return str(whole.deep_replace(old, new).code)


def mutant_of(module: str, number: int) -> Mutant | None:
    """One of the changes; None where it changes nothing."""
    before, after = (PACKAGE / module).read_text(encoding="utf-8").splitlines(), source_of(module, number).splitlines()
    if before == after:
        return None
    start, end = _alike(before, after), _alike(before[::-1], after[::-1])
    was, is_ = (
        " ".join(" ".join(lines[start : max(start + 1, len(lines) - end)]).split()) for lines in (before, after)
    )
    return Mutant(module, number, start + 1, was, is_)


def _alike(before: list[str], after: list[str]) -> int:
    """How many lines are the same up to the first that is not; where one ends, that is the first."""
    pairs = zip_longest(before, after)
    return next(at for at, (one, other) in enumerate(pairs) if one != other)


def _survivors(mutants: Iterable[Mutant], owners: Mapping[str, list[list[str]]], passed: Passed) -> Iterator[Mutant]:
    """Only what was noticed is kept, with the file that noticed; what was not is tried again, for the tests may have become better."""
    todo = [
        one for one in mutants if not any(passed.figures(_key(one, test)) is not None for test in _asked(one, owners))
    ]
    say(f"{len(todo)} to try")
    workers = max(1, int(os.environ.get("JOBS") or os.cpu_count() or 1))
    trials: SimpleQueue[Trials] = SimpleQueue()
    for number in range(workers):
        trials.put(Trials(_copy(STATE / "mutants" / str(number))))

    def attempt(mutant: Mutant) -> str:
        """Why it is not noticed; empty where it is."""
        trial = trials.get()
        try:
            by, why = trial.noticed_by(mutant, _asked_in_turn(mutant, owners))
        finally:
            trials.put(trial)
        if by:
            passed.add(_key(mutant, by), {})
        return why

    lost = 0
    with ThreadPoolExecutor(workers) as pool:
        tries = {pool.submit(attempt, one): one for one in todo}
        for number, done in enumerate(as_completed(tries), 1):
            if why := done.result():
                lost += 1
                say(f"not noticed ({why})  line {tries[done].line} of {tries[done].name}")
                yield tries[done]
            if number % 10 == 0:
                say(f"{number} of {len(todo)}, {lost} not noticed")


def _asked_in_turn(mutant: Mutant, owners: Mapping[str, list[list[str]]]) -> list[list[str]]:
    part = mutant.module.partition("/")[0]
    golden = part in _GOLDEN or mutant.module.startswith("yaml_")
    return [*owners[mutant.module], *([[f"{_CHECK} -k {_GOLDEN.get(part, 'file')}"]] if golden else [])]


def _asked(mutant: Mutant, owners: Mapping[str, list[list[str]]]) -> list[str]:
    asked = [*_asked_in_turn(mutant, owners), tests_of_others(mutant.module)]
    return [test.partition(" ")[0] for tests in asked for test in tests]


def _key(mutant: Mutant, test: str) -> str:
    return key_of(
        [str(mutant.number), _bytes_of(f"src/voorlichter/{mutant.module}"), _bytes_of(test.partition(" ")[0])]
    )


@cache
def _bytes_of(name: str) -> bytes:
    return hashlib.sha256((ROOT / name).read_bytes()).digest()


def _copy(folder: Path) -> Path:
    """The working tree as it is now."""
    shutil.rmtree(folder, ignore_errors=True)
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT,
        capture_output=True,
        check=True,
    )
    for name in filter(None, listed.stdout.decode().split("\0")):
        if (ROOT / name).is_file():
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(ROOT / name, folder / name)
    return folder


class Trials:
    """A copy of the tree in which mutants are tried, one after another, by a process that runs its tests in forks."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._reached: dict[str, dict[str, Any]] = {}
        python = str(program(VENV, "python"))
        # Of what was compiled so Python compares the bytes: a change within the same second is seen.
        compiled = ["-m", "compileall", "-q", "--invalidation-mode", "checked-hash", str(folder / "src")]
        subprocess.run([python, *compiled], check=True)
        wanted = {"PYTHONPATH": str(folder / "src"), "PYTHONDONTWRITEBYTECODE": "", "EVERY_ROW": "true"}
        settings = {**os.environ, **wanted}
        self._server = subprocess.Popen(
            [python, str(Path(__file__).with_name("mutant_server.py"))],
            cwd=folder, env=settings, encoding="utf-8",
            stdin=subprocess.PIPE, stdout=subprocess.PIPE,
        )  # fmt: skip

    def _ask(self, **order: Any) -> Any:
        assert self._server.stdin and self._server.stdout
        print(json.dumps(order), file=self._server.stdin, flush=True)
        return json.loads(self._server.stdout.readline())

    def noticed_by(self, mutant: Mutant, rounds: list[list[str]]) -> tuple[str, str]:
        """The file of the test that notices it; empty where none does, and then why not. After those that own it others may, each that comes past it."""
        lines = set(lines_of(mutant))
        said: list[str] = []
        others = tests_of_others(mutant.module)
        for files in [*rounds, others]:
            tests = self._chosen(mutant, lines, files, nearest=files is others)
            if not tests:
                continue
            if files is others:
                files = list(dict.fromkeys(test.partition("::")[0] for test in tests))
            code, by = self._run(mutant, lines, files, tests)
            if code not in (0, None):
                return str(by or files[0].partition(" ")[0]), ""
            said.append("stopped, it takes too long" if code is None else f"{len(tests)} tests pass")
        return "", ", then ".join(said) or "no test comes past it"

    def _run(
        self, mutant: Mutant, lines: set[int], files: list[str], tests: dict[str, float]
    ) -> tuple[int | None, str]:
        order = {
            "module": mutant.module,
            "whole": (self._folder / "src" / "voorlichter" / mutant.module).read_text(encoding="utf-8"),
            "source": source_of(mutant.module, mutant.number),
            "files": files,
            "tests": tests,
            "seconds": _SLOWEST * max(tests.values()) + 10,
        }
        answer = [-1, ""]
        if self._is_in_a_function(mutant, lines, files):
            answer = self._ask(**order, in_memory=True)
        if answer == [-1, ""]:
            answer = self._ask(**order, in_memory=False)
        return tuple(answer or (None, ""))

    def _is_in_a_function(self, mutant: Mutant, lines: set[int], files: list[str]) -> bool:
        """And nothing of that function has run before the first test."""
        body = function_around(mutant)
        return (
            bool(body)
            and all(body.isdisjoint(self._lines(file, "", mutant.module)) for file in files)
            and not mutant.module.startswith("cli/")
        )

    def _lines(self, file: str, part: str, module: str) -> list[int]:
        """What a part of a file of tests comes past in a module; the import is the part without a name."""
        return list(self._reach(file, module)["lines"].get(part, {}).get(module, ()))

    def _chosen(self, mutant: Mutant, lines: set[int], files: list[str], nearest: bool = False) -> dict[str, float]:
        """Tests with the seconds they take up to there: those that come past the lines, then those that share what does, then others that use the module, the quickest first.

        What one test reckons may be kept for the next, which then does not come past it; and nobody looks into a process
        that a test starts. What runs once, when the module is read, is for every test that uses the module. The first is
        tried whatever it takes, and what it shares costs the others nothing. With `nearest` only those that come past the lines themselves.
        """
        module, once = mutant.module, not function_around(mutant)
        found: dict[str, tuple[int, float]] = {}
        costs: dict[str, dict[str, float]] = {}
        for file in files:
            reach = self._reach(file, module)
            past = {part for part in reach["lines"] if not lines.isdisjoint(self._lines(file, part, module))}
            for_all = "" in past or (once and bool(past))
            for test, shared in reach["tests"].items():
                parts = [test, *shared]
                uses = any(self._lines(file, part, module) for part in parts)
                ranks = (
                    test in past,
                    not past.isdisjoint(parts),
                    uses,
                    for_all or not {*reach["spawns"]}.isdisjoint(parts),
                )
                if any(ranks[: 1 if nearest else None]):
                    costs[test] = {part: reach["seconds"].get(part, 0.0) for part in parts}
                    found[test] = (ranks.index(True), sum(costs[test].values()))
        return within_budget(sorted(found, key=found.__getitem__), costs)

    def _reach(self, file: str, module: str) -> dict[str, Any]:
        """Measured once, and again where the module has changed since."""
        now = _bytes_of(f"src/voorlichter/{module}").hex()
        if file in self._reached and self._reached[file]["of"].get(module, now) == now:
            return self._reached[file]
        names = ["scripts/mutant_server.py", *shared_by(file.partition(" ")[0])]
        path = STATE / "reach" / f"{key_of([file, *map(_bytes_of, names)])}.json"
        reach = json.loads(path.read_text(encoding="utf-8")) if path.is_file() else None
        if not reach or reach["of"].get(module, now) != now:
            path.parent.mkdir(parents=True, exist_ok=True)
            started = time.monotonic()
            self._ask(reach=file, to=str(path))
            reach = json.loads(path.read_text(encoding="utf-8"))
            say(f"{file} looked at in {time.monotonic() - started:.0f} s")
            for test in reach["failed"]:
                say(f"does not pass by itself, and is left out: {test}")
        self._ask(libraries=reach["libraries"])
        self._reached[file] = reach
        return reach


def shared_by(test: str) -> list[str]:
    """A file of tests, and what it shares with others: the modules of tests that it imports, these import, and so on."""
    found, asked = set[str](), {test, "tests/conftest.py"}
    while asked:
        found |= asked
        asked = {name for one in asked for name in _of_tests(one)} - found
    return sorted(found)


@cache
def _of_tests(file: str) -> list[str]:
    return [name for name in _imported(ROOT / file) if name.startswith("tests/")]


def within_budget(tests: Iterable[str], costs: Mapping[str, Mapping[str, float]]) -> dict[str, float]:
    """The first, and of the others in turn those that together cost little more; what they share is paid once."""
    total, budget, paid, chosen = 0.0, 0.0, set[str](), dict[str, float]()
    for test in tests:
        cost = sum(seconds for part, seconds in costs[test].items() if part not in paid)
        budget = budget or cost + _MOST_SECONDS
        if total + cost <= budget:
            total += cost
            paid.update(costs[test])
            chosen[test] = total
    return chosen


@cache
def _tree(module: str) -> ast.Module:
    return ast.parse((PACKAGE / module).read_text(encoding="utf-8"))


def lines_of(mutant: Mutant) -> range:
    """Of the smallest statement that is altered; of one with a body, down to where that begins."""
    best: ast.stmt | None = None
    for node in ast.walk(_tree(mutant.module)):
        if isinstance(node, ast.stmt) and node.lineno <= mutant.line <= (node.end_lineno or 0):
            best = node if best is None or node.lineno >= best.lineno else best
    assert best is not None, mutant
    body = getattr(best, "body", None)
    end = body[0].lineno if body and body[0].lineno > best.lineno else (best.end_lineno or 0) + 1
    return range(best.lineno, max(end, mutant.line + 1))


def function_around(mutant: Mutant) -> set[int]:
    """The lines of the body of the innermost function that holds it; empty where none does."""
    found: set[int] = set()
    for node in ast.walk(_tree(mutant.module)):
        if isinstance(node, ast.FunctionDef) and node.body[0].lineno <= mutant.line <= (node.end_lineno or 0):
            lines = set(range(node.body[0].lineno, (node.end_lineno or 0) + 1))
            found = lines if not found or len(lines) < len(found) else found
    return found
