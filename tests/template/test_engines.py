"""The program that makes the pages can be another: the sites stay the same bytes."""

from __future__ import annotations

import importlib.util
import os
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from support import REPOSITORY, TODAY, files_of, run, run_alone

from voorlichter.template.engines import ENGINES, VARIABLE

IN_PROVE = "zensical"
"""scripts/prove.py zensical installs it and tries this file once more."""
OTHERS = [name for name in ENGINES[1:] if name != IN_PROVE or importlib.util.find_spec(name)]


EXAMPLES = ("vuurtoren", *(("ooverlaar",) if os.environ.get("EVERY_PAGE") == "true" else ()))
"""Together in both languages and both forms of address."""


@pytest.mark.proof
@pytest.mark.slow
@pytest.mark.parametrize("slug", EXAMPLES)
@pytest.mark.parametrize("engine", OTHERS)
def test_a_site_is_the_same_bytes_from_every_engine(
    examples: Path, new_workspace: Callable[..., Path], engine: str, slug: str
) -> None:
    profile = (REPOSITORY / "profiles" / slug / "profile.yml").read_text(encoding="utf-8")
    root = new_workspace({f"profiles/{slug}/profile.yml": profile})
    for path in (*(REPOSITORY / "advisors").glob("*.*"), *(REPOSITORY / "profiles" / slug).glob("*.*")):
        target = root / path.relative_to(REPOSITORY)
        target.parent.mkdir(exist_ok=True)
        target.write_bytes(path.read_bytes())
    answer = run("build", slug, "-C", root, "--lang", "en", "--date", TODAY, "--engine", engine)
    assert answer.code == 0, answer.err
    assert "Making the pages" in answer.err, "nothing of the other engine counts"
    theirs, ours = files_of(root / "site" / slug), files_of(examples / "site" / slug)
    assert theirs.pop("manifest.json") != ours.pop("manifest.json"), "it says what a site was made from"
    assert theirs == ours


@pytest.mark.parametrize("way", ["--engine", VARIABLE])
def test_an_engine_that_is_not_installed_is_told_with_what_to_give(workspace: Path, tmp_path: Path, way: str) -> None:
    (tmp_path / "sitecustomize.py").write_text(
        "import importlib.metadata as known\n_version = known.version\n"
        "def version(name):\n"
        "    if name == 'properdocs':\n        raise known.PackageNotFoundError(name)\n    return _version(name)\n"
        "known.version = version\n"
    )
    named = ["--engine", OTHERS[0]] if way == "--engine" else []
    env = {"PYTHONPATH": os.pathsep.join([str(tmp_path), *sys.path]), VARIABLE: "" if named else OTHERS[0]}
    answer = run_alone("build", "-C", workspace, "--lang", "en", *named, env=env)
    assert answer.code == 1
    assert "properdocs is not installed here" in answer.err and "pip install 'voorlichter[properdocs]'" in answer.err


def test_every_engine_is_here_to_be_tried() -> None:
    assert [name for name in ENGINES if importlib.util.find_spec(name) is None and name != IN_PROVE] == []
