"""The words of a language in a file of its own, laid beside the Dutch and English ones when these are read.

`data/words/<code>.yml` and `quizzes/words/<code>.yml` hold the files of that folder by name, each in its own shape;
of a language of few pages the first has all, a module as `quizzes/<id>`. A text stands where the file has `{nl: …, en: …}`. An item of a list goes by its id, or by its first English word, or else by its turn.
"""

from __future__ import annotations

import fnmatch
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path, PurePosixPath
from typing import Any

from voorlichter.languages import TOGETHER, Code, LanguageLevel, Languages
from voorlichter.problems import Mark, Problem, Say, has_errors
from voorlichter.workspace import Workspace
from voorlichter.yaml_source import KeyPath, YamlSource, dotted, read_kept_yaml

LEVELS = "data/levels.yml"
LESSER: tuple[LanguageLevel, ...] = ("card", "essential")
"""The levels below complete: each has what those before it have."""
_SIGNPOST = "signpost"
OF_SIGNPOST = (_SIGNPOST, "topics", "doors")
"""The files of data/ that hold what a signpost says."""
_MAY_LACK = ("synonyms", "connecting", "case_words", "claim_words")
"""Files of which a language need not have everything: words that are looked for, and are said to nobody."""


def read_worded(workspace: Workspace, languages: Languages, folder: str, name: str) -> YamlSource:
    """A file of texts, with those of the languages that have files of their own; each text keeps its own place."""
    source = read_kept_yaml(workspace.file(f"{folder}/{name}"))
    others = [code for code in languages if code not in TOGETHER]
    if not others or has_errors(source.problems):
        return source
    source = replace(
        source, data=_copied(source.data), keys={**source.keys}, values={**source.values}, problems=[*source.problems]
    )
    key = PurePosixPath(name).with_suffix("").as_posix()
    levels: set[LanguageLevel] = {level for code in others if (level := languages[code].level) != "complete"}
    named = key if folder == "data" else f"{folder}/{key}"
    asked: dict[LanguageLevel, Collection[str]] = {level: asked_of(workspace, level).get(named, ()) for level in levels}
    for code in others:
        is_whole = languages[code].level == "complete"
        path = workspace.file(f"{folder if is_whole else 'data'}/words/{code}.yml")
        borrowed = not is_whole and is_borrowed(workspace, path, source.path)
        if borrowed and folder != "data":
            continue  # a module of somebody's own, which our translation is not of
        words = read_kept_yaml(path) if path.is_file() else YamlSource(path, {})
        data = words.data if isinstance(words.data, dict) else {}
        source.problems += words.problems
        wanted = asked.get(languages[code].level)
        there = key if is_whole else named
        if has_errors(words.problems) or (there not in data and wanted is not None and not wanted):
            continue
        laying = _Laying(source, words, there, code, languages[code].said, wanted, borrowed)
        source.problems += laying.lay(source.data, data.get(there), (), (there,))
    return source


def is_borrowed(workspace: Workspace, words: Path, texts: Path) -> bool:
    """Are these our words for texts of somebody's own? What does not fit there is no mistake, and nobody's to mend."""
    return workspace.is_own(texts) and not workspace.is_own(words)


def asked_of(workspace: Workspace, level: LanguageLevel) -> Mapping[str, Collection[str]]:
    """The texts that a language of this level has, by file; a name with a star is of all that fit it."""
    levels = read_kept_yaml(workspace.file(LEVELS)).data
    asked: dict[str, set[str]] = {}
    for name in LESSER[: LESSER.index(level) + 1]:
        for file, texts in levels[name].items():
            asked.setdefault(file, set()).update(fitting(workspace, file, texts))
    return asked


def fitting(workspace: Workspace, file: str, names: Collection[str]) -> Iterator[str]:
    """The texts of a file that these names are of."""
    yield from (name for name in names if "*" not in name)
    if stars := [name for name in names if "*" in name]:
        there = [dotted(path) for path, _ in texts_in(read_kept_yaml(texts_file(workspace, file)).data)]
        yield from (text for star in stars for text in fnmatch.filter(there, star))


def texts_file(workspace: Workspace, name: str) -> Path:
    """A module goes by its folder, all others are in data/."""
    return workspace.file(f"{name}.yml" if name.startswith("quizzes/") else f"data/{name}.yml")


def texts_in(node: Any, path: KeyPath = ()) -> Iterator[tuple[KeyPath, dict[str, str]]]:
    """Each text of a file, by its place in a file of words."""
    if isinstance(node, dict) and node.keys() >= {*TOGETHER}:
        yield path, node
    elif isinstance(node, dict):
        for key, part in node.items():
            yield from texts_in(part, (*path, key))
    elif isinstance(node, list):
        for index, item in enumerate(node):
            if isinstance(item, dict):
                yield from texts_in(item, (*path, item.get("id", index)))


def is_of_page(file: str) -> bool:
    """Its texts are on a page that a language of few pages has whole or not at all."""
    return file.startswith("quizzes/") or file in OF_SIGNPOST


_MarksBelow = dict[KeyPath, list[tuple[KeyPath, Mark]]]


@dataclass(frozen=True)
class _Laying:
    source: YamlSource
    words: YamlSource
    file: str
    """The name of the file that is laid on, under which its words stand."""
    code: Code
    called: Say
    asked: Collection[str] | None = None
    """The texts that may not lack, by their place in the file; None: none of them."""
    borrowed: bool = False
    """Are they our words for a file of somebody's own?"""

    def lay(self, node: Any, said: Any, path: KeyPath, there: KeyPath) -> Iterator[Problem]:
        """Puts what is `said` into `node`, which stands at `path`; `there` is its place in the file of words."""
        if isinstance(node, dict) and node.keys() >= {*TOGETHER}:
            if said is None:
                yield from self._lacks(path, there)
            else:
                node[self.code] = said
                self._place((*path, self.code), there)
        elif isinstance(node, (dict, list)):
            parts: Any = node
            keys = dict(_keys(node))
            if said is not None and not isinstance(said, dict):
                said = dict(enumerate(said)) if isinstance(said, list) else {}
            for key in said or ():
                if key not in keys and not self.borrowed:
                    yield self._unknown((*there, key), [str(name) for name, at in keys.items() if _holds(parts[at])])
            for key, at in keys.items():
                yield from self.lay(parts[at], (said or {}).get(key), (*path, at), (*there, key))

    def _place(self, path: KeyPath, there: KeyPath) -> None:
        """The marks of the words become those of the file they are laid in."""
        for marks, own in zip((self.source.keys, self.source.values), self._marks, strict=True):
            marks |= {(*path, *at[len(there) :]): mark for at, mark in own.get(there, ())}

    @cached_property
    def _marks(self) -> tuple[_MarksBelow, _MarksBelow]:
        """Those of the file's words, of keys and of values, by every place they stand below."""
        below: tuple[_MarksBelow, _MarksBelow] = ({}, {})
        for marks, own in zip(below, (self.words.keys, self.words.values), strict=True):
            for at, mark in own.items():
                for depth in range(1, len(at) + 1) if at[:1] == (self.file,) else ():
                    marks.setdefault(at[:depth], []).append((at, mark))
        return below

    def _lacks(self, path: KeyPath, there: KeyPath) -> Iterator[Problem]:
        if self.borrowed and self.file == _SIGNPOST:
            return  # hers as a whole: who writes one knows that nobody translated it
        if self.file not in _MAY_LACK and (self.asked is None or dotted(there[1:]) in self.asked):
            yield Problem(
                self.source.key_mark(path),
                dotted(path),
                Say(
                    f"deze tekst is er niet in het {self.called.nl}",
                    f"this text is not there in {self.called.en}",
                ),
                Say(
                    f"schrijf hem in {self._file}, onder {dotted(there)}",
                    f"write it in {self._file}, under {dotted(there)}",
                ),
                "warning" if self.asked is not None and is_of_page(self.file) else "error",
            )

    def _unknown(self, there: KeyPath, known: list[str]) -> Problem:
        return Problem(
            self.words.key_mark(there),
            dotted(there),
            Say("hier hoort geen tekst bij", "no text belongs to this"),
            Say("kies uit: " + ", ".join(known), "choose from: " + ", ".join(known)),
        )

    @property
    def _file(self) -> str:
        return "/".join(self.words.path.parts[-3:])


def _keys(node: Any) -> Iterator[tuple[str | int, str | int]]:
    """What a part of the file is called in the file of words, and where it stands."""
    if isinstance(node, dict):
        yield from ((key, key) for key in node)
        return
    for index, item in enumerate(node):
        name = index
        if isinstance(item, dict):
            english = item.get(TOGETHER[-1])
            name = item.get("id") or (english[0] if isinstance(english, list) and english else index)
        yield name, index


def _holds(node: Any) -> bool:
    """Whether there is a text in it."""
    if isinstance(node, Mapping):
        return node.keys() >= {*TOGETHER} or any(map(_holds, node.values()))
    return isinstance(node, list) and any(map(_holds, node))


def _copied(node: Any) -> Any:
    if isinstance(node, dict):
        return {key: _copied(value) for key, value in node.items()}
    return [_copied(item) for item in node] if isinstance(node, list) else node
