"""One shared advisor: who has them, and whose pages and materials a change reaches."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from support import TODAY, copy_linked, files_of, lay

from voorlichter.clients.shared import reach_of_change, uses
from voorlichter.workspace import Workspace

DAY = date.fromisoformat(TODAY)


def test_who_has_a_shared_advisor_is_known(examples: Path) -> None:
    assert uses(Workspace.at(examples), "noor") == ["vuurtoren", "werkplaats"]
    assert uses(Workspace.at(examples), "sam") == []


def test_a_change_to_a_shared_advisor_names_every_page_and_material(examples: Path, tmp_path: Path) -> None:
    copy_linked(examples, tmp_path / "w")
    workspace = Workspace.at(lay(tmp_path / "w", {"kit/werkplaats/kit.json": "{}"}))
    before = files_of(workspace.root)
    was = (workspace.root / "advisors/noor.yml").read_bytes()
    reached = reach_of_change(workspace, {"advisors/noor.yml": was.replace(b"000 00 01", b"000 00 77")}, DAY)
    assert [one.slug for one in reached] == ["vuurtoren", "werkplaats"]
    assert all(len(one.pages) > 5 and not one.problems for one in reached)
    assert [bool(one.materials) for one in reached] == [False, True]
    assert {name: data for name, data in files_of(workspace.root).items() if "cache" not in name} == {
        name: data for name, data in before.items() if "cache" not in name
    }
    assert reach_of_change(workspace, {"advisors/noor.yml": was}, DAY) == []
    (refused,) = reach_of_change(workspace, {"profiles/werkplaats/profile.yml": b"organisation:\n"}, DAY)
    assert refused.slug == "werkplaats" and refused.problems
