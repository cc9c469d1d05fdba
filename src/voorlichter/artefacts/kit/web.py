"""The HTML that is handed out: a page for a frame, a card for an intranet, a mail. Each is one file that asks for no other."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from voorlichter.artefacts.kit.context import Edition
from voorlichter.content_policy import allowed_by_hash

FRAME = "embed.html"
_PIECES = (("intranet-card.html", "intranet"), (FRAME, None), ("announcement.html", "announcement"))
"""Each with the item whose texts it is written with; where that is left out, so is the piece."""
_STYLE = re.compile(r"<style>(.*?)</style>", re.S)
_NO_STYLE = "style-src 'none'"


@dataclass(frozen=True, slots=True)
class Piece:
    name: str
    html: str


def render_pieces(edition: Edition) -> Iterator[Piece]:
    for name, item in _PIECES:
        if item is None or item in edition.items:
            html = edition.template.fill_file(f"kit/{name}", edition.slots).decode()
            # Pasted or opened without a word about its encoding, it still says the same.
            yield Piece(name, _allow_style(html.encode("ascii", "xmlcharrefreplace").decode()))


def _allow_style(html: str) -> str:
    """The page's own style by its hash, and no other. It holds the organisation's colours, so only now is it known."""
    style = _STYLE.search(html)
    if style is None:
        return html
    return html.replace(_NO_STYLE, f"style-src {allowed_by_hash(style[1])}", 1)
