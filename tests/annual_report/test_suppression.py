"""Suppression as an attack: whoever knows the algorithm and has every report may narrow nothing to under t values.

The first attack knows everything: it runs the algorithm on every input there is, and looks which ones give the same
publication. The second is a solver: it knows no input, only the equations in all reports of an organisation together.
"""

from __future__ import annotations

import itertools
import random
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence

import pytest

from annual_report.attack import Puzzle, bounds_of_all, puzzles_of
from voorlichter.artefacts.report.figures import CountedYear, Period, ReportFigures, SuppressionBounds, plan_figures
from voorlichter.artefacts.report.suppress import Table, suppress_persons, suppress_table

Suppress = Callable[[Mapping[str, int], Sequence[str], int], Table | None]


def small_cells_only(cells: Mapping[str, int], joining: Sequence[str], threshold: int) -> Table | None:
    """What somebody writes who only thinks of the cells themselves."""
    together = tuple(name for name, number in cells.items() if number < threshold)
    return Table(
        {name: number for name, number in cells.items() if name not in together},
        together,
        sum(cells[name] for name in together),
    )


def all_tables(cells: int, total: int) -> Iterator[tuple[int, ...]]:
    """Every table with that many cells and that total."""
    for bars in itertools.combinations(range(total + cells - 1), cells - 1):
        yield tuple(after - before - 1 for before, after in itertools.pairwise((-1, *bars, total + cells - 1)))


def narrowest(suppress: Suppress, cells: int, total: int, threshold: int) -> int:
    """The fewest values that any hidden cell of any table with this total is left with, or those of a shown number that is small."""
    names = [str(number) for number in range(cells)]
    alike: dict[object, list[tuple[int, ...]]] = defaultdict(list)
    for table in all_tables(cells, total):
        told = suppress(dict(zip(names, table, strict=True)), names, threshold)
        if told and (
            told.together and told.together_sum < threshold or any(number < threshold for number in told.shown.values())
        ):
            return 1
        alike[told and (tuple(told.shown.items()), told.together, told.together_sum)].append(table)
    left = [
        len({table[place] for table in tables})
        for told, tables in alike.items()
        for place, name in enumerate(names)
        if told is None or name in told[1]  # type: ignore[index]
    ]
    return min(left, default=threshold)


@pytest.mark.parametrize(
    ("threshold", "cells", "largest"),
    [
        (2, 2, 20),
        (2, 3, 20),
        (2, 4, 16),
        (2, 6, 11),
        (3, 4, 20),
        (3, 5, 16),
        (4, 3, 30),
        (4, 4, 22),
        (5, 2, 40),
        (5, 3, 40),
        (5, 4, 28),
        (6, 3, 40),
    ],
)
def test_who_tries_every_table_is_left_with_as_many_values_as_the_threshold(
    threshold: int, cells: int, largest: int
) -> None:
    for total in range(threshold, largest + 1):
        assert narrowest(suppress_table, cells, total, threshold) >= threshold, f"total {total}"


def test_the_attack_breaks_a_table_where_only_small_cells_are_hidden() -> None:
    assert narrowest(small_cells_only, cells=4, total=14, threshold=3) == 1


@pytest.mark.parametrize(
    ("cells", "together"),
    [
        ((5, 5, 5), ""),
        ((2, 3, 0, 9), "abc"),
        ((4, 4, 0, 9), "abc"),
        ((4, 4, 1, 9, 9), "abcd"),
        ((1, 3, 0, 9, 9), "abcd"),
        ((4, 6, 6), "ab"),
        ((4, 5, 6, 8), "abc"),
        ((0, 10, 6), "ab"),
        ((0, 9, 6, 7), "abc"),
    ],
    ids=str,
)
def test_no_more_is_hidden_than_keeps_the_small_numbers_from_view(cells: tuple[int, ...], together: str) -> None:
    table = dict(zip("abcde", cells, strict=False))
    told = suppress_table(table, list(table), threshold=5)
    assert told is not None
    assert (told.together, told.together_sum) == (tuple(together), sum(table[name] for name in together))
    assert told.shown == {name: number for name, number in table.items() if name not in together}


def test_persons_are_told_as_soon_as_neither_they_nor_who_came_more_often_are_few() -> None:
    assert [suppress_persons(persons, 10, threshold=5) for persons in (4, 5, 6)] == [None, 5, None]
    assert suppress_persons(None, 10, threshold=5) is None


def test_who_tries_every_number_of_persons_is_left_with_as_many_as_the_threshold() -> None:
    for threshold, reports in itertools.product(range(2, 8), range(30)):
        hidden = {persons for persons in range(1, reports + 1) if suppress_persons(persons, reports, threshold) is None}
        assert len(hidden) >= threshold or reports < threshold


# Histories: years one after the other, each report made with the ones before it at hand


def publish(years: Mapping[int, CountedYear], bounds: Sequence[SuppressionBounds]) -> list[ReportFigures]:
    told: list[ReportFigures] = []
    for year, bound in zip(years, bounds, strict=True):
        known = {number: counted for number, counted in years.items() if number <= year}
        told.append(plan_figures(known, year, bound, told[-1] if told else None))
    return told


def as_read(told: Sequence[ReportFigures]) -> object:
    """All that a reader has, to compare."""
    return [
        (
            one.periods,
            one.waiting,
            one.persons,
            [
                (name, table and (tuple(table.shown.items()), table.together, table.together_sum))
                for name, table in one.tables.items()
            ],
        )
        for one in told
    ]


@pytest.mark.parametrize(
    "bounds",
    [
        [SuppressionBounds(3, False)] * 4,
        [SuppressionBounds(3, False, years_together=2)] * 4,
        [
            SuppressionBounds(3, True),
            SuppressionBounds(3, False),
            SuppressionBounds(5, False),
            SuppressionBounds(3, False),
        ],
        [
            SuppressionBounds(5, False),
            SuppressionBounds(3, False),
            SuppressionBounds(3, True, years_together=3),
            SuppressionBounds(4, False),
        ],
    ],
    ids=[
        "the same every year",
        "two years together",
        "a threshold that rises and falls",
        "bounds that change every year",
    ],
)
def test_who_tries_every_history_learns_no_small_total(bounds: list[SuppressionBounds]) -> None:
    least, most = min(bound.threshold for bound in bounds), 10
    alike: dict[str, list[tuple[int, ...]]] = defaultdict(list)
    shown: dict[str, list[ReportFigures]] = {}
    for totals in itertools.product(range(most + 1), repeat=len(bounds)):
        told = publish({2020 + number: CountedYear(total) for number, total in enumerate(totals)}, bounds)
        key = str(as_read(told))
        alike[key].append(totals)
        shown[key] = told
    asked = 0
    for key, histories in alike.items():
        periods = shown[key][-1].periods
        if any(period.reports > most for period in periods):
            continue  # other histories that give the same would lie beyond what was tried
        assert all(period.reports >= least for period in periods)
        single = {period.first for period in periods if period.span == 1}
        for place in range(len(bounds)):
            if 2020 + place not in single:
                asked += 1
                assert len({history[place] for history in histories}) >= least, key
    assert asked > 100


def test_who_tries_every_history_with_tables_and_persons_learns_no_small_number() -> None:
    bounds, names, most = [SuppressionBounds(2, False)] * 2, ("a", "b", "c"), 5
    inputs = [
        (table, persons)
        for total in range(most + 1)
        for table in all_tables(3, total)
        for persons in range(min(1, total), total + 1)
    ]
    alike: dict[str, list[list[int]]] = defaultdict(list)
    shown: dict[str, list[ReportFigures]] = {}
    for one, two in itertools.product(inputs, repeat=2):
        years = {
            2020 + place: CountedYear(sum(table), persons, {"topic": dict(zip(names, table, strict=True))})
            for place, (table, persons) in enumerate((one, two))
        }
        told = publish(years, bounds)
        key = str(as_read(told))
        shown[key] = told
        alike[key].append([value for table, persons in (one, two) for value in (persons, *table)])
    for key, histories in alike.items():
        if any(period.reports > most for period in shown[key][-1].periods):
            continue
        for place, one in enumerate(shown[key]):
            known = one.tables["topic"].shown if one.tables.get("topic") else {}
            hidden = [0] * (one.persons is None) + [
                1 + number for number, name in enumerate(names) if name not in known
            ]
            for number in hidden:
                assert len({history[4 * place + number] for history in histories}) >= 2, key


def test_a_year_that_waited_is_never_told_apart_though_the_threshold_became_lower() -> None:
    told = publish(
        {2024: CountedYear(7), 2025: CountedYear(9), 2026: CountedYear(8)},
        [SuppressionBounds(10, False), SuppressionBounds(5, False), SuppressionBounds(5, False)],
    )
    assert told[0].waiting == (2024,)
    assert told[-1].periods == (Period(2024, 2025, 16), Period(2026, 2026, 8))


def test_persons_are_not_added_up_over_years_for_somebody_may_come_in_two() -> None:
    years = {2024: CountedYear(40, 30), 2025: CountedYear(40, 30)}
    assert [one.persons for one in publish(years, [SuppressionBounds(5, False)] * 2)] == [30, 30]
    assert [one.persons for one in publish(years, [SuppressionBounds(5, False, years_together=2)] * 2)] == [None, None]


def test_a_small_organisation_is_told_in_tables_only_where_three_years_stand_together() -> None:
    years = {year: CountedYear(40, 30, {"status": {"ongoing": 20, "closed": 20}}) for year in range(2023, 2027)}
    assert [one.tables for one in publish(years, [SuppressionBounds(5, True)] * 4)] == [{}] * 4
    assert [list(one.tables) for one in publish(years, [SuppressionBounds(5, True, years_together=3)] * 4)] == [
        [],
        [],
        ["status"],
        [],
    ]


# The solver


def make_history(chance: random.Random) -> tuple[dict[int, CountedYear], list[SuppressionBounds]]:
    """A few years of an organisation, with few or many reports, spread evenly or not."""
    bounds = [
        SuppressionBounds(chance.choice((5, 5, 5, 7, 10)), chance.random() < 0.2, chance.choice((1, 1, 1, 2, 3)))
    ] * chance.randint(1, 4)
    years = {}
    for year in range(2020, 2020 + len(bounds)):
        total = chance.choice((chance.randint(0, 12), chance.randint(5, 60), chance.randint(30, 200)))
        tables = {}
        for name, cells in (("topic", 9), ("relation", 4), ("route", 7), ("status", 2)):
            weights = [chance.random() ** chance.choice((1, 3, 6)) for _ in range(cells)]
            drawn = chance.choices(range(cells), weights, k=total)
            tables[name] = {str(cell): drawn.count(cell) for cell in range(cells)}
        years[year] = CountedYear(total, chance.randint(min(1, total), total), tables)
    return years, bounds


def made_puzzles(number: int) -> list[Puzzle]:
    return [puzzle for seed in range(number) for puzzle in puzzles_of(publish(*make_history(random.Random(seed))))]


@pytest.mark.proof
def test_a_solver_with_every_report_narrows_nothing_over_thousands_of_histories() -> None:
    puzzles = made_puzzles(2_000)
    narrowed = [
        (hidden, low, high) for hidden, low, high in bounds_of_all(puzzles) if high - low + 1 < hidden.threshold
    ]
    assert narrowed == []
    assert sum(len(puzzle.hidden) for puzzle in puzzles) > 10_000


def test_the_solver_breaks_reports_where_only_small_cells_are_hidden(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("voorlichter.artefacts.report.figures.suppress_table", small_cells_only)
    assert any(low == high for _, low, high in bounds_of_all(made_puzzles(50)))
