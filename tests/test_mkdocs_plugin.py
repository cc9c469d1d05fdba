"""Plain `mkdocs build` at the root gives the very pages of `voorlichter build`, in the profile's first language; the code of the site, which holds all languages, stays open."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from support import uncoded

ROOT = Path(__file__).parents[1]
SLUGS = sorted(path.parent.name for path in (ROOT / "profiles").glob("*/profile.yml"))
SAMPLE = SLUGS if os.environ.get("EVERY_PAGE") == "true" else SLUGS[:1]
"""One of the examples; scripts/prove.py compares them all."""


def run(command: str, *arguments: str, **environment: str) -> None:
    program = shutil.which(command, path=str(Path(sys.executable).parent)) or command
    done = subprocess.run(
        [program, *arguments], cwd=ROOT, env={**os.environ, **environment}, capture_output=True, text=True
    )
    assert done.returncode == 0, done.stdout + done.stderr


def pages(folder: Path) -> dict[str, bytes]:
    wanted = [*folder.glob("*.html"), folder / "assets/site.css", folder / "assets/search-data.js"]
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in wanted}


@pytest.mark.slow
@pytest.mark.parametrize("slug", SAMPLE)
def test_mkdocs_build_gives_the_pages_of_voorlichter_build(slug: str, tmp_path: Path) -> None:
    run("voorlichter", "build", slug, "-C", str(ROOT), "-o", str(tmp_path / "ours"))
    settings = {"VOORLICHTER_PROFILE": slug, "NO_MKDOCS_2_WARNING": "1"}
    run("mkdocs", "build", "--strict", "--quiet", "--site-dir", str(tmp_path / "mkdocs"), **settings)
    theirs = pages(tmp_path / "mkdocs")
    empty = uncoded(tmp_path / "ours" / slug)
    ours = {name: empty[name] for name in pages(tmp_path / "ours" / slug)}
    assert sorted(theirs) == sorted(ours)
    assert [name for name in ours if theirs[name] != ours[name]] == []


def test_an_unknown_profile_is_told_by_name(tmp_path: Path) -> None:
    program = shutil.which("mkdocs", path=str(Path(sys.executable).parent)) or "mkdocs"
    environment = {**os.environ, "VOORLICHTER_PROFILE": "vuurtorn", "LC_ALL": "C.UTF-8"}
    done = subprocess.run(
        [program, "build", "--site-dir", str(tmp_path / "site")],
        cwd=ROOT,
        env=environment,
        capture_output=True,
        text=True,
    )
    assert done.returncode == 1
    assert "vuurtorn" in done.stderr
    assert "Traceback" not in done.stderr
    assert not list(tmp_path.rglob("*.html"))
