"""A photo without consent leaves what is kept, and the version stays whole."""

from __future__ import annotations

from pathlib import Path

import pytest
from support import broken, files_of
from test_folder import site

from voorlichter.publish.places.folder import Folder
from voorlichter.publish.shelf import Shelf, find_shelf, open_shelf
from voorlichter.publish.told import taken_back
from voorlichter.publish.withdrawn import drop_photos
from voorlichter.workspace import Workspace

HELD = {"media/noor.jpg": "face", "media/noor-2x.jpg": "face", "media/sam.jpg": "other face", "media/logo.png": "logo"}
KIT = {"kit/poster.pdf": "face", "en/kit/slides.pptx": "face", "kit/contact.vcf": "card", "en/paper.pdf": "no kit"}


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    return Workspace(tmp_path, tmp_path / "defaults")


@pytest.fixture
def shelf(workspace: Workspace, tmp_path: Path) -> Shelf:
    shelf = find_shelf(workspace, "zeester", Folder(tmp_path / "www"))
    open_shelf(workspace, shelf)
    shelf.keep(site("1", **HELD, **KIT))
    return shelf


def test_a_grey_square_stands_in_its_place_and_no_sheet_that_may_show_it_is_left(
    workspace: Workspace, shelf: Shelf
) -> None:
    assert [told.en for told in drop_photos(workspace, "zeester", {"sam"})] == [
        "zeester: the photo of noor is gone from the earlier versions that are kept, too"
    ]
    (version,) = shelf.versions()
    there = files_of(version)
    assert broken(version) == []
    assert b"face" not in there.values() and there["media/sam.jpg"] == b"other face"
    assert there.keys() & KIT.keys() == {"kit/contact.vcf", "en/paper.pdf"}
    assert list(drop_photos(workspace, "zeester", {"sam"})) == []


def test_whose_photo_may_be_shown_and_other_organisations_are_left_alone(workspace: Workspace, shelf: Shelf) -> None:
    before = files_of(shelf.folder)
    assert list(drop_photos(workspace, "zeester", {"sam", "noor"})) == []
    assert list(drop_photos(workspace, "zee", set())) == []
    assert files_of(shelf.folder) == before


def test_a_square_is_no_photo_that_comes_back(workspace: Workspace, shelf: Shelf) -> None:
    list(drop_photos(workspace, "zeester", set()))
    assert taken_back(files_of(shelf.versions()[0]), {}) == []


def test_what_is_taken_back_is_whoever_and_whatever_way_the_present_site_no_longer_names() -> None:
    page = '<div data-advisor="noor"><a href="tel:+31200000001">Bel</a> <a href="mailto:n@b.example?x">Mail</a> <a href="https://wa.me/31200000002">App</a></div>'
    now = site("2", **{"index.html": '<a href="tel:+31200000002">', "en/wie.html": '<a href="mailto:n@b.example">'})
    assert [one.name for one in taken_back(site("1", **{"wie.html": page}), now)] == ["noor", "31200000001"]
