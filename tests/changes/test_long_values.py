"""Of a long text a change sheet tells the sentences that changed, and no other."""

from __future__ import annotations

from compared import DATA, EXAMPLES, WORKSPACE

from voorlichter.artefacts.changes.materials import Materials
from voorlichter.artefacts.changes.pictures import ProfileVersion
from voorlichter.artefacts.changes.plan import plan_rows
from voorlichter.artefacts.changes.shown import Shown
from voorlichter.artefacts.changes.words import ChangeWords
from voorlichter.brand import plan_palette
from voorlichter.profile.model import Profile
from voorlichter.site.media import Media

SAME = [
    "Ik werk sinds 2011 met mensen die iets vervelends meemaken op hun werk.",
    "Eerst was ik verpleegkundige, daarna leidde ik een team van dertig mensen.",
    "Je kunt mij overdag bellen, en op maandag ook na het eten.",
]


def told(was: list[str], now: list[str]) -> tuple[str, str]:
    """What stands in the row of an advisor about whom this was told, and is told now."""
    was_profile, now_profile = (_with_about(" ".join(sentences)) for sentences in (was, now))
    media = Media(plan_palette("#0f5e5a"), {}, None, None, {}, None)
    (row,) = plan_rows(
        ProfileVersion(was_profile, media),
        ProfileVersion(now_profile, media),
        lambda _profile, _media: Shown({("nl", "index.html"): b""}, {}, {}, {}),
        Materials(WORKSPACE, look=False),
        ChangeWords("nl", DATA.strings_in("nl", "je"), {}, {}, {}, was_profile, now_profile),
    )
    return row.was, row.becomes


def _with_about(text: str) -> Profile:
    profile = EXAMPLES["werkplaats"]
    (advisor,) = profile.advisors
    prose = EXAMPLES["vuurtoren"].advisors[0].about
    assert prose is not None
    about = prose.model_copy(update={"nl": text})
    return profile.model_copy(update={"advisors": [advisor.model_copy(update={"about": about})]})


def test_one_that_is_another_stands_alone_in_both() -> None:
    other = [*SAME[:1], "Eerst was ik kok, daarna leidde ik een keuken.", *SAME[2:]]
    assert told(SAME, other) == (f"… {SAME[1]}", f"… {other[1]}")


def test_one_that_went_stands_where_it_was_and_nothing_where_it_is_not() -> None:
    assert told(SAME, SAME[:2]) == (f"… {SAME[2]}", "…")
    assert told(SAME[:2], SAME) == ("…", f"… {SAME[2]}")


def test_two_that_stand_apart_are_told_apart() -> None:
    other = ["Ik werk hier pas.", SAME[1], "Je kunt mij altijd mailen."]
    assert told(SAME, other) == (f"… {SAME[0]} … {SAME[2]}", f"… {other[0]} … {other[2]}")


def test_a_short_text_is_told_whole() -> None:
    assert told(["Ik luister.", "Bel mij."], ["Ik luister.", "Mail mij."]) == (
        "Ik luister. Bel mij.",
        "Ik luister. Mail mij.",
    )
