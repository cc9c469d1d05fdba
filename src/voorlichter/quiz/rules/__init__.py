"""What must hold between the parts of a training module, or it would mislead: one function a rule."""

from __future__ import annotations

from voorlichter.problems import Problem
from voorlichter.quiz.advice import ADVICE
from voorlichter.quiz.lesson import Lesson, Rule
from voorlichter.quiz.rules.answers import (
    a_sort_uses_its_bins,
    alternatives_differ,
    mistakes_explain_themselves,
    multiple_has_some_correct_options,
    single_has_one_correct_option,
    there_are_figures_for_all_that_can_be_matched,
)
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
from voorlichter.quiz.rules.scenario import (
    a_score_is_explained,
    choices_lead_to_a_step,
    every_branch_fits_on_a_page,
    steps_are_reached,
    steps_lead_to_an_end,
    stories_go_forward,
)
from voorlichter.quiz.rules.texts import (
    languages_are_translated,
    sources_are_there,
    texts_hold_no_html,
    the_title_is_the_same_everywhere,
)

RULES: tuple[Rule, ...] = (
    ids_are_unique,
    ids_keep_their_question,
    keys_differ,
    the_file_is_named_after_the_module,
    some_question_is_always_there,
    draw_fits_its_groups,
    a_pass_mark_needs_a_score,
    what_is_saved_stays_short,
    single_has_one_correct_option,
    multiple_has_some_correct_options,
    a_sort_uses_its_bins,
    there_are_figures_for_all_that_can_be_matched,
    alternatives_differ,
    mistakes_explain_themselves,
    choices_lead_to_a_step,
    steps_are_reached,
    steps_lead_to_an_end,
    stories_go_forward,
    every_branch_fits_on_a_page,
    a_score_is_explained,
    texts_hold_no_html,
    the_title_is_the_same_everywhere,
    languages_are_translated,
    sources_are_there,
)


def check_rules(lesson: Lesson) -> list[Problem]:
    return [problem for rule in (*RULES, *ADVICE) for problem in rule(lesson)]
