"""What is said to a server for WebDAV and what comes of each of its answers: a small one on this computer, that answers as servers of other kinds do."""

from __future__ import annotations

import base64
import threading
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import unquote, urlsplit
from xml.sax.saxutils import escape

import pytest
from file_keyring import FileKeyring
from test_folder import site

from voorlichter.problems import InputError, MachineError
from voorlichter.publish.passwords import Account, NoPasswordError, Passwords, using
from voorlichter.publish.places.webdav import WebDav, account_of, find
from voorlichter.publish.port import ON_ITS_WAY, Journal, Outgoing
from voorlichter.workspace import MANIFEST, Workspace


@dataclass
class Asked:
    """One request as it came in; `name` below the place."""

    method: str
    name: str
    headers: dict[str, str]

    @property
    def signed(self) -> str | None:
        scheme, _, told = self.headers.get("authorization", "").partition(" ")
        return base64.b64decode(told).decode() if scheme == "Basic" else None


@dataclass
class Cloud:
    """What it has, by path below its root; a folder is None. `answers` are given in the place of what it would do."""

    port: int = 0
    has: dict[str, bytes | None] = field(default_factory=lambda: {"dav": None, "dav/vp": None})
    asked: list[Asked] = field(default_factory=list)
    answers: dict[tuple[str, str], tuple[int, dict[str, str], bytes]] = field(default_factory=dict)
    password: str | None = None
    modified: str = "Mon, 02 Nov 2026 10:00:00 GMT"
    held: threading.Event = field(default_factory=threading.Event)
    """Set where nobody waits for an answer any more."""

    @property
    def place(self) -> WebDav:
        return WebDav(f"http://127.0.0.1:{self.port}", None, "dav/vp")

    @property
    def files(self) -> dict[str, bytes]:
        """Of the place."""
        return {name.removeprefix("dav/vp/"): data for name, data in self.has.items() if data is not None}

    def lay(self, files: dict[str, bytes]) -> None:
        for name, data in files.items():
            parts = f"dav/vp/{name}".split("/")
            self.has |= {"/".join(parts[:end]): None for end in range(1, len(parts))}
            self.has["/".join(parts)] = data

    def said(self, *methods: str) -> list[str]:
        return [f"{one.method} {one.name}".strip() for one in self.asked if not methods or one.method in methods]

    def answer(self, method: str, path: str, headers: dict[str, str], data: bytes) -> tuple[int, dict[str, str], bytes]:
        inside, above = path in self.has, path.rpartition("/")[0]
        if method == "GET":
            found = self.has.get(path)
            return (404, {}, b"") if found is None else (200, {"Last-Modified": self.modified}, found)
        if method == "PROPFIND":
            if not inside:
                return 404, {}, b""
            deep = headers.get("depth") == "1"
            told = [path, *(name for name in self.has if deep and name.rpartition("/")[0] == path)]
            return 207, {}, self._listed(told).encode()
        if method == "DELETE":
            gone = [name for name in self.has if f"{name}/".startswith(f"{path}/")]
            for name in gone:
                del self.has[name]
            return (204 if gone else 404), {}, b""
        if above and above not in self.has:
            return 409, {}, b""
        if method == "MKCOL":
            if inside:
                return 405, {}, b""
            self.has[path] = None
            return 201, {}, b""
        if method == "PUT":
            self.has[path] = data
            return 201, {}, b""
        assert method == "MOVE" and headers["overwrite"] == "T"
        self.has[unquote(urlsplit(headers["destination"]).path).strip("/")] = self.has.pop(path)
        return 201, {}, b""

    def _listed(self, names: list[str]) -> str:
        kinds = [(name, "<D:collection/>" if self.has[name] is None else "") for name in names]
        told = "".join(
            f"<D:response><D:href>/{escape(name)}</D:href><D:propstat><D:prop><D:resourcetype>{kind}</D:resourcetype>"
            "</D:prop></D:propstat></D:response>"
            for name, kind in kinds
        )
        return f'<D:multistatus xmlns:D="DAV:">{told}</D:multistatus>'


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    wbufsize = -1
    disable_nagle_algorithm = True

    def log_message(self, format: str, *args: object) -> None: ...

    def _any(self) -> None:
        cloud: Cloud = self.server.cloud  # type: ignore[attr-defined]
        data = self.rfile.read(int(self.headers.get("Content-Length") or 0))
        path = unquote(self.path).strip("/")
        headers = {name.lower(): value for name, value in self.headers.items()}
        asked = Asked(self.command, path.removeprefix("dav/vp").strip("/"), headers)
        cloud.asked.append(asked)
        known = cloud.answers.get((self.command, asked.name)) or cloud.answers.get((self.command, "*"))
        if known and known[0] == 0:
            cloud.held.wait(10)
            known = None
        if cloud.password is not None and asked.signed != cloud.password:
            known = (401, {"WWW-Authenticate": 'Basic realm="dav"'}, b"")
        code, more, body = known or cloud.answer(self.command, path, headers, data)
        with suppress(OSError):
            self.send_response(code)
            for name, value in more.items():
                self.send_header(name, value)
            if code != 204:
                self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body if code != 204 else b"")

    do_GET = do_PROPFIND = do_PUT = do_MOVE = do_DELETE = do_MKCOL = _any  # noqa: N815


@pytest.fixture(scope="module")
def server() -> Iterator[ThreadingHTTPServer]:
    with ThreadingHTTPServer(("127.0.0.1", 0), _Handler) as server:
        server.daemon_threads = True
        thread = threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True)
        thread.start()
        yield server
        server.shutdown()


@pytest.fixture
def cloud(server: ThreadingHTTPServer) -> Iterator[Cloud]:
    cloud = Cloud(server.server_address[1])
    server.cloud = cloud  # type: ignore[attr-defined]
    yield cloud
    cloud.held.set()


@pytest.fixture
def journal(tmp_path: Path) -> Journal:
    return Journal(tmp_path / "under-way.json")


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    return Workspace(tmp_path / "own", tmp_path / "defaults")


def put(cloud: Cloud, files: dict[str, bytes], journal: Journal, ours: frozenset[str] = frozenset()) -> None:
    assert cloud.place.put(Outgoing("zeester", files, dict), ours, journal) == ()


def refused(cloud: Cloud, journal: Journal, files: dict[str, bytes] | None = None) -> tuple[str, str]:
    with pytest.raises(MachineError) as told:
        put(cloud, files or site("1"), journal)
    return told.value.say.en, told.value.say.nl


def test_a_first_site_is_sent_file_by_file_each_beside_its_name_first_and_the_manifest_last(
    cloud: Cloud, journal: Journal
) -> None:
    put(cloud, site("1", **{"wie.html": "Noor", "en/deep/page.html": "page"}), journal)
    assert cloud.files == site("1", **{"wie.html": "Noor", "en/deep/page.html": "page"})
    sent = ["assets/site.css", "en/deep/page.html", "wie.html", "index.html", MANIFEST]
    assert cloud.said("PUT", "MOVE") == [
        said for name in sent for said in (f"PUT {name}{ON_ITS_WAY}", f"MOVE {name}{ON_ITS_WAY}")
    ]
    assert cloud.said("MKCOL") == ["MKCOL", "MKCOL assets", "MKCOL en", "MKCOL en/deep"]
    assert cloud.said()[0] == f"GET {MANIFEST}" and cloud.said("DELETE") == []
    assert journal.names() == frozenset()


def test_a_correction_sends_what_changed_alone_and_takes_away_what_is_gone(cloud: Cloud, journal: Journal) -> None:
    first, second = site("1", **{"old.html": "old", "wie.html": "Noor"}), site("2", **{"wie.html": "Noor"})
    cloud.lay({**first, "theirs.txt": b"theirs", f"old.html{ON_ITS_WAY}": b"broken off"})
    put(cloud, second, journal, frozenset(first))
    assert cloud.files == {**second, "theirs.txt": b"theirs"}
    assert cloud.said("PUT") == [f"PUT index.html{ON_ITS_WAY}", f"PUT {MANIFEST}{ON_ITS_WAY}"]
    assert cloud.said("DELETE") == ["DELETE old.html", f"DELETE old.html{ON_ITS_WAY}"]
    assert cloud.said("MKCOL") == ["MKCOL"], "no folder is made in which nothing changes"


def test_what_broke_off_before_is_sent_whole_whatever_the_manifest_there_says(cloud: Cloud, journal: Journal) -> None:
    cloud.lay({**site("1"), "index.html": b"half of it"})
    journal.begin(site("1"))
    put(cloud, site("1"), journal, frozenset(site("1")))
    assert cloud.files == site("1") and len(cloud.said("PUT")) == len(site("1"))
    assert cloud.said("GET") == [], "what stands there is not asked"


def test_what_is_under_way_is_written_down_until_all_of_it_is_there(cloud: Cloud, journal: Journal) -> None:
    cloud.answers["PUT", f"index.html{ON_ITS_WAY}"] = (507, {}, b"")
    refused(cloud, journal)
    assert journal.names() == site("1").keys()
    assert MANIFEST not in cloud.files and "assets/site.css" in cloud.files
    cloud.answers.clear()
    put(cloud, site("1"), journal, frozenset(site("1")))
    assert cloud.files == site("1") and journal.names() == frozenset()


def test_a_place_that_is_not_there_is_made_with_what_it_stands_in(cloud: Cloud, journal: Journal) -> None:
    cloud.has.clear()
    put(cloud, site("1"), journal)
    assert cloud.files == site("1")
    assert cloud.said("MKCOL") == ["MKCOL", "MKCOL dav", "MKCOL", "MKCOL assets"]


def test_each_request_says_how_it_is_meant(cloud: Cloud, journal: Journal, workspace: Workspace) -> None:
    cloud.place.check(workspace, journal)
    put(cloud, site("1", **{"een naam.html": "x"}), journal)
    assert {one.headers["cache-control"] for one in cloud.asked} == {"no-cache"}
    assert [one.headers.get("depth") for one in cloud.asked if one.method == "PROPFIND"] == ["1"]
    moved = next(one for one in cloud.asked if one.name == f"een naam.html{ON_ITS_WAY}" and one.method == "MOVE")
    assert moved.headers["destination"] == f"http://127.0.0.1:{cloud.port}/dav/vp/een%20naam.html"
    assert moved.headers["overwrite"] == "T"


# What may be there


def test_an_empty_folder_and_none_may_be_published_to(cloud: Cloud, journal: Journal, workspace: Workspace) -> None:
    cloud.place.check(workspace, journal)
    cloud.has.clear()
    cloud.place.check(workspace, journal)
    assert cloud.said() == [f"GET {MANIFEST}", "PROPFIND"] * 2


@pytest.mark.parametrize("theirs", ["index.html", "sub/x"])
def test_a_folder_with_something_of_others_in_it_is_refused_until_a_site_of_ours_stands_there(
    cloud: Cloud, journal: Journal, workspace: Workspace, theirs: str
) -> None:
    cloud.lay({theirs: b"theirs"})
    with pytest.raises(InputError, match="something stands here that voorlichter did not make"):
        cloud.place.check(workspace, journal)
    cloud.lay({MANIFEST: b"{}"})
    with pytest.raises(InputError, match="did not make"):
        cloud.place.check(workspace, journal)
    cloud.lay(site("1"))
    cloud.place.check(workspace, journal)


def test_where_we_broke_off_nothing_is_asked(cloud: Cloud, journal: Journal, workspace: Workspace) -> None:
    cloud.lay({"index.html": b"half"})
    journal.begin(["index.html"])
    cloud.place.check(workspace, journal)
    assert cloud.asked == []


@pytest.mark.parametrize(
    ("there", "taken"),
    [
        ({}, []),
        ({"new.html": b"theirs"}, ["new.html"]),
        ({"new.html/x": b"theirs"}, ["new.html"]),
        ({"en": b"a file"}, ["en"]),
        ({"en/theirs.txt": b"theirs"}, []),
        ({"en/deep/page.html": b"theirs"}, ["en/deep/page.html"]),
        ({"en/deep": b"a file"}, ["en/deep"]),
        ({"en": b"a file", "new.html": b"theirs"}, ["en", "new.html"]),
        ({"english": b"theirs", "en2/page.html": b"theirs"}, []),
    ],
    ids=str,
)
def test_a_name_that_somebody_else_has_is_told_and_nothing_is_sent(
    cloud: Cloud, journal: Journal, there: dict[str, bytes], taken: list[str]
) -> None:
    cloud.lay({**site("1"), **there})
    before = cloud.files
    files = site("2", **{"new.html": "ours", "en/index.html": "ours", "en/deep/page.html": "ours"})
    if not taken:
        put(cloud, files, journal, frozenset(site("1")))
        assert cloud.files == {**there, **files}
        return
    with pytest.raises(InputError) as told:
        put(cloud, files, journal, frozenset(site("1")))
    root = f"{cloud.place}".replace("//", "/")
    assert [one.mark.path.as_posix().removeprefix(f"{root}/") for one in told.value.problems] == taken
    assert cloud.files == before and journal.names() == frozenset()
    assert not cloud.said("PUT", "MOVE", "MKCOL", "DELETE")


def test_names_that_are_ours_already_are_asked_of_nobody(cloud: Cloud, journal: Journal) -> None:
    first = site("1", **{"en/index.html": "ours"})
    cloud.lay(first)
    put(cloud, site("2", **{"en/index.html": "new", "en/more.html": "new"}), journal, frozenset(first))
    assert cloud.said("PROPFIND") == ["PROPFIND en/more.html"]
    assert [one.headers["depth"] for one in cloud.asked if one.method == "PROPFIND"] == ["0"]


# What stands there


def test_what_stands_there_is_read_with_the_moment_it_was_put_there(cloud: Cloud) -> None:
    assert cloud.place.standing() is None
    cloud.lay(site("1"))
    standing = cloud.place.standing()
    assert standing and standing.manifest == site("1")[MANIFEST] and standing.since
    assert (
        standing.since.isoformat(timespec="minutes").startswith("2026-11-0")
        and standing.since.timestamp() == 1793613600
    )
    assert standing.since.tzinfo is not None
    for odd in (b"<html>", b"[]", b"null", b"{}", b"[" * 100_000):
        cloud.lay({MANIFEST: odd})
        assert cloud.place.standing() is None


@pytest.mark.parametrize("said", ["", "gisteren", "99"])
def test_a_moment_that_nobody_understands_is_none(cloud: Cloud, said: str) -> None:
    cloud.lay(site("1"))
    cloud.modified = said
    standing = cloud.place.standing()
    assert standing and standing.since is None


def test_files_are_read_by_name_and_those_that_are_not_there_left_out(cloud: Cloud) -> None:
    cloud.lay({"a.html": b"a", "sub/b.css": b"", "een naam#?.txt": b"n"})
    names = ("a.html", "sub/b.css", "gone.html", "een naam#?.txt")
    assert cloud.place.read(names) == {"a.html": b"a", "sub/b.css": b"", "een naam#?.txt": b"n"}
    assert cloud.place.read(()) == {} and not cloud.place.is_near


# What a server may answer


@pytest.mark.parametrize(
    ("method", "code"),
    [("PUT", 200), ("PUT", 201), ("PUT", 204), ("MOVE", 201), ("MOVE", 204), ("MKCOL", 201), ("MKCOL", 405)],
)
def test_every_way_in_which_a_server_says_yes_is_one(cloud: Cloud, journal: Journal, method: str, code: int) -> None:
    cloud.lay({"assets/x": b""})
    cloud.answers[method, "*"] = (code, {}, b"")
    if method == "PUT":
        cloud.answers["MOVE", "*"] = (201, {}, b"")
    put(cloud, site("1"), journal)
    assert journal.names() == frozenset()


@pytest.mark.parametrize("code", [200, 204, 404])
def test_what_is_gone_is_gone_however_a_server_says_so(cloud: Cloud, journal: Journal, code: int) -> None:
    cloud.answers["DELETE", "*"] = (code, {}, b"")
    put(cloud, site("1"), journal, frozenset({"old.html"}))
    assert cloud.said("DELETE") == ["DELETE old.html", f"DELETE old.html{ON_ITS_WAY}"]


NO_WEBDAV = "there is no WebDAV here. Nextcloud shows the address under Files settings, WebDAV."
GEEN_WEBDAV = "hier is geen WebDAV. Bij Nextcloud staat het adres onder Bestandsinstellingen, WebDAV."
WHY = {
    400: ("answer 400", "antwoord 400"),
    403: ("you may not write here", "u mag hier niet schrijven"),
    409: ("the folder that holds this is not there", "de map waarin dit staat, is er niet"),
    423: ("somebody has locked this", "iemand heeft dit op slot gezet"),
    500: ("answer 500", "antwoord 500"),
    507: ("the disk is full", "de schijf is vol"),
}
HALF_WAY = " Sending broke off half way; part of the site may be new already. Publish again; then it is whole again."
HALVERWEGE = " Het versturen is halverwege afgebroken; een deel van de site kan al nieuw zijn. Publiceer opnieuw; dan wordt zij weer één geheel."


@pytest.mark.parametrize("code", WHY)
def test_a_refusal_before_anything_is_sent_says_why_and_that_nothing_changed(
    cloud: Cloud, journal: Journal, code: int
) -> None:
    cloud.answers["GET", MANIFEST] = (code, {}, b"")
    en, nl = WHY[code]
    assert refused(cloud, journal) == (
        f"{cloud.place}: the server refuses ({en}). Nothing has changed.",
        f"{cloud.place}: de server weigert ({nl}). Er is niets veranderd.",
    )
    assert journal.names() == frozenset()


@pytest.mark.parametrize("code", WHY)
@pytest.mark.parametrize("method", ["PUT", "MOVE"])
def test_a_refusal_half_way_says_that_part_may_be_new(cloud: Cloud, journal: Journal, method: str, code: int) -> None:
    cloud.answers[method, "*"] = (code, {}, b"")
    en, nl = WHY[code]
    assert refused(cloud, journal) == (
        f"{cloud.place}: the server refuses ({en}).{HALF_WAY}",
        f"{cloud.place}: de server weigert ({nl}).{HALVERWEGE}",
    )


@pytest.mark.parametrize(
    ("method", "code"), [("GET", 405), ("GET", 501), ("PROPFIND", 200), ("PROPFIND", 405), ("PROPFIND", 501)]
)
def test_a_server_without_webdav_is_told_by_any_of_its_answers(
    cloud: Cloud, journal: Journal, workspace: Workspace, method: str, code: int
) -> None:
    cloud.answers[method, "*"] = (code, {}, b"<html>a page</html>")
    with pytest.raises(MachineError) as told:
        cloud.place.check(workspace, journal)
    assert (told.value.say.en, told.value.say.nl) == (f"{cloud.place}: {NO_WEBDAV}", f"{cloud.place}: {GEEN_WEBDAV}")


def test_a_folder_that_may_not_be_looked_at_is_no_server_without_webdav(
    cloud: Cloud, journal: Journal, workspace: Workspace
) -> None:
    cloud.answers["PROPFIND", "*"] = (403, {}, b"")
    with pytest.raises(MachineError, match="you may not write here"):
        cloud.place.check(workspace, journal)


@pytest.mark.parametrize("body", [b"", b"not xml", b'<!DOCTYPE x [<!ENTITY a "b">]><x>&a;</x>'])
def test_an_answer_that_is_no_list_of_files_is_no_webdav(
    cloud: Cloud, journal: Journal, workspace: Workspace, body: bytes
) -> None:
    cloud.answers["PROPFIND", "*"] = (207, {}, body)
    with pytest.raises(MachineError, match="no WebDAV here"):
        cloud.place.check(workspace, journal)


def test_an_address_that_leads_on_is_told_and_not_followed(cloud: Cloud, journal: Journal) -> None:
    cloud.answers["GET", "*"] = (301, {"Location": "https://elders.example/dav\x1b"}, b"")
    en, nl = refused(cloud, journal)
    assert en.startswith(f"{cloud.place}: this address leads on to https://elders.example/dav") and "\x1b" not in en
    assert en.endswith(". Publish to that one, if it is right.")
    assert nl.startswith(f"{cloud.place}: dit adres leidt verder naar https://elders.example/dav")
    assert nl.endswith(". Publiceer daarheen, als dat klopt.")
    assert len(cloud.asked) == 1


def test_a_folder_that_cannot_be_made_ends_it(cloud: Cloud, journal: Journal) -> None:
    cloud.answers["MKCOL", "assets"] = (409, {}, b"")
    en, _ = refused(cloud, journal)
    assert en == f"{cloud.place}: the server refuses (the folder that holds this is not there).{HALF_WAY}"
    assert cloud.said("MKCOL") == ["MKCOL", "MKCOL assets", "MKCOL dav", "MKCOL assets"]


# Who we are


def test_without_a_name_no_password_goes_along_though_a_file_of_the_system_has_one(
    cloud: Cloud, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "netrc").write_text("machine 127.0.0.1 login noor password geheim-5\n", encoding="utf-8")
    monkeypatch.setenv("NETRC", str(tmp_path / "netrc"))
    assert cloud.place.standing() is None
    assert [one.headers.get("authorization") for one in cloud.asked] == [None]
    cloud.password = "noor:geheim-5"
    with pytest.raises(MachineError) as told:
        cloud.place.standing()
    assert told.value.say.en == (
        f"{cloud.place}: the server wants to know who you are. Write your name in the address: https://NAME@SERVER/FOLDER"
    )
    assert told.value.say.nl.endswith("Schrijf uw naam in het adres: https://NAAM@SERVER/MAP")


def test_a_name_and_a_password_are_sent_as_they_are_written(cloud: Cloud) -> None:
    cloud.password = "noor@praktijk.example:wachtwoord-é:1"
    place = WebDav(cloud.place.server, "noor@praktijk.example", "dav/vp")
    with using(Passwords(lambda account, wrong: "wachtwoord-é:1")):
        assert place.read(["a.html"]) == {}
    assert account_of(place) == Account(place.server, "noor@praktijk.example")
    assert account_of(cloud.place) is None and account_of("www") is None


def test_a_wrong_password_is_asked_for_again_with_the_account_it_is_of(cloud: Cloud) -> None:
    cloud.password = "noor:right"
    place, asked = WebDav(cloud.place.server, "noor", "dav/vp"), list[tuple[Account, bool]]()

    def ask(account: Account, wrong: bool) -> str:
        asked.append((account, wrong))
        return ["wrong", "right"][len(asked) - 1] if len(asked) < 3 else "right"

    with using(Passwords(ask)):
        assert place.standing() is None
        assert place.standing() is None, "and what was right is not asked for again"
    assert asked == [(account_of(place), False), (account_of(place), True)]
    cloud.password = "noor:changed"
    with using(Passwords(lambda account, wrong: "wrong")), pytest.raises(NoPasswordError) as told:
        place.standing()
    assert (told.value.account, told.value.wrong) == (account_of(place), True)


def test_a_password_that_let_us_in_is_kept_with_the_account_it_is_of(
    cloud: Cloud, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("FILE_KEYRING", str(tmp_path / "keyring"))
    monkeypatch.setattr("keyring.core._keyring_backend", FileKeyring())
    cloud.password, place = "noor:right", WebDav(cloud.place.server, "noor", "dav/vp")
    account, typed = Account(place.server, "noor"), iter(["wrong", "right"])
    with using(Passwords(lambda *_: next(typed), remember=True)):
        assert place.standing() is None
    assert FileKeyring().get_password(account.service, account.user) == "right"


# A server that is not there


def test_why_a_server_cannot_be_reached_is_told(cloud: Cloud, monkeypatch: pytest.MonkeyPatch) -> None:
    closed = WebDav(f"https://127.0.0.1:{cloud.port}", None, "vp")
    gone = WebDav("http://127.0.0.1:9", None, "vp")
    monkeypatch.setattr("voorlichter.publish.places.webdav._PATIENCE", (5, 0.05))
    cloud.answers["GET", "*"] = (0, {}, b"")
    told = {}
    for place in (closed, gone, cloud.place):
        with pytest.raises(MachineError) as refused:
            place.standing()
        told[str(place)] = refused.value.say
    assert told[str(closed)].en == (
        f"{closed}: the certificate of the server is not right; where your organisation has one of its own, "
        "name it in REQUESTS_CA_BUNDLE. Nothing has changed."
    )
    assert told[str(gone)].en == f"{gone}: the server cannot be reached. Nothing has changed."
    assert told[str(gone)].nl == f"{gone}: de server is niet te bereiken. Er is niets veranderd."
    assert told[str(cloud.place)].en == f"{cloud.place}: the server does not answer. Nothing has changed."
    assert told[str(cloud.place)].nl == f"{cloud.place}: de server antwoordt niet. Er is niets veranderd."


# How an address is written


@pytest.mark.parametrize(
    ("written", "server", "user", "path"),
    [
        ("https://cloud.example/vp", "https://cloud.example", None, "vp"),
        ("HTTPS://cloud.example/vp", "https://cloud.example", None, "vp"),
        ("  https://cloud.example/vp//", None, None, ""),
        ("https://cloud.example/vp/ ", "https://cloud.example", None, "vp"),
        ("https://cloud.example//vp//", "https://cloud.example", None, "vp"),
        ("https://cloud.example/Xmap/mapX/", "https://cloud.example", None, "Xmap/mapX"),
        ("https://cloud.example:8443/a%20b/c", "https://cloud.example:8443", None, "a b/c"),
        ("https://noor%2Fsam@cloud.example/vp", "https://cloud.example", "noor/sam", "vp"),
        ("https://@cloud.example/vp", "https://cloud.example", None, "vp"),
        ("http://localhost/vp", "http://localhost", None, "vp"),
        ("http://127.0.0.1:8080/vp", "http://127.0.0.1:8080", None, "vp"),
        ("http://[::1]:8080/vp", "http://[::1]:8080", None, "vp"),
        ("https://[2001:db8::1]/vp", "https://[2001:db8::1]", None, "vp"),
        ("https://notsharepoint.com/vp", "https://notsharepoint.com", None, "vp"),
        ("https://sharepoint.com.cloud.example/vp", "https://sharepoint.com.cloud.example", None, "vp"),
    ],
)
def test_an_address_is_read_as_server_name_and_path(
    written: str, server: str | None, user: str | None, path: str
) -> None:
    assert find(written, Path("/")) == (WebDav(server, user, path) if server else None)


def test_a_name_is_written_so_that_it_ends_where_the_server_begins() -> None:
    place = WebDav("https://cloud.example", "noor/sam@x", "a b/c")
    assert str(place) == "https://noor%2Fsam%40x@cloud.example/a%20b/c"
    assert find(str(place), Path("/")) == place


@pytest.mark.parametrize(
    "written", ["www", "sftp://cloud.example/vp", "https:/cloud.example", "C:\\www", "httpsx://a/b"]
)
def test_what_is_written_otherwise_is_of_another_kind(written: str) -> None:
    assert find(written, Path("/")) is None


@pytest.mark.parametrize(
    ("written", "fix"),
    [
        (
            "https://cloud.example/vp?x=1",
            "write https://NAME@SERVER/FOLDER, for Nextcloud https://NAME@SERVER/remote.php/dav/files/NAME/FOLDER",
        ),
        ("https://cloud.example/a/./b", "write https://NAME@SERVER/FOLDER, for Nextcloud"),
        ("https://cloud.example/a//b", "write https://NAME@SERVER/FOLDER, for Nextcloud"),
        ("https://cloud.example/a%5Cb", "write https://NAME@SERVER/FOLDER, for Nextcloud"),
        ("https://cloud.example/a%0Ab", "write https://NAME@SERVER/FOLDER, for Nextcloud"),
        ("https://cloud.example/vp\x07", "write https://NAME@SERVER/FOLDER, for Nextcloud"),
        ("https://cloud.example/", "write https://NAME@SERVER/FOLDER, for Nextcloud"),
        ("https:///vp", "write https://NAME@SERVER/FOLDER, for Nextcloud"),
        ("https://cloud..example/vp", "write https://NAME@SERVER/FOLDER, for Nextcloud"),
        ("https://.example/vp", "write https://NAME@SERVER/FOLDER, for Nextcloud"),
        (f"https://{'x' * 64}.example/vp", "write https://NAME@SERVER/FOLDER, for Nextcloud"),
        ("https://[cloud.example/vp", "write https://NAME@SERVER/FOLDER, for Nextcloud"),
        ("https://noor:x@cloud.example/vp", "; voorlichter then asks for it"),
        ("http://cloud.example/vp", "write the address with https://"),
        ("http://localhost.cloud.example/vp", "write the address with https://"),
        ("https://ZEESTER.SharePoint.com/vp", "put the site elsewhere;"),
    ],
)
def test_what_to_write_in_place_of_an_address_is_told(written: str, fix: str) -> None:
    with pytest.raises(InputError) as told:
        find(written, Path("/work"))
    [problem] = told.value.problems
    assert fix in problem.fix.en and problem.mark.path == Path("/work") and problem.where == ""
    assert problem.message.nl != problem.message.en
