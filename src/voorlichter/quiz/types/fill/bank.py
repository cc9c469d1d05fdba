from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from voorlichter.quiz.bank import Reading, Said


def plan(question: Mapping[str, Any], said: Said) -> Reading:
    """What is written is for nobody's eyes, so no question bank asks for it."""
    thoughts = (said(question["thoughts"]),) if question["thoughts"] else ()
    examples = tuple(map(said, question["examples"]))
    return Reading(question["id"], (said(question["ask"]), examples, *thoughts, *said.why(question)))
