from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from voorlichter.quiz.bank import Reading, Said


def plan(question: Mapping[str, Any], said: Said) -> Reading:
    thoughts = (f"{said.word('thoughts')}: {said(question['thoughts'])}",) if question["thoughts"] else ()
    return Reading(question["id"], (said(question["ask"]), *thoughts, *said.why(question)))
