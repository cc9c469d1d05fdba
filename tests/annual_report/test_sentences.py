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
