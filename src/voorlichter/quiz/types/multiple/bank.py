from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from voorlichter.quiz.bank import Choice, Said
from voorlichter.quiz.choice import plan_options


def plan(question: Mapping[str, Any], said: Said) -> Choice:
    return plan_options(question, said, single=False)
