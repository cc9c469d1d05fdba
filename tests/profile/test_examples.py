"""What a message proposes is made of what stands there; an example, which is somebody else's, says that it is one."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from pydantic import BaseModel, create_model

from voorlichter.artefacts.report.model import Counts
from voorlichter.model_problems import check_model
from voorlichter.model_problems.described import example_of
from voorlichter.model_problems.places import allowed_keys, is_model, plain, union_members
from voorlichter.profile.fields import Section
from voorlichter.profile.model import Profile
from voorlichter.yaml_source import read_yaml

NONSENSE = (
    "zomaar iets",
    '""',
    "",
    "[zomaar, 3]",
    "{zomaar: iets}",
    "-7",
    "2027-02-30",
    "http://intranet/x",
    "sam@",
    "[[ org.name ]]",
    "020",
    "null",
)


def models(annotation: Any, seen: set[Any]) -> Iterator[type[BaseModel]]:
    """Every model within another."""
    annotation = plain(annotation)
    inner = union_members(annotation) or getattr(annotation, "__args__", ())
    if is_model(annotation) and annotation not in seen:
        seen.add(annotation)
        yield annotation
        inner = [field.annotation for field in annotation.model_fields.values()]
    for one in inner:
        yield from models(one, seen)


FIELDS = sorted(
    {
        (f"{model.__name__}.{key}", model, key)
        for root in (Profile, Counts)
        for model in models(root, set())
        for key in allowed_keys(model)
    },
    key=lambda one: one[0],
)


@pytest.mark.parametrize(
    ("model", "key"), [(model, key) for _, model, key in FIELDS], ids=[name for name, _, _ in FIELDS]
)
def test_an_example_is_always_called_one(model: type[BaseModel], key: str) -> None:
    name, info = next((name, info) for name, info in model.model_fields.items() if key in (name, info.alias))
    alone = create_model("Alone", __base__=Section, **{name: (info.annotation, info)})  # type: ignore[call-overload]
    example = example_of(info, key).partition(": ")[2]
    for value in NONSENSE:
        for problem in check_model(read_yaml(Path("a.yml"), f"{key}: {value}\n".encode()), alone)[1]:
            if (
                example.strip('"') in problem.fix.nl
                and example.strip('"') not in value
                and not is_choice(info.annotation)
            ):
                assert "bijvoorbeeld" in problem.fix.nl and "for example" in problem.fix.en, problem.fix


def is_choice(annotation: Any) -> bool:
    """One of a few words, of which all are named."""
    return "Literal" in str(annotation) or plain(annotation) is bool
