"""The values that come out of a profile's text. What is refused stands in golden/value."""

from __future__ import annotations

from datetime import date

import pytest

from voorlichter.model_problems import Refused
from voorlichter.profile.fields import (
    check_date,
    check_hours,
    check_internal_number,
    check_mail,
    check_phone,
    check_url,
)


@pytest.mark.parametrize(
    ("written", "shown", "dialled"),
    [
        ("020 000 00 01", "020 000 00 01", "tel:+31200000001"),
        ("0200000001", "020 000 0001", "tel:+31200000001"),
        ("+31 20 000 00 01", "020 000 00 01", "tel:+31200000001"),
        ("0031 20 000 00 01", "020 000 00 01", "tel:+31200000001"),
        ("(020) 000-00.01", "020 000 00 01", "tel:+31200000001"),
        ("06 12345678", "06 12345678", "tel:+31612345678"),
        ("0800 0113", "0800 0113", "tel:08000113"),
        ("0900 8844", "0900 8844", "tel:09008844"),
        ("+32 470 12 34 56", "+32 470 12 34 56", "tel:+32470123456"),
    ],
)
def test_a_number_is_shown_as_people_read_it_and_dialled_from_anywhere(written: str, shown: str, dialled: str) -> None:
    number = check_phone(written)
    assert (str(number), number.href) == (shown, dialled)


def test_an_internal_number_may_be_short() -> None:
    assert check_internal_number("2222").href == "tel:2222"
    assert check_internal_number("020 000 00 01").href == "tel:+31200000001"
    with pytest.raises(Refused):
        check_internal_number("22")


@pytest.mark.parametrize("written", ["112;ext=1", "020 000 00 01<script>", "tel:112", "020 000 00 01 (alleen ochtend)", "*21*0200000001#"])
def test_a_number_holds_nothing_but_a_number(written: str) -> None:
    with pytest.raises(Refused):
        check_phone(written)


@pytest.mark.parametrize(
    ("written", "href"),
    [
        ("noor@zeester.example", "mailto:noor@zeester.example"),
        ("noor+site@zeester.example", "mailto:noor+site@zeester.example"),
        ("noor?subject=hoi@zeester.example", "mailto:noor%3Fsubject%3Dhoi@zeester.example"),
        ("noor&bcc=x@zeester.example", "mailto:noor%26bcc%3Dx@zeester.example"),
    ],
)
def test_an_address_opens_an_empty_message_to_it_alone(written: str, href: str) -> None:
    address = check_mail(written)
    assert (str(address), address.href) == (written, href)


@pytest.mark.parametrize("written", ["noor@zeester.example?subject=hoi", "noor@zeester.example,sam@zeester.example", "noor@zeester.example\nBcc: sam@zeester.example"])
def test_an_address_is_one_address(written: str) -> None:
    with pytest.raises(Refused):
        check_mail(written)


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("https://www.zeester.example/", "zeester.example"),
        ("https://zeester.example/a/b?c=d", "zeester.example/a/b"),
        ("  https://zeester.example  ", "zeester.example"),
    ],
)
def test_a_web_address_is_shown_short_and_kept_whole(written: str, shown: str) -> None:
    address = check_url(written)
    assert (str(address), address.href) == (shown, written.strip())


@pytest.mark.parametrize(
    "written",
    ["javascript:alert(1)", "JaVaScRiPt:alert(1)", "java\tscript:alert(1)", "data:text/html,x", "//zeester.example", "https:zeester.example", "https://", "https://zeester.example/\"onclick=", "https://a@b.example", "https://[::1", "ftp://zeester.example", "file:///etc/passwd", "https://zeester.example\\@elders.example"],
)
def test_an_address_that_could_do_harm_is_refused(written: str) -> None:
    with pytest.raises(Refused):
        check_url(written)


def test_dates_and_hours_keep_what_they_say() -> None:
    assert check_date("2028-02-29") == date(2028, 2, 29)
    assert check_hours("09:00-12:30,13:30-17:00") == "09:00-12:30, 13:30-17:00"
