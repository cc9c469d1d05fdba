"""A first message: chosen in the page, copied or opened on a tap, gone when the page is left, never about a subject."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import unquote

import pytest

from .sites import Tree, find_trees
from .watch import Watched, watched

if TYPE_CHECKING:
    from playwright.sync_api import Browser

pytestmark = pytest.mark.browser

TREES = [tree for tree in find_trees() if tree.day == "usual"]
EVERY_TREE = pytest.mark.parametrize("tree", TREES, ids=str)
BY_NAME = {str(tree): tree for tree in TREES}
PHONE = {"width": 360, "height": 640}
SHOWN = "[data-language]:not([hidden]) [data-text]"
OPENED = """way => {
    // What the link would open, read while the tap is under way.
    let opened;
    const link = document.querySelector(`[data-ways]:not([hidden]) [data-way=${way}]`);
    document.addEventListener("click", event => { opened = link.href; event.preventDefault(); }, { once: true });
    link.click();
    return opened;
}"""

KEPT = "window.dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }))"
"""What a browser does that keeps a page as it was left."""
A_MOBILE_NUMBER = """() => {
    const link = document.querySelector("[data-way=whatsapp]");
    link.dataset.way = "sms";
    link.setAttribute("href", "sms:+31612345678");
}"""


def choose(it: Watched, group: str, value: str) -> None:
    it.page.locator(f"[name='message-{group}'][value='{value}']").check()


def message(it: Watched) -> str:
    return " ".join(it.page.locator(SHOWN).inner_text().split())


def test_a_changed_message_is_said_when_the_fingers_rest(chromium: Browser, origin: str) -> None:
    with watched(chromium, f"{origin}{BY_NAME['vuurtoren-nl'].path}/", viewport=PHONE) as it:
        it.page.clock.install()
        it.open("bericht.html")
        heard = it.page.locator("[data-heard]")
        assert heard.get_attribute("role") == "status"
        it.page.clock.run_for(2000)
        assert heard.text_content() == "", "nobody changed anything"
        choose(it, "what", "meet")
        it.page.clock.run_for(700)
        it.page.locator("[data-sender]").fill("Jo")
        it.page.clock.run_for(700)
        assert heard.text_content() == ""
        it.page.clock.run_for(200)
        assert heard.text_content() == "Hoi Noor, kunnen we een afspraak maken? Liefst na 17:00. Groet, Jo"
        it.page.evaluate(KEPT)
        assert heard.text_content() == ""


def test_the_choices_make_the_message(chromium: Browser, origin: str) -> None:
    with watched(chromium, f"{origin}{BY_NAME['vuurtoren-nl'].path}/", viewport=PHONE) as it:
        it.open("bericht.html")
        assert message(it) == "Hoi Noor, kun je me bellen? Liefst na 17:00."
        choose(it, "to", "sam")
        choose(it, "what", "meet")
        choose(it, "when", "morning")
        it.page.locator("[data-sender]").fill("Jo")
        assert message(it) == "Hoi Sam, kunnen we een afspraak maken? Liefst in de ochtend. Groet, Jo"
        choose(it, "when", "any")
        choose(it, "language", "tr")
        assert message(it) == "Merhaba Sam, bir randevu alabilir miyim? Selamlar, Jo"
        assert it.page.url.endswith("/bericht.html") and it.seen() == []


def test_the_organisation_chooses_the_form_of_address(chromium: Browser, origin: str) -> None:
    with watched(chromium, f"{origin}{BY_NAME['ooverlaar-nl'].path}/") as it:
        it.open("bericht.html")
        assert message(it).startswith("Hallo …,"), "nobody is chosen where nobody may be named alone"
        assert it.page.locator("[data-way]").filter(visible=True).count() == 0
        choose(it, "to", "amina")
        assert message(it) == "Hallo Amina, kunt u me bellen? Liefst na 17:00."


def test_arabic_is_written_from_the_right(chromium: Browser, origin: str) -> None:
    with watched(chromium, f"{origin}{BY_NAME['ooverlaar-nl'].path}/") as it:
        it.open("bericht.html")
        choose(it, "to", "amina")
        choose(it, "language", "ar")
        shown = it.page.locator(SHOWN)
        assert (shown.get_attribute("lang"), shown.get_attribute("dir")) == ("ar", "rtl")
        assert shown.evaluate("one => getComputedStyle(one).textAlign") == "start"
        assert shown.locator("bdi").first.inner_text() == "Amina"


def offered(it: Watched) -> list[str | None]:
    return [
        one.get_attribute("value") for one in it.page.locator("[name='message-language']").filter(visible=True).all()
    ]


@pytest.mark.sampled(3)
@EVERY_TREE
def test_it_is_offered_in_dutch_english_and_what_the_advisor_speaks(chromium: Browser, origin: str, tree: Tree) -> None:
    spoken = {
        "vuurtoren": "nl en pl",
        "ooverlaar": "nl en de ar",
        "werkplaats": "nl en pl",
        "kiekeboe": "nl en de fr pl tr ar",
        "vlieger": "nl en",
    }
    with watched(chromium, f"{origin}{tree.path}/") as it:
        it.open("bericht.html")
        assert offered(it) == spoken[tree.slug].split()
        assert it.page.locator("[name='message-language']:checked").get_attribute("value") == tree.language


def test_another_advisor_other_languages(chromium: Browser, origin: str) -> None:
    with watched(chromium, f"{origin}{BY_NAME['vuurtoren-nl'].path}/") as it:
        it.open("bericht.html")
        choose(it, "language", "pl")
        choose(it, "to", "sam")
        assert offered(it) == ["nl", "en", "tr"]
        assert message(it).startswith("Hoi Sam,"), "what Sam cannot read is no longer chosen"


@pytest.mark.parametrize(
    ("way", "address"),
    [
        ("whatsapp", "https://wa.me/31200000001?text="),
        ("mail", "mailto:noor@praktijk-luister.example?body="),
        ("sms", "sms:+31612345678?&body="),
    ],
)
def test_a_link_carries_the_message_from_the_tap_on_and_not_before(
    chromium: Browser, origin: str, way: str, address: str
) -> None:
    with watched(chromium, f"{origin}{BY_NAME['vuurtoren-nl'].path}/") as it:
        it.open("bericht.html")
        if way == "sms":  # none of the examples has a mobile number, for those that exist are somebody's
            it.page.evaluate(A_MOBILE_NUMBER)
        it.page.locator("[data-sender]").fill("Jo & Bo?")
        link = it.page.locator(f"[data-ways]:not([hidden]) [data-way={way}]")
        plain = str(link.get_attribute("href"))
        assert "?" not in plain
        opened = it.page.evaluate(OPENED, way)
        assert opened.startswith(address) and "Jo%20%26%20Bo%3F" in opened
        assert unquote(opened.removeprefix(address)) == message(it)
        it.page.wait_for_function(
            "([way, plain]) => document.querySelector(`[data-way=${way}]`).getAttribute('href') === plain",
            arg=[way, plain],
        )


def test_copying_puts_it_on_the_clipboard_and_says_so(chromium: Browser, origin: str) -> None:
    tree = BY_NAME["vuurtoren-nl"]
    with watched(chromium, f"{origin}{tree.path}/", permissions=["clipboard-read", "clipboard-write"]) as it:
        it.open("bericht.html")
        it.page.locator("[data-copy] button").click()
        it.page.get_by_text("Gekopieerd").wait_for()
        assert it.page.evaluate("navigator.clipboard.readText()") == message(it)


def test_where_nothing_may_be_copied_the_message_is_selected(chromium: Browser, origin: str) -> None:
    tree = BY_NAME["vuurtoren-nl"]
    with watched(chromium, f"{origin}{tree.path}/") as it:
        it.page.add_init_script("Object.defineProperty(navigator, 'clipboard', { value: undefined })")
        it.open("bericht.html")
        it.page.locator("[data-copy] button").click()
        assert "geselecteerd" in it.page.locator("[data-said]").inner_text()
        assert " ".join(it.page.evaluate("getSelection().toString()").split()) == message(it)


@EVERY_TREE
@pytest.mark.sampled(4)
def test_nothing_of_it_is_left_after_the_page_was_left(chromium: Browser, origin: str, tree: Tree) -> None:
    with watched(chromium, f"{origin}{tree.path}/") as it:
        it.open("bericht.html")
        first = message(it)
        for leave in (
            lambda: it.page.reload(),
            lambda: (it.page.goto("about:blank"), it.page.go_back()),
            lambda: it.page.evaluate(KEPT),
        ):
            choose(it, "what", "meet")
            it.page.locator("[data-sender]").fill("Jo")
            leave()
            assert it.page.locator("[data-sender]").input_value() == ""
            assert message(it) == first
        assert it.page.locator("[data-sender]").get_attribute("autocomplete") == "off"
        assert it.seen() == []


@pytest.mark.sampled(3)
@EVERY_TREE
def test_without_a_script_every_message_stands_there_to_copy(chromium: Browser, origin: str, tree: Tree) -> None:
    with watched(chromium, f"{origin}{tree.path}/", java_script_enabled=False, viewport=PHONE) as it:
        it.open("bericht.html")
        texts = it.page.locator("[data-text]")
        assert texts.count() >= 2
        for one in texts.all():
            assert one.is_visible() and one.get_attribute("lang") and "17" in one.inner_text()
        assert not it.page.locator("[data-choices], [data-copy]").filter(visible=True).count()
        assert it.page.locator("[data-way]").filter(visible=True).count()
