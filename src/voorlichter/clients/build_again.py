"""The day by which a site is to be built again: after it, the site no longer says who is there now."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date

from voorlichter.calendar_words import say_day
from voorlichter.problems import Say

_NAMED = 10
"""Of more sites on one day, only how many."""


def tell_build_again(known: Mapping[str, date | None], today: date) -> Iterator[Say]:
    """A line for each day, soonest first; `known`: of each site the day its knowledge ends, None where it has nothing to say about now."""
    for last in sorted({last for last in known.values() if last}):
        slugs = [slug for slug, day in known.items() if day == last]
        names = ", ".join(slugs[:_NAMED])
        more = len(slugs) - _NAMED
        nl, en = (f"{names}, en nog {more}", f"{names}, and {more} more") if more > 0 else (names, names)
        day = say_day(last)
        if last < today:
            yield Say(
                f"Bouw opnieuw; na {day.nl} zegt een site niet meer wie er nu is: {nl}",
                f"Build again; after {day.en} a site no longer says who is there now: {en}",
            )
        else:
            yield Say(
                f"Bouw uiterlijk {day.nl} opnieuw, daarna zegt een site niet meer wie er nu is: {nl}",
                f"Build again by {day.en}, after it a site no longer says who is there now: {en}",
            )
