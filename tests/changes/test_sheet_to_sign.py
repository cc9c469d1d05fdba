"""The sheet that advisor and client sign: what it is told of both, which rows stand on it, and its words in either language."""

from __future__ import annotations

from typing import Any

from compared import EXAMPLES
from test_changed_pictures import NOW

from voorlichter.artefacts.changes.plan import ChangeRow, ChangeSheet
from voorlichter.artefacts.changes.sheet import describe_sheet
from voorlichter.artefacts.changes.shown import Spot
from voorlichter.artefacts.changes.texts import TextChange
from voorlichter.problems import Language, Say
from voorlichter.profile.model import Practice, Profile
from voorlichter.site.media import Media

SPOT = Spot("wie.html", "Wie", ("nl",))
PROFILE = EXAMPLES["vuurtoren"]


def row(*path: str, shows: bool = True, material: bool = False) -> ChangeRow:
    places = (SPOT,) if shows else ()
    return ChangeRow(path, ".".join(path), "was", "wordt", () if material else places, places if material else ())


def sheet(*rows: ChangeRow, texts: tuple[TextChange, ...] = (), until: str | None = None) -> ChangeSheet:
    pages, languages = {"wie.html": "Wie", "hulp.html": "Hulp"}, {"nl": Say("Nederlands", "Dutch")}
    return ChangeSheet("zee", "Stichting Zee", "map toen", until, rows, texts, ("Let hierop.",), pages, languages)


def describe(
    told: ChangeSheet, profile: Profile = PROFILE, media: Media = NOW, language: Language = "nl"
) -> dict[str, Any]:
    return describe_sheet(told, profile, media, language)


def test_it_says_whose_it_is_with_whom_it_was_agreed_and_what_it_is_compared_with() -> None:
    told = describe(sheet(until="1 november 2026"))
    assert (told["language"], told["since"], told["until"]) == ("nl", "map toen", "1 november 2026")
    assert told["org"] == {"name": "Stichting Zee", "short_name": "De Vuurtoren"}
    assert [one["name"] for one in told["advisors"]] == [one.name for one in PROFILE.advisors]
    assert (told["rows"], told["texts"], told["more"], told["notes"]) == ([], [], "", ("Let hierop.",))
    unnamed = PROFILE.model_copy(update={"organisation": PROFILE.organisation.model_copy(update={"short_name": None})})
    assert describe(sheet(), unnamed)["org"]["short_name"] == "Stichting Zee"


def test_a_practice_is_named_in_the_language_of_the_sheet_and_there_is_none_without() -> None:
    named = Practice.model_validate({"name": {"nl": "Praktijk", "en": "Practice"}})
    with_one = PROFILE.model_copy(update={"practice": named})
    assert describe(sheet(), with_one)["practice"] == {"name": "Praktijk"}
    assert describe(sheet(), with_one, language="en")["practice"] == {"name": "Practice"}
    assert describe(sheet(), PROFILE.model_copy(update={"practice": None}))["practice"] is None


def test_it_bears_the_colours_and_the_logo_of_the_organisation() -> None:
    brand, colors = describe(sheet())["brand"], NOW.palette
    assert brand | {"logo_alt": ""} == {
        "accent": colors.accent_light,
        "second": colors.tint_light,
        "color": colors.color,
        "on_color": colors.on_color,
        "tint": colors.tint_light,
        "logo": "logo-now@2x.png",
        "logo_alt": "",
    }
    said = PROFILE.model_copy(update={"brand": PROFILE.brand.model_copy(update={"logo_alt": "Het logo"})})
    unsaid = PROFILE.model_copy(update={"brand": PROFILE.brand.model_copy(update={"logo_alt": None})})
    assert describe(sheet(), said)["brand"]["logo_alt"] == "Het logo"
    assert describe(sheet(), unsaid)["brand"]["logo_alt"] == "Stichting Zee"
    assert describe(sheet(), media=Media(NOW.palette))["brand"]["logo"] is None


def test_days_of_absence_that_nobody_sees_stay_the_advisors_own() -> None:
    rows = (
        row("advisors", "noor", "absences", "2027-05-01", shows=False),
        row("advisors", "noor", "absences", "2027-01-02"),
        row("advisors", "sam", "absences", "2027-01-02", material=True),
        row("organisation", "workforce", shows=False),
    )
    assert describe(sheet(*rows))["rows"] == [
        {"what": "advisors.noor.absences.2027-01-02", "was": "was", "becomes": "wordt", "where": "op 1 pagina (Wie)"},
        {"what": "advisors.sam.absences.2027-01-02", "was": "was", "becomes": "wordt", "where": "op 1 materiaal (Wie)"},
        {"what": "organisation.workforce", "was": "was", "becomes": "wordt", "where": "nergens te zien"},
    ]


def test_texts_of_pages_stand_below_the_table_and_many_by_their_number() -> None:
    changes = tuple(TextChange("text", (f"Was {number}.",), ("Wordt.",), (SPOT,)) for number in range(14))
    told = describe(sheet(texts=changes))
    assert len(told["texts"]) == 12 and told["more"] == "En nog 2 teksten, op 1 pagina (Wie)."
    assert told["texts"][0] == {"what": "Tekst", "was": "Was 0.", "becomes": "Wordt.", "where": "op 1 pagina (Wie)"}


def test_it_says_in_both_languages_what_a_signature_means() -> None:
    dutch, english = (describe(sheet(), language=language)["said"] for language in ("nl", "en"))  # type: ignore[arg-type]
    assert (
        dutch.keys()
        == english.keys()
        == {
            *(
                "title",
                "about",
                "since",
                "until",
                "table",
                "what",
                "was",
                "becomes",
                "where",
                "texts",
                "nothing",
                "notes",
            ),
            *("agreed", "agreed_about", "client", "advisor", "name", "date", "signature", "page", "of"),
        }
    )
    assert dutch["agreed_about"] == "Met een handtekening zegt u dat deze wijzigingen kloppen en op de site mogen."
    assert english["nothing"] == "Nothing has changed." and english["of"] == "of"
