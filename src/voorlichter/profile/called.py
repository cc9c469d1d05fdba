"""What the advisors of one organisation are called."""

from __future__ import annotations

from collections.abc import Iterable

from voorlichter.person_names import read_name
from voorlichter.profile.model import Advisor


def call_names(advisors: Iterable[Advisor]) -> dict[str, str]:
    """By id: as the profile says, else by the first name, and by the whole name where two first names are the same."""
    written = {advisor.id: advisor for advisor in advisors}
    short = {id_: advisor.call_name or read_name(advisor.name).called for id_, advisor in written.items()}
    taken = [name.casefold() for name in short.values()]
    return {id_: name if taken.count(name.casefold()) == 1 else written[id_].call_name or read_name(written[id_].name).plain for id_, name in short.items()}
