from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from voorlichter.quiz.bank import Reading, Said


def plan(question: Mapping[str, Any], said: Said) -> Reading:
    """No question bank asks without a right answer."""
    steps = tuple(f"{said(step['text'])} {said(step['feedback'])}" for step in question["steps"])
    return Reading(question["id"], (said(question["ask"]), steps, *said.why(question)))
