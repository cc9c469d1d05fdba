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
    "either branch within either branch": (
        "[% if a %][% if b %]Een.[% else %]Twee.[% endif %][% else %][% if c %]Drie.[% else %]Vier.[% endif %][% endif %]",
        ["Een", "Twee", "Drie", "Vier"],
    ),
    "one sentence of two choices": (
        "[% if a %]Wij [% if b %]bellen[% else %]mailen[% endif %] u[% else %]Bel ons[% endif %].",
        ["Bel ons", "Wij bellen u", "Wij mailen u"],
    ),
    "choices one after another are made alike": (
        "[% if a %]Een[% else %]Twee[% endif %] en [% if b %]drie[% else %]vier[% endif %].",
        ["Een en drie", "Twee en vier"],
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


PLACED = {
    "!!! note\n    Let op.": [(13, "Let op")],
    '???+ question "A b"\n    Ja.': [(24, "Ja")],
    "! a": [(0, "a")],
    "*  Een\n+ Twee\n10. Drie\n  - Vier": [(3, "Een"), (9, "Twee"), (18, "Drie"), (27, "Vier")],
    "-geen lijst\n1.geen lijst": [(0, "geen lijst 1.geen lijst")],
    "- **Titel**\n* **Titel**\n**Titel**  \nZin **vet** hier.": [(36, "Zin vet hier")],
    "**Titel** en meer.": [(2, "Titel en meer")],
    "   [a]: b\n[c]: https://een.example/d\nZin.": [(37, "Zin")],
    "Een <!-- x\ny --> twee.": [(0, "Een twee")],
    "<b>vet</b\n> x.": [(3, "vet x")],
    "Een {.klas} twee {: x} drie {#y} vier.": [(0, "Een twee drie vier")],
    "Zie https://een.example/a. Dan meer.": [(0, "Zie Dan meer")],
    "[x](a b.md) y [z] (w).": [(1, "x y z w")],
    "`code` *em* _x_ > [y]": [(1, "code em x y")],
    "### Kop\nZin.\n  | a |\n:::note": [(8, "Zin")],
    "####### Geen kop\n#ook niet": [(8, "Geen kop ook niet")],
    'Hij zei “ja.” Dan (nee.) Dus… Ja?! Nee."': [
        *((0, "Hij zei ja"), (14, "Dan nee"), (25, "Dus"), (30, "Ja"), (35, "Nee")),
    ],
    "Ja.’ Nee.)” Om 3.5 uur. Een a.b. en c.": [(0, "Ja"), (5, "Nee"), (12, "Om 3.5 uur"), (24, "Een a b"), (33, "en c")],
    "auto's, e-mail en na- of voorzien, ’t 9.30–10.00 uur 1a 10% €5,50 1:2": [
        (0, "auto's e-mail en na of voorzien t 9.30–10.00 uur 1a 10 5,50 1:2"),
    ],
    "a\n  \nb": [(0, "a"), (5, "b")],
    "... \n\n* * *": [],
    "": [],
    "[[a]] belt. [[ x ]]y.": [(0, "Noor belt"), (12, "Noor y")],
    "Een [[ a\n.b ]] twee.": [(0, "Een Noor twee")],
    "{|t u} x {je|u}": [(7, "x je")],
    "[% else %]Een.[% endif %]": [(10, "Een")],
    "[% endif %]Een.[% if a %]Twee.": [(11, "Een"), (25, "Twee")],
    "[% for a in b %]Een [[ a ]].[% endfor %]": [(16, "Een Noor")],
    "[% if a %]Een [[ b ]].[% else %]Twee [[ c ]].[% endif %] Drie.": [(10, "Een Noor"), (32, "Twee Noor"), (57, "Drie")],
    "Een [% if a %]b [% else %][% endif %]c.": [(0, "Een b c"), (0, "Een c")],
    "Een[% if a %][% else %]\n\ntwee\n\n[% endif %]drie": [(0, "Een"), (25, "twee"), (42, "drie")],
}  # fmt: skip


@pytest.mark.parametrize("text", PLACED)
def test_sentences_come_in_the_order_of_the_text_with_where_they_begin(text: str) -> None:
    assert [(one.offset, " ".join(one.words)) for one in find_sentences(text)] == PLACED[text]
