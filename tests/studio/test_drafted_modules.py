"""What an unfinished module becomes in the preview, case by case: what is right of it, and stand-ins for the rest."""

from __future__ import annotations

import copy
from pathlib import Path
from typing import Any

import pytest
import yaml

from voorlichter.languages import shipped
from voorlichter.studio.module_draft import draft_module

CASES: dict[str, dict[str, Any]] = yaml.safe_load(Path(__file__).with_name("drafted.yml").read_text(encoding="utf-8"))


def plainly(part: Any) -> Any:
    """A text that is the same in all languages as that text."""
    if isinstance(part, dict):
        said = set(map(str, part.values()))
        if part.keys() >= {"nl", "en"}:
            return said.pop() if len(said) == 1 else " / ".join(map(str, part.values()))
        return {key: plainly(value) for key, value in part.items()}
    return [plainly(one) for one in part] if isinstance(part, (list, tuple)) else part


def told(part: Any) -> Any:
    """As a case writes it: a string stands for that text in Dutch and English."""
    if isinstance(part, dict):
        return {key: told(value) for key, value in part.items()}
    if isinstance(part, list):
        return [told(one) for one in part]
    return {"nl": part[1:], "en": part[1:]} if isinstance(part, str) and part.startswith("=") else part


@pytest.mark.parametrize("case", CASES)
def test_an_unfinished_module_is_shown_as(case: str) -> None:
    row = CASES[case]
    data = told(row["data"])
    before = copy.deepcopy(data)
    module = draft_module(
        data,
        "huis",
        [tuple(path) for path in row.get("wrong", ())],
        row.get("unfit", ()),
        shipped(),
        row.get("site", ["nl", "en"]),
        row.get("language", "en"),
        row.get("only"),
    )
    assert module is not None and data == before
    shown = plainly(module.model_dump(exclude_none=True, exclude_defaults=True))
    assert shown.pop("id") == "huis"
    assert shown == {"title": "H", **row["is"]}
