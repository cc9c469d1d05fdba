"""The theme's templates as they are written: what each shows, and which include which.

A template shows what its includes, imports and parents show. Of a file of macros it shows those it calls, and no others.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import TypeVar

import jinja2
from jinja2 import nodes

from voorlichter.markdown.extension import QUIZ
from voorlichter.problems import Mark, Problem, Say
from voorlichter.slots.scan import TAG, line_and_column, scan

_ADMONITION = re.compile(r"^!!! ", re.M)
_IN_CLASS = re.compile(r'\bclass="([^"]*)"')
_IN_LIST = re.compile(r"\{:?[^{}\n]*\}")
_CLASS = re.compile(r"\.([a-z][\w-]*)")
_OF_A_BLOCK = re.compile(r"__|--")
_WORD = re.compile(r"[a-z][\w-]*")

TemplatePart = tuple[str, str]
"""A template by its path in overrides/, and one of its macros; the empty name is what stands outside them."""
WHOLE = "whole"
"""The flag of what only a language with all its pages shows; it names the part that holds it."""


@dataclass(slots=True)
class ShownByPart:
    """What one part shows by itself: its signs, and the parts it leads to, each with the line that does."""

    signs: set[str] = field(default_factory=set)
    leads: dict[TemplatePart, int] = field(default_factory=dict)


@dataclass(slots=True)
class Theme:
    """All templates in parts."""

    paths: Mapping[str, Path]
    steps: dict[TemplatePart, ShownByPart] = field(default_factory=dict)
    _signs: dict[tuple[TemplatePart, bool], set[str]] = field(default_factory=dict)

    def signs_of(self, *starts: TemplatePart, whole: bool = True) -> set[str]:
        """Of these parts and of all they lead to. A sign is a template's name, a class with its dot, or a slot.

        Without `whole`, as a language of few pages shows them.
        """
        for start in starts:
            if (start, whole) not in self._signs:
                self._signs[start, whole] = self._walk(start, whole)
        return set[str]().union(*(self._signs[start, whole] for start in starts))

    def _walk(self, start: TemplatePart, whole: bool) -> set[str]:
        seen: set[TemplatePart] = set()
        waiting, signs = [start], set[str]()
        while waiting:
            part = waiting.pop()
            if part in seen or (part[1] == WHOLE and not whole):
                continue
            seen.add(part)
            signs.add(Path(part[0]).name)
            step = self.steps.get(part, ShownByPart())
            signs |= step.signs
            waiting += step.leads
        return signs

    def rings(self) -> Iterator[Problem]:
        """A template that includes itself, through others or not, would never end. Each ring is told once, where it closes."""
        done: set[TemplatePart] = set()

        def walk(part: TemplatePart, way: tuple[TemplatePart, ...]) -> Iterator[Problem]:
            for other, line in self.steps.get(part, ShownByPart()).leads.items():
                if other in way:
                    ring = " → ".join(Path(name).name for name, _ in (*way[way.index(other) :], other))
                    yield Problem(
                        Mark(self.paths[part[0]], line),
                        Path(other[0]).name,
                        Say(f"dit onderdeel roept zichzelf op: {ring}", f"this component includes itself: {ring}"),
                        Say("haal een van deze opdrachten weg", "remove one of these includes"),
                    )
                elif other not in done:
                    yield from walk(other, (*way, other))
            done.add(part)

        for part in sorted(self.steps):
            if part not in done:
                yield from walk(part, (part,))


@lru_cache(maxsize=256)
def parse_template(text: str) -> nodes.Template:
    """A template as the engine reads it. Whoever gets it only looks, so that a text that stays as it was is read once."""
    return jinja2.Environment().parse(text)


_Kind = TypeVar("_Kind", bound=nodes.Node)


def nodes_of(tree: nodes.Template, kind: type[_Kind]) -> list[_Kind]:
    """All of a kind in a template, which is walked through once however many kinds are asked for."""
    return [node for node in _all_nodes(tree) if isinstance(node, kind)]


@lru_cache(maxsize=256)
def _all_nodes(tree: nodes.Template) -> tuple[nodes.Node, ...]:
    return tuple(tree.find_all(nodes.Node))


def read_theme(overrides: Mapping[str, Path], doors: str) -> Theme:
    """`overrides` are the theme's files by path, `doors` is the template of every door. One that cannot be read shows nothing."""
    theme = Theme({name: path for name, path in overrides.items() if name.endswith(".html")})
    for name, path in theme.paths.items():
        try:
            tree = parse_template(path.read_text(encoding="utf-8"))
        except (jinja2.TemplateSyntaxError, UnicodeDecodeError):
            continue
        theme.steps |= _take_apart(name, tree, frozenset(theme.paths), doors)
    return theme


@lru_cache(maxsize=256)
def _take_apart(name: str, tree: nodes.Template, paths: frozenset[str], doors: str) -> dict[TemplatePart, ShownByPart]:
    return _TakenApart(name, paths, doors).read(tree)


def signs_of_page(body: str) -> set[str]:
    """What the Markdown of a page shows by itself, its includes left out."""
    texts = [*_IN_CLASS.findall(body), *(" ".join(_CLASS.findall(attributes)) for attributes in _IN_LIST.findall(body))]
    signs = _signs_in(body) | {sign for text in texts for sign in _classes(text)}
    signs |= {".quiz"} if QUIZ.search(body) else set()
    return signs | ({".admonition"} if _ADMONITION.search(body) else set())


def includes_in(text: str) -> Iterator[tuple[str, int]]:
    """The components that a text includes, by file name, each with its line."""
    for tag in scan(text):
        if tag.kind == "include":
            yield tag.expression, line_and_column(text, tag.start)[0]


def template_of(component: str, paths: Collection[str], doors: str) -> str:
    """The path in overrides/ of the template that `[% include … %]` names."""
    own = f"components/{component.removesuffix('.html')}/{component}"
    return doors if own not in paths and component.startswith("door-") else own


class _TakenApart:
    """Takes one template apart."""

    def __init__(self, name: str, paths: Collection[str], doors: str) -> None:
        self.name = name
        self.paths = paths
        self.doors = doors
        self.macros: dict[str, TemplatePart] = {}
        self.files: dict[str, str] = {}
        self.texts: dict[str, list[tuple[int, str]]] = {}
        self.steps: dict[TemplatePart, ShownByPart] = {}

    def read(self, tree: nodes.Template) -> dict[TemplatePart, ShownByPart]:
        for macro in nodes_of(tree, nodes.Macro):
            self.macros[macro.name] = (self.name, macro.name)
        self.walk(tree, "")
        for part, texts in self.texts.items():
            self.take_text(self.step(part), texts)
        return self.steps

    def step(self, part: str) -> ShownByPart:
        return self.steps.setdefault((self.name, part), ShownByPart())

    def walk(self, node: nodes.Node, part: str) -> None:
        step = self.step(part)
        match node:
            case nodes.Macro():
                part = node.name
            case nodes.If(test=nodes.Name(name=name)) if name == WHOLE:
                step.leads.setdefault((self.name, WHOLE), node.lineno)
                for child in node.body:
                    self.walk(child, WHOLE)
                for child in node.else_:
                    self.walk(child, part)
                return
            case nodes.Include() | nodes.Extends():
                for name in names_in(node.template):
                    step.leads.setdefault((name, ""), node.lineno)
            case nodes.Import():
                for name in names_in(node.template):
                    self.files[node.target] = name
            case nodes.FromImport():
                for name in names_in(node.template):
                    for alias in node.names:
                        macro, called = alias if isinstance(alias, tuple) else (alias, alias)
                        self.macros[called] = (name, macro)
            case nodes.Call(node=nodes.Name(name=name)) if name in self.macros and self.macros[name] != (
                self.name,
                part,
            ):
                step.leads.setdefault(self.macros[name], node.lineno)
            case nodes.Call(node=nodes.Getattr(node=nodes.Name(name=name), attr=macro)) if name in self.files:
                step.leads.setdefault((self.files[name], macro), node.lineno)
            case nodes.TemplateData():
                self.texts.setdefault(part, []).append((node.lineno, node.data))
        for child in node.iter_child_nodes():
            self.walk(child, part)

    def take_text(self, step: ShownByPart, texts: list[tuple[int, str]]) -> None:
        """What stands around the engine's own tags; a class may go on behind one."""
        for line, text in texts:
            for component, below in includes_in(text):
                step.leads.setdefault((template_of(component, self.paths, self.doors), ""), line + below - 1)
        whole = " ".join(text for _, text in texts)
        step.signs |= _signs_in(whole)
        for written in _IN_CLASS.findall(whole):
            step.signs |= _classes(written)


def names_in(expression: nodes.Expr) -> list[str]:
    """The templates that an include names, where it names them outright."""
    items = expression.items if isinstance(expression, (nodes.List, nodes.Tuple)) else [expression]
    return [item.value for item in items if isinstance(item, nodes.Const) and isinstance(item.value, str)]


def _signs_in(text: str) -> set[str]:
    """The slots of a text, each with what it is a part of."""
    signs = set()
    for tag in scan(text):
        if tag.kind == "value":
            steps = tag.expression.split(".")
            signs |= {".".join(steps[:end]) for end in range(1, len(steps) + 1)}
    return signs


def _classes(text: str) -> set[str]:
    """The classes in a text; of `steps__number` and `steps--wide` none, for they stand in or beside their block."""
    return {f".{word}" for word in _WORD.findall(TAG.sub(" ", text)) if not _OF_A_BLOCK.search(word)}
