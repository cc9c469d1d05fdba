"""`voorlichter export`: a site or its training as packages to hand out."""

from __future__ import annotations

import errno
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import click

from voorlichter.artefacts.training.formats import FORMATS, TELLS
from voorlichter.artefacts.training.package import Failed, Wishes, plan_courses
from voorlichter.cli import options
from voorlichter.cli.answer import finish_turns, guarded
from voorlichter.cli.language import LANGUAGE, say
from voorlichter.cli.made import build_and_tell, read_and_tell
from voorlichter.languages import Code
from voorlichter.organisation import Organisations
from voorlichter.output import hand_out
from voorlichter.own.modules import write_own_released
from voorlichter.problems import InputError, Mark, Problem, Say
from voorlichter.profile.topics import modules_for
from voorlichter.quiz.lock import write_released
from voorlichter.stage_one import StageOne
from voorlichter.turns import Turns
from voorlichter.workspace import Workspace
from voorlichter.zip_file import render_zip

SITE = "zip"


@dataclass(frozen=True, slots=True)
class _Asked:
    """What the command line says of the training."""

    form: str
    modules: tuple[str, ...]
    languages: tuple[str, ...]
    failed: Failed
    lms_origin: str | None


@click.command("export")
@options.slugs
@options.common
@click.option(
    "--format",
    "form",
    type=click.Choice([*FORMATS, SITE]),
    default=SITE,
    show_default=True,
    help=say("Het soort pakket.", "The kind of package."),
)
@click.option(
    "--module",
    "modules",
    multiple=True,
    metavar="ID",
    help=say("Alleen deze module; vaker mag.", "Only this module; may be repeated."),
)
@click.option(
    "--language",
    "languages",
    multiple=True,
    metavar="nl|en",
    help=say("Alleen in deze taal; vaker mag.", "Only in this language; may be repeated."),
)
@click.option(
    "--failed",
    type=click.Choice(["incomplete", "failed"]),
    default="incomplete",
    show_default=True,
    help=say(
        "Wat het leersysteem hoort onder de slaaggrens. Na failed laten sommige geen tweede poging toe.",
        "What the learning system hears below the pass mark. After failed some allow no second try.",
    ),
)
@click.option(
    "--lms-origin",
    metavar="http://…",
    help=say(
        "Bij cmi5: het begin van het adres van een leersysteem in het eigen netwerk dat geen https heeft.",
        "With cmi5: how the address begins of a learning system in one's own network that has no https.",
    ),
)
@options.output("export/")
@options.day
@guarded
def command(
    slugs: tuple[str, ...],
    folder: Path,
    form: str,
    modules: tuple[str, ...],
    languages: tuple[str, ...],
    failed: Failed,
    lms_origin: str | None,
    output: Path | None,
    day: date | None,
) -> None:
    workspace = Workspace.at(folder)
    target = (output or workspace.root / "export").resolve()
    today = day or options.today()
    if form == SITE and (modules or languages):
        raise click.UsageError(
            say(
                f"--module en --language kiezen uit de training; zet erbij: --format {' of '.join(FORMATS)}",
                f"--module and --language choose from the training; add: --format {' or '.join(FORMATS)}",
            )
        )
    asked = _Asked(form, modules, languages, failed, _checked_origin(form, lms_origin))
    organisations = Organisations(workspace, StageOne(workspace), today)
    turns = Turns(workspace.root)
    for slug in options.chosen(workspace, slugs):
        with turns.of(slug):
            if form == SITE:
                files = {f"{slug}.{SITE}": render_zip(build_and_tell(workspace, slug, today))}
            else:
                files, handed_out, site = _render_training(organisations, slug, asked)
                _remember(
                    workspace, slug, handed_out, site
                )  # before anybody has it: what was handed out keeps its meaning
            for name, data in files.items():
                _hand_out(target / name, data)
    finish_turns(turns)


def _remember(workspace: Workspace, slug: str, modules: list[str], site: Sequence[Code]) -> None:
    """The ids of the questions; where nothing can be written, nobody changes a question either, and it is said."""
    try:
        write_released(workspace, modules)
        write_own_released(workspace, slug, modules, site)
    except OSError as error:
        if error.errno not in (errno.EACCES, errno.EPERM, errno.EROFS):
            raise
        click.echo(
            say(
                "In deze werkmap kan niets geschreven worden: welke vragen zijn uitgedeeld, wordt niet onthouden.",
                "Nothing can be written in this workspace: which questions were handed out is not remembered.",
            ),
            err=True,
        )


def _checked_origin(form: str, text: str | None) -> str | None:
    """As a browser writes an origin. It stands in the pages' policy, so nothing but an origin may."""
    if text is None:
        return None
    if form != "cmi5":
        raise click.UsageError(
            say(
                "--lms-origin hoort bij cmi5; zet erbij: --format cmi5",
                "--lms-origin belongs to cmi5; add: --format cmi5",
            )
        )
    match = re.fullmatch(r"(https?)://([a-z0-9]([a-z0-9.-]*[a-z0-9])?)(:[0-9]{1,5})?(/.*)?", text.strip().lower())
    port = int((match[4] or ":80")[1:]) if match else 0
    if not match or not 0 < port < 65536:
        raise click.UsageError(
            say(
                f"--lms-origin {text} is geen begin van een adres; schrijf bijvoorbeeld: --lms-origin http://lms.intranet.example",
                f"--lms-origin {text} is not how an address begins; write for example: --lms-origin http://lms.intranet.example",
            )
        )
    if match[1] == "https":
        raise click.UsageError(
            say(
                "een leersysteem met https mag altijd; laat --lms-origin weg",
                "a learning system with https is always allowed; leave --lms-origin out",
            )
        )
    origin = f"http://{match[2]}" + (f":{port}" if port != 80 else "")
    if match[5] not in (None, "/"):
        raise click.UsageError(
            say(
                f"--lms-origin {text} is meer dan het begin van het adres; schrijf: --lms-origin {origin}",
                f"--lms-origin {text} is more than how the address begins; write: --lms-origin {origin}",
            )
        )
    return origin


def _hand_out(path: Path, data: bytes) -> None:
    hand_out(path, data)
    click.echo(f"{path} ({max(1, len(data) // 1024)} kB)")


def _render_training(
    organisations: Organisations, slug: str, asked: _Asked
) -> tuple[dict[str, bytes], list[str], Sequence[Code]]:
    """Every file by name, the modules in them, and the languages of the site. Raises InputError where something was asked that is not there."""
    organisation = read_and_tell(organisations, slug)
    vocabulary = organisations.stage_one.vocabulary()
    chosen, spoken = (
        modules_for(organisation.profile, vocabulary.module_scopes),
        organisation.profile.organisation.languages,
    )
    problems = [
        *_check_chosen(
            "--module",
            asked.modules,
            chosen,
            organisation.source.value_mark(("training", "modules")),
            lambda name: _no_module(name, name in vocabulary.modules),
        ),
        *_check_chosen(
            "--language",
            asked.languages,
            spoken,
            organisation.source.value_mark(("organisation", "languages")),
            _no_language,
        ),
    ]
    if not chosen:
        problems = [
            Problem(organisation.source.value_mark(("training", "modules")), "training.modules", *_NOTHING_CHOSEN)
        ]
    if problems:
        raise InputError(problems)
    wishes = Wishes(
        modules=[name for name in chosen if name in (asked.modules or chosen)],
        languages=[code for code in spoken if code in (asked.languages or spoken)],
        failed=asked.failed,
        lms_origin=asked.lms_origin,
    )
    files: dict[str, bytes] = {}
    for course in plan_courses(organisation, wishes):
        files |= FORMATS[asked.form](course)
        for said in TELLS[asked.form](course) if asked.form in TELLS else ():
            click.secho(said.to(LANGUAGE), err=True, fg="yellow")
    return files, list(wishes.modules), spoken


_NOTHING_CHOSEN = (
    Say("het profiel kiest geen module", "the profile chooses no module"),
    Say("schrijf bijvoorbeeld: modules: [role]", "write for example: modules: [role]"),
)


def _check_chosen(
    option: str, asked: Sequence[str], there: Sequence[str], mark: Mark, message: Callable[[str], Say]
) -> Iterator[Problem]:
    for name in asked:
        if name not in there:
            yield Problem(mark, f"{option} {name}", message(name), _fix(option, name, there))


def _no_module(name: str, exists: bool) -> Say:
    if exists:
        return Say(f"het profiel kiest de module {name} niet", f"the profile does not choose the module {name}")
    return Say(f"er is geen module {name}", f"there is no module {name}")


def _no_language(code: str) -> Say:
    return Say(f"deze site is er niet in de taal {code}", f"this site does not have the language {code}")


def _fix(option: str, name: str, there: Sequence[str]) -> Say:
    listed = ", ".join(there)
    return Say(
        f"kies uit: {listed}; of zet {name} erbij in het profiel",
        f"choose from: {listed}; or add {name} to the profile",
    )
