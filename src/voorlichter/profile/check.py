"""From a profile as written to a checked one, or everything that is wrong with it."""

from __future__ import annotations

import copy
from collections.abc import Iterable
from datetime import date
from typing import Any

from pydantic import ValidationError

from voorlichter.languages import among
from voorlichter.model_problems import check_model
from voorlichter.problems import Problem, has_errors, sort_problems
from voorlichter.profile.model import Profile
from voorlichter.profile.read import ProfileSource
from voorlichter.profile.rules import RULES, WRITTEN_RULES
from voorlichter.profile.view import ProfileView
from voorlichter.profile.vocabulary import Vocabulary
from voorlichter.yaml_source import KeyPath, dotted


def check_profile(source: ProfileSource, vocabulary: Vocabulary, today: date) -> tuple[Profile | None, list[Problem]]:
    """The profile, or None where an error stands in the way; and every problem, warnings too.

    Where single values are wrong, the rules between keys are still asked about the rest, so that one
    look shows everything.
    """
    if has_errors(source.problems):
        return None, sort_problems(source.problems)
    written = [problem for rule in WRITTEN_RULES for problem in rule(source, vocabulary)]
    said = {problem.where for problem in written if problem.severity == "error"}
    context = among(vocabulary.languages)
    profile, mistakes = check_model(source, Profile, context=context)
    problems = written + [problem for problem in mistakes if problem.where not in said]
    whole = profile or _without(source, problems, context)
    if whole is not None:
        view = ProfileView(whole, source, vocabulary, today)
        problems += [problem for rule in RULES for problem in rule(view) if problem.where not in said]
    return (None if has_errors(problems) else profile), sort_problems(problems)


def _without(source: ProfileSource, problems: Iterable[Problem], context: dict[str, Any]) -> Profile | None:
    """The profile without the values that are wrong, where enough is left to make one."""
    data = copy.deepcopy(source.data)
    wrong = {problem.where for problem in problems if problem.severity == "error"}
    for path in sorted(source.keys, key=len, reverse=True):
        if dotted(path) in wrong:
            _remove(data, path)
    try:
        return Profile.model_validate(data, context=context)
    except ValidationError:
        return None


def _remove(data: Any, path: KeyPath) -> None:
    for part in path[:-1]:
        try:
            data = data[part]
        except (KeyError, IndexError, TypeError):
            return
    if isinstance(data, dict):
        data.pop(path[-1], None)
