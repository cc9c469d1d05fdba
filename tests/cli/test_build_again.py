"""The day by which a site is to be built again is named wherever its advisor looks."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from support import run

PROFILE = """organisation: {{name: Stichting De Zeester, workforce: 20}}
publication: {{absences_ahead: {ahead}}}
advisors:
  - {{id: noor, name: Noor Voorbeeld, kind: external, phone: "020 000 00 01", absences: [{{from: "2026-12-21", until: "2027-01-03"}}]}}
  - {{id: sam, name: Sam Elders, kind: external, phone: "020 000 00 02"}}
"""
HOURS = """organisation: {name: Het Anker, workforce: 20}
advisors: [{id: noor, name: Noor Voorbeeld, kind: external, phone: "020 000 00 01", hours: {mon: "09:00-17:00"}}]
"""
NEVER = """organisation: {name: Het Baken, workforce: 20}
advisors: [{id: noor, name: Noor Voorbeeld, kind: external, phone: "020 000 00 01"}]
"""
BY = [
    "Build again by 7 January 2027, after it a site no longer says who is there now: zeester",
    "Build again by 30 November 2027, after it a site no longer says who is there now: anker",
]


@pytest.fixture
def three(new_workspace: Callable[..., Path]) -> Path:
    return new_workspace(
        {
            "profiles/zeester/profile.yml": PROFILE.format(ahead=60),
            "profiles/anker/profile.yml": HOURS,
            "profiles/baken/profile.yml": NEVER,
        }
    )


def told(out: str) -> list[str]:
    return [line for line in out.splitlines() if line.startswith("Build again")]


def test_each_day_is_named_once_with_its_sites(three: Path) -> None:
    for day in ("2026-11-02", "2026-11-04"):
        for verb in ("check", "build"):
            assert told(run(verb, "-C", three, "--date", day, "--lang", "en").out) == BY, (verb, day)
    assert "3 unchanged" in run("build", "-C", three, "--date", "2026-11-05", "--lang", "en").out


def test_programs_are_told_it_too(three: Path) -> None:
    built = json.loads(run("build", "-C", three, "--date", "2026-11-02", "--format", "json").out)
    assert {site["slug"]: site["build_again_by"] for site in built} == {
        "anker": "2027-11-30",
        "baken": None,
        "zeester": "2027-01-07",
    }
    checked = json.loads(run("check", "-C", three, "--date", "2026-11-02", "--format", "json").out)
    assert [one for one in checked if one["severity"] == "info"] == [
        {"severity": "info", "slug": "anker", "build_again_by": "2027-11-30"},
        {"severity": "info", "slug": "zeester", "build_again_by": "2027-01-07"},
    ]


def test_check_speaks_of_the_site_that_stands(three: Path) -> None:
    assert run("build", "-C", three, "--date", "2026-11-02").code == 0
    later = told(run("check", "-C", three, "--date", "2027-01-08", "--lang", "en").out)
    assert later == ["Build again; after 7 January 2027 a site no longer says who is there now: zeester", BY[1]]
    assert run("build", "-C", three, "--date", "2027-01-08").code == 0
    assert told(run("check", "-C", three, "--date", "2027-01-08", "--lang", "en").out)[0].startswith(
        "Build again by 11 March 2027"
    )


def test_a_profile_chooses_how_many_days(three: Path) -> None:
    (three / "profiles/zeester/profile.yml").write_text(PROFILE.format(ahead=90))
    assert told(run("build", "zeester", "-C", three, "--date", "2026-11-02", "--lang", "en").out) == [
        BY[0].replace("7 January", "6 February")
    ]
