"""GIFT files, read back by a parser that others wrote."""

from __future__ import annotations

import json
import re
import subprocess
from dataclasses import replace
from html import unescape
from pathlib import Path
from textwrap import shorten
from typing import Any

import pytest
import yaml

from voorlichter.artefacts.training.formats.gift import render
from voorlichter.artefacts.training.questions import name_of, plan_questions, render_prose
from voorlichter.problems import Language
from voorlichter.quiz.bank import BankChoice, BankQuestion, Matching, Reading, Statement

from .every_type import EVERY_TYPE, courses, every_type, in_language
from .peers import FOLDER, python_of

LANGUAGES: tuple[Language, ...] = ("nl", "en")


def read_back(gift: bytes, folder: Path) -> list[dict[str, Any]]:
    """What the parser makes of a file."""
    (folder / "questions.gift").write_bytes(gift)
    done = subprocess.run(
        [python_of("gift"), FOLDER / "read_gift.py", folder / "questions.gift"], capture_output=True, check=True
    )
    found: list[dict[str, Any]] = json.loads(done.stdout)
    assert all(question["valid"] for question in found)
    return found


def plain(html: str) -> str:
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", html)).split())


def source(language: Language) -> list[dict[str, Any]]:
    """The questions of the module as its author wrote them, with this organisation's names."""
    text = re.sub(
        r"\[% if desk\.all\.lead %\].*?\[% endif %\]", "Noor Voorbeeld", EVERY_TYPE.read_text(encoding="utf-8")
    ).replace("[[ org.short_name ]]", "De Vuurtoren")

    def told(value: Any) -> Any:
        if isinstance(value, dict) and value.keys() == {"nl", "en"}:
            chosen = re.sub(r"\{([^{}|\"]*)\|[^{}|]*\}", r"\1", value[language])
            return re.sub(r"\{\"(.*?)\"\}", "“\\1”", chosen)
        if isinstance(value, dict):
            return {key: told(one) for key, one in value.items()}
        return [told(one) for one in value] if isinstance(value, list) else value

    questions: list[dict[str, Any]] = told(yaml.safe_load(text)["questions"])
    return [question for question in questions if question.get("when") != "org.public_body"]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.sampled(2)
def test_every_question_comes_back_as_it_was_written(examples: Path, tmp_path: Path, language: Language) -> None:
    course = every_type(examples)
    found = read_back(render(course)[f"vuurtoren-every-type-{language}.gift"], tmp_path)
    written = source(language)
    assert [question["name"] for question in found] == [
        shorten(one["ask"], 80, placeholder="…").replace("\\", "") for one in written
    ]
    for read, question in zip(found, written, strict=True):
        assert plain(read["text"]).startswith(question["ask"])
        assert read["markup"] == "html"
        assert_same(read, question)


def assert_same(read: dict[str, Any], question: dict[str, Any]) -> None:
    """Answers, weights and everything that is said to them."""
    kind = question["type"]
    if kind in ("scenario", "reflection", "scale", "fill"):
        assert read["kind"] == "Description"
        texts = [question.get("thoughts"), question.get("why"), *question.get("examples", ())]
        for step in question.get("steps", ()):
            texts += [
                step["text"],
                step.get("feedback"),
                *(text for choice in step.get("choices", ()) for text in (choice["text"], choice["feedback"])),
            ]
        assert all(text in plain(read["text"]) for text in texts if text)
        return
    assert plain(read["why"]).startswith(question["why"])
    if kind == "true-false":
        said = (question["feedback"].get("true", ""), question["feedback"].get("false", ""))
        assert read["correct"] is question["correct"]
        assert (plain(read["right"]), plain(read["wrong"])) == (said if question["correct"] else said[::-1])
    elif kind in ("single", "multiple"):
        options = question["options"]
        right = sum(option.get("correct", False) for option in options)
        wrong = 0 if kind == "single" else -100 / right
        assert [(plain(answer[1]), plain(answer[3])) for answer in read["answers"]] == [
            (option["text"], option.get("feedback", "")) for option in options
        ]
        assert [answer[2] for answer in read["answers"]] == pytest.approx(
            [100 / right if option.get("correct") else wrong for option in options], abs=0.00001
        )
        assert read["kind"] == ("SelectSet" if kind == "single" else "MultipleChoicesSet")
    else:
        assert {(plain(answer[0]), answer[1]) for answer in read["answers"]} == pairs_of(question)
        parts = [part for key in ("steps", "pairs", "items") for part in question.get(key, ())]
        assert all(part["feedback"] in plain(read["why"]) for part in parts if "feedback" in part)


def pairs_of(question: dict[str, Any]) -> set[tuple[str, str]]:
    if question["type"] == "order":
        return {(step["text"], str(place)) for place, step in enumerate(question["steps"], 1)}
    if question["type"] == "match":
        return {(pair["text"], pair["match"]) for pair in question["pairs"]} | {
            ("", one["text"]) for one in question["distractors"]
        }
    bins = {one["id"]: one["text"] for one in question["bins"]}
    return {(item["text"], bins[item["bin"]]) for item in question["items"]}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_module_comes_back_whole(examples: Path, tmp_path: Path, language: Language) -> None:
    for course in courses(examples):
        whole = plan_questions(in_language(course, language))
        planned = whole.questions
        if not whole.asks:
            assert render(course) == {}
            continue
        found = read_back(render(course)[f"{course.name}-{language}.gift"], tmp_path)
        assert [(question["name"], plain(question["text"])) for question in found] == [
            (name_of(one).replace("\\", ""), plain(render_prose(one.told))) for one in planned
        ]
        for read, question in zip(found, planned, strict=True):
            assert answers_in(read) == answers_of(question)


def answers_in(read: dict[str, Any]) -> Any:
    if read["kind"] == "TrueFalseSet":
        return read["correct"], plain(read["right"]), plain(read["wrong"]), plain(read["why"])
    return [
        tuple(plain(one) if isinstance(one, str) else round(one, 3) for one in answer)
        for answer in read.get("answers", ())
    ], plain(read["why"])


def answers_of(question: BankQuestion) -> Any:
    why = plain(render_prose(question.why))
    if isinstance(question, Statement):
        said = (question.if_true, question.if_false)
        return question.correct, *(said if question.correct else said[::-1]), why
    if isinstance(question, BankChoice):
        return [
            ("", answer.text, round(float(answer.share) * 100, 3), answer.feedback) for answer in question.answers
        ], why
    if isinstance(question, Matching):
        return [(text, match, 100, "") for text, match in question.all_pairs], why
    assert isinstance(question, Reading)
    return [], ""


HOSTILE = (
    "~%50%",
    "[plain] x",
    "%100%",
    "=",
    "a {b} c",
    "C:\\n",
    "////",
    "TRUE",
    "####",
    "a -> b",
    "::x::",
    "$CATEGORY: y",
    "“é” 語 ی",
)


@pytest.mark.sampled(3)
@pytest.mark.parametrize("name", HOSTILE)
def test_no_name_is_read_as_part_of_the_format(examples: Path, tmp_path: Path, name: str) -> None:
    course = every_type(examples)
    slots = course.first.slots
    renamed = replace(course.first, slots=replace(slots, org=replace(slots.org, short_name=name)))
    lesson = {
        **course.first.lesson,
        "questions": [
            question | {"options": question["options"][::-1]} for question in course.first.lesson["questions"][:1]
        ],
    }
    for option in lesson["questions"][0]["options"]:
        option["text"] = option["feedback"] = f"[[ org.short_name ]] {option['id']}"
    (found,) = read_back(
        next(iter(render(replace(course, versions=(replace(renamed, lesson=lesson),))).values())), tmp_path
    )
    assert [(plain(answer[1]), answer[2], plain(answer[3])) for answer in found["answers"]] == [
        (f"{name} no-1", 0, f"{name} no-1"),
        (f"{name} yes-1", 100, f"{name} yes-1"),
    ]


def test_a_file_is_one_category_and_the_same_bytes_each_time(examples: Path) -> None:
    first, again = (render(every_type(examples)) for _ in range(2))
    assert first == again
    assert (
        first["vuurtoren-every-type-en.gift"].decode().splitlines()[0]
        == "$CATEGORY: $course$/top/Every kind: your ~exercise // 100% (en)"
    )


def test_steps_do_not_stand_in_the_right_order(examples: Path) -> None:
    orders = [
        question.all_pairs
        for course in (*courses(examples), every_type(examples))
        for one, question in zip(course.first.lesson["questions"], plan_questions(course.first).questions, strict=False)
        if one["type"] == "order" and isinstance(question, Matching)
    ]
    assert orders
    assert all([place for _, place in pairs] != sorted(place for _, place in pairs) for pairs in orders)
