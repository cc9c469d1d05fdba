"""The questions of `voorlichter new`: every answer is kept as soon as it is given, until the profile stands."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from itertools import count
from pathlib import Path
from typing import Any, get_origin

import click
from pydantic import BaseModel, ValidationError, create_model

from voorlichter.cli.language import LANGUAGE, say
from voorlichter.model_problems import choices, explain
from voorlichter.model_problems.described import words_for
from voorlichter.model_problems.places import plain
from voorlichter.problems import Problem, Say
from voorlichter.profile.scaffold import IntakeAnswers, as_written
from voorlichter.swap import replace_file
from voorlichter.workspace import Workspace, slug_of
from voorlichter.yaml_source import YamlSource, read_yaml

_SECOND = "advisor2_"


class Interview:
    """The answers to the questions about one organisation, and the file in which they wait."""

    def __init__(self, workspace: Workspace, slug: str, name: str | None = None) -> None:
        """The name is one that was given with the command."""
        self.path = workspace.private / "intake" / f"{slug}.yml"
        self.shared = sorted(path.stem for path in (workspace.advisors).glob("*.yml"))
        self.given: dict[str, Any] = {}
        self._name = name

    def ask(self) -> IntakeAnswers:
        """One question at a time; an empty answer leaves it open. Where nobody can answer, all that are left stay open."""
        self._take_up()
        if self._name:
            self.given.setdefault("name", self._name)
            self._keep()
        for name in IntakeAnswers.model_fields:
            if name in self.given or not self._is_asked(name):
                continue
            try:
                answer = self._ask_one(name)
            except (click.Abort, EOFError) as error:
                click.echo()
                if isinstance(error.__context__, KeyboardInterrupt):
                    raise
                break
            if answer is not None:
                self.given[name] = answer
                self._keep()
        return IntakeAnswers.model_validate(self.given)

    @contextlib.contextmanager
    def kept(self) -> Iterator[None]:
        """Whatever goes wrong in this block, the answers are not lost; when it ends well, the file is no longer needed."""
        try:
            yield
        except BaseException:
            if self.given:
                self._tell_kept()
            raise
        self.path.unlink(missing_ok=True)

    def _tell_kept(self) -> None:
        """Where the answers are; on a disk that takes no file, the answers themselves."""
        if self.path.is_file():
            click.echo(
                say(
                    f"Je antwoorden staan in {self.path}. Hetzelfde commando gaat daarmee verder.",
                    f"Your answers are in {self.path}. The same command goes on with them.",
                ),
                err=True,
            )
        else:
            click.echo(
                say("Je antwoorden, voor een bestand bij --answers:", "Your answers, for a file with --answers:")
                + "\n"
                + self._text(),
                err=True,
            )

    def _take_up(self) -> None:
        """What was answered before, as far as it still fits; the rest is set aside."""
        if not self.path.is_file():
            return
        written = read_yaml(self.path).data
        for name, answer in written.items() if isinstance(written, dict) else ():
            if name in IntakeAnswers.model_fields and self._refused(name, answer) is None:
                self.given[name] = answer
        click.echo(
            say(
                f"{len(self.given)} antwoorden van de vorige keer staan er nog ({self.path}); alleen de rest wordt gevraagd.",
                f"{len(self.given)} answers of last time are still there ({self.path}); only the rest is asked.",
            )
        )
        if self.given != written:
            aside = next(
                path for n in count(1) if not (path := self.path.with_name(f"{self.path.stem}.{n}.yml")).exists()
            )
            self.path.rename(aside)
            self._keep()
            click.echo(
                say(
                    f"Wat daarvan niet meer past of niet te lezen is, staat in {aside}.",
                    f"What of it no longer fits or cannot be read is in {aside}.",
                ),
                err=True,
            )

    def _is_asked(self, name: str) -> bool:
        if name in ("use", f"{_SECOND}use"):
            return bool(self.shared)
        if name.startswith("advisor_"):
            return "use" not in self.given
        if name.startswith(_SECOND) and name != f"{_SECOND}name":
            known = f"{_SECOND}use" in self.given
            return (
                known or f"{_SECOND}name" in self.given
                if name == f"{_SECOND}is_backup"
                else f"{_SECOND}name" in self.given and not known
            )
        return not (name == f"{_SECOND}name" and f"{_SECOND}use" in self.given)

    def _ask_one(self, name: str) -> Any:
        """The answer, asked again until it fits; None where it is left open."""
        info = IntakeAnswers.model_fields[name]
        known = self.shared if name in ("use", f"{_SECOND}use") else choices(info.annotation)
        question = words_for(info, LANGUAGE)[1] + (f" ({', '.join(known)})" if known else "")
        while True:
            text = str(click.prompt(question, default="", show_default=False)).strip()
            if not text:
                return None
            answer: Any = (
                text.replace(",", " ").split() if _is_list(name) else text.strip("\"'") if name == "logo" else text
            )
            refused = self._refused(name, answer)
            if refused is None:
                return answer
            click.echo(f"  {refused}", err=True)

    def _refused(self, name: str, answer: Any) -> str | None:
        """What is wrong with an answer and what to write, if anything is."""
        if told := answer_problem(name, answer, self.path):
            return f"{told.message.to(LANGUAGE)}; {told.fix.to(LANGUAGE).replace(f'{name}: ', '')}"
        if name in ("use", f"{_SECOND}use") and answer not in self.shared:
            return say(
                "die staat niet in advisors/; kies uit: ", "that one is not in advisors/; choose from: "
            ) + ", ".join(self.shared)
        if name == "logo" and not Path(answer).is_file():
            return _NO_FILE.to(LANGUAGE)
        return None

    def _keep(self) -> None:
        with contextlib.suppress(OSError):  # where the disk takes no file, the answers are shown when it matters
            replace_file(self.path, self._text().encode())

    def _text(self) -> str:
        return "".join(f"{name}: {as_written(answer)}\n" for name, answer in self.given.items())


_NO_FILE = Say(
    "dit bestand is er niet; noem het met de map erbij, of druk op Enter",
    "this file is not there; name it with its folder, or press Enter",
)


def answer_problem(name: str, answer: Any, path: Path) -> Problem | None:
    """What the model says of a single answer."""
    info = IntakeAnswers.model_fields[name]
    single: type[BaseModel] = create_model("Answer", __base__=None, **{name: (info.annotation, info)})  # type: ignore[call-overload]
    try:
        single.model_validate({name: answer})
    except ValidationError as error:
        return explain(error, YamlSource(path), single)[0]
    return None


def ask_name() -> str:
    return str(click.prompt(words_for(IntakeAnswers.model_fields["name"], LANGUAGE)[1])).strip()


def ask_slug(free: str) -> str:
    """Another slug than the one that is taken, or another name to make it of."""
    return slug_of(
        click.prompt(say("Welke naam krijgt de map?", "What shall the folder be called?"), default=free), LANGUAGE
    )


def _is_list(name: str) -> bool:
    return get_origin(plain(IntakeAnswers.model_fields[name].annotation)) is list
