"""All organisations in one look: nothing is built for it, and what is wrong with one never hides another."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

import pytest
from support import REPOSITORY, TODAY, lay, run

from voorlichter.clients.dates import coming_laws
from voorlichter.clients.overview import ClientRow, overview
from voorlichter.workspace import Workspace

DAY = date.fromisoformat(TODAY)
ANKER = """organisation: {name: Het Anker, workforce: 20}
advisors: [{id: noor, name: "dr. Noor Voorbeeld", kind: external, phone: "020 000 00 09"}]
doors: {hr: {name: Team HR, phone: "020 000 00 10", email: hr@bureau.example}}
"""
BAKEN = """organisation: {name: Het Baken, workforce: 20, people: 3}
advisors: [{id: kim, name: Kim Elders, kind: external, phone: "020 000 00 05"}]
"""
DUIN = """organisation: {name: {nl: Het Duin, en: The Dune}, workforce: 20}
introduction: {nl: Bij Het Anker ben je welkom.}
review_by: "2026-10-01"
doors: {hr: {name: Personeelszaken, phone: "020 000 00 11", email: HR@bureau.example}}
advisors:
  - id: kim
    name: Kim Elders
    kind: external
    phone: "020 000 00 05"
    backup: pim
    absences: [{from: "2026-10-20", until: "2026-11-10"}, {from: "2026-11-11", until: "2026-11-12"}, {from: "2027-06-01", until: "2027-06-02"}]
    certificate: {register: Register, valid_until: "2026-12-01"}
  - {id: pim, name: Pim Elders, kind: external, phone: "020 000 00 06"}
"""


def rows_of(root: Path, **options: timedelta) -> dict[str, ClientRow]:
    return {row.slug: row for row in overview(Workspace.at(root), DAY, **options)}


@pytest.fixture
def four(new_workspace: Callable[..., Path]) -> Path:
    return new_workspace({f"profiles/{name}/profile.yml": text for name, text in PROFILES.items()})


PROFILES = {"anker": ANKER, "baken": BAKEN, "duin": DUIN}


def test_a_row_holds_what_is_wrong_with_errors_first(four: Path) -> None:
    rows = rows_of(four)
    assert {slug: (row.name.en, row.errors, row.warnings) for slug, row in rows.items()} == {
        "anker": ("Het Anker", 0, 1),
        "baken": ("baken", 1, 1),
        "duin": ("The Dune", 0, 2),
        "zeester": ("Stichting De Zeester", 0, 0),
    }
    assert any("Het Anker" in problem.message.en for problem in rows["duin"].problems)
    assert list(four.rglob("site")) == []


def test_a_person_or_door_with_another_number_elsewhere_is_told_at_both(four: Path) -> None:
    told = {
        slug: [(number.path, number.here, number.slug, number.there) for number in row.numbers]
        for slug, row in rows_of(four).items()
    }
    assert told == {
        "anker": [
            (("advisors", 0, "phone"), "020 000 00 09", "zeester", "020 000 00 01"),
            (("doors", "hr", "phone"), "020 000 00 10", "duin", "020 000 00 11"),
        ],
        "baken": [],
        "duin": [(("doors", "hr", "phone"), "020 000 00 11", "anker", "020 000 00 10")],
        "zeester": [(("advisors", 0, "phone"), "020 000 00 01", "anker", "020 000 00 09")],
    }


def test_the_days_that_come_stand_in_order_and_what_is_overdue_stays(four: Path) -> None:
    dates = [(str(one.day), one.kind) for one in rows_of(four, horizon=timedelta(days=90))["duin"].dates]
    assert dates == [
        ("2026-10-01", "review_by"),
        ("2026-11-13", "absence_ends"),
        ("2026-12-01", "certificate"),
        ("2027-01-07", "build_by"),
    ]
    far = [(str(one.day), one.kind) for one in rows_of(four, horizon=timedelta(days=300))["duin"].dates]
    assert ("2027-06-01", "absence_begins") in far and ("2027-06-03", "absence_ends") in far


def test_laws_that_lapse_are_told_once_for_all(workspace: Path) -> None:
    laws = coming_laws(Workspace.at(workspace), date(2026, 12, 30), timedelta(days=7))
    assert [str(one.day) for one in laws] == ["2027-01-01"]
    assert coming_laws(Workspace.at(workspace), date(2027, 1, 2), timedelta(days=7))[0].day == date(2027, 1, 1)


def test_a_row_knows_what_was_built_what_changed_and_what_is_online(workspace: Path, tmp_path: Path) -> None:
    online = tmp_path / "www"
    assert rows_of(workspace)["zeester"].site.status == "none"
    assert run("publish", "zeester", online, "-C", workspace, "--date", TODAY).code == 0
    state = rows_of(workspace)["zeester"].site
    assert (state.status, state.changed, state.pages) == ("stands", (), False)
    assert state.since and state.changes_on == date(2027, 1, 1)
    assert [(place.target, place.is_latest, place.since is not None) for place in state.published] == [
        (str(online), True, True)
    ]
    path = workspace / "profiles/zeester/profile.yml"
    path.write_text(path.read_text(encoding="utf-8").replace("00 01", "00 02"), encoding="utf-8")
    state = rows_of(workspace)["zeester"].site
    assert (state.status, state.changed) == ("changed", ("profiles/zeester/profile.yml",))
    assert run("build", "-C", workspace, "--date", TODAY).code == 0
    state = rows_of(workspace)["zeester"].site
    assert (state.status, [place.is_latest for place in state.published]) == ("stands", [False])
    lay(workspace, {"data/synonyms.yml": (REPOSITORY / "data/synonyms.yml").read_bytes() + b"# another one\n"})
    assert rows_of(workspace)["zeester"].site.pages
    (online / "manifest.json").unlink()
    assert [place.since for place in rows_of(workspace)["zeester"].site.published] == [None]
