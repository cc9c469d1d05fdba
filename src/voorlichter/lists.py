"""A list begins where somebody typed one: right under a sentence too, and with another sign than Markdown's."""

from __future__ import annotations

import re

_ITEM = re.compile(r"(?P<indent>[ ]*)(?P<sign>[-*+•·▪●◦–—]|\d{1,2}[.)])[ \t\u00a0]+(?=\S)")
_NO_SENTENCE = re.compile(r"\s*(?:[#|<>]|!!!|\?\?\?|:::|\[%|$)")
_FIRST = ("1.", "1)")
_DASHES = "–—"


def set_lists_apart(text: str) -> str:
    """The Markdown with an empty line before each list; a dash begins an item only where the line beside it has one too."""
    lines = text.split("\n")
    items = [_ITEM.match(line) for line in lines]
    signs = [item["sign"] if item else "" for item in items]
    written: list[str] = []
    in_list = False
    for index, line in enumerate(lines):
        item, sign, before = items[index], signs[index], lines[index - 1] if index else ""
        alone = sign in _DASHES and sign not in (
            signs[index - 1] if index else "",
            signs[index + 1] if index + 1 < len(signs) else "",
        )
        if item is None or alone:
            in_list = in_list and bool(line.strip())
        elif not in_list and not _NO_SENTENCE.match(before):
            in_list = len(item["indent"]) <= max(3, len(before) - len(before.lstrip())) and (
                not sign[0].isdigit() or sign in _FIRST
            )
            if in_list:
                written.append("")
        else:
            in_list = True
        if item and in_list and not alone:
            begin = len(item["indent"]) + len(sign)
            line = (
                item["indent"] + _markdown(sign) + line[begin : item.end()].replace("\u00a0", " ") + line[item.end() :]
            )
        written.append(line)
    return "\n".join(written)


def _markdown(sign: str) -> str:
    """The sign that Markdown knows."""
    return sign[:-1] + "." if sign[0].isdigit() else sign if sign in "-*+" else "-"
