"""From the file with counts to the counts, or to everything that is wrong with them. Read once, kept nowhere."""

from __future__ import annotations

from pathlib import Path

from voorlichter.annual_report.model import Counts
from voorlichter.annual_report.place import check_place
from voorlichter.annual_report.rules import RULES, Case, no_case_keys, no_sentence_is_a_case
from voorlichter.model_problems import check_model
from voorlichter.problems import Problem, has_errors, sort_problems
from voorlichter.profile.model import Profile
from voorlichter.workspace import Workspace
from voorlichter.yaml_source import YamlSource, read_yaml


def read_counts(path: Path, workspace: Workspace) -> YamlSource:
    """The file with the place of every key. Raises InputError where it may not lie there."""
    return read_yaml(check_place(path, workspace))


def check_counts(source: YamlSource, slug: str, profile: Profile) -> tuple[Counts | None, list[Problem]]:
    """The counts, or None where an error stands in the way; and every problem."""
    if source.problems:
        return None, sort_problems(source.problems)
    problems = [*no_case_keys(source), *no_sentence_is_a_case(source, profile)]
    said = {problem.where for problem in problems}
    counts, found = check_model(source, Counts)
    problems += [problem for problem in found if problem.where not in said]
    if counts is not None:
        problems += [problem for rule in RULES for problem in rule(Case(counts, source, slug, profile))]
    return (None if has_errors(problems) else counts), sort_problems(problems)
