"""The measures against texts worked out by hand, and the pages of this repository against their bounds."""

from __future__ import annotations

from pathlib import Path

import pytest
from support import REPOSITORY

from voorlichter.languages import shipped
from voorlichter.template.data import Data
from voorlichter.template.easy_reading import KEY
from voorlichter.template.page import Page
from voorlichter.template.readability import EASY, USUAL, check_page_reads, check_readability, measure
from voorlichter.template.sentences import find_sentences
from voorlichter.template.sources import Sources, check_sources
from voorlichter.workspace import Workspace
from voorlichter.yaml_source import YamlSource, read_yaml


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
    two = measure(find_sentences("Bel gerust. Hier staan vijf gewone woorden."), shipped()["nl"].readability)
    assert two.median == 5


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


WARNINGS = {
    "long": "this sentence has {} words, and {} is the most",
    "half": "half of the sentences have more than {} words",
    "words": "{} of the words have 10 letters or more, and {} is the most",
}


def told_of(body: str, easy: bool = False, language: str = "nl") -> list[tuple[int, str, str]]:
    """The line, the sentence to begin with, and what is wrong."""
    meta = {KEY: "wie.md"} if easy else {}
    page = Page(Path("wie.md"), language, meta, YamlSource(Path("wie.md")), body, body, frozenset())
    found = list(check_page_reads(page, shipped()[language].readability))
    assert {problem.severity for problem in found} <= {"warning"}
    return [(problem.mark.line, problem.where, problem.message.en) for problem in found]


def sentences_of(words: int, many: int, word: str = "dit") -> str:
    return "".join(f"{' '.join([word] * words).capitalize()}.\n\n" for _ in range(many))


@pytest.mark.parametrize(("easy", "most"), [(False, 20), (True, 12)])
def test_a_sentence_has_its_bound_on_a_page_of_any_length(easy: bool, most: int) -> None:
    assert told_of(sentences_of(most, 1), easy) == []
    told = (5, "“Dit dit dit dit …”", WARNINGS["long"].format(most + 1, most))
    assert told_of(f"Kort.\n\nKort.\n\n{sentences_of(most + 1, 1)}", easy) == [told]


@pytest.mark.parametrize(("easy", "most"), [(False, 12), (True, 7)])
def test_half_of_the_sentences_have_no_more_words(easy: bool, most: int) -> None:
    assert told_of(sentences_of(most, 8), easy) == []
    assert told_of(sentences_of(most + 1, 7), easy) == []  # too short to say
    body = f"{sentences_of(most + 1, 7)}{sentences_of(most + 2, 1, 'dat')}"
    assert told_of(body, easy) == [(15, "“Dat dat dat dat …”", WARNINGS["half"].format(most))]


def test_long_words_are_told_once_each_at_the_sentence_with_most() -> None:
    most = "De directrice vertelt de directrice iets over bereikbaarheid.\n\n"
    body = sentences_of(6, 4) + most + sentences_of(4, 3)
    assert told_of(body) == []
    (told,) = told_of(sentences_of(4, 4) + most + sentences_of(3, 2) + "De directrice belt.\n")
    assert told == (9, "“De directrice vertelt de …”", WARNINGS["words"].format("12%", "12%"))


def test_a_page_that_reads_hard_is_told_at_its_hardest_sentence() -> None:
    """One of few words is no place to begin."""
    hard = "Ja, bereidwilligheid.\n\nWaardering veronderstelt collegialiteit daarover.\n\n"
    body = sentences_of(5, 3) + hard + "Medewerkers waarderen openheid daarover.\n\n" * 3
    (told, *_) = told_of(body)
    formula = shipped()["nl"].readability
    assert formula is not None
    reading = measure(find_sentences(body), formula).score
    assert told[:2] == (9, "“Waardering veronderstelt collegialiteit daarover …”")
    assert told[2] == f"this page is hard to read: {formula.formula} {reading:.0f}, and {formula.usual} is the least"


def test_a_language_without_a_formula_has_the_other_bounds() -> None:
    hard = "Waardering veronderstelt collegialiteit daarover.\n\n" * 8
    page = Page(Path("wie.md"), "nl", {}, YamlSource(Path("wie.md")), hard, hard, frozenset())
    assert [problem.message.en for problem in check_page_reads(page, None)] == [WARNINGS["words"].format("75%", "12%")]


def test_a_sentence_in_data_has_the_bound_of_a_usual_page() -> None:
    def told(length: int, key: str = "nl", kind: str = "topics") -> list[tuple[int, str]]:
        text = f"- id: noise\n  text:\n    {key}: {' '.join(['dit'] * length)}.\n"
        data = Data(sources={kind: read_yaml(Path(f"{kind}.yml"), text.encode())})
        return [(problem.mark.line, problem.message.en) for problem in check_readability(Sources(data))]

    assert told(20) == [] and told(21) == [(3, WARNINGS["long"].format(21, 20))]
    assert [len(told(21, kind=kind)) for kind in ("topics", "doors", "help", "law", "signpost")] == [1] * 5
    assert told(21, "source") == [] and told(21, kind="synonyms") == []


HARD = (
    "De de.\n\nVeronderstelde bereidwilligheid daarover.\n\n"  # of three words: no place to begin
    + "Waardering veronderstelt hun collegialiteit.\n\n" * 6
)
TOLD = {
    "a sentence that is too long": (
        sentences_of(21, 1),
        [
            "wie.md:1:1  “Dit dit dit dit …”  let op: deze zin heeft 21 woorden, en 20 is het meeste  maak er twee van",
            "wie.md:1:1  “Dit dit dit dit …”  note: this sentence has 21 words, and 20 is the most  make two of it",
        ],
    ),
    "sentences that are long": (
        sentences_of(14, 8),
        [
            "wie.md:1:1  “Dit dit dit dit …”  let op: de helft van de zinnen heeft meer dan 12 woorden  "
            "maak zinnen korter, om te beginnen deze",
            "wie.md:1:1  “Dit dit dit dit …”  note: half of the sentences have more than 12 words  "
            "make sentences shorter, this one to begin with",
        ],
    ),
    "words that are long and hard": (
        HARD,
        [
            "wie.md:5:1  “Waardering veronderstelt hun collegialiteit …”  let op: deze pagina leest zwaar: "
            "Flesch-Douma -59, en 65 is het minste  kies kortere woorden en zinnen, om te beginnen hier",
            "wie.md:5:1  “Waardering veronderstelt hun collegialiteit …”  note: this page is hard to read: "
            "Flesch-Douma -59, and 65 is the least  choose shorter words and sentences, here to begin with",
            "wie.md:5:1  “Waardering veronderstelt hun collegialiteit …”  let op: 69% van de woorden heeft 10 letters "
            "of meer, en 12% is het meeste  "
            "kies kortere woorden, om te beginnen voor: Waardering, veronderstelt, collegialiteit",
            "wie.md:5:1  “Waardering veronderstelt hun collegialiteit …”  note: 69% of the words have 10 letters "
            "or more, and 12% is the most  "
            "choose shorter words, to begin with for: Waardering, veronderstelt, collegialiteit",
        ],
    ),
    "long words on a page of seven sentences": (HARD.partition("\n\n")[2], []),
    "exactly as many long words as may be": (
        sentences_of(4, 4) + "Waardering is er nu.\n\nWaardering is er.\n\nWaardering.\n\n" + sentences_of(1, 1), []
    ),
}  # fmt: skip


@pytest.mark.parametrize("case", TOLD)
def test_whoever_writes_a_page_is_told_what_to_do_about_it(case: str) -> None:
    body, told = TOLD[case]
    page = Page(Path("wie.md"), "nl", {}, YamlSource(Path("wie.md")), body, body, frozenset())
    found = check_page_reads(page, shipped()["nl"].readability)
    assert [problem.render(language) for problem in found for language in ("nl", "en")] == told


def test_an_easy_page_must_read_easier() -> None:
    told = told_of(HARD, easy=True)
    assert [message for _, _, message in told] == [
        "this page is hard to read: Flesch-Douma -59, and 80 is the least",
        WARNINGS["words"].format("69%", "8%"),
    ]


def test_data_that_cannot_be_read_is_not_judged() -> None:
    text = f"- id: noise\n  id: twice\n  text:\n    nl: {'dit ' * 21}.\n"
    source = read_yaml(Path("topics.yml"), text.encode())
    assert [problem.severity for problem in source.problems] == ["error"]
    assert check_readability(Sources(Data(sources={"topics": source}))) == []


def test_sentences_of_three_words_count_for_the_median() -> None:
    assert measure(find_sentences("Bel nu even. Hier staan vijf gewone woorden."), None).median == 4


def test_every_page_and_every_text_is_judged_by_the_formula_of_its_language() -> None:
    def a_page(language: str) -> Page:
        path = Path(f"{language}/wie.md")
        return Page(path, language, {}, YamlSource(path), HARD, HARD, frozenset())

    text = f"- {{text: {{nl: {'dit ' * 21}., en: fine}}}}\n- {{text: {{nl: fijn, en: {'this ' * 22}.}}}}\n"
    data = Data(sources={kind: read_yaml(Path(f"{kind}.yml"), text.encode()) for kind in ("law", "help")})
    pages = {language: {"wie.md": a_page(language)} for language in ("nl", "en")}
    told = check_readability(Sources(data, pages=pages))
    assert [f"{one.mark.path.as_posix()}:{one.mark.line} {one.message.en}" for one in told] == [
        "nl/wie.md:5 this page is hard to read: Flesch-Douma -59, and 65 is the least",
        f"nl/wie.md:5 {WARNINGS['words'].format('69%', '12%')}",
        "en/wie.md:5 this page is hard to read: Flesch -65, and 65 is the least",
        f"en/wie.md:5 {WARNINGS['words'].format('69%', '12%')}",
        *(
            f"{kind}.yml:{line} {WARNINGS['long'].format(words, 20)}"
            for kind in ("help", "law")
            for line, words in ((1, 21), (2, 22))
        ),
    ]
