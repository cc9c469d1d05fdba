"""What must hold between the parts of a training module, or it would mislead: one function a rule; those of one type of question stand with it."""

from __future__ import annotations

from voorlichter.problems import Problem
from voorlichter.quiz.advice import ADVICE
from voorlichter.quiz.lesson import Lesson, Rule
from voorlichter.quiz.rules.answers import alternatives_differ, mistakes_explain_themselves
from voorlichter.quiz.rules.module import (
    a_pass_mark_needs_a_score,
    draw_fits_its_groups,
    ids_are_unique,
    ids_keep_their_question,
    keys_differ,
    some_question_is_always_there,
    the_file_is_named_after_the_module,
    what_is_saved_stays_short,
)
from voorlichter.quiz.rules.texts import (
    languages_are_translated,
    sources_are_there,
    texts_hold_no_html,
    the_title_is_the_same_everywhere,
)
from voorlichter.quiz.types import modules_of_types

RULES: tuple[Rule, ...] = (
    ids_are_unique,
    ids_keep_their_question,
    keys_differ,
    the_file_is_named_after_the_module,
    some_question_is_always_there,
    draw_fits_its_groups,
    a_pass_mark_needs_a_score,
    what_is_saved_stays_short,
    alternatives_differ,
    mistakes_explain_themselves,
    texts_hold_no_html,
    the_title_is_the_same_everywhere,
    languages_are_translated,
    sources_are_there,
    *(rule for module in modules_of_types("rules").values() for rule in module.RULES),
)


def check_rules(lesson: Lesson) -> list[Problem]:
    return [problem for rule in (*RULES, *ADVICE) for problem in rule(lesson)]
