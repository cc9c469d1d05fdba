"""What must hold between the answers to one question."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import get_close_matches

from voorlichter.problems import Problem, Say
from voorlichter.quiz.lesson import LANGUAGES, Lesson, folded
from voorlichter.quiz.model import MOST_PARTS, Choice, Match, Multiple, Question, Scenario, Single, Sort, TrueFalse
from voorlichter.yaml_source import KeyPath, dotted


def single_has_one_correct_option(lesson: Lesson) -> Iterator[Problem]:
    for at, question in lesson.choices():
        correct = [i for i, option in enumerate(question.options) if option.correct]
        if not isinstance(question, Single) or len(correct) == 1:
            continue
        if correct:
            yield lesson.problem(
                (*at, "options", correct[1], "correct"),
                Say(
                    f"{len(correct)} antwoorden zijn goed; bij single is dat er één",
                    f"{len(correct)} options are correct; single has one",
                ),
                Say(
                    "haal `correct` weg waar het niet hoort, of schrijf: type: multiple",
                    "remove `correct` where it does not belong, or write: type: multiple",
                ),
            )
        else:
            yield lesson.problem(
                (*at, "options"),
                Say("geen antwoord is goed; bij single is dat er één", "no option is correct; single has one"),
                Say(
                    "schrijf bij het goede antwoord: correct: true",
                    "write at the correct option: correct: true",
                ),
            )


def multiple_has_some_correct_options(lesson: Lesson) -> Iterator[Problem]:
    for at, question in lesson.choices():
        correct = {option.correct for option in question.options}
        if isinstance(question, Multiple) and len(correct) == 1:
            every = True in correct
            yield lesson.problem(
                (*at, "options"),
                Say(
                    "alle antwoorden zijn goed" if every else "geen antwoord is goed",
                    "every option is correct" if every else "no option is correct",
                ),
                Say(
                    "voeg een fout antwoord toe" if every else "schrijf bij elk goed antwoord: correct: true",
                    "add a wrong option" if every else "write at each correct option: correct: true",
                ),
            )


def a_sort_uses_its_bins(lesson: Lesson) -> Iterator[Problem]:
    for asked in lesson.asked:
        if not isinstance(asked.question, Sort):
            continue
        bins = [bin_.id for bin_ in asked.question.bins]
        unknown = [(i, item.bin) for i, item in enumerate(asked.question.items) if item.bin not in bins]
        for index, name in unknown:
            near = get_close_matches(name, bins, n=1)
            every = ", ".join(bins)
            yield lesson.problem(
                (*asked.at, "items", index, "bin"),
                Say(f"er is geen groep {name}", f"there is no bin {name}"),
                Say(f"schrijf: bin: {near[0]}", f"write: bin: {near[0]}")
                if near
                else Say(f"kies bij bin uit: {every}", f"choose for bin: {every}"),
            )
        used = {item.bin for item in asked.question.items}
        for index, name in enumerate(bins):
            if name not in used and not unknown:  # what has no bin yet may belong in this one
                yield lesson.problem(
                    (*asked.at, "bins", index, "id"),
                    Say("in deze groep hoort niets", "nothing belongs in this bin"),
                    Say(
                        f"schrijf een onderdeel met bin: {name}, of haal de groep weg",
                        f"write an item with bin: {name}, or remove the bin",
                    ),
                )


def there_are_figures_for_all_that_can_be_matched(lesson: Lesson) -> Iterator[Problem]:
    """Pairs and distractors are chosen from one list; a saved answer has one figure for each."""
    for asked in lesson.asked:
        if isinstance(asked.question, Match):
            number = len(asked.question.pairs) + len(asked.question.distractors)
            if number > MOST_PARTS:
                yield lesson.problem(
                    (*asked.at, "distractors"),
                    Say(
                        f"met de paren erbij zijn dit {number} keuzes; er passen er {MOST_PARTS}",
                        f"together with the pairs these are {number} choices; {MOST_PARTS} fit",
                    ),
                    Say("haal afleiders weg", "remove distractors"),
                )


def alternatives_differ(lesson: Lesson) -> Iterator[Problem]:
    for group in lesson.beside_each_other():
        for language in LANGUAGES:
            first: dict[str, KeyPath] = {}
            for at, text in group:
                earlier = first.setdefault(folded(text.to(language)), at)
                if earlier != at:
                    line = lesson.source.value_mark((*earlier, language)).line
                    yield lesson.problem(
                        (*at, language),
                        Say(f"hier staat hetzelfde als op regel {line}", f"this says the same as line {line}"),
                        Say(
                            "haal een van de twee weg, of maak het verschil duidelijk",
                            "remove one of the two, or make the difference clear",
                        ),
                    )


_WRONG = Say("dit foute antwoord krijgt geen uitleg", "this wrong answer gets no feedback")
_CHOSEN = Say("wie dit kiest, krijgt geen uitleg", "who chooses this gets no feedback")
_MISPLACED = Say("wie dit verkeerd doet, krijgt geen uitleg", "who gets this wrong gets no feedback")


def mistakes_explain_themselves(lesson: Lesson) -> Iterator[Problem]:
    for asked in lesson.asked:
        for place, message in _unexplained(asked.question, asked.at):
            line = f'{place[-1]}: {{nl: "…", en: "…"}}'
            fix = Say(f"schrijf: {line}", f"write: {line}")
            yield Problem(lesson.source.key_mark(place), dotted(place), message, fix)


def _unexplained(question: Question, at: KeyPath) -> Iterator[tuple[KeyPath, Say]]:
    match question:
        case Choice():
            for index, option in enumerate(question.options):
                if not option.correct and option.feedback is None:
                    yield (*at, "options", index, "feedback"), _WRONG
        case TrueFalse():
            wrong = "false" if question.correct else "true"
            if getattr(question.feedback, wrong) is None:
                yield (*at, "feedback", wrong), _WRONG
        case Match():
            for index, pair in enumerate(question.pairs):
                if pair.feedback is None:
                    yield (*at, "pairs", index, "feedback"), _MISPLACED
        case Sort():
            for index, item in enumerate(question.items):
                if item.feedback is None:
                    yield (*at, "items", index, "feedback"), _MISPLACED
        case Scenario():
            for number, step in enumerate(question.steps):
                for index, choice in enumerate(step.choices):
                    if choice.feedback is None:
                        yield (*at, "steps", number, "choices", index, "feedback"), _CHOSEN
