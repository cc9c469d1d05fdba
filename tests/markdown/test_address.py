"""Forms of address: chosen in a mark, missed outside one."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from voorlichter.markdown.address import Form, check_address, is_said_in, resolve_address
from voorlichter.problems import Say


@pytest.mark.parametrize(
    ("written", "je", "u"),
    [
        ("{Heb je|Hebt u} een vraag?", "Heb je een vraag?", "Hebt u een vraag?"),
        ("{Jouw|Uw} verhaal, {jouw|uw} tempo.", "Jouw verhaal, jouw tempo.", "Uw verhaal, uw tempo."),
        ("Bel{|t u}.", "Bel.", "Belt u."),
        ("{je bent|u bent}.", "je bent.", "u bent."),
        ("**{Je neemt|U neemt} contact op.**", "**Je neemt contact op.**", "**U neemt contact op.**"),
        (
            'Iemand zei: {"Dat zie je verkeerd."}',
            "Iemand zei: “Dat zie je verkeerd.”",
            "Iemand zei: “Dat zie je verkeerd.”",
        ),
    ],
)
def test_a_mark_gives_the_form_that_is_asked_for(written: str, je: str, u: str) -> None:
    assert (resolve_address(written, "je"), resolve_address(written, "u")) == (je, u)


@pytest.mark.parametrize(
    "text",
    [
        "## Kop {#kop}",
        "Tekst {.klas #kop}",
        '{: title="a|b" }',
        "een { los haakje",
        "{zonder streep}",
        "| a | b |\n|---|---|",
    ],
)
def test_what_is_no_mark_stays_as_it_is(text: str) -> None:
    assert resolve_address(text, "u") == text


def words(text: str) -> list[str]:
    return [problem.where for problem in check_address(Path("p.md"), text)]


@pytest.mark.parametrize("word", ["je", "jij", "jou", "jouw", "jezelf", "u", "uw", "uzelf", "Je", "U", "JE"])
def test_a_bare_word_is_found(word: str) -> None:
    assert words(f"Als {word} belt.") == [word]


@pytest.mark.parametrize(
    "text",
    [
        "{Je belt|U belt}.",
        'Hij zei: {"Dat gaat je niets aan."}',
        "[Lees](je.md) en [meer](uw-rechten.md)",
        '<a href="u.html" class="je">Lees</a>',
        "Kijk op https://www.uw.example/je",
        "[[ advisor.je ]] [% if u %]x[% endif %]",
        "<!-- wat je hier moet weten -->",
        "## Kop {#je}",
        "menu's, auto's, jeugd, juist, uur, jouwe, Kuwait",
        "24-u dienst",
    ],
)
def test_what_only_looks_like_it_is_left_alone(text: str) -> None:
    assert words(text) == []


def test_a_bare_word_has_its_place_in_the_file() -> None:
    (problem,) = check_address(Path("p.md"), "Een\ntwee u.", line=7, column=5)
    assert (problem.mark.line, problem.mark.column) == (8, 6)
    (problem,) = check_address(Path("p.md"), "Dag u.", line=7, column=5)
    assert (problem.mark.line, problem.mark.column) == (7, 9)


@pytest.mark.parametrize(
    ("word", "mark"),
    [
        *(
            ("je", "{je|u}"),
            ("jij", "{jij|u}"),
            ("jou", "{jou|u}"),
            ("jouw", "{jouw|uw}"),
            ("jezelf", "{jezelf|uzelf}"),
        ),
        *(("u", "{je|u}"), ("uw", "{jouw|uw}"), ("uzelf", "{jezelf|uzelf}")),
        *(("Jij", "{Jij|U}"), ("Jouw", "{Jouw|Uw}"), ("Jezelf", "{Jezelf|Uzelf}"), ("JE", "{Je|U}")),
        *(("U", "{Je|U}"), ("Uw", "{Jouw|Uw}"), ("Uzelf", "{Jezelf|Uzelf}"), ("UW", "{Jouw|Uw}")),
    ],
)
def test_the_way_out_is_a_mark_to_paste(word: str, mark: str) -> None:
    (problem,) = check_address(Path("p.md"), f"Als {word} belt.")
    assert [problem.render("nl"), problem.render("en")] == [
        f"p.md:1:5  {word}  “{word}” staat buiten een aanspreekvorm  "
        f'schrijf {mark} met het werkwoord erbij, of {{"…"}} om een citaat',
        f"p.md:1:5  {word}  “{word}” stands outside a form-of-address mark  "
        f'write {mark} with its verb, or {{"…"}} around a quotation',
    ]


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("<!-- je\nu -->\nDag u.", ["3:5 u"]),
        ("[[ je\n.u ]] je", ["2:7 je"]),
        ("u’s je's ’u 'u u- -u 1u u1 uù u", ["1:31 u"]),
        ('<p id="u" src="je" title="uw">', ["1:27 uw"]),
        ('href="je\nu" jou', ["2:4 jou"]),
        ("{: u } {.je\n} {#u} {uw}", ["2:9 uw"]),
        ("[je](\nu) u", ["1:2 je", "2:4 u"]),
        ("<!-- je  u --> u", ["1:16 u"]),
        ("{je [[ a\n.b ]]|u}", ["1:2 je", "2:7 u"]),
        ("http://u.example/je uw", ["1:21 uw"]),
        ("{je|u\n}", ["1:2 je", "1:5 u"]),
        ("{je||u}", ["1:2 je", "1:6 u"]),
        ("{je|u|uw}", ["1:2 je", "1:5 u", "1:7 uw"]),
        ('{"a" je|u}', ["1:6 je", "1:9 u"]),
        ('{"u\nje"} {""} u', ["2:11 u"]),
        ("*u* (uw) “je” je/u", ["1:2 u", "1:6 uw", "1:11 je", "1:15 je", "1:18 u"]),
    ],
)
def test_only_what_is_read_is_found_and_at_its_place(text: str, places: list[str]) -> None:
    found = check_address(Path("p.md"), text)
    assert [f"{one.mark.line}:{one.mark.column} {one.where}" for one in found] == places


@pytest.mark.parametrize(
    ("written", "je", "u"),
    [
        ("{je|}, {|u}", "je, ", ", u"),
        ('{a"b|c}', 'a"b', "c"),
        ('{""}{"a\nb"}', "“”“a\nb”", "“”“a\nb”"),
        *((same, same, same) for same in ("{#a|b}", "{.a|b}", "{:a|b}", '{"a|b}', "{a||b}", "{a|b\n}", '{"a{b"}')),
    ],
)
def test_a_mark_is_two_forms_on_one_line(written: str, je: str, u: str) -> None:
    assert (resolve_address(written, "je"), resolve_address(written, "u")) == (je, u)


@pytest.mark.parametrize(
    ("word", "form", "is_its_own"),
    [
        *((word, "je", True) for word in ("je", "jij", "jou", "jouw", "jezelf", "Je", "JOUW")),
        *((word, "u", True) for word in ("u", "uw", "uzelf", "Uw", "UZELF")),
        *((word, "u", False) for word in ("je", "Jij", "jezelf")),
        *((word, "je", False) for word in ("u", "Uw", "uzelf")),
    ],
)
def test_in_a_text_for_one_site_its_own_form_is_known(word: str, form: Form, is_its_own: bool) -> None:
    (problem,) = check_address(Path("p.md"), f"Als {word} belt.")
    assert is_said_in(problem, form) is is_its_own
    other = replace(problem, message=Say("iets anders", "something else"))
    assert not is_said_in(other, form)
