"""Links that leave the site, whoever wrote them."""

from __future__ import annotations

import dataclasses

import pytest

from voorlichter.slots import model
from voorlichter.template.outside import LEADING_OUT, close_links

INSIDE = ("src", "src_2x", "favicon", "qr", "root", "shared", "page", "file")
"""Slots that hold the address of a file or page of the site itself."""


@pytest.mark.parametrize(
    ("link", "closed"),
    [
        ('<a href="https://elders.example/">', '<a href="https://elders.example/" rel="noreferrer noopener">'),
        (
            '<a rel="nofollow" href="[[ safety.exit ]]" data-exit>',
            '<a href="[[ safety.exit ]]" data-exit rel="nofollow noreferrer noopener">',
        ),
        (
            '<a class="md-button" href="[[ a.whatsapp ]]" rel="noreferrer">',
            '<a class="md-button" href="[[ a.whatsapp ]]" rel="noreferrer noopener">',
        ),
        ('<a href="[[ doors.hr.url.href ]]">', '<a href="[[ doors.hr.url.href ]]" rel="noreferrer noopener">'),
        ('<a\n href="https://elders.example/">', '<a\n href="https://elders.example/" rel="noreferrer noopener">'),
        ('<a href="[[ advisor.phone ]]">', '<a href="[[ advisor.phone ]]">'),
        ('<a href="gesprek.html">', '<a href="gesprek.html">'),
        ('<a href="[[ tree.en.root ]]index.html">', '<a href="[[ tree.en.root ]]index.html">'),
        ('<area href="https://elders.example/">', '<area href="https://elders.example/">'),
    ],
)
def test_a_link_to_elsewhere_says_nothing_and_any_other_stays_as_it_was(link: str, closed: str) -> None:
    assert close_links(f"<p>{link}x</a></p>") == f"<p>{closed}x</a></p>"


def test_every_slot_with_an_address_is_known_to_lead_out_or_to_stay() -> None:
    """A new one would otherwise be a link that nobody marks."""
    kinds = [kind for kind in vars(model).values() if isinstance(kind, type) and dataclasses.is_dataclass(kind)]
    addresses = {field.name for kind in kinds for field in dataclasses.fields(kind) if "Url" in str(field.type)}
    assert addresses == {*LEADING_OUT, *INSIDE}
