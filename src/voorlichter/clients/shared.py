"""Advisors that several organisations share, and what a change to a file changes for readers everywhere."""

from __future__ import annotations

import shutil
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from voorlichter.artefacts.changes.materials import Materials
from voorlichter.artefacts.changes.shown import Shown, Spot, find_pages, plan_shown
from voorlichter.organisation import Organisations
from voorlichter.problems import InputError, Problem
from voorlichter.profile.read import read_profile
from voorlichter.scratch import Scratch
from voorlichter.stage_one import StageOne
from voorlichter.workspace import Workspace

SHARED = "advisors"


def uses(workspace: Workspace, advisor_id: str) -> list[str]:
    """The organisations that have this shared advisor."""
    return [slug for slug in workspace.slugs() if advisor_id in shared_by(workspace, slug)]


def shared_by(workspace: Workspace, slug: str) -> list[str]:
    """The shared advisors of an organisation."""
    return [Path(name).stem for name in read_profile(workspace, slug).inputs if name.startswith(f"{SHARED}/")]


@dataclass(frozen=True, slots=True)
class Reach:
    """What a change alters at one organisation: pages, and of its kit what is made of other data. `problems`: why it cannot be told."""

    slug: str
    pages: tuple[Spot, ...] = ()
    materials: tuple[Spot, ...] = ()
    problems: tuple[Problem, ...] = ()


def reach_of_change(
    workspace: Workspace, changed: Mapping[str, bytes], today: date, stage_one: StageOne | None = None
) -> list[Reach]:
    """Of every organisation for whose readers anything changes. `changed`: what files become, by their path from the root.

    Only files in profiles/ and advisors/ count. Nothing is written, and nothing is set in type: of a kit it tells
    what may be other, where one was made.
    """
    stage_one = stage_one or StageOne(workspace)
    materials = Materials(workspace, look=False)
    reached = []
    with Scratch("change") as temporary:
        after = Workspace(temporary, workspace.defaults)
        for slug in _concerned(workspace, changed):
            _copy(workspace, slug, changed, after.root)
            try:
                before = _show(workspace, slug, today, stage_one)
                now = _show(after, slug, today, stage_one)
            except InputError as error:
                reached.append(Reach(slug, problems=error.problems))
                continue
            pages = tuple(find_pages(before, now))
            has_kit = (workspace.root / workspace.kit_list(slug)).is_file()
            handed_out = tuple(materials.find(before, now)) if has_kit else ()
            if pages or handed_out:
                reached.append(Reach(slug, pages, handed_out))
    return reached


def _concerned(workspace: Workspace, changed: Mapping[str, bytes]) -> list[str]:
    names = [Path(name).parts for name in changed]
    advisors = {Path(parts[1]).stem for parts in names if parts[0] == SHARED and len(parts) == 2}
    slugs = {parts[1] for parts in names if parts[0] == "profiles" and len(parts) > 2}
    return [slug for slug in workspace.slugs() if slug in slugs or advisors.intersection(shared_by(workspace, slug))]


def _copy(workspace: Workspace, slug: str, changed: Mapping[str, bytes], root: Path) -> None:
    shutil.copytree(workspace.profiles / slug, root / "profiles" / slug, symlinks=True)
    if workspace.advisors.is_dir():
        shutil.copytree(workspace.advisors, root / SHARED, symlinks=True, dirs_exist_ok=True)
    for name, data in changed.items():
        if name.startswith((f"{SHARED}/", f"profiles/{slug}/")):
            (root / name).parent.mkdir(parents=True, exist_ok=True)
            (root / name).write_bytes(data)


def _show(workspace: Workspace, slug: str, today: date, stage_one: StageOne) -> Shown:
    organisation = Organisations(workspace, stage_one, today).read(slug)
    return plan_shown(organisation.profile, organisation.media, organisation.templates, today)
