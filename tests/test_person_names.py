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
    ("Noor van den berg", "Noor", "NB", "Noor B."),
    ("Noor In 't Veld", "Noor", "NV", "Noor V."),
    ("noor", "Noor", "N", "Noor"),
    ("'t Hart", "'t Hart", "H", "'.H."),
    ("J. Voorbeeld", "J. Voorbeeld", "JV", "J.V."),
    ("J.-P. Voorbeeld", "J.-P. Voorbeeld", "JV", "J.V."),
    ("A Voorbeeld", "A Voorbeeld", "AV", "A.V."),
    ("AB Voorbeeld", "AB", "AV", "AB V."),
    ("Noor. Voorbeeld", "Noor", "NV", "Noor V."),
    ('Johanna "Noor" Voorbeeld', "Noor", "JV", "Noor V."),
    ("Johanna 'Noor' Voorbeeld", "Noor", "JV", "Noor V."),
    ("Johanna “Noor” Voorbeeld", "Noor", "JV", "Noor V."),
    ("Johanna ‘Noor’ Voorbeeld", "Noor", "JV", "Noor V."),
    ("Noor (van HR) Voorbeeld", "Noor", "NV", "Noor V."),
    ("Noor (3) Voorbeeld", "Noor", "NV", "Noor V."),
    ("Voorbeeld, J.", "J. Voorbeeld", "JV", "J.V."),
    ("van der Berg, Noor", "Noor", "NB", "Noor B."),
    ("Berg, Noor van der", "Noor", "NB", "Noor B."),
    ("Noor Voorbeeld, HBO", "Noor", "NV", "Noor V."),
    ("Noor Voorbeeld, psycholoog", "Noor Voorbeeld", "NV", "N.V."),
    ("Noor Voorbeeld, J.", "Noor Voorbeeld", "NV", "N.V."),
    ("Noor,", "Noor", "N", "Noor"),
    ("dr. mr. Noor", "Noor", "N", "N."),
    ("prof.dr.ir.Noor Voorbeeld", "Noor", "NV", "Noor V."),
    ("De Heer Voorbeeld", "Voorbeeld", "V", "V."),
    ("de heer Noor Voorbeeld", "Noor", "NV", "Noor V."),
    ("mr. Bureau Voorbeeld", "Bureau", "BV", "Bureau V."),
    ("Team", "Team", "T", "T."),
    ("Noor MA", "Noor", "N", "Noor"),
    ("MSc", "MSc", "M", "MSc"),
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
        ("Noor de Wit", False),
        ("Noor Den Dam", False),
        ("dr. Noor Advies", False),
        ("Noor Puntenburg", False),
        ("Het Anker", True),
        ("The Desk", True),
        ("de brug", True),
        ("Noor and Sam", True),
        ("Noor + Sam", True),
        ("Noor / Sam", True),
        ("Noor B.V.", True),
        ("Elders VOF", True),
        ("Elders NV", True),
        ("Elders cv", True),
        ("Bureau. Noor", True),
        ("Noor de Coach van het Team", True),
    ],
)
def test_a_bureau_or_a_team_is_no_person(written: str, office: bool) -> None:
    assert read_name(written).is_office is office


@pytest.mark.parametrize(
    "word",
    [
        "Bureau",
        "Adviesbureau",
        "Praktijk",
        "Team",
        "Stichting",
        "Vereniging",
        "Vertrouwenspunt",
        "Loket",
        "Kenniscentrum",
        "Dienst",
        "Afdeling",
        "Organisatie",
        "Advies",
        "Coaching",
        "Consultancy",
        "Klachtencommissie",
        "Vertrouwenspersoon",
        "Vertrouwenspersonen",
        "Practice",
        "Office",
        "Helpdesk",
        "Service",
        "Services",
        "Foundation",
        "Advisors",
        "PARTNERS",
    ],
)
def test_a_word_for_an_office_makes_a_name_one_wherever_it_stands(word: str) -> None:
    for written in (word, f"{word} Elders", f"Elders {word}", f"Elders {word.lower()} Zeester"):
        name = read_name(written)
        assert (name.is_office, name.called, name.plain) == (True, written, written)


@pytest.mark.parametrize(
    ("written", "turned"),
    [
        ("Voorbeeld, Noor", True),
        ("Voorbeeld, Noor, MSc", True),
        ("van der Berg, Noor", True),
        ("Noor Voorbeeld", False),
        ("Noor Voorbeeld, MSc", False),
        ("Noor Voorbeeld, psycholoog", False),
        ("Voorbeeld, MSc", False),
        ("Voorbeeld, Johanna (Noor) Maria", True),
        ('Johanna "Noor" Voorbeeld', False),
        ("Bureau Luister", False),
    ],
)
def test_a_surname_that_comes_first_is_known(written: str, turned: bool) -> None:
    assert read_name(written).surname_first is turned


@pytest.mark.parametrize(
    ("written", "plain"),
    [
        ("noor voorbeeld", "Noor voorbeeld"),
        ('Johanna "Noor" Voorbeeld', "Johanna Voorbeeld"),
        ("Voorbeeld, drs. Noor", "Noor Voorbeeld"),
        ("Berg, Noor van der", "Noor van der Berg"),
        ("Noor Voorbeeld, psycholoog", "Noor Voorbeeld"),
        ("Noor Voorbeeld MSc MA", "Noor Voorbeeld"),
        ("Noor Voorbeeld, MSc, RA", "Noor Voorbeeld"),
        ("Noor Voorbeeld, MSc RA", "Noor Voorbeeld"),
        ("(Noor)", "(Noor)"),
        ("Bureau  Luister ", "Bureau Luister"),
        ("Noor Voorbeeld (extern)", "Noor Voorbeeld"),
        ("drs. J.P. (Joop) de Vries, MSc", "J.P. de Vries"),
        ("Vries, Noor de", "Noor de Vries"),
        ("Noor   Voorbeeld ", "Noor Voorbeeld"),
    ],
)
def test_a_whole_name_has_its_surname_last_and_nothing_around_it(written: str, plain: str) -> None:
    assert read_name(written).plain == plain


@pytest.mark.parametrize("name", ["Ma", "Ba", "Ra", "ma", "Mo"])
def test_a_surname_that_looks_like_a_degree_is_a_surname(name: str) -> None:
    assert read_name(f"Noor {name}").plain == f"Noor {name}"


@pytest.mark.parametrize("written", ["dr.", "J", ",", "mr. J.", "de heer", "Noor V.", "jr."])
def test_whatever_stands_there_something_is_said(written: str) -> None:
    assert read_name(written).called.strip()


def test_an_address_book_never_shows_a_surname_that_is_a_call_name() -> None:
    assert read_name("Th.M. de Vries").neutral("Vries") == "T.V."
    assert read_name("Th.M. de Vries").neutral("Thea") == "Thea V."
    assert read_name("Noor Voorbeeld").neutral("Noor Voorbeeld") == "Noor V."
    assert read_name("Noor de wit").neutral("mevrouw wit") == "Noor W."
    assert read_name("Noor").neutral("Noortje") == "Noortje"


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
