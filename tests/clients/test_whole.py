"""Rename and stop: told before they are done, and done whole or not at all."""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from support import TODAY, files_of, lay, run

from voorlichter.clients.moves import undo_moves
from voorlichter.clients.plan import carry_out
from voorlichter.clients.rename import plan_rename
from voorlichter.clients.stop import plan_stop
from voorlichter.problems import InputError, MachineError
from voorlichter.publish.shelf import shelves
from voorlichter.workspace import Workspace

PROFILE = """organisation: {name: De Zeester, workforce: 20}
advisors: [{use: noor}]
publication: {url: "https://www.example.org/zee/"}
"""
NOOR = 'name: Noor Voorbeeld\nkind: external\nphone: "020 000 00 01"\n'


@pytest.fixture
def used(new_workspace: Callable[..., Path], tmp_path: Path) -> Workspace:
    """A client with everything a client can have, and another whose slug begins alike."""
    root = new_workspace(
        {
            "profiles/zee/profile.yml": PROFILE,
            "profiles/zee-arm/profile.yml": PROFILE.replace("/zee/", "/arm/"),
            "advisors/noor.yml": NOOR,
            "kit/zee/annual-report/remarks.txt": "mine",
            "kit/zee/poster.pdf": "poster",
            "export/zee.zip": "site",
            "export/zee-role-scorm12.zip": "package",
            "export/zee-arm-role-scorm12.zip": "somebody else's",
        }
    )
    assert run("publish", "zee", tmp_path / "www", "-C", root, "--date", TODAY).code == 0
    return Workspace.at(root)


def kept(workspace: Workspace) -> dict[str, bytes]:
    """Every file but what only makes the program quicker."""
    return {name: data for name, data in files_of(workspace.root).items() if not name.startswith(".voorlichter/built")}


def test_a_client_gets_another_slug_everywhere(used: Workspace, tmp_path: Path) -> None:
    before = kept(used)
    plan = plan_rename(used, "zee", "zeester-2")
    assert kept(used) == before
    carry_out(used, plan)
    renamed = {}
    for name, data in before.items():
        mine = not name.startswith(("profiles/zee-arm", "profiles/zeester", "export/zee-arm"))
        parts = name.split("/")
        renamed[
            "/".join(
                "zeester-2" + part[3:] if mine and (part == "zee" or part[:4] in ("zee.", "zee-")) else part
                for part in parts
            )
        ] = data
    assert kept(used) == renamed
    assert [(shelf.target, shelf.slug) for shelf in shelves(used)] == [(str(tmp_path / "www"), "zeester-2")]
    assert not list((used.private / "built").glob("*/zee.json"))
    assert run("build", "zeester-2", "-C", used.root, "--date", TODAY).code == 0


def test_what_others_must_know_of_another_slug_is_told(used: Workspace, tmp_path: Path) -> None:
    plan = plan_rename(used, "zee", "zeester-2")
    told = "\n".join(say.en for say in plan.tell)
    assert "url: https://www.example.org/zeester-2/" in told
    assert f"stands in {tmp_path / 'www'}" in told and "publish from now on with: voorlichter publish zeester-2" in told
    assert "new training there" in told and "organisation: zeester-2" in told
    assert plan.for_it and "Old address: https://www.example.org/zee/" in plan.for_it.en
    assert plan.for_it.nl.count("\n") == plan.for_it.en.count("\n")
    elsewhere = plan_rename(used, "zeester", "anker")
    assert elsewhere.for_it is None and len(elsewhere.tell) == 1


@pytest.mark.parametrize(
    ("slug", "new", "told"),
    [
        ("zee", "zee", "its name already"),
        ("zee", "De Zee", "de-zee"),
        ("zee", "zeester", "stands here already"),
        ("zee", "elders", "stands here already"),
        ("weg", "elders", "no such profile"),
        ("../zee", "elders", "cannot be a web address"),
    ],
)
def test_a_slug_that_cannot_be_changed_is_refused(used: Workspace, slug: str, new: str, told: str) -> None:
    lay(used.root, {"kit/elders/kit.json": "{}"})
    with pytest.raises(InputError, match=told):
        plan_rename(used, slug, new)


def test_a_client_stops_and_nothing_is_thrown_away(used: Workspace) -> None:
    before = kept(used)
    plan = plan_stop(used, "zee", date.fromisoformat(TODAY))
    assert kept(used) == before
    carry_out(used, plan)
    assert used.slugs() == ["zee-arm", "zeester"]
    stopped = used.root / f"stopped/zee-{TODAY}"
    gone = {name for name in before if name not in kept(used)}
    assert files_of(stopped) == {name: before[name] for name in gone}
    assert {name.split("/")[0] for name in gone} == {"profiles", "kit", "site", "export", ".voorlichter"}
    assert plan.for_it and "https://www.example.org/zee/" in plan.for_it.nl
    told = "\n".join(say.en for say in plan.tell)
    assert "www" in told and "noor" not in told
    assert "advisors/noor.yml" in plan_stop(used, "zee-arm", date.fromisoformat(TODAY)).tell[-1].en
    lay(used.root, {"profiles/zee/profile.yml": PROFILE})
    again = plan_stop(used, "zee", date.fromisoformat(TODAY))
    assert again.moves[0][1].is_relative_to(used.root / f"stopped/zee-{TODAY}-2")


@pytest.mark.skipif(not hasattr(os, "geteuid"), reason="a folder that cannot be moved is made otherwise on Windows")
def test_where_the_disk_refuses_everything_stands_where_it_stood(used: Workspace) -> None:
    plan = plan_rename(used, "zee", "zeester-2")
    lay(used.root, {"profiles/zeester-2/in-the-way": ""})
    before = kept(used)
    with pytest.raises(MachineError):
        carry_out(used, plan)
    assert kept(used) == before


def test_after_a_kill_half_way_everything_is_put_back(used: Workspace) -> None:
    before = kept(used)
    moves = plan_stop(used, "zee", date.fromisoformat(TODAY)).moves
    told = {"process": os.getpid(), "moves": [[str(one), str(other)] for one, other in moves]}
    for source, target in moves[:3]:
        target.parent.mkdir(parents=True, exist_ok=True)
        source.rename(target)
    lay(used.root, {".voorlichter/moving.json": json.dumps(told)})
    undo_moves(used)
    assert kept(used) == before
    assert not (used.root / "stopped").exists() or not files_of(used.root / "stopped")
