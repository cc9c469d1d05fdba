"""A module with every type of question, and the examples' own, as an organisation gets them."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

from support import TODAY

from voorlichter.artefacts.training.package import Course, Version, Wishes, plan_courses
from voorlichter.organisation import Organisations
from voorlichter.problems import Language
from voorlichter.profile.model import Profile
from voorlichter.quiz import check_module, read_module
from voorlichter.stage_one import StageOne
from voorlichter.template.module_texts import describe_module
from voorlichter.template.variant import variant_for
from voorlichter.workspace import Workspace

DAY = date.fromisoformat(TODAY)
EVERY_TYPE = Path(__file__).with_name("every-type.yml")


def courses(root: Path, slug: str = "vuurtoren", pass_mark: int | None = None, **changes: Any) -> Iterator[Course]:
    """Every module of an example, in its languages; `changes` take the place of keys of its profile."""
    workspace = Workspace.at(root)
    organisation = Organisations(workspace, StageOne(workspace), DAY).read(slug)
    profile = organisation.profile
    if pass_mark is not None:
        profile = _with_pass_mark(profile, pass_mark)
    profile = profile.model_copy(update=changes)
    return plan_courses(
        replace(organisation, profile=profile), Wishes(profile.training.modules, profile.organisation.languages)
    )


def _with_pass_mark(profile: Profile, pass_mark: int) -> Profile:
    return profile.model_copy(update={"training": profile.training.model_copy(update={"pass_mark": pass_mark})})


def every_type(root: Path, slug: str = "vuurtoren") -> Course:
    """The module beside this file, at an example."""
    module, problems = check_module(read_module(EVERY_TYPE))
    assert module is not None, problems
    course = next(courses(root, slug))

    def teach(version: Version) -> Version:
        form = "u" if slug == "ooverlaar" else "je"
        return replace(version, lesson=json.loads(describe_module(module, variant_for(version.language, form))))

    return replace(course, module=module.id, versions=tuple(map(teach, course.versions)))


def in_language(course: Course, language: Language) -> Version:
    return next(version for version in course.versions if version.language == language)
