"""A text to copy, line by line: what stands together, what is apart, and what every month ends with."""

from __future__ import annotations

from typing import Any

import pytest

from voorlichter.artefacts.kit.written import plan_reminders, render_mail, render_months, render_text, spell_out
from voorlichter.calendar_words import MONTHS
from voorlichter.slots.types import Url

NAMES = [f"month {number}" for number in range(1, 13)]


def part(id_: str, title: str = "", text: tuple[str, ...] = (), points: tuple[str, ...] = ()) -> dict[str, Any]:
    return {"id": id_, "title": title, "text": list(text), "points": list(points)}


def item(*parts: dict[str, Any]) -> Any:
    return {"title": "Talk", "parts": list(parts)}


@pytest.mark.parametrize(
    ("parts", "text"),
    [
        ((), "Talk\n"),
        ((part("a", "Head", ("One.", "Two.")),), "Talk\n\nHead\nOne.\n\nTwo.\n"),
        ((part("a", "", ("One.",)), part("b", "Head")), "Talk\n\nOne.\n\nHead\n"),
        ((part("a", "Head", (), ("x", "y")), part("b", "", ("Z.",))), "Talk\n\nHead\n\n- x\n- y\n\nZ.\n"),
        ((part("a", "", ("One.",), ("x",)),), "Talk\n\nOne.\n\n- x\n"),
        ((part("a"), part("b", "", ("Z.",))), "Talk\n\nZ.\n"),
    ],
)
def test_a_part_stands_under_its_title_and_apart_from_the_next(parts: tuple[dict[str, Any], ...], text: str) -> None:
    assert render_text(item(*parts)) == text.replace("\n", "\r\n")


def test_a_mail_begins_with_its_subject() -> None:
    mail = render_mail(item(part("a", "Head", ("One.",))), {"subject": "Subject"})
    assert mail == "Subject: Talk\r\n\r\nHead\r\nOne.\r\n"


MONTHLY = item(
    part(MONTHS[2], "spring", ("March.",), ("x",)),
    part("end", "Always", ("Call.",), ("y",)),
    part(MONTHS[0], "new", ("January.",)),
)


def test_every_month_is_called_by_its_name_and_ends_with_what_is_of_no_month() -> None:
    assert render_months(MONTHLY, NAMES).split("\r\n\r\n") == [
        *("Talk", "Month 3: spring\r\nMarch.", "- x", "Always\r\nCall.", "- y"),
        *("Month 1: new\r\nJanuary.", "Always\r\nCall.", "- y\r\n"),
    ]


def test_a_reminder_is_of_its_month_and_says_all_of_it() -> None:
    march, january = plan_reminders(MONTHLY, "zeester-")
    assert (march.id, march.month, march.title) == (f"zeester-{MONTHS[2]}", 3, "spring")
    assert march.text == "March.\n\nx\n\nCall.\n\ny"
    assert (january.id, january.month, january.text) == (f"zeester-{MONTHS[0]}", 1, "January.\n\nCall.\n\ny")
    assert [one.id for one in plan_reminders(MONTHLY)] == [MONTHS[2], MONTHS[0]]


SITE, OTHER = Url("zee.example/vp", "https://zee.example/vp"), Url("a.example", "http://a.example")


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("See zee.example/vp.", "See https://zee.example/vp."),
        ("zee.example/vp", "https://zee.example/vp"),
        ("See https://zee.example/vp.", "See https://zee.example/vp."),
        ("See www.zee.example/vp.", "See www.zee.example/vp."),
        ("Mail a@zee.example/vp.", "Mail a@zee.example/vp."),
        ("See zee.example/vp/more.", "See zee.example/vp/more."),
        ("See zee.example/vp-2 or zeexexample/vp.", "See zee.example/vp-2 or zeexexample/vp."),
        ("See a.example and (zee.example/vp).", "See http://a.example and (https://zee.example/vp)."),
    ],
)
def test_an_address_is_spelled_out_where_it_stands_by_itself(text: str, told: str) -> None:
    assert spell_out(text, SITE, None, OTHER) == told


def test_without_an_address_a_text_stays_as_it_is() -> None:
    assert spell_out("See a.example.") == spell_out("See a.example.", None) == "See a.example."
