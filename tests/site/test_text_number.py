"""Where a text message arrives."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest

from voorlichter.profile.fields import check_phone
from voorlichter.site.ways import text_number


@pytest.mark.parametrize(
    ("numbers", "address"),
    [
        ({"phone": "06 12 34 56 78"}, "sms:+31612345678"),
        ({"phone": "020 000 00 01"}, None),
        ({"phone": "020 000 00 01", "whatsapp": "06 12 34 56 78"}, None),
        ({"phone": "+32 470 12 34 56"}, "sms:+32470123456"),
        ({"phone": "06 12 34 56 78 tst. 12"}, None),
        ({"phone": "14 030"}, None),
        ({"phone": "4321"}, None),
        ({"phone": "0800 0113", "signal": "06 12 34 56 78"}, None),
        ({"whatsapp": "06 12 34 56 78", "signal": "06 12 34 56 78"}, None),
        ({}, None),
    ],
)
def test_a_message_goes_to_a_mobile_number_and_never_to_a_landline_or_one_given_for_an_app(
    numbers: dict[str, str], address: str | None
) -> None:
    ways: dict[str, Any] = dict.fromkeys(("phone", "whatsapp", "signal"))
    number = text_number(SimpleNamespace(**ways | {key: check_phone(text) for key, text in numbers.items()}))  # type: ignore[arg-type]
    assert (number and number.href) == address
