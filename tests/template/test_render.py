"""A page rendered without the engine is the page that the engine makes: whoever adds a passage gets what our own pages have."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from voorlichter.languages import complete, shipped
from voorlichter.template.build import prepare_page
from voorlichter.template.compose import write_modules
from voorlichter.template.render import PageRenderer
from voorlichter.template.sources import Sources, check_sources
from voorlichter.template.stored import cached_template, hash_sources
from voorlichter.template.variant import Variant, all_variants
from voorlichter.workspace import Workspace

CONTENT = re.compile(r"\[# content #\](.*?)\[# /content #\]", re.S)


@pytest.fixture(scope="module")
def sources(examples: Path) -> Sources:
    return check_sources(Workspace.at(examples))[0]


@pytest.mark.parametrize("variant", all_variants(complete(shipped())), ids=lambda variant: variant.name)
def test_every_page_is_what_the_engine_makes_of_it(
    variant: Variant, sources: Sources, examples: Path, tmp_path: Path
) -> None:
    workspace = Workspace.at(examples)
    template = cached_template(workspace, hash_sources(workspace)[variant], variant)
    assert template is not None
    write_modules(sources, variant, tmp_path)
    renderer = PageRenderer(workspace, variant, tmp_path)
    differ = []
    for name, page in sources.pages[variant.language].items():
        made = CONTENT.search((template.path / "pages" / f"{Path(name).stem}.html").read_text(encoding="utf-8"))
        assert made, f"{name} does not say where its content stands"
        if prepare_page(renderer.render(page.body), sources, variant).strip() != made[1].strip():
            differ.append(name)
    assert differ == []
