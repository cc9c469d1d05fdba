"""How the fixed texts read, in figures: a table a page, beside the goals that the project set itself.

Figures are a floor. A text within all of them may still be cold; one that misses a goal is read aloud again.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from statistics import mean, median

from voorlichter.languages import Code, Formula, Languages
from voorlichter.profile.model import Profile
from voorlichter.reading.running_text import read_running_text
from voorlichter.site.context import plan_slots
from voorlichter.site.fill import Template, applies
from voorlichter.site.media import Media
from voorlichter.site.pieces import join
from voorlichter.template.data import Connecting
from voorlichter.template.readability import ENOUGH, score
from voorlichter.template.sentences import WORD, PlacedSentence
from voorlichter.template.variant import Variant

SHORT = 6
"""Words up to which a sentence is short: a few give air, many in a row sound like orders."""

_SIGNED = re.compile(r"[\u064b-\u0652]")
"""What stands above and below Arabic letters."""

MOST_SHORT = 35
LEAST_CONNECTING = 12


@dataclass(frozen=True, slots=True)
class PageFigures:
    """Of one page in one variant, rounded as they are told: `short` in per cent, `connecting` a hundred sentences."""

    sentences: int
    median: float
    longest: int
    short: int
    connecting: int
    score: int | None
    """None in a language without a formula."""
    letters: float = 0
    """A word."""


@dataclass(frozen=True, slots=True)
class FiguresRow:
    """`missed`: the names of the figures that miss their goal; none where a page is too short to judge."""

    variant: Variant
    formula: Formula | None
    page: str
    easy: bool
    figures: PageFigures
    missed: tuple[str, ...]


def plan_figures(
    profile: Profile,
    media: Media,
    templates: Mapping[Variant, Template],
    languages: Languages,
    connecting: Sequence[Connecting],
    easy: Collection[str],
    today: date,
) -> Iterator[FiguresRow]:
    """Every page with running text, as one organisation shows it; `easy`: the files of easy pages."""
    for variant, template in templates.items():
        slots, formula = plan_slots(profile, template.facts, media, today), languages[variant.language].readability
        answers, words = template.answers(slots), connecting_words(connecting, variant.language)
        for name, (when, form) in template.pages.items():
            if when is not None and not applies(slots, when):
                continue
            told = measure(read_running_text(join(form, answers).decode()), formula, words)
            if told is not None:
                held = languages[variant.language].level == "complete"
                failed = tuple(missed(told, formula, name in easy)) if held else ()
                yield FiguresRow(variant, formula, name, name in easy, told, failed)


def measure(texts: Sequence[str], formula: Formula | None, connecting: re.Pattern[str]) -> PageFigures | None:
    """None where there is no sentence."""
    sentences = [PlacedSentence(0, words) for text in texts if (words := tuple(WORD.findall(_SIGNED.sub("", text))))]
    if not sentences:
        return None
    lengths = [len(sentence.words) for sentence in sentences]
    ties = sum(len(connecting.findall(text)) for text in texts)
    return PageFigures(
        sentences=len(sentences),
        median=median(lengths),
        longest=max(lengths),
        short=round(100 * sum(length <= SHORT for length in lengths) / len(lengths)),
        connecting=round(100 * ties / len(lengths)),
        score=round(score(sentences, formula)) if formula else None,
        letters=round(mean(len(word) for sentence in sentences for word in sentence.words), 1),
    )


def missed(figures: PageFigures, formula: Formula | None, easy: bool) -> Iterator[str]:
    """An easy page may say everything in short sentences: one thing a sentence is what makes it easy."""
    if figures.sentences < ENOUGH:
        return
    if figures.short > MOST_SHORT and not easy:
        yield "short"
    if figures.connecting < LEAST_CONNECTING:
        yield "connecting"
    if formula and figures.score is not None and figures.score < (formula.running_easy if easy else formula.running):
        yield "score"


def connecting_words(kinds: Sequence[Connecting], language: Code) -> re.Pattern[str]:
    """The longest phrase first, so that each place counts once."""
    phrases = sorted((phrase for kind in kinds for phrase in kind.words(language)), key=len, reverse=True)
    if not phrases:
        return re.compile("(?!)")
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, phrases))})(?!\w)", re.I)
