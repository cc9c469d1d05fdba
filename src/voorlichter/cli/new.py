"""`voorlichter new`: ask what an intake asks, and write a profile."""

from __future__ import annotations

import json
import shutil
from collections.abc import Mapping
from functools import partial
from pathlib import Path
from types import MappingProxyType

import click

from voorlichter.cli import options
from voorlichter.cli.answer import guarded, print_problems
from voorlichter.cli.interview import Interview, answer_problem, ask_name, ask_slug
from voorlichter.cli.language import LANGUAGE, say
from voorlichter.intake.answers import read_intake
from voorlichter.intake.profile import add_values, answers_of
from voorlichter.intake.questions import words_of
from voorlichter.model_problems import check_model
from voorlichter.problems import InputError, Mark, Problem, Say, Severity, has_errors
from voorlichter.profile.scaffold import ADVISOR_SCHEMA_FILE, SCHEMA_FILE, IntakeAnswers, render_scaffold
from voorlichter.profile.schema import advisor_schema, profile_schema
from voorlichter.quiz.schema import MODULE_SCHEMA_FILE, module_schema
from voorlichter.swap import recover, staged
from voorlichter.template.data import check_data
from voorlichter.workspace import Workspace, check_slug, free_slug, nearly, say_misnamed, slug_of
from voorlichter.yaml_source import KeyPath, read_yaml
from voorlichter.yaml_written import YamlValue

_WORKFLOWS = {
    "github": ("github-pages.yml", ".github/workflows/voorlichter.yml"),
    "gitlab": ("gitlab-ci.yml", ".gitlab-ci.yml"),
    "github-many": ("github-pages-many.yml", ".github/workflows/voorlichter.yml"),
    "gitlab-many": ("gitlab-ci-many.yml", ".gitlab-ci.yml"),
}


@click.command("new")
@click.argument("name", required=False, metavar=say("[NAAM]", "[NAME]"))
@options.common
@click.option(
    "--answers",
    "answers_file",
    type=click.Path(path_type=Path, dir_okay=False),
    metavar="FILE",
    help=say(
        "Antwoorden uit een YAML-bestand; er wordt dan niets gevraagd.",
        "Answers from a YAML file; nothing is asked then.",
    ),
)
@click.option(
    "--workflow",
    type=click.Choice(list(_WORKFLOWS)),
    help=say(
        "Zet ook een werkstroom klaar die de sites publiceert.", "Add a workflow as well that publishes the sites."
    ),
)
@guarded
def command(name: str | None, folder: Path, answers_file: Path | None, workflow: str | None) -> None:
    workspace = Workspace.at(folder)
    answers, more = _read(workspace, answers_file) if answers_file else (None, {})
    slug, named = _slug_and_name(workspace, name, answers)
    while problems := _taken(workspace, slug):
        if answers:
            raise InputError(problems)
        print_problems(problems, workspace.root)
        slug = ask_slug(free_slug(workspace, slug))
    target = workspace.profiles / slug
    if answers_file and answers:
        if named and not answers.name:
            answers = answers.model_copy(update={"name": named})
        _make(workspace, target, answers, answers_file.parent, workflow, more)
    else:
        intake = Interview(workspace, slug, named)
        with intake.kept():
            _make(workspace, target, intake.ask(), Path.cwd(), workflow)
    click.echo(say(f"Gemaakt: {target / 'profile.yml'}", f"Made: {target / 'profile.yml'}"))
    click.echo(
        say(
            f"Nu: voorlichter check {slug}, en dan: voorlichter serve {slug}",
            f"Next: voorlichter check {slug}, then: voorlichter serve {slug}",
        )
    )


def _slug_and_name(workspace: Workspace, given: str | None, answers: IntakeAnswers | None) -> tuple[str, str | None]:
    """A slug alone names nothing; any other text is the organisation's name. Raises InputError where it can be neither."""
    text = given if given is not None else (answers and answers.name) or ask_name()
    slug = slug_of(text, LANGUAGE)
    if slug == given:
        return slug, None
    if not any(sign.isalnum() for sign in text):
        raise InputError(check_slug(text, workspace.profiles / text))
    if refused := answer_problem("name", text, workspace.profiles):
        raise InputError([refused])
    return slug, text.strip()


def _taken(workspace: Workspace, slug: str) -> list[Problem]:
    """What stands in the way of a new profile."""
    target = workspace.profiles / slug
    path = target / "profile.yml"
    if path.exists() or (target.exists() and not target.is_dir()):
        other = free_slug(workspace, slug)
        return [
            Problem(
                Mark(path if target.is_dir() else target),
                slug,
                Say("dit profiel bestaat al", "this profile exists already"),
                Say(
                    f"kies een andere naam, zoals {other}, of verander het bestand",
                    f"choose another name, such as {other}, or change the file",
                ),
            )
        ]
    return [say_misnamed(misnamed, path)] if (misnamed := nearly(path)) else []


def _make(
    workspace: Workspace,
    target: Path,
    answers: IntakeAnswers,
    base: Path,
    workflow: str | None,
    more: Mapping[KeyPath, YamlValue] = MappingProxyType({}),
) -> None:
    """What every workspace has; then the profile, beside what stands in its folder already."""
    logo = _find_logo(answers, base)
    _write_shared(workspace, workflow)
    target.parent.mkdir(parents=True, exist_ok=True)
    recover(target.parent)
    with staged(target) as staging:
        if target.is_dir():
            shutil.copytree(target, staging, dirs_exist_ok=True, symlinks=True)
        if logo:
            shutil.copyfile(logo, staging / f"logo{logo.suffix.lower()}")
            answers = answers.model_copy(update={"logo": f"logo{logo.suffix.lower()}"})
        text = add_values(render_scaffold(answers, LANGUAGE), more)
        (staging / "profile.yml").write_text(text, encoding="utf-8")


def _write_shared(workspace: Workspace, workflow: str | None) -> None:
    workspace.root.mkdir(parents=True, exist_ok=True)
    data, _ = check_data(workspace)
    for name, schema in (
        (SCHEMA_FILE, partial(profile_schema, doors=data.called_doors)),
        (ADVISOR_SCHEMA_FILE, advisor_schema),
        (MODULE_SCHEMA_FILE, module_schema),
    ):
        (workspace.root / name).write_text(
            json.dumps(schema(LANGUAGE), ensure_ascii=False, indent=1) + "\n", encoding="utf-8"
        )
    _write_once(workspace.root / ".gitignore", "/site/\n/export/\n/.voorlichter/\n")
    if workflow:
        source, destination = _WORKFLOWS[workflow]
        _write_once(workspace.root / destination, (workspace.defaults / "publish" / source).read_text(encoding="utf-8"))


def _read(workspace: Workspace, path: Path) -> tuple[IntakeAnswers, Mapping[KeyPath, YamlValue]]:
    """The answers of a question list, or those in YAML. Raises InputError where nothing can be made of them."""
    if path.suffix.lower() != ".json" or not path.is_file():
        return read_answers(path), {}
    values, problems = read_intake(path.read_bytes(), words_of(workspace), path)
    if has_errors(problems):
        raise InputError(problems)
    answers, more = answers_of(values)
    if answers.logo and not (path.parent / answers.logo).is_file():
        problems.append(_no_logo(path.parent / answers.logo, "warning"))
        answers = answers.model_copy(update={"logo": None})
    print_problems(problems, path.parent)
    return answers, more


def read_answers(path: Path) -> IntakeAnswers:
    """The answers in a file. Raises InputError with every problem."""
    if not path.is_file():
        raise InputError(
            [
                Problem(
                    Mark(path),
                    "--answers",
                    Say("dit bestand is er niet", "this file is not there"),
                    Say(
                        "noem een YAML-bestand met antwoorden, zoals: name: De Vuurtoren",
                        "name a YAML file with answers, such as: name: The Lighthouse",
                    ),
                )
            ]
        )
    answers, problems = check_model(read_yaml(path), IntakeAnswers)
    if answers is None or has_errors(problems):
        raise InputError(problems)
    print_problems(problems, path.parent)
    return answers


def _find_logo(answers: IntakeAnswers, base: Path) -> Path | None:
    if not answers.logo:
        return None
    path = base / answers.logo
    if not path.is_file():
        raise InputError([_no_logo(path)])
    return path


def _no_logo(path: Path, severity: Severity = "error") -> Problem:
    return Problem(
        Mark(path),
        "logo",
        Say("dit bestand is er niet", "this file is not there"),
        Say("noem het bestand met de map erbij, of laat logo weg", "name the file with its folder, or leave logo out"),
        severity,
    )


def _write_once(path: Path, text: str) -> None:
    if not path.exists():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
