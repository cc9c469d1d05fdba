"""What the model says of a place in a profile: its order, its title, and whether it must be there."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, get_args

from pydantic.fields import FieldInfo

from voorlichter.clients.shared import SHARED
from voorlichter.model_problems.described import words_for
from voorlichter.model_problems.places import allowed_keys, is_model, plain
from voorlichter.problems import Say
from voorlichter.profile.model import Advisor, Profile
from voorlichter.yaml_source import KeyPath


def order_in(file: Path) -> Callable[[KeyPath], list[str]]:
    """For a place in this file the keys of the model there, in their order."""
    return lambda path: _keys_at(path, _model_of(file))


def _keys_at(path: KeyPath, model: Any) -> list[str]:
    *_, (_, model) = _steps(path, model)
    return list(allowed_keys(model)) if is_model(model) else []


def step_of(path: KeyPath) -> Say:
    """What a step of the history is called: by the title of the key that changed."""
    title = Say("verandering", "change")
    for info, _ in _steps(path, Profile):
        if info is not None:
            title = Say(words_for(info, "nl")[0], words_for(info, "en")[0])
    return title


def must_stand(path: KeyPath, file: Path) -> bool:
    """Is this a key that an organisation cannot do without, so that an empty one says so in the file?"""
    *_, (info, _) = _steps(path, _model_of(file))
    return info is not None and info.is_required()


def _model_of(file: Path) -> Any:
    return Advisor if file.parent.name == SHARED else Profile


def _steps(path: KeyPath, model: Any) -> Iterator[tuple[FieldInfo | None, Any]]:
    """The field and the type that each part of a path leads to, the whole model before all; no field for an item of a list or a name in a mapping."""
    yield None, model
    for part in path:
        info = allowed_keys(model).get(str(part)) if is_model(model) else None
        model = plain(info.annotation) if info is not None else _item_of(model)
        yield info, model


def _item_of(annotation: Any) -> Any:
    return plain(get_args(annotation)[-1]) if get_args(annotation) else annotation
