"""Measure how fast sites are made, as ratios against a baseline in the same run, on one core.

    python scripts/bench.py [--sites 100,1000] [--rounds 5] [--only studio|line] [--large] [--write] [--profile]

Sites are copies of the examples, each with its own names, numbers and brand colour. Every figure is the median of
the rounds; what is compared takes turns, site by site. `--write` puts the figures into guide/figures.md, `--profile`
shows where filling spends its time, `--only studio` measures the studio alone, `--only line` the first visit on a slow
line, both in a browser, `--large` 10,000 sites or as many as there is memory for. W is a loop that writes 95 files of together 1,913 kB a site.
"""

from __future__ import annotations

import argparse
import colorsys
import cProfile
import gc
import os
import pstats
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import threading
import time
import urllib.request
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from bench_hugo import measure_hugo
from bench_kit import measure_kits
from bench_large import measure_large
from bench_line import measure_line
from bench_studio import measure_studio
from environment import ROOT, enter, say

DAY = date(2026, 11, 21)
NUMBER = "020 000 00 01"
TONGUES = "trekvogel"
"""The example in twelve languages, which has figures of its own."""


@dataclass
class Figure:
    name: str
    value: str
    goal: str = ""


def make_workspace(folder: Path, count: int) -> None:
    """A workspace of copies; every third uses each example, two of three the shared advisor."""
    os.environ["VOORLICHTER_CACHE"] = str(folder / ".voorlichter")
    shutil.copytree(ROOT / "advisors", folder / "advisors")
    examples = sorted(path.name for path in (ROOT / "profiles").iterdir() if path.is_dir() and path.name != TONGUES)
    for number in range(count):
        example = ROOT / "profiles" / examples[number % len(examples)]
        target = folder / "profiles" / f"{example.name}-{number:04}"
        shutil.copytree(example, target)
        red, green, blue = (
            round(255 * part) for part in colorsys.hsv_to_rgb(number * 0.618 % 1, 0.75, 0.3 + 0.6 * (number % 7) / 7)
        )
        text = (target / "profile.yml").read_text(encoding="utf-8")
        text = re.sub(r"(?m)^(  name: )(.+)$", rf"\1\2 {number}", text, count=1)
        text = re.sub(r'color: "#\w+"', f'color: "#{red:02x}{green:02x}{blue:02x}"', text)
        text = re.sub(r'"0(\d\d) 000 (\d\d) (\d\d)"', rf'"0\1 0{number % 100:02} \2 \3"', text)
        text = text.replace("devuurtoren.example/vertrouwenspersoon", f"devuurtoren.example/{number}")
        (target / "profile.yml").write_text(text, encoding="utf-8")


def write_plainly(files: dict[str, bytes], folder: str) -> None:
    """The baseline: the same bytes to new files, with nothing around it."""
    made = set()
    for name, data in files.items():
        path = os.path.join(folder, name)
        parent = os.path.dirname(path)
        if parent not in made:
            os.makedirs(parent, exist_ok=True)
            made.add(parent)
        with open(path, "wb") as file:
            file.write(data)


def write_yardstick(folder: str) -> None:
    """What a site was on 22 November 2026: 95 files of together 1,913 kB. A leaner site does not look slower by it."""
    write_plainly({f"{number}.html": b"x" * (1_913_000 // 95) for number in range(95)}, folder)


@dataclass
class Round:
    """Seconds of one round over all sites."""

    fill: float = 0.0
    read: float = 0.0
    plain: float = 0.0
    yardstick: float = 0.0
    bytes: int = 0


class Filling:
    """Stage 2 over a workspace, timed against the plain loop."""

    def __init__(self, workspace_folder: Path, output: Path) -> None:
        from voorlichter.cache import open_cache
        from voorlichter.stage_one import StageOne
        from voorlichter.workspace import Workspace

        self.workspace = Workspace.at(workspace_folder)
        self.output = output
        self.stage_one = StageOne(self.workspace)
        self.cache = open_cache()
        self.slugs = self.workspace.slugs()

    def round(self, cold: bool, keep: bool = False) -> Round:
        """Fill every site and write the same bytes plainly, in turns. Cold: pictures, colours and QR are made anew."""
        from voorlichter.artefacts.site.plan import Additions, plan_site
        from voorlichter.artefacts.site.write import render_manifest, write_site
        from voorlichter.cache import Cache
        from voorlichter.organisation import Organisation
        from voorlichter.profile.check import check_profile
        from voorlichter.profile.read import read_profile
        from voorlichter.site.media import read_media
        from voorlichter.workspace import MANIFEST

        result = Round()
        if cold:
            from voorlichter import brand

            brand._palette.cache_clear()
        cache = Cache(None) if cold else self.cache
        clock = time.perf_counter
        for index, slug in enumerate(self.slugs):
            target = self.output / slug
            start = clock()
            source = read_profile(self.workspace, slug)
            profile, _ = check_profile(source, self.stage_one.vocabulary(), DAY)
            read = clock()
            assert profile is not None, f"{slug} has errors"
            media, _ = read_media(self.workspace, source, profile, cache)
            plan = plan_site(
                Organisation(slug, source, profile, media, self.stage_one.templates(profile), DAY), Additions()
            )
            manifest = render_manifest(plan, self.stage_one.hash_for(profile), "profile")
            write_site(plan, manifest, target)
            filled = clock()
            files = {**plan.files, MANIFEST: manifest}
            plain = str(self.output / f"plain-{index}")
            before = clock()
            write_plainly(files, plain)
            after = clock()
            shutil.rmtree(plain)
            os.mkdir(plain)
            begun = clock()
            write_yardstick(plain)
            result.yardstick += clock() - begun
            result.read += read - start
            result.fill += filled - read
            result.plain += after - before
            result.bytes += sum(map(len, files.values()))
            shutil.rmtree(plain)
            if not keep:
                shutil.rmtree(target)
        return result

    def warm(self) -> None:
        """Load templates and fill the cache, as the first build of a day does."""
        self.round(cold=False)
        gc.collect()
        gc.freeze()


def medians(rounds: int, step: Callable[[], list[float]]) -> list[float]:
    """The median of each of the figures that a step gives, over the rounds."""
    return [statistics.median(column) for column in zip(*(step() for _ in range(rounds)), strict=True)]


def measure_filling(count: int, memory: Path, disk: Path, rounds: int) -> Iterator[Figure]:
    with tempfile.TemporaryDirectory(dir=memory) as folder:
        base = Path(folder).resolve()
        make_workspace(base / "work", count)
        filling = Filling(base / "work", base / "out")
        filling.output.mkdir()
        filling.warm()

        def step(cold: bool) -> list[float]:
            r = filling.round(cold)
            return [
                r.fill / r.plain,
                r.read / r.plain,
                1000 * r.fill / count,
                1000 * r.plain / count,
                1000 * r.read / count,
                r.bytes / count,
                r.fill / r.yardstick,
            ]

        cached = medians(rounds, lambda: step(False))
        cold = medians(rounds, lambda: step(True))
        yield Figure(
            f"{count} sites, in memory, cached: filling / writing the same bytes",
            f"{cached[0]:.2f} × ({cached[2]:.2f} / {cached[3]:.2f} ms a site, {cached[5] / 1000:.0f} kB)",
        )
        yield Figure(f"{count} sites, in memory, cached: filling / W", f"{cached[6]:.2f} ×", "≤ 1.8 ×")
        yield Figure(
            f"{count} sites, in memory, cold (pictures, colours, QR made anew)",
            f"{cold[0]:.2f} × ({cold[2]:.2f} ms a site)",
        )
        yield Figure(
            f"{count} sites: reading and checking a profile, beside the same bytes",
            f"{cached[1]:.2f} × ({cached[4]:.2f} ms a site)",
        )
        with tempfile.TemporaryDirectory(dir=disk) as other:
            filling.output = Path(other).resolve()
            on_disk = medians(rounds, lambda: step(False))
            yield Figure(f"{count} sites, on disk, cached: filling / writing the same bytes", f"{on_disk[0]:.2f} ×")
        filling.output = base / "out"

        def beside_copy() -> list[float]:
            r = filling.round(cold=False, keep=True)
            start = time.perf_counter()
            subprocess.run(["cp", "-r", str(filling.output), str(base / "copy")], check=True)
            copied = time.perf_counter() - start
            for path in (base / "copy", filling.output):
                shutil.rmtree(path)
            filling.output.mkdir()
            return [r.fill / copied]

        if shutil.which("cp"):
            yield Figure(
                f"{count} sites, in memory: filling / cp -r of the result", f"{medians(rounds, beside_copy)[0]:.2f} ×"
            )


def measure_engine(memory: Path, rounds: int) -> Iterator[Figure]:
    """One `mkdocs build` of the same pages, without starting Python, against filling one language of one site."""
    from mkdocs.commands.build import build
    from mkdocs.config import load_config

    from voorlichter.organisation import Organisations
    from voorlichter.stage_one import StageOne, variants_of
    from voorlichter.swap import write_files
    from voorlichter.template.compose import write_project
    from voorlichter.workspace import Workspace

    workspace = Workspace.at(ROOT)
    with tempfile.TemporaryDirectory(dir=memory) as folder:
        base = Path(folder).resolve()
        organisations = Organisations(workspace, StageOne(workspace), DAY)
        sources = organisations.stage_one.sources()

        def step() -> list[float]:
            engine = filled = 0.0
            for slug in workspace.slugs():
                organisation = organisations.read(slug)
                for variant in variants_of(organisation.profile):
                    project = base / "project"
                    project.mkdir()
                    settings = write_project(workspace, sources, variant, project).settings
                    (project / "mkdocs.yml").write_text("{}", encoding="utf-8")
                    start = time.perf_counter()
                    build(load_config(str(project / "mkdocs.yml"), **settings))
                    engine += time.perf_counter() - start
                    shutil.rmtree(project)
                    template = organisation.templates[variant.language]
                    target = base / "filled"
                    gc.collect()
                    start = time.perf_counter()
                    pages = template.fill(organisation.slots(variant.language))
                    target.mkdir()
                    write_files({**pages, **template.files, **organisation.media.files}, target)
                    filled += time.perf_counter() - start
                    shutil.rmtree(target)
            return [engine / filled]

        step()
        yield Figure(
            "One `mkdocs build` of the same pages / filling them, per site and language (sample: the examples; scaled to any number of sites)",
            f"{medians(rounds, step)[0]:.0f} ×",
            "≥ 100 ×",
        )


def measure_rebuilding(count: int, memory: Path, rounds: int) -> Iterator[Figure]:
    """What a second build does, through the same code as the command."""
    from voorlichter.build import BuildOrder, build_sites
    from voorlichter.workspace import Workspace

    with tempfile.TemporaryDirectory(dir=memory) as folder:
        base = Path(folder).resolve()
        make_workspace(base / "work", count)
        workspace = Workspace.at(base / "work")
        (base / "site").mkdir()
        slugs = workspace.slugs()

        def build(whole: bool = False) -> tuple[float, list[str]]:
            if whole:
                shutil.rmtree(workspace.private / "built")
            start = time.perf_counter()
            outcomes = list(build_sites(BuildOrder(workspace, base / "site", DAY), slugs))
            return time.perf_counter() - start, [outcome.slug for outcome in outcomes if outcome.status == "built"]

        build()

        def step() -> list[float]:
            full, filled = build(whole=True)
            nothing, touched = build()
            assert len(filled) == count and not touched, "without its records a build fills all, the next none"
            plain = 0.0
            for number in range(count):
                yardstick = base / f"yardstick-{number}"
                yardstick.mkdir()
                start = time.perf_counter()
                write_yardstick(str(yardstick))
                plain += time.perf_counter() - start
                shutil.rmtree(yardstick)
            return [100 * nothing / full, full / plain]

        share, path = medians(rounds, step)
        yield Figure(
            f"{count} sites, the whole path of a rebuild (read, check, fill, record) / W", f"{path:.2f} ×", "≤ 3 ×"
        )
        yield Figure(f"{count} sites, nothing changed: of a full build", f"{share:.1f} %", "≤ 10 %")
        advisor = base / "work" / "advisors" / "noor.yml"
        advisor.write_text(advisor.read_text(encoding="utf-8").replace(NUMBER, "020 000 00 99"), encoding="utf-8")
        _, touched = build()
        concerned = [slug for slug in slugs if "use: noor" in workspace.profile_path(slug).read_text(encoding="utf-8")]
        assert touched == concerned, "exactly the sites that use the advisor"
        yield Figure(
            f"{count} sites, one shared advisor's number changed: sites filled",
            f"{len(touched)}, exactly the {len(concerned)} concerned",
            "exactly",
        )


def measure_memory(counts: list[int], memory: Path) -> Iterator[Figure]:
    """The peak of the command itself, as the system counts it."""
    if not hasattr(os, "wait4"):
        return
    for count in counts:
        with tempfile.TemporaryDirectory(dir=memory) as folder:
            base = Path(folder).resolve()
            make_workspace(base / "work", count)
            command = [
                sys.executable,
                "-m",
                "voorlichter",
                "-C",
                str(base / "work"),
                "--jobs",
                "1",
                "--date",
                DAY.isoformat(),
            ]
            command[3:3] = ["build"]
            process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
            _, status, usage = os.wait4(process.pid, 0)
            assert status == 0, "the build went well"
            peak = usage.ru_maxrss / (1024 if sys.platform == "darwin" else 1)
            yield Figure(f"{count} sites, peak memory of the first build", f"{peak / 1024:.0f} MB", "≤ 300 MB")
            two = [path for path in (base / "work" / "site").iterdir() if (path / "en").is_dir()]
            size = max(sum(file.stat().st_size for file in path.rglob("*") if file.is_file()) for path in two)
            if count == counts[0]:
                yield Figure("A site in two languages, on disk", f"{size / 1e6:.2f} MB", "≤ 1.5 MB")


def measure_command(rounds: int, memory: Path) -> Iterator[Figure]:
    """The command as somebody calls it; user time, which says most where others use the machine too."""
    if not hasattr(os, "wait4"):
        return

    def seconds(*words: str) -> float:
        process = subprocess.Popen(
            [sys.executable, "-m", "voorlichter", *words], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        assert process.returncode == 0, f"voorlichter {' '.join(words)} went well"
        return usage.ru_utime + usage.ru_stime

    yield Figure(
        "`voorlichter --help`, processor time", f"{medians(rounds, lambda: [seconds('--help')])[0]:.2f} s", "≤ 0.2 s"
    )
    with tempfile.TemporaryDirectory(dir=memory) as folder:
        fewer, more = (Path(folder, name).resolve() for name in ("fewer", "more"))
        for workspace, count in ((fewer, 1000), (more, 2000)):
            workspace.mkdir()
            make_workspace(workspace, count)

        def step() -> list[float]:
            few, many = (seconds("check", "-C", str(one), "--date", DAY.isoformat()) for one in (fewer, more))
            return [many / few, few, many]

        ratio, few, many = medians(rounds, step)
        yield Figure(
            "`voorlichter check` of 2,000 profiles / of 1,000, processor time",
            f"{ratio:.2f} × ({many:.1f} / {few:.1f} s)",
            "≤ 2.2 ×",
        )


def measure_preview(rounds: int) -> Iterator[Figure]:
    """From the saved file to the new page from the server, as the browser would get it."""
    from voorlichter.preview import Preview
    from voorlichter.workspace import Workspace

    with tempfile.TemporaryDirectory() as folder:
        base = Path(folder).resolve()
        make_workspace(base, 3)
        page = base / "docs" / "nl" / "gesprek.md"
        page.parent.mkdir(parents=True)
        page.write_text((ROOT / "docs" / "nl" / "gesprek.md").read_text(encoding="utf-8"), encoding="utf-8")
        workspace = Workspace.at(base)
        slug = next(slug for slug in workspace.slugs() if slug.startswith("vuurtoren"))
        with Preview(workspace, slug, 0, DAY) as preview:
            threading.Thread(target=preview.run, args=(lambda line: None,), daemon=True).start()
            time.sleep(0.5)

            def until_seen(path: Path, old: str, new: str, address: str) -> float:
                path.write_text(path.read_text(encoding="utf-8").replace(old, new, 1), encoding="utf-8")
                start = time.perf_counter()
                while True:
                    with urllib.request.urlopen(preview.address + address) as answer:
                        if new.encode() in answer.read():
                            return time.perf_counter() - start
                    if time.perf_counter() - start > 30:
                        sys.exit(f"{new} never appeared in {address}")
                    time.sleep(0.02)

            names = [f"Team Nieuw {number}" for number in range(rounds + 1)]
            profile = workspace.profile_path(slug)
            seen = [
                until_seen(profile, old, new, "leiding.html")
                for old, new in zip(["Team Mens en Werk", *names], names, strict=False)
            ]
            yield Figure("serve: from a saved profile to the new page", f"{statistics.median(seen):.2f} s", "≤ 0.2 s")
            words = [f"Zo gaat gesprek {number}" for number in range(rounds + 1)]
            seen = [
                until_seen(page, old, new, "gesprek.html")
                for old, new in zip(["# Zo gaat een gesprek", *words], words, strict=False)
            ]
            yield Figure("serve: from a saved page to the new page", f"{statistics.median(seen):.2f} s", "≤ 0.7 s")


def show_profile(memory: Path) -> None:
    with tempfile.TemporaryDirectory(dir=memory) as folder:
        base = Path(folder).resolve()
        make_workspace(base / "work", 60)
        filling = Filling(base / "work", base / "out")
        filling.output.mkdir()
        filling.warm()
        profiler = cProfile.Profile()
        profiler.enable()
        filling.round(cold=False)
        profiler.disable()
        pstats.Stats(profiler).sort_stats("tottime").print_stats(25)


def put_into_guide(figures: list[Figure], mark: str, told: str) -> None:
    """The words after the table stay; what was measured, and how, is new."""
    rows = "\n".join(f"| {figure.name} | {figure.value} | {figure.goal} |" for figure in figures)
    table = f"<!-- {mark} -->\n{told}\n\n| figure | measured | goal |\n| --- | --- | --- |\n{rows}\n"
    path = ROOT / "guide" / "figures.md"
    text = path.read_text(encoding="utf-8")
    path.write_text(
        re.sub(rf"<!-- {mark} -->\n.*?\n\n(?:\|[^\n]*\n)*", lambda _: table, text, count=1, flags=re.S),
        encoding="utf-8",
    )


def circumstances(words: list[str]) -> str:
    """In what the figures were measured: they say little without it."""
    load = f", load {os.getloadavg()[0]:.1f} at the end" if hasattr(os, "getloadavg") else ""
    return (
        f"Printed by `python3 scripts/bench.py {' '.join(words)}` on {date.today().day} {date.today():%B %Y}, {os.cpu_count()} processors"
        f"{load} (Python {sys.version.split()[0]}, {sys.platform}; one core, kits and the studio on all), "
        + ("each measured once:" if "--large" in words else "medians of the rounds:")
    )


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--sites", default="100,1000")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--only", choices=["sites", "studio", "line"], default="")
    parser.add_argument("--large", action="store_true")
    parser.add_argument("--write", action="store_true")
    parser.add_argument("--profile", action="store_true")
    options = parser.parse_args()
    processors = os.sched_getaffinity(0) if hasattr(os, "sched_getaffinity") else set()
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
    memory = Path("/dev/shm") if Path("/dev/shm").is_dir() else Path(tempfile.gettempdir())
    disk = ROOT / ".voorlichter"
    disk.mkdir(exist_ok=True)
    if options.profile:
        show_profile(memory)
        return
    counts = [int(part) for part in options.sites.split(",")]
    say(
        f"Python {sys.version.split()[0]}, {sys.platform}, one core (kits: {len(processors) or os.cpu_count()}), medians of {options.rounds}; in memory means {memory}"
    )
    sites: list[Iterable[Figure]] = [
        *(measure_filling(count, memory, disk, options.rounds) for count in counts),
        measure_engine(memory, options.rounds),
        *(measure_rebuilding(count, memory, options.rounds) for count in counts),
        measure_memory(counts, memory),
        measure_command(options.rounds, memory),
        (
            Figure(name, f"{statistics.median(seen):.1f} ×", goal)
            for seen, name, goal in measure_hugo(make_workspace, 50, memory, options.rounds, DAY.isoformat())
        ),
        measure_preview(options.rounds),
        (Figure(*figure) for figure in measure_kits(processors, memory, options.rounds, DAY.isoformat())),
    ]
    studio = (Figure(*figure) for figure in measure_studio(processors, min(options.rounds, 3), DAY))
    line = (Figure(*figure) for figure in measure_line(min(options.rounds, 3)))
    parts: dict[str, list[Iterable[Figure]]] = {"sites": sites, "studio": [studio], "line": [line]}
    if options.large:
        large = measure_large(make_workspace, processors, memory, DAY.isoformat())
        parts = {"large": [(Figure(*figure) for figure in large)]}
    for part, sections in parts.items():
        figures: list[Figure] = []
        for section in sections if options.large or options.only in ("", part) else ():
            for figure in section:
                figures.append(figure)
                say(f"{figure.name:<105} {figure.value}{f'   (goal {figure.goal})' if figure.goal else ''}")
        if options.write and figures:
            words = [word for word in sys.argv[1:] if word != "--write"]
            put_into_guide(figures, "figures" if part == "sites" else part, circumstances(words))


if __name__ == "__main__":
    enter("test")
    main()
