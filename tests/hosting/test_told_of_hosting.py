"""What each kind of server is told of one site, read as that server reads it, and what somebody pastes into an intranet."""

from __future__ import annotations

import json
from typing import Any
from xml.etree import ElementTree

import pytest
from support import REPOSITORY

from voorlichter.hosting.apache import render_apache
from voorlichter.hosting.card import Card, Person, card_of
from voorlichter.hosting.model import TYPES, Hosting, frame_of, hosting_of, read_frame, text_types
from voorlichter.hosting.nginx import render_nginx
from voorlichter.hosting.others import render_headers_file, render_iis, render_static_web_app
from voorlichter.hosting.page import for_it, languages_for
from voorlichter.problems import InputError, Language, Say
from voorlichter.profile.model import Profile
from voorlichter.workspace import Workspace

INTRANET = "https://intranet.zeester.example"
PLAIN = Hosting(path="/", trees=(), noindex=False)
FRAMED = Hosting(path="/vp/", trees=("en", "pl"), framed_by=(INTRANET, "https://mijn.zeester.example"))
SMALL_PAGES = ("kit/embed.html", "en/kit/embed.html", "pl/kit/embed.html")


def profile(**changes: Any) -> Profile:
    advisors = [
        {
            "id": "noor",
            "name": "Noor Voorbeeld",
            "kind": "external",
            "phone": "020 000 00 01",
            "email": "noor@zeester.example",
        }
    ]
    organisation = {"name": "De Zeester", "workforce": "20", **changes.pop("organisation", {})}
    return Profile.model_validate({"organisation": organisation, "advisors": advisors, **changes})


@pytest.mark.parametrize(
    ("url", "path"),
    [
        ("https://www.zeester.example", "/"),
        ("https://www.zeester.example/vp", "/vp/"),
        ("https://www.zeester.example/a/b.c/d-e_f~g", "/a/b.c/d-e_f~g/"),
        ("https://www.zeester.example/v%20p", "/vertrouwenspersoon/"),
        ("https://www.zeester.example/één", "/vertrouwenspersoon/"),
        ("https://www.zeester.example/a/.b", "/vertrouwenspersoon/"),
        ("https://www.zeester.example/a;b", "/vertrouwenspersoon/"),
        (None, "/vertrouwenspersoon/"),
    ],
)
def test_a_server_is_told_of_the_folder_of_the_address_and_of_none_that_it_would_read_otherwise(
    url: str | None, path: str
) -> None:
    assert hosting_of(profile(**({"publication": {"url": url}} if url else {}))).path == path


def test_the_first_language_has_no_folder_and_each_other_has_one() -> None:
    hosting = hosting_of(profile(organisation={"languages": ["en", "nl", "pl"]}))
    assert hosting.trees == ("nl", "pl")
    assert hosting.framed == ("kit/embed.html", "nl/kit/embed.html", "pl/kit/embed.html")
    assert hosting_of(profile()).framed == ("kit/embed.html",) == (frame_of(""),)


def test_who_may_frame_is_named_by_the_profile_and_by_the_command_each_once() -> None:
    of_profile = profile(publication={"framed_by": [INTRANET]})
    assert hosting_of(of_profile, (INTRANET, "https://a.example")).framed_by == (INTRANET, "https://a.example")
    assert hosting_of(profile()).framed_by == ()


@pytest.mark.parametrize("noindex", [True, False])
def test_search_engines_are_sent_away_where_the_profile_says_so(noindex: bool) -> None:
    hosting = hosting_of(profile(publication={"noindex": noindex}))
    assert hosting.headers.get("X-Robots-Tag") == ("noindex" if noindex else None)


def test_every_file_is_sent_with_what_keeps_a_visit_to_itself() -> None:
    headers = PLAIN.headers
    assert {name: headers[name] for name in list(headers)[1:]} == {
        "X-Content-Type-Options": "nosniff",
        "X-Frame-Options": "DENY",
        "Referrer-Policy": "no-referrer",
        "Permissions-Policy": "camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()",
        "Cross-Origin-Opener-Policy": "same-origin",
        "Cross-Origin-Embedder-Policy": "require-corp",
        "Cross-Origin-Resource-Policy": "same-origin",
        "Strict-Transport-Security": "max-age=31536000",
    }
    policy = headers["Content-Security-Policy"].split("; ")
    assert {"default-src 'none'", "script-src 'self'", "frame-ancestors 'none'"} <= set(policy)
    assert PLAIN.frame_headers == {}


def test_the_small_page_alone_may_be_framed_and_by_those_who_are_named() -> None:
    told = FRAMED.frame_headers
    assert told["X-Frame-Options"] is None
    assert told["Cross-Origin-Resource-Policy"] == "cross-origin"
    policy = str(told["Content-Security-Policy"])
    assert policy.endswith(f"frame-ancestors {INTRANET} https://mijn.zeester.example")
    assert "script" not in policy and policy.startswith("default-src 'none'; style-src 'unsafe-inline'")


@pytest.mark.parametrize(
    ("text", "fix"),
    [
        ("https://zeester.example/pad", "write for example https://zeester.example"),
        ("http://zeester.example", "write for example https://zeester.example"),
        ("zee ster", "write for example https://intranet.voorbeeld.example"),
        ("https://intranet", "ask IT for the full address"),
    ],
)
def test_who_may_frame_is_told_where_it_is_no_address(text: str, fix: str) -> None:
    with pytest.raises(InputError) as refused:
        read_frame(text)
    (problem,) = refused.value.problems
    assert problem.fix.en.startswith(fix)
    assert (str(problem.mark.path), problem.where) == ("--frame", text)


def iis(hosting: Hosting) -> ElementTree.Element:
    return ElementTree.fromstring(render_iis(hosting).encode())


def test_iis_is_told_every_type_every_header_and_the_page_for_what_is_missing() -> None:
    server = iis(FRAMED).find("system.webServer")
    assert server is not None
    kinds = {one.get("fileExtension"): one.get("mimeType") for one in server.findall("staticContent/mimeMap")}
    assert kinds == {
        f".{ending}": kind + ("; charset=utf-8" if kind.startswith("text/") else "") for ending, kind in TYPES.items()
    }
    assert [one.get("fileExtension") for one in server.findall("staticContent/remove")] == list(kinds)
    cache = server.find("staticContent/clientCache")
    assert cache is not None and cache.attrib == {
        "cacheControlMode": "UseMaxAge",
        "cacheControlMaxAge": "01:00:00",
    }
    custom = server.find("httpProtocol/customHeaders")
    assert custom is not None
    assert {one.get("name"): one.get("value") for one in custom.findall("add")} == FRAMED.headers
    assert [one.get("name") for one in custom.findall("remove")] == ["X-Powered-By", *FRAMED.headers]
    browse = server.find("directoryBrowse")
    assert browse is not None and browse.get("enabled") == "false"
    assert pages(server) == {"403": "/vp/404.html", "404": "/vp/404.html"}


def pages(server: ElementTree.Element) -> dict[str | None, str | None]:
    errors = server.find("httpErrors")
    assert errors is not None and errors.attrib == {"errorMode": "Custom", "existingResponse": "Replace"}
    assert {one.get("responseMode") for one in errors.findall("error")} == {"ExecuteURL"}
    assert [one.get("statusCode") for one in errors.findall("remove")] == ["403", "404"]
    return {one.get("statusCode"): one.get("path") for one in errors.findall("error")}


def test_iis_is_told_of_each_language_and_of_the_small_pages_by_themselves() -> None:
    places = {one.get("path"): one.find("system.webServer") for one in iis(FRAMED).findall("location")}
    assert list(places) == ["en", "pl", *SMALL_PAGES]
    for code in ("en", "pl"):
        server = places[code]
        assert server is not None and set(pages(server).values()) == {f"/vp/{code}/404.html"}
    for name in SMALL_PAGES:
        server = places[name]
        assert server is not None
        custom = server.find("httpProtocol/customHeaders")
        assert custom is not None
        assert [one.get("name") for one in custom.findall("remove")] == list(FRAMED.frame_headers)
        assert {one.get("name"): one.get("value") for one in custom.findall("add")} == {
            name: value for name, value in FRAMED.frame_headers.items() if value
        }
    assert iis(PLAIN).findall("location") == []


def test_a_host_of_pages_is_told_by_a_file_of_headers() -> None:
    every, *small = render_headers_file(FRAMED).removesuffix("\n").split("\n/")
    lines = every.split("\n")
    assert lines[0] == "/*"
    assert lines[1:] == [*(f"  {name}: {value}" for name, value in FRAMED.headers.items()), "  Cache-Control: no-store"]
    assert [part.split("\n")[0] for part in small] == [
        name for page in SMALL_PAGES for name in (page, page.removesuffix(".html"))
    ]
    for part in small:
        assert part.split("\n")[1:] == [
            *(f"  ! {name}" for name in FRAMED.frame_headers),
            *(f"  {name}: {value}" for name, value in FRAMED.frame_headers.items() if value),
        ]
    assert "embed" not in render_headers_file(PLAIN)


def test_a_static_web_app_is_told_as_data() -> None:
    told = json.loads(render_static_web_app(FRAMED))
    assert told["globalHeaders"] == {**FRAMED.headers, "Cache-Control": "no-store"}
    assert told["mimeTypes"] == {f".{ending}": kind for ending, kind in TYPES.items()}
    assert told["responseOverrides"] == {"404": {"rewrite": "/404.html"}}
    framed, kept = told["routes"][:3], told["routes"][3:]
    assert [one["route"] for one in framed] == [f"/{page}" for page in SMALL_PAGES]
    for one in framed:
        assert one["headers"] == {name: value or "" for name, value in FRAMED.frame_headers.items()}
    assert kept == [
        {"route": f"/{folder}/*", "headers": {"Cache-Control": "max-age=3600"}} for folder in ("assets", "media")
    ]
    assert json.loads(render_static_web_app(PLAIN))["routes"] == kept


@pytest.mark.parametrize(
    ("language", "said"),
    [("nl", ["In het blok http", "In het blok server"]), ("en", ["In the block http", "In the block server"])],
)
def test_nginx_is_told_in_the_language_of_who_reads_it(language: Language, said: list[str]) -> None:
    text = render_nginx(FRAMED, language)
    assert [text.count(one) for one in said] == [1, 1]
    assert text.count("{") == text.count("}") and text.endswith("\n")


def test_nginx_is_told_of_every_header_once_and_of_every_language() -> None:
    lines = [line.strip() for line in render_nginx(FRAMED, "en").splitlines()]
    set_ = [line.split()[1] for line in lines if line.startswith("add_header")]
    assert set_ == [*FRAMED.headers, "Cache-Control"]
    for header, other in FRAMED.frame_headers.items():
        (line,) = [
            line for line in lines if line.startswith(f"map $uri $voorlichter_{header.lower().replace('-', '_')} ")
        ]
        assert f'default "{FRAMED.headers[header]}"' in line and line.endswith(f'"{other or ""}"; }}')
        assert r'"~^/vp/(kit/embed\.html|en/kit/embed\.html|pl/kit/embed\.html)$"' in line
    assert "location /vp/ {" in lines
    assert "error_page 403 404 =404 /vp/404.html;" in lines
    assert "location ~ ^/vp/(?!(en|pl)/)[^/]+/ { error_page 403 404 = @voorlichter; }" in lines
    for code in ("en", "pl"):
        assert f"location /vp/{code}/ {{ error_page 403 404 =404 /vp/{code}/404.html; }}" in lines
        assert f"location ~ ^/vp/{code}/[^/]+/ {{ error_page 403 404 = @voorlichter_{code}; }}" in lines
        end = f"location @voorlichter_{code} {{ access_log off; absolute_redirect off; return 302 /vp/{code}/404; }}"
        assert end in lines
    assert [line.rstrip(";").split() for line in lines if line.endswith(" html;")] == [["text/html", "html"]]
    plain = render_nginx(PLAIN, "en")
    assert "map $uri" not in plain and "location ~ ^/[^/]+/ { error_page" in plain and "X-Robots-Tag" not in plain


def test_apache_is_told_of_every_header_and_of_every_language() -> None:
    lines = [line.strip() for line in render_apache(FRAMED, "nl").splitlines()]
    for header, value in FRAMED.headers.items():
        assert f'Header always set {header} "{value}"' in lines
    at = lines.index('<Files "embed.html">')
    assert "Header always unset X-Frame-Options" in lines[at : at + 4]
    assert 'Header always set Cross-Origin-Resource-Policy "cross-origin"' in lines[at : at + 4]
    assert [line for line in lines if line.startswith("ErrorDocument") and line.endswith(" /vp/404.html")] == [
        "ErrorDocument 404 /vp/404.html",
        "ErrorDocument 403 /vp/404.html",
    ]
    for code in ("en", "pl"):
        assert (
            f'<If "%{{REQUEST_URI}} =~ m#^/vp/{code}/#">' in lines and f"ErrorDocument 404 /vp/{code}/404.html" in lines
        )
        assert f"RewriteRule ^{code}/[^/]+/ /vp/{code}/404 [R=302,L]" in lines
    assert "RewriteRule ^(?!(?:en|pl)/)[^/]+/ /vp/404 [R=302,L]" in lines
    assert 'AddType "text/html; charset=utf-8" .html' in lines and 'AddType "image/png" .png' in lines
    plain = render_apache(PLAIN, "en")
    assert "<Files " not in plain and "<If" not in plain and "RewriteRule ^[^/]+/ /404 [R=302,L]" in plain


def test_each_kind_of_file_of_a_site_is_sent_as_what_it_is() -> None:
    assert TYPES == {
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


def test_who_may_frame_is_told_in_both_languages_what_was_wrong_with_it() -> None:
    with pytest.raises(InputError) as refused:
        read_frame("zee\x1b ster")
    (problem,) = refused.value.problems
    assert problem.where == "zee\\x1b ster" and problem.message.nl != problem.message.en
    assert problem.fix.nl == "schrijf bijvoorbeeld https://intranet.voorbeeld.example"
    assert read_frame("https://intranet.zeester.example") == ("https://intranet.zeester.example",)


def test_what_is_text_is_said_to_be_in_the_letters_of_the_site() -> None:
    assert {"text/html", "text/css", "text/javascript", "text/calendar", "text/vcard"} <= set(text_types())
    assert all(kind.startswith("text/") for kind in text_types())


NOOR = Person(
    "Noor & Sam",
    (
        (Say("Bel", "Call"), "020 000 00 01", "tel:+31200000001"),
        (Say("Mail", "Email"), "n@z.example", "mailto:n@z.example"),
    ),
)
CARD = Card("https://www.zeester.example/vp", ("nl", "en"), (NOOR,))


def test_a_text_to_paste_says_who_is_there_how_and_where_more_stands() -> None:
    assert CARD.text("nl") == (
        "Praten met een vertrouwenspersoon\n\nNoor & Sam\nBel: 020 000 00 01\nMail: n@z.example\n\n"
        "Lees hoe een gesprek gaat: https://www.zeester.example/vp/"
    )
    assert CARD.text("en").splitlines()[0] == "Talk to a confidential advisor"
    assert CARD.text("en").endswith("Read how a conversation goes: https://www.zeester.example/vp/en/")


def test_what_editors_take_says_the_same_with_its_links() -> None:
    assert CARD.html("en").split("\n") == [
        "<p><strong>Talk to a confidential advisor</strong></p>",
        '<p><strong>Noor &amp; Sam</strong><br>Call: <a href="tel:+31200000001">020 000 00 01</a><br>Email: <a href="mailto:n@z.example">n@z.example</a></p>',
        '<p><a href="https://www.zeester.example/vp/en/">Read how a conversation goes</a></p>',
    ]


def test_a_frame_is_there_for_each_language_of_the_site_and_named_in_that() -> None:
    (first, there, code), (second, elsewhere, other) = CARD.frames("en")
    assert (first, there) == ("nl", "https://www.zeester.example/vp/kit/embed.html")
    assert (second, elsewhere) == ("en", "https://www.zeester.example/vp/en/kit/embed.html")
    assert (
        code == f'<iframe src="{there}" title="Praten met een vertrouwenspersoon" width="100%" height="360"></iframe>'
    )
    assert 'title="Talk to a confidential advisor"' in other


@pytest.mark.parametrize(
    ("language", "address"), [("nl", "https://adres-van-de-website"), ("en", "https://address-of-the-site")]
)
def test_a_site_without_an_address_leaves_a_place_for_it_and_leads_nowhere(language: Language, address: str) -> None:
    card = Card(None, ("nl",), (NOOR,))
    assert [there for _, there, _ in card.frames(language)] == [f"{address}/kit/embed.html"]
    assert "://" not in card.text(language) and "://" not in card.html(language)


def test_a_card_holds_everybody_with_the_ways_they_have() -> None:
    made = card_of(profile(publication={"url": "https://www.zeester.example/vp/"}, safety={"discreet": True}))
    assert (made.address, made.languages, made.discreet) == ("https://www.zeester.example/vp", ("nl",), True)
    (noor,) = made.people
    assert noor.name == "Noor Voorbeeld"
    assert [(said.en, str(shown), leads) for said, shown, leads in noor.ways] == [
        ("Call", "020 000 00 01", "tel:+31200000001"),
        ("Email", "noor@zeester.example", "mailto:noor@zeester.example"),
    ]
    assert card_of(profile()).address is None and card_of(profile()).discreet is False


@pytest.mark.parametrize(
    ("of_site", "also", "made"),
    [
        (["nl"], [], ["nl"]),
        (["en", "nl"], [], ["nl", "en"]),
        (["en"], ["nl"], ["nl", "en"]),
        (["nl"], ["nl"], ["nl"]),
    ],
)
def test_pages_for_it_are_in_the_languages_of_the_site_and_of_who_asks(
    of_site: list[str], also: list[Language], made: list[str]
) -> None:
    assert list(languages_for(profile(organisation={"languages": of_site}), also)) == made


@pytest.mark.parametrize(
    ("kept", "nl", "en"),
    [
        (None, ": Noor Voorbeeld, 020 000 00 01, noor@zeester.example", ": Noor Voorbeeld, 020 000 00 01"),
        (
            "Praktijk Luister",
            ": Praktijk Luister (Noor Voorbeeld: 020 000 00 01,",
            ": Praktijk Luister (Noor Voorbeeld:",
        ),
        ({"nl": "Het Bureau", "en": "The Bureau"}, ": Het Bureau (Noor", ": The Bureau (Noor"),
    ],
)
def test_a_page_for_it_says_who_sends_it_in_its_own_language(kept: object, nl: str, en: str) -> None:
    sent = profile(organisation={"languages": ["nl", "en"]}, **({"maintained_by": kept} if kept else {}))
    made = for_it(Workspace.at(REPOSITORY), sent, {})
    assert nl in made["voor-ict.html"].decode() and en in made["for-it.html"].decode()
