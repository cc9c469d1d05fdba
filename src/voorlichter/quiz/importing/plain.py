"""The text of what a learning system keeps as HTML."""

from __future__ import annotations

import re
from html import unescape

_BREAK = re.compile(r"<(?:br|/p|/div|/li|/ul|/ol|/h[1-6]|/tr)\b[^>]*>", re.I)
_ITEM = re.compile(r"<li\b[^>]*>", re.I)
_LINK = re.compile(r"""<a\b[^>]*\bhref=["']?([^"'\s>]+)[^>]*>(.*?)</a>""", re.I | re.S)
_DROPPED = re.compile(r"<(script|style)\b.*?</\1>", re.I | re.S)
_TAG = re.compile(
    r"</?(?:a|b|i|u|p|br|em|strong|span|div|ul|ol|li|h[1-6]|sub|sup|table|t[rdh]|tbody|thead|img|font|code|pre|blockquote"
    r"|hr|video|audio|source|iframe|object|embed|small|center)\b[^>]*>",
    re.I,
)
"""What somebody typed as a sign stays: only what is a tag of HTML goes."""
_PICTURE = re.compile(r"<(?:img|video|audio|iframe|object|embed)\b|@@PLUGINFILE@@", re.I)
_PREFORMATTED = re.compile(r"<pre\b", re.I)
_FOLDED = re.compile(r"[^\S\n]+")

ITEM = "• "


def paragraphs(html: str) -> list[str]:
    """Each paragraph and each item of a list; an item begins with ITEM."""
    text = _LINK.sub(_with_address, _DROPPED.sub("", html))
    if (_BREAK.search(text) or _ITEM.search(text)) and not _PREFORMATTED.search(text):
        text = text.replace("\n", " ")  # its tags say where lines end
    text = unescape(_TAG.sub("", _BREAK.sub("\n", _ITEM.sub(f"\n{ITEM}", text))))
    lines = (_FOLDED.sub(" ", line).strip() for line in text.replace("\xa0", " ").split("\n"))
    return [line for line in lines if line and line != ITEM.strip()]


def plain(html: str) -> str:
    return " ".join(paragraphs(html))


def shows_more(html: str) -> bool:
    """Is there a picture, a film or a sound in it?"""
    return bool(_PICTURE.search(html))


def _with_address(match: re.Match[str]) -> str:
    said = _TAG.sub("", match[2]).strip()
    return said if said == match[1] or not match[1].startswith("http") else f"{said} ({match[1]})"
