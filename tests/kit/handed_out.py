"""One file of a kit, made as the kit makes it."""

from __future__ import annotations

from support import BASE

from voorlichter.artefacts.kit.context import Edition
from voorlichter.artefacts.kit.make import KitMaker
from voorlichter.artefacts.kit.materials import plan_materials
from voorlichter.workspace import Workspace


def made(edition: Edition, name: str) -> bytes:
    material = next(one for one in plan_materials(edition) if one.name == name)
    return KitMaker(Workspace.at(BASE)).render(material, edition)
