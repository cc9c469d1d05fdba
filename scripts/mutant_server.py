"""Runs tests of a copy of the tree, each time in a fork of a process that has read the libraries and nothing of ours.

A line of standard input is an order, a line of standard output its answer:

    {"reach": "tests/test_swap.py", "to": "reach.json"}   which tests of a file come past which lines; answers the code
    {"module": "swap.py", "whole": …, "source": …, "in_memory": true, "files": […],
     "tests": {"tests/test_swap.py::test_a": 0}, "seconds": 9}   run these in that order up to the first that fails;
                                                          answers [code, file of that test], or null after so many
                                                          seconds of processor time
"""

from __future__ import annotations

import contextlib
import functools
import gc
import hashlib
import importlib
import json
import os
import select
import shutil
import signal
import sys
import tempfile
import time
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from inspect import CO_OPTIMIZED
from pathlib import Path
from types import CodeType, FunctionType
from typing import Any

import pytest

HERE = Path.cwd()
SOURCE = HERE / "src" / "voorlichter"
SCRATCH = Path(tempfile.gettempdir()) / f"mutants-{os.getpid()}"
"""Outside the tree: some commands refuse to write where Git looks."""
_WORDS = ["-q", "-p", "no:cacheprovider", "-m", "not browser"]
_PATIENCE = 10
"""On a busy machine the clock goes so many times faster than the work."""
_LOOK = 0.2
"""Seconds between one look at what work takes and the next."""
_IMPORT = ""
"""What comes past a line before any test has begun: the import of a module."""


class Reach:
    """Which lines a test and what it shares with others come past, also in the processes they start, and what each takes."""

    def __init__(self) -> None:
        import coverage

        self._elsewhere: dict[str, dict[str, set[int]]] = defaultdict(lambda: defaultdict(set))
        self._told = Path(tempfile.mkdtemp(dir=SCRATCH))
        settings = self._told / "settings"
        settings.write_text(
            f"[run]\nsource = {SOURCE}\ndata_file = {self._told / 'data'}\nparallel = true\npatch = subprocess, fork, _exit\n",
            encoding="utf-8",
        )
        self._coverage = coverage.Coverage(config_file=str(settings), messages=False)
        self._at = [_IMPORT]
        self._taken: dict[str, float] = defaultdict(float)
        self._spawning: set[str] = set()
        self._fixtures: dict[str, list[str]] = {}
        self._failed: set[str] = set()
        self._coverage.start()
        sys.addaudithook(self._hear)

    def _hear(self, event: str, _: object) -> None:
        if event in ("subprocess.Popen", "os.fork", "os.posix_spawn"):
            self._spawning.add(self._at[-1])

    @contextlib.contextmanager
    def _within(self, name: str) -> Iterator[None]:
        self._at.append(name)
        self._coverage.switch_context(name)
        started = _spent(os.getsid(0))
        try:
            yield
        finally:
            taken = max(0.0, _spent(os.getsid(0)) - started)
            self._gather(name)
            self._taken[name] += taken
            self._at.pop()
            self._taken[self._at[-1]] -= taken
            self._coverage.switch_context(self._at[-1])

    def _gather(self, name: str) -> None:
        """What processes that ended meanwhile came past."""
        import coverage

        own = f".pid{os.getpid()}."
        for path in (path for path in self._told.glob("data.*") if own not in path.name):
            with contextlib.suppress(coverage.CoverageException):  # of one that was stopped
                data = coverage.CoverageData(str(path))
                data.read()
                for file in data.measured_files():
                    self._elsewhere[name][Path(file).relative_to(SOURCE).as_posix()].update(data.lines(file) or ())
            path.unlink()

    @pytest.hookimpl(wrapper=True)
    def pytest_runtest_protocol(self, item: pytest.Item) -> Iterator[Any]:
        self._fixtures[item.nodeid] = [_name_of(name) for name in getattr(item, "fixturenames", ())]
        with self._within(item.nodeid):
            return (yield)

    @pytest.hookimpl(wrapper=True)
    def pytest_fixture_setup(self, fixturedef: Any) -> Iterator[Any]:
        if fixturedef.scope == "function":
            return (yield)
        with self._within(_name_of(fixturedef.argname)):
            return (yield)

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        if not report.passed:
            self._failed.add(report.nodeid)

    def told(self) -> dict[str, Any]:
        """Of each test that passes what it shares; of each of these parts, and of the import, its lines by module, its seconds and whether it starts a process."""
        self._coverage.stop()
        data = self._coverage.get_data()
        lines = self._elsewhere
        for file in data.measured_files():
            module = Path(file).relative_to(SOURCE).as_posix()
            for line, names in data.contexts_by_lineno(file).items():
                for name in names:
                    lines[name][module].add(line)
        libraries = [
            name for name, one in sys.modules.items() if "site-packages" in (getattr(one, "__file__", "") or "")
        ]
        of = {
            Path(file).relative_to(SOURCE).as_posix(): hashlib.sha256(Path(file).read_bytes()).hexdigest()
            for file in data.measured_files()
        }
        return {
            "of": of,
            "tests": {
                test: [name for name in fixtures if name in self._taken]
                for test, fixtures in self._fixtures.items()
                if test not in self._failed
            },
            "lines": {name: {module: sorted(one) for module, one in its.items()} for name, its in lines.items()},
            "seconds": self._taken,
            "spawns": sorted(self._spawning),
            "libraries": libraries,
            "failed": sorted(self._failed),
        }


def _spent(session: int) -> float:
    """Processor time of all that runs in a session, the same on a machine that is busy with something else; the clock where nobody tells it."""
    if not (processes := Path("/proc")).is_dir():
        return time.monotonic()
    ticks = 0
    for path in processes.glob("[0-9]*/stat"):
        with contextlib.suppress(OSError):  # it ended meanwhile
            told = path.read_text(encoding="utf-8", errors="replace").rpartition(")")[2].split()
            ticks += sum(map(int, told[11:15])) if int(told[3]) == session else 0
    return ticks / os.sysconf("SC_CLK_TCK")


def _name_of(fixture: str) -> str:
    return f"fixture {fixture}"


class Only:
    """These tests in this order; remembers the file of the first that failed."""

    def __init__(self, order: Mapping[str, int]) -> None:
        self._order = order
        self.failed = ""

    @pytest.hookimpl(trylast=True)
    def pytest_collection_modifyitems(self, items: list[pytest.Item]) -> None:
        wanted = [item for item in items if item.nodeid in self._order]
        items[:] = sorted(wanted, key=lambda item: self._order[item.nodeid])

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        if report.failed:
            self.failed = self.failed or report.nodeid.partition("::")[0]


class Waiting:
    """Has collected its tests and waits; for each order a fork puts an altered function in the place of the whole one."""

    def __init__(self, orders: Iterable[str], answer: Callable[[Any], None]) -> None:
        self._orders, self._answer = orders, answer
        self._failed = ""

    @pytest.hookimpl(tryfirst=True)
    def pytest_runtestloop(self, session: pytest.Session) -> bool:
        items = {item.nodeid: item for item in session.items}
        gc.unfreeze()  # what conftest froze is not among the objects that are told
        functions = _functions()
        gc.collect()
        gc.freeze()
        self._answer(len(items))
        for line in self._orders:
            order = json.loads(line)
            chosen = [items[name] for name in sorted(order["tests"], key=order["tests"].__getitem__) if name in items]
            self._answer(_apart(functools.partial(self._try, order, chosen, functions), order["seconds"]))
        os._exit(0)

    def _try(self, order: dict[str, Any], items: list[pytest.Item], functions: dict[Any, list[Any]]) -> list[Any]:
        if not _swap(SOURCE / order["module"], order["whole"], order["source"], functions):
            return [-1, ""]
        if items:
            items[0].config._tmp_path_factory._given_basetemp = Path(_own_scratch()[1])  # type: ignore[attr-defined]
        for item, following in zip(items, [*items[1:], None], strict=True):
            item.config.hook.pytest_runtest_protocol(item=item, nextitem=following or item)
            if self._failed:
                return [1, self._failed]
        return [0, ""]

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        if report.failed:
            self._failed = report.nodeid.partition("::")[0]


def _functions() -> dict[tuple[str, str, int], list[Any]]:
    """Those of ours by file, name and first line."""
    found: dict[tuple[str, str, int], list[Any]] = defaultdict(list)
    for one in gc.get_objects():
        if isinstance(one, FunctionType) and one.__code__.co_filename.startswith(str(SOURCE)):
            code = one.__code__
            found[code.co_filename, code.co_qualname, code.co_firstlineno].append(one)
    return found


def _swap(path: Path, before: str, after: str, functions: Mapping[tuple[str, str, int], list[Any]]) -> bool:
    """Whether all that differs is code of functions, and each of these could be given the other's."""
    whole = _codes(compile(before, str(path), "exec"))
    altered = _codes(compile(after, str(path), "exec"))
    if whole.keys() != altered.keys():
        return False
    places = Counter((code.co_qualname, code.co_firstlineno) for code in whole.values())
    swapped = False
    for name, code in whole.items():
        if code == altered[name]:
            continue
        place = (code.co_qualname, code.co_firstlineno)
        if places[place] > 1:
            return False
        for function in functions.get((str(path), *place), ()):
            try:
                function.__code__ = altered[name]
            except ValueError:  # it is a closure over other names
                return False
            swapped = True
    return swapped


def _codes(module: CodeType) -> dict[tuple[str, int], CodeType]:
    """All code of functions, by qualified name and how manieth of that name."""
    found: dict[tuple[str, int], CodeType] = {}
    numbers: Counter[str] = Counter()
    todo = [module]
    while todo:
        for one in todo.pop().co_consts:
            if isinstance(one, CodeType):
                todo.append(one)
                if one.co_flags & CO_OPTIMIZED:
                    found[one.co_qualname, numbers[one.co_qualname]] = one
                    numbers[one.co_qualname] += 1
    return found


def _measure(order: dict[str, Any]) -> int:
    SCRATCH.mkdir(exist_ok=True)
    reach = Reach()
    code = int(pytest.main([*_WORDS, *_own_scratch(), *order["reach"].split(" ", 2)], plugins=[reach]))
    Path(order["to"]).write_text(json.dumps(reach.told()), encoding="utf-8")
    return code


def _try(order: dict[str, Any]) -> list[Any]:
    only = Only(order["tests"])
    code = int(pytest.main([*_WORDS, "-x", *_own_scratch(), *_words(order["files"])], plugins=[only]))
    return [code, only.failed]


def _own_scratch() -> list[str]:
    """What somebody who was stopped left behind is in nobody's way."""
    SCRATCH.mkdir(exist_ok=True)
    return ["--basetemp", str(SCRATCH / str(os.getpid()))]


def _words(files: list[str]) -> list[str]:
    """A file may say which of its tests: `tests/cli/test_check.py -k file`."""
    return [word for file in files for word in file.split(" ", 2)]


class Zygote:
    """A fork in which the tests of some files are collected."""

    def __init__(self, files: list[str]) -> None:
        self.files = files
        reading, theirs = os.pipe()
        mine, writing = os.pipe()
        self._number = os.fork()
        if not self._number:
            os.close(reading)
            os.close(writing)
            _hush()
            with open(mine, encoding="utf-8") as orders, open(theirs, "w", encoding="utf-8") as answers:
                waiting = Waiting(orders, lambda told: print(json.dumps(told), file=answers, flush=True))
                pytest.main([*_WORDS, *_words(files)], plugins=[waiting])
            os._exit(1)
        os.close(theirs)
        os.close(mine)
        self._answers = open(reading, encoding="utf-8")  # noqa: SIM115
        self._orders = open(writing, "w", encoding="utf-8")  # noqa: SIM115
        self._answers.readline()

    def ask(self, order: dict[str, Any]) -> Any:
        try:
            print(json.dumps(order), file=self._orders, flush=True)
            return json.loads(self._answers.readline())
        except (BrokenPipeError, ValueError):
            return [-1, ""]

    def end(self) -> None:
        os.kill(self._number, signal.SIGKILL)
        os.waitpid(self._number, 0)
        self._answers.close()
        with contextlib.suppress(BrokenPipeError):
            self._orders.close()


def _hush() -> None:
    nowhere = os.open(os.devnull, os.O_RDWR)
    for number in (0, 1, 2):
        os.dup2(nowhere, number)


def _apart(work: Callable[[], Any], seconds: float | None) -> Any:
    """What the work gives, done in a fork; None where it takes more processor time, or waits. What it started ends with it."""
    reading, writing = os.pipe()
    child = os.fork()
    if not child:
        os.setsid()
        os.close(reading)
        _hush()
        answer: Any = [1, ""]
        with contextlib.suppress(BaseException):
            answer = work()
        os.write(writing, json.dumps(answer).encode())
        os._exit(0)
    os.close(writing)
    started = time.monotonic()
    while not select.select([reading], [], [], _LOOK)[0]:
        waited = time.monotonic() - started
        if seconds and (waited > seconds * _PATIENCE or (waited > seconds and _spent(child) > seconds)):
            told = b"null"
            break
    else:
        told = os.read(reading, 1 << 16) or b'[1, ""]'
    os.close(reading)
    with contextlib.suppress(ProcessLookupError, PermissionError):
        os.killpg(child, signal.SIGKILL)
    os.waitpid(child, 0)
    shutil.rmtree(SCRATCH / str(child), ignore_errors=True)
    return json.loads(told)


@contextlib.contextmanager
def _altered(order: dict[str, Any]) -> Iterator[None]:
    """On disk too: a process that a test starts reads it there."""
    path = SOURCE / order["module"]
    path.write_text(order["source"], encoding="utf-8")
    try:
        yield
    finally:
        path.write_text(order["whole"], encoding="utf-8")


def main() -> None:
    zygote: Zygote | None = None
    for line in sys.stdin:
        order = json.loads(line)
        if "libraries" in order:
            for name in order["libraries"]:
                with contextlib.suppress(Exception):
                    importlib.import_module(name)
            answer: Any = len(sys.modules)
        elif "reach" in order:
            answer = _apart(functools.partial(_measure, order), None)
        elif order["in_memory"]:
            if zygote is None or zygote.files != order["files"]:
                if zygote:
                    zygote.end()
                zygote = Zygote(order["files"])
            with _altered(order):
                answer = zygote.ask(order)
        else:
            with _altered(order):
                answer = _apart(functools.partial(_try, order), order["seconds"])
        print(json.dumps(answer), flush=True)
    shutil.rmtree(SCRATCH, ignore_errors=True)


if __name__ == "__main__":
    main()
