"""A module that is being written can be shown, whatever stands at any place of it."""

from __future__ import annotations

from typing import Any

import pytest
import yaml
from support import REPOSITORY

from voorlichter.languages import shipped
from voorlichter.studio.module_draft import draft_module

from .test_wrong_inputs import places_in, with_instead


def a_question_of_each_type() -> dict[str, Any]:
    """As the modules that all share have them, together one module."""
    modules = [
        yaml.safe_load(path.read_text(encoding="utf-8")) for path in sorted((REPOSITORY / "quizzes").glob("*.yml"))
    ]
    by_type = {question["type"]: question for module in reversed(modules) for question in module["questions"]}
    return {"id": "huis", "title": {"nl": "Huis"}, "minutes": 5, "questions": list(by_type.values())}


@pytest.mark.parametrize(
    "instead", [None, "iets", ["iets"], [None], {}], ids=["nothing", "a word", "a list", "a hole", "no keys"]
)
@pytest.mark.sampled(6)
def test_a_module_is_shown_whatever_stands_at_a_place(instead: Any) -> None:
    whole = a_question_of_each_type()
    places = [*places_in(whole)]
    assert len(places) > 200
    for path in places:
        written = with_instead(whole, path, instead)
        shown = draft_module(written, "huis", (), (), shipped(), ("nl", "en"), "nl")
        assert shown is not None or not isinstance(written, dict), path
