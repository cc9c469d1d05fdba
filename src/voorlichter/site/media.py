"""The pictures of one site: logo, photos, icon and QR code, processed and named."""

from __future__ import annotations

import hashlib
import json
import struct
from collections.abc import Callable
from dataclasses import asdict, dataclass, field, replace

from voorlichter.brand import Palette, plan_palette
from voorlichter.cache import Cache
from voorlichter.json_read import read_json
from voorlichter.picture_file import read_picture
from voorlichter.pictures import Picture, render_favicon, render_logo, render_photo
from voorlichter.problems import Problem
from voorlichter.profile.model import Profile
from voorlichter.profile.read import ProfileSource
from voorlichter.qr import render_qr
from voorlichter.workspace import Workspace
from voorlichter.yaml_source import KeyPath, dotted


@dataclass(frozen=True, slots=True)
class PlacedPicture:
    """A picture with the names of its two files in every language's tree."""

    name: str
    name_2x: str
    width: int
    height: int


@dataclass(frozen=True, slots=True)
class Original:
    data: bytes
    render: Callable[[bytes, int], Picture]

    def enlarged(self, cache: Cache) -> bytes:
        """For print: three times what the densest screens get, where the file has as much."""
        return cache.get("print-2", self.data, lambda: self.render(self.data, _PRINT).data_2x)


_PRINT = 6
"""Pixels for each CSS pixel: 300 dpi and more at the sizes on a poster."""


@dataclass(slots=True)
class Media:
    """`files` by their path in a language's tree."""

    palette: Palette
    files: dict[str, bytes] = field(default_factory=dict)
    logo: PlacedPicture | None = None
    practice_logo: PlacedPicture | None = None
    photos: dict[str, PlacedPicture] = field(default_factory=dict)
    qr: str | None = None
    favicon: str = "media/favicon.png"
    slug: str = ""
    """What the organisation's drawing is drawn from."""
    originals: dict[str, Original] = field(default_factory=dict)
    """What the denser files were made from, by their names."""


def read_media(
    workspace: Workspace, source: ProfileSource, profile: Profile, cache: Cache
) -> tuple[Media, list[Problem]]:
    """Process every picture a profile names; the files read are added to the source's inputs."""
    media = Media(_palette(profile.brand.color, cache), slug=source.slug)
    problems: list[Problem] = []

    def place(
        path: KeyPath, name: str, stem: str, render: Callable[[bytes, int], Picture], kind: str
    ) -> PlacedPicture | None:
        mark = source.value_mark(path)
        read = read_picture(mark, dotted(path), name, kind, lambda data: _pack(render(data, 2)), cache)
        if isinstance(read, Problem):
            problems.append(read)
            return None
        data, packed = read
        file = mark.path.parent / name
        source.inputs[file.relative_to(workspace.root).as_posix()] = hashlib.sha256(data).hexdigest()
        picture = _unpack(packed)
        names = (f"media/{stem}{picture.suffix}", f"media/{stem}-2x{picture.suffix}")
        media.files[names[0]], media.files[names[1]] = picture.data, picture.data_2x
        media.originals[names[1]] = Original(data, render)
        return PlacedPicture(*names, picture.width, picture.height)

    if profile.brand.logo:
        media.logo = place(("brand", "logo"), profile.brand.logo, "logo", render_logo, "logo-2")
    if profile.practice and profile.practice.logo:
        media.practice_logo = place(("practice", "logo"), profile.practice.logo, "practice", render_logo, "logo-2")
    for index, advisor in enumerate(profile.advisors):
        if advisor.photo:
            placed = place(("advisors", index, "photo"), advisor.photo, advisor.id, render_photo, "photo-1")
            if placed and advisor.photo_consent:
                media.photos[advisor.id] = placed
            elif placed:
                del media.files[placed.name], media.files[placed.name_2x], media.originals[placed.name_2x]
    colors = media.palette
    favicon_key = f"{colors.color}{colors.on_color}{profile.safety.discreet}".encode()
    plain = ("#4e5b60", "#ffffff") if profile.safety.discreet else (colors.color, colors.on_color)
    media.files[media.favicon] = cache.get("favicon-1", favicon_key, lambda: render_favicon(*plain).data)
    if profile.publication.url:
        address = profile.publication.url.href
        media.qr = "media/qr.svg"
        media.files[media.qr] = cache.get("qr-1", address.encode(), lambda: render_qr(address).encode())
    return media, problems


def unread_media(profile: Profile, slug: str, cache: Cache) -> Media:
    """Every picture of a profile by its name alone, for whoever asks what the pages say: no file is read, and none need be there."""

    def place(stem: str) -> PlacedPicture:
        return PlacedPicture(f"media/{stem}.png", f"media/{stem}-2x.png", 1, 1)

    media = Media(_palette(profile.brand.color, cache), slug=slug)
    media.logo = place("logo") if profile.brand.logo else None
    media.practice_logo = place("practice") if profile.practice and profile.practice.logo else None
    media.photos = {one.id: place(one.id) for one in profile.advisors if one.photo and one.photo_consent}
    if profile.publication.url:
        media.qr = "media/qr.svg"
        media.files[media.qr] = b""
    return media


def enlarge(media: Media, cache: Cache) -> Media:
    """The same with denser pictures under the same names, for print and slides."""
    return replace(
        media, files=media.files | {name: original.enlarged(cache) for name, original in media.originals.items()}
    )


def _palette(color: str, cache: Cache) -> Palette:
    data = cache.get("palette-4", color.encode(), lambda: json.dumps(asdict(plan_palette(color))).encode())
    return Palette(**read_json(data))


def _pack(picture: Picture) -> bytes:
    """A picture's two files in one cache entry: the sizes, then the bytes."""
    return (
        struct.pack("<III4s", len(picture.data), picture.width, picture.height, picture.suffix.encode())
        + picture.data
        + picture.data_2x
    )


def _unpack(data: bytes) -> Picture:
    length, width, height, suffix = struct.unpack_from("<III4s", data)
    start = struct.calcsize("<III4s")
    return Picture(data[start : start + length], data[start + length :], width, height, suffix.rstrip(b"\0").decode())
