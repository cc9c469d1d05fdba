"""Changes in a YAML text: what a value becomes, and that every other byte stays."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from functools import lru_cache
from pathlib import Path
from typing import Any

import pytest
import yaml
from golden_case import PROFILE, patch
from hypothesis import given, settings
from hypothesis import strategies as st
from support import BASE, REPOSITORY

from voorlichter import signs, yaml_source
from voorlichter.model_problems.places import allowed_keys, place_of
from voorlichter.problems import Language
from voorlichter.profile.model import Profile
from voorlichter.profile.scaffold import IntakeAnswers, render_scaffold
from voorlichter.yaml_edit import NotEditable, YamlValue, move_item, remove_value, set_value
from voorlichter.yaml_places import Node, Unit, places_in
from voorlichter.yaml_source import KeyPath, read_yaml
from voorlichter.yaml_written import as_read

GOLDEN = REPOSITORY / "tests" / "golden"


def written() -> Iterator[tuple[str, str]]:
    """Every profile, shared advisor and module of the repository that can be read, and a scaffold in each language."""
    base = (BASE / PROFILE).read_bytes().decode()
    files = [
        *sorted(REPOSITORY.glob("profiles/*/profile.yml")),
        *sorted(REPOSITORY.glob("advisors/*.yml")),
        REPOSITORY / "quizzes" / "role.yml",
        *sorted(GOLDEN.rglob("profile.yml")),
        *sorted(GOLDEN.rglob("profile.diff")),
    ]
    for path in files:
        text = path.read_bytes().decode("utf-8", "replace")
        text = patch(base, text) if path.suffix == ".diff" else text
        if path.parent.name == "quizzes":
            text = text[: [found.start() for found in re.finditer("\n- id", text)][2]]
        yield path.relative_to(REPOSITORY).as_posix(), text
    answers = IntakeAnswers(name="De Vuurtoren", advisor_name="Noor Voorbeeld", advisor2_name="Sam Elders")
    languages: tuple[Language, ...] = ("nl", "en")
    for language in languages:
        yield f"a scaffold in {language}", render_scaffold(answers, language)


def units_in(node: Node, path: KeyPath = ()) -> Iterator[tuple[KeyPath, Unit]]:
    for unit in node.units:
        yield (*path, unit.name), unit
        yield from units_in(unit.value, (*path, unit.name))


def everywhere(kinds: Callable[[Node], bool]) -> Iterator[tuple[str, str, KeyPath, Node]]:
    """Each value of a kind in each text; one that stands among the same signs as another only once."""
    seen = set()
    for name, text in TEXTS.items():
        places = places_in(text.removeprefix("\ufeff"))
        for path, unit in units_in(places.root):
            if not kinds(unit.value):
                continue
            shape = tuple(min(part, 1) if isinstance(part, int) else part for part in path)
            around = places.text[places.line_start(unit.start) : places.line_end(unit.end) + 30]
            looks = (
                (shape, unit.value.style, len(unit.value.units)) if name.startswith("quizzes") else (path[-1], around)
            )
            if looks not in seen:
                seen.add(looks)
                yield name, text, path, unit.value


def readable(text: str) -> bool:
    try:
        return bool(places_in(text.removeprefix("\ufeff")).root.units)
    except NotEditable:
        return False


def with_other_line_ends(text: str) -> str:
    return text.replace("\r\n", "\n") if "\r\n" in text else text.replace("\n", "\r\n")


_ALL = {name: text for name, text in written() if readable(text)}
TEXTS = _ALL | {
    f"{name} with other line ends": with_other_line_ends(text)
    for name, text in _ALL.items()
    if not name.startswith(("tests/golden/value", "tests/golden/rules", "quizzes"))
}


@lru_cache(maxsize=512)
def data_of(text: str) -> Any:
    source = read_yaml(Path("profile.yml"), text.encode())
    assert source.data is not None, (text, source.problems)
    return source.data


def changed_at(data: Any, path: KeyPath, value: Any) -> Any:
    """The data with another value at a place that exists."""
    if not path:
        return value
    copied = dict(data) if isinstance(data, dict) else list(data)
    copied[path[0]] = changed_at(copied[path[0]], path[1:], value)  # type: ignore[index]
    return copied


def value_at(data: Any, path: KeyPath) -> Any:
    for part in path:
        data = data[part]
    return data


def as_it_stood(text: str, node: Node) -> str:
    return text.removeprefix("\ufeff")[node.start : node.end]


def another(text: str) -> str:
    """A different value of the same kind."""
    truths = {"true": "false", "false": "true", "yes": "no", "no": "yes"}
    if text in truths:
        return truths[text]
    if text[0].isdigit() and text[-1].isdigit():
        return text[:-1] + ("2" if text[-1] == "1" else "1")
    return "Iets anders"


def order_of_the_model(path: KeyPath) -> list[str]:
    return list(allowed_keys(place_of(path, Profile).annotation))


def test_there_is_something_to_change() -> None:
    assert len(TEXTS) > 300
    assert sum("\r\n" in text for text in TEXTS.values()) > 30


def test_a_value_that_is_changed_and_changed_back_gives_the_same_bytes() -> None:
    not_the_same = []
    for name, text, path, node in everywhere(lambda node: node.kind == "text" and node.text not in ("", "~", "null")):
        old = value_at(data_of(text), path)
        other = another(old) if old else "Iets anders"
        changed = set_value(text, path, other)
        assert data_of(changed) == changed_at(data_of(text), path, other), (name, path)
        back = set_value(changed, path, old)
        piece = as_it_stood(text, node)
        if "\n" in piece or old != node.text or (node.style and piece[0] not in "'\""):
            back = set_value(changed, path, old, was=text)  # how that was written, is known to the earlier text alone
        if back != text:
            not_the_same.append((name, path, piece))
    assert not_the_same == []


@pytest.mark.sampled(3)
@pytest.mark.parametrize(
    "value", ["x: y # \"z' \\", "regel een\n\n  regel twee\n", 7, True, {"nl": "a, b"}, ["7 a"], None]
)
def test_a_value_that_needs_another_way_of_writing_comes_back_as_it_was(value: YamlValue) -> None:
    texts = list(everywhere(lambda node: node.kind == "text" and node.text not in ("", "~", "null")))
    for name, text, path, _ in texts[::11]:
        changed = set_value(text, path, value)
        if value is not None:
            assert value_at(data_of(changed), path) == as_read(value), (name, path)
        assert set_value(changed, path, value_at(data_of(text), path), was=text) == text, (name, path)


@pytest.mark.parametrize("value", ["Iets", [], ["a", "b"], [{"x": "z" * 90}]])
def test_a_list_or_section_that_is_replaced_comes_back_as_it_was_with_what_stands_beside_and_under_it(
    value: YamlValue,
) -> None:
    noted = "a:\n  - b: 1 # een\n    # onder b\n  - c: 2 # twee\n    # onder c\n# los\nd: 3\n"
    containers = [(text, path) for _, text, path, _ in everywhere(lambda node: node.kind != "text" and node.is_block)]
    for text, path in [(noted, ("a",)), *containers[::5]]:
        old = value_at(data_of(text), path) if path else None
        if old and "null" not in json.dumps(old):  # None is no value to put back
            changed = set_value(text, path, value)
            assert value_at(data_of(changed), path) == as_read(value), (text, path)
            assert set_value(changed, path, old, was=text) == text, (text, path)


NEW: tuple[YamlValue, ...] = (
    "Iets",
    {"nl": "b", "en": "c, d"},
    [{"x": "z" * 90, "y": ["n" * 80]}],
    "een\ntwee",
    ["a", "b"],
)


def test_a_key_that_is_added_and_removed_gives_the_same_bytes() -> None:
    turn = 0
    for name, text, path, node in [*everywhere(lambda node: node.kind == "mapping" and bool(node.units))][::2]:
        names = [str(unit.name) for unit in node.units]
        index, value = (0, len(names), len(names) // 2)[turn % 3], NEW[turn % len(NEW)]
        order, turn = [*names[:index], "new_key", *names[index:]], turn + 1
        added = set_value(text, (*path, "new_key"), value, lambda _, order=order: order)  # type: ignore[misc]
        assert value_at(data_of(added), path) == {**value_at(data_of(text), path), "new_key": as_read(value)}
        assert remove_value(added, (*path, "new_key")) == text, (name, path, index, value)


@pytest.mark.parametrize("name", [name for name in TEXTS if name.startswith(("profiles", "a scaffold"))])
def test_each_key_of_the_model_can_be_added_and_removed(name: str) -> None:
    text = TEXTS[name]
    data = data_of(text)
    for path in [(), *((key,) for key in data), ("advisors", 0)]:
        inside = value_at(data, path)
        for key in order_of_the_model(path) if isinstance(inside, dict) else ():
            if key not in inside:
                added = set_value(text, (*path, key), "Iets", order_of_the_model)
                assert list(value_at(data_of(added), path)).index(key) <= len(inside)
                assert remove_value(added, (*path, key)) == text, (path, key)


def test_an_item_that_is_added_and_removed_or_moved_and_moved_back_gives_the_same_bytes() -> None:
    turn = 0
    for name, text, path, node in everywhere(lambda node: node.kind == "list" and bool(node.units)):
        old, last = value_at(data_of(text), path), len(node.units)
        value, turn = NEW[turn % len(NEW)], turn + 1
        added = set_value(text, (*path, last), value)
        assert value_at(data_of(added), path) == [*old, as_read(value)]
        assert remove_value(added, (*path, last)) == text, (name, path, value)
        if last > 1:
            moved = move_item(text, (*path, 0), last - 1)
            assert value_at(data_of(moved), path) == [*old[1:], old[0]]
            assert move_item(moved, (*path, last - 1), 0) == text, (name, path)


def test_whatever_is_there_can_be_removed_alone() -> None:
    for name, text, path, node in [*everywhere(lambda _: True)][::7]:
        left = data_of(text)
        siblings = value_at(left, path[:-1])
        if len(siblings) > 1 and (node.kind != "text" or node.text not in ("~", "null")):
            kept = (
                [one for at, one in enumerate(siblings) if at != path[-1]]
                if isinstance(siblings, list)
                else {key: one for key, one in siblings.items() if key != path[-1]}
            )
            assert data_of(remove_value(text, path)) == changed_at(left, path[:-1], kept), (name, path)


@settings(max_examples=60, deadline=None, derandomize=True)
@given(value=st.text(min_size=1, max_size=12) | st.text("ab \n:#-'\"\\{[,", min_size=1, max_size=9))
def test_any_text_reads_as_itself_in_any_way_of_writing(value: str) -> None:
    text = "a: plain\nb: 'one'\nc: \"two\"\nd: |\n  three\ne: >-\n  four\nf: {g: plain, h: [i]}\n"
    if signs.forbidden_in(value):
        with pytest.raises(NotEditable):
            set_value(text, ("a",), value)
        return
    for path in (("a",), ("b",), ("c",), ("d",), ("e",), ("f", "g"), ("f", "h", 0), ("j",), ("f", "k"), ("f", "h", 1)):
        assert value_at(data_of(set_value(text, path, value)), path) == as_read(value)


def test_the_parser_without_its_c_part_finds_the_same_places(monkeypatch: pytest.MonkeyPatch) -> None:
    names = [name for name in TEXTS if name.startswith(("profiles", "advisors", "tests/golden/file"))]
    places = {name: places_in.__wrapped__(TEXTS[name].removeprefix("\ufeff")) for name in names}
    monkeypatch.setattr(yaml_source, "_Loader", yaml.Loader)
    assert {name: places_in.__wrapped__(TEXTS[name].removeprefix("\ufeff")) for name in names} == places


Change = Callable[[str], str]


def put(*path: str | int, to: YamlValue, order: str = "") -> Change:
    return lambda text: set_value(text, path, to, (lambda _: order.split()) if order else None)


def drop(*path: str | int) -> Change:
    return lambda text: remove_value(text, path)


def move(*path: str | int, to: int) -> Change:
    return lambda text: move_item(text, path, to)


CASES: dict[str, tuple[str, Change, str]] = {
    "a remark behind a value stays": ("a: b   # why\n", put("a", to="c"), "a: c   # why\n"),
    "a plain value that would read otherwise gets quotes": ("a: b\n", put("a", to="c: d"), 'a: "c: d"\n'),
    "a comma needs quotes between brackets alone": ("a: b\nc: {d: e}\n", put("a", to="f, g"), "a: f, g\nc: {d: e}\n"),
    "quotes stay quotes": ("a: 'it''s'\nb: \"c\"\n", put("a", to="that's"), "a: 'that''s'\nb: \"c\"\n"),
    "a text that looks like a number gets quotes": ("a: b\n", put("a", to="0201"), 'a: "0201"\n'),
    "a number stays a number": ("a: 12\n", put("a", to="13"), "a: 13\n"),
    "a number in quotes keeps them": ('a: "12"\n', put("a", to=13), 'a: "13"\n'),
    "yes and no are true and false": ("a: true\n", put("a", to=False), "a: false\n"),
    "nothing is null": ("a: b\n", put("a", to=None), "a: null\n"),
    "a key without a value gets one": ("a:   # later\nb: c\n", put("a", to="d"), "a: d   # later\nb: c\n"),
    "an item without a value gets one": ("a:\n  -\n  - b\n", put("a", 0, to="c"), "a:\n  - c\n  - b\n"),
    "null makes place for keys": ("a: ~\n", put("a", "b", to="c"), "a: {b: c}\n"),
    "the same value changes nothing": ('a: "caf\\u00e9"\n', put("a", to="café"), 'a: "caf\\u00e9"\n'),
    "a block of lines stays one": ("a: |\n  b\n  c\n\nd: e\n", put("a", to="f\n\ng\n"), "a: |\n  f\n\n  g\n\nd: e\n"),
    "a block says when no line end follows": ("a: |\n  b\n", put("a", to="c"), "a: |-\n  c\n"),
    "empty lines that a block keeps are its own": (
        "a: |+\n  b\n\nc: d\n",
        put("a", to="e\n\n\n"),
        "a: |+\n  e\n\n\nc: d\n",
    ),
    "a key comes below the empty lines that a block keeps": (
        "a: |+\n  b\n\n",
        put("c", to="d"),
        "a: |+\n  b\n\nc: d\n",
    ),
    "a new number or day has quotes": (
        "a: b\n",
        put("c", to=["020 000 00 01", "2026-12-21", "d"]),
        'a: b\nc: ["020 000 00 01", "2026-12-21", d]\n',
    ),
    "a folded block stays one": ("a: >\n    b\n    c\n", put("a", to="d\ne\n"), "a: >\n    d\n\n    e\n"),
    "a remark at the head of a block stays": ("a: |  # why\n  b\n", put("a", to="c\n"), "a: |  # why\n  c\n"),
    "a value over more lines becomes one line": ('a: "b\n  c"\nd: e\n', put("a", to="f"), 'a: "f"\nd: e\n'),
    "a plain value over more lines becomes one line": ("a: b\n  c\nd: e\n", put("a", to="f"), "a: f\nd: e\n"),
    "quotes of a word processor become quotes": ("a: “b”  # c\n", put("a", to="d"), 'a: "d"  # c\n'),
    "what stands behind quotes of a word processor is found": (
        "a: {b: “c”, d: e}\n",
        put("a", "d", to="f"),
        "a: {b: “c”, d: f}\n",
    ),
    "a lone hyphen is a value": ("a: -\nb: c\n", put("a", to="d"), 'a: "d"\nb: c\n'),
    "a text becomes texts in two languages": (
        "a: b # c\n",
        put("a", to={"nl": "d", "en": "e"}),
        "a: {nl: d, en: e} # c\n",
    ),
    "texts in two languages become one": ("a:\n  nl: b\n  en: c\nd: e\n", put("a", to="f"), "a: f\nd: e\n"),
    "of a mapping only the keys that differ change": (
        "a:\n  b: 'c'  # d\n  e: f\n",
        put("a", to={"b": "c", "g": "h"}),
        "a:\n  b: 'c'  # d\n  g: h\n",
    ),
    "of a list only the items that differ change": (
        "a:\n- b # 1\n- c # 2\n- d # 3\n",
        put("a", to=["b", "d"]),
        "a:\n- b # 1\n- d # 3\n",
    ),
    "an item comes in between": ("a:\n- b # 1\n- d # 3\n", put("a", to=["b", "c", "d"]), "a:\n- b # 1\n- c\n- d # 3\n"),
    "a new key comes last": ("a: b\n", put("c", to="d"), "a: b\nc: d\n"),
    "a new key comes where the order says": ("a: 1\nc: 3\n", put("b", to="x", order="a b c"), "a: 1\nb: x\nc: 3\n"),
    "a new first key leaves what is said above": (
        "# for-an-editor: x\n# of b\nb: 1\n",
        put("a", to="x", order="a b"),
        "# for-an-editor: x\na: x\n# of b\nb: 1\n",
    ),
    "a first key of an item comes behind its hyphen": (
        "a:\n  - c: 1\n",
        put("a", 0, "b", to="x", order="b c"),
        "a:\n  - b: x\n    c: 1\n",
    ),
    "a key comes between brackets where those stand": ("a: {b: c}\n", put("a", "d", to="e"), "a: {b: c, d: e}\n"),
    "a key comes below its own example": (
        "a: 1\n# b: 2   # said\n# c: 3\n",
        put("b", to="x"),
        "a: 1\n# b: 2   # said\nb: x\n# c: 3\n",
    ),
    "an example below another item is not its own": (
        "a:\n- b: 1\n  # c: 2\n- b: 3\n",
        put("a", 1, "c", to="x"),
        "a:\n- b: 1\n  # c: 2\n- b: 3\n  c: x\n",
    ),
    "parents come with it": ("a: b\n", put("c", "d", 0, "e", to="f"), "a: b\nc:\n  d:\n    - {e: f}\n"),
    "quotes as its neighbour has them": ('a: {nl: "b"}\n', put("a", "en", to="c"), 'a: {nl: "b", en: "c"}\n'),
    "an item as its neighbours stand": ("a:\n- b\n", put("a", 1, to="c"), "a:\n- b\n- c\n"),
    "an item of keys as its neighbours stand": (
        "a:\n    - b: c\n",
        put("a", 1, to={"b": "d", "e": "f"}),
        "a:\n    - b: c\n    - b: d\n      e: f\n",
    ),
    "an empty line between items comes with a new one": (
        "a:\n- b: 1\n\n- b: 2\n",
        put("a", 2, to={"b": "x"}),
        "a:\n- b: 1\n\n- b: 2\n\n- b: x\n",
    ),
    "brackets over more lines stay so": ("a: [\n  b,\n  c\n]\n", put("a", 2, to="d"), "a: [\n  b,\n  c,\n  d\n]\n"),
    "a text of several lines comes as a block": ("a: b\n", put("c", to="d\ne\n"), "a: b\nc: |\n  d\n  e\n"),
    "an empty line of a text within a part has no spaces": (
        "a:\n  b: c\n",
        put("a", "d", to="x\n\ny\n"),
        "a:\n  b: c\n  d: |\n    x\n\n    y\n",
    ),
    "null in any writing makes place for keys and items": (
        "a: NULL\nb:\nc: Null # d\n",
        lambda text: put("b", 0, to="x")(put("a", "y", to="z")(put("c", "e", to="f")(text))),
        "a: {y: z}\nb: [x]\nc: {e: f} # d\n",
    ),
    "a comment above an item stays where its first key goes": (
        "a:\n    # x\n  - b: 1\n    c: 2\n",
        drop("a", 0, "b"),
        "a:\n    # x\n  - c: 2\n",
    ),
    "a file without a last line end stays so": ("a: b", put("c", to="d"), "a: b\nc: d"),
    "a file with nothing but remarks gets its first key": ("# a\n", put("b", to="c"), "# a\nb: c\n"),
    "a key goes with the comment above it": ("a: 1\n# of b\nb: 2\nc: 3\n", drop("b"), "a: 1\nc: 3\n"),
    "a commented key above it stays": ("a: 1\n# x: 0\n# of b\nb: 2\n", drop("b"), "a: 1\n# x: 0\n"),
    "a comment with an empty line below it stays": ("a: 1\n# all\n\nb: 2\nc: 3\n", drop("b"), "a: 1\n# all\n\nc: 3\n"),
    "a comment within a part goes with the part": ("a:\n  b: 1\n  # more\nc: 2\n", drop("a"), "c: 2\n"),
    "one of two empty lines goes": ("a: 1\n\nb: 2\n\nc: 3\n", drop("b"), "a: 1\n\nc: 3\n"),
    "the first key of an item goes": ("a:\n  - b: 1\n    c: 2\n", drop("a", 0, "b"), "a:\n  - c: 2\n"),
    "a mapping that becomes empty goes": ("a: 1\nb:\n  c:\n    d: 2\n", drop("b", "c", "d"), "a: 1\n"),
    "a list that becomes empty goes": ("a: 1\nb: [c]\n", drop("b", 0), "a: 1\n"),
    "what is not there stays so": ("a: 1\n", drop("b", "c"), "a: 1\n"),
    "an item moves with its comments": (
        "a:\n  # of b\n  - b # 1\n\n  - c # 2\n",
        move("a", 0, to=1),
        "a:\n  - c # 2\n\n  # of b\n  - b # 1\n",
    ),
    "an item moves between brackets": ("a: [b,  c, d]\n", move("a", 2, to=0), "a: [d,  b, c]\n"),
    "a first key comes under all remarks": ("# one\n# two\n", put("a", to="b"), "# one\n# two\na: b\n"),
    "a first key comes under a remark without a line end": ("# one", put("a", to="b"), "# one\na: b"),
    "a first key keeps the line ends of remarks": (
        "# one\r\n# two\r\n",
        put("a", to="b"),
        "# one\r\n# two\r\na: b\r\n",
    ),
    "an empty file gets a key": ("", put("a", to="b"), "a: b\n"),
    "a file with one line end gets a key": ("\n", put("a", to="b"), "\na: b\n"),
    "a byte order mark stays": ("\ufeffa: b\n", put("a", to="c"), "\ufeffa: c\n"),
    "a key that is set to nothing reads as not there": ("a: b\n", put("c", to=None), "a: b\nc: null\n"),
    "a list may become empty": ("a: [b, c]\nd: e\n", put("a", to=[]), "a: []\nd: e\n"),
    "a list of lines may become empty": ("a:\n- b\n- c\nd: e\n", put("a", to=[]), "a: []\nd: e\n"),
    "a mapping may become empty": ("a:\n  b: c\nd: e\n", put("a", to={}), "a: {}\nd: e\n"),
    "a list of lines becomes a text": ("a:\n- b\n- c\nd: e\n", put("a", to="x"), "a: x\nd: e\n"),
    "keys that are no more go and those that stay, stay": (
        "a: {b: c, d: e}\n",
        put("a", to={"d": "x"}),
        "a: {d: x}\n",
    ),
    "every item may differ": ("a: [b]\n", put("a", to=["x", "y"]), "a: [x, y]\n"),
    "one of two same items goes": ("a: [b, b]\n", put("a", to=["b"]), "a: [b]\n"),
    "all items but the last go": ("a: [b, c, d]\n", put("a", to=["d"]), "a: [d]\n"),
    "an item comes first": ("a:\n- b # 1\n- c # 2\n", put("a", to=["x", "b", "c"]), "a:\n- x\n- b # 1\n- c # 2\n"),
    "an item comes last": ("a:\n- b # 1\n- c # 2\n", put("a", to=["b", "c", "x"]), "a:\n- b # 1\n- c # 2\n- x\n"),
    "two items come between": (
        "a:\n- b # 1\n- c # 2\n",
        put("a", to=["b", "x", "y", "c"]),
        "a:\n- b # 1\n- x\n- y\n- c # 2\n",
    ),
    "items change, come and go at once": (
        "a:\n- b # 1\n- c # 2\n- d # 3\n- e # 4\n",
        put("a", to=["b", "x", "e"]),
        "a:\n- b # 1\n- x # 2\n- e # 4\n",
    ),
    "an item between brackets has quotes for its comma": ("a: [b]\n", put("a", 0, to="c, d"), 'a: ["c, d"]\n'),
    "an item between brackets may become keys": ("a: [b]\n", put("a", 0, to={"x": ["y"]}), "a: [{x: [y]}]\n"),
    "an item comes as its neighbours are divided": ("a: [ b,c ]\n", put("a", 2, to="d"), "a: [ b,c,d ]\n"),
    "a first item comes between brackets": ("a: []\n", put("a", 0, to="d"), "a: [d]\n"),
    "a first key comes between brackets": ("a: {}\n", put("a", "b", to="d"), "a: {b: d}\n"),
    "a key comes first between brackets": ("a: {c: 1}\n", put("a", "b", to="x", order="b c"), "a: {b: x, c: 1}\n"),
    "a key comes in between brackets": (
        "a: {b: 1, d: 2}\n",
        put("a", "c", to="x", order="b c d"),
        "a: {b: 1, c: x, d: 2}\n",
    ),
    "a key that the order does not know comes last": ("a: 1\n", put("b", to="x", order="z"), "a: 1\nb: x\n"),
    "a key comes behind the last that the order has before it": (
        "d: 1\nb: 2\n",
        put("c", to="x", order="a b c d"),
        "d: 1\nb: 2\nc: x\n",
    ),
    "a key without one before it comes first": ("z: 1\n", put("a", to="x", order="a b"), "a: x\nz: 1\n"),
    "an empty line between parts comes with a new one": (
        "a: 1\n\nb: 2\n\nc: 3\n",
        put("d", to="x"),
        "a: 1\n\nb: 2\n\nc: 3\n\nd: x\n",
    ),
    "no empty line comes where the last has none": (
        "a: 1\n\nb: 2\nc: 3\n",
        put("d", to="x"),
        "a: 1\n\nb: 2\nc: 3\nd: x\n",
    ),
    "an empty line stands on both sides of what comes in between": (
        "a: 1\n\nb: 2\n",
        put("x", to="x", order="a x b"),
        "a: 1\n\nx: x\n\nb: 2\n",
    ),
    "empty lines at the end stay there": ("a: 1\nb: 2\n\n", put("c", to="x"), "a: 1\nb: 2\nc: x\n\n"),
    "a remark at the end stays there": (
        "a: 1\n\nb: 2\n\n# end\n",
        put("c", to="x"),
        "a: 1\n\nb: 2\n\nc: x\n\n# end\n",
    ),
    "a remark of a part does not hide the empty line above it": (
        "a: 1\n\n# of b\nb: 2\n",
        put("c", to="x"),
        "a: 1\n\n# of b\nb: 2\n\nc: x\n",
    ),
    "an example further out is not of this part": (
        "a:\n  b: 1\n# c: 2\n",
        put("a", "c", to="x"),
        "a:\n  b: 1\n  c: x\n# c: 2\n",
    ),
    "an example above the first key is its own": (
        "a:\n  # c: 2\n  b: 1\n",
        put("a", "c", to="x"),
        "a:\n  # c: 2\n  c: x\n  b: 1\n",
    ),
    "an example of the whole above everything is its own": ("# b: 1\na: 1\n", put("b", to="x"), "# b: 1\nb: x\na: 1\n"),
    "an example needs no space": ("a: 1\n#b: 2\n", put("b", to="x"), "a: 1\n#b: 2\nb: x\n"),
    "an example of a longer name is another": ("a: 1\n# bb: 2\n", put("b", to="x"), "a: 1\nb: x\n# bb: 2\n"),
    "an example may be an item": ("a: 1\n# - b: 2\n", put("b", to="x"), "a: 1\n# - b: 2\nb: x\n"),
    "a remark behind a value is no example": ("a: 1 # b: 2\n", put("b", to="x"), "a: 1 # b: 2\nb: x\n"),
    "the only key goes": ("a: 1\n", drop("a"), ""),
    "the first key goes and what is said above stays": ("# x\n\na: 1\nb: 2\n", drop("a"), "# x\n\nb: 2\n"),
    "the last key goes with the empty line above it": ("a: 1\n\nb: 2\n", drop("b"), "a: 1\n"),
    "an empty line below a key that goes stays": ("a: 1\nb: 2\n\nc: 3\n", drop("b"), "a: 1\n\nc: 3\n"),
    "an empty line above a key that goes stays": ("a: 1\n\nb: 2\nc: 3\n", drop("b"), "a: 1\n\nc: 3\n"),
    "the first of some keys between brackets goes": ("a: {b: 1, c: 2}\n", drop("a", "b"), "a: {c: 2}\n"),
    "the last of some keys between brackets goes": ("a: {b: 1, c: 2}\n", drop("a", "c"), "a: {b: 1}\n"),
    "a comma behind the last item stays": ("a: [b, c,]\n", drop("a", 1), "a: [b,]\n"),
    "brackets around everything stay": ("{a: 1}\n", drop("a"), "{}\n"),
    "an item in an item goes": ("a:\n- - b\n  - c\n", drop("a", 0, 0), "a:\n- - c\n"),
    "a comment further out within a part ends what goes": (
        "a:\n  b: 1\n  # x\n\n  # y\n  c: 2\nd: 3\n",
        drop("a", "c"),
        "a:\n  b: 1\n  # x\nd: 3\n",
    ),
    "a last key without a line end goes": ("a: 1\nb: 2", drop("b"), "a: 1"),
    "line ends stay where a key goes": ("a: 1\r\nb: 2\r\nc: 3\r\n", drop("b"), "a: 1\r\nc: 3\r\n"),
    "line ends stay where the first key goes": ("a: 1\r\nb: 2\r\n", drop("a"), "b: 2\r\n"),
    "a byte order mark stays where the first key goes": ("\ufeffa: 1\nb: 2\n", drop("a"), "\ufeffb: 2\n"),
    "an item that is not there stays so": ("a: [b]\n", drop("a", 5), "a: [b]\n"),
    "an item may move to where it is": ("a: [b, c]\n", move("a", 1, to=1), "a: [b, c]\n"),
    "an item of several lines moves": (
        "a:\n- b: 1\n  c: 2\n\n- d\n",
        move("a", 0, to=1),
        "a:\n- d\n\n- b: 1\n  c: 2\n",
    ),
    "a last item without a line end moves": ("a:\n- b\n- c", move("a", 1, to=0), "a:\n- c\n- b"),
    "a byte order mark stays where an item moves": ("\ufeffa: [b, c]\n", move("a", 1, to=0), "\ufeffa: [c, b]\n"),
    "line ends stay": ("a: b\r\nc: |\r\n  d\r\n", put("c", to="e\nf\n"), "a: b\r\nc: |\r\n  e\r\n  f\r\n"),
}


@pytest.mark.parametrize("case", CASES)
def test_what_a_change_writes(case: str) -> None:
    before, change, after = CASES[case]
    assert change(before) == after


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("a: b\nc: &d e\n", 2),
        ("a: !x b\n", 1),
        ("a: b\na: c\n", 2),
        ("a: b\n\tc: d\n", 2),
        ('a: "b\n', 1),
        ("- a\n", 1),
        ("b\n", 1),
        ("c: d\na: b\n", 2),
        ("c:\n- d\na: [b]\n", 3),
        ("? a\n: b\n", 1),
    ],
)
def test_what_a_person_must_look_at_is_refused_with_its_line(text: str, line: int) -> None:
    with pytest.raises(NotEditable) as refused:
        set_value(text, ("a", "b"), "c")
    assert refused.value.line == line
    assert refused.value.say.nl != refused.value.say.en


@pytest.mark.parametrize(
    ("text", "change"),
    [
        ("a: b\n", put(to="x")),
        ("a: [b]\n", put("a", 2, to="x")),
        ("a: [b]\n", put("a", -1, to="x")),
        ("a: [b]\n", put("a", "c", to="x")),
        ("a: {b: c}\n", put("a", 0, to="x")),
        ("a: b\n", put("c", 1, to="x")),
        ("a: ''\n", put("a", "b", to="x")),
        ("a: [b, c]\n", move("a", 0, to=2)),
        ("a: [b, c]\n", move("a", 0, to=-1)),
        ("a: [b, c]\n", move("a", 2, to=0)),
        ("a: {b: c}\n", move("a", "b", to=0)),
        ("a: b\n", move("a", 0, to=0)),
    ],
)
def test_a_place_that_the_text_cannot_have_is_refused(text: str, change: Change) -> None:
    with pytest.raises(NotEditable) as refused:
        change(text)
    assert refused.value.line == 1
    assert str(refused.value) == refused.value.say.en


@pytest.mark.parametrize(
    ("text", "change", "line"),
    [
        ("z: 1\na: [x, [y]]\n", move("a", 1, to=0), 2),
        ("z: 1\na:\n  - b: [x, d: e]\n", put("a", 0, "b", 1, "new", to="w"), 3),
        ("z: 1\na: [x]\n", put("a", 0, to=["y"]), 2),
        ("z: 1\n? a\n: b\n", drop("a"), 2),
        ("? a\n: b\n", put("new", to="w"), 1),
    ],
)
def test_what_would_read_otherwise_is_left_to_a_person_with_the_nearest_line(
    text: str, change: Change, line: int
) -> None:
    with pytest.raises(NotEditable) as refused:
        change(text)
    assert refused.value.line == line
    assert (refused.value.say.nl, refused.value.say.en) == (
        "dit staat zo geschreven dat het alleen in de tekst zelf te veranderen is",
        "this is written in a way that can only be changed in the text itself",
    )


@pytest.mark.parametrize(
    ("was", "written"),
    [
        ("a: 'b'\n", "a: 'b' # z\n"),
        ("\ufeffa: 'b'\n", "a: 'b' # z\n"),
        ("a: 'x'\n", "a: b # z\n"),
        ("x: 1\n", "a: b # z\n"),
        ("a: [\n", "a: b # z\n"),
    ],
)
def test_a_value_is_written_as_it_stood_where_it_stood_there(was: str, written: str) -> None:
    assert set_value("a: c # z\n", ("a",), "b", was=was) == written
