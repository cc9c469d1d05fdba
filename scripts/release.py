"""Build, check and upload a release. Without --upload nothing leaves this computer.

    python scripts/release.py             what stands in the way; dist/ with the wheel and the sources; build/pages with all
                                          that is put online, and its zip; build/…cdx.json, what it is made of; a dry run of the upload
    python scripts/release.py --upload    the same, the upload to PyPI, and the tag

The upload is uv's: it asks for a token in UV_PUBLISH_TOKEN. The tag is pushed by hand, when PyPI shows the version;
.github/workflows/pages.yml then makes the same folder, puts it on GitHub Pages and its zip with the release.
"""

from __future__ import annotations

import argparse
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from environment import ROOT, VENV, enter, program, run, say, stop
from lock import fetch_uv


def find_obstacles(root: Path, version: str) -> Iterator[str]:
    """Everything in the sources that says that this version is not ready."""
    changes = (root / "CHANGELOG.md").read_text(encoding="utf-8")
    if not re.search(rf"(?m)^## \[{re.escape(version)}\] - \d{{4}}-\d\d-\d\d$", changes):
        yield f"CHANGELOG.md: {version} has no date; write: ## [{version}] - year-month-day"
    for path in sorted((root / "publish").glob("*.yml")):
        for named in re.findall(r"voorlichter==(\S+)", path.read_text(encoding="utf-8")):
            if named != version:
                yield f"publish/{path.name}: installs {named}; write: voorlichter=={version}"
    kept = f"tests/releases/{version}"
    if not (root / kept / "profiles").is_dir():
        yield (
            f"{kept}: no workspace of this version is among the tests; make it: "
            f"voorlichter new zeester --answers tests/releases/answers.yml -C {kept}, and take *.schema.json and .gitignore out"
        )


def find_obstacles_in_git(version: str) -> Iterator[str]:
    if _git("status", "--porcelain"):
        yield "there are changes that are not committed; commit them"
    if f"v{version}" in _git("tag").split():
        yield f"the tag v{version} is there already; write the next version in src/voorlichter/__init__.py"


def build(target: Path) -> list[Path]:
    """The wheel and the sources, and nothing else."""
    shutil.rmtree(target, ignore_errors=True)
    run([str(program(VENV, "python")), "-m", "hatchling", "build", "-d", str(target)])
    return sorted(target.iterdir())


def build_pages(version: str) -> Path:
    """What is put online, whole or not at all, packed as it goes with the release."""
    packed = ROOT / "build" / f"voorlichter-pages-{version}.zip"
    python = str(program(VENV, "python"))
    run([python, "scripts/studio.py"])
    run([python, "scripts/pages.py", str(ROOT / "build" / "pages"), "--whole", "--zip", str(packed)])
    return packed


def write_bom(version: str) -> Path:
    """What the program is made of, as it is installed here from the lock."""
    bom = ROOT / "build" / f"voorlichter-{version}.cdx.json"
    bom.parent.mkdir(exist_ok=True)
    run([str(program(VENV, "voorlichter")), "sbom", "-o", str(bom)])
    return bom


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--upload", action="store_true", help="upload to PyPI and set the tag")
    upload = options.parse_args().upload
    from voorlichter import __version__

    obstacles = [*find_obstacles(ROOT, __version__), *find_obstacles_in_git(__version__)]
    for obstacle in obstacles:
        say(obstacle)
    if obstacles and upload:
        stop("Nothing was uploaded.")
    files = build(ROOT / "dist")
    for path in files:
        say(f"{path.relative_to(ROOT)} ({path.stat().st_size // 1024} kB)")
    for path in (write_bom(__version__), build_pages(__version__)):
        say(f"{path.relative_to(ROOT)} ({path.stat().st_size // 1024} kB)")
    with tempfile.TemporaryDirectory() as scratch:
        uv = fetch_uv(Path(scratch))
        run([str(uv), "publish", *([] if upload else ["--dry-run", "--token", "none"]), *map(str, files)])
    if upload:
        run(["git", "tag", "-a", f"v{__version__}", "-m", f"Voorlichter {__version__}"])
        say(f"Uploaded, and tagged v{__version__}. Push the tag with: git push origin v{__version__}")
    sys.exit(1 if obstacles else 0)


def _git(*arguments: str) -> str:
    return subprocess.run(["git", *arguments], cwd=ROOT, capture_output=True, text=True, check=True).stdout


if __name__ == "__main__":
    enter("test")
    main()
