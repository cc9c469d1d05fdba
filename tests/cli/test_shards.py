"""Several machines share the work: every organisation is made by exactly one of them, and comes out as from one alone."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from support import BASE, TODAY, files_of, run

from voorlichter.shards import Shard

SLUGS = ["anker", "baken", "boei", "haven", "kade", "zeester"]


@pytest.mark.sampled(4)
@pytest.mark.parametrize("count", range(1, 65))
def test_parts_are_disjoint_and_together_whole(count: int) -> None:
    slugs = [f"organisatie-{number}" for number in range(1000)]
    parts = [Shard(number, count).of(slugs) for number in range(1, count + 1)]
    assert sorted(slug for part in parts for slug in part) == sorted(slugs)
    assert max(map(len, parts)) < 2 * len(slugs) / count + 20


def test_who_comes_or_goes_moves_nobody_else() -> None:
    few, more = SLUGS[1:4], [*SLUGS, "sluis"]
    for number in (1, 2, 3):
        assert Shard(number, 3).of(few) == [slug for slug in Shard(number, 3).of(more) if slug in few]


def test_shards_give_the_same_sites_as_one_machine(new_workspace: Callable[..., Path]) -> None:
    text = (BASE / "profiles/zeester/profile.yml").read_text(encoding="utf-8")
    root = new_workspace({f"profiles/{slug}/profile.yml": text for slug in SLUGS})
    words = ("build", "-C", root, "--lang", "en", "--date", TODAY)
    assert run(*words).code == 0
    for number in (1, 2, 3):
        answer = run(*words, "-o", root / "parts", "--shard", f"{number}/3")
        assert answer.code == 0 and "0 unchanged" in answer.out
    assert files_of(root / "parts") == files_of(root / "site")


def test_a_part_without_anybody_in_it_is_no_mistake(workspace: Path) -> None:
    empty = next(number for number in range(1, 9) if not Shard(number, 8).of(["zeester"]))
    answer = run("build", "-C", workspace, "--lang", "en", "--date", TODAY, "--shard", f"{empty}/8")
    assert (answer.code, answer.out.split(",")[0]) == (0, "0 built")


@pytest.mark.parametrize("text", ["0/4", "5/4", "1", "1/0", "a/b", "1/2/3", "-1/4", "1/9999", "1.5/4", ""])
def test_what_is_no_part_is_told_with_what_to_write(workspace: Path, text: str) -> None:
    answer = run("build", "-C", workspace, "--lang", "en", "--shard", text)
    assert answer.code == 2 and "like 2/8" in answer.err
