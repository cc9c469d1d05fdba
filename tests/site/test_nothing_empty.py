"""What a condition leaves out leaves no empty paragraph, list or heading behind."""

from __future__ import annotations

import re
from pathlib import Path

EMPTY = re.compile(r"<(p|[uo]l|li|dl|dt|dd|h[1-6]|blockquote)(?: id=\"[^\"]*\")?>(?:\s|<(\w+)[^>]*></\2>)*</\1>")
"""Without an attribute by which a script would find and fill it."""


def test_no_page_of_an_example_holds_anything_empty(examples: Path) -> None:
    pages = sorted((examples / "site").rglob("*.html"))
    assert pages
    assert [
        f"{page.relative_to(examples)}: {found.group()}"
        for page in pages
        for found in EMPTY.finditer(page.read_text(encoding="utf-8"))
    ] == []
