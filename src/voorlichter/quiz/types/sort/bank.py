from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from voorlichter.quiz.bank import Matching, Said


def plan(question: Mapping[str, Any], said: Said) -> Matching:
    bins = {bin_["id"]: said(bin_["text"]) for bin_ in question["bins"]}
    items = [(said(item["text"]), bins[item["bin"]], item) for item in question["items"]]
    why = said.why(question, [(f"{text} – {name}", item) for text, name, item in items])
    return Matching(question["id"], (said(question["ask"]),), tuple(item[:2] for item in items), (), why)
