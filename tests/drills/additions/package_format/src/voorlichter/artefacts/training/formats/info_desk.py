"""For a screen in a hall, which keeps nothing."""

from __future__ import annotations

from voorlichter.artefacts.training.package import Course, plan_package
from voorlichter.zip_file import render_zip

RANK = 6


def render(course: Course) -> dict[str, bytes]:
    return {f"{course.name}-info-desk.zip": render_zip(plan_package(course, "info-desk"))}
