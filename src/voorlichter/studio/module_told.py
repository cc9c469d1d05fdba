"""What a problem of a module says, in words of its form."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache
from typing import Any

from voorlichter.model_problems.places import allowed_keys
from voorlichter.problems import Language, Problem, Say
from voorlichter.quiz.model import Module
from voorlichter.studio.form import Field
from voorlichter.studio.module_form import QUESTIONS, manner, plan_module, plan_types
from voorlichter.studio.told import FormWords, fields_by_path, keys_of, tell
from voorlichter.yaml_source import KeyPath, YamlSource, dotted

_QUESTION = Say("Vraag", "Question")
_WRITE = Say("zet neer: {}", "write: {}")


def at_its_key(problem: Problem, source: YamlSource) -> Problem:
    """One about a slot or a form of address names no key, and stands at the text's line and column."""
    if keys_of(problem.where)[:1] in {(key,) for key in allowed_keys(Module)}:
        return problem
    path = next((path for path, mark in source.values.items() if mark == problem.mark), None)
    return replace(problem, where=dotted(path)) if path is not None else problem


def tell_of_module(problem: Problem, source: YamlSource, language: Language) -> dict[str, Any]:
    """`keys` lead to the field in the form of this module."""
    problem = at_its_key(problem, source)
    path = keys_of(problem.where)
    fields = {} if _about_a_name(problem) else _fields(_type_at(source.data, path), language)
    if path and path[-1] in manner()["unseen"]:
        path = path[:-1]
    plainer = replace(
        problem, where=dotted(path), message=_in_words(problem.message), fix=_in_words(problem.fix)
    )  # the rest of a sentence is put into words as that of a profile is
    told = tell(plainer, FormWords(language, fields, {}))
    number = f"{_QUESTION.to(language)} {int(path[1]) + 1}" if path[:1] == (QUESTIONS,) and len(path) > 1 else ""
    return {
        "keys": ["training", "modules", source.path.stem, *path],
        "title": ": ".join(filter(None, (number, told.title))),
        "message": told.message,
        "fix": told.fix or (_WRITE.to(language).format(told.value) if told.value else ""),
        "said": "",
        "value": None,
    }


def _about_a_name(problem: Problem) -> bool:
    """One that the studio gives, and somebody changed in the file."""
    return problem.where.endswith("id") and bool(re.search(r"\bid\b", f"{problem.message.en} {problem.fix.en}"))


def _in_words(said: Say) -> Say:
    texts = {"nl": said.nl, "en": said.en}
    for language, pairs in manner()["sentences"].items():
        for pattern, instead in pairs:
            texts[language] = re.sub(pattern, instead, texts[language])
    return Say(texts["nl"], texts["en"])


def _type_at(data: Any, path: KeyPath) -> str:
    try:
        return str(data[QUESTIONS][path[1]]["type"]) if path[:1] == (QUESTIONS,) else ""
    except (KeyError, IndexError, TypeError):
        return ""


@lru_cache
def _fields(kind: str, language: Language) -> dict[tuple[str, ...], Field]:
    """Of a module, with those of one type of question."""
    fields = [field for one in plan_types(language) if one["type"] == kind for field in one["fields"]]
    whole = {"path": [QUESTIONS], "title": {"nl": "De vragen", "en": "The questions"}[language], "widget": "list"}
    return fields_by_path([{"fields": [*plan_module(language), whole, *fields]}])
