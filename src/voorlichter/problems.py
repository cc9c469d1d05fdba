"""What is wrong with the input, where, and what to write instead: all of it at once, in Dutch or English."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

Language = Literal["nl", "en"]
LANGUAGES: tuple[Language, ...] = ("nl", "en")
"""Those of the tool itself. The languages of a site are data: `languages.Code`."""
Severity = Literal["error", "warning"]


def nearest(code: str) -> Language:
    """The language in which the tool speaks to whoever reads a site in this one."""
    return next((language for language in LANGUAGES if language == code), LANGUAGES[-1])


@dataclass(frozen=True, slots=True)
class Say:
    """One sentence for the user, in both languages of the tool."""

    nl: str
    en: str

    def to(self, language: Language) -> str:
        return self.nl if language == "nl" else self.en


@dataclass(frozen=True, slots=True)
class Mark:
    """A place in a file; line and column count from 1."""

    path: Path
    line: int = 1
    column: int = 1


@dataclass(frozen=True, slots=True)
class Problem:
    """One mistake in the input, with its place and the way out.

    `where` names the key or slot concerned (`brand.color`), or is empty for a whole file.
    Errors stop a build of the profile or template concerned, warnings never do.
    """

    mark: Mark
    where: str
    message: Say
    fix: Say
    severity: Severity = "error"

    def render(self, language: Language, base: Path | None = None) -> str:
        """`path:line:column  where  what is wrong  what to write instead`, the path relative to `base`."""
        line = f"{relative(self.mark.path, base)}:{self.mark.line}:{self.mark.column}"
        label = {"nl": "let op: ", "en": "note: "}[language] if self.severity == "warning" else ""
        parts = [line, self.where, label + self.message.to(language), self.fix.to(language)]
        return "  ".join(printable(" ".join(part.split())) for part in parts if part)

    def as_json(self, language: Language, base: Path | None = None) -> dict[str, str | int]:
        return {
            "path": relative(self.mark.path, base),
            "line": self.mark.line,
            "column": self.mark.column,
            "where": self.where,
            "message": self.message.to(language),
            "fix": self.fix.to(language),
            "severity": self.severity,
        }


class InputError(Exception):
    """The input has problems; carries every one of them. Exit code 1."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(problems)
        super().__init__("; ".join(problem.render("en") for problem in self.problems))

    def __reduce__(self) -> tuple[type[InputError], tuple[tuple[Problem, ...]]]:
        return type(self), (self.problems,)  # from a worker to the process that started it


class SharedError(InputError):
    """What is wrong with pages, theme or data: it concerns every profile."""


class MachineError(Exception):
    """The disk or the machine does not do what was asked; carries what to do. Exit code 3."""

    def __init__(self, say: Say) -> None:
        self.say = say
        super().__init__(say.en)

    def __reduce__(self) -> tuple[type[MachineError], tuple[Say]]:
        return type(self), (self.say,)


def printable(text: str) -> str:
    """Without what would steer a terminal, or turn the direction in which it is read: `\\x1b` for the sign itself."""
    if text.isprintable():
        return text
    return "".join(
        sign if sign.isprintable() or sign in "\n\t\u00a0\u200c\u200d\u00ad" else sign.encode("unicode_escape").decode()
        for sign in text
    )


def relative(path: Path, base: Path | None) -> str:
    """The path as the user would type it: relative to `base` where it lies inside."""
    if base is not None:
        try:
            return path.relative_to(base).as_posix()
        except ValueError:
            pass
    return path.as_posix()


def sort_problems(problems: Iterable[Problem]) -> list[Problem]:
    """By file, then place; the same mistake found twice is told once."""
    unique = dict.fromkeys(problems)
    return sorted(unique, key=lambda p: (p.mark.path.as_posix(), p.mark.line, p.mark.column, p.severity))


def has_errors(problems: Iterable[Problem]) -> bool:
    return any(problem.severity == "error" for problem in problems)
