"""The programs that can turn a composed project into HTML: MkDocs, ProperDocs, which goes on where MkDocs 1 stopped, and Zensical."""

from __future__ import annotations

import os
from importlib import import_module
from pathlib import Path
from types import ModuleType

from voorlichter.problems import Mark, Problem, Say

VARIABLE = "VOORLICHTER_ENGINE"
"""Names one of them, for this process and those that it starts."""
ENGINES = ("mkdocs", "properdocs", "zensical")
"""Each by its name on PyPI, which is its module's too; the first is taken where nobody names one."""


def engine_name() -> str:
    """One that is not known is taken for the first: a variable of the environment may hold anything."""
    named = os.environ.get(VARIABLE, "")
    return named if named in ENGINES else ENGINES[0]


def is_chosen() -> bool:
    """Is it another than everybody has?"""
    return engine_name() != ENGINES[0]


def engine_lacks(settings: Path) -> list[Problem]:
    """What to say where the chosen one is not installed."""
    name = engine_name()
    return [
        Problem(
            Mark(settings),
            name,
            Say(f"{name} is hier niet geïnstalleerd", f"{name} is not installed here"),
            Say(
                f"geef: pip install 'voorlichter[{name}]', of laat --engine en {VARIABLE} weg",
                f"give: pip install 'voorlichter[{name}]', or leave out --engine and {VARIABLE}",
            ),
        )
    ]


def part_of_engine(name: str) -> ModuleType:
    """A module of the engine, such as `config`. Raises ImportError where it is not installed."""
    return import_module(f"{engine_name()}.{name}")
