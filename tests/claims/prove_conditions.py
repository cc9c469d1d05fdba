"""Every condition of the templates turned round, one at a time, on the whole covering set: `scripts/prove.py claims`.

It takes long, so pytest does not find it by itself. It prints how many were noticed; those that were not are named.
"""

from __future__ import annotations

from datetime import date
from pathlib import Path

from support import TODAY

from claims.bite import noticed
from claims.inverted import find_conditions, is_cosmetic
from claims.said import Case
from claims.test_claims import cases, folders, rows, stage_one  # noqa: F401  fixtures

_DAY = date.fromisoformat(TODAY)


def test_a_condition_that_is_turned_round_is_noticed(cases: list[Case], folders: dict[str, Path]) -> None:  # noqa: F811
    """The inverse of any one condition is false somewhere, or cannot be filled."""
    unnoticed, count = [], 0
    for name in ("nl-je", "en"):  # nl-u has the conditions of nl-je
        for condition, found in noticed(
            (one for one in find_conditions(folders[name]) if not is_cosmetic(one)), folders[name], cases
        ):
            count += 1
            unnoticed += [] if found else [f"{name} {condition}"]
    print(f"{count - len(unnoticed)} of {count} inverted conditions noticed")
    assert not unnoticed, "\n".join(unnoticed)
