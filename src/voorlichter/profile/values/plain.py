"""Values that are read by machines hold no sign that nobody sees."""

from __future__ import annotations

from voorlichter import signs
from voorlichter.model_problems import Refused
from voorlichter.problems import Say


def plain_text(value: object, nl: str, en: str) -> str:
    """The text of `dit webadres`, `this web address`. Raises Refused for an invisible sign in it."""
    text = str(value).strip()
    if sign := signs.invisible_in(text):
        raise Refused(
            Say(
                f"in {nl} staat een onzichtbaar teken ({signs.code(sign)})",
                f"there is an invisible sign in {en} ({signs.code(sign)})",
            ),
            value=signs.without_invisible(text),
        )
    return text
