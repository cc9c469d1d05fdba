"""Every type of question: a folder here, and one of the same name for its style and script in overrides/components/quiz/types/.

A folder holds model.py (its keys, and what it tells of itself), html.py, bank.py (its form in a question bank)
and, where its parts must fit each other, rules.py. Folders are found, and listed nowhere.
"""

from __future__ import annotations

from importlib import import_module
from importlib.util import find_spec
from pkgutil import iter_modules
from types import ModuleType


def modules_of_types(name: str) -> dict[str, ModuleType]:
    """The module of this name of each type that has one, by the type's own: what stands in true_false is of `true-false`."""
    folders = [f"{__name__}.{module.name}" for module in iter_modules(__path__)]
    return {
        folder.rpartition(".")[2].replace("_", "-"): import_module(f"{folder}.{name}")
        for folder in folders
        if find_spec(f"{folder}.{name}")
    }
