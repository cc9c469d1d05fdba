"""The measures against texts worked out by hand, and the pages of this repository against their bounds."""

from __future__ import annotations

import pytest
from support import REPOSITORY

from voorlichter.languages import shipped
from voorlichter.template.easy_reading import KEY
from voorlichter.template.readability import EASY, USUAL, check_readability, measure
from voorlichter.template.sentences import find_sentences
from voorlichter.template.sources import Sources, check_sources
from voorlichter.workspace import Workspace


@pytest.fixture(scope="module")
def sources() -> Sources:
    return check_sources(Workspace.at(REPOSITORY))[0]


def test_flesch_douma_by_hand() -> None:
    """Six words in two sentences, eight syllables."""
    reading = measure(find_sentences("Bel gerust nu. Dat kan altijd."), shipped()["nl"].readability)
    assert reading.score == pytest.approx(206.84 - 0.93 * 3 - 77 * 8 / 6)


def test_flesch_by_hand() -> None:
    """Eight words in two sentences, eleven syllables."""
    reading = measure(find_sentences("The advisor listens well. You choose each step."), shipped()["en"].readability)
    assert reading.score == pytest.approx(206.835 - 1.015 * 4 - 84.6 * 11 / 8)


def test_one_word_answers_do_not_flatter_the_median() -> None:
    reading = measure(find_sentences("Nee. Ja. Goed. Hier staan vijf gewone woorden."), shipped()["nl"].readability)
    assert (reading.median, reading.longest, reading.sentences) == (5, 5, 4)


def test_words_of_ten_letters_are_long() -> None:
    assert measure(find_sentences("De directeur luistert."), shipped()["nl"].readability).long_words == 0
    assert measure(find_sentences("De directrice luistert."), shipped()["nl"].readability).long_words == pytest.approx(
        1 / 3
    )


def test_easy_pages_have_the_stricter_bounds() -> None:
    formulas = [row.readability for row in shipped().values() if row.readability and row.level == "complete"]
    assert formulas and all(formula.easy > formula.usual for formula in formulas)
    assert EASY.median < USUAL.median and EASY.longest < USUAL.longest and EASY.long_words < USUAL.long_words


def test_every_page_and_every_text_in_data_is_within_its_bounds(sources: Sources) -> None:
    assert [problem.render("en", REPOSITORY) for problem in check_readability(sources)] == []


def test_the_pages_that_matter_most_have_an_easy_version(sources: Sources) -> None:
    for language in sources.data.languages:
        versions = {page.meta[KEY] for page in sources.pages[language].values() if KEY in page.meta}
        assert versions == {
            "index.md",
            "wie.md",
            "waarvoor.md",
            "gesprek.md",
            "vertrouwelijk.md",
            "veilig.md",
            "andere-kant.md",
            "mogelijkheden.md",
            "hulp.md",
            "mij.md",
        }
