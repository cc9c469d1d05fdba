"""Fixtures for all tests: templates that are built once, and workspaces that use them."""

from __future__ import annotations

import gc
import os
import shutil
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from browser.figures import Figures
from built import built_kit, built_once
from sampled import sample
from support import BASE, MANY_LANGUAGES, REPOSITORY, TODAY, copy_linked, lay, run, start_server, template_of

from voorlichter.user_folders import CACHE, CONFIG


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--update-golden",
        action="store_true",
        help="write what the program says now into tests/golden; read it all afterwards",
    )


gc.disable()  # until everything is collected: most of that stays, and to look through it again and again takes longer


def pytest_collection_finish() -> None:
    gc.freeze()
    gc.set_threshold(100_000, 20, 20)
    gc.enable()


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    left_out = set() if takes_all(config) else set(left_out_of_samples(items))
    config.hook.pytest_deselected(items=list(left_out))
    items[:] = [item for item in items if item not in left_out]
    order(items)


def takes_all(config: pytest.Config) -> bool:
    """Whoever names a test means it, and golden cases are written all at once."""
    named = config.option.keyword or any("::" in argument for argument in config.args)
    asked = "true" in (os.environ.get("EVERY_PAGE"), os.environ.get("EVERY_ROW"))
    return asked or bool(named or config.option.update_golden)


def left_out_of_samples(items: list[pytest.Item]) -> Iterator[pytest.Item]:
    """Of a test that is marked `sampled(n)` all rows but one in n, and what is marked `proof`; `scripts/prove.py tests` takes them all."""
    yield from (item for item in items if item.get_closest_marker("proof"))
    rows: dict[str, list[pytest.Item]] = {}
    for item in items:
        if item.get_closest_marker("sampled"):
            rows.setdefault(item.nodeid.partition("[")[0], []).append(item)
    for test, all_ in rows.items():
        (n,) = all_[0].get_closest_marker("sampled").args  # type: ignore[union-attr]
        taken = sample(test, len(all_), n)
        yield from (item for place, item in enumerate(all_) if place not in taken)


def order(items: list[pytest.Item]) -> None:
    """Files that take long come first, so that no process has one left when the others have nothing more to do.

    Those with a browser and those without take turns: at the start only some wait for the sites to be built.
    """
    turns: dict[Path, tuple[int, bool]] = {}
    for mark in ("browser", "slow"):
        marked = dict.fromkeys(item.path for item in items if item.get_closest_marker(mark))
        fresh = (path for path in marked if path not in turns)
        turns |= {path: (turn, mark == "slow") for turn, path in enumerate(fresh)}
    last = (len(items), False)
    items.sort(key=lambda item: turns.get(item.path, last))


def pytest_configure(config: pytest.Config) -> None:
    """What the program keeps for its user is a folder of this run, which all its processes share; the templates that the user has are in it."""
    if "PYTEST_XDIST_WORKER" in os.environ:
        return
    made = templates_of(REPOSITORY)
    folder = Path(tempfile.mkdtemp(prefix="voorlichter-tests-"))
    config.add_cleanup(lambda: shutil.rmtree(folder, ignore_errors=True))
    os.environ |= {CACHE: str(folder / "cache"), CONFIG: str(folder / "config")}
    for template in made:
        copy_linked(template, folder / "cache" / "templates" / template.name)
    if config.getoption("numprocesses", None) and hasattr(os, "fork"):
        config.add_cleanup(start_server(folder))


_FIGURES = pytest.StashKey[Figures]()


@pytest.fixture(scope="session")
def figures(pytestconfig: pytest.Config) -> Figures:
    """What the tests in a browser measure on the way; the run ends with it."""
    return pytestconfig.stash.setdefault(_FIGURES, Figures())


def pytest_sessionfinish(session: pytest.Session) -> None:
    if hasattr(session.config, "workeroutput"):  # one of several processes
        session.config.workeroutput["figures"] = session.config.stash.get(_FIGURES, Figures()).pages


@pytest.hookimpl(optionalhook=True)
def pytest_testnodedown(node: Any) -> None:
    node.config.stash.setdefault(_FIGURES, Figures()).add(node.workeroutput.get("figures", {}))


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter, config: pytest.Config) -> None:
    measured = config.stash.get(_FIGURES, Figures())
    if measured.pages:
        terminalreporter.section("figures of each page, the worst of every site and language")
        terminalreporter.write_line(measured.table())


@pytest.fixture(scope="session")
def examples(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A workspace with three example profiles, built once in Dutch, English and every form of address."""

    def build(root: Path) -> None:
        for folder in ("profiles", "advisors"):
            shutil.copytree(REPOSITORY / folder, root / folder, ignore=shutil.ignore_patterns(MANY_LANGUAGES))
        answer = run("build", "-C", root, "--date", TODAY, "--lang", "en")
        assert answer.code == 0, answer.err

    return built_once(tmp_path_factory, "examples", build)


def templates_of(root: Path) -> list[Path]:
    """Those that were made there from what there is now; test_build.py makes them again and finds the same bytes."""
    from voorlichter.stage_one import StageOne
    from voorlichter.template.stored import cached_template
    from voorlichter.workspace import Workspace

    workspace = Workspace.at(root)
    found = (cached_template(workspace, hash_, variant) for variant, hash_ in StageOne(workspace).hashes.items())
    return [template.path for template in found if template]


@pytest.fixture(scope="session")
def kit(tmp_path_factory: pytest.TempPathFactory, examples: Path) -> Path:
    """The kit of vuurtoren, made once with the command: setting its sheets takes long."""
    return built_kit(tmp_path_factory, examples)


@pytest.fixture
def new_workspace(tmp_path: Path, examples: Path) -> Callable[..., Path]:
    """Makes a workspace: the base, with files laid over it. Its templates were made for the examples."""

    def make(files: dict[str, str | bytes] | None = None, base: Path = BASE, name: str = "workspace") -> Path:
        root = tmp_path / name
        shutil.copytree(base, root)
        return lay(root, files or {})

    return make


@pytest.fixture
def own_cache(tmp_path: Path, examples: Path) -> Path:
    """A cache of this test alone, with the template of the small workspace in it: to make that anew takes seconds."""
    template = template_of(examples)
    shutil.copytree(template, tmp_path / "cache" / "templates" / template.name)
    return tmp_path / "cache"


@pytest.fixture
def workspace(new_workspace: Callable[..., Path]) -> Path:
    return new_workspace()
