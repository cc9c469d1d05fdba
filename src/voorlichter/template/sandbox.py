"""The theme's templates as text that is filled in, not as programs: they may come with somebody else's workspace.

They see values and call what the template language itself offers. Everything else of Python and of the engine, from which a
way leads to files and programs, is refused.
"""

from __future__ import annotations

from typing import Any, NoReturn

import jinja2
from jinja2.exceptions import SecurityError
from jinja2.runtime import BlockReference, LoopContext, Macro
from jinja2.sandbox import ImmutableSandboxedEnvironment
from jinja2.utils import Cycler, Joiner, Namespace
from markupsafe import Markup

_WITH_METHODS = (str, Markup, list, tuple, dict, int, float, LoopContext, Cycler, Joiner, Namespace)


class Sandbox(ImmutableSandboxedEnvironment):
    """Calls macros, blocks, the language's own functions and the methods of plain values."""

    def is_safe_callable(self, obj: Any) -> bool:
        plain = type(getattr(obj, "__self__", None)) in _WITH_METHODS
        offered = isinstance(obj, (Macro, BlockReference)) or any(obj is known for known in self.globals.values())
        return (plain or offered) and super().is_safe_callable(obj)

    def unsafe_undefined(self, obj: Any, attribute: str) -> NoReturn:
        raise SecurityError(f"{attribute!r} of {type(obj).__name__!r}")


def sandboxed(environment: jinja2.Environment) -> Sandbox:
    """The engine's environment, with the same loader, filters and globals."""
    sandbox = Sandbox(loader=environment.loader, extensions=[*environment.extensions], auto_reload=False)
    sandbox.filters.update(environment.filters)
    sandbox.globals.update(environment.globals)
    return sandbox
