"""The form of a module and of each type of question, made from the model; what the model does not say stands in questions.yml beside this file."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any, get_args, get_origin, get_type_hints

import yaml
from pydantic import BaseModel
from pydantic.fields import FieldInfo

from voorlichter.model_problems.described import words_for
from voorlichter.model_problems.places import allowed_keys, choices, is_model, plain
from voorlichter.problems import LANGUAGES, Language
from voorlichter.quiz.model import Module
from voorlichter.quiz.parts import PictureName, Question, Source
from voorlichter.quiz.types import modules_of_types
from voorlichter.text import InLanguages
from voorlichter.yaml_source import KeyPath

QUESTIONS = "questions"
_ITEM = "*"


@lru_cache(maxsize=1)
def manner() -> Mapping[str, Any]:
    """questions.yml."""
    read: Mapping[str, Any] = yaml.safe_load((Path(__file__).parent / "questions.yml").read_text(encoding="utf-8"))
    return read


@lru_cache(maxsize=1)
def question_types() -> Mapping[str, type[Question]]:
    """The class of each type, in the order in which they are offered."""
    found: dict[str, type[Question]] = {
        name: getattr(module, "".join(word.capitalize() for word in name.split("-")))
        for name, module in modules_of_types("model").items()
    }
    return dict(sorted(found.items(), key=lambda item: item[1].rank))


def plan_module(language: Language) -> list[dict[str, Any]]:
    """The fields of a module itself; its questions are asked for one by one."""
    return list(_fields(Module, (), "", language))


def plan_types(language: Language) -> list[dict[str, Any]]:
    """Each type of question with what it is, and its fields."""
    return [
        {
            "type": name,
            "title": words_for(kind.model_fields["type"], language)[1].rstrip("."),
            "fields": list(_fields(kind, (QUESTIONS, _ITEM), name, language)),
        }
        for name, kind in question_types().items()
    ]


def model_at(path: KeyPath, data: Any) -> Any:
    """What the model wants at a place in a module; of a question that goes by its type in `data`. None where it knows nothing."""
    wanted: Any = Module
    for index, part in enumerate(path):
        if index == 2 and path[0] == QUESTIONS:
            wanted = _type_of(data, path[1])
        if isinstance(part, int):
            wanted = plain(get_args(wanted)[0]) if get_args(wanted) else None
        elif is_model(wanted) and not issubclass(wanted, InLanguages):
            info = allowed_keys(wanted).get(part)
            wanted = plain(_declared(wanted)[part]) if info is not None else None
        else:
            return str if is_model(wanted) else None
        if wanted is None:
            return None
    return _type_of(data, path[1]) if len(path) == 2 and path[0] == QUESTIONS else wanted


def order_in(data: Any, path: KeyPath) -> list[str]:
    """The keys that may stand at a place, in the order in which they are written."""
    wanted = model_at(path, data)
    if not is_model(wanted) or issubclass(wanted, InLanguages):
        return []
    return _in_order(wanted, [*allowed_keys(wanted)], first=("id", "type", "group", "when"))


def title_at(path: KeyPath, data: Any, language: Language) -> str:
    """What the form calls a place, or what that is a part of."""
    for end in range(len(path), 0, -1):
        owner = model_at(path[: end - 1], data)
        key = path[end - 1]
        if isinstance(key, str) and is_model(owner) and not issubclass(owner, InLanguages):
            info = allowed_keys(owner).get(key)
            if info is not None:
                kind = _name_of(_type_of(data, path[1])) if path[0] == QUESTIONS and len(path) > 1 else ""
                return _said(kind, path[:end], info, language)[0]
    return ""


def _type_of(data: Any, index: int | str) -> type[Question] | None:
    try:
        return question_types().get(str(data[QUESTIONS][index]["type"]))
    except (KeyError, IndexError, TypeError):
        return None


def _name_of(kind: type[Question] | None) -> str:
    return next((name for name, one in question_types().items() if one is kind), "")


def _fields(owner: type[BaseModel], path: tuple[str, ...], kind: str, language: Language) -> Iterator[dict[str, Any]]:
    for key in _in_order(owner, [*allowed_keys(owner)]):
        if key not in manner()["unseen"] and (path, key) != ((), QUESTIONS):
            info = allowed_keys(owner)[key]
            assert info is not None, "every key of a model is a field"
            yield _field(owner, info, (*path, key), kind, language)


def _in_order(owner: type[BaseModel], keys: list[str], first: tuple[str, ...] = ()) -> list[str]:
    last = manner()["last"]
    order = [*first, *(key for key in keys if key not in last and key not in first), *last]
    return sorted(keys, key=order.index)


def _field(
    owner: type[BaseModel], info: FieldInfo, path: tuple[str, ...], kind: str, language: Language
) -> dict[str, Any]:
    title, why = _said(kind, path, info, language)
    declared = _declared(owner)[path[-1]]
    compulsory = info.is_required() or plain(declared) is bool or "ompulsory" in words_for(info, "en")[1]
    return {
        "path": list(path),
        "title": title,
        "why": why,
        "example": "",
        "required": compulsory,
        "more": path[-1] in manner()["more"],
        **_widget(declared, info, path, kind, language),
    }


def _widget(declared: Any, info: FieldInfo, path: tuple[str, ...], kind: str, language: Language) -> dict[str, Any]:
    inner = plain(declared)
    if path[-1] in manner()["refers"]:
        return {"widget": "refer", "of": manner()["refers"][path[-1]]}
    if _holds(declared, Source):
        return {"widget": "page"}
    if declared == PictureName:
        return {"widget": "file"}
    if isinstance(inner, type) and issubclass(inner, InLanguages):
        short = any(name in manner()["short"] for name in _names(kind, path))
        return {"widget": "worded", "kind": "text" if short else "lines", "one": False}
    if words := choices(inner):
        said = manner()["words"].get(path[-1], {})
        place = LANGUAGES.index(language)
        return {
            "widget": "one",
            "options": [{"value": word, "title": said.get(word, [word, word])[place]} for word in words],
        }
    if get_origin(inner) is tuple and is_model(item := plain(get_args(inner)[0])):
        return {"widget": "list", "fields": list(_fields(item, (*path, _ITEM), kind, language))}
    if is_model(inner):
        return {"widget": "section", "fields": list(_fields(inner, path, kind, language))}
    if inner is bool:
        return {"widget": "yesno", **({} if info.is_required() else {"default": info.get_default()})}
    return {"widget": "number" if inner is int else "text"}


def _holds(declared: Any, wanted: Any) -> bool:
    return declared == wanted or wanted in get_args(declared)


def _said(kind: str, path: KeyPath, info: FieldInfo, language: Language) -> tuple[str, str]:
    says = next((manner()["says"][name] for name in _names(kind, path) if name in manner()["says"]), None)
    title, why = says[language] if says else words_for(info, language)
    return title[:1].upper() + title[1:], why


def _names(kind: str, path: KeyPath) -> list[str]:
    """What a key goes by, the fullest first: `scenario.steps.choices.to`, `steps.choices.to`, `choices.to`, `to`."""
    parts = [str(part) for part in path if isinstance(part, str) and part not in (_ITEM, QUESTIONS)]
    return [f"{kind}.{'.'.join(parts)}", *(".".join(parts[start:]) for start in range(len(parts)))]


@lru_cache
def _declared(owner: type[BaseModel]) -> Mapping[str, Any]:
    """The types of a model's keys with all that is said of them."""
    hints = get_type_hints(owner, include_extras=True)
    return {name: hints[name] for name in owner.model_fields}
