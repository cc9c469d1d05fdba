"""A template with one fault in it: a false sentence planted."""

from __future__ import annotations

import copy
import random
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from claims.said import read_json
from voorlichter.reading.trace import TracedTemplate
from voorlichter.site.pieces import CompiledTemplate
from voorlichter.slots.scan import TAG


class PlantedTemplate(TracedTemplate):
    """With a paragraph planted at some place in the running text of a file; `chance` decides where."""

    def __init__(self, folder: Path, file: str, paragraph: str, chance: random.Random) -> None:
        super().__init__(folder)
        self.file = file
        self.paragraph = paragraph
        self.chance = chance

    def _cut(self, name: str, scope: tuple[str, ...] = ()) -> CompiledTemplate:
        text = (self.folder / name).read_text(encoding="utf-8")
        return self.cut(self._plant(text) if name == self.file else text, scope)

    def _plant(self, text: str) -> str:
        body = text.index("<main") if "<main" in text else 0
        ends = [match.end() for match in re.finditer("</p>", text[body:])]
        place = body + self.chance.choice([end for end in ends if not _open_conditions(text[: body + end])])
        return f"{text[:place]}<p>{self.paragraph}</p>{text[place:]}"

    @property
    def items(self) -> Mapping[str, Any]:
        """The kit's, with the paragraph in one of them."""
        items = copy.deepcopy(read_json(self.folder / "kit.json"))
        if self.file == "kit.json":
            parts = [
                part
                for item in items.values()
                for part in item["parts"]
                if part["text"] and not part["when"] and not item["when"]
            ]
            self.chance.choice(parts)["text"].append(self.paragraph)
        return dict(items)

    @property
    def index(self) -> Mapping[str, Any]:
        """The search index, with the paragraph in one section."""
        index = copy.deepcopy(read_json(self.folder / "search.json"))
        sections = [
            section
            for page in index["pages"]
            if not page["when"]
            for section in page["sections"]
            if not section["when"]
        ]
        self.chance.choice(sections)["text"] += f" {self.paragraph}"
        return dict(index)


def _open_conditions(text: str) -> int:
    """How many conditions and loops are open at the end of a text."""
    tags = [match.group() for match in TAG.finditer(text)]
    return sum(tag.startswith(("[% if ", "[% for ")) for tag in tags) - sum(
        tag.startswith(("[% endif", "[% endfor")) for tag in tags
    )
