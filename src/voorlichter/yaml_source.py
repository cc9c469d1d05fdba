"""YAML read with a position for every key and value.

Every scalar stays the text that was written, so that `0201234567`, `12:30` and `no` mean what they say;
the model gives them their type. A key with `null` or `~` is a key that is not there. Tags, anchors, duplicate keys, deep nesting and large files are refused.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from functools import lru_cache
from pathlib import Path
from typing import Any

import yaml

from voorlichter import signs
from voorlichter.problems import Mark, Problem, Say, has_errors
from voorlichter.regular_file import IrregularError, LargeError, read_regular
from voorlichter.yaml_explain import NO_REFERENCES, explain_yaml, unquoted
from voorlichter.yaml_pure import parse_pure
from voorlichter.yaml_typed import is_unusual, mended_mapping, misread, quote, typed_lines, understood

KeyPath = tuple[str | int, ...]
MAX_BYTES = 256 * 1024
MAX_DEPTH = 20

_Loader: Any = getattr(yaml, "CLoader", None)
"""Not to be had in a browser."""
_HIDDEN = re.compile(r"^\s*(?:- +)?([\w-]+): +(#[^\s#\"].*?)\s*$")
_BEHIND = re.compile(r"\s+#(?:[^\s#]| \d).*")
_ITEM = re.compile(r"\s*(?:[-*+•–]|\d{1,2}[.)])\s+\S")
_ESCAPED = re.compile(r"(?<!\\)(?:\\\\)*(\\[tN_LP ])")
_NOTHING = ("~", "null", "Null", "NULL")
_SLOT = re.compile(r"\[\[ ?[a-z]|\[% ?[a-z]")


@dataclass(slots=True)
class YamlSource:
    """A file's data, as mappings, lists and text only, with where each of them stands."""

    path: Path
    data: Any = None
    keys: dict[KeyPath, Mark] = field(default_factory=dict)
    values: dict[KeyPath, Mark] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    _texts: list[tuple[KeyPath, str]] | None = field(default=None, init=False, repr=False, compare=False)

    def texts(self) -> list[tuple[KeyPath, str]]:
        """Every text in it with where it stands, once it is read: every rule asks."""
        if self._texts is None:
            self._texts = list(scalars_in(self.data))
        return self._texts

    def key_mark(self, path: KeyPath) -> Mark:
        """Where the key stands; for a key that is not there, the nearest parent."""
        return self._nearest(self.keys, path)

    def value_mark(self, path: KeyPath) -> Mark:
        return self.values.get(path) or self._nearest(self.keys, path)

    def _nearest(self, marks: dict[KeyPath, Mark], path: KeyPath) -> Mark:
        for end in range(len(path), 0, -1):
            mark = marks.get(path[:end]) or self.values.get(path[:end])
            if mark:
                return mark
        return Mark(self.path)


def read_yaml(path: Path, data: bytes | None = None) -> YamlSource:
    """Read a file; what is wrong with it stands in `problems`, and `data` is then None.

    Raises FileNotFoundError and other OSErrors of reading.
    """
    try:
        return _read(path, read_regular(path, MAX_BYTES) if data is None else data)
    except (IrregularError, LargeError) as error:
        return YamlSource(path, problems=[explain_file(path, error)])


def read_events(path: Path, data: bytes) -> tuple[YamlSource, list[Any]]:
    """The same with all that the parser told, for who must know where a value ends."""
    events: list[Any] = []
    return _read(path, data, events), events


def read_kept_yaml(path: Path, data: bytes | None = None) -> YamlSource:
    """The same for what all sites share: a file that has not changed is read once. Nobody may write into its data."""
    try:
        kept = _kept(path, read_regular(path, MAX_BYTES) if data is None else data)
    except (IrregularError, LargeError) as error:
        return YamlSource(path, problems=[explain_file(path, error)])
    return replace(kept, problems=[*kept.problems])


@lru_cache(maxsize=512)
def _kept(path: Path, raw: bytes) -> YamlSource:
    return _read(path, raw)


def _read(path: Path, raw: bytes, events: list[Any] | None = None) -> YamlSource:
    source = YamlSource(path)
    text = decode(raw, source)
    if text is not None:
        lines = typed_lines(text) if is_unusual(text) else []
        source.problems += misread(path, text, lines)
        if not source.problems:
            _parse(understood(text, lines), source, [] if events is None else events)
    if has_errors(source.problems):
        source.data = None
    return source


def explain_file(path: Path, error: IrregularError | LargeError) -> Problem:
    """Why a file is not read at all."""
    if isinstance(error, LargeError):
        return _too_large(path, error.size)
    return Problem(
        Mark(path),
        "",
        Say("dit is geen gewoon bestand", "this is not a regular file"),
        Say("zet hier een bestand met tekst", "put a file with text here"),
    )


def _too_large(path: Path, size: int) -> Problem:
    return Problem(
        Mark(path),
        "",
        Say(
            f"dit bestand is {size // 1024} kB groot; meer dan 256 kB wordt niet gelezen",
            f"this file is {size // 1024} kB; more than 256 kB is not read",
        ),
        Say("houd er alleen in wat bij deze organisatie hoort", "keep only what belongs to this organisation in it"),
    )


def decode(raw: bytes, source: YamlSource) -> str | None:
    """A file's text; where it cannot be read, None and the reason in the source's problems."""
    if len(raw) > MAX_BYTES:
        source.problems.append(_too_large(source.path, len(raw)))
        return None
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        column = error.start - (raw.rfind(b"\n", 0, error.start) + 1) + 1
        source.problems.append(
            Problem(
                Mark(source.path, line, column),
                "",
                Say(
                    "dit bestand is geen UTF-8; een letter met een accent is niet te lezen",
                    "this file is not UTF-8; an accented letter cannot be read",
                ),
                Say(
                    "bewaar het bestand als UTF-8 (in Kladblok: Opslaan als, Codering: UTF-8)",
                    "save the file as UTF-8 (in Notepad: Save as, Encoding: UTF-8)",
                ),
            )
        )
        return None
    bad = None if text.replace("\n", "").isprintable() else signs.FORBIDDEN.search(text)
    if bad:
        line = text.count("\n", 0, bad.start()) + 1
        column = bad.start() - text.rfind("\n", 0, bad.start())
        code = signs.code(bad.group())
        source.problems.append(
            Problem(
                Mark(source.path, line, column),
                "",
                Say(
                    f"hier staat een onzichtbaar stuurteken ({code})",
                    f"there is an invisible control character here ({code})",
                ),
                Say(
                    "haal het teken weg: typ de regel opnieuw in plaats van te plakken",
                    "remove it: type the line again instead of pasting it",
                ),
            )
        )
        return None
    return text


@dataclass(slots=True)
class _Open:
    """A mapping or list that is being read."""

    container: dict[str, Any] | list[Any]
    path: KeyPath
    key: str | None = None
    in_braces: bool = False
    seen: dict[str, Mark] = field(default_factory=dict)
    twice: list[tuple[str, Mark, Mark, Any]] = field(default_factory=list)
    """Keys that stand here again: where, where first, and with what value."""


def _parse(text: str, source: YamlSource, events: list[Any]) -> None:
    try:
        _build(text, source, events)
    except yaml.MarkedYAMLError as error:
        source.problems.append(explain_yaml(error, text, source.path, events[-1] if events else None))
    except yaml.YAMLError:
        source.problems.append(
            Problem(
                Mark(source.path),
                "",
                Say("dit is geen YAML", "this is not YAML"),
                Say(
                    "kijk hoe profiles/*/profile.yml van een voorbeeld eruitziet",
                    "see how profiles/*/profile.yml of an example looks",
                ),
            )
        )


def _build(text: str, source: YamlSource, events: list[Any]) -> None:
    """Read event by event; they stay in `events`, the last one to explain what follows it."""
    stack: list[_Open] = []
    documents = 0
    lines = text.splitlines()
    joined: list[Problem] = []
    read: Iterable[Any] = yaml.parse(text, Loader=_Loader) if _Loader else parse_pure(text)
    for event in read:
        events.append(event)
        mark = Mark(source.path, event.start_mark.line + 1, event.start_mark.column + 1)
        scalar = isinstance(event, yaml.ScalarEvent)
        if not scalar and isinstance(event, yaml.DocumentStartEvent):
            documents += 1
            if documents > 1:
                source.problems.append(
                    Problem(
                        mark,
                        "",
                        Say("een tweede document begint hier (---)", "a second document starts here (---)"),
                        Say("haal de regel met --- weg", "remove the line with ---"),
                    )
                )
                return
            continue
        refused = _refuse(event, mark, lines, len(stack))
        if refused:
            source.problems.append(refused)
            return
        if not scalar and isinstance(event, (yaml.MappingEndEvent, yaml.SequenceEndEvent)):
            source.problems += _say_twice(stack.pop())
            continue
        if not scalar and not isinstance(event, (yaml.MappingStartEvent, yaml.SequenceStartEvent)):
            continue
        parent = stack[-1] if stack else None
        if parent and isinstance(parent.container, dict) and parent.key is None:
            _take_key(event, mark, parent, source)
            continue
        path = _path_of(parent)
        value: Any
        if scalar:
            plain = event.style not in ("'", '"', "|", ">")
            value = None if plain and event.value in ("", *_NOTHING) else _seen(event.value, mark, path, source)
            if event.end_mark.line > event.start_mark.line:
                joined += _flattened(event, source.key_mark(path), path, lines)
            if plain and value is not None:
                joined += _cut_off(event, mark, path, lines)
            elif event.style == '"':
                joined += _escaped(event, mark, path, lines)
            if (
                plain
                and event.value == ""
                and parent
                and parent.in_braces
                and (split := _after_a_comma(event, source.key_mark(path), parent, path, text))
            ):
                source.problems.append(split)
        else:
            value = {} if isinstance(event, yaml.MappingStartEvent) else []
        source.values[path] = mark
        if value is None and parent and (hidden := _HIDDEN.match(lines[source.key_mark(path).line - 1])):
            source.problems.append(
                Problem(
                    source.key_mark(path),
                    dotted(path),
                    Say(
                        "wat na # staat, is een opmerking en telt niet mee",
                        "what follows # is a comment and does not count",
                    ),
                    Say(
                        f"zet de waarde tussen aanhalingstekens: {hidden[1]}: {quote(hidden[2])}",
                        f"put the value in quotes: {hidden[1]}: {quote(hidden[2])}",
                    ),
                )
            )
        if parent is None:
            source.data = value
        elif isinstance(parent.container, list):
            parent.container.append(value)
        else:
            if not scalar or event.value not in _NOTHING or value is not None:
                parent.container[str(parent.key)] = value
            if parent.twice and parent.twice[-1][0] == parent.key:
                parent.twice[-1] = (*parent.twice[-1][:3], value)
            parent.key = None
        if not scalar:
            stack.append(
                _Open(value, path, in_braces=isinstance(event, yaml.MappingStartEvent) and bool(event.flow_style))
            )
    source.problems += joined  # an open quote or bracket does this too, and is told by itself
    if documents == 0:
        source.problems.append(
            Problem(
                Mark(source.path),
                "",
                Say("dit bestand is leeg", "this file is empty"),
                Say("vul het, of haal het weg", "fill it, or remove it"),
            )
        )


def _seen(value: str, mark: Mark, path: KeyPath, source: YamlSource) -> str:
    """The value without invisible signs at its ends; one that may stand nowhere is told."""
    if sign := signs.forbidden_in(value):
        source.problems.append(
            Problem(
                mark,
                dotted(path),
                Say(
                    f"in deze waarde staat een onzichtbaar stuurteken ({signs.code(sign)})",
                    f"there is an invisible control character in this value ({signs.code(sign)})",
                ),
                _again(path, signs.without_forbidden(value)),
            )
        )
        return value
    kept, cut = signs.trimmed(value)
    if cut:
        source.problems.append(
            Problem(
                mark,
                dotted(path),
                Say(
                    f"aan het begin of eind van deze waarde staat een onzichtbaar teken ({signs.code(cut)}); het telt niet mee",
                    f"an invisible sign stands at the beginning or end of this value ({signs.code(cut)}); it does not count",
                ),
                _again(path, kept),
                "warning",
            )
        )
    return kept


def _again(path: KeyPath, value: str) -> Say:
    """The line with what can be seen of its value, where that fits on one."""
    if not 0 < len(value) < 100 or "\n" in value:
        return Say("typ de waarde opnieuw in plaats van te plakken", "type the value again instead of pasting it")
    line = f"{path[-1]}: {quote(value)}" if path and isinstance(path[-1], str) else quote(value)
    return Say(f"schrijf: {line}", f"write: {line}")


def _path_of(parent: _Open | None) -> KeyPath:
    if parent is None:
        return ()
    if isinstance(parent.container, list):
        return (*parent.path, len(parent.container))
    return (*parent.path, str(parent.key))


def _take_key(event: Any, mark: Mark, parent: _Open, source: YamlSource) -> None:
    if not isinstance(event, yaml.ScalarEvent):
        raise yaml.MarkedYAMLError(problem="complex key", problem_mark=event.start_mark)
    if sign := signs.forbidden_in(event.value) or signs.invisible_in(event.value):
        source.problems.append(
            Problem(
                mark,
                dotted(parent.path),
                Say(
                    f"in deze sleutel staat een onzichtbaar teken ({signs.code(sign)})",
                    f"there is an invisible sign in this key ({signs.code(sign)})",
                ),
                Say("typ de sleutel opnieuw in plaats van te plakken", "type the key again instead of pasting it"),
            )
        )
    path = (*parent.path, event.value)
    if event.value in parent.seen:
        parent.twice.append((event.value, mark, parent.seen[event.value], None))
    parent.seen.setdefault(event.value, mark)
    source.keys.setdefault(path, mark)
    parent.key = event.value


def _say_twice(ended: _Open) -> Iterator[Problem]:
    """Keys that stand twice: a second one of a list began without its hyphen, a part was written in two places, or one is too many."""
    if not ended.twice or isinstance(ended.container, list):
        return
    key, mark, first, value = ended.twice[0]
    item = f"- {key}: {value}" if isinstance(value, str) else f"- {key}:"
    lacking = bool(ended.path) and isinstance(ended.path[-1], int)
    begins_again = len(ended.twice) > 1 or (lacking and next(iter(ended.seen)) == key)
    if ended.path and begins_again and not ended.in_braces:
        yield Problem(
            mark,
            dotted((*ended.path, key)),
            Say(
                f"deze sleutel staat er twee keer, de eerste keer op regel {first.line}; begint hier de volgende, dan ontbreekt het streepje",
                f"this key stands here twice, first on line {first.line}; if the next one begins here, its hyphen is missing",
            ),
            Say(
                f"zet twee plaatsen voor {key} een streepje: {item}"
                if lacking
                else f"zet op regel {first.line} en hier twee plaatsen voor {key} een streepje: {item}",
                f"put a hyphen two places before {key}: {item}"
                if lacking
                else f"put a hyphen two places before {key} on line {first.line} and here: {item}",
            ),
        )
        return
    for key, mark, first, value in ended.twice:
        is_block = isinstance(value, (dict, list))
        yield Problem(
            mark,
            dotted((*ended.path, key)),
            Say(
                f"deze sleutel staat er twee keer; de eerste keer op regel {first.line}",
                f"this key stands here twice; first on line {first.line}",
            ),
            Say(
                f"zet de regels eronder bij die van regel {first.line} en haal deze weg"
                if is_block
                else "haal een van de twee weg",
                f"put the lines below it with those of line {first.line} and remove this one"
                if is_block
                else "remove one of the two",
            ),
        )


def _flattened(event: Any, at_key: Mark, path: KeyPath, lines: list[str]) -> Iterator[Problem]:
    """A list within a text that YAML joins into one line."""
    if event.style == "|" or not path or isinstance(path[-1], int):
        return
    joined = lines[event.start_mark.line + 1 : event.end_mark.line + (event.style != ">")]
    if any(_ITEM.match(line) for line in joined):
        yield Problem(
            at_key,
            dotted(path),
            Say(
                "deze regels worden één regel, en de lijst erin lopende tekst",
                "these lines become one line, and the list in them running text",
            ),
            Say(
                f"begin met {path[-1]}: | en zet de tekst op de regels eronder, zonder aanhalingstekens",
                f"begin with {path[-1]}: | and put the text on the lines below it, without quotes",
            ),
        )


def _cut_off(event: Any, mark: Mark, path: KeyPath, lines: list[str]) -> Iterator[Problem]:
    """`Zorggroep #1` is Zorggroep: what stands behind the # may have been meant."""
    written = lines[event.end_mark.line] if event.end_mark.line < len(lines) else ""
    behind = _BEHIND.fullmatch(written[event.end_mark.column :].rstrip()) if "#" in written else None
    if behind:
        before = (
            lines[event.start_mark.line][: event.start_mark.column].strip()
            if event.start_mark.line == event.end_mark.line
            else ""
        )
        meant = f"{before} {quote(event.value + behind[0])}".strip()
        yield Problem(
            mark,
            dotted(path),
            Say("wat na # staat, is een opmerking en telt niet mee", "what follows # is a comment and does not count"),
            Say(
                f"schrijf, als het erbij hoort: {meant}; of zet een spatie achter #",
                f"write, if it belongs to it: {meant}; or put a space after #",
            ),
            "warning",
        )


def _escaped(event: Any, mark: Mark, path: KeyPath, lines: list[str]) -> Iterator[Problem]:
    """`"C:\\temp"` has a tab in it, which nobody meant."""
    if event.start_mark.line != event.end_mark.line or "\\" not in (line := lines[event.start_mark.line]):
        return
    written = line[event.start_mark.column + 1 : event.end_mark.column - 1]
    if match := _ESCAPED.search(written):
        before, behind = line[: event.start_mark.column].strip(), line[event.end_mark.column :].rstrip()
        meant = f"{before} {quote(written)}{behind}".strip()
        yield Problem(
            mark,
            dotted(path),
            Say(
                f"tussen dubbele aanhalingstekens is {match[1]} een ander teken",
                f"between double quotes {match[1]} is another character",
            ),
            Say(f"schrijf: {meant}", f"write: {meant}"),
            "warning",
        )


def _after_a_comma(event: Any, at_key: Mark, parent: _Open, path: KeyPath, text: str) -> Problem | None:
    """`{nl: Bel, of mail}` has a key `of mail`."""
    written = text.splitlines()[at_key.line - 1]
    has_colon = ":" in written[at_key.column - 1 + len(str(path[-1])) : event.start_mark.column]
    if (
        not parent.container
        or has_colon
        or event.start_mark.line + 1 != at_key.line
        or not (meant := mended_mapping(text, at_key.line))
    ):
        return None
    return Problem(
        at_key,
        "",
        Say("na deze komma begint voor YAML iets nieuws", "for YAML something new begins after this comma"),
        Say(f"schrijf: {meant}", f"write: {meant}"),
    )


def _refuse(event: Any, mark: Mark, lines: list[str], depth: int) -> Problem | None:
    """What YAML allows and this tool does not."""
    if isinstance(event, yaml.ScalarEvent) and not event.anchor and not event.tag:
        return None
    if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
        return Problem(mark, "", *NO_REFERENCES)
    tag = getattr(event, "tag", None)
    if tag and tag != "!":
        return Problem(
            mark,
            "",
            Say("een YAML-tag (!naam) wordt hier niet gelezen", "a YAML tag (!name) is not read here"),
            Say(
                "haal de tag weg, of zet de waarde tussen aanhalingstekens",
                "remove the tag, or put the value in quotes",
            ),
        )
    if isinstance(event, (yaml.MappingStartEvent, yaml.SequenceStartEvent)):
        if depth >= MAX_DEPTH:
            return Problem(
                mark,
                "",
                Say(f"dit staat meer dan {MAX_DEPTH} niveaus diep", f"this is nested deeper than {MAX_DEPTH} levels"),
                Say(
                    "kijk of de regels juist inspringen en of elke haak sluit",
                    "check the indentation of these lines, and that every bracket is closed",
                ),
            )
        if (
            isinstance(event, yaml.SequenceStartEvent)
            and event.flow_style
            and _SLOT.match(lines[mark.line - 1], mark.column - 1)
        ):
            return unquoted(mark, lines[mark.line - 1])
    return None


def value_at(data: Any, path: KeyPath) -> Any:
    """What stands at a path, or None where the data has no such place."""
    for part in path:
        try:
            data = data[part]
        except (KeyError, IndexError, TypeError):
            return None
    return data


def dotted(path: KeyPath) -> str:
    """`advisors[0].phone`, the way a person names a key."""
    result = ""
    for part in path:
        result += f"[{part}]" if isinstance(part, int) else (f".{part}" if result else part)
    return result


def scalars_in(data: Any, path: KeyPath = ()) -> Iterator[tuple[KeyPath, str]]:
    """Every text in nested data, with where it stands."""
    if isinstance(data, str):
        yield path, data
    elif isinstance(data, dict | list):
        for key, inner in data.items() if isinstance(data, dict) else enumerate(data):
            yield from scalars_in(inner, (*path, key))
