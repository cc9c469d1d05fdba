"""A list begins where somebody typed one."""

from __future__ import annotations

import markdown
import pytest
from support import REPOSITORY

from voorlichter.lists import set_lists_apart
from voorlichter.markdown.extension import VoorlichterExtension


@pytest.mark.parametrize(
    ("typed", "items"),
    [
        ("Wij:\n- een\n- twee", 2),
        ("Wij:\n* een\n* twee", 2),
        ("Wij:\n1. een\n2. twee", 2),
        ("Wij:\n1) een\n2) twee", 2),
        ("Wij:\n• een\n• twee", 2),
        ("Wij:\n– een\n– twee", 2),
        ("Wij:\n\n• een", 1),
        ("• een\n• twee", 2),
        ("Wij:\n-\u00a0een\n-\u00a0twee", 2),
        ("# Kop\n- een", 1),
        ("- een\n  loopt door\n- twee", 2),
        ("Wij\nsamen:\n- een\n\nZij:\n- twee", 2),
        ("Wij\n– u en wij – gaan door", 0),
        ("In het jaar\n2024. Toen", 0),
        ("Van -1 tot\n-2 graden", 0),
        ("Wij -\nzij", 0),
    ],
)
def test_every_item_typed_is_an_item(typed: str, items: int) -> None:
    for html in (
        markdown.markdown(set_lists_apart(typed)),
        markdown.markdown(typed, extensions=[VoorlichterExtension()]),
    ):
        assert html.count("<li>") == items
        if items:
            assert not any(f"\n{sign}" in html or f">{sign} " in html for sign in "-•–*")


def test_our_own_pages_stay_as_they_are() -> None:
    pages = sorted((REPOSITORY / "docs").rglob("*.md"))
    assert len(pages) > 50
    assert [page.name for page in pages if set_lists_apart(text := page.read_text(encoding="utf-8")) != text] == []
