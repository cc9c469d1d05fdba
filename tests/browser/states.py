"""What can be open or under way on a page, besides folded text: each state is judged like a page of its own."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from .training import finish

if TYPE_CHECKING:
    from playwright.sync_api import Page


@dataclass(frozen=True, slots=True)
class State:
    """`steps` brings an open page from one step to the next, and names each."""

    name: str
    page: str
    context: str
    """What of the page axe has to look at; the rest is judged without the state."""
    steps: Callable[[Page], Iterator[str]]

    def __str__(self) -> str:
        return f"{self.name}-{self.page.removesuffix('.html')}"


def enter(page: Page, state: State) -> Iterator[str]:
    """The steps there are; none where this site or page has nothing of the kind."""
    yield from state.steps(page)


def open_menu(page: Page) -> Iterator[str]:
    page.evaluate("document.querySelector('[data-menu]').open = true")
    yield "menu open"


SEARCH_LOADED = """() => new Promise((done) => {
    const look = () => window.voorlichter && voorlichter.search && voorlichter.words && voorlichter.found ? setTimeout(done, 0) : setTimeout(look, 10);
    look();
})"""
"""From then on what is found is drawn at once."""


def search(page: Page) -> Iterator[str]:
    button = page.locator(".search__button")
    if not button.is_visible():
        return
    button.click()
    page.evaluate(SEARCH_LOADED)
    yield "search open"
    for words in ("pesten", "112", "qqqqq"):
        page.locator(".search__field").fill(words)
        yield f"search for {words}"


_PRESS = "one => one.click()"
"""As a pointer does; there are hundreds of ways, and a pointer that moves takes its time."""


def walk_signpost(page: Page) -> Iterator[str]:
    """Every question and every end, down each way and back again."""
    choices = page.locator("[data-signpost] .signpost__choice").filter(visible=True)
    back = page.locator("[data-signpost] .signpost__bar .md-button")

    def walk(way: str) -> Iterator[str]:
        yield way
        for number in range(choices.count()):
            choices.nth(number).evaluate(_PRESS)
            yield from walk(f"{way}{number + 1}")
            back.evaluate(_PRESS)

    if choices.count():
        yield from walk("signpost ")


def write_message(page: Page) -> Iterator[str]:
    options = page.locator("[data-first-message] input[type='radio']").filter(visible=True)
    number = 0
    while number < options.count():  # a choice may bring others or take them away
        options.nth(number).check()
        number += 1
    names = page.locator("[data-first-message] input[type='text']").filter(visible=True)
    for name in names.all():
        name.fill("Robin")
    yield "message with a name"


def answer_quiz(page: Page) -> Iterator[str]:
    for question in page.locator(".quiz__question").all():
        if question.is_visible():
            question.locator(".quiz__option").first.click()
            yield "a question answered"
            return


def reach_the_end(page: Page) -> Iterator[str]:
    if page.locator(".quiz__question").count():
        finish(page, right=1)
        yield "the end of a module"


def walk_talk(page: Page) -> Iterator[str]:
    """Every step of the first example, with the hints for whoever leads."""
    examples = page.locator("[data-talk] .talk__list a")
    if not examples.count():
        return
    examples.first.evaluate(_PRESS)
    page.locator(".talk__bar .link-button").first.evaluate(_PRESS)
    forward = page.locator(".talk__bar .md-button--primary")
    yield "talk 1"
    number = 1
    while forward.is_visible():
        forward.evaluate(_PRESS)
        number += 1
        yield f"talk {number}"


STATES = [
    State("menu", "index.html", "header", open_menu),
    State("menu", "gesprek.html", "header", open_menu),
    State("search", "index.html", "header", search),
    State("search", "wie.html", "header", search),
    State("signpost", "wegwijzer.html", "main", walk_signpost),
    State("message", "bericht.html", "main", write_message),
    State("quiz", "training-role.html", "main", answer_quiz),
    State("talk", "samen.html", "main", walk_talk),
    State("end", "training-role.html", "main", reach_the_end),
]
