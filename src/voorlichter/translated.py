"""The texts of a language of one page beside the Dutch they were made from, and which Dutch that was.

`data/words/sources/<code>.yml` holds for each text the hash of the Dutch a translator saw. Where the Dutch has changed since,
the translation is stale: `check` lists it, and a sentence on which somebody's safety hangs stands in English until it was looked at.
"""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from typing import Any

from voorlichter.languages import Code, LanguageLevel, languages_of
from voorlichter.problems import InputError, Mark, Problem, Say
from voorlichter.worded import LEVELS, asked_of, fitting, is_of_page, texts_file, texts_in
from voorlichter.workspace import Workspace
from voorlichter.yaml_source import KeyPath, dotted, read_kept_yaml


@dataclass(frozen=True, slots=True)
class Segment:
    """One text: its place in the file of words, what it says in Dutch and English, and in the language if it is there."""

    path: KeyPath
    source: str
    english: str
    target: str | None
    seen: str | None
    """The hash of the Dutch that the translation was made from."""

    @property
    def id(self) -> str:
        return id_of(self.path)

    @property
    def place(self) -> str:
        """As data/levels.yml names it, after its file."""
        return f"{self.path[0]}.{dotted(self.path[1:])}"

    @property
    def of_kit(self) -> bool:
        return str(self.path[0]).startswith("kit/")

    @property
    def of_page(self) -> bool:
        return is_of_page(str(self.path[0]))

    @property
    def hash(self) -> str:
        return hashlib.sha256(self.source.encode()).hexdigest()[:12]

    @property
    def is_stale(self) -> bool:
        return self.target is not None and self.seen not in (None, self.hash)


def id_of(path: KeyPath) -> str:
    """Of letters that XLIFF takes in an id."""
    return ".".join(map(str, path)).replace("/", ":")


def read_segments(workspace: Workspace, code: Code, level: LanguageLevel) -> Iterator[Segment]:
    """In the order in which a translator meets them."""
    words, seen = (_read(workspace, name) for name in (words_file(code), sources_file(code)))
    for file, texts in asked_of(workspace, level).items():
        data = read_kept_yaml(texts_file(workspace, file)).data
        for path, said in texts_in(data, (file,)):
            if dotted(path[1:]) in texts:
                yield Segment(path, said["nl"], said["en"], _at(words, path), seen.get(id_of(path)))


def segments_of(workspace: Workspace, code: str) -> list[Segment]:
    """Raises InputError where there is no such language of one page."""
    rows = languages_of(workspace)
    known = [other for other, row in rows.items() if row.level != "complete"]
    if code not in known:
        raise InputError(
            [
                Problem(
                    Mark(workspace.file("data/languages.yml")),
                    code,
                    Say(
                        "van deze taal is er geen pagina om te vertalen",
                        "there is no page to translate in this language",
                    ),
                    Say(f"kies uit: {', '.join(known)}", f"choose from: {', '.join(known)}"),
                )
            ]
        )
    return list(read_segments(workspace, code, rows[code].level))


def words_file(code: Code) -> str:
    return f"data/words/{code}.yml"


def sources_file(code: Code) -> str:
    return f"data/words/sources/{code}.yml"


def safety_texts(workspace: Workspace) -> Collection[str]:
    """By file and key, as a segment's id."""
    named = read_kept_yaml(workspace.file(LEVELS)).data["safety"]
    return {id_of((file, text)) for file, texts in named.items() for text in fitting(workspace, file, texts)}


def _read(workspace: Workspace, name: str) -> dict[Any, Any]:
    path = workspace.file(name)
    data = read_kept_yaml(path).data if path.is_file() else {}
    return data if isinstance(data, dict) else {}


def _at(node: Any, path: KeyPath) -> str | None:
    for key in path:
        if isinstance(node, list) and isinstance(key, int):
            node = node[key] if key < len(node) else None
        else:
            node = node.get(key) if isinstance(node, dict) else None
    return node if isinstance(node, str) else None
