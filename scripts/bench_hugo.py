"""A whole build against Hugo, the fastest of the common site generators: part of scripts/bench.py.

Hugo gets the same pages as Markdown and one layout with the menu of all of them. It is there where somebody put it:
`pip install --require-hashes -r requirements/bench.txt`; without it these rows stay away.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from environment import ROOT

_SETTINGS = """baseURL = "https://voorlichting.example/"
title = "Voorlichter"
disableKinds = ["taxonomy", "term", "RSS", "sitemap", "section", "home", "404"]
[markup.goldmark.renderer]
unsafe = true
"""
_LAYOUT = """<!doctype html><html><head><title>{{ .Title }}</title></head><body><nav><ul>
{{ range .CurrentSection.RegularPages }}<li><a href="{{ .RelPermalink }}">{{ .Title }}</a></li>{{ end }}
</ul></nav><main>{{ .Content }}</main></body></html>
"""


_AT_HAND = "of sites that are gone, with templates at hand"


def measure_hugo(
    make_workspace: Callable[[Path, int], None], count: int, memory: Path, rounds: int, day: str
) -> Iterator[tuple[list[float], str, str]]:
    """Of each figure the ratio in every round, its name and its goal; nothing where there is no Hugo."""
    hugo = shutil.which("hugo", path=str(Path(sys.executable).parent)) or shutil.which("hugo")
    if hugo is None:
        return
    with tempfile.TemporaryDirectory(dir=memory) as folder:
        base = Path(folder).resolve()
        make_workspace(base / "work", count)
        together = base / "together"
        alone = [base / f"site-{number}" for number in range(count)]
        for number, site in enumerate(alone):
            _write_site(site, ["site"])
            _write_site(together, [f"site-{number}"])
        build = [sys.executable, "-m", "voorlichter", "build", "-C", str(base / "work"), "--jobs", "1", "--date", day]
        _run(build)
        ratios: dict[str, list[float]] = {}
        for _ in range(rounds):
            by_process = sum(_run([hugo, "--source", str(site)]) for site in alone)
            in_one = _run([hugo, "--source", str(together)])
            anew = _run([*build, "--force"])
            shutil.rmtree(base / "work" / "site")
            at_hand = _run(build)
            for name, ratio in (
                (f"Hugo, a process a site / a whole `voorlichter build`, {_AT_HAND}", by_process / at_hand),
                (f"Hugo, all in one process / a whole `voorlichter build`, {_AT_HAND}", in_one / at_hand),
                ("Hugo, a process a site / the same with `--force`, which makes the templates too", by_process / anew),
            ):
                ratios.setdefault(f"{count} sites: {name}", []).append(ratio)
        yield from (
            (seen, name, goal) for (name, seen), goal in zip(ratios.items(), ("≥ 10 ×", "≥ 4 ×", ""), strict=True)
        )


def _write_site(folder: Path, names: list[str]) -> None:
    for name in names:
        for language in ("nl", "en"):
            section = folder / "content" / f"{name}-{language}"
            section.mkdir(parents=True)
            for page in sorted((ROOT / "docs" / language).glob("*.md")):
                _, front, body = page.read_text(encoding="utf-8").split("---\n", 2)
                title = next(line for line in front.splitlines() if line.startswith("title:"))
                own_name = page.name.replace("index.md", "start.md")  # an index swallows the pages beside it
                section.joinpath(own_name).write_text(f"---\n{title}\n---\n{body}", encoding="utf-8")
    (folder / "hugo.toml").write_text(_SETTINGS, encoding="utf-8")
    (folder / "layouts" / "_default").mkdir(parents=True, exist_ok=True)
    (folder / "layouts" / "_default" / "single.html").write_text(_LAYOUT, encoding="utf-8")


def _run(command: list[str]) -> float:
    start = time.perf_counter()
    done = subprocess.run(command, capture_output=True, text=True)
    if done.returncode:
        sys.exit(f"{' '.join(command)} failed:\n{done.stderr}{done.stdout}")
    return time.perf_counter() - start
