from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from voorlichter.quiz.bank import BankChoice, Said
from voorlichter.quiz.options import plan_options


def plan(question: Mapping[str, Any], said: Said) -> BankChoice:
    return plan_options(question, said, single=False)
