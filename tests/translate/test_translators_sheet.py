"""The sheet on which a native reader writes what is better."""

from __future__ import annotations

import re

import pytest

from voorlichter.languages import shipped
from voorlichter.problems import Language
from voorlichter.translate.sheet import render_sheet
from voorlichter.translated import Segment


def segment(said: str, target: str | None, seen: str | None) -> Segment:
    return Segment(("strings", "call"), said, "Call", target, seen)


def test_every_text_stands_beside_the_dutch_with_room_for_a_better_one() -> None:
    page = render_sheet([segment("Bel <nu> & praat", "Zadzwoń", None)], "pl", shipped()["pl"], "en")
    assert '<td lang="nl">Bel &lt;nu&gt; &amp; praat<br><small>strings.call</small></td>' in page
    assert '<td lang="pl" dir="ltr">Zadzwoń</td><td contenteditable lang="pl" dir="ltr"></td>' in page
    assert "<h1>Polish (Polski)</h1>" in page and '<html lang="en">' in page
    assert page.count("<tr>") == 2 and "better is" in page and "Read by, and on which day:" in page


def test_a_language_from_right_to_left_is_written_so_and_a_text_that_lacks_leaves_room() -> None:
    page = render_sheet([segment("Bel", None, None)], "ar", shipped()["ar"], "nl")
    assert '<td lang="ar" dir="rtl"></td><td contenteditable lang="ar" dir="rtl"></td>' in page
    assert "beter is" in page and '<html lang="nl">' in page


def test_whether_the_dutch_changed_since_is_told_with_the_text() -> None:
    now = segment("Bel", "Zadzwoń", None)
    told = [
        "the Dutch has changed since" in render_sheet([segment("Bel", "Zadzwoń", seen)], "pl", shipped()["pl"], "en")
        for seen in (None, now.hash, "an earlier one")
    ]
    assert told == [False, False, True]


SAID: dict[Language, tuple[str, list[str], str, str]] = {
    "nl": (
        "Pools (Polski)",
        ["Nederlands", "vertaling", "beter is"],
        "Lees elke zin over als iemand wiens eigen taal dit is. Klopt zij, zegt zij hetzelfde als het Nederlands, en is zij gewone taal? "
        "Schrijf ernaast wat beter is. Wat tussen haken of achter een procentteken staat, vult het programma in.",
        "Gelezen door, en op welke dag:",
    ),
    "en": (
        "Polish (Polski)",
        ["Dutch", "translation", "better is"],
        "Read every sentence over as somebody whose own language this is. Is it right, does it say the same as the Dutch, and is it plain? "
        "Write beside it what is better. What stands in brackets or behind a per cent sign is filled in by the program.",
        "Read by, and on which day:",
    ),
}  # fmt: skip


@pytest.mark.parametrize("language", ["nl", "en"])
def test_a_sheet_is_whole_in_the_language_of_who_asked(language: Language) -> None:
    title, columns, lead, sign = SAID[language]
    stale = {"nl": "het Nederlands is daarna veranderd", "en": "the Dutch has changed since"}[language]
    texts = [segment('Bel "nu"', "<Zadzwoń>", "an earlier one"), segment("Mail", "Napisz", None)]
    page = render_sheet(texts, "pl", shipped()["pl"], language)
    style = re.search(r"<style>(.*)</style>", page)
    assert style and re.fullmatch(r"([a-z,]+\{[a-z-]+:[^;{}]+(;[a-z-]+:[^;{}]+)*\})+", style[1])
    head = "".join(f'<th scope="col">{column}</th>' for column in columns)
    room = '<td contenteditable lang="pl" dir="ltr"></td></tr>'
    assert page.replace(style[0], "") == (
        f'<!doctype html>\n<html lang="{language}">\n<head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{title}</title></head>\n<body>\n<h1>{title}</h1>\n<p>{lead}</p>\n"
        f"<table><thead><tr>{head}</tr></thead>\n<tbody>\n"
        f'<tr><td lang="nl">Bel &quot;nu&quot;<br><small>strings.call ({stale})</small></td>'
        f'<td lang="pl" dir="ltr">&lt;Zadzwoń&gt;</td>{room}\n'
        f'<tr><td lang="nl">Mail<br><small>strings.call</small></td><td lang="pl" dir="ltr">Napisz</td>{room}\n'
        f"</tbody></table>\n<p>{sign}</p>\n</body></html>\n"
    )
