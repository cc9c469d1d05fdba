"""What is kept of a site that was published: read back or as if it were the first time; and which words somebody accepted."""

from __future__ import annotations

import io
import json
import zipfile
from pathlib import Path
from typing import Any

import pytest
from support import lay

from voorlichter import __version__
from voorlichter.artefacts.changes.shown import Spot
from voorlichter.artefacts.changes.texts import TextChange
from voorlichter.clients.wording import NewWording, ProgramWording, accept, is_accepted
from voorlichter.publish.places import find_place
from voorlichter.publish.shelf import Shelf, find_shelf, open_shelf
from voorlichter.workspace import Workspace
from voorlichter.zip_file import render_zip

ABOUT = {"voorlichter": "0.0.1", "of": "0" * 64, "slug": "zee", "day": "2026-11-02", "kit": False}
NO_STAGE: Any = None
"""Nothing of it is asked where there is nothing to compare."""


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    return Workspace(lay(tmp_path / "w", {"profiles/zee/profile.yml": "x"}), tmp_path / "defaults")


@pytest.fixture
def shelf(workspace: Workspace, tmp_path: Path) -> Shelf:
    shelf = find_shelf(workspace, "zee", find_place(str(tmp_path / "www"), tmp_path))
    open_shelf(workspace, shelf)
    return shelf


def kept(about: object, **more: bytes) -> bytes:
    return render_zip({"about.json": about if isinstance(about, bytes) else json.dumps(about).encode(), **more})


def locked() -> bytes:
    data = bytearray(kept(ABOUT))
    for mark in (b"PK\x03\x04", b"PK\x01\x02"):
        at = data.index(mark) + (6 if mark == b"PK\x03\x04" else 8)
        data[at] |= 1
    return bytes(data)


def cut_off() -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("about.json", json.dumps(ABOUT) * 50)
    data = bytearray(buffer.getvalue())
    data[45:55] = b"\xff" * 10
    return bytes(data)


UNREADABLE = {
    "no zip": b"no zip",
    "nothing about it": render_zip({"pages/nl/index.html": b"x"}),
    "no json": kept(b"{"),
    "lists in lists without an end": kept(b"[" * 100_000),
    "no mapping": kept(["zee"]),
    "nothing": kept(None),
    "no day": kept({**ABOUT, "day": "gisteren"}),
    "a day that is a number": kept({**ABOUT, "day": 3}),
    "a slug that leads elsewhere": kept({**ABOUT, "slug": "../zee"}),
    "a slug that is a number": kept({**ABOUT, "slug": 3}),
    **{f"without its {key}": kept({name: one for name, one in ABOUT.items() if name != key}) for key in ABOUT},
    "locked": locked(),
    "cut off": cut_off(),
}


@pytest.mark.parametrize("what", UNREADABLE)
def test_what_cannot_be_read_is_as_if_it_were_the_first_time(workspace: Workspace, shelf: Shelf, what: str) -> None:
    wording = ProgramWording(workspace, NO_STAGE)
    assert list(wording.find_new("zee")) == []
    (shelf.folder / "as-published.zip").write_bytes(UNREADABLE[what])
    assert list(wording.find_new("zee")) == []
    wording.check_accepted("zee")


def test_a_site_of_this_version_says_nothing_otherwise(workspace: Workspace, shelf: Shelf) -> None:
    (shelf.folder / "as-published.zip").write_bytes(kept({**ABOUT, "voorlichter": __version__}))
    assert list(ProgramWording(workspace, NO_STAGE).find_new("zee")) == []


SPOT = Spot("wie.html", "Wie", ("nl",))


def wording(*changes: TextChange, **more: Any) -> NewWording:
    return NewWording("zee", "De Zee", "0.0.1", changes, {"wie.html": "Wie"}, **more)


def test_who_accepted_these_words_is_remembered_until_they_are_others(shelf: Shelf) -> None:
    first = wording(TextChange("text", ("Was.",), ("Wordt.",), (SPOT,)))
    assert not is_accepted(shelf, first)
    accept(shelf, first)
    assert is_accepted(shelf, first) and is_accepted(shelf, wording(*first.changes, is_mixed=True))
    for other in (
        wording(),
        wording(TextChange("text", ("Was.",), ("Werd.",), (SPOT,))),
        wording(TextChange("link", ("Was.",), ("Wordt.",), (SPOT,))),
        wording(TextChange("text", ("Was.",), ("Wordt.",), ())),
    ):
        assert not is_accepted(shelf, other)
    (shelf.folder / "accepted.txt").write_bytes(b"\xff")
    assert not is_accepted(shelf, first)


def test_new_words_are_told_as_any_change_is() -> None:
    from voorlichter.languages import shipped

    changed = wording(TextChange("text", (), ("Wordt.",), (SPOT,)))
    stage_one: Any = type("Stage", (), {"languages": {"nl": shipped()["nl"], "en": shipped()["en"]}})()
    sheet = changed.sheet("en", stage_one)
    assert (sheet.slug, sheet.organisation, sheet.since, sheet.until) == ("zee", "De Zee", "0.0.1", None)
    assert (sheet.rows, sheet.texts, sheet.notes, sheet.pages) == ((), changed.changes, (), {"wie.html": "Wie"})
    assert {code: said.en for code, said in sheet.languages.items()} == {"nl": "Dutch", "en": "English"}
