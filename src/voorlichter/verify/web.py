"""A site at an address, asked file by file as any browser would: over https, without a cookie, and never led elsewhere."""

from __future__ import annotations

import time
import urllib.error
import urllib.request
from collections.abc import Mapping
from email.message import Message
from http.client import HTTPException
from pathlib import Path
from typing import IO, Any
from urllib.parse import quote, urljoin, urlsplit

from voorlichter import __version__
from voorlichter.problems import InputError, MachineError, Mark, Problem, Say
from voorlichter.verify.places import LARGEST, TOO_LARGE, Answered
from voorlichter.workspace import MANIFEST

_PATIENCE = 20
"""Seconds for one answer to begin or go on."""
_LONGEST = 300
"""Seconds for all of a site."""
_HOPS = 3
_PIECE = 65_536
_HERE = "127.0.0.1"
_MOVED = (301, 302, 303, 307, 308)


class _Stay(urllib.request.HTTPRedirectHandler):
    """What leads on is an error that we look at ourselves: to where, nobody has read yet."""

    def http_error_302(self, req: Any, fp: IO[bytes], code: int, msg: str, headers: Any) -> None:
        return None

    http_error_301 = http_error_303 = http_error_307 = http_error_308 = http_error_302


class WebPlace:
    def __init__(self, address: str) -> None:
        """Raises InputError for what is no address of a site."""
        self.base = _base_of(address)
        self._end = time.monotonic() + _LONGEST
        self._open = urllib.request.build_opener(_Stay).open
        self.heads: dict[str, Mapping[str, str]] = {}
        """What the server said before each file, by the file's path."""

    @property
    def shown(self) -> str:
        return self.base

    def names(self) -> None:
        return None

    def read(self, name: str) -> Answered:
        return self._ask(self.base + quote(name), name, _HOPS)

    def is_answered(self, address: str) -> bool:
        """Does anything stand at another address of the same server?"""
        return self._ask(address, "", 0).data is not None

    @property
    def beside(self) -> str | None:
        """Where earlier versions of this program left the previous version; None for a site that has a name of its own."""
        return f"{self.base.rstrip('/')}.previous/{MANIFEST}" if urlsplit(self.base).path != "/" else None

    def _ask(self, address: str, name: str, hops: int) -> Answered:
        request = urllib.request.Request(  # noqa: S310 - https, or this computer: see _base_of
            address, headers={"User-Agent": f"voorlichter/{__version__}", "Cache-Control": "no-cache"}
        )
        try:
            with self._open(request, timeout=_PATIENCE) as answer:
                self.heads[name] = _plain(answer.headers)
                return self._body(answer)
        except urllib.error.HTTPError as error:
            with error:
                return self._refused(error, address, name, hops)
        except (urllib.error.URLError, HTTPException, OSError) as error:
            why = " ".join(str(getattr(error, "reason", error)).split())[:200]
            raise MachineError(
                Say(f"{address} geeft geen antwoord ({why})", f"{address} gives no answer ({why})")
            ) from error

    def _refused(self, error: urllib.error.HTTPError, address: str, name: str, hops: int) -> Answered:
        if error.code in (404, 410):
            return Answered()
        if error.code in _MOVED:
            to, is_near = _led_to(address, error.headers.get("Location", ""))
            if hops and is_near:
                return self._ask(to, name, hops - 1)
            told = ascii(to)[1:-1][:200]
            return Answered(why=Say(f"de server stuurt door naar {told}", f"the server leads on to {told}"))
        return Answered(why=Say(f"de server weigert ({error.code})", f"the server refuses ({error.code})"))

    def _body(self, answer: Any) -> Answered:
        """A piece at a time, so that neither a long answer nor a slow one holds us up."""
        pieces, size = [], 0
        while piece := answer.read(_PIECE):
            pieces.append(piece)
            size += len(piece)
            if size > LARGEST:
                return TOO_LARGE
            if time.monotonic() > self._end:
                raise MachineError(
                    Say(
                        f"{self.base} antwoordt te langzaam; na {_LONGEST} seconden is gestopt",
                        f"{self.base} answers too slowly; stopped after {_LONGEST} seconds",
                    )
                )
        return Answered(b"".join(pieces))


def _plain(head: Message) -> dict[str, str]:
    return {name.lower(): " ".join(value.split()) for name, value in head.items()}


def _origin(address: str) -> tuple[str, str]:
    parts = urlsplit(address)
    return parts.scheme, parts.netloc


def _led_to(address: str, to: str) -> tuple[str, bool]:
    """The whole address, and whether it is one of the same server."""
    try:
        whole = urljoin(address, to)
        return whole, _origin(whole) == _origin(address) and _is_plain(whole)
    except ValueError:
        return to, False


def _is_plain(address: str) -> bool:
    return address.isascii() and address.isprintable() and " " not in address


def _base_of(address: str) -> str:
    """Of a site, with a / at its end, whichever page of it was named."""
    try:
        parts = urlsplit(address)
        allowed = bool(parts.hostname) and (
            parts.scheme == "https" or (parts.scheme, parts.hostname) == ("http", _HERE)
        )
        whole = parts.port is not None or not parts.netloc.endswith(":")
        (parts.hostname or "").encode("idna")  # as whoever asks for it will
    except ValueError:
        allowed = whole = False
    if not allowed or not whole or parts.username or parts.query or parts.fragment or not _is_plain(address):
        raise InputError([Problem(Mark(Path(address)), "", *_NO_ADDRESS)])
    folder, _, last = parts.path.rpartition("/")
    path = f"{folder}/" if last == "" or last.endswith(".html") else f"{parts.path}/"
    return f"{parts.scheme}://{parts.netloc}{path}"


_NO_ADDRESS = (
    Say("dit is geen adres van een site", "this is no address of a site"),
    Say(
        "schrijf het hele adres, bijvoorbeeld https://intranet.organisatie.example/vertrouwenspersoon/",
        "write the whole address, such as https://intranet.organisation.example/advisor/",
    ),
)
