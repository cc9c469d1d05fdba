"""A file that a translator's program reads and writes: what it shows, what comes back, and what is refused with its place."""

from __future__ import annotations

from pathlib import Path

import pytest

from voorlichter.problems import Mark
from voorlichter.translate.xliff import Translated, locked_in, read_xliff, render_xliff
from voorlichter.translated import Segment

FILE = Path("pl.xlf")
HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n<xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" '


def segment(
    source: str, target: str | None = None, seen: str | None = None, english: str = "Call", key: str = "call"
) -> Segment:
    return Segment(("strings", key), source, english, target, seen)


CALL = segment("{Bel|Belt u} [[ org.name ]] op %(phone)s", "Zadzwoń [[ org.name ]]: %(phone)s")
PLAIN = segment("Bel nu", key="now")


def rendered(*segments: Segment) -> str:
    return render_xliff(segments, "pl", {}, {})


def returned(text: str, *segments: Segment) -> tuple[list[Translated], list[tuple[int, str, str]]]:
    taken, problems = read_xliff(FILE, text.encode(), segments, "pl")
    return taken, [(one.mark.line, one.message.en, one.fix.en) for one in problems]


def test_what_the_program_fills_in_is_locked() -> None:
    text = "Bel [[ org.name ]][% if a %] of {0}[% endif %][# niets #] op %(phone)s, {1} keer {je|u}"
    assert locked_in(text) == [
        *("[[ org.name ]]", "[% if a %]", "{0}", "[% endif %]", "[# niets #]", "%(phone)s", "{1}"),
    ]


def test_a_text_goes_out_with_its_english_its_locked_parts_and_what_was_made_of_it() -> None:
    assert rendered(CALL) == (
        f'{HEAD}version="2.1" srcLang="nl" trgLang="pl"><file id="words">\n'
        f'<unit id="strings.call" name="{CALL.hash}"><notes><note category="en">Call</note></notes>'
        '<originalData><data id="d1">[[ org.name ]]</data><data id="d2">%(phone)s</data></originalData>'
        '<segment state="translated"><source>Bel '
        '<ph id="p1" dataRef="d1" disp="[[ org.name ]]" canDelete="no" /> op '
        '<ph id="p2" dataRef="d2" disp="%(phone)s" canDelete="no" /></source><target>Zadzwoń '
        '<ph id="p1" dataRef="d1" disp="[[ org.name ]]" canDelete="no" />: '
        '<ph id="p2" dataRef="d2" disp="%(phone)s" canDelete="no" /></target></segment></unit>\n</file></xliff>\n'
    )


def test_a_text_that_nobody_translated_has_no_target_and_begins_with_what_is_locked() -> None:
    text = rendered(segment("{0} dagen", english="{0} {day|days}"))
    assert (
        '<segment state="initial"><source><ph id="p1" dataRef="d1" disp="{0}" canDelete="no" /> dagen</source>' in text
    )
    assert "<target" not in text and '<note category="en">{0} day</note>' in text
    assert "originalData" not in rendered(PLAIN) and "<source>Bel nu</source></segment></unit>\n</file>" in rendered(
        PLAIN
    )


def test_what_stands_twice_is_locked_twice_and_kept_once() -> None:
    text = rendered(segment("{0} en {0}"))
    assert text.count("<data ") == 1 and text.count('dataRef="d1"') == 2
    assert '<ph id="p2" dataRef="d1"' in text


def test_what_a_translation_has_of_its_own_is_locked_too_and_comes_back_as_it_was() -> None:
    broken = segment("{0} dagen", "{1} dni")
    assert '<ph id="p1" dataRef="d2" disp="{1}" canDelete="no" />' in rendered(broken)
    taken, [(_, what, fix)] = returned(rendered(broken), broken)
    assert (taken, what) == ([], "what the program fills in is not what it was here")
    assert fix == "put in, each as often as in Dutch: {0}"


@pytest.mark.parametrize(
    ("target", "seen", "state"),
    [
        (None, None, "initial"),
        ("Zadzwoń", None, "translated"),
        ("Zadzwoń", PLAIN.hash, "translated"),
        ("Z", "0", "initial"),
    ],
)
def test_what_was_made_of_an_earlier_dutch_is_to_be_done_again(
    target: str | None, seen: str | None, state: str
) -> None:
    assert f'<segment state="{state}">' in rendered(segment("Bel nu", target, seen))


def test_a_translator_sees_where_a_text_stands_and_a_picture_of_it() -> None:
    text = render_xliff([CALL, PLAIN], "pl", {"strings.now": "Op de knop"}, {"strings.now": "pictures/now.png"})
    first, second = text.split("</unit>")[:2]
    assert 'xmlns:res="urn:oasis:names:tc:xliff:resourcedata:2.0"' in text and "resource" not in first.split("<unit")[1]
    assert 'category="place"' not in first and '<note category="place">Op de knop</note></notes>' in second
    assert (
        '<res:resourceData><res:resourceItem id="picture" mimeType="image/png" context="yes">'
        '<res:reference href="pictures/now.png" /></res:resourceItem></res:resourceData><notes>'
    ) in second
    assert "xmlns:res" not in rendered(CALL)


def test_what_went_out_comes_back_as_it_was() -> None:
    assert returned(rendered(CALL, PLAIN), CALL, PLAIN) == ([Translated(CALL, str(CALL.target), CALL.hash)], [])


def test_a_translation_may_move_what_is_locked_and_a_mark_in_it_is_read_through() -> None:
    text = rendered(segment(CALL.source, "Z", None)).replace(
        "<target>Z</target>",
        '<target>\n <ph id="p2" dataRef="d2"/> to <mrk id="m1"><pc>numer <ph id="p1" dataRef="d1"/></pc> a</mrk>. \n</target>',
    )
    (taken,), problems = returned(text, CALL)
    assert (taken.text, problems) == ("%(phone)s to numer [[ org.name ]] a.", [])


def test_a_text_in_several_parts_is_one() -> None:
    text = rendered(segment("Bel nu", "Zad", None, key="now")).replace(
        "</segment>", "</segment><segment><source/><target>zwoń</target></segment>"
    )
    assert [one.text for one in returned(text, PLAIN)[0]] == ["Zadzwoń"]


def test_what_was_left_empty_is_left_out() -> None:
    text = rendered(segment("Bel nu", "  ", None, key="now"))
    assert returned(text, PLAIN) == ([], [])


def test_the_dutch_that_a_translator_saw_is_remembered_and_for_what_was_not_touched_the_earlier_one() -> None:
    old = segment("Bel nu", "Zadzwoń", "0123456789ab", key="now")
    assert [one.seen for one in returned(rendered(old), old)[0]] == ["0123456789ab"]
    looked_at = rendered(old).replace('state="initial"', 'state="translated"')
    assert [one.seen for one in returned(looked_at, old)[0]] == [old.hash]
    better = rendered(old).replace("Zadzwoń", "Dzwoń")
    assert [(one.seen, one.text) for one in returned(better, old)[0]] == [(old.hash, "Dzwoń")]
    first = segment("Bel nu", "Zadzwoń", None, key="now")
    unseen = rendered(first).replace('state="translated"', 'state="initial"')
    assert [one.seen for one in returned(unseen, first)[0]] == [first.hash]


@pytest.mark.parametrize(
    "text",
    [
        "no xml",
        '<xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" trgLang="uk"/>',
        '<xliff xmlns="urn:oasis:names:tc:xliff:document:1.2" trgLang="pl"/>',
        '<xliff xmlns="urn:oasis:names:tc:xliff:document:2.0"/>',
        '<!DOCTYPE xliff><xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" trgLang="pl"/>',
    ],
)
def test_another_file_or_another_language_is_refused_whole(text: str) -> None:
    taken, (problem,) = read_xliff(FILE, text.encode(), [PLAIN], "pl")
    assert (taken, problem.where, problem.mark) == ([], "pl.xlf", Mark(FILE))
    assert (problem.message.en, problem.message.nl) == ("this is no XLIFF 2 in pl", "dit is geen XLIFF 2 in het pl")
    assert problem.fix.en == "give what `voorlichter translate export --language pl` wrote, translated"
    assert problem.fix.nl == "geef wat `voorlichter translate export --language pl` schreef, vertaald"


def test_each_text_that_cannot_be_taken_is_told_with_its_line_and_the_others_are_taken() -> None:
    other = segment("Mail nu", "Napisz <b>", None, key="mail")
    gone = segment("Weg", "Precz", None, key="gone")
    text = rendered(segment(CALL.source, "Zadzwoń: %(phone)s", None), gone, other, segment("Bel nu", "Tak", key="now"))
    taken, problems = read_xliff(FILE, text.encode(), [CALL, other, PLAIN], "pl")
    assert [(one.segment.id, one.text) for one in taken] == [("strings.now", "Tak")]
    assert [(one.mark.line, one.where) for one in problems] == [
        (3, "strings.call"),
        (4, "strings.gone"),
        (5, "strings.mail"),
    ]
    assert [(one.message.en, one.fix.en) for one in problems] == [
        (
            "what the program fills in is not what it was here",
            "put in, each as often as in Dutch: [[ org.name ]], %(phone)s",
        ),
        ("there is no such text", "leave it out"),
        ("plain text belongs here", "remove <"),
    ]
    assert [(one.message.nl, one.fix.nl) for one in problems] == [
        (
            "wat het programma invult, is hier niet meer wat het was",
            "zet erin, elk één keer zo vaak als in het Nederlands: [[ org.name ]], %(phone)s",
        ),
        ("deze tekst is er niet", "laat hem weg"),
        ("hier hoort gewone tekst", "haal < weg"),
    ]


def test_a_slot_too_many_is_told_where_the_dutch_has_none() -> None:
    _, [(_, _, fix)] = returned(
        rendered(segment("Bel nu", "Tak", key="now")).replace("Tak", "Tak [[ org.name ]]"), PLAIN
    )
    assert fix == "put in, each as often as in Dutch: –"


def test_after_a_text_that_was_left_empty_the_others_are_taken() -> None:
    left, made = segment("Bel nu", None, None, key="now"), segment("Mail nu", "Napisz", None, key="mail")
    gone = segment("Weg", "Precz", None, key="gone")
    taken, problems = returned(rendered(left, gone, CALL, made), left, CALL, made)
    assert [one.segment.id for one in taken] == ["strings.call", "strings.mail"]
    assert [(line, what) for line, what, _ in problems] == [(4, "there is no such text")]


def test_a_unit_without_a_name_is_told_with_its_line() -> None:
    text = rendered(PLAIN, CALL).replace(f'<unit id="strings.now" name="{PLAIN.hash}">', "<unit>")
    _, [problem] = read_xliff(FILE, text.encode(), [PLAIN, CALL], "pl")
    assert (problem.where, problem.mark, problem.message.en) == ("", Mark(FILE, 3), "there is no such text")


def test_what_is_locked_and_names_nothing_is_missing() -> None:
    for spoiled in ("<ph/>", '<ph dataRef="d9"/>', "<pc>[[ org</pc>"):
        text = rendered(segment(CALL.source, "Z", None)).replace("<target>Z</target>", f"<target>Z {spoiled}</target>")
        taken, [(_, what, _)] = returned(text, CALL)
        assert (taken, what) == ([], "what the program fills in is not what it was here")


def test_a_text_that_came_back_whole_in_a_mark_is_read_with_what_stands_between_and_behind() -> None:
    text = rendered(segment("Bel nu", "Z", None, key="now")).replace(
        "<target>Z</target>", "<target>Zad<mrk>z<pc>w</pc>o</mrk>ń <pc>te<mrk/>raz</pc>!</target>"
    )
    assert [one.text for one in returned(text, PLAIN)[0]] == ["Zadzwoń teraz!"]


def test_a_text_that_was_not_touched_in_one_of_its_parts_alone_was_looked_at() -> None:
    old = segment("Bel nu", "Zadzwoń", "0123456789ab", key="now")
    both = rendered(old).replace("</segment>", '</segment><segment state="%s"><source/></segment>')
    assert [one.seen for one in returned(both % "initial", old)[0]] == ["0123456789ab"]
    assert [one.seen for one in returned(both % "final", old)[0]] == [old.hash]


def test_the_hash_of_a_unit_that_lost_it_is_nobodys() -> None:
    text = rendered(segment("Bel nu", "Tak", None, key="now")).replace(f' name="{PLAIN.hash}"', "")
    assert [one.seen for one in returned(text, PLAIN)[0]] == [""]
