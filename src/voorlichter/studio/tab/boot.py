"""The program in a tab: a workspace in memory, and the session that answers what the page asks of it."""

from __future__ import annotations

import importlib
from collections.abc import Callable
from pathlib import Path
from typing import Any, Protocol

from voorlichter.pictures import paint_with
from voorlichter.studio.tab.painter import BrowserPainter
from voorlichter.workspace import Workspace

_SESSION = "voorlichter.studio.session:Session"
_FOLDER = Path("/home/workspace")


class AnyProxy(Protocol):
    """What JavaScript hands over."""

    def to_py(self) -> Any: ...


class Answering(Protocol):
    def handle(self, message: dict[str, Any]) -> dict[str, Any]: ...


class Tab:
    """One workspace, in this tab's memory alone."""

    def __init__(self, session: str = "", folder: Path = _FOLDER) -> None:
        module, _, name = (session or _SESSION).partition(":")
        self._open: Callable[[Workspace], Answering] = getattr(importlib.import_module(module), name)
        self._folder = folder
        self._painter = BrowserPainter()
        paint_with(self._painter)
        (folder / "profiles").mkdir(parents=True, exist_ok=True)
        self._session = self._open(Workspace.at(folder))

    def answer(self, message: AnyProxy) -> Any:
        """JavaScript's message in, JavaScript's answer out; bytes are bytes on both sides."""
        from js import Object
        from pyodide.ffi import to_js

        asked = _with_bytes(message.to_py())
        told = self._session.handle(asked)
        return to_js({**told, "id": asked.get("id")}, dict_converter=Object.fromEntries)


def _with_bytes(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _with_bytes(one) for key, one in value.items()}
    if isinstance(value, list):
        return [_with_bytes(one) for one in value]
    return value.tobytes() if isinstance(value, memoryview) else value
