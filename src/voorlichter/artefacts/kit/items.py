"""The kit's texts, filled for one site: what stands under a flag that does not hold is left out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any

from voorlichter.json_read import read_json
from voorlichter.site.fill import Template, applies
from voorlichter.site.plain import PlainText
from voorlichter.slots.model import Slots

FilledItem = dict[str, Any]
"""What is made of it, as data/kit/ has it; `called`, `title`, `about`, and `parts` of `id`, `title`, `text`, `points`, `notes`: all plain texts or lists of them."""


def fill_items(template: Template, slots: Slots) -> dict[str, FilledItem]:
    """Every item that is there for this organisation, by name."""
    said = PlainText(template, slots)
    items = read_items(template.folder)
    return {
        name: _fill(item, slots, said)
        for name, item in items.items()
        if not item["when"] or applies(slots, item["when"])
    }


@lru_cache(maxsize=12)
def read_items(folder: Path) -> Mapping[str, Mapping[str, Any]]:
    """A template's folder carries the hash of all in it, so what was read from it stays true."""
    items: Mapping[str, Mapping[str, Any]] = read_json((folder / "kit.json").read_text(encoding="utf-8"))
    return items


def _fill(item: Mapping[str, Any], slots: Slots, said: PlainText) -> FilledItem:
    parts = [
        {
            "id": part["id"],
            "title": said(part["title"]),
            "text": list(_told(map(said, part["text"]))),
            "points": list(_told(said(point["text"]) for point in there(part["points"], slots))),
            "notes": list(_told(map(said, part["notes"]))),
        }
        for part in there(item["parts"], slots)
    ]
    return {**item, **{key: said(item[key]) for key in ("called", "title", "about")}, "parts": parts}


def there(things: Iterable[Mapping[str, Any]], slots: Slots) -> Iterator[Mapping[str, Any]]:
    return (thing for thing in things if not thing["when"] or applies(slots, thing["when"]))


def _told(texts: Iterable[str]) -> Iterator[str]:
    """A text that was all condition may have become empty."""
    return (text for text in texts if text)
