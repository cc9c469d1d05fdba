"""The days on which the Netherlands stands still, told once in a template: stage 2 chooses the years."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from voorlichter.template.finished import finished_facts

YEARS = range(2025, 2056)
"""All that a template knows; about a day outside them a site says nothing."""


def read_public_holidays() -> Mapping[str, str]:
    """`MM-DD` for each holiday of a year, in order.

    A page says of such a day that an advisor can usually not be reached. That keeps somebody from calling,
    so a day counts only where nearly everybody is free. Good Friday, on which most people work, is left out.
    Liberation Day counts every fifth year, as the collective agreements have it.
    """
    if known := finished_facts():
        return known.holidays
    from holidays.countries.netherlands import Netherlands  # takes a tenth of a second

    calendar: dict[date, str] = Netherlands(years=YEARS, language="en_US")  # type: ignore[no-untyped-call]
    days = sorted(day for day, name in calendar.items() if "Good Friday" not in name)
    return {str(year): " ".join(f"{day:%m-%d}" for day in days if day.year == year) for year in YEARS}
