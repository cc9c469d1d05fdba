"""How long a site stays as it is, if nobody changes anything."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Lasting:
    """The days on which a site stays as it is: from the first up to, not including, the second."""

    start: date
    end: date

    def holds(self, day: date) -> bool:
        return self.start <= day < self.end


def lasting(boundaries: Iterable[date], today: date) -> Lasting:
    """The stretch around today in which none of the boundaries lies."""
    days = sorted({*boundaries, date.min, date.max})
    return Lasting(max(day for day in days if day <= today), min(day for day in days if day > today))
