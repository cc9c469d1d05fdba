"""The day by which a site is to be built again: after it, the site no longer says who is there now."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date

from voorlichter.calendar_words import MONTH_NAMES
from voorlichter.cli.language import say

_NAMED = 10
"""Of more sites on one day, only how many."""


def tell_build_again(known: Mapping[str, date | None], today: date) -> Iterator[str]:
    """A line for each day, soonest first; `known`: of each site the day its knowledge ends, None where it has nothing to say about now."""
    for day in sorted({day for day in known.values() if day}):
        slugs = [slug for slug, last in known.items() if last == day]
        if len(slugs) > _NAMED:
            slugs = [*slugs[:_NAMED], say(f"en nog {len(slugs) - _NAMED}", f"and {len(slugs) - _NAMED} more")]
        names = ", ".join(slugs)
        if day < today:
            yield say(
                f"Bouw opnieuw; na {_say(day)} zegt een site niet meer wie er nu is: {names}",
                f"Build again; after {_say(day)} a site no longer says who is there now: {names}",
            )
        else:
            yield say(
                f"Bouw uiterlijk {_say(day)} opnieuw, daarna zegt een site niet meer wie er nu is: {names}",
                f"Build again by {_say(day)}, after it a site no longer says who is there now: {names}",
            )


def _say(day: date) -> str:
    month = MONTH_NAMES[day.month - 1]
    return say(f"{day.day} {month.nl} {day.year}", f"{day.day} {month.en} {day.year}")
