"""An HTML file as a list of its elements and texts, enough to check it without a browser."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from html.parser import HTMLParser
from pathlib import Path

_STRING = re.compile(r'"(?:[^"\\]|\\.)*"')


@dataclass(frozen=True, slots=True)
class Element:
    tag: str
    attributes: dict[str, str]
    line: int


class Document(HTMLParser):
    """`texts` holds what is read; `scripts` the strings inside <script> and what stands inside <style>."""

    def __init__(self, path: Path) -> None:
        super().__init__()
        self.path = path
        self.elements: list[Element] = []
        self.texts: list[str] = []
        self.scripts: list[str] = []
        self.title = ""
        self._inside = ""
        self.feed(path.read_text(encoding="utf-8"))
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append(Element(tag, {name: value or "" for name, value in attrs}, self.getpos()[0]))
        if tag in ("script", "style", "title"):
            self._inside = tag

    def handle_endtag(self, tag: str) -> None:
        if tag == self._inside:
            self._inside = ""

    def handle_data(self, data: str) -> None:
        if self._inside == "script":
            self.scripts += _STRING.findall(data)
        elif self._inside == "style":
            self.scripts.append(data)
        elif self._inside == "title":
            self.title += data
        else:
            self.texts.append(data)

    @property
    def text(self) -> str:
        return " ".join("".join(self.texts).split())

    @cached_property
    def ids(self) -> list[str]:
        return [element.attributes["id"] for element in self.elements if "id" in element.attributes]

    def all(self, *tags: str) -> list[Element]:
        return [element for element in self.elements if element.tag in tags]

    def addresses(self) -> list[tuple[Element, str]]:
        """Every address an element leads to or loads."""
        found = []
        for element in self.elements:
            attributes = element.attributes
            found += [
                (element, attributes[name])
                for name in ("href", "src", "action", "poster", "data")
                if name in attributes
            ]
            found += [(element, one.split()[0]) for one in attributes.get("srcset", "").split(",") if one.strip()]
        return found
