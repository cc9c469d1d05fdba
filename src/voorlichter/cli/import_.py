"""`voorlichter import`: questions that somebody has already, as a module of the training."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import click

from voorlichter.cli import options
from voorlichter.cli.answer import BAD_INPUT, guarded, print_problems
from voorlichter.cli.language import say
from voorlichter.languages import Code, languages_of
from voorlichter.organisation import languages_named
from voorlichter.output import hand_out
from voorlichter.own.files import MODULES, find_own
from voorlichter.own.modules import read_own_module
from voorlichter.plain_letters import hyphenated
from voorlichter.problems import InputError, Mark, Problem, Say, has_errors
from voorlichter.quiz.importing import Imported, import_file
from voorlichter.quiz.importing.module import join_languages, lacking_feedback, render_module
from voorlichter.quiz.lock import read_list, read_released, released_of
from voorlichter.quiz.read import read_module
from voorlichter.regular_file import read_regular
from voorlichter.workspace import RELEASED, Workspace
from voorlichter.yaml_source import read_yaml

_LANGUAGE = re.compile(r"[-_. ]([a-z]{2})$", re.I)


@click.command("import")
@click.argument("files", nargs=-1, required=True, metavar="FILE…", type=click.Path(path_type=Path))
@options.common
@click.option(
    "--for",
    "slug",
    metavar="SLUG",
    help=say(
        "De organisatie die de module krijgt. Weglaten: er is er maar één, of zij is voor alle.",
        "The organisation that gets the module. Left out: there is only one, or it is for all.",
    ),
)
@click.option(
    "--shared",
    is_flag=True,
    help=say("Voor alle organisaties, in quizzes/.", "For all organisations, in quizzes/."),
)
@click.option(
    "--as",
    "name",
    metavar="ID",
    help=say("De id van de module. Weglaten: naar het bestand.", "The module's id. Left out: after the file."),
)
@click.option(
    "--language",
    "languages",
    multiple=True,
    metavar="nl|en",
    help=say(
        "De taal van elk bestand, in hun volgorde. Weglaten: het eind van de naam (vragen-nl.csv), of de eerste taal.",
        "The language of each file, in their order. Left out: the end of its name (questions-nl.csv), or the first language.",
    ),
)
@guarded
def command(
    files: tuple[Path, ...], folder: Path, slug: str | None, shared: bool, name: str | None, languages: tuple[str, ...]
) -> None:
    workspace = Workspace.at(folder)
    home = _home(workspace, slug, shared)
    known = [*languages_of(workspace)]
    read: dict[Code, Imported] = {}
    for place, path in enumerate(files):
        code = languages[place] if place < len(languages) else _language_of(path, known)
        if code not in known or code in read:
            raise click.UsageError(_which_language(path, code, known))
        read[code] = _read(path, code)
    result = join_languages(read)
    id_ = hyphenated(name or _LANGUAGE.sub("", files[0].stem), 36)
    target = home / f"{id_ if len(id_) > 1 else 'training'}.yml"
    print_problems(result.problems, workspace.root)
    if not result.questions:
        raise click.exceptions.Exit(BAD_INPUT)
    if target.exists():
        raise InputError([Problem(Mark(target), target.stem, *_THERE)])
    title = _LANGUAGE.sub("", files[0].stem).replace("-", " ").replace("_", " ").strip().capitalize()
    text = render_module(target.stem, dict.fromkeys(read, title), result.questions, _used(workspace, home))
    hand_out(target, text.encode())
    _tell(workspace, target, len(result.questions))
    if has_errors(result.problems):
        raise click.exceptions.Exit(BAD_INPUT)


def _tell(workspace: Workspace, target: Path, number: int) -> None:
    """What came in, and what its author has to add: feedback first of all."""
    click.echo(f"{target} ({say(f'{number} vragen', f'{number} questions')})")
    languages = languages_of(workspace)
    if target.parent == workspace.root / MODULES:
        lacking = lacking_feedback(read_module(target), languages)
    else:
        profile = read_yaml(workspace.profile_path(target.parent.parent.name)).data
        site = languages_named(profile, languages)
        lacking = lacking_feedback(read_own_module(target, site), {code: languages[code] for code in site})
    if lacking:
        click.echo(
            say("Vul nog aan, in het bestand of in de studio:", "Add this, in the file or in the studio:"), err=True
        )
        print_problems(lacking, workspace.root)
    click.echo(
        say(
            f"Zet {target.stem} daarna in het profiel, bij training: modules; voorlichter check zegt of het klopt",
            f"Then put {target.stem} into the profile, at training: modules; voorlichter check says whether it is right",
        )
    )


def _read(path: Path, code: Code) -> Imported:
    """Its problems at this file."""
    result = import_file(read_regular(path), code)
    result.problems = [replace(problem, mark=replace(problem.mark, path=path.resolve())) for problem in result.problems]
    return result


def _home(workspace: Workspace, slug: str | None, shared: bool) -> Path:
    slugs = workspace.slugs()
    if shared:
        return workspace.root / MODULES
    if slug is None and len(slugs) != 1:
        listed = ", ".join(slugs)
        raise click.UsageError(
            say(
                f"zeg voor wie: --for met een van {listed}; of --shared, voor alle",
                f"say for whom: --for with one of {listed}; or --shared, for all",
            )
        )
    (chosen,) = options.chosen(workspace, (slug or slugs[0],))
    return workspace.profiles / chosen / MODULES


def _used(workspace: Workspace, home: Path) -> set[str]:
    """Ids that questions have, or had."""
    used = {*read_released(workspace)[0], *read_list(home / Path(RELEASED).name)[0]}
    own = find_own(workspace, home.parent.name).modules.values() if home.parent.parent == workspace.profiles else ()
    shared = (path for path in workspace.files("quizzes").values() if path.suffix == ".yml")
    for path in (*own, *shared):
        used |= {*released_of(read_module(path))}
    return used


def _language_of(path: Path, known: list[Code]) -> Code:
    match = _LANGUAGE.search(path.stem)
    return match[1].lower() if match and match[1].lower() in known else known[0]


def _which_language(path: Path, code: str, known: list[Code]) -> str:
    listed = ", ".join(known)
    return say(
        f"in welke taal is {path.name}? {code} kan niet, of is er al; zet per bestand: --language met een van {listed}",
        f"in which language is {path.name}? {code} cannot be, or is there already; for each file: --language with one of {listed}",
    )


_THERE = (
    Say("een module met deze naam is er al", "there is a module of this name already"),
    Say("geef de nieuwe een andere naam: --as ID", "give the new one another name: --as ID"),
)
