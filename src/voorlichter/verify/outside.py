"""What a security officer asks about a site: what it does in a browser, and what its server says with it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from voorlichter.hosting.model import NO_STORE, PAGE_POLICY, TYPES, Hosting
from voorlichter.problems import Say
from voorlichter.verify.browser import Browsed
from voorlichter.verify.verdict import Chapter, Line, plain


def browser_part(seen: Browsed) -> Chapter:
    return Chapter("browser", Say("In de browser", "In the browser"), tuple(_browser(seen)))


def _browser(seen: Browsed) -> Iterator[Line]:
    yield Line(
        "note",
        "pages",
        Say(f"{seen.pages} pagina's geopend met {seen.program}", f"{seen.pages} pages opened with {seen.program}"),
    )
    yield from _all(
        "requests",
        seen.elsewhere,
        Say("geen verzoek naar een andere server", "no request to another server"),
        Say("vraagt om {}", "asks for {}"),
    )
    yield from _all(
        "storage",
        seen.kept,
        Say("geen cookie en geen opslag in de browser", "no cookie and nothing stored in the browser"),
        Say("laat iets achter: {}", "leaves something behind: {}"),
    )
    yield from _all(
        "complaints",
        seen.refused,
        Say("geen fout en niets dat het beleid tegenhield", "no error, and nothing that the policy held back"),
        Say("de browser klaagt: {}", "the browser complains: {}"),
    )
    for name in seen.without_policy:
        yield Line("wrong", "policy", Say("heeft geen Content-Security-Policy", "has no Content-Security-Policy"), name)
    for policy in sorted(seen.policies):
        yield Line("note", "policy", Say(f"beleid: {plain(policy)}", f"policy: {plain(policy)}"))
    size, requests, name = seen.heaviest
    yield Line(
        "note",
        "size",
        Say(
            f"de zwaarste pagina: {round(size / 1000)} kB in {requests} verzoeken, zoals de server haar geeft",
            f"the heaviest page: {round(size / 1000)} kB in {requests} requests, as the server gives it",
        ),
        name,
    )


def _all(what: str, found: Mapping[str, str], none: Say, each: Say) -> Iterator[Line]:
    if not found:
        yield Line("right", what, none)
    for told, name in found.items():
        yield Line("wrong", what, Say(each.nl.format(plain(told)), each.en.format(plain(told))), name)


def server_part(heads: Mapping[str, Mapping[str, str]]) -> Chapter:
    """The headers of a site at an address. A server without them shows what was made, so they are notes and no differences."""
    return Chapter("server", Say("Wat de server erbij zegt", "What the server says with it"), tuple(_server(heads)))


def _server(heads: Mapping[str, Mapping[str, str]]) -> Iterator[Line]:
    page = heads.get("index.html", {})
    for header, value in {**Hosting().headers, "Cache-Control": NO_STORE}.items():
        said = page.get(header.lower())
        if said == value or (said and header == "Content-Security-Policy" and PAGE_POLICY in said):
            yield Line("right", "header", Say(*2 * [plain(said)]), header)
        elif said:
            told = plain(said)[:300]
            yield Line("note", "header", Say(f"{told} (anders dan {value})", f"{told} (other than {value})"), header)
        else:
            yield Line("note", "header", Say(f"ontbreekt; zet {value}", f"is missing; set {value}"), header)
    wrong: dict[str, str] = {}
    for name, head in heads.items():
        kind, ending = head.get("content-type", "").partition(";")[0].strip().lower(), name.rpartition(".")[2]
        if ending in TYPES and kind != TYPES[ending]:
            wrong.setdefault(ending, kind or "-")
    for ending, kind in wrong.items():
        told = plain(kind)[:100]
        yield Line(
            "note",
            "type",
            Say(f"komt als {told}; dat is {TYPES[ending]}", f"comes as {told}; that is {TYPES[ending]}"),
            f".{ending}",
        )
    if not wrong:
        yield Line("right", "type", Say("elk bestand heeft zijn type", "every file has its type"))
