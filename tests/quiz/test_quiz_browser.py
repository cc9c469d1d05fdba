"""The questions in a real browser, with JavaScript and without, from a file as from anywhere."""

from __future__ import annotations

import gzip
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from browser.conftest import running_chromium

from voorlichter.markdown.address import resolve_address
from voorlichter.problems import Language
from voorlichter.quiz import Module, render_module

playwright = pytest.importorskip("playwright.sync_api")
pytestmark = pytest.mark.browser

COMPONENTS = Path(__file__).parents[2] / "overrides/components"
Strings = Callable[[Language], dict[str, str]]
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; "
    "base-uri 'none'; form-action 'none'"
)


@dataclass
class Shown:
    """A page that was opened, and what the browser had to say about it."""

    page: playwright.Page
    address: str
    complaints: list[str] = field(default_factory=list)

    def button(self, name: str) -> playwright.Locator:
        return self.page.get_by_role("button", name=name, exact=True)

    def choose(self, *ids: str) -> None:
        for name in ids:
            self.page.locator(f"#quiz-{name}").check()

    def answer(self, *ids: str) -> None:
        self.choose(*ids)
        self.button("Controleer").click()

    def focused(self) -> str:
        return str(self.page.evaluate("document.activeElement.className || document.activeElement.id"))

    def asked(self) -> list[str]:
        return list(self.page.locator(".quiz__ask").filter(visible=True).all_inner_texts())

    def stored(self) -> object:
        return self.page.evaluate("[localStorage.length, sessionStorage.length, document.cookie]")


Show = Callable[..., Shown]


@pytest.fixture(scope="module")
def browser() -> Iterator[playwright.Browser]:
    with running_chromium() as opened:
        yield opened


@pytest.fixture
def show(browser: playwright.Browser, tmp_path: Path, role: Module, strings: Strings) -> Iterator[Show]:
    shown: list[Shown] = []

    def open_page(module: Module | None = None, *, script: bool = True, policy: str = POLICY) -> Shown:
        page = browser.new_context(java_script_enabled=script).new_page()
        it = Shown(page, write_page(tmp_path, module or role, strings("nl"), policy).as_uri())
        page.on("console", lambda message: it.complaints.append(message.text))
        page.on("pageerror", lambda error: it.complaints.append(str(error)))
        page.on("request", lambda request: None if request.url.startswith(tmp_path.as_uri()) else
                it.complaints.append(request.url))  # fmt: skip
        page.goto(it.address)
        shown.append(it)
        return it

    yield open_page
    for it in shown:
        assert it.complaints == []
        assert it.page.url == it.address
        it.page.context.close()


def write_page(folder: Path, module: Module, words: dict[str, str], policy: str = POLICY) -> Path:
    styles = ["tokens/tokens.css", "type/type.css", "callouts/callouts.css", "quiz/quiz.css"]
    css = "\n".join((COMPONENTS / name).read_text(encoding="utf-8") for name in styles)
    (folder / "quiz.css").write_text(css.replace("@font-face", "@media not all"), encoding="utf-8")
    shutil.copy(COMPONENTS / "quiz/quiz.js", folder / "quiz.js")
    form = resolve_address(render_module(module, "nl", words), "je").replace("[[ advisor.name ]]", "Noor")
    page = folder / "nieuw.html"
    page.write_text(
        '<!doctype html><html lang="nl"><meta charset="utf-8"><title>Nieuw hier?</title>'
        f'<meta http-equiv="Content-Security-Policy" content="{policy}">'
        '<meta name="viewport" content="width=device-width">'
        '<link rel="stylesheet" href="quiz.css"><script src="quiz.js" defer></script>'
        f'<main class="md-typeset"><h1>Nieuw hier?</h1>{form}</main></html>',
        encoding="utf-8",
    )
    return page


def test_without_a_script_a_tick_shows_its_feedback_and_details_the_answer(show: Show) -> None:
    it = show(script=False)
    assert len(it.asked()) == 6
    assert it.page.get_by_role("button").count() == 0
    wrong = it.page.locator("#quiz-role-01-advisor-feedback")
    right = it.page.locator("#quiz-role-01-you-feedback")
    assert not wrong.is_visible()
    it.choose("role-01-advisor")
    assert wrong.is_visible()
    assert wrong.inner_text().startswith("Toch niet.")
    it.choose("role-01-you")
    assert right.is_visible()
    assert not wrong.is_visible()
    it.page.locator("summary").first.click()
    assert it.page.locator(".quiz__explanation").first.is_visible()


def test_nothing_is_sent_without_a_script_whatever_the_policy(show: Show) -> None:
    it = show(script=False, policy="style-src 'self'")
    it.choose("role-01-you")
    it.page.keyboard.press("Enter")
    it.page.evaluate("document.forms[0].submit()")
    it.page.wait_for_timeout(300)


def test_one_question_a_screen(show: Show) -> None:
    it = show()
    assert it.asked() == ["Wie kiest de volgende stap?"]
    assert it.page.get_by_role("status").all_inner_texts() == ["Vraag 1 van 6"]
    assert not it.button("Vorige").is_visible()
    it.button("Overslaan").click()
    assert it.page.get_by_role("status").all_inner_texts() == ["Vraag 2 van 6"]
    assert it.focused() == "quiz__question"


def test_arrow_keys_choose_and_never_judge(show: Show) -> None:
    it = show()
    it.page.locator("#quiz-role-01-advisor").focus()
    it.page.keyboard.press("ArrowDown")
    it.page.keyboard.press("ArrowDown")
    assert it.page.locator("#quiz-role-01-manager").is_checked()
    assert not it.page.locator(".quiz__feedback").filter(visible=True).count()
    assert not it.page.locator("details").first.is_visible()


def test_the_button_judges_and_moves_the_focus_to_the_result(show: Show) -> None:
    it = show()
    it.answer("role-01-advisor")
    assert it.focused() == "quiz__result"
    assert it.page.locator(".quiz__result").inner_text() == "Niet helemaal"
    assert it.page.locator("#quiz-role-01-advisor-feedback").is_visible()
    assert it.page.locator(".quiz__explanation").first.is_visible()
    described = it.page.locator(".quiz__result").get_attribute("aria-describedby")
    assert described == "quiz-role-01-advisor-feedback"


def test_another_choice_takes_the_result_away_until_the_button(show: Show) -> None:
    it = show()
    it.answer("role-01-advisor")
    it.choose("role-01-you")
    assert not it.page.locator(".quiz__result").is_visible()
    assert not it.page.locator(".quiz__feedback").filter(visible=True).count()
    it.button("Controleer").click()
    assert it.page.locator(".quiz__result").inner_text() == "Goed"


def test_no_choice_gives_an_error_that_leads_to_the_question(show: Show) -> None:
    it = show()
    it.button("Controleer").click()
    assert it.focused() == "quiz__empty"
    fieldset = it.page.locator("#quiz-role-01")
    assert fieldset.get_attribute("aria-describedby") == it.page.locator(".quiz__empty").get_attribute("id")
    it.page.get_by_role("link", name="Kies eerst een antwoord").click()
    assert it.page.evaluate("document.activeElement.id") == "quiz-role-01-advisor"
    it.choose("role-01-you")
    assert not it.page.locator(".quiz__empty").is_visible()


def test_of_several_right_answers_some_are_almost_right(show: Show) -> None:
    it = show()
    for _ in range(3):
        it.button("Overslaan").click()
    it.answer("role-04-temp")
    assert it.page.locator(".quiz__result").inner_text().startswith("Bijna")
    it.answer("role-04-permanent", "role-04-intern")
    assert it.page.locator(".quiz__result").inner_text() == "Goed"
    it.answer("role-04-customer")
    assert it.page.locator(".quiz__result").inner_text() == "Niet helemaal"


def test_the_browsers_back_goes_a_screen_back_and_the_address_stays(show: Show) -> None:
    it = show()
    it.answer("role-01-you")
    it.button("Volgende").click()
    assert it.asked() == ["De vertrouwenspersoon vertelt leidinggevenden wie er belt."]
    assert it.page.evaluate("history.state") == {"screen": 1}
    it.page.go_back()
    assert it.asked() == ["Wie kiest de volgende stap?"]
    assert it.page.locator(".quiz__result").inner_text() == "Goed"
    it.page.go_forward()
    it.button("Vorige").click()
    assert it.asked() == ["Wie kiest de volgende stap?"]
    assert it.stored() == [0, 0, ""]


def test_the_end_lists_what_to_read_again(show: Show) -> None:
    it = show()
    it.answer("role-01-you")
    it.button("Volgende").click()
    it.answer("role-02-true")
    it.button("Volgende").click()
    for _ in range(3):
        it.button("Overslaan").click()
    it.answer("role-06-advisor")
    it.button("Afronden").click()
    assert it.focused() == "quiz__end"
    assert "Moet een gesprek leiden tot een klacht?" in it.page.locator(".quiz__end").inner_text()
    links = it.page.locator(".quiz__end a").all()
    assert [link.get_attribute("href") for link in links] == [
        *(
            "vertrouwelijk.html#geheim",
            "gesprek.html#contact",
            "waarvoor.html#wel",
            "mogelijkheden.html#overzicht",
        )
    ]
    assert "Score" not in it.page.locator(".quiz__end").inner_text()
    it.button("Opnieuw beginnen").click()
    assert it.asked() == ["Wie kiest de volgende stap?"]
    assert not it.page.locator("input:checked").count()
    assert it.stored() == [0, 0, ""]


def test_all_right_is_said(show: Show) -> None:
    it = show()
    answers = [["01-you"], ["02-false"], ["03-true"], ["04-permanent", "04-temp", "04-intern"], ["05-enough"]]
    for answer in answers:
        it.answer(*(f"role-{one}" for one in answer))
        it.button("Volgende").click()
    it.answer("role-06-advisor")
    it.button("Afronden").click()
    assert "Alles was goed" in it.page.locator(".quiz__end").inner_text()


def test_a_page_kept_by_the_browser_comes_back_empty(show: Show) -> None:
    it = show()
    it.answer("role-01-you")
    it.button("Volgende").click()
    it.page.evaluate("window.dispatchEvent(new PageTransitionEvent('pageshow', {persisted: true}))")
    assert it.asked() == ["Wie kiest de volgende stap?"]
    assert not it.page.locator("input:checked").count()
    assert not it.page.locator(".quiz__result").is_visible()


def test_a_pass_mark_gives_a_score_and_a_draw_some_of_the_questions(
    show: Show, tmp_path: Path, read: Callable[[Path], Module]
) -> None:
    statement = (
        "- id: q{0}\n  type: true-false\n  group: core\n  ask: {{nl: Stelling {0}, en: Sentence {0}}}\n"
        "  correct: {1}\n  feedback: {{true: {{nl: Nee, en: No}}, false: {{nl: Niet, en: Not}}}}\n"
        "  why: {{nl: Daarom., en: Therefore.}}\n"
    )
    questions = "".join(statement.format(number, "true" if number % 2 else "false") for number in range(1, 6))
    head = "id: module\ntitle: {nl: Toets, en: Test}\npass_mark: 60\ndraw: {core: 2}\nquestions:\n"
    (tmp_path / "module.yml").write_text(head + questions, encoding="utf-8")
    it = show(read(tmp_path / "module.yml"))
    assert it.page.get_by_role("status").all_inner_texts() == ["Vraag 1 van 2"]
    for last in (False, True):
        it.page.locator("[data-current] input[data-correct=true]").check()
        it.button("Controleer").click()
        it.button("Afronden" if last else "Volgende").click()
    text = it.page.locator(".quiz__end").inner_text()
    assert "Score: 100 procent" in text
    assert "geslaagd" in text
    it.button("Opnieuw beginnen").click()
    it.button("Overslaan").click()
    it.button("Overslaan").click()
    assert "Score: 0 procent" in it.page.locator(".quiz__end").inner_text()
    assert "nog niet geslaagd" in it.page.locator(".quiz__end").inner_text()


@pytest.mark.parametrize("script", [True, False])
def test_every_target_is_large_enough_and_nothing_overflows(show: Show, script: bool) -> None:
    it = show(script=script)
    it.page.set_viewport_size({"width": 320, "height": 640})
    if script:
        it.answer("role-01-advisor")
    for target in it.page.locator("label, summary, button, .quiz__end a, .quiz__empty a").filter(visible=True).all():
        box = target.bounding_box()
        assert box is not None
        assert box["height"] >= 44, target.inner_text()
        assert box["x"] + box["width"] <= 320


@pytest.mark.parametrize("script", [True, False])
def test_print_shows_every_question_and_its_answer_and_no_button(show: Show, script: bool) -> None:
    it = show(script=script)
    it.choose("role-01-advisor")
    it.page.emulate_media(media="print")
    assert len(it.asked()) == 6
    assert not it.page.locator("button, .quiz__feedback, .quiz__progress").filter(visible=True).count()
    assert it.page.locator(".quiz__explanation").filter(visible=True).count() == 6


def test_the_script_and_the_styles_are_small() -> None:
    sizes = {name: len(gzip.compress((COMPONENTS / "quiz" / name).read_bytes(), 9)) for name in ("quiz.js", "quiz.css")}
    assert sizes["quiz.js"] <= 3072
    assert sizes["quiz.css"] <= 2048


def test_the_script_fetches_stores_and_writes_nothing() -> None:
    script = (COMPONENTS / "quiz/quiz.js").read_text(encoding="utf-8")
    for banned in (
        "innerHTML",
        "fetch",
        "XMLHttp",
        "Storage",
        "cookie",
        "location",
        "eval",
        "import",
        "http",
    ):
        assert banned not in script
