"""The program in a tab: a workspace in memory, and the session that answers what the page asks of it."""

from __future__ import annotations

import base64
import binascii
import importlib
import json
from collections.abc import Callable, Iterator
from contextlib import suppress
from datetime import date
from pathlib import Path
from typing import Any, Protocol

from voorlichter.json_read import read_json
from voorlichter.own.files import MODULES
from voorlichter.picture_file import PICTURES
from voorlichter.pictures import paint_with
from voorlichter.problems import InputError
from voorlichter.studio.tab.painter import BrowserPainter, WantedPicture, sheets_for
from voorlichter.workspace import Workspace
from voorlichter.workspace_zip import read_workspace_zip

_SESSION = "voorlichter.studio.session:Session"
_FOLDER = Path("/home/workspace")


class Answering(Protocol):
    def answer(self, message: dict[str, Any]) -> dict[str, Any]: ...


class Tab:
    """One workspace, in this tab's memory alone. What goes to the worker's script and comes from it is JSON, and bytes."""

    def __init__(self, session: str = "", folder: Path = _FOLDER) -> None:
        module, _, name = (session or _SESSION).partition(":")
        self._begin: Callable[[Workspace, date], Answering] = getattr(importlib.import_module(module), name)
        self._folder = folder
        self._painter = BrowserPainter()
        self._wanted: list[WantedPicture] = []
        paint_with(self._painter)
        self._open()

    def _open(self) -> None:
        (self._folder / "profiles").mkdir(parents=True, exist_ok=True)
        self._session = self._begin(Workspace.at(self._folder), date.today())

    def answer(self, text: str) -> str:
        """A message in, an answer out."""
        message = read_json(text)
        told = self._session.answer(message)
        return json.dumps({**told, "id": message.get("id")})

    def added(self) -> None:
        """Packages came that were not there at first."""
        importlib.invalidate_caches()

    def wanted(self, text: str) -> str:
        """The pictures that a message brings, for the browser to decode or draw before it is answered: what each is, in order."""
        self._wanted = [one for data, asked in _files_in(read_json(text)) for one in self._painter.wanted(data, asked)]
        return json.dumps([{"type": one.type, "width": one.width, "height": one.height} for one in self._wanted])

    def source(self, number: int) -> bytes:
        return self._wanted[number].source

    def sheets(self, number: int, width: int, height: int) -> str:
        """What to draw of it, now that it turned out so large."""
        sheets = sheets_for(self._wanted[number], width, height)
        return json.dumps(
            [
                {"width": one.width, "height": one.height, "part": one.part, "type": one.type, "white": one.white}
                for one in sheets
            ]
        )

    def keep(self, number: int, width: int, height: int, drawn: Any, pixels: Any) -> None:
        sheets = [one.to_bytes() for one in drawn]
        self._painter.keep(self._wanted[number], width, height, sheets, pixels.to_bytes())


def _files_in(message: dict[str, Any]) -> Iterator[tuple[bytes, bool]]:
    """Those that may become pictures, and whether they stand with a question."""
    name, data = str(message.get("file") or message.get("name")).lower(), message.get("data")
    with suppress(InputError, binascii.Error):  # told when the message is answered
        for path, held in (message.get("files") or {}).items():
            if path.lower().endswith(PICTURES):
                yield base64.b64decode(held), MODULES in Path(path).parts
        if message.get("verb") == "lay" and message.get("data"):
            files = read_workspace_zip(base64.b64decode(message["data"]))
            yield from (
                (held, MODULES in Path(path).parts) for path, held in files.items() if path.lower().endswith(PICTURES)
            )
        elif isinstance(data, str) and name.endswith(PICTURES):
            yield base64.b64decode(data), "file" in message
