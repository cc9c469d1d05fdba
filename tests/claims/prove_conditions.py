"""Every condition of the templates turned round, one at a time, on the whole covering set: `scripts/prove.py claims`.

It takes long, so pytest does not find it by itself. It prints how many were noticed; those that were not are named.
"""

from __future__ import annotations

from datetime import date
from pathlib import Path

from support import TODAY

from claims.bite import notices
from claims.changed import find_conditions
from claims.said import Case
from claims.test_claims import cases, folders, rows, stage_one  # noqa: F401  fixtures

_DAY = date.fromisoformat(TODAY)


def test_a_condition_that_is_turned_round_is_noticed(cases: list[Case], folders: dict[str, Path]) -> None:  # noqa: F811
    """The inverse of any one condition is false somewhere, or cannot be filled."""
    found = [(condition, folder) for folder in folders.values() for condition in find_conditions(folder)]
    unnoticed = [str(condition) for condition, folder in found if notices(condition, folder, cases, _DAY) is None]
    print(f"{len(found) - len(unnoticed)} of {len(found)} inverted conditions noticed")
    assert not unnoticed, "\n".join(unnoticed)
