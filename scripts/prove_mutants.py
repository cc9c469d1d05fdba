"""The proof that the tests bite: modules are altered, one place at a time, and the tests that own them must notice.

mutmut tells what can be altered. What is altered is a copy of the working tree, so that a stop leaves nothing behind.
"""

from __future__ import annotations

import ast
import hashlib
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
from pathlib import Path
from queue import SimpleQueue
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
}
"""Tests of a part that lie in a folder of another name."""
_SLOWEST = 4
"""A run that takes so many times what it takes unaltered is stopped, and counts as survived."""


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
    """A module that opens no file, altered in one place, is refused by the tests that own it; MUTANTS=150 takes so many, always the same."""
    owners = tests_of_modules()
    chosen = [module for module in modules_without_files() if only in module]
    made = [(module, number) for module in chosen for number in range(len(changes_of(module)))]
    if wanted := int(os.environ.get("MUTANTS") or 0):
        made = random.Random(wanted).sample(made, min(wanted, len(made)))
    mutants = [mutant for module, number in made if (mutant := mutant_of(module, number))]
    equivalent = read_equivalent()
    tried = [mutant for mutant in mutants if mutant.name not in equivalent]
    survived = list(_survivors(tried, owners, Passed(STATE / "mutants.txt", again)))
    for module, number in Counter(mutant.module for mutant in survived).most_common(15):
        say(f"{number:4} of {sum(one.module == module for one in tried):4} not noticed in {module}")
    gone = equivalent.keys() - {mutant.name for mutant in mutants} if not wanted and not only else set()
    for name in sorted(gone):
        say(f"no such change any more, in {EQUIVALENT.name}: {name}")
    score = 1 - len(survived) / len(tried) if tried else 0
    left_out = 1 - len(tried) / len(mutants) if mutants else 0
    say(f"{len(tried)} changes, {len(survived)} not noticed: {score:.1%}; left out as equivalent: {left_out:.1%}")
    return score >= _LEAST and left_out <= _MOST_EQUIVALENT and not gone


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
    users: dict[str, set[str]] = defaultdict(set)
    for path in [*PACKAGE.rglob("*.py"), *(ROOT / "tests").rglob("test_*.py")]:
        for module in _imported(path):
            users[module].add(path.relative_to(ROOT).as_posix())
    return {
        path.relative_to(PACKAGE).as_posix(): _owners(path.relative_to(PACKAGE), users)
        for path in PACKAGE.rglob("*.py")
    }


def _owners(module: Path, users: Mapping[str, set[str]]) -> list[list[str]]:
    folder = _FOLDERS.get(module.parts[-2] if len(module.parts) > 1 else "", module.parts[0])
    own_places = (f"tests/{folder}/", f"tests/test_{module.stem}.py")
    asked, seen, own, elsewhere = {f"src/voorlichter/{module.as_posix()}"}, set[str](), list[list[str]](), list[str]()
    while asked:
        seen |= asked
        asked = {user for one in asked for user in users[one]} - seen
        tests = sorted(user for user in asked if _is_owner(user))
        elsewhere = elsewhere or tests
        if near := [test for test in tests if test.startswith(own_places)]:
            own.append(near)
    further = [test for tests in own[1:] for test in tests]
    return [tests for tests in (*(own[:1] or [elsewhere]), further) if tests]


@cache
def _is_owner(name: str) -> bool:
    """A test in a browser looks at a whole site; whoever owns a module says it without."""
    return (
        name.startswith("tests/")
        and name != _CHECK
        and "pytest.mark.browser" not in (ROOT / name).read_text(encoding="utf-8")
    )


def _imported(path: Path) -> Iterator[str]:
    """The files of ours that a file imports; a package that looks for its modules imports them all, and a test of a command its command."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    if path.parent.name == "cli" and (PACKAGE / "cli" / path.name.removeprefix("test_")).is_file():
        yield f"src/voorlichter/cli/{path.name.removeprefix('test_')}"
    for node in ast.walk(tree):
        names: list[str] = []
        if isinstance(node, ast.ImportFrom) and node.module:
            names = [node.module, *(f"{node.module}.{alias.name}" for alias in node.names)]
        elif isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        if "pkgutil" in names:
            yield from (one.relative_to(ROOT).as_posix() for one in path.parent.rglob("*.py") if one != path)
        for name in names:
            if name.partition(".")[0] == "voorlichter":
                file = ROOT / "src" / name.replace(".", "/")
                for one in (file.with_suffix(".py"), file / "__init__.py"):
                    if one.is_file():
                        yield one.relative_to(ROOT).as_posix()


@cache
def changes_of(module: str) -> list[Any]:
    """All single changes, but in annotations and decorators, which decide no value, and in sentences, which are for people."""
    import libcst as cst
    from libcst.metadata import MetadataWrapper
    from mutmut.mutation.file_mutation import MutationVisitor
    from mutmut.mutation.mutators import mutation_operators
    from mutmut.mutation.pragma_handling import IgnoredCode

    class Visitor(MutationVisitor):
        def _skip_node_and_children(self, node: cst.CSTNode) -> bool:
            if isinstance(node, cst.FunctionDef | cst.ClassDef):  # mutmut passes over what has a decorator
                return False
            if isinstance(node, cst.Call) and isinstance(node.func, cst.Name) and node.func.value == "Say":
                return True
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
    start = next(at for at, (one, other) in enumerate(zip(before, after, strict=False)) if one != other)
    end = next(at for at, (one, other) in enumerate(zip(before[::-1], after[::-1], strict=False)) if one != other)
    was, is_ = (
        " ".join(" ".join(lines[start : max(start + 1, len(lines) - end)]).split()) for lines in (before, after)
    )
    return Mutant(module, number, start + 1, was, is_)


def _survivors(mutants: Iterable[Mutant], owners: Mapping[str, list[list[str]]], passed: Passed) -> Iterator[Mutant]:
    """Only what was noticed is kept; what was not is tried again, for the tests may have become better."""
    todo = []
    for mutant in mutants:
        names = [f"src/voorlichter/{mutant.module}", *(test for tests in owners[mutant.module] for test in tests)]
        key = key_of([str(mutant.number), *map(_bytes_of, names)])
        if passed.figures(key) is None:
            todo.append((mutant, key))
    say(f"{len(todo)} to try")
    workers = max(1, int(os.environ.get("JOBS") or os.cpu_count() or 1))
    folders: SimpleQueue[Path] = SimpleQueue()
    for number in range(workers):
        folders.put(_copy(STATE / "mutants" / str(number)))

    def attempt(asked: tuple[Mutant, str]) -> bool:
        mutant, key = asked
        folder = folders.get()
        try:
            noticed = _is_noticed(mutant, owners[mutant.module], folder)
        finally:
            folders.put(folder)
        if noticed:
            passed.add(key, {})
        return noticed

    lost = 0
    lost = 0
    with ThreadPoolExecutor(workers) as pool:
        tries = {pool.submit(attempt, one): one[0] for one in todo}
        for number, done in enumerate(as_completed(tries), 1):
            if not done.result():
                lost += 1
                say(f"not noticed  line {tries[done].line} of {tries[done].name}")
                yield tries[done]
            if number % 10 == 0:
                say(f"{number} of {len(todo)}, {lost} not noticed")


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


def _is_noticed(mutant: Mutant, owners: list[list[str]], folder: Path) -> bool:
    path = folder / "src" / "voorlichter" / mutant.module
    whole = path.read_text(encoding="utf-8")
    part = mutant.module.partition("/")[0]
    rounds = [*owners]
    if part in _GOLDEN or mutant.module.startswith("yaml_"):
        rounds.append([_CHECK, "-k", _GOLDEN.get(part, "file")])
    try:
        for words in rounds:
            allowed = _SLOWEST * _unaltered(tuple(words), folder, mutant.module) + 10
            path.write_text(source_of(mutant.module, mutant.number), encoding="utf-8")
            code = _run(words, folder, allowed)
            path.write_text(whole, encoding="utf-8")
            if code not in (0, None):
                return True
            if code is None:
                return False
    finally:
        path.write_text(whole, encoding="utf-8")
    return False


_TIMES: dict[tuple[str, ...], float] = {}


def _unaltered(words: tuple[str, ...], folder: Path, module: str) -> float:
    """The seconds that these tests take where nothing is altered; they must pass."""
    if words not in _TIMES:
        started = time.monotonic()
        if _run(list(words), folder, None) != 0:
            raise SystemExit(f"These fail by themselves, for {module}: pytest {' '.join(words)}")
        _TIMES[words] = time.monotonic() - started
    return _TIMES[words]


def _run(words: list[str], folder: Path, seconds: float | None) -> int | None:
    """The code that pytest ends with; None where it took too long."""
    command = [str(program(VENV, "python")), "-m", "pytest", "-x", "-q", "-p", "no:cacheprovider", *words]
    # Python trusts what it compiled by the second: a change within one would not be seen.
    settings = {"PYTHONPATH": str(folder / "src"), "PYTHONDONTWRITEBYTECODE": "1"}
    with subprocess.Popen(
        command, cwd=folder, env={**os.environ, **settings}, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        start_new_session=True,
    ) as running:  # fmt: skip
        try:
            return running.wait(seconds)
        except subprocess.TimeoutExpired:
            return None
        finally:
            _end(running)


def _end(running: subprocess.Popen[Any]) -> None:
    """With everything it started."""
    if hasattr(os, "killpg"):
        try:
            os.killpg(running.pid, 9)
        except ProcessLookupError:
            return
    else:
        running.kill()
