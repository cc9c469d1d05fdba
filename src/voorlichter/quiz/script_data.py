"""What the script has to know of a module: what is right and what it is worth. No text, so no slot either."""

from __future__ import annotations

import json
from typing import Any

from voorlichter.quiz.model import Choice, Match, Module, Order, Question, Scenario, Sort, TrueFalse
from voorlichter.quiz.state import DIGITS, key_of, most_points


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
        "max": most_points(question),
    }
    if question.group:
        about["group"] = question.group
    return about | _answers(question)


def _answers(question: Question) -> dict[str, Any]:
    """`right` is the right answer as it would be saved, `parts` the number of things each digit chooses from."""
    match question:
        case Choice():
            right = [place for place, option in enumerate(question.options) if option.correct]
            return {"right": _digits(right), "parts": len(question.options)}
        case TrueFalse():
            return {"right": _digits([question.correct]), "parts": 2}
        case Order():
            return {"right": _digits(range(len(question.steps))), "parts": len(question.steps)}
        case Match():
            return {
                "right": _digits(range(len(question.pairs))),
                "parts": len(question.pairs) + len(question.distractors),
            }
        case Sort():
            bins = [bin_.id for bin_ in question.bins]
            return {"right": _digits(bins.index(item.bin) for item in question.items), "parts": len(bins)}
        case Scenario():
            places = {step.id: place for place, step in enumerate(question.steps)}
            return {
                "right": "",
                "steps": [
                    " ".join(f"{places[choice.to]},{choice.points}" for choice in step.choices)
                    for step in question.steps
                ],
            }
        case _:
            return {"right": "", "parts": 0}


def _digits(numbers: Any) -> str:
    return "".join(DIGITS[number] for number in numbers)
