"""Write the locks: every package at one version, with the hash of each of its files, for every system and Python we support.

    python scripts/lock.py             the newest versions that pyproject.toml allows
    python scripts/lock.py --keep      only what pyproject.toml newly asks for

The resolver is uv, because one run covers Linux, macOS and Windows; here it lives in an environment of its own. The locks
for building and testing name it too, for it installs them.
requirements/build.txt is what building sites and kits needs, requirements/test.txt adds the checks, and
requirements/tab.txt is what of them runs in a browser, with what takes the place of the rest.
"""

from __future__ import annotations

import argparse
import re
import subprocess
import sys
import tempfile
import tomllib
from pathlib import Path

from environment import ROOT, program, run, say, stop

_UV = "uv==0.13.9"
_HEADER = "# Made by scripts/lock.py; change pyproject.toml and run it again.\n"
_IN_TAB = """
    annotated-types coloraide defusedxml email-validator icalendar idna jinja2 justhtml markdown markupsafe phonenumberslite
    pydantic pydantic-core pymdown-extensions python-dateutil pyyaml segno six typing-extensions typing-inspection typst tzdata
"""
_PLACE = re.compile(r"https?://|file:|^\s*-(?!-hash)", re.M)


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--keep", action="store_true", help="keep the versions of the present locks")
    keep = options.parse_args().keep
    folder = ROOT / "requirements"
    backend = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["build-system"]["requires"]
    with tempfile.TemporaryDirectory() as scratch:
        uv = fetch_uv(Path(scratch))
        for name, extra in (
            ("test", ["--extra", "test"]),
            ("build", ["--extra", "kit", "--constraint", str(folder / "test.txt")]),
            ("tab", []),
        ):
            target = folder / f"{name}.txt"
            # uv takes over the versions of a file that is already there.
            draft = Path(scratch) / f"{name}.txt"
            if keep and target.is_file():
                draft.write_bytes(target.read_bytes())
            say(f"Resolving requirements/{name}.txt …")
            if name == "tab":
                _compile(uv, ["-"], ["--no-deps", "--constraint", str(folder / "test.txt")], _IN_TAB.split(), draft)
            else:
                _compile(uv, ["pyproject.toml", "-"], extra, [*backend, _UV], draft)
            text = draft.read_text(encoding="utf-8")
            if _PLACE.search(text):
                stop(f"requirements/{name}.txt would name a place to download from; it must not")
            target.write_text(_HEADER + text, encoding="utf-8", newline="\n")


def fetch_uv(scratch: Path) -> Path:
    """The resolver, in an environment of its own."""
    say(f"Fetching {_UV} …")
    run([sys.executable, "-m", "venv", str(scratch / "uv")])
    run([str(program(scratch / "uv", "python")), "-m", "pip", "-qq", "--disable-pip-version-check", "install", _UV])
    return program(scratch / "uv", "uv")


def _compile(uv: Path, sources: list[str], extra: list[str], asked: list[str], target: Path) -> None:
    command = [
        str(uv),
        "--no-config",
        "--quiet",
        "pip",
        "compile",
        *sources,
        *extra,
        "--universal",
        "--python-version",
        "3.11",
        "--only-binary",
        ":all:",
        "--generate-hashes",
        "--no-header",
        "--no-annotate",
        "--no-emit-index-url",
        "-o",
        str(target),
    ]
    done = subprocess.run(command, cwd=ROOT, input="\n".join(asked), text=True)
    if done.returncode:
        stop("uv found no set of versions that fits; its message stands above")


if __name__ == "__main__":
    main()
