"""The site as somebody hears it who does not see it, and what is left of a visit when somebody else presses Back."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from .chromium import FLAGS, find_chromium
from .sites import Tree, expect_none, find_trees, sampled_pages
from .watch import Watched, watched

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.browser

PHONE = {"width": 360, "height": 640}
HEARD = [tree for tree in find_trees() if str(tree) in ("vuurtoren-nl", "vuurtoren-en", "kiekeboe-nl", "vlieger-nl")]
BY_NAME = {str(tree): tree for tree in HEARD}
EVERY_TREE = pytest.mark.parametrize("tree", HEARD, ids=str)
DUTCH = BY_NAME["vuurtoren-nl"]

HEADINGS = {
    "index": [
        '"Zit je ergens mee op je werk? Praat met Noor." [level=1]',
        '"Noor Voorbeeld" [level=2]',
        '"Direct gevaar" [level=2]',
    ],
    "wie": ['"Sam Elders" [level=2]', '"Praten met Noor?" [level=2]'],
    "waarvoor": ['"Misbruik van macht" [level=3]'],
    "hulp": ['"Slachtofferhulp Nederland" [level=3]'],
    "regels": ['"Gelijke behandeling" [level=3]'],
    "andere-kant": ['"Steun voor jou" [level=2]'],
}
"""By which somebody who jumps from heading to heading finds a person, a number or a rule."""

TWO_PLACES = """() => {
    const places = new Map();
    for (const link of document.querySelectorAll("main a[href]")) {
        const name = link.innerText.replace(/\\s+/g, " ").trim().toLowerCase();
        if (link.checkVisibility()) places.set(name, new Set([...(places.get(name) || []), link.getAttribute("href")]));
    }
    return [...places].filter(([, to]) => to.size > 1).map(([name, to]) => `"${name}" leads to ${[...to].join(" and to ")}`);
}"""

VAGUE = {
    "nl": {
        "hier",
        "klik hier",
        "meer",
        "lees meer",
        "lees verder",
        "lees wanneer",
        "deze pagina",
        "link",
        "die van jezelf",
        "die van uzelf",
        "er zijn er meer",
        "samen na",
    },
    "en": {
        "here",
        "click here",
        "more",
        "read more",
        "read on",
        "read when",
        "this page",
        "link",
        "your own",
        "there are more",
    },
}
"""Links that say nothing in a list of links."""

UNHEARD_LISTS = """Array.from(document.querySelectorAll("main :is(ul, ol)"))
    .filter((list) => getComputedStyle(list).listStyleType === "none").map((list) => `a list that Safari does not call one: ${list.className}`)"""


def spoken(page: Page, part: str) -> str:
    return page.locator(part).aria_snapshot()


@EVERY_TREE
@pytest.mark.sampled(4)
def test_the_text_follows_the_header_and_a_link_is_told_from_another_by_its_name(
    chromium: Browser, served: Path, origin: str, tree: Tree
) -> None:
    """Skipping the header misses nothing of the text; a list of links says where each leads."""
    found = []
    with watched(chromium, f"{origin}{tree.path}/") as it:
        for name in sampled_pages(served, tree, HEARD):
            it.open(name)
            assert it.page.locator("main h1").count() == it.page.locator("h1").count() == 1, name
            assert (
                it.page.locator(".md-skip[href='#content']").count() == it.page.locator("main#content").count() == 1
            ), name
            found += [f"{name}: {one}" for one in it.page.evaluate(TWO_PLACES)]
            texts = {" ".join(text.split()).lower() for text in it.page.locator("main a").all_inner_texts()}
            found += [f"{name}: says nothing by itself: {text}" for text in sorted(texts & VAGUE[tree.language])]
            found += [f"{name}: {one}" for one in it.page.evaluate(UNHEARD_LISTS)]
    expect_none(found)


@pytest.mark.sampled(3)
@pytest.mark.parametrize("name", HEADINGS)
def test_whoever_jumps_by_headings_finds_them(chromium: Browser, origin: str, name: str) -> None:
    with watched(chromium, f"{origin}{DUTCH.path}/") as it:
        it.open(f"{name}.html")
        heard = spoken(it.page, "main")
    expect_none(f"not heard: {heading}" for heading in HEADINGS[name] if f"heading {heading}" not in heard)


@pytest.mark.parametrize(
    ("day", "ways"), [("2026-11-23T10:00", ["Bel Noor", "Mail Noor"]), ("2026-12-24T10:00", ["Bel Sam", "Mail Sam"])]
)
def test_the_bar_says_who_is_called_where_there_is_no_room_to_show_it(
    chromium: Browser, origin: str, day: str, ways: list[str]
) -> None:
    with watched(chromium, f"{origin}{DUTCH.path}/", viewport=PHONE, timezone_id="Europe/Amsterdam") as it:
        it.page.clock.set_fixed_time(f"{day}:00+01:00")
        it.open("gesprek.html")
        heard = spoken(it.page, "[data-contact-bar]")
    expect_none(f"not heard: {way}" for way in ways if f'link "{way}"' not in heard)


def test_a_dutch_source_is_read_in_dutch_on_an_english_page(chromium: Browser, origin: str) -> None:
    with watched(chromium, f"{origin}{BY_NAME['vuurtoren-en'].path}/") as it:
        it.open("regels.html")
        sources = it.page.locator(".law__source")
        assert sources.count() == sources.filter(has=it.page.locator("[lang=nl]")).count() > 5


def test_the_code_for_a_telephone_is_one_picture(chromium: Browser, origin: str) -> None:
    with watched(chromium, f"{origin}{DUTCH.path}/") as it:
        it.open("veilig.html")
        assert spoken(it.page, "main").count("- img") == 1


@pytest.mark.parametrize("key", ["Tab", "h"])
def test_shift_with_another_key_is_no_step_towards_leaving(chromium: Browser, origin: str, key: str) -> None:
    with watched(chromium, f"{origin}{DUTCH.path}/") as it:
        it.open("wie.html")
        for _ in range(4):
            for act, one in (
                (it.page.keyboard.down, "Shift"),
                (it.page.keyboard.press, key),
                (it.page.keyboard.up, "Shift"),
            ):
                act(one)
                assert it.page.locator("[data-exit-status]").inner_text() == ""
        assert it.page.url.endswith("/wie.html")


def test_the_number_of_answers_is_said_when_the_fingers_rest(chromium: Browser, origin: str) -> None:
    with watched(chromium, f"{origin}{DUTCH.path}/") as it:
        it.page.clock.install()
        it.open("wie.html")
        it.page.locator(".search__button").click()
        it.page.wait_for_function(
            "() => window.voorlichter.search && voorlichter.words && voorlichter.found", polling=20
        )
        it.page.locator(".search__field").press_sequentially("pesten")
        status = it.page.locator("[data-search] [role=status]")
        assert "antwoorden" in status.inner_text() and status.get_attribute("aria-busy") == "true"
        it.page.clock.run_for(1000)
        assert status.get_attribute("aria-busy") is None


# Somebody else presses Back


def write_message(page: Page) -> None:
    for label in ("Sam Elders", "Een afspraak", "Ochtend", "English"):
        page.get_by_label(label).check()
    page.locator("[data-sender]").fill("Robin")


def walk_signpost(page: Page) -> None:
    for _ in range(2):
        page.locator("[data-signpost] .signpost__choice").filter(visible=True).nth(1).click()


def answer_quiz(page: Page) -> None:
    page.locator(".quiz__option").first.click()
    page.locator(".quiz [type=submit]").click()


def search(page: Page) -> None:
    page.locator(".search__button").click()
    page.locator(".search__field").fill("pesten")


def unfold(page: Page) -> None:
    for place in (page.locator("main summary").nth(1), page.locator(".md-nav__button")):
        place.click()


LEFT: dict[str, tuple[str, Callable[[Page], None]]] = {
    "message": ("bericht.html", write_message),
    "signpost": ("wegwijzer.html", walk_signpost),
    "quiz": ("training-role.html", answer_quiz),
    "search": ("index.html", search),
    "advisor": ("wie.html", lambda page: page.get_by_role("button", name="Turks").click()),
    "unfolded": ("waarvoor.html", unfold),
}

SHOWN = """() => ({
    text: document.querySelector("main").innerText.split("\\n").sort().join("\\n"), // options stand in another order each time
    fields: Array.from(document.querySelectorAll("input"), (one) => /radio|checkbox/.test(one.type) ? one.checked : one.value),
    pressed: document.querySelectorAll("[aria-pressed=true]").length,
    open: document.querySelectorAll("details[open]").length,
})"""


@pytest.fixture(scope="module", params=["anew", "kept"])
def returning(request: pytest.FixtureRequest, chromium: Browser) -> Iterator[tuple[Browser, bool]]:
    """A browser that makes the page anew when one goes back, and one that kept it whole, as browsers do by themselves."""
    if request.param == "anew":
        yield chromium, False
        return
    keeps = chromium.browser_type.launch(
        executable_path=find_chromium(), args=list(FLAGS), ignore_default_args=["--disable-back-forward-cache"]
    )
    yield keeps, True
    keeps.close()


@pytest.mark.sampled(6)
@pytest.mark.parametrize("what", LEFT)
def test_back_shows_nothing_of_what_was_chosen(returning: tuple[Browser, bool], origin: str, what: str) -> None:
    browser, kept = returning
    name, act = LEFT[what]
    with watched(browser, f"{origin}{DUTCH.path}/", viewport=PHONE) as it:
        it.page.clock.set_fixed_time("2026-11-23T10:00:00+01:00")
        it.page.add_init_script("addEventListener('pageshow', (event) => { window.kept = event.persisted; })")
        it.open(name)
        before = it.page.evaluate(SHOWN)
        act(it.page)
        assert it.page.evaluate(SHOWN) != before
        it.open("colofon.html")
        go_back(it, name)
        assert it.page.evaluate("window.kept") == kept
        assert it.page.evaluate(SHOWN) == before


def go_back(it: Watched, name: str) -> None:
    # A page that was kept does not load again, so there is no load to wait for.
    it.page.go_back(wait_until="commit")
    it.page.wait_for_function(
        "name => location.pathname.endsWith(name) && window.kept !== undefined && document.readyState === 'complete'",
        arg=name,
        polling=20,
    )
