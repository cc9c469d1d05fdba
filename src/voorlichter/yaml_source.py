"""YAML read with a position for every key and value.

Every scalar stays the text that was written, so that `0201234567`, `12:30` and `no` mean what they say;
the model gives them their type. Tags, anchors, duplicate keys, deep nesting and large files are refused.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from voorlichter import signs
from voorlichter.problems import Mark, Problem, Say, has_errors

KeyPath = tuple[str | int, ...]
MAX_BYTES = 256 * 1024
MAX_DEPTH = 20

_Loader: Any = getattr(yaml, "CLoader", yaml.Loader)
_UNQUOTED = re.compile(r"^(\s*(?:- +)?(?:[\w-]+: +)?)((?:\[\[ ?[a-z]|\[% ?[a-z]|\{[^|{}]*\|).*)$")

_HIDDEN = re.compile(r"^\s*(?:- +)?([\w-]+): +(#[^\s#\"]+)\s*$")
_SLOT = re.compile(r"\[\[ ?[a-z]|\[% ?[a-z]")


@dataclass(slots=True)
class YamlSource:
    """A file's data, as mappings, lists and text only, with where each of them stands."""

    path: Path
    data: Any = None
    keys: dict[KeyPath, Mark] = field(default_factory=dict)
    values: dict[KeyPath, Mark] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)

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
    source = YamlSource(path)
    raw = path.read_bytes() if data is None else data
    text = decode(raw, source)
    if text is not None:
        _parse(text, source)
    if has_errors(source.problems):
        source.data = None
    return source


def decode(raw: bytes, source: YamlSource) -> str | None:
    """A file's text; where it cannot be read, None and the reason in the source's problems."""
    if len(raw) > MAX_BYTES:
        source.problems.append(
            Problem(
                Mark(source.path), "",
                Say(f"dit bestand is {len(raw) // 1024} kB groot; meer dan 256 kB wordt niet gelezen",
                    f"this file is {len(raw) // 1024} kB; more than 256 kB is not read"),
                Say("houd er alleen in wat bij deze organisatie hoort",
                    "keep only what belongs to this organisation in it"),
            )
        )
        return None
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        column = error.start - (raw.rfind(b"\n", 0, error.start) + 1) + 1
        source.problems.append(
            Problem(
                Mark(source.path, line, column), "",
                Say("dit bestand is geen UTF-8; een letter met een accent is niet te lezen",
                    "this file is not UTF-8; an accented letter cannot be read"),
                Say("bewaar het bestand als UTF-8 (in Kladblok: Opslaan als, Codering: UTF-8)",
                    "save the file as UTF-8 (in Notepad: Save as, Encoding: UTF-8)"),
            )
        )
        return None
    bad = signs.FORBIDDEN.search(text)
    if bad:
        line = text.count("\n", 0, bad.start()) + 1
        column = bad.start() - text.rfind("\n", 0, bad.start())
        code = signs.code(bad.group())
        source.problems.append(
            Problem(
                Mark(source.path, line, column), "",
                Say(f"hier staat een onzichtbaar stuurteken ({code})",
                    f"there is an invisible control character here ({code})"),
                Say("haal het teken weg: typ de regel opnieuw in plaats van te plakken",
                    "remove it: type the line again instead of pasting it"),
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


def _parse(text: str, source: YamlSource) -> None:
    events: list[Any] = []
    try:
        _build(text, source, events)
    except yaml.MarkedYAMLError as error:
        source.problems.append(_explain(error, text, source.path, events[-1] if events else None))
    except yaml.YAMLError:
        source.problems.append(
            Problem(Mark(source.path), "",
                    Say("dit is geen YAML", "this is not YAML"),
                    Say("kijk hoe profiles/*/profile.yml van een voorbeeld eruitziet",
                        "see how profiles/*/profile.yml of an example looks")))


def _build(text: str, source: YamlSource, events: list[Any]) -> None:
    """Read event by event; the last one stays in `events`, to explain what follows it."""
    stack: list[_Open] = []
    documents = 0
    read: Iterable[Any] = yaml.parse(text, Loader=_Loader)
    for event in read:
        events[:] = [event]
        mark = Mark(source.path, event.start_mark.line + 1, event.start_mark.column + 1)
        if isinstance(event, yaml.DocumentStartEvent):
            documents += 1
            if documents > 1:
                source.problems.append(
                    Problem(mark, "", Say("een tweede document begint hier (---)", "a second document starts here (---)"),
                            Say("haal de regel met --- weg", "remove the line with ---")))
                return
            continue
        refused = _refuse(event, mark, text, len(stack))
        if refused:
            source.problems.append(refused)
            return
        if isinstance(event, (yaml.MappingEndEvent, yaml.SequenceEndEvent)):
            stack.pop()
            continue
        if not isinstance(event, (yaml.ScalarEvent, yaml.MappingStartEvent, yaml.SequenceStartEvent)):
            continue
        parent = stack[-1] if stack else None
        if parent and isinstance(parent.container, dict) and parent.key is None:
            _take_key(event, mark, parent, source)
            continue
        path = _path_of(parent)
        value: Any
        if isinstance(event, yaml.ScalarEvent):
            value = None if event.value == "" and event.style not in ("'", '"', "|", ">") else _seen(event.value, mark, path, source)
        else:
            value = {} if isinstance(event, yaml.MappingStartEvent) else []
        source.values[path] = mark
        if value is None and parent and (hidden := _HIDDEN.match(_line(text, source.key_mark(path).line))):
            source.problems.append(
                Problem(source.key_mark(path), dotted(path), Say("wat na # staat, is een opmerking en telt niet mee", "what follows # is a comment and does not count"),
                        Say(f'zet de waarde tussen aanhalingstekens: {hidden[1]}: "{hidden[2]}"', f'put the value in quotes: {hidden[1]}: "{hidden[2]}"')))
        if parent is None:
            source.data = value
        elif isinstance(parent.container, list):
            parent.container.append(value)
        else:
            parent.container[str(parent.key)] = value
            parent.key = None
        if not isinstance(event, yaml.ScalarEvent):
            stack.append(_Open(value, path))
    if documents == 0:
        source.problems.append(
            Problem(Mark(source.path), "", Say("dit bestand is leeg", "this file is empty"),
                    Say("vul het, of haal het weg", "fill it, or remove it")))


def _seen(value: str, mark: Mark, path: KeyPath, source: YamlSource) -> str:
    """The value without invisible signs at its ends; one that may stand nowhere is told."""
    if sign := signs.forbidden_in(value):
        source.problems.append(
            Problem(mark, dotted(path),
                    Say(f"in deze waarde staat een onzichtbaar stuurteken ({signs.code(sign)})", f"there is an invisible control character in this value ({signs.code(sign)})"),
                    Say("haal het teken weg: typ de waarde opnieuw in plaats van te plakken, zonder \\ en code", "remove it: type the value again instead of pasting it, without \\ and a code")))
        return value
    kept, cut = signs.trimmed(value)
    if cut:
        source.problems.append(
            Problem(mark, dotted(path),
                    Say(f"aan het begin of eind van deze waarde staat een onzichtbaar teken ({signs.code(cut)}); het telt niet mee", f"an invisible sign stands at the beginning or end of this value ({signs.code(cut)}); it does not count"),
                    Say("typ de waarde opnieuw in plaats van te plakken", "type the value again instead of pasting it"), "warning"))
    return kept


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
            Problem(mark, dotted(parent.path),
                    Say(f"in deze sleutel staat een onzichtbaar teken ({signs.code(sign)})", f"there is an invisible sign in this key ({signs.code(sign)})"),
                    Say("typ de sleutel opnieuw in plaats van te plakken", "type the key again instead of pasting it")))
    path = (*parent.path, event.value)
    if event.value in parent.container:
        first = source.keys[path]
        source.problems.append(
            Problem(mark, dotted(path),
                    Say(f"deze sleutel staat er twee keer; de eerste keer op regel {first.line}",
                        f"this key stands here twice; first on line {first.line}"),
                    Say("haal een van de twee weg", "remove one of the two")))
    source.keys[path] = mark
    parent.key = event.value


def _refuse(event: Any, mark: Mark, text: str, depth: int) -> Problem | None:
    """What YAML allows and this tool does not."""
    if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
        return Problem(mark, "", *_NO_REFERENCES)
    tag = getattr(event, "tag", None)
    if tag and tag != "!":
        return Problem(mark, "", Say("een YAML-tag (!naam) wordt hier niet gelezen", "a YAML tag (!name) is not read here"),
                       Say("haal de tag weg, of zet de waarde tussen aanhalingstekens",
                           "remove the tag, or put the value in quotes"))
    if isinstance(event, (yaml.MappingStartEvent, yaml.SequenceStartEvent)):
        if depth >= MAX_DEPTH:
            return Problem(mark, "", Say(f"dit staat meer dan {MAX_DEPTH} niveaus diep", f"this is nested deeper than {MAX_DEPTH} levels"),
                           Say("kijk of de regels juist inspringen en of elke haak sluit", "check the indentation of these lines, and that every bracket is closed"))
        if isinstance(event, yaml.SequenceStartEvent) and event.flow_style and _SLOT.match(_line(text, mark.line), mark.column - 1):
            return _unquoted(mark, text)
    return None


def _unquoted(mark: Mark, text: str) -> Problem:
    line = _line(text, mark.line)
    found = _UNQUOTED.match(line)
    value = found.group(2).strip() if found else line.strip()
    lead = found.group(1).strip() + " " if found and found.group(1).strip() else ""
    quoted = value.replace('"', "'")
    return Problem(mark, "", Say("een waarde die met [[, [% of { begint, hoort tussen aanhalingstekens",
                                 "a value that begins with [[, [% or { must be quoted"),
                   Say(f'schrijf: {lead}"{quoted}"', f'write: {lead}"{quoted}"'))


_Words = tuple[Say, Say]
_NO_REFERENCES: _Words = (
    Say("een waarde die met & of * begint, is hier een verwijzing; die worden niet gelezen", "a value that begins with & or * is a reference here; those are not read"),
    Say("schrijf de waarde voluit, of zet haar tussen aanhalingstekens", "write the value out, or put it in quotes"),
)
_QUOTE_OPEN: _Words = (
    Say("het aanhalingsteken dat hier begint, wordt niet gesloten", "the quote that begins here is not closed"),
    Say("zet aan het eind van de waarde hetzelfde aanhalingsteken", "put the same quote at the end of the value"),
)
# What the YAML reader says, whether its account begins at the cause or at the place it stopped, and what that means.
_TOLD: tuple[tuple[str, bool, _Words], ...] = (
    ("expected ',' or", True, (
        Say("de haak die hier begint, wordt niet gesloten, of er ontbreekt een komma", "the bracket that begins here is not closed, or a comma is missing"),
        Say("sluit [ met ] en { met }, met een komma tussen wat erin staat", "close [ with ] and { with }, with a comma between what stands inside"))),
    ("node content", False, (
        Say("voor deze plek ontbreekt een waarde, of een haak", "before this place a value is missing, or a bracket"),
        Say("sluit [ met ] en { met }, met een komma tussen wat erin staat", "close [ with ] and { with }, with a comma between what stands inside"))),
    ("end of stream", True, _QUOTE_OPEN),
    ("document separator", True, _QUOTE_OPEN),
    ("expected ':'", True, (
        Say("op deze regel ontbreekt een dubbele punt", "a colon is missing on this line"),
        Say("schrijf: sleutel: waarde", "write: key: value"))),
    ("not allowed in this context", False, (
        Say("deze regel springt te ver in, of de regel erboven is geen sleutel", "this line is indented too far, or the line above it is no key"),
        Say("laat de regel net zo ver inspringen als de andere sleutels van dit deel", "indent the line like the other keys of this part"))),
    ("expected '-'", False, (
        Say("deze regel springt anders in dan de regels erboven", "this line is indented otherwise than the lines above it"),
        Say("laat de regel net zo ver inspringen als de andere sleutels van dit deel", "indent the line like the other keys of this part"))),
    ("expected key", False, (
        Say("deze regel springt anders in dan de regels erboven, of er staat iets achter een aanhalingsteken", "this line is indented otherwise than the lines above it, or something stands behind a quote"),
        Say("laat de regel net zo ver inspringen als de andere sleutels van dit deel", "indent the line like the other keys of this part"))),
    ("cannot start any token", False, (
        Say("met dit teken kan een waarde niet beginnen", "a value cannot begin with this character"),
        Say('zet de waarde tussen aanhalingstekens: sleutel: "waarde"', 'put the value in quotes: key: "value"'))),
    ("alphabetic or numeric", True, _NO_REFERENCES),
    ("escape character", False, (
        Say("tussen dubbele aanhalingstekens heeft \\ een eigen betekenis", "between double quotes \\ has a meaning of its own"),
        Say("gebruik enkele aanhalingstekens: 'waarde'", "use single quotes: 'value'"))),
)


def _explain(error: yaml.MarkedYAMLError, text: str, path: Path, last: Any) -> Problem:
    """The reader's error, told by its cause. `last` is what it read before."""
    place = error.problem_mark or error.context_mark
    mark = Mark(path, place.line + 1, place.column + 1) if place else Mark(path)
    if getattr(last, "style", None) in ("'", '"') and last.start_mark.line < last.end_mark.line == mark.line - 1:
        # The text ran on to the next quote in the file; what comes after that makes no sense.
        return Problem(Mark(path, last.start_mark.line + 1, last.start_mark.column + 1), "", *_QUOTE_OPEN)
    line = _line(text, mark.line)
    if "\t" in line[: len(line) - len(line.lstrip())] or line[mark.column - 1 : mark.column] == "\t":
        return Problem(mark, "", Say("hier staat een tab; YAML kent alleen spaties", "there is a tab here; YAML knows spaces only"),
                       Say("schrijf twee spaties waar de tab staat", "write two spaces where the tab stands"))
    if _UNQUOTED.match(line):
        return _unquoted(mark, text)
    detail = " ".join(str(error.problem or error.context or "").split())
    for told, at_cause, words in _TOLD:
        if told in detail and not (told == "not allowed in this context" and line.count(": ") > 1):
            cause = error.context_mark if at_cause and error.context_mark else place
            return Problem(Mark(path, cause.line + 1, cause.column + 1) if cause else mark, "", *words)
    if line.count(": ") > 1:
        return Problem(mark, "", Say("op deze regel staat een dubbele punt te veel", "there is one colon too many on this line"),
                       Say('zet de waarde tussen aanhalingstekens: sleutel: "tekst: meer tekst"',
                           'put the value in quotes: key: "text: more text"'))
    return Problem(mark, "", Say(f"dit is geen YAML ({detail})", f"this is not YAML ({detail})"),
                   Say("kijk of de regel `sleutel: waarde` is, net zo ver inspringt als de regels erboven, en of elk aanhalingsteken sluit",
                       "see that the line is `key: value`, is indented like the lines above it, and that every quote is closed"))


def _line(text: str, number: int) -> str:
    lines = text.splitlines()
    return lines[number - 1] if 0 < number <= len(lines) else ""


def dotted(path: KeyPath) -> str:
    """`advisors[0].phone`, the way a person names a key."""
    result = ""
    for part in path:
        result += f"[{part}]" if isinstance(part, int) else (f".{part}" if result else part)
    return result
