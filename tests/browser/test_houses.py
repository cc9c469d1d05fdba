"""Every first screen with every motif, in colours of every kind: legible and whole, and whom to call is in sight."""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Iterator
from itertools import product
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
import yaml

from voorlichter.site.house import FIRST_SCREENS, MOTIFS

from .looks import SCHEMES
from .sites import EXAMPLES, REPOSITORY, expect_none, profile_folders
from .test_layout import REACH
from .watch import _MEASURE

if TYPE_CHECKING:
    from playwright.sync_api import Browser

COLORS = ("#c9a227", "#7a1f3d", "#808080", "#ffffff", "#000000", "#00a651")
SIZES = ((320, 640), (360, 640), (1280, 800))

FAULTS = """() => {
    const found = [];
    const luminance = (colour) => colour.match(/[\\d.]+/g).slice(0, 3).map((one) => one / 255)
        .map((one) => (one <= 0.04045 ? one / 12.92 : ((one + 0.055) / 1.055) ** 2.4))
        .reduce((sum, one, at) => sum + one * [0.2126, 0.7152, 0.0722][at], 0);
    const lines = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
        const node = walker.currentNode, element = node.parentElement;
        if (!node.data.trim() || !element.checkVisibility() || element.closest("script, .md-skip, .heard, .contact-bar__run")) continue;
        let ground = element;
        while (/^rgba\\(.*, 0\\)$/.test(getComputedStyle(ground).backgroundColor)) ground = ground.parentElement;
        const [low, high] = [getComputedStyle(element).color, getComputedStyle(ground).backgroundColor].map(luminance).sort((a, b) => a - b);
        const contrast = (high + 0.05) / (low + 0.05);
        if (contrast < 4.5) found.push(`${contrast.toFixed(2)}: "${node.data.trim().slice(0, 40)}"`);
        const range = document.createRange();
        range.selectNodeContents(node);
        for (const box of range.getClientRects()) if (box.width > 2) lines.push([box, node.data.trim().slice(0, 40)]);
    }
    const overlap = (one, other, least) => Math.min(one.right, other.right) - Math.max(one.left, other.left) > 2
        && Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top) > least;
    // Boxes of a line are higher than its letters.
    lines.forEach(([one, text], at) => lines.slice(at + 1).filter(([other]) => overlap(one, other, one.height / 3))
        .forEach(([, other]) => found.push(`"${text}" lies on "${other}"`)));
    for (const scene of document.querySelectorAll(".scene")) {
        const box = scene.getBoundingClientRect(), hero = scene.closest(".hero").getBoundingClientRect();
        if (!box.width) { found.push("no drawing"); continue; }
        if (box.left < 0 || box.right > innerWidth || box.top < hero.top || box.bottom > hero.bottom + 1) found.push("the drawing is cut off");
        lines.filter(([line]) => overlap(box, line, 2)).forEach(([, text]) => found.push(`the drawing lies under "${text}"`));
        for (const card of document.querySelectorAll(".hero :is(.advisor-card, .choice)"))
            if (overlap(box, card.getBoundingClientRect(), 1)) found.push("the card cuts the drawing");
    }
    return found;
}"""


@pytest.fixture(scope="module")
def houses(tmp_path_factory: pytest.TempPathFactory, examples: Path) -> Path:
    """A site for every combination, of the three examples in turn: of one person, of two, of places to choose from."""
    workspace, sites = tmp_path_factory.mktemp("houses"), tmp_path_factory.mktemp("sites")
    shutil.copytree(REPOSITORY / "advisors", workspace / "advisors")
    bases = [folder / "profile.yml" for folder in profile_folders() if folder.parent == EXAMPLES]
    for (number, motif), (turn, screen) in product(enumerate(MOTIFS), enumerate(FIRST_SCREENS)):
        base = bases[(number + turn) % len(bases)]
        profile = yaml.load(base.read_text(encoding="utf-8"), yaml.BaseLoader)
        profile["organisation"]["languages"] = ["nl"]
        profile.pop("publication", None)
        color = COLORS[(number + 2 * turn) % len(COLORS)]
        profile["brand"] = {"color": color, "motif": motif, "first_screen": screen}
        folder = workspace / "profiles" / f"{motif}-{screen}"
        shutil.copytree(base.parent, folder)
        (folder / "profile.yml").write_text(yaml.safe_dump(profile, allow_unicode=True), encoding="utf-8")
    command = [
        sys.executable,
        "-m",
        "voorlichter",
        "build",
        "-C",
        str(workspace),
        "-o",
        str(sites),
        "--date",
        "2026-11-23",
    ]
    run = subprocess.run(command, capture_output=True, text=True, encoding="utf-8")
    assert run.returncode == 0, run.stdout + run.stderr
    return sites


def find_faults(chromium: Browser, houses: Path, screen: str) -> Iterator[str]:
    page = chromium.new_page()
    for motif in MOTIFS:
        page.goto((houses / f"{motif}-{screen}" / "index.html").as_uri())
        page.evaluate(_MEASURE)
        page.evaluate("document.fonts.ready.then(() => null)")
        for (width, height), scheme in product(SIZES, SCHEMES):
            page.set_viewport_size({"width": width, "height": height})
            page.emulate_media(color_scheme=scheme)
            found = [*page.evaluate("measure.overflow()"), *page.evaluate(FAULTS)]
            if not page.evaluate("reach => measure.isAnyInWindow(reach)", REACH.replace("a[href='hulp.html'], ", "")):
                found.append("nobody to call in the first view")
            yield from (f"{motif}, {width} px, {scheme}: {one}" for one in found)
    page.close()


@pytest.mark.browser
@pytest.mark.parametrize("screen", FIRST_SCREENS)
@pytest.mark.sampled(3)
def test_every_first_screen_is_legible_and_whole_with_every_motif(chromium: Browser, houses: Path, screen: str) -> None:
    expect_none(find_faults(chromium, houses, screen))
