"""A workspace that a release made is built by every later version: each folder here is one, as `voorlichter new` wrote it then."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from support import TODAY, Answer, broken, run

HERE = Path(__file__).parent
RELEASES = sorted(path.parent.name for path in HERE.glob("*/profiles"))

pytestmark = pytest.mark.slow


@pytest.fixture
def ask(examples: Path, tmp_path: Path) -> Callable[..., Answer]:
    def answer(release: str, *words: object) -> Answer:
        root = tmp_path / release
        if not root.exists():
            shutil.copytree(HERE / release, root)
        return run(*words, "-C", root, "--date", TODAY, "--lang", "en")

    return answer


@pytest.mark.parametrize("release", RELEASES)
def test_the_workspace_of_a_release_is_checked_and_built(
    release: str, ask: Callable[..., Answer], tmp_path: Path
) -> None:
    checked = ask(release, "check")
    assert (checked.code, "0 errors" in checked.out) == (0, True), checked.err
    built = ask(release, "build")
    assert built.code == 0, built.err
    sites = sorted((tmp_path / release / "site").iterdir())
    assert [site.name for site in sites] == sorted(
        path.name for path in (tmp_path / release / "profiles").iterdir() if path.is_dir()
    )
    assert [broken(site) for site in sites] == [[] for _ in sites]


def test_the_kit_of_a_release_is_made(ask: Callable[..., Answer], tmp_path: Path) -> None:
    release = RELEASES[-1]
    made = ask(release, "kit")
    assert made.code == 0, made.err
    assert (tmp_path / release / "kit/zeester/kit.json").is_file()
