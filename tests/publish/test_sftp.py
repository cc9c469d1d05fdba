"""A folder on a server: a real one on this computer, with a key that the agent holds and nobody writes."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from publish.ssh_server import settings_of_whoever_publishes, ssh_server
from support import files_of, lay
from test_folder import site

from voorlichter.problems import InputError, MachineError
from voorlichter.publish.online import Published, put_online
from voorlichter.publish.places.sftp import Sftp, find
from voorlichter.publish.port import Outgoing
from voorlichter.publish.shelf import find_shelf, open_shelf
from voorlichter.publish.standing import look_at
from voorlichter.workspace import MANIFEST, Workspace

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="other systems have another server of OpenSSH")


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, Path]]:
    """Where it listens, and a folder with the settings of whoever publishes."""
    home = tmp_path_factory.mktemp("ssh")
    with ssh_server(home) as where:
        yield where, home


@pytest.fixture
def place(server: tuple[str, Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Sftp:
    where, home = server
    for name, value in settings_of_whoever_publishes(home).items():
        monkeypatch.setenv(name, value)
    found = find(f"sftp://{where}{tmp_path}/srv/mijn site", tmp_path)
    assert found is not None
    return found


@pytest.fixture
def target(tmp_path: Path) -> Path:
    return tmp_path / "srv/mijn site"


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    (tmp_path / "own").mkdir()
    return Workspace(tmp_path / "own", tmp_path / "defaults")


def publish(workspace: Workspace, place: Sftp, files: dict[str, bytes]) -> Published:
    shelf = find_shelf(workspace, "zeester", place)
    place.check(workspace, shelf.journal)
    open_shelf(workspace, shelf)
    return put_online(Outgoing("zeester", files, dict), place, shelf)


def test_a_site_is_sent_and_corrected_and_what_it_was_is_kept(
    workspace: Workspace, place: Sftp, target: Path, server: tuple[str, Path]
) -> None:
    first = site("1", **{"gone/old.html": "old", "en/deep/page.html": "page"})
    assert publish(workspace, place, first).changed
    assert files_of(target) == first
    assert (target / "index.html").stat().st_mode & 0o777 == 0o644
    lay(target, {".htaccess": "theirs", "gone/theirs.txt": "theirs"})
    done = publish(workspace, place, site("2"))
    assert files_of(target) == {**site("2"), ".htaccess": b"theirs", "gone/theirs.txt": b"theirs"}
    assert done.kept and files_of(done.kept) == first
    assert not publish(workspace, place, site("2")).changed
    shelf = find_shelf(workspace, "zeester", place)
    assert look_at(shelf, site("2")[MANIFEST]).is_latest, "remembered, without going there"
    lay(target, {"index.html": "by hand"})
    assert look_at(shelf, site("2")[MANIFEST], closely=True).damaged == ("index.html",)
    assert publish(workspace, place, site("2")).changed
    assert files_of(target)["index.html"] == site("2")["index.html"], "and put right"
    secret = (server[1] / "key").read_text().splitlines()[1].encode()
    assert secret and not [name for name, data in files_of(workspace.root).items() if secret in data]


def test_what_broke_off_is_made_whole_at_the_next_run(workspace: Workspace, place: Sftp, target: Path) -> None:
    publish(workspace, place, site("1"))
    (target / "index.html").unlink()
    (target / "index.html").mkdir()  # nothing can be put in its place
    (target / "index.html/x").touch()
    with pytest.raises(MachineError, match="broke off half way"):
        publish(workspace, place, site("2", **{"assets/site.css": "new", "photo.jpg": "photo"}))
    shutil.rmtree(target / "index.html")
    publish(workspace, place, site("1"))
    assert files_of(target) == site("1")


def test_what_somebody_else_put_there_is_not_touched(workspace: Workspace, place: Sftp, target: Path) -> None:
    lay(target, {"index.html": "theirs"})
    with pytest.raises(InputError, match="did not make"):
        publish(workspace, place, site("1"))
    (target / "index.html").unlink()
    publish(workspace, place, site("1"))
    lay(target, {"new.html": "theirs"})
    before = files_of(target)
    with pytest.raises(InputError, match=r"new\.html"):
        publish(workspace, place, site("2", **{"new.html": "ours"}))
    assert files_of(target) == before


def test_whoever_is_not_let_in_or_does_not_know_the_server_is_told_what_to_do(
    workspace: Workspace, place: Sftp, target: Path, server: tuple[str, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SSH_AUTH_SOCK", "/nowhere")
    with pytest.raises(MachineError, match="ssh-add"):
        publish(workspace, place, site("1"))
    known = (server[1] / "known").read_text()
    (server[1] / "known").write_text("")
    with pytest.raises(MachineError, match="Connect once yourself"):
        publish(workspace, place, site("1"))
    (server[1] / "known").write_text(known)
    assert not target.exists()


def test_how_it_is_written(tmp_path: Path) -> None:
    assert find("www", tmp_path) is None
    assert find("sftp://noor@host.example:2222/srv/vp", tmp_path) == Sftp("noor@host.example", "2222", "srv/vp")
    assert str(find("sftp://host.example/~/vp", tmp_path)) == "sftp://host.example/~/vp"
    for wrong in ("sftp://host.example", "sftp://-x/vp", "sftp://noor:secret@host.example/vp", "sftp://host/a/../b"):
        with pytest.raises(InputError):
            find(wrong, tmp_path)
