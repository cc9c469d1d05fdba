from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from voorlichter.quiz.bank import Matching, Said


def plan(question: Mapping[str, Any], said: Said) -> Matching:
    pairs = [(said(pair["text"]), said(pair["match"]), pair) for pair in question["pairs"]]
    distractors = tuple(said(distractor["text"]) for distractor in question["distractors"])
    why = said.why(question, [(f"{text} – {match}", pair) for text, match, pair in pairs])
    return Matching(question["id"], (said(question["ask"]),), tuple(pair[:2] for pair in pairs), distractors, why)
