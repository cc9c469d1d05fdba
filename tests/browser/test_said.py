"""What a screen reader says of each part, as it is in sight: who, what it is, how it stands and its number, in the order in which one needs it."""

from __future__ import annotations

import json
import re
import subprocess
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

import pytest

from .checkers import FOLDER, missing
from .conftest import skip_or_fail
from .sites import find_trees
from .states import SEARCH_LOADED
from .training import MODULE, answer_one
from .watch import watched

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.browser

TREE = next(tree for tree in find_trees() if str(tree) == "vuurtoren-nl")

IN_SIGHT = """root => {
    root.querySelectorAll("input").forEach((one) => one.toggleAttribute("checked", one.checked));
    root.querySelectorAll("*").forEach((one) => { if (one.isConnected && !one.checkVisibility()) one.remove(); });
    return root.outerHTML;
}"""

Say = Callable[[str], list[str]]


@pytest.fixture(scope="module")
def say() -> Iterator[Say]:
    """The phrases for a piece of HTML."""
    skip_or_fail(missing("node"))
    with subprocess.Popen(
        ["node", str(FOLDER / "heard.mjs")], stdin=subprocess.PIPE, stdout=subprocess.PIPE, encoding="utf-8"
    ) as reader:
        assert reader.stdin and reader.stdout
        hears, says = reader.stdin, reader.stdout

        def say(html: str) -> list[str]:
            hears.write(json.dumps(html) + "\n")
            hears.flush()
            phrases: list[str] = json.loads(says.readline())
            return phrases

        yield say
        hears.close()


def find_words(page: Page) -> None:
    page.locator(".search__button").click()
    page.evaluate(SEARCH_LOADED)
    page.locator(".search__field").fill("112 pesten")


def go_to_danger(page: Page) -> None:
    page.locator(".signpost__choice").filter(visible=True).first.click()


def leave_open(page: Page) -> None:
    page.locator("main").first.wait_for()


def choose(page: Page) -> None:
    page.locator(".choose__one").first.click()


PARTS: dict[str, tuple[str, Callable[[Page], None], str, list[str]]] = {
    "card": (
        "index.html",
        leave_open,
        ".advisor-card",
        [
            r"^heading, Noor Voorbeeld",
            r"^externe vertrouwenspersoon$",
            r"^link, Bel Noor 020 000 00 01$",
            r"^Nu meestal bereikbaar, tot 17:00",
            r"^Spreekt Nederlands",
        ],
    ),
    "danger": (
        "hulp.html",
        leave_open,
        ".urgent",
        [
            r"^heading, Direct gevaar",
            r"position 1, set size 3$",
            r"^link, Bel 112$",
            r"^Politie",
            r"^link, Bel 0800-0188$",
            r"^Centrum Seksueel Geweld",
        ],
    ),
    "bar": (
        "gesprek.html",
        leave_open,
        "[data-contact-bar]",
        [r"^complementary, Contact$", r"^link, Bel Noor$", r"^link, Mail Noor$"],
    ),
    "exit": ("gesprek.html", leave_open, "[role=region]", [r"^region, Sluit snel$", r"^link, Sluit snel$"]),
    "menu": ("gesprek.html", leave_open, ".md-header__nav", [r"^navigation, Menu$", r"^Menu$"]),
    "search": (
        "hulp.html",
        find_words,
        ".search__panel",
        [
            r"^search$",
            r"^searchbox, Waar gaat het over\?",
            r"^8 antwoorden$",
            r"^link, Bel 112$",
            r"^Spoed",
            r"^link, Bel Noor 020 000 00 01$",
            r"position 1, set size 8$",
            r"^link, Ongewenst gedrag.· Pesten$",
            r"position 2, set size 8$",
        ],
    ),
    "question": (
        "wegwijzer.html",
        leave_open,
        ".signpost",
        [
            r"^Vraag 1 van hoogstens 3$",
            r"^heading, Waar gaat het over\?, level 2$",
            r"position 1, set size 6$",
            r"^button, Er is nu gevaar",
        ],
    ),
    "end": (
        "wegwijzer.html",
        go_to_danger,
        ".signpost",
        [
            r"^heading, Eerst veilig, level 2$",
            r"^heading, Direct gevaar, level 3$",
            r"^link, Bel 112$",
            r"^heading, Praten met Noor\?, level 3$",
            r"^link, Bel Noor 020 000 00 01$",
        ],
    ),
    "message": (
        "bericht.html",
        leave_open,
        ".first-message",
        [
            r"^group, Aan wie\?$",
            r"^radio, Noor Voorbeeld, checked, position 1, set size 2$",
            r"^group, Wat wil je vragen\?$",
            r"^radio, Bel me, checked",
            r"^textbox, Je naam eronder",
            r"^Dit is het bericht$",
            r"^button, Kop",
        ],
    ),
    "choice": (
        "wie.html",
        choose,
        "[data-choose]",
        [
            r"^group, Kies wie bij je past$",
            r"^button, Pools, pressed$",
            r"^button, Turks, not pressed$",
            r"^status",
            r"^1 van de 2 vertrouwenspersonen$",
        ],
    ),
    "quiz": (
        MODULE,
        answer_one,
        ".quiz",
        [
            r"^Vraag \d+ van \d+$",
            r"^group, ",
            r"^radio, .*, checked, position 1",
            r"^radio, .*, not checked, position 2",
            r"^button, Volgende$",
        ],
    ),
    "help": (
        "hulp.html",
        leave_open,
        ".help-lines",
        [
            r"set size 14$",
            r"^heading, Spoed",
            r"^link, Bel 112$",
            r"^heading, Centrum Seksueel Geweld, level 3$",
            r"^link, Bel 0800-0188$",
            r"^Gratis, dag en nacht",
        ],
    ),
}
"""Where a part stands, what somebody does first, and what is heard of it, one after the other."""


@pytest.mark.parametrize("part", PARTS)
@pytest.mark.sampled(4)
def test_who_what_and_which_number_are_heard_in_that_order(chromium: Browser, origin: str, say: Say, part: str) -> None:
    name, act, selector, wanted = PARTS[part]
    with watched(
        chromium, f"{origin}{TREE.path}/", viewport={"width": 360, "height": 640}, timezone_id="Europe/Amsterdam"
    ) as it:
        it.page.clock.set_fixed_time("2026-11-24T10:00:00+01:00")
        it.open(name)
        act(it.page)
        phrases = say(it.page.locator(selector).first.evaluate(IN_SIGHT))
    rest = iter(phrases)
    for phrase in wanted:
        assert any(re.search(phrase, said) for said in rest), f"{phrase} is not heard in {phrases}"
