"""Templates that tell, in what they are filled to, where each value and each choice begins and ends.

The marks are made of noncharacters, which no value can hold, and stand in running text and in spoken attributes only.
A remark `[# claims … #]` in a source says what the text around it claims; it leaves a mark too.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Literal

from voorlichter.site.fill import Template
from voorlichter.site.pieces import CompiledTemplate
from voorlichter.slots.places import place_of
from voorlichter.slots.scan import Tag, scan

MarkKind = Literal["value", "if", "given", "not", "for", "claim", "end"]

_OPEN, _CLOSE = "\ufdd0", "\ufdd1"
_MARK = re.compile(f"{_OPEN}([a-z]+) ?([^{_CLOSE}]*){_CLOSE}")
_CLAIM = re.compile(r"\[#\s*claims\s+(.*?)\s*#\]", re.S)
_END = f"{_OPEN}end{_CLOSE}"


@dataclass(frozen=True, slots=True)
class TraceMark:
    """`text` is a slot's name, a condition, a claim, or of a loop `variable in list#number`.

    `given` is a condition on a value that its own text holds: that text cannot stand there without.
    """

    kind: MarkKind
    text: str


def split_marks(line: str) -> list[str | TraceMark]:
    """The text between the marks, and the marks, in order."""
    parts: list[str | TraceMark] = []
    end = 0
    for match in _MARK.finditer(line):
        parts += [line[end : match.start()], TraceMark(match[1], match[2])]  # type: ignore[arg-type]
        end = match.end()
    return [part for part in [*parts, line[end:]] if part]


def trace(text: str) -> str:
    """The template with marks around what its tags give."""
    tags = scan(text)
    parts: list[str] = []
    open_: list[str | None] = []
    """Of each condition or loop the expression, None where its place takes no marks."""
    end = 0
    for number, tag in enumerate(tags):
        parts.append(text[end : tag.start])
        end = tag.end
        if tag.kind == "value":
            marked = place_of(text, tag.start) in ("text", "attribute")
            parts.append(f"{_mark('value', tag.expression)}{tag.text}{_END}" if marked else tag.text)
        elif tag.kind in ("if", "for"):
            open_.append(tag.expression if place_of(text, tag.start) == "text" else None)
            parts.append(tag.text)
            if open_[-1] is not None:
                loop = f"{tag.variable} in {tag.expression}#[[ loop.index ]]"
                parts.append(
                    _mark("for", loop)
                    if tag.kind == "for"
                    else _mark("given" if _shows(tags, number) else "if", tag.expression)
                )
        elif tag.kind == "else":
            parts.append(f"{_END}{tag.text}{_mark('not', open_[-1])}" if open_[-1] is not None else tag.text)
        elif tag.kind in ("endif", "endfor"):
            parts.append(_END + tag.text if open_.pop() is not None else tag.text)
        elif tag.kind == "comment":
            parts += [_mark("claim", claim[1])] if (claim := _CLAIM.fullmatch(tag.text)) else []
        else:
            parts.append(tag.text)
    return "".join([*parts, text[end:]])


def under(flag: str | None, texts: Sequence[str]) -> list[str]:
    """Filled texts that are there because a flag holds."""
    return [_mark("if", flag), *texts, _END] if flag else [*texts]


def _shows(tags: Sequence[Tag], opening: int) -> bool:
    """Does the text under a condition show the very value that the condition asks for, or each of them?"""
    missing, depth = set(tags[opening].expression.split(" and ")), 0
    for tag in tags[opening + 1 :]:
        depth += (tag.kind in ("if", "for")) - (tag.kind in ("endif", "endfor"))
        if depth < 0 or (depth == 0 and tag.kind == "else"):
            break
        if tag.kind == "value":
            missing -= {name for name in missing if tag.expression == name or tag.expression.startswith(f"{name}.")}
    return not missing


def _mark(kind: MarkKind, text: str) -> str:
    return f"{_OPEN}{kind} {' '.join(text.split())}{_CLOSE}"


class TracedTemplate(Template):
    """A template whose filled pages hold the marks."""

    def cut(self, text: str, scope: tuple[str, ...] = ()) -> CompiledTemplate:
        return super().cut(trace(text), scope)


@lru_cache(maxsize=16)
def traced_template(folder: Path) -> TracedTemplate:
    """Of the template in a folder of its hash, which never changes: it is cut once for all organisations."""
    return TracedTemplate(folder)
