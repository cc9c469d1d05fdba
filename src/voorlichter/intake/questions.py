"""The questions, from questions.yml and the profile's model."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any, Literal, get_args

import yaml
from pydantic import BaseModel
from pydantic.fields import FieldInfo

from voorlichter.model_problems import choices
from voorlichter.model_problems.described import example_of
from voorlichter.problems import Language, Say
from voorlichter.profile.model import LocalName, LocalText, Profile
from voorlichter.profile.vocabulary import Vocabulary
from voorlichter.template.data import check_data
from voorlichter.workspace import Workspace
from voorlichter.yaml_source import KeyPath

AnswerKind = Literal["text", "lines", "number", "tel", "email", "url", "date", "hours", "yes_no", "choice", "choices"]

NEW = "new"
"""In the path of a question about an advisor: one more than there are."""


@dataclass(frozen=True, slots=True)
class IntakeQuestion:
    """`path` is that of the key in a profile; of a text in several languages it ends in the language of the page."""

    path: KeyPath
    kind: AnswerKind
    asks: Say
    why: Say
    example: str
    options: Mapping[str, Say]

    @property
    def key(self) -> str:
        return ".".join(map(str, self.path))


@dataclass(frozen=True, slots=True)
class QuestionGroup:
    """`parts` have a title where the questions are of one thing among several, such as a door."""

    title: Say
    text: Say
    parts: tuple[tuple[Say | None, tuple[IntakeQuestion, ...]], ...]


def words_of(workspace: Workspace) -> Vocabulary:
    """What the questions need to know: doors and languages, without any page."""
    data, _ = check_data(workspace)
    return Vocabulary(doors=data.called_doors, languages=data.languages)


def plan_questions(language: Language, vocabulary: Vocabulary) -> list[QuestionGroup]:
    return [
        QuestionGroup(_say(group, 0), _say(group, 1), tuple(_parts(group, language, vocabulary, _written()["doors"])))
        for group in _written()["groups"]
    ]


def all_questions(language: Language, vocabulary: Vocabulary) -> Iterator[IntakeQuestion]:
    for group in plan_questions(language, vocabulary):
        for _, questions in group.parts:
            yield from questions


def field_at(path: KeyPath) -> FieldInfo:
    """The field of the profile's model that a question is about; of a text in any language the Dutch one stands for all."""
    owner: type[BaseModel] = Profile
    names = iter(path)
    for name in names:
        info = owner.model_fields.get(str(name)) or next(iter(owner.model_fields.values()))
        inner = next((kind for kind in _kinds(info.annotation) if isinstance(kind, type) and _holds_keys(kind)), None)
        if inner is None:
            break
        owner = inner
        if name in ("doors", "advisors"):
            next(names)  # which of them
    return info


def _holds_keys(kind: type[Any]) -> bool:
    """Names may be one text as well as several; they are asked for as one."""
    return issubclass(kind, BaseModel) and not issubclass(kind, LocalName)


def _kinds(annotation: Any) -> Iterator[Any]:
    yield annotation
    for inner in get_args(annotation):
        yield from _kinds(inner)


def _parts(
    group: Mapping[str, Any], language: Language, vocabulary: Vocabulary, of_a_door: Sequence[Mapping[str, Any]]
) -> Iterator[tuple[Say | None, tuple[IntakeQuestion, ...]]]:
    if group.get("doors"):
        for door, called in (vocabulary.doors or {}).items():
            yield (
                called,
                tuple(_question(("doors", door, str(row["key"])), row, language, vocabulary) for row in of_a_door),
            )
    else:
        yield (
            None,
            tuple(_question(tuple(row["key"].split(".")), row, language, vocabulary) for row in group["questions"]),
        )


def _question(path: KeyPath, row: Mapping[str, Any], language: Language, vocabulary: Vocabulary) -> IntakeQuestion:
    info = field_at(path)
    local = LocalText in _kinds(info.annotation)
    options = _options(path, info, vocabulary)
    return IntakeQuestion(
        (*path, language) if local else path,
        row["kind"],
        Say(row["nl"], row["en"]),
        Say(*row.get("why", ("", ""))),
        Say(*row["example"]).to(language) if "example" in row else _example(path, row["kind"], info, language),
        options,
    )


def _options(path: KeyPath, info: FieldInfo, vocabulary: Vocabulary) -> Mapping[str, Say]:
    if path == ("organisation", "languages"):
        return {code: language.said for code, language in vocabulary.languages.items()}
    called = _written()["options"].get(".".join(map(str, path)), {})
    known = [choice for kind in _kinds(info.annotation) for choice in choices(kind)]
    return {choice: Say(*called[choice]) for choice in dict.fromkeys(known)} if called else {}


def _example(path: KeyPath, kind: AnswerKind, info: FieldInfo, language: Language) -> str:
    """That of the model, where it tells how to write something; the same one at every door would tell nothing."""
    if kind not in ("text", "tel", "email", "url") or path[0] == "doors":
        return ""
    value = yaml.safe_load(example_of(info, str(path[-1])))[str(path[-1])]
    return str(value.get(language, "") if isinstance(value, dict) else value)


def _say(group: Mapping[str, Any], index: int) -> Say:
    return Say(group["nl"][index], group["en"][index])


@lru_cache(maxsize=1)
def _written() -> Any:
    return yaml.safe_load(Path(__file__).with_name("questions.yml").read_text(encoding="utf-8"))
