"""A template that is cut and joined gives what Jinja gives for the same text."""

from __future__ import annotations

import dataclasses
from datetime import date
from pathlib import Path

import jinja2
import pytest
from support import TODAY, copy_linked, lay, template_of

from voorlichter.brand import plan_palette
from voorlichter.profile.model import Profile
from voorlichter.site.context import plan_slots
from voorlichter.site.facts import Facts
from voorlichter.site.fill import Template
from voorlichter.site.media import Media
from voorlichter.site.pieces import join
from voorlichter.slots.expression import ExpressionError
from voorlichter.slots.model import Slots

PROFILE = {
    "organisation": {
        "name": "A & B <i>",
        "sector": "care",
        "workforce": 20,
        "locations": [{"id": "here", "name": "Here <b>"}, {"id": "there", "name": "There"}],
    },
    "advisors": [
        {
            "id": "noor",
            "name": 'Noor "N"',
            "kind": "external",
            "phone": "020 000 00 01",
            "about": {"nl": "Ik **luister**"},
        },
        {"id": "sam", "name": "Sam", "kind": "external", "email": "sam@elders.example", "locations": ["there"]},
    ],
}
TEXTS = [
    "plain text",
    "[[ org.name ]]",
    "[[org.name]]",
    '[% for a in advisors[:1] %]a [[ org.name ]] b [[ a.phone ]]<a href="[[ a.phone.href ]]">[% endfor %]',
    "[% for a in advisors[:1] %][[ a.about ]][% endfor %]",
    "[# nothing #]a\n[# nothing #]\nb",
    "[% if org.care %]care[% endif %]",
    "[% if org.culture %]culture[% endif %]",
    "[% if org.care %]yes[% else %]no[% endif %]",
    "[% if not org.care %]yes[% else %]no[% endif %]",
    "[% if org.care %]\nyes\n[% else %]\nno\n[% endif %]\nafter\n",
    "[% if org.care %][% if org.culture %]1[% else %]2[% endif %][% else %]3[% endif %]",
    "[% if complaints %][[ complaints.name ]][% else %]none[% endif %]",
    "[% if complaints.url %][[ complaints.url ]][% endif %]after",
    "[% if org.care and advisor.phone %]1[% endif %][% if org.culture or org.care %]2[% endif %]",
    "[% if not org.culture and org.from_50 %]wrong[% else %]right[% endif %]",
    "[% if not org.care or org.from_50 %]wrong[% else %]right[% endif %]",
    "[% if not (org.care and org.from_50) %]right[% endif %]",
    "[% if org.culture and not org.care %]wrong[% endif %]",
    "[% if org.name == 'A & B <i>' %]same[% endif %]",
    "[% if 'nl' in spoken %]nl[% endif %][% if \"xx\" in spoken %]wrong[% endif %]",
    "[% if not 'xx' in spoken and ('nl' in spoken or org.culture) %]right[% endif %]",
    "[% if advisors[2:] %]wrong[% else %]two[% endif %]",
    "[% for a in advisors %]<li>[[ a.name ]][% if a.email %] [[ a.email ]][% endif %]</li>\n[% endfor %]",
    '[% for a in advisors %]\n[% if a.about %][[ a.about ]][% endif %]<a title="[[ a.name ]]">\n[% endfor %]\nafter',
    "[% for a in advisors[:1] %][[ a.name ]][% endfor %]-[% for a in advisors[1:2] %][[ a.name ]][% endfor %]-[% for a in advisors[2:] %]wrong[% endfor %]",
    "[% for a in advisors[1:] %][[ loop.index ]] [[ a.name ]] of [[ org.name ]][% endfor %]",
    "[% for a in advisors %][% if loop.first %]first[% else %][[ loop.index ]][% endif %][% endfor %]",
    "[% for a in advisors %][% for b in advisors %][[ a.name ]]-[[ b.name ]],[[ loop.index ]][% endfor %][[ loop.index ]][% endfor %]",
    "[% for a in advisors %][% for a in advisors %][[ a.name ]],[% endfor %][[ a.name ]];[% endfor %][[ org.name ]]",
    "[% for a in advisors %][[ a.name ]][% for code in a.language_codes %] [[ code ]][% endfor %][% endfor %]",
    "[% for place in locations %][[ place.name ]]:[% for one in place.advisors %] [[ one.name ]][% endfor %][% endfor %]",
    "[% for a in advisors %][% if a.phone %][% if a.about %][[ a.about ]][% else %]nothing[% endif %][% else %][% if not a.about %][[ a.email ]][% endif %][% endif %][% endfor %]",
    "[% for a in advisors %][% if a.email and not a.phone or org.culture %][[ a.email ]][% endif %][% endfor %]",
    "[% for a in advisors %][% if a.name == 'Sam' %][[ a.name ]][% endif %][% if a.name != 'Sam' %]not Sam[% endif %][% if 'nl' in a.language_codes %]nl[% endif %][% endfor %]",
    "[% for a in advisors %][% for b in a.absences %]wrong[% endfor %][% if a.backup %]wrong[% else %]alone[% endif %][% endfor %]",
    "[% for org in advisors %][[ org.name ]][% endfor %][[ org.name ]]",
    "[% if org.care %][% for a in advisors %][[ a.name ]][% endfor %][% endif %]",
    '[% for a in advisors %][% include "one.html" %][% endfor %]',
    '[% for a in advisors %][% for b in advisors[:1] %][% include "one.html" %][% endfor %][% endfor %]',
    '[% for b in advisors %][% for a in advisors %][% include "one.html" %][% include "part.html" %][% endfor %][% endfor %]',
    '[% include "part.html" %]\nafter',
    '[% if org.care %][% include "part.html" %][% endif %][% include "part.html" %]',
    "{{ 7 * 7 }} {% if x %} {# y #} %(a)s {je|u}",
    "één € 🌊 [[ org.name ]] ü",
]
PARTS = {
    "part.html": "part of [[ org.name ]]\n[% if advisor.phone %]\n[[ advisor.phone ]]\n[% endif %]\n",
    "one.html": "[[ a.name ]][% if a.email == 'sam@elders.example' %]![% endif %][% for a in a.language_codes %][[ a ]][% endfor %][% include 'part.html' %]",
}


@pytest.fixture(scope="module")
def slots(facts: dict[str, Facts]) -> Slots:
    return plan_slots(
        Profile.model_validate(PROFILE), facts["nl-je"], Media(plan_palette("#0f5e5a")), date.fromisoformat(TODAY)
    )


@pytest.fixture
def template(tmp_path: Path, examples: Path) -> Template:
    """A real template with a few components more."""
    made = template_of(examples)
    copy_linked(made, tmp_path / "template")
    lay(tmp_path / "template", {f"components/{name}": text for name, text in PARTS.items()})
    return Template(tmp_path / "template")


@pytest.mark.parametrize("text", TEXTS)
@pytest.mark.sampled(4)
def test_cutting_and_joining_is_what_jinja_does(text: str, template: Template, slots: Slots) -> None:
    oracle = jinja2.Environment(
        block_start_string="[%",
        block_end_string="%]",
        variable_start_string="[[",
        variable_end_string="]]",
        comment_start_string="[#",
        comment_end_string="#]",
        trim_blocks=True,
        keep_trailing_newline=True,
        autoescape=True,
        undefined=jinja2.ChainableUndefined,
        loader=jinja2.DictLoader(PARTS),
    )
    values = {field.name: getattr(slots, field.name) for field in dataclasses.fields(slots)}
    assert join(template.cut(text), template.answers(slots)).decode() == oracle.from_string(text).render(values)


@pytest.mark.parametrize(
    ("text", "filled"),
    [
        ("bij [[ org.name ]]. Ook", "bij Zeester B.V. Ook"),
        ("bij <b>[[ org.name ]]</b>.</p>", "bij <b>Zeester B.V.</b></p>"),
        ("[[ org.name ]]? [[ org.name ]], [[ org.name ]]:", "Zeester B.V.? Zeester B.V., Zeester B.V.:"),
        ("[% if org.care %]bij [[ org.name ]][% endif %].", "bij Zeester B.V."),
        ("[[ org.name ]][% if org.culture %], cultuur[% endif %].", "Zeester B.V."),
        ("[[ org.name ]][% if org.care %], zorg[% endif %].", "Zeester B.V., zorg."),
        ('Bij [% include "stop.html" %].', "Bij <i>Zeester B.V.</i>\n"),
        ("[% for a in advisors %][[ a.name ]]. [% endfor %]", "Noor &#34;N&#34;. Wie? "),
        ("[[ org.name ]]...", "Zeester B.V...."),
        ("[% for a in advisors[:1] %][[ a.name ]].pdf[% endfor %]", "Noor &#34;N&#34;.pdf"),
    ],
)
def test_a_sentence_that_ends_in_a_value_has_one_stop(
    text: str, filled: str, template: Template, facts: dict[str, Facts]
) -> None:
    named = {
        **PROFILE,
        "organisation": {**PROFILE["organisation"], "name": "Zeester B.V."},
        "advisors": [PROFILE["advisors"][0], {**PROFILE["advisors"][1], "name": "Wie?"}],
    }
    lay(template.folder, {"components/stop.html": "<i>[[ org.name ]]</i>\n"})
    slots = plan_slots(
        Profile.model_validate(named), facts["nl-je"], Media(plan_palette("#0f5e5a")), date.fromisoformat(TODAY)
    )
    assert join(template.cut(text), template.answers(slots)).decode() == filled


@pytest.mark.parametrize(
    "text",
    [
        "[[ ''.__class__ ]]",
        "[[ org.__class__ ]]",
        "[% for a in advisors %][[ a.__init__.__globals__ ]][% endfor %]",
        "[[ org.name.format.__globals__ ]]",
    ],
)
def test_a_component_cannot_reach_into_the_program(text: str, template: Template, slots: Slots) -> None:
    with pytest.raises((LookupError, ExpressionError)):
        join(template.cut(text), template.answers(slots))


@pytest.mark.parametrize(
    "text",
    [
        "[[ complaints.name ]]",
        "[[ team ]]",
        "[[ advisors ]]",
        "[% for a in advisors %][[ a.email ]][% endfor %]",
        "[% for a in advisors %][[ a.backup.name ]][% endfor %]",
        "[% for a in advisors %][[ a.nothing ]][% endfor %]",
        "[% for a in advisors %][[ a ]][% endfor %]",
        "[% for a in complaints.officers %][% endfor %]",
        '[% for b in advisors %][% include "one.html" %][% endfor %]',
    ],
)
def test_what_is_not_there_is_never_shown_as_nothing(text: str, template: Template, slots: Slots) -> None:
    with pytest.raises(LookupError):
        join(template.cut(text), template.answers(slots))


def test_each_thing_of_a_loop_has_values_of_its_own(template: Template, slots: Slots) -> None:
    """Also where two loops go over the same things, in another order."""
    turned = dataclasses.replace(slots, by_presence=tuple(reversed(slots.advisors)))
    text = "[% for a in advisors %][[ a.id ]][[ loop.index ]],[% endfor %][% for a in by_presence %][[ a.id ]][[ loop.index ]],[% endfor %]"
    assert join(template.cut(text), template.answers(turned)) == b"noor1,sam2,sam1,noor2,"
