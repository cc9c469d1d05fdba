"""Changes one thing in a YAML text and leaves every other byte as it stands.

The text is cut at the places where our reader's own parser says that a value begins and ends. Every result is read
again and must be the old data with that one change, or the text is refused (NotEditable) and a person looks at it.

What comes below a key that goes, goes with it, and so do the comment lines right above it. A commented key
(`# phone: …`) is nobody's: it stays where it is, and the key itself is added below it.
"""

from __future__ import annotations

import copy
import re
from collections.abc import Callable, Iterator, Sequence
from typing import Any

from voorlichter.problems import Say
from voorlichter.yaml_places import Node, NotEditable, Places, Unit, places_in
from voorlichter.yaml_source import KeyPath
from voorlichter.yaml_written import (
    YamlValue,
    as_read,
    block_text,
    fits_on_a_line,
    key_written,
    lines_of,
    manner_of,
    may_be_plain,
    one_line,
)

__all__ = ["KeyOrder", "NotEditable", "YamlValue", "move_item", "remove_value", "set_value"]

KeyOrder = Callable[[KeyPath], Sequence[str]]
"""The keys that a mapping may have, in the order in which they are written."""

_BOM = "\ufeff"
_COMMENTED_KEY = re.compile(r"#\s*(?:- +)?([a-z_][\w-]*):(?:\s|\Z)")
_BRACKETS_REACH = 240


def set_value(
    text: str, path: KeyPath, value: YamlValue, order: KeyOrder | None = None, *, was: str | None = None
) -> str:
    """The text with another value at a path; what is not there yet, parents too, is added.

    A list's length as an index appends. A value that the text had when it `was` opened is written as it stood there.
    None is written as `null`, which our reader takes for a key that is not there.
    """
    before = places_in(text.removeprefix(_BOM))
    expected = _with(before, path, as_read(value), is_absent=value is None)
    earlier = _as_it_was(before, path, value, was.removeprefix(_BOM)) if was is not None else None
    if earlier is not None and _reads_as(earlier, expected):
        return _kept_bom(text, earlier)
    return _kept_bom(text, _checked(before, path, _set(before.text, path, value, order), expected))


def remove_value(text: str, path: KeyPath) -> str:
    """The text without a key or an item; a mapping or list that becomes empty goes too. What is not there, stays so."""
    before = places_in(text.removeprefix(_BOM))
    return _kept_bom(text, _checked(before, path, _remove(before.text, path), _without(before, path)))


def move_item(text: str, path: KeyPath, to: int) -> str:
    """The text with an item of a list, and its comments, at another index; what stands between the items stays there."""
    before = places_in(text.removeprefix(_BOM))
    expected = _with_own_copies(before.data, path)
    items = _parent_in(expected, path)
    if _found(before, path) is None or not isinstance(items, list) or not 0 <= to < len(items):
        raise _refused(before, path)
    items.insert(to, items.pop(int(path[-1])))
    return _kept_bom(text, _checked(before, path, _move(before.text, path, to), expected))


def _kept_bom(text: str, changed: str) -> str:
    return _BOM + changed if text.startswith(_BOM) else changed


def _checked(before: Places, path: KeyPath, changed: str, expected: Any) -> str:
    if not _reads_as(changed, expected):
        raise _refused(before, path)
    return changed


def _reads_as(text: str, expected: Any) -> bool:
    try:
        return bool(places_in(text).data == expected)
    except NotEditable:
        return False


def _refused(places: Places, path: KeyPath) -> NotEditable:
    """With the line of what is nearest to the path."""
    _, unit = _nearest(places.root, path)
    return NotEditable(
        Say(
            "dit staat zo geschreven dat het alleen in de tekst zelf te veranderen is",
            "this is written in a way that can only be changed in the text itself",
        ),
        places.line(unit.start) if unit else 1,
    )


# ---- the data as it must read afterwards


def _parent_in(data: Any, path: KeyPath) -> Any:
    """What holds the last part of the path."""
    for part in path[:-1]:
        data = data.get(part) if isinstance(data, dict) else data[int(part)] if isinstance(data, list) else None
    return data


def _with_own_copies(data: Any, path: KeyPath) -> Any:
    """The data, of which everything on the way to the path may be changed."""
    data = inner = copy.copy(data)
    for part in path[:-1]:
        if isinstance(inner, dict) and part in inner or isinstance(inner, list) and part in range(len(inner)):
            inner[part] = inner = copy.copy(inner[part])  # type: ignore[index]
        else:
            break
    return data


def _with(places: Places, path: KeyPath, value: Any, *, is_absent: bool = False) -> Any:
    """The data with a value at a path; a key set to nothing reads as not there."""
    if not path:
        raise _refused(places, path)
    data = inner = _with_own_copies(places.data, path)
    for index, part in enumerate(path):
        is_last = index == len(path) - 1
        empty: Any = value if is_last else [] if isinstance(path[index + 1], int) else {}
        if isinstance(inner, dict) and isinstance(part, str):
            if is_last and is_absent:
                inner.pop(part, None)
                break
            if is_last or inner.get(part) is None:
                inner[part] = empty
        elif isinstance(inner, list) and isinstance(part, int) and 0 <= part <= len(inner):
            if part == len(inner):
                inner.append(empty)
            elif is_last or inner[part] is None:
                inner[part] = empty
        else:
            raise _refused(places, path)
        inner = inner[part]
    return data


def _without(places: Places, path: KeyPath) -> Any:
    data = _with_own_copies(places.data, path)
    if _found(places, path) is None:
        return data
    for end in range(len(path), 0, -1):
        parent, part = _parent_in(data, path[:end]), path[end - 1]
        if isinstance(parent, dict):
            parent.pop(part, None)
        else:
            del parent[part]
        container = _found(places, path[: end - 1])
        if container is None or len(container.value.units) > 1:
            break
    return data


# ---- where things stand


def _nearest(root: Node, path: KeyPath) -> tuple[Node, Unit | None]:
    """The innermost container on the way to a path, and the unit in it where the way ends or breaks off."""
    node, found = root, None
    for part in path:
        unit = node.unit(part)
        if unit is None:
            break
        found = unit
        if unit.value.kind == "text":
            break
        node = unit.value
    return node, found


def _found(places: Places, path: KeyPath) -> Unit | None:
    """The unit at a path; of the whole text, one that holds its root."""
    unit: Unit | None = Unit("", 0, 0, places.root)
    for part in path:
        unit = unit.value.unit(part) if unit else None
    return unit


def _column(places: Places, node: Node) -> int:
    return places.column(node.units[0].start)


def _is_first_on_line(places: Places, at: int) -> bool:
    return not places.text[places.line_start(at) : at].strip()


def _through(places: Places, unit: Unit) -> int:
    """The end of its last line; below a block, comments that step in further are part of it."""
    end = places.line_end(unit.end)
    if not unit.value.is_block:
        return end
    column, at = places.column(unit.start), end
    while at < len(places.text):
        begin = places.text.find("\n", at) + 1
        if not begin:
            break
        at = places.line_end(begin)
        line = places.text[begin:at]
        if not line.strip():
            continue
        if not line.lstrip(" ").startswith("#") or len(line) - len(line.lstrip(" ")) <= column:
            break
        end = at
    return end


def _from(places: Places, node: Node, index: int) -> int:
    """Where a unit of a block begins, with the comment lines right above it; not the indentation before that."""
    begin = node.units[index].start
    floor, column = _gap_before(places, node, index), places.column(begin)
    while (above := places.line_start(begin) - 1) >= 0 and places.line_start(above) >= floor:
        start = places.line_start(above) + column
        line = places.text[places.line_start(above) : above]
        if line[:column].strip() or not line[column:].startswith("#") or _COMMENTED_KEY.match(line[column:]):
            break
        begin = start
    return begin


def _gap_before(places: Places, node: Node, index: int) -> int:
    """Where what stands before a unit, and is part of no other, begins: at the end of a line."""
    if index:
        return _through(places, node.units[index - 1])
    if node is places.root:
        return 0
    at = node.units[0].start
    if not _is_first_on_line(places, at):
        return at
    while (start := places.line_start(at)) > 0:  # up to the line of the key or hyphen that holds it
        line = places.text[places.line_start(start - 1) : start].strip()
        if line and not line.startswith("#"):
            return places.line_end(places.line_start(start - 1))
        at = start - 1
    return 0


# ---- a value in the place of another


def _set(text: str, path: KeyPath, value: YamlValue, order: KeyOrder | None) -> str:
    places = places_in(text)
    unit = _found(places, path)
    if unit is None:
        return _add(places, path, value, order)
    if isinstance(value, dict) and value and unit.value.kind == "mapping" and unit.value.units:
        return _set_keys(places, unit.value, path, value, order)
    if isinstance(value, list) and value and unit.value.kind == "list" and unit.value.units:
        return _set_items(places, path, value, order)
    return _replace(places, path, unit, value)


def _set_keys(places: Places, node: Node, path: KeyPath, value: dict[str, Any], order: KeyOrder | None) -> str:
    text = places.text
    for key, inner in value.items():
        text = _set(text, (*path, key), inner, order)
    for unit in node.units:
        if unit.name not in value:
            text = _remove(text, (*path, unit.name))
    return text


def _set_items(places: Places, path: KeyPath, value: list[Any], order: KeyOrder | None) -> str:
    """Items that are the same at the beginning and the end stay; those between are set, added or removed."""
    text, old, new = places.text, _parent_in(places.data, (*path, 0)), as_read(value)
    same = 0
    while same < min(len(old), len(new)) and old[same] == new[same]:
        same += 1
    after = 0
    while after < min(len(old), len(new)) - same and old[-1 - after] == new[-1 - after]:
        after += 1
    both = min(len(old), len(new)) - after
    for index in range(same, both):
        text = _set(text, (*path, index), value[index], order)
    for index in range(both, len(new) - after):
        text = _add(places_in(text), (*path, len(old) + index - both), value[index], order)
        text = _move(text, (*path, len(old) + index - both), index)
    for _ in range(both, len(old) - after):
        text = _remove(text, (*path, both))
    return text


def _replace(places: Places, path: KeyPath, unit: Unit, value: YamlValue) -> str:
    old, text = unit.value, places.text
    parent = _found(places, path[:-1])
    in_flow = parent is not None and not parent.value.is_block
    is_text = not isinstance(value, (dict, list))
    if is_text and old.kind == "text" and value is not None and old.text == as_read(value) and old.end > old.start:
        return text
    if is_text and old.kind == "text" and old.end > old.start:
        written = _block_again(places, unit, old, value) if old.style in ("|", ">") else None
        new = written or one_line(value, style=old.style, in_flow=in_flow, like=old.text)
        return text[: old.start] + new + text[old.end :]
    if in_flow or is_text or not value or fits_on_a_line(value):
        new = unit.lead + one_line(value, in_flow=in_flow)
    else:
        manner, indent = manner_of(places), " " * places.column(unit.start)
        head = "-" if isinstance(unit.name, int) else "x:"
        lines = lines_of(head, value, manner, as_block=True)
        new = manner.line_end.join([lines[0].removeprefix(head), *(indent + line for line in lines[1:])])
    return text[: unit.after] + new + text[_through(places, unit) if old.is_block else unit.end :]


def _block_again(places: Places, unit: Unit, old: Node, value: YamlValue) -> str | None:
    manner, written = manner_of(places), places.text[old.start : old.end]
    first = next((line for line in written.splitlines()[1:] if line.strip()), None)
    indent = len(first) - len(first.lstrip(" ")) if first else places.column(unit.start) + manner.step
    return block_text(as_read(value), written, indent, manner.line_end) if isinstance(value, str) else None


def _as_it_was(places: Places, path: KeyPath, value: YamlValue, was: str) -> str | None:
    """The value written as an earlier text has it, where that had it."""
    unit = _found(places, path)
    try:
        earlier = places_in(was)
        old = _found(earlier, path)
        if unit is None or old is None or _parent_in(earlier.data, (*path, "")) != as_read(value):
            return None
    except NotEditable:
        return None
    raw = was[old.after : _through(earlier, old) if old.value.is_block else old.end]
    return places.text[: unit.after] + raw + places.text[_through(places, unit) if unit.value.is_block else unit.end :]


# ---- a key or an item more


def _add(places: Places, path: KeyPath, value: YamlValue, order: KeyOrder | None) -> str:
    """Below the innermost container that is there; what lacks between it and the path is made."""
    depth = len(path) - 1
    while (parent := _found(places, path[:depth])) is None:
        depth -= 1
    name = path[depth]
    for part in reversed(path[depth + 1 :]):
        value = {part: value} if isinstance(part, str) else [value]
    node = parent.value
    if node.kind == "text":  # nothing or null: into any other text nothing comes
        return _replace(places, path[:depth], parent, {name: value} if isinstance(name, str) else [value])
    keys = list(order(path[:depth])) if order and isinstance(name, str) else []
    index = _index_for(node, name, keys)
    if not node.is_block:
        return _add_in_flow(places, node, index, name, value)
    example = _commented(places, node, name) if isinstance(name, str) else None
    return _add_in_block(places, node, index, name, value, example)


def _index_for(node: Node, name: str | int, keys: list[str]) -> int:
    if name not in keys:
        return len(node.units)
    known: list[str | int] = [unit.name for unit in node.units]
    before = next((key for key in reversed(keys[: keys.index(str(name))]) if key in known), None)
    return known.index(before) + 1 if before is not None else 0


def _style_beside(node: Node, index: int, in_flow: bool) -> str:
    """The quotes of the nearest text that has them without need."""
    texts = [unit.value for unit in [*reversed(node.units[:index]), *node.units[index:]] if unit.value.kind == "text"]
    needless = bool(texts) and texts[0].style in ("'", '"') and may_be_plain(texts[0].text, in_flow=in_flow)
    return texts[0].style if needless else ""


def _as_block(node: Node, index: int, value: YamlValue) -> bool | None:
    """As the nearest value of its kind stands."""
    kind = "mapping" if isinstance(value, dict) else "list"
    beside = (unit.value for unit in [*reversed(node.units[:index]), *node.units[index:]] if unit.value.kind == kind)
    nearest = next(beside, None)
    if nearest is None:
        return None
    return nearest.is_block or not fits_on_a_line(value, _BRACKETS_REACH)


def _add_in_flow(places: Places, node: Node, index: int, name: str | int, value: YamlValue) -> str:
    text, units = places.text, node.units
    new = one_line(value, style=_style_beside(node, index, True), in_flow=True)
    if isinstance(name, str):
        new = f"{key_written(name)}: {new}"
    if not units:
        return text[: node.start + 1] + new + text[node.start + 1 :]
    if index == 0:
        return text[: units[0].start] + new + ", " + text[units[0].start :]
    between = text[units[-2].end : units[-1].start] if len(units) > 1 else ", "
    separator = between if re.fullmatch(r",\s*", between) else ", "
    return text[: units[index - 1].end] + separator + new + text[units[index - 1].end :]


def _add_in_block(
    places: Places, node: Node, index: int, name: str | int, value: YamlValue, example: int | None
) -> str:
    manner, text = manner_of(places), places.text
    column = _column(places, node) if node.units else 0
    style = _style_beside(node, index, False)
    head = "-" if isinstance(name, int) else f"{key_written(name)}:"
    lines = lines_of(head, value, manner, style=style, as_block=_as_block(node, index, value))
    indent = " " * column
    new = manner.line_end.join(indent + line if line else "" for line in lines)
    if example is not None:
        at = example
    elif not node.units:
        if not text:
            return new + manner.line_end
        at = places.line_end(places.line_start(len(text) - 1))
    elif index:
        at = _through(places, node.units[index - 1])
        if _is_airy(places, node, index):
            new = manner.line_end + new
    else:
        start = _from(places, node, 0)
        if not _is_first_on_line(places, start):
            return text[:start] + new[column:] + manner.line_end + indent + text[start:]
        begin = places.line_start(start)
        if begin == 0:
            return new + manner.line_end + text
        at = places.line_end(places.line_start(begin - 1))
    return text[:at] + manner.line_end + new + text[at:]


def _is_airy(places: Places, node: Node, index: int) -> bool:
    """Whether an empty line stands where this unit comes: below the one before it, or above the last."""
    end = _through(places, node.units[index - 1])
    if index < len(node.units):
        return _begins_empty(places, end)
    return index > 1 and _ends_empty(places, node, index - 1)


def _begins_empty(places: Places, end: int) -> bool:
    """Whether below the line that ends here stands an empty one, or nothing."""
    return re.match(r"\r?\n[ \t]*(?:\r?\n|\Z)", places.text[end:]) is not None or end >= len(places.text)


def _ends_empty(places: Places, node: Node, index: int) -> bool:
    begin = places.line_start(_from(places, node, index))
    gap = places.text[_gap_before(places, node, index) : begin]
    return re.search(r"\n[ \t]*\r?\n\Z", gap) is not None


def _commented(places: Places, node: Node, name: str) -> int | None:
    """The end of the line where a mapping has this key as a comment, at the column of its keys."""
    if not node.units:
        return None
    column, last = _column(places, node), len(node.units)
    gaps = [(_gap_before(places, node, index), unit.start) for index, unit in enumerate(node.units)]
    for begin, end in [*gaps, (_through(places, node.units[last - 1]), len(places.text))]:
        for start, stop in _whole_lines(places, begin, end):
            line = places.text[start:stop]
            if line.strip() and (not line.lstrip(" ").startswith("#") or line[:column].strip()):
                break
            found = _COMMENTED_KEY.match(line[column:])
            if found and found[1] == name:
                return stop
    return None


def _whole_lines(places: Places, begin: int, end: int) -> Iterator[tuple[int, int]]:
    """The lines that begin and end between two places."""
    start = begin if begin == places.line_start(begin) else places.text.find("\n", begin) + 1
    while begin <= start < end and (stop := places.line_end(start)) <= end:
        yield start, stop
        start = places.text.find("\n", stop) + 1


# ---- a key or an item less, or elsewhere


def _remove(text: str, path: KeyPath) -> str:
    places = places_in(text)
    unit = _found(places, path)
    parent = _found(places, path[:-1])
    if unit is None or parent is None or not path:
        return text
    node = parent.value
    index = node.units.index(unit)
    if len(node.units) == 1 and len(path) > 1:
        return _remove(text, path[:-1])
    return _remove_from_block(places, node, index) if node.is_block else _remove_from_flow(text, node, index)


def _remove_from_flow(text: str, node: Node, index: int) -> str:
    unit = node.units[index]
    if index:
        return text[: node.units[index - 1].end] + text[unit.end :]
    return text[: unit.start] + text[node.units[1].start if len(node.units) > 1 else unit.end :]


def _remove_from_block(places: Places, node: Node, index: int) -> str:
    text = places.text
    begin, end = _from(places, node, index), _through(places, node.units[index])
    start = places.line_start(begin)
    if not _is_first_on_line(places, begin):
        rest = text[end:].lstrip()
        return text[:begin] + rest
    if start == 0:
        return re.sub(r"\A\r?\n", "", text[end:])
    if index and _ends_empty(places, node, index) and (index == len(node.units) - 1 or _begins_empty(places, end)):
        start = places.line_start(start - 1)
    return text[: places.line_end(places.line_start(start - 1))] + text[end:]


def _move(text: str, path: KeyPath, to: int) -> str:
    """What stands between the items stays where it is, so that moving back gives the same text."""
    places = places_in(text)
    parent = _found(places, path[:-1])
    if parent is None:
        return text
    node = parent.value
    if node.is_block:
        ends = [(_from(places, node, index), _through(places, unit)) for index, unit in enumerate(node.units)]
    else:
        ends = [(unit.start, unit.end) for unit in node.units]
    pieces = [text[begin:end] for begin, end in ends]
    pieces.insert(to, pieces.pop(int(path[-1])))
    for (begin, end), piece in zip(reversed(ends), reversed(pieces), strict=True):
        text = text[:begin] + piece + text[end:]
    return text
