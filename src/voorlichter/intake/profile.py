"""A new profile from the answers of a question list: what `new` would ask, and everything else where it belongs."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from voorlichter.intake.questions import NEW
from voorlichter.profile.scaffold import IntakeAnswers
from voorlichter.yaml_edit import set_value
from voorlichter.yaml_source import KeyPath
from voorlichter.yaml_written import YamlValue

_ASKED = ("organisation", "brand", "advisors")
"""Sections of which `new` asks something."""
_LOGO: KeyPath = ("brand", "logo")


def answers_of(values: Mapping[KeyPath, YamlValue]) -> tuple[IntakeAnswers, dict[KeyPath, YamlValue]]:
    """What `new` asks, and the rest by its path in a profile made of that. The advisor who sent the list stays the first, to be filled in.

    A logo counts where it is the name of a file and leads nowhere else.
    """
    asked: dict[str, Any] = {}
    rest: dict[KeyPath, YamlValue] = {}
    is_named = ("advisors", NEW, "name") in values
    for path, value in values.items():
        is_of_new = path[:2] == ("advisors", NEW)
        name = f"advisor2_{path[2]}" if is_of_new else str(path[-1])
        if (is_of_new and not is_named) or (path == _LOGO and not _is_file_name(str(value))):
            continue
        if path[0] in _ASKED and name in IntakeAnswers.model_fields:
            asked[name] = value
        else:
            rest[("advisors", 1, *path[2:]) if is_of_new else path] = value
    if is_named:
        asked["advisor2_kind"] = "internal"
    return IntakeAnswers.model_validate(asked), rest


def _is_file_name(value: str) -> bool:
    return not any(sign in value for sign in "/\\:") and not value.startswith(".")


def add_values(text: str, values: Mapping[KeyPath, YamlValue]) -> str:
    """The text of a profile with more values in it."""
    for path, value in values.items():
        text = set_value(text, path, value)
    return text
