"""What there is to read aloud as one page: which sentences stand on it, under which headings, and what stands beside each."""

from __future__ import annotations

import html
import re
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from voorlichter.brand import plan_palette
from voorlichter.organisation import Organisation
from voorlichter.problems import Language, Say
from voorlichter.profile.model import Profile
from voorlichter.profile.read import ProfileSource
from voorlichter.profile.vocabulary import Vocabulary
from voorlichter.reading.page import labels_in_words, render_reading_page, title_of, written_keys
from voorlichter.reading.plan import EVERYWHERE, Part
from voorlichter.reading.sentences import ReadSentence
from voorlichter.site.media import Media
from voorlichter.yaml_source import read_yaml

WRITTEN = """organisation: {name: Zee & Zon, workforce: 60, languages: [nl, en], locations: [{id: kade, name: De Kade}]}
advisors:
  - {id: noor, name: "Voorbeeld, Noor", kind: external, phone: 020 000 00 01, call_name: Noortje}
  - {id: sam, name: Sam Elders, kind: internal, email: sam@elders.example}
doors: {hr: {name: Team HR, phone: 020 000 00 10}, own: {name: Wij}}
maintained_by: Praktijk Luister
"""
VOCABULARY = Vocabulary(doors={"hr": Say("Personeelszaken", "Human resources")})


def organisation(written: str = WRITTEN) -> Organisation:
    read = read_yaml(Path("profile.yml"), written.encode())
    source = ProfileSource(read.path, read.data, read.keys, read.values, slug="zee")
    media = Media(plan_palette("#0f5e5a"), {})
    return Organisation("zee", source, Profile.model_validate(read.data), media, {}, date(2026, 11, 2))


ZEE = organisation()


def part(name: str, *sentences: str | ReadSentence, title: str = "Wie er is · Zee", code: str = "nl") -> Part:
    told = [ReadSentence(one) if isinstance(one, str) else one for one in sentences]
    return Part(code, name, None, (ReadSentence(title),) if title else (), tuple(told))


def page(*parts: Part, language: Language = "en") -> str:
    return render_reading_page(parts, ZEE, language, VOCABULARY)


def lines(text: str) -> list[tuple[str, str, str]]:
    """Of each sentence the language it is marked with, what it says, and what stands beside it."""
    found = re.findall(r'<li><label><input type="checkbox"> <span lang="(.*?)">(.*?)</span></label>(.*?)</li>', text)
    return [(code, html.unescape(said), html.unescape(re.sub("<.*?>", "", keys))) for code, said, keys in found]


def headings(text: str) -> list[tuple[str, str, str]]:
    found = re.findall(r'<(h\d) class="(?:part" lang="(\w+)|language)">(.*?)</h\d>', text)
    return [(level, code, html.unescape(said)) for level, code, said in found]


def test_every_sentence_has_a_box_to_tick_and_stands_under_its_page() -> None:
    text = page(part(EVERYWHERE, "Bel Noor.", title=""), part("wie.html", "Noor luistert.", "<b> & zo."))
    assert headings(text) == [("h2", "en", "On nearly every page"), ("h2", "nl", "Wie er is")]
    assert lines(text) == [("nl", "Bel Noor.", ""), ("nl", "Noor luistert.", ""), ("nl", "<b> & zo.", "")]
    assert '<progress max="3" value="0" aria-label="Read">' in text
    assert "<b> & zo" not in text


def test_a_page_says_in_its_own_language_what_it_is_for() -> None:
    text = page(part("wie.html", "Bel."), language="nl")
    assert '<html lang="nl">' in text and "<h1>Voorlezen: Zee &amp; Zon</h1>" in text
    for said in (
        "Lees elke zin hardop",
        "De vinkjes worden nergens bewaard",
        "Naar de eerste zonder vinkje",
        "Verberg wat een vinkje heeft",
        "Gelezen en akkoord, naam en datum:",
        'aria-label="Gelezen"',
        '"count": "%n van %m zinnen"',
        '"ready": "Alles heeft een vinkje."',
    ):
        assert said in text, said
    english = page(part("wie.html", "Bel."))
    for said in (
        "<h1>Read aloud: Zee &amp; Zon</h1>",
        "Read every sentence aloud",
        "The ticks are kept nowhere",
        "To the first without a tick",
        "Hide what is ticked",
        "Read and agreed, name and date:",
        '"count": "%n of %m sentences"',
        '"ready": "Everything is ticked."',
    ):
        assert said in english, said


def test_of_several_languages_each_has_its_heading_and_its_own_pages_below_it() -> None:
    text = page(
        part(EVERYWHERE, "Bel.", title=""),
        part("wie.html", "Noor luistert."),
        part("wie.html", "Noor listens.", title="Who · Zee", code="en"),
        part("leeg.html", title="Leeg", code="en"),
    )
    assert headings(text) == [
        ("h2", "", "Dutch"),
        ("h3", "en", "On nearly every page"),
        ("h3", "nl", "Wie er is"),
        ("h2", "", "English"),
        ("h3", "en", "Who"),
    ]
    assert [code for code, _, _ in lines(text)] == ["nl", "nl", "en"]
    assert lines(text)[2] == ("en", "Noor listens.", "")


def test_a_page_without_a_title_is_called_by_its_file() -> None:
    assert headings(page(part("kit/poster", "Bel.", title=""))) == [("h2", "nl", "kit/poster")]
    two = Part("nl", "x.html", None, (ReadSentence("Wie?"), ReadSentence("Noor · Zee · x")), ())
    assert title_of(two) == "Wie? Noor"


def test_beside_a_sentence_stands_what_it_is_made_from_once_and_whether_it_is_there_on_some_days() -> None:
    sentence = ReadSentence(
        "Bel Noor.", ("advisors.noor.phone", "advisors.noor.phone"), ("not advisors.noor.absent",), sometimes=True
    )
    plain = ReadSentence("Bel.", ("maintained_by",))
    assert [beside for _, _, beside in lines(page(part("a.html", sentence, plain)))] == [
        "on some days, Telephone of Noortje",
        "Maintained by",
    ]
    assert lines(page(part("a.html", sentence), language="nl"))[0][2] == "op sommige dagen, Telefoon van Noortje"
    assert lines(page(part("a.html", ReadSentence("Bel.", sometimes=True))))[0][2] == "on some days"


def test_keys_that_are_written_are_told_and_where_none_is_those_that_could_be() -> None:
    def keys(*values: str, flags: tuple[str, ...] = ()) -> list[Any]:
        return written_keys(ReadSentence("x", values, flags), ZEE)

    assert keys("org.short_name") == [("organisation", "name")]
    assert keys("advisors.sam.at_start") == [("advisors", 1, "name")]
    assert keys("advisors.noor.at_start") == [("advisors", 0, "call_name"), ("advisors", 0, "name")]
    assert keys("advisors.noor.absent") == [("advisors", 0, "absences")], "not written, and the only one"
    assert keys("org.name", "org.name", flags=("org.from_50",)) == [
        ("organisation", "name"),
        ("organisation", "workforce"),
    ]
    assert keys() == []


@pytest.mark.parametrize(
    ("path", "nl", "en"),
    [
        (("maintained_by",), "Onderhouden door", "Maintained by"),
        (("advisors",), "Vertrouwenspersonen", "Advisors"),
        (("organisation", "locations"), "Locaties", "Locations"),
        (("organisation", "name"), "Organisatie: Naam", "Organisation: Name"),
        (("advisors", 0), "Noor Voorbeeld", "Noor Voorbeeld"),
        (("advisors", 1), "Sam Elders", "Sam Elders"),
        (("advisors", 0, "phone"), "Telefoon van Noortje", "Telephone of Noortje"),
        (("advisors", 1, "kind"), "Sam: Intern of extern", "Sam: Internal or external"),
        (("doors", "hr"), "Personeelszaken", "Human resources"),
        (("doors", "hr", "phone"), "Personeelszaken: Telefoon", "Human resources: Telephone"),
        (("doors", "own"), "own", "own"),
        (("topics",), "Onderwerpen", "Topics"),
        (("topics", "workload", "inside"), "Onderwerp workload: Hoort erbij", "Topic workload: Inside"),
        (("advisors", 0, "about", "en"), "Noortje: Over (Engels)", "Noortje: About (English)"),
        (
            ("complaints_procedure", "name", "nl"),
            "Klachtenregeling: Naam (Nederlands)",
            "Complaints procedure: Name (Dutch)",
        ),
    ],
)
def test_a_key_is_called_as_whoever_never_saw_a_profile_says_it(path: tuple[str | int, ...], nl: str, en: str) -> None:
    assert labels_in_words(ZEE, VOCABULARY, "nl")(path) == nl
    assert labels_in_words(ZEE, VOCABULARY, "en")(path) == en


def test_where_the_doors_could_not_be_read_they_are_called_by_their_keys() -> None:
    label = labels_in_words(ZEE, Vocabulary(doors=None), "en")
    assert label(("doors", "hr")) == "hr"


def test_an_organisation_with_a_name_in_each_language_is_called_so() -> None:
    named = organisation(WRITTEN.replace("name: Zee & Zon", "name: {nl: Zee, en: Sea}"))
    for language, called in (("nl", "Voorlezen: Zee"), ("en", "Read aloud: Sea")):
        text = render_reading_page([part("a.html", "x")], named, language, VOCABULARY)  # type: ignore[arg-type]
        assert f"<title>{called}</title>" in text
