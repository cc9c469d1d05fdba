"""From where pydantic says an error is to the key in the file and the field of the model it concerns.

Pydantic's locations hold more than the data does: the tag or name of the union member it tried, and `[key]`
where a mapping's key is wrong. Walking the model beside the location tells these apart.
"""

from __future__ import annotations

import types
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import Enum
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from pydantic import BaseModel, Tag
from pydantic.fields import FieldInfo

from voorlichter.yaml_source import KeyPath

ModelPath = tuple[int | str, ...]


@dataclass(frozen=True, slots=True)
class ModelPlace:
    """A key or value of the file, as the model sees it."""

    path: KeyPath
    """Keys and indexes as they stand in the file."""
    annotation: Any = None
    """The type wanted here; None where the model knows no such key."""
    field: FieldInfo | None = None
    """The nearest field: that of the key itself, or of the list it stands in."""
    name: str = ""
    """The name of the field where it is the key itself; empty within its list or mapping."""
    owner: Any = None
    """The model the last key stands in."""
    branches: tuple[tuple[KeyPath, str], ...] = ()
    """Where a union was passed and which of its members pydantic tried."""
    is_key: bool = False
    """The error is about the key of a mapping, not about its value."""

    @property
    def required(self) -> bool:
        return self.field is not None and self.field.is_required() and self.path[-1:] == (self.name,)


def place_of(location: ModelPath, model: Any) -> ModelPlace:
    """Walk a pydantic error's location along the model."""
    place = ModelPlace((), model)
    for part in location:
        place = _step(place, part)
    return place


def _step(place: ModelPlace, part: int | str) -> ModelPlace:
    wanted = plain(place.annotation)
    members = union_members(wanted)
    if part == "[key]":
        return ModelPlace(place.path, owner=place.owner, branches=place.branches, is_key=True)
    if members:
        tried = (*place.branches, (place.path, str(part)))
        return ModelPlace(place.path, _member(members, str(part)), place.field, place.name, place.owner, tried)
    path = (*place.path, part)
    if is_model(wanted):
        name, field = _field(wanted, part)
        return ModelPlace(path, field.annotation if field else None, field, name, wanted, place.branches)
    inner = get_args(wanted)
    if get_origin(wanted) is dict and inner:
        return ModelPlace(path, inner[1], place.field, owner=wanted, branches=place.branches)
    if isinstance(part, int) and inner:
        several = get_origin(wanted) is tuple and inner[-1] is not Ellipsis
        item = inner[min(part, len(inner) - 1)] if several else inner[0]
        return ModelPlace(path, item, place.field, owner=place.owner, branches=place.branches)
    return ModelPlace(path, None, None, str(part), None, place.branches)


def _field(model: type[BaseModel], part: int | str) -> tuple[str, FieldInfo | None]:
    for name, field in model.model_fields.items():
        if part in (name, field.alias, field.validation_alias):
            return field_key(name, field), field
    return str(part), None


def field_key(name: str, field: FieldInfo) -> str:
    """The key as it is written in the file."""
    return field.alias or name


def plain(annotation: Any) -> Any:
    """The type without Annotated, optionality, aliases and root models."""
    while True:
        if get_origin(annotation) is Annotated:
            annotation = get_args(annotation)[0]
        elif hasattr(annotation, "__value__"):
            annotation = annotation.__value__
        elif is_model(annotation) and annotation.__pydantic_root_model__:
            annotation = annotation.model_fields["root"].annotation
        elif _is_union(annotation) and len(_without_none(annotation)) == 1:
            annotation = _without_none(annotation)[0]
        else:
            return annotation


def union_members(annotation: Any) -> tuple[Any, ...]:
    """The members of a union of several types; nothing for any other type."""
    annotation = plain(annotation)
    return _without_none(annotation) if _is_union(annotation) else ()


def is_model(annotation: Any) -> bool:
    return isinstance(annotation, type) and issubclass(annotation, BaseModel)


def _is_union(annotation: Any) -> bool:
    return get_origin(annotation) in (Union, types.UnionType)


def _without_none(annotation: Any) -> tuple[Any, ...]:
    return tuple(member for member in get_args(annotation) if member is not type(None))


def _member(members: tuple[Any, ...], label: str) -> Any:
    """The union member pydantic means by a label: a tag, a model's name or the start of a type's name."""
    for member in members:
        tags = [note.tag for note in get_args(member)[1:] if isinstance(note, Tag)]
        wanted = plain(member)
        if is_model(wanted):
            tags += [
                wanted.__name__,
                *(choice for field in wanted.model_fields.values() for choice in choices(field.annotation)),
            ]
        else:
            tags.append((get_origin(wanted) or wanted).__name__)
        # A model with a validator around it goes by the name of that.
        if label in tags or label.split("[")[0] == ("function-wrap" if is_model(wanted) else tags[-1]):
            return member
    return None


def choices(annotation: Any) -> list[str]:
    """What may stand here, where that is a fixed list of words."""
    annotation = plain(annotation)
    if get_origin(annotation) is Literal:
        return [str(choice) for choice in get_args(annotation)]
    if isinstance(annotation, type) and issubclass(annotation, Enum):
        return [str(member.value) for member in annotation]
    return []


def allowed_keys(owner: Any) -> dict[str, FieldInfo | None]:
    """The keys that may stand in a model, or in a mapping with a fixed list of keys."""
    owner = plain(owner)
    if is_model(owner):
        return {field_key(name, field): field for name, field in owner.model_fields.items()}
    if get_origin(owner) is dict:
        return dict.fromkeys(choices(get_args(owner)[0]))
    return {}


def homes(model: Any, wanted: Callable[[str], bool]) -> Iterator[str]:
    """Where in the model a key of that name stands: `advisors[]`, `publication`, nothing for the top."""
    yield from dict.fromkeys(_homes(plain(model), wanted, "", ()))


def _homes(annotation: Any, wanted: Callable[[str], bool], path: str, seen: tuple[Any, ...]) -> Iterator[str]:
    annotation = plain(annotation)
    if is_model(annotation) and annotation not in seen:
        for key, field in allowed_keys(annotation).items():
            if wanted(key):
                yield path
            if field is not None:
                yield from _homes(field.annotation, wanted, f"{path}.{key}" if path else key, (*seen, annotation))
    elif get_origin(annotation) is dict:
        yield from _homes(get_args(annotation)[1], wanted, f"{path}.*", seen)
    elif union_members(annotation):
        for member in union_members(annotation):
            yield from _homes(member, wanted, path, seen)
    elif get_origin(annotation) in (list, tuple, set, frozenset):
        for item in get_args(annotation):
            yield from _homes(item, wanted, f"{path}[]", seen)
