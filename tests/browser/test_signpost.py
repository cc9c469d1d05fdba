"""The signpost, walked to every end: with the script, by keyboard alone, and without a script; and its sheet on paper."""

from __future__ import annotations

import gzip
import re
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
import yaml

from voorlichter.markdown.address import resolve_address

from .sites import EVERY_PAGE, REPOSITORY, Tree, expect_none, find_trees
from .watch import Watched, watched

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Locator

pytestmark = pytest.mark.browser

SLUGS = ("vuurtoren", "vlieger")
"""Everything filled in; and one advisor with a mail address and no door at all."""

TREES = [tree for tree in find_trees() if tree.slug in SLUGS and tree.day == "usual"]
EVERY_TREE = pytest.mark.parametrize("tree", TREES, ids=str)
PHONE = {"width": 360, "height": 640}
USUAL_TAPS = 3

PANEL = ".signpost__panel:not([hidden])"
CHOICES = f"{PANEL} > .signpost__choices button"
HEADING = f"{PANEL} > .signpost__ask"
CONTACT = ".contact [data-turn] a:is([href^='tel:'], [href^='mailto:'])"
BACK = ".signpost__bar button >> nth=0"
AGAIN = ".signpost__bar button >> nth=1"
PRINT = ".signpost__bar button >> nth=2"


def first_line(choice: Locator) -> str:
    return choice.inner_text().splitlines()[0].strip()


def open_signpost(it: Watched) -> None:
    it.open("wegwijzer.html")
    it.page.locator(".signpost[data-live]").wait_for()


_WALK = """() => {
    const shown = (selector) => Array.from(document.querySelectorAll(selector)).filter((one) => one.getClientRects().length);
    const choices = () => shown(".signpost__choices button");
    const first = (one) => one.innerText.split("\\n")[0].trim();
    const found = [];
    (function walk(way) {
        for (let number = 0; number < choices().length; number += 1) {
            const choice = choices()[number];
            const taken = [...way, first(choice)];
            choice.click();
            if (choices().length) walk(taken);
            else found.push({
                way: taken,
                heading: shown(".signpost__ask").map((one) => one.innerText).join(),
                focused: document.activeElement === shown(".signpost__ask")[0],
                reached: shown(".signpost :is(a[href^='tel:'], a[href^='mailto:'], a[href$='#kies'], .choice summary)").length,
                advisor: shown(".signpost :is(.contact, .signpost__call)").length,
                address: location.href,
                history: history.length,
                wide: document.documentElement.scrollWidth > innerWidth,
                small: shown(".signpost a, .signpost button").filter((one) => one.getBoundingClientRect().height < 43.5).map(first),
            });
            shown(".signpost__bar button")[0].click();
        }
    })([]);
    return found;
}"""
"""Every way to an end, each walked by pressing its buttons, and back again."""

_UNFOLD = """() => {
    const found = [];
    const shown = (one) => one.getClientRects().length > 0;
    (function walk(panel, way) {
        for (const choice of panel.querySelectorAll(":scope > .signpost__choices > li > details")) {
            const summary = choice.querySelector("summary");
            const inner = choice.querySelector(".signpost__panel");
            const taken = [...way, summary.innerText.split("\\n")[0].trim()];
            summary.click();
            if (inner.querySelector("details")) walk(inner, taken);
            else found.push({
                way: taken,
                heading: inner.querySelector(".signpost__ask").innerText,
                reached: Array.from(inner.querySelectorAll("a:is([href^='tel:'], [href^='mailto:'])")).filter(shown).length,
            });
            summary.click();
        }
    })(document.querySelector(".signpost > .signpost__panel"), []);
    return found;
}"""
"""The same without a script of the page: each choice is unfolded, and folded again afterwards."""


def walk(it: Watched) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = it.page.evaluate(_WALK)
    assert len(found) > 30
    return found


@pytest.mark.sampled(4)
@EVERY_TREE
def test_every_way_ends_at_somebody_to_call_or_mail(chromium: Browser, origin: str, tree: Tree) -> None:
    found = []
    with watched(chromium, f"{origin}{tree.path}/", viewport=PHONE) as it:
        open_signpost(it)
        it.page.wait_for_load_state("networkidle")
        it.asked()
        address, history = it.page.url, it.page.evaluate("history.length")
        unknown, advisor = first_line(it.page.locator(CHOICES).last), headings_of_the_advisor(tree)
        for end in walk(it):
            if len(end["way"]) > USUAL_TAPS:
                found.append(f"{len(end['way'])} taps: {end['way']}")
            if not end["reached"]:
                found.append(f"nobody to reach: {end['way']}")
            if not end["focused"]:
                found.append(f"the focus is not at the end: {end['way']}")
            if not end["advisor"]:
                found.append(f"no word of the advisor: {end['way']}")
            if (end["address"], end["history"]) != (address, history):
                found.append(f"the address tells of {end['way']}: {end['address']}")
            if end["way"][-1] == unknown and end["heading"] not in advisor:
                found.append(f"who does not know gets elsewhere: {end['way']}: {end['heading']}")
        asked = [file for file in it.asked() if not file.endswith(".woff2")]
        assert asked == []
        found += it.seen()
    expect_none(found)


def headings_of_the_advisor(tree: Tree) -> list[str]:
    """The titles of the ends that are the advisor's in every organisation."""
    data = yaml.safe_load((REPOSITORY / "data" / "signpost.yml").read_text(encoding="utf-8"))
    titles = [end["title"][tree.language] for end in data["ends"] if end.get("who") == "advisor"]
    return [resolve_address(title, tree.form) if tree.language == "nl" else title for title in titles]


@pytest.mark.sampled(3)
@EVERY_TREE
def test_danger_is_one_tap_away(chromium: Browser, origin: str, tree: Tree) -> None:
    with watched(chromium, f"{origin}{tree.path}/", viewport=PHONE) as it:
        open_signpost(it)
        it.page.locator(CHOICES).first.click()
        numbers = [
            link.get_attribute("href")
            for link in it.page.locator(".signpost__panel:not([hidden]) a").all()
            if link.is_visible()
        ]
        assert numbers[0] == "tel:112"
        assert "tel:08000188" in numbers


@pytest.mark.sampled(3)
@EVERY_TREE
def test_without_a_script_every_end_is_as_many_taps_away(chromium: Browser, origin: str, tree: Tree) -> None:
    with watched(chromium, f"{origin}{tree.path}/", viewport=PHONE) as it:
        open_signpost(it)
        with_script = {tuple(end["way"]): end["heading"] for end in walk(it)}
    with watched(chromium, f"{origin}{tree.path}/", viewport=PHONE, java_script_enabled=False) as it:
        it.open("wegwijzer.html")
        address = it.page.url
        unfolded = it.page.evaluate(_UNFOLD)
        assert it.page.url == address
        assert it.page.locator(".signpost-note").is_visible()
        assert it.seen() == []
    assert {tuple(end["way"]): end["heading"] for end in unfolded} == with_script
    expect_none(f"nobody to reach: {end['way']}" for end in unfolded if not end["reached"])


@pytest.mark.parametrize("key", ["Enter", "Space"])
def test_it_can_be_walked_by_keyboard_alone(chromium: Browser, origin: str, key: str) -> None:
    with watched(chromium, f"{origin}{TREES[0].path}/", viewport=PHONE, reduced_motion="reduce") as it:
        open_signpost(it)
        it.measure()
        keyboard = it.page.keyboard
        focus_on(it, first_line(it.page.locator(CHOICES).nth(3)))
        keyboard.press(key)
        question = it.page.locator(HEADING).inner_text()
        assert it.page.evaluate("document.activeElement.textContent") == question
        keyboard.press("Tab")
        assert it.page.evaluate("measure.focus().inWindow")
        keyboard.press(key)
        assert it.page.locator(HEADING).inner_text() != question
        focus_on(it, it.page.locator(BACK).inner_text())
        keyboard.press(key)
        assert it.page.evaluate("document.activeElement.textContent") == question
        focus_on(it, it.page.locator(AGAIN).inner_text())
        keyboard.press(key)
        assert it.page.locator(CHOICES).count() == 6
        assert not it.page.locator(BACK).is_visible()
        assert it.seen() == []


def focus_on(it: Watched, text: str) -> None:
    for _ in range(60):
        it.page.keyboard.press("Tab")
        if it.page.evaluate("document.activeElement.innerText || ''").startswith(text):
            return
    pytest.fail(f"cannot get to {text}")


def test_each_question_says_how_far_it_is(chromium: Browser, origin: str) -> None:
    with watched(chromium, f"{origin}{TREES[0].path}/") as it:
        open_signpost(it)
        status = it.page.get_by_role("status").filter(visible=True).first
        before = status.inner_text()
        assert re.search(r"1 .* 3", before)
        it.page.locator(CHOICES).nth(3).click()
        assert re.search(r"2 .* 3", status.inner_text())
        it.page.locator(CHOICES).nth(4).click()
        assert not re.search(r"\d", status.inner_text())


def test_a_page_that_comes_back_from_the_browsers_memory_begins_again(chromium: Browser, origin: str) -> None:
    with watched(chromium, f"{origin}{TREES[0].path}/") as it:
        open_signpost(it)
        first = it.page.locator(HEADING).inner_text()
        it.page.locator(CHOICES).nth(1).click()
        it.page.locator(CHOICES).nth(1).click()
        it.page.evaluate("dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }))")
        assert it.page.locator(HEADING).inner_text() == first
        it.page.reload()
        assert it.page.locator(HEADING).inner_text() == first


@pytest.mark.parametrize("width", [320, 1280])
@pytest.mark.sampled(2)
def test_buttons_are_large_and_nothing_sticks_out(chromium: Browser, origin: str, width: int) -> None:
    found = []
    for tree in TREES:
        with watched(chromium, f"{origin}{tree.path}/", viewport={"width": width, "height": 640}) as it:
            open_signpost(it)
            for end in walk(it):
                found += [f"{tree} {end['way']}: small: {one}" for one in end["small"]]
                if end["wide"]:
                    found.append(f"{tree} {end['way']}: the page scrolls sideways")
            choices = it.page.locator(CHOICES).evaluate_all(
                "all => all.map((one) => one.getBoundingClientRect().height)"
            )
            assert min(choices) >= 48
    expect_none(found)


STATES: dict[str, tuple[int, ...]] = {
    "a question": (),
    "another question": (3,),
    "danger": (0,),
    "the advisor": (1, 0),
    "others": (3, 0, 0),
}


@pytest.mark.parametrize(
    ("tree", "scheme"), [(tree, ("light", "dark")[number % 2]) for number, tree in enumerate(TREES)], ids=str
)
@pytest.mark.sampled(4)
def test_axe_finds_no_fault_in_any_state(chromium: Browser, origin: str, tree: Tree, scheme: Any) -> None:
    """Of an organisation's two languages each has half of the states, and all with EVERY_PAGE=true."""
    axe = (files("axe_playwright_python") / "axe.min.js").read_text(encoding="utf-8")
    turn = TREES.index(tree)
    found = []
    with watched(chromium, f"{origin}{tree.path}/", viewport=PHONE, color_scheme=scheme) as it:
        for state, way in [*STATES.items()][0 if EVERY_PAGE else turn % 2 :: 1 if EVERY_PAGE else 2]:
            open_signpost(it)
            for number in way:
                it.page.locator(CHOICES).nth(number).click()
            it.page.evaluate(axe)
            verdict = it.page.evaluate("axe.run('.signpost', { resultTypes: ['violations'] })")
            found += [
                f"{state}: {rule['id']}: {node['target']}" for rule in verdict["violations"] for node in rule["nodes"]
            ]
    expect_none(found)


@EVERY_TREE
def test_every_number_on_the_sheet_stands_with_whose_it_is_and_every_address_once(
    chromium: Browser, origin: str, tree: Tree
) -> None:
    with watched(chromium, f"{origin}{tree.path}/") as it:
        open_signpost(it)
        it.page.evaluate("() => { window.print = () => {} }")
        it.page.locator(CHOICES).first.click()
        it.page.locator(PRINT).click()
        it.page.emulate_media(media="print")
        lines = it.page.locator("[data-sheet-doors] p").all_inner_texts()
        assert len(lines) > 2
        assert [line for line in lines if not re.search("[A-Za-z]{3}", re.sub("^(Bel|Call) ", "", line))] == []
        addresses = re.findall(r"\S+@\S+", " ".join(lines))
        assert len(addresses) == len(set(addresses))


@pytest.mark.sampled(2)
@EVERY_TREE
def test_the_sheet_is_all_that_is_printed_and_names_the_door_but_no_choice(
    chromium: Browser, origin: str, tree: Tree
) -> None:
    with watched(chromium, f"{origin}{tree.path}/") as it:
        open_signpost(it)
        it.page.evaluate("() => { window.printed = 0; window.print = () => { window.printed += 1 } }")
        chosen = []
        for number in (3, 3, 0):
            chosen.append(first_line(it.page.locator(CHOICES).nth(number)))
            it.page.locator(CHOICES).nth(number).click()
        door = it.page.locator(".signpost__panel:not([hidden]) .door a").last.inner_text()
        way = it.page.locator(CONTACT).filter(visible=True).first.get_attribute("href") or ""
        it.page.locator(PRINT).click()
        assert it.page.evaluate("window.printed") == 1
        it.page.emulate_media(media="print")
        text = it.page.evaluate("document.body.innerText")
        assert text.startswith(it.page.locator(".signpost-note__title").inner_text())
        assert door in text
        assert way.removeprefix("mailto:").removeprefix("tel:+31") in text.replace(" ", "")
        assert not [one for one in chosen if one in text]
        assert it.page.locator("h1, header, footer, .contact-bar").filter(visible=True).count() == 0
        assert len(re.findall(rb"/Type /Page\b", it.page.pdf(format="A4"))) == 1
        it.page.emulate_media(media="screen")
        assert it.page.locator("h1").is_visible()
        assert not it.page.locator(".signpost-note").is_visible()
        assert it.seen() == []


@EVERY_TREE
def test_the_page_with_its_style_and_scripts_stays_light(served: Path, tree: Tree) -> None:
    root = served / tree.path
    page = (root / "wegwijzer.html").read_text(encoding="utf-8")
    loaded = re.findall(r'(?:href|src)="((?:\.\./)?assets/[\w-]+\.(?:css|js))"', page)
    names = [name.removeprefix("../") for name in loaded]
    assert "assets/signpost.js" in names and "assets/site.css" not in names
    weight = sum(len(gzip.compress((root / name).read_bytes())) for name in ["wegwijzer.html", *loaded])
    assert weight <= 20_000


def test_no_other_page_loads_it(served: Path) -> None:
    pages = (served / TREES[0].path).glob("*.html")
    assert [page.name for page in pages if "signpost." in page.read_text(encoding="utf-8")] == ["wegwijzer.html"]
