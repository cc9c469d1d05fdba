"""What is exported comes back: in every format of a question bank, in each language, the same questions."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from voorlichter.artefacts.training.formats import FORMATS
from voorlichter.artefacts.training.questions import plan_questions
from voorlichter.problems import Language
from voorlichter.quiz.bank import Reading
from voorlichter.quiz.importing import import_file
from voorlichter.quiz.importing.module import join_languages

from .every_type import courses, every_type, in_language
from .test_gift import LANGUAGES, source

ENDS = {"gift": ".gift", "moodle-xml": ".xml", "qti": "-qti.zip"}
READ = ("scenario", "reflection", "scale", "fill")
"""What no question bank asks: as a text to read, or, in QTI, not at all."""


@pytest.mark.parametrize("form", ENDS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_our_own_reader_gives_back_what_we_write(examples: Path, form: str, language: Language) -> None:
    """All but a story, which no question bank can hold: it comes back to be read and thought about."""
    file = FORMATS[form](every_type(examples))[f"vuurtoren-every-type-{language}{ENDS[form]}"]
    result = import_file(file, language)
    assert result.problems == []
    written = [question for question in source(language) if form != "qti" or question["type"] not in READ]
    for read, question in zip(result.questions, written, strict=True):
        if question["type"] in READ and question["type"] != "reflection":
            assert (read["type"], read["ask"][language]) == ("reflection", question["ask"])
            continue
        if "thoughts" in read:
            assert read.pop("thoughts")[language].endswith(question.pop("thoughts"))
        why = read.pop("why", {language: ""})[language]
        assert why.startswith(question.pop("why", ""))
        assert named_bins(texts_in(read, language)) == named_bins(without_names(question))


def texts_in(value: Any, language: Language) -> Any:
    if isinstance(value, dict):
        return value[language] if value.keys() == {language} else {key: texts_in(one, language) for key, one in value.items()}  # fmt: skip
    return [texts_in(one, language) for one in value] if isinstance(value, list) else value


def without_names(question: dict[str, Any]) -> dict[str, Any]:
    """Without what the file alone says of a question."""

    def told(value: Any, inside: str = "") -> Any:
        if isinstance(value, dict):
            dropped = ("misconception", "source", "when", *(("id",) if inside != "bins" else ()))
            return {key: told(one, key) for key, one in value.items() if key not in dropped}
        return [told(one, inside) for one in value] if isinstance(value, list) else value

    return dict(told(question))


def named_bins(question: dict[str, Any]) -> dict[str, Any]:
    """Each item with the name of its bin, in place of an id."""
    names = {one["id"]: one["text"] for one in question.get("bins", ())}
    items = {"items": [{**item, "bin": names[item["bin"]]} for item in question["items"]]} if names else {}
    return {**question, **items, **({"bins": {*names.values()}} if names else {})}


@pytest.mark.parametrize("form", ENDS)
def test_every_module_comes_back_with_as_many_questions(examples: Path, form: str) -> None:
    for course in courses(examples):
        files = FORMATS[form](course)
        read = {}
        for version in course.versions:
            planned = plan_questions(version)
            if not planned.asks:
                continue
            result = import_file(files[f"{course.name}-{version.language}{ENDS[form]}"], version.language)
            assert result.problems == []
            asked = [one for one in planned.questions if form != "qti" or not isinstance(one, Reading)]
            assert len(result.questions) == len(asked)
            read[version.language] = result
        if read:
            joined = join_languages(read)
            assert joined.problems == []
            assert all(question["ask"].keys() == {"nl", "en"} for question in joined.questions)


def test_a_question_that_holds_only_where_nobody_looks_is_in_no_question_bank(examples: Path) -> None:
    course = next(course for course in courses(examples) if course.module == "confidential")
    planned = plan_questions(in_language(course, "nl"))
    assert planned.kept_back == 1
    assert "confidential-07" not in [question.id for question in planned.questions]
