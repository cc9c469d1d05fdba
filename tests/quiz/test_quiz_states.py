"""axe finds nothing in any state of any type, on a wide and a narrow screen; there also in the dark and in forced colours."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from browser.checkers.in_page import findings, sources, start
from conftest import Play
from played import Played
from playwright.sync_api import Page

pytestmark = pytest.mark.browser

LOOKS: list[dict[str, str]] = [
    {"color_scheme": "light", "forced_colors": "none"},
    {"color_scheme": "dark", "forced_colors": "none"},
    {"color_scheme": "dark", "forced_colors": "active"},
]


def walk(it: Played) -> Iterator[str]:
    """Every state there is, once."""

    def judged(question: str, *answers: tuple[str, ...]) -> Iterator[str]:
        it.skip_to(question)
        yield f"{question} untouched"
        it.press("Controleer")
        yield f"{question} empty"
        for number, picks in enumerate(answers):
            if number:
                it.page.locator(f"#quiz-{question} input:checked").evaluate_all(
                    "all => all.forEach(one => one.click())"
                )
            it.answer(*picks)
            yield f"{question}: {it.result()}"

    yield from judged("one", ("one_advisor",), ("one_you",))
    yield from judged(
        "several", ("several_customer",), ("several_staff",), ("several_staff", "several_intern", "several_temp")
    )
    yield from judged("statement", ("statement_false",), ("statement_true",))
    yield from judged("order")
    for index, places in (("2", 1), ("2", 2), ("1", 2)):
        while (
            it.page.locator(".quiz__order > li").evaluate_all(
                f"all => all.findIndex(one => one.dataset.index === '{index}')"
            )
            < places
        ):
            it.page.locator(f"[data-index='{index}'] [data-kit=down]").click()
    yield "order moved"
    it.press("Controleer")
    yield f"order: {it.result()}"
    yield from judged("match")
    for number, select in enumerate(it.page.locator("#quiz-match select").all()):
        select.select_option(value=str(number * number % 3))
    it.press("Controleer")
    yield f"match: {it.result()}"
    yield from judged(
        "sort",
        ("sort_call_secret", "sort_manager_secret", "sort_danger_secret"),
        ("sort_manager_consent", "sort_danger_act"),
    )
    it.skip_to("story")
    yield "story untouched"
    it.page.locator("[data-path='1'] > summary").click()
    yield "story begun"
    it.page.locator("[data-path='10'] > summary").click()
    yield f"story: {it.result()}"
    it.skip_to("thought")
    it.page.locator(".quiz__thoughts > summary").click()
    yield "thoughts"
    it.press("Afronden")
    yield "end"


# What is drawn behind a text hides its ground from axe.
_BARE = """const bare = new CSSStyleSheet();
bare.replaceSync("*::before, *::after { content: none !important }");
document.adoptedStyleSheets = [bare]; null"""


def bring_axe(page: Page) -> None:
    page.evaluate(sources("axe"))
    page.evaluate(_BARE)


def look(page: Page, state: str, width: int) -> list[str]:
    found = []
    page.set_viewport_size({"width": width, "height": 640})
    for number, colours in enumerate(LOOKS if width < 400 else LOOKS[:1]):
        page.emulate_media(**colours)  # type: ignore[arg-type]
        start(page, ".quiz", colours_only=number == 1)
        found += [f"{state}, {width} px, {colours}: {said}" for _, said in findings(page)]
    return found


@pytest.mark.sampled(4)
@pytest.mark.parametrize("pass_mark", [None, 50], ids=["no score", "score"])
@pytest.mark.parametrize("width", [320, 1280])
def test_axe_finds_nothing(play: Play, width: int, pass_mark: int | None) -> None:
    it = play(pass_mark=pass_mark)
    bring_axe(it.page)
    states, found = [], []
    try:
        for state in walk(it) if pass_mark is None else walk_scored(it):
            states.append(state)
            found += look(it.page, state, width)
    finally:
        print(states)
    assert found == []
    assert len(states) == len(set(states))


def walk_scored(it: Played) -> Iterator[str]:
    """What a pass mark adds: what is locked, the story that cannot be gone back in, the score."""
    it.answer("one_you")
    yield "locked"
    it.skip_to("story")
    it.page.locator("[data-path='1'] > summary").click()
    it.page.locator("[data-path='11'] > summary").click()
    yield "story locked"
    it.skip_to("thought")
    it.press("Afronden")
    yield "not passed"
    it.press("Vorige", "Vorige", "Vorige")
    yield "looked back"


@pytest.mark.proof
def test_axe_finds_nothing_without_a_script(play: Play) -> None:
    it = play(quiz=False)  # axe is a script itself
    it.choose("one_advisor", "several_staff", "statement_false", "sort_call_secret", "sort_danger_secret")
    it.page.locator("#quiz-order_contact").select_option(label="2")
    it.page.locator("#quiz-match_danger").select_option(label="112 bellen")
    for path in ("1", "10"):
        it.page.locator(f"[data-path='{path}'] > summary").click()
    for summary in it.page.locator(".quiz__why > summary, .quiz__thoughts > summary").all():
        summary.click()
    bring_axe(it.page)
    assert look(it.page, "without a script", 320) == []
