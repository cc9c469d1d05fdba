"""What kinds of elements HTML has, for whoever reads a page."""

from __future__ import annotations

VOID = frozenset(["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"])
"""Without an end tag, and with nothing in them."""

WITHIN_LINE = frozenset(
    [
        "a",
        "abbr",
        "b",
        "bdi",
        "cite",
        "code",
        "em",
        "i",
        "kbd",
        "mark",
        "q",
        "s",
        "small",
        "span",
        "strong",
        "sub",
        "sup",
        "time",
        "u",
        "wbr",
    ]
)
"""A sentence goes on through them; any other element begins and ends a line."""
