"""`voorlichter new`: ask what an intake asks, and write a profile."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any, Literal

import click
from pydantic import BaseModel, ValidationError, create_model
from pydantic.fields import FieldInfo

from voorlichter.cli import options
from voorlichter.cli.answer import guarded
from voorlichter.cli.language import LANGUAGE, say
from voorlichter.model_problems import Refused, check_model, choices
from voorlichter.problems import InputError, Mark, Problem, Say, has_errors
from voorlichter.profile.scaffold import ADVISOR_SCHEMA_FILE, SCHEMA_FILE, Answers, render_scaffold
from voorlichter.profile.schema import advisor_schema, profile_schema
from voorlichter.quiz.schema import MODULE_SCHEMA_FILE, module_schema
from voorlichter.swap import staged
from voorlichter.workspace import Workspace, check_slug
from voorlichter.yaml_source import read_yaml

_WORKFLOWS = {"github": ("github-pages.yml", ".github/workflows/voorlichter.yml"), "gitlab": ("gitlab-ci.yml", ".gitlab-ci.yml")}


@click.command("new", help=say("Maak een profiel voor een organisatie: stelt de vragen van een intake.", "Make a profile for an organisation: asks what an intake asks."))
@click.argument("slug")
@options.common
@click.option("--answers", "answers_file", type=click.Path(path_type=Path, dir_okay=False), metavar="FILE",
              help=say("Antwoorden uit een YAML-bestand; er wordt dan niets gevraagd.", "Answers from a YAML file; nothing is asked then."))
@click.option("--workflow", type=click.Choice(list(_WORKFLOWS)), help=say("Zet ook een werkstroom klaar die de sites publiceert.", "Add a workflow as well that publishes the sites."))
@guarded
def command(slug: str, folder: Path, answers_file: Path | None, workflow: Literal["github", "gitlab"] | None) -> None:
    workspace = Workspace.at(folder)
    target = workspace.profiles / slug
    problems = check_slug(slug, target)
    if not problems and target.exists():
        problems = [Problem(Mark(target), slug, Say("dit profiel bestaat al", "this profile exists already"),
                            Say("kies een andere naam, of verander het bestand", "choose another name, or change the file"))]
    if problems:
        raise InputError(problems)
    answers = read_answers(answers_file) if answers_file else _ask(workspace)
    logo = _find_logo(answers, answers_file.parent if answers_file else Path.cwd())
    target.parent.mkdir(parents=True, exist_ok=True)
    with staged(target) as staging:
        if logo:
            shutil.copyfile(logo, staging / f"logo{logo.suffix.lower()}")
            answers = answers.model_copy(update={"logo": f"logo{logo.suffix.lower()}"})
        (staging / "profile.yml").write_text(render_scaffold(answers, LANGUAGE), encoding="utf-8")
    for name, schema in ((SCHEMA_FILE, profile_schema), (ADVISOR_SCHEMA_FILE, advisor_schema), (MODULE_SCHEMA_FILE, module_schema)):
        (workspace.root / name).write_text(json.dumps(schema(LANGUAGE), ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    _write_once(workspace.root / ".gitignore", "/site/\n/export/\n/.voorlichter/\n")
    if workflow:
        source, destination = _WORKFLOWS[workflow]
        _write_once(workspace.root / destination, (workspace.defaults / "publish" / source).read_text(encoding="utf-8"))
    click.echo(say(f"Gemaakt: {target / 'profile.yml'}", f"Made: {target / 'profile.yml'}"))
    click.echo(say(f"Nu: voorlichter check {slug}, en dan: voorlichter serve {slug}", f"Next: voorlichter check {slug}, then: voorlichter serve {slug}"))


def read_answers(path: Path) -> Answers:
    """The answers in a file. Raises InputError with every problem."""
    if not path.is_file():
        raise InputError([Problem(Mark(path), "--answers", Say("dit bestand is er niet", "this file is not there"),
                                  Say("noem een YAML-bestand met antwoorden, zoals: name: De Vuurtoren", "name a YAML file with answers, such as: name: The Lighthouse"))])
    answers, problems = check_model(read_yaml(path), Answers)
    if answers is None or has_errors(problems):
        raise InputError(problems)
    return answers


def _find_logo(answers: Answers, base: Path) -> Path | None:
    if not answers.logo:
        return None
    path = base / answers.logo
    if not path.is_file():
        raise InputError([Problem(Mark(path), "logo", Say("dit bestand is er niet", "this file is not there"),
                                  Say("noem het bestand met de map erbij, of laat logo weg", "name the file with its folder, or leave logo out"))])
    return path


def _ask(workspace: Workspace) -> Answers:
    """One question at a time; an empty answer leaves it open. Where nobody can answer, all stay open."""
    shared = sorted(path.stem for path in (workspace.root / "advisors").glob("*.yml"))
    given: dict[str, Any] = {}
    for name, info in Answers.model_fields.items():
        if (name == "use" and not shared) or (name.startswith("advisor_") and given.get("use")):
            continue
        extra = info.json_schema_extra
        words = extra[LANGUAGE] if isinstance(extra, dict) else ("", "")
        assert isinstance(words, list), "every question is worded"
        known = shared if name == "use" else choices(info.annotation)
        hint = f" ({', '.join(known)})" if known else ""
        default = info.get_default(call_default_factory=True)
        try:
            given |= _ask_one(name, f"{words[1]}{hint}", default)
        except (click.Abort, EOFError):
            click.echo()
            break
    return Answers.model_validate(given)


def _ask_one(name: str, question: str, default: Any) -> dict[str, Any]:
    info = Answers.model_fields[name]
    single: type[BaseModel] = create_model("Answer", __base__=None, **{name: (info.annotation, info)})  # type: ignore[call-overload]
    shown = " ".join(default) if isinstance(default, list) else default
    while True:
        text = str(click.prompt(question, default="" if shown in (None, False) else shown, show_default=shown not in (None, False))).strip()
        if not text:
            return {}
        value: Any = text.replace(",", " ").split() if isinstance(default, list) else text
        try:
            single.model_validate({name: value})
        except ValidationError as error:
            cause = error.errors()[0].get("ctx", {}).get("error")
            told = cause.message.to(LANGUAGE) if isinstance(cause, Refused) else say("dat kan hier niet", "that cannot stand here")
            click.echo(f"  {told}; {_hint(info)}", err=True)
            continue
        return {name: value}


def _hint(info: FieldInfo) -> str:
    """What an answer may be: one of the choices, or like the example."""
    known = choices(info.annotation)
    if known:
        return say("kies uit: ", "choose from: ") + ", ".join(known)
    example = info.json_schema_extra.get("example") if isinstance(info.json_schema_extra, dict) else ""
    return say("bijvoorbeeld: ", "for example: ") + str(example).partition(": ")[2]


def _write_once(path: Path, text: str) -> None:
    if not path.exists():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
