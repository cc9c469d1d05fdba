"""What holds between the keys of a profile. Every public function of a file here is a rule: found, and listed nowhere.

Errors are what is unreachable, unsafe or contradicts itself. Everything else warns, and the text
concerned is left out or says less, so that a phone number can always be corrected today.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from importlib import import_module
from inspect import isfunction
from pkgutil import iter_modules
from types import ModuleType

from voorlichter.problems import Problem
from voorlichter.profile import written
from voorlichter.profile.read import ProfileSource
from voorlichter.profile.view import ProfileView
from voorlichter.profile.vocabulary import Vocabulary


def _rules_of(module: ModuleType) -> Iterator[Callable[..., Iterator[Problem]]]:
    """Its own, in the order of the file; what begins with a line below helps one."""
    for name, rule in vars(module).items():
        if isfunction(rule) and rule.__module__ == module.__name__ and not name.startswith("_"):
            yield rule


RULES: tuple[Callable[[ProfileView], Iterator[Problem]], ...] = tuple(
    rule for module in iter_modules(__path__) for rule in _rules_of(import_module(f"{__name__}.{module.name}"))
)
WRITTEN_RULES: tuple[Callable[[ProfileSource, Vocabulary], Iterator[Problem]], ...] = tuple(_rules_of(written))
"""On the text as written, before the model."""
