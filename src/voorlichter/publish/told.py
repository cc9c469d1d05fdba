"""What a site tells that can be taken back: who is reached, where, and whose photo it shows. Read from the site itself, however old it is."""

from __future__ import annotations

import html
import io
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Literal

from voorlichter.problems import Say

_PERSON = re.compile(r'\bdata-advisor="([^"]+)"')
_WAY = re.compile(r'\bhref="(?:tel:|mailto:|https://wa\.me/|https://signal\.me/#p/)([^"?]+)')
_PHOTO = re.compile(r"media/(.+?)(?:-2x)?\.jpg")

_GREY = (216, 212, 204)

WhatKind = Literal["person", "way", "photo"]


@dataclass(frozen=True, slots=True, order=True)
class TakenBack:
    """`name` is what a user types to have it back all the same."""

    kind: WhatKind
    name: str

    def say(self) -> Say:
        return {
            "person": Say(
                f"{self.name}, die hier geen vertrouwenspersoon meer is",
                f"{self.name}, who is no longer an advisor here",
            ),
            "way": Say(
                f"{self.name}, dat nu niet meer op de site staat", f"{self.name}, which is no longer on the site"
            ),
            "photo": Say(
                f"{self.name}, een foto die nu niet op de site mag",
                f"{self.name}, a photo that may not be on the site now",
            ),
        }[self.kind]


def photos_in(names: Iterable[str]) -> frozenset[str]:
    """The ids of those whose photo is among these files."""
    return frozenset(match[1] for name in names if (match := _PHOTO.fullmatch(name)))


def is_photo_of(name: str, ids: Iterable[str]) -> bool:
    match = _PHOTO.fullmatch(name)
    return match is not None and match[1] in ids


def taken_back(earlier: Mapping[str, bytes], now: Mapping[str, bytes]) -> list[TakenBack]:
    """What the earlier site tells and the present one does not."""
    return sorted(set(_told(earlier)) - set(_told(now)))


def _told(files: Mapping[str, bytes]) -> Iterator[TakenBack]:
    for name, data in files.items():
        if name.endswith(".html"):
            page = data.decode(errors="replace")
            yield from (TakenBack("person", html.unescape(found)) for found in _PERSON.findall(page))
            yield from (TakenBack("way", html.unescape(found).lstrip("+")) for found in _WAY.findall(page))
    faces = photos_in(name for name, data in files.items() if data != grey_square())
    yield from (TakenBack("photo", f"photo-{id_}") for id_ in faces)


@cache
def grey_square() -> bytes:
    """In the place of a photo that was taken out of a version."""
    from PIL import Image

    picture = io.BytesIO()
    Image.new("RGB", (1, 1), _GREY).save(picture, "JPEG")
    return picture.getvalue()
