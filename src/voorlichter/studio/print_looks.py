"""Small pictures of what is printed, before anybody downloads it."""

from __future__ import annotations

import base64
from collections.abc import Iterator
from dataclasses import dataclass

from voorlichter.artefacts.kit.context import Edition
from voorlichter.artefacts.kit.materials import plan_materials
from voorlichter.pictures import size_in_header
from voorlichter.typesetting import Typesetter
from voorlichter.workspace import Workspace

SHOWN = ("poster", "wallet-card", "flyer")
"""Of each the first sheet, and of that the first page."""
_DENSE = 50
"""Dots per inch: a sheet of A4 is as wide as a phone, and its large print can be read."""


@dataclass(frozen=True, slots=True)
class PrintLook:
    called: str
    alt: str
    address: str
    """A data address: nothing is fetched."""
    width: int
    height: int


def render_looks(workspace: Workspace, edition: Edition) -> Iterator[PrintLook]:
    """Raises MachineError where Typst is not there."""
    sheets = {sheet.item: sheet for sheet in reversed(plan_materials(edition)) if sheet.kind == "print"}
    with Typesetter(workspace.files("overrides/print")) as typesetter:
        for sheet in (sheets[name] for name in SHOWN if name in sheets):
            item = edition.items[sheet.item]
            png = typesetter.render_png(sheet.source, sheet.data, edition.pictures, _DENSE)
            people = ". ".join(", ".join([one["name"], *one["ways"]]) for one in sheet.data["advisors"])
            address = f"data:image/png;base64,{base64.b64encode(png).decode()}"
            alt = f"{item['called']}: “{item['title']}” {people}."
            yield PrintLook(item["called"], alt, address, *size_in_header(png, "PNG"))
