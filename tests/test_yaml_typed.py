"""YAML as people type it: understood where the meaning is certain, else told with a line that the next run accepts."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from support import BASE

from voorlichter.profile.check import check_profile
from voorlichter.profile.read import ProfileSource
from voorlichter.profile.vocabulary import Vocabulary
from voorlichter.yaml_source import read_yaml
from voorlichter.yaml_typed import (
    is_unusual,
    lacks_hyphen,
    mended,
    mended_mapping,
    misread,
    numbers,
    quote,
    typed_lines,
    understood,
)

PATH = Path("profile.yml")
PROFILE = (BASE / "profiles/zeester/profile.yml").read_text(encoding="utf-8")


def applied(text: str) -> tuple[list[str], Any]:
    """What is said of a text, and the data once each line to write stands in its place."""
    told = []
    for _ in range(5):
        source = read_yaml(PATH, text.encode())
        if not source.problems:
            return told, source.data
        problem = source.problems[0]
        told.append(problem.message.en)
        line = re.fullmatch(r"write(?:, if it belongs to it)?: (.*?)(?:; or put .*)?", problem.fix.en)
        assert line, problem.fix.en
        lines = text.splitlines()
        old = lines[problem.mark.line - 1]
        lines[problem.mark.line - 1] = old[: len(old) - len(old.lstrip())] + line[1]
        text = "\n".join(lines) + "\n"
    raise AssertionError(f"never accepted: {told}\n{text}")


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("“Noor Voorbeeld”", "Noor Voorbeeld"),
        ("„Noor”", "Noor"),
        ("”Noor”", "Noor"),
        ("‘Noor’", "Noor"),
        ("“Zorg: beter #1”", "Zorg: beter #1"),
        ("“Noor”  # her name", "Noor"),
        ("‘Noor’  # her name", "Noor"),
        ('“De "Ster"”', 'De "Ster"'),
        ("‘t Hoekje’", None),
        ("“Kom” of “bel”", None),
        ("Hij zei “kom”", None),
        ("[“a, b”, “c”]", ["a, b", "c"]),
        ("{nl: “Bel, of mail”, en: “Call: now”}", {"nl": "Bel, of mail", "en": "Call: now"}),
        ("'t Hoekje", "'t Hoekje"),
        ("'s-Hertogenbosch", "'s-Hertogenbosch"),
        ("'t Jonge Volk'", "t Jonge Volk"),
        ("-", "-"),
        ("?", "?"),
        ("@", "@"),
    ],
)
def test_it_is_understood(written: str, value: object) -> None:
    """Where the value is None, the meaning is not certain and what was typed stays."""
    source = read_yaml(PATH, f"key: {written}\nnext: 1\n".encode())
    assert (source.problems, source.data) == ([], {"key": value or written, "next": "1"})


def test_a_longer_text_keeps_its_signs() -> None:
    text = 'a: |\n  Noor: “Kom”\n  – een\n\n  \u00a0\u00a0b: c\nb: "d\n  e: “f”"\nc:\n  - >\n    g: ‘h’\n'
    source = read_yaml(PATH, text.encode())
    assert (source.problems, source.data) == (
        [],
        {"a": "Noor: “Kom”\n– een\n\n\u00a0\u00a0b: c\n", "b": "d e: “f”", "c": ["g: ‘h’\n"]},
    )


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ('"Bakkerij "De Korenaar""', 'Bakkerij "De Korenaar"'),
        ('"De Korenaar" bakkerij', '"De Korenaar" bakkerij'),
        ("'Bakkerij 't Hoekje'", "Bakkerij 't Hoekje"),
        ('"Bakkerij "\'t Hoekje""', 'Bakkerij "\'t Hoekje"'),
        ('"Stichting', "Stichting"),
        ("Let op: bel", "Let op: bel"),
        ("*Zeester*", "*Zeester*"),
        ("%naam%", "%naam%"),
        ("`Ster`", "`Ster`"),
        ("@thuis", "@thuis"),
        ('"C:\\temp"', "C:\\temp"),
        ('"C:\\zorg"', "C:\\zorg"),
        ("{nl: Let op: bel}", {"nl": "Let op: bel"}),
        ("{nl: Let op: bel, of mail, en: Note: call}", {"nl": "Let op: bel, of mail", "en": "Note: call"}),
        ("{nl: Bel, of mail, en: Call}", {"nl": "Bel, of mail", "en": "Call"}),
        ("{nl: Nr. #1, en: No. #1}", {"nl": "Nr. #1", "en": "No. #1"}),
        ('{name: "HR}', {"name": "HR"}),
        ("{name: HR", {"name": "HR"}),
        ("[nl, en", ["nl", "en"]),
        ("Zorggroep #1", "Zorggroep #1"),
        ("Zorggroep #1 in zorg", "Zorggroep #1 in zorg"),
        ("Zorggroep # 1", "Zorggroep # 1"),
        ('De "Ster" #1', 'De "Ster" #1'),
    ],
)
@pytest.mark.parametrize("before", ["key: ", "list:\n  - key: "])
def test_the_line_to_write_is_accepted(before: str, written: str, value: object) -> None:
    told, data = applied(f"{before}{written}\nnext: 1\n")
    assert told
    assert data == ({"key": value, "next": "1"} if before == "key: " else {"list": [{"key": value}], "next": "1"})


@pytest.mark.parametrize("sign", ["–", "—", "•", "·", "*", "+"])
def test_another_sign_before_an_item_is_told(sign: str) -> None:
    told, data = applied(
        f"advisors:\n  {sign} id: noor\n    name: Noor\n  {sign} id: sam\nlanguages:\n  {sign} nl\n  {sign} en\n"
    )
    assert told == [f"{sign} is not the hyphen that begins an item"] * 4
    assert data == {"advisors": [{"id": "noor", "name": "Noor"}, {"id": "sam"}], "languages": ["nl", "en"]}


@pytest.mark.parametrize(
    ("text", "line", "fix"),
    [
        (
            "list:\n  - id: noor\n    name: Noor\n    id: sam\n    name: Sam\n",
            4,
            "put a hyphen two places before id: - id: sam",
        ),
        (
            "list:\n  id: noor\n  name: Noor\n  id: sam\n  name: Sam\n",
            4,
            "put a hyphen two places before id on line 2 and here: - id: sam",
        ),
        ("list:\n  - id: noor\n    name: Noor\n  id: sam\n  name: Sam\n", 4, "write: - id: sam"),
        ("list:\n  - id: noor\n    name: Noor\n    name: Sam\n", 4, "remove one of the two"),
        ("a:\n  b: 1\na:\n  c: 2\n", 3, "put the lines below it with those of line 1 and remove this one"),
        ("workforce:20\nname: Ster\n", 1, "write: workforce: 20"),
        ("a: b\n\tc: d\n\te: f\n", 2, "write two spaces where the tab stands (on line 2-3)"),
        (
            "a:\n\u00a0\u00a0b: 1\n\u00a0\u00a0c: 2\nd: 3\ne:\u00a0f\n",
            2,
            "remove them on those lines and type them again with the space bar",
        ),
        (
            "nl: Ik help bij\n  - pesten\n  - geweld\n",
            1,
            "begin with nl: | and put the text on the lines below it, without quotes",
        ),
        (
            'nl: "Ik help bij\n  - pesten\n  - geweld"\n',
            1,
            "begin with nl: | and put the text on the lines below it, without quotes",
        ),
        (
            "nl: >\n  Ik help bij\n  1. pesten\n  2. geweld\n",
            1,
            "begin with nl: | and put the text on the lines below it, without quotes",
        ),
    ],
)
def test_a_mistake_over_several_lines_is_told_once(text: str, line: int, fix: str) -> None:
    (problem,) = read_yaml(PATH, text.encode()).problems
    assert (problem.mark.line, problem.fix.en) == (line, fix)


def test_the_lines_with_spaces_of_another_kind_are_counted() -> None:
    (problem,) = read_yaml(PATH, "a:\n\u00a0\u00a0b: 1\n\u2007\u2007c: 2\nd: 3\ne:\u00a0f\n".encode()).problems
    assert problem.message.en == "line 2-3, 5 has spaces of another kind (U+00A0); YAML reads them as letters"


_PLACES = ("{}", "'{}'", '"{}"')


@settings(max_examples=300, deadline=None, derandomize=True)
@given(
    st.text(
        st.characters(exclude_categories=["C", "Zl", "Zp"]) | st.sampled_from(list("“”‘’'\"#:-?,[]{}&*!|>%@`~ •–")),
        min_size=1,
        max_size=60,
    ),
    st.sampled_from(_PLACES),
)
def test_a_text_lands_as_it_was_typed_or_its_line_is_told(typed: str, place: str) -> None:
    """A remark behind a value begins with a # and a space; the quotes around a whole value are no part of it."""
    typed = re.sub(r"\s#(?=\s|#|$)", " x", f" {typed.replace(place[0], '') if place != '{}' else typed}")[1:]
    typed = re.sub(r"\\[nuxU\\/]", "x", typed) if place[0] == '"' else typed  # escapes that people use
    written = place.format(typed)
    source = read_yaml(PATH, f"{PROFILE}maintained_by: {written}\n".encode())
    profile, problems = check_profile(
        ProfileSource(PATH, source.data, source.keys, source.values, source.problems),
        Vocabulary((), ("role",)),
        date(2026, 11, 2),
    )
    last = PROFILE.count("\n") + 1
    if any(problem.mark.line == last for problem in problems):
        return
    assert profile is not None, problems
    bare = typed.strip() if place != "{}" else re.sub(r"""^['"“„‘](.*)['"”“’]$""", r"\1", typed.strip()).strip()
    assert " ".join((profile.maintained_by or "").split()) == (
        "" if place == "{}" and bare in ("~", "null", "Null", "NULL") else " ".join(bare.split())
    )


@pytest.mark.parametrize(
    ("line", "meant"),
    [
        ("key: &Ster", 'key: "&Ster"'),
        ("key: !Ster", 'key: "!Ster"'),
        ("key: *Ster", 'key: "*Ster"'),
        ("- key: a: b", '- key: "a: b"'),
        ('key: \'a \\ "b" c: d', "key: 'a \\ \"b\" c: d'"),
        ("key: {b: c, d", 'key: {b: "c, d"}'),
        ("key: {b: c: d}", 'key: {b: "c: d"}'),
        ("key: {b: c, d: e: f", 'key: {b: c, d: "e: f"}'),
        ("key: {b-c: d: e, f: 1}", 'key: {b-c: "d: e", f: 1}'),
        ("key: {b: [c, d], e: f: g}", 'key: {b: [c, d], e: "f: g"}'),
        ('key: {b: "x, y", e: f: g}', 'key: {b: "x, y", e: "f: g"}'),
        ("key: {b: 'x, y', e: f: g}", "key: {b: 'x, y', e: \"f: g\"}"),
        ("key: {b: http://x.example, e: f: g}", 'key: {b: http://x.example, e: "f: g"}'),
        ("key: {b: x#y: z}", 'key: {b: "x#y: z"}'),
        ("key: {b: 'c: d}", 'key: {b: "c: d"}'),
        ("key: {b: c} d", 'key: {b: "c} d"}'),
        ("key: [b", "key: [b]"),
        ("key: {b: c", "key: {b: c}"),
        ("key: 'x", 'key: "x"'),
        ("key: 'x'y", "key: \"'x'y\""),
        ('key: "x"y"', "key: 'x\"y'"),
        ('key: "', 'key: ""'),
        ("key: 'it's'", 'key: "it\'s"'),
        ("- @b", '- "@b"'),
        ("- - @b", '- - "@b"'),
        ("@b", '"@b"'),
        ("key: {", None),
        ("key: [", None),
        ("key: >x", None),
        ("key: |x", None),
        ("key: {Bel, of: mail: nu}", None),
        ("key: a", None),
        ("key:", None),
        ("key: {a: b}", None),
        ("# a: b: c", None),
    ],
)
def test_a_line_that_is_no_yaml_is_mended_and_any_other_is_left(line: str, meant: str | None) -> None:
    assert mended(f"before: 1\n{line}\nafter: 2\n", 2) == meant


@pytest.mark.parametrize("after", ["  c]", " - c", "- c", "  c", "c", "  d: e"])
def test_a_bracket_that_may_be_closed_below_is_not_closed_on_its_line(after: str) -> None:
    assert mended(f"a: [b\n{after}\n", 1) is None


@pytest.mark.parametrize("after", ["c: d", "", "# c"])
def test_a_bracket_with_another_key_below_it_is_closed_on_its_line(after: str) -> None:
    assert mended(f"a: [b\n{after}\n", 1) == "a: [b]"


@pytest.mark.parametrize(
    ("line", "meant"),
    [
        ("a: {nl: Bel, of mail}", 'a: {nl: "Bel, of mail"}'),
        ("a: {nl: Bel, of mail, en: Call, or mail}", 'a: {nl: "Bel, of mail", en: "Call, or mail"}'),
        ("a: {nl: 'x, y', en: a, b}", "a: {nl: 'x, y', en: \"a, b\"}"),
        ("- {nl: Bel, of mail}", '- {nl: "Bel, of mail"}'),
        ("  - a: {nl: Bel, of mail}", '- a: {nl: "Bel, of mail"}'),
        ("a: {Bel, of mail}", None),
        ("a: nl: Bel, of mail}", None),
        ("a: {nl: Bel, of mail", None),
        ("a: Bel, of mail", None),
    ],
)
def test_a_comma_within_a_text_between_brackets_is_put_between_quotes(line: str, meant: str | None) -> None:
    assert mended_mapping(f"before: 1\n{line}\nafter: 2\n", 2) == meant


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        ("a: b\n- c: d\n  - e\n", [(1, 0, "a", "b"), (2, 2, "c", "d"), (3, 4, None, "e")]),
        ("# x\n\n  # y\na: b # c\n", [(4, 0, "a", "b # c")]),
        ("  a : b\n", [(1, 2, "a", "b")]),
        ("a:b\nc:\n", [(1, 0, None, "a:b"), (2, 0, "c", "")]),
        ("- - a\n", [(1, 4, None, "a")]),
        ("a: |\n  x: y\n\n  z\nb: c\n", [(1, 0, "a", "|"), (5, 0, "b", "c")]),
        ("a: >2-  # why\n   b: 1\nc: 1\n", [(1, 0, "a", ">2-  # why"), (3, 0, "c", "1")]),
        ("- a: |\n    x\n  b: 1\n", [(1, 2, "a", "|"), (3, 2, "b", "1")]),
        ("- |\n x\n- c\n", [(1, 2, None, "|"), (3, 2, None, "c")]),
        ("a: |x\n  b: 1\n", [(1, 0, "a", "|x"), (2, 2, "b", "1")]),
        ('a: "x\n  y: z"\nb: 1\n', [(1, 0, "a", '"x'), (3, 0, "b", "1")]),
        ("a: 'x\n\n  y: \"z\n  q: '\nb: 1\n", [(1, 0, "a", "'x"), (5, 0, "b", "1")]),
        ('a: "x"\nb: 1\n', [(1, 0, "a", '"x"'), (2, 0, "b", "1")]),
        ("a: 't Hoekje\nb: 1\n", [(1, 0, "a", "'t Hoekje"), (2, 0, "b", "1")]),
        ("a: b  \n", [(1, 0, "a", "b")]),
    ],
)
def test_a_line_is_seen_with_its_key_and_value_and_a_longer_text_is_left_alone(
    text: str, seen: list[tuple[int, int, str | None, str]]
) -> None:
    assert [(line.number, line.column, line.key, line.value) for line in typed_lines(text)] == seen


@pytest.mark.parametrize(
    "text",
    [
        "a: “x”",
        "a: x ‘y’",
        "a: ‚x’",
        "a:\u00a0b",
        "– a",
        "  • a",
        "- • a",
        "a: 't x",
        "a: 'S x",
        "a: -",
        "- *",
        "a: @ \nb: c",
    ],
)
def test_a_text_with_what_people_type_otherwise_is_looked_at(text: str) -> None:
    assert is_unusual(text)


@pytest.mark.parametrize("text", ["a: b", "a • b", "a: 'tis'", "a: - b", "a: b*", "a: 'x'", "a: b – c", "a: *b"])
def test_an_ordinary_text_is_not_looked_at(text: str) -> None:
    assert not is_unusual(text)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("a: “x” \n", 'a: "x" \n'),
        ("- “x”\n", '- "x"\n'),
        ("a:  “x” # y\n", 'a:  "x" # y\n'),
        ("a: ‘x’\n", 'a: "x"\n'),
        ("a: ‚x’ # y\n", 'a: "x" # y\n'),
        ("a: “x”\r\nb: 1\r\n", 'a: "x"\r\nb: 1\r\n'),
        ("a: “x\"y'z”\n", "a: 'x\"y''z'\n"),
        ("a: “x\\y”\n", "a: 'x\\y'\n"),
        ("a: 'S x\n", 'a: "\'S x"\n'),
        ("a: 't x's y\n", "a: \"'t x's y\"\n"),
        ("a: !\n", 'a: "!"\n'),
        ("a: [“b”, “c” ]\n", 'a: ["b", "c" ]\n'),
        ("a: {b: “c”}\n", 'a: {b: "c"}\n'),
    ],
)
def test_what_is_certain_is_written_as_it_is_read_and_the_rest_of_its_line_stays(typed: str, meant: str) -> None:
    assert understood(typed, typed_lines(typed)) == meant


@pytest.mark.parametrize(
    "typed",
    [
        "“x”\n",
        "a: ‘t x’\n",
        "a: 't \"x\n",
        "a: x “y”\n",
        "a: “x” y\n",
        "a: {b: “c\\d”}\n",
        "a: {b: x “c”}\n",
        "a: -b\n",
    ],
)
def test_what_is_not_certain_stays_as_it_was_typed(typed: str) -> None:
    assert understood(typed, typed_lines(typed)) == typed


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("a: 1\nb:\u00a0c\n", [(2, 3, "line 2 has spaces of another kind (U+00A0); YAML reads them as letters")]),
        (" \u2003a: b\n", [(1, 2, "line 1 has spaces of another kind (U+2003); YAML reads them as letters")]),
        ("+ a\n\u00a0b: c\n", [(2, 1, "line 2 has spaces of another kind (U+00A0); YAML reads them as letters")]),
        ("- \u3000a: b\n", [(1, 3, "line 1 has spaces of another kind (U+3000); YAML reads them as letters")]),
        ("a: b\u00a0c\n", []),
        ("  • a: b\n", [(1, 3, "• is not the hyphen that begins an item")]),
        (
            "- • a\n– b\n",
            [(1, 3, "• is not the hyphen that begins an item"), (2, 1, "– is not the hyphen that begins an item")],
        ),
        ("- a\n", []),
    ],
)
def test_a_sign_that_yaml_takes_for_a_letter_is_told_where_it_stands(
    text: str, told: list[tuple[int, int, str]]
) -> None:
    problems = list(misread(PATH, text, typed_lines(text)))
    assert [(one.mark.line, one.mark.column, one.message.en) for one in problems] == told
    assert {one.mark.path for one in problems} <= {PATH}
    for one in problems:
        if "hyphen" in one.message.en:
            assert one.fix.en.startswith("write: - ") and one.fix.nl.startswith("schrijf: - ")


@pytest.mark.parametrize(
    ("text", "quoted"),
    [("a", '"a"'), ("a'b", '"a\'b"'), ('a"b', "'a\"b'"), ("a\\b", "'a\\b'"), ("a'b\"c", "'a''b\"c'"), ("", '""')],
)
def test_a_text_between_quotes_reads_as_it_stands(text: str, quoted: str) -> None:
    assert quote(text) == quoted
    assert read_yaml(PATH, f"a: {quoted}\n".encode()).data == {"a": text}


def test_a_line_that_is_not_there_is_not_mended() -> None:
    assert mended("a: b: c\n", 2) is None
    assert mended_mapping("a: {b: c, d}\n", 2) is None


@pytest.mark.parametrize(
    ("text", "number", "lacks"),
    [
        ("- a: 1\n  b: 2\n  a: 3\n", 3, True),
        ("- a: 1\n  b: 2\n  c: 3\n", 3, False),
        ("a: 0\n- b: 1\n  a: 2\n", 3, False),
        ("a: 1\nb: 2\n", 2, False),
        ("a: 1\nb: 2\na: 3\n", 2, False),
        ("a: 1\n", 5, False),
    ],
)
def test_a_key_that_its_item_has_already_begins_the_next(text: str, number: int, lacks: bool) -> None:
    assert lacks_hyphen(text, number) is lacks


def test_lines_that_follow_each_other_are_told_as_one_run() -> None:
    assert [numbers(lines) for lines in ([3], [3, 4], [3, 5, 6, 7, 9])] == ["3", "3-4", "3, 5-7, 9"]
