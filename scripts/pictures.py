"""Take pictures of every page of every example, and put them side by side on contact sheets.

    python scripts/pictures.py [FOLDER]               all of them, in pictures-out/
    python scripts/pictures.py --site vuurtoren --page index --width 360 --scheme light
    python scripts/pictures.py --state menu           with the menu open
    python scripts/pictures.py --readme               the pictures in README.md and README.nl.md

An option may be given more than once. Needs Chromium, as scripts/test.py does.
"""

from __future__ import annotations

import argparse
import asyncio
import os
import shutil
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from environment import ROOT, VENV, enter, program, run, say, stop

sys.path.insert(0, str(ROOT / "tests"))

if TYPE_CHECKING:
    from playwright.async_api import Browser, Page

_DAY = "2026-11-21"
_ZONE = "Europe/Amsterdam"
_MOMENT = "2026-11-24T10:30:00+01:00"
"""Of the pictures in the READMEs: somebody can be reached, and they are the same whenever they are taken."""
_WIDTHS = (360, 1280)
_SCHEMES = ("light", "dark", "print")
_PAPER = 680
"""What an A4 sheet leaves between its margins, in CSS pixels."""
_HEIGHTS = {360: 640, 1280: 800}

_STATES = {
    "menu": "document.querySelector('[data-menu]').open = true",
    "search": "document.querySelector('.search__button').click()",
    "unfolded": "for (const one of document.querySelectorAll('main details')) one.open = true",
}
"""What is done to a page before its picture is taken."""


@dataclass(frozen=True, slots=True)
class Kind:
    """One way to look at a page."""

    width: int
    scheme: str

    def __str__(self) -> str:
        return "print" if self.scheme == "print" else f"{self.width}-{self.scheme}"


@dataclass(frozen=True, slots=True)
class Subject:
    """A page of one language of a site."""

    site: str
    language: str
    file: Path

    @property
    def tree(self) -> str:
        return f"{self.site}-{self.language}"


def main() -> None:
    options = read_options()
    with tempfile.TemporaryDirectory() as scratch:
        built = options.built or build_sites(Path(scratch), options.site)
        if options.readme:
            asyncio.run(take_readme_pictures(built))
            take_studio_picture(Path(scratch))
            return
        subjects = plan_subjects(built, options)
        kinds = plan_kinds(options.width or _WIDTHS, options.scheme or _SCHEMES)
        if not subjects:
            stop("No page answers to that. A page is named by its file without .html: index, wie, gesprek …")
        folder = options.folder.resolve()
        started = time.monotonic()
        asyncio.run(take_pictures(subjects, kinds, folder, options.state, options.at_once))
        sheets = write_sheets(subjects, kinds, folder)
    say(f"{len(subjects) * len(kinds)} pictures in {folder} ({time.monotonic() - started:.0f} s), side by side in:")
    for sheet in sheets:
        say(f"  {sheet}")


def read_options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument(
        "folder", nargs="?", type=Path, default=ROOT / "pictures-out", help="where to put them (pictures-out)"
    )
    parser.add_argument("--site", action="append", help="a slug in profiles/")
    parser.add_argument("--page", action="append", help="a page by its file name without .html")
    parser.add_argument("--language", action="append", help="nl, en …")
    parser.add_argument("--width", action="append", type=int, help="of the window; 360 and 1280 unless told")
    parser.add_argument("--scheme", action="append", choices=_SCHEMES)
    parser.add_argument("--state", choices=_STATES, help="what is open in the picture")
    parser.add_argument("--built", type=Path, help="sites that are built already, such as site/")
    parser.add_argument("--at-once", type=int, default=max(2, os.cpu_count() or 2), help="pages open at a time")
    parser.add_argument("--readme", action="store_true", help="write the pictures of both READMEs instead")
    return parser.parse_args()


def build_sites(folder: Path, slugs: list[str] | None) -> Path:
    run([str(program(VENV, "voorlichter")), "build", *(slugs or []), "-o", str(folder), "--date", _DAY])
    return folder


def plan_subjects(built: Path, options: argparse.Namespace) -> list[Subject]:
    found = []
    for site in sorted(path for path in built.iterdir() if (path / "index.html").is_file()):
        if options.site and site.name not in options.site:
            continue
        root = "nl" if (site / "en").is_dir() or not (site / "nl").is_dir() else "en"
        for language, folder in [
            (root, site),
            *((sub.name, sub) for sub in sorted(site.iterdir()) if (sub / "index.html").is_file()),
        ]:
            if options.language and language not in options.language:
                continue
            pages = sorted(folder.glob("*.html"), key=lambda file: (file.stem != "index", file.name))
            found += [
                Subject(site.name, language, file) for file in pages if not options.page or file.stem in options.page
            ]
    return found


def plan_kinds(widths: list[int] | tuple[int, ...], schemes: list[str] | tuple[str, ...]) -> list[Kind]:
    on_screen = [Kind(width, scheme) for width in widths for scheme in schemes if scheme != "print"]
    return on_screen + ([Kind(_PAPER, "print")] if "print" in schemes else [])


def picture_path(folder: Path, subject: Subject, kind: Kind) -> Path:
    return folder / subject.tree / f"{subject.file.stem}-{kind}.png"


async def launch() -> tuple[object, Browser]:
    from browser.chromium import FLAGS, INSTALL, find_chromium
    from playwright.async_api import async_playwright

    chromium = find_chromium()
    if chromium is None:
        stop(f"There is no Chromium. Install it with: {INSTALL}\nor set CHROMIUM to the path of one.")
    playwright = await async_playwright().start()
    return playwright, await playwright.chromium.launch(executable_path=chromium, args=list(FLAGS))


async def take_pictures(
    subjects: list[Subject], kinds: list[Kind], folder: Path, state: str | None, at_once: int
) -> None:
    """Each page is opened once and looked at in every way; some pages at a time."""
    playwright, browser = await launch()
    left = list(reversed(subjects))
    total = len(left)

    async def work() -> None:
        page = await browser.new_page(timezone_id=_ZONE)
        while left:
            subject = left.pop()
            await page.emulate_media(media="screen", color_scheme="light")
            await page.goto(subject.file.as_uri())
            await page.evaluate("document.fonts.ready")
            if state:
                await page.evaluate(f"try {{ {_STATES[state]} }} catch {{}}")
            for kind in kinds:
                target = picture_path(folder, subject, kind)
                target.parent.mkdir(parents=True, exist_ok=True)
                await look(page, kind)
                await page.screenshot(path=target, full_page=True)
            show_progress(total - len(left), total)

    await asyncio.gather(*(work() for _ in range(min(at_once, total))))
    await browser.close()
    await playwright.stop()  # type: ignore[attr-defined]


async def look(page: Page, kind: Kind) -> None:
    paper = kind.scheme == "print"
    await page.set_viewport_size({"width": kind.width, "height": _HEIGHTS.get(kind.width, 800)})
    await page.emulate_media(
        media="print" if paper else "screen",
        color_scheme="dark" if kind.scheme == "dark" else "light",
        reduced_motion="reduce",
    )
    if paper:  # a browser that prints loads every picture first
        await page.evaluate("for (const one of document.images) one.loading = 'eager'")
    await page.wait_for_timeout(60)  # for what moves with the window, such as the bar at the bottom


def show_progress(done: int, total: int) -> None:
    if sys.stdout.isatty():
        print(f"\r{done} of {total} pages", end="\n" if done == total else "", flush=True)
    elif done % 25 == 0:
        say(f"{done} of {total} pages")


def write_sheets(subjects: list[Subject], kinds: list[Kind], folder: Path) -> list[Path]:
    """A sheet for each language of a site in each kind: all its pages, labelled."""
    written = []
    for tree in dict.fromkeys(subject.tree for subject in subjects):
        for kind in kinds:
            pages = [
                (subject.file.stem, picture_path(folder, subject, kind)) for subject in subjects if subject.tree == tree
            ]
            target = folder / f"{tree}-{kind}.png"
            write_sheet(pages, target)
            written.append(target)
    return written


def write_sheet(pages: list[tuple[str, Path]], target: Path) -> None:
    from PIL import Image, ImageDraw

    gap, label = 12, 16
    with Image.open(pages[0][1]) as first:
        narrow = first.width <= 400
    width, longest = (240, 5) if narrow else (360, 2)
    thumbs = []
    for name, path in pages:
        with Image.open(path) as picture:
            # The lower end of a very long page is cut off; its own picture is whole.
            piece = picture.convert("RGB").crop((0, 0, picture.width, min(picture.height, picture.width * longest)))
            thumbs.append(
                (name, piece.resize((width, round(piece.height * width / piece.width)), Image.Resampling.LANCZOS))
            )
    columns = min(len(thumbs), 1800 // (width + gap))
    rows = [thumbs[first : first + columns] for first in range(0, len(thumbs), columns)]
    heights = [max(thumb.height for _, thumb in row) + label + gap for row in rows]
    sheet = Image.new("RGB", (columns * (width + gap) + gap, sum(heights) + gap), "#777777")
    draw = ImageDraw.Draw(sheet)
    top = gap
    for row, height in zip(rows, heights, strict=True):
        for column, (name, thumb) in enumerate(row):
            left = gap + column * (width + gap)
            draw.text((left, top), name, fill="white")
            sheet.paste(thumb, (left, top + label))
        top += height
    sheet.save(target)


async def take_readme_pictures(built: Path) -> None:
    from PIL import Image

    playwright, browser = await launch()
    with tempfile.TemporaryDirectory() as scratch:

        async def take(path: str, width: int, height: int, scheme: str, scale: float) -> Image.Image:
            page = await browser.new_page(
                viewport={"width": width, "height": height},
                device_scale_factor=scale,
                color_scheme=scheme,  # type: ignore[arg-type]
                timezone_id=_ZONE,
            )
            await page.clock.set_fixed_time(_MOMENT)
            await page.goto((built / path).as_uri())
            await page.evaluate("document.fonts.ready")
            shot = Path(scratch) / f"{scheme}-{width}.png"
            await page.screenshot(path=shot)
            await page.close()
            return Image.open(shot).convert("RGB")

        phones = [await take("vuurtoren/index.html", 390, 760, scheme, 1.5) for scheme in ("light", "dark")]
        wide = await take("vuurtoren/en/index.html", 1280, 800, "light", 1)
    await browser.close()
    await playwright.stop()  # type: ignore[attr-defined]
    gap = 24
    pair = Image.new("RGB", (sum(phone.width for phone in phones) + gap, phones[0].height), "white")
    for number, phone in enumerate(phones):
        pair.paste(phone, (number * (phone.width + gap), 0))
    (ROOT / "pictures").mkdir(exist_ok=True)
    for name, picture in {"vuurtoren.png": pair, "vuurtoren-wide.png": wide}.items():
        target = ROOT / "pictures" / name
        # A palette is enough for flat colours and letters, and a third of the size.
        picture.quantize(128).save(target, optimize=True)
        say(f"{target.relative_to(ROOT)}: {target.stat().st_size // 1024} kB")


def take_studio_picture(scratch: Path) -> None:
    """That of the manual, in Dutch: README.nl.md shows it."""
    from pages_pictures import take_pictures

    if reason := take_pictures(scratch / "pictures", ROOT, None, ["nl"], changes=False):
        stop(reason)
    target = ROOT / "pictures" / "studio.png"
    shutil.copyfile(scratch / "pictures" / "nl" / "first-advisors.png", target)
    say(f"{target.relative_to(ROOT)}: {target.stat().st_size // 1024} kB")


if __name__ == "__main__":
    enter("test")
    main()
