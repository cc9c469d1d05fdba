"""Which text of a page is measured: sentences that are ours to write, and nothing that only labels or leads on."""

from __future__ import annotations

import pytest

from voorlichter.reading.running_text import read_running_text


def read(body: str) -> list[str]:
    return read_running_text(f"<body>Niet dit.<main>{body}</main>Of dit.</body>")


LEFT_OUT = (
    *("aside", "button", "dt", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "nav"),
    *("option", "summary", "table"),
)
CLASSES = (
    *("md-button", "print-only", "advisor-cards__words", "law__source", "quiz__title", "quiz__count", "quiz__hint"),
    *("quiz__option", "quiz__item", "quiz__bins", "quiz__answer", "quiz__source"),
)


@pytest.mark.parametrize("tag", LEFT_OUT)
def test_what_labels_or_leads_on_is_no_running_text_nor_is_what_stands_in_it(tag: str) -> None:
    assert read(f"<p>Een.</p><{tag}>Niet. <p>Ook niet.</p></{tag}><p>Twee.</p>") == ["Een.", "Twee."]


@pytest.mark.parametrize("name", CLASSES)
def test_what_has_a_class_for_words_that_are_not_ours_is_left_out(name: str) -> None:
    assert read(f'<p>Een.</p><div class="a {name}"><p>Niet.</p></div><p>Twee.</p>') == ["Een.", "Twee."]
    assert read(f'<p class="not-{name}">Een.</p>') == ["Een."]


def test_what_a_page_hides_is_left_out_and_the_questions_of_a_module_are_read() -> None:
    assert read("<p>Een.</p><p hidden>Niet.</p><p>Twee.</p>") == ["Een.", "Twee."]
    assert read('<form class="quiz big"><p>Wat zeg je?</p><label class="quiz__option">Niets.</label></form>') == [
        "Wat zeg je?"
    ]
    assert read('<div class="quiz"><form><p>Niet.</p></form></div>') == []


def test_a_picture_hides_nothing_behind_it_and_what_is_only_spoken_is_not_read() -> None:
    assert read('<p>Een.<img hidden alt="Niet." src="a.png"> Twee.</p><p title="Niet.">Drie.</p>') == [
        *("Een.", "Twee.", "Drie."),
    ]


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("Een zin.", ["Een zin."]),
        ("Een zin!", ["Een zin!"]),
        ("Een zin?", ["Een zin?"]),
        ("Een zin…", ["Een zin…"]),
        ("جملة؟", ["جملة؟"]),
        ("Hij zei: “nee.”", ["Hij zei: “nee.”"]),
        ("(Dat is zo.)", ["(Dat is zo.)"]),
        ("‘Dat is zo.’", ["‘Dat is zo.’"]),
        ("Een label", []),
        ("Een label:", []),
        ("020 000 00 01", []),
        ("Een zin. Een label", ["Een zin."]),
    ],
)
def test_a_sentence_has_a_stop_at_its_end(text: str, sentences: list[str]) -> None:
    assert read(f"<p>{text}</p>") == sentences


def test_each_sentence_is_read_once_wherever_it_stands() -> None:
    assert read("<p>Een. Twee.</p><ul><li>Een.</li><li>Drie.</li></ul>") == ["Een.", "Twee.", "Drie."]


@pytest.mark.parametrize(
    ("line", "sentences"),
    [
        ("<strong>Let op:</strong> bel eerst.", ["bel eerst."]),
        ("<strong>Bel.</strong> Dat mag altijd.", ["Dat mag altijd."]),
        ("<strong>Durf!</strong> Dat mag.", ["Dat mag."]),
        ("<strong>Waarom?</strong> Dat mag.", ["Dat mag."]),
        ("<strong>Bel</strong> dan eerst.", ["Bel dan eerst."]),
        ("<strong>Bel</strong>\nDat mag.", ["Dat mag."]),
        ("<strong>Bel eerst.</strong>", ["Bel eerst."]),
        ("<strong>Bel eerst.</strong> ", ["Bel eerst."]),
        ("Eerst <strong>bellen:</strong> dat mag.", ["Eerst bellen: dat mag."]),
        ("<strong>Let op:</strong> bel <strong>eerst.</strong>", ["bel eerst."]),
    ],
)
def test_bold_in_front_of_a_line_is_its_label_where_it_ends_as_one(line: str, sentences: list[str]) -> None:
    assert read(f"<p>{line}</p>") == sentences
