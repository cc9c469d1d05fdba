"""From a file's data to its model, or to everything that is wrong with it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError

from voorlichter.model_problems.messages import (
    ModelError,
    Refused,
    one_of,
    say_choice,
    say_empty,
    say_missing,
    say_wrong,
)
from voorlichter.model_problems.places import (
    ModelPath,
    allowed_keys,
    choices,
    homes,
    is_model,
    place_of,
    plain,
    union_members,
)
from voorlichter.model_problems.samples import as_yaml, closest_key, folded, line_for, written
from voorlichter.problems import Problem, Say, has_errors, sort_problems
from voorlichter.yaml_source import KeyPath, YamlSource, dotted, value_at

ModelT = TypeVar("ModelT", bound=BaseModel)


def check_model(
    source: YamlSource, model: type[ModelT], *, root: KeyPath = (), context: Mapping[str, Any] | None = None
) -> tuple[ModelT | None, list[Problem]]:
    """The model of a source's data, or all that is wrong with it; a key without a value is always wrong.

    A source that could not be read gives its own problems. `root` leads to the part the model describes.
    `context` is for its validators.
    """
    if has_errors(source.problems):
        return None, list(source.problems)
    data = value_at(source.data, root)
    empty = empty_keys(source, model, root=root)
    try:
        checked = model.model_validate(data, context=context)
    except ValidationError as error:
        problems = explain(error, source, model, root=root)
        told = {(problem.mark, problem.where) for problem in problems}
        return None, sort_problems(
            [*source.problems, *problems, *(lacking for lacking in empty if (lacking.mark, lacking.where) not in told)]
        )
    return (None if empty else checked), sort_problems([*source.problems, *empty])


def explain(error: ValidationError, source: YamlSource, model: Any, *, root: KeyPath = ()) -> list[Problem]:
    """Each error as a problem: unknown and missing keys at the key, wrong values at the value."""
    errors = [
        ModelError(item["type"], item["input"], item.get("ctx", {}), place_of(item["loc"], model))
        for item in error.errors(include_url=False)
    ]
    told = (item for item in _once(_likeliest(errors)) if not _is_long_enough(item))
    return sort_problems(_problem(item, source, model, root) for item in told)


def empty_keys(source: YamlSource, model: Any, *, root: KeyPath = ()) -> list[Problem]:
    """Keys and list items that stand there without a value."""
    problems = []
    data = value_at(source.data, root)
    for path in _empty(data):
        place = place_of(_tagged(path, data, model), model)
        if place.annotation is None and place.field is None and is_model(place.owner):
            continue  # an unknown key is told as such
        problems.append(Problem(source.key_mark((*root, *path)), dotted((*root, *path)), *say_empty(place)))
    return problems


_WRONG_SHAPE = re.compile(r".*_type|literal_error|none_required")


def _likeliest(errors: list[ModelError]) -> list[ModelError]:
    """Of a union's members only the errors of the one the writer most likely meant."""
    tried: dict[KeyPath, dict[str, list[ModelError]]] = {}
    for item in errors:
        for path, label in item.place.branches:
            tried.setdefault(path, {}).setdefault(label, []).append(item)
    dropped: set[int] = set()
    for path, members in tried.items():
        best = min(members, key=lambda label: _distance(path, members[label]))
        dropped |= {id(item) for label, items in members.items() if label != best for item in items}
    return [item for item in errors if id(item) not in dropped]


def _distance(path: KeyPath, errors: list[ModelError]) -> tuple[bool, int]:
    """How far the data is from a union's member: another shape altogether, then by the number of errors."""
    return any(item.place.path == path and _WRONG_SHAPE.fullmatch(item.kind) for item in errors), len(errors)


def _once(errors: list[ModelError]) -> Iterator[ModelError]:
    """One mistake, one line: a misspelt key is not missing too, and what stands under it is not judged."""
    unknown = [item for item in errors if _is_unknown_key(item)]
    meant = {
        (*item.place.path[:-1], closest_key(str(item.place.path[-1]), allowed_keys(item.place.owner)))
        for item in unknown
    }
    wrong_keys = {item.place.path for item in unknown if item.place.is_key}
    for item in errors:
        path = item.place.path
        under = any(path[:end] in wrong_keys for end in range(1, len(path) + 1))
        if _is_unknown_key(item) or not (under or (item.kind == "missing" and path in meant)):
            yield item


def _is_long_enough(item: ModelError) -> bool:
    """A list is called too short when its items are unsound; those are told by themselves."""
    return item.kind == "too_short" and item.length >= item.context["min_length"]


def _is_unknown_key(item: ModelError) -> bool:
    return item.place.is_key or item.kind == "extra_forbidden"


def _problem(item: ModelError, source: YamlSource, model: Any, root: KeyPath) -> Problem:
    place, path = item.place, (*root, *item.place.path)
    refused = item.context.get("error") if item.kind == "value_error" else None
    at_key = source.key_mark(path)
    if _is_unknown_key(item):
        return Problem(at_key, dotted(path), *_say_unknown(item, source, model, root))
    if item.kind == "missing":
        return Problem(at_key, dotted(path), *say_missing(place))
    if item.kind in ("union_tag_invalid", "union_tag_not_found"):
        return _tag_problem(item, source, path)
    if item.value is None:
        return Problem(at_key, dotted(path), *say_empty(place))
    if isinstance(refused, Refused):
        path = (*path, *refused.at)
        meant = written(place, refused.value) if refused.value is not None else None
        return Problem(source.value_mark(path), dotted(path), refused.message, refused.fix or meant or line_for(place))
    return Problem(source.value_mark(path), dotted(path), *say_wrong(item))


def _say_unknown(item: ModelError, source: YamlSource, model: Any, root: KeyPath) -> tuple[Say, Say]:
    """The key that was meant, or the part of the file it belongs to, or else what may stand here."""
    path = (*root, *item.place.path)
    key, allowed = str(path[-1]), allowed_keys(item.place.owner)
    here = Say(f"hier mogen staan: {', '.join(allowed)}", f"allowed here: {', '.join(allowed)}")
    meant = closest_key(key, allowed)
    if meant:
        message = Say(f"onbekende sleutel; bedoelt u {meant}?", f"unknown key; do you mean {meant}?")
        if (*path[:-1], meant) in source.keys:
            return message, Say(
                f"haal deze regel weg: {meant} staat er al", f"remove this line: {meant} is there already"
            )
        value = value_at(source.data, path)
        line = f"{meant}: {as_yaml(value)}" if isinstance(value, str) else f"{meant}:"
        return message, Say(f"schrijf: {line} ({here.nl})", f"write: {line} ({here.en})")
    elsewhere = list(homes(model, lambda name: folded(name) == folded(key)))
    if _pattern(item.place.path[:-1]) in elsewhere:
        return Say("deze sleutel hoort bij een ander type", "this key belongs to another type"), here
    if not elsewhere or root:
        return Say("onbekende sleutel", "unknown key"), here
    nl = " of ".join(f"onder {home}" if home else "helemaal links" for home in elsewhere[:2])
    en = " or ".join(f"under {home}" if home else "at the very left" for home in elsewhere[:2])
    return (
        Say(f"deze sleutel hoort niet hier, maar {nl}", f"this key does not belong here but {en}"),
        Say(
            f"verplaats de regel en kijk hoe ver zij inspringt ({here.nl})",
            f"move the line and look at its indentation ({here.en})",
        ),
    )


def _pattern(path: KeyPath) -> str:
    """`questions[]` for any of the questions."""
    return re.sub(r"\[\d+\]", "[]", dotted(path))


def _tag_problem(item: ModelError, source: YamlSource, path: KeyPath) -> Problem:
    """A union that a key decides about (`type`), and that key is missing, empty or unknown."""
    key = str(item.context["discriminator"]).strip("'")
    known = _tags(item.place.annotation, key)
    value = item.value.get(key) if isinstance(item.value, Mapping) else None
    path = (*path, key)
    if value is not None:
        return Problem(source.value_mark(path), dotted(path), *say_choice(key, value, known))
    message = Say("is leeg", "is empty") if path in source.keys else Say("ontbreekt", "is missing")
    return Problem(source.key_mark(path), dotted(path), message, one_of(key, known))


def _tags(annotation: Any, key: str) -> list[str]:
    """The values of the key that decides which member of a union is meant."""
    fields = (allowed_keys(member).get(key) for member in union_members(annotation))
    return [choice for field in fields if field for choice in choices(field.annotation)]


def _empty(data: Any, path: KeyPath = ()) -> Iterator[KeyPath]:
    if data is None:
        yield path
    elif isinstance(data, (dict, list)):
        for key, value in data.items() if isinstance(data, dict) else enumerate(data):
            yield from _empty(value, (*path, key))


def _tagged(path: KeyPath, data: Any, model: Any) -> ModelPath:
    """The path as pydantic's locations have it: with the label of the union member that the data has."""
    location: ModelPath = ()
    for part in path:
        if members := union_members(place_of(location, model).annotation):
            location = (*location, _label(members, data))
        location, data = (*location, part), data[part]
    return location


def _label(members: tuple[Any, ...], data: Any) -> str:
    for member in members:
        wanted = plain(member)
        if is_model(wanted) and isinstance(data, Mapping):
            tags = {key: choices(field.annotation) for key, field in allowed_keys(wanted).items() if field}
            if all(data[key] in known for key, known in tags.items() if known and key in data):
                return str(wanted.__name__)
    return type(data).__name__
