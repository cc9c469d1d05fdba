"""Logos and photos of two versions: which are others, and one put back alone."""

from __future__ import annotations

from dataclasses import fields, replace
from typing import Any

import pytest
from compared import EXAMPLES

from voorlichter.artefacts.changes.pictures import ProfileVersion, compare_pictures, lost_pictures, put_back_pictures
from voorlichter.artefacts.changes.values import Path
from voorlichter.brand import plan_palette
from voorlichter.problems import Say
from voorlichter.site.media import Media, PlacedPicture


def placed(name: str) -> PlacedPicture:
    return PlacedPicture(f"media/{name}.png", f"media/{name}@2x.png", 10, 10)


def media(version: str, color: str) -> Media:
    """Everything that there can be, all of it another in another version."""
    logo, practice, noor, sam = (placed(f"{name}-{version}") for name in ("logo", "practice", "noor", "sam"))
    names = [name for one in (logo, practice, noor, sam) for name in (one.name, one.name_2x)]
    files = {name: f"{version} {name}".encode() for name in (*names, f"media/qr-{version}.svg", "media/favicon.png")}
    files["media/favicon.png"] = version.encode()
    return Media(plan_palette(color), files, logo, practice, {"noor": noor, "sam": sam}, f"media/qr-{version}.svg")


WAS, NOW = media("was", "#0f5e5a"), media("now", "#7b1e3b")
BELONGS: dict[Path, dict[str, list[str]]] = {
    ("brand", "color"): {"palette": [], "files": ["favicon.png"]},
    ("safety", "discreet"): {"files": ["favicon.png"]},
    ("brand", "logo"): {"logo": [], "files": ["logo-was.png", "logo-was@2x.png"]},
    ("practice",): {"practice_logo": [], "files": ["practice-was.png", "practice-was@2x.png"]},
    ("practice", "logo"): {"practice_logo": [], "files": ["practice-was.png", "practice-was@2x.png"]},
    ("publication", "url"): {"qr": [], "files": ["qr-was.svg"]},
    ("advisors", "noor"): {"photos": [], "files": ["noor-was.png", "noor-was@2x.png"]},
    ("advisors", "noor", "photo"): {"photos": [], "files": ["noor-was.png", "noor-was@2x.png"]},
    ("advisors", "noor", "photo_consent"): {"photos": [], "files": ["noor-was.png", "noor-was@2x.png"]},
    ("advisors", "noor", "phone"): {},
    ("organisation", "name"): {},
}


@pytest.mark.parametrize("path", BELONGS, ids=".".join)
def test_with_a_value_its_own_pictures_are_put_back_and_no_other(path: Path) -> None:
    kept = replace(NOW, files={**NOW.files}, photos={**NOW.photos})
    back = put_back_pictures(NOW, WAS, path)
    assert kept == NOW, "the new version stays as it was"
    differing = {field.name for field in fields(Media) if getattr(back, field.name) != getattr(NOW, field.name)}
    assert differing == BELONGS[path].keys()
    for name in differing - {"files", "photos"}:
        assert getattr(back, name) == getattr(WAS, name)
    files = [f"media/{name}" for name in BELONGS[path].get("files", [])]
    assert back.files == NOW.files | {name: WAS.files[name] for name in files}
    assert back.photos == NOW.photos | ({"noor": WAS.photos["noor"]} if "photos" in differing else {})


@pytest.mark.parametrize("path", BELONGS, ids=".".join)
def test_where_there_was_no_picture_there_is_none_again(path: Path) -> None:
    bare = Media(plan_palette("#0f5e5a"), {"media/favicon.png": b"was"})
    back = put_back_pictures(NOW, bare, path)
    differing = {field.name for field in fields(Media) if getattr(back, field.name) != getattr(NOW, field.name)}
    assert differing - {"files"} == BELONGS[path].keys() - {"files"}
    assert back.logo is None or path != ("brand", "logo")
    assert ("noor" in back.photos) is ("photos" not in BELONGS[path]) and "sam" in back.photos


def version(pictures: Media, **changes: Any) -> ProfileVersion:
    """Noor with a photo that may be shown, and a practice with a logo."""
    profile = EXAMPLES["vuurtoren"]
    first, *others = profile.advisors
    noor = first.model_copy(update={"id": "noor", "photo": "noor.jpg", "photo_consent": True} | changes)
    return ProfileVersion(
        profile.model_copy(update={"advisors": [noor, *(one.model_copy(update={"photo": None}) for one in others)]}),
        pictures,
    )


def test_a_picture_that_shows_something_else_is_told_whatever_its_name() -> None:
    same = replace(WAS, logo=NOW.logo, files=WAS.files | {NOW.logo.name_2x: WAS.files[WAS.logo.name_2x]})  # type: ignore[union-attr]
    told = {one.path: (one.was, one.now) for one in compare_pictures(version(WAS), version(same))}
    assert ("brand", "logo") not in told
    told = {one.path: (one.was, one.now) for one in compare_pictures(version(WAS), version(NOW))}
    assert told["brand", "logo"] == (Say("het vorige logo", "the former logo"), Say("een nieuw logo", "a new logo"))
    assert told["advisors", "noor", "photo"] == (
        Say("de vorige foto", "the former photo"),
        Say("een nieuwe foto", "a new photo"),
    )


def test_a_picture_that_came_or_went_is_told_against_none_and_one_that_is_lost_is_not_told() -> None:
    bare, without = replace(NOW, logo=None, photos={}), version(WAS, photo=None)
    brand = without.profile.brand.model_copy(update={"logo": None})
    none = ProfileVersion(without.profile.model_copy(update={"brand": brand, "practice": None}), bare)
    (came, *_) = compare_pictures(none, ProfileVersion(none.profile, NOW))
    assert (came.path, came.was) == (("brand", "logo"), Say("geen logo", "no logo"))
    (went, *_) = compare_pictures(ProfileVersion(none.profile, NOW), none)
    assert went.now == Say("geen logo", "no logo")
    assert ("advisors", "noor", "photo") in lost_pictures(version(bare))
    assert ("advisors", "noor", "photo") not in lost_pictures(version(bare, photo_consent=False))
    assert ("advisors", "noor", "photo") not in lost_pictures(version(NOW))
    assert ("advisors", "noor", "photo") not in {one.path for one in compare_pictures(version(WAS), version(bare))}
