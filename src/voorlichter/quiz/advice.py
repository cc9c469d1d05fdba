"""What lets a learner guess, or reads badly: one function a warning."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from voorlichter.languages import Code
from voorlichter.problems import Problem, Say
from voorlichter.quiz.lesson import Lesson, Rule, one_form
from voorlichter.slots.scan import TAG
from voorlichter.text import Text

MOST_OPTIONS = 4
MOST_WORDS = 25
FEW = 3
"""Below this many questions a habit in the answers is no pattern yet."""


@dataclass(frozen=True, slots=True)
class _Guess:
    """Texts of which one is the best: a question with one correct option, or a step of a story with points."""

    name: str
    texts: tuple[Text, ...]
    best: int

    def best_is_longest(self, language: Code) -> bool:
        lengths = [len(text.to(language)) for text in self.texts]
        best = lengths.pop(self.best)
        return best > max(lengths)

    def best_alone_is_careful(self, language: Code, hedges: str) -> bool:
        careful = [bool(re.search(hedges, one_form(text.to(language)), re.I)) for text in self.texts]
        return careful.pop(self.best) and not any(careful)


def _guesses(lesson: Lesson) -> list[_Guess]:
    return [
        _Guess(name, tuple(texts), worth.index(max(worth)))
        for asked in lesson.asked
        for name, texts, worth in asked.question.guesses()
        if len(texts) > 1 and worth.count(max(worth)) == 1
    ]


def the_correct_option_is_not_the_longest(lesson: Lesson) -> Iterator[Problem]:
    guesses = _guesses(lesson)
    for language in lesson.languages:
        longest = [guess.name for guess in guesses if guess.best_is_longest(language)]
        if len(guesses) >= FEW and len(longest) > 0.6 * len(guesses):
            ids = ", ".join(longest)
            many, all_ = len(longest), len(guesses)
            called = lesson.languages[language].called
            yield lesson.problem(
                ("questions",),
                Say(
                    f"in het {called.nl} is het goede antwoord het langste bij {many} van {all_} vragen ({ids})",
                    f"in {called.en} the correct option is the longest in {many} of {all_} questions ({ids})",
                ),
                Say(
                    "kort het goede antwoord in, of maak een fout antwoord langer",
                    "shorten the correct option, or lengthen a wrong one",
                ),
                "warning",
            )


def the_correct_option_is_not_the_only_careful_one(lesson: Lesson) -> Iterator[Problem]:
    guesses = _guesses(lesson)
    for language, row in lesson.languages.items():
        careful = [guess.name for guess in guesses if row.hedges and guess.best_alone_is_careful(language, row.hedges)]
        if len(guesses) >= FEW and len(careful) > 0.6 * len(guesses):
            ids = ", ".join(careful)
            many, all_ = len(careful), len(guesses)
            yield lesson.problem(
                ("questions",),
                Say(
                    f"in het {row.called.nl} is alleen het goede antwoord voorzichtig bij {many} van {all_} vragen ({ids})",
                    f"in {row.called.en} the correct option alone is careful in {many} of {all_} questions ({ids})",
                ),
                Say(
                    "maak een fout antwoord ook voorzichtig (soms, meestal, alleen als), of het goede stellig",
                    "make a wrong option careful too (sometimes, usually, only if), or the right one firm",
                ),
                "warning",
            )


def the_correct_option_moves(lesson: Lesson) -> Iterator[Problem]:
    places = [guess.best for guess in _guesses(lesson)]
    if len(places) >= FEW and len(set(places)) == 1:
        yield lesson.problem(
            ("questions",),
            Say(
                f"het goede antwoord staat altijd op plaats {places[0] + 1}",
                f"the correct option is always number {places[0] + 1}",
            ),
            Say("wissel de volgorde van de antwoorden", "vary the order of the options"),
            "warning",
        )


_ALL = re.compile(
    r"\b(alle|geen van|al het) (de |het )?(boven|onder)(staande|genoemde)\b"
    r"|\balle(maal)? (antwoorden|opties)\b"
    r"|\b(all|none) of (the |these )?(above|below|these|options|answers)\b|\bboth of the above\b",
    re.I,
)


def options_stand_by_themselves(lesson: Lesson) -> Iterator[Problem]:
    for at, _, text in lesson.choosable():
        if _ALL.search(text):
            yield lesson.problem(
                at,
                Say(f'"{text}" gaat over de andere antwoorden', f'"{text}" is about the other options'),
                Say(
                    "schrijf wat op zichzelf staat; mogen er meer goed zijn, dan is het type: multiple",
                    "write what stands by itself; where several may be right, it is type: multiple",
                ),
                "warning",
            )


def nothing_is_denied_twice(lesson: Lesson) -> Iterator[Problem]:
    asked = [
        ((*item.at, "ask", language), language, item.question.ask.to(language))
        for item in lesson.asked
        for language in lesson.languages
    ]
    for at, language, text in [*asked, *lesson.choosable()]:
        denials = lesson.languages[language].denials
        plain = one_form(TAG.sub("", text))
        if denials and any(len(re.findall(denials, sentence, re.I)) > 1 for sentence in re.split(r"[.!?;]+\s+", plain)):
            yield lesson.problem(
                at,
                Say("twee ontkenningen in één zin", "two negatives in one sentence"),
                Say("zeg wat er wel is", "say what is"),
                "warning",
            )


def options_are_few(lesson: Lesson) -> Iterator[Problem]:
    for asked in lesson.asked:
        for at, number in asked.question.to_choose_from():
            if number > MOST_OPTIONS:
                yield lesson.problem(
                    (*asked.at, *at),
                    Say(f"{number} is veel om uit te kiezen", f"{number} are many to choose from"),
                    Say(f"houd er {MOST_OPTIONS} over", f"keep {MOST_OPTIONS}"),
                    "warning",
                )


def options_are_short(lesson: Lesson) -> Iterator[Problem]:
    for at, _, text in lesson.choosable():
        number = len(one_form(text).split())
        if number > MOST_WORDS:
            yield lesson.problem(
                at,
                Say(f"deze tekst telt {number} woorden", f"this text has {number} words"),
                Say(
                    f"houd het op {MOST_WORDS}; de rest past in feedback of why",
                    f"keep to {MOST_WORDS}; the rest fits in feedback or why",
                ),
                "warning",
            )


_PERSONAL = re.compile(
    r"\b(heb|hebt|ben|bent|werd) (je|jij|u)\b.{0,30}\b(ooit|zelf|wel eens|weleens)\b"
    r"|\bmeegemaakt\b|\boverkomen\b"
    r"|\b(have|were|are) you\b.{0,20}\b(ever|yourself)\b|\bhappened to you\b|\byour own experience\b",
    re.I,
)


def questions_ask_for_knowledge(lesson: Lesson) -> Iterator[Problem]:
    for asked in lesson.asked:
        for language in lesson.languages:
            if _PERSONAL.search(one_form(asked.question.ask.to(language))):
                yield lesson.problem(
                    (*asked.at, "ask", language),
                    Say(
                        "deze vraag gaat over wat iemand zelf meemaakte",
                        "this question asks for personal experience",
                    ),
                    Say(
                        "vraag wat een ander in een voorbeeld kan doen",
                        "ask what somebody in an example can do",
                    ),
                    "warning",
                )


ADVICE: tuple[Rule, ...] = (
    the_correct_option_is_not_the_longest,
    the_correct_option_is_not_the_only_careful_one,
    the_correct_option_moves,
    options_stand_by_themselves,
    nothing_is_denied_twice,
    options_are_few,
    options_are_short,
    questions_ask_for_knowledge,
)
