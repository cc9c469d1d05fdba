"""The sheet on which a native reader writes what is better."""

from __future__ import annotations

from voorlichter.languages import shipped
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
