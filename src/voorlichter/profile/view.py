"""What a rule sees of a profile."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any

from pydantic import BaseModel

from voorlichter.problems import Problem, Say, Severity
from voorlichter.profile.model import LocalProse, LocalText, Profile
from voorlichter.profile.read import ProfileSource
from voorlichter.profile.vocabulary import Vocabulary
from voorlichter.yaml_source import KeyPath, dotted


@dataclass(frozen=True)
class ProfileView:
    profile: Profile
    source: ProfileSource
    vocabulary: Vocabulary
    today: date

    @cached_property
    def texts(self) -> list[tuple[KeyPath, LocalText | LocalProse]]:
        """Every text in several languages, with where it stands."""
        return list(_local_texts(self.profile, ()))

    def problem(self, path: KeyPath, message: Say, fix: Say, severity: Severity = "error") -> Problem:
        return Problem(self.source.value_mark(path), dotted(path), message, fix, severity)

    def warning(self, path: KeyPath, message: Say, fix: Say) -> Problem:
        return self.problem(path, message, fix, "warning")


def _local_texts(value: Any, path: KeyPath) -> Iterator[tuple[KeyPath, LocalText | LocalProse]]:
    if isinstance(value, (LocalText, LocalProse)):
        yield path, value
    elif isinstance(value, BaseModel):
        for name in type(value).model_fields:
            yield from _local_texts(getattr(value, name), (*path, name))
    elif isinstance(value, dict):
        for key, inner in value.items():
            yield from _local_texts(inner, (*path, key))
    elif isinstance(value, list):
        for index, inner in enumerate(value):
            yield from _local_texts(inner, (*path, index))
