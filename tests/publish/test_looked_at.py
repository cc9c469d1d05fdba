"""What is said of a place that was published to: since when, whether it is the latest, what publishing would change, what is damaged."""

from __future__ import annotations

import hashlib
import os
import sys
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from support import lay
from test_folder import site

from voorlichter.problems import InputError, MachineError, Say
from voorlichter.publish.built import read_site
from voorlichter.publish.places import find_place
from voorlichter.publish.shelf import Shelf, find_shelf, open_shelf
from voorlichter.publish.standing import Changes, PublishedSite, look_at
from voorlichter.workspace import MANIFEST, Workspace

SINCE = datetime(2026, 11, 2, 10, tzinfo=UTC)
PUT = SINCE - timedelta(days=3)
FIRST = site("1", **{"wie.html": "Noor", "old.html": "old"})
SECOND = site("2", **{"wie.html": "Noor", "new.html": "new"})


@pytest.fixture
def shelf(tmp_path: Path) -> Shelf:
    return Shelf("zeester", str(tmp_path / "www"), tmp_path / "shelf", put=PUT, manifest="")


def stand(shelf: Shelf, files: dict[str, bytes]) -> None:
    folder = Path(shelf.target)
    lay(folder, files)
    os.utime(folder / MANIFEST, (SINCE.timestamp(), SINCE.timestamp()))


@pytest.mark.parametrize("closely", [False, True])
def test_where_no_site_of_ours_stands_nothing_is_told(shelf: Shelf, closely: bool) -> None:
    nothing = PublishedSite(shelf.target, None, False)
    assert look_at(shelf, FIRST[MANIFEST], closely=closely) == nothing
    lay(Path(shelf.target), {"index.html": "theirs", MANIFEST: "{}"})
    assert look_at(shelf, FIRST[MANIFEST], closely=closely) == nothing


def test_what_was_built_last_and_stands_there_is_the_latest_since_it_was_put_there(shelf: Shelf) -> None:
    stand(shelf, FIRST)
    assert look_at(shelf, FIRST[MANIFEST]) == PublishedSite(shelf.target, SINCE, True)


def test_what_publishing_would_change_is_told_file_by_file(shelf: Shelf) -> None:
    stand(shelf, FIRST)
    assert look_at(shelf, SECOND[MANIFEST]) == PublishedSite(
        shelf.target, SINCE, False, Changes(("new.html",), ("index.html",), ("old.html",))
    )
    unbuilt = look_at(shelf, None)
    assert (unbuilt.is_latest, unbuilt.changes) == (False, Changes(gone=tuple(sorted(FIRST.keys() - {MANIFEST}))))


def test_looked_at_closely_every_file_that_is_another_or_gone_is_told_and_no_other(shelf: Shelf) -> None:
    stand(shelf, FIRST)
    assert look_at(shelf, FIRST[MANIFEST], closely=True).damaged == ()
    lay(Path(shelf.target), {"wie.html": "another number", "index.html": "", "theirs.txt": "theirs"})
    (Path(shelf.target) / "assets/site.css").unlink()
    closely = look_at(shelf, FIRST[MANIFEST], closely=True)
    assert closely.damaged == ("assets/site.css", "index.html", "wie.html")
    assert (closely.is_latest, closely.changes, closely.why) == (True, Changes(), None)
    assert look_at(shelf, FIRST[MANIFEST]).damaged is None, "nobody looked"


def test_a_place_far_away_is_what_was_put_there_last_until_somebody_goes_there(shelf: Shelf) -> None:
    built = hashlib.sha256(FIRST[MANIFEST]).hexdigest()
    far = replace(shelf, target="https://noor@cloud.example/vp", manifest=built)
    assert look_at(far, FIRST[MANIFEST]) == PublishedSite(far.target, PUT, True)
    assert look_at(far, SECOND[MANIFEST]) == PublishedSite(far.target, PUT, False)
    assert look_at(far, None) == PublishedSite(far.target, PUT, False)
    assert look_at(replace(far, put=None), FIRST[MANIFEST]).since is None


def test_a_place_that_cannot_be_reached_is_told_with_its_reason(shelf: Shelf) -> None:
    gone = replace(shelf, target="http://127.0.0.1:9/vp")
    why = Say(
        f"{gone.target}: de server is niet te bereiken. Er is niets veranderd.",
        f"{gone.target}: the server cannot be reached. Nothing has changed.",
    )
    assert look_at(gone, FIRST[MANIFEST], closely=True) == PublishedSite(gone.target, None, False, why=why)


def test_a_place_of_a_kind_that_this_version_does_not_know_is_told_so(shelf: Shelf) -> None:
    odd = replace(shelf, target="gopher://zeester.example/vp")
    seen = look_at(odd, FIRST[MANIFEST])
    assert (seen.target, seen.since, seen.is_latest, seen.damaged) == (odd.target, None, False, None)
    assert seen.why is not None and seen.why.nl != seen.why.en


NO_NOTES = ["", "{", "[]", "3", "null", "[" * 100_000]


@pytest.mark.parametrize("written", NO_NOTES)
def test_notes_of_ours_that_cannot_be_read_are_as_if_there_were_none(tmp_path: Path, written: str) -> None:
    workspace = Workspace(tmp_path / "w", tmp_path / "defaults")
    place = find_place(str(tmp_path / "www"), tmp_path)
    shelf = find_shelf(workspace, "zeester", place)
    open_shelf(workspace, shelf)
    shelf.note(PUT, "0")
    assert find_shelf(workspace, "zeester", place).put == PUT
    lay(shelf.folder, {"target.json": written, "under-way.json": written})
    again = find_shelf(workspace, "zeester", place)
    assert (again.put, again.manifest, again.journal.names()) == (None, "", frozenset())


@pytest.mark.parametrize("written", [*NO_NOTES, '{"files": {"gone.html": "0"}}'])
def test_a_built_site_whose_list_is_none_is_to_be_built_again(tmp_path: Path, written: str) -> None:
    lay(tmp_path, {MANIFEST: written})
    with pytest.raises(MachineError, match="no longer as it was built"):
        read_site(tmp_path)


@pytest.mark.skipif(sys.platform == "win32", reason="other names of users there")
@pytest.mark.parametrize(
    "written", ["~somebody-unknown/www", "~somebody-unknown/site.zip", "git:~somebody-unknown/www", "a\x00b"]
)
def test_a_path_that_can_be_none_is_told_and_ends_nothing(tmp_path: Path, written: str) -> None:
    with pytest.raises(InputError) as raised:
        find_place(written, tmp_path)
    [problem] = raised.value.problems
    assert problem.mark.path == tmp_path
    assert problem.message == Say(
        "zo'n plek kan er op deze computer niet zijn", "there can be no such place on this computer"
    )
    assert problem.fix == Say("schrijf het hele pad, zonder ~", "write the whole path, without ~")


def test_a_path_is_seen_from_where_it_is_written_and_may_begin_at_home(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    monkeypatch.setenv("USERPROFILE", str(tmp_path / "home"))
    root = tmp_path.resolve()
    assert str(find_place("www", tmp_path)) == str(root / "www")
    assert str(find_place("a/../site.zip", tmp_path)) == str(root / "site.zip")
    assert str(find_place("~/www", tmp_path)) == str(root / "home/www")
