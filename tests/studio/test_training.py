"""The training of one organisation in the studio: questions are written without a file in sight, and a file written by hand stays hers."""

from __future__ import annotations

import base64
import re
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from types import SimpleNamespace
from typing import Any, Literal

import pytest
from support import REPOSITORY

from voorlichter.own.template import kept_templates
from voorlichter.problems import LANGUAGES, Language
from voorlichter.quiz.model import Module
from voorlichter.quiz.parts import Id, ModulePart, Scored, key
from voorlichter.quiz.read import read_module
from voorlichter.studio import module_form
from voorlichter.studio.module_form import manner, model_at, plan_module, plan_types, question_types
from voorlichter.studio.module_told import tell_of_module
from voorlichter.studio.questions import begun
from voorlichter.studio.session import Session
from voorlichter.studio.told import _CODE
from voorlichter.text import Text
from voorlichter.workspace import Workspace

TODAY = date(2026, 11, 2)
SLUG = "zeester"
CODES = re.compile(rf"{_CODE.pattern}|\bid\b|\b(?:bin|to|why|ask)\b: |misconception|Weglaten:|Left out:", re.I)
"""What shows that a file lies behind the form."""

BY_HAND = """# Ours. Do not lose this remark.
id: huis
title: {nl: Ons huis, en: Our house}   # on the door
minutes: 2
questions:

- id: huis-kamer   # the first one
  type: single
  ask: {nl: 'Waar is de kamer?', en: "Where is the room?"}
  # Two answers.
  options:
  - {id: below, text: {nl: Beneden, en: Below}, correct: true}
  - {id: above, text: {nl: Boven, en: Above}, feedback: {nl: "Nee, beneden.", en: "No, below."}, misconception: up}
  why: {nl: Het is de kelder., en: It is the cellar.}
"""


@pytest.fixture
def session(workspace: Path) -> Session:
    return Session(Workspace.at(workspace), TODAY)


@pytest.fixture
def ask(session: Session) -> Callable[..., dict[str, Any]]:
    def send(verb: str, **message: Any) -> dict[str, Any]:
        answer = session.handle({"verb": verb, "slug": SLUG, **message})
        assert "refused" not in answer, answer
        return answer

    return send


def file_of(session: Session, name: str) -> Path:
    return session.workspace.profiles / SLUG / "quizzes" / f"{name}.yml"


def by_hand(session: Session) -> Path:
    path = file_of(session, "huis")
    path.parent.mkdir()
    path.write_text(BY_HAND, encoding="utf-8")
    return path


def told(module: dict[str, Any]) -> list[tuple[Any, ...]]:
    """Each problem's place within the module, and what is said."""
    return [(*problem["keys"][3:], problem["message"]) for problem in module["problems"]]


# What is asked


def fields_in(fields: list[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    for field in fields:
        yield field
        yield from fields_in(field.get("fields", []))


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_type_of_question_has_a_form_in_words(language: Language) -> None:
    types = plan_types(language)
    assert [one["type"] for one in types] == [*question_types()]
    for one in (*types, {"title": "", "fields": plan_module(language)}):
        said = [one["title"], *(field[key] for field in fields_in(one["fields"]) for key in ("title", "why"))]
        assert [text for text in said if CODES.search(re.sub(r"true|false", "", text))] == []


def test_what_is_said_besides_the_model_is_about_a_key_that_is_there() -> None:
    paths = {
        ".".join((kind, *(part for part in field["path"] if part not in ("questions", "*"))))
        for kind, fields in [("", plan_module("nl")), *((one["type"], one["fields"]) for one in plan_types("nl"))]
        for field in fields_in(fields)
    }
    for name in (*manner()["says"], *manner()["short"]):
        assert any(path == name or path.endswith(f".{name}") for path in paths), name
    assert manner()["begins"].keys() <= question_types().keys()


@pytest.mark.sampled(2)
@pytest.mark.parametrize("kind", [*question_types()])
def test_a_question_of_each_type_begins_with_all_its_parts(ask: Any, session: Session, kind: str) -> None:
    """Nothing is wrong with it but what somebody still has to say; and it is on the page at once."""
    name = ask("begin_module", title="Ons huis")["module"]["name"]
    module = ask("add_to_module", name=name, path=["questions"], type=kind)["module"]
    assert [problem["message"] for problem in module["problems"] if not problem["lacks"]] == []
    assert {problem["message"] for problem in module["problems"]} == {"nog invullen"}
    html = ask("page", module=name, question="0")["html"]
    assert f'data-type="{kind}"' in html
    assert 'class="studio-lacks"' in html


class Clue(ModulePart):
    id: Id = key("id: one", ("de id", ""), ("the id", ""))
    text: Text = key("text: x", ("de aanwijzing", "Kort."), ("the clue", "Short."))


class Guess(Scored):
    """A type that nobody has heard of."""

    type: Literal["guess"] = key("type: guess", ("soort", "Raden."), ("type", "Guess."))
    clues: tuple[Clue, ...] = key("clues: […]", ("de aanwijzingen", ""), ("the clues", ""), min_length=2)


def test_a_type_that_is_added_has_a_form_without_a_line_of_the_studio(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module_form, "modules_of_types", lambda _: {"guess": SimpleNamespace(Guess=Guess)})
    question_types.cache_clear()
    try:
        (planned,) = plan_types("nl")
        clues = next(field for field in planned["fields"] if field["path"][-1] == "clues")
        assert (planned["title"], clues["widget"], clues["title"]) == ("Raden", "list", "De aanwijzingen")
        assert [field["path"][-1] for field in clues["fields"]] == ["text"]
        assert begun("guess", "huis-01") == {
            "id": "huis-01", "type": "guess", "clues": [{"id": "clue-1"}, {"id": "clue-2"}],
        }  # fmt: skip
    finally:
        question_types.cache_clear()


# What is written


def test_a_module_is_begun_from_a_title_and_ticked(ask: Any, session: Session) -> None:
    answer = ask("begin_module", title="  Ons  huis & tuin ")
    assert answer["module"]["name"] == "ons-huis-tuin"
    assert answer["data"]["training"]["modules"] == ["role", "ons-huis-tuin"]
    assert [(one["name"], one["own"]) for one in ask("training")["modules"]][-1] == ("ons-huis-tuin", True)
    assert ask("begin_module", title="Ons huis & tuin")["module"]["name"] == "ons-huis-tuin-2"
    ask("undo")
    assert not file_of(session, "ons-huis-tuin-2").exists()
    assert ask("end_module", name="ons-huis-tuin")["data"]["training"]["modules"] == ["role"]
    assert not file_of(session, "ons-huis-tuin").exists()


def test_what_is_written_by_hand_keeps_its_bytes(ask: Any, session: Session) -> None:
    path = by_hand(session)
    place = ["questions", 0, "options", 1, "text", "nl"]
    for letters in ("B", "Bo", "Boven", "Zolder", "Boven"):
        ask("set_in_module", name="huis", path=place, value=letters)
        assert letters in path.read_text(encoding="utf-8")
    assert path.read_text(encoding="utf-8") == BY_HAND
    ask("move_in_module", name="huis", path=["questions", 0, "options", 1], to=0)
    ask("move_in_module", name="huis", path=["questions", 0, "options", 0], to=1)
    assert path.read_text(encoding="utf-8") == BY_HAND
    ask("add_to_module", name="huis", path=["questions"], type="reflection")
    assert path.read_text(encoding="utf-8").startswith(BY_HAND)
    ask("undo")
    assert path.read_text(encoding="utf-8") == BY_HAND


def test_questions_get_ids_that_nobody_had(ask: Any, session: Session) -> None:
    path = by_hand(session)
    path.with_name("released.txt").write_text("huis single huis-07\n", encoding="utf-8")
    ask("add_to_module", name="huis", path=["questions"], type="sort")
    answer = ask("copy_in_module", name="huis", path=["questions", 0])
    assert answer["at"] == ["questions", 1]
    questions = answer["module"]["data"]["questions"]
    assert [question["id"] for question in questions] == ["huis-kamer", "huis-09", "huis-08"]
    assert questions[1]["options"] == questions[0]["options"]
    answer = ask("add_to_module", name="huis", path=["questions", 0, "options"])
    assert answer["module"]["data"]["questions"][0]["options"][2] == {"id": "option-1"}


def test_a_bool_and_a_number_stay_what_they_are_when_copied(ask: Any, session: Session) -> None:
    path = by_hand(session)
    ask("copy_in_module", name="huis", path=["questions", 0])
    assert '"true"' not in path.read_text(encoding="utf-8")
    ask("set_in_module", name="huis", path=["minutes"], value="12")
    assert "minutes: 12\n" in path.read_text(encoding="utf-8")


@pytest.mark.parametrize("name", ["../profile", "", "role", "nothing"])
def test_only_a_module_of_its_own_is_touched(session: Session, name: str) -> None:
    before = session.workspace.profile_path(SLUG).read_bytes()
    for verb in ("module", "end_module", "set_in_module", "bring_questions"):
        answer = session.handle(
            {"verb": verb, "slug": SLUG, "name": name, "path": ["title"], "value": "x", "text": "x"}
        )
        assert answer.get("refused"), verb
    assert session.workspace.profile_path(SLUG).read_bytes() == before


def test_what_changed_elsewhere_is_not_written_over(session: Session, ask: Any) -> None:
    path = by_hand(session)
    seen = ask("state")["stamp"]
    path.write_text(BY_HAND.replace("huis-kamer", "huis-zaal"), encoding="utf-8")
    answer = session.handle({"verb": "remove_from_module", "slug": SLUG, "name": "huis", "path": ["questions", 0], "seen": seen})  # fmt: skip
    assert answer["again"]
    assert "huis-zaal" in path.read_text(encoding="utf-8")


# What is told


def test_each_problem_stands_at_its_field_in_words(ask: Any, session: Session) -> None:
    by_hand(session)
    ask("set_in_module", name="huis", path=["questions", 0, "options", 1, "correct"], value=True)
    ask("set_in_module", name="huis", path=["questions", 0, "options", 1, "text", "nl"], value="Beneden")
    module = ask("set_in_module", name="huis", path=["questions", 0, "ask", "nl"], value="Waar is [[ org.nme ]]?")[
        "module"
    ]
    assert told(module) == [
        ("questions", 0, "ask", "nl", module["problems"][0]["message"]),
        ("questions", 0, "options", 1, "text", "nl", "hier staat hetzelfde als bij een ander antwoord"),
        ("questions", 0, "options", 1, "correct", "2 antwoorden zijn goed; bij deze vraag is dat er één"),
    ]
    assert "org.nme" in module["problems"][0]["message"]
    assert module["problems"][1]["title"] == "Vraag 1: Het antwoord"
    assert module["problems"][2]["fix"] == "kies bij de andere antwoorden: nee"


def test_a_question_addresses_the_reader_as_the_site_does(session: Session, ask: Any) -> None:
    by_hand(session)
    where = {"name": "huis", "path": ["questions", 0, "ask", "nl"]}
    assert told(ask("set_in_module", **where, value="Waar is jouw kamer?")["module"]) == []
    said = "dit past niet bij hoe deze site de lezer aanspreekt"
    assert told(ask("set_in_module", **where, value="Waar is uw kamer?")["module"]) == [(*where["path"], said)]
    ask("set", path=["organisation", "form_of_address"], value="u")
    assert told(ask("module", name="huis")["module"]) == []


def test_what_one_language_lacks_is_still_to_fill_in(session: Session, ask: Any) -> None:
    """A site in two languages shows no Dutch on its English pages."""
    by_hand(session)
    ask("set", path=["organisation", "languages"], value=["nl", "en"])
    module = ask("set_in_module", name="huis", path=["questions", 0, "why", "en"], value="")["module"]
    assert told(module) == [("questions", 0, "why", "en", "nog invullen")]
    html = ask("page", module="huis", question="0", language="en")["html"]
    assert '<mark class="studio-lacks">de uitleg</mark>' in html
    ask("set", path=["organisation", "languages"], value=["nl"])
    assert ask("module", name="huis")["module"]["problems"] == []


GOLDEN = sorted((REPOSITORY / "tests/quiz/golden").glob("*/module.yml"))


@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_a_check_says_of_a_module_names_a_key(language: Language) -> None:
    """All that the golden cases say, in words; what only a file can hold is told as a line of that file."""
    from quiz.test_quiz_golden import PASSAGES, RELEASED

    from voorlichter.quiz import check_module

    in_the_file = {"nl": "op regel", "en": "on line"}[language]
    coded, lines = [], 0
    for path in GOLDEN:
        source = read_module(path)
        for problem in check_module(source, PASSAGES, RELEASED)[1]:
            answer = tell_of_module(problem, source, language)
            lines += answer["message"].startswith(in_the_file)
            said = " ".join(re.sub(r"“[^”]*”", "", f"{answer['message']} {answer['fix']}").split())
            if not answer["message"].startswith(in_the_file) and CODES.search(said):
                coded.append(said)
    assert coded == []
    assert lines < 30, "what somebody can do in the form is told in its words"


# Questions that are there already


def test_questions_are_taken_over_and_the_rest_comes_back(ask: Any, session: Session) -> None:
    path = by_hand(session)
    pasted = "Wie mag bellen?\tIedereen\tNiemand\nZomaar iets\n"
    answer = ask("bring_questions", name="huis", text=pasted)
    assert (answer["brought"], answer["rest"]) == (1, "Zomaar iets")
    assert [(one["line"], one["message"]) for one in answer["told"]] == [(2, "er is geen goed antwoord")]
    assert path.read_text(encoding="utf-8").startswith(BY_HAND)
    question = answer["module"]["data"]["questions"][1]
    assert (question["id"], question["options"][0]["id"]) == ("huis-01", "option-1")
    ask("undo")
    assert path.read_text(encoding="utf-8") == BY_HAND


def test_what_comes_back_of_a_sheet_has_its_headings_and_can_be_read_again(ask: Any, session: Session) -> None:
    by_hand(session)
    pasted = "Juist\tVraag\tFout\nIedereen\tWie mag bellen?\tNiemand\n\tMag dat?\tNee\n"
    answer = ask("bring_questions", name="huis", text=pasted)
    assert (answer["brought"], answer["rest"]) == (1, "Juist\tVraag\tFout\n\n\tMag dat?\tNee")
    mended = answer["rest"].replace("\n\tMag", "\nJa\tMag")
    again = ask("bring_questions", name="huis", text=mended)
    assert (again["brought"], again["rest"]) == (1, ""), "a sheet of which all came in leaves no headings behind"
    assert again["module"]["data"]["questions"][-1]["ask"] == {"nl": "Mag dat?"}


def test_a_file_that_is_no_text_changes_nothing(ask: Any, session: Session) -> None:
    path = by_hand(session)
    answer = ask("bring_questions", name="huis", data=base64.b64encode(b"%PDF-1.7").decode())
    assert answer["brought"] == 0
    assert "PDF" in answer["told"][0]["message"]
    assert path.read_text(encoding="utf-8") == BY_HAND


# What is shown


def test_a_question_is_shown_as_it_is_typed_and_nothing_of_it_is_made(ask: Any, session: Session) -> None:
    by_hand(session)
    ask("set_in_module", name="huis", path=["questions", 0, "ask", "nl"], value="Waar <b>precies</b>?")
    assert "Waar &lt;b&gt;precies" not in ask("page", module="huis", question="0")["html"], "HTML is told, not shown"
    ask("set_in_module", name="huis", path=["questions", 0, "ask", "nl"], value="Waar precies?")
    html = ask("page", module="huis", question="0")["html"]
    assert "Waar precies?" in html
    assert not kept_templates(session.workspace, session.workspace.slugs()[0]).exists()


def test_a_picture_is_put_beside_the_module_and_shown_with_its_question(ask: Any, session: Session) -> None:
    path, place = by_hand(session), ["questions", 0, "picture"]
    drawing = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 4 3"><path d="M0 0h4v3H0z"/></svg>'
    data = base64.b64encode(drawing).decode()
    module = ask("put_in_module", name="huis", path=[*place, "file"], file="De Deur (1).SVG", data=data)["module"]
    assert module["data"]["questions"][0]["picture"] == {"file": "de-deur-1.svg"}
    assert path.with_name("de-deur-1.svg").read_bytes() == drawing
    assert [(one["keys"][-1], one["lacks"]) for one in module["problems"]] == [("alt", True)]
    for code, said in (("nl", "Een deur."), ("en", "A door.")):
        ask("set_in_module", name="huis", path=[*place, "alt", code], value=said)
    html = ask("page", module="huis", question="0")["html"]
    assert re.search(r'<img src="data:image/png;base64,[^"]+" alt="Een deur\." width="560"', html)
    ask("undo")
    ask("undo")
    ask("undo")
    assert path.read_text(encoding="utf-8") == BY_HAND
    assert not path.with_name("de-deur-1.svg").exists()


def test_a_picture_without_a_file_leaves_its_question_as_it_is(ask: Any, session: Session) -> None:
    by_hand(session)
    ask("set_in_module", name="huis", path=["questions", 0, "picture", "alt", "nl"], value="Een deur.")
    html = ask("page", module="huis", question="0")["html"]
    assert "Waar is de kamer?" in html and "Boven" in html
    assert "Een deur." not in html


def test_a_story_that_leads_nowhere_is_shown_as_far_as_it_goes(ask: Any, session: Session) -> None:
    name = ask("begin_module", title="Verhaal")["module"]["name"]
    ask("add_to_module", name=name, path=["questions"], type="scenario")
    for to in ("step-9", "step-1"):
        ask("set_in_module", name=name, path=["questions", 0, "steps", 0, "choices", 0, "to"], value=to)
        assert ask("page", module=name, question="0")["html"]


def test_a_site_is_shown_without_a_module_that_is_not_finished(ask: Any) -> None:
    name = ask("begin_module", title="Half")["module"]["name"]
    assert ask("page", page=f"training-{name}.html")["page"] == "index.html"


def test_the_model_of_a_place_is_found_by_the_type_of_its_question() -> None:
    data = {"questions": [{"type": "sort"}, {}]}
    assert model_at((), data) is Module
    assert model_at(("questions", 0, "bins", 0, "text", "nl"), data) is str
    assert model_at(("questions", 1, "bins"), data) is None
    assert model_at(("questions", 0, "options"), data) is None
