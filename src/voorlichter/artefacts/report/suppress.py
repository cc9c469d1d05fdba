"""Which numbers of one table may be shown, so that no small one can be worked out.

Small is under the threshold t. Everybody may know the total (t at least) and this algorithm; nobody may narrow a
cell that is not shown to fewer than t values. Cells that are not shown stand together, as one sum:

1. All cells are t or more: all are shown.
2. The small cells, k of them, add up to at least t and at most (k - 1)(t - 1): they stand together. Whatever one of
   them is, 0 to t - 1, the others can make up the rest.
3. Else larger cells join them, in an order that does not depend on the numbers, until j cells have joined and
   the sum is at least (j + 1)t. Had all that joined but the last been exactly t, and all small ones but one been 0,
   the same cells would have joined: after fewer the sum was under what was asked. So that one small cell can
   be any of 0 to t - 1, with the last that joined making up the rest; in the same way each that joined but
   the last can be any of t to 2t - 1, and the last has a value for each of these.
4. Where nothing would be left to show, the table is left out. It is left out as well whenever one cell
   holds everything but v < t, and another that v; so each cell can be 0 to t - 1.

Tables have nothing in common but the total, so what holds for each holds for all of them together.
tests/annual_report/test_suppression.py asks it of every possible input.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Table:
    """A table as it may be published: cells that are shown, and those that stand together with their sum."""

    shown: Mapping[str, int]
    together: tuple[str, ...] = ()
    together_sum: int = 0


def suppress_table(cells: Mapping[str, int], joining: Sequence[str], threshold: int) -> Table | None:
    """The table to publish, or None to leave it out; `joining` is every cell, in the order in which they join small ones."""
    hidden = {name for name in joining if cells[name] < threshold}
    small = sum(cells[name] for name in hidden)
    enough = not hidden or threshold <= small <= (len(hidden) - 1) * (threshold - 1)
    joined = 0
    for name in joining:
        if enough:
            break
        if cells[name] >= threshold:
            hidden.add(name)
            joined += 1
            enough = sum(cells[other] for other in hidden) >= (joined + 1) * threshold
    shown = {name: number for name, number in cells.items() if name not in hidden}
    if not shown:
        return None
    together = tuple(name for name in cells if name in hidden)
    return Table(shown, together, sum(cells[name] for name in together))


def suppress_persons(persons: int | None, reports: int, threshold: int) -> int | None:
    """How many persons came, beside how many reports there were: only where neither is small, nor their difference.

    Where it is left out, the last t numbers up to that of the reports are all possible.
    """
    if persons is None or persons < threshold or reports - persons < threshold:
        return None
    return persons
