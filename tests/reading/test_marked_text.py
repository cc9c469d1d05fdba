"""Marked text, read back: which slots a sentence shows, under which conditions it stands, and whose advisor it is about."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import pytest

from voorlichter.reading.sentences import OpenMarks, ReadSentence, read_marked_lines, read_marked_page
from voorlichter.reading.trace import TraceMark, split_marks, trace, under
from voorlichter.slots.model import LocationSlots, PersonSlots


@dataclass(frozen=True)
class Place:
    """A thing that has a name of its own nowhere."""

    name: str
    people: tuple[PersonSlots, ...]


@dataclass(frozen=True)
class Way:
    """Leads to somebody."""

    lead: PersonSlots
    at: LocationSlots


@dataclass(frozen=True)
class Site:
    advisor: PersonSlots
    advisors: tuple[PersonSlots, ...]
    places: tuple[Place, ...]
    location: LocationSlots
    way: Way
    groups: tuple[tuple[PersonSlots, ...], ...]
    title: str = "Zee"


def person(name: str) -> PersonSlots:
    return PersonSlots(*(name if field in ("id", "name") else None for field in PersonSlots.__slots__))  # type: ignore[arg-type]


NOOR, SAM, YUSUF = map(person, ("noor", "sam", "yusuf"))
SITE: Any = Site(
    NOOR,
    (NOOR, SAM, YUSUF),
    (Place("quay", (SAM,)), Place("dock", (YUSUF, NOOR))),
    LocationSlots("here", "Here", ()),
    Way(SAM, LocationSlots("dock", "Dock", ())),
    ((NOOR, SAM), (YUSUF,)),
)


def marked(text: str) -> str:
    """`<value title|` opens a mark and `>` ends it."""
    return text.replace("<", "\ufdd0").replace("|", "\ufdd1").replace(">", "\ufdd0end\ufdd1")


def sentences(*lines: str) -> list[ReadSentence]:
    return list(read_marked_lines(map(marked, lines), SITE))


def sentence(text: str) -> ReadSentence:
    (only,) = sentences(text)
    return only


def test_text_without_marks_is_text() -> None:
    assert split_marks("Een zin.") == ["Een zin."] and split_marks("") == []
    assert split_marks(marked("a<value b.c|d> e<claim one two|")) == [
        *("a", TraceMark("value", "b.c"), "d", TraceMark("end", ""), " e", TraceMark("claim", "one two")),
    ]


def test_each_sentence_has_the_values_and_conditions_that_it_stands_in() -> None:
    found = sentences("Een <value title|Zee>. <if org.care|Twee. <not team.both|Drie>.> <given maintained_by|Vier.>")
    assert [(one.text, one.values, one.flags, one.given) for one in found] == [
        ("Een Zee.", ("title",), (), ()),
        ("Twee.", (), ("org.care",), ()),
        ("Drie.", (), ("org.care", "not team.both"), ()),
        ("Vier.", (), ("maintained_by",), ("maintained_by",)),
    ]
    assert [one.unclaimed for one in found] == [(), ("org.care",), ("org.care", "not team.both"), ()]


def test_a_value_twice_is_told_once_and_a_mark_may_go_on_in_the_next_line() -> None:
    first, second = sentences("<if org.care|<value title|Zee> en <value title|Zee>.", "Nog een.>")
    assert first.values == ("title",) and first.flags == second.flags == ("org.care",)
    assert sentence("Een.").flags == ()


def test_spaces_in_a_row_are_one_and_marks_add_none() -> None:
    assert sentence("  Een   <value title|  Zee >  en\n meer<value title|ster>.  ").text == "Een Zee en meerster."
    assert sentence("Bel<if org.care| > nu.").text == "Bel nu."
    assert [one.text for one in sentences("", "   ", "<if org.care|>")] == []


@pytest.mark.parametrize(
    ("condition", "flags"),
    [
        ("if org.care", ("org.care",)),
        ("if not org.care", ("not org.care",)),
        ("not org.care", ("not org.care",)),
        ("not not org.care", ("org.care",)),
        ("if not org.care and org.from_50", ("not org.care", "org.from_50")),
        ("not org.care or not org.from_50", ("not org.care", "org.from_50")),
        ("if 'nl' in spoken", ("spoken",)),
        ('if org.name == "Zee"', ("org.name",)),
        ("if loop.first and org.care", ("org.care",)),
        ("if advisor.phone", ("advisors.noor.phone",)),
        ("if location.name", ("locations.here.name",)),
        ("if title.length", ("title.length",)),
        ("if somewhere.else", ("somewhere.else",)),
    ],
)
def test_a_condition_is_told_by_the_slots_that_it_asks_for(condition: str, flags: tuple[str, ...]) -> None:
    assert sentence(f"<{condition}|Tekst.>").flags == flags


@pytest.mark.parametrize(
    ("loop", "value", "name"),
    [
        ("for one in advisors#1", "one.name", "advisors.noor.name"),
        ("for one in advisors#3", "one.name", "advisors.yusuf.name"),
        ("for one in advisors", "advisor.name", "advisors.noor.name"),
        ("for one in advisors[1:]#1", "one.name", "advisors.sam.name"),
        ("for one in advisors[:2]#2", "one.name", "advisors.sam.name"),
        ("for one in advisors[1:3]#2", "one", "advisors.yusuf"),
        ("for one in places#2", "one.name", "places.name"),
        ("for one in places#1", "one", "places"),
    ],
)
def test_in_a_loop_a_value_is_of_what_the_loop_has_come_to(loop: str, value: str, name: str) -> None:
    told = loop if "#" in loop else f"{loop}#1"
    assert sentence(f"<{told}|<value {value}|x>.>").values == (name,)


def test_a_loop_in_a_loop_goes_over_what_the_outer_one_has_come_to() -> None:
    read = sentence("<for place in places#2|<for one in place.people#1|<value one.name|x> bij <value place.name|y>.>>")
    assert read.values == ("advisors.yusuf.name", "places.name")
    again = sentence("<for one in advisors#1|<for one in advisors#2|<value one.id|x>> en <value one.id|y>.>")
    assert again.values == ("advisors.sam.id", "advisors.noor.id")


def test_who_is_found_by_another_way_is_called_by_their_own_name_all_the_same() -> None:
    assert sentence("<value way.lead.name|x>.").values == ("advisors.sam.name",)
    assert sentence("<value way.lead|x>.").values == ("advisors.sam",)
    assert sentence("<if way.at.name|x>.").flags == ("locations.dock.name",)
    assert sentence("<value way.gone.name|x>.").values == ("way.gone.name",)


def test_a_loop_over_what_the_outer_one_has_come_to_itself() -> None:
    read = sentence("<for group in groups#1|<for one in group#2|<value one.name|x>>>.")
    assert read.values == ("advisors.sam.name",)
    assert sentence("<for group in groups#2|<for one in group[:1]#1|<value one.id|x>>>.").values == (
        "advisors.yusuf.id",
    )
    assert sentence("<for group in groups#2|<value group|x>>.").values == ("groups",)


def test_a_claim_belongs_to_the_condition_or_the_turn_of_a_loop_around_it() -> None:
    found = sentences(
        "<if org.care|<claim sector care|Een. Twee.> Drie. <for one in advisors#1|<claim one|Vier.> Vijf."
    )
    assert [one.claims for one in found] == [("sector care",), ("sector care",), (), ("one",), ()]
    assert [one.unclaimed for one in found] == [()] * 5
    given = sentences("<given title|<claim one|Een.> <not org.care|Twee.>")
    assert [one.claims for one in given] == [("one",), ()]
    assert [bool(one.unclaimed) for one in given] == [False, True]


def test_a_general_claim_is_of_the_sentences_after_it_whatever_it_stands_in() -> None:
    found = sentences("Een. <if org.care|Twee. <claim general talk free|Drie.> Vier.")
    assert [one.claims for one in found] == [(), (), ("general talk free",), ("general talk free",)]
    assert sentence("Een.<claim late|").claims == ("late",)


def test_a_condition_around_texts_is_a_mark_and_without_one_there_is_none() -> None:
    assert under(None, ["Een.", "Twee."]) == ["Een.", "Twee."]
    lines = under("org.care", ["Een.", "Twee."])
    assert [one.flags for one in read_marked_lines([*lines, "Drie."], SITE)] == [("org.care",), ("org.care",), ()]


def page(text: str) -> tuple[list[ReadSentence], list[ReadSentence]]:
    title, _, body = text.partition("¶")
    return read_marked_page(
        f"<html><head><title>{title.translate(SIGNS)}</title></head><body>{body.translate(SIGNS)}</body></html>", SITE
    )


SIGNS = str.maketrans({"⟨": "\ufdd0", "|": "\ufdd1"})
"""On a page a mark is ⟨…|."""


def test_the_tab_is_told_apart_from_the_page() -> None:
    tab, read = page("⟨value title|Zee⟨end| vandaag¶<p>Een.</p><p>⟨value title|Zee⟨end|.</p>")
    assert [(one.text, one.values) for one in tab] == [("Zee vandaag", ("title",))]
    assert [(one.text, one.values) for one in read] == [("Een.", ()), ("Zee.", ("title",))]


def test_on_a_page_and_in_its_tab_an_advisor_is_called_by_their_id() -> None:
    tab, read = page("⟨value advisor.name|Noor⟨end|¶<p>⟨for one in advisors#2|⟨value one.name|Sam⟨end|⟨end|</p>")
    assert [one.values for one in (*tab, *read)] == [("advisors.noor.name",), ("advisors.sam.name",)]


def test_what_a_page_says_aloud_is_told_and_what_it_never_shows_is_not() -> None:
    _, read = page(
        'Zee¶<p><img src="a.png" alt="Foto van ⟨value title|Zee⟨end|">Een.</p><script>Nee.</script><svg><text>Nee.</text></svg>'
        '<span aria-hidden="true">Nee.</span><p>Twee.</p>'
    )
    assert [(one.text, one.values) for one in read] == [("Foto van Zee", ("title",)), ("Een.", ()), ("Twee.", ())]


def test_what_is_hidden_comes_some_day_with_all_that_stands_in_it() -> None:
    _, read = page(
        "Zee¶<p>Een. <span hidden>Twee.<b>Drie.</b></span> Vier.</p><div hidden><p>Vijf.</p></div><p>Zes.</p>"
    )
    assert {one.text: one.sometimes for one in read} == {
        "Een.": False,
        "Twee.Drie.": True,
        "Vier.": False,
        "Vijf.": True,
        "Zes.": False,
    }


def test_a_picture_that_is_hidden_hides_nothing_after_it() -> None:
    _, read = page('Zee¶<p>Een.<img src="a.png" hidden> Twee.</p>')
    assert [one.sometimes for one in read] == [False] * len(read)


def test_sentences_side_by_side_of_which_one_is_shown_are_two() -> None:
    _, read = page("Zee¶<p><span>Bel nu!</span><span hidden>Schrijf?</span><span>Morgen weer.</span></p>")
    assert [one.text for one in read] == ["Bel nu!", "Schrijf?", "Morgen weer."]
    _, read = page("Zee¶<p><span>Bel </span><span hidden>nu</span><span>mij.</span></p>")
    assert [one.text for one in read] == ["Bel numij."]


def test_links_side_by_side_are_lines_of_their_own_and_one_in_a_sentence_is_not() -> None:
    _, read = page(
        'Zee¶<p><a href="a">Bel</a> <a href="b">Mail</a></p><p><a href="a">Bel</a> of <a href="b">mail</a>.</p>'
    )
    assert [one.text for one in read] == ["Bel", "Mail", "Bel of mail."]
    _, read = page('Zee¶<p><a href="a">⟨value title|Zee⟨end|</a>⟨if org.care| ⟨end|<a href="b">Mail</a></p>')
    assert [one.text for one in read] == ["Zee", "Mail"]


def test_a_claim_before_any_text_is_of_the_next_line() -> None:
    _, read = page("Zee¶<div>⟨claim one|<p>Een.</p></div><p>Twee.</p>⟨claim two|")
    assert [(one.text, one.claims) for one in read] == [("Een.", ("one",)), ("Twee.", ())]
    _, read = page("Zee¶⟨claim one|<p>A</p>")
    assert [(one.text, one.claims) for one in read] == [("A", ("one",))]


def test_where_nothing_is_open_a_claim_has_nothing_around_it() -> None:
    marks = OpenMarks(SITE)
    assert marks.innermost() is None
    marks.turn(TraceMark("if", "org.care"))
    marks.turn(TraceMark("value", "title"))
    around = marks.innermost()
    assert around is not None and around.names == ("org.care",)
    marks.turn(TraceMark("end", ""))
    marks.turn(TraceMark("end", ""))
    assert marks.innermost() is None and marks.full_name("advisor") == "advisors.noor"


@pytest.mark.parametrize(
    ("template", "kind"),
    [
        ("[% if a %][[ a ]][% endif %]", "given"),
        ("[% if a %][[ a.b ]][% endif %]", "given"),
        ("[% if a %][[ ab ]][% endif %]", "if"),
        ("[% if a %]x[% endif %][[ a ]]", "if"),
        ("[% if a %]x[% else %][[ a ]][% endif %]", "if"),
        ("[% if a %][% if b %]x[% else %]y[% endif %][[ a ]][% endif %]", "given"),
        ("[% if a %][% for b in c %][[ a ]][% endfor %][% endif %]", "given"),
        ("[% if a and b %][[ a ]][% endif %]", "if"),
        ("[% if a and b %][[ a ]][[ b ]][% endif %]", "given"),
        ("[% if not a %][[ a ]][% endif %]", "if"),
    ],
)
def test_a_condition_is_shown_to_hold_by_its_own_value_and_no_other(template: str, kind: str) -> None:
    mark = split_marks(trace(template))[1]
    assert isinstance(mark, TraceMark) and mark.kind == kind


def test_a_template_is_marked_around_what_its_tags_give_and_nowhere_else() -> None:
    def shown(text: str) -> str:
        return trace(text).replace("\ufdd0", "<").replace("\ufdd1", "|")

    assert shown("a [[ org.name ]] b") == "a <value org.name|[[ org.name ]]<end| b"
    assert shown("[% if  a  and b %]x[% else %]y[% endif %]z") == (
        "[% if  a  and b %]<if a and b|x<end|[% else %]<not a and b|y<end|[% endif %]z"
    )
    assert shown("[% for a in b[1:] %]x[% endfor %]") == (
        "[% for a in b[1:] %]<for a in b[1:]#[[ loop.index ]]|x<end|[% endfor %]"
    )
    assert shown('<p title="[[ a ]]" id="[[ a ]]">') == '<p title="<value a|[[ a ]]<end|" id="[[ a ]]">'
    assert shown("<p [% if a %]hidden[% else %]x[% endif %]>") == "<p [% if a %]hidden[% else %]x[% endif %]>"
    assert shown("a[# a remark #]b[#  claims one\n two #]c") == "ab<claim one two|c"
    assert shown('[% include "a.html" %]') == '[% include "a.html" %]'
