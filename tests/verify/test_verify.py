"""Whoever asks hears what stands there, and what was looked at can do nothing to who looks."""

from __future__ import annotations

import http.server
import io
import json
import os
import sys
import threading
import zipfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from browser.server import serving
from support import Answer, lay, run
from verify.sites import CODE, FILES, listed, whole

from voorlichter.workspace import is_site_name
from voorlichter.zip_file import render_zip

posix = pytest.mark.skipif(sys.platform == "win32", reason="other links there")


def verify(where: object, *words: object) -> Answer:
    return run("verify", where, "--lang", "en", *words)


def seen(answer: Answer) -> set[tuple[str, str]]:
    """What is not right, by kind and name, as a program reads it."""
    return {
        (line["what"], line["name"])
        for part in answer.json["parts"].values()
        for line in part
        if line["status"] == "wrong"
    }


@pytest.fixture
def site(tmp_path: Path) -> Path:
    return lay(tmp_path / "site", whole())


def test_a_site_as_it_was_made_is_said_to_be_so_and_no_more_than_that(site: Path) -> None:
    answer = verify(site)
    assert answer.code == 0, answer.err
    assert "4 of the 4 files are as they were made" in answer.out
    assert CODE in answer.out
    assert "travels with the site" in answer.out and answer.out.strip().endswith("the list says that stands with it.")


SPOILED: dict[str, tuple[dict[str, str | bytes | None], set[tuple[str, str]]]] = {
    "one byte": ({"index.html": b"<p>thuiS"}, {("differs", "index.html")}),
    "gone": ({"en/index.html": None}, {("missing", "en/index.html")}),
    "more": ({"assets/evil.js": b"x"}, {("extra", "assets/evil.js")}),
    "emptied": ({"assets/site.css": b""}, {("differs", "assets/site.css")}),
    "a folder in its place": (
        {"index.html": None, "index.html/x": b""},
        {("unread", "index.html"), ("extra", "index.html/x")},
    ),
    "of the server": ({"web.config": b"<x/>", ".well-known/security.txt": b"", ".htaccess": b""}, set()),
}


@pytest.mark.parametrize("name", SPOILED)
def test_what_differs_lacks_or_was_added_is_named(site: Path, name: str) -> None:
    changes, expected = SPOILED[name]
    for path in [path for path, data in changes.items() if data is None]:
        (site / path).unlink()
    lay(site, {path: data for path, data in changes.items() if data is not None})
    answer = verify(site, "--format", "json")
    assert (answer.code, seen(answer)) == (1 if expected else 0, expected)
    assert answer.json["right"] is not bool(expected)


@posix
def test_no_link_is_followed_and_nothing_opened_that_is_no_file(site: Path, tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "elsewhere/site.css").write_bytes(FILES["assets/site.css"])
    (site / "assets/site.css").unlink()
    (site / "assets").rmdir()
    (site / "assets").symlink_to(tmp_path / "elsewhere")
    (site / "index.html").unlink()
    os.mkfifo(site / "index.html")
    answer = verify(site, "--format", "json")
    assert seen(answer) == {("unread", "assets/site.css"), ("unread", "index.html"), ("extra", "assets")}


NAMES = (
    "/etc/passwd",
    "../../etc/passwd",
    "a/../../b",
    "a\\b",
    "C:/x",
    "c:x",
    "a\x00",
    "a\n",
    "..",
    ".",
    "a//b",
    "/",
    "",
    "a/",
    "x" * 300,
    "a\u202eb",
    "manifest.json",
    "https://evil.example/x",
    "a?b",
    "a#b",
    "a%2e%2e",
)


@pytest.mark.parametrize("name", NAMES)
def test_a_name_that_leads_out_of_its_site_is_told_and_never_opened(site: Path, name: str) -> None:
    (site / "manifest.json").write_bytes(listed({**FILES, name: b"root:x:0:0"}))
    answer = verify(site)
    assert answer.code == 1
    assert "was not opened" in answer.err
    assert "\x00" not in answer.err and "\u202e" not in answer.err


def test_every_name_that_a_site_has_may_be_looked_at(examples: Path) -> None:
    for manifest in examples.glob("site/*/manifest.json"):
        assert [name for name in json.loads(manifest.read_bytes())["files"] if not is_site_name(name)] == []


LISTS = {
    "no json": b"{",
    "no list": b"[]",
    "of another program": json.dumps({"files": {"a": "b"}}).encode(),
    "no files": listed({}),
    "no hashes": json.dumps({"voorlichter": "0", "files": {"index.html": 7}}).encode(),
    "nested": b"[" * 100_000,
    "large": listed() + b" " * 9_000_000,
    "in capitals": listed({"a.html": b"", "A.html": b""}),
}


@pytest.mark.parametrize("name", LISTS)
def test_a_list_that_is_none_is_told_with_the_way_out(site: Path, name: str) -> None:
    (site / "manifest.json").write_bytes(LISTS[name])
    answer = verify(site)
    assert answer.code == 1 and "Traceback" not in answer.err
    assert "manifest.json" in answer.err or "A.html" in answer.err or "SHA-256" in answer.err


def test_a_folder_without_a_site_and_a_place_that_is_not_there_are_told(tmp_path: Path) -> None:
    for where in (tmp_path, tmp_path / "gone"):
        answer = verify(where)
        assert answer.code == 1 and answer.err.strip()


def pack(path: Path, files: dict[str, str | bytes]) -> Path:
    path.write_bytes(
        render_zip({name: data if isinstance(data, bytes) else data.encode() for name, data in files.items()})
    )
    return path


def test_a_zip_is_looked_at_as_it_is_with_its_site_at_the_top_or_in_a_folder(tmp_path: Path) -> None:
    in_folder = {f"zeester/{name}": data for name, data in whole().items()}
    for files in (whole(), {**in_folder, "voor-ict.html": b"<p>", "kit/manifest.json": b"{}"}):
        answer = verify(pack(tmp_path / "site.zip", files), "--format", "json")
        assert (answer.code, seen(answer), answer.json["code"]) == (0, set(), CODE), answer.err
    answer = verify(pack(tmp_path / "site.zip", {**whole(), "evil.js": b"x", "index.html": b""}), "--format", "json")
    assert seen(answer) == {("differs", "index.html"), ("extra", "evil.js")}


def spoiled_zip(path: Path, how: Callable[[zipfile.ZipFile], None]) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in whole().items():
            archive.writestr(name, data)
        how(archive)
    return path


def test_a_zip_that_would_fill_the_disk_is_refused(tmp_path: Path) -> None:
    hundred = b"\0" * 100_000_000

    def fill(archive: zipfile.ZipFile) -> None:
        for number in range(6):
            archive.writestr(f"{number}.bin", hundred)

    answer = verify(spoiled_zip(tmp_path / "bomb.zip", fill))
    assert answer.code == 1 and "more than a site can be" in answer.err


def test_a_zip_that_lies_about_its_sizes_unpacks_no_more_than_it_says(tmp_path: Path) -> None:
    path = spoiled_zip(tmp_path / "lies.zip", lambda archive: archive.writestr("big.html", b"\0" * 5_000_000))
    data = path.read_bytes().replace((5_000_000).to_bytes(4, "little"), (7).to_bytes(4, "little"))
    path.write_bytes(data)
    answer = verify(path, "--format", "json")
    assert seen(answer) == {("extra", "big.html")}


def test_a_zip_with_a_name_twice_without_a_site_with_two_or_that_is_none(tmp_path: Path) -> None:
    def twice(archive: zipfile.ZipFile) -> None:
        with pytest.warns(UserWarning):
            archive.writestr("index.html", b"other")

    two = {f"{slug}/{name}": data for slug in ("a", "b") for name, data in whole().items()}
    (tmp_path / "text.zip").write_text("PK\x03\x04 no")
    for path in (
        spoiled_zip(tmp_path / "twice.zip", twice),
        pack(tmp_path / "none.zip", {"readme.txt": b"x"}),
        pack(tmp_path / "two.zip", two),
        tmp_path / "text.zip",
    ):
        answer = verify(path)
        assert answer.code == 1 and answer.err.strip() and "Traceback" not in answer.err


def test_at_an_address_every_file_is_asked_for(site: Path) -> None:
    with serving(site) as address:
        for asked in (address, f"{address}index.html", address.rstrip("/")):
            answer = verify(asked)
            assert answer.code == 0, answer.err
        assert "cannot be seen at an address" in answer.out
        (site / "en/index.html").write_bytes(b"other")
        (site / "media/favicon.png").unlink()
        answer = verify(address, "--format", "json")
    assert (answer.code, seen(answer)) == (1, {("differs", "en/index.html"), ("missing", "media/favicon.png")})


def test_a_previous_version_that_still_answers_beside_an_address_is_told(site: Path) -> None:
    lay(site.with_name("site.previous"), whole())
    with serving(site.parent) as address:
        answer = verify(f"{address}site/", "--format", "json")
    assert seen(answer) == {("extra", f"{address}site.previous/manifest.json")}


@contextmanager
def answering(answers: dict[str, Callable[[Any], None]]) -> Iterator[tuple[str, list[str]]]:
    """A server that does with each path what is said, and gives the small site otherwise."""
    asked: list[str] = []
    files = whole()

    class Handler(http.server.BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            name = self.path.lstrip("/")
            asked.append(name)
            if name in answers:
                answers[name](self)
                return
            data = files.get(name)
            self.send_response(200 if data is not None else 404)
            self.end_headers()
            self.wfile.write(data if isinstance(data, bytes) else b"")

        def log_message(self, *_: Any) -> None:
            pass

    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/", asked
    finally:
        server.shutdown()
        server.server_close()


def redirect(to: str) -> Callable[[Any], None]:
    def answer(handler: Any) -> None:
        handler.send_response(302)
        handler.send_header("Location", to)
        handler.end_headers()

    return answer


def test_what_leads_elsewhere_is_told_and_not_followed() -> None:
    with answering({}) as (elsewhere, asked_there):
        answers = {"index.html": redirect(f"{elsewhere}index.html"), "assets/site.css": redirect("file:///etc/passwd")}
        with answering(answers) as (address, _):
            answer = verify(address, "--format", "json")
    assert asked_there == []
    assert seen(answer) == {("unread", "index.html"), ("unread", "assets/site.css")}
    assert f"{elsewhere}index.html" in answer.out


def test_what_leads_round_on_the_same_server_ends_somewhere() -> None:
    answers = {
        "index.html": redirect("/moved.html"),
        "moved.html": redirect("/index.html"),
        "en/index.html": redirect("/home"),
    }
    with answering(
        {
            **answers,
            "home": lambda handler: (
                handler.send_response(200),
                handler.end_headers(),
                handler.wfile.write(FILES["en/index.html"]),
            )[0],
        }
    ) as (address, asked):
        answer = verify(address, "--format", "json")
    assert seen(answer) == {("unread", "index.html")}
    assert len(asked) < 15


def test_a_server_that_refuses_is_told_and_one_that_is_not_there_is_no_verdict() -> None:
    with answering({"index.html": lambda handler: handler.send_error(403)}) as (address, _):
        answer = verify(address, "--format", "json")
        assert seen(answer) == {("unread", "index.html")}
    gone = verify(address)
    assert gone.code == 3 and address in gone.err and "Traceback" not in gone.err


def test_an_answer_without_an_end_is_left(tmp_path: Path) -> None:
    def endless(handler: Any) -> None:
        handler.send_response(200)
        handler.end_headers()
        try:
            while True:
                handler.wfile.write(b"\0" * 1_000_000)
        except OSError:
            pass

    with answering({"index.html": endless}) as (address, _):
        answer = verify(address, "--format", "json")
    assert seen(answer) == {("unread", "index.html")}


ADDRESSES = (
    "http://vp.example/",
    "https://",
    "ftp://vp.example/",
    "https://user:word@vp.example/",
    "https://vp.example/?x",
    "https://vp.example/#x",
    "https://vp.example:99999/",
    "http://127.0.0.1.evil.example/",
    "http://localhost/",
    "file:///etc",
    "https://vp.example/\u202e",
)


@pytest.mark.parametrize("address", ADDRESSES)
def test_what_is_no_safe_address_is_not_asked(address: str) -> None:
    answer = verify(address)
    assert answer.code == 1 and "no address of a site" in answer.err


def test_a_copy_of_ones_own_proves_what_a_list_that_travels_along_cannot(site: Path, tmp_path: Path) -> None:
    sent = pack(tmp_path / "sent.zip", whole())
    assert verify(site, "--against", sent).out.strip().endswith("What stands here is what was made.")
    changed = {**FILES, "index.html": b"<p>bel 06 evil"}
    lay(site, whole(changed))
    assert verify(site).code == 0, "file and list were changed together"
    answer = verify(site, "--against", sent, "--format", "json")
    assert (answer.code, seen(answer)) == (1, {("differs", "index.html"), ("differs", "manifest.json")})


def test_the_outcome_is_a_page_of_its_own_in_both_languages(site: Path, tmp_path: Path) -> None:
    evil = "<img src=x onerror=alert(1)>.js" if sys.platform != "win32" else "evil.js"
    (site / evil).write_bytes(b"")
    for language in ("nl", "en"):
        page = tmp_path / f"{language}.html"
        answer = run("verify", site, "--lang", language, "--page", page)
        html = page.read_text(encoding="utf-8")
        assert answer.code == 1
        assert f'<html lang="{language}">' in html and "<img" not in html and "<script" not in html
        assert "src=" not in html.replace("&lt;img src=x", "") and "http" not in html.replace("http-equiv", "")


def test_a_name_that_would_steer_a_terminal_is_shown_in_plain_letters(site: Path) -> None:
    if sys.platform == "win32":
        pytest.skip("no such names there")
    (site / "\x1b]0;evil\x07.js").write_bytes(b"")
    answer = verify(site)
    assert answer.code == 1 and "\x1b" not in answer.out and "evil" in answer.out


def test_what_export_packs_is_what_is_verified(workspace: Path) -> None:
    assert run("export", "-C", workspace, "--date", "2026-11-02").code == 0
    packed = next((workspace / "export").glob("*.zip"))
    assert zipfile.ZipFile(io.BytesIO(packed.read_bytes())).testzip() is None
    assert verify(packed, "--against", next((workspace / "site").iterdir())).code == 0
