"""Print what pygiftparser reads in a GIFT file, as JSON. Runs in the environment of that parser."""

from __future__ import annotations

import json
import sys

from pygiftparser import parser
from pygiftparser.utils import transformSpecials


def describe(question: parser.Question) -> dict[str, object]:
    answers = question.answers
    found = {
        "name": transformSpecials(question.title),
        "valid": question.valid,
        "markup": question.markup,
        "text": transformSpecials(question.text),
        "why": transformSpecials(question.generalFeedback),
        "kind": type(answers).__name__,
    }
    if found["kind"] == "TrueFalseSet":
        found |= {
            "correct": answers.answer,
            "wrong": transformSpecials(answers.feedbackWrong),
            "right": transformSpecials(answers.feedbackCorrect),
        }
    elif hasattr(answers, "answers"):
        found["answers"] = [
            [
                transformSpecials(getattr(one, "question", "")).strip(),
                transformSpecials(one.answer).strip(),
                one.fraction,
                transformSpecials(one.feedback),
            ]
            for one in answers.answers
        ]
    return found


with open(sys.argv[1], encoding="utf-8") as file:
    print(json.dumps([describe(question) for question in parser.parseFile(file)]))
