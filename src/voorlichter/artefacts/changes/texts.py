"""Sentences that went and sentences that came, told once however many pages they stand on."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from voorlichter.artefacts.changes.page import BuiltPage
from voorlichter.artefacts.changes.shown import Shown, Spot, find_differing
from voorlichter.hunks import find_hunks

ChangeKind = Literal["text", "link", "picture", "page", "look", "kit"]
_Change = tuple[ChangeKind, tuple[str, ...], tuple[str, ...]]
_FIRST = ("page", "look", "picture", "text", "link")
_AWAY = ("https:", "mailto:", "tel:", "sms:")


@dataclass(frozen=True, slots=True)
class TextChange:
    """`gone` and `new` are sentences, addresses of links, or the title of a page; of the rest nothing is said but where."""

    kind: ChangeKind
    gone: tuple[str, ...]
    new: tuple[str, ...]
    pages: tuple[Spot, ...]


def compare_texts(was: Shown, now: Shown) -> list[TextChange]:
    """What concerns whole pages first, then by page; the same change on many pages is one."""
    where: dict[_Change, dict[str, list[str]]] = {}
    for language, name in find_differing(was, now):
        for change in _compare_page(was, now, (language, name)):
            languages = where.setdefault(change, {}).setdefault(name, [])
            if language not in languages:
                languages.append(language)
    shown = {
        name: now.title(name) if name in now.page_names else was.title(name)
        for places in where.values()
        for name in places
    }
    return [
        TextChange(*change, tuple(Spot(name, shown[name], tuple(codes)) for name, codes in places.items()))
        for change, places in sorted(where.items(), key=lambda item: _FIRST.index(item[0][0]))
    ]


def _compare_page(was: Shown, now: Shown, key: tuple[str, str]) -> Iterator[_Change]:
    before, after = was.page(key), now.page(key)
    if before is None or after is None:
        yield "page", (was.title(key[1]),) if before else (), (now.title(key[1]),) if after else ()
        return
    texts = list(find_hunks(before.sentences, after.sentences)) if before.sentences != after.sentences else []
    yield from (("text", *hunk) for hunk in texts)
    if not texts:
        yield from (("link", *hunk) for hunk in find_hunks(_leading_away(before), _leading_away(after)))
    language = key[0]
    if [was.files.get((language, name)) for name in before.pictures] != [
        now.files.get((language, name)) for name in after.pictures
    ]:
        yield "picture", (), ()
    if any(
        was.files.get((language, name)) != data
        for (code, name), data in now.files.items()
        if code == language and name.endswith(".css") and name.encode() in now.pages[key]
    ):
        yield "look", (), ()


def _leading_away(page: BuiltPage) -> list[str]:
    return [link for link in page.links if link.startswith(_AWAY)]
