"""A folder on a server for WebDAV: a real one on this computer, with a password that is typed and that nobody writes."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from dav_server import PASSWORD, USER, DavServer, dav_server
from support import files_of, lay
from test_folder import site

from voorlichter.problems import InputError, MachineError
from voorlichter.publish.online import Published, put_online
from voorlichter.publish.passwords import Account, NoPasswordError, Passwords, using
from voorlichter.publish.places import find_place
from voorlichter.publish.places.webdav import WebDav, find
from voorlichter.publish.port import Outgoing
from voorlichter.publish.shelf import find_shelf, open_shelf
from voorlichter.publish.standing import look_at
from voorlichter.workspace import MANIFEST, Workspace

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="Apache is started as Debian packs it")


@pytest.fixture(scope="module")
def server() -> Iterator[DavServer]:
    with dav_server() as running:
        yield running


@pytest.fixture
def place(server: DavServer) -> Iterator[WebDav]:
    for path in server.folder.iterdir():
        shutil.rmtree(path) if path.is_dir() else path.unlink()
    found = find_place(server.address("www/mijn site"), Path("/"))
    assert isinstance(found, WebDav)
    with using(Passwords(lambda account, wrong: PASSWORD)):
        yield found


@pytest.fixture
def target(server: DavServer) -> Path:
    return server.folder / "www/mijn site"


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    (tmp_path / "own").mkdir()
    return Workspace(tmp_path / "own", tmp_path / "defaults")


def publish(workspace: Workspace, place: WebDav, files: dict[str, bytes]) -> Published:
    shelf = find_shelf(workspace, "zeester", place)
    place.check(workspace, shelf.journal)
    open_shelf(workspace, shelf)
    return put_online(Outgoing("zeester", files, dict), place, shelf)


def shown(target: Path) -> dict[str, bytes]:
    """What the server shows; what it keeps for itself is in folders of that name."""
    return {name: data for name, data in files_of(target).items() if "/.DAV/" not in f"/{name}"}


def lay_there(target: Path, files: dict[str, str]) -> None:
    lay(target, files)
    for path in (target, *target.rglob("*")):
        path.chmod(0o777 if path.is_dir() else 0o666)


def test_a_site_is_sent_and_corrected_and_what_it_was_is_kept(
    workspace: Workspace, place: WebDav, target: Path
) -> None:
    first = site("1", **{"gone/old.html": "old", "en/deep/page.html": "page", "media/een naam.txt": "name"})
    assert publish(workspace, place, first).changed
    assert shown(target) == first
    lay_there(target, {".htaccess": "", "gone/theirs.txt": "theirs"})
    done = publish(workspace, place, site("2"))
    assert shown(target) == {**site("2"), ".htaccess": b"", "gone/theirs.txt": b"theirs"}
    assert done.kept and files_of(done.kept) == first
    assert workspace.root in done.kept.parents
    assert not publish(workspace, place, site("2")).changed
    shelf = find_shelf(workspace, "zeester", place)
    assert look_at(shelf, site("2")[MANIFEST]).is_latest, "remembered, without going there"
    standing = place.standing()
    assert standing and standing.since


def test_what_was_changed_by_hand_is_told_and_put_right(workspace: Workspace, place: WebDav, target: Path) -> None:
    publish(workspace, place, site("1", **{"wie.html": "Noor"}))
    lay_there(target, {"wie.html": "another number"})
    shelf = find_shelf(workspace, "zeester", place)
    assert look_at(shelf, site("1")[MANIFEST], closely=True).damaged == ("wie.html",)
    assert publish(workspace, place, site("1", **{"wie.html": "Noor"})).changed
    assert shown(target) == site("1", **{"wie.html": "Noor"})
    lay_there(target, {"wie.html": "another number"})
    publish(workspace, place, site("2", **{"wie.html": "Noor"}))
    assert shown(target) == site("2", **{"wie.html": "Noor"}), "also where its page did not change"


def test_what_broke_off_is_made_whole_at_the_next_run(workspace: Workspace, place: WebDav, target: Path) -> None:
    publish(workspace, place, site("1"))
    (target / "assets").chmod(0o500)
    new = site("2", **{"assets/new.css": "new", "photo.jpg": "photo", "en/index.html": "ring"})
    with pytest.raises(MachineError, match="broke off half way"):
        publish(workspace, place, new)
    (target / "assets").chmod(0o777)
    assert shown(target)[MANIFEST] == site("1")[MANIFEST], "the manifest comes last"
    publish(workspace, place, site("1"))
    assert shown(target) == site("1")


def test_what_somebody_else_put_there_is_not_touched(workspace: Workspace, place: WebDav, target: Path) -> None:
    lay_there(target.parent, {"mijn site/index.html": "theirs"})
    with pytest.raises(InputError, match="did not make"):
        publish(workspace, place, site("1"))
    (target / "index.html").unlink()
    publish(workspace, place, site("1"))
    lay_there(target, {"new.html": "theirs", "en": "a file of theirs", "data.json/x": "theirs"})
    before = shown(target)
    with pytest.raises(InputError) as refused:
        publish(workspace, place, site("2", **{"new.html": "ours", "en/index.html": "ours", "data.json": "ours"}))
    assert [one.mark.path.name for one in refused.value.problems] == ["en", "data.json", "new.html"]
    assert shown(target) == before


def test_a_wrong_password_is_asked_for_again_three_times_at_most(workspace: Workspace, place: WebDav) -> None:
    asked: list[bool] = []

    def ask(account: Account, wrong: bool) -> str:
        assert account.user == USER
        asked.append(wrong)
        return "wrong" if len(asked) < 3 else PASSWORD

    with using(Passwords(ask)):
        assert publish(workspace, place, site("1")).changed
    assert asked == [False, True, True]
    asked.clear()
    with using(Passwords(lambda account, wrong: asked.append(wrong) or "wrong")), pytest.raises(NoPasswordError):
        place.standing()
    assert asked == [False, True, True]


def test_whoever_cannot_go_there_is_told_why(workspace: Workspace, place: WebDav, server: DavServer) -> None:
    (server.folder / "closed").mkdir(0o500)
    nameless = find(server.address("vp", user=None), Path("/"))
    elsewhere = WebDav(place.server, None, "index")
    nowhere = WebDav("http://127.0.0.1:9", None, "vp")
    told = {}
    for name, one in {
        "nameless": nameless, "no webdav": elsewhere, "nowhere": nowhere, "closed": find(server.address("closed/vp"), Path("/")),
    }.items():  # fmt: skip
        assert one
        with pytest.raises(MachineError) as refused:
            publish(workspace, one, site("1"))
        told[name] = refused.value.say.en
    assert "Write your name in the address" in told["nameless"]
    assert "no WebDAV here" in told["no webdav"]
    assert "cannot be reached" in told["nowhere"]
    assert "the server refuses" in told["closed"] and "Nothing has changed" in told["closed"]
    assert not list((server.folder / "closed").iterdir()) if os.access(server.folder / "closed", os.R_OK) else True


def test_how_it_is_written(tmp_path: Path) -> None:
    assert find("www", tmp_path) is None
    cloud = "https://noor@cloud.example:8443/remote.php/dav/files/noor/Mijn site/"
    assert find(cloud, tmp_path) == WebDav("https://cloud.example:8443", "noor", "remote.php/dav/files/noor/Mijn site")
    assert str(find(cloud, tmp_path)) == "https://noor@cloud.example:8443/remote.php/dav/files/noor/Mijn%20site"
    for known in (cloud, "https://noor%40praktijk.example@cloud.example/vp", "http://noor@[::1]:80/vp", "https://cloud.example/vp"):  # fmt: skip
        assert find(str(find(known, tmp_path)), tmp_path) == find(known, tmp_path)


@pytest.mark.parametrize(
    ("address", "told"),
    [
        ("https://noor:geheim-5@cloud.example/vp", "a password stands in this address"),
        ("https://noor:@cloud.example/vp", "a password stands in this address"),
        ("http://noor@cloud.example/vp", "anybody can read along"),
        ("http://noor@127.0.0.1.cloud.example/vp", "anybody can read along"),
        ("https://zeester.sharepoint.com/sites/vp", "SharePoint shows no website"),
        ("https://sharepoint.com/vp", "SharePoint shows no website"),
        ("https://cloud.example/index.php/apps/files/?dir=/vp", "does not understand"),
        ("https://cloud.example/vp#geheim-5", "does not understand"),
        ("https://cloud.example/a/%2e%2e/b", "does not understand"),
        ("https://cloud.example/a%0d%0ab", "does not understand"),
        ("https://cloud.example", "does not understand"),
        ("https:///vp", "does not understand"),
        ("https://noor@cloud.example:99999/vp", "does not understand"),
    ],
)
def test_what_is_not_written_well_is_told_and_not_repeated(tmp_path: Path, address: str, told: str) -> None:
    with pytest.raises(InputError, match=told) as refused:
        find(address, tmp_path)
    assert "geheim-5" not in str(refused.value)
