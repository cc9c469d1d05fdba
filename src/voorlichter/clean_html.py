"""HTML that somebody else wrote, without whatever a text of an organisation may not hold.

By nh3 on a computer. A browser has no nh3; there JustHTML reads, by the same rules of HTML, and what is kept is written
here. Both give the same bytes, and the tests hold them to it.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Any, Protocol

_TAGS = {"p", "br", "strong", "em", "ul", "ol", "li", "a"}
SCHEMES = {"https", "mailto", "tel"}
_REL = "noopener noreferrer"
_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*(?=:)")
_BLANK = "".join(map(chr, range(33)))


class Cleaner(Protocol):
    def __call__(self, html: str) -> str: ...


def clean_html(html: str) -> str:
    """Paragraphs, bold, italic, lists and links by `SCHEMES`; of every other tag what it holds, of a script and a style nothing."""
    return _cleaner()(html)


@cache
def _cleaner() -> Cleaner:
    try:
        import nh3
    except ModuleNotFoundError:
        return clean_by_tree

    def clean(html: str) -> str:
        cleaned: str = nh3.clean(
            html,
            tags=_TAGS,
            attributes={"a": {"href"}},
            attribute_filter=lambda _, name, value: value if name != "href" or _leads_on(value) else None,
            url_schemes=SCHEMES,
            link_rel=_REL,
        )
        return cleaned

    return clean


def clean_by_tree(html: str) -> str:
    from justhtml import JustHTML  # half a second, and most sites hold nothing that needs it

    return "".join(map(_written, JustHTML(html, fragment=True, sanitize=False).root.children or ()))


def _written(node: Any, foreign: bool = False) -> str:
    """`foreign`: within a drawing or a formula, of which only bare text is kept."""
    name: str = node.name
    if name == "#text":
        return _escaped(node.data)
    is_foreign = node.namespace not in (None, "html")
    if name.startswith(("#", "!")) or name in ("script", "style", "template") or (foreign and is_foreign):
        return ""
    inner = "".join(_written(child, is_foreign) for child in node.children or ())
    if name not in _TAGS or is_foreign:
        return inner
    kept = "".join(
        f' {key}="{_escaped(value or "").replace(chr(34), "&quot;")}"'
        for key, value in node.attrs.items()
        if key in ("lang", "title") or (name == "a" and key == "href" and _leads_on(value or ""))
    )
    if name == "a":
        kept += f' rel="{_REL}"'
    return f"<{name}{kept}>" if name == "br" else f"<{name}{kept}>{inner}</{name}>"


def _leads_on(address: str) -> bool:
    scheme = _SCHEME.match(re.sub(r"[\t\n\r]", "", address.strip(_BLANK)))
    return scheme is not None and scheme[0].lower() in SCHEMES  # without one it is of this site, or `//elsewhere`


def _escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("\xa0", "&nbsp;").replace("<", "&lt;").replace(">", "&gt;")
