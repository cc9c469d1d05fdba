"""Forms of address: chosen in a mark, missed outside one."""

from __future__ import annotations

from pathlib import Path

import pytest

from voorlichter.markdown.address import check_address, resolve_address


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
    ("word", "mark"), [("je", "{je|u}"), ("jouw", "{jouw|uw}"), ("u", "{je|u}"), ("uw", "{jouw|uw}")]
)
def test_the_way_out_is_a_mark_to_paste(word: str, mark: str) -> None:
    (problem,) = check_address(Path("p.md"), f"Als {word} belt.")
    assert mark in problem.fix.nl
