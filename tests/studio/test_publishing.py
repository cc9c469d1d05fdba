"""What the studio tells of publishing and does for it: the very things that the command does."""

from __future__ import annotations

import json
import shutil
import subprocess
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import keyring
import pytest
from browser.server import serving
from file_keyring import OpenKeyring
from publish.dav_server import PASSWORD, USER, DavServer
from support import files_of, lay

from voorlichter.studio.session import Session
from voorlichter.user_folders import CACHE
from voorlichter.workspace import Workspace
from voorlichter.zip_file import render_zip

from .hands import TODAY as DAY

PROFILE = """organisation: {name: Stichting De Zeester, workforce: 20}
advisors:
  - {id: noor, name: Noor Voorbeeld, kind: external, phone: "020 000 00 01"}
  - {id: sam, name: Sam Elders, kind: external, email: sam@elders.example}
"""
LESS = """organisation: {name: Stichting De Zeester, workforce: 20}
advisors: [{id: noor, name: Noor Voorbeeld, kind: external, phone: "020 000 00 09"}]
"""


@pytest.fixture
def session(new_workspace: Callable[..., Path]) -> Session:
    return Session(Workspace.at(new_workspace({"profiles/zeester/profile.yml": PROFILE})), DAY, "en")


@pytest.fixture
def ask(session: Session) -> Callable[..., Any]:
    return lambda verb, **more: session.handle({"verb": verb, "slug": "zeester", **more})


def say(session: Session, text: str) -> None:
    lay(session.workspace.root, {"profiles/zeester/profile.yml": text})
    session.forget()


def test_publishing_puts_the_site_where_a_server_shows_it(
    session: Session, ask: Callable[..., Any], tmp_path: Path
) -> None:
    target = tmp_path / "www"
    assert ask("publish", folder=str(target))["changed"]
    assert (target / "index.html").is_file()
    assert not ask("publish", folder=str(target))["changed"]
    (place,) = ask("places")["places"]
    assert (place["where"], place["latest"], bool(place["since"])) == (str(target), True, True)
    ask("publish", folder=str(tmp_path / "it.zip"))
    assert [one["where"] for one in ask("places")["places"]] == sorted([str(target), str(tmp_path / "it.zip")])
    assert [(one["published"], one["changed"]) for one in ask("publish_all")["places"]] == [
        (str(tmp_path / "it.zip"), False),
        (str(target), False),
    ]
    (target / "manifest.json").unlink()
    (target / "index.html").unlink()
    assert {one["folder"]: "refused" in one for one in ask("publish_all")["places"]} == {
        str(target): True,
        str(tmp_path / "it.zip"): False,
    }
    assert session.handle({"verb": "publish", "slug": "zeester", "folder": "www"})["refused"]


def test_a_folder_of_a_user_whom_this_computer_does_not_know_is_told_wherever_it_is_typed(
    ask: Callable[..., Any], tmp_path: Path
) -> None:
    target, unknown = str(tmp_path / "www"), "~somebody-unknown/www"
    wrong = [ask("publish", folder=unknown), ask("publish", folder=target, keep=unknown)]
    ask("publish", folder=target)
    wrong.append(ask("keep_in", where=target, folder=unknown))
    assert all("no such place" in str(one["problems"]) for one in wrong), wrong


def test_what_publishing_would_change_and_what_somebody_changed_by_hand_is_told(
    session: Session, ask: Callable[..., Any], tmp_path: Path
) -> None:
    assert (ask("standing")["standing"], ask("places")["places"]) == ([], [])
    ask("publish", folder=str(tmp_path / "www"))
    (same,) = ask("standing")["standing"]
    assert same["is_latest"] and (same["new"], same["changed"], same["gone"], same["damaged"]) == ([], [], [], [])
    say(session, LESS)
    (other,) = ask("standing")["standing"]
    assert "index.html" in other["changed"] and not ask("places")["places"][0]["latest"]
    lay(tmp_path / "www", {"wie.html": "another number"})
    assert ask("standing")["standing"][0]["damaged"] == ["wie.html"]
    say(session, LESS.replace('"020 000 00 09"', "020"))
    assert not ask("standing")["built"]


def test_back_goes_only_with_each_that_would_come_back_ticked(
    session: Session, ask: Callable[..., Any], tmp_path: Path
) -> None:
    target = tmp_path / "www"
    ask("publish", folder=str(target))
    assert ask("back", where=str(target))["problems"], "nothing is kept yet"
    before = files_of(target)
    say(session, LESS)
    ask("publish_again", where=str(target))
    online = files_of(target)
    plan = ask("back", where=str(target))
    names = [one["name"] for one in plan["coming"]]
    assert names == ["sam", "31200000001", "sam@elders.example"] and "index.html" in plan["pages"]
    assert plan["kept"] in ask("places")["places"][0]["kept"]
    for ticked in ([], names[:2], [*names, "kim"]):
        assert ask("back", where=str(target), sure=True, accepted=ticked)["refused"]
    assert files_of(target) == online
    assert ask("back", where=str(target), sure=True, accepted=names)["back"] == str(target)
    assert files_of(target) == before


def test_earlier_versions_move_where_she_says_and_a_place_is_forgotten(
    session: Session, ask: Callable[..., Any], tmp_path: Path
) -> None:
    target = tmp_path / "www"
    ask("publish", folder=str(target))
    say(session, LESS)
    ask("publish_again", where=str(target))
    assert ask("keep_in", where=str(target), folder=str(target / "kept"))["problems"], "there they would be served"
    assert ask("keep_in", where=str(target), folder=str(tmp_path / "kept"))["done"]
    assert list((tmp_path / "kept").glob("*/*/index.html"))
    assert ask("places")["places"][0]["keep"].startswith(str(tmp_path / "kept"))
    ask("forget", where=str(target))
    assert ask("places")["places"] == [] and (target / "index.html").is_file()
    assert ask("publish_again", where=str(target))["refused"]


@pytest.mark.skipif(shutil.which("git") is None, reason="Git is not there")
def test_a_branch_is_sent_on_when_she_ticks_that(session: Session, ask: Callable[..., Any], tmp_path: Path) -> None:
    for words in (["init", "-q", "--bare", "far.git"], ["clone", "-q", "far.git", "near"]):
        subprocess.run(["git", *words], cwd=tmp_path, check=True, capture_output=True)
    for key, value in (("user.name", "Noor"), ("user.email", "noor@praktijk.example")):
        subprocess.run(["git", "config", key, value], cwd=tmp_path / "near", check=True)
    done = ask("publish", folder=f"git:{tmp_path / 'near'}#gh-pages", push=True)
    assert done["changed"] and done["told"]
    there = subprocess.run(["git", "branch"], cwd=tmp_path / "far.git", check=True, capture_output=True, text=True)
    assert "gh-pages" in there.stdout
    assert ask("places")["places"][0]["kind"] == "git_branch"


def test_what_is_online_is_held_against_what_was_made(
    session: Session, ask: Callable[..., Any], tmp_path: Path
) -> None:
    ask("publish", folder=str(tmp_path / "www"))
    with serving(tmp_path / "www") as address:
        right = ask("verify", folder=address)
        assert (right["ours"], right["conclusion"]) == (True, "What stands here is what was made.")
        assert not [line for line in right["lines"] if "--" in line["say"]], "the page has no options"
        lay(tmp_path / "www", {"wie.html": "another number"})
        wrong = ask("verify", folder=address)
        assert not wrong["right"] and "wie.html" in [line["name"] for line in wrong["lines"]]
    say(session, LESS)
    ask("publish", folder=str(tmp_path / "newer"))
    assert not ask("verify", folder=str(tmp_path / "www"))["ours"]
    assert ask("verify", folder=str(tmp_path / "newer"))["ours"]
    assert ask("verify", folder=str(tmp_path))["problems"]


def test_a_password_is_asked_for_kept_in_memory_and_in_no_file_unless_she_ticks_that(
    session: Session,
    ask: Callable[..., Any],
    server: DavServer,
    kept: Path,
    own_cache: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv(CACHE, str(own_cache))
    account = {"server": f"http://{server.host}", "user": USER}
    first = ask("publish", folder=server.address())
    assert first["password"] == {**account, "wrong": False, "keeps": True} and first["refused"]
    wrong = ask("publish", folder=server.address(), password={**account, "typed": "no", "remember": True})
    assert wrong["password"]["wrong"]
    assert not kept.exists(), "a wrong one is not kept"
    given = {**account, "typed": PASSWORD, "remember": False}
    done = ask("publish", folder=server.address(), password=given)
    assert done["changed"] and "password" not in done
    say(session, LESS)
    assert ask("publish_all")["places"][0]["changed"], "known as long as the studio runs"
    assert "password" not in ask("standing")
    assert not kept.exists(), "it was not asked for"
    for folder in (session.workspace.root, own_cache):
        assert [name for name, data in files_of(folder).items() if b"wachtwoord-" in data] == []

    again = Session(session.workspace, DAY, "en")
    told = again.handle({"verb": "publish_all"})
    assert told["password"]["user"] == USER and told["places"][0]["refused"]
    assert again.handle({"verb": "standing", "slug": "zeester"})["password"]
    again.handle({"verb": "publish_all", "password": {**given, "remember": True}})
    assert USER in kept.read_text()
    assert "password" not in Session(session.workspace, DAY, "en").handle({"verb": "publish_all"})
    assert ask("forget", where=server.address())["password_gone"]
    assert USER not in kept.read_text()


def test_where_no_keyring_is_safe_she_is_not_offered_one(
    ask: Callable[..., Any], server: DavServer, kept: Path
) -> None:
    keyring.set_keyring(OpenKeyring())
    assert not ask("publish", folder=server.address())["password"]["keeps"]


def said_otherwise_before(kept: Path, sentence: str, before: str) -> None:
    """As if an earlier version of the program had published it, and had said one sentence otherwise."""
    with zipfile.ZipFile(kept) as archive:
        files = {name: archive.read(name) for name in archive.namelist()}
    files = {name: data.replace(sentence.encode(), before.encode()) for name, data in files.items()}
    about = json.loads(files["about.json"]) | {"voorlichter": "0.0.9"}
    kept.write_bytes(render_zip(files | {"about.json": json.dumps(about).encode()}))


def test_what_a_new_version_says_otherwise_is_read_and_accepted_before_anything_goes_online(
    session: Session, ask: Callable[..., Any], tmp_path: Path
) -> None:
    target = tmp_path / "www"
    assert ask("publish", folder=str(target))["changed"]
    assert ask("new_wording") == {"marks": [], "changes": []}
    (kept,) = session.workspace.root.rglob("as-published.zip")
    said_otherwise_before(kept, "Praten zonder namen kan ook.", "Praten zonder namen mag ook.")
    say(session, LESS)
    assert "says something else in one place than version 0.0.9" in str(ask("publish_again", where=str(target)))
    wording = ask("new_wording")
    (change,) = wording["changes"]
    assert (change["gone"], change["new"]) == (("Praten zonder namen mag ook.",), ("Praten zonder namen kan ook.",))
    assert ask("accept_wording", marks=["of another reading"]) == {"accepted": 0}
    assert "0.0.9" in str(ask("publish_again", where=str(target)))
    assert ask("accept_wording", marks=wording["marks"]) == {"accepted": 1}
    assert ask("publish_again", where=str(target))["changed"]
    assert ask("new_wording") == {"marks": [], "changes": []}
