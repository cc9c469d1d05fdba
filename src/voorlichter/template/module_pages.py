"""Pages that are made rather than written: of each training module its own."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from voorlichter.languages import Code
from voorlichter.quiz.model import Module
from voorlichter.slots.names import name_for
from voorlichter.template.page import Page
from voorlichter.yaml_source import YamlSource

PACKED = "package.html"
"""The template of the pages that go into packages for learning systems, and into no site."""
KINDS = {"training": "module.html", "package": PACKED}
"""The pages of a module: how their names begin, and their template in overrides/."""
_WORDS = ("training_tab", "training_description", "training_pass", "training_no_score")
OWN = "own-module"
"""Stands in a skeleton for the id of an organisation's own module."""
OWN_PAGE = "own-page"
"""The same for the name of an organisation's own page."""


def make_pages(
    module: Module, source: YamlSource, language: Code, words: Mapping[str, str]
) -> Iterator[tuple[str, Page]]:
    """Each page with its file name; texts as written, with their forms of address. `words` are the interface's own."""
    for kind in KINDS:
        meta = _meta(kind, module.id, module.title.to(language), module.minutes, words, module.pass_mark)
        yield f"{kind}-{module.id}.md", _page(source, language, meta, f"::: quiz {module.id}\n")


def module_meta(module: Module, language: Code, words: Mapping[str, str]) -> tuple[str, dict[str, Any]]:
    """The file name of a module's page on a site, and what its front matter says."""
    words = {key: words.get(key, "") for key in _WORDS}
    return f"training-{module.id}.md", _meta(
        "training", module.id, module.title.to(language), module.minutes, words, module.pass_mark
    )


def make_skeletons(language: Code, words: Mapping[str, str]) -> Iterator[tuple[str, Page]]:
    """A page of each kind with nothing on it: what an organisation adds is put in the place of `[[ own.… ]]`, and of its content."""
    source = YamlSource(Path("own.yml"))
    plain = {"title": "[[ own.title ]]", "tab": "[[ own.tab ]]", "description": "[[ own.description ]]", "own": True}
    yield f"{OWN_PAGE}.md", _page(source, language, plain, "")
    for kind in KINDS:
        meta = _meta(kind, OWN, "[[ own.title ]]", "[[ own.minutes ]]", words) | {"score": "[[ own.score ]]"}
        yield f"{kind}-{OWN}.md", _page(source, language, meta, "", shows=f"::: quiz {OWN}\n")


def _meta(
    kind: str, id_: str, title: str, minutes: int | str, words: Mapping[str, str], pass_mark: int | None = None
) -> dict[str, Any]:
    flag = f"module.{name_for(id_)}"
    return {
        "title": title,
        "tab": f"{words['training_tab']} [[ {flag}.number ]]",
        "description": words["training_description"],
        "when": flag,
        "template": KINDS[kind],
        "module": id_,
        "slot": flag,
        "minutes": minutes,
        "score": f"{words['training_pass']} {pass_mark}%." if pass_mark else words["training_no_score"],
    }


def _page(source: YamlSource, language: Code, meta: Mapping[str, Any], text: str, shows: str = "") -> Page:
    """`shows` is what a page that is still empty will hold."""
    front_matter = "".join(f"{key}: {json.dumps(value, ensure_ascii=False)}\n" for key, value in meta.items())
    body = text or shows
    return Page(source.path, language, meta, source, f"---\n{front_matter}---\n\n{text}", body, frozenset())
