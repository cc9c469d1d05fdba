"""Which rows of a test CI takes where it takes one in so many."""

from __future__ import annotations

from zlib import crc32


def sample(test: str, rows: int, n: int) -> set[int]:
    """One in n of them and one at least, always the same for a test of this name.

    Not each test begins with its first row, and of each n another is taken, counting on: so of rows that are
    combinations every value has its turn.
    """
    n = min(n, rows)
    return {row for row in range(rows) if row % n == (row // n + crc32(test.encode())) % n}
