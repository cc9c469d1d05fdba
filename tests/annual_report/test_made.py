"""The files of one report: what the sheet and the slide are told of the organisation beside its numbers."""

from __future__ import annotations

import io
from types import SimpleNamespace
from typing import Any

from pptx import Presentation
from support import REPOSITORY

from annual_report.test_report import strings
from annual_report.test_suppression import publish
from voorlichter.artefacts.report.figures import CountedYear, SuppressionBounds
from voorlichter.artefacts.report.make import describe_sheet, make_report
from voorlichter.artefacts.report.publication import PublishedReport, render_publication
from voorlichter.artefacts.report.report import describe_report
from voorlichter.brand import plan_palette
from voorlichter.publish.told import grey_square
from voorlichter.site.media import Media, PlacedPicture
from voorlichter.slots.model import PictureSlots
from voorlichter.slots.types import Url
from voorlichter.workspace import Workspace

PALETTE = plan_palette("#0f5e5a")
FIGURES = publish({2025: CountedYear(30, 24)}, [SuppressionBounds(5, False)])[-1]
PUBLICATION = PublishedReport("zeester", True, FIGURES)


def slots(logo: bool = True, practice: bool = True, from_50: bool = True) -> Any:
    """What a site says of an organisation, as far as a report asks."""
    picture = PictureSlots(
        Url("logo", "media/logo.jpg"), Url("logo", "media/logo-2x.jpg"), "10", "10", "Het logo van Zee"
    )
    brand = SimpleNamespace(
        logo=picture if logo else None,
        accent_light=PALETTE.accent_light,
        tint_light=PALETTE.tint_light,
        second=PALETTE.tint_light,
        color=PALETTE.color,
        on_color=PALETTE.on_color,
    )
    return SimpleNamespace(
        org=SimpleNamespace(name="Stichting De Zeester", short_name="De Zeester", from_50=from_50),
        brand=brand,
        advisors=(SimpleNamespace(name="Noor Voorbeeld"), SimpleNamespace(name="Sam Elders")),
        practice=SimpleNamespace(name="Praktijk Luister") if practice else None,
    )


def sheet(**changes: bool) -> dict[str, Any]:
    words = {**strings("en"), "kit_page": "Page", "other": "no word of either"}
    report = describe_report(PUBLICATION, "en", words, several=True)
    return describe_sheet(report, slots(**changes), "en", words)


def test_a_sheet_is_told_whose_it_is_and_with_which_words() -> None:
    told = sheet()
    assert told["language"] == "en"
    assert told["org"] == {"name": "Stichting De Zeester", "short_name": "De Zeester"}
    assert (told["advisors"], told["practice"]) == (["Noor Voorbeeld", "Sam Elders"], "Praktijk Luister")
    assert told["brand"]["logo"] == "logo-2x.jpg" and told["brand"]["logo_alt"] == "Het logo van Zee"
    assert told["words"] == {"page": "Page"}
    assert told["annual"]["reports"] == strings("en")["annual_reports"] and "kit_page" not in told["annual"]
    assert told["report"]["key_numbers"] == (
        *({"number": 30, "label": "reports"}, {"number": 24, "label": "persons who came"}),
    )


def test_a_sheet_of_a_small_organisation_without_a_logo_or_a_practice_says_so() -> None:
    told = sheet(logo=False, practice=False, from_50=False)
    assert (told["practice"], told["small"], told["brand"]["logo"]) == (None, True, None)
    assert sheet()["small"] is False


def make(logo: bool, advisors: int) -> dict[str, bytes]:
    """Of an organisation that needs no template: its words and its slots are all that is asked."""
    facts = {code: SimpleNamespace(strings=strings(code), tag=f"{code}-NL") for code in ("nl", "en")}  # type: ignore[arg-type]
    pictures = {"media/logo.jpg": grey_square(), "media/logo-2x.jpg": grey_square()}
    placed = PlacedPicture("media/logo.jpg", "media/logo-2x.jpg", 1, 1)
    organisation: Any = SimpleNamespace(
        media=Media(PALETTE, pictures, placed) if logo else Media(PALETTE),
        languages=["nl", "en"],
        templates={code: SimpleNamespace(facts=told) for code, told in facts.items()},
        profile=SimpleNamespace(advisors=[None] * advisors),
        slots=lambda code: slots(logo),
    )
    for told in facts.values():
        told.strings["kit_page"], told.strings["kit_of"] = "Blad", "van"
    return make_report(PUBLICATION, Workspace.at(REPOSITORY), organisation)


def test_the_slide_is_titled_and_signed_in_its_language() -> None:
    files = make(logo=True, advisors=2)
    assert list(files) == ["2025.json", "2025-nl.pptx", "2025-nl.pdf", "2025-en.pptx", "2025-en.pdf"]
    assert files["2025.json"] == render_publication(PUBLICATION) and files["2025-nl.pdf"].startswith(b"%PDF")
    for code in ("nl", "en"):
        deck = Presentation(io.BytesIO(files[f"2025-{code}.pptx"]))
        told = deck.core_properties
        assert told.title == f"{strings(code)['annual_title_team']} 2025"  # type: ignore[index]
        assert (told.author, told.language) == ("Stichting De Zeester", f"{code}-NL")
    bare = Presentation(io.BytesIO(make(logo=False, advisors=1)["2025-en.pptx"]))
    assert bare.core_properties.title == f"{strings('en')['annual_title']} 2025"
