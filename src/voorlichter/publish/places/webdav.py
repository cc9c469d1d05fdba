"""A folder on a server that is reached by WebDAV, such as Nextcloud: filled as a mount is, the manifest last, whole again at the next run.

Written `https://USER@HOST/PATH`. The password is asked for or comes from the system's keyring; an address that holds one is refused.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Set
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from email.utils import parsedate_to_datetime
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import quote, unquote, urlsplit

from defusedxml.ElementTree import ParseError, fromstring

from voorlichter.problems import InputError, MachineError, Mark, Problem, Say, printable
from voorlichter.publish.built import hashes_in, names_in
from voorlichter.publish.passwords import Account, passwords_in_use
from voorlichter.publish.port import ON_ITS_WAY, Journal, Outgoing, Standing, manifest_last, name_taken, not_ours
from voorlichter.workspace import MANIFEST, Workspace

if TYPE_CHECKING:
    from requests import PreparedRequest, Response, Session
    from requests.auth import HTTPBasicAuth

RANK = 4
_LOOPBACK = ("127.0.0.1", "localhost", "::1")
_PATIENCE = (15, 120)
"""Seconds to be let in, and between two answers."""


@dataclass(frozen=True, slots=True)
class WebDav:
    """`server` as its address begins; `path` as people read it, without a slash at either end."""

    server: str
    user: str | None
    path: str

    def __str__(self) -> str:
        scheme, _, host = self.server.partition("://")
        whom = f"{quote(self.user, safe='')}@" if self.user else ""
        return f"{scheme}://{whom}{host}/{quote(self.path)}"

    @property
    def is_near(self) -> bool:
        return False

    def check(self, workspace: Workspace, journal: Journal) -> None:
        if journal.names():
            return
        with self._talk() as server:
            if server.standing() is None and server.holds_something():
                raise InputError([not_ours(self)])

    def standing(self) -> Standing | None:
        with self._talk() as server:
            return server.standing()

    def read(self, names: Iterable[str]) -> dict[str, bytes]:
        with self._talk() as server:
            found = {name: server.get(name) for name in names}
        return {name: response.content for name, response in found.items() if response is not None}

    def put(self, site: Outgoing, ours: Set[str], journal: Journal) -> tuple[str, ...]:
        with self._talk() as server:
            standing = None if journal.names() else server.standing()
            known = hashes_in(standing.manifest) if standing else {}
            new = hashes_in(site.files[MANIFEST])
            changed = [name for name in manifest_last(site.files) if name == MANIFEST or new[name] != known.get(name)]
            if ours and (taken := server.taken(site.files, ours)):
                raise InputError([name_taken(Path(f"{self}/{name}")) for name in taken])
            gone = sorted(ours - site.files.keys())
            server.make_folder("")
            journal.begin(site.files)
            try:
                for folder in _folders(changed):
                    server.make_folder(folder)
                for name in changed:
                    server.replace(name, site.files[name])
                for name in gone:
                    server.remove(name)
                    server.remove(name + ON_ITS_WAY)
            except MachineError as error:
                raise MachineError(_half_way(error.say)) from error
            journal.end()
        return ()

    @contextmanager
    def _talk(self) -> Iterator[_Talk]:
        try:
            import requests
        except ModuleNotFoundError as error:
            raise MachineError(_NO_EXTRA) from error
        with requests.Session() as session:
            yield _Talk(self, session)


@dataclass(frozen=True, slots=True)
class _Talk:
    """A conversation with the server of a place. All raise MachineError with what it says."""

    place: WebDav
    session: Session

    def standing(self) -> Standing | None:
        response = self.get(MANIFEST)
        if response is None or not names_in(response.content):
            return None
        return Standing(response.content, _moment(response.headers.get("Last-Modified", "")))

    def get(self, name: str) -> Response | None:
        response = self._send("GET", name, (200, 404))
        return response if response.status_code == 200 else None

    def holds_something(self) -> bool:
        response = self._send("PROPFIND", "", (207, 404), {"Depth": "1"})
        return response.status_code == 207 and len(self._told(response)) > 1

    def taken(self, needed: Iterable[str], ours: Set[str]) -> list[str]:
        """What of others has a name we need: as a file, or as a file where we need a folder."""
        new = sorted(set(needed) - ours)
        folders = [name for name in _folders(new) if name not in _folders(ours)]
        taken: list[str] = []
        for name in (*folders, *new):
            below = any(name.startswith(f"{file}/") for file in taken)
            if not below and self._kind(name) in (("file",) if name in folders else ("file", "folder")):
                taken.append(name)
        return taken

    def make_folder(self, name: str) -> None:
        """And what it stands in."""
        if self._send("MKCOL", name, (201, 405, 409)).status_code == 409:
            _Talk(_parent(self.place), self.session).make_folder("")
            self._send("MKCOL", name, (201,))

    def replace(self, name: str, data: bytes) -> None:
        """Whole: beside its name first."""
        self._send("PUT", name + ON_ITS_WAY, (200, 201, 204), data=data)
        there = {"Destination": self._address(name), "Overwrite": "T"}
        self._send("MOVE", name + ON_ITS_WAY, (201, 204), there)

    def remove(self, name: str) -> None:
        self._send("DELETE", name, (200, 204, 404))

    def _kind(self, name: str) -> str | None:
        response = self._send("PROPFIND", name, (207, 404), {"Depth": "0"})
        if response.status_code == 404:
            return None
        return "folder" if any(self._told(response)) else "file"

    def _told(self, response: Response) -> list[bool]:
        """Of each that the answer tells of, whether it is a folder."""
        try:
            told = fromstring(response.content).findall("{DAV:}response")
        except (ParseError, ValueError) as error:
            raise MachineError(_no_webdav(self.place)) from error
        return [one.find(".//{DAV:}resourcetype/{DAV:}collection") is not None for one in told]

    def _address(self, name: str) -> str:
        path = "/".join(part for part in (self.place.path, name) if part)
        return f"{self.place.server}/{quote(path)}"

    def _send(
        self,
        method: str,
        name: str,
        expected: tuple[int, ...],
        headers: dict[str, str] | None = None,
        data: bytes | None = None,
    ) -> Response:
        import requests

        passwords, account = passwords_in_use(), self._account()
        while True:
            password = passwords.of(account) if account else None
            try:
                response = self.session.request(
                    method,
                    self._address(name),
                    headers={**(headers or {}), "Cache-Control": "no-cache"},
                    data=data,
                    auth=_sign(account.user, password) if account and password is not None else _unsigned,
                    allow_redirects=False,
                    timeout=_PATIENCE,
                )
            except requests.RequestException as error:
                raise MachineError(_unreachable(self.place, error)) from error
            if account and response.status_code == 401:
                passwords.is_wrong(account)
                continue
            if response.status_code not in expected:
                raise MachineError(_refused(self.place, method, response))
            if account:
                passwords.is_right(account)
            return response

    def _account(self) -> Account | None:
        return Account(self.place.server, self.place.user) if self.place.user else None


def find(text: str, base: Path) -> WebDav | None:
    """Raises InputError where it is not written well; it may hold a password, and is not repeated."""
    if not text.casefold().startswith(("https://", "http://")):
        return None
    mark = Mark(base)
    try:
        parts = urlsplit(text.strip())
        port, host = parts.port, parts.hostname or ""
        host.encode("idna")  # as whoever asks for it will
    except ValueError:
        raise InputError([Problem(mark, "", *_NOT_WRITTEN_SO)]) from None
    path = unquote(parts.path).strip("/")
    if parts.password is not None:
        raise InputError([Problem(mark, "", *_A_PASSWORD)])
    if f".{host}".endswith(".sharepoint.com"):
        raise InputError([Problem(mark, "", *_SHAREPOINT)])
    if parts.scheme == "http" and host not in _LOOPBACK:
        raise InputError([Problem(mark, "", *_NOT_CLOSED)])
    odd = not text.isprintable() or any(part in ("", ".", "..") for part in path.split("/"))
    if not host or odd or parts.query or parts.fragment or "\\" in path or not path.isprintable():
        raise InputError([Problem(mark, "", *_NOT_WRITTEN_SO)])
    shown = f"[{host}]" if ":" in host else host
    server = f"{parts.scheme}://{shown}{f':{port}' if port else ''}"
    return WebDav(server, unquote(parts.username) if parts.username else None, path)


def account_of(place: object) -> Account | None:
    """Whose password a place asks for, where it asks for one."""
    return Account(place.server, place.user) if isinstance(place, WebDav) and place.user else None


def _folders(names: Iterable[str]) -> list[str]:
    """Those the files stand in, the outer ones first."""
    return sorted(
        {"/".join(parts[:end]) for name in names for parts in [name.split("/")] for end in range(1, len(parts))}
    )


def _parent(place: WebDav) -> WebDav:
    return WebDav(place.server, place.user, place.path.rpartition("/")[0])


def _moment(text: str) -> datetime | None:
    try:
        return parsedate_to_datetime(text).astimezone()
    except ValueError:
        return None


def _sign(user: str, password: str) -> HTTPBasicAuth:
    from requests.auth import HTTPBasicAuth

    return HTTPBasicAuth(user.encode(), password.encode())


def _unsigned(request: PreparedRequest) -> PreparedRequest:
    """Without it, a password that somebody wrote into a file of the system would be taken from there."""
    return request


def _refused(place: WebDav, method: str, response: Response) -> Say:
    code = response.status_code
    if code == 401:
        return Say(
            f"{place}: de server wil weten wie u bent. Schrijf uw naam in het adres: https://NAAM@SERVER/MAP",
            f"{place}: the server wants to know who you are. Write your name in the address: https://NAME@SERVER/FOLDER",
        )
    if code in (405, 501) or (method == "PROPFIND" and code == 200):
        return _no_webdav(place)
    if response.is_redirect:
        there = printable(response.headers["Location"])
        return Say(
            f"{place}: dit adres leidt verder naar {there}. Publiceer daarheen, als dat klopt.",
            f"{place}: this address leads on to {there}. Publish to that one, if it is right.",
        )
    told = _MEANT.get(code, Say(f"antwoord {code}", f"answer {code}"))
    return Say(
        f"{place}: de server weigert ({told.nl}). Er is niets veranderd.",
        f"{place}: the server refuses ({told.en}). Nothing has changed.",
    )


_MEANT = {
    403: Say("u mag hier niet schrijven", "you may not write here"),
    409: Say("de map waarin dit staat, is er niet", "the folder that holds this is not there"),
    423: Say("iemand heeft dit op slot gezet", "somebody has locked this"),
    507: Say("de schijf is vol", "the disk is full"),
}


def _unreachable(place: WebDav, error: Exception) -> Say:
    from requests.exceptions import SSLError, Timeout

    if isinstance(error, SSLError):
        why = Say(
            "het certificaat van de server klopt niet; heeft uw organisatie een eigen certificaat, noem dat dan in REQUESTS_CA_BUNDLE",
            "the certificate of the server is not right; where your organisation has one of its own, name it in REQUESTS_CA_BUNDLE",
        )
    elif isinstance(error, Timeout):
        why = Say("de server antwoordt niet", "the server does not answer")
    else:
        why = Say("de server is niet te bereiken", "the server cannot be reached")
    return Say(f"{place}: {why.nl}. Er is niets veranderd.", f"{place}: {why.en}. Nothing has changed.")


def _no_webdav(place: WebDav) -> Say:
    return Say(
        f"{place}: hier is geen WebDAV. Bij Nextcloud staat het adres onder Bestandsinstellingen, WebDAV.",
        f"{place}: there is no WebDAV here. Nextcloud shows the address under Files settings, WebDAV.",
    )


def _half_way(why: Say) -> Say:
    nl, en = (text.partition(" Er is niets")[0].partition(" Nothing has")[0] for text in (why.nl, why.en))
    return Say(
        f"{nl} Het versturen is halverwege afgebroken; een deel van de site kan al nieuw zijn. Publiceer opnieuw; dan wordt zij weer één geheel.",
        f"{en} Sending broke off half way; part of the site may be new already. Publish again; then it is whole again.",
    )


_NO_EXTRA = Say(
    "Voor WebDAV is een aanvulling nodig. Installeer die met: pip install 'voorlichter[webdav]'",
    "WebDAV needs an extra. Install it with: pip install 'voorlichter[webdav]'",
)
_WRITE = Say(
    "schrijf https://NAAM@SERVER/MAP, bij Nextcloud https://NAAM@SERVER/remote.php/dav/files/NAAM/MAP",
    "write https://NAME@SERVER/FOLDER, for Nextcloud https://NAME@SERVER/remote.php/dav/files/NAME/FOLDER",
)
_NOT_WRITTEN_SO = (
    Say("zo'n adres begrijpt voorlichter niet", "voorlichter does not understand such an address"),
    _WRITE,
)
_A_PASSWORD = (
    Say(
        "in dit adres staat een wachtwoord; dat wordt nergens bewaard",
        "a password stands in this address; none is written anywhere",
    ),
    Say(
        f"{_WRITE.nl}; voorlichter vraagt er dan om",
        f"{_WRITE.en}; voorlichter then asks for it",
    ),
)
_NOT_CLOSED = (
    Say("over http kan iedereen meelezen, ook uw wachtwoord", "over http anybody can read along, your password too"),
    Say("schrijf het adres met https://", "write the address with https://"),
)
_SHAREPOINT = (
    Say(
        "SharePoint toont geen website: wie een bladzijde opent, krijgt een download",
        "SharePoint shows no website: whoever opens a page gets a download",
    ),
    Say(
        "zet de site ergens anders; hoe een kaart op SharePoint komt, staat in voor-intranet",
        "put the site elsewhere; how a card gets onto SharePoint stands in the page for the intranet",
    ),
)
