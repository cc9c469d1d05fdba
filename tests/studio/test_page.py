"""The studio's page in a browser: the preview follows and leads, every change can be taken back, and nobody's work is overwritten."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable, Iterator
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING, cast

import pytest
from support import BASE

from voorlichter.studio.server import PAGE
from voorlichter.studio.verbs import VERBS

from .hands import Hands, new_workspace, running_chromium, studio_at

if TYPE_CHECKING:
    from playwright.sync_api import Browser, FrameLocator, Page

    from voorlichter.studio.server import StudioServer

pytestmark = pytest.mark.browser

PROFILE = """
# Van ons.
organisation:
  name: Stichting De Zeester
  workforce: 20
  languages: [nl, en]
advisors:
  - id: noor
    name: Noor Voorbeeld
    kind: external
    phone: "020 000 00 01"
    hours: {mon: "09:00-17:00", tue: "09:00-17:00"}
    absences:
      - {from: "2026-12-24", until: "2027-01-04"}
    backup: sam
  - id: sam
    name: Sam Elders
    kind: external
    email: sam@elders.example
doors:
  hr: {name: Team HR, phone: "020 000 00 10"}
training: {modules: [role]}
"""


@pytest.fixture(scope="module")
def chromium() -> Iterator[Browser]:
    with running_chromium() as browser:
        yield browser


@pytest.fixture
def workspace(tmp_path: Path, examples: Path) -> Path:
    root = new_workspace(tmp_path / "workspace")
    shutil.copytree(BASE / "profiles", root / "profiles", dirs_exist_ok=True)
    profile_in(root).write_text(PROFILE, encoding="utf-8")
    return root


@pytest.fixture
def studio(workspace: Path) -> Iterator[StudioServer]:
    with studio_at(workspace) as running:
        yield running


@pytest.fixture
def opened(chromium: Browser, studio: StudioServer) -> Iterator[Callable[..., Page]]:
    """Pages of one visitor with the organisation open; what a page says on its console fails the test."""
    context = chromium.new_context(locale="nl", viewport={"width": 1280, "height": 800})
    said: list[str] = []

    def open_(step: str = "") -> Page:
        page = context.new_page()
        page.set_default_timeout(10_000)
        page.on("console", lambda message: said.append(message.text))
        page.on("pageerror", lambda error: said.append(str(error)))
        page.goto(studio.address)
        page.locator(".client__open").click()
        if step:
            page.locator(".steps").get_by_role("button", name=step).click()
        return page

    yield open_
    context.close()
    assert said == []


def profile_in(workspace: Path) -> Path:
    return workspace / "profiles" / "zeester" / "profile.yml"


def shown(page: Page) -> FrameLocator:
    return page.frame_locator(".device iframe:not(.behind)")


def expect(page: Page, said: str, within: str = "body") -> None:
    shown(page).locator(within).get_by_text(said).first.wait_for(state="attached")


def test_the_page_is_in_its_language_as_soon_as_something_of_it_is_there(
    chromium: Browser, studio: StudioServer
) -> None:
    context = chromium.new_context(locale="en")
    page = context.new_page()
    page.add_init_script(
        """new MutationObserver(() => { if (!window.first && document.querySelector("#studio > *")) window.first = document.documentElement.lang; })
            .observe(document, { subtree: true, childList: true });"""
    )
    page.goto(studio.address)
    assert page.evaluate("window.first") == "en"
    context.close()


def test_what_is_typed_in_a_day_the_moment_it_is_there_is_not_lost(
    opened: Callable[..., Page], workspace: Path
) -> None:
    page = opened("Vertrouwenspersonen")
    page.evaluate(
        """() => new MutationObserver((_, watching) => {
            const day = document.getElementById("f-advisors.1.absences.0.from");
            if (!day) return;
            watching.disconnect();
            day.focus();
            document.execCommand("insertText", false, "1 maart 2027");
        }).observe(document, { subtree: true, childList: true })"""
    )
    page.locator('[id="f-advisors.1.absences"] button').last.click()
    day = page.locator('[id="f-advisors.1.absences.0.from"]')
    day.wait_for()
    page.wait_for_timeout(300)
    assert day.input_value() == "1 maart 2027"
    page.keyboard.press("Tab")
    until(page, lambda: "2027-03-01" in profile_in(workspace).read_text(encoding="utf-8"))


def test_the_preview_follows_each_key_stays_where_it_was_and_is_never_blank(opened: Callable[..., Page]) -> None:
    page = opened("Voor wie")
    expect(page, "Zeester")
    page.evaluate(
        """() => { window.bare = 0; window.looks = 0; const look = () => { window.looks += 1;
            const front = document.querySelectorAll('.device iframe:not(.behind)');
            if (front.length !== 1 || getComputedStyle(front[0]).visibility !== 'visible') window.bare += 1;
            requestAnimationFrame(look); }; look(); }"""
    )
    name = page.locator('[id="f-organisation.name"]')
    name.focus()
    name.press("End")
    shown(page).locator(".studio-here").first.wait_for()
    shown(page).locator("html").evaluate("() => window.scrollTo({ top: 400, behavior: 'instant' })")
    page.wait_for_timeout(300)
    for number, key in enumerate(" aan zee"):
        page.keyboard.type(key)
        if number in (4, 7):
            expect(page, "Stichting De Zeester aan zee"[: 21 + number].rstrip())
    until(page, lambda: abs(shown(page).locator("html").evaluate("() => window.scrollY") - 400) < 3)
    assert page.evaluate("[window.bare, window.looks > 5]") == [0, True]
    assert name.evaluate("place => place === document.activeElement")


@pytest.mark.proof
def test_words_change_where_they_stand_and_are_those_of_the_page_that_is_loaded_once_she_rests(
    opened: Callable[..., Page],
) -> None:
    page = opened()
    # Pointing at what she fills in leaves an empty attribute.
    html = """() => [document.title, document.documentElement.outerHTML.replaceAll(' class=""', "")]"""
    for step, path, typed in [
        ("Voor wie", ("organisation", "name"), "Zeester <b> & co"),
        ("Vertrouwenspersonen", ("advisors", 0, "name"), "Bo Voorbeeld"),
        ("Vertrouwenspersonen", ("advisors", 0, "phone"), "020 000 00 99"),
        ("Vertrouwenspersonen", ("advisors", 1, "email"), "bo@elders.example"),
    ]:
        page.locator(".steps").get_by_role("button", name=step).click()
        field = Hands(page).field(*path)
        field.click()
        page.wait_for_timeout(200)
        shown(page).locator("html").evaluate("() => { window.same = true; }")
        field.fill(typed)
        until(page, lambda typed=typed: escape(typed) in shown(page).locator("html").evaluate(html)[1])
        changed = shown(page).locator("html").evaluate(html)
        assert shown(page).locator("html").evaluate("() => window.same"), path
        until(page, lambda: not shown(page).locator("html").evaluate("() => window.same"))
        until(page, lambda changed=changed: shown(page).locator("html").evaluate(html) == changed)


@pytest.mark.proof
def test_more_than_words_comes_as_a_page(opened: Callable[..., Page]) -> None:
    page = opened("Vertrouwenspersonen")
    hands = Hands(page)
    hands.field("advisors", 1, "phone").fill("020 000 00 98")
    expect(page, "020 000 00 98")
    hands.field("advisors", 0, "phone").fill("")
    until(page, lambda: "020 000 00 01" not in shown(page).locator("html").inner_html())
    shown(page).locator("h1", has_text="Praat met Sam").wait_for()


def test_a_click_in_the_preview_goes_to_what_it_shows_and_a_link_to_its_page(opened: Callable[..., Page]) -> None:
    page = opened("Kleur en logo")
    shown(page).locator("main [data-studio-key*='phone']:visible").first.click()
    page.locator('[id="f-advisors.0.phone"]:focus').wait_for()
    shown(page).locator("h1 [data-studio-key]", has_text="Noor").first.click()
    page.locator('[id="f-advisors.0.name"]:focus').wait_for()
    page.locator(".preview select").first.select_option(label="Voor leidinggevenden")
    shown(page).locator("main [data-studio-key*='doors']", has_text="Team HR").first.click()
    page.locator('[id^="f-doors.hr"]:focus').wait_for()
    assert page.locator(".group h1").inner_text() == "Andere deuren"
    shown(page).locator("header").get_by_role("link", name="Zeester").first.click()
    page.locator(".preview select").first.locator("option:checked", has_text="Home").wait_for(state="attached")
    shown(page).locator("h1", has_text="Praat met").wait_for()


def test_what_still_lacks_is_marked_in_the_preview_and_leads_to_its_field(
    opened: Callable[..., Page], workspace: Path
) -> None:
    profile_in(workspace).write_text(
        "organisation: {name: De Zeester}\nadvisors:\n  - {id: kim, name: VUL IN}\n", encoding="utf-8"
    )
    page = opened("Kleur en logo")
    shown(page).locator("h1 mark.studio-lacks").first.click()
    page.locator('[id="f-advisors.0.name"]:focus').wait_for()
    page.keyboard.type("Kim Nieuw")
    expect(page, "Kim")


@pytest.mark.proof
def test_the_preview_is_of_a_language_a_scheme_a_width_and_a_moment(opened: Callable[..., Page]) -> None:
    page = opened("Voor wie")
    tools = page.locator(".preview__tools")
    ground = "() => getComputedStyle(document.body).backgroundColor"
    light = shown(page).locator("body").evaluate(ground)
    tools.get_by_role("button", name="Donker").click()
    until(page, lambda: shown(page).locator("body").evaluate(ground) != light)
    tools.get_by_role("button", name="Scherm").click()
    assert page.locator(".device").bounding_box()["width"] > 500  # type: ignore[index]
    tools.get_by_label("Taal").select_option(label="Engels")
    expect(page, "Search")
    moment = tools.get_by_label("Op welk moment")
    said: dict[str, str] = {}
    for title in ("Dinsdag om tien", "Zaterdag om tien", "Afwezig: Noor Voorbeeld (24 december 2026)"):
        moment.select_option(label=title)
        until(page, lambda: shown(page).locator("main").inner_text() not in said.values())
        said[title] = shown(page).locator("main").inner_text()


@pytest.mark.proof
def test_the_search_of_the_site_works_in_the_preview(opened: Callable[..., Page]) -> None:
    page = opened("Voor wie")
    shown(page).locator(".search__button, [data-search] summary").first.click()
    shown(page).locator(".search__field").fill("pesten")
    shown(page).locator(".search__results a, [data-search] li a").first.wait_for()


@pytest.mark.proof
def test_a_training_that_could_keep_something_keeps_nothing_in_the_preview(opened: Callable[..., Page]) -> None:
    page = opened("Training")
    page.locator(".preview select").first.select_option(label="Oefening 1")
    option = shown(page).locator(".quiz__option").first
    option.click()
    shown(page).locator("button", has_text="Controleer").first.click()
    shown(page).locator("[class*=feedback]").first.wait_for()


@pytest.mark.proof
def test_an_answer_that_is_a_name_is_chosen_in_the_preview_by_its_name(opened: Callable[..., Page]) -> None:
    page = opened("Training")
    page.locator(".preview select").first.select_option(label="Oefening 1")
    option = shown(page).locator(".quiz__option", has=page.locator("[data-studio-key]")).first
    option.locator("[data-studio-key]").click()
    assert option.locator("input").is_checked()


def test_each_kind_of_change_is_taken_back_and_done_again(opened: Callable[..., Page], workspace: Path) -> None:
    page = opened("Vertrouwenspersonen")
    hands = Hands(page)
    before = profile_in(workspace).read_bytes()
    changes: list[Callable[[], object]] = [
        lambda: hands.fill("Noor Anders", "advisors", 0, "name"),
        lambda: hands.choose("Werkt zelf bij de organisatie", "advisors", 0, "kind"),
        lambda: hands.fill("wo 9-12", "advisors", 0, "hours"),
        lambda: page.get_by_role("button", name="Lager: Noor").click(),
        lambda: page.get_by_role("button", name="Haal weg: Sam Elders").click(),
        lambda: hands.button("Nog een vertrouwenspersoon").click(),
    ]
    for number, change in enumerate(changes):
        was = profile_in(workspace).read_bytes()
        change()
        page.locator(".group h1").click()
        until(page, lambda was=was: profile_in(workspace).read_bytes() != was)  # type: ignore[misc]
        after = settled(page, profile_in(workspace))
        assert not hands.has_focus()["lost"] or number < 3
        page.locator(".group h1").click()  # what is added takes the focus, and a field has an undo of its own
        page.keyboard.press("Control+z")
        until(page, lambda was=was: profile_in(workspace).read_bytes() == was)  # type: ignore[misc]
        page.keyboard.press("Control+Shift+z")
        until(page, lambda after=after: profile_in(workspace).read_bytes() == after)  # type: ignore[misc]
    undo = page.get_by_role("button", name="Maak ongedaan")
    while (was := profile_in(workspace).read_bytes()) != before:  # one at a time: the last leaves nothing to press
        undo.click()
        until(page, lambda was=was: profile_in(workspace).read_bytes() != was)  # type: ignore[misc]
    assert undo.evaluate("place => place === document.activeElement")


def settled(page: Page, path: Path) -> bytes:
    """What a file holds when nothing more is written: a value that was understood is written twice."""
    data = b""
    while data != (now := path.read_bytes()):
        data = now
        page.wait_for_timeout(400)
    return data


def until(page: Page, holds: Callable[[], bool]) -> None:
    for _ in range(300):
        if holds():
            return
        page.wait_for_timeout(50)
    raise AssertionError("it did not come to that")


@pytest.mark.proof
def test_two_tabs_see_each_others_changes_and_overwrite_nothing(opened: Callable[..., Page], workspace: Path) -> None:
    one, other = opened("Vertrouwenspersonen"), opened("Vertrouwenspersonen")
    one.bring_to_front()
    one.get_by_role("button", name="Lager: Noor Voorbeeld").click()
    one.get_by_role("button", name="Hoger: Noor Voorbeeld").wait_for()
    other.locator('[id="f-advisors.0.phone"]').fill("020 000 00 09")
    other.locator(".card--person .card__name").first.filter(has_text="Sam Elders").wait_for()
    other.locator('[id="f-advisors.1.phone"]').fill("020 000 00 08")
    until(other, lambda: 'phone: "020 000 00 08"' in profile_in(workspace).read_text(encoding="utf-8"))
    sam, noor = profile_in(workspace).read_text(encoding="utf-8").split("- id: ")[1:3]
    assert "phone" not in sam, "what was meant for one lands with the other"
    assert noor.startswith("noor") and "backup: sam" in noor


def test_a_file_that_somebody_changes_elsewhere_is_shown_as_it_is_now(
    opened: Callable[..., Page], workspace: Path
) -> None:
    page = opened("Voor wie")
    profile_in(workspace).write_text(PROFILE.replace("De Zeester", "Het Zeepaard"), encoding="utf-8")
    page.locator(".bar__name", has_text="Het Zeepaard").wait_for()
    expect(page, "Het Zeepaard", "head, body")


def test_a_file_that_cannot_be_read_opens_at_its_line_and_is_mended_there(
    opened: Callable[..., Page], workspace: Path
) -> None:
    broken = PROFILE.replace("workforce: 20", "workforce: [20")
    profile_in(workspace).write_text(broken, encoding="utf-8")
    page = opened()
    raw = page.locator("#raw:focus")
    raw.wait_for()
    selected = raw.evaluate("place => place.value.slice(place.selectionStart, place.selectionEnd)")
    assert selected.strip().startswith("workforce:")
    page.locator(".told__error").first.wait_for()
    raw.fill(PROFILE)
    page.get_by_role("button", name="Bewaar").click()
    page.locator(".steps").get_by_role("button", name="Voor wie").click()
    until(page, lambda: page.locator('[id="f-organisation.name"]').input_value() == "Stichting De Zeester")


def test_leaving_asks_only_while_something_waits_to_be_kept(opened: Callable[..., Page]) -> None:
    page = opened("Vertrouwenspersonen")
    leaves = "() => window.dispatchEvent(new Event('beforeunload', { cancelable: true }))"
    assert page.get_by_text("is meteen bewaard").is_visible()
    assert page.evaluate(leaves)
    page.locator('[id="f-advisors.0.hours"]').press_sequentially("x")
    assert not page.evaluate(leaves)
    page.locator(".group h1").click()
    until(page, lambda: page.evaluate(leaves))


SAID: dict[str, list[tuple[tuple[str | int, ...], str, str]]] = {
    "Voor wie": [
        (("organisation", "workforce"), "ongeveer 80", "Begrepen als: 80"),
        (("organisation", "workforce"), "twintig", "heel getal"),
        (("organisation", "workforce"), "0", "te klein"),
        (("organisation", "name"), "   ", "Nog invullen"),
    ],
    "Kleur en logo": [
        (("brand", "color"), "RAL 5005", "verf of druk"),
        (("brand", "color"), "blauw", "Begrepen als: #0000ff"),
    ],
    "Vertrouwenspersonen": [
        (("advisors", 0, "phone"), "020", "kan niet gebeld worden"),
        (("advisors", 0, "email"), "noor@luister", "geen e-mailadres"),
        (("advisors", 0, "email"), "mailto:noor@luister.example", "Begrepen als: noor@luister.example"),
        (("advisors", 0, "hours"), "kantooruren", "uren per dag"),
        (("advisors", 0, "hours"), "ma-do 9-17, vr tot 12", "Begrepen als: ma-do 09:00-17:00, vr 09:00-12:00"),
        (("advisors", 0, "absences", 0, "until"), "30-02-2027", "jaar-maand-dag"),
    ],
}


@pytest.mark.proof
def test_a_dozen_wrong_answers_are_told_beside_their_fields(opened: Callable[..., Page]) -> None:
    page = opened()
    for step, answers in SAID.items():
        page.locator(".steps").get_by_role("button", name=step).click()
        for path, typed, said in answers:
            field = Hands(page).field(*path)
            field.fill(typed)
            field.press("Enter")
            page.locator(f'[id="f-{".".join(map(str, path))}-told"]', has_text=said).wait_for()
            if not said.startswith("Begrepen"):
                assert field.input_value().strip() == typed.strip(), "what was typed is lost"


def test_a_question_is_written_by_the_keys_alone_with_the_question_live_beside_it(
    opened: Callable[..., Page], workspace: Path
) -> None:
    page = opened("Training")
    hands = Hands(page, "keys")
    hands.write(page.get_by_label("Een eigen onderdeel. Hoe heet het?"), "Ons huis")
    hands.press(hands.button("Begin dit onderdeel"))
    page.locator('[id="f-training.modules.ons-huis.add"]:focus').wait_for()
    page.keyboard.type("Een stelling")
    hands.press(hands.button("Voeg toe"))
    at = ("training", "modules", "ons-huis", "questions", 0)
    page.locator('[id^="f-training.modules.ons-huis.questions.0.ask"]:focus').wait_for()
    expect(page, "de vraag", ".quiz__question")
    hands.fill("Noor beslist voor jou.", *at, "ask", "nl")
    expect(page, "Noor beslist voor jou.", ".quiz__question")
    page.locator('[id="f-training.modules.ons-huis.questions.0.feedback.true"]').wait_for()
    hands.press(page.locator("summary", has_text="Neem vragen over die je al hebt"))
    hands.write(page.locator("#bring"), "Wie belt?\tNoor\tSam\nZomaar iets")
    hands.press(hands.button("Neem ze over"))
    page.get_by_text("1 vraag staat erbij.").wait_for()
    assert page.locator("#bring").input_value() == "Zomaar iets"
    hands.press(page.get_by_role("button", name="Haal weg: Vraag 1"))
    page.locator('[id="f-training.modules.ons-huis.questions"]:focus').wait_for()
    page.keyboard.press("Control+z")
    page.get_by_role("button", name="Vraag 2: Wie belt?").wait_for()
    written = (workspace / "profiles/zeester/quizzes/ons-huis.yml").read_text(encoding="utf-8")
    assert "ask: {nl: Noor beslist voor jou.}" in written
    assert hands.faults == []


@pytest.mark.proof
def test_on_a_phone_the_site_is_one_tap_away_and_so_is_the_field_she_was_at(opened: Callable[..., Page]) -> None:
    page = opened("Vertrouwenspersonen")
    page.set_viewport_size({"width": 360, "height": 740})
    field, there = Hands(page).field("advisors", 0, "phone"), page.get_by_role("button", name="Bekijk de site")
    field.click()
    box = there.bounding_box()
    assert box is not None and 0 < box["y"] < 740 - box["height"]
    there.click()
    shown(page).locator("h1").wait_for()
    until(page, lambda: abs(page.locator(".preview").evaluate("site => site.getBoundingClientRect().top")) < 60)
    page.get_by_role("button", name="Terug naar de vragen").click()
    until(page, lambda: field.evaluate("field => document.activeElement === field"))
    top, end = field.evaluate("field => [field.getBoundingClientRect().top, field.getBoundingClientRect().bottom]")
    assert top > 0 and end < there.evaluate("there => there.getBoundingClientRect().top")


FILES = [
    "organisation: {name: Zeester}\nadvisors: Noor\ndoors: x\ntopics: [pesten]\nprocedures: 3\n",
    "organisation: [Zeester]\nadvisors: [Noor, null, {name: [a], phone: {a: b}, hours: ma, absences: x, locations: x}]\n",
    "organisation: {name: {nl: [a]}, languages: nl, locations: Loods, workforce: [3]}\nbrand: groen\n",
    "organisation:\nadvisors:\ndoors: {hr: Team HR, ombuds: [x]}\ntopics: {bullying: ja, nergens: {inside: [x]}}\n",
    "organisation: {name: Zeester}\nadvisors: {noor: {name: Noor}}\ntraining: [role]\npublication: x\n",
    "organisation: {name: Zeester}\nadvisors:\n  - {id: [x], absences: [x, {from: 3, until: {a: b}}], backup: [x]}\ntraining: {modules: role}\n",
]


@pytest.mark.proof
@pytest.mark.parametrize("written", FILES, ids=range(len(FILES)))
def test_every_step_opens_on_a_file_with_something_else_where_a_part_belongs(
    opened: Callable[..., Page], workspace: Path, written: str
) -> None:
    profile_in(workspace).write_text(written, encoding="utf-8")
    page = opened()
    steps = page.locator(".steps button")
    steps.last.wait_for()
    for number in range(steps.count()):
        steps.nth(number).click()
        steps.nth(number).and_(page.locator("[aria-current]")).wait_for()
        page.locator(".group h1").wait_for()
        values = page.locator("main").evaluate(
            "main => [...main.querySelectorAll('input, textarea')].map((one) => one.value)"
        )
        assert not [value for value in values if "[object" in value]


MODULES = [
    "- a",
    "id: huis\nquestions: x",
    "questions: [x, null, 3, [], {}]",
    "title: {nl: [a]}\nminutes: x\nquestions: [{id: [a], type: single, ask: 3, options: x}]",
    "title: [a]\nquestions: [{id: a, type: [x]}, {type: nergens}, {type: {a: b}}]",
    "questions: [{type: match, ask: {nl: W}, pairs: x, why: [a]}, {type: match, pairs: [x, {left: 3}]}]",
    "questions: [{type: single, ask: {nl: [W]}, options: [x, null, {id: 3, text: [a], correct: x}]}]",
    "questions: [{type: sort, groups: x, items: y}, {type: sort, groups: [{id: [a]}], items: [{group: [x]}]}]",
    "questions: [{type: order, steps: x}, {type: case, steps: [x], start: 3}, {type: case, steps: {a: b}}]",
    "questions: [{type: true_false, correct: [x], read_more: [a], read: 3, feedback: x}]",
]


@pytest.mark.sampled(12)
@pytest.mark.parametrize("written", MODULES, ids=range(len(MODULES)))
def test_every_question_opens_on_a_module_with_something_else_where_a_part_belongs(
    opened: Callable[..., Page], workspace: Path, written: str
) -> None:
    profile_in(workspace).write_text(PROFILE.replace("[role]", "[role, huis]"), encoding="utf-8")
    quizzes = profile_in(workspace).parent / "quizzes"
    quizzes.mkdir()
    (quizzes / "huis.yml").write_text(f"{written}\n", encoding="utf-8")
    page = opened("Training")
    page.locator(".module__tools button").first.click()
    page.locator(".inside h2").first.wait_for()
    questions = page.locator(".asked > li > header h3 button")
    for number in range(questions.count()):
        questions.nth(number).click()
        questions.nth(number).and_(page.locator("[aria-expanded=true]")).wait_for()


@pytest.mark.proof
def test_where_the_program_fails_it_says_so_and_the_next_key_works(
    opened: Callable[..., Page], workspace: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    page = opened("Voor wie")
    expect(page, "Zeester")
    field, told = page.locator('[id="f-organisation.name"]'), page.locator(".told-all")
    field.focus()
    field.press("End")
    with monkeypatch.context() as broken:
        broken.setitem(cast(dict[str, object], VERBS), "set", fails)
        page.keyboard.type("s")
        told.get_by_text("Er ging iets mis in het programma").wait_for()
    assert (
        "set, ZeroDivisionError" in told.inner_text() and profile_in(workspace).read_text(encoding="utf-8") == PROFILE
    )
    page.keyboard.type("en")
    expect(page, "Stichting De Zeestersen")
    assert told.inner_text() == "" and "De Zeestersen" in profile_in(workspace).read_text(encoding="utf-8")
    with monkeypatch.context() as broken:
        broken.setitem(cast(dict[str, object], VERBS), "page", fails)
        page.keyboard.type("!")
        expect(page, "page, ZeroDivisionError")
    page.keyboard.type("!")
    expect(page, "Stichting De Zeestersen!!")
    with monkeypatch.context() as broken:
        broken.setitem(cast(dict[str, object], VERBS), "start", fails)
        page.get_by_role("button", name="English").click()
        told.get_by_text("start, ZeroDivisionError").wait_for()
    field.fill("De Boei")
    expect(page, "De Boei")
    assert capsys.readouterr().err.count("ZeroDivisionError") >= 3


@pytest.mark.sampled(3)
@pytest.mark.parametrize("verb", ["stamp", "ready", "pages"])
def test_what_the_page_asks_by_itself_leaves_it_usable_where_it_fails(
    opened: Callable[..., Page], monkeypatch: pytest.MonkeyPatch, verb: str
) -> None:
    asked: list[object] = []

    def breaks(*message: object) -> object:
        asked.append(message)
        return fails()

    with monkeypatch.context() as broken:
        broken.setitem(cast(dict[str, object], VERBS), verb, breaks)
        page = opened("Voor wie")
        until(page, lambda: len(asked) > 0)
        page.wait_for_timeout(300)
    page.locator('[id="f-organisation.name"]').fill("De Boei")
    expect(page, "De Boei")


def fails(*_: object) -> object:
    return 1 / 0


SLOW_TAB = """
export const whyNot = () => null;
export const startTab = () => {
  const there = new Promise((come) => { window.come = come; });
  const headers = { "Content-Type": "application/json", "X-Studio": window.location.hash.slice(1) };
  return { ask: async (message) => {
    await there;
    return (await fetch("./ask", { method: "POST", headers, body: JSON.stringify(message) })).json();
  } };
};
"""
"""A program that comes when it is told to."""


def test_answers_opened_while_the_program_still_comes_lead_to_the_first_step(
    chromium: Browser, studio: StudioServer
) -> None:
    context = chromium.new_context(locale="nl")
    page = context.new_page()
    page.set_default_timeout(10_000)
    said: list[str] = []
    page.on("pageerror", lambda error: said.append(str(error)))
    html = (PAGE / "index.html").read_text(encoding="utf-8")
    tab = html.replace("<head>", '<head><meta name="studio" content="tab" data-print="1">')
    page.route(studio.origin, lambda route: route.fulfill(body=tab, content_type="text/html"))
    page.route("**/tab/start.js", lambda route: route.fulfill(body=SLOW_TAB, content_type="text/javascript"))
    page.goto(studio.address)
    given = {"organisation.name": "De Eerste"}
    saved = json.dumps({"voorlichter": "intake", "version": 1, "language": "nl", "answers": given})
    page.set_input_files("#answers", {"name": "a.json", "mimeType": "application/json", "buffer": saved.encode()})
    page.evaluate("window.come()")
    page.locator(".steps [aria-current=step]").wait_for()
    assert page.locator(".bar__name").inner_text() == "De Eerste"
    context.close()
    assert said == []
