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
    *("a: b\tc\n  \td\n", "a: b\n \t\n c\n", "a: b\n---\n", "a: b\n--- \nc: d", "a: b\n...\n", "a: b\n---x\n"),
    *("a: [b\n---\n]", "a: b\n  ---\n", "[a\tb,\tc]", "{a\t: b}", "[a ,b]", "[ ,a]", "[a:b]", "[a: b]", "[a :b]"),
    *("[a : b, c]", "{a: b:c}", "{a:b, c}", "{a: , b}", "{a: b, }", "{a: b,,}", "{a?b: c}", "[a?, ?b]", "{? a}"),
    *("[? a : b]", "{a: {b: [c, {d: }]}}", "{a: 'b', c: \"d\"}", "{'a': b}", "{\"a\":b}", "[\"a\":b]"),
    *("a: 'b\n\n  c'", "a: \"b\\\n  c\"", "a: \"\\x41\\u0041\\U00000041\"", "a: \"\\u12\"", "a: \"\\U0011\""),
    *("a: \"\\u\"", "a: \"\\ud800\\udc00\"", "a: \"\\\\\\ud800\"", "a: \"x\" # \\ud800\nb: \"\\ud800\""),
    *("a: 'x\\ud800'", "a: \"\\", "a: \"\\\n", "%TAG ! x\n--- a", "%YAML 1.1\n---\na: b", "%YAML 1.1\na: b"),
    *("%\n---\na", "a: &1 b", "a: &b", "a: &b-c d", "a: &b, c", "a: *b, c", "[*a, b]", "a: !\n", "a: !<x> b"),
    *("a: !x", "a: |+\n  b\n\n", "a: |-2\n   b", "a: |3\n  b", "a: |++\n b", "a: >-\n  b\n   c\n  d"),
    *("a: |\n   \n  b", "a: | # c\n  b", "- \n- a", "-a\n- b", "-\ta", "- a\n  - b", "? a", "? a\n? b", "?\ta: b"),
    *("a\n: b", ": a", "a:\n: b", "a: b\n: c", "'a': b", "'a' : b", "'a'b: c", "a: b # c\n  d", "a:\n# c\n  b"),
    *("a: b\r\n\tc", "\ufeffa: b", "a: \ufeffb", "a\u0085b: c", "a: b\u2028c", "a: b\n\u2029 c", "a: b\u0085 c: d"),
    *("a: [b\n]c", "a: {b: c}d", "- [a]\n- {b: c}\n- 'd'\n-\n  e", "a:\n  - b\n  -c\n", "a:\n   b: c\n  d: e\n"),
    *("a: b\n\n\n # c\n", "a: 'b\n---\nc'", "a: \"b\n...\nc\"", "a: b\n c\n\n d\n", "a: >\n\n b\n\n\n c\n"),
    *("a: b: \n", "a: @", "a: `", "a: %", "a: ,b", "a: ]", "a: }b", "a:|\n b", "[a, [b, {c: d}], e]", "[a]: b"),
    *("{a: b}: c", "[]: ", "a: b\n[c]: d", "!x a: b", "&x a: b", "*x : b", "- &x a\n- *x", "a: \"b\" \"c\""),
    *("a: 'b''", "a: ''''", "a: \"\\/\\e\\_\\N\\L\\P\\0\\a\\b\\t\\n\\v\\f\\r\\ \"", "\t", " \t\n", "\t# a\n"),
    *("a: b\n\t# c\n", "a:\t\n  b", "a: \t|\n  b\n", "- \ta", "-\t- a", "a: - \n", "{a: - b}", "[- a]", "[-a]"),
    *("[-]", "{-: a}", "a: ?b", "a: ? b", "a: :b", "[:a]", "[::a]", "{:a: b}", "a::b", "a: b:c:d", "a: http://x"),
    *("[http://x]", "{a: http://x, b: c}", "[http://x:1]", "{a: x:}", "[x:]", "[x:, y]", "a: !x!y b", "a: |0\n b"),
    *("a" * 1100 + ": b", "? " + "a" * 1100 + "\n: b", "{" + "a" * 1100 + ": b}"),
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
