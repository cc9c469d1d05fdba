"""How a slot's value is written into a page, by its type."""

from __future__ import annotations

import pytest
from markupsafe import escape

from voorlichter.slots.types import Address, Mail, Tel, Url


@pytest.mark.parametrize(
    ("value", "written"),
    [
        (Mail("noor@zeester.example", "mailto:noor@zeester.example"), "noor@<wbr>zeester.example"),
        (Url("zeester.example/hulp/nu", "https://zeester.example/hulp/nu"), "zeester.example/<wbr>hulp/<wbr>nu"),
        (Url("zeester.example/", "https://zeester.example/"), "zeester.example/"),
        (Url("zeester.example/?a=<b>&c", "https://zeester.example/"), "zeester.example/<wbr>?a=&lt;b&gt;&amp;c"),
        (Tel("020 000 00 01", "tel:+31200000001"), "020 000 00 01"),
    ],
)
def test_a_long_address_may_go_on_after_its_own_signs(value: Address, written: str) -> None:
    assert str(escape(value)) == written
    assert "<wbr>" not in f"{value} {value.href}"
