"""Days: `2027-06-01`, and what was meant by any other way to write one."""

from __future__ import annotations

import re
from datetime import date

from voorlichter.calendar_words import DAY_NAMES, TYPED_MONTHS, names
from voorlichter.model_problems import Refused
from voorlichter.problems import Say
from voorlichter.profile.values.plain import plain_text

_WEEKDAY = rf"(?:{'|'.join(names(DAY_NAMES))})?,? *"


def check_date(value: object) -> date:
    if isinstance(value, date):
        return value
    text = " ".join(plain_text(value, "deze datum", "this date").split())
    if re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", text):
        try:
            return date.fromisoformat(text)
        except ValueError:
            raise Refused(Say(f"de dag {text} bestaat niet", f"the day {text} does not exist")) from None
    raise Refused(
        Say(f"“{text}” is niet geschreven als jaar-maand-dag", f"“{text}” is not written as year-month-day"),
        value=_meant(text),
    )


def _meant(text: str) -> str | None:
    """The day in `31-1-2027`, `2027-1-31`, `12/31/2027`, `1 juni 2027` or `June 1, 2027`, where it exists."""
    if match := re.fullmatch(r"([0-9]{4})[-/. ]([0-9]{1,2})[-/. ]([0-9]{1,2})(?:[ T][0-9:.]+Z?)?", text):
        return _day(*match.groups())
    if match := re.fullmatch(r"([0-9]{1,2})[-/. ]([0-9]{1,2})[-/. ]([0-9]{4})", text):
        return _day(match[3], match[2], match[1]) or _day(match[3], match[1], match[2])
    if match := re.fullmatch(
        _WEEKDAY + r"([0-9]{1,2})(?:e|de|ste|st|nd|rd|th)?[-. ]+(?:of )?([a-z]+)\.?[-, ]+([0-9]{4})", text, re.I
    ):
        return _day(match[3], _month(match[2]), match[1])
    if match := re.fullmatch(_WEEKDAY + r"([a-z]+)\.? ([0-9]{1,2})(?:st|nd|rd|th)?,? ([0-9]{4})", text, re.I):
        return _day(match[3], _month(match[1]), match[2])
    return None


def _month(word: str) -> str:
    return str(TYPED_MONTHS.get(word.lower(), -1) + 1)


def _day(year: str, month: str, day: str) -> str | None:
    try:
        return date(int(year), int(month), int(day)).isoformat()
    except ValueError:
        return None
