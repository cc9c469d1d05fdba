"""A key of a model that says in Dutch and English what it is, with an example: for problems, schemas and new files."""

from __future__ import annotations

from typing import Any

from pydantic import BaseModel, Field
from pydantic.fields import FieldInfo

from voorlichter.problems import Language


def described(default: Any = ..., *, nl: tuple[str, str], en: tuple[str, str], example: str, **limits: Any) -> Any:
    """A key with its title and explanation in Dutch and English, and an example as it stands in the file."""
    extra: dict[str, Any] = {"nl": list(nl), "en": list(en), "example": example}
    if isinstance(default, (list, dict)) or (isinstance(default, type) and issubclass(default, BaseModel)):
        factory = default if isinstance(default, type) else (lambda: default)
        return Field(default_factory=factory, json_schema_extra=extra, **limits)
    return Field(default, json_schema_extra=extra, **limits)


def words_for(info: FieldInfo, language: Language) -> tuple[str, str]:
    """The title and the explanation of a key."""
    title, explanation = _described(info)[language]
    return str(title), str(explanation)


def explained(line: str, info: FieldInfo, language: Language) -> str:
    """A line of a new file, with what its key means beside it."""
    return line.ljust(44) + f"  # {'. '.join(words_for(info, language))}"


def example_of(info: FieldInfo, key: str) -> str:
    """A line as it can stand in the file."""
    example = str(_described(info)["example"])
    return example if example.startswith(f"{key}:") else f"{key}: {example}"


def _described(info: FieldInfo) -> dict[str, Any]:
    assert isinstance(info.json_schema_extra, dict), "every key is described"
    return info.json_schema_extra
