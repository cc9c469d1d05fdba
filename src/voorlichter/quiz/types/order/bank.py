from __future__ import annotations

import hashlib
from collections.abc import Mapping
from typing import Any

from voorlichter.quiz.bank import Matching, Said


def plan(question: Mapping[str, Any], said: Said) -> Matching:
    """A number for each step: every importer knows matching, and it gives each step in its place its share of the mark.

    Moodle's own ordering came with 4.4; an older one, or one of its relatives, refuses the whole file for it.
    """
    steps = [(said(step["text"]), str(number), step) for number, step in enumerate(question["steps"], 1)]
    mixed = tuple((text, number) for text, number, _ in _mix(question["id"], steps))
    why = said.why(question, [(f"{number}. {text}", step) for text, number, step in steps])
    return Matching(question["id"], (said(question["ask"]), said.word("order")), mixed, (), why)


def _mix(seed: str, steps: list[tuple[str, str, Any]]) -> list[tuple[str, str, Any]]:
    """In the same other order each time: not every learning environment shuffles."""
    mixed = sorted(steps, key=lambda step: hashlib.sha256(f"{seed} {step[2]['id']}".encode()).digest())
    return mixed if mixed != steps else [*steps[1:], steps[0]]
