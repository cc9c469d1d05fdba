"""A sample leaves no test out, and over the tests no row is always left out."""

from __future__ import annotations

import pytest
from sampled import sample

TESTS = [f"tests/browser/test_zee.py::test_{number}" for number in range(60)]


@pytest.mark.parametrize("n", [1, 2, 3, 5])
@pytest.mark.parametrize("rows", [1, 2, 3, 4, 8, 11, 16])
def test_one_in_so_many_is_taken_and_one_at_least(rows: int, n: int) -> None:
    for test in TESTS:
        taken = sample(test, rows, n)
        assert taken and taken <= set(range(rows))
        assert rows // n <= len(taken) <= -(-rows // n)


def test_no_row_is_left_out_of_every_test() -> None:
    assert set[int]().union(*(sample(test, 4, 3) for test in TESTS)) == {0, 1, 2, 3}


def test_of_combinations_every_value_has_its_turn_in_one_test() -> None:
    taken = sample(TESTS[0], 9, 3)
    assert {row % 3 for row in taken} == {row // 3 for row in taken} == {0, 1, 2}


def test_a_test_has_the_same_sample_every_time() -> None:
    assert sample(TESTS[0], 16, 3) == sample(TESTS[0], 16, 3) != set(range(16))
