"""The form as it stands in the page, before slots and forms of address are resolved."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from html.parser import HTMLParser
from pathlib import Path

import pytest
from conftest import Strings
from markdown import markdown

from voorlichter.pictures import Figure
from voorlichter.problems import Language
from voorlichter.quiz import Module, render_module
from voorlichter.quiz.markup import escape_text, mixed
from voorlichter.quiz.parts import QuestionPicture
from voorlichter.slots.scan import scan
from voorlichter.text import Text

LANGUAGES: tuple[Language, ...] = ("nl", "en")
VOID = {"input", "path"}


class Elements(HTMLParser):
    """Every element in order, with its attributes; a page that leaves one open is refused."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.open: list[str] = []
        self.feed(html)
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def all(self, tag: str) -> Iterator[dict[str, str | None]]:
        return (attributes for name, attributes in self.found if name == tag)


@pytest.fixture(params=LANGUAGES)
def html(request: pytest.FixtureRequest, every_type: Module, strings: Strings) -> str:
    return render_module(every_type, request.param, strings(request.param), {"gesprek.md": "Talk & <more>"})


def test_a_fieldset_and_legend_for_each_question_and_each_thing_to_sort(html: str) -> None:
    elements = Elements(html)
    kinds = [attributes["data-type"] for attributes in elements.all("fieldset") if "data-type" in attributes]
    assert kinds == ["single", "multiple", "true-false", "order", "match", "sort", "scenario", "reflection"]
    assert len(list(elements.all("fieldset"))) == len(list(elements.all("legend"))) == 8 + 3


def test_the_form_sends_nothing_and_shows_no_button(html: str) -> None:
    [form] = Elements(html).all("form")
    assert "action" not in form
    assert form["method"] == "dialog"
    assert form["autocomplete"] == "off"
    outside = re.sub(r"<template.*</template>", "", html, flags=re.S)
    assert all("hidden" in button for button in Elements(outside).all("button"))
    assert not re.search(r" style=| on\w+=", html)
    assert [script["type"] for script in Elements(html).all("script")] == ["application/json"]


def test_feedback_stands_directly_after_its_label(html: str) -> None:
    after = re.findall(
        r'<label class="quiz__option">(?:(?!</label>).)*type="(?:radio|checkbox)" id="quiz-(?:one|several|statement)_.*</label>\s*<(\w+) class="([\w-]+)',
        html,
    )
    assert len(after) == 3 + 4 + 2
    assert set(after) == {("p", "quiz__feedback")}


def test_ids_are_unique_and_labels_lead_to_their_fields(html: str) -> None:
    elements = Elements(html)
    ids = [attributes["id"] for _, attributes in elements.found if "id" in attributes]
    assert len(ids) == len(set(ids))
    assert {label["for"] for label in elements.all("label") if "for" in label} <= set(ids)


def test_each_choice_in_a_story_is_written_out_with_its_way_there(html: str) -> None:
    choices = [attributes for attributes in Elements(html).all("details") if "data-path" in attributes]
    assert [choice["data-path"] for choice in choices] == ["0", "1", "10", "11"]
    assert [choice["name"] for choice in choices] == ["quiz-story_", "quiz-story_", "quiz-story_1", "quiz-story_1"]


def test_each_explanation_tells_what_is_right_and_where_it_is_taught(html: str) -> None:
    assert html.count('class="quiz__answer"') == 6
    assert [link["href"] for link in Elements(html).all("a") if "quiz__source" in str(link.get("class"))] == [
        "gesprek.html#stappen", "waarvoor.html#wel", "gesprek.html#contact", "gesprek.html#stappen",
        "waarvoor.html#niet", "vertrouwelijk.html#geheim", "collega.html#helpen",
    ]  # fmt: skip
    assert html.count(": Talk &amp; &lt;more&gt;</a>") == 3


def data_of(html: str) -> dict[str, object]:
    found = re.search(r'<script type="application/json" class="quiz__data">(.*?)</script>', html)
    assert found
    data: dict[str, object] = json.loads(found[1])
    return data


def test_the_script_is_told_what_is_right_without_a_slot(html: str) -> None:
    data = data_of(html)
    questions = data["questions"]
    assert isinstance(questions, list)
    told = {one["id"]: (one.get("right"), one.get("parts"), one["max"]) for one in questions}
    assert told == {
        "one": ("1", 3, 1), "several": ("023", 4, 1), "statement": ("1", 2, 1), "order": ("0123", 4, 1),
        "match": ("012", 4, 1), "sort": ("012", 3, 1), "story": ("", None, 2), "thought": ("", 0, 0),
    }  # fmt: skip
    assert questions[6]["steps"] == ["2,0 1,1", "2,0 3,1", "", ""]
    assert scan(json.dumps(data)) == ()


def test_a_question_of_some_organisations_stands_under_its_condition(every_type: Module, strings: Strings) -> None:
    first, *rest = every_type.questions
    module = every_type.model_copy(update={"questions": (first.model_copy(update={"when": "speak_up"}), *rest)})
    html = render_module(module, "nl", strings("nl"))
    assert html.count("[% if speak_up %]<fieldset") == 1
    assert html.count("</fieldset>[% endif %]") == 1


def test_the_marks_of_an_organisation_and_a_module_are_told_apart(
    read: Callable[[Path], Module], strings: Strings
) -> None:
    case = Path(__file__).parent / "golden/accepts-each-type-of-question/module.yml"
    html = render_module(read(case), "en", strings("en"))
    assert data_of(html)["mark"] == 80
    assert data_of(html)["draw"] == {"core": 1}
    assert '[% if training.pass_mark %]data-pass-mark="[[ training.pass_mark ]]"[% endif %]>' in html


def test_slots_and_marks_pass_untouched(role: Module, strings: Strings) -> None:
    html = render_module(role, "nl", strings("nl"))
    assert "[[ who_may_call ]]" in html
    assert "<span>{Jijzelf|Uzelf}</span>" in html


def test_steps_and_matches_are_mixed_the_same_way_each_time_and_never_right() -> None:
    for number in range(2, 6):
        ids = [f"part-{place}" for place in range(number)]
        for salt in map(str, range(50)):
            assert mixed(ids, salt) == mixed(ids, salt)
            assert sorted(mixed(ids, salt)) == list(range(number)) != mixed(ids, salt)
    assert len({tuple(mixed(["a", "b", "c", "d"], str(salt))) for salt in range(50)}) > 9


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


def test_markdown_leaves_the_form_as_it_is(html: str) -> None:
    extensions = ["attr_list", "md_in_html", "tables", "def_list", "admonition"]
    assert html in markdown(f"Before\n\n{html}\n\nAfter", extensions=extensions)


def test_every_word_around_the_questions_is_there_in_both_languages(root: Path, strings: Strings) -> None:
    nl, en = strings("nl"), strings("en")
    assert all(nl.values())
    assert all(en.values())
    assert not any("{" in text for text in en.values())
    code = "".join(path.read_text(encoding="utf-8") for path in sorted((root / "src/voorlichter/quiz").rglob("*.py")))
    named = re.findall(r"quiz_(\w+)|words\(\"(\w+)\"\)|\"(\w+)\"", code)
    unused = {key.removeprefix("quiz_") for key in nl} - {name for names in named for name in names}
    assert {key for key in unused if not key.startswith(("hint_", "empty_", "option_", "why"))} == set()


def test_options_with_an_order_of_their_own_stay_in_it(every_type: Module, strings: Strings) -> None:
    assert render_module(every_type, "nl", strings("nl")).count('class="quiz__mix"') == 2
    first = every_type.questions[0].model_copy(update={"shuffle": False})
    scale = every_type.model_copy(update={"questions": (first, *every_type.questions[1:])})
    assert render_module(scale, "nl", strings("nl")).count('class="quiz__mix"') == 1


def kit_of(html: str) -> Elements:
    found = re.search(r"<template.*</template>", html, re.S)
    assert found
    return Elements(found[0])


def test_a_module_is_called_by_its_title_or_by_that_of_the_organisation(every_type: Module, strings: Strings) -> None:
    html = render_module(every_type, "nl", strings("nl"))
    [form] = Elements(html).all("form")
    assert form["aria-labelledby"] == "quiz-title-all-types"
    assert (
        '<p class="quiz__title" id="quiz-title-all-types">'
        "[% if module.all_types %][[ module.all_types.title ]][% else %]Alle soorten vragen[% endif %]</p>"
    ) in html
    assert '<voorlichter-quiz data-module="all-types" ' in html


def test_what_the_script_says_is_told_in_the_language_of_the_page(every_type: Module, strings: Strings) -> None:
    for language in LANGUAGES:
        words = strings(language)
        [form] = Elements(render_module(every_type, language, words)).all("form")
        for name in (
            "count",
            "next",
            "done",
            "right",
            "wrong",
            "partly",
            "share",
            "over",
            "score",
            "lost",
            "unsent",
            "moved",
        ):
            assert form[f"data-{name}"] == words[f"quiz_{name}"]


def test_how_many_were_right_is_said_in_the_sum_only_where_something_counts(
    every_type: Module, strings: Strings
) -> None:
    words = strings("nl")
    thought = every_type.model_copy(update={"questions": every_type.questions[-1:]})
    [counts], [none] = ([*Elements(render_module(module, "nl", words)).all("form")] for module in (every_type, thought))
    assert counts["data-sum"] == f"{words['quiz_sum']} {words['quiz_well']}"
    assert none["data-sum"] == words["quiz_sum"]


def test_what_one_knows_afterwards_stands_under_its_heading_and_nothing_where_nothing_is_told(
    every_type: Module, strings: Strings
) -> None:
    words = strings("en")
    assert '<div class="quiz__learned" data-kit="learned"></div>' in render_module(every_type, "en", words)
    learned = (Text(nl="Wie belt.", en="Who calls & why."), Text(nl="Bel.", en="Ring [[ org.phone ]]."))
    html = render_module(every_type.model_copy(update={"learned": learned}), "en", words)
    assert (
        f'data-kit="learned"><p>{words["quiz_learned"]}</p><ul><li>Who calls &amp; why.</li>'
        '<li>Ring <a href="[[ org.phone ]]">[[ org.phone ]]</a>.</li></ul></div>'
    ) in html


def test_a_picture_has_its_words_and_its_size_and_stands_between_question_and_answers(
    every_type: Module, strings: Strings
) -> None:
    picture = QuestionPicture(file="balie.png", alt=Text(nl='Een "balie"', en="A desk"))
    first, *rest = every_type.questions
    module = every_type.model_copy(update={"questions": (first.model_copy(update={"picture": picture}), *rest)})
    figure = Figure(b"", 320, 180, ".png")
    html = render_module(module, "nl", strings("nl"), figures={"one": figure, "several": figure})
    found = re.findall(r"</legend>\n(<img [^>]*>)\n<div class=\"quiz__mix\">", html)
    assert len(found) == html.count("<img") == 1
    [(src, rest_of)] = re.findall(r'<img src="([^"]*)" (.*)>', found[0])
    assert src.startswith("[[ site.shared ]]")
    assert src.endswith("one.png")
    assert rest_of == 'alt="Een &quot;balie&quot;" width="320" height="180"'
    assert "<img" not in render_module(module, "nl", strings("nl"))


def test_each_question_says_what_to_do_and_what_lacks(every_type: Module, strings: Strings) -> None:
    for language in LANGUAGES:
        words = strings(language)
        html = render_module(every_type, language, words)
        hints = re.findall(r'<span class="quiz__hint">([^<]*)</span></legend>', html)
        kinds = [question.type.replace("-", "_") for question in every_type.questions]
        assert hints == [words[f"quiz_hint_{kind}"] for kind in kinds]
        asked = re.findall(r'</span> <span class="quiz__ask">(.*?)</span> <span', html)
        assert asked == [escape_text(question.ask.to(language)) for question in every_type.questions]
        counts = re.findall(r'<legend><span class="quiz__count">([^<]*)</span> ', html)
        assert counts == [words["quiz_question"]] * 8
        empty = [one["data-empty"] for one in Elements(html).all("fieldset") if "data-empty" in one]
        assert empty == [words.get(f"quiz_empty_{kind}", words["quiz_empty"]) for kind in kinds]
        assert len(set(empty)) > 1


def test_each_question_can_be_led_to_and_takes_the_focus(html: str) -> None:
    asked = [one for one in Elements(html).all("fieldset") if "data-type" in one]
    assert [one["id"] for one in asked][:3] == ["quiz-one", "quiz-several", "quiz-statement"]
    assert {(one["class"], one["tabindex"]) for one in asked} == {("quiz__question", "-1")}


def test_only_the_button_that_checks_sends_the_form(html: str) -> None:
    """So that Enter in a field checks the answer."""
    buttons = {str(button["data-kit"]): button for button in kit_of(html).all("button")}
    assert [*buttons] == ["doubt", "check", "next", "again", "back", "read", "skip"]
    assert [name for name, button in buttons.items() if button["type"] == "submit"] == ["check"]
    assert [name for name, button in buttons.items() if "primary" in str(button["class"])] == ["check", "next"]
    assert {buttons[name]["class"] for name in ("read", "skip")} == {"link-button"}
    assert {buttons[name]["class"] for name in ("again", "back")} == {"md-button"}
    assert buttons["doubt"]["class"] == "quiz__doubt"


def test_buttons_and_the_end_say_their_words(every_type: Module, strings: Strings) -> None:
    words = strings("en")
    html = render_module(every_type, "en", words)
    for name in ("doubt", "check", "next", "again", "back", "read", "skip"):
        assert f'data-kit="{name}">{words[f"quiz_{name}"]}</button>' in html
    for name, said in (("passed", "passed"), ("failed", "not_passed")):
        assert f'<p data-kit="{name}">{words[f"quiz_{said}"]}</p>' in html
    assert f'<p class="quiz__title">{words["quiz_end"]}</p>' in html
    assert f'data-kit="reread"><p>{words["quiz_end_reread"]}</p>' in html
    assert f'class="quiz__print"> <span>{words["quiz_print"]}</span>' in html


def test_what_appears_by_the_script_takes_the_focus_and_has_a_name(html: str) -> None:
    parts = {one["data-kit"]: one for _, one in kit_of(html).found if "data-kit" in one}
    assert [name for name, one in parts.items() if one.get("tabindex") == "-1"] == ["empty", "result", "end"]
    assert parts["gap"]["href"] == f"#{parts['empty']['id']}"
    assert (parts["result"]["role"], parts["result"]["aria-labelledby"]) == ("group", parts["result"]["id"])


def test_progress_is_told_and_its_bar_is_not_read_out(html: str) -> None:
    [bar] = Elements(html).all("progress")
    assert (bar["aria-hidden"], bar["value"], "hidden" in bar) == ("true", "0", True)
    status = re.search(r'<div role="status">(.*?)</div>', html)
    assert status
    assert [one["data-kit"] for one in Elements(status[1]).all("p")] == ["progress", "heard"]


def test_a_passage_is_called_by_its_own_title_or_by_that_of_its_page(every_type: Module, strings: Strings) -> None:
    words = strings("nl")
    titles = {"gesprek.md": "Een gesprek", "gesprek.md#stappen": "De stappen"}
    html = render_module(every_type, "nl", words, titles)
    said = re.findall(r'<a class="quiz__source" href="([^"]*)">(?:\[# claims general topic #\])?([^<]*)</a>', html)
    assert said[:3] == [
        ("gesprek.html#stappen", f"{words['quiz_source']}: De stappen"),
        ("waarvoor.html#wel", words["quiz_source"]),
        ("gesprek.html#contact", f"{words['quiz_source']}: Een gesprek"),
    ]
    whole = every_type.questions[0].model_copy(update={"source": "gesprek.md"})
    html = render_module(every_type.model_copy(update={"questions": (whole,)}), "nl", words, titles)
    assert f'href="gesprek.html">[# claims general topic #]{words["quiz_source"]}: Een gesprek</a>' in html


def test_an_explanation_says_on_its_fold_whether_it_tells_the_answer(every_type: Module, strings: Strings) -> None:
    words = strings("en")
    html = render_module(every_type, "en", words)
    folds = re.findall(r'<details class="quiz__why">\n<summary>([^<]*)</summary>', html)
    assert folds == [words["quiz_why"]] * 6 + [words["quiz_why_only"]]
    assert '<p class="quiz__explanation">Every step begins with a yes.</p>' in html
    leads = re.findall(r'<div class="quiz__answer"><strong>([^<]*)</strong>', html)
    assert leads == [words[f"quiz_{question.answers_word}"] for question in every_type.questions[:6]]


def test_what_asks_for_no_answer_shows_its_passage_from_the_start(every_type: Module, strings: Strings) -> None:
    thought = every_type.questions[-1].model_copy(update={"source": "gesprek.md"})
    story = every_type.questions[6].model_copy(update={"why": None})
    module = every_type.model_copy(update={"questions": (story, thought)})
    html = render_module(module, "nl", strings("nl"))
    assert re.findall(r"<p( class=\"quiz__why\")?><a class=\"quiz__source\"", html) == [' class="quiz__why"', ""]
    assert '<details class="quiz__why">' not in html


def test_between_the_parts_of_the_form_stands_no_text(html: str) -> None:
    lines = html.split("\n")
    assert [line for line in lines if line[0] not in "<[" or line[-1] not in ">]"] == []
