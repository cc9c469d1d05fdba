"""Imports run one way, and one part alone knows the engine."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

import voorlichter

PACKAGE = Path(voorlichter.__file__).parent
LAYERS = (
    {"problems", "signs", "lists", "__init__"},
    {"turns", "yaml_source", "yaml_explain", "yaml_typed", "cache", "swap", "svg_raster", "person_names"},
    {"workspace", "brand", "qr", "pictures", "zip_file", "slots"},
    {"prose", "vcard", "typesetting", "presentation", "ics"},
    {"model_problems"},
    {"profile", "quiz"},
    {"markdown", "template", "site"},
    {"stage_one", "record", "output"},
    {"organisation"},
    {"artefacts"},
    {"publish", "training", "kit", "annual_report"},
    {"site_maker"},
    {"build"},
    {"changes", "reading", "review"},
    {"mkdocs_plugin", "cli", "preview", "__main__"},
)
"""A part may import from its own layer and from those above it in this list."""


def imports(path: Path) -> Iterator[str]:
    """Every module a file imports."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path.name} imports by a relative name"
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def part_of(module: str) -> str:
    name = module.split(".")[1] if "." in module else "__init__"
    return name if name != "__version__" else "__init__"


FILES = sorted(path for path in PACKAGE.rglob("*.py") if "defaults" not in path.parts)


def part_of_file(path: Path) -> str:
    return path.relative_to(PACKAGE).parts[0].removesuffix(".py")


def layer_of(part: str) -> int:
    return next(number for number, parts in enumerate(LAYERS) if part in parts)


def test_every_part_has_its_layer() -> None:
    assert {part_of_file(path) for path in FILES} - {part for parts in LAYERS for part in parts} == set()


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.relative_to(PACKAGE).as_posix())
def test_imports_run_one_way(path: Path) -> None:
    part = part_of_file(path)
    wrong = [
        module
        for module in imports(path)
        if module.split(".")[0] == "voorlichter" and layer_of(part_of(module)) > layer_of(part)
    ]
    assert wrong == []


@pytest.mark.parametrize("path", [path for path in FILES if part_of_file(path) == "site"], ids=lambda path: path.name)
def test_stage_two_knows_no_page_and_no_engine(path: Path) -> None:
    parts = {part_of(module) for module in imports(path) if module.startswith("voorlichter")}
    assert parts.isdisjoint({"template", "markdown", "quiz"})


@pytest.mark.parametrize(
    "path",
    [path for path in FILES if part_of_file(path) in ("template", "markdown", "quiz")],
    ids=lambda path: path.name,
)
def test_stage_one_knows_no_organisation(path: Path) -> None:
    modules = set(imports(path)) - {"voorlichter.profile.rules.Vocabulary"}
    assert not any(
        module.startswith(
            ("voorlichter.site", "voorlichter.profile.model", "voorlichter.profile.read", "voorlichter.profile.rules")
        )
        for module in modules
    )


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.relative_to(PACKAGE).as_posix())
def test_only_stage_one_and_the_plugin_know_the_engine(path: Path) -> None:
    engines = {module.split(".")[0] for module in imports(path)} & {"mkdocs", "material", "properdocs", "zensical"}
    assert not engines or part_of_file(path) in ("template", "mkdocs_plugin")


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.relative_to(PACKAGE).as_posix())
def test_no_file_is_named_after_nothing(path: Path) -> None:
    assert path.stem not in ("utils", "helpers", "common", "misc", "manager")
