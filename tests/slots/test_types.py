"""How a slot's value is written into a page, by its type."""

from __future__ import annotations

import json
import pickle

import pytest
from markupsafe import escape

from voorlichter.slots.types import Address, Mail, Tel, Url, render_json


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


def test_an_address_stays_one_between_processes() -> None:
    tel = pickle.loads(pickle.dumps(Tel("020 000 00 01", "tel:+31200000001")))
    assert (type(tel), str(tel), tel.href) == (Tel, "020 000 00 01", "tel:+31200000001")


def test_nothing_in_data_ends_the_script_it_stands_in() -> None:
    assert render_json({"X": ["</script>", "<!--", "R&D", "é\u2028\u2029"]}) == (
        r'{"X":["\u003c/script\u003e","\u003c!--","R\u0026D","é\u2028\u2029"]}'
    )
    value = {"a": [1, None, "<b> & 'c' \"d\""]}
    assert json.loads(render_json(value)) == value
