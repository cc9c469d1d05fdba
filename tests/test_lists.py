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


@pytest.mark.parametrize(
    ("typed", "apart"),
    [
        ("Wij:\n10. tien", "Wij:\n10. tien"),
        ("Wij:\n2. twee", "Wij:\n2. twee"),
        ("Wij:\n11) elf", "Wij:\n11) elf"),
        ("Wij:\n1) een\n2) twee", "Wij:\n\n1. een\n2. twee"),
        ("Wij:\n\n10) tien\n11) elf", "Wij:\n\n10. tien\n11. elf"),
        ("Wij:\n+ een\n+ twee", "Wij:\n\n+ een\n+ twee"),
        ("Wij:\n* een", "Wij:\n\n* een"),
        ("Wij:\n▪ een\n● twee\n◦ drie\n· vier", "Wij:\n\n- een\n- twee\n- drie\n- vier"),
        ("Wij:\n   - een", "Wij:\n\n   - een"),
        ("Wij:\n    - een", "Wij:\n    - een"),
        ("     Wij:\n     - een", "     Wij:\n\n     - een"),
        ("     Wij:\n      - een", "     Wij:\n      - een"),
        ("- een\n  • twee", "- een\n  - twee"),
        ("- een\n\nZij:\n• twee", "- een\n\nZij:\n\n- twee"),
        ("- een\nloopt door\n10. tien", "- een\nloopt door\n10. tien"),
        ("Wij:\n-\u00a0\u00a0een\u00a0twee", "Wij:\n\n-  een\u00a0twee"),
        ("Wij:\n-\teen", "Wij:\n\n-\teen"),
        ("— een\n— twee", "- een\n- twee"),
        ("– een\n— twee", "– een\n— twee"),
        ("Wij:\n– een\ntwee", "Wij:\n– een\ntwee"),
        ("Wij:\n– een\n• twee\n– drie", "Wij:\n– een\n\n- twee\n– drie"),
        ("– een", "– een"),
        ("• een\n– twee\n– drie", "- een\n- twee\n- drie"),
        ("| a |\n- een", "| a |\n- een"),
        ("> a\n- een", "> a\n- een"),
        ("<p>\n- een", "<p>\n- een"),
        ("!!! note\n- een", "!!! note\n- een"),
        ("??? note\n- een", "??? note\n- een"),
        ("::: note\n- een", "::: note\n- een"),
        ("[% if org.care %]\n- een", "[% if org.care %]\n- een"),
        ("  # Kop\n- een", "  # Kop\n- een"),
        ("a # b\n- een", "a # b\n\n- een"),
        ("!! a\n- een", "!! a\n\n- een"),
        ("Wij:\n- \n- een", "Wij:\n- \n\n- een"),
        ("Wij:\n\u00b7een", "Wij:\n\u00b7een"),
        ("", ""),
    ],
)
def test_a_list_is_written_as_markdown_knows_it_and_nothing_else_changes(typed: str, apart: str) -> None:
    assert set_lists_apart(typed) == apart


def test_our_own_pages_stay_as_they_are() -> None:
    pages = sorted((REPOSITORY / "docs").rglob("*.md"))
    assert len(pages) > 50
    assert [page.name for page in pages if set_lists_apart(text := page.read_text(encoding="utf-8")) != text] == []
