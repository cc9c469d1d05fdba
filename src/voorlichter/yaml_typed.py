"""What people type in YAML that YAML reads otherwise: understood where the meaning is certain, else found with the line to write.

Looked at line by line, as it was typed; the lines of a text under `|` or between quotes are left alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import yaml

from voorlichter.problems import Mark, Problem, Say

_ODD_SPACES = "\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000"
_BULLETS = "–—−‐‑‒•·∙▪‣●◦*+"
_LINE = re.compile(
    rf"(?P<lead>\s*)(?P<items>(?:[-{_BULLETS}]\s+)*)(?:(?P<key>[\w-]+)(?P<colon>\s*:(?:\s+|$)))?(?P<value>.*)"
)
_BLOCK = re.compile(r"[|>][-+\d]*(\s+#.*)?")
_CURLY = re.compile(r"[“„”]([^“”„]*)[”“](\s+#.*)?|[‘‚](?![tsnkm]\b)([^‘’‚]*)’(\s+#.*)?")
_CURLY_INSIDE = re.compile(r"((?:[{\[,]|:\s)\s*)[“„”]([^“”„\"\\]*)[”“](?=\s*[,}\]])")
_APOSTROPHE = re.compile(r"'[tsnkm]\b[^'\"\\]*(?:'\w[^'\"\\]*)*", re.I)
_ALONE = re.compile(r"[-?*!@]")


_UNUSUAL = re.compile(
    rf"[“„”‘‚{_ODD_SPACES}]|^\s*(?:-\s+)*[{_BULLETS}]\s|[:-]\s+(?:'[tsnkm]\b|[-?*!@]\s*$)", re.M | re.I
)


@dataclass(frozen=True, slots=True)
class TypedLine:
    """A line as typed: what stands before its key, the key and the colon where there are any, and what follows."""

    number: int
    lead: str
    items: str
    key: str | None
    colon: str
    value: str

    @property
    def column(self) -> int:
        """Where its key or value begins, from 0."""
        return len(self.lead) + len(self.items)

    def with_value(self, value: str) -> str:
        """The line, without its indentation, with another value."""
        return (
            f"{'- ' * len(self.items.split())}{self.key}: {value}"
            if self.key
            else f"{'- ' * len(self.items.split())}{value}"
        )


def is_unusual(text: str) -> bool:
    """Whether a closer look at the lines is worth the time."""
    return _UNUSUAL.search(text) is not None


def typed_lines(text: str) -> list[TypedLine]:
    """The lines with a key or a value that YAML sees; none of a longer text."""
    understood = []
    block: int | None = None
    open_quote = ""
    for number, written in enumerate(text.splitlines(), 1):
        if open_quote:
            open_quote = "" if open_quote in written else open_quote
            continue
        if block is not None and (not written.strip() or len(written) - len(written.lstrip(" ")) > block):
            continue
        block = None
        parts = _LINE.fullmatch(written.rstrip())
        if parts is None or not written.strip() or written.lstrip().startswith("#"):
            continue
        line = TypedLine(number, parts["lead"], parts["items"], parts["key"], parts["colon"] or "", parts["value"])
        understood.append(line)
        if _BLOCK.fullmatch(line.value):
            block = line.column if line.key else len(line.lead)
        elif (
            line.value[:1] in ("'", '"')
            and line.value.count(line.value[0]) == 1
            and not _APOSTROPHE.fullmatch(line.value)
        ):
            open_quote = line.value[0]
    return understood


def understood(text: str, typed: list[TypedLine]) -> str:
    """The text with what is certain written as YAML reads it: quotes of a word processor, a name that begins with 't, a lone sign."""
    if not typed:
        return text
    lines = text.splitlines(keepends=True)
    for line in typed:
        if not (line.key or line.items) or (meant := _meant(line.value)) == line.value:
            continue
        before, written = lines[line.number - 1], line.lead + line.items + (line.key or "") + line.colon
        lines[line.number - 1] = written + meant + before[len(written) + len(line.value) :]
    return "".join(lines)


def _meant(value: str) -> str:
    if curly := _CURLY.fullmatch(value):
        inside, remark = (curly[1], curly[2]) if curly[1] is not None else (curly[3], curly[4])
        return quote(inside) + (remark or "")
    if _ALONE.fullmatch(value) or _APOSTROPHE.fullmatch(value):
        return f'"{value}"'
    if value[:1] in ("{", "["):
        return _CURLY_INSIDE.sub(r'\1"\2"', value)
    return value


def misread(path: Path, text: str, lines: list[TypedLine]) -> Iterator[Problem]:
    """What YAML takes for part of a word: spaces of another kind where it looks for its own, and other signs than - before an item."""
    odd = re.compile(f"[{_ODD_SPACES}]")
    spaces = {line.number: space for line in lines if (space := odd.search(line.lead + line.items + line.colon))}
    if spaces:
        first = min(spaces)
        where, code = numbers(list(spaces)), f"U+{ord(spaces[first].group()):04X}"
        written = text.splitlines()[first - 1]
        yield Problem(
            Mark(path, first, written.index(spaces[first].group()) + 1),
            "",
            Say(
                f"op regel {where} staan spaties van een andere soort ({code}); YAML leest ze als letters",
                f"line {where} has spaces of another kind ({code}); YAML reads them as letters",
            ),
            Say(
                "haal ze op die regels weg en typ ze opnieuw met de spatiebalk",
                "remove them on those lines and type them again with the space bar",
            ),
        )
        return
    for line in lines:
        wrong = next((sign for sign in line.items.split() if sign != "-"), None)
        if wrong:
            meant = line.with_value(line.value)
            yield Problem(
                Mark(path, line.number, len(line.lead) + line.items.index(wrong) + 1),
                "",
                Say(
                    f"{wrong} is niet het streepje waarmee een onderdeel begint",
                    f"{wrong} is not the hyphen that begins an item",
                ),
                Say(f"schrijf: {meant}", f"write: {meant}"),
            )


def mended(text: str, number: int) -> str | None:
    """The line as it was meant, without its indentation, where by itself it is no YAML; None where it is, or nothing is certain."""
    lines = typed_lines(text)
    at = next((index for index, line in enumerate(lines) if line.number == number), None)
    if at is None or not lines[at].value:
        return None
    line, following = lines[at], lines[at + 1 : at + 2]
    if _reads(line.with_value(line.value)):
        return None
    runs_on = bool(following) and (following[0].column > line.column or not (following[0].key or following[0].items))
    return next(
        (candidate for value in _candidates(line.value, runs_on) if _reads(candidate := line.with_value(value))), None
    )


def _candidates(value: str, runs_on: bool) -> Iterator[str]:
    first = value[0]
    if first in "'\"":
        yield _requoted(value)
    elif first in "{[":
        if first == "{":
            yield from _remade(value)
        if len(value) > 1 and not runs_on:
            yield value + {"{": "}", "[": "]"}[first]
    elif first not in "|>":
        yield quote(value)


def _remade(mapping: str) -> Iterator[str]:
    """`{nl: Let op: bel, of mail, en: Note: call}` with its texts between quotes."""
    parts = [
        re.fullmatch(r"\s*([\w-]+):\s+(.*?)\s*", part)
        for part in re.split(r",\s*(?=[\w-]+:\s)", mapping.strip()[1:].removesuffix("}"))
    ]
    if all(parts):
        yield (
            "{"
            + ", ".join(f"{part[1]}: {part[2] if _stands(part[2]) else _requoted(part[2])}" for part in parts if part)
            + "}"
        )


def _requoted(value: str) -> str:
    """In quotes that fit, whether its own close or not."""
    first = value[0]
    if first not in "'\"":
        return quote(value)
    return quote(
        value[1:-1] if first == value[-1] and len(value) > 1 else value[1:] if value.count(first) == 1 else value
    )


def _stands(value: str) -> bool:
    """Whether a value between { and } is read as one."""
    return bool(re.fullmatch(r"\"[^\"\\]*\"|'[^']*'|[\w+./@-][^,\[\]{}:#]*|[^\s,:#]*://[^\s,\[\]{}]*", value)) or (
        value[:1] in ("[", "{") and _reads(f"a: {value}")
    )


def lacks_hyphen(text: str, number: int) -> bool:
    """Whether a key that stands under the hyphen of an item above is one that this item has: then the next begins here."""
    lines = typed_lines(text)
    at = next((index for index, line in enumerate(lines) if line.number == number), 0)
    for line in reversed(lines[:at]):
        if line.key == lines[at].key:
            return True
        if line.items:
            return False
    return False


def mended_mapping(text: str, number: int) -> str | None:
    """The line whose text between { and } holds a comma, with that text between quotes."""
    line = next((line for line in typed_lines(text) if line.number == number), None)
    if line is None or not line.value.startswith("{") or not line.value.endswith("}"):
        return None
    return next((line.with_value(value) for value in _remade(line.value) if _reads(line.with_value(value))), None)


def quote(text: str) -> str:
    """A text as a value between quotes that reads as it stands."""
    return f'"{text}"' if '"' not in text and "\\" not in text else "'" + text.replace("'", "''") + "'"


def _reads(line: str) -> bool:
    try:
        events = list(yaml.parse(line, Loader=yaml.SafeLoader))
        return not any(
            isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None) or getattr(event, "tag", None)
            for event in events
        )
    except yaml.YAMLError:
        return False


def numbers(counted: list[int]) -> str:
    """`3, 5-9`."""
    runs: list[list[int]] = []
    for number in counted:
        if runs and number == runs[-1][-1] + 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    return ", ".join(f"{run[0]}-{run[-1]}" if len(run) > 1 else str(run[0]) for run in runs)
