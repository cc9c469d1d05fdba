"""Finding tags in a text: the notation only."""

from __future__ import annotations

import pytest

from voorlichter.slots.scan import LIST, OF_LOOP, change_around, line_and_column, scan


@pytest.mark.parametrize(
    ("text", "kind", "expression"),
    [
        ("[[ advisor.name ]]", "value", "advisor.name"),
        ("[[advisor.name]]", "value", "advisor.name"),
        ("[% if org.care %]", "if", "org.care"),
        ("[% if not org.care %]", "if", "not org.care"),
        ("[%- if org.care -%]", "if", "org.care"),
        ("[% else %]", "else", ""),
        ("[% endif %]", "endif", ""),
        ("[% for a in advisors %]", "for", "advisors"),
        ("[% endfor %]", "endfor", ""),
        ('[% include "hero.html" %]', "include", "hero.html"),
        ("[% include 'hero.html' %]", "include", "hero.html"),
        ("[# nothing to see #]", "comment", ""),
        ("[% elif org.care %]", "unknown", "elif org.care"),
        ("[% set x = 1 %]", "unknown", "set x = 1"),
        ('[% include "../profile.yml" %]', "unknown", 'include "../profile.yml"'),
        ("[%if  a\n and b%]", "if", "a\n and b"),
        ("[%- else-%]", "else", ""),
        ("[% if a -%]", "if", "a"),
        ("[% ifa %]", "unknown", "ifa"),
        ("[% if %]", "unknown", "if"),
        ("[% for  x_y\nin b[1:] %]", "for", "b[1:]"),
        ("[% for a in b\n.c %]", "for", "b\n.c"),
        ("[% for X in b %]", "unknown", "for X in b"),
        ("[% for a inb %]", "unknown", "for a inb"),
        ("[% include  'a-b.c.html' %]", "include", "a-b.c.html"),
        ("[% include a.html %]", "unknown", "include a.html"),
        ('[% include "" %]', "unknown", 'include ""'),
        ("[# a\nb #]", "comment", ""),
        ("[##]", "comment", ""),
        ("[# [[ a ]] #]", "comment", ""),
        ("[[]]", "value", ""),
        ("[%%]", "unknown", ""),
        ("[[ a % ]]", "value", "a %"),
        ("[% a ]] %]", "unknown", "a ]]"),
        ("[[[ a ]]", "value", "[ a"),
    ],
)
def test_each_tag_is_known_by_its_kind_and_expression(text: str, kind: str, expression: str) -> None:
    (tag,) = scan(f"before {text} after")
    assert (tag.kind, tag.expression, tag.text, tag.start) == (kind, expression, text, len("before "))
    assert tag.end == len(f"before {text}") and tag.variable == (
        "x_y" if "x_y" in text else "a" if kind == "for" else ""
    )


def test_tags_come_in_the_order_of_the_text() -> None:
    assert [tag.kind for tag in scan("[% if a %][[ b ]][% else %][[ c ]][% endif %]")] == [
        "if",
        "value",
        "else",
        "value",
        "endif",
    ]


def test_a_tag_may_run_over_lines() -> None:
    (tag,) = scan("[[ advisor\n.name ]]")
    assert tag.kind == "value"


def test_a_loop_knows_its_variable() -> None:
    (tag,) = scan("[% for place in locations %]")
    assert (tag.variable, tag.expression) == ("place", "locations")


@pytest.mark.parametrize(
    "text",
    ["{{ advisor.name }}", "{% if x %}", "[link](page.md)", "a [ b ] c", "- [x] done", "[#]", "[[ a", "[% if a ]"],
)
def test_other_notations_are_left_alone(text: str) -> None:
    assert scan(text) == ()


@pytest.mark.parametrize(("offset", "place"), [(0, (1, 1)), (2, (1, 3)), (3, (1, 4)), (4, (2, 1)), (6, (2, 3))])
def test_a_place_counts_lines_and_columns_from_one(offset: int, place: tuple[int, int]) -> None:
    assert line_and_column("abc\ndef", offset) == place


def test_a_place_counts_every_line_before_it() -> None:
    assert [line_and_column("\n\na\nb", offset) for offset in range(6)] == [
        *((1, 1), (2, 1), (3, 1), (3, 2), (4, 1), (4, 2)),
    ]


def test_what_stands_around_tags_is_changed_and_tags_are_not() -> None:
    assert change_around("a [[ b ]] c [% if d %]e[% endif %] f", str.upper) == "A [[ b ]] C [% if d %]E[% endif %] F"
    assert change_around("a", str.upper) == "A"
    assert change_around("", str.upper) == ""
    assert change_around("[[ b ]]c[# d #]", str.upper) == "[[ b ]]C[# d #]"


@pytest.mark.parametrize("text", ["a", "a.b", "a_1.b", "a[1:]", "a[:2]", "a[1:23]", "a[:]"])
def test_a_loop_goes_over_a_name_or_a_part_of_it(text: str) -> None:
    assert LIST.fullmatch(text)


@pytest.mark.parametrize("text", ["A", "1a", "_a", "a b", "a[1]", "a[1:2:3]", "a[x:]", "a[-1:]", ""])
def test_a_loop_goes_over_nothing_else(text: str) -> None:
    assert not LIST.fullmatch(text)


def test_a_loop_tells_two_things_of_itself() -> None:
    assert OF_LOOP == ("loop.first", "loop.index")
