"""How a language writes days, months and lists, from CLDR by Babel. Stage 1 alone reads it, so that no other run needs it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache

from voorlichter.calendar_words import DAYS
from voorlichter.profile.fields import SPOKEN
from voorlichter.template.finished import finished_facts

_PARTS = {"d": "%(day)s", "M": "%(month)s", "y": "%(year)s"}
COMMA = "comma"
_LISTS = {"two": "2", "start": "start", "middle": "middle", "end": "end"}


@lru_cache(maxsize=32)
def written(locale: str) -> Mapping[str, str]:
    """Strings as those of data/: the names of months and days, a date with and without its year, the joints of a list, and its comma."""
    if (known := finished_facts()) and locale in known.written:
        return known.written[locale]
    from babel import Locale

    cldr = Locale.parse(locale)
    months, days, lists = cldr.months["format"]["wide"], cldr.days["format"]["abbreviated"], cldr.list_patterns
    return {
        **{f"month_{number}": str(name) for number, name in months.items()},
        **{f"day_{DAYS[number]}": str(name) for number, name in days.items()},
        "date": _pattern(cldr.date_formats["long"].pattern),
        "date_of_year": _pattern(cldr.datetime_skeletons["MMMMd"].pattern),
        **{f"list_{name}": str(lists["standard"][key]) for name, key in _LISTS.items()},
        COMMA: "، " if "،" in str([dict(pattern) for pattern in lists.values()]) else ", ",
    }


@lru_cache(maxsize=32)
def names_of_languages(locale: str) -> Mapping[str, str]:
    """What a language calls the others, as strings."""
    from babel import Locale

    known = Locale.parse(locale).languages
    return {f"lang_{code}": str(known[code]) for code in SPOKEN if code in known}


def _pattern(cldr: str) -> str:
    """`d MMMM y 'г'.` as `%(day)s %(month)s %(year)s г.`"""
    return re.sub(r"'([^']*)'|([dMy])\2*", lambda match: match[1] if match[2] is None else _PARTS[match[2]], cldr)
