"""How a value is written: as it stands around it, plain where everybody reads it so, and always as it will be read."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from voorlichter.yaml_places import places_in
from voorlichter.yaml_source import read_yaml
from voorlichter.yaml_written import (
    Manner,
    YamlValue,
    as_read,
    block_text,
    fits_on_a_line,
    key_written,
    lines_of,
    manner_of,
    may_be_plain,
    one_line,
)


def read(text: str) -> Any:
    source = read_yaml(Path("a.yml"), text.encode())
    assert source.problems == [], text
    return source.data


PLAIN = ("a", "Noor Voorbeeld", "é", "x1", "Noor 's", "a'b", 'a"b', "a\\b", "a#b", "a:b", "https://a.example")
IN_LINES_ONLY = ("a, b", "x]", "a]b", "a}b", "a{b", "a[b")
QUOTED = (
    *("12", "7 a", "2026-01-01", "12:30", "1e3", "0x1", "-3", ".5", "true", "No", "on", "null", "Null", "~", "=", "<<"),
    *("a: b", "a:", "a #b", "#x", "- a", "-", "?", "[a", "{", "@a", "*a", "&a", "!a", "%a", "`a", "|a", ">a", "'t", "“x”"),
    *("", " a ", " a", "a\nb"),
)  # fmt: skip


@pytest.mark.parametrize("text", [*PLAIN, *IN_LINES_ONLY, *QUOTED])
def test_a_text_has_quotes_only_where_it_would_read_otherwise(text: str) -> None:
    is_plain = text in PLAIN or text in IN_LINES_ONLY
    assert (one_line(text) == text) is is_plain
    assert may_be_plain(text, in_flow=False) is is_plain
    assert (one_line(text, in_flow=True) == text) is (text in PLAIN)
    for style in ("", "'", '"', "|", ">"):
        assert read(f"a: {one_line(text, style=style)}\n") == {"a": text}
        assert read(f"a: [{one_line(text, style=style, in_flow=True)}]\n") == {"a": [text]}


@pytest.mark.parametrize("text", [text for text in QUOTED if text not in ("“x”",)])
def test_what_is_quoted_is_a_text_for_every_other_reader_too(text: str) -> None:
    assert yaml.safe_load(one_line(text)) == text


@pytest.mark.parametrize(
    ("style", "written"),
    [("", "that's"), ("'", "'that''s'"), ('"', '"that\'s"'), ("|", "that's"), (">", "that's")],
)
def test_quotes_stay_as_they_were(style: str, written: str) -> None:
    assert one_line("that's", style=style) == written


def test_what_cannot_be_seen_stands_by_its_code() -> None:
    assert one_line("a\x7f\u2028b", style="'") == '"a\\u007f\\u2028b"'
    assert one_line("a\x85b\u2029c\ufeffd") == '"a\\u0085b\\u2029c\\ufeffd"'
    assert one_line("café “x”", style='"') == '"café “x”"'
    assert one_line("a\ud800") == '"a\ud800"'  # half a sign, which no file can hold, is told where it is read


@pytest.mark.parametrize(
    ("like", "plain"),
    [
        ("12", ["13", "020 1", "-3"]),
        ("1.2", ["1.5", "020 1"]),
        ("true", ["false", "020 1"]),
        ("2026-01-01", ["2027-01-01", "020 1"]),
        ("a", ["020 1"]),
        (None, []),
    ],
)
def test_a_number_or_day_stays_plain_in_the_place_of_one_that_was(like: str | None, plain: list[str]) -> None:
    values = ["13", "-3", "1.5", "false", "2027-01-01", "020 1"]
    assert [one for one in values if one_line(one, like=like) == one] == [one for one in values if one in plain]


@pytest.mark.parametrize(
    ("value", "written", "back"),
    [
        (13, "13", "13"),
        (-3, "-3", "-3"),
        (1.5, "1.5", "1.5"),
        (True, "true", "true"),
        (False, "false", "false"),
        (None, "null", None),
        ([], "[]", []),
        ({}, "{}", {}),
        (["a, b", "c"], '["a, b", c]', ["a, b", "c"]),
        ([["a]"]], '[["a]"]]', [["a]"]]),
        (["a: b", 2, None], '["a: b", 2, null]', ["a: b", "2", None]),
        (
            {"nl": "a, b", "x y": 1, "no": True, "a": [None, "c"]},
            '{nl: "a, b", "x y": 1, "no": true, a: [null, c]}',
            {"nl": "a, b", "x y": "1", "no": "true", "a": [None, "c"]},
        ),
        ({"a": {"b": ["c"]}}, "{a: {b: [c]}}", {"a": {"b": ["c"]}}),
        ({"a": None, "b": {"c": None}}, "{a: null, b: {c: null}}", {"b": {}}),
        ("a\u200b", "a", "a"),
        ("\ufeffa", "a", "a"),
    ],
)
def test_a_value_is_read_back_as_it_is_said_to_be(value: YamlValue, written: str, back: object) -> None:
    assert one_line(value) == written
    assert as_read(value) == back
    assert read(f"x: 1\na: {written}\n") == ({"x": "1"} if back is None else {"x": "1", "a": back})


def test_quotes_go_with_all_that_stands_between_brackets() -> None:
    assert one_line({"a": ["b", {"c": "d"}], "e": 7}, style="'") == "{a: ['b', {c: 'd'}], e: '7'}"
    assert one_line(["b"], style='"') == '["b"]'


@pytest.mark.parametrize(
    ("key", "written"),
    [
        ("name", "name"),
        ("short_name", "short_name"),
        ("a-b", "a-b"),
        ("A1", "A1"),
        ("_a", "_a"),
        ("no", '"no"'),
        ("true", '"true"'),
        ("null", '"null"'),
        ("on", '"on"'),
        ("1a", '"1a"'),
        ("a b", '"a b"'),
        ("-a", '"-a"'),
        ("é", '"é"'),
        ("a:", '"a:"'),
    ],
)
def test_a_key_has_quotes_where_somebody_could_take_it_for_something_else(key: str, written: str) -> None:
    assert key_written(key) == written
    assert yaml.safe_load(f"{written}: x") == {key: "x"}


@pytest.mark.parametrize(
    ("text", "written", "block"),
    [
        ("a\nb\n", "|", "|\n  a\n  b"),
        ("a\nb", "|", "|-\n  a\n  b"),
        ("a\nb\n\n", "|", "|+\n  a\n  b\n"),
        ("a\nb\n\n\n", "|", "|+\n  a\n  b\n\n"),
        ("a", "|", "|-\n  a"),
        ("a\n\nb\n", "|", "|\n  a\n\n  b"),
        ("a\n  b\n", "|", "|\n  a\n    b"),
        ("a\nb\n", ">", ">\n  a\n\n  b"),
        ("a\n\nb\n", ">", ">\n  a\n\n\n  b"),
        ("a\nb", ">", ">-\n  a\n\n  b"),
        ("a b\nc1\n", ">", ">\n  a b\n\n  c1"),
        ("a\n  b\n", ">", "|\n  a\n    b"),
        ("a\n1\n", ">", "|\n  a\n  1"),
        ("a\nb\n", "|- # why", "| # why\n  a\n  b"),
        ("a\nb\n", "|2+", "|\n  a\n  b"),
        ("a\nb\n", "> # why\n  c", "> # why\n  a\n\n  b"),
        ("a\nb\n", "| # why\r\n  c", "| # why\n  a\n  b"),
    ],
)
def test_a_text_of_several_lines_stands_below_its_header(text: str, written: str, block: str) -> None:
    assert block_text(text, written, 2, "\n") == block
    assert read(f"a: {block}\nz: 1\n") == {"a": text, "z": "1"}


@pytest.mark.parametrize("text", ["", "\n", " a\nb", "\ta\nb", "\na", "a\x00b\n"])
def test_a_text_that_would_not_be_read_as_it_is_does_not_stand_so(text: str) -> None:
    assert block_text(text, "|", 2, "\n") is None


def test_a_text_of_several_lines_has_the_line_ends_and_the_indentation_of_what_is_around_it() -> None:
    assert block_text("a\n\nb\n", "|", 4, "\r\n") == "|\r\n    a\r\n\r\n    b"
    assert block_text("a\n", "plain", 2, "\n") is None


@pytest.mark.parametrize(
    ("text", "manner"),
    [
        ("a: b\n", Manner()),
        ("a: b\n", Manner("\n", 2, 2)),
        ("a: b", Manner("\n", 2, 2)),
        ("\na: b\n", Manner("\n", 2, 2)),
        ("a: b\r\nc: d\r\n", Manner("\r\n", 2, 2)),
        ("a:\n    b: c\n", Manner("\n", 4, 2)),
        ("a:\n- b\n", Manner("\n", 2, 0)),
        ("a:\n - b\nc:\n   - d\ne:\n     f: g\n", Manner("\n", 5, 1)),
        ("a:\n   b:\n       - c\n", Manner("\n", 3, 4)),
        ("a: {b: {c: [d]}}\n", Manner("\n", 2, 2)),
        ("a:\n  - - b\n    - c\n", Manner("\n", 2, 2)),
        ("a: [\n    b]\nc:\n   d: e\n", Manner("\n", 3, 2)),
    ],
)
def test_how_a_text_is_written_is_seen_from_its_first_parts(text: str, manner: Manner) -> None:
    assert manner_of(places_in(text)) == manner


LONG = "a" * 130


@pytest.mark.parametrize(
    ("head", "value", "lines"),
    [
        ("a:", "b", ["a: b"]),
        ("a:", None, ["a: null"]),
        ("a:", LONG, [f"a: {LONG}"]),
        ("a:", [], ["a: []"]),
        ("a:", {}, ["a: {}"]),
        ("a:", ["b", "c"], ["a: [b, c]"]),
        ("-", {"b": "c"}, ["- {b: c}"]),
        ("a:", [LONG], ["a:", f" - {LONG}"]),
        ("a:", {"b": LONG}, ["a:", f"   b: {LONG}"]),
        ("a:", {"b": {"c": "d"}}, ["a:", "   b: {c: d}"]),
        ("a:", {"b": [LONG]}, ["a:", "   b:", f"    - {LONG}"]),
        ("-", {"b": [LONG], "c": "d"}, ["- b:", f"   - {LONG}", "  c: d"]),
        ("-", [LONG, "b"], [f"- - {LONG}", "  - b"]),
        ("a:", "b\nc\n", ["a: |", "   b", "   c"]),
        ("-", "b\n\nc", ["- |-", "   b", "", "   c"]),
        ("a:", {"t": "x\n\ny", "u": "v"}, ["a:", "   t: |-", "      x", "", "      y", "   u: v"]),
        ("a:", " b\nc", ['a: " b\\nc"']),
        ("a:", {"x y": [LONG]}, ["a:", '   "x y":', f"    - {LONG}"]),
    ],
)
def test_what_is_short_stands_on_a_line_and_what_is_long_below_its_key(
    head: str, value: YamlValue, lines: list[str]
) -> None:
    assert lines_of(head, value, Manner("\n", 3, 1)) == lines
    back = read("\n".join(["x: 1", *lines] if head == "a:" else ["a:", *lines]) + "\n")
    wanted = as_read(value) if head == "a:" else [as_read(value)]
    assert back.get("a") == wanted


def test_what_comes_may_stand_as_what_is_beside_it_stands() -> None:
    manner = Manner()
    assert lines_of("a:", ["b"], manner, as_block=True) == ["a:", "  - b"]
    assert lines_of("a:", {"b": "c"}, manner, as_block=True, style="'") == ["a:", "  b: 'c'"]
    assert lines_of("a:", [LONG], manner, as_block=False) == [f"a: [{LONG}]"]
    assert lines_of("a:", [], manner, as_block=True) == ["a: []"]
    assert lines_of("a:", ["b"], Manner("\n", 2, 0), as_block=True) == ["a:", "- b"]


@pytest.mark.parametrize(
    ("value", "fits"),
    [
        ("a" * 999, True),
        (["a" * 118], True),
        (["a" * 119], False),
        ({"k": "a" * 115}, True),
        ({"k": "a" * 116}, False),
        ([[]], True),
        ({"a": {}}, True),
        ([["a"]], False),
        ({"a": {"b": 1}}, False),
        ([{"b": 1}], False),
        (["a\nb"], False),
        ({"a": "b\n"}, False),
        ([None, True], True),
    ],
)
def test_a_line_holds_what_is_flat_and_no_wider_than_a_page(value: YamlValue, fits: bool) -> None:
    assert fits_on_a_line(value) is fits


def test_a_line_may_be_asked_to_be_wider_or_narrower() -> None:
    assert fits_on_a_line(["a" * 200], 202) and not fits_on_a_line(["a" * 200], 201)
    assert fits_on_a_line(["abcd"], 6) and not fits_on_a_line(["abcd"], 5)
