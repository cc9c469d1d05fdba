"""The theme's style sheets as lists of declarations: enough to hold them to their rules without a browser."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

REPOSITORY = Path(__file__).parents[2]
COMPONENTS = REPOSITORY / "overrides" / "components"


@dataclass(frozen=True, slots=True)
class Declaration:
    """One `name: value`, with the selector and the media query it stands under."""

    sheet: str
    media: str
    selector: str
    name: str
    value: str

    def __str__(self) -> str:
        return f"{self.sheet}: {self.media} {self.selector} {{ {self.name}: {self.value} }}"

    @property
    def tokens(self) -> list[str]:
        return re.findall(r"var\(--([\w-]+)", self.value)


def read_sheets() -> dict[str, str]:
    """Every style sheet of a component, by its file name."""
    return {path.name: path.read_text(encoding="utf-8") for path in sorted(COMPONENTS.rglob("*.css"))}


def declarations(sheet: str, text: str) -> Iterator[Declaration]:
    """Those of one style sheet; `@font-face` holds none that style a page."""
    text = re.sub(r"/\*.*?\*/", "", text, flags=re.S)
    text = re.sub(r"@font-face\s*\{[^}]*\}", "", text)
    media, selector, rest = "", "", ""
    open_media = False
    for part in re.split(r"([{};])", text):
        if part == "{":
            if rest.startswith(("@media", "@supports", "@page")):
                media, open_media = rest, True
            else:
                selector = rest
        elif part in ";}":
            name, colon, value = rest.partition(":")
            if colon and selector:
                yield Declaration(sheet, media, " ".join(selector.split()), name.strip(), " ".join(value.split()))
            if part == "}":
                if selector:
                    selector = ""
                elif open_media:
                    media, open_media = "", False
        else:
            rest = part.strip()
            continue
        rest = ""


def all_declarations() -> list[Declaration]:
    return [one for sheet, text in read_sheets().items() for one in declarations(sheet, text)]
