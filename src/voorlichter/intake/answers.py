"""The file that the question list saved, read back. It comes from outside: whatever is in it, only answers to our questions come out."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from pydantic import BaseModel, ValidationError, create_model

from voorlichter.intake.questions import IntakeQuestion, all_questions, field_at
from voorlichter.json_read import read_json
from voorlichter.languages import Languages, among
from voorlichter.model_problems import Refused, explain
from voorlichter.plain_letters import hyphenated
from voorlichter.problems import Mark, Problem, Say, nearest
from voorlichter.profile.values.hours import read_week
from voorlichter.profile.vocabulary import Vocabulary
from voorlichter.signs import without_forbidden
from voorlichter.yaml_source import KeyPath, YamlSource
from voorlichter.yaml_written import YamlValue

LARGEST = 500_000
_NAME = Path("antwoorden.json")
_STRANGE = Say(
    "dit is geen bestand met antwoorden van de vragenlijst", "this is no file with answers to the question list"
)
_CHOOSE = Say(
    "vraag om het bestand antwoorden-….json dat de vragenlijst bewaarde",
    "ask for the file answers-….json that the question list saved",
)


def read_intake(
    data: bytes, vocabulary: Vocabulary, path: Path = _NAME
) -> tuple[dict[KeyPath, YamlValue], list[Problem]]:
    """Every answer that fits, as the value of a key of the profile, in the order of the questions; what does not fit is noted and left open.

    `advisors.new` in a path is one more advisor, internal. `path` is what the problems name.
    """
    try:
        told = read_json(data.decode("utf-8-sig")) if len(data) <= LARGEST else None
    except ValueError:
        told = None
    given = told.get("answers") if isinstance(told, dict) and told.get("voorlichter") == "intake" else None
    if not isinstance(told, dict) or not isinstance(given, dict):
        return {}, [Problem(Mark(path), "", _STRANGE, _CHOOSE)]
    language = nearest(str(told.get("language")))
    questions = {question.key: question for question in all_questions(language, vocabulary)}
    values: dict[KeyPath, YamlValue] = {}
    problems = [_unknown(str(key), path) for key in given if key not in questions]
    for key, question in questions.items():
        if (value := _value(given.get(key), question)) is None:
            continue
        refused = _refused(question, value, vocabulary.languages, path)
        if refused is None:
            values[question.path] = value
        else:
            problems.append(refused)
    return values, problems


def _value(answer: Any, question: IntakeQuestion) -> YamlValue:
    """As a profile has it; None where nothing was answered. What is no text at all stays what it is, for the model to refuse."""
    if question.kind == "choices":
        return list(answer) if isinstance(answer, list) and answer else None
    if isinstance(answer, str):
        answer = without_forbidden(answer).strip() if question.kind != "lines" else answer
        if not answer:
            return None
        if question.kind == "lines":
            return list(_locations(answer)) or None
        if question.kind == "hours":
            return _week(answer)
        if question.kind == "yes_no" and answer in ("true", "false"):
            return bool(answer == "true")
        if question.kind == "number" and answer.isdecimal() and len(answer) < 9:
            return int(answer)
    value: YamlValue = answer if isinstance(answer, str | list | dict | int | float | bool) else None
    return value


def _week(answer: str) -> YamlValue:
    """By day where it is understood; else as it was typed, for the model to say what to write."""
    try:
        return dict(read_week(answer)) or answer
    except Refused:
        return answer


def _locations(answer: str) -> Iterator[dict[str, Any]]:
    taken: set[str] = set()
    for line in answer.splitlines():
        if name := without_forbidden(line).strip(" \t-•"):
            letters = hyphenated(name, 30).lstrip("-0123456789") or "locatie"
            number = next(n for n in range(1, 10_000) if (letters if n == 1 else f"{letters}-{n}") not in taken)
            identifier = letters if number == 1 else f"{letters}-{number}"
            taken.add(identifier)
            yield {"id": identifier, "name": name}


def _refused(question: IntakeQuestion, value: YamlValue, languages: Languages, path: Path) -> Problem | None:
    """What the profile's model says of one answer."""
    info, name = field_at(question.path), str(question.path[-1])
    single: type[BaseModel] = create_model("Answered", **{name: (info.annotation, info)})  # type: ignore[call-overload]
    try:
        single.model_validate({info.alias or name: value}, context=among(languages))
    except ValidationError as error:
        told = explain(error, YamlSource(path), single)[0]
        return Problem(Mark(path), question.key, told.message, told.fix, "warning")
    return None


def _unknown(key: str, path: Path) -> Problem:
    shown = without_forbidden(key)[:60]
    return Problem(
        Mark(path),
        shown,
        Say("deze vraag staat niet op de lijst", "this question is not on the list"),
        Say(
            "hier wordt niets mee gedaan; staat er iets over iemand die bij een vertrouwenspersoon kwam, gooi het bestand dan weg",
            "nothing is done with it; if it says anything about somebody who came to an advisor, delete the file",
        ),
        "warning",
    )
