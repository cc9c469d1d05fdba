"""Without the library of C, as in a browser, a file reads as with it: the same values at the same places, the same mistakes."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from support import TESTS

from voorlichter.yaml_pure import parse_pure

FILES = sorted(
    path for path in (TESTS / "golden").rglob("*") if path.suffix in (".yml", ".diff") and path.stat().st_size < 20_000
)
SNIPPETS = (
    *("a: b", "a:\n", "a: ''", "- a\n-\n- b", "{a: }", "{a, b: c}", "[a, b", "{a: b", "a: 'open", 'a: "open', "#", "", "---\na: b\n--- b"),
    *("{nl: Wie?, en: Who?}", "{? a : b}", "? a\n: b", "{a:]}", "{a:b}", "[a:, b]", "a: b: c", "a\n b: c", "a: b\n  c: d"),
    *("a:\tb", "a\tb: c d\te", "\ta: b", "a:\n\tb: c", "{a: b,\t c: d}", "a: {b: c}\t# tab", "a: b\n\tc", "- a\n b: c", "a: b\n- c"),
    *("a: @b", "a: `b", "a: %b", "%a: b", "% a", "a: *b", "a: &b c", "a: *", "a: |\n  b\n  c", "a: >\n  b\n\n  c", "a: |b\n c", "a: |2\n  b"),
    *("a: [b, c]]", "a: }", ", a", "]", "a: b,", "a: 'b' c", 'a: "b" c', 'a: "\\q"', 'a: "\\xzz"', "a: 'it''s'", "a: b # c", "a: b#c", "a :b"),
    *("a: b\n\n\n  c\n", "a: b\r\nc: d\r\n", "a:\n  - b\n - c", "[[ org.name ]]", "a: [[ b ]]", "a: {je|u}", "- - a", "a: - b", "a: !b c", "..."),
    *('a: "x\\ud800"', 'a: "x\n  y\\udfff z"', 'a: "\\U00110000"', 'a: "\\U0010ffff"', 'a: "\\" # \\ud800"', 'a: "b\\\\ud800"'),
)  # fmt: skip


def told(parse: Callable[[str], Iterator[Any]], text: str) -> list[tuple[Any, ...]]:
    events: list[tuple[Any, ...]] = []
    try:
        for event in parse(text):
            ends = isinstance(event, yaml.StreamEndEvent | yaml.DocumentEndEvent)
            place = None if ends else (event.start_mark.line, event.start_mark.column)
            events.append((type(event), place, *(getattr(event, name, None) for name in ("value", "style", "anchor"))))
    except yaml.MarkedYAMLError as error:
        marks = (error.problem_mark, error.context_mark)
        events.append((error.problem, *((mark.line, mark.column) if mark else None for mark in marks)))
    return events


def by_library(text: str) -> Iterator[Any]:
    read: Iterator[Any] = yaml.parse(text, Loader=yaml.CLoader)
    return read


@pytest.mark.parametrize("text", SNIPPETS)
def test_a_snippet_reads_the_same(text: str) -> None:
    assert told(parse_pure, text) == told(by_library, text)


@pytest.mark.parametrize("group", sorted({path.relative_to(TESTS / "golden").parts[0] for path in FILES}))
def test_golden_files_read_the_same(group: str) -> None:
    files: list[Path] = [path for path in FILES if path.relative_to(TESTS / "golden").parts[0] == group]
    for path in files:
        text = path.read_bytes().decode("utf-8", "replace").lstrip("\ufeff")
        if text.isprintable() or all(sign.isprintable() or sign in "\n\r\t" for sign in text):
            assert told(parse_pure, text) == told(by_library, text), path
