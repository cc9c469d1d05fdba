"""What a security officer asks is answered by a browser, also of pages that do what ours never do."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from browser.chromium import INSTALL, find_chromium
from browser.conftest import skip_or_fail
from browser.server import serving
from support import Answer, lay, run, run_alone
from verify.sites import whole

pytestmark = pytest.mark.browser

POLICY = "<meta http-equiv=Content-Security-Policy content=\"default-src 'none'; script-src 'self'\">"
PAGES: dict[str, bytes] = {
    "index.html": f"<!doctype html>{POLICY}<title>x</title><script src=kept.js></script>".encode(),
    "kept.js": b"document.cookie = 'a=b'; localStorage.b = 1; sessionStorage.c = 1; indexedDB.open('d');",
    "asks.html": b"<!doctype html><title>x</title><img src=https://elsewhere.example/x.png>",
    "refused.html": f"<!doctype html>{POLICY}<title>x</title><script>alert(1)</script>".encode(),
}


@pytest.fixture(autouse=True)
def browser() -> Iterator[None]:
    if find_chromium() is None:
        skip_or_fail(f"no Chromium found; install it with: {INSTALL} (or set CHROMIUM to its path)")
    yield


def look(where: object, *words: object) -> Answer:
    return run_alone("verify", where, "--browser", "--lang", "en", "--format", "json", *words)


def said(answer: Answer) -> dict[tuple[str, str], set[str]]:
    """The pages by status and subject."""
    assert answer.out, answer.err
    told: dict[tuple[str, str], set[str]] = {}
    for line in answer.json["parts"]["browser"]:
        told.setdefault((line["status"], line["what"]), set()).add(line["name"])
    return told


@pytest.mark.proof
def test_every_page_of_ours_asks_for_nothing_keeps_nothing_and_has_one_policy(examples: Path) -> None:
    answer = look(examples / "site/werkplaats")
    told = said(answer)
    assert answer.code == 0
    assert {what for status, what in told if status == "right"} == {"requests", "storage", "complaints"}
    assert [
        line["say"].startswith("policy: default-src 'none'")
        for line in answer.json["parts"]["browser"]
        if line["what"] == "policy"
    ] == [True]


def test_what_a_page_asks_keeps_or_lacks_is_told_with_the_page(tmp_path: Path) -> None:
    site = lay(tmp_path / "site", whole(PAGES))
    with serving(site) as address:
        for where in (site, address):
            answer = look(where)
            told = said(answer)
            assert answer.code == 1
            assert told["wrong", "requests"] == {"asks.html"}
            assert "index.html" not in told["wrong", "policy"] and "asks.html" in told["wrong", "policy"]
            assert "refused.html" in told["wrong", "complaints"]
            kept = " ".join(line["say"] for line in answer.json["parts"]["browser"] if line["what"] == "storage")
            assert [
                word for word in ("cookie", "localStorage", "sessionStorage", "indexedDB") if word not in kept
            ] == []


def test_a_page_that_was_changed_or_added_is_opened_above_all(tmp_path: Path) -> None:
    site = lay(
        tmp_path / "site",
        whole(PAGES) | {"index.html": PAGES["asks.html"], "added.html": PAGES["asks.html"].replace(b"x.png", b"y.png")},
    )
    told = said(look(site))
    assert told["wrong", "requests"] >= {"added.html"} and len(told["wrong", "requests"]) == 2


def test_without_chromium_a_sentence_says_what_to_install(tmp_path: Path) -> None:
    site = lay(tmp_path / "site", whole())
    answer = run_alone("verify", site, "--browser", "--lang", "en", env={"PATH": "", "CHROMIUM": ""})
    assert answer.code == 3 and "install" in answer.err and "Traceback" not in answer.err


def test_what_a_server_says_is_held_against_what_it_could_say(tmp_path: Path) -> None:
    site = lay(tmp_path / "site", whole())
    with serving(site) as address:
        answer = run("verify", address, "--lang", "en", "--format", "json")
    lines = {line["name"]: line for line in answer.json["parts"]["server"]}
    assert answer.code == 0, "a server without headers shows what was made"
    assert (
        lines["Content-Security-Policy"]["status"] == "note"
        and "is missing; set default-src" in lines["Content-Security-Policy"]["say"]
    )
