"""The search as people use it: what they type finds its page, in either language, and leaves nothing behind."""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterable, Iterator
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
import yaml

from .sites import Tree, expect_none, find_trees
from .states import SEARCH_LOADED
from .watch import Watched, watched

if TYPE_CHECKING:
    from playwright.sync_api import Browser

pytestmark = pytest.mark.browser

TREES = [tree for tree in find_trees() if tree.day == "usual"]
ASKED = [tree for tree in TREES if str(tree) in ("vuurtoren-nl", "vuurtoren-en", "ooverlaar-nl")]
SEARCHES: dict[str, dict[str, str]] = yaml.load(
    Path(__file__).with_name("searches.yml").read_text(encoding="utf-8"), yaml.BaseLoader
)
OWN = ("assets/search.css", "assets/search.js", "assets/search-words.js", "assets/search-data.js")
PHONE = {"width": 360, "height": 640}

BUTTON = "[data-search] button"
FIELD = "[data-search] input"
RESULTS = ".search__results a"


def open_search(it: Watched) -> None:
    it.page.click(BUTTON)
    it.page.evaluate(SEARCH_LOADED)


def ask(it: Watched, question: str) -> list[str]:
    it.page.fill(FIELD, question)
    found: list[str] = it.page.eval_on_selector_all(RESULTS, "all => all.map(one => one.getAttribute('href'))")
    return found


_ASK_ALL = """questions => {
    const field = document.querySelector("[data-search] input");
    return questions.map((question) => {
        field.value = question;
        field.dispatchEvent(new Event("input", { bubbles: true }));
        return Array.from(document.querySelectorAll("[data-results] a"), (one) => ({
            href: one.getAttribute("href"), text: one.textContent, result: one.matches(".search__results a"), second: one.matches("ul:nth-of-type(2) a"),
        }));
    });
}"""


def ask_all(it: Watched, questions: Iterable[str]) -> Iterator[tuple[str, list[dict[str, Any]]]]:
    """Each question with the links it gives; asked in the page, for there are hundreds."""
    asked = list(questions)
    return zip(asked, it.page.evaluate(_ASK_ALL, asked), strict=True)


@pytest.fixture(scope="module", params=ASKED, ids=str)
def opened(request: pytest.FixtureRequest, chromium: Browser, served: Path) -> Iterator[Watched]:
    """The search of one site, opened from a file."""
    tree: Tree = request.param
    with watched(chromium, f"{served.as_uri()}/{tree.path}/") as it:
        it.open("index.html")
        open_search(it)
        yield it
        assert it.seen() == []


@pytest.mark.sampled(3)
@pytest.mark.parametrize("language", ["nl", "en"])
def test_what_people_type_finds_its_page(opened: Watched, language: str) -> None:
    assert len(SEARCHES[language]) >= 60
    missed = []
    for question, links in ask_all(opened, SEARCHES[language]):
        wanted = SEARCHES[language][question]
        found = [one["href"] for one in links if one["result"]][:3]
        if not any(one == wanted or one.partition("#")[0] == wanted for one in found):
            missed.append(f"{question!r} gives {found}, not {wanted}")
    expect_none(missed)


def test_somebody_in_need_gets_a_number_first(opened: Watched) -> None:
    wrong = []
    for question, links in ask_all(opened, SEARCHES["lines"]):
        first = f"{links[0]['text']} {links[0]['href']}" if links else "nothing"
        if SEARCHES["lines"][question] not in first or "tel:" not in first:
            wrong.append(f"{question!r} begins with {first}")
        if not any(one["second"] and one["href"].startswith("tel:") for one in links):
            wrong.append(f"{question!r}: the advisor does not follow")
    expect_none(wrong)


def test_nothing_found_is_said_kindly_and_leads_to_somebody(opened: Watched) -> None:
    assert ask(opened, "xqzwy blorf") == []
    assert len(opened.page.inner_text("[data-search] [role=status]")) > 40
    assert opened.page.locator("[data-results] a[href^='tel:']").count() > 0


def test_a_result_shows_where_the_words_stand(opened: Watched) -> None:
    ask(opened, "geroddeld")
    marked = opened.page.eval_on_selector_all(".search__result mark", "all => all.map(one => one.textContent)")
    text = opened.page.inner_text(".search__result >> nth=0")
    assert marked and len(text) < 320


@pytest.mark.parametrize("name", ["gedrag.html", "training-role.html", "wegwijzer.html"])
def test_the_search_is_asked_for_when_it_is_opened_and_only_then(chromium: Browser, served: Path, name: str) -> None:
    with watched(chromium, f"{served.as_uri()}/{ASKED[0].path}/") as it:
        it.open(name)
        it.page.wait_for_load_state("networkidle")
        assert not [file for file in it.asked() if "search" in file]
        open_search(it)
        ask(it, "pesten")
        it.page.wait_for_load_state("networkidle")
        assert sorted(it.asked()) == sorted(OWN)
        ask(it, "verkracht")
        it.page.click(BUTTON)
        it.page.click(BUTTON)
        assert it.asked() == []
        assert it.seen() == []


@pytest.mark.parametrize("tree", TREES, ids=str)
def test_the_search_is_light(served: Path, tree: Tree) -> None:
    # Of a second language the data stand with its pages, the rest at the site's root.
    files = {name: served / (tree.path if name.endswith("-data.js") else tree.site) / name for name in OWN}
    sizes = {name: len(gzip.compress(path.read_bytes())) for name, path in files.items()}
    print(
        f"{tree}: " + ", ".join(f"{name.removeprefix('assets/')} {size / 1000:.1f} kB" for name, size in sizes.items())
    )
    assert sizes["assets/search.js"] <= 6_000
    assert sizes["assets/search-words.js"] <= 8_000
    assert sizes["assets/search-data.js"] <= 30_000


@pytest.mark.sampled(4)
@pytest.mark.parametrize("source", ["file", "server"])
def test_what_is_typed_stays_nowhere(chromium: Browser, served: Path, origin: str, source: str) -> None:
    base = origin if source == "server" else f"{served.as_uri()}/"
    with watched(chromium, f"{base}{ASKED[0].path}/") as it:
        it.open("wie.html")
        before = it.page.url, it.page.evaluate("history.length"), it.page.title()
        open_search(it)
        it.page.click(FIELD)
        it.page.keyboard.type("gepest door mijn baas")
        assert it.page.locator(RESULTS).count() > 2
        assert (it.page.url, it.page.evaluate("history.length"), it.page.title()) == before
        assert it.page.eval_on_selector(FIELD, "one => [one.name, one.form, one.autocomplete, one.spellcheck]") == [
            "",
            None,
            "off",
            False,
        ]
        with it.page.expect_navigation():
            it.page.click(RESULTS + " >> nth=0")
        assert it.page.url.startswith(it.base) and it.page.url != before[0]
        assert not any("baas" in url for url in it.requests)
        it.page.go_back()
        assert it.page.input_value(FIELD) == ""
        assert it.page.locator(RESULTS).count() == 0 and it.page.locator(FIELD).is_hidden()
        assert it.seen() == []


def test_closing_forgets_what_was_typed(chromium: Browser, served: Path) -> None:
    with watched(chromium, f"{served.as_uri()}/{ASKED[0].path}/") as it:
        it.open("wie.html")
        open_search(it)
        for close in (
            lambda: it.page.keyboard.press("Escape"),
            lambda: it.page.click(BUTTON),
            lambda: it.page.mouse.click(4, 300),
        ):
            if it.page.locator(FIELD).is_hidden():
                it.page.click(BUTTON)
            ask(it, "pesten")
            close()
            assert it.page.locator(FIELD).is_hidden()
            assert it.page.input_value(FIELD) == "" and it.page.locator(RESULTS).count() == 0


@pytest.mark.parametrize(
    "size", [PHONE, {"width": 320, "height": 256}, {"width": 1280, "height": 800}], ids=["phone", "zoomed", "wide"]
)
@pytest.mark.sampled(3)
def test_the_keyboard_is_enough(chromium: Browser, served: Path, size: Any) -> None:
    with watched(chromium, f"{served.as_uri()}/{ASKED[0].path}/", viewport=size, reduced_motion="reduce") as it:
        it.open("wie.html")
        it.measure()
        for _ in range(20):
            it.page.keyboard.press("Tab")
            if it.page.evaluate("document.activeElement.matches('[data-search] button')"):
                break
        it.page.keyboard.press("Enter")
        it.page.evaluate(SEARCH_LOADED)
        assert it.page.eval_on_selector(BUTTON, "one => one.getAttribute('aria-expanded')") == "true"
        it.page.keyboard.type("klacht indienen")
        for _ in range(3):
            it.page.keyboard.press("Tab")
            stop = it.page.evaluate("measure.focus()")
            assert stop["inWindow"] and not stop["covered"] and stop["outline"] >= 2, stop
        it.page.keyboard.press("Escape")
        assert it.page.evaluate("document.activeElement.matches('[data-search] button')")
        it.page.keyboard.press("Space")
        it.page.keyboard.type("klacht indienen")
        it.page.keyboard.press("Enter")
        assert it.page.evaluate("document.activeElement.matches('.search__results a')")
        with it.page.expect_navigation():
            it.page.keyboard.press("Enter")
        assert "#klacht" in it.page.url
        assert it.seen() == []


def test_what_is_found_is_announced(chromium: Browser, served: Path) -> None:
    with watched(chromium, f"{served.as_uri()}/{ASKED[0].path}/") as it:
        it.open("wie.html")
        open_search(it)
        ask(it, "pesten")
        tree = it.page.locator("[data-search]").aria_snapshot()
    assert "search:" in tree and "status: " in tree and "antwoorden" in tree


@pytest.mark.sampled(3)
@pytest.mark.parametrize("tree", TREES, ids=str)
def test_only_what_is_there_is_found(chromium: Browser, served: Path, tree: Tree) -> None:
    folder = served / tree.path
    with watched(chromium, f"{folder.as_uri()}/") as it:
        it.open("index.html")
        open_search(it)
        sections: list[dict[str, str]] = it.page.evaluate(
            "voorlichter.rank.index(voorlichter.found, voorlichter.words, document.documentElement.lang).sections"
        )
        texts = json.dumps(sections)
        pages = {
            name: (folder / name).read_text(encoding="utf-8") for name in sorted({one["file"] for one in sections})
        }
    wrong = [f"{one['file']} is not there" for one in sections if one["file"] not in pages]
    wrong += [
        f"{one['file']}#{one['anchor']} is not there"
        for one in sections
        if one["anchor"] and f'id="{one["anchor"]}"' not in pages[one["file"]]
    ]
    wrong += [f"{mark} is left" for mark in ("[[", "[%", "{je|", "None", "undefined") if mark in texts]
    assert sorted(pages) == sorted(path.name for path in folder.glob("*.html") if path.name != "404.html")
    expect_none(wrong)


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [320, 1280])
@pytest.mark.sampled(4)
def test_an_open_search_is_accessible(chromium: Browser, served: Path, width: int, scheme: Any) -> None:
    found = []
    axe = (files("axe_playwright_python") / "axe.min.js").read_text(encoding="utf-8")
    with watched(
        chromium, f"{served.as_uri()}/{ASKED[0].path}/", viewport={"width": width, "height": 640}, color_scheme=scheme
    ) as it:
        it.open("wie.html")
        it.measure()
        open_search(it)
        it.page.evaluate(axe)
        for question in ("verkracht", "pesten", "xqzwy blorf"):
            ask(it, question)
            it.page.evaluate("document.fonts.ready")
            assert it.page.evaluate("measure.overflow()") == []
            assert (
                it.page.evaluate(
                    "measure.smallTargets('[data-search] a, [data-search] button, [data-search] input', 44)"
                )
                == []
            )
            verdict = it.page.evaluate(
                "axe.run('.md-header', { preload: false, rules: { 'target-size': { enabled: true } } })"
            )
            found += [
                f"{question}: {one['id']}: {[node['html'] for node in one['nodes']]}"
                for one in [
                    *verdict["violations"],
                    *(two for two in verdict["incomplete"] if two["id"] != "color-contrast"),
                ]
            ]
    expect_none(found)


def test_without_a_script_the_menu_is_what_there_is(chromium: Browser, served: Path) -> None:
    with watched(chromium, f"{served.as_uri()}/{ASKED[0].path}/", java_script_enabled=False) as it:
        it.open("wie.html")
        assert it.page.locator("[data-search]").is_hidden()
