"""Pages that are made rather than written: of each training module its own."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

import yaml

from voorlichter.languages import Code
from voorlichter.quiz.model import Module
from voorlichter.slots.names import name_for
from voorlichter.template.page import Page
from voorlichter.yaml_source import YamlSource

PACKED = "package.html"
"""The template of the pages that go into packages for learning systems, and into no site."""
KINDS = {"training": "module.html", "package": PACKED}
"""The pages of a module: how their names begin, and their template in overrides/."""


def make_pages(
    module: Module, source: YamlSource, language: Code, words: Mapping[str, str]
) -> Iterator[tuple[str, Page]]:
    """Each page with its file name; texts as written, with their forms of address. `words` are the interface's own."""
    flag = f"module.{name_for(module.id)}"
    for kind, template in KINDS.items():
        meta: dict[str, Any] = {
            "title": module.title.to(language),
            "tab": f"{words['training_tab']} [[ {flag}.number ]]",
            "description": words["training_description"],
            "when": flag,
            "template": template,
            "module": module.id,
            "slot": flag,
            "about": module.about.to(language) if module.about else "",
            "minutes": module.minutes,
        }
        body = f"::: quiz {module.id}\n"
        front_matter = yaml.safe_dump(meta, allow_unicode=True, sort_keys=False, width=10_000)
        yield (
            f"{kind}-{module.id}.md",
            Page(source.path, language, meta, source, f"---\n{front_matter}---\n\n{body}", body, frozenset()),
        )
