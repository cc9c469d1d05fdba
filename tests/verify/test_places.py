"""A folder, a zip and an address of a site, asked file by file: what each gives, what it keeps shut, and what is said of the whole."""

from __future__ import annotations

import io
import stat
import sys
import threading
import zipfile
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import date
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from support import lay
from verify.sites import CODE, FILES, listed, whole

from voorlichter import __version__
from voorlichter.problems import InputError, MachineError, Mark, Say
from voorlichter.verify.look import LookOrder, look_at, open_place
from voorlichter.verify.page import render_page
from voorlichter.verify.places import Answered, FolderPlace, ZipPlace
from voorlichter.verify.verdict import (
    NO_PROOF,
    NOT_LOOKED_AT,
    NOT_SIGNED,
    OWN_COPY,
    WRONG_SIGNATURE,
    Chapter,
    Line,
    SiteVerdict,
    signed_by,
)
from voorlichter.verify.web import WebPlace
from voorlichter.zip_file import render_zip

TOO_LARGE = Say("groter dan 100 MB", "larger than 100 MB")


def refused(where: Path | str) -> tuple[str, str, str, str, str]:
    with pytest.raises(InputError) as told:
        open_place(str(where))
    [problem] = told.value.problems
    assert problem.mark == Mark(Path(where))
    return problem.where, problem.message.nl, problem.message.en, problem.fix.nl, problem.fix.en


# A folder


@pytest.fixture
def site(tmp_path: Path) -> Path:
    return lay(tmp_path / "site", whole())


def test_a_folder_gives_its_files_by_their_paths_and_names_them_all(site: Path) -> None:
    place = open_place(str(site))
    assert place == FolderPlace(site.resolve()) and place.shown == str(site.resolve())
    assert place.read("index.html") == Answered(FILES["index.html"])
    assert place.read("en/index.html") == Answered(FILES["en/index.html"])
    assert place.read("gone.html") == place.read("index.html/x") == Answered()
    assert place.read("en") == Answered(why=Say("geen gewoon bestand", "no regular file"))
    assert place.names() == sorted([*FILES, "manifest.json"])


@pytest.mark.skipif(sys.platform == "win32", reason="other links there")
def test_in_a_folder_no_link_is_followed_at_any_depth(site: Path, tmp_path: Path) -> None:
    lay(tmp_path / "elsewhere", {"deep/x.html": "secret"})
    (site / "a.html").symlink_to(site / "index.html")
    (site / "b").symlink_to(tmp_path / "elsewhere")
    link = Answered(why=Say("een koppeling naar een andere plek", "a link to another place"))
    place = FolderPlace(site)
    assert [place.read(name) for name in ("a.html", "b", "b/deep", "b/deep/x.html")] == [link] * 4
    assert {"a.html", "b"} <= set(place.names()), "they are there, and nobody looks what is behind them"
    (tmp_path / "by-link").symlink_to(site)
    assert FolderPlace(tmp_path / "by-link").read("index.html").data, "what was named may be one"


def test_a_file_of_a_folder_that_is_too_large_is_not_read(site: Path) -> None:
    with (site / "large.html").open("wb") as file:
        file.truncate(100 * 1024 * 1024 + 1)
    assert FolderPlace(site).read("large.html") == Answered(why=TOO_LARGE)


def test_a_file_of_a_folder_as_large_as_one_may_be_is_read(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("voorlichter.verify.places.LARGEST", len(FILES["index.html"]))
    assert FolderPlace(site).read("index.html").data == FILES["index.html"]
    monkeypatch.setattr("voorlichter.verify.places.LARGEST", len(FILES["index.html"]) - 1)
    assert FolderPlace(site).read("index.html") == Answered(why=TOO_LARGE)


def test_where_nothing_stands_it_is_told_what_can_be_named(tmp_path: Path) -> None:
    assert refused(tmp_path / "gone") == (
        *("", "hier staat niets", "there is nothing here"),
        "noem een map, een zip, of een adres dat met https:// begint",
        "name a folder, a zip, or an address that begins with https://",
    )


# A zip


AGAIN = ("vraag de afzender om een nieuwe zip", "ask the sender for a new zip")


def pack(path: Path, files: dict[str, bytes | str]) -> Path:
    path.write_bytes(render_zip({name: one if isinstance(one, bytes) else one.encode() for name, one in files.items()}))
    return path


def spoiled(path: Path, how: Callable[[zipfile.ZipFile], None]) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in whole().items():
            archive.writestr(f"zeester/{name}", data)
        how(archive)
    return path


def test_a_zip_gives_what_stands_in_the_folder_of_its_site_and_nothing_beside_it(tmp_path: Path) -> None:
    inside = {f"zeester/{name}": data for name, data in whole().items()}
    path = pack(
        tmp_path / "site.zip", {**inside, "voor-ict.html": "<p>", "zeester-2/x.html": "x", "kit/manifest.json": "{}"}
    )
    place = open_place(str(path))
    assert isinstance(place, ZipPlace) and place.shown == str(path)
    assert place.names() == sorted([*FILES, "manifest.json"])
    assert place.read("en/index.html") == Answered(FILES["en/index.html"])
    assert place.read("voor-ict.html") == place.read("zeester/index.html") == Answered()
    at_the_top = open_place(str(pack(tmp_path / "top.zip", {**whole(), "more.js": "x"})))
    assert at_the_top.names() == sorted([*FILES, "manifest.json", "more.js"])


def test_a_zip_with_one_more_file_keeps_the_others_as_they_were(tmp_path: Path) -> None:
    inside = {f"zeester/{name}": data for name, data in whole().items()}
    path = spoiled(tmp_path / "site.zip", lambda archive: archive.writestr("voor-ict.html", "<p>"))
    place = ZipPlace(path)
    with zipfile.ZipFile(io.BytesIO(place.packed_with("manifest.json.sig", b"signed"))) as archive:
        read = {name: archive.read(name) for name in archive.namelist()}
    assert read == {**inside, "voor-ict.html": b"<p>", "zeester/manifest.json.sig": b"signed"}


def test_what_is_no_zip_of_one_site_is_told_with_what_to_do(tmp_path: Path) -> None:
    (tmp_path / "text.zip").write_text("PK no", encoding="utf-8")
    assert refused(tmp_path / "text.zip") == ("", "dit is geen zip", "this is no zip file", *AGAIN)
    no_site = (
        *("hierin staat geen site van voorlichter", "no site of voorlichter stands in here"),
        *("kies de zip van de site", "choose the zip of the site"),
    )
    assert refused(pack(tmp_path / "none.zip", {"readme.txt": "x"})) == ("manifest.json", *no_site)
    assert refused(pack(tmp_path / "list.zip", {"manifest.json": listed()})) == ("manifest.json", *no_site)
    assert refused(pack(tmp_path / "odd.zip", {"index.html": "x", "xmanifest.json": "{}"})) == (
        "manifest.json",
        *no_site,
    )
    two = {f"{slug}/{name}": data for slug in ("a", "b") for name, data in whole().items()}
    assert refused(pack(tmp_path / "two.zip", two)) == (
        *("manifest.json", "hierin staat meer dan één site", "more than one site stands in here"),
        *("pak de zip uit, en kies de map van één site", "unpack the zip, and choose the folder of one site"),
    )


def test_a_name_that_is_there_twice_is_told_in_the_site_and_counts_for_nothing_beside_it(tmp_path: Path) -> None:
    def twice(name: str) -> Callable[[zipfile.ZipFile], None]:
        def write(archive: zipfile.ZipFile) -> None:
            with pytest.warns(UserWarning):
                archive.writestr("voor-ict.html", "one")
                archive.writestr("voor-ict.html", "two")
                archive.writestr(name, "other")
                archive.writestr(name, "another")

        return write

    assert refused(spoiled(tmp_path / "twice.zip", twice("zeester/index.html"))) == (
        *("index.html", "deze naam staat er twee keer", "this name is there twice"),
        *AGAIN,
    )
    assert ZipPlace(spoiled(tmp_path / "beside.zip", twice("elsewhere/index.html"))).read("index.html").data


BOMB = (
    *("hier zit meer in dan een site kan zijn; niets is uitgepakt", "this holds more than a site can be; nothing was unpacked"),
    *AGAIN,
)  # fmt: skip


def test_a_zip_that_holds_more_than_a_site_can_is_not_unpacked(tmp_path: Path) -> None:
    def say_large(size: int) -> Callable[[zipfile.ZipFile], None]:
        def write(archive: zipfile.ZipFile) -> None:
            archive.writestr("zeester/large.bin", b"")
            archive.getinfo("zeester/large.bin").file_size = size

        return write

    left = 500 * 1024 * 1024 - sum(map(len, map(bytes, FILES.values()))) - len(listed())
    assert refused(spoiled(tmp_path / "large.zip", say_large(left + 1))) == ("", *BOMB)
    assert ZipPlace(spoiled(tmp_path / "fits.zip", say_large(left))).read("index.html").data


def test_folders_in_a_zip_do_not_count_among_its_files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def more(archive: zipfile.ZipFile) -> None:
        archive.mkdir("zeester/empty")
        archive.writestr("x/0", b"")

    path, there = spoiled(tmp_path / "site.zip", more), len(FILES) + 2
    monkeypatch.setattr("voorlichter.verify.places._MOST_ENTRIES", there)
    assert ZipPlace(path).names() == sorted([*FILES, "manifest.json"])
    monkeypatch.setattr("voorlichter.verify.places._MOST_ENTRIES", there - 1)
    assert refused(path) == ("", *BOMB)


def test_of_a_zip_no_more_is_unpacked_than_a_file_and_a_site_can_be(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = pack(tmp_path / "site.zip", {**whole(), "a.html": "0123456789", "b.html": "0123456789"})
    monkeypatch.setattr("voorlichter.verify.places.LARGEST", 10)
    assert ZipPlace(path).read("a.html") == Answered(b"0123456789")
    monkeypatch.setattr("voorlichter.verify.places.LARGEST", 9)
    assert ZipPlace(path).read("a.html") == Answered(why=TOO_LARGE)
    monkeypatch.undo()
    place = ZipPlace(path)
    monkeypatch.setattr("voorlichter.verify.places._LARGEST_WHOLE", 20)
    assert place.read("a.html").data and place.read("b.html").data, "as much as a site can be"
    with pytest.raises(InputError) as told:
        place.read("index.html")
    [problem] = told.value.problems
    assert (problem.mark, problem.where, problem.message.en) == (Mark(path), "index.html", BOMB[1])


def test_a_zip_of_a_file_that_is_too_large_to_be_one_is_not_opened(tmp_path: Path) -> None:
    path = pack(tmp_path / "site.zip", {**whole()})
    with path.open("r+b") as file:
        file.truncate(300 * 1024 * 1024 + 1)
    assert refused(path) == ("", *BOMB)


def test_what_in_a_zip_is_no_file_locked_or_damaged_is_told_and_the_rest_is_read(tmp_path: Path) -> None:
    def write(archive: zipfile.ZipFile) -> None:
        link = zipfile.ZipInfo("zeester/link.html")
        link.external_attr = (stat.S_IFLNK | 0o777) << 16
        archive.writestr(link, "index.html")
        plain = zipfile.ZipInfo("zeester/plain.html")
        plain.external_attr = (stat.S_IFREG | 0o644) << 16
        archive.writestr(plain, "plain")
        archive.writestr("zeester/locked.html", "locked")
        archive.writestr("zeester/damaged.html", "damaged damaged damaged")
        archive.getinfo("zeester/locked.html").flag_bits |= 1
        archive.getinfo("zeester/damaged.html").CRC ^= 1

    place = ZipPlace(spoiled(tmp_path / "site.zip", write))
    assert place.read("link.html") == Answered(why=Say("geen gewoon bestand", "no regular file"))
    assert place.read("locked.html") == Answered(why=Say("heeft een wachtwoord", "has a password"))
    assert place.read("damaged.html") == Answered(why=Say("beschadigd", "damaged"))
    assert (place.read("plain.html"), place.read("index.html")) == (Answered(b"plain"), Answered(FILES["index.html"]))


# An address


@dataclass
class Served:
    """What is answered by path, and how each was asked; a function decides for itself."""

    base: str = ""
    answers: dict[str, bytes | int | tuple[int, dict[str, str], bytes]] = field(default_factory=dict)
    asked: list[tuple[str, dict[str, str]]] = field(default_factory=list)


class _Handler(BaseHTTPRequestHandler):
    wbufsize = -1

    def log_message(self, format: str, *args: object) -> None: ...

    def do_GET(self) -> None:
        served: Served = self.server.served  # type: ignore[attr-defined]
        served.asked.append((self.path, {name.lower(): value for name, value in self.headers.items()}))
        answer = served.answers.get(self.path, 404)
        code, head, body = (
            (200, {}, answer) if isinstance(answer, bytes) else (answer, {}, b"") if isinstance(answer, int) else answer
        )
        with suppress(OSError):
            self.send_response(code)
            for name, value in head.items():
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(body)


@pytest.fixture(scope="module")
def server() -> Iterator[ThreadingHTTPServer]:
    with ThreadingHTTPServer(("127.0.0.1", 0), _Handler) as server:
        server.daemon_threads = True
        threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True).start()
        yield server
        server.shutdown()


@pytest.fixture
def served(server: ThreadingHTTPServer) -> Served:
    served = Served(f"http://127.0.0.1:{server.server_address[1]}")
    server.served = served  # type: ignore[attr-defined]
    return served


def test_at_an_address_a_file_is_asked_for_by_its_name_and_what_the_server_said_is_kept(served: Served) -> None:
    head = {"Content-Type": "text/html;  charset=utf-8", "Set-Cookie": "a=b"}
    served.answers = {"/vp/en/een%20naam.html": (200, head, b"<p>"), "/vp/index.html": b"x" * 200_000}
    place = WebPlace(f"{served.base}/vp/")
    assert place.read("en/een naam.html") == Answered(b"<p>")
    assert place.read("index.html") == Answered(b"x" * 200_000)
    assert place.heads["en/een naam.html"].items() >= {
        ("content-type", "text/html; charset=utf-8"),
        ("set-cookie", "a=b"),
    }
    assert set(place.heads) == {"en/een naam.html", "index.html"}
    for path, headers in served.asked:
        assert path.startswith("/vp/")
        assert (headers["user-agent"], headers["cache-control"]) == (f"voorlichter/{__version__}", "no-cache")
        assert "cookie" not in headers
    assert place.names() is None


@pytest.mark.parametrize("code", [404, 410])
def test_what_is_not_at_an_address_is_missing(served: Served, code: int) -> None:
    served.answers["/gone.html"] = code
    place = WebPlace(served.base)
    assert place.read("gone.html") == Answered() and place.heads == {}


@pytest.mark.parametrize("code", [400, 401, 403, 304, 500, 503])
def test_what_a_server_refuses_is_told_by_its_number(served: Served, code: int) -> None:
    served.answers["/index.html"] = code
    assert WebPlace(served.base).read("index.html") == Answered(
        why=Say(f"de server weigert ({code})", f"the server refuses ({code})")
    )


@pytest.mark.parametrize("code", [301, 302, 303, 307, 308])
def test_what_moved_on_the_same_server_is_followed_three_times_at_most(served: Served, code: int) -> None:
    for number in range(4):
        served.answers[f"/{number}.html"] = (code, {"Location": f"/{number + 1}.html"}, b"")
    served.answers["/4.html"] = b"here"
    place = WebPlace(served.base)
    assert place.read("1.html") == Answered(b"here") and set(place.heads) == {"1.html"}
    to = f"{served.base}/4.html"
    assert place.read("0.html") == Answered(why=Say(f"de server stuurt door naar {to}", f"the server leads on to {to}"))


@pytest.mark.parametrize(
    ("to", "told"),
    [
        ("https://elders.example/x", "https://elders.example/x"),
        ("//elders.example/x", "http://elders.example/x"),
        ("file:///etc/passwd", "file:///etc/passwd"),
        ("http://localhost/x", "http://localhost/x"),
        (f"https://elders.example/{'x' * 300}", f"https://elders.example/{'x' * 177}"),
    ],
)
def test_what_leads_to_another_server_is_told_and_not_followed(served: Served, to: str, told: str) -> None:
    served.answers["/index.html"] = (302, {"Location": to}, b"")
    found = WebPlace(served.base).read("index.html")
    assert found == Answered(why=Say(f"de server stuurt door naar {told}", f"the server leads on to {told}"))
    assert len(served.asked) == 1


def test_whether_anything_stands_at_another_address_is_asked_without_being_led_on(served: Served) -> None:
    served.answers = {"/there": b"", "/moved": (302, {"Location": "/there"}, b"")}
    place = WebPlace(f"{served.base}/vp/")
    assert [place.is_answered(f"{served.base}/{name}") for name in ("there", "moved", "gone")] == [True, False, False]


def test_an_answer_that_is_too_large_or_too_slow_is_left(served: Served, monkeypatch: pytest.MonkeyPatch) -> None:
    served.answers["/index.html"] = b"x" * 11
    monkeypatch.setattr("voorlichter.verify.web.LARGEST", 11)
    assert WebPlace(served.base).read("index.html").data == b"x" * 11
    monkeypatch.setattr("voorlichter.verify.web.LARGEST", 10)
    assert WebPlace(served.base).read("index.html") == Answered(why=TOO_LARGE)
    monkeypatch.undo()
    monkeypatch.setattr("voorlichter.verify.web._LONGEST", -1)
    with pytest.raises(MachineError) as told:
        WebPlace(served.base).read("index.html")
    assert told.value.say == Say(
        f"{served.base}/ antwoordt te langzaam; na -1 seconden is gestopt",
        f"{served.base}/ answers too slowly; stopped after -1 seconds",
    )


def test_a_server_that_gives_no_answer_is_told_with_its_address() -> None:
    with pytest.raises(MachineError) as told:
        WebPlace("http://127.0.0.1:9/vp").read("index.html")
    assert told.value.say.en.startswith("http://127.0.0.1:9/vp/index.html gives no answer (")
    assert told.value.say.nl.startswith("http://127.0.0.1:9/vp/index.html geeft geen antwoord (")


# The whole


def words(verdict: SiteVerdict) -> dict[str, list[str]]:
    return {part.id: [line.what for line in part.lines] for part in verdict.parts}


def test_a_site_is_told_by_its_files_its_version_and_what_proves_them(site: Path) -> None:
    verdict = look_at(str(site), LookOrder())
    assert words(verdict) == {"files": ["count"], "version": ["version", "code"], "proof": ["unsigned"]}
    assert (verdict.shown, verdict.code, verdict.proven, verdict.is_right) == (str(site.resolve()), CODE, False, True)
    assert [part.title for part in verdict.parts][2] == Say("Bewijs", "Proof")
    (site / "manifest.json.sig").write_bytes(b"x")
    assert words(look_at(str(site), LookOrder()))["proof"] == ["not_looked_at"]


def test_a_copy_of_ones_own_is_what_a_site_is_held_against(site: Path, tmp_path: Path) -> None:
    own = lay(tmp_path / "own", whole())
    verdict = look_at(str(site), LookOrder(against=own))
    assert (words(verdict)["files"], words(verdict)["proof"]) == (["count", "own"], ["own_list"])
    assert (verdict.proven, verdict.is_right) == (True, True)
    assert verdict.parts[0].lines[-1].say.en == f"compared with {own}"
    lay(site, whole({**FILES, "index.html": b"other"}))
    (site / "manifest.json").write_bytes(listed({**FILES, "index.html": b"other"}, code="other-code"))
    changed = look_at(str(site), LookOrder(against=own))
    assert [(line.what, line.name) for line in changed.parts[0].lines if line.status == "wrong"] == [
        ("differs", "index.html"),
        ("differs", "manifest.json"),
    ]
    assert (changed.code, changed.proven, changed.is_right) == (CODE, True, False)


def test_where_known_signers_are_asked_for_a_site_without_their_signature_is_not_right(
    site: Path, tmp_path: Path
) -> None:
    signers = tmp_path / "signers"
    signers.write_text("", encoding="utf-8")
    verdict = look_at(str(site), LookOrder(signers=signers))
    assert (words(verdict)["proof"], verdict.proven, verdict.is_right) == (["not_signed"], False, False)
    with_copy = look_at(str(site), LookOrder(against=site, signers=signers))
    assert (words(with_copy)["proof"], with_copy.proven, with_copy.is_right) == (["not_signed"], True, False)
    (site / "manifest.json.sig").write_bytes(b"x" * (64 * 1024 + 1))
    assert words(look_at(str(site), LookOrder(signers=signers)))["proof"] == ["wrong_signature"]


def test_at_an_address_what_the_server_says_and_what_stands_beside_it_are_told_too(served: Served) -> None:
    served.answers = {f"/vp/{name}": bytes(data) for name, data in {**FILES, "manifest.json": listed()}.items()}
    verdict = look_at(f"{served.base}/vp/", LookOrder())
    assert list(words(verdict)) == ["files", "version", "proof", "server"]
    assert verdict.shown == f"{served.base}/vp/" and words(verdict)["files"] == ["count", "uncounted"]
    assert verdict.is_right
    served.answers["/vp.previous/manifest.json"] = b"{}"
    beside = look_at(f"{served.base}/vp/", LookOrder())
    [wrong] = [line for line in beside.parts[0].lines if line.status == "wrong"]
    assert (wrong.what, wrong.name) == ("extra", f"{served.base}/vp.previous/manifest.json")
    assert wrong.say == Say(
        "hier staat nog een vorige versie, met wat daarin is weggehaald; haal die map van de server",
        "a previous version still stands here, with what was withdrawn from it; take that folder off the server",
    )


def test_the_outcome_is_one_page_that_says_of_each_line_how_grave_it_is() -> None:
    lines = (
        Line("right", "count", Say("4 van de 4", "4 of the 4")),
        Line("wrong", "extra", Say("hoort niet bij <de site>", "does not belong to <the site>"), "a&b.js"),
        Line("note", "version", Say("versie", "version")),
    )
    verdict = SiteVerdict(
        "https://x.example/?<", CODE, False, (Chapter("files", Say("Bestanden", "Files & more"), lines),)
    )
    dutch, english = (render_page(verdict, language, date(2026, 11, 2)) for language in ("nl", "en"))  # type: ignore[arg-type]
    assert "<h1>Checked: the website of the confidential advisor</h1>" in english
    assert "<title>Gecontroleerd: de website van de vertrouwenspersoon</title>" in dutch
    assert "<p><b>https://x.example/?&lt;</b>, 2026-11-02</p>" in english
    assert '<p class="conclusion wrong">What stands here is not what was made.</p>' in english
    assert '<p class="conclusion wrong">Hier staat niet wat gemaakt is.</p>' in dutch
    assert (
        "<h2>Files &amp; more</h2>\n<ul>\n"
        '<li class="right"><span>right</span> <div>4 of the 4</div></li>\n'
        '<li class="wrong"><span>not right</span> <div><code>a&amp;b.js</code>: does not belong to &lt;the site&gt;</div></li>\n'
        '<li class="note"><span>note</span> <div>version</div></li>\n'
        "</ul>\n</main>"
    ) in english
    assert "<span>klopt</span>" in dutch and "<span>klopt niet</span>" in dutch and "<span>ter info</span>" in dutch
    sound = SiteVerdict("x", None, True, (Chapter("files", Say("Bestanden", "Files"), lines[:1]),))
    assert '<p class="conclusion right">' in render_page(sound, "nl", date(2026, 11, 2))
    assert "default-src 'none'; style-src 'sha256-" in dutch and "base-uri 'none'; form-action 'none'" in dutch


@pytest.mark.parametrize(
    ("to", "told"),
    [
        ("/één.html", r"BASE/\xe9\xe9n.html"),
        ("/a b.html", "BASE/a b.html"),
        ("/\x01.html", r"BASE/\x01.html"),
        ("http://[", "http://["),
        ("//[/x", "//[/x"),
        ("http://127.0.0.1:x/", "http://127.0.0.1:x/"),
    ],
)
def test_what_leads_to_what_is_no_address_is_told_and_not_asked(served: Served, to: str, told: str) -> None:
    served.answers["/index.html"] = (302, {"Location": to}, b"")
    found = WebPlace(served.base).read("index.html")
    shown = told.replace("BASE", served.base)
    assert found == Answered(why=Say(f"de server stuurt door naar {shown}", f"the server leads on to {shown}"))
    assert len(served.asked) == 1


def test_how_grave_it_is_that_a_list_is_proven_or_not() -> None:
    lines = (NO_PROOF, OWN_COPY, NOT_LOOKED_AT, NOT_SIGNED, WRONG_SIGNATURE, signed_by("noor", "ED25519 key"))
    assert [(line.status, line.what, line.name) for line in lines] == [
        ("note", "unsigned", ""),
        ("right", "own_list", ""),
        ("note", "not_looked_at", ""),
        ("wrong", "not_signed", ""),
        ("wrong", "wrong_signature", ""),
        ("right", "signed", ""),
    ]
