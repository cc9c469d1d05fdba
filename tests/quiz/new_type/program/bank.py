from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from typing import Any

from voorlichter.quiz.bank import Answer, Choice, Said


def plan(question: Mapping[str, Any], said: Said) -> Choice:
    answers = tuple(
        Answer(str(number), Fraction(number == question["correct"]), "") for number in range(1, question["highest"] + 1)
    )
    return Choice(question["id"], (said(question["ask"]),), True, answers, said.why(question))
