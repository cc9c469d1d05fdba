"""Days of the week and months: their keys in our files, and their names as the program says and understands them.

How a site writes them in its own language comes from CLDR (`template/cldr.py`).
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from voorlichter.problems import LANGUAGES, Say

DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")

DAY_NAMES = (
    Say("maandag", "Monday"),
    Say("dinsdag", "Tuesday"),
    Say("woensdag", "Wednesday"),
    Say("donderdag", "Thursday"),
    Say("vrijdag", "Friday"),
    Say("zaterdag", "Saturday"),
    Say("zondag", "Sunday"),
)
MONTH_NAMES = (
    Say("januari", "January"),
    Say("februari", "February"),
    Say("maart", "March"),
    Say("april", "April"),
    Say("mei", "May"),
    Say("juni", "June"),
    Say("juli", "July"),
    Say("augustus", "August"),
    Say("september", "September"),
    Say("oktober", "October"),
    Say("november", "November"),
    Say("december", "December"),
)

_SHORT_DAYS = ("ma mon", "di tue tues", "wo wed", "do thu thurs", "vr fri", "za sat", "zo sun")
_SHORT_MONTHS = ("jan", "feb", "mrt mar", "apr", "", "jun", "jul", "aug", "sept sep", "okt oct", "nov", "dec")


def say_day(day: date) -> Say:
    month = MONTH_NAMES[day.month - 1]
    return Say(f"{day.day} {month.nl} {day.year}", f"{day.day} {month.en} {day.year}")


def names(said: tuple[Say, ...]) -> list[str]:
    """Each once, in small letters."""
    return list(dict.fromkeys(name.to(language).lower() for language in LANGUAGES for name in said))


def _typed(said: tuple[Say, ...], short: tuple[str, ...]) -> Mapping[str, int]:
    return {
        word: index
        for index, (name, others) in enumerate(zip(said, short, strict=True))
        for word in (*names((name,)), *others.split())
    }


TYPED_DAYS = _typed(DAY_NAMES, _SHORT_DAYS)
"""Every way to type one, with its turn: Monday and January are 0."""
TYPED_MONTHS = _typed(MONTH_NAMES, _SHORT_MONTHS)
