"""What is kept of a training: keys that outlive a correction, and a length that every learning system takes."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from pydantic import TypeAdapter

from voorlichter.problems import has_errors
from voorlichter.quiz import Module, check_module, read_module
from voorlichter.quiz.model import Question
from voorlichter.quiz.state import MOST_CHARACTERS, key_of, longest_state

GOLDEN = Path(__file__).parent / "golden"
EVERY_TYPE = ("accepts-each-type-of-question", "accepts-order-match-sort-scenario-and-reflection")
_QUESTION: TypeAdapter[Question] = TypeAdapter(Question)


def questions() -> dict[str, dict[str, Any]]:
    every = [
        question for name in EVERY_TYPE for question in read_module(GOLDEN / name / "module.yml").data["questions"]
    ]
    return {question["type"]: question for question in every}


TYPES = sorted(questions())


def key(question: dict[str, Any]) -> str:
    return key_of(_QUESTION.validate_python(question))


def test_there_is_a_question_of_every_type_to_look_at() -> None:
    assert TYPES == ["match", "multiple", "order", "reflection", "scenario", "single", "sort", "true-false"]


def in_other_words(node: Any) -> Any:
    if isinstance(node, dict):
        return {key: f"Beter: {value}" if key in ("nl", "en") else in_other_words(value) for key, value in node.items()}
    return [in_other_words(item) for item in node] if isinstance(node, list) else node


@pytest.mark.parametrize("type_", TYPES)
def test_a_key_is_five_figures_that_a_correction_of_the_wording_leaves_alone(type_: str) -> None:
    question = questions()[type_]
    corrected = in_other_words(question)
    assert corrected != question
    assert re.fullmatch(r"[0-9a-z]{5}", key(question))
    assert key(corrected) == key(question)


def right_answer_changed(question: dict[str, Any]) -> None:
    match question["type"]:
        case "single" | "multiple":
            question["options"][0]["correct"] = "false"
        case "true-false":
            question["correct"] = "true"
        case "sort":
            question["items"][0]["bin"] = "outside"
        case "scenario":
            question["steps"][0]["choices"][0]["points"] = "5"


def parts_swapped(question: dict[str, Any]) -> None:
    parts = question.get("options") or question.get("pairs") or question.get("items") or question["steps"]
    parts[0], parts[1] = parts[1], parts[0]


def part_added(question: dict[str, Any]) -> None:
    name = next(name for name in ("options", "distractors", "bins", "steps") if name in question)
    question[name].append({**question[name][-1], "id": "another"})


def choice_led_elsewhere(question: dict[str, Any]) -> None:
    question["steps"][0]["choices"][0]["to"] = "end"


@pytest.mark.parametrize(
    ("type_", "change"),
    [
        *((type_, right_answer_changed) for type_ in ("single", "multiple", "true-false", "sort", "scenario")),
        *((type_, parts_swapped) for type_ in ("single", "multiple", "order", "match", "sort", "scenario")),
        *((type_, part_added) for type_ in ("single", "multiple", "order", "match", "sort")),
        ("scenario", choice_led_elsewhere),
    ],
)
def test_a_key_changes_with_what_an_answer_means(type_: str, change: Callable[[dict[str, Any]], None]) -> None:
    before, after = questions()[type_], questions()[type_]
    change(after)
    assert after != before
    assert key(after) != key(before)


@pytest.mark.parametrize(
    ("type_", "figures", "points"),
    [
        ("single", 1, 1),
        ("multiple", 3, 1),
        ("true-false", 1, 1),
        ("order", 2, 1),
        ("match", 2, 1),
        ("sort", 2, 1),
        ("scenario", 2, 3),
        ("reflection", 0, 0),
    ],
)
def test_an_answer_takes_a_figure_for_each_choice_and_brings_at_most_its_points(
    type_: str, figures: int, points: int
) -> None:
    question = _QUESTION.validate_python(questions()[type_])
    assert (question.longest_answer, question.most_points) == (figures, points)


def long_module(number: int, draw: int | None = None) -> dict[str, Any]:
    """Questions that take as much as one question can: 36 steps to put in order, which is 43 characters."""
    steps = [{"id": f"step-{i}", "text": {"nl": f"Stap {i}", "en": f"Then {i}"}} for i in range(36)]
    text = {"nl": "Wat komt eerst?", "en": "What comes first?"}
    asked = [
        {"id": f"long-{i}", "type": "order", "group": "core", "ask": text, "steps": steps, "why": text}
        for i in range(number)
    ]
    return {
        "id": "module",
        "title": {"nl": "De rol", "en": "The role"},
        "questions": asked,
        **({"draw": {"core": draw}} if draw else {}),
    }


@pytest.mark.sampled(3)
@pytest.mark.parametrize(
    ("number", "draw", "length"), [(92, None, 3968), (93, None, 4011), (93, 92, 3968), (93, 93, 4011)]
)
def test_a_module_whose_answers_cannot_all_be_saved_is_refused(
    tmp_path: Path, number: int, draw: int | None, length: int
) -> None:
    data = long_module(number, draw)
    assert longest_state(Module.model_validate(data)) == length
    path = tmp_path / "module.yml"
    # As JSON, which is YAML and is written at once: what counts is the answers.
    path.write_text(json.dumps(data), encoding="utf-8")
    module, problems = check_module(read_module(path))
    assert (module is None) == has_errors(problems) == (length > MOST_CHARACTERS)
    assert [problem.message.en for problem in problems] == (
        [f"the answers take {length} characters; a learning system keeps 4000"] if length > MOST_CHARACTERS else []
    )
