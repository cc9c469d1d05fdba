"""Each of the eight types, done by keyboard alone and by tap alone, with the same result."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from conftest import Play, Strings
from played import Played, new_context, open_page, write_page
from playwright.sync_api import Browser

from voorlichter.quiz import Module

pytestmark = pytest.mark.browser

RIGHT = {
    "one": ["Goed. Jij kiest de stap, en het moment."],
    "several": ["Goed. Iedereen die hier werkt", "Goed. Ook een stagiair werkt hier.", "Goed. Ook via een bureau."],
    "statement": ["Goed. Vertellen is genoeg."],
    "order": ["Goed. Bellen of mailen is genoeg.", "Goed. Op een plek naar keuze.", "Goed. Met voor- en nadelen.", "Goed. Ook niets doen mag."],
    "match": ["Goed. Gevaar gaat voor alles.", "Goed. Arbeidsvoorwaarden horen daar.", "Goed. Dit hoort bij de rol."],
    "sort": ["Goed. Ook als een baas ernaar vraagt.", "Goed. Daar is een ja voor nodig.", "Goed. Dan gaat veiligheid voor."],
}  # fmt: skip
SORTED = ("sort_call_secret", "sort_manager_consent", "sort_danger_act")


@pytest.fixture(scope="module")
def phone(
    browser: Browser, every_type: Module, strings: Strings, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Played]:
    """One page for all questions, by way of `Opnieuw beginnen` where it must be."""
    address = write_page(tmp_path_factory.mktemp("quiz"), every_type, strings("nl"))
    it = open_page(new_context(browser, has_touch=True, viewport={"width": 360, "height": 640}), address)
    yield it
    assert it.complaints == []


def order_on_screen(it: Played) -> list[str]:
    return list(it.page.locator(".quiz__order > li").evaluate_all("all => all.map(one => one.dataset.index)"))


def key(it: Played, *names: str) -> None:
    for name in names:
        it.page.keyboard.press(name)


def nothing_was_judged(it: Played) -> bool:
    return it.result() == "" and it.feedback() == [] and not it.page.locator(".quiz__why").filter(visible=True).count()


def check_by_key(it: Played, question: str) -> None:
    assert nothing_was_judged(it)
    it.tab_to("[data-kit=check]")
    key(it, "Enter")
    assert (it.focused(), it.result()) == ("result", "Goed")
    assert sorted(it.feedback()) == sorted(RIGHT[question])
    it.tab_to("[data-kit=next]")
    key(it, "Enter")


def test_by_keyboard_alone(phone: Played) -> None:
    it = phone
    it.page.reload()
    it.tab_to("#quiz-one input")
    for _ in range(4):  # options stand in another order each time
        if not it.page.locator("#quiz-one_you").is_checked():
            key(it, "ArrowDown")
    assert it.page.locator("#quiz-one_you").is_checked()
    check_by_key(it, "one")

    for box in ("staff", "intern", "temp"):
        it.tab_to(f"#quiz-several_{box}")
        key(it, "Space")
    check_by_key(it, "several")

    it.tab_to("#quiz-statement_true")
    key(it, "Space")
    check_by_key(it, "statement")

    for wanted in range(4):  # each step up to its place, the focus all the time on its button
        label = it.page.locator(f"[data-index='{wanted}'] label").inner_text()
        it.tab_to(f"[data-index='{wanted}'] [data-kit=up]")
        while order_on_screen(it).index(str(wanted)) > wanted:
            key(it, "Enter")
            assert it.focused() == "up"
            assert it.page.evaluate("document.activeElement.textContent") == f"Omhoog: {label}"
            assert it.said().endswith(f"Nu op plaats {order_on_screen(it).index(str(wanted)) + 1} van 4")
        it.page.locator("#quiz-order").focus()
    assert order_on_screen(it) == ["0", "1", "2", "3"]
    it.tab_to("[data-index='0'] [data-kit=up]")
    key(it, "Enter")
    assert order_on_screen(it) == ["0", "1", "2", "3"], "the first cannot go further up"
    assert it.focused() == "up"
    check_by_key(it, "order")

    for pair, wanted in (("danger", "112 bellen"), ("pay", "Leidinggevende of HR"), ("bully", "De vertrouwenspersoon")):
        it.tab_to(f"#quiz-match_{pair}")
        it.page.keyboard.type(wanted[:3])
        assert nothing_was_judged(it)
        assert it.page.locator(f"#quiz-match_{pair} option:checked").inner_text() == wanted
    check_by_key(it, "match")

    for number, item in enumerate(("call", "manager", "danger")):
        it.tab_to(f"#quiz-sort_{item}_secret")
        key(it, "Space", *["ArrowRight"] * number)
    check_by_key(it, "sort")

    it.tab_to("#quiz-story [data-path='1'] > summary")
    key(it, "Enter")
    assert it.focused() == "choice"
    assert it.page.get_by_text("De grap stopt.").is_visible()
    assert it.result() == ""
    it.tab_to("[data-path='11'] > summary")
    key(it, "Space")
    assert it.result() == "Goed"
    assert it.said().endswith("Goed")
    it.tab_to("[data-kit=next]")
    key(it, "Enter")

    it.tab_to(".quiz__thoughts > summary")
    key(it, "Enter")
    assert it.page.get_by_text("Dat iemand luistert").is_visible()
    it.tab_to("[data-kit=next]")
    key(it, "Enter")
    assert it.focused() == "end"
    assert it.part("score").inner_text() == "Gedaan: 7 van de 7. Helemaal goed: 7."


def check_by_tap(it: Played, question: str) -> None:
    assert nothing_was_judged(it)
    it.button("Controleer").tap()
    assert it.result() == "Goed"
    assert sorted(it.feedback()) == sorted(RIGHT[question])
    it.part("next").tap()


def test_by_tap_alone(phone: Played) -> None:
    it = phone
    it.page.reload()
    if it.part("again").is_visible():
        it.part("again").tap()
    while it.part("back").is_visible():
        it.part("back").tap()
    for question, picks in (
        ("one", ["one_you"]),
        ("several", ["several_staff", "several_intern", "several_temp"]),
        ("statement", ["statement_true"]),
    ):
        for pick in picks:
            it.page.locator(f"label:has(#quiz-{pick})").tap()
        check_by_tap(it, question)
    for wanted in range(4):
        while order_on_screen(it).index(str(wanted)) > wanted:
            it.page.locator(f"[data-index='{wanted}'] [data-kit=up]").tap()
    check_by_tap(it, "order")
    for pair, wanted in (("danger", "112 bellen"), ("pay", "Leidinggevende of HR"), ("bully", "De vertrouwenspersoon")):
        it.page.locator(f"#quiz-match_{pair}").select_option(label=wanted)
    check_by_tap(it, "match")
    for pick in SORTED:
        it.page.locator(f"label:has(#quiz-{pick})").tap()
    check_by_tap(it, "sort")
    it.page.locator("[data-path='1'] > summary").tap()
    it.page.locator("[data-path='11'] > summary").tap()
    assert it.result() == "Goed"
    it.part("next").tap()
    it.page.locator(".quiz__thoughts > summary").tap()
    assert it.page.get_by_text("Dat iemand luistert").is_visible()
    it.part("next").tap()
    assert it.part("score").inner_text() == "Gedaan: 7 van de 7. Helemaal goed: 7."


def test_a_story_keeps_a_choice_until_another_is_pressed(play: Play) -> None:
    it = play()
    it.skip_to("story")
    it.page.get_by_text("Vragen wat er bedoeld wordt").click()
    it.page.get_by_text("Weer aan het werk gaan").click()
    assert it.result() == "Deels goed"
    it.page.get_by_text("Weer aan het werk gaan").click()
    assert it.page.get_by_text("De ander blijft ermee zitten.", exact=True).is_visible(), (
        "pressing it again folds nothing away"
    )
    it.page.get_by_text("Meelachen").click()
    assert it.page.locator("details[data-path][open]").count() == 1
    assert it.result() == "Niet helemaal"


def test_in_a_story_that_counts_a_choice_stays(play: Play) -> None:
    it = play(pass_mark=50)
    it.skip_to("story")
    it.page.get_by_text("Vragen wat er bedoeld wordt").click()
    it.page.get_by_text("Meelachen").click()
    assert it.page.get_by_text("De grap stopt.").is_visible()
    it.page.get_by_text("Weer aan het werk gaan").click()
    it.page.get_by_text("Vragen hoe het gaat").click(force=True)
    assert it.page.locator("details[data-path][open]").count() == 2
    assert it.page.locator("[data-path='11'] > summary").get_attribute("aria-disabled") == "true"
    assert it.result() == "Deels goed"


def test_what_was_checked_counts_and_cannot_be_changed_where_there_is_a_pass_mark(play: Play) -> None:
    it = play(pass_mark=50)
    it.answer("one_advisor")
    assert it.page.locator("#quiz-one input:enabled").count() == 0
    it.press("Volgende")
    it.skip_to("order")
    it.button("Omlaag: De mogelijkheden bekijken").click()
    it.press("Controleer")
    assert it.page.locator("#quiz-order button:enabled").count() == 0
    it.press("Volgende")
    it.skip_to("thought")
    it.press("Afronden", "Vorige", "Vorige")
    assert it.page.locator("details[data-path]:not([open]) > summary").first.get_attribute("aria-disabled") == "true", (
        "after the end nothing changes"
    )
    it.page.get_by_text("Meelachen").click(force=True)
    assert it.page.locator("details[data-path][open]").count() == 0
