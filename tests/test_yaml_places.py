"""Where everything in a YAML text begins and ends, as it was typed."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from voorlichter.yaml_places import Node, NotEditable, Places, Unit, places_in


def units(node: Node, path: str = "") -> Iterator[tuple[str, Unit]]:
    for unit in node.units:
        name = f"{path}[{unit.name}]" if isinstance(unit.name, int) else f"{path}.{unit.name}".lstrip(".")
        yield name, unit
        yield from units(unit.value, name)


def stands(places: Places) -> dict[str, tuple[str, str]]:
    """Of each place what stands up to its value, and the value."""
    return {
        name: (places.text[unit.start : unit.after], places.text[unit.value.start : unit.value.end])
        for name, unit in units(places.root)
    }


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("a: b # c\n", {"a": ("a:", "b")}),
        ("a:  'b' # c\n", {"a": ("a:", "'b'")}),
        ('"a" : "b"', {"a": ('"a" :', '"b"')}),
        ("a:\nb: c\n", {"a": ("a:", ""), "b": ("b:", "c")}),
        ("a: {b: c, d: [e, f]}\n", {
            "a": ("a:", "{b: c, d: [e, f]}"), "a.b": ("b:", "c"), "a.d": ("d:", "[e, f]"),
            "a.d[0]": ("", "e"), "a.d[1]": ("", "f"),
        }),
        ("a:\n  - b\n  -  c: d\n     e: f\n  -\n", {
            "a": ("a:", "- b\n  -  c: d\n     e: f\n  -"), "a[0]": ("-", "b"), "a[1]": ("-", "c: d\n     e: f"),
            "a[1].c": ("c:", "d"), "a[1].e": ("e:", "f"), "a[2]": ("-", ""),
        }),
        ("a:\n- - b\n  - c\n- d\n", {
            "a": ("a:", "- - b\n  - c\n- d"), "a[0]": ("-", "- b\n  - c"), "a[0][0]": ("-", "b"),
            "a[0][1]": ("-", "c"), "a[1]": ("-", "d"),
        }),
        ("a: |\n  b\n\n  c\n\n\nd: e\n", {"a": ("a:", "|\n  b\n\n  c"), "d": ("d:", "e")}),
        ("a: |\n  b + c\n\nd: e\n", {"a": ("a:", "|\n  b + c"), "d": ("d:", "e")}),
        ("a: |+\n  b\n\nd: e\n", {"a": ("a:", "|+\n  b\n"), "d": ("d:", "e")}),
        ("a: | # + keeps\n  b\n\nd: e\n", {"a": ("a:", "| # + keeps\n  b"), "d": ("d:", "e")}),
        ("a: >-\r\n  b\r\n\r\nd: e\r\n", {"a": ("a:", ">-\r\n  b"), "d": ("d:", "e")}),
        ('a: "b\n  c"\nd: e\n', {"a": ("a:", '"b\n  c"'), "d": ("d:", "e")}),
        ("a: “b” # c\nd: e\n", {"a": ("a:", "“b”"), "d": ("d:", "e")}),
        ("a: 't b\nd: e\n", {"a": ("a:", "'t b"), "d": ("d:", "e")}),
        ("a: “b\"c”\nd: {e: “f”, g: h}\n", {
            "a": ("a:", "“b\"c”"), "d": ("d:", "{e: “f”, g: h}"), "d.e": ("e:", "“f”"), "d.g": ("g:", "h"),
        }),
        ("é: ü\nà: [ö]\n", {"é": ("é:", "ü"), "à": ("à:", "[ö]"), "à[0]": ("", "ö")}),
    ],
)  # fmt: skip
def test_every_value_is_found_as_it_was_typed(text: str, found: dict[str, tuple[str, str]]) -> None:
    assert stands(places_in(text)) == found


def test_a_value_tells_its_kind_and_how_it_is_written() -> None:
    places = places_in("a: b\nc: 'd'\ne: \"f\"\ng: |\n  h\ni: >\n  j\nk: {l: m}\nn:\n  - o\np: []\n")
    assert [(name, unit.value.kind, unit.value.style) for name, unit in units(places.root) if "." not in name] == [
        ("a", "text", ""),
        ("c", "text", "'"),
        ("e", "text", '"'),
        ("g", "text", "|"),
        ("i", "text", ">"),
        ("k", "mapping", "flow"),
        ("n", "list", "block"),
        ("n[0]", "text", ""),
        ("p", "list", "flow"),
    ]
    assert (places.root.kind, places.root.is_block) == ("mapping", True)
    assert places.root.unit("g") is not None and places.root.unit("z") is None
    assert places.data["g"] == "h\n"


def test_a_place_in_a_text_has_its_line_and_column() -> None:
    places = places_in("a: b\r\nc:\r\n  d: e\n")
    at = places.text.index("d")
    assert (places.line(at), places.column(at), places.line_start(at)) == (3, 2, at - 2)
    assert places.text[places.line_start(at) : places.line_end(at)] == "  d: e"
    assert (places.line(0), places.column(0), places.line_start(0)) == (1, 0, 0)
    assert places.text[: places.line_end(0)] == "a: b"
    assert places.line_end(len(places.text)) == len(places.text)
    assert places_in("a: b").line_end(2) == 4
    below = places_in("\na: b\n")
    assert (below.line(1), below.column(1), below.line_start(1), below.line_end(1)) == (2, 0, 1, 5)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("a:\n- b\n-\n  c: d\n- e\n", {"a": (1, 0), "a[0]": (2, 0), "a[1]": (3, 0), "a[1].c": (4, 2), "a[2]": (5, 0)}),
        ("a:\n  - b\n  - # c\n\n  # d\n    e\n", {"a": (1, 0), "a[0]": (2, 2), "a[1]": (3, 2)}),
        ("a:\n  - - b\n    -\n      c\n  - d\n", {
            "a": (1, 0), "a[0]": (2, 2), "a[0][0]": (2, 4), "a[0][1]": (3, 4), "a[1]": (5, 2),
        }),
        ("a: [b,\n  c, {d: e}]\n", {"a": (1, 0), "a[0]": (1, 4), "a[1]": (2, 2), "a[2]": (2, 5), "a[2].d": (2, 6)}),
        ("- a\n-  b: c\n   d: e\n", {"[0]": (1, 0), "[1]": (2, 0), "[1].b": (2, 3), "[1].d": (3, 3)}),
    ],
)  # fmt: skip
def test_an_item_begins_at_its_own_hyphen(text: str, found: dict[str, tuple[int, int]]) -> None:
    places = places_in(text)
    assert {name: (places.line(unit.start), places.column(unit.start)) for name, unit in units(places.root)} == found


def test_behind_a_key_stands_a_space_and_between_brackets_none() -> None:
    root = places_in("a: [b]\nc:\n").root
    (a, c) = root.units
    assert (a.lead, c.lead, a.value.units[0].lead) == (" ", " ", "")
    assert c.end == c.after and a.end == a.value.end


@pytest.mark.parametrize("text", ["", "\n", "# a\n", "  # a\n\n# b", "\r\n# a\r\n"])
def test_a_text_of_remarks_alone_is_one_without_keys(text: str) -> None:
    places = places_in(text)
    assert (places.text, places.data, places.root.units, places.root.kind) == (text, {}, [], "mapping")
    assert (places.root.start, places.root.end, places.root.is_block) == (len(text), len(text), True)


@pytest.mark.parametrize(
    ("text", "line", "said"),
    [
        ("a: b\na: c\n", 2, "this key stands here twice"),
        ("a: b\nc: &d e\n", 2, "a value that begins with & or *"),
        ("~\n", 1, "these are no keys with values"),
        ("a: b\nc: \ud800\n", 2, "this file is not UTF-8"),
    ],
)
def test_a_text_that_is_not_read_is_told_with_what_the_reader_says(text: str, line: int, said: str) -> None:
    with pytest.raises(NotEditable) as refused:
        places_in(text)
    assert refused.value.line == line and refused.value.say.en.startswith(said)


def test_what_is_told_stands_on_the_first_line_where_no_other_is_named() -> None:
    with pytest.raises(NotEditable) as refused:
        places_in("~\n")
    assert (refused.value.line, str(refused.value)) == (1, "these are no keys with values")
