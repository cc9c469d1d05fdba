"""Names and terms of one language on a page in another, marked as such: a voice says them as they are written."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence

_PASSED_OVER = (
    r"\[\[.*?\]\]|\[%.*?%\]|\[#.*?#\]|<!--.*?-->"
    r"|<(?P<whole>script|style|title|option|textarea)\b.*?</(?P=whole)>"
    r"""|<(?!html\b)(?P<marked>[a-z]\w*)\b[^>]*\slang="[^>]*>.*?</(?P=marked)>"""
    r"""|<(?:[^>"]|"[^"]*")*>"""
)
"""Slots, tags with their attributes, elements that hold no markup, and what has a language of its own."""


def spoken_marker(words: Mapping[str, Sequence[str]], language: str) -> Callable[[str], str]:
    """What marks, in HTML of one language, the words of the others."""
    code_of = {word: code for code, theirs in words.items() if code != language for word in theirs}
    if not code_of:
        return lambda html: html
    longest_first = "|".join(re.escape(word) for word in sorted(code_of, key=len, reverse=True))
    found = re.compile(rf"{_PASSED_OVER}|(?<![\w-])(?P<word>{longest_first})(?![\w-])", re.S)
    return lambda html: found.sub(
        lambda it: f'<span lang="{code_of[it["word"]]}">{it["word"]}</span>' if it["word"] else it[0], html
    )
