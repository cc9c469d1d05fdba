"""Logos and photos of two versions: which are others, and the new ones with one put back."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import Literal

from voorlichter.artefacts.changes.values import Difference, Path
from voorlichter.own.files import OwnFiles
from voorlichter.problems import Say
from voorlichter.profile.model import Profile
from voorlichter.site.media import Media, PlacedPicture

PictureKind = Literal["logo", "photo"]
_WORDS: dict[PictureKind, tuple[Say, Say, Say]] = {
    "logo": (
        Say("geen logo", "no logo"),
        Say("het vorige logo", "the former logo"),
        Say("een nieuw logo", "a new logo"),
    ),
    "photo": (
        Say("geen foto", "no photo"),
        Say("de vorige foto", "the former photo"),
        Say("een nieuwe foto", "a new photo"),
    ),
}


@dataclass(frozen=True, slots=True)
class ProfileVersion:
    """A profile with its pictures and what is said in own words."""

    profile: Profile
    media: Media
    own: OwnFiles = field(default_factory=OwnFiles)


def compare_pictures(was: ProfileVersion, now: ProfileVersion) -> list[Difference]:
    """What the pictures show, not how their files are called; one that cannot be read says nothing."""
    before, after = dict(_pictures(was)), dict(_pictures(now))
    lost = {path for version in (was, now) for path in lost_pictures(version)}
    both = [path for path in after if path in before and path not in lost]
    return [Difference(path, *_say(path, before[path], after[path])) for path in both if before[path] != after[path]]


def _say(path: Path, was: bytes | None, now: bytes | None) -> tuple[Say, Say]:
    none, former, new = _WORDS["photo" if path[-1] == "photo" else "logo"]
    return none if was is None else former, none if now is None else new


def _pictures(version: ProfileVersion) -> Iterator[tuple[Path, bytes | None]]:
    """Every place that could show one. What an absent section or advisor would show is told with that section."""
    media = version.media

    def data(placed: PlacedPicture | None) -> bytes | None:
        return media.files[placed.name_2x] if placed else None

    yield ("brand", "logo"), data(media.logo)
    if version.profile.practice:
        yield ("practice", "logo"), data(media.practice_logo)
    for advisor in version.profile.advisors:
        if advisor.photo_consent or not advisor.photo:
            yield ("advisors", advisor.id, "photo"), data(media.photos.get(advisor.id))


def lost_pictures(version: ProfileVersion) -> list[Path]:
    """The pictures that a profile names and that are not there."""
    profile, media = version.profile, version.media
    named: list[tuple[Path, bool]] = [(("brand", "logo"), bool(profile.brand.logo) and media.logo is None)]
    named.append(
        (("practice", "logo"), bool(profile.practice and profile.practice.logo) and media.practice_logo is None)
    )
    named += [
        (
            ("advisors", advisor.id, "photo"),
            bool(advisor.photo) and advisor.photo_consent and advisor.id not in media.photos,
        )
        for advisor in profile.advisors
    ]
    return [path for path, lost in named if lost]


def put_back_pictures(now: Media, was: Media, path: Path) -> Media:
    """The new pictures with what belongs to one value of the profile as it was."""
    media = replace(now, files={**now.files}, photos={**now.photos})

    def take(*names: str) -> None:
        media.files.update({name: was.files[name] for name in names})

    match path:
        case ("brand", "color"):
            media.palette = was.palette
            take(was.favicon)
        case ("safety", "discreet"):
            take(was.favicon)
        case ("brand", "logo"):
            media.logo = was.logo
            take(*_names(was.logo))
        case ("practice",) | ("practice", "logo"):
            media.practice_logo = was.practice_logo
            take(*_names(was.practice_logo))
        case ("publication", "url"):
            media.qr = was.qr
            take(*([was.qr] if was.qr else []))
        case ("advisors", id_) | ("advisors", id_, "photo" | "photo_consent"):
            media.photos.pop(id_, None)
            media.photos.update({id_: was.photos[id_]} if id_ in was.photos else {})
            take(*_names(was.photos.get(id_)))
    return media


def _names(placed: PlacedPicture | None) -> tuple[str, ...]:
    return (placed.name, placed.name_2x) if placed else ()
