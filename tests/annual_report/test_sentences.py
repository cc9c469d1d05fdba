"""A sentence to the board is about the organisation; whatever points to somebody is refused, with how to say it instead."""

from __future__ import annotations

import pytest

from voorlichter.artefacts.report.sentences import CaseSigns
from voorlichter.case_words import shipped_case_words

OWN = ("Stichting De Zeester", "De Zeester")
PEOPLE = ("Noor Voorbeeld", "Sam van Elders")
SIGNS = CaseSigns(shipped_case_words(), OWN, PEOPLE)

ABOUT_THE_ORGANISATION = """
Nieuwe medewerkers kennen de vertrouwenspersoon vaak niet.
Leidinggevenden weten niet altijd waar zij terechtkunnen.
Noem de vertrouwenspersoon in elk inwerkprogramma.
Bespreek de gedragscode elk jaar in alle teams.
Het bestuur van De Zeester reageert snel op signalen.
De Raad van Toezicht en de ondernemingsraad bespreken dit verslag.
Geef HR en de OR een eigen gesprek over dit verslag.
Grapjes over herkomst worden te vaak gewoon gevonden.
Medewerkers zijn bang voor gevolgen als zij zich uitspreken.
Wie zich uitspreekt, wil binnen vijf werkdagen een antwoord.
Houd twee keer per jaar een gesprek over omgangsvormen.
's Avonds is er geen leidinggevende bereikbaar, en 's nachts ook niet.
De klachtenregeling is moeilijk te vinden op het intranet.
Agressie door cliënten hoort volgens velen bij het werk; dat is niet zo.
Neem omgangsvormen op in de RI&E en in het plan van aanpak.
Wij adviseren een training voor leidinggevenden: luisteren, niet meteen oplossen.
De kwaliteit van de opvang na agressie verschilt te veel.
Maak in 2027 tijd vrij voor voorlichting.
Newcomers often do not know the advisor.
Managers do not always know where to turn.
Name the advisor in every induction programme.
Discuss the code of conduct in all teams every year.
The Works Council and the Supervisory Board discuss this report.
People who speak up want an answer within five working days.
The complaints procedure is hard to find on the intranet.
Employees fear the consequences of speaking up.
We advise training for managers: listen first, solve later.
Jokes about origin are too often taken for granted.
People may hesitate to call, and the board can help.
Aggression by clients is no part of the job, and the board could say so.
""".strip().splitlines()

ABOUT_SOMEBODY = """
Twee meldingen gingen over roddelen.
Er waren 3 melders bij de balie.
Zeven meldingen gingen over pesten.
Two reports were about gossip.
In 4 nieuwe gevallen bleef het stil.
De helft van de meldingen gaat over macht.
Ongeveer 20% voelt zich onveilig.
Drie van de vier durven niets te zeggen.
Er is drie keer gemeld dat het onrustig is.
Een medewerker van de balie voelt zich niet veilig.
Een melding over roddelen bleef liggen.
De melder die kwam, was bang.
Een werkneemster van de balie voelt zich niet veilig.
Just one reporter came back.
A colleague from the front desk was shouted at.
An employee who left felt unsafe.
Eén melder stopte.
Noor Voorbeeld sprak met het bestuur.
Volgens Sanne is er niets gedaan.
Sam durfde niets te zeggen.
Spreek met mevrouw de Vries.
Talk to Mrs. Jansen about this.
Het ging over J. Jansen.
Bel noor@zeester.example voor meer.
Bel 020 000 00 01 voor meer.
Op 12 maart liep het mis.
In maart liep het mis.
It went wrong on 12-03-2026.
It went wrong on Tuesday.
Er werd gezegd: “zo doen wij dat hier”.
Er werd gezegd: 'zo doen wij dat hier'.
They said "that is how it is".
In het team is het onrustig.
Op de afdeling inkoop is het onrustig.
There is unrest at the Utrecht branch.
De teamleider luistert niet.
The director does not listen.
Het hoofd planning stuurt berichten in de avond.
Zij voelde zich niet gehoord.
She felt unheard.
""".strip().splitlines()


@pytest.mark.parametrize("sentence", ABOUT_THE_ORGANISATION)
def test_a_sentence_about_the_organisation_may_stand(sentence: str) -> None:
    assert [message.en for message, _ in SIGNS.in_sentence(sentence)] == []


@pytest.mark.parametrize("sentence", ABOUT_SOMEBODY)
def test_a_sentence_that_points_to_somebody_is_refused(sentence: str) -> None:
    told = list(SIGNS.in_sentence(sentence))
    assert told
    assert all(message.nl != message.en and fix.nl != fix.en for message, fix in told)


GENERAL = (
    "zeg het in het algemeen en in het meervoud: “medewerkers …”, “leidinggevenden …”",
    "say it in general and in the plural: “employees …”, “managers …”",
)
NO_NUMBER = (
    "laat het getal weg: de tabellen vertellen wat verteld mag worden",
    "leave the number out: the tables tell what may be told",
)
NO_DAY = ("schrijf “dit jaar”, of laat het weg", "write “this year”, or leave it out")
A_MOMENT = ("is een tijdstip", "is a moment in time", *NO_DAY)
A_QUOTATION = (
    "wijst op een citaat",
    "points to a quotation",
    "vertel het in eigen woorden, zonder aanhalingstekens",
    "tell it in your own words, without quotation marks",
)
A_COUNT = ("telt mensen of meldingen", "counts people or reports", *NO_NUMBER)
A_SHARE = ("is een deel van een aantal", "is a share of a number", *NO_NUMBER)
OFTEN = ("telt meldingen", "counts reports", *NO_NUMBER)
ALONE = ("gaat over één iemand of één geval", "is about one person or one case", *GENERAL)
ONE = ("gaat over één iemand", "is about one person", *GENERAL)
A_FUNCTION = (
    "is een functie die iemand aanwijst",
    "is a function that points to somebody",
    "schrijf “leidinggevenden” of “het bestuur”",
    "write “managers” or “the board”",
)
A_UNIT = (
    "wijst een deel van de organisatie aan",
    "points to a part of the organisation",
    "schrijf “in de organisatie”, of in het meervoud “teams”",
    "write “in the organisation”, or in the plural “teams”",
)
A_NAME = (
    "lijkt een naam",
    "looks like a name",
    "laat namen weg, en begin andere woorden midden in een zin met een kleine letter",
    "leave names out, and begin other words inside a sentence with a small letter",
)
A_NUMBER = (
    "lijkt op een telefoonnummer",
    "looks like a telephone number",
    "laat het nummer weg",
    "leave the number out",
)
AN_ADDRESS = ("is een e-mailadres", "is an e-mail address", "laat het adres weg", "leave the address out")
POINTS = [
    ("Mail balie@zeester.example voor meer.", "balie@zeester.example", AN_ADDRESS),
    ("Bel 020 000 00 01 voor meer.", "020 000 00 01", A_NUMBER),
    ("Bel +31200000001 voor meer.", "+31200000001", A_NUMBER),
    ("Bel (020) 000-0001 voor meer.", "000-0001", A_NUMBER),
    ("Op 12-3-2026 liep het mis.", "12-3-2026", A_MOMENT),
    ("Op 12/3 liep het mis.", "12/3", A_MOMENT),
    ("Op 2026-03-12 liep het mis.", "2026-03-12", A_MOMENT),
    ("Op 12 maart liep het mis.", "12 maart", A_MOMENT),
    ("On the 3rd of March it went wrong.", "3rd of March", A_MOMENT),
    ("It went wrong March 2026.", "March 2026", A_MOMENT),
    ("Op dinsdagavond is het stil.", "dinsdagavond", A_MOMENT),
    ("Er werd gezegd: “zo doen wij dat”.", "“zo doen wij dat”", A_QUOTATION),
    ("Er werd gezegd: «zo doen wij dat».", "«zo doen wij dat»", A_QUOTATION),
    ("Er werd gezegd: 'zo gaat dat'.", "'zo gaat dat'", A_QUOTATION),
    ("Er werd gezegd: “zo doen wij dat.", "“zo doen wij dat.", A_QUOTATION),
    ("Er waren twee meldingen.", "twee meldingen", A_COUNT),
    ("Er waren 4 nieuwe gevallen.", "4 nieuwe gevallen", A_COUNT),
    ("Ongeveer 20% voelt zich onveilig.", "20%", A_SHARE),
    ("Ongeveer 2,5 procent voelt zich onveilig.", "2,5 procent", A_SHARE),
    ("De helft voelt zich onveilig.", "helft", A_SHARE),
    ("Drie van de vier durven niets.", "Drie van de vier", A_SHARE),
    ("Er is drie keer gemeld.", "drie keer gemeld", OFTEN),
    ("Er is tweemaal geklaagd.", "tweemaal geklaagd", OFTEN),
    ("Een medewerker van de balie is bang.", "Een medewerker van", ALONE),
    ("De jonge medewerker die kwam, was bang.", "De jonge medewerker die", ALONE),
    ("Eén melder stopte.", "Eén melder", ALONE),
    ("Spreek met mevrouw erover.", "mevrouw", ALONE),
    ("De teamleider luistert niet.", "teamleider", A_FUNCTION),
    ("Op de afdeling is het onrustig.", "afdeling", A_UNIT),
    ("Zij voelde zich niet gehoord.", "Zij voelde", ONE),
    ("Er is volgens Sanne niets gedaan.", "Sanne", A_NAME),
    ("Het bleef stil volgens Sanne Elsloo.", "Sanne", A_NAME),
    ("Sam durfde niets te zeggen.", "Sam", A_NAME),
    ("Het ging over J. en dat bleef zo.", "J", A_NAME),
    ("Vraag het Anna's team niet.", "Anna's", A_NAME),
]


@pytest.mark.parametrize(("sentence", "words", "said"), POINTS)
def test_what_points_to_somebody_is_named_with_what_to_write_instead(
    sentence: str, words: str, said: tuple[str, str, str, str]
) -> None:
    nl, en, fix_nl, fix_en = said
    told = [(message.nl, message.en, fix.nl, fix.en) for message, fix in SIGNS.in_sentence(sentence)]
    assert (f"“{words}” {nl}", f"“{words}” {en}", fix_nl, fix_en) in told


@pytest.mark.parametrize(
    "sentence",
    [
        "Dat is zo. Medewerkers zijn bang.",
        "Dat is zo! Medewerkers zijn bang.",
        "Let op: Medewerkers zijn bang.",
        "'s Ochtends is het stil.",
        "De Zeester luistert, zegt Stichting De Zeester.",
        "Vraag het de OR of HR.",
        "Zeester heet de organisatie.",
    ],
)
def test_a_capital_at_a_beginning_in_an_abbreviation_or_of_the_organisation_is_no_name(sentence: str) -> None:
    assert not [message.en for message, _ in SIGNS.in_sentence(sentence) if "looks like a name" in message.en]


def test_without_names_of_its_own_an_organisation_is_a_name_like_any_other() -> None:
    signs = CaseSigns(shipped_case_words())
    assert [message.en for message, _ in signs.in_sentence("Wij vragen Zeester om tijd.")] == [
        "“Zeester” looks like a name"
    ]
    assert list(signs.in_sentence("Wij vragen noor om tijd.")) == []
