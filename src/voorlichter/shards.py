"""A part of all organisations, for one of several machines that share the work."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from hashlib import sha256

MOST = 1024
"""Machines; more than anybody's CI gives at a time."""


@dataclass(frozen=True, slots=True)
class Shard:
    """Part `number` of `count`, from 1.

    An organisation's part goes by its slug alone: it stays where it is when others come and go, so that what a machine
    kept of it the last time holds.
    """

    number: int
    count: int

    @classmethod
    def parse(cls, text: str) -> Shard | None:
        """Of `2/8`; None where it is not written so."""
        match = re.fullmatch(r"([1-9][0-9]{0,3})/([1-9][0-9]{0,3})", text)
        if match is None or not int(match[1]) <= int(match[2]) <= MOST:
            return None
        return cls(int(match[1]), int(match[2]))

    def of(self, slugs: Iterable[str]) -> list[str]:
        return [slug for slug in slugs if _number_of(slug) % self.count == self.number - 1]


def _number_of(slug: str) -> int:
    return int.from_bytes(sha256(slug.encode()).digest()[:8], "big")
