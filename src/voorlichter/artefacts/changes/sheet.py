"""The sheet that advisor and client sign."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import PurePosixPath
from typing import Any

from voorlichter.artefacts.changes.plan import ChangeSheet
from voorlichter.artefacts.changes.told import tell_rows, tell_texts
from voorlichter.cache import open_cache
from voorlichter.problems import Language, Say
from voorlichter.profile.called import name_in
from voorlichter.profile.model import Profile
from voorlichter.site.media import Media, enlarge
from voorlichter.template.data import check_data
from voorlichter.typesetting import Typesetter
from voorlichter.workspace import Workspace

_TEMPLATE = "change-sheet.typ"
_WORDS = {
    "title": Say("Wijzigingen op de site van de vertrouwenspersoon", "Changes to the confidential advisor's site"),
    "about": Say(
        "Dit verandert er voor wie de site of het voorlichtingsmateriaal leest.",
        "This is what changes for whoever reads the site or the material that is handed out.",
    ),
    "since": Say("Vergeleken met", "Compared with"),
    "until": Say("Nieuwe versie van", "New version of"),
    "table": Say("Wat er verandert", "What changes"),
    "what": Say("Wat", "What"),
    "was": Say("Was", "Was"),
    "becomes": Say("Wordt", "Becomes"),
    "where": Say("Waar", "Where"),
    "texts": Say("Teksten van de pagina's", "Texts of the pages"),
    "nothing": Say("Er is niets veranderd.", "Nothing has changed."),
    "notes": Say("Let op", "Note"),
    "agreed": Say("Akkoord", "Agreed"),
    "agreed_about": Say(
        "Met een handtekening zegt u dat deze wijzigingen kloppen en op de site mogen.",
        "By signing you say that these changes are right and may go on the site.",
    ),
    "client": Say("Namens de organisatie", "For the organisation"),
    "advisor": Say("Vertrouwenspersoon", "Confidential advisor"),
    "name": Say("Naam", "Name"),
    "date": Say("Datum", "Date"),
    "signature": Say("Handtekening", "Signature"),
    "page": Say("Blad", "Page"),
    "of": Say("van", "of"),
}


def render_sheet(workspace: Workspace, sheet: ChangeSheet, profile: Profile, media: Media, language: Language) -> bytes:
    """Raises MachineError where Typst is not installed."""
    pictures = {PurePosixPath(name).name: data for name, data in enlarge(media, open_cache()).files.items()}
    with Typesetter(workspace.files("overrides/print")) as typesetter:
        return typesetter.render_pdf(
            _TEMPLATE,
            {**describe_sheet(sheet, profile, media, language), "words": _kit_words(workspace, profile, language)},
            pictures,
        )


def _kit_words(workspace: Workspace, profile: Profile, language: Language) -> dict[str, str]:
    """What every sheet is told, for the pieces they share."""
    strings = check_data(workspace)[0].strings_in(language, profile.organisation.form_of_address)
    return {key.removeprefix("kit_"): text for key, text in strings.items() if key.startswith("kit_")}


def describe_sheet(sheet: ChangeSheet, profile: Profile, media: Media, language: Language) -> dict[str, Any]:
    """What the template is told. Days of absence that the site does not show are the advisor's own."""
    texts, more = tell_texts(sheet, language)
    rows = [row for row in sheet.rows if row.shows or "absences" not in row.path]
    colors, logo = media.palette, media.logo
    return {
        "language": language,
        "org": {
            "name": sheet.organisation,
            "short_name": name_in(profile.organisation.short_name or sheet.organisation, language),
        },
        "brand": {
            "accent": colors.accent_light,
            "second": colors.tint_light,
            "color": colors.color,
            "on_color": colors.on_color,
            "tint": colors.tint_light,
            "logo": PurePosixPath(logo.name_2x).name if logo else None,
            "logo_alt": profile.brand.logo_alt or sheet.organisation,
        },
        "practice": {"name": name_in(profile.practice.name, language)} if profile.practice else None,
        "advisors": [{"name": advisor.name} for advisor in profile.advisors],
        "said": {key: text.to(language) for key, text in _WORDS.items()},
        "since": sheet.since,
        "until": sheet.until,
        "rows": [asdict(line) for line in tell_rows(sheet, rows, language)],
        "texts": [asdict(line) for line in texts],
        "more": more,
        "notes": sheet.notes,
    }
