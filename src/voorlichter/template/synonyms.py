"""The words people search with: groups that mean the same in both languages, and what each group leads to."""

from __future__ import annotations

import unicodedata
from collections.abc import Collection, Iterator, Mapping
from typing import Any, Literal

from voorlichter.languages import Code
from voorlichter.problems import Problem, Say
from voorlichter.profile.fields import Section
from voorlichter.text import WordLists
from voorlichter.yaml_source import KeyPath, YamlSource, dotted

_ROOT: KeyPath = ("items",)


class Group(WordLists):
    """Words and short phrases that mean the same to somebody who searches."""

    page: str | None = None
    """Where it is answered: `gedrag.md`, or `gedrag.md#pesten`."""
    line: str | None = None
    """The help line whose number comes before all results."""
    contact: Literal["yes", "no"] = "no"
    """Whoever types this wants to talk: the advisor comes before all results."""


class Synonyms(Section):
    stop: WordLists = WordLists(nl=["de"], en=["the"])
    """Words that say nothing about what somebody is looking for."""
    groups: list[Group] = []

    def lines(self) -> list[str]:
        return sorted({group.line for group in self.groups if group.line})

    def plain(self, languages: Collection[Code]) -> dict[str, Any]:
        """As the search in the browser reads it, with the words of these languages."""
        return {
            "stop": " ".join(word for code, words in self.stop.items() if code in languages for word in words),
            "groups": [_plain(group, languages) for group in self.groups],
        }

    def groups_in(self, language: Code) -> list[dict[str, Any]]:
        """Those that a language has words in, with these alone."""
        return [_plain(group, (language,)) for group in self.groups if language in dict(group.items())]


def _plain(group: Group, languages: Collection[Code]) -> dict[str, Any]:
    plain: dict[str, Any] = {code: ",".join(words) for code, words in group.items() if code in languages}
    if group.page:
        plain["page"] = group.page.replace(".md", ".html")
    if group.line:
        plain["line"] = group.line
    if group.line or group.contact == "yes":
        plain["contact"] = 1
    return plain


def check_synonyms(
    synonyms: Synonyms, source: YamlSource, help_lines: Collection[str], anchors: Mapping[str, Collection[str]]
) -> list[Problem]:
    """A word stands in one group only; what a group leads to is there. `anchors`: those of each page."""
    problems = []

    def problem(path: KeyPath, message: Say, fix: Say) -> None:
        problems.append(Problem(source.value_mark((*_ROOT, *path)), dotted(path), message, fix))

    first: dict[tuple[str, str], str] = {}
    for language, path, word in _words(synonyms):
        there = first.setdefault((language, _folded(word)), dotted(path))
        if there != dotted(path):
            problem(
                path,
                Say(f"{word} staat er al, bij {there}", f"{word} stands there already, at {there}"),
                Say("laat het in één groep staan", "leave it in one group"),
            )
    for number, group in enumerate(synonyms.groups):
        page, _, anchor = (group.page or "").partition("#")
        if group.line and group.line not in help_lines:
            problem(
                ("groups", number, "line"),
                Say(
                    f"er is geen hulplijn {group.line} met een telefoonnummer",
                    f"there is no help line {group.line} with a telephone number",
                ),
                Say("kies uit: " + ", ".join(help_lines), "choose from: " + ", ".join(help_lines)),
            )
        if page and page not in anchors:
            problem(
                ("groups", number, "page"),
                Say("deze pagina bestaat niet", "there is no such page"),
                Say(
                    "schrijf een pagina of een kopje ervan: gedrag.md of gedrag.md#pesten",
                    "write a page or a heading on it: gedrag.md or gedrag.md#pesten",
                ),
            )
        elif anchor and anchor not in anchors[page]:
            known = ", ".join(sorted(anchors[page]))
            problem(
                ("groups", number, "page"),
                Say("dit kopje bestaat niet op die pagina", "there is no such heading on that page"),
                Say(f"kies uit: {known}", f"choose from: {known}"),
            )
    return problems


def _words(synonyms: Synonyms) -> Iterator[tuple[str, KeyPath, str]]:
    """Every word of every group with its language and place."""
    for number, group in enumerate(synonyms.groups):
        for language, words in group.items():
            for index, word in enumerate(words):
                yield language, ("groups", number, language, index), word


def _folded(word: str) -> str:
    """Without capitals and accents, as the search compares."""
    return "".join(sign for sign in unicodedata.normalize("NFD", word.casefold()) if not unicodedata.combining(sign))
