from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from voorlichter.quiz.bank import Said, Statement


def plan(question: Mapping[str, Any], said: Said) -> Statement:
    if_true, if_false = (said(question["feedback"][answer]) for answer in ("true", "false"))
    return Statement(
        question["id"], (said(question["ask"]),), question["correct"], if_true, if_false, said.why(question)
    )
