"""How a verb answers: problems a line each, and the exit code that goes with them."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterable
from functools import wraps
from pathlib import Path
from typing import Any, NoReturn

import click

from voorlichter.cli.language import LANGUAGE, say
from voorlichter.cli.options import TRUST
from voorlichter.cli.unheard import go_on_unheard
from voorlichter.incident import note_failure, note_verb
from voorlichter.problems import InputError, MachineError, Problem, Say, has_errors, printable, sort_problems
from voorlichter.turns import Turns
from voorlichter.workspace import Workspace

DONE, BAD_INPUT, WRONG_USAGE, MACHINE_FAILED = 0, 1, 2, 3


def print_problems(problems: Iterable[Problem], base: Path) -> None:
    for problem in sort_problems(problems):
        click.secho(problem.render(LANGUAGE, base), err=True, fg="yellow" if problem.severity == "warning" else "red")


def print_json(value: Any) -> None:
    click.echo(json.dumps(value, ensure_ascii=False, indent=1))


def finish(problems: Iterable[Problem], failures: Iterable[Say] = ()) -> NoReturn:
    """End with the code for the worst that happened; says what failed, once."""
    told = list(dict.fromkeys(failures))
    for failure in told:
        click.secho(printable(failure.to(LANGUAGE)), err=True, fg="red")
    sys.exit(MACHINE_FAILED if told else BAD_INPUT if has_errors(problems) else DONE)


def finish_turns(turns: Turns) -> None:
    """After the turns of all profiles: says what was wrong in any of them, with the exit code for the worst."""
    if turns.failures:
        print_problems(turns.problems, turns.root)
        finish(turns.problems, turns.failures)
    if turns.problems:
        raise InputError(turns.problems)


def _trust(workspace: Workspace) -> None:
    """What `--trust` asks for, said once."""
    from voorlichter.template.settings import trust_settings

    named = ", ".join(trust_settings(workspace))
    root = workspace.root
    click.echo(
        say(
            f"Vertrouwd in {root}, tot mkdocs.yml verandert: {named}. Die mogen op deze computer alles lezen en doen.",
            f"Trusted in {root}, until mkdocs.yml changes: {named}. They may read and do everything on this computer.",
        )
        if named
        else say(
            f"In {root} is niets dat vertrouwen vraagt.",
            f"Nothing in {root} asks for trust.",
        ),
        err=True,
    )


def guarded(command: Callable[..., Any]) -> Callable[..., Any]:
    """Turn what can go wrong into one line a problem and the right exit code; never a traceback."""

    @wraps(command)
    def run(*arguments: Any, **options: Any) -> Any:
        go_on_unheard()
        base = Path(options.get("folder") or ".").resolve()
        note_verb(*_typed(click.get_current_context()))
        try:
            if click.get_current_context().meta.get(TRUST):
                _trust(Workspace.at(base))
            return command(*arguments, **options)
        except InputError as error:
            if options.get("output_format") == "json":
                print_json([problem.as_json(LANGUAGE, base) for problem in sort_problems(error.problems)])
            else:
                print_problems(error.problems, base)
            sys.exit(BAD_INPUT)
        except MachineError as error:
            click.secho(printable(error.say.to(LANGUAGE)), err=True, fg="red")
            sys.exit(MACHINE_FAILED)
        except OSError as error:
            file = printable(f"{error.filename}: ") if error.filename else ""
            click.secho(
                file
                + say(
                    f"lezen of schrijven lukt niet ({error.strerror or error})",
                    f"reading or writing failed ({error.strerror or error})",
                ),
                err=True,
                fg="red",
            )
            sys.exit(MACHINE_FAILED)
        except (click.ClickException, click.Abort, click.exceptions.Exit):
            raise
        except Exception as error:
            note_failure(error)
            click.secho(
                say(
                    f"voorlichter loopt hier vast ({type(error).__name__}). Stuur mee met uw vraag wat dit schrijft: voorlichter report",
                    f"voorlichter stumbles here ({type(error).__name__}). Send along with your question what this writes: voorlichter report",
                ),
                err=True,
                fg="red",
            )
            sys.exit(MACHINE_FAILED)

    return run


def _typed(context: click.Context) -> tuple[str, list[str]]:
    """The verb, and of what was typed behind it the names of options alone."""
    typed = [
        max(parameter.opts, key=len) if isinstance(parameter, click.Option) else parameter.name.upper()
        for parameter in context.command.params
        if parameter.name
        and context.get_parameter_source(parameter.name) == click.core.ParameterSource.COMMANDLINE
        and context.params.get(parameter.name) not in (None, ())
    ]
    return context.command.name or "", typed
