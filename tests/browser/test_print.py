"""On paper: name and number in the text, links spelled out or not needed, nothing that only works on a screen."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from .document import Document
from .sites import Tree, find_trees
from .watch import watched

if TYPE_CHECKING:
    from playwright.sync_api import Browser

pytestmark = pytest.mark.browser

ON_PAPER = {tree.slug: tree for tree in find_trees() if tree.example and tree.root and tree.day == "usual"}
SCREEN_ONLY = ".md-header__nav, .exit, .md-skip, .md-alternate, .contact-bar, [data-print]"


@pytest.mark.sampled(3)
@pytest.mark.parametrize("tree", find_trees(), ids=str)
def test_the_first_page_on_paper_names_whom_to_call(chromium: Browser, served: Path, origin: str, tree: Tree) -> None:
    page = Document(served / tree.path / "index.html")
    numbers = [address.removeprefix("tel:") for _, address in page.addresses() if address.startswith("tel:+")]
    with watched(chromium, f"{origin}{tree.path}/") as it:
        it.page.emulate_media(media="print")
        it.open("index.html")
        names = it.page.locator(".hero :is(.advisor-card__name, .choice__name)").filter(visible=True).all_inner_texts()
        text = it.page.evaluate("document.body.innerText")
        assert names
        assert all(name in text for name in names)
        digits = "".join(filter(str.isdigit, text))
        assert all(number.removeprefix("+31") in digits for number in numbers[:1])
        assert it.page.locator(SCREEN_ONLY).filter(visible=True).count() == 0
        assert it.page.pdf().startswith(b"%PDF")
        assert it.seen() == []


@pytest.mark.sampled(3)
@pytest.mark.parametrize("name", ["wie.html", "gesprek.html", "andere-kant.html"])
@pytest.mark.parametrize("tree", ON_PAPER.values(), ids=str)
def test_a_mail_button_is_an_address_on_paper(chromium: Browser, origin: str, tree: Tree, name: str) -> None:
    with watched(chromium, f"{origin}{tree.path}/") as it:
        it.page.emulate_media(media="print")
        it.open(name)
        mail = it.page.locator("main .md-button[href^='mailto:']").filter(visible=True)
        assert mail.count()
        told = [(one.inner_text(), (one.get_attribute("href") or "").removeprefix("mailto:")) for one in mail.all()]
        assert [one for one in told if one[1] not in one[0]] == []


@pytest.mark.parametrize("name", ["index.html", "wie.html"])
def test_on_paper_the_words_of_a_button_stay_together_and_nothing_folds(
    chromium: Browser, origin: str, name: str
) -> None:
    with watched(chromium, f"{origin}{ON_PAPER['vuurtoren'].path}/", viewport={"width": 794, "height": 1123}) as it:
        it.page.emulate_media(media="print")
        it.open(name)
        words = it.page.locator(".advisor-card__ways .md-button > span:not(.print-only)").filter(visible=True)
        assert words.count() >= 2
        broken = "all => all.filter((one) => one.getClientRects().length > 1 || one.offsetHeight > 2 * parseFloat(getComputedStyle(one).fontSize)).map((one) => one.innerText)"
        assert words.evaluate_all(broken) == []
        folds = it.page.locator(".advisor-card summary").filter(visible=True)
        assert (
            folds.count()
            and folds.evaluate_all("all => all.filter((one) => getComputedStyle(one).display !== 'block').length") == 0
        )


def test_examples_that_can_hurt_are_on_paper_only_where_the_reader_opened_them(chromium: Browser, origin: str) -> None:
    with watched(chromium, f"{origin}{ON_PAPER['vuurtoren'].path}/") as it:
        it.page.emulate_media(media="print")
        it.open("gedrag.html")
        shown = it.page.locator("details.example li").filter(visible=True)
        assert shown.count() == 0
        it.page.evaluate("document.querySelector('details.example').open = true")
        assert shown.count() > 0


def test_other_answers_are_on_paper_without_being_opened(chromium: Browser, origin: str) -> None:
    with watched(chromium, f"{origin}{ON_PAPER['vuurtoren'].path}/") as it:
        it.page.emulate_media(media="print")
        it.open("waarvoor.html")
        assert (
            it.page.locator("details.question > p").filter(visible=True).count()
            == it.page.locator("details.question").count()
        )


def test_whoever_comes_second_is_named_on_paper(chromium: Browser, origin: str) -> None:
    with watched(chromium, f"{origin}{ON_PAPER['ooverlaar'].path}/") as it:
        it.page.emulate_media(media="print")
        it.open("hulp.html")
        text = " ".join(it.page.locator(".contact").inner_text().split())
        assert "Gemeentewerf Bram van der Voorbeeld externe vertrouwenspersoon Bel Bram 043 000 00 02" in text


def test_the_signpost_prints_no_choices_that_nobody_can_press(chromium: Browser, origin: str) -> None:
    with watched(chromium, f"{origin}{ON_PAPER['vuurtoren'].path}/") as it:
        it.page.emulate_media(media="print")
        it.open("wegwijzer.html")
        assert it.page.locator(".signpost").filter(visible=True).count() == 0
        assert it.page.locator(".contact").filter(visible=True).count() == 1


@pytest.mark.parametrize("name", ["index.html", "waarvoor.html", "hulp.html"])
def test_the_code_of_the_site_is_asked_for_when_somebody_prints(chromium: Browser, origin: str, name: str) -> None:
    with watched(chromium, f"{origin}{ON_PAPER['vuurtoren'].path}/") as it:
        it.open(name)
        assert [one for one in it.asked() if "qr" in one] == []
        it.page.pdf()
        assert [one for one in it.asked() if "qr" in one] == ["media/qr.svg"]
