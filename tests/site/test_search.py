"""The search data of a site: the index filled as data, and nothing of what does not apply there."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from support import TODAY, template_of

from voorlichter.brand import plan_palette
from voorlichter.profile.model import Profile
from voorlichter.site.context import plan_slots
from voorlichter.site.facts import Facts
from voorlichter.site.fill import Template
from voorlichter.site.media import Media
from voorlichter.site.search import cut_index, render_search
from voorlichter.slots.model import Slots

HOSTILE = "</script><script>alert(1)</script> \" \\ \u2028 ' & <b> [[ org.name ]] [% if x %]"
PROFILE: dict[str, Any] = {
    "organisation": {"name": HOSTILE, "short_name": "Kaap", "sector": "care", "workforce": 20},
    "introduction": {"nl": "Ik **luister**"},
    "advisors": [
        {
            "id": "noor",
            "name": 'Noor "N" </script>',
            "kind": "external",
            "phone": "020 000 00 01",
            "about": {"nl": "Ik **luister**"},
        },
        {"id": "sam", "name": "Sam", "kind": "external", "email": "sam@elders.example"},
    ],
}


@pytest.fixture(scope="module")
def slots(facts: dict[str, Facts]) -> Slots:
    return plan_slots(
        Profile.model_validate(PROFILE), facts["nl-je"], Media(plan_palette("#0f5e5a")), date.fromisoformat(TODAY)
    )


@pytest.fixture(scope="module")
def template(examples: Path) -> Template:
    return Template(template_of(examples))


def index(*sections: dict[str, Any], when: str | None = None) -> dict[str, Any]:
    return {
        "pages": [{"file": "a.html", "title": "A", "when": when, "sections": list(sections)}],
        "strings": {"none": "Bij [[ org.short_name ]]"},
        "lines": {"csg": {"name": "CSG", "phone": ["0800", "tel:0800"]}},
    }


def section(text: str, title: str = "T", when: tuple[str, ...] = ()) -> dict[str, Any]:
    return {"anchor": "t", "title": title, "text": text, "when": list(when)}


def found(script: bytes) -> Any:
    head, data = script.decode().split("window.voorlichter.found = ")
    assert head == "window.voorlichter = window.voorlichter || {};\n"
    return json.loads(data.removesuffix(";\n"))


def filled(template: Template, slots: Slots, made: dict[str, Any]) -> Any:
    return found(render_search(cut_index(made, template.register), template.answers(slots), template.register))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('plain "quoted" \\ text', 'plain "quoted" \\ text'),
        ("[% for a in advisors[:1] %][[ a.phone ]][% endfor %]", "020 000 00 01"),
        (
            "[% for a in advisors[:1] %]{[[ a.name ]], [[ a.about ]]}[% endfor %]",
            'Noor "N" </script>, Ik luister'.join("{}"),
        ),
        ("at [[ org.short_name ]].", "at Kaap."),
        ("[[ org.name ]]", HOSTILE),
        ("[% if org.care %]care[% else %]none[% endif %]", "care"),
        ("[% if not org.care %]none[% endif %]", ""),
        ("[% if team.several %]several [[ org.name ]][% endif %]", f"several {HOSTILE}"),
        ("[[ introduction ]]", "Ik luister"),
        ("a ] ] ]] } é \u2028 ü", "a ] ] ]] } é \u2028 ü"),
    ],
)
def test_texts_and_titles_are_filled_with_values_as_they_are(
    template: Template, slots: Slots, text: str, expected: str
) -> None:
    pages = filled(template, slots, index(section(text, title=text)))["pages"]
    assert pages[0]["sections"][0] == {"anchor": "t", "title": expected, "text": expected}


def test_a_section_is_there_only_under_its_conditions(template: Template, slots: Slots) -> None:
    made = index(
        section("a", when=("org.care", "team.several")),
        section("b", when=("org.care", "not team.several")),
        section("c", when=("org.culture",)),
        section("d"),
    )
    assert [one["text"] for one in filled(template, slots, made)["pages"][0]["sections"] if one] == ["a", "d"]


def test_a_page_is_there_only_under_its_condition(template: Template, slots: Slots) -> None:
    assert [one for one in filled(template, slots, index(section("a"), when="org.public_body"))["pages"] if one] == []


def test_the_rest_comes_with_it(template: Template, slots: Slots) -> None:
    data = filled(template, slots, index())
    assert data["contacts"] == [
        {
            "id": "noor",
            "name": 'Noor "N" </script>',
            "call_name": "Noor",
            "phone": ["020 000 00 01", "tel:+31200000001"],
        },
        {"id": "sam", "name": "Sam", "call_name": "Sam", "email": ["sam@elders.example", "mailto:sam@elders.example"]},
    ]
    assert data["strings"] == {"none": "Bij Kaap"}
    assert data["lines"] == index()["lines"]


def test_no_value_ends_the_script_or_its_line(template: Template, slots: Slots) -> None:
    script = render_search(
        cut_index(
            index(section("[[ org.name ]] [% for a in advisors[:1] %][[ a.name ]][% endfor %]")), template.register
        ),
        template.answers(slots),
        template.register,
    ).decode()
    assert "<" not in script and "\u2028" not in script


def test_a_value_that_is_not_there_is_an_error(template: Template, slots: Slots) -> None:
    with pytest.raises(LookupError):
        filled(template, slots, index(section("[[ notes_kept ]]")))


def test_every_page_of_a_site_is_in_its_search_data(template: Template, slots: Slots) -> None:
    site = template.fill(slots)
    files = [page["file"] for page in found(site["assets/search-data.js"])["pages"] if page]
    assert files == sorted(name for name in site if name.endswith(".html") and name != "404.html")
