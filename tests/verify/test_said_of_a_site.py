"""What is said of a site that was looked at, line by line and in both languages: the same as text and for a program."""

from __future__ import annotations

from typing import Any

import pytest

from voorlichter.hosting.model import NO_STORE, PAGE_POLICY, Hosting
from voorlichter.problems import Say
from voorlichter.verify.browser import Browsed
from voorlichter.verify.compare import Deviation, HeldSite
from voorlichter.verify.listed import Listed
from voorlichter.verify.outside import browser_part, server_part
from voorlichter.verify.verdict import (
    Chapter,
    Line,
    SiteVerdict,
    as_json,
    files_part,
    plain,
    render_text,
    signed_by,
    version_part,
)

FILES = dict.fromkeys(("index.html", "en/index.html", "site.css"), "0" * 64)


def held(
    *differences: Deviation,
    sizes: tuple[int, ...] = (1500, 200, 300),
    theirs: tuple[str, ...] = (),
    counted: bool = True,
) -> HeldSite:
    listed = Listed(b"", "1.2.3", None, FILES)
    return HeldSite(listed, differences, dict(zip(FILES, sizes, strict=False)), theirs, counted, ())


def lines(chapter: Chapter) -> list[tuple[str, str, str, str]]:
    return [(line.status, line.what, line.name, line.say.en) for line in chapter.lines]


def dutch(chapter: Chapter) -> list[str]:
    return [line.say.nl for line in chapter.lines]


def test_a_site_that_is_as_listed_is_counted_and_weighed() -> None:
    chapter = files_part(held(), None)
    assert (chapter.id, chapter.title) == ("files", Say("Bestanden", "Files"))
    assert lines(chapter) == [("right", "count", "", "3 of the 3 files are as they were made (2 kB)")]
    assert dutch(chapter) == ["3 van de 3 bestanden zijn zoals ze gemaakt zijn (2 kB)"]


@pytest.mark.parametrize(
    ("size", "nl", "en"),
    [
        (0, "1 kB", "1 kB"),
        (1400, "1 kB", "1 kB"),
        (1600, "2 kB", "2 kB"),
        (1_000_000, "1000 kB", "1000 kB"),
        (1_000_001, "1,0 MB", "1.0 MB"),
        (2_345_678, "2,3 MB", "2.3 MB"),
    ],
)
def test_what_a_site_weighs_is_told_as_people_say_it(size: int, nl: str, en: str) -> None:
    (line, *_) = files_part(held(sizes=(size,)), None).lines
    assert line.say.nl.endswith(f"({nl})") and line.say.en.endswith(f"({en})")
    assert line.status == "note", "two are missing"


def test_every_difference_is_told_by_its_kind_and_by_its_own_reason_where_it_has_one() -> None:
    chapter = files_part(
        held(
            Deviation("differs", "index.html"),
            Deviation("missing", "site.css"),
            Deviation("extra", "a\x1b[2Jb"),
            Deviation("unread", "en/index.html"),
            Deviation("unread", "big.png", Say("is te groot", "is too large")),
            sizes=(),
        ),
        None,
    )
    assert lines(chapter) == [
        ("note", "count", "", "0 of the 3 files are as they were made (1 kB)"),
        ("wrong", "differs", "index.html", "is not as it was made"),
        ("wrong", "missing", "site.css", "is missing"),
        ("wrong", "extra", "a\\x1b[2Jb", "does not belong to the site"),
        ("wrong", "unread", "en/index.html", "cannot be read"),
        ("wrong", "unread", "big.png", "is too large"),
    ]
    assert dutch(chapter)[1:] == [
        *("is anders dan het gemaakt is", "ontbreekt", "hoort niet bij de site", "is niet te lezen", "is te groot"),
    ]


@pytest.mark.parametrize(("many", "more"), [(200, None), (201, "and 1 more"), (250, "and 50 more")])
def test_of_very_many_differences_two_hundred_are_named_and_the_rest_is_counted(many: int, more: str | None) -> None:
    told = lines(files_part(held(*(Deviation("extra", f"{number}.js") for number in range(many))), None))[1:]
    assert sum(what == "extra" for _, what, _, _ in told) == 200
    assert told[200:] == ([("wrong", "more", "", more)] if more else [])
    assert told[199][2] == "199.js"


def test_what_is_the_servers_own_cannot_be_seen_or_was_compared_with_a_copy_is_told() -> None:
    theirs = (".well-known/a", ".well-known/b", "robots.txt")
    chapter = files_part(held(theirs=theirs, counted=False), "/backup/site")
    assert lines(chapter)[1:] == [
        ("note", "server", "", "of the server's own: .well-known, robots.txt"),
        ("note", "uncounted", "", "whether more files stand there cannot be seen at an address"),
        ("note", "own", "", "compared with /backup/site"),
    ]
    assert dutch(chapter)[1:] == [
        "van de server zelf: .well-known, robots.txt",
        "of er nog meer bestanden staan, is op een adres niet te zien",
        "vergeleken met /backup/site",
    ]


def test_which_version_it_is_and_its_code_where_it_has_one() -> None:
    chapter = version_part(HeldSite(Listed(b"", "1.2\x07", "AB-12", FILES), (), {}, (), True, ()))
    assert (chapter.id, chapter.title) == ("version", Say("Versie", "Version"))
    assert lines(chapter) == [
        ("note", "version", "", "voorlichter 1.2\\x07"),
        (
            "note",
            "code",
            "",
            "code of this version: AB-12; the same stands on the page Who made this, and whoever made the site knows it",
        ),
    ]
    assert dutch(chapter)[1] == (
        "code van deze versie: AB-12; dezelfde staat in het colofon, en wie de site maakte, kent hem"
    )
    assert lines(version_part(held())) == [("note", "version", "", "voorlichter 1.2.3")]


def test_a_signature_is_told_with_the_name_its_key_was_given() -> None:
    line = signed_by("Noor\n", "SHA256:abc")
    assert (line.status, line.what, line.name) == ("right", "signed", "")
    assert line.say == Say("getekend door Noor\\n, SHA256:abc", "signed by Noor\\n, SHA256:abc")
    assert plain("één ☀ zin") == "één ☀ zin" and plain("a\tb") == "a\\tb"


RIGHT, NOTE = Line("right", "a", Say("Goed", "Good")), Line("note", "b", Say("Let op", "Mind"), "x.css")
WRONG = Line("wrong", "c", Say("Fout", "Wrong"), "y.css")


def verdict(*told: Line, proven: bool) -> SiteVerdict:
    first = Chapter("one", Say("Eén", "One"), (RIGHT,))
    return SiteVerdict("/srv/site", "AB", proven, (first, Chapter("two", Say("Twee", "Two"), told)))


@pytest.mark.parametrize(
    ("told", "proven", "nl", "en"),
    [
        ((NOTE,), True, "Hier staat wat gemaakt is.", "What stands here is what was made."),
        (
            (NOTE,),
            False,
            "Alles is zoals de lijst zegt die erbij staat.",
            "Everything is as the list says that stands with it.",
        ),
        ((NOTE, WRONG), True, "Hier staat niet wat gemaakt is.", "What stands here is not what was made."),
        ((NOTE, WRONG), False, "Hier staat niet wat gemaakt is.", "What stands here is not what was made."),
    ],
)
def test_no_more_is_concluded_than_was_seen(told: tuple[Line, ...], proven: bool, nl: str, en: str) -> None:
    said = verdict(*told, proven=proven)
    assert said.conclusion == Say(nl, en)
    assert said.is_right is (WRONG not in told)
    assert render_text(said, "nl").endswith(f"\n\n{nl}") and render_text(said, "en").endswith(f"\n\n{en}")


def test_it_is_read_part_by_part_with_a_sign_before_each_line() -> None:
    assert render_text(verdict(NOTE, WRONG, proven=True), "en").split("\n")[:-2] == [
        *("/srv/site", "", "One", "  ✓ Good", "", "Two", "  · x.css: Mind", "  ✗ y.css: Wrong"),
    ]


def test_it_is_read_in_dutch_too() -> None:
    assert render_text(verdict(NOTE, proven=True), "nl").split("\n")[:-2] == [
        *("/srv/site", "", "Eén", "  ✓ Goed", "", "Twee", "  · x.css: Let op"),
    ]


def test_a_program_gets_the_same_in_one_language() -> None:
    expected: dict[str, Any] = {
        "where": "/srv/site",
        "right": False,
        "proven": True,
        "code": "AB",
        "parts": {
            "one": [{"status": "right", "what": "a", "name": "", "say": "Goed"}],
            "two": [{"status": "wrong", "what": "c", "name": "y.css", "say": "Fout"}],
        },
    }
    assert as_json(verdict(WRONG, proven=True), "nl") == expected


def test_a_site_that_keeps_to_itself_in_a_browser_is_said_to() -> None:
    chapter = browser_part(Browsed("Chromium 1", 3, policies={"b\x00", "a"}, heaviest=(123_600, 7, "index.html")))
    assert (chapter.id, chapter.title) == ("browser", Say("In de browser", "In the browser"))
    assert lines(chapter) == [
        ("note", "pages", "", "3 pages opened with Chromium 1"),
        ("right", "requests", "", "no request to another server"),
        ("right", "storage", "", "no cookie and nothing stored in the browser"),
        ("right", "complaints", "", "no error, and nothing that the policy held back"),
        ("note", "policy", "", "policy: a"),
        ("note", "policy", "", "policy: b\\x00"),
        ("note", "size", "index.html", "the heaviest page: 124 kB in 7 requests, as the server gives it"),
    ]
    assert dutch(chapter) == [
        "3 pagina's geopend met Chromium 1",
        "geen verzoek naar een andere server",
        "geen cookie en geen opslag in de browser",
        "geen fout en niets dat het beleid tegenhield",
        "beleid: a",
        "beleid: b\\x00",
        "de zwaarste pagina: 124 kB in 7 verzoeken, zoals de server haar geeft",
    ]


def test_whatever_it_asks_for_keeps_or_complains_of_is_told_with_its_page() -> None:
    chapter = browser_part(
        Browsed(
            "Chromium 1",
            elsewhere={"https://x.example/\x1b": "a.html"},
            kept={"cookie": "b.html"},
            refused={"blocked": "c.html"},
            without_policy=["d.html"],
        )
    )
    assert lines(chapter)[1:5] == [
        ("wrong", "requests", "a.html", "asks for https://x.example/\\x1b"),
        ("wrong", "storage", "b.html", "leaves something behind: cookie"),
        ("wrong", "complaints", "c.html", "the browser complains: blocked"),
        ("wrong", "policy", "d.html", "has no Content-Security-Policy"),
    ]
    assert dutch(chapter)[1:5] == [
        "vraagt om https://x.example/\\x1b",
        "laat iets achter: cookie",
        "de browser klaagt: blocked",
        "heeft geen Content-Security-Policy",
    ]


WANTED = {**Hosting().headers, "Cache-Control": NO_STORE}


def heads(**changes: str | None) -> dict[str, dict[str, str]]:
    """What a server says that does all it is asked, and these otherwise: `x_frame_options` for X-Frame-Options."""
    said = {name.lower(): value for name, value in WANTED.items()} | {"content-type": "text/html; charset=utf-8"}
    for name, value in changes.items():
        said.pop(name.replace("_", "-"))
        if value is not None:
            said[name.replace("_", "-")] = value
    return {"index.html": said, "site.css": {"content-type": "text/css"}, "LICENCE": {}}


def test_a_server_that_says_all_that_it_should_is_right_in_every_line() -> None:
    chapter = server_part(heads())
    assert (chapter.id, chapter.title) == ("server", Say("Wat de server erbij zegt", "What the server says with it"))
    assert lines(chapter) == [
        *(("right", "header", name, value) for name, value in WANTED.items()),
        ("right", "type", "", "every file has its type"),
    ]
    assert dutch(chapter)[-1] == "elk bestand heeft zijn type"


def test_a_header_that_is_other_than_it_should_be_or_missing_is_a_note_that_says_what_to_set() -> None:
    chapter = server_part(heads(x_frame_options="SAMEORIGIN", cache_control=None))
    told = {line.name: line for line in chapter.lines}
    assert told["X-Frame-Options"].say == Say("SAMEORIGIN (anders dan DENY)", "SAMEORIGIN (other than DENY)")
    assert told["Cache-Control"].say == Say("ontbreekt; zet no-store", "is missing; set no-store")
    assert [line.name for line in chapter.lines if line.status == "note"] == ["X-Frame-Options", "Cache-Control"]
    assert {line.what for line in chapter.lines if line.name} == {"header"}


def test_a_stricter_policy_that_holds_the_one_of_the_pages_is_right_and_no_other_header_may_differ() -> None:
    stricter = server_part(heads(content_security_policy=f"{PAGE_POLICY}; sandbox"))
    assert all(line.status == "right" for line in stricter.lines)
    other = server_part(heads(content_security_policy="default-src 'self'", referrer_policy=f"{PAGE_POLICY}"))
    assert [line.name for line in other.lines if line.status == "note"] == [
        "Content-Security-Policy",
        "Referrer-Policy",
    ]


def test_of_a_very_long_header_the_beginning_is_told() -> None:
    chapter = server_part(heads(x_frame_options="x" * 400))
    (line,) = (line for line in chapter.lines if line.name == "X-Frame-Options")
    assert line.say.en == f"{'x' * 300} (other than DENY)"


def test_a_kind_of_file_that_comes_as_another_is_told_once_by_how_its_name_ends() -> None:
    said = heads() | {
        "a.js": {"content-type": "text/plain"},
        "b.js": {"content-type": "application/json"},
        "c.png": {},
        "d.svg": {"content-type": " IMAGE/SVG+XML ; charset=utf-8"},
        "e.woff2": {"content-type": "y" * 200},
        "f.unknown": {"content-type": "text/plain"},
    }
    chapter = server_part(said)
    assert lines(chapter)[-3:] == [
        ("note", "type", ".js", "comes as text/plain; that is text/javascript"),
        ("note", "type", ".png", "comes as -; that is image/png"),
        ("note", "type", ".woff2", f"comes as {'y' * 100}; that is font/woff2"),
    ]
    assert dutch(chapter)[-2] == "komt als -; dat is image/png"


def test_without_an_answer_every_header_is_missing() -> None:
    chapter = server_part({})
    assert [line.say.en for line in chapter.lines[:-1]] == [f"is missing; set {value}" for value in WANTED.values()]
