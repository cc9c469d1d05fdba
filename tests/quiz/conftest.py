from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
import yaml

from voorlichter.problems import Language
from voorlichter.quiz import Module, check_module, read_module

Strings = Callable[[Language], dict[str, str]]


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
