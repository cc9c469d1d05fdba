"""On which materials of the kit a change shows."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from pathlib import PurePosixPath

from voorlichter.artefacts.changes.shown import Shown, Spot, told_once
from voorlichter.artefacts.kit.context import Edition
from voorlichter.artefacts.kit.make import LEFT_OUT, KitMaker
from voorlichter.artefacts.kit.materials import Material
from voorlichter.cache import open_cache
from voorlichter.problems import MachineError, Say
from voorlichter.typesetting import check_extra
from voorlichter.workspace import Workspace

Thing = tuple[Material, Edition]
_LAID_OUT = ("print", "slides", "web")
"""Kinds that are told more than they show, so that they are made to see it."""


class Materials:
    """Compares what is handed out; what is made for it is made once. Where nobody is to `look`, other data is another thing."""

    def __init__(self, workspace: Workspace, look: bool = True) -> None:
        self._look = look
        self._maker = KitMaker(workspace)
        self._cache = open_cache()
        self._made: dict[str, bytes] = {}
        self.notes: list[Say] = []
        try:
            if look:
                check_extra("typst", *(() if "slides" in LEFT_OUT else ("pptx",)))
        except MachineError as error:
            self.notes.append(
                Say(
                    f"Bij materialen staat waar het in kan staan, niet waar het in staat. {error.say.nl}",
                    f"Of materials it is told where it may show, not where it shows. {error.say.en}",
                )
            )

    def find(self, was: Shown, now: Shown) -> list[Spot]:
        """Each thing once, whatever its number of files and locations."""
        keys = [
            key
            for key in {**now.materials, **was.materials}
            if self._differs(was.materials.get(key), now.materials.get(key))
        ]
        things = [
            (language, now.materials.get((language, name)) or was.materials[language, name]) for language, name in keys
        ]
        titles = {thing[0].item: _title(*thing) for _, thing in reversed(things)}
        return list(told_once(((language, thing[0].item) for language, thing in things), titles.__getitem__))

    def _differs(self, was: Thing | None, now: Thing | None) -> bool:
        if was is None or now is None:
            return was is not now
        before, after = _key(*was), _key(*now)
        kind = now[0].kind
        if before == after or self.notes or not self._look or kind not in _LAID_OUT or kind in LEFT_OUT:
            return before != after
        return self._make(before, *was) != self._make(after, *now)

    def _make(self, key: str, material: Material, edition: Edition) -> bytes:
        """The hash of the thing; of a sheet, which takes longest to make, it is kept for the next time."""

        def make() -> bytes:
            return hashlib.sha256(self._maker.render(material, edition)).digest()

        if key not in self._made:
            source = f"{self._maker.code}\n{key}".encode()
            self._made[key] = self._cache.get("sheet", source, make) if material.kind == "print" else make()
        return self._made[key]


def _key(material: Material, edition: Edition) -> str:
    """Of what a material is made from: its data, and the pictures its data names."""
    written = json.dumps(material.data, ensure_ascii=False, sort_keys=True)
    pictures = (f"{name} {hashlib.sha256(data).hexdigest()}" for name, data in _pictures(material, edition, written))
    return "\n".join([material.source, written, *pictures])


def _pictures(material: Material, edition: Edition, written: str) -> Iterator[tuple[str, bytes]]:
    if material.kind in _LAID_OUT:
        yield from (
            (name, data)
            for name, data in sorted(edition.pictures.items())
            if f'"{PurePosixPath(name).name}"' in written
        )


def _title(material: Material, edition: Edition) -> str:
    item = edition.items.get(material.item)
    return str(item["title"]) if item else edition.words.get(f"{material.item.replace('-', '_')}_title", material.item)
