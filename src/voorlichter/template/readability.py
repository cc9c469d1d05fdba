"""How hard the pages read, and what to do about it: warnings for `voorlichter check`, never a reason not to build."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from statistics import median
from typing import Any

from voorlichter.languages import Formula
from voorlichter.problems import Mark, Problem, Say, has_errors
from voorlichter.slots.scan import line_and_column
from voorlichter.template.easy_reading import KEY
from voorlichter.template.page import Page
from voorlichter.template.sentences import PlacedSentence, find_sentences
from voorlichter.template.sources import Sources
from voorlichter.template.syllables import count_syllables

LONG = 10
"""Letters from which a word counts as long. Readers of a second language stumble over words, more than over sentences."""

ENOUGH = 8
"""Sentences below which a page is too short for an average to mean anything; each sentence still has its bound."""

_JUDGED_DATA = ("topics", "doors", "help", "law", "signpost")


@dataclass(frozen=True, slots=True)
class Bounds:
    median: float
    """Words a sentence: half of the sentences have no more."""
    longest: int
    """Words in any sentence."""
    long_words: float
    """Share of words of LONG letters or more. Dutch writes compounds as one word, and *vertrouwenspersoon* counts."""


USUAL = Bounds(12, 20, 0.12)
"""B1. The median is the budget of the project; beyond 20 words a sentence holds more than one thing."""

EASY = Bounds(7, 12, 0.08)
"""A2, for easy reading: one thing a sentence."""


@dataclass(frozen=True, slots=True)
class Readability:
    """What was measured of one page."""

    sentences: int
    score: float | None
    """None in a language without a formula. From 60 up a text is called plain, from 80 up easy."""
    median: float
    longest: int
    long_words: float


def measure(sentences: Sequence[PlacedSentence], formula: Formula | None) -> Readability:
    """Of at least one sentence."""
    lengths = [len(sentence.words) for sentence in sentences]
    words = [word for sentence in sentences for word in sentence.words]
    # One-word answers and labels would flatter the median.
    telling = [length for length in lengths if length > 2] or lengths
    return Readability(
        len(sentences),
        score(sentences, formula) if formula else None,
        median(telling),
        max(lengths),
        sum(map(_is_long, words)) / len(words),
    )


def score(sentences: Sequence[PlacedSentence], formula: Formula) -> float:
    """Reading ease, the higher the easier.

    Dutch: 206.84 - 0.93 x words a sentence - 77 x syllables a word (W.H. Douma, De leesbaarheid van
    landbouwbladen, Wageningen 1960). English: 206.835 - 1.015 x words a sentence - 84.6 x syllables a
    word (R. Flesch, A new readability yardstick, Journal of Applied Psychology 32, 1948). German: 180 - 1 x
    and 58.5 x (T. Amstad, Wie verständlich sind unsere Zeitungen?, Zürich 1978). French: 207 - 1.015 x and
    73.6 x (L. Kandel and A. Moles, 1958). Spanish: 206.835 - 1 x and 62.3 x (F. Szigriszt Pazos, Madrid 1993).
    Portuguese: 248.835 - 1.015 x and 84.6 x (T.B.F. Martins and others, São Carlos 1996). Turkish: 198.825 -
    2.61 x and 40.175 x (E. Ateşman, Türkçede okunabilirliğin ölçülmesi, 1997). Scores of two languages do not compare.
    """
    words = [word for sentence in sentences for word in sentence.words]
    length = len(words) / len(sentences)
    syllables = sum(count_syllables(word, formula.syllables) for word in words) / len(words)
    return formula.base - formula.sentence * length - formula.word * syllables


def check_readability(sources: Sources) -> list[Problem]:
    """A warning for each bound that a page breaks, at the sentence to begin with; and for sentences in data too long."""
    problems: list[Problem] = []
    for pages in sources.pages.values():
        for page in pages.values():
            problems += check_page_reads(page, sources.data.languages[page.language].readability)
    for kind in _JUDGED_DATA:
        source = sources.data.sources.get(kind)
        if source is None or has_errors(source.problems):
            continue
        for path, mark in source.values.items():
            value: Any = source.data
            for part in path:
                value = value[part]
            if path and path[-1] in sources.data.languages and isinstance(value, str):
                problems += [
                    _too_long(sentence, mark, USUAL)
                    for sentence in find_sentences(value)
                    if len(sentence.words) > USUAL.longest
                ]
    return problems


def check_page_reads(page: Page, formula: Formula | None) -> Iterator[Problem]:
    """A warning for each bound that it breaks; the formula is its language's."""
    easy = KEY in page.meta
    bounds = EASY if easy else USUAL
    sentences = find_sentences(page.body)

    def at(sentence: PlacedSentence) -> Mark:
        return Mark(page.path, *line_and_column(page.body, sentence.offset))

    for sentence in sentences:
        if len(sentence.words) > bounds.longest:
            yield _too_long(sentence, at(sentence), bounds)
    if len(sentences) < ENOUGH:
        return
    reading = measure(sentences, formula)
    least = 0 if formula is None else formula.easy if easy else formula.usual
    if formula and reading.score is not None and reading.score < least:
        hardest = min(sentences, key=lambda sentence: score([sentence], formula) if len(sentence.words) > 3 else 999)
        called, told = formula.formula, round(reading.score)
        yield _warning(
            hardest,
            at(hardest),
            Say(
                f"deze pagina leest zwaar: {called} {told}, en {least} is het minste",
                f"this page is hard to read: {called} {told}, and {least} is the least",
            ),
            Say(
                "kies kortere woorden en zinnen, om te beginnen hier",
                "choose shorter words and sentences, here to begin with",
            ),
        )
    if reading.median > bounds.median:
        longest = max(sentences, key=lambda sentence: len(sentence.words))
        yield _warning(
            longest,
            at(longest),
            Say(
                f"de helft van de zinnen heeft meer dan {bounds.median} woorden",
                f"half of the sentences have more than {bounds.median} words",
            ),
            Say("maak zinnen korter, om te beginnen deze", "make sentences shorter, this one to begin with"),
        )
    if reading.long_words > bounds.long_words:
        most = max(sentences, key=lambda sentence: sum(map(_is_long, sentence.words)))
        words = ", ".join(dict.fromkeys(filter(_is_long, most.words)))
        yield _warning(
            most,
            at(most),
            Say(
                f"{reading.long_words:.0%} van de woorden heeft {LONG} letters of meer, en {bounds.long_words:.0%} is het meeste",
                f"{reading.long_words:.0%} of the words have {LONG} letters or more, and {bounds.long_words:.0%} is the most",
            ),
            Say(
                f"kies kortere woorden, om te beginnen voor: {words}",
                f"choose shorter words, to begin with for: {words}",
            ),
        )


def _too_long(sentence: PlacedSentence, mark: Mark, bounds: Bounds) -> Problem:
    count, most = len(sentence.words), bounds.longest
    return _warning(
        sentence,
        mark,
        Say(
            f"deze zin heeft {count} woorden, en {most} is het meeste",
            f"this sentence has {count} words, and {most} is the most",
        ),
        Say("maak er twee van", "make two of it"),
    )


def _warning(sentence: PlacedSentence, mark: Mark, message: Say, fix: Say) -> Problem:
    return Problem(mark, f"“{' '.join(sentence.words[:4])} …”", message, fix, "warning")


def _is_long(word: str) -> bool:
    return len(word) >= LONG
