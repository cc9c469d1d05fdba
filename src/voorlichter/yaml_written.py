"""Values as they are written in a YAML text: in the way that stands there already, where the value allows it."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

import yaml

from voorlichter import signs
from voorlichter.yaml_places import Node, Places
from voorlichter.yaml_source import read_yaml

YamlValue = str | int | float | bool | None | list[Any] | dict[str, Any]

_WIDEST = 120
_KEY = re.compile(r"[A-Za-z_][\w-]*")
_HEADER = re.compile(r"([|>])[-+0-9]*(.*?)\r?(?:\n|\Z)")
_RESOLVER: Any = yaml.resolver.Resolver()
_TEXT = "tag:yaml.org,2002:str"


@dataclass(frozen=True, slots=True)
class Manner:
    """How a text is written: its line ends, how far a block and a list step in."""

    line_end: str = "\n"
    step: int = 2
    list_step: int = 2


def manner_of(places: Places) -> Manner:
    steps: dict[str, int] = {}

    def look(node: Node) -> None:
        for unit in node.units:
            if node.is_block and node.kind == "mapping" and unit.value.is_block and unit.value.units:
                step = places.column(unit.value.start) - places.column(unit.start)
                steps.setdefault(unit.value.kind, step)
            look(unit.value)

    look(places.root)
    first = places.text.find("\n")
    line_end = "\r\n" if first > 0 and places.text[first - 1] == "\r" else "\n"
    return Manner(line_end, steps.get("mapping", 2), steps.get("list", 2))


def as_read(value: YamlValue) -> Any:
    """The value as our reader gives it back: text, lists and mappings; a key with null is not there."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, dict):
        return {key: as_read(inner) for key, inner in value.items() if inner is not None}
    if isinstance(value, list):
        return [as_read(inner) for inner in value]
    return value if value is None else signs.trimmed(str(value))[0]


def one_line(value: YamlValue, *, style: str = "", in_flow: bool = False, like: str | None = None) -> str:
    """A text, or a container between brackets; `like` is what stood there plain, which may be a number or a day."""
    if isinstance(value, dict):
        pairs = (f"{key_written(key)}: {one_line(inner, style=style, in_flow=True)}" for key, inner in value.items())
        return "{" + ", ".join(pairs) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(one_line(inner, style=style, in_flow=True) for inner in value) + "]"
    if value is None:
        return "null"
    text: str = as_read(value)
    if style == "'" and text.isprintable():
        return "'" + text.replace("'", "''") + "'"
    if style in ("", "|", ">") and may_be_plain(
        text, in_flow=in_flow, like=text if not isinstance(value, str) else like
    ):
        return text
    return _double(text)


def _double(text: str) -> str:
    quoted = json.dumps(text, ensure_ascii=False)
    return re.sub("[\x7f-\x9f\u2028\u2029\ufeff]", lambda sign: f"\\u{ord(sign[0]):04x}", quoted)


@lru_cache(maxsize=4096)
def may_be_plain(text: str, *, in_flow: bool, like: str | None = None) -> bool:
    """Whether it reads as itself without quotes, here and by whoever takes a number for a number."""
    if not text or text[0] in "'\"|>" or "\n" in text:
        return False
    if like is None and not text[0].isalpha():  # as the examples in the model write numbers, days and hours
        return False
    if (kind := _kind(text)) != _TEXT and (like is None or _kind(like) != kind):
        return False
    source = read_yaml(Path(), f"a: {f'[{text}]' if in_flow else text}\n".encode("utf-8", "surrogatepass"))
    return not source.problems and source.data == {"a": [text] if in_flow else text}


def _kind(text: str) -> str:
    return str(_RESOLVER.resolve(yaml.ScalarNode, text, (True, False)))


def key_written(key: str) -> str:
    return key if _KEY.fullmatch(key) and _kind(key) == _TEXT else _double(key)


def block_text(text: str, written: str, indent: int, line_end: str) -> str | None:
    """A text of several lines below a header such as `|`; None where it cannot stand so."""
    header = _HEADER.match(written)
    body = text.rstrip("\n")
    if header is None or not body or body[0] in " \t\n" or signs.forbidden_in(body) is not None:
        return None
    ends = len(text) - len(body)
    fold = header[1] == ">" and all(line[:1].isalpha() for line in body.split("\n") if line)
    keep = "-" if ends == 0 else "+" if ends > 1 else ""
    lines = (re.sub(r"\n+", lambda breaks: breaks[0] + "\n", body) if fold else body).split("\n") + [""] * (ends - 1)
    head = (">" if fold else "|") + keep + header[2]
    return line_end.join([head, *(" " * indent + line if line else "" for line in lines)])


def lines_of(
    head: str, value: YamlValue, manner: Manner, *, style: str = "", as_block: bool | None = None
) -> list[str]:
    """The lines of a key (`name:`) or an item (`-`), without indentation; what is short stands between brackets."""
    is_block = isinstance(value, (dict, list)) and bool(value)
    if is_block and (as_block if as_block is not None else not fits_on_a_line(value)):
        inner = list(_inner_lines(value, manner, style))
        if head == "-":
            return [f"- {inner[0]}", *_indented(inner[1:], 2)]
        return [head, *_indented(inner, manner.list_step if isinstance(value, list) else manner.step)]
    below = block_text(as_read(value), "|", manner.step, "\n") if "\n" in str(value) and not is_block else None
    first, *others = below.split("\n") if below else [one_line(value, style=style)]
    return [f"{head} {first}", *others]


def _inner_lines(value: YamlValue, manner: Manner, style: str) -> Iterator[str]:
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from lines_of(f"{key_written(key)}:", inner, manner, style=style)
    elif isinstance(value, list):
        for inner in value:
            yield from lines_of("-", inner, manner, style=style)


def _indented(lines: Iterable[str], step: int) -> Iterator[str]:
    return (" " * step + line if line else "" for line in lines)


def fits_on_a_line(value: YamlValue, width: int = _WIDEST) -> bool:
    """Whether it is short enough to be read between brackets."""
    if not isinstance(value, (dict, list)):
        return True
    inside = list(value.values() if isinstance(value, dict) else value)
    is_flat = not any(isinstance(one, (dict, list)) and one or "\n" in str(one) for one in inside)
    return is_flat and len(one_line(value)) <= width
