"""What `if` makes certain. What `check` says of each mistake stands in golden/slots and is tried in cli/test_check.py."""

from __future__ import annotations

from pathlib import Path

import pytest

from voorlichter.slots.check import check_slots, conditions_at
from voorlichter.slots.names import Names

NAMES = Names({"help": ("csg",), "doors": ("hr",)})
PAGE = Path("page.md")
COMPONENT = Path("part.html")


def wrong(text: str, path: Path = PAGE, when: str | None = None) -> list[str]:
    found = check_slots(path, text, NAMES, {"hero.html"}, "page" if path == PAGE else "component", when=when)
    return [problem.message.en for problem in found]


@pytest.mark.parametrize(
    "text",
    [
        "[% if advisor.email %][[ advisor.email ]][% endif %]",
        "[% if not advisor.email %]no[% else %][[ advisor.email ]][% endif %]",
        "[% if complaints.url %][[ complaints.name ]] [[ complaints.url ]][% endif %]",
        "[% if complaints %][% if complaints.url %][[ complaints.url ]][% endif %][[ complaints.name ]][% endif %]",
        "[% if doors.hr %][[ doors.hr.name ]][% endif %]",
        "[# [[ advisor.email ]] #]",
        "[[ org.name ]]",
    ],
)
def test_a_page_may_say(text: str) -> None:
    assert wrong(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "[[ advisor.email ]]",
        "[% if advisor.email %]yes[% endif %][[ advisor.email ]]",
        "[% if advisor.email %]yes[% else %][[ advisor.email ]][% endif %]",
        "[% if not advisor.email %][[ advisor.email ]][% endif %]",
        "[% if advisor.phone %][[ advisor.email ]][% endif %]",
        "[% if backup.email %][[ advisor.email ]][% endif %]",
    ],
)
def test_a_page_may_not_ask_for_what_may_be_missing(text: str) -> None:
    assert wrong(text) == ["advisor.email is not filled in everywhere"]


@pytest.mark.parametrize(
    ("half", "in_page", "in_component"),
    [("[[ a", True, True), ("a ]]", True, False), ("[% a", True, True), ("a %]", True, True), ("[ a ]", False, False)],
)
def test_half_a_tag_is_told_where_it_stands(half: str, in_page: bool, in_component: bool) -> None:
    sign = half.strip("a ")
    for path, grammar, is_told in ((PAGE, "page", in_page), (COMPONENT, "component", in_component)):
        found = check_slots(path, f"[[ org.name ]] é\n {half}\n", NAMES, (), grammar)  # type: ignore[arg-type]
        assert [(one.where, one.mark.path, one.mark.line, one.severity) for one in found] == [
            (sign, path, 2, "error")
        ] * is_told
        assert all(one.mark.column == half.index(sign) + 2 for one in found)
        assert all(one.message.en == "half a tag stands here" for one in found)


@pytest.mark.parametrize(
    ("opened", "path", "said", "fix"),
    [
        ("[% if org.care %]", PAGE, "this condition is never closed", "in the same section of the page"),
        ("[% for a in advisors %]", PAGE, "this loop is never closed", "in the same section of the page"),
        ("[% if org.care %]", COMPONENT, "this condition is never closed", "where it ends"),
    ],
)
def test_what_is_never_closed_is_told_where_it_opens(opened: str, path: Path, said: str, fix: str) -> None:
    problems = check_slots(path, f"a\n{opened} b", NAMES, (), "page" if path == PAGE else "component")
    (found,) = [one for one in problems if "closed" in one.message.en]
    assert (found.mark.line, found.mark.column, found.where, found.severity) == (2, 1, opened, "error")
    assert (found.message.en, found.fix.en) == (said, f"put [% end{opened[3:].split()[0]} %] {fix}")


def test_what_a_page_stands_under_is_certain_on_it() -> None:
    assert wrong("[[ complaints.url ]]", when="complaints.url") == []
    assert wrong("[[ complaints.url ]]", when="complaints") == ["complaints.url is not filled in everywhere"]


def test_the_part_that_may_be_missing_is_named() -> None:
    assert wrong("[% if complaints.url %][[ complaints.contact ]][% endif %]") == [
        "complaints.contact is not filled in everywhere"
    ]


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("[% if advisor.email and advisor.phone %][[ advisor.email ]][% endif %]", True),
        ("[% if advisor.phone and advisor.email %][[ advisor.email ]][% endif %]", True),
        ("[% if not (not advisor.email and org.care) %][[ advisor.email ]][% endif %]", False),
        ("[% if advisor.email and org.care %]both[% else %][[ advisor.email ]][% endif %]", False),
        ("[% if advisor.email or advisor.phone %][[ advisor.email ]][% endif %]", False),
        ("[% if org.care or advisor.email %][[ advisor.email ]][% endif %]", False),
        ("[% if org.care or not advisor.email %]no[% else %][[ advisor.email ]][% endif %]", True),
        ("[% if advisor.email or not org.care %]no[% else %][[ advisor.email ]][% endif %]", False),
        ("[% if not (advisor.email or org.care) %]no[% else %]maybe[% endif %]", True),
        ("[% if not advisor.email or org.care %]no[% else %][[ advisor.email ]][% endif %]", True),
        ("[% for a in advisors %][% if a.email %][[ a.email ]][% endif %][% endfor %]", True),
        ("[% for a in advisors %][% if advisor.email %][[ a.email ]][% endif %][% endfor %]", False),
        ("[% for a in advisors[1:] %][[ loop.index ]] [[ a.name ]][% endfor %]", True),
        ("[% for a in advisors %][[ a.name ]][% endfor %][[ a.name ]]", False),
        ("[% for a in advisors %][% if loop.first %][[ a.name ]][% endif %][% endfor %]", True),
        ("[% for a in advisors %][% if loop.last %][[ a.name ]][% endif %][% endfor %]", False),
        ("[% if loop.first %][% endif %]", False),
        ("[% for a in advisors | reverse %][[ a.name ]][% endfor %]", False),
        ("[% for code in advisor.language_codes[:2] %][[ code ]][% endfor %]", True),
        ("[% for a in org.name %][[ a ]][% endfor %]", False),
        ("[[ org.name | upper ]]", False),
        ("[[ org.name | safe ]]", False),
        ("[[ org.name ~ ('<b>' | safe) ]]", False),
        ("[% if org.name == 'A' or org.name != 'B' %]1[% endif %]", True),
        ("[% if 'nl' in spoken and not org.care %]1[% endif %]", True),
        ("[% if org.name == org.short_name %]1[% endif %]", False),
        ("[% if org.name | length %]1[% endif %]", False),
        ("[% if 'a' == org.name %]1[% endif %]", False),
        ("[% if (org.care %]1[% endif %]", False),
    ],
)
def test_a_component_may_compare_and_loop(text: str, right: bool) -> None:
    assert (wrong(text, COMPONENT) == []) is right


@pytest.mark.parametrize(
    ("text", "certain"),
    [
        ("[% if org.care %]@[% endif %]", {"org", "org.care"}),
        ("[% if org.care %][% endif %]@", set()),
        ("[% if org.care %][% else %]@[% endif %]", set()),
        ("[% if not org.care %][% else %]@[% endif %]", {"org", "org.care"}),
        ("[% if org.care %][% if team.both %]@[% endif %][% endif %]", {"org", "org.care", "team", "team.both"}),
        ("@[% if org.care %][% endif %]", set()),
        ("[% if org.care and team.both %]@[% endif %]", {"org", "org.care", "team", "team.both"}),
        ("[% if org.care and team.both %][% else %]@[% endif %]", set()),
        ("[% if org.care or team.both %]@[% endif %]", set()),
        (
            "[% if not org.care or not team.both %][% else %]@[% endif %]",
            {"org", "org.care", "team", "team.both"},
        ),
    ],
)
def test_the_conditions_around_a_place_are_known(text: str, certain: set[str]) -> None:
    assert conditions_at(text, text.index("@")) == certain


def test_the_place_of_a_mistake_is_its_line_and_column() -> None:
    (problem,) = check_slots(PAGE, "One\n\nTwo [[ org.nam ]].\n", NAMES, ())
    assert (problem.mark.line, problem.mark.column, problem.where) == (3, 5, "[[ org.nam ]]")


SPLIT = ["this condition opens in one section and closes in another"]


@pytest.mark.parametrize(
    ("inside", "after", "told"),
    [
        ("Words.", "Words.", []),
        ("\n## A\n\nWords.\n", "", []),
        ("\n## A\n\nWords.\n", "\n\n## B\n", []),
        ("\n<h2>A</h2>\n", "\n<h3 id='b'>B</h3>\n", []),
        ("\n## A\n", "\nWords.\n\n## B\n", SPLIT),
        ("\nWords.\n\n## A\n", "\n## B\n", SPLIT),
        ("\n[# why #]\n## A\n", "\n[# a\nremark #]\n## B\n", []),
        ("\n## A\n", "\n[% if org.care %]\n## B\n[% endif %]", []),
        ("\n## A\n", "\n[% if org.care %]Words.[% endif %]", SPLIT),
        ("\n## A\n", "\n[[ org.name ]]", []),
        ("\n####### A\n", "Words.", []),
        ("\n###### A\n", "Words.", SPLIT),
        ("\n#A\n<header>x</header>\n", "Words.", []),
    ],
)
def test_a_condition_holds_whole_sections_or_stays_in_one(inside: str, after: str, told: list[str]) -> None:
    assert wrong(f"## First\n\n[% if org.care %]{inside}[% endif %]{after}") == told


@pytest.mark.parametrize(
    ("text", "message", "fix"),
    [
        (
            "[% if (org.care %]1[% endif %]",
            ("dit is geen voorwaarde", "this is not a condition"),
            (
                'schrijf een naam, naam == "woord" of "woord" in naam, met not, and en or',
                'write a name, name == "word" or "word" in name, with not, and and or',
            ),
        ),
        (
            "[[ advisors[0:1] ]]",
            ("tussen [[ ]] staat alleen een naam", "only a name stands between [[ ]]"),
            ("schrijf bijvoorbeeld [[ org.short_name ]]", "write for example [[ org.short_name ]]"),
        ),
        (
            "[[ loop.first ]]",
            ("loop bestaat niet", "there is no loop"),
            (
                "kies uit: loop.first, loop.index, binnen een [% for %]",
                "choose from: loop.first, loop.index, inside a [% for %]",
            ),
        ),
    ],
)
def test_a_component_is_told_what_to_write(text: str, message: tuple[str, str], fix: tuple[str, str]) -> None:
    (found,) = check_slots(COMPONENT, text, NAMES, (), "component")
    assert ((found.message.nl, found.message.en), (found.fix.nl, found.fix.en)) == (message, fix)
