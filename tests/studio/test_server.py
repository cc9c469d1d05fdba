"""The studio on this computer answers its own page, and nobody else."""

from __future__ import annotations

import http.client
import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import cast

import pytest

from voorlichter.studio.server import StudioServer
from voorlichter.studio.session import Session
from voorlichter.studio.verbs import VERBS
from voorlichter.workspace import Workspace


@pytest.fixture
def studio(workspace: Path) -> Iterator[StudioServer]:
    with StudioServer(Session(Workspace.at(workspace), date(2026, 11, 2)), 0) as running:
        yield running


def ask(
    studio: StudioServer, path: str, *, shown: bool = False, body: bytes | None = None, **headers: str
) -> tuple[int, dict[str, str], bytes]:
    """One request as it is said, whatever the browser would have made of it."""
    origin = studio.shown_origin if shown else studio.origin
    connection = http.client.HTTPConnection(origin.removeprefix("http://"), timeout=60)
    connection.request("GET" if body is None else "POST", path, body, headers)
    answer = connection.getresponse()
    return answer.status, dict(answer.getheaders()), answer.read()


def right(studio: StudioServer) -> dict[str, str]:
    return {"Origin": studio.origin, "X-Studio": studio.token}


START = json.dumps({"verb": "start"}).encode()


def test_its_own_page_is_answered(studio: StudioServer) -> None:
    status, _, data = ask(studio, "/ask", body=START, **right(studio))
    assert status == 200 and json.loads(data)["clients"]


@pytest.mark.parametrize(
    "headers",
    [
        {},
        {"X-Studio": "guessed"},
        {"Origin": "https://elsewhere.example"},
        {"Origin": "null"},
        {"Host": "studio.example"},
    ],
)
def test_whoever_is_not_its_page_is_refused(studio: StudioServer, headers: dict[str, str]) -> None:
    said = {**(right(studio) if headers else {}), **headers}
    assert ask(studio, "/ask", body=START, **said)[0] == 403


@pytest.mark.parametrize("path", ["/../session.py", "/..%2f..%2fprofiles", "/vendor", "/session.py", "//etc/passwd"])
def test_only_the_files_of_the_page_are_handed_out(studio: StudioServer, path: str) -> None:
    assert ask(studio, path)[0] == 404


def test_a_name_that_leads_to_this_computer_is_refused(studio: StudioServer) -> None:
    assert ask(studio, "/", Host="rebound.example")[0] == 403


def test_the_page_may_ask_itself_only_and_run_its_own_scripts_only(studio: StudioServer) -> None:
    _, headers, _ = ask(studio, "/")
    policy = dict(part.split(" ", 1) for part in headers["Content-Security-Policy"].split("; "))
    assert policy["default-src"] == "'none'" and policy["script-src"] == "'self'"
    assert policy["connect-src"] == "'self'" and policy["frame-src"] == studio.shown_origin


def test_a_previewed_page_is_for_the_studio_alone(studio: StudioServer) -> None:
    slug = studio.session.workspace.slugs()[0]
    address = f"/{studio.shown_token}?slug={slug}&page=index.html"
    status, headers, data = ask(studio, address, shown=True)
    assert status == 200 and b"studio-told" in data
    assert "sandbox allow-scripts" in headers["Content-Security-Policy"]
    assert f"frame-ancestors {studio.origin}" in headers["Content-Security-Policy"]
    assert ask(studio, f"/guessed?slug={slug}", shown=True)[0] == 403


def test_what_a_previewed_page_knows_changes_nothing(studio: StudioServer) -> None:
    headers = {"Origin": studio.origin, "X-Studio": studio.shown_token}
    assert ask(studio, "/ask", body=START, **headers)[0] == 403


def test_what_is_no_message_is_refused_and_the_next_is_answered(studio: StudioServer) -> None:
    assert ask(studio, "/ask", body=b"not json", **right(studio))[0] == 400
    assert ask(studio, "/ask", body=b"[]", **right(studio))[0] == 400
    assert ask(studio, "/ask", body=START, **right(studio))[0] == 200


def test_where_the_program_fails_a_sentence_is_answered_the_terminal_has_the_rest_and_the_next_is_answered(
    studio: StudioServer, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    with monkeypatch.context() as broken:
        broken.setitem(cast(dict[str, object], VERBS), "start", lambda *_: {}["Noor"])
        status, _, data = ask(studio, "/ask", body=START, **right(studio))
    answer = json.loads(data)
    assert status == 200 and answer["shown"] and answer["refused"].endswith(": start, KeyError.")
    assert "Noor" not in answer["refused"] and "KeyError: 'Noor'" in capsys.readouterr().err
    assert json.loads(ask(studio, "/ask", body=START, **right(studio))[2])["clients"]


def test_where_a_page_cannot_be_made_for_the_program_fails_the_frame_says_so(studio: StudioServer) -> None:
    slug = studio.session.workspace.slugs()[0]
    status, _, data = ask(studio, f"/{studio.shown_token}?slug={slug}&at=nonsense", shown=True)
    assert status == 200 and "Er ging iets mis" in data.decode()


def test_a_sign_that_no_text_can_hold_is_answered(studio: StudioServer) -> None:
    said = {"page": "gedrag.md", "anchor": "pesten", "text": "[[ a\ud800 ]]", "try": True}
    body = json.dumps({"verb": "say", "slug": studio.session.workspace.slugs()[0], "language": "nl", **said}).encode()
    assert json.loads(ask(studio, "/ask", body=body, **right(studio))[2])["problems"]
