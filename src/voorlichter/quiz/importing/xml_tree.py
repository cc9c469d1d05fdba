"""XML that somebody hands in: no entity is followed, and what is too large is not read."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from html import escape
from typing import Any
from xml.etree.ElementTree import Element, ParseError, TreeBuilder

from voorlichter.problems import Say
from voorlichter.quiz.importing.forms import NotUnderstoodError

LARGEST = 10_000_000
"""Bytes; a thousand questions take one tenth of it."""
DEEPEST = 200


@dataclass(frozen=True, slots=True)
class Tree:
    root: Element
    lines: dict[Element, int]
    """On which line each element begins."""


class _Placing(TreeBuilder):
    """Notes where elements begin, and goes no deeper than people write."""

    parser: Any = None

    def __init__(self) -> None:
        super().__init__()
        self.lines: dict[Element, int] = {}
        self.depth = 0

    def start(self, tag: Any, attrs: Any, /) -> Element:
        self.depth += 1
        if self.depth > DEEPEST:
            raise NotUnderstoodError(*_DAMAGED)
        element = super().start(tag, attrs)
        self.lines[element] = self.parser.CurrentLineNumber
        return element

    def end(self, tag: Any, /) -> Element:
        self.depth -= 1
        return super().end(tag)


def read_xml(data: bytes) -> Tree:
    """Raises NotUnderstoodError."""
    from defusedxml.common import DefusedXmlException  # type: ignore[import-untyped, unused-ignore]
    from defusedxml.ElementTree import DefusedXMLParser  # type: ignore[import-untyped, unused-ignore]

    if len(data) > LARGEST:
        raise NotUnderstoodError(*TOO_LARGE)
    builder = _Placing()
    parser = DefusedXMLParser(target=builder, forbid_dtd=True)
    builder.parser = parser.parser
    try:
        parser.feed(data)
        root: Element = parser.close()
    except DefusedXmlException as error:
        raise NotUnderstoodError(*_ENTITIES) from error
    except (ParseError, LookupError, ValueError) as error:  # the last two: a strange encoding
        raise NotUnderstoodError(*_DAMAGED) from error
    return Tree(root, builder.lines)


def local(element: Element) -> str:
    """Its name without the namespace, which differs between versions of one standard."""
    return str(element.tag).rpartition("}")[2]


def all_of(root: Element, *names: str) -> Iterator[Element]:
    return (element for element in root.iter() if local(element) in names)


def one_of(root: Element, *names: str) -> Element | None:
    return next(all_of(root, *names), None)


def inner_html(element: Element, without: frozenset[Element] = frozenset()) -> str:
    """What stands in an element, but for some of its parts, as plain HTML."""
    parts = [escape(element.text or "", quote=False)]
    for child in element:
        if child not in without:
            attributes = "".join(f' {name}="{escape(value)}"' for name, value in child.attrib.items() if name == "href")
            parts.append(f"<{local(child)}{attributes}>{inner_html(child, without)}</{local(child)}>")
        parts.append(escape(child.tail or "", quote=False))
    return "".join(parts)


TOO_LARGE = (
    Say("dit bestand is te groot", "this file is too large"),
    Say("splits het in bestanden van hooguit een paar honderd vragen", "split it into files of a few hundred questions at most"),
)  # fmt: skip
_ENTITIES = (
    Say("in dit bestand staat een DTD of entiteit", "there is a DTD or an entity in this file"),
    Say("exporteer de vragen opnieuw; haal <!DOCTYPE …> weg", "export the questions again; take <!DOCTYPE …> away"),
)
_DAMAGED = (
    Say("dit bestand is beschadigd, of geen XML", "this file is damaged, or no XML"),
    Say("exporteer de vragen opnieuw", "export the questions again"),
)
