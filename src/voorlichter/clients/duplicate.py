"""A new organisation like one that is there: its profile and own words, without what can only be true of the other."""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from pathlib import Path

from voorlichter.clients.plan import check_free, check_there
from voorlichter.output import disk_failed
from voorlichter.problems import InputError, Language, Mark, Problem, Say
from voorlichter.profile.read import read_profile
from voorlichter.swap import recover, staged
from voorlichter.workspace import Workspace, check_slug, free_slug, slug_of
from voorlichter.yaml_edit import NotEditable, remove_value, set_value
from voorlichter.yaml_source import KeyPath

_OF_ONE: tuple[KeyPath, ...] = (
    ("organisation", "short_name"),
    ("organisation", "in_sentence"),
    ("brand", "logo"),
    ("brand", "logo_alt"),
    ("accessibility",),
    ("publication", "url"),
    ("publication", "date"),
)
"""What a copy must not say: another's name, address, logo or audit."""


@dataclass(frozen=True, slots=True)
class DuplicatePlan:
    """`profile` is the text of the new one; `left_out`: files of the folder that only the other's profile named."""

    slug: str
    source: Path
    target: Path
    profile: str
    left_out: tuple[str, ...]
    tell: tuple[Say, ...]


def plan_duplicate(
    workspace: Workspace, slug: str, new_name: str, new_slug: str | None = None, language: Language = "nl"
) -> DuplicatePlan:
    """Raises InputError where there is no such organisation, where the new slug is taken, or where its profile cannot be changed."""
    check_there(workspace, slug)
    named = new_slug or slug_of(new_name, language)
    if new_slug is None and (workspace.profiles / named).exists():
        named = free_slug(workspace, named)
    if problems := check_slug(named, workspace.profiles / named):
        raise InputError(problems)
    target = workspace.profiles / named
    check_free([target], named)
    path = workspace.profile_path(slug)
    logo = _logo(workspace, slug)
    try:
        text = set_value(path.read_text(encoding="utf-8"), ("organisation", "name"), new_name)
        for key in _OF_ONE:
            text = remove_value(text, key)
    except (NotEditable, UnicodeDecodeError) as error:
        line = error.line if isinstance(error, NotEditable) else 1
        raise InputError([_unreadable(path, line)]) from error
    return DuplicatePlan(
        named,
        path.parent,
        target,
        text,
        (logo,) if logo else (),
        (
            Say(
                f"{new_name} staat in profiles/{named}, naar het voorbeeld van {slug}.",
                f"{new_name} is in profiles/{named}, after the example of {slug}.",
            ),
            Say(
                "Niet overgenomen: roepnaam, logo, webadres, datum en toegankelijkheidsverklaring. Vul ze aan.",
                "Not taken over: short name, logo, web address, date and accessibility statement. Fill them in.",
            ),
            Say(
                "Wel overgenomen, en misschien anders: aantal werkenden, vertrouwenspersonen, deuren met hun nummers, regelingen, aanstelling en eigen teksten. Loop ze na.",
                "Taken over, and perhaps different: number of people, advisors, doors with their numbers, procedures, appointment and own words. Go through them.",
            ),
        ),
    )


def write_duplicate(plan: DuplicatePlan) -> None:
    """Whole or not at all. Raises MachineError where the disk refuses."""
    try:
        recover(plan.target.parent)
        with staged(plan.target) as staging:
            shutil.copytree(
                plan.source, staging, dirs_exist_ok=True, symlinks=True, ignore=lambda folder, _: _ignored(plan, folder)
            )
            (staging / "profile.yml").write_text(plan.profile, encoding="utf-8", newline="")
    except OSError as error:
        raise disk_failed(error, plan.target) from error


def _ignored(plan: DuplicatePlan, folder: str) -> set[str]:
    return {name for name in plan.left_out if Path(folder) == plan.source}


def _logo(workspace: Workspace, slug: str) -> str | None:
    """The logo's file, where nothing else names it."""
    texts = dict(read_profile(workspace, slug).texts())
    logo = texts.get(("brand", "logo"))
    return logo if logo and list(texts.values()).count(logo) == 1 else None


def _unreadable(path: Path, line: int) -> Problem:
    return Problem(
        Mark(path, line),
        "",
        Say("dit profiel is zo niet te kopiëren", "this profile cannot be copied as it is"),
        Say(
            "verbeter eerst wat `voorlichter check` erover zegt", "first correct what `voorlichter check` says about it"
        ),
    )
