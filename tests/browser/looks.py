"""A page looked at in every width and colour scheme, with every checker, in every state, and walked by keyboard."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from .checkers import in_page
from .figures import Number
from .first_view import measure_first_view
from .keyboard import SIZES, walk
from .sites import Tree, find_trees, opened_pages, read_ways
from .states import STATES, enter
from .watch import watched

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

Scheme = Literal["light", "dark"]
SCHEMES: tuple[Scheme, ...] = ("light", "dark")
WIDTHS = (320, 360, 1280)
PHONE = SIZES["phone"]


@dataclass(frozen=True, slots=True)
class Job:
    """One page of one language of one site."""

    tree: Tree
    page: str

    def __str__(self) -> str:
        return f"{self.tree}/{self.page}"


def plan_jobs(served: Path) -> list[Job]:
    """Every page of the examples; on the second day, and of the other organisations, those that differ from theirs."""
    return [Job(tree, page) for tree in find_trees() for page in opened_pages(served, tree)]


def read_parts(served: Path, job: Job) -> Iterator[str]:
    """The hash of each file that this page is made of, from the site's manifest."""
    files: dict[str, str] = json.loads((served / job.tree.site / "manifest.json").read_text(encoding="utf-8"))["files"]
    inside = "" if job.tree.root else f"{job.tree.language}/"
    for name, hash_ in sorted(files.items()):
        # What is found changes with every text, what it looks like does not; that is looked at on the home page.
        data = f"{inside}assets/search-data.js"
        shared = name.startswith(("assets/", "media/")) and not name.endswith("search-data.js")
        if name == inside + job.page or shared or (name == data and job.page == "index.html"):
            yield f"{name} {hash_}"


def check_page(browser: Browser, origin: str, served: Path, job: Job) -> tuple[dict[str, Number], list[str]]:
    """Its figures, and all that was found."""
    base = f"{origin}{job.tree.path}/"
    found = []
    with watched(browser, base, viewport=PHONE) as it:
        figures = measure_first_view(it, served, job.page, read_ways(job.tree))
        found += it.seen()
    for size in SIZES.values():
        with watched(browser, base, viewport=size, reduced_motion="reduce") as it:
            found += [f"{size['width']} × {size['height']}: {one}" for one in walk(it, job.page)]
    context = browser.new_context(viewport=PHONE, reduced_motion="reduce")
    page = context.new_page()
    faults = list(check_looks(page, base, job.page))
    context.close()
    for tool in in_page.NAMES:
        figures[tool] = sum(name == tool for name, _ in faults)
    return figures, [*found, *(text for _, text in faults)]


def check_looks(page: Page, base: str, name: str) -> Iterator[tuple[str, str]]:
    page.goto(base + name)
    in_page.bring(page)
    yield from judge_everywhere(page, "html", "")
    for state in STATES:
        if state.page == name:
            page.goto(base + name)
            in_page.bring(page)
            for step in enter(page, state):
                yield from judge_everywhere(page, state.context, f"{step} ")


def judge_everywhere(page: Page, context: str, step: str) -> Iterator[tuple[str, str]]:
    for width in WIDTHS:
        for scheme in SCHEMES:
            for _, tool, text in judge({step: page}, width, scheme, context):
                yield tool, text


def judge(
    pages: dict[str, Page], width: int, scheme: Scheme, context: str = "html", colours_only: bool = False
) -> Iterable[tuple[str, str, str]]:
    """What the checkers find in some pages that are open, all at work at the same time: page, checker, finding."""
    for page in pages.values():
        page.set_viewport_size({"width": width, "height": 800})
        page.emulate_media(color_scheme=scheme)
        in_page.start(page, context, colours_only)
    return [
        (name, tool, f"{name} {width} {scheme}: {tool}: {one}".lstrip())
        for name, page in pages.items()
        for tool, one in in_page.findings(page)
    ]
