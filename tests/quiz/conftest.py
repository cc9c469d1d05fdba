from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
import yaml
from browser.conftest import running_chromium
from played import Played, new_context, open_page, write_page

from voorlichter.problems import Language
from voorlichter.quiz import Module, check_module, read_module

if TYPE_CHECKING:
    from playwright.sync_api import Browser

Strings = Callable[[Language], dict[str, str]]
Play = Callable[..., Played]


@pytest.fixture(scope="session")
def root() -> Path:
    return Path(__file__).parents[2]


@pytest.fixture(scope="session")
def strings(root: Path) -> Strings:
    """The words around the questions in one language."""
    data = yaml.safe_load((root / "data/strings_quiz.yml").read_text(encoding="utf-8"))
    return lambda language: {key: texts[language] for key, texts in data.items()}


@pytest.fixture(scope="session")
def read() -> Callable[[Path], Module]:
    """A module that must be sound."""

    def read_sound(path: Path) -> Module:
        module, problems = check_module(read_module(path))
        assert module is not None, problems
        return module

    return read_sound


@pytest.fixture(scope="session")
def role(root: Path, read: Callable[[Path], Module]) -> Module:
    return read(root / "quizzes/role.yml")


@pytest.fixture(scope="session")
def every_type(read: Callable[[Path], Module]) -> Module:
    """One question of each of the eight types."""
    return read(Path(__file__).parent / "modules/all-types.yml")


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    pytest.importorskip("playwright.sync_api")
    with running_chromium() as opened:
        yield opened


@pytest.fixture
def play(browser: Browser, tmp_path: Path, every_type: Module, strings: Strings) -> Iterator[Play]:
    """Opens a module; whatever happens, nothing is asked of anybody and the address stays."""
    opened: list[Played] = []

    def open_module(
        module: Module | None = None, *, script: bool = True, context: dict[str, Any] | None = None, **options: Any
    ) -> Played:
        address = write_page(tmp_path, module or every_type, strings(options.get("language", "nl")), **options)
        it = open_page(new_context(browser, script=script, **(context or {})), address)
        opened.append(it)
        return it

    yield open_module
    for it in opened:
        assert it.complaints == []
        assert it.page.url == it.address
        it.page.context.close()
