"""Telephone numbers as people write them: what is dialled, what is shown, and what is said of the others."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from voorlichter.model_problems import Refused
from voorlichter.profile.values.telephone import (
    check_app_number,
    check_internal_number,
    check_phone,
    costs_money,
    is_alarm,
    is_internal,
    takes_messages,
)
from voorlichter.slots.types import Tel

Check = Callable[[object], Tel]


def refused(check: Check, written: object) -> Refused:
    with pytest.raises(Refused) as told:
        check(written)
    return told.value


@pytest.mark.parametrize(
    ("written", "shown", "dialled"),
    [
        ("020-0000001", "020 000 0001", "tel:+31200000001"),
        ("0031(0)20-0000001", "020 000 0001", "tel:+31200000001"),
        ("+31(0)200000001", "020 000 0001", "tel:+31200000001"),
        ("+31 020 000 00 01", "020 000 00 01", "tel:+31200000001"),
        ("020 0000 001", "020 0000 001", "tel:+31200000001"),
        ("020 00000 01", "020 000 0001", "tel:+31200000001"),
        ("020 00 00 00 1", "020 000 0001", "tel:+31200000001"),
        ("0612 345 678", "06 12345678", "tel:+31612345678"),
        ("088 000 00 01", "088 000 00 01", "tel:+31880000001"),
        ("0970 1234 5678", "0970 1234 5678", "tel:+3197012345678"),
        ("+31 800 0113", "0800 0113", "tel:08000113"),
        ("0909 0000", "0909 0000", "tel:09090000"),
        ("0044 20 7946 0000", "+44 20 7946 0000", "tel:+442079460000"),
        ("14 0800", "14 0800", "tel:140800"),
        ("113", "113", "tel:113"),
        ("100", "100", "tel:100"),
        ("12345", "12345", "tel:12345"),
    ],
)
def test_a_number_that_can_be_rung_is_dialled_as_everywhere_and_keeps_groups_that_can_be_read(
    written: str, shown: str, dialled: str
) -> None:
    number = check_phone(written)
    assert (str(number), number.href) == (shown, dialled)


@pytest.mark.parametrize(
    ("word", "shown"),
    [
        (" tst 5", " tst. 5"),
        (" tst.: 5", " tst. 5"),
        (" TST 5", " TST. 5"),
        (", toestel 5", " toestel 5"),
        ("; doorkiesnummer 5", " doorkiesnummer 5"),
        (" doorkies: 5", " doorkies 5"),
        (" ext 5", " ext. 5"),
        (" Ext. 5", " Ext. 5"),
        (" extension 123456", " extension 123456"),
    ],
)
def test_an_extension_is_shown_with_its_word_and_dialled_after_a_pause(word: str, shown: str) -> None:
    number = check_phone(f"020 000 00 01{word}")
    assert (str(number), number.href) == (f"020 000 00 01{shown}", f"tel:+31200000001,{shown.split()[-1]}")


@pytest.mark.parametrize(
    "written", ["99", "012", "123456", "020 000", "14 03", "+999 123", "4321 tst 5", "066 12345678"]
)
def test_a_number_that_does_not_exist_is_said_to_ring_nowhere(written: str) -> None:
    told = refused(check_phone, written)
    assert told.message.en.startswith(f"“{written}” cannot be rung: it has too many or too few digits")
    assert told.value is None


@pytest.mark.parametrize(
    "written",
    ["bel 4321", "020 000 00 01 ext 1234567", "020 000 00 01 of 02", "tst 5", "receptie", "", "12a", "tel", "#31#"],
)
def test_what_is_no_number_is_said_to_be_none(written: str) -> None:
    told = refused(check_phone, written)
    assert (told.message.en, told.value) == ("this is not a telephone number", None)


@pytest.mark.parametrize("written", [4321, None, True, ["020 000 00 01"], {"nl": "4321"}])
@pytest.mark.parametrize("check", [check_phone, check_internal_number, check_app_number])
def test_what_is_no_text_is_no_number(check: Check, written: object) -> None:
    assert refused(check, written).message.en == "this is not a telephone number"


@pytest.mark.parametrize(
    "word",
    [
        "tel",
        "Tel.",
        "tel:",
        "telefoon",
        "telefoonnummer:",
        "telephone",
        "phone",
        "mobiel",
        "mobile",
        "mob.",
        "nummer",
        "nr.",
        "T",
        "M.",
    ],
)
def test_a_word_before_a_number_is_left_out_in_the_line_to_write(word: str) -> None:
    told = refused(check_phone, f"{word} 06 12345678")
    assert (told.message.en, told.value) == ("this is not a telephone number", "06 12345678")


@pytest.mark.parametrize("written", ["tel 99", "tel. 020 000", "m1", "tel kantoor"])
def test_a_word_before_what_cannot_be_rung_is_not_the_mistake(written: str) -> None:
    assert refused(check_phone, written).value is None


@pytest.mark.parametrize("written", ["112", " 112 ", "1 1 2", "1-1-2", "(112)", "tel 112"])
def test_the_alarm_number_is_nobodys(written: str) -> None:
    told = refused(check_phone, written)
    assert told.message.en == "112 is the emergency number; it is on every page already"
    assert told.fix and told.fix.en == "write this person's number, or remove the line"


@pytest.mark.parametrize(
    ("written", "dialled"),
    [
        ("112", "tel:112"),
        ("2222", "tel:2222"),
        ("123", "tel:123"),
        ("123456", "tel:123456"),
        ("000", "tel:000"),
        ("0112", "tel:0112"),
        ("14030", "tel:14030"),
        ("06 12345678", "tel:+31612345678"),
    ],
)
def test_a_number_inside_the_organisation_may_be_any_short_one(written: str, dialled: str) -> None:
    assert check_internal_number(written).href == dialled


@pytest.mark.parametrize("written", ["12", "1234567", "22 22"])
def test_a_number_inside_the_organisation_has_three_to_six_digits(written: str) -> None:
    assert refused(check_internal_number, written).message.en.startswith(f"“{written}” cannot be rung")


def test_an_app_is_told_what_it_cannot_reach_and_what_to_write() -> None:
    told = refused(check_app_number, "0800 0113")
    assert told.message.en == "0800 0113 has no international form; WhatsApp and Signal know no such number"
    assert (
        told.fix
        and told.fix.en == "write the mobile or landline number the app was registered with, or remove the line"
    )
    assert check_app_number("+32 470 12 34 56").href == "tel:+32470123456"


@pytest.mark.parametrize(
    ("written", "messages", "internal", "alarm", "costs"),
    [
        ("112", False, False, True, False),
        ("4321", False, True, False, False),
        ("112000", False, True, False, False),
        ("14 030", False, False, False, False),
        ("020 000 00 01", True, False, False, False),
        ("020 000 00 01 tst 5", False, False, False, False),
        ("+32 470 12 34 56", True, False, False, False),
        ("0800 0113", False, False, False, False),
        ("0900 8844", False, False, False, True),
        ("0906 0000", False, False, False, True),
        ("0909 0000", False, False, False, True),
    ],
)
def test_what_a_number_can_and_what_it_costs_is_known(
    written: str, messages: bool, internal: bool, alarm: bool, costs: bool
) -> None:
    number = check_internal_number(written)
    assert (takes_messages(number), is_internal(number), is_alarm(number), costs_money(number)) == (
        messages,
        internal,
        alarm,
        costs,
    )


@pytest.mark.parametrize("check", [check_phone, check_internal_number, check_app_number])
def test_a_number_that_was_read_already_stays_as_it_is(check: Check) -> None:
    number = Tel("020 000 00 01", "tel:+31200000001")
    assert check(number) == number


@pytest.mark.parametrize("check", [check_phone, check_internal_number])
def test_a_sign_in_a_number_that_nobody_sees_is_told_in_both_languages(check: Check) -> None:
    told = refused(check, "020 000\u200b 00 01")
    assert told.message.nl == "in dit telefoonnummer staat een onzichtbaar teken (U+200B)"
    assert told.message.en == "there is an invisible sign in this telephone number (U+200B)"
    assert told.value == "020 000 00 01"
