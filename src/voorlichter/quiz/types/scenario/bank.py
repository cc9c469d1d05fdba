from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from voorlichter.quiz.bank import Link, Reading, Said


def plan(question: Mapping[str, Any], said: Said) -> Reading:
    """No question bank can branch, so the story is there to be read, with every choice and what comes of it."""
    numbers = {step["id"]: number for number, step in enumerate(question["steps"], 1)}
    text: list[str | tuple[str, ...] | Link] = [said(question["ask"]), said.word("scenario")]
    for step in question["steps"]:
        text.append(f"{said.word('step' if step['choices'] else 'end', numbers[step['id']])}. {said(step['text'])}")
        if step["choices"]:
            text.append(tuple(_told(choice, numbers, said) for choice in step["choices"]))
    return Reading(question["id"], (*text, *said.why(question)))


def _told(choice: Mapping[str, Any], numbers: Mapping[str, int], said: Said) -> str:
    parts = (said(choice["text"]), said(choice["feedback"]), said.word("go_on", numbers[choice["to"]]))
    return " – ".join(filter(None, parts))
