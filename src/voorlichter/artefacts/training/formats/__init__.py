"""Every format the training can be had in: a file here, named as the format is, with its `render`, its `RANK` among them and, where not all of a course gets into it, `tell`. Found, and listed nowhere."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from importlib import import_module
from pkgutil import iter_modules

from voorlichter.artefacts.training.package import Course
from voorlichter.problems import Say

Format = Callable[[Course], dict[str, bytes]]
"""From a course to the files that are handed out, by name: a package, or a file for each language."""

_MODULES = [import_module(f"{__name__}.{found.name}") for found in iter_modules(__path__)]
FORMATS: dict[str, Format] = {
    module.__name__.rpartition(".")[2].replace("_", "-"): module.render
    for module in sorted(_MODULES, key=lambda module: int(module.RANK))
}
"""By rank: what is asked for most comes first."""
TELLS: dict[str, Callable[[Course], Iterator[Say]]] = {
    module.__name__.rpartition(".")[2].replace("_", "-"): module.tell for module in _MODULES if hasattr(module, "tell")
}
"""What does not come along in a format."""
