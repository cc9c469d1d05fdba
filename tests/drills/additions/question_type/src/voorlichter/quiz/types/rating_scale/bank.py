from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from typing import Any

from voorlichter.quiz.bank import Answer, BankChoice, Said


def plan(question: Mapping[str, Any], said: Said) -> BankChoice:
    answers = tuple(
        Answer(str(number), Fraction(number == question["correct"]), "") for number in range(1, question["highest"] + 1)
    )
    return BankChoice(question["id"], (said(question["ask"]),), True, answers, said.why(question))
