"""Whatever is wrong with JSON that somebody else wrote, it is told and ends nothing."""

from __future__ import annotations

import pytest

from voorlichter.json_read import read_json


@pytest.mark.parametrize(
    "data", ["[" * 100_000, b'{"a":' * 100_000, "[" * 100_000 + "]" * 100_000, "", b"\xff", "[1,]"]
)
def test_what_is_no_json_or_nests_without_end_is_a_wrong_value(data: str | bytes) -> None:
    with pytest.raises(ValueError):
        read_json(data)


def test_lists_in_lists_that_a_hand_may_write_are_read() -> None:
    assert read_json('[{"a": [[1]]}]') == [{"a": [[1]]}]
