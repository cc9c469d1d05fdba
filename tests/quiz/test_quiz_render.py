"""The form as it stands in the page, before slots and forms of address are resolved."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from html.parser import HTMLParser
from pathlib import Path

import pytest
import yaml
from markdown import markdown

from voorlichter.problems import Language
from voorlichter.quiz import Module, check_module, read_module, render_module
from voorlichter.quiz.render import escape_text

LANGUAGES: tuple[Language, ...] = ("nl", "en")
Strings = Callable[[Language], dict[str, str]]


class Elements(HTMLParser):
    """Every element in order, with its attributes and the text right inside it."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.open: list[str] = []
        self.feed(html)
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))
        if tag != "input":
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def all(self, tag: str) -> Iterator[dict[str, str | None]]:
        return (attributes for name, attributes in self.found if name == tag)


@pytest.fixture(params=LANGUAGES)
def html(request: pytest.FixtureRequest, role: Module, strings: Strings) -> str:
    return render_module(role, request.param, strings(request.param), {"gesprek.md": "Talk & <more>"})


def test_a_fieldset_and_legend_for_each_question(html: str) -> None:
    elements = Elements(html)
    assert len(list(elements.all("fieldset"))) == len(list(elements.all("legend"))) == 6
    assert [attributes["data-type"] for attributes in elements.all("fieldset")] == [
        *("single", "true-false", "true-false", "multiple", "single", "single")
    ]


def test_the_form_sends_nothing_and_has_no_button(html: str) -> None:
    elements = Elements(html)
    [form] = elements.all("form")
    assert "action" not in form
    assert form["method"] == "dialog"
    assert form["autocomplete"] == "off"
    assert list(elements.all("button")) == []
    assert not re.search(r"<script| style=| on\w+=", html)


def test_feedback_stands_directly_after_its_label(html: str) -> None:
    after = re.findall(r"</label>\s*<(\w+) class=\"(\S+)", html)
    assert len(after) == html.count("<label")
    assert set(after) == {("p", "quiz__feedback")}


def test_ids_are_unique_and_every_box_says_whether_it_is_correct(html: str) -> None:
    elements = Elements(html)
    ids = [attributes["id"] for _, attributes in elements.found if "id" in attributes]
    assert len(ids) == len(set(ids))
    assert {box["data-correct"] for box in elements.all("input")} == {"true", "false"}
    several = [box["name"] for box in elements.all("input") if box["type"] == "checkbox"]
    assert set(several) == {"role-04"}


def test_each_explanation_tells_the_right_answer_and_where_it_is_taught(html: str) -> None:
    elements = Elements(html)
    assert len(list(elements.all("details"))) == 6
    assert [link["href"] for link in elements.all("a")] == [
        "gesprek.html#stappen",
        "vertrouwelijk.html#geheim",
        "gesprek.html#contact",
        "waarvoor.html#wel",
        "mogelijkheden.html#overzicht",
        "wie.html",
    ]
    assert ": Talk &amp; &lt;more&gt;</a>" in html
    assert html.count('class="quiz__answer"') == 6


def test_slots_and_marks_pass_untouched(role: Module, strings: Strings) -> None:
    html = render_module(role, "nl", strings("nl"))
    assert "<span>[[ advisor.name ]]</span>" in html
    assert "<span>{Jijzelf|Uzelf}</span>" in html
    assert "{je|u}" in html


@pytest.mark.parametrize(
    ("text", "escaped"),
    [
        ("a < b & c > d", "a &lt; b &amp; c &gt; d"),
        ('say "yes"', "say &quot;yes&quot;"),
        ("[[ a.b ]] & [% if c %]<[% endif %]", "[[ a.b ]] &amp; [% if c %]&lt;[% endif %]"),
        ('[% include "x.html" %]', '[% include "x.html" %]'),
        ('{"Heb je <even>?"} "nu"', '{"Heb je &lt;even&gt;?"} &quot;nu&quot;'),
        ("foto's\n  van u", "foto's van u"),
        ("{je|u}", "{je|u}"),
    ],
)
def test_authors_text_is_escaped_outside_slots(text: str, escaped: str) -> None:
    assert escape_text(text) == escaped


def test_draw_and_pass_mark_are_told_to_the_script_only_where_they_are_given(
    role: Module, read: Callable[[Path], Module], strings: Strings
) -> None:
    case = Path(__file__).parent / "golden/accepts-each-type-of-question/module.yml"
    [form] = Elements(render_module(read(case), "en", strings("en"))).all("form")
    assert (form["data-draw"], form["data-pass-mark"]) == ("core=1", "80")
    [form] = Elements(render_module(role, "en", strings("en"))).all("form")
    assert not {"data-draw", "data-pass-mark"} & set(form)


def test_markdown_leaves_the_form_as_it_is(html: str) -> None:
    extensions = ["attr_list", "md_in_html", "tables", "def_list", "admonition"]
    assert html in markdown(f"Before\n\n{html}\n\nAfter", extensions=extensions)


def test_the_module_that_ships_has_no_problems_and_uses_each_type(root: Path) -> None:
    path = root / "quizzes/role.yml"
    module, problems = check_module(read_module(path))
    assert problems == []
    assert module is not None
    assert len(module.questions) == 6
    assert {question.type for question in module.questions} == {"single", "multiple", "true-false"}


def test_the_module_that_ships_gives_feedback_on_every_answer(root: Path) -> None:
    data = yaml.safe_load((root / "quizzes/role.yml").read_text(encoding="utf-8"))
    for question in data["questions"]:
        given = question.get("options") or [{"feedback": question["feedback"].get(side)} for side in (True, False)]
        assert all(option.get("feedback") for option in given), question["id"]


def test_every_word_around_the_questions_is_there_in_both_languages(root: Path, strings: Strings) -> None:
    nl, en = strings("nl"), strings("en")
    assert all(nl.values())
    assert all(en.values())
    assert not any("{" in text for text in en.values())
    used = set(re.findall(r"""words\(["'](\w+)["'][,)]""", (root / "src/voorlichter/quiz/render.py").read_text()))
    assert {f"quiz_{key}" for key in used} <= set(nl)
