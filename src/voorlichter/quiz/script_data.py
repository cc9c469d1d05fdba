"""What the script has to know of a module: what is right and what it is worth. No text, so no slot either."""

from __future__ import annotations

import json
from typing import Any

from voorlichter.quiz.model import Module
from voorlichter.quiz.parts import Question
from voorlichter.quiz.state import key_of


def plan_script_data(module: Module) -> str:
    """As JSON. Lists of lists are avoided: two brackets in a row would open a slot."""
    data: dict[str, Any] = {"module": module.id, "mark": module.pass_mark, "draw": module.draw}
    data["questions"] = [_about(question) for question in module.questions]
    return json.dumps(data, separators=(",", ":"))


def _about(question: Question) -> dict[str, Any]:
    about: dict[str, Any] = {
        "key": key_of(question),
        "id": question.id,
        "type": question.type,
        "max": question.most_points,
    }
    if question.group:
        about["group"] = question.group
    return about | question.script_data()
