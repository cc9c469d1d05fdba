"""XLIFF 2.1: what translators' programs read and write. Slots and places are locked, and come back as they went."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from xml.etree.ElementTree import Element, SubElement, tostring

from voorlichter.languages import Code
from voorlichter.problems import Mark, Problem, Say
from voorlichter.quiz.importing.forms import NotUnderstoodError
from voorlichter.quiz.importing.xml_tree import read_xml
from voorlichter.translated import Segment
from voorlichter.well_formed import well_formed

_NAMESPACE = "urn:oasis:names:tc:xliff:document:2.0"
_PICTURES = "urn:oasis:names:tc:xliff:resourcedata:2.0"
LOCKED = re.compile(r"\[\[.*?\]\]|\[%.*?%\]|\[#.*?#\]|%\(\w+\)s|\{\d\}")
_MARKED = re.compile(r"\{([^{}|]*)\|[^{}|]*\}")
"""Dutch in two forms of address: a translator sees the first."""


def locked_in(text: str) -> list[str]:
    """What the program fills in or decides: in every language the same."""
    return LOCKED.findall(text)


def render_xliff(
    segments: Sequence[Segment], code: Code, places: Mapping[str, str], pictures: Mapping[str, str]
) -> str:
    """With what is said of the place of a text on a page, and the file of a picture of it, where they are there; both by its id."""
    root = Element("xliff", {"xmlns": _NAMESPACE, "version": "2.1", "srcLang": "nl", "trgLang": code})
    if pictures:
        root.set("xmlns:res", _PICTURES)
    file = SubElement(root, "file", {"id": "words"})
    for segment in segments:
        unit = SubElement(file, "unit", {"id": segment.id, "name": segment.hash})
        if picture := pictures.get(segment.id):
            item = SubElement(
                SubElement(unit, "res:resourceData"),
                "res:resourceItem",
                {"id": "picture", "mimeType": "image/png", "context": "yes"},
            )
            SubElement(item, "res:reference", {"href": picture})
        notes = SubElement(unit, "notes")
        SubElement(notes, "note", {"category": "en"}).text = _MARKED.sub(r"\1", segment.english)
        if place := places.get(segment.id):
            SubElement(notes, "note", {"category": "place"}).text = place
        source = _MARKED.sub(r"\1", segment.source)
        locked = list(dict.fromkeys([*locked_in(source), *locked_in(segment.target or "")]))
        if locked:
            data = SubElement(unit, "originalData")
            for number, text in enumerate(locked, 1):
                SubElement(data, "data", {"id": f"d{number}"}).text = text
        looked_at = segment.target is not None and not segment.is_stale
        part = SubElement(unit, "segment", {"state": "translated" if looked_at else "initial"})
        _write(SubElement(part, "source"), source, locked)
        if segment.target is not None:
            _write(SubElement(part, "target"), segment.target, locked)
    file.text = "\n"
    for unit in file:
        unit.tail = "\n"
    return well_formed('<?xml version="1.0" encoding="UTF-8"?>\n' + tostring(root, encoding="unicode") + "\n")


def _write(parent: Element, text: str, locked: Sequence[str]) -> None:
    end, last = 0, None
    for found in LOCKED.finditer(text):
        _append(parent, last, text[end : found.start()])
        number = locked.index(found[0]) + 1
        last = SubElement(
            parent, "ph", {"id": f"p{len(parent) + 1}", "dataRef": f"d{number}", "disp": found[0], "canDelete": "no"}
        )
        end = found.end()
    _append(parent, last, text[end:])


def _append(parent: Element, last: Element | None, text: str) -> None:
    if last is None:
        parent.text = (parent.text or "") + text
    else:
        last.tail = (last.tail or "") + text


@dataclass(frozen=True, slots=True)
class Translated:
    """A text as it came back, and the hash of the Dutch it was made from."""

    segment: Segment
    text: str
    seen: str


def read_xliff(
    path: Path, data: bytes, segments: Sequence[Segment], code: Code
) -> tuple[list[Translated], list[Problem]]:
    """What a translator gave back, and every unit that cannot be taken."""
    try:
        tree = read_xml(data)
    except NotUnderstoodError:
        tree = None
    if tree is None or tree.root.tag != _q("xliff") or tree.root.get("trgLang") != code:
        return [], [
            Problem(
                Mark(path),
                path.name,
                Say(f"dit is geen XLIFF 2 in het {code}", f"this is no XLIFF 2 in {code}"),
                Say(
                    f"geef wat `voorlichter translate export --language {code}` schreef, vertaald",
                    f"give what `voorlichter translate export --language {code}` wrote, translated",
                ),
            )
        ]
    known = {segment.id: segment for segment in segments}
    taken: list[Translated] = []
    problems: list[Problem] = []
    for unit in tree.root.iter(_q("unit")):
        mark = Mark(path, tree.lines[unit])
        segment = known.get(unit.get("id", ""))
        if segment is None:
            problems.append(
                _told(mark, unit, "deze tekst is er niet", "there is no such text", "laat hem weg", "leave it out")
            )
            continue
        data_of = {part.get("id", ""): part.text or "" for part in unit.iter(_q("data"))}
        targets = ["".join(_read(target, data_of)) for target in unit.iter(_q("target"))]
        text = "".join(targets).strip()
        if not text:
            continue
        if Counter(locked_in(text)) != Counter(locked_in(_MARKED.sub(r"\1", segment.source))):
            slots = ", ".join(locked_in(segment.source)) or "–"
            problems.append(
                _told(
                    mark,
                    unit,
                    "wat het programma invult, is hier niet meer wat het was",
                    "what the program fills in is not what it was here",
                    f"zet erin, elk één keer zo vaak als in het Nederlands: {slots}",
                    f"put in, each as often as in Dutch: {slots}",
                )
            )
        elif "<" in text:
            problems.append(
                _told(mark, unit, "hier hoort gewone tekst", "plain text belongs here", "haal < weg", "remove <")
            )
        else:
            untouched = text == segment.target and all(
                part.get("state") == "initial" for part in unit.iter(_q("segment"))
            )
            seen = segment.seen if untouched and segment.seen else unit.get("name", "")
            taken.append(Translated(segment, text, seen))
    return taken, problems


def _read(target: Element, data: dict[str, str]) -> Iterator[str]:
    yield target.text or ""
    for part in target:
        yield data.get(part.get("dataRef", ""), "") if part.tag == _q("ph") else "".join(_read(part, data))
        yield part.tail or ""


def _q(name: str) -> str:
    return f"{{{_NAMESPACE}}}{name}"


def _told(mark: Mark, unit: Element, nl: str, en: str, fix_nl: str, fix_en: str) -> Problem:
    return Problem(mark, unit.get("id", ""), Say(nl, en), Say(fix_nl, fix_en))
