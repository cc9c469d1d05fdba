"""HTML in the Markdown of a page: what gives a text its form may stand there; what runs, loads or leads away is told."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from pathlib import Path

from voorlichter.html_tags import WITHIN_LINE
from voorlichter.problems import Mark, Problem, Say
from voorlichter.slots.scan import TAG, line_and_column

_ELEMENTS = WITHIN_LINE | {
    *("div", "p", "br", "hr", "pre", "blockquote", "section", "aside", "figure", "figcaption", "details", "summary"),
    *("ul", "ol", "li", "dl", "dt", "dd", "h1", "h2", "h3", "h4", "h5", "h6", "strong", "img"),
    *("table", "caption", "thead", "tbody", "tfoot", "tr", "th", "td", "col", "colgroup"),
}
_ATTRIBUTES = {
    *("class", "id", "lang", "dir", "title", "role", "hidden", "tabindex", "open", "start", "reversed", "datetime"),
    *("href", "src", "srcset", "alt", "width", "height", "colspan", "rowspan", "scope", "align", "headers", "markdown"),
}
_ADDRESSES = ("href", "src", "srcset")
_HTML = re.compile(r"""<(?P<name>[a-zA-Z!?][^\s/>]*)(?P<attributes>(?:"[^"]*"|'[^']*'|[^>"'])*)>?""")
_ATTRIBUTE = re.compile(
    r"""(?P<name>[^\s"'>/=]+)(?:\s*=\s*(?:"(?P<double>[^"]*)"|'(?P<single>[^']*)'|(?P<bare>[^\s"'>]+)))?"""
)
_LIST = re.compile(r"\{:?(?P<attributes>[^{}\n|]*)\}")
_LINK = re.compile(
    r"(?P<picture>!?)\[[^\]\n]*\]\(\s*<?(?P<inline>[^\s()<>]+)|^ {0,3}\[[^\]\n]+\]:\s*<?(?P<reference>[^\s<>]+)", re.M
)
_SCHEME = re.compile(r"\s*(?:(?P<scheme>[a-z][a-z0-9+.-]*):|//|\\)", re.I)
_AUTOMATIC = re.compile(r"<(?:https?://|mailto:)[^\s<>]+>")


def check_html(path: Path, body: str) -> Iterator[Problem]:
    """One problem a place. The lines of `body` are those of the file."""
    text = TAG.sub(lambda tag: "x" * len(tag[0]), body)  # a slot is a value, which is escaped
    for match in _HTML.finditer(text):
        if _AUTOMATIC.match(text, match.start()):
            continue
        if match["name"].lower() not in _ELEMENTS:
            if match["name"].startswith("!--"):
                continue
            yield _problem(path, body, match.start(), f"<{match['name']}>")
        else:
            yield from _check_attributes(path, body, match["attributes"], match.start("attributes"))
    for match in _LIST.finditer(text):
        if "=" in match["attributes"]:
            yield from _check_attributes(path, body, match["attributes"], match.start("attributes"), only_values=True)
    for match in _LINK.finditer(text):
        address = match["inline"] or match["reference"]
        scheme = _SCHEME.match(address)
        if match["picture"] and scheme:
            yield _problem(path, body, match.start(), address)


def _check_attributes(path: Path, body: str, written: str, start: int, only_values: bool = False) -> Iterator[Problem]:
    for match in _ATTRIBUTE.finditer(written):
        name, place = match["name"].lower(), start + match.start()
        value = next((match[kind] for kind in ("double", "single", "bare") if match[kind] is not None), None)
        if (value is None and only_values) or TAG.match(body, place):  # a slot that stands as one is told elsewhere
            continue
        told = body[place : place + len(match[0])]
        if name not in _ATTRIBUTES and not name.startswith(("aria-", "data-")):
            yield _problem(path, body, place, told)
        elif name in _ADDRESSES and (scheme := _SCHEME.match(_as_read(value or ""))):
            allowed = ("https", "mailto", "tel") if name == "href" else ()
            if (scheme["scheme"] or "").lower() not in allowed:
                yield _problem(path, body, place, told)


def _as_read(address: str) -> str:
    """As a browser takes it."""
    return re.sub(r"[\t\n\r]", "", html.unescape(address)).strip()


def _problem(path: Path, body: str, offset: int, what: str) -> Problem:
    what = what.strip()[:60]
    return Problem(
        Mark(path, *line_and_column(body, offset)),
        what,
        Say(
            f"dit voert iets uit, haalt iets van elders of hoort niet in een pagina: {what}",
            f"this runs something, loads something from elsewhere or does not belong in a page: {what}",
        ),
        Say(
            "haal het weg; gebruik **vet**, lijsten met -, [links](https://…) en onderdelen uit overrides/components",
            "remove it; use **bold**, lists with -, [links](https://…) and components from overrides/components",
        ),
    )
