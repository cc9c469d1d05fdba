"""The proof in a real Moodle: what it says where there is none, and the table of what it saw."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest
from browser.figures import Figures

sys.path.insert(0, str(Path(__file__).parents[2] / "scripts"))

import lms_server as server  # noqa: E402
import prove_lms as lms  # noqa: E402


@pytest.mark.parametrize("there", [(), ("version.php",), ("version.php", "admin/cli/install.php")])
def test_a_folder_is_a_moodle_by_its_version_and_its_installer(tmp_path: Path, there: tuple[str, ...]) -> None:
    for name in there:
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("<?php\n$release  = '4.5.6 (Build: 20250811)'; // its name\n", encoding="utf-8")
    assert server.release_of(tmp_path) == ("4.5.6 (Build: 20250811)" if len(there) == 2 else "")


def test_without_a_moodle_nothing_is_proved_and_one_reads_what_to_write(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("MOODLE", str(tmp_path))
    assert not lms.moodle_takes_packages(Figures(), "", False)
    assert "scripts/prove.py lms --moodle DIR" in capsys.readouterr().out


def test_what_was_seen_in_each_version_stands_side_by_side(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lms, "_KEPT", tmp_path)
    assert "--moodle DIR" in lms.table()
    for release, rows in (("4.3", {"taken": "12 of 13"}), ("4.5", {"taken": "13 of 13", "GIFT": "9 of 9"})):
        seen = {"release": release, "date": "30 November 2026", "log": "`ab`", "packages": "`cd`", "rows": rows}
        (tmp_path / f"{release}.json").write_text(json.dumps(seen), encoding="utf-8")
    head, _, *rows = lms.table().splitlines()
    assert head.startswith("| seen | Moodle 4.5, seen on 30 November 2026, log `ab`, packages `cd` | Moodle 4.3,")
    assert rows[0] == "| taken | 13 of 13 | 12 of 13 |"
    assert rows[1] == "| GIFT | 9 of 9 | not seen |"


def test_a_package_that_passed_is_not_played_again_until_a_package_changes(tmp_path: Path) -> None:
    log = lms.Log(tmp_path / "4.5.6.log")
    what = {"release": "4.5.6 (Build: 20250811)", "packages": "`cd`"}
    assert lms.passed_before(log.path, what) == set()
    log.note("Moodle 4.5.6 (Build: 20250811)")
    for name in ("vuurtoren-role-scorm12", "vuurtoren-act-scorm12", "vuurtoren-limits-scorm12"):
        for row in lms._ROWS:
            log.note(f"{name}: {row}: told", (name, row) != ("vuurtoren-act-scorm12", "again"))
    log.note("vuurtoren-limits-scorm12: taken")
    log.note("vuurtoren-limits-scorm12: stopped: a reason", False)
    lms._keep(log.path, what, "", {})
    assert lms.passed_before(log.path, what) == {"vuurtoren-role-scorm12"}
    assert lms.passed_before(log.path, what | {"packages": "`ef`"}) == set()
