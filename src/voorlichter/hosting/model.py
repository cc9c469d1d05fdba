"""What a server does for a site: the headers it sends, the type of each kind of file, and the page for what is not there."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

from voorlichter.artefacts.kit.web import FRAME
from voorlichter.languages import Code
from voorlichter.model_problems import Refused
from voorlichter.problems import InputError, Mark, Problem, Say
from voorlichter.profile.model import Profile
from voorlichter.profile.values.addresses import check_origins
from voorlichter.workspace import KITS

TYPES: Mapping[str, str] = {
    "html": "text/html",
    "css": "text/css",
    "js": "text/javascript",
    "json": "application/json",
    "xml": "text/xml",
    "txt": "text/plain",
    "woff2": "font/woff2",
    "png": "image/png",
    "jpg": "image/jpeg",
    "svg": "image/svg+xml",
    "pdf": "application/pdf",
    "pptx": "application/vnd.openxmlformats-officedocument.presentationml.presentation",
    "ics": "text/calendar",
    "vcf": "text/vcard",
    "sig": "text/plain",
}
"""Every kind of file that a site can hold, those of its kit and its signature too, by how its name ends."""

PAGE_POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; base-uri 'none'; form-action 'none'"
"""What every page says of itself; a test holds it to the theme."""
_ONLY_IN_A_HEADER = "frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types voorlichter"
"""The one policy is that of the search, which loads its own scripts by it."""
_FRAME_POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors {}"
"""The page itself allows its own style only, by its hash."""
_FEATURES = ("camera", "microphone", "geolocation", "payment", "usb", "browsing-topics")

DEEPER = Say(
    "Wat dieper ontbreekt, gaat naar waar de foutpagina haar opmaak en haar koppelingen heeft:",
    "What is missing deeper goes to where the page for it has its style and its links:",
)
NO_STORE = "no-store"
KEPT = "max-age=3600"
"""Of what is not a page: it holds nothing of a visit."""
EXAMPLE_FRAME = "https://intranet.voorbeeld.example"


@dataclass(frozen=True, slots=True)
class Hosting:
    """Where a site stands, and what its server is to do."""

    path: str = "/vertrouwenspersoon/"
    """From the root of its server, with / at both ends."""
    trees: tuple[Code, ...] = ("en",)
    """The languages that have a folder of their own."""
    noindex: bool = True
    framed_by: tuple[str, ...] = ()
    """How the addresses begin of the sites that may show the small page in a frame."""

    @property
    def framed(self) -> tuple[str, ...]:
        """The small page, in each language, by its path in the site."""
        return tuple(frame_of(root) for root in ("", *(f"{code}/" for code in self.trees)))

    @property
    def headers(self) -> dict[str, str]:
        """Of every file; `Cache-Control` differs between pages and others."""
        told = {
            "Content-Security-Policy": f"{PAGE_POLICY}; {_ONLY_IN_A_HEADER}",
            "X-Content-Type-Options": "nosniff",
            "X-Frame-Options": "DENY",
            "Referrer-Policy": "no-referrer",
            "Permissions-Policy": ", ".join(f"{name}=()" for name in _FEATURES),
            "Cross-Origin-Opener-Policy": "same-origin",
            "Cross-Origin-Embedder-Policy": "require-corp",
            "Cross-Origin-Resource-Policy": "same-origin",
            "Strict-Transport-Security": "max-age=31536000",
        }
        return told | ({"X-Robots-Tag": "noindex"} if self.noindex else {})

    @property
    def frame_headers(self) -> dict[str, str | None]:
        """What differs for the small page where a site may show it: None is not sent at all."""
        if not self.framed_by:
            return {}
        return {
            "Content-Security-Policy": _FRAME_POLICY.format(" ".join(self.framed_by)),
            "X-Frame-Options": None,
            "Cross-Origin-Resource-Policy": "cross-origin",
        }


def frame_of(root: str) -> str:
    """The small page of a tree of pages."""
    return f"{root}{KITS}/{FRAME}"


def hosting_of(profile: Profile, framed_by: Sequence[str] = ()) -> Hosting:
    """By the address in the profile; where it has none, by that of the example. Those who may frame are its own and these."""
    published, languages = profile.publication, profile.organisation.all_languages
    path = f"/{urlsplit(published.url.href).path.strip('/')}/".replace("//", "/") if published.url else Hosting().path
    path = path if _PATH.fullmatch(path) else Hosting().path  # what a server would read otherwise than a browser
    framed = tuple(dict.fromkeys((*published.framed_by, *framed_by)))
    return Hosting(path, tuple(languages[1:]), published.noindex, framed)


_PATH = re.compile(r"/([A-Za-z0-9_~-][A-Za-z0-9._~-]*/)*")


def read_frame(text: str) -> tuple[str, ...]:
    """What `publication.framed_by` takes, from the command line. Raises InputError for what is no beginning of an address."""
    try:
        return check_origins(text)
    except Refused as refused:
        meant = refused.value or EXAMPLE_FRAME
        fix = refused.fix or Say(f"schrijf bijvoorbeeld {meant}", f"write for example {meant}")
        raise InputError([Problem(Mark(Path("--frame")), ascii(text)[1:-1], refused.message, fix)]) from None


def text_types() -> Sequence[str]:
    """Those whose letters are UTF-8, which the server must say."""
    return [kind for kind in TYPES.values() if kind.startswith("text/")]
