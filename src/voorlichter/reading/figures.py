"""How the fixed texts read, in figures: a table a page, beside the goals that the project set itself.

Figures are a floor. A text within all of them may still be cold; one that misses a goal is read aloud again.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from statistics import median

from voorlichter.problems import Language
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

MOST_SHORT = 35
LEAST_CONNECTING = 12
LEAST_SCORE: Mapping[Language, int] = {"nl": 75, "en": 60}
LEAST_SCORE_EASY: Mapping[Language, int] = {"nl": 85, "en": 60}
"""In English both kinds of page have one goal here; readability.py holds easy pages to more."""


@dataclass(frozen=True, slots=True)
class PageFigures:
    """Of one page in one variant, rounded as they are told: `short` in per cent, `connecting` a hundred sentences."""

    sentences: int
    median: float
    longest: int
    short: int
    connecting: int
    score: int


@dataclass(frozen=True, slots=True)
class FiguresRow:
    """`missed`: the names of the figures that miss their goal; none where a page is too short to judge."""

    variant: Variant
    page: str
    easy: bool
    figures: PageFigures
    missed: tuple[str, ...]


def plan_figures(
    profile: Profile,
    media: Media,
    templates: Mapping[Variant, Template],
    connecting: Sequence[Connecting],
    easy: Collection[str],
    today: date,
) -> Iterator[FiguresRow]:
    """Every page with running text, as one organisation shows it; `easy`: the files of easy pages."""
    for variant, template in templates.items():
        slots = plan_slots(profile, template.facts, media, today)
        answers, words = template.answers(slots), connecting_words(connecting, variant.language)
        for name, (when, form) in template.pages.items():
            if when is not None and not applies(slots, when):
                continue
            told = measure(read_running_text(join(form, answers).decode()), variant.language, words)
            if told is not None:
                yield FiguresRow(variant, name, name in easy, told, tuple(missed(told, variant.language, name in easy)))


def measure(texts: Sequence[str], language: Language, connecting: re.Pattern[str]) -> PageFigures | None:
    """None where there is no sentence."""
    sentences = [PlacedSentence(0, words) for text in texts if (words := tuple(WORD.findall(text)))]
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
        score=round(score(sentences, language)),
    )


def missed(figures: PageFigures, language: Language, easy: bool) -> Iterator[str]:
    """An easy page may say everything in short sentences: one thing a sentence is what makes it easy."""
    if figures.sentences < ENOUGH:
        return
    if figures.short > MOST_SHORT and not easy:
        yield "short"
    if figures.connecting < LEAST_CONNECTING:
        yield "connecting"
    if figures.score < (LEAST_SCORE_EASY if easy else LEAST_SCORE)[language]:
        yield "score"


def connecting_words(kinds: Sequence[Connecting], language: Language) -> re.Pattern[str]:
    """The longest phrase first, so that each place counts once."""
    phrases = sorted((phrase for kind in kinds for phrase in getattr(kind, language)), key=len, reverse=True)
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, phrases))})(?!\w)", re.I)
