"""What a browser or a learning system keeps of a training, as far as it is decided when the site is made.

A saved text is `1.<seed>.<screen>`, and for each question `.<key><mark><answer>`, its answer one base-36 digit
for each choice; of a question whose answer was read rather than given it is empty. It names no language and holds no text, so that it outlives a correction in the wording.
"""

from __future__ import annotations

import hashlib
from collections import Counter

from voorlichter.quiz.model import Module
from voorlichter.quiz.parts import DIGITS, Question

MOST_CHARACTERS = 4000
"""Learning systems keep 4,096 characters, and not all of them say so when there are more."""

_KEY = 5
_HEAD = len("1.") + 7 + len(".") + 2
"""Version, a seed of 33 bits, and the number of the screen."""


def key_of(question: Question) -> str:
    """Five base-36 digits that change when an answer that was saved would come to mean something else."""
    written = "\n".join([question.type, question.id, *question.fingerprint()])
    number = int.from_bytes(hashlib.sha256(written.encode()).digest())
    key = ""
    for _ in range(_KEY):
        number, digit = divmod(number, len(DIGITS))
        key = DIGITS[digit] + key
    return key


def is_scored(module: Module) -> bool:
    """For every organisation: questions that only some have do not count."""
    return any(question.most_points for question in module.questions if not question.when)


def longest_state(module: Module) -> int:
    """The characters of the longest text that can be saved: what is drawn from a group is its longest answers."""
    answers = sorted(
        ((question.longest_answer, question.group) for question in module.questions),
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
