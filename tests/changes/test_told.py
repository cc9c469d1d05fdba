"""A change sheet in sentences: each kind of change, each way to say where it shows, and what is told only by its number."""

from __future__ import annotations

from typing import Any, get_args

import pytest
from support import REPOSITORY

from voorlichter.artefacts.changes.plan import ChangeRow, ChangeSheet
from voorlichter.artefacts.changes.shown import Spot
from voorlichter.artefacts.changes.texts import ChangeKind, TextChange
from voorlichter.artefacts.changes.told import ToldChange, say_where, tell_rows, tell_texts
from voorlichter.problems import Say

PAGES = {f"{number}.html": f"Pagina {number}" for number in range(12)}
DUTCH, ENGLISH = Say("Nederlands", "Dutch"), Say("Engels", "English")
BOTH = ("nl", "en")


def sheet(*texts: TextChange, pages: Any = PAGES, languages: Any = {"nl": DUTCH, "en": ENGLISH}) -> ChangeSheet:  # noqa: B006
    return ChangeSheet("zeester", "De Zeester", "toen", None, (), texts, (), pages, languages)


def spots(*numbers: int, languages: tuple[str, ...] = BOTH) -> tuple[Spot, ...]:
    return tuple(Spot(f"{number}.html", f"Pagina {number}", languages) for number in numbers)


def of_kit(*names: str, languages: tuple[str, ...] = BOTH) -> tuple[Spot, ...]:
    return tuple(Spot(name, f"Titel van {name}", languages) for name in names)


WORDED = {
    "text": ("Tekst", "Text", "Zo was het.", "Zo is het."),
    "link": ("Verwijzing", "Link", "Zo was het.", "Zo is het."),
    "page": ("Pagina", "Page", "Zo was het.", "Zo is het."),
    "picture": ("Beeld", "Picture", "", "anders"),
    "look": ("Kleur en vorm", "Colours and looks", "", "anders"),
    "kit": ("Teksten van het voorlichtingsmateriaal", "Texts of what is handed out", "", "anders"),
}


@pytest.mark.parametrize("kind", get_args(ChangeKind))
def test_every_kind_of_change_has_its_name_what_was_and_becomes_and_where(kind: ChangeKind) -> None:
    dutch, english, was, becomes = WORDED[kind]
    change = TextChange(kind, ("Zo was het.",), ("Zo is het.",), of_kit("flyer") if kind == "kit" else spots(3))
    where = "op 1 materiaal (folder)" if kind == "kit" else "op 1 pagina (Pagina 3)"
    assert tell_texts(sheet(change), "nl") == ([ToldChange(dutch, was, becomes, where)], "")
    (told,), more = tell_texts(sheet(change), "en")
    assert (told.what, more) == (english, "")
    assert told.where == ("on 1 material (flyer)" if kind == "kit" else "on 1 page (Pagina 3)")
    assert told.becomes in ("Zo is het.", "different")


def test_what_came_or_went_is_told_against_nothing() -> None:
    came, went = TextChange("text", (), ("Nieuw.",), spots(1)), TextChange("text", ("Oud.",), (), spots(1))
    assert [(one.was, one.becomes) for one in tell_texts(sheet(came, went), "nl")[0]] == [
        ("niets", "Nieuw."),
        ("Oud.", "niets"),
    ]
    assert tell_texts(sheet(came), "en")[0][0].was == "nothing"


@pytest.mark.parametrize(
    ("sentences", "told"),
    [
        (("Een.", "Twee!", "Drie?"), "Een. Twee! Drie?"),
        (("Kop", "Zin:", "Kop"), "Kop · Zin: Kop"),
        (("Een.", "Twee.", "Drie.", "Vier."), "Een. Twee. Drie. (en nog 1 zin)"),
        (("Een.", "Twee.", "Drie.", "Vier.", "Vijf."), "Een. Twee. Drie. (en nog 2 zinnen)"),
        (("a" * 300 + ".", "Woord woord " * 3 + "einde."), "a" * 300 + ". Woord woord Woord …"),
        (("a" * 320,), "a" * 320),
    ],
)
def test_of_many_sentences_the_first_are_told_and_cut_at_a_word(sentences: tuple[str, ...], told: str) -> None:
    ((one,), _) = tell_texts(sheet(TextChange("text", (), sentences, spots(1))), "nl")
    assert one.becomes == told
    if "zin" in told and "nog" in told:
        ((english,), _) = tell_texts(sheet(TextChange("text", (), sentences, spots(1))), "en")
        assert english.becomes == told.replace("en nog 1 zin", "and 1 sentence more").replace(
            "en nog 2 zinnen", "and 2 sentences more"
        )


def test_twelve_changes_are_told_and_of_the_others_how_many_and_where() -> None:
    texts = [TextChange("text", (), (f"Zin {number}.",), spots(number % 3)) for number in range(12)]
    assert tell_texts(sheet(*texts), "nl")[1] == ""
    more = TextChange("text", (), ("Meer.",), spots(5, languages=("en",)))
    told, rest = tell_texts(sheet(*texts, more), "nl")
    assert [one.becomes for one in told] == [f"Zin {number}." for number in range(12)]
    assert rest == "En nog 1 tekst, op 1 pagina (Pagina 5), alleen in het Engels."
    last = TextChange("text", (), ("Nog meer.",), spots(5, 7, languages=("nl",)))
    told, rest = tell_texts(sheet(*texts, more, last), "en")
    assert len(told) == 12 and rest == "And 2 texts more, on 2 pages (Pagina 5; Pagina 7)."


@pytest.mark.parametrize(
    ("pages", "materials", "nl", "en"),
    [
        ((), (), "nergens te zien", "shows nowhere"),
        (spots(2), (), "op 1 pagina (Pagina 2)", "on 1 page (Pagina 2)"),
        (spots(2, 4), (), "op 2 pagina's (Pagina 2; Pagina 4)", "on 2 pages (Pagina 2; Pagina 4)"),
        (spots(*range(12)), (), "op alle 12 pagina's", "on all 12 pages"),
        (
            spots(*range(9)),
            (),
            "op 9 pagina's (alle, behalve Pagina 9; Pagina 10; Pagina 11)",
            "on 9 pages (all, except Pagina 9; Pagina 10; Pagina 11)",
        ),
        (
            spots(*range(8)),
            (),
            f"op 8 pagina's ({'; '.join(f'Pagina {number}' for number in range(8))})",
            f"on 8 pages ({'; '.join(f'Pagina {number}' for number in range(8))})",
        ),
        (
            (*spots(*range(8)), *spots(77)),
            (),
            f"op 9 pagina's ({'; '.join(f'Pagina {number}' for number in range(8))}; en nog 1)",
            f"on 9 pages ({'; '.join(f'Pagina {number}' for number in range(8))}; and 1 more)",
        ),
        ((), of_kit("poster"), "op 1 materiaal (poster)", "on 1 material (poster)"),
        (
            spots(1),
            of_kit("poster", "eigen"),
            "op 1 pagina (Pagina 1) en 2 materialen (poster; Titel van eigen)",
            "on 1 page (Pagina 1) and 2 materials (poster; Titel van eigen)",
        ),
        (
            (),
            of_kit(*(f"eigen-{number}" for number in range(14))),
            f"op 14 materialen ({'; '.join(f'Titel van eigen-{number}' for number in range(12))}; en nog 2)",
            f"on 14 materials ({'; '.join(f'Titel van eigen-{number}' for number in range(12))}; and 2 more)",
        ),
        (
            spots(1, languages=("nl",)),
            of_kit("poster", languages=("nl",)),
            "op 1 pagina (Pagina 1) en 1 materiaal (poster), alleen in het Nederlands",
            "on 1 page (Pagina 1) and 1 material (poster), only in Dutch",
        ),
        (
            spots(1, languages=("nl",)),
            of_kit("poster", languages=("en",)),
            "op 1 pagina (Pagina 1) en 1 materiaal (poster)",
            "on 1 page (Pagina 1) and 1 material (poster)",
        ),
    ],
)
def test_where_a_change_shows_is_said_as_shortly_as_can_be(pages: Any, materials: Any, nl: str, en: str) -> None:
    assert say_where(sheet(), pages, materials, "nl") == nl
    assert say_where(sheet(), pages, materials, "en") == en


def test_of_one_language_or_one_page_nothing_is_excepted() -> None:
    alone = sheet(languages={"nl": DUTCH})
    assert say_where(alone, spots(1, languages=("nl",)), (), "nl") == "op 1 pagina (Pagina 1)"
    assert say_where(sheet(pages={"1.html": "Pagina 1"}), spots(1), (), "nl") == "op 1 pagina (Pagina 1)"


def test_a_row_is_told_with_both_values_cut_at_a_word() -> None:
    long = "woord " * 60
    row = ChangeRow(("advisors", "noor", "phone"), "Telefoon van Noor", long, "020 000 00 02", spots(1), ())
    (told,) = tell_rows(sheet(), [row], "nl")
    assert told == ToldChange("Telefoon van Noor", "woord " * 52 + "woord …", "020 000 00 02", "op 1 pagina (Pagina 1)")


def test_everything_of_the_kit_is_called_by_what_it_is_in_both_languages() -> None:
    items = [path.stem for path in (REPOSITORY / "data" / "kit").glob("*.yml")]
    made = ["contact", "contact-neutral", "qr-site", "qr-call", "qr-contact", "intranet-card", "embed"]
    for language in BOTH:
        called = [say_where(sheet(), (), of_kit(name), language) for name in (*items, *made)]  # type: ignore[arg-type]
        assert not [name for name in called if "Titel van" in name]
        assert len(set(called)) == len(called)


CALLED = {
    "poster": ("poster", "poster"),
    "poster-discreet": ("discrete poster", "discreet poster"),
    "flyer": ("folder", "flyer"),
    "wallet-card": ("kaartje voor de portemonnee", "wallet card"),
    "table-card": ("tafelkaart", "table card"),
    "managers": ("gids voor leidinggevenden", "guide for managers"),
    "slides": ("presentatie", "slides"),
    "intranet": ("tekst voor intranet", "intranet text"),
    "intranet-card": ("kaart voor intranet", "intranet card"),
    "embed": ("pagina voor een kader", "page for a frame"),
    "announcement": ("aankondiging", "announcement"),
    "onboarding": ("tekst voor nieuwe medewerkers", "text for new colleagues"),
    "dilemmas": ("dilemmakaarten", "dilemma cards"),
    "checklist": ("checklist", "checklist"),
    "inspiration": ("inspiratie voor een jaar", "inspiration for a year"),
    "tips": ("tips voor een jaar", "tips for a year"),
    "contact": ("contactkaart", "contact card"),
    "contact-neutral": ("neutrale contactkaart", "neutral contact card"),
    "qr-site": ("QR-code van de site", "QR code of the site"),
    "qr-call": ("QR-code om te bellen", "QR code to call"),
    "qr-contact": ("QR-code van het contact", "QR code of the contact"),
}


@pytest.mark.parametrize("name", CALLED)
def test_whoever_signs_a_sheet_reads_what_has_to_be_printed_again(name: str) -> None:
    nl, en = CALLED[name]
    assert say_where(sheet(), (), of_kit(name), "nl") == f"op 1 materiaal ({nl})"
    assert say_where(sheet(), (), of_kit(name), "en") == f"on 1 material ({en})"
