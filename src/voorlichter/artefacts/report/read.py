"""From the file with counts to the counts, or to everything that is wrong with them. Read once, kept nowhere; made once, to be filled in."""

from __future__ import annotations

import os
from pathlib import Path

from voorlichter.artefacts.report.model import Counts
from voorlichter.artefacts.report.place import check_place
from voorlichter.artefacts.report.rules import RULES, CountsView, no_case_keys, no_sentence_is_a_case
from voorlichter.artefacts.report.scaffold import render_scaffold
from voorlichter.languages import among
from voorlichter.model_problems import check_model
from voorlichter.problems import InputError, Language, Mark, Problem, Say, has_errors, sort_problems
from voorlichter.profile.model import Profile
from voorlichter.profile.vocabulary import Vocabulary
from voorlichter.workspace import Workspace
from voorlichter.yaml_source import YamlSource, read_yaml


def read_counts(path: Path, workspace: Workspace) -> YamlSource:
    """The file with the place of every key. Raises InputError where it may not lie there, or is not there."""
    real = check_place(path, workspace)
    if not os.path.isfile(real):
        raise InputError(
            [
                Problem(
                    Mark(path),
                    "--counts",
                    Say("dit bestand is er niet", "this file is not there"),
                    Say(
                        "noem het bestand met de aantallen, of maak er een om in te vullen: zet er --new bij",
                        "name the file with the counts, or make one to fill in: add --new",
                    ),
                )
            ]
        )
    return read_yaml(real)


def write_counts(path: Path, workspace: Workspace, slug: str, year: int, language: Language) -> None:
    """Make a file to fill in, for its owner's eyes only.

    Raises InputError where it may not lie there or something stands there, OSError where the disk refuses.
    """
    real = check_place(path, workspace)
    if real.exists() or real.is_symlink():
        raise InputError(
            [
                Problem(
                    Mark(path),
                    "--new",
                    Say("hier staat al iets", "something stands here already"),
                    Say(
                        "vul dat in en laat --new weg, of kies een andere naam",
                        "fill that in and leave out --new, or choose another name",
                    ),
                )
            ]
        )
    real.parent.mkdir(parents=True, exist_ok=True)
    with open(real, "x", encoding="utf-8", opener=lambda name, flags: os.open(name, flags, 0o600)) as file:
        file.write(render_scaffold(slug, year, language))


def check_counts(
    source: YamlSource, slug: str, profile: Profile, vocabulary: Vocabulary
) -> tuple[Counts | None, list[Problem]]:
    """The counts, or None where an error stands in the way; and every problem."""
    if has_errors(source.problems):
        return None, sort_problems(source.problems)
    words, languages = vocabulary.case_words, vocabulary.languages
    problems = [*no_case_keys(source, words), *no_sentence_is_a_case(source, profile, words)]
    said = {problem.where for problem in problems}
    counts, mistakes = check_model(source, Counts, context=among(languages))
    problems += [problem for problem in mistakes if problem.where not in said]
    if counts is not None:
        problems += [
            problem for rule in RULES for problem in rule(CountsView(counts, source, slug, profile, languages))
        ]
    return (None if has_errors(problems) else counts), sort_problems(problems)
