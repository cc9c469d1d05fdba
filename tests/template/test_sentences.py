"""Which sentences of a page are judged, as what, and where they stand."""

from __future__ import annotations

import pytest

from voorlichter.slots.scan import line_and_column
from voorlichter.template.sentences import find_sentences

CASES = {
    "two sentences": ("Bel gerust. Dat kan altijd.", ["Bel gerust", "Dat kan altijd"]),
    "a question and an exclamation": ("Wat nu? Bel! Nu.", ["Wat nu", "Bel", "Nu"]),
    "a sentence over two lines": ("Bel als\nhet kan.", ["Bel als het kan"]),
    "a slot is a sample word": ("Bel [[ advisor.name ]] nu.", ["Bel Noor nu"]),
    "a number in a link is one word": ("[bel [[ help.csg.phone ]]]([[ help.csg.phone ]]) nu.", ["bel Noor nu"]),
    "a form of address is its first form": ("{Heb je|Hebt u} tijd?", ["Heb je tijd"]),
    "a quotation is read": ('Zeg: {"Hebt u tijd?"} Bel dan.', ["Zeg Hebt u tijd", "Bel dan"]),
    "both branches of a condition": (
        "Dit is [% if team.several %]meer[% else %]een[% endif %] mens.",
        ["Dit is een mens", "Dit is meer mens"],
    ),
    "a condition around a paragraph": (
        "[% if org.care %]\n\nIn de zorg.\n\n[% endif %]\n\nElders.",
        ["In de zorg", "Elders"],
    ),
    "conditions within conditions": (
        "[% if a %][% if b %]Een.[% endif %][% else %]Twee. [% if c %]Drie.[% endif %][% endif %]",
        ["Een", "Twee", "Drie"],
    ),
    "items of a list without a full stop": ("- Eerst bellen\n- Dan praten", ["Eerst bellen", "Dan praten"]),
    "numbered steps": ("1.  **Bel.** Dat kan.\n\n2.  Praat.", ["Bel", "Dat kan", "Praat"]),
    "no headings": ("## Een kop {#kop}\n\nTekst.", ["Tekst"]),
    "no tables": ("| Een | Twee |\n| --- | --- |\n| drie | vier |\n\nTekst.", ["Tekst"]),
    "no titles of folded parts": ('??? question "Een vraag?"\n\n    Het antwoord.', ["Het antwoord"]),
    "no titles of cards": ("- **[Een kaart](a.md)**\n  De zin erbij.", ["De zin erbij"]),
    "no addresses": ("Lees [de brief](https://een.example/twee) eens.", ["Lees de brief eens"]),
    "no html and no remarks": (
        '<div class="steps" markdown>\n\nTekst. <!-- niet dit -->[# en dit niet #]\n\n</div>',
        ["Tekst"],
    ),
    "no pictograms": ("1.  :pictogram-phone: **Bel.**", ["Bel"]),
    "no quizzes": ("::: quiz role\n\nTekst.", ["Tekst"]),
    "a number with a point in it": ("Vanaf 1.000 mensen en om 9.30 uur.", ["Vanaf 1.000 mensen en om 9.30 uur"]),
    "an article of a law": ("Zie artikel 1a(2) van de wet.", ["Zie artikel 1a 2 van de wet"]),
}


@pytest.mark.parametrize("case", CASES)
def test_a_page_says_these_sentences(case: str) -> None:
    text, said = CASES[case]
    assert sorted(" ".join(sentence.words) for sentence in find_sentences(text)) == sorted(said)


def test_every_sentence_knows_its_place() -> None:
    text = "# Kop\n\n{Heb je|Hebt u} [[ advisor.name ]] nodig? Bel dan.\n\n- Een.\n  Twee."
    places = {sentence.words[0]: line_and_column(text, sentence.offset) for sentence in find_sentences(text)}
    assert places == {"Heb": (3, 1), "Bel": (3, 43), "Een": (5, 3), "Twee": (6, 3)}
