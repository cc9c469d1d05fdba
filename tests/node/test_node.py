"""What the scripts of the theme decide without a page, in Node: how a browser shows it is seen in tests/browser."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

from browser.checkers import missing
from browser.conftest import skip_or_fail

FOLDER = Path(__file__).parent


def test_what_the_scripts_decide_holds_in_node() -> None:
    skip_or_fail(missing("node"))
    files = sorted(FOLDER.glob("*.test.mjs"))
    run = subprocess.run(
        [str(shutil.which("node")), "--test", "--test-reporter=dot", *files],
        capture_output=True,
        text=True,
        encoding="utf-8",
    )
    assert files and run.returncode == 0, run.stdout + run.stderr
