"""Forms of address: `{heb je|hebt u}` marks in Dutch texts, and the words that may not stand outside one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Literal

from voorlichter.problems import Mark, Problem, Say
from voorlichter.slots.scan import TAG, line_and_column

Form = Literal["je", "u"]

MARK = re.compile(r"\{([^{}|\n\"#.:][^{}|\n]*|)\|([^{}|\n]*)\}")
QUOTED = re.compile(r"\{\"([^\"{}]*)\"\}")
_OUTSIDE = "stands outside a form-of-address mark"
_BARE = re.compile(r"(?<![\w'’-])(je|jij|jou|jouw|jezelf|u|uw|uzelf)(?![\w'’-])", re.I)
# Addresses and attribute values are not read as text.
_NOT_TEXT = re.compile(r"\]\([^)]*\)|\b(?:href|src|class|id)=\"[^\"]*\"|\{[#.:][^}]*\}|https?://\S+|<!--.*?-->", re.S)


_WORDS: dict[Form, frozenset[str]] = {
    "je": frozenset({"je", "jij", "jou", "jouw", "jezelf"}),
    "u": frozenset({"u", "uw", "uzelf"}),
}


def is_said_in(problem: Problem, form: Form) -> bool:
    """Is it of `check_address`, about a word of this form? In a text for one site, its own form needs no mark."""
    return problem.where.lower() in _WORDS[form] and problem.message.en.endswith(_OUTSIDE)


def resolve_address(text: str, form: Form) -> str:
    """Choose the form in every mark, and set exempt passages in typographic quotes."""
    chosen = MARK.sub(r"\1" if form == "je" else r"\2", text)
    return QUOTED.sub("“\\1”", chosen)


def check_address(path: Path, text: str, line: int = 1, column: int = 1) -> list[Problem]:
    """A problem for each bare form of address in a Dutch text that begins at line and column of `path`."""
    problems = []
    for word, offset in _bare_words(text):
        at_line, at_column = line_and_column(text, offset)
        mark = Mark(path, line + at_line - 1, at_column + (column - 1 if at_line == 1 else 0))
        other = {"je": "u", "jij": "u", "jou": "u", "jouw": "uw", "jezelf": "uzelf"}.get(word.lower())
        pair = (word, other) if other else ({"uw": "jouw", "uzelf": "jezelf"}.get(word.lower(), "je"), word)
        example = "{" + "|".join(form.capitalize() if word[0].isupper() else form for form in pair) + "}"
        problems.append(
            Problem(
                mark,
                word,
                Say(f"“{word}” staat buiten een aanspreekvorm", f"“{word}” {_OUTSIDE}"),
                Say(
                    f'schrijf {example} met het werkwoord erbij, of {{"…"}} om een citaat',
                    f'write {example} with its verb, or {{"…"}} around a quotation',
                ),
            )
        )
    return problems


def _bare_words(text: str) -> Iterator[tuple[str, int]]:
    if not _BARE.search(text):
        return
    blank = text
    for pattern in (TAG, MARK, QUOTED, _NOT_TEXT):
        blank = pattern.sub(lambda match: "\n".join(" " * len(line) for line in match.group().split("\n")), blank)
    for match in _BARE.finditer(blank):
        yield match.group(), match.start()
