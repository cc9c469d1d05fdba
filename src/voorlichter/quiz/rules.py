"""What must hold between the parts of a training module, or it would mislead: one function a rule."""

from __future__ import annotations

import difflib
import re
from collections import Counter
from collections.abc import Iterator

from voorlichter.problems import Problem, Say
from voorlichter.quiz.advice import ADVICE
from voorlichter.quiz.lesson import LANGUAGES, Lesson, Rule, folded, words
from voorlichter.quiz.model import Multiple, Scored, Single, TrueFalse
from voorlichter.slots.scan import TAG
from voorlichter.yaml_source import KeyPath, dotted


def check_rules(lesson: Lesson) -> list[Problem]:
    return [problem for rule in (*RULES, *ADVICE) for problem in rule(lesson)]


def ids_are_unique(lesson: Lesson) -> Iterator[Problem]:
    asked = [((*item.at, "id"), item.question.id) for item in lesson.asked]
    yield from _repeated(lesson, asked)
    for at, question in lesson.choices():
        yield from _repeated(
            lesson, [((*at, "options", i, "id"), option.id) for i, option in enumerate(question.options)]
        )


def _repeated(lesson: Lesson, ids: list[tuple[KeyPath, str]]) -> Iterator[Problem]:
    first: dict[str, KeyPath] = {}
    for at, name in ids:
        earlier = first.setdefault(name, at)
        if earlier != at:
            line = lesson.source.value_mark(earlier).line
            yield lesson.problem(
                at,
                Say(f"{name} staat ook op regel {line}", f"{name} also stands on line {line}"),
                Say("geef deze een id die nog niet gebruikt is", "give this one an id that has not been used"),
            )


def the_file_is_named_after_the_module(lesson: Lesson) -> Iterator[Problem]:
    name = lesson.source.path.stem
    if lesson.module and lesson.module.id != name:
        yield lesson.problem(
            ("id",),
            Say(f"het bestand heet {name}.yml", f"the file is called {name}.yml"),
            Say(
                f"schrijf: id: {name}, of noem het bestand {lesson.module.id}.yml",
                f"write: id: {name}, or name the file {lesson.module.id}.yml",
            ),
        )


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
        elif question.options:
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


def there_is_something_to_choose(lesson: Lesson) -> Iterator[Problem]:
    for at, question in lesson.choices():
        number = len(question.options)
        if number < 2:
            yield lesson.problem(
                (*at, "options"),
                Say(f"te weinig antwoorden: {number}", f"too few options: {number}"),
                Say(
                    "schrijf er ten minste twee, of schrijf: type: true-false",
                    "write at least two, or write: type: true-false",
                ),
            )


def options_differ(lesson: Lesson) -> Iterator[Problem]:
    for at, question in lesson.choices():
        for language in LANGUAGES:
            first: dict[str, int] = {}
            for index, option in enumerate(question.options):
                earlier = first.setdefault(folded(option.text.to(language)), index)
                if earlier != index:
                    line = lesson.source.value_mark((*at, "options", earlier, "text", language)).line
                    yield lesson.problem(
                        (*at, "options", index, "text", language),
                        Say(
                            f"dit antwoord is gelijk aan dat op regel {line}",
                            f"this option equals the one on line {line}",
                        ),
                        Say(
                            "haal een van de twee weg, of maak het verschil duidelijk",
                            "remove one of the two, or make the difference clear",
                        ),
                    )


def wrong_options_explain_themselves(lesson: Lesson) -> Iterator[Problem]:
    missing = [
        (*at, "options", index, "feedback")
        for at, question in lesson.choices()
        for index, option in enumerate(question.options)
        if not option.correct and option.feedback is None
    ]
    for asked in lesson.asked:
        if isinstance(asked.question, TrueFalse):
            wrong = "false" if asked.question.correct else "true"
            if getattr(asked.question.feedback, wrong) is None:
                missing.append((*asked.at, "feedback", wrong))
    for place in missing:
        line = f'{place[-1]}: {{nl: "…", en: "…"}}'
        yield Problem(
            lesson.source.key_mark(place),
            dotted(place),
            Say("dit foute antwoord krijgt geen uitleg", "this wrong answer gets no feedback"),
            Say(f"schrijf: {line}", f"write: {line}"),
        )


def draw_fits_its_groups(lesson: Lesson) -> Iterator[Problem]:
    if not lesson.module:
        return
    groups = Counter(question.group for question in lesson.module.questions if question.group)
    for group, number in lesson.module.draw.items():
        if group not in groups:
            known = ", ".join(sorted(groups)) or "-"
            yield Problem(
                lesson.source.key_mark(("draw", group)),
                f"draw.{group}",
                Say("geen vraag hoort bij deze groep", "no question belongs to this group"),
                Say(
                    f"schrijf bij de vragen: group: {group} (groepen nu: {known})",
                    f"write at the questions: group: {group} (groups now: {known})",
                ),
            )
        elif number > groups[group]:
            yield lesson.problem(
                ("draw", group),
                Say(
                    f"{number} gevraagd, maar deze groep heeft er {groups[group]}",
                    f"{number} asked for, but this group has {groups[group]}",
                ),
                Say(f"schrijf: {group}: {groups[group]}", f"write: {group}: {groups[group]}"),
            )


def a_pass_mark_needs_a_score(lesson: Lesson) -> Iterator[Problem]:
    module = lesson.module
    if (
        module
        and module.pass_mark is not None
        and not any(isinstance(question, Scored) for question in module.questions)
    ):
        yield lesson.problem(
            ("pass_mark",),
            Say("geen enkele vraag telt mee voor een score", "no question counts towards a score"),
            Say("haal pass_mark weg", "remove pass_mark"),
        )


def texts_hold_no_html(lesson: Lesson) -> Iterator[Problem]:
    for at, text in lesson.texts():
        for language in LANGUAGES:
            found = re.search(r"</?[a-zA-Z!][^>]*>?|&(?:[a-zA-Z]+|#\w+);", TAG.sub("", text.to(language)))
            if found:
                yield lesson.problem(
                    (*at, language),
                    Say(f"hier staat HTML: {found.group()}", f"there is HTML here: {found.group()}"),
                    Say("schrijf gewone tekst", "write plain text"),
                )


def languages_are_translated(lesson: Lesson) -> Iterator[Problem]:
    """One word may be the same in both: a name, HR."""
    for at, text in lesson.texts():
        if folded(text.nl) == folded(text.en) and len(words(text.en)) > 1:
            yield lesson.problem(
                (*at, "en"),
                Say("de Engelse tekst is gelijk aan de Nederlandse", "the English text equals the Dutch one"),
                Say(
                    "vertaal hem; zet achter een eigennaam een korte uitleg",
                    "translate it; add a short gloss after a name",
                ),
            )


def sources_exist(lesson: Lesson) -> Iterator[Problem]:
    if lesson.passages is None:
        return
    for asked in lesson.asked:
        place = asked.question.source
        if place is None or place in lesson.passages:
            continue
        page, _, anchor = place.partition("#")
        there = any(passage.partition("#")[0] == page for passage in lesson.passages)
        near = difflib.get_close_matches(place, sorted(lesson.passages), n=1, cutoff=0.6)
        if near:
            fix = Say(f"schrijf: source: {near[0]}", f"write: source: {near[0]}")
        else:
            fix = Say(
                "noem een pagina uit docs/nl en een {#id} die daarop staat",
                "name a page of docs/nl and an {#id} on it",
            )
        if there and anchor:
            message = Say(f"{page} heeft geen {{#{anchor}}}", f"{page} has no {{#{anchor}}}")
        else:
            message = Say(f"de pagina {page} bestaat niet", f"there is no page {page}")
        yield lesson.problem((*asked.at, "source"), message, fix)


RULES: tuple[Rule, ...] = (
    ids_are_unique,
    the_file_is_named_after_the_module,
    single_has_one_correct_option,
    multiple_has_some_correct_options,
    there_is_something_to_choose,
    options_differ,
    wrong_options_explain_themselves,
    draw_fits_its_groups,
    a_pass_mark_needs_a_score,
    texts_hold_no_html,
    languages_are_translated,
    sources_exist,
)
