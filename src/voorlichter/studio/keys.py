"""What the model says of a place in a profile: its order, its title, and whether it must be there."""

from __future__ import annotations

from pathlib import Path
from typing import Any, get_args

from voorlichter.model_problems.described import words_for
from voorlichter.model_problems.places import allowed_keys, is_model, plain
from voorlichter.problems import Say
from voorlichter.profile.model import Advisor, Profile
from voorlichter.yaml_source import KeyPath


def order_of(path: KeyPath) -> list[str]:
    """The keys of the model at a place in a profile, in their order."""
    model: Any = Profile
    for part in path:
        info = allowed_keys(model).get(str(part)) if is_model(model) else None
        model = plain(info.annotation) if info is not None else _item_of(model)
        if not is_model(model) and info is not None and isinstance(part, str):
            continue
    return list(allowed_keys(model)) if is_model(model) else []


def step_of(path: KeyPath) -> Say:
    """What a step of the history is called: by the title of the key that changed."""
    model: Any = Profile
    title = Say("verandering", "change")
    for part in path:
        info = allowed_keys(model).get(str(part)) if is_model(model) else None
        if info is not None:
            title = Say(words_for(info, "nl")[0], words_for(info, "en")[0])
        model = plain(info.annotation) if info is not None else _item_of(model)
    return title


def must_stand(path: KeyPath, file: Path) -> bool:
    """Is this a key that an organisation cannot do without, so that an empty one says so in the file?"""
    model: Any = Advisor if file.parent.name == "advisors" else Profile
    for part in path[:-1]:
        info = allowed_keys(model).get(str(part)) if is_model(model) else None
        model = _item_of(plain(info.annotation)) if info is not None else _item_of(model)
    info = allowed_keys(model).get(str(path[-1])) if is_model(model) else None
    return info is not None and info.is_required()


def _item_of(annotation: Any) -> Any:
    return plain(get_args(annotation)[-1]) if get_args(annotation) else annotation
