"""The two proofs that open pages. A page that passed is not opened again while it, what it loads and the checkers stay the same."""

from __future__ import annotations

import subprocess
import sys
import tempfile
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor, as_completed
from contextlib import contextmanager
from multiprocessing import get_context
from pathlib import Path
from typing import TYPE_CHECKING, Any

from checkers import install_checkers
from environment import ROOT, say, stop
from passed import Passed, key_of

sys.path.insert(0, str(ROOT / "tests"))

if TYPE_CHECKING:
    from browser.figures import Figures
    from browser.looks import Job

STATE = ROOT / ".prove"
_WORKERS = 2
"""Browsers at a time."""


class Ledger:
    """Which pages passed, and the figures of all."""

    def __init__(self, name: str, served: Path, figures: Figures, again: bool) -> None:
        self._passed = Passed(STATE / f"{name}.txt", again)
        self._served = served
        self._figures = figures
        self._tools = fingerprint()
        self.failed = False

    def left(self, jobs: list[Job]) -> list[Job]:
        """The pages that have to be opened; the figures of the others are taken over."""
        left = []
        for job in jobs:
            before = self._passed.figures(self._key(job))
            if before is None:
                left.append(job)
            else:
                self._figures.note(job.page, **before)
        say(f"{len(jobs)} pages, {len(jobs) - len(left)} of them passed before")
        return left

    def settle(self, job: Job, values: dict[str, Any], problems: list[str]) -> None:
        from browser.figures import broken

        self._figures.note(job.page, **values)
        problems += broken(values)
        for problem in problems:
            say(f"{job}: {problem}")
        if problems:
            self.failed = True
        else:
            self._passed.add(self._key(job), values)

    def _key(self, job: Job) -> str:
        from browser.looks import read_parts

        return key_of([self._tools, str(job), *read_parts(self._served, job)])


def every_page_holds(figures: Figures, only: str, again: bool) -> bool:
    """Every page of every site and language, 320, 360 and 1280 px wide, light and dark, in each state: axe, HTML_CodeSniffer, IBM, Nu, budgets."""
    from browser.looks import plan_jobs

    with sites() as (served, origin):
        jobs = [job for job in plan_jobs(served) if only in str(job)]
        if not jobs:
            stop(f"No page has {only} in its name; they are named like vuurtoren-nl/index.html")
        flawless = html_is_valid(jobs, served, figures)
        ledger = Ledger("pages", served, figures, again)
        left = ledger.left(jobs)
        with ProcessPoolExecutor(_WORKERS, get_context("spawn"), _open_browser) as workers:
            tasks = {workers.submit(_check, origin, served, job): job for job in left}
            try:
                for number, task in enumerate(as_completed(tasks), 1):
                    ledger.settle(tasks[task], *task.result())
                    show_progress(number, len(left))
            except KeyboardInterrupt:
                workers.shutdown(wait=False, cancel_futures=True)
                raise
    return flawless and not ledger.failed


def lighthouse_is_content(figures: Figures, only: str, again: bool) -> bool:
    """Lighthouse as a phone on every page of every example and language: all 100 but performance, which is told."""
    from browser.checkers import lighthouse
    from browser.looks import plan_jobs

    with sites() as (served, origin), lighthouse.lighthouse() as running:
        ledger = Ledger("lighthouse", served, figures, again)
        left = ledger.left(
            [
                job
                for job in plan_jobs(served)
                if job.tree.example and job.tree.day == "usual" and any(part in str(job) for part in only.split(","))
            ]
        )
        for number, job in enumerate(left, 1):
            seen = running.judge(f"{origin}{job.tree.path}/{job.page}")
            say(f"{job}: {', '.join(f'{name} {score}' for name, score in seen.scores.items())}")
            ledger.settle(job, seen.scores, list(seen.problems()))
            show_progress(number, len(left))
    return not ledger.failed


def html_is_valid(jobs: list[Job], served: Path, figures: Figures) -> bool:
    from browser.checkers import nu

    files = {served / job.tree.path / job.page: job for job in jobs}
    errors = list(nu.check_html(list(files)))
    for file, error in errors:
        say(f"{files[file]}: Nu: {error}")
    for file, job in files.items():
        figures.note(job.page, nu=sum(file == one for one, _ in errors))
    return not errors


@contextmanager
def sites() -> Iterator[tuple[Path, str]]:
    """The sites that the tests in a browser look at, built, and where they are served."""
    from browser.server import serving
    from browser.sites import build_sites

    if lacking := install_checkers():
        stop("\n".join(lacking))
    with tempfile.TemporaryDirectory() as scratch:
        say("Building the sites …")
        served = Path(scratch) / "served"
        build_sites(Path(scratch) / "workspace", served)
        with serving(served) as origin:
            yield served, origin


def fingerprint() -> str:
    """Changes with the browser, the checkers and how they are used."""
    from importlib.metadata import version

    from browser.chromium import find_shell

    folder = ROOT / "tests" / "browser"
    used = [*sorted(folder.glob("*.py")), *sorted(folder.glob("*.js")), *sorted((folder / "checkers").glob("*.*"))]
    chromium = subprocess.run([str(find_shell()), "--version"], capture_output=True, check=True).stdout
    sources = [path.read_bytes() for path in used if not path.name.startswith("test_")]
    return key_of([chromium, version("axe-playwright-python"), *sources])


def show_progress(number: int, total: int) -> None:
    if sys.stdout.isatty():
        print(f"\r{number} of {total}", end="\n" if number == total else "", flush=True)
    elif number % 20 == 0 or number == total:
        say(f"{number} of {total}")


_browser: Any = None


def _open_browser() -> None:
    """In each of the workers, once."""
    global _browser
    from browser.chromium import FLAGS, find_shell
    from playwright.sync_api import sync_playwright

    _browser = sync_playwright().start().chromium.launch(executable_path=find_shell(), args=list(FLAGS))


def _check(origin: str, served: Path, job: Job) -> tuple[dict[str, Any], list[str]]:
    from browser.looks import check_page

    return check_page(_browser, origin, served, job)
