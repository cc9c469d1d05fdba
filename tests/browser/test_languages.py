"""The pages in ten more languages: whole at every width, within their budgets, without a fault, and in letters of ours."""

from __future__ import annotations

import gzip
import re
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import pytest

from voorlichter.languages import shipped

from .checkers import in_page, nu
from .conftest import skip_or_fail
from .figures import Figures
from .first_view import measure_first_view
from .looks import SCHEMES, WIDTHS, judge
from .server import serving
from .sites import EXAMPLES, MANY_LANGUAGES, Tree, build_in_languages, expect_none, read_ways
from .test_text_size import OVER_ITS_EDGE
from .watch import watched

if TYPE_CHECKING:
    from playwright.sync_api import Browser

pytestmark = pytest.mark.browser

SHORT = {code: row for code, row in shipped().items() if row.level != "complete"}
ONE_ANSWER = 14_000
MOST_ADDED = 250_000
PHONE = {"width": 360, "height": 640}
_LEFT_OUT = """() => [...document.querySelectorAll("body *")].filter((one) => {
  const box = one.getBoundingClientRect();
  return box.width && (box.left < -1 || box.right > innerWidth + 1) && !one.closest("[hidden], .heard, .icons, svg, .md-skip");
}).map((one) => one.className || one.localName)"""

_OPEN_ENDED = """() => [...document.querySelectorAll("[data-contact-bar] a > span")].map((label) => label.firstChild.textContent.trim())
  .filter((word) => word.endsWith(":"))"""
"""Labels that promise a name where there is no room for one."""
_NOT_READ = """() => [...document.querySelectorAll("[name='message-to']")].filter((to) => {
  to.click();
  const shown = document.querySelector("[data-language]:not([hidden])").dataset.language;
  const chosen = document.querySelector("[name='message-language']:checked");
  return !to.dataset.languages.split(" ").includes(shown) || chosen.value !== shown || !chosen.checkVisibility();
}).map((to) => to.value)"""
"""To whom a message would go in a language that they did not list."""

InAll = tuple[Path, dict[str, Tree]]


@pytest.fixture(scope="module")
def in_all(tmp_path_factory: pytest.TempPathFactory) -> InAll:
    """One site in all languages there are, for each of them makes every page of it heavier."""
    root = tmp_path_factory.mktemp("languages")
    codes = [code for code in shipped() if code != "nl"]
    trees = build_in_languages(root / "workspace", root / "served", codes)
    return root / "served", dict(zip(codes, trees, strict=True))


def test_the_example_is_in_every_language() -> None:
    profile = (EXAMPLES / MANY_LANGUAGES / "profile.yml").read_text(encoding="utf-8")
    named = re.search(r"(?m)^  languages: \[(.*)\]$", profile)
    assert named and {*named[1].split(", ")} == {*shipped()}


@pytest.mark.proof
def test_a_first_page_is_light_in_a_site_of_all_languages(chromium: Browser, in_all: InAll) -> None:
    """What a phone waits for before it shows a number comes in one answer of the server: ten packets."""
    served, trees = in_all
    found = Figures()
    waited = {}
    with serving(served) as origin:
        for code, tree in trees.items():
            with watched(chromium, f"{origin}{tree.path}/", viewport=PHONE) as it:
                found.note(code, **measure_first_view(it, served, "index.html", read_ways(tree)))
                files = {served / urlsplit(url).path.lstrip("/") for url in it.requests}
            waited[code] = sum(
                len(gzip.compress(file.read_bytes())) for file in files if file.suffix in (".html", ".css")
            )
    expect_none(
        [*found.broken(), *(f"{code}: HTML and CSS are {size} B" for code, size in waited.items() if size > ONE_ANSWER)]
    )


def test_an_essential_language_adds_little_to_a_site(in_all: InAll) -> None:
    """Its pages, the letters they are written in, and what was made for short pages alone."""
    served, trees = in_all
    adds = {}
    for code in (code for code, row in SHORT.items() if row.level == "essential"):
        folder, letters = served / trees[code].path, SHORT[code].letters
        files = [*folder.rglob("*"), *folder.parent.glob("assets/short*")]
        files += folder.parent.glob(f"assets/letters/{letters}/*") if letters else []
        adds[code] = sum(file.stat().st_size for file in files if file.is_file())
    assert {code: size for code, size in adds.items() if size > MOST_ADDED} == {}
    assert len(adds) == 3 and min(adds.values()) > 100_000, adds


def test_a_name_stands_apart_from_the_words_around_it(in_all: InAll) -> None:
    served, trees = in_all
    for tree in trees.values():
        page = (served / tree.path / "404.html").read_text(encoding="utf-8")
        titles = re.findall(r'contact__title">(.*?)</h2>', page)
        assert titles and not [title for title in titles if re.search(r"Noor[^\W\d_]", title)], (tree, titles)


@pytest.mark.sampled(10)
@pytest.mark.parametrize("code", SHORT)
def test_its_pages_are_whole_and_light_and_no_checker_finds_a_fault(
    chromium: Browser, figures: Figures, in_all: InAll, code: str
) -> None:
    """IBM's checker looks narrow and light; scripts/prove.py takes every language."""
    served, trees = in_all
    tree = trees[code]
    names = sorted(path.name for path in (served / tree.path).glob("*.html"))
    of_these, found = Figures(), []
    with serving(served) as origin:
        base = f"{origin}{tree.path}/"
        with watched(chromium, base, viewport=PHONE) as it:
            for name in names:
                of_these.note(name, **measure_first_view(it, served, name, read_ways(tree)))
                found += it.seen()
                found += [f"{name}: the bar says {word}" for word in it.page.evaluate(_OPEN_ENDED)]
                found += [f"{name}: a message {one} cannot read" for one in it.page.evaluate(_NOT_READ)]
                found += [f"{name}: {word}" for word in it.page.evaluate(OVER_ITS_EDGE)]
                if SHORT[code].letters and name == "index.html":
                    asked = [url for url in it.asked() if "/letters/" in url]
                    assert any(url.endswith(".woff2") for url in asked), asked
        context = chromium.new_context(reduced_motion="reduce")
        page = context.new_page()
        for name in names:
            page.goto(base + name)
            for width in WIDTHS:
                page.set_viewport_size({"width": width, "height": 800})
                found += [f"{name} {width}: {one}" for one in page.evaluate(_LEFT_OUT)]
            in_page.bring(page)
            for number, (width, scheme) in enumerate((width, scheme) for width in WIDTHS[1:] for scheme in SCHEMES):
                if number in (0, 3):
                    found += [text for _, _, text in judge({name: page}, width, scheme)]
        context.close()
    figures.add(of_these.pages)
    skip_or_fail(nu.reason())
    found += [f"{file.name}: {error}" for file, error in nu.check_html([served / tree.path / name for name in names])]
    expect_none([*found, *of_these.broken()])
