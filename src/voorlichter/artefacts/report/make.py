"""The files of one annual report, in every language of the site."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict
from pathlib import PurePosixPath
from typing import Any

from voorlichter.artefacts.kit.context import describe_brand
from voorlichter.artefacts.report.publication import PublishedReport, render_publication
from voorlichter.artefacts.report.report import Report, describe_report
from voorlichter.artefacts.report.slide import plan_slide
from voorlichter.cache import open_cache
from voorlichter.languages import Code
from voorlichter.organisation import Organisation
from voorlichter.presentation import Look, render_presentation
from voorlichter.site.media import enlarge
from voorlichter.slots.model import Slots
from voorlichter.typesetting import Typesetter
from voorlichter.workspace import Workspace

_SHEET = "annual-report.typ"


def make_report(publication: PublishedReport, workspace: Workspace, organisation: Organisation) -> dict[str, bytes]:
    """By name, and first what later years may not contradict. Raises MachineError where the extra `kit` is missing."""
    year = publication.figures.year
    media = enlarge(organisation.media, open_cache())
    files = {f"{year}.json": render_publication(publication)}
    pictures = {PurePosixPath(name).name: data for name, data in media.files.items()}
    with Typesetter(workspace.files("overrides/print")) as typesetter:
        for language in organisation.languages:
            strings = organisation.templates[language].facts.strings
            report = describe_report(publication, language, strings, several=len(organisation.profile.advisors) > 1)
            slots = organisation.slots(language)
            look = _look(report, slots, organisation.templates[language].facts.tag)
            files[f"{year}-{language}.pptx"] = render_presentation([plan_slide(report, strings)], look)
            files[f"{year}-{language}.pdf"] = typesetter.render_pdf(
                _SHEET, describe_sheet(report, slots, language, strings), pictures
            )
    return files


def describe_sheet(report: Report, slots: Slots, language: Code, strings: Mapping[str, str]) -> dict[str, Any]:
    """What the template of the sheet knows."""
    return {
        "language": language,
        "org": {"name": slots.org.name, "short_name": slots.org.short_name},
        "brand": describe_brand(slots.brand),
        "advisors": [advisor.name for advisor in slots.advisors],
        "practice": slots.practice.name if slots.practice else None,
        "words": _words("kit_", strings),
        "annual": _words("annual_", strings),
        "small": not slots.org.from_50,
        "report": asdict(report),
    }


def _words(prefix: str, strings: Mapping[str, str]) -> dict[str, str]:
    return {key.removeprefix(prefix): text for key, text in strings.items() if key.startswith(prefix)}


def _look(report: Report, slots: Slots, tag: str) -> Look:
    """Without a logo: that stands on a title and at an end, and this is one slide among others' own."""
    brand = slots.brand
    return Look(f"{report.title} {report.year}", slots.org.name, tag, brand.accent_light, brand.tint_light)
