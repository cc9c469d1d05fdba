"""What a browser or a learning system keeps of a training, as far as it is decided when the site is made.

A saved text is `1.<seed>.<screen>`, and for each question `.<key><mark><answer>`, its answer one base-36 digit
for each choice. It names no language and holds no text, so that it outlives a correction in the wording.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Sequence

from voorlichter.quiz.graph import best_points, most_choices
from voorlichter.quiz.model import Choice, Match, Module, Order, Question, Reflection, Scenario, Sort, TrueFalse

MOST_CHARACTERS = 4000
"""Learning systems keep 4,096 characters, and not all of them say so when there are more."""

DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"
_KEY = 5
_HEAD = len("1.") + 7 + len(".") + 2
"""Version, a seed of 32 bits, and the number of the screen."""


def key_of(question: Question) -> str:
    """Five base-36 digits that change when an answer that was saved would come to mean something else."""
    written = "\n".join([question.type, question.id, *_fingerprint(question)])
    number = int.from_bytes(hashlib.sha256(written.encode()).digest())
    key = ""
    for _ in range(_KEY):
        number, digit = divmod(number, len(DIGITS))
        key = DIGITS[digit] + key
    return key


def _fingerprint(question: Question) -> Sequence[str]:
    """The ids of its parts in the file's order, and what is right; no texts."""
    match question:
        case Choice():
            return [f"{option.id} {option.correct}" for option in question.options]
        case TrueFalse():
            return [str(question.correct)]
        case Order():
            return [step.id for step in question.steps]
        case Match():
            return [*(pair.id for pair in question.pairs), "", *(distractor.id for distractor in question.distractors)]
        case Sort():
            return [*(bin_.id for bin_ in question.bins), "", *(f"{item.id} {item.bin}" for item in question.items)]
        case Scenario():
            return [
                f"{step.id} {choice.id} {choice.to} {choice.points}"
                for step in question.steps
                for choice in step.choices
            ]
        case Reflection():
            return []


def is_scored(module: Module) -> bool:
    """For every organisation: questions that only some have do not count."""
    return any(most_points(question) for question in module.questions if not question.when)


def most_points(question: Question) -> int:
    """What the best answer brings; 0: it does not count towards a score."""
    if isinstance(question, Scenario):
        return best_points(question)
    return 0 if isinstance(question, Reflection) else 1


def longest_answer(question: Question) -> int:
    match question:
        case Choice():
            return len(question.options) if question.type == "multiple" else 1
        case TrueFalse():
            return 1
        case Order():
            return len(question.steps)
        case Match():
            return len(question.pairs)
        case Sort():
            return len(question.items)
        case Scenario():
            return most_choices(question)
        case Reflection():
            return 0


def longest_state(module: Module) -> int:
    """The characters of the longest text that can be saved: what is drawn from a group is its longest answers."""
    answers = sorted(
        ((longest_answer(question), question.group) for question in module.questions),
        reverse=True,
        key=lambda pair: pair[0],
    )
    taken = Counter[str]()
    length = _HEAD
    for answer, group in answers:
        if group in module.draw:
            taken[group] += 1
            if taken[group] > module.draw[group]:
                continue
        length += len(".") + _KEY + len("c") + answer
    return length
