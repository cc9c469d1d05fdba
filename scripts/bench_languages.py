"""Measure what a language of few pages costs: its words, what it adds to a site, how long its pages take to make and to fill.

    python scripts/bench_languages.py [--rounds 5] [--write]

The site is the example in every language. Times are of the processor; filling takes turns, ten in each round, and what it takes is the median; `--write` puts the figures
into guide/figures.md.
"""

from __future__ import annotations

import argparse
import gc
import os
import re
import shutil
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path

from environment import ROOT, enter, say

EXAMPLE = "trekvogel"
DAY = date(2026, 11, 21)
_MOST = 250_000
"""Bytes that a language of few pages may add to a site."""
_SLOT = re.compile(r"\[[\[%#].*?[\]%#]\]|%\(\w+\)s|\{\d\}")


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--write", action="store_true", help="write the figures into guide/figures.md")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        os.environ["VOORLICHTER_CACHE"] = str(Path(folder).resolve() / "cache")
        table = measure(Path(folder).resolve() / "work", options.rounds)
    say(table)
    if options.write:
        from prove import write_guide

        write_guide("languages", table)
    return 0


def measure(root: Path, rounds: int) -> str:
    from voorlichter.artefacts.site.plan import Additions, plan_site
    from voorlichter.languages import shipped
    from voorlichter.organisation import Organisations
    from voorlichter.stage_one import StageOne
    from voorlichter.template.variant import variant_for
    from voorlichter.translated import read_segments
    from voorlichter.workspace import Workspace

    short = {code: row for code, row in shipped().items() if row.level != "complete"}
    sites = {"two": ["nl", "en"], "all": ["nl", "en", *short], **{code: ["nl", "en", code] for code in short}}
    make_workspace(root, sites)
    workspace = Workspace.at(root)
    stage = StageOne(workspace)
    stage.sources()
    took = {
        code: clocked(lambda code=code: stage.folder(variant_for(code, "je")))  # type: ignore[misc]
        for code in ("nl", "en", *short)
    }
    organisations = Organisations(workspace, StageOne(workspace), DAY)
    read = {slug: organisations.read(slug) for slug in sites}
    gc.freeze()  # as a build does, once it has read
    size = {slug: sum(map(len, plan_site(one, Additions()).files.values())) for slug, one in read.items()}

    def filled_in_turn() -> float:
        """How many times as long all languages take as two, one right after the other."""
        all_, two = (clocked(lambda slug=slug: plan_site(read[slug], Additions())) for slug in ("all", "two"))  # type: ignore[misc]
        return all_ / two

    lines = ["| language | words | adds to a site | its pages made |", "| --- | --: | --: | --: |"]
    for code, row in short.items():
        texts = [_SLOT.sub("", segment.target or "") for segment in read_segments(workspace, code, row.level)]
        words = sum(bool(re.search(r"\w", word)) for text in texts for word in text.split())
        lines.append(
            f"| {row.called.en} ({row.level}) | {words} | {(size[code] - size['two']) / 1000:.0f} kB | {took[code]:.1f} s |"
        )
    heavy = [row.called.en for code, row in short.items() if size[code] - size["two"] > _MOST]
    missed = f", missed by {' and '.join(heavy)}" if heavy else ""
    lines.append(f"| *held to* |  | *essential ≤ {_MOST // 1000} kB{missed}* | *Dutch: {took['nl']:.1f} s* |")
    times, share = statistics.median(filled_in_turn() for _ in range(10 * rounds)), size["all"] / size["two"]
    return "\n".join(
        [
            f"Printed by `python3 scripts/bench_languages.py` on {date.today():%-d %B %Y}; seconds of the processor.",
            "",
            *lines,
            "",
            f"Filling the site in {len(sites['all'])} languages takes {times:.2f} × filling it in two, for {share:.2f} × the bytes: "
            f"{times / share:.2f} × their share (goal ≤ 1.5 ×{', missed' if times / share > 1.5 else ''}). Read over by somebody whose own language it is: "
            f"{sum(row.read_over is not None for row in short.values())} of {len(short)}.",
        ]
    )


def make_workspace(root: Path, sites: dict[str, list[str]]) -> None:
    shutil.copytree(ROOT / "advisors", root / "advisors")
    for slug, codes in sites.items():
        folder = root / "profiles" / slug
        shutil.copytree(ROOT / "profiles" / EXAMPLE, folder)
        profile = folder / "profile.yml"
        text = re.sub(
            r"(?m)^  languages: \[nl, .*\]$", f"  languages: [{', '.join(codes)}]", profile.read_text("utf-8"), count=1
        )
        profile.write_text(text, encoding="utf-8")


def clocked(act: Callable[[], object]) -> float:
    start = time.process_time()
    act()
    return time.process_time() - start


if __name__ == "__main__":
    enter("test")
    sys.exit(main())
