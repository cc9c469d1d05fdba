"""The theme's templates as text that is filled in, not as programs: they may come with somebody else's workspace.

They see values and call what the template language itself offers. Everything else of Python and of the engine, from which a
way leads to files and programs, is refused.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import lru_cache
from types import CodeType
from typing import Any, NoReturn

import jinja2
from jinja2.exceptions import SecurityError
from jinja2.runtime import BlockReference, LoopContext, Macro
from jinja2.sandbox import ImmutableSandboxedEnvironment
from jinja2.utils import Cycler, Joiner, Namespace
from markupsafe import Markup

_WITH_METHODS = (str, Markup, list, tuple, dict, int, float, LoopContext, Cycler, Joiner, Namespace)


@dataclass(frozen=True, slots=True)
class _Written:
    """A template with all of its environment that its Python depends on."""

    source: str
    name: str | None
    known: frozenset[str]
    """Its extensions, and the filters and tests that a template may name."""
    sandbox: Sandbox = field(compare=False, repr=False)


class Sandbox(ImmutableSandboxedEnvironment):
    """Calls macros, blocks, the language's own functions and the methods of plain values.

    Every variant has the same templates: their Python is made once.
    """

    def __init__(self, **options: Any) -> None:
        super().__init__(**options)
        self._answered: dict[tuple[type, str], bool] = {}

    def compile(self, source: str, name: str | None = None, filename: str | None = None) -> CodeType:  # type: ignore[override]
        known = frozenset((*self.extensions, *self.filters, *self.tests))
        try:
            return self._compile(_python_of(_Written(source, name, known, self)), filename or "<template>")
        except jinja2.TemplateSyntaxError:
            return super().compile(source, name, filename)  # told with the file

    def is_safe_attribute(self, obj: Any, attr: str, value: Any) -> bool:
        """It hangs on the kind of thing alone, and a page asks tens of thousands of times."""
        asked = type(obj), attr
        if asked not in self._answered:
            self._answered[asked] = super().is_safe_attribute(obj, attr, value)
        return self._answered[asked]

    def is_safe_callable(self, obj: Any) -> bool:
        plain = type(getattr(obj, "__self__", None)) in _WITH_METHODS
        offered = isinstance(obj, (Macro, BlockReference)) or any(obj is known for known in self.globals.values())
        return (plain or offered) and super().is_safe_callable(obj)

    def unsafe_undefined(self, obj: Any, attribute: str) -> NoReturn:
        raise SecurityError(f"{attribute!r} of {type(obj).__name__!r}")


@lru_cache(maxsize=512)
def _python_of(written: _Written) -> str:
    return super(Sandbox, written.sandbox).compile(written.source, written.name, raw=True)


def sandboxed(environment: jinja2.Environment) -> Sandbox:
    """The engine's environment, with the same loader, filters and globals."""
    sandbox = Sandbox(loader=environment.loader, extensions=[*environment.extensions], auto_reload=False)
    sandbox.filters.update(environment.filters)
    sandbox.globals.update(environment.globals)
    return sandbox
