"""What must hold for a module as a whole."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from graphlib import CycleError
from itertools import count

from voorlichter.problems import Problem, Say
from voorlichter.quiz.lesson import Lesson, Released
from voorlichter.quiz.state import MOST_CHARACTERS, key_of, longest_state
from voorlichter.yaml_source import KeyPath


def ids_are_unique(lesson: Lesson) -> Iterator[Problem]:
    yield from _repeated(lesson, [((*asked.at, "id"), asked.question.id) for asked in lesson.asked])
    for asked in lesson.asked:
        for ids in asked.question.id_lists():
            yield from _repeated(lesson, [((*asked.at, *within), name) for within, name in ids])


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


def ids_keep_their_question(lesson: Lesson) -> Iterator[Problem]:
    """What somebody answered to one question is never taken for an answer to another."""
    used = {*lesson.released, *(asked.question.id for asked in lesson.asked)}
    for asked in lesson.asked:
        id_ = asked.question.id
        use = lesson.released.get(id_)
        if use and use != Released(lesson.source.path.stem, asked.question.type):
            free = next(name for number in count(2) if (name := f"{id_[:36]}-{number}") not in used)
            yield lesson.problem(
                (*asked.at, "id"),
                Say(
                    f"{id_} hoort bij een andere vraag: {use.type} in module {use.module}",
                    f"{id_} belongs to another question: {use.type} in module {use.module}",
                ),
                Say(
                    f"geef deze vraag een nieuwe id, zoals: id: {free}",
                    f"give this question a new id, such as: id: {free}",
                ),
            )


def keys_differ(lesson: Lesson) -> Iterator[Problem]:
    """A saved answer would be given to the other question."""
    first: dict[str, str] = {}
    for asked in lesson.asked:
        earlier = first.setdefault(key_of(asked.question), asked.question.id)
        if earlier != asked.question.id:
            yield lesson.problem(
                (*asked.at, "id"),
                Say(
                    f"deze vraag wordt bij het bewaren verward met {earlier}",
                    f"when saved, this question is taken for {earlier}",
                ),
                Say("geef een van de twee een andere id", "give one of the two another id"),
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


def some_question_is_always_there(lesson: Lesson) -> Iterator[Problem]:
    if lesson.module and all(question.when for question in lesson.module.questions):
        yield lesson.problem(
            ("questions",),
            Say(
                "elke vraag heeft een `when`; bij sommige organisaties blijft er niets over",
                "every question has a `when`; for some organisations nothing is left",
            ),
            Say("schrijf een vraag zonder `when`", "write a question without `when`"),
        )


def draw_fits_its_groups(lesson: Lesson) -> Iterator[Problem]:
    """A question under a condition may be absent, so it does not count."""
    if not lesson.module:
        return
    groups = {question.group for question in lesson.module.questions if question.group}
    there = Counter(question.group for question in lesson.module.questions if not question.when)
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
        elif number > there[group]:
            most = there[group]
            fix = Say("haal deze regel weg", "remove this line")
            yield lesson.problem(
                ("draw", group),
                Say(
                    f"{number} gevraagd, maar deze groep heeft er {most}; vragen met `when` tellen niet mee",
                    f"{number} asked for, but this group has {most}; questions with `when` do not count",
                ),
                Say(f"schrijf: {group}: {most}", f"write: {group}: {most}") if most else fix,
            )


def a_pass_mark_needs_a_score(lesson: Lesson) -> Iterator[Problem]:
    module = lesson.module
    if module is None or module.pass_mark is None:
        return
    scored = [question for question in module.questions if question.counts]
    if not scored:
        yield lesson.problem(
            ("pass_mark",),
            Say("geen enkele vraag telt mee voor een score", "no question counts towards a score"),
            Say("haal pass_mark weg", "remove pass_mark"),
        )
    elif all(question.when for question in scored):
        yield lesson.problem(
            ("pass_mark",),
            Say(
                "elke vraag die meetelt heeft een `when`; bij sommige organisaties is er geen score",
                "every question that counts has a `when`; for some organisations there is no score",
            ),
            Say(
                "haal pass_mark weg, of schrijf een vraag die meetelt zonder `when`",
                "remove pass_mark, or write a question that counts without `when`",
            ),
        )


def what_is_saved_stays_short(lesson: Lesson) -> Iterator[Problem]:
    try:
        length = longest_state(lesson.module) if lesson.module else 0
    except CycleError:  # a story that goes back has no longest answer, and is told of that
        return
    if length > MOST_CHARACTERS:
        yield lesson.problem(
            ("questions",),
            Say(
                f"de antwoorden vragen {length} tekens; een leeromgeving bewaart er {MOST_CHARACTERS}",
                f"the answers take {length} characters; a learning system keeps {MOST_CHARACTERS}",
            ),
            Say(
                "verdeel de vragen over meer modules, of trek er minder met draw",
                "spread the questions over more modules, or draw fewer of them",
            ),
        )
