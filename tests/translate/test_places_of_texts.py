"""Where a text stands on a site: on which page, after which anchor, and in which line a translator sees it."""

from __future__ import annotations

import pytest

from voorlichter.translate.places import PlaceSeen, find_places
from voorlichter.translated import Segment


def text(
    target: str | None, english: str = "nothing there says this", key: str = "call", of: str = "strings"
) -> Segment:
    return Segment((of, key), "Bel", english, target, None)


def page(body: str) -> str:
    return f"<html><head><title>t</title></head><body>{body}</body></html>"


def place(said: str | None, body: str, english: str = "nothing there says this") -> PlaceSeen | None:
    one = text(said, english)
    return find_places([one], {"pl/index.html": page(body)}).get(one.id)


def line_of(said: str, body: str) -> str | None:
    found = place(said, body)
    return found.line if found else None


def test_a_place_is_said_by_its_page_its_anchor_and_its_line() -> None:
    assert PlaceSeen("pl/index.html").said == "pl/index.html"
    assert PlaceSeen("pl/index.html", "wie").said == "pl/index.html#wie"
    assert PlaceSeen("pl/index.html", "wie", "Zadzwoń").said == "pl/index.html#wie: Zadzwoń"
    assert PlaceSeen("pl/index.html", line="Zadzwoń").said == "pl/index.html: Zadzwoń"


def test_a_text_stands_after_the_last_anchor_before_it() -> None:
    body = '<h1 id="top">Kop</h1><p>Zadzwoń</p><h2 id="wie">Wie</h2><div><p class="x">Napisz</p></div>'
    assert place("Kop", body) == PlaceSeen("pl/index.html", "top", "Kop")
    assert place("Zadzwoń", body) == PlaceSeen("pl/index.html", "top", "Zadzwoń")
    assert place("Napisz", body) == PlaceSeen("pl/index.html", "wie", "Napisz")
    assert place("Bel", "<p>Bel</p>") == PlaceSeen("pl/index.html", "", "Bel")
    unseen = '<p id="a">Een</p><div aria-hidden="true"><p id="b">Nee</p></div><p>Twee</p>'
    assert place("Twee", unseen) == PlaceSeen("pl/index.html", "a", "Twee"), "nobody is led to what nobody sees"


def test_the_first_page_comes_first_and_that_for_a_wrong_address_last() -> None:
    pages = {f"pl/{name}.html": page("<p>Zadzwoń</p>") for name in ("404", "wie", "hulp", "index")}
    one = text("Zadzwoń")
    for gone, there in (
        ("pl/index.html", "pl/index.html"),
        ("pl/hulp.html", "pl/hulp.html"),
        ("pl/wie.html", "pl/wie.html"),
    ):
        assert find_places([one], pages)[one.id].page == there
        del pages[gone]
    assert find_places([one], pages)[one.id].page == "pl/404.html"


def test_a_line_of_its_own_goes_before_one_that_only_holds_a_text() -> None:
    body = '<p id="a">Zadzwoń do nas teraz.</p><p id="b">Zadzwoń</p>'
    assert place("Zadzwoń", body) == PlaceSeen("pl/index.html", "b", "Zadzwoń")
    assert line_of("Zadzwoń do nas", body) == "Zadzwoń do nas teraz."
    assert line_of("do nas", body) == "Zadzwoń do nas teraz."


@pytest.mark.parametrize(
    ("said", "line"),
    [
        ("Zadzwoń [[ org.name ]] teraz", "Zadzwoń Zee teraz"),
        ("Zadzwoń [[ a ]]", "Zadzwoń Zee teraz"),
        ("[[ a ]] teraz", "Zadzwoń Zee teraz"),
        ("[% if a %]Zadzwoń[% endif %] Zee teraz", "Zadzwoń Zee teraz"),
        ("%(name)s Zee {0}", "Zadzwoń Zee teraz"),
    ],
)
def test_what_the_program_fills_in_may_be_anything(said: str, line: str) -> None:
    assert line_of(said, f"<p>Nic.</p><p>{line}</p>") == line


def test_what_stands_there_in_some_cases_only_is_found_by_its_longest_part() -> None:
    body = "<p>Ab</p><p>Cd</p><p>Zadzwoń do nas</p>"
    assert line_of("[% if a %]Nigdy[% else %]Zadzwoń do nas[% endif %]", body) == "Zadzwoń do nas"
    assert line_of("teraz [[ a ]] nas", body) is None
    assert line_of("Zadz", body) == "", "a part of a word is no line, and may be of a script"
    assert line_of("Zad", body) is None
    assert line_of("[[ a ]]", body) is None


def test_a_few_letters_are_found_anywhere_and_so_count_only_in_a_line_that_holds_all_of_a_text() -> None:
    assert line_of("Abc [[ a ]] nigdy", "<p>Nic Abc</p>") is None
    assert line_of("Abcd [[ a ]] gdy", "<p>Nic Abcd tu</p>") == "Nic Abcd tu"
    assert line_of("Abc [[ a ]] gdy", "<p>Nic Abc gdy</p>") == "Nic Abc gdy"
    assert line_of("gdy [[ a ]] Abc", "<p>Nic Abc gdy</p>") is None, "in their order"


def test_spaces_and_signs_that_nobody_sees_make_no_difference() -> None:
    assert line_of("Zadzwoń\u00a0do\n nas", "<p>Zadzwoń\u2060 do\u200f\u2066 \u2069nas</p>") == "Zadzwoń do nas"
    assert line_of("\u200eZadzwoń", "<p>  Zadzwoń </p>") == "Zadzwoń"


def test_what_a_page_says_aloud_and_its_description_are_lines_too() -> None:
    assert line_of("Foto", '<p><img src="a.png" alt="Foto">x</p>') == "Foto"
    html = '<html><head><meta name="description" content="Wie dat is"></head><body></body></html>'
    one = text("Wie dat is")
    assert find_places([one], {"pl/a.html": html})[one.id] == PlaceSeen("pl/a.html", "", "Wie dat is")


def test_a_text_for_a_script_has_a_page_and_no_line() -> None:
    body = '<script type="application/json">{"a": "Zadzwoń %(n)s", "b": "Abc"}</script>'
    assert place("Zadzwoń %(n)s", body) == PlaceSeen("pl/index.html")
    assert place("Abc", body) is None and place("Nigdy", body) is None
    assert place("Zadzwoń", f"{body}<p>Zadzwoń</p>") == PlaceSeen("pl/index.html", "", "Zadzwoń")


def test_where_a_translation_is_not_shown_its_english_is_looked_for() -> None:
    body = "<p>Call now</p>"
    assert (
        place("Zadzwoń", body, "Call now")
        == place(None, body, "Call now")
        == PlaceSeen("pl/index.html", "", "Call now")
    )
    both = "<p>Call now</p><p>Zadzwoń</p>"
    assert place("Zadzwoń", both, "Call now") == PlaceSeen("pl/index.html", "", "Zadzwoń")
    assert place(None, both, "") is None


def test_a_text_of_the_kit_stands_on_paper_and_one_that_is_nowhere_has_no_place() -> None:
    poster = text("Zadzwoń", key="title", of="kit/poster")
    nowhere = text("Nigdzie", key="b")
    found = find_places([poster, nowhere, text("Zadzwoń")], {"pl/index.html": page("<p>Zadzwoń</p>")})
    assert found == {poster.id: PlaceSeen("poster*.pdf"), "strings.call": PlaceSeen("pl/index.html", "", "Zadzwoń")}
