"""What the tab makes is what the command line makes, byte for byte; and after loading it asks nobody for anything."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from golden_case import lay_over
from support import BASE, REPOSITORY, TESTS, TODAY

from voorlichter.workspace import Workspace

from .stand_in import StandIn
from .tab import Tab

pytestmark = [pytest.mark.browser, pytest.mark.slow]

EXAMPLES = sorted(path.name for path in (REPOSITORY / "profiles").iterdir() if path.is_dir())
CASES = sorted(
    path.relative_to(TESTS / "golden").as_posix()
    for group in ("advisors", "own", "rules", "value")
    for path in (TESTS / "golden" / group).iterdir()
)
SAMPLE = [case for group in ("own", "rules", "advisors", "value") for case in CASES if case.startswith(f"{group}/")][
    ::6
]
PICTURED = (".png", ".jpg")


def made_by(answer: dict[str, Any]) -> dict[str, Any]:
    """With the names of encoded pictures, whatever is in them."""
    files = {name: None if name.endswith(PICTURED) else hash_ for name, hash_ in answer.get("files", {}).items()}
    return {**answer, "files": files}


def differing(one: dict[str, Any], other: dict[str, Any]) -> list[str]:
    """The names of what is not the same in both: files, and the rest of an answer."""
    ours, theirs = one.pop("files"), other.pop("files")
    for pictures in one.get("pictures"), other.get("pictures"):
        assert all(told == [] for *_, told in (pictures or {}).values())
    return [
        *(name for name in sorted({*ours, *theirs}) if ours.get(name, "") != theirs.get(name, "")),
        *(key for key in sorted({*one, *other}) if one.get(key) != other.get(key)),
    ]


def both(
    tab: Tab, folder: Path, slug: str, packs: tuple[str, ...] = ()
) -> tuple[dict[str, Any], dict[str, Any]]:
    asked = {"verb": "fill", "slug": slug, "today": TODAY, "packs": list(packs)}
    tab.put(folder)
    return made_by(tab.ask(**asked)), made_by(StandIn(Workspace.at(folder), date.fromisoformat(TODAY)).handle(asked))


@pytest.mark.parametrize("slug", EXAMPLES)
def test_an_example_is_the_same(tab: Tab, tmp_path: Path, slug: str) -> None:
    for name in ("profiles", "advisors"):
        shutil.copytree(REPOSITORY / name, tmp_path / name)
    in_tab, on_computer = both(tab, tmp_path, slug, ("scorm12", "cmi5", "gift") if slug == EXAMPLES[-1] else ())
    assert len(in_tab["files"]) > 50
    assert differing(in_tab, on_computer) == []


@pytest.mark.parametrize("case", SAMPLE)
def test_a_golden_profile_is_the_same(tab: Tab, tmp_path: Path, case: str) -> None:
    shutil.copytree(BASE, tmp_path, dirs_exist_ok=True)
    lay_over(TESTS / "golden" / case, tmp_path)
    in_tab, on_computer = both(tab, tmp_path, "zeester")
    assert differing(in_tab, on_computer) == []


def test_nothing_was_asked_for_after_loading(tab: Tab) -> None:
    assert [url for url in tab.requests[tab.loaded :] if not url.startswith("blob:")] == []
    assert {
        url for url in tab.requests if not url.removeprefix("blob:").startswith(tab.address.removesuffix("studio/"))
    } == set()
    assert tab.said == []
