"""A row for each value that is another: in the order of a profile, with where it alone shows, and of a long text what changed in it."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from compared import DATA, EXAMPLES, WORKSPACE
from test_changed_pictures import NOW, WAS

from voorlichter.artefacts.changes.materials import Materials
from voorlichter.artefacts.changes.pictures import ProfileVersion
from voorlichter.artefacts.changes.plan import ChangeRow, ChangeSheet, plan_rows
from voorlichter.artefacts.changes.shown import Shown
from voorlichter.artefacts.changes.words import ChangeWords
from voorlichter.profile.model import Advisor, Profile
from voorlichter.site.media import Media


def person(name: str, phone: str = "020 000 00 01", **more: Any) -> Advisor:
    return Advisor(id=name, name=f"{name.capitalize()} Voorbeeld", kind="external", phone=phone, **more)


def profile(*advisors: Advisor, name: str = "Zee", **more: Any) -> Profile:
    whole = EXAMPLES["werkplaats"]
    organisation = whole.organisation.model_copy(update={"name": name, "short_name": None})
    return whole.model_copy(update={"advisors": [*advisors], "organisation": organisation, **more})


def show(told: Profile, media: Media) -> Shown:
    """A site in which each page shows one thing."""
    pages = {
        ("nl", "index.html"): str(told.organisation.name),
        ("nl", "wie.html"): " ".join(one.name for one in told.advisors),
        ("nl", "bel.html"): " ".join(str(one.phone) for one in told.advisors),
    }
    return Shown({key: f"<p>{said}</p>".encode() for key, said in pages.items()}, {}, {}, {})


def rows(was: Profile, now: Profile, pictures: tuple[Media, Media] = (NOW, NOW)) -> list[ChangeRow]:
    words = ChangeWords("nl", DATA.strings_in("nl", "je"), {}, {}, {}, was, now)
    versions = (ProfileVersion(was, pictures[0]), ProfileVersion(now, pictures[1]))
    return plan_rows(*versions, show, Materials(WORKSPACE, look=False), words)


def names(row: ChangeRow) -> list[str]:
    return [spot.name for spot in row.pages]


def test_each_value_is_a_row_with_the_pages_that_it_alone_changes() -> None:
    was = profile(person("noor"), person("sam", "020 000 00 02"))
    now = profile(person("noor", "020 000 00 05"), person("sam", "020 000 00 02"), name="Duin")
    assert [(row.what, row.was, row.becomes, names(row), row.shows) for row in rows(was, now)] == [
        ("Organisatie: Naam", "Zee", "Duin", ["index.html"], True),
        ("Telefoon van Noor", "020 000 00 01", "020 000 00 05", ["bel.html"], True),
    ]
    assert rows(was, was) == []
    [hidden] = rows(profile(person("noor")), profile(person("noor", reply_within=2)))
    assert (hidden.path, hidden.was, hidden.becomes, hidden.pages, hidden.shows) == (
        *(("advisors", "noor", "reply_within"), "geen", "2 werkdagen", (), False),
    )


def test_somebody_who_came_or_went_shows_wherever_they_stand() -> None:
    [came] = rows(profile(person("noor")), profile(person("noor"), person("sam")))
    assert (came.was, came.becomes, names(came)) == (
        *("geen", "Sam Voorbeeld, externe vertrouwenspersoon, 020 000 00 01"),
        ["wie.html", "bel.html"],
    )
    [went] = rows(profile(person("noor"), person("sam")), profile(person("noor")))
    assert (went.was[:13], went.becomes) == ("Sam Voorbeeld", "geen")


def test_rows_stand_as_the_keys_of_a_profile_do_and_what_is_of_one_advisor_together() -> None:
    was = profile(person("noor"), person("sam"), maintained_by="A")
    now = profile(
        person("noor", "020 000 00 03", reply_within=1),
        person("sam", "020 000 00 04", reply_within=2),
        name="Duin",
        maintained_by="B",
    )
    photographed = replace(NOW, photos={**NOW.photos, "noor": WAS.photos["noor"]}, files=NOW.files | WAS.files)
    told = [row.path for row in rows(was, now, (photographed, NOW))]
    assert told == [
        ("organisation", "name"),
        *(("advisors", "noor", key) for key in ("phone", "reply_within", "photo")),
        *(("advisors", "sam", key) for key in ("phone", "reply_within")),
        ("maintained_by",),
    ]


def test_a_photo_is_told_in_words() -> None:
    photographed = replace(NOW, photos={**NOW.photos, "noor": WAS.photos["noor"]}, files=NOW.files | WAS.files)
    same = profile(person("noor"))
    [row] = rows(same, same, (photographed, NOW))
    assert (row.path, row.was, row.becomes) == (("advisors", "noor", "photo"), "de vorige foto", "een nieuwe foto")
    bare = replace(NOW, photos={})
    assert [(one.was, one.becomes) for one in rows(same, same, (bare, NOW))] == [("geen foto", "een nieuwe foto")]


@pytest.mark.parametrize(("length", "whole"), [(159, True), (160, False), (170, False)])
def test_of_two_texts_that_are_long_together_what_changed_is_told(length: int, whole: bool) -> None:
    def about(first: str) -> Profile:
        return profile(person("noor"), maintained_by=f"{first} {'x' * (length - 6)}.")

    [row] = rows(about("Aap."), about("Bok."))
    assert len(about("Aap.").maintained_by or "") == length  # type: ignore[arg-type]
    assert (row.was, row.becomes) == (
        (str(about("Aap.").maintained_by), str(about("Bok.").maintained_by))
        if whole
        else (f"… {about('Aap.').maintained_by}", f"… {about('Bok.').maintained_by}")
    )


def test_a_long_text_that_came_or_went_is_told_whole() -> None:
    long = profile(person("noor"), maintained_by=" ".join(["Een lange zin over niets."] * 20))
    none = profile(person("noor"), maintained_by=None)
    [came] = rows(none, long)
    assert (came.was, came.becomes) == ("geen", long.maintained_by)
    [went] = rows(long, none)
    assert (went.was, went.becomes) == (long.maintained_by, "geen")


def test_a_sheet_is_empty_without_rows_and_texts() -> None:
    row = ChangeRow(("a",), "a", "b", "c", (), ())
    text: Any = object()

    def sheet(rows: tuple[ChangeRow, ...] = (), texts: tuple[Any, ...] = ()) -> ChangeSheet:
        return ChangeSheet("zee", "Zee", "toen", None, rows, texts, ("noot",), {}, {})

    assert sheet().is_empty and not sheet((row,)).is_empty and not sheet((), (text,)).is_empty
