"""What the pages for IT and for the intranet say of one site: each part that follows from the models, in the language of the page."""

from __future__ import annotations

import json

import pytest
from hosting.test_told_of_hosting import profile
from support import REPOSITORY

from voorlichter.hosting.blocks import EXAMPLE_CARD, PageFacts, fill_in
from voorlichter.hosting.card import Card, Person
from voorlichter.hosting.model import NO_STORE, TYPES, Hosting
from voorlichter.hosting.nginx import render_nginx
from voorlichter.hosting.page import for_it, render_files
from voorlichter.problems import Language, Say
from voorlichter.workspace import MANIFEST, Workspace

INTRANET = "https://intranet.zeester.example"
HOSTING = Hosting("/vp/", ("en",), framed_by=(INTRANET, "https://mijn.zeester.example"))
CARD = Card(
    "https://www.zeester.example/vp", ("nl", "en"), (Person("Noor & Sam", ((Say("Bel", "Call"), "1", "tel:1"),)),)
)


def part(name: str, facts: PageFacts) -> str:
    """What stands in a page between the marks of one part."""
    mark = f"<!-- hosting: {name} -->"
    filled = fill_in(f"# Kop\n\n{mark}\nwas\n<!-- /hosting -->\nEinde\n", facts)
    before, _, rest = filled.partition(f"{mark}\n\n")
    told, _, after = rest.partition("\n\n<!-- /hosting -->\n")
    assert (before, after) == ("# Kop\n\n", "Einde\n"), "what stands around it stays"
    return told


def test_every_part_of_a_page_is_written_anew_and_the_rest_stays() -> None:
    text = "a\n<!-- hosting: text -->\nx\n<!-- /hosting -->\nb\n<!-- hosting: text -->\ny\n<!-- /hosting -->\nc\n"
    filled = fill_in(text, PageFacts("nl", card=CARD))
    told = f"\n```text\n{CARD.text('nl')}\n```\n\n"
    assert (
        filled
        == f"a\n<!-- hosting: text -->\n{told}<!-- /hosting -->\nb\n<!-- hosting: text -->\n{told}<!-- /hosting -->\nc\n"
    )
    assert fill_in("niets\n", PageFacts("nl")) == "niets\n"


def test_which_types_of_file_there_are_is_told_with_those_that_not_every_server_knows() -> None:
    names = list(TYPES)
    rare = "woff2 is `font/woff2`, pptx is `application/vnd.openxmlformats-officedocument.presentationml.presentation`, ics is `text/calendar`, vcf is `text/vcard`."
    listed = ", ".join(names[:-1])
    assert part("kinds", PageFacts("nl")) == (
        f"Bestandstypen: {listed} en {names[-1]}. Niet elke server kent ze allemaal: {rare}"
    )
    assert part("kinds", PageFacts("en")) == (
        f"Types of file: {listed} and {names[-1]}. Not every server knows all of them: {rare}"
    )


@pytest.mark.parametrize("noindex", [True, False])
def test_a_table_tells_every_header_its_value_and_what_to_know_of_it(noindex: bool) -> None:
    hosting = Hosting(noindex=noindex)
    dutch, english = (part("headers", PageFacts(language, hosting)).split("\n") for language in ("nl", "en"))  # type: ignore[arg-type]
    assert dutch[:2] == ["| header | waarde |", "| --- | --- |"] and english[0] == "| header | value |"
    rows = {line.split("`")[1]: line for line in english[2:]}
    assert list(rows) == [*hosting.headers, "Cache-Control"]
    assert rows["X-Frame-Options"] == "| `X-Frame-Options` | `DENY` |"
    assert rows["Strict-Transport-Security"] == (
        "| `Strict-Transport-Security` | `max-age=31536000` (holds for the whole host; leave it out where you arrange this already) |"
    )
    assert ("X-Robots-Tag" in rows) is noindex
    if noindex:
        assert rows["X-Robots-Tag"].endswith("| `noindex` as long as the site does not belong in search engines |")
        assert dutch[-2].endswith("| `noindex` zolang de website niet in zoekmachines hoort |")
    assert (
        dutch[-1] == f"| `Cache-Control` | `{NO_STORE}` op html, zodat er op een gedeelde computer niets achterblijft |"
    )
    assert rows["Cache-Control"].endswith("on html, so that nothing stays behind on a shared computer |")


def test_the_settings_of_nginx_stand_in_the_page_as_they_stand_in_its_file() -> None:
    for language in ("nl", "en"):
        told = part("nginx", PageFacts(language, HOSTING))  # type: ignore[arg-type]
        assert told == f"```nginx\n{render_nginx(HOSTING, language)}```"  # type: ignore[arg-type]


def test_what_differs_for_the_small_page_is_told_by_who_may_frame_it_or_by_an_example() -> None:
    told = part("frame", PageFacts("en", HOSTING)).split("\n")
    assert told[:2] == ["| header | value for that one file |", "| --- | --- |"]
    assert f"frame-ancestors {INTRANET} https://mijn.zeester.example` |" in told[2]
    assert told[3:] == ["| `X-Frame-Options` | leave out |", "| `Cross-Origin-Resource-Policy` | `cross-origin` |"]
    example = part("frame", PageFacts("nl", Hosting())).split("\n")
    assert example[0] == "| header | waarde voor dat ene bestand |" and example[3] == "| `X-Frame-Options` | weglaten |"
    assert "frame-ancestors https://intranet.voorbeeld.example` |" in example[2]


def test_who_may_show_the_card_is_told_and_what_is_to_be_done_before_anybody_may() -> None:
    allowed = f"`{INTRANET}`, `https://mijn.zeester.example`"
    assert part("framed_by", PageFacts("nl", HOSTING)) == (
        f"**De kaart mag getoond worden door** {allowed}, zodra ICT de instellingen heeft overgenomen."
    )
    assert part("framed_by", PageFacts("en", HOSTING)) == (
        f"**The card may be shown by** {allowed}, once IT has taken over the settings."
    )
    lacking, nobody = part("framed_by", PageFacts("en", Hosting(), has_card=False)).split("\n\n")
    assert lacking.startswith(
        "**This version of the site does not hold the card yet.** The sender makes it with `voorlichter kit`"
    )
    assert nobody.startswith(
        "**No site may show the card yet.** Give the sender the beginning of your intranet's address"
    )
    first, second = part("framed_by", PageFacts("nl", HOSTING, has_card=False)).split("\n\n")
    assert first.startswith("**In deze versie van de website zit de kaart nog niet.**") and second.startswith(
        "**De kaart mag"
    )
    assert part("framed_by", PageFacts("nl", Hosting())).startswith("**Nu mag nog geen enkele site de kaart tonen.**")


def test_the_code_to_paste_is_there_for_each_language_of_the_site_called_in_that_of_the_page() -> None:
    card = Card("https://www.zeester.example/vp", ("nl", "en", "xx"), ())
    blocks = part("embed", PageFacts("nl", card=card)).split("\n\n")
    frames = list(card.frames("nl"))
    assert blocks == [
        block
        for called, (_, address, frame) in zip(("Nederlands:", "Engels:", "Xx:"), frames, strict=True)
        for block in (called, f"```text\n{address}\n```", f"```html\n{frame}\n```")
    ]
    assert [one for one in part("embed", PageFacts("en", card=card)).split("\n\n") if one.endswith(":")] == [
        *("Dutch:", "English:", "Xx:")
    ]


def test_the_text_to_paste_and_the_one_for_editors_are_in_the_language_of_the_page() -> None:
    for language in ("nl", "en"):
        facts = PageFacts(language, card=CARD)  # type: ignore[arg-type]
        assert part("text", facts) == f"```text\n{CARD.text(language)}\n```"  # type: ignore[arg-type]
        assert part("html", facts) == f"```html\n{CARD.html(language)}\n```"  # type: ignore[arg-type]


def test_what_is_somebody_elses_is_held_back_until_the_page_is_html() -> None:
    held: list[str] = []

    def hold(value: str) -> str:
        held.append(value)
        return f"<{len(held)}>"

    assert part("text", PageFacts("en", card=CARD, shown=hold)) == "```text\n<1>\n```"
    assert held == [CARD.text("en")]


def test_the_example_of_the_pages_themselves_is_of_nobody() -> None:
    assert EXAMPLE_CARD.text("nl") == (
        "Praten met een vertrouwenspersoon\n\nNoor Voorbeeld\nBel: 020 000 00 01\nMail: noor@voorbeeld.example\n\n"
        "Lees hoe een gesprek gaat: https://intranet.voorbeeld.example/vertrouwenspersoon/"
    )
    assert [code for code, _, _ in EXAMPLE_CARD.frames("nl")] == ["nl", "en"]
    assert PageFacts("nl").hosting == Hosting() and PageFacts("nl").card == EXAMPLE_CARD and PageFacts("nl").has_card


# The pages as they are sent


WORKSPACE = Workspace.at(REPOSITORY)
MADE = {MANIFEST: json.dumps({"voorlichter": "0", "code": "abcd-efgh", "files": {}}).encode(), "kit/embed.html": b""}


def made(site: dict[str, bytes] = MADE, **changes: object) -> dict[str, str]:
    sent = profile(organisation={"languages": ["nl", "en"]}, **changes)
    return {name: data.decode() for name, data in for_it(WORKSPACE, sent, site).items()}


def test_with_a_site_go_two_pages_and_the_settings_of_each_server_in_every_language() -> None:
    names = ("nginx.conf", "apache-htaccess.txt", "iis/web.config", "cloudflare-pages/_headers")
    names += ("azure/staticwebapp.config.json",)
    assert list(render_files(HOSTING, "en")) == [f"for-it/{name}" for name in names]
    assert set(made()) == {
        *("voor-ict.html", "voor-intranet.html", "for-it.html", "for-intranet.html"),
        *(f"{folder}/{name}" for folder in ("voor-ict", "for-it") for name in names),
    }


def test_a_page_says_where_the_site_will_stand_and_the_one_for_it_which_version_it_is() -> None:
    address = "https://www.zeester.example/vp"
    pages = made(publication={"url": address})
    assert f"<strong>De website komt te staan op</strong> {address}" in pages["voor-ict.html"]
    assert f"<strong>The site will stand at</strong> {address}" in pages["for-intranet.html"]
    assert (
        "<strong>De code van deze versie is abcd-efgh.</strong> Hij staat ook op de website zelf"
        in pages["voor-ict.html"]
    )
    assert "<strong>The code of this version is abcd-efgh.</strong> It stands on the site too" in pages["for-it.html"]
    assert "abcd-efgh" not in pages["voor-intranet.html"] + pages["for-intranet.html"]
    for page, at in (("voor-ict.html", "De website komt"), ("voor-intranet.html", "De website komt")):
        body = pages[page].partition("<body>")[2]
        assert body.index("<h1") < body.index(at) < body.index("<h2"), "at its beginning"
    without = made({})
    assert (
        "komt te staan op" not in without["voor-ict.html"] and "De code van deze versie" not in without["voor-ict.html"]
    )
    assert "geen enkele site de kaart" in without["voor-intranet.html"]


@pytest.mark.parametrize(
    ("name", "language", "title"),
    [
        ("voor-ict", "nl", "Voor ICT"),
        ("for-it", "en", "For IT"),
        ("voor-intranet", "nl", "Voor het intranet"),
        ("for-intranet", "en", "For the intranet"),
    ],
)
def test_a_page_is_a_whole_one_in_its_language_with_its_title(name: str, language: Language, title: str) -> None:
    page = made()[f"{name}.html"]
    assert page.startswith(f'<!doctype html>\n<html lang="{language}">') and page.endswith("</body>\n</html>\n")
    assert f"<title>{title}</title>" in page and "hosting:" not in page and "⟦" not in page
    assert "<table>" in page if name in ("voor-ict", "for-it") else "<pre>" in page


def test_whether_the_card_is_in_the_site_is_told_on_the_page_for_the_intranet() -> None:
    lacks = "In deze versie van de website zit de kaart nog niet."
    assert lacks not in made()["voor-intranet.html"] and lacks in made({})["voor-intranet.html"]
