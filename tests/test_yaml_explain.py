"""A mistake in YAML is told by its cause, in words of whoever typed it, with the line as it was meant where that is certain."""

from __future__ import annotations

from pathlib import Path

import pytest

from voorlichter.problems import Mark
from voorlichter.yaml_source import read_yaml

PATH = Path("profile.yml")


@pytest.mark.parametrize(
    ("text", "line", "column", "message", "fix"),
    [
        (
            "a: [[ org.name ]] x\n",
            1,
            4,
            "a value that begins with [[, [% or { must be quoted",
            'write: a: "[[ org.name ]] x"',
        ),
        ("- a: [% if x %]\n", 1, 6, "a value that begins with [[, [% or { must be quoted", 'write: - a: "[% if x %]"'),
        ("a: {je|u} kunt\n", 1, 11, "a value that begins with [[, [% or { must be quoted", 'write: a: "{je|u} kunt"'),
        ("{je|u} kunt\n", 1, 8, "a value that begins with [[, [% or { must be quoted", 'write: "{je|u} kunt"'),
        (
            'b: 1\n  \n- {je|u} "kunt"\n',
            3,
            1,
            "a value that begins with [[, [% or { must be quoted",
            "write: - \"{je|u} 'kunt'\"",
        ),
        ("a: 'x\nb: 'y'\n", 1, 4, "the quote that begins here is not closed", 'write: a: "x"'),
        ('a: "x\nb: y\n', 1, 4, "the quote that begins here is not closed", 'write: a: "x"'),
        ("a: 'x\nb: y\n", 1, 4, "the quote that begins here is not closed", 'write: a: "x"'),
        (
            "a: 1\nb: [c\nd: e\n",
            2,
            4,
            "the bracket that begins here is not closed, or a comma is missing",
            "write: b: [c]",
        ),
        (
            "a: {b: c\nd: e\n",
            1,
            4,
            "the bracket that begins here is not closed, or a comma is missing",
            "write: a: {b: c}",
        ),
        (
            "a: [b, , c]\n",
            1,
            8,
            "before this place a value is missing, or a bracket",
            "close [ with ] and { with }, with a comma between what stands inside",
        ),
        (
            "a: [b, , c]\nd:e\n",
            1,
            8,
            "before this place a value is missing, or a bracket",
            "close [ with ] and { with }, with a comma between what stands inside",
        ),
        (
            "a: [b]]\n",
            1,
            7,
            "this line is indented otherwise than the lines above it, or something stands behind a quote",
            "indent the line like the other keys of this part",
        ),
        ("a: }\n", 1, 4, "before this place a value is missing, or a bracket", 'write: a: "}"'),
        ("a: 1\nb\n", 2, 1, "a colon is missing on this line", "put a colon and a space behind the key: key: value"),
        (
            "a: 1\nb\nc: 2\n",
            2,
            1,
            "a colon is missing on this line",
            "put a colon and a space behind the key: key: value",
        ),
        (
            "a: 1\n  b: 2\n",
            2,
            4,
            "this line is indented too far, or the line above it is no key",
            "indent the line like the other keys of this part",
        ),
        (
            "a:\n  b: 1\n c: 2\n",
            3,
            2,
            "this line is indented otherwise than the lines above it, or something stands behind a quote",
            "indent the line like the other keys of this part",
        ),
        (
            "- a\nb: c\n",
            2,
            1,
            "this line is indented otherwise than the lines above it",
            "indent the line like the other keys of this part",
        ),
        ("a: - b\n", 1, 4, "this line is indented too far, or the line above it is no key", 'write: a: "- b"'),
        (
            "- a: 1\n b: 2\n",
            2,
            2,
            "this line is indented otherwise than the lines above it",
            "indent the line like the other keys of this part",
        ),
        (
            "a:\n  - id: x\n    b: 1\n  id: y\n",
            4,
            3,
            "the next one begins here, and its hyphen is missing",
            "write: - id: y",
        ),
        (
            "a:\n  - id: x\n    b: 1\n  c: y\n",
            4,
            3,
            "this line is indented otherwise than the lines above it",
            "indent the line like the other keys of this part",
        ),
        ("a: b: c\n", 1, 5, "there is one colon too many on this line", 'write: a: "b: c"'),
        ("- a: b: c\n", 1, 7, "there is one colon too many on this line", 'write: - a: "b: c"'),
        ("a: @b\n", 1, 4, "a value cannot begin with this character", 'write: a: "@b"'),
        ("a: `b\n", 1, 4, "a value cannot begin with this character", 'write: a: "`b"'),
        ("%a: b\n", 1, 3, "this is not YAML (found unexpected non-alphabetical character)", 'write: "%a: b"'),
        (
            "a: & b\n",
            1,
            4,
            "a value that begins with & or * is a reference here; those are not read",
            'write: a: "& b"',
        ),
        (
            "a: * b\n",
            1,
            4,
            "a value that begins with & or * is a reference here; those are not read",
            'write: a: "* b"',
        ),
        ('a: "\\q"\n', 1, 5, "between double quotes \\ has a meaning of its own", "write: a: '\\q'"),
        (
            'a: "\\ud800"\n',
            1,
            7,
            "here is a code (\\u or \\U) that belongs to no character",
            "type the value without \\ and a code",
        ),
        ('a: "\\xzz"\n', 1, 7, "this is not YAML (did not find expected hexdecimal number)", "write: a: '\\xzz'"),
        ("\ta: b\n", 1, 1, "there is a tab here; YAML knows spaces only", "write two spaces where the tab stands"),
        ("a:\n\tb: c\n", 2, 1, "there is a tab here; YAML knows spaces only", "write two spaces where the tab stands"),
        (
            "a:\n\tb: c\n\td: e\ne: f\n\tg: h\n",
            2,
            1,
            "there is a tab here; YAML knows spaces only",
            "write two spaces where the tab stands (on line 2-3, 5)",
        ),
        (
            "a:\n\tb: c\n\td: e\tf\ng: h\ti\n",
            2,
            1,
            "there is a tab here; YAML knows spaces only",
            "write two spaces where the tab stands (on line 2-3)",
        ),
        (
            "a: 1\n  \tb: 2\n",
            2,
            5,
            "there is a tab here; YAML knows spaces only",
            "write two spaces where the tab stands",
        ),
        ("a:b\nc: d\n", 1, 3, "a space is missing after the colon", "write: a: b"),
        ("c: d\na:b\n", 2, 3, "a space is missing after the colon", "write: a: b"),
        ("- a:b\n  c: d\n", 1, 5, "a space is missing after the colon", "write: - a: b"),
        (
            "a: |x\n b\n",
            1,
            5,
            "this is not YAML (did not find expected comment or line break)",
            "see that the line is `key: value`, is indented like the lines above it, and that every quote is closed",
        ),
        (
            "? [a]\n: b\n",
            1,
            3,
            "this is not YAML (complex key)",
            "see that the line is `key: value`, is indented like the lines above it, and that every quote is closed",
        ),
        (
            "a: b\n...\nc\n",
            3,
            1,
            "this is not YAML (did not find expected <document start>)",
            "see that the line is `key: value`, is indented like the lines above it, and that every quote is closed",
        ),
        ("a: 'b' c\n", 1, 8, "something stands behind the second quote of this value", "write: a: \"'b' c\""),
        ('a: "b" c: d\n', 1, 8, "something stands behind the second quote of this value", "write: a: '\"b\" c: d'"),
        (
            "a: [b, c\n\n\n",
            1,
            4,
            "the bracket that begins here is not closed, or a comma is missing",
            "write: a: [b, c]",
        ),
        (
            "a: {b: c,, d: e}\n",
            1,
            10,
            "before this place a value is missing, or a bracket",
            'write: a: {b: "c,", d: e}',
        ),
        ("{a: b}}\n", 1, 7, "this is not YAML (did not find expected <document start>)", 'write: {a: "b}"}'),
        ('a: "x\n  b: y\n\n\n', 1, 4, "the quote that begins here is not closed", 'write: a: "x"'),
    ],
)
def test_what_went_wrong_is_told_where_it_began_with_what_to_write(
    text: str, line: int, column: int, message: str, fix: str
) -> None:
    (problem,) = read_yaml(PATH, text.encode()).problems
    assert (problem.mark, problem.where, problem.severity) == (Mark(PATH, line, column), "", "error")
    assert (problem.message.en, problem.fix.en) == (message, fix)
    assert problem.message.nl != message and problem.fix.nl != fix


@pytest.mark.parametrize(
    "text", ["a: 'x\nb: y\n", "a: [b\nc: d\n", "a: b: c\n", "a:b\nc: d\n", "a: @b\n", "a: 'b' c\n"]
)
def test_the_line_to_write_is_read(text: str) -> None:
    (problem,) = read_yaml(PATH, text.encode()).problems
    lines = text.splitlines()
    lines[problem.mark.line - 1] = problem.fix.en.removeprefix("write: ")
    mended = read_yaml(PATH, "\n".join(lines).encode())
    assert mended.problems == [] and list(mended.data)[0] == "a"
