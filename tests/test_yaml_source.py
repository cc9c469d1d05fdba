"""YAML read as text with places. What is refused stands in golden/file."""

from __future__ import annotations

from pathlib import Path

import pytest

from voorlichter.problems import Mark
from voorlichter.yaml_source import MAX_BYTES, MAX_DEPTH, dotted, read_yaml

PATH = Path("profile.yml")


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("0201234567", "0201234567"),
        ("12:30", "12:30"),
        ("no", "no"),
        ("yes", "yes"),
        ("on", "on"),
        ("1e3", "1e3"),
        ("0x10", "0x10"),
        ("1_000", "1_000"),
        ("2026-12-21", "2026-12-21"),
        (".inf", ".inf"),
        ("'~'", "~"),
        ('"null"', "null"),
        ("true", "true"),
        ('""', ""),
        ("''", ""),
        ('"a: b"', "a: b"),
        ("'it''s'", "it's"),
        ('"caf\\u00e9"', "café"),
        ("|\n  a\n  b", "a\nb\n"),
        (">\n  a\n  b", "a b\n"),
        ("[a, b]", ["a", "b"]),
        ("{a: 1, b: no}", {"a": "1", "b": "no"}),
        ("[]", []),
        ("{}", {}),
        ("", None),
        ("a # remark", "a"),
        ("! 12", "12"),
        ("! [a, b]", ["a", "b"]),
    ],
)
def test_every_value_stays_what_was_written(written: str, value: object) -> None:
    source = read_yaml(PATH, f"key: {written}\n".encode())
    assert (source.problems, source.data) == ([], {"key": value})


@pytest.mark.parametrize("written", ["~", "null", "Null", "NULL", "~  # later"])
def test_null_is_a_key_that_is_not_there(written: str) -> None:
    source = read_yaml(PATH, f"a: 1\nkey: {written}\n".encode())
    assert (source.problems, source.data) == ([], {"a": "1"})
    assert source.key_mark(("key",)) == Mark(PATH, 2, 1)


def test_every_key_and_value_has_its_place() -> None:
    source = read_yaml(PATH, b"a: 1\nlist:\n  - {name: x}\n  - name: y\n")
    assert source.key_mark(("list", 1, "name")) == Mark(PATH, 4, 5)
    assert source.value_mark(("list", 1, "name")) == Mark(PATH, 4, 11)
    assert source.value_mark(("list", 0)) == Mark(PATH, 3, 5)


def test_what_is_not_there_has_the_place_of_what_holds_it() -> None:
    source = read_yaml(PATH, b"a: 1\nb:\n  c: 2\n")
    assert source.key_mark(("b", "d")) == Mark(PATH, 2, 1)
    assert source.value_mark(("b", "d", "e")) == Mark(PATH, 2, 1)
    assert source.key_mark(("z",)) == Mark(PATH, 1, 1)


def test_a_file_of_the_largest_size_is_read() -> None:
    data = b"a: 1\n#".ljust(MAX_BYTES, b"x")
    assert read_yaml(PATH, data).data == {"a": "1"}
    assert read_yaml(PATH, data + b"x").data is None


@pytest.mark.parametrize(("opening", "closing"), [(b"[", b"]"), (b"{a: ", b"}")])
def test_a_file_of_the_largest_depth_is_read(opening: bytes, closing: bytes) -> None:
    def nested(depth: int) -> bytes:
        return opening * depth + b"1" + closing * depth + b"\n"

    assert read_yaml(PATH, nested(MAX_DEPTH)).problems == []
    (problem,) = read_yaml(PATH, nested(MAX_DEPTH + 1)).problems
    assert (problem.mark.line, problem.mark.column) == (1, MAX_DEPTH * len(opening) + 1)


def test_data_with_a_problem_is_not_handed_on() -> None:
    assert read_yaml(PATH, b"a: 1\na: 2\n").data is None


@pytest.mark.parametrize(
    ("path", "name"), [((), ""), (("a",), "a"), (("a", 0, "b"), "a[0].b"), (("a", 0, 1), "a[0][1]")]
)
def test_a_key_is_named_as_a_person_does(path: tuple[str | int, ...], name: str) -> None:
    assert dotted(path) == name


@pytest.mark.parametrize(
    ("text", "line", "column"),
    [
        (b'a: "open\nb: 1\n', 1, 4),
        (b'a: "open\nb: "c"\n', 1, 4),
        (b"a: 'open\nb: 'c'\n", 1, 4),
        (b"a: [1, 2\nb: 3\n", 1, 4),
        (b"a: {b: 1\nc: 3\n", 1, 4),
        (b"a: 1\n  b: 2\n", 2, 4),
        (b"a:\n  b: 1\n c: 2\n", 3, 2),
        (b"a: 1\nb\nc: 2\n", 2, 1),
        (b"a: `b`\n", 1, 4),
        (b"a: @b\n", 1, 4),
        (b"a: *b c\n", 1, 4),
        (b"a: &b c\n", 1, 4),
        (b'a: "C:\\new"\nb: "\\z"\n', 2, 5),
        (b"a: b: c: d\n", 1, 5),
        (b"? [a, b]\n: c\n", 1, 3),
        (b"a: 1\n\tb: 2\n", 2, 1),
    ],
)
def test_a_mistake_has_its_place(text: bytes, line: int, column: int) -> None:
    (problem,) = read_yaml(PATH, text).problems
    assert (problem.mark.line, problem.mark.column) == (line, column)
