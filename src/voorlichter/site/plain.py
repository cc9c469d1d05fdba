"""Texts with slots, filled for one site, as plain text: for what is no HTML, such as a question bank or a poster."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache
from html import escape, unescape

from voorlichter.site.fill import Template
from voorlichter.site.pieces import CompiledTemplate, Register, cut, join
from voorlichter.slots.model import Slots
from voorlichter.slots.scan import change_around

_HTML_TAG = re.compile(r"<[^>]*>")
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f\x7f]")
"""No format has a way to say these."""


class PlainText:
    """Filled as HTML, where every value has its place, and taken out of it again: what an organisation is called is never read as markup.

    `prepare` has the last word on the text of each template.
    """

    def __init__(self, template: Template, slots: Slots, prepare: Callable[[str], str] = str) -> None:
        self._register = template.register
        self._answers = template.answers(slots)
        self._prepare = prepare

    def __call__(self, text: str | None) -> str:
        """On one line; empty for no text."""
        filled = join(_cut(text, self._prepare, self._register), self._answers).decode() if text else ""
        return " ".join(_CONTROL.sub("", unescape(_HTML_TAG.sub("", filled))).split())


@lru_cache(maxsize=4096)
def _cut(text: str, prepare: Callable[[str], str], register: Register) -> CompiledTemplate:
    return cut(prepare(change_around(text, escape)), register)
