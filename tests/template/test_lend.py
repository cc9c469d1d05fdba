"""What a template borrows from an earlier one is what it would have made itself."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from support import REPOSITORY

from voorlichter.stage_one import StageOne
from voorlichter.template.lend import find_lender, made_from
from voorlichter.template.variant import variant_for
from voorlichter.user_folders import CACHE
from voorlichter.workspace import Workspace

VARIANT = variant_for("nl", "je")
TEMPLATES = "cache/templates"


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A workspace with a template."""
    root = tmp_path_factory.mktemp("lending")
    (root / "profiles").mkdir()
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv(CACHE, str(root / "cache"))
        StageOne(Workspace.at(root)).folder(VARIANT)
    return root


@pytest.fixture
def root(made: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Its copy, with a cache of its own."""
    monkeypatch.setenv(CACHE, str(tmp_path / "workspace" / "cache"))
    return Path(shutil.copytree(made, tmp_path / "workspace"))


def edit(root: Path, name: str, old: str, new: str) -> None:
    text = (REPOSITORY / name).read_text(encoding="utf-8")
    assert old in text, f"{name} holds {old}"
    (root / name).parent.mkdir(parents=True, exist_ok=True)
    (root / name).write_text(text.replace(old, new, 1), encoding="utf-8")


def files(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def lends(root: Path) -> bool:
    stage_one = StageOne(Workspace.at(root))
    own = made_from(stage_one.workspace, stage_one.sources(), VARIANT)
    return find_lender(root / TEMPLATES, VARIANT, own) is not None


PAGE = "docs/nl/gesprek.md"
EDITS: dict[str, Callable[[Path], None]] = {
    "a text": lambda root: edit(root, PAGE, "# Zo gaat een gesprek", "# Hoe het nu gaat"),
    "a pictogram": lambda root: edit(root, "docs/nl/kort-mij.md", ":pictogram-walk: Doe", ":pictogram-close: Doe"),
    "what a page shows": lambda root: edit(
        root, PAGE, "# Zo gaat een gesprek", '# Nu\n\n[% include "signpost.html" %]\n'
    ),
    "a title": lambda root: edit(root, PAGE, "title: ", "title: Nieuw, "),
    "an include": lambda root: edit(root, "overrides/partials/nav-item.html", "md-nav__group", "md-nav__part"),
    "a component": lambda root: edit(root, "overrides/components/help-lines/help-lines.html", "<", "<!-- x --><"),
    "the data": lambda root: edit(root, "data/help.yml", "nl: Spoed, politie,", "nl: Nu meteen, politie,"),
    "the theme": lambda root: edit(root, "overrides/brand.css", "{", "{ --new: 1;"),
}


@pytest.mark.proof
@pytest.mark.parametrize("change", EDITS)
def test_a_template_that_borrows_is_the_one_made_from_nothing(change: str, root: Path) -> None:
    EDITS[change](root)
    borrowed = files(StageOne(Workspace.at(root)).folder(VARIANT).path)
    shutil.rmtree(root / TEMPLATES)
    assert borrowed == files(StageOne(Workspace.at(root)).folder(VARIANT).path)


def test_only_the_text_of_a_page_may_differ_from_a_template_that_lends(root: Path) -> None:
    assert lends(root)
    for change, do in EDITS.items():
        if change not in ("a text", "a pictogram"):
            other = root.with_name(change)
            shutil.copytree(root, other)
            do(other)
            assert not lends(other), change
    EDITS["a text"](root)
    assert lends(root)
