"""A solver that reads reports as equations, and asks of each number that is not shown how small and how large it can be.

All questions of one kind are asked at once: what is unknown in one report has nothing in common with another, so
one integer program over all of them, with the sum of one unknown of each as its aim, answers for each.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import numpy as np

from voorlichter.artefacts.report.figures import ReportFigures

if TYPE_CHECKING:  # it takes half a second to read, and every process of the tests reads this file
    from scipy.optimize import Bounds, LinearConstraint

FAR = 10_000


@dataclass(frozen=True)
class Hidden:
    """A number that no report shows."""

    what: str
    threshold: int
    place: int
    """Which of the puzzle's unknowns it is."""


@dataclass
class Puzzle:
    """Unknown whole numbers, each between two bounds, and sums of them that are known to lie between two bounds."""

    lows: list[int] = field(default_factory=list)
    highs: list[int] = field(default_factory=list)
    sums: list[tuple[list[int], int, int]] = field(default_factory=list)
    hidden: list[Hidden] = field(default_factory=list)

    def unknown(self, what: str, threshold: int, low: int = 0, high: int = FAR) -> int:
        self.hidden.append(Hidden(what, threshold, self.known(low, high)))
        return len(self.lows) - 1

    def known(self, low: int, high: int) -> int:
        self.lows.append(low)
        self.highs.append(high)
        return len(self.lows) - 1


def puzzles_of(told: Sequence[ReportFigures]) -> Iterator[Puzzle]:
    """All that the reports of one organisation say, as equations; years and tables share no unknown but those of a period."""
    last = told[-1]
    threshold = min(one.bounds.threshold for one in told)
    for period in last.periods:
        if period.span > 1:
            puzzle = Puzzle()
            years = [puzzle.unknown(f"reports {year}", threshold) for year in range(period.first, period.last + 1)]
            puzzle.sums.append((years, period.reports, period.reports))
            yield puzzle
    if last.waiting and last.bounds.years_together == 1:
        puzzle = Puzzle()
        years = [puzzle.unknown(f"reports {year}", threshold) for year in last.waiting]
        puzzle.sums.append((years, 0, last.bounds.threshold - 1))
        yield puzzle
    for one in told:
        if one.period is None or (one.bounds.small and not one.tables):
            continue
        reports, t = one.period.reports, one.bounds.threshold
        if one.persons is None and one.period.span == 1:
            puzzle = Puzzle()
            puzzle.unknown(f"persons {one.year}", t, 1, reports)
            yield puzzle
        for name, table in one.tables.items():
            puzzle = Puzzle()
            what = f"{name} {one.year}"
            if table is None:
                cells = [puzzle.unknown(f"{what}: one of those left out", t) for _ in range(2)]
                puzzle.sums.append((cells, reports, reports))
                yield puzzle
                continue
            shown = [puzzle.known(number, number) for number in table.shown.values()]
            # Cells join from the end, so that none but a small one is hidden before the last that is shown.
            last_shown = max((int(cell) for cell in table.shown), default=-1)
            cells = [
                puzzle.unknown(f"{what}: {cell}", t, high=FAR if int(cell) > last_shown else t - 1)
                for cell in table.together
            ]
            puzzle.sums.append((cells, table.together_sum, table.together_sum)) if cells else None
            puzzle.sums.append((shown + cells, reports, reports))
            yield puzzle


def bounds_of_all(puzzles: Sequence[Puzzle]) -> list[tuple[Hidden, int, int]]:
    """The smallest and the largest that each hidden number can be."""
    from scipy.optimize import Bounds, LinearConstraint
    from scipy.sparse import csr_matrix

    starts = np.cumsum([0, *(len(puzzle.lows) for puzzle in puzzles)])
    lows = np.concatenate([puzzle.lows for puzzle in puzzles])
    highs = np.concatenate([puzzle.highs for puzzle in puzzles])
    sums = [
        ([start + place for place in places], low, high)
        for start, puzzle in zip(starts, puzzles, strict=False)
        for places, low, high in puzzle.sums
    ]
    rows = np.repeat(np.arange(len(sums)), [len(places) for places, _, _ in sums])
    columns = np.concatenate([places for places, _, _ in sums])
    equations = csr_matrix((np.ones(len(columns)), (rows, columns)), shape=(len(sums), len(lows)))
    told = LinearConstraint(equations, [low for _, low, _ in sums], [high for _, _, high in sums])
    found = []
    for turn in range(max(len(puzzle.hidden) for puzzle in puzzles)):
        asked = [
            (hidden, start + hidden.place)
            for start, puzzle in zip(starts, puzzles, strict=False)
            for hidden in puzzle.hidden[turn : turn + 1]
        ]
        ends = [_extreme([place for _, place in asked], sign, told, Bounds(lows, highs)) for sign in (1, -1)]
        found += [(hidden, low, high) for (hidden, _), low, high in zip(asked, *ends, strict=True)]
    return found


def _extreme(places: Iterable[int], sign: int, told: LinearConstraint, bounds: Bounds) -> list[int]:
    from scipy.optimize import milp

    places = list(places)
    aim = np.zeros(len(bounds.lb))
    aim[places] = sign
    solved = milp(aim, constraints=told, bounds=bounds, integrality=np.ones(len(aim)))
    assert solved.success, solved.message
    return [round(solved.x[place]) for place in places]
