"""YAML read as text with places. What is refused stands in golden/file."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest
import yaml

from voorlichter.problems import Mark
from voorlichter.regular_file import LargeError
from voorlichter.yaml_source import (
    MAX_BYTES,
    MAX_DEPTH,
    YamlSource,
    dotted,
    explain_file,
    read_events,
    read_kept_yaml,
    read_yaml,
    value_at,
)

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


Told = tuple[int, int, str, str, str]
"""The line and column, the key, whether it warns, and what to write."""


def told(text: str) -> list[Told]:
    return [
        (one.mark.line, one.mark.column, one.where, one.severity, one.fix.en)
        for one in read_yaml(PATH, text.encode()).problems
    ]


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("a: #b c\n", 'a: "#b c"'),
        ("a:   #12 x  \n", 'a: "#12 x"'),
        ("  a: #b\n", 'a: "#b"'),
        ("a: #b\\c\n", "a: '#b\\c'"),
    ],
)
def test_a_value_that_is_all_remark_is_told_between_quotes(text: str, line: str) -> None:
    column = len(text) - len(text.lstrip()) + 1
    assert told(text) == [(1, column, "a", "error", f"put the value in quotes: {line}")]


def test_a_remark_behind_no_value_and_one_of_a_quote_is_a_remark() -> None:
    for text in ("a: # later\n", "a:\n", "a: #\n", 'a: # "b"\n', "- #b\n", "a: ~ #b\n"):
        assert told(text) == [], text


@pytest.mark.parametrize(
    ("text", "column", "where", "line"),
    [
        ("a: b #c\n", 4, "a", 'a: "b #c"'),
        ("a: b  #c d  \n", 4, "a", 'a: "b  #c d"'),
        ("a: b # 1\n", 4, "a", 'a: "b # 1"'),
        ("- b #c\n", 3, "[0]", '- "b #c"'),
        ("- a: b #c\n", 6, "[0].a", '- a: "b #c"'),
        ("a: b\n  c #d\n", 4, "a", '"b c #d"'),
    ],
)
def test_a_text_behind_a_hash_may_have_been_meant(text: str, column: int, where: str, line: str) -> None:
    wanted = f"write, if it belongs to it: {line}; or put a space after #"
    assert told(text) == [(1, column, where, "warning", wanted)]
    assert read_yaml(PATH, text.encode()).data is not None


@pytest.mark.parametrize(
    "text",
    ["a: b # c\n", "a: b #\n", "a: b ##\n", "a: b#c\n", "a: 'b' #c\n", "a: [b] #c\n", "{a: b} #c\n", "a: b\n# c #d\n"],
)
def test_a_remark_is_a_remark(text: str) -> None:
    assert told(text) == []


@pytest.mark.parametrize(
    ("text", "column", "where", "line"),
    [
        ('a: "C:\\temp"\n', 4, "a", "a: 'C:\\temp'"),
        ('a: "C:\\Login"\n', 4, "a", "a: 'C:\\Login'"),
        ('- "a\\tb"\n', 3, "[0]", "- 'a\\tb'"),
        ('a: "C:\\temp"  # where\n', 4, "a", "a: 'C:\\temp'  # where"),
        ('{nl: "C:\\temp", en: "b"}\n', 6, "nl", "{nl: 'C:\\temp', en: \"b\"}"),
        ('a: {nl: "b", en: "it\'s\\t"}  \n', 18, "a.en", "a: {nl: \"b\", en: 'it''s\\t'}"),
    ],
)
def test_a_stroke_that_makes_another_sign_is_told_with_the_whole_line(
    text: str, column: int, where: str, line: str
) -> None:
    written = [one for one in told(text) if one[3] == "warning"]
    assert written == [(1, column, where, "warning", f"write: {line}")]
    assert told(f"{line}\n") == []


@pytest.mark.parametrize(
    "text",
    [
        'a: "C:\\\\temp"\n',
        "a: 'C:\\temp'\n",
        "a: C:\\temp\n",
        'a: "x\n  \\ty"\n',
        'a: "caf\\u00e9\\n"\n',
        'a: "b" # c\\t\n',
    ],
)
def test_a_stroke_that_means_what_it_says_is_not_told(text: str) -> None:
    assert told(text) == []


@pytest.mark.parametrize(
    ("text", "column", "line"),
    [
        ("a: {nl: Bel, of mail}\n", 14, 'a: {nl: "Bel, of mail"}'),
        ("a: {nl: Bel, x}\n", 14, 'a: {nl: "Bel, x"}'),
        ("- {nl: Bel, of mail}\n", 13, '- {nl: "Bel, of mail"}'),
    ],
)
def test_a_comma_in_a_text_between_brackets_is_told_with_the_line_to_write(text: str, column: int, line: str) -> None:
    assert told(text) == [(1, column, "", "error", f"write: {line}")]


@pytest.mark.parametrize(
    "text", ["a: {nl: Bel, of mail: }\n", "a: {of mail}\n", "a: {nl: Bel,\n of mail}\n", "a: {nl: }\n"]
)
def test_a_key_without_a_value_between_brackets_may_be_one(text: str) -> None:
    assert told(text) == []


SIGN, AGAIN = "\u200b", "type the value again instead of pasting it"


@pytest.mark.parametrize(
    ("text", "where", "severity", "fix"),
    [
        (f"a: x{SIGN}\n", "a", "warning", 'write: a: "x"'),
        (f"a: {SIGN}x\n", "a", "warning", 'write: a: "x"'),
        (f"- x{SIGN}\n", "[0]", "warning", 'write: "x"'),
        (f"a: '{'x' * 99}{SIGN}'\n", "a", "warning", f'write: a: "{"x" * 99}"'),
        (f"a: '{'x' * 100}{SIGN}'\n", "a", "warning", AGAIN),
        (f"a: '{SIGN}'\n", "a", "warning", AGAIN),
        (f"a: |\n  x\n  y\n  {SIGN}\n", "a", "warning", AGAIN),
        ('a: "x\\u0000y"\n', "a", "error", 'write: a: "xy"'),
        ('a: "x\\u202ey"\n', "a", "error", 'write: a: "xy"'),
        ('a: "\\u0000"\n', "a", "error", AGAIN),
        (f"a{SIGN}b: x\n", "", "error", "type the key again instead of pasting it"),
        (f"c:\n  a{SIGN}b: x\n", "c", "error", "type the key again instead of pasting it"),
    ],
)
def test_a_sign_that_nobody_sees_is_told_with_what_can_be_seen(text: str, where: str, severity: str, fix: str) -> None:
    ((_, _, told_where, told_severity, told_fix),) = told(text)
    assert (told_where, told_severity, told_fix) == (where, severity, fix)


@pytest.mark.parametrize(
    ("text", "problems"),
    [
        ("a: 1\na: 2\n", [(2, 1, "a", "remove one of the two")]),
        ("- a: 1\n  b: 2\n  b: 3\n", [(3, 3, "[0].b", "remove one of the two")]),
        ("- a: 1\n  a: 2\n", [(2, 3, "[0].a", "put a hyphen two places before a: - a: 2")]),
        ("- a: [x]\n  a: [y]\n", [(2, 3, "[0].a", "put a hyphen two places before a: - a:")]),
        (
            "x:\n  a: 1\n  b: 2\n  a: 3\n  b: 4\n",
            [(4, 3, "x.a", "put a hyphen two places before a on line 2 and here: - a: 3")],
        ),
        ("x:\n  a: 1\n  a: 2\n", [(3, 3, "x.a", "remove one of the two")]),
        (
            "x:\n  a: 1\n  a: {b: c}\n",
            [(3, 3, "x.a", "put the lines below it with those of line 2 and remove this one")],
        ),
        ("a: 1\na: [b]\n", [(2, 1, "a", "put the lines below it with those of line 1 and remove this one")]),
        (
            "a: 1\nb: 2\na: 3\nb: 4\n",
            [(3, 1, "a", "remove one of the two"), (4, 1, "b", "remove one of the two")],
        ),
        (
            "a: {b: 1, c: 2, b: 3, c: 4}\n",
            [(1, 17, "a.b", "remove one of the two"), (1, 23, "a.c", "remove one of the two")],
        ),
        ("- {a: 1, a: 2}\n", [(1, 10, "[0].a", "remove one of the two")]),
        ("a: 1\na: 2\na: 3\n", [(2, 1, "a", "remove one of the two"), (3, 1, "a", "remove one of the two")]),
    ],
)
def test_a_key_that_stands_there_twice_is_told_by_what_was_meant(
    text: str, problems: list[tuple[int, int, str, str]]
) -> None:
    assert told(text) == [(line, column, where, "error", fix) for line, column, where, fix in problems]


@pytest.mark.parametrize(
    "text",
    [
        "a: x\n  - y\n",
        "a: >\n  x\n  - y\n",
        "a: >\n  - x\n",
        "a: 'x\n  1. y'\n",
        'a: "x\n  2) y"\n',
        "a: x\n  12. y\n",
    ],
)
def test_a_list_that_becomes_running_text_is_told_at_its_key(text: str) -> None:
    fix = "begin with a: | and put the text on the lines below it, without quotes"
    assert told(text) == [(1, 1, "a", "error", fix)]


@pytest.mark.parametrize(
    "text",
    [
        *("a: |\n  x\n  - y\n", "- x\n  - y\n", "a: x\n  y\n", "a: x\n  123) y\n", "a: x\n  -y\n", "a: '- x'\n"),
        *("b:\n  - y\na: >\n  x\n  z\n", "- a: x\n    y\n- b\n", "a: >\n  x\nb:\n- y\n", "a: 'x\n  z'\nb:\n- y\n"),
    ],
)
def test_lines_that_are_no_list_or_stay_one_are_not_told(text: str) -> None:
    assert told(text) == []


@pytest.mark.parametrize(
    ("text", "line", "column", "message"),
    [
        ("a: b\n---\nc: d\n", 2, 1, "a second document starts here (---)"),
        ("", 1, 1, "this file is empty"),
        ("# x\n", 1, 1, "this file is empty"),
        ("a: &x b\n", 1, 4, "a value that begins with & or * is a reference here; those are not read"),
        ("a: *x\n", 1, 4, "a value that begins with & or * is a reference here; those are not read"),
        ("a: &x [b]\n", 1, 4, "a value that begins with & or * is a reference here; those are not read"),
        ("a: !x b\n", 1, 4, "a YAML tag (!name) is not read here"),
        ("a: !!str b\n", 1, 4, "a YAML tag (!name) is not read here"),
        ("a: !x {b: c}\n", 1, 4, "a YAML tag (!name) is not read here"),
        ("a: [[ x ]]\n", 1, 4, "a value that begins with [[, [% or { must be quoted"),
        ("a: [% if x %]\n", 1, 4, "a value that begins with [[, [% or { must be quoted"),
        ("- [[ org.name ]]\n", 1, 3, "a value that begins with [[, [% or { must be quoted"),
        ("a: 1\n\x07b: 2\n", 2, 1, "there is an invisible control character here (U+0007)"),
        ("a: 1\nb: c\u202ed\n", 2, 5, "there is an invisible control character here (U+202E)"),
    ],
)
def test_what_yaml_allows_and_this_does_not_is_told_where_it_stands(
    text: str, line: int, column: int, message: str
) -> None:
    (problem,) = read_yaml(PATH, text.encode()).problems
    assert (problem.mark, problem.message.en, problem.severity) == (Mark(PATH, line, column), message, "error")


@pytest.mark.parametrize(
    ("data", "line", "column"),
    [(b"\xff\xfea", 1, 1), (b"a: 1\nb: caf\xe9\n", 2, 7), (b"\xe9\n", 1, 1), (b"a\n\n\xe9", 3, 1)],
)
def test_a_file_of_other_letters_is_told_at_the_first_that_cannot_be_read(data: bytes, line: int, column: int) -> None:
    (problem,) = read_yaml(PATH, data).problems
    assert (problem.mark, problem.message.en[:26]) == (Mark(PATH, line, column), "this file is not UTF-8; an")


def test_a_file_that_is_too_large_is_told_with_its_size() -> None:
    (problem,) = read_yaml(PATH, bytes(300 * 1024)).problems
    assert problem.message.en == "this file is 300 kB; more than 256 kB is not read"


def test_a_warning_leaves_the_data_and_a_mistake_does_not() -> None:
    assert read_yaml(PATH, b"a: b #c\n").data == {"a": "b"}
    assert read_yaml(PATH, b"a: #c\n").data is None


def test_every_text_is_found_with_its_place_and_nothing_that_is_none() -> None:
    source = read_yaml(PATH, b"a: b\nc:\n  - d\n  - {e: f, g: }\n  -\nh: {}\ni: ''\n")
    assert source.texts() == [(("a",), "b"), (("c", 0), "d"), (("c", 1, "e"), "f"), (("i",), "")]
    assert source.texts() is source.texts()


@pytest.mark.parametrize(
    ("path", "value"),
    [
        ((), {"a": [{"b": "c"}]}),
        (("a", 0, "b"), "c"),
        (("a", 1), None),
        (("a", "b"), None),
        (("a", 0, "b", "x"), None),
        (("z",), None),
    ],
)
def test_what_stands_at_a_place_is_found_and_nothing_where_there_is_no_such_place(
    path: tuple[str | int, ...], value: object
) -> None:
    assert value_at({"a": [{"b": "c"}]}, path) == value


def test_what_is_read_once_is_the_same_and_its_problems_are_ones_own() -> None:
    first, second = read_kept_yaml(PATH, b"a: b #c\n"), read_kept_yaml(PATH, b"a: b #c\n")
    assert first.data is second.data and first.problems == second.problems
    first.problems.clear()
    assert read_kept_yaml(PATH, b"a: b #c\n").problems == second.problems != []


@pytest.mark.parametrize("read", [read_yaml, read_kept_yaml])
def test_a_file_is_read_from_the_disk_or_told_why_not(read: Callable[[Path], YamlSource], tmp_path: Path) -> None:
    sound, large = tmp_path / "a.yml", tmp_path / "b.yml"
    sound.write_bytes(b"a: b\n")
    large.write_bytes(b"#".ljust(MAX_BYTES + 1024, b"x"))
    found, refused = read(sound), read(large)
    assert (found.path, found.data, found.problems) == (sound, {"a": "b"}, [])
    assert (refused.path, refused.data) == (large, None)
    (problem,) = refused.problems
    assert (problem.mark, problem.where, problem.severity) == (Mark(large), "", "error")
    assert problem.message.en == "this file is 257 kB; more than 256 kB is not read"
    with pytest.raises(FileNotFoundError):
        read(tmp_path / "c.yml")


@pytest.mark.skipif(os.name == "nt", reason="Windows has no pipes among its files")
@pytest.mark.parametrize("read", [read_yaml, read_kept_yaml])
def test_what_is_no_file_is_not_waited_for(read: Callable[[Path], YamlSource], tmp_path: Path) -> None:
    path = tmp_path / "a.yml"
    os.mkfifo(path)
    refused = read(path)
    (problem,) = refused.problems
    assert (refused.path, refused.data, problem.mark, problem.where) == (path, None, Mark(path), "")
    assert (problem.message.en, problem.fix.en) == ("this is not a regular file", "put a file with text here")
    assert (problem.message.nl, problem.fix.nl) == ("dit is geen gewoon bestand", "zet hier een bestand met tekst")


def test_a_file_that_is_too_large_is_told_in_both_languages_wherever_that_is_found() -> None:
    (problem,) = read_yaml(PATH, bytes(300 * 1024)).problems
    assert problem == explain_file(PATH, LargeError(PATH, 300 * 1024))
    assert problem.message.nl == "dit bestand is 300 kB groot; meer dan 256 kB wordt niet gelezen"
    assert problem.fix.nl == "houd er alleen in wat bij deze organisatie hoort"


def test_who_must_know_where_a_value_ends_gets_all_that_the_parser_told() -> None:
    source, events = read_events(PATH, b"a: [b, c]\n")
    assert (source.path, source.data, source.problems) == (PATH, {"a": ["b", "c"]}, [])
    scalars = [event for event in events if isinstance(event, yaml.ScalarEvent)]
    assert [(one.value, one.start_mark.column, one.end_mark.column) for one in scalars] == [
        ("a", 0, 1),
        ("b", 4, 5),
        ("c", 7, 8),
    ]


@pytest.mark.parametrize(
    ("text", "message", "fix"),
    [
        ("a: #b\n", "wat na # staat, is een opmerking en telt niet mee", 'zet de waarde tussen aanhalingstekens: a: "#b"'),
        ("a: b #c\n", "wat na # staat, is een opmerking en telt niet mee", 'schrijf, als het erbij hoort: a: "b #c"; of zet een spatie achter #'),
        ('a: "C:\\temp"\n', "tussen dubbele aanhalingstekens is \\t een ander teken", "schrijf: a: 'C:\\temp'"),
        ("a: {nl: Bel, of mail}\n", "na deze komma begint voor YAML iets nieuws", 'schrijf: a: {nl: "Bel, of mail"}'),
        ("a: x\n  - y\n", "deze regels worden één regel, en de lijst erin lopende tekst", "begin met a: | en zet de tekst op de regels eronder, zonder aanhalingstekens"),
        ("a: 1\na: 2\n", "deze sleutel staat er twee keer; de eerste keer op regel 1", "haal een van de twee weg"),
        ("a: 1\na: [b]\n", "deze sleutel staat er twee keer; de eerste keer op regel 1", "zet de regels eronder bij die van regel 1 en haal deze weg"),
        ("- a: 1\n  a: 2\n", "deze sleutel staat er twee keer, de eerste keer op regel 1; begint hier de volgende, dan ontbreekt het streepje", "zet twee plaatsen voor a een streepje: - a: 2"),
        ("x:\n  a: 1\n  b: 2\n  a: 3\n  b: 4\n", "deze sleutel staat er twee keer, de eerste keer op regel 2; begint hier de volgende, dan ontbreekt het streepje", "zet op regel 2 en hier twee plaatsen voor a een streepje: - a: 3"),
        (f"a: x{SIGN}\n", "aan het begin of eind van deze waarde staat een onzichtbaar teken (U+200B); het telt niet mee", 'schrijf: a: "x"'),
        (f"a: {SIGN * 2}\n", "aan het begin of eind van deze waarde staat een onzichtbaar teken (U+200B); het telt niet mee", "typ de waarde opnieuw in plaats van te plakken"),
        ('a: "x\\u0000y"\n', "in deze waarde staat een onzichtbaar stuurteken (U+0000)", 'schrijf: a: "xy"'),
        (f"a{SIGN}b: x\n", "in deze sleutel staat een onzichtbaar teken (U+200B)", "typ de sleutel opnieuw in plaats van te plakken"),
        ("a: !x b\n", "een YAML-tag (!naam) wordt hier niet gelezen", "haal de tag weg, of zet de waarde tussen aanhalingstekens"),
        ("a: b\n---\nc: d\n", "een tweede document begint hier (---)", "haal de regel met --- weg"),
        ("", "dit bestand is leeg", "vul het, of haal het weg"),
        ("[" * 21 + "]" * 21, "dit staat meer dan 20 niveaus diep", "kijk of de regels juist inspringen en of elke haak sluit"),
        ("a: \x07\n", "hier staat een onzichtbaar stuurteken (U+0007)", "haal het teken weg: typ de regel opnieuw in plaats van te plakken"),
    ],
)  # fmt: skip
def test_what_is_wrong_is_told_in_dutch_too(text: str, message: str, fix: str) -> None:
    found = [(one.message.nl, one.fix.nl) for one in read_yaml(PATH, text.encode()).problems]
    assert found == [(message, fix)]
