"""What somebody is called, from a name as people write it."""

from __future__ import annotations

import pytest

from voorlichter.person_names import read_name

CALLED = [
    ("Noor Voorbeeld", "Noor", "NV", "Noor V."),
    ("Bram van der Voorbeeld", "Bram", "BV", "Bram V."),
    ("  Sam   Elders ", "Sam", "SE", "Sam E."),
    ("Noor", "Noor", "N", "Noor"),
    ("éva de wit", "Éva", "ÉW", "Éva W."),
    ("أمينة الزهراء", "أمينة", "أا", "أمينة ا."),
    ("Voorbeeld, Noor", "Noor", "NV", "Noor V."),
    ("Vries, drs. Noor de", "Noor", "NV", "Noor V."),
    ("Voorbeeld, Noor, MSc", "Noor", "NV", "Noor V."),
    ("dr. Noor Voorbeeld", "Noor", "NV", "Noor V."),
    ("Prof.dr. Noor Voorbeeld, MSc", "Noor", "NV", "Noor V."),
    ("Noor Voorbeeld LL.M.", "Noor", "NV", "Noor V."),
    ("Mevrouw Noor Voorbeeld", "Noor", "NV", "Noor V."),
    ("Jan Jansen jr.", "Jan", "JJ", "Jan J."),
    ("Jack Ma", "Jack", "JM", "Jack M."),
    ("drs. J.P. (Joop) de Vries", "Joop", "JV", "Joop V."),
    ("Noor Voorbeeld (extern)", "Noor", "NV", "Noor V."),
    ("mr. drs. Th.M. de Vries", "Th.M. de Vries", "TV", "T.V."),
    ("dhr. Voorbeeld", "Voorbeeld", "V", "V."),
    ("de heer P. van der Berg", "P. van der Berg", "PB", "P.B."),
    ("dr.Voorbeeld", "Voorbeeld", "V", "V."),
    ("mevrouw de Wit", "De Wit", "DW", "D.W."),
    ("dr. van der Berg", "Van der Berg", "VB", "V.B."),
    ("Bureau Luister", "Bureau Luister", "BL", "B.L."),
    ("Vertrouwenspunt De Brug", "Vertrouwenspunt De Brug", "VB", "V.D.B."),
    ("Elders Coaching", "Elders Coaching", "EC", "E.C."),
    ("Noor en Sam", "Noor en Sam", "NS", "N.S."),
]


@pytest.mark.parametrize(("written", "called", "initials", "neutral"), CALLED)
def test_a_name_tells_what_somebody_is_called(written: str, called: str, initials: str, neutral: str) -> None:
    name = read_name(written)
    assert (name.called, name.initials, name.neutral(name.called)) == (called, initials, neutral)


@pytest.mark.parametrize(
    ("written", "office"),
    [
        ("Bureau Luister", True),
        ("Elders Coaching", True),
        ("Noor & Sam", True),
        ("De Brug", True),
        ("Noor Voorbeeld", False),
        ("mr. Bureau", False),
        ("Noor van de Berg", False),
    ],
)
def test_a_bureau_or_a_team_is_no_person(written: str, office: bool) -> None:
    assert read_name(written).is_office is office


@pytest.mark.parametrize(
    ("written", "plain"),
    [
        ("Noor Voorbeeld (extern)", "Noor Voorbeeld"),
        ("drs. J.P. (Joop) de Vries, MSc", "J.P. de Vries"),
        ("Vries, Noor de", "Noor de Vries"),
        ("Noor   Voorbeeld ", "Noor Voorbeeld"),
    ],
)
def test_a_whole_name_has_its_surname_last_and_nothing_around_it(written: str, plain: str) -> None:
    assert read_name(written).plain == plain


@pytest.mark.parametrize("written", ["dr.", "J", ",", "mr. J.", "de heer", "Noor V.", "jr."])
def test_whatever_stands_there_something_is_said(written: str) -> None:
    assert read_name(written).called.strip()


def test_an_address_book_never_shows_a_surname_that_is_a_call_name() -> None:
    assert read_name("Th.M. de Vries").neutral("Vries") == "T.V."
    assert read_name("Th.M. de Vries").neutral("Thea") == "Thea V."


@pytest.mark.parametrize(
    "title",
    [
        "mr",
        "drs",
        "dr",
        "ir",
        "ing",
        "prof",
        "dhr",
        "mevr",
        "mw",
        "mevrouw",
        "meneer",
        "mej",
        "mrs",
        "ms",
        "miss",
        "bc",
        "ds",
    ],
)
def test_nobody_is_called_by_a_title(title: str) -> None:
    assert {read_name(f"{written} Noor Voorbeeld").plain for written in (title, f"{title}.", title.upper())} == {
        "Noor Voorbeeld"
    }


@pytest.mark.parametrize(
    "degree",
    [
        "MSc",
        "BSc",
        "LLM",
        "LLB",
        "PhD",
        "MBA",
        "MEd",
        "BEd",
        "MPhil",
        "MPA",
        "MSW",
        "BSW",
        "MA",
        "BA",
        "RA",
        "jr",
        "sr",
        "M.Sc.",
        "LL.M.",
    ],
)
def test_a_degree_is_no_surname(degree: str) -> None:
    assert read_name(f"Noor Voorbeeld {degree}").plain == "Noor Voorbeeld"
    assert read_name(f"Noor Voorbeeld, {degree}").plain == "Noor Voorbeeld"


@pytest.mark.parametrize(
    "particle",
    [
        "van",
        "de",
        "der",
        "den",
        "het",
        "'t",
        "’t",
        "ten",
        "ter",
        "te",
        "von",
        "zu",
        "op",
        "in",
        "la",
        "le",
        "du",
        "da",
        "el",
        "al",
        "bin",
        "ibn",
    ],
)
def test_a_name_that_begins_with_a_particle_is_a_surname_alone(particle: str) -> None:
    assert read_name(f"mw. {particle} Berg").first is None
