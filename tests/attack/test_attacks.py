"""A sample of every attack, of strings and workspaces at every change; `scripts/prove.py attack` does the whole."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from browser.conftest import running_chromium
from browser.server import serving
from support import TESTS, copy_linked, template_of

from attack import pictures, races, rollbacks, strings, workspaces
from attack.bad_days import COMMANDS, FAULTS, TABLE, Day, can_have_namespaces, spend_on
from attack.found import Ground

if TYPE_CHECKING:
    from playwright.sync_api import Browser

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(sys.platform != "linux", reason="attacks with what Linux has"),
]

DAYS = ("the profile is in UTF-16",)
IN_NAMESPACES = ("the disk is full",)
SHAPES = ("links to a secret", "a sheet that reads")
KILLED = """
from pathlib import Path
import sys
from attack.found import Ground
from attack.kills import kill_many
print(kill_many(Ground(Path(sys.argv[1]), Path(sys.argv[2])), sys.argv[3], 1, "sample")[1])
"""


@pytest.fixture
def ground(tmp_path: Path, examples: Path) -> Ground:
    """With the templates of the examples."""
    for name in ("nl-je", "en"):
        template = template_of(examples, name)
        copy_linked(template, tmp_path / "cache/templates" / template.name)
    return Ground(tmp_path, tmp_path / "cache")


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with running_chromium() as browser:
        yield browser


def test_every_command_has_an_expected_end_on_every_bad_day() -> None:
    assert len(TABLE) >= 12 and len(COMMANDS) >= 8
    assert FAULTS.keys() == TABLE.keys()
    assert [fault for fault, row in TABLE.items() if "all" not in row or not row.keys() <= {"all", *COMMANDS}] == []


@pytest.mark.proof
def test_on_a_bad_day_publishing_ends_as_written_down_and_loses_nothing(ground: Ground) -> None:
    day = Day(ground.part("published"), made=("publish",))
    days = (*DAYS, *(IN_NAMESPACES if can_have_namespaces() else ()))
    assert [line for fault in days for line in spend_on(day, fault, "publish")] == []


@pytest.mark.proof
@pytest.mark.parametrize("command", ["publish", "publish --rollback"])
def test_a_command_that_is_killed_leaves_all_whole(ground: Ground, command: str) -> None:
    words = [sys.executable, "-c", KILLED, str(ground.folder), str(ground.cache), command]
    known = {**os.environ, "PYTHONPATH": str(TESTS)}
    done = subprocess.run(words, capture_output=True, text=True, check=False, env=known)
    assert (done.returncode, done.stdout) == (0, "[]\n"), done.stderr


@pytest.mark.proof
def test_of_those_who_publish_at_once_the_last_to_report_is_live(ground: Ground) -> None:
    assert races.attack(ground, 5, lambda _: None).faults == []


@pytest.mark.proof
def test_a_history_goes_back_whole(ground: Ground) -> None:
    assert rollbacks.roll_back(ground, 1) == []


@pytest.mark.sampled(2)
@pytest.mark.parametrize("shape", SHAPES)
def test_a_workspace_runs_nothing_and_shows_nothing_of_elsewhere(ground: Ground, shape: str) -> None:
    assert len(workspaces.SHAPES) >= 30
    assert workspaces.open_all(ground, shape, ("check",)) == []


def test_a_hostile_string_is_refused_or_text(ground: Ground, browser: Browser) -> None:
    site, folder, wrong = strings.build(ground, 7)
    assert wrong == []
    assert len(site.values) * len(strings.strings()) >= 10_000
    assert len(site.values) > len(site.refused) > 0
    with serving(folder) as origin:
        page = strings.new_visit(browser).new_page()
        seen = [
            line
            for name in ("index", "wie", "kamer", "training-every-type")
            for line in strings.open_pages(page, origin, folder, set(), f"{name}.html")
        ]
    assert seen == []


def test_what_would_run_is_seen(browser: Browser, tmp_path: Path) -> None:
    """The test above looks."""
    faults = {
        "hit zq": "<script>hit('zq')</script>",
        "foreign request": "<img src='http://127.0.0.1:9/x.png'>",
        "attribute onclick": "<b onclick='x'>x</b>",
        "href javascript": "<a href='javascript:x'>x</a>",
        "element IFRAME": "<iframe srcdoc='x'></iframe>",
    }
    for number, text in enumerate(faults.values()):
        (tmp_path / f"{number}.html").write_text(f"<!doctype html><title>x</title>{text}", encoding="utf-8")
    with serving(tmp_path) as origin:
        seen = list(strings.open_pages(strings.new_visit(browser).new_page(), origin, tmp_path, set()))
    assert [fault for fault in faults if not any(fault in line for line in seen)] == []


@pytest.mark.proof
def test_a_picture_looks_as_in_a_browser_or_is_refused(browser: Browser, tmp_path: Path) -> None:
    every = list(pictures.rasters())
    assert len(every) >= 60
    page = browser.new_page()
    assert pictures.judge(tmp_path / "drawn", ("logo",), every[::9], 20, page)[1] == []
    page.close()
