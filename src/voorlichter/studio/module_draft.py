"""An unfinished module, made whole for the preview: what lacks gets a stand-in that a reader sees as such. Nothing of it is published."""

from __future__ import annotations

import copy
from collections.abc import Collection, Mapping, Sequence
from contextlib import suppress
from typing import Any, get_args, get_origin

from pydantic import ValidationError

from voorlichter.languages import TOGETHER, Code, Languages, among
from voorlichter.model_problems.places import choices, is_model, plain
from voorlichter.problems import Language
from voorlichter.quiz.model import Module
from voorlichter.quiz.script_data import plan_script_data
from voorlichter.quiz.types.reflection.model import Reflection
from voorlichter.studio.draft import stand_in
from voorlichter.studio.module_form import QUESTIONS, model_at, title_at
from voorlichter.text import Text
from voorlichter.yaml_source import KeyPath

_TRIES = 12
_LEAST = 2
_THINK = choices(Reflection.model_fields["type"].annotation)[0]
"""A question with nothing to be right: what cannot be shown as it is, is shown so."""


def draft_module(
    data: Any,
    name: str,
    wrong: Collection[KeyPath],
    unfit: Collection[int],
    languages: Languages,
    site: Sequence[Code],
    language: Language,
    only: int | None = None,
) -> Module | None:
    """The module with all that is right of it, or one question of it; `wrong` are the places of texts that cannot stand, `unfit` the questions
    whose parts do not fit each other: of these the text alone is shown.

    None where there is nothing to go by.
    """
    if not isinstance(data, dict):
        return None
    data = copy.deepcopy(data)
    codes = list(dict.fromkeys((*TOGETHER, *site)))
    for path in wrong:
        _put(data, path, stand_in(_titled(path, data, language)))
    questions = data.get(QUESTIONS) if isinstance(data.get(QUESTIONS), list) else []
    for index in unfit:
        questions[index] = _as_thought(questions[index])
    if only is not None and only < len(questions):
        questions = [questions[only]]
    if not questions:
        questions = [{}]
    data = {**data, "id": name, QUESTIONS: questions}
    data.pop("draw", None)
    for index, question in enumerate(questions):
        questions[index] = {**question, "when": None} if isinstance(question, dict) else {}
    module = _whole(data, languages, codes, language)
    if module is not None and _can_be_shown(module):
        return module
    plainer = {**data, QUESTIONS: [_as_thought(question) for question in questions]}
    return _whole(plainer, languages, codes, language)


def _whole(data: dict[str, Any], languages: Languages, codes: Sequence[Code], language: Language) -> Module | None:
    data = copy.deepcopy(data)
    for _ in range(_TRIES):
        try:
            return Module.model_validate(data, context=among(languages))
        except ValidationError as error:
            for mistake in error.errors(include_url=False):
                with suppress(LookupError, TypeError):  # what was mended before it may have taken its place away
                    _mend(data, _keys(mistake["loc"]), mistake, codes, language)
    return None


def _keys(location: Sequence[int | str]) -> KeyPath:
    """Without the name of the type, which pydantic puts behind a question's place."""
    if len(location) > 2 and location[0] == QUESTIONS:
        return (*location[:2], *location[3:])
    return tuple(location)


def _mend(
    data: dict[str, Any], path: KeyPath, mistake: Mapping[str, Any], codes: Sequence[Code], language: Language
) -> None:
    kind = mistake["type"]
    if path[:1] == (QUESTIONS,) and kind.startswith("union_tag"):
        data[QUESTIONS][path[1]]["type"] = _THINK
    elif kind == "too_short":
        items = _at(data, path)
        items += [{} for _ in range(mistake["ctx"]["min_length"] - len(items))]
    elif kind == "missing" and path[2:] == ("picture", "file"):
        _take_out(data, path[:3])
    elif kind == "missing":
        _at(data, path[:-1])[path[-1]] = _made(path, data, codes, language)
    elif path and path[-1] in codes:
        _put(data, path, stand_in(_titled(path, data, language)))
    else:
        _take_out(data, path)


def _made(path: KeyPath, data: Any, codes: Sequence[Code], language: Language) -> Any:
    """Something of the kind that is wanted."""
    wanted = plain(model_at(path, data))
    said = stand_in(_titled(path, data, language))
    if wanted is Text:
        return dict.fromkeys(codes, said)
    if wanted is bool:
        return True
    if wanted is int:
        return 1
    if get_origin(wanted) is tuple and get_args(wanted):
        return [{} for _ in range(_LEAST)]
    if is_model(wanted):
        return {}
    if path[-1] == "id":
        return "-".join(["part", *(str(part) for part in path[1:-1])])[:40]
    return said if path[-1] in codes else "part-1"


def _titled(path: KeyPath, data: Any, language: Language) -> str:
    """What the form calls it, with a number among its like: what stands side by side must differ."""
    places = [part for part in path[2:] if isinstance(part, int)]
    title = title_at(path, data, language)
    return " ".join([title[:1].lower() + title[1:], *(str(place + 1) for place in places)])


def _can_be_shown(module: Module) -> bool:
    """A page is made of sound modules; one that somebody is writing may name a group or a step that is not there."""
    try:
        plan_script_data(module)
    except (LookupError, ValueError, RecursionError):
        return False
    return True


def _as_thought(question: Mapping[str, Any]) -> dict[str, Any]:
    return {
        "id": question.get("id", "part-1"),
        "type": _THINK,
        **({"ask": question["ask"]} if "ask" in question else {}),
    }


def _at(data: Any, path: KeyPath) -> Any:
    for part in path:
        data = data[part]
    return data


def _put(data: Any, path: KeyPath, value: Any) -> None:
    for part in path[:-1]:
        if isinstance(data, dict) and not isinstance(data.get(part), (dict, list)):
            data[part] = {}
        data = data[part]
    data[path[-1]] = value


def _take_out(data: Any, path: KeyPath) -> None:
    """What is wrong there, or where it is an item or nothing, what it stands in."""
    for end in range(len(path), 0, -1):
        try:
            holder = _at(data, path[: end - 1])
            del holder[path[end - 1]]
        except (KeyError, IndexError, TypeError):
            continue
        return
