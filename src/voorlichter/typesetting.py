"""PDF from the templates in overrides/print/: tagged (PDF/UA-1), in our own fonts, the same bytes for the same input."""

from __future__ import annotations

import json
import os
import re
import shutil
import sys
from collections.abc import Iterator, Mapping
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from voorlichter.problems import MachineError, Say
from voorlichter.scratch import Scratch

EXTRA = "kit"
_PLATFORM: str = sys.platform
IN_TAB = _PLATFORM == "emscripten"
"""A browser's Python: no threads, and no package but those that came along or are fetched by the page."""
_DAY = 1_767_225_600
"""What every PDF gives as the moment it was made: 1 January 2026. The day of a run may not change a byte."""

FAMILIES = (
    "Atkinson Hyperlegible Next",
    "Atkinson Hyperlegible Next Latin Ext",
    "Figtree",
    "Figtree Latin Ext",
    "Voorlichter Cyrillic",
    "Voorlichter Greek",
    "Voorlichter Vietnamese",
    "Noto Sans Arabic",
)
"""The faces that overrides/print/common.typ asks for."""

_NO_GLYPH = re.compile(r'the text `"(.+)"` could not be displayed')


def check_extra(*packages: str) -> None:
    """Raises MachineError, with what to do, where a package of the extra `kit` is missing."""
    lacking = [package for package in packages if find_spec(package) is None]
    if lacking and IN_TAB:
        raise MachineError(_NOT_FETCHED)
    if lacking:
        command = f"python -m pip install 'voorlichter[{EXTRA}]'"
        raise MachineError(
            Say(
                f"Hiervoor ontbreekt {', '.join(lacking)}. Installeer het met: {command}",
                f"This needs {', '.join(lacking)}. Install it with: {command}",
            )
        )


_NOT_FETCHED = Say(
    "het drukwerk is nog niet opgehaald. Haal het op bij Klaar",
    "the printed material has not been fetched yet. Fetch it under Done",
)


class Typesetter:
    """Typst with the templates of one workspace, loaded once for many sheets. A context: its working folder goes when it ends.

    Raises MachineError where Typst or a font is not installed, or a sheet is refused.
    """

    def __init__(self, templates: Mapping[str, Path]) -> None:
        """`templates`: the files of overrides/print/ by their path in it, fonts included."""
        check_extra("typst")
        import typst

        if IN_TAB:
            # Else Typst asks the browser for its time zone by evaluating a script, which the page's policy forbids.
            os.environ["TZ"] = "UTC0"
        self._folder = Scratch("print")
        self._root = self._folder.path
        self._pictures: dict[str, bytes] = {}
        for name, path in templates.items():
            (self._root / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(path, self._root / name)
        self._error = typst.TypstError
        fonts = typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[self._root / "fonts"])
        if lacking := [family for family in FAMILIES if family not in fonts.families()]:
            command = f"python -m pip install --force-reinstall 'voorlichter[{EXTRA}]'"
            raise MachineError(
                Say(
                    f"Lettertypen van het drukwerk ontbreken: {', '.join(lacking)}. Installeer het programma opnieuw met: {command}",
                    f"Fonts of the printed sheets are missing: {', '.join(lacking)}. Install the program again with: {command}",
                )
            )
        self._compiler = typst.Compiler(root=self._root, font_paths=fonts)

    def __enter__(self) -> Typesetter:
        return self

    def __exit__(self, *_: object) -> None:
        self._folder.close()

    def render_pdf(
        self, template: str, data: Mapping[str, Any], pictures: Mapping[str, bytes] | None = None, bleed: bool = False
    ) -> bytes:
        """`template` is a file such as poster.typ; it finds `data` in sys.inputs and the pictures beside itself, by name.

        `bleed`: 3 mm over the edge, with crop marks, for a print shop.
        """
        made = self._set(template, data, pictures or {}, bleed, format="pdf", pdf_standards="ua-1", timestamp=_DAY)
        assert isinstance(made, bytes)
        return made

    def render_png(
        self, template: str, data: Mapping[str, Any], pictures: Mapping[str, bytes], dots_per_inch: float
    ) -> bytes:
        """The first page, to look at."""
        made = self._set(template, data, pictures, False, format="png", ppi=dots_per_inch)
        first = made[0] if isinstance(made, list) else made
        assert first is not None
        return first

    def _set(
        self, template: str, data: Mapping[str, Any], pictures: Mapping[str, bytes], bleed: bool, **wishes: Any
    ) -> bytes | list[bytes] | None:
        for name, picture in pictures.items():
            if self._pictures.get(name) != picture:
                (self._root / name).write_bytes(picture)
                self._pictures[name] = picture
        inputs = {"data": json.dumps(data, ensure_ascii=False, sort_keys=True), "bleed": str(bleed).lower()}
        try:
            return self._compiler.compile(self._root / template, sys_inputs=inputs, **wishes)
        except self._error as error:
            raise MachineError(_refusal(template, error.message, data)) from error


def _refusal(template: str, message: str, data: Mapping[str, Any]) -> Say:
    """A sign that our fonts lack comes from what somebody wrote; anything else is ours to repair."""
    lacking = _NO_GLYPH.search(message)
    if not lacking:
        return Say(f"{template}: het zetten lukt niet: {message}", f"{template}: typesetting fails: {message}")
    sign = lacking[1]
    written = next((text for text in _texts(data) if sign in text), sign)
    return Say(
        f"“{written}” kan niet gedrukt worden: het teken “{sign}” zit niet in de lettertypen van het drukwerk. "
        "Schrijf het in Latijnse, Griekse, Cyrillische of Arabische letters, zonder emoji.",
        f"“{written}” cannot be printed: the sign “{sign}” is not in the fonts of the printed sheets. "
        "Write it in Latin, Greek, Cyrillic or Arabic letters, without emoji.",
    )


def _texts(data: object) -> Iterator[str]:
    if isinstance(data, str):
        yield data
    elif isinstance(data, Mapping):
        yield from (text for value in data.values() for text in _texts(value))
    elif isinstance(data, (list, tuple)):
        yield from (text for value in data for text in _texts(value))
