"""A site is made up to date and put online by the program itself, as the command and the studio have it do: what is put where, what is told, and what the machine refuses."""

from __future__ import annotations

import hashlib
import json
import os
import zipfile
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from support import TODAY, files_of, lay

from voorlichter.clients.publishing import Publisher
from voorlichter.clients.standing import read_standing
from voorlichter.lock import take_lock
from voorlichter.problems import InputError, MachineError, Say
from voorlichter.publish.places import find_place
from voorlichter.publish.shelf import find_shelf, lock_of, lock_of_place, open_shelf, shelves
from voorlichter.publish.told import grey_square
from voorlichter.stage_one import StageOne
from voorlichter.workspace import MANIFEST, Workspace

DAY = date.fromisoformat(TODAY)


@pytest.fixture
def own(workspace: Path) -> Workspace:
    return Workspace.at(workspace)


@pytest.fixture
def publisher(own: Workspace) -> Publisher:
    return Publisher(own, StageOne(own), DAY)


def ring(own: Workspace, number: str) -> None:
    path = own.profile_path("zeester")
    path.write_text(path.read_text(encoding="utf-8").replace("020 000 00 01", number), encoding="utf-8")


def is_free(lock: Path) -> bool:
    lock.parent.mkdir(parents=True, exist_ok=True)
    handle = take_lock(lock)
    if handle is None:
        return False
    os.close(handle)
    return True


def test_what_was_made_stands_there_with_the_pages_for_it_and_whoever_reports_it_is_alone(
    own: Workspace, publisher: Publisher, tmp_path: Path
) -> None:
    place = find_place(str(tmp_path / "it.zip"), tmp_path)
    locks = lock_of(own, "zeester"), lock_of_place(place)
    reports: list[tuple[Any, ...]] = []

    def report(*told: Any) -> None:
        reports.append((*told, [is_free(lock) for lock in locks]))

    done, notes = replace(publisher, report=report).publish("zeester", place)
    assert reports == [("zeester", str(place), done, notes, [False, False])]
    assert all(map(is_free, locks)) and done.changed and (done.kept, done.moved) == (None, None)
    site = files_of(own.root / "site/zeester")
    with zipfile.ZipFile(tmp_path / "it.zip") as archive:
        held = {name: archive.read(name) for name in archive.namelist()}
    assert {name.removeprefix("zeester/"): held[name] for name in held if name.startswith("zeester/")} == site
    others = {name for name in held if not name.startswith("zeester/")}
    assert {"voor-ict.html", "voor-intranet.html", "voor-ict/nginx.conf"} <= others
    assert publisher.for_it("zeester", site) == {name: held[name] for name in others}
    assert b"De code van deze versie is" in held["voor-ict.html"] and b"Noor Voorbeeld" in held["voor-ict.html"]
    (shelf,) = shelves(own, "zeester")
    assert shelf.manifest == hashlib.sha256(site[MANIFEST]).hexdigest()
    with zipfile.ZipFile(shelf.folder / "as-published.zip") as archive:
        about = json.loads(archive.read("about.json"))
    assert (about["of"], about["slug"], about["day"]) == (shelf.manifest, "zeester", TODAY)
    again, _ = publisher.publish("zeester", place)
    assert not again.changed


def test_published_again_a_site_goes_to_where_it_stood_and_what_stood_there_to_where_it_is_kept(
    own: Workspace, publisher: Publisher, tmp_path: Path
) -> None:
    place = find_place(str(tmp_path / "www"), tmp_path)
    publisher.publish("zeester", place)
    first = files_of(tmp_path / "www")
    ring(own, "020 000 00 09")
    (shelf,) = shelves(own, "zeester")
    done, _ = publisher.publish_again(shelf, tmp_path / "kept")
    (shelf,) = shelves(own, "zeester")
    assert done.kept == tmp_path / "kept" / shelf.folder.name / "1" and files_of(done.kept) == first
    assert b"tel:+31200000009" in files_of(tmp_path / "www")["index.html"]
    ring(own, "020 000 00 01")
    ring(own, "020 000 00 08")
    (tmp_path / "www").rename(tmp_path / "away")
    with pytest.raises(InputError, match="no longer stands here"):
        publisher.publish_again(shelf)
    shelf.journal.begin(["index.html"])
    done, _ = publisher.publish_again(shelf)
    assert done.changed and (tmp_path / "www/index.html").is_file(), "what was under way is finished"
    with pytest.raises(InputError, match="earlier versions"):
        publisher.publish("zeester", place, tmp_path / "www/kept")
    publisher.publish("zeester", place, tmp_path / "elsewhere")
    (shelf,) = shelves(own, "zeester")
    assert shelf.kept_in.parent == tmp_path / "elsewhere"


def test_where_nothing_was_put_yet_it_is_published_as_the_first_time(
    own: Workspace, publisher: Publisher, tmp_path: Path
) -> None:
    shelf = find_shelf(own, "zeester", find_place(str(tmp_path / "www"), tmp_path))
    open_shelf(own, shelf)
    done, _ = publisher.publish_again(shelf)
    assert done.changed and (tmp_path / "www/index.html").is_file()


def test_a_photo_that_the_site_no_longer_has_is_taken_out_of_earlier_versions_and_that_is_told(
    own: Workspace, publisher: Publisher, tmp_path: Path
) -> None:
    place = find_place(str(tmp_path / "www"), tmp_path)
    shelf = find_shelf(own, "zeester", place)
    open_shelf(own, shelf)
    names = ("index.html", "media/noor.jpg")
    manifest = json.dumps({"voorlichter": "0", "files": dict.fromkeys(names, "0")})
    lay(shelf.folder / "1", {**dict.fromkeys(names, "face"), MANIFEST: manifest})
    told: list[Say] = []
    replace(publisher, tell=told.append).publish("zeester", place)
    assert [one.en for one in told] == [
        "zeester: the photo of noor is gone from the earlier versions that are kept, too"
    ]
    assert (shelf.folder / "1/media/noor.jpg").read_bytes() == grey_square()


def test_a_place_that_is_none_is_refused_before_anything_is_built(
    own: Workspace, publisher: Publisher, tmp_path: Path
) -> None:
    lay(tmp_path, {"theirs/index.html": "x"})
    for target in (str(tmp_path / "theirs"), str(own.root / "profiles")):
        with pytest.raises(InputError):
            publisher.publish("zeester", find_place(target, tmp_path))
    assert not (own.root / "site").exists() and not list(shelves(own))


@pytest.mark.parametrize("after", [False, True], ids=["there", "once it stands there"])
def test_what_the_disk_refuses_is_told_with_the_place_unless_the_site_stands_there(
    own: Workspace, publisher: Publisher, tmp_path: Path, after: bool
) -> None:
    def refuse(*_: object) -> None:
        raise OSError(5, "refused")

    target = tmp_path / "www"
    if after:
        with pytest.raises(OSError, match="refused"):
            replace(publisher, report=refuse).publish("zeester", find_place(str(target), tmp_path))
        assert (target / "index.html").is_file()
        return
    lay(own.root, {".voorlichter/published": "no folder"})
    with pytest.raises(MachineError) as raised:
        publisher.publish("zeester", find_place(str(target), tmp_path))
    assert raised.value.say.en.startswith(f"{target}: the disk refuses (") and not target.exists()


def test_of_every_site_it_is_known_where_it_stands_and_why_it_could_not_be_built(
    new_workspace: Callable[..., Path], tmp_path: Path
) -> None:
    root = new_workspace({"profiles/duin/profile.yml": "organisation: {name: Duin, workforce: 20}\n"})
    own = Workspace.at(root)
    Publisher(own, StageOne(own), DAY).publish("zeester", find_place(str(tmp_path / "www"), tmp_path))
    lay(tmp_path, {"www/index.html": "somebody else"})
    ring(own, "020 000 00 09")
    duin, zeester = read_standing(own, ["duin", "zeester"], DAY)
    assert (zeester.slug, zeester.is_built, zeester.errors, zeester.failures) == ("zeester", True, (), ())
    (place,) = zeester.places
    assert (place.target, place.is_latest, place.damaged) == (str(tmp_path / "www"), False, ("index.html",))
    assert "index.html" in place.changes.changed and not place.changes.new
    assert (duin.slug, duin.is_built, duin.places, duin.failures) == ("duin", False, (), ())
    assert [problem.where for problem in duin.errors] == ["advisors"], "what is only to note is none"
