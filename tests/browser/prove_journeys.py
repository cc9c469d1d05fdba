"""What a visitor does with each part of a site, in Firefox and in WebKit as packaged, from a server and from a folder. By scripts/prove.py engines."""

from __future__ import annotations

import base64
import json
import shutil
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any

import pypdfium2
import pytest
from studio.engines import ENGINES, Browser, Elsewhere, RefusedError, lacks

from voorlichter.languages import shipped

from .conftest import skip_or_fail
from .server import serving
from .sites import Tree, build_in_languages, expect_none, find_trees, page_names

TREES = [tree for tree in find_trees() if tree.example and tree.day == "usual"]
TREE = next(tree for tree in TREES if str(tree) == "vuurtoren-nl")
SHORT = [code for code, row in shipped().items() if row.level != "complete"]
ESSENTIAL = [code for code, row in shipped().items() if row.level == "essential"]
MEASURE = (Path(__file__).parent / "measure.js").read_text(encoding="utf-8")
ENTER, SHIFT, TAB, DOWN, SPACE = "\ue007", "\ue008", "\ue004", "\ue015", " "
FRAMES = {"narrow": 320, "phone": 360}


class Visitor:
    """One window, on one tree of pages."""

    def __init__(self, browser: Browser, base: str) -> None:
        self.browser = browser
        self.base = base

    def open(self, name: str) -> None:
        self.browser.open(self.base + name)

    def run(self, script: str, *given: Any) -> Any:
        return self.browser.run(script, *given)

    def until(self, expression: str) -> Any:
        end = time.monotonic() + 20
        while not (found := self.run(f"return {expression}")) and time.monotonic() < end:
            time.sleep(0.05)
        assert found, expression
        return found

    def find(self, selector: str) -> dict[str, str]:
        found: dict[str, str] = self.until(f"document.querySelector({json.dumps(selector)})")
        return found

    def press(self, selector: str) -> None:
        self.run("arguments[0].scrollIntoView({ block: 'center', behavior: 'instant' })", self.find(selector))
        self.browser.click(self.find(selector))

    def keys(self, selector: str, keys: str) -> None:
        self.browser.type(self.find(selector), keys)

    def type(self, keys: str) -> None:
        """Where the focus is."""
        self.browser.type(self.run("return document.activeElement"), keys)

    def tab_to(self, condition: str) -> None:
        """As far as the focus is on something of which this is true."""
        for _ in range(150):
            if self.run(f"const here = document.activeElement; return {condition}"):
                return
            self.type(TAB)
        raise AssertionError(f"no Tab leads to where {condition}")


@pytest.fixture(scope="module", params=ENGINES)
def browser(request: pytest.FixtureRequest) -> Iterator[Browser]:
    skip_or_fail(lacks(request.param))
    elsewhere = Elsewhere()
    with ENGINES[request.param](elsewhere) as running:
        yield running
    elsewhere.close()


@pytest.fixture(params=["server", "folder"])
def visitor(request: pytest.FixtureRequest, browser: Browser, served: Path, origin: str) -> Visitor:
    base = origin if request.param == "server" else f"{served.as_uri()}/"
    return Visitor(browser, f"{base}{TREE.path}/")


_OPENED = """const links = [...document.querySelectorAll("a[href^='tel:'], a[href^='mailto:'], a[href='hulp.html'], .choice summary, [data-contact-bar] summary")];
return { menu: Boolean(document.querySelector("[data-menu]")), search: !document.querySelector("[data-search]").hidden,
  ways: links.length, wide: document.documentElement.scrollWidth - innerWidth,
  asked: performance.getEntriesByType("resource").map((one) => one.name).filter((name) => !name.startsWith(arguments[0])) };"""
"""The search is there only with its script: so the script ran to its end."""


@pytest.mark.parametrize("tree", TREES, ids=str)
def test_every_page_opens_with_its_script_and_a_way_to_somebody(
    browser: Browser, served: Path, origin: str, tree: Tree
) -> None:
    expect_none(f"{name}: {seen}" for name in page_names(served, tree) if (seen := whole(browser, origin, tree, name)))


def whole(browser: Browser, origin: str, tree: Tree, name: str) -> dict[str, Any] | None:
    """What a page lacks, if anything."""
    browser.open(f"{origin}{tree.path}/{name}")
    seen: dict[str, Any] = browser.run(_OPENED, f"{origin}{tree.site}/")
    right = seen["menu"] and seen["search"] and seen["ways"] and seen["wide"] <= 0 and not seen["asked"]
    return None if right else seen


_ONE_PAGE = """return { ways: document.querySelectorAll("a[href^='tel:']").length, known: Boolean(document.querySelector("[data-known]")),
  wide: document.documentElement.scrollWidth - innerWidth, letters: [...document.fonts].filter((one) => one.family.includes("Letters") && one.status !== "loaded").length,
  asked: performance.getEntriesByType("resource").map((one) => one.name).filter((name) => !name.startsWith(arguments[0])) };"""


def test_every_page_in_ten_more_languages_opens_in_its_own_letters(
    browser: Browser, tmp_path_factory: pytest.TempPathFactory
) -> None:
    served = tmp_path_factory.mktemp("served")
    trees = build_in_languages(tmp_path_factory.mktemp("workspace") / "work", served, [*SHORT])
    found = []
    with serving(served) as origin:
        for tree in trees:
            for path in sorted((served / tree.path).glob("*.html")):
                browser.open(f"{origin}{tree.path}/{path.name}")
                end = time.monotonic() + 20
                while (seen := browser.run(_ONE_PAGE, f"{origin}{tree.site}/"))["letters"] and time.monotonic() < end:
                    time.sleep(0.05)
                if not (
                    seen["ways"] and seen["known"] and seen["wide"] <= 0 and not seen["letters"] and not seen["asked"]
                ):
                    found.append(f"{tree}/{path.name}: {seen}")
    expect_none(found)


@pytest.fixture(scope="module")
def few(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, str]]:
    """The addresses of the example's few pages, by language."""
    served = tmp_path_factory.mktemp("served")
    trees = build_in_languages(tmp_path_factory.mktemp("workspace") / "work", served, ESSENTIAL)
    with serving(served) as origin:
        yield {tree.language: f"{origin}{tree.path}/" for tree in trees}


@pytest.mark.parametrize("code", ESSENTIAL)
def test_signpost_exercise_message_and_search_work_in_a_language_of_few_pages(
    browser: Browser, few: dict[str, str], code: str
) -> None:
    visitor = Visitor(browser, few[code])
    follow_signpost(visitor)
    finish_training(visitor, "training-role.html")
    title = visitor.run("return document.querySelector('h1').textContent")
    visitor.open("bericht.html")
    for to in visitor.run("return [...document.querySelectorAll(\"[name='message-to']\")].map((one) => one.value)"):
        visitor.press(f"[name='message-to'][value='{to}']")
        said, read = visitor.run(_MESSAGE)
        assert said in read.split(), f"{to} cannot read {said}"
    visitor.open("index.html")
    visitor.keys(".search__button", ENTER)
    visitor.keys(".search__field", max(title.split(), key=len).strip("?؟"))
    visitor.until("document.querySelector('.search__result a')")
    visitor.keys(".search__field", ENTER)
    visitor.until("document.activeElement === document.querySelector('[data-results] a')")


_MESSAGE = """return [document.querySelector("[data-language]:not([hidden])").dataset.language,
  document.querySelector("[name='message-to']:checked").dataset.languages];"""


def test_the_menu_opens_and_closes_by_keyboard(visitor: Visitor) -> None:
    visitor.open("hulp.html")
    visitor.keys(".md-nav__button", ENTER)
    visitor.until("document.querySelector('[data-menu]').open")
    visitor.keys(".md-nav__button", "\ue00c")
    visitor.until("!document.querySelector('[data-menu]').open")


def test_enter_in_the_search_goes_to_the_first_result_and_stays_on_the_page(visitor: Visitor) -> None:
    visitor.open("hulp.html")
    visitor.keys(".search__button", ENTER)
    visitor.keys(".search__field", "pesten")
    visitor.until("document.querySelector('.search__result a')")
    visitor.keys(".search__field", ENTER)
    visitor.until("document.activeElement === document.querySelector('[data-results] a')")
    assert visitor.run("return location.href").endswith("/hulp.html")


def test_the_signpost_leads_to_somebody(visitor: Visitor) -> None:
    follow_signpost(visitor)


def follow_signpost(visitor: Visitor) -> None:
    """By the last answer of each question."""
    visitor.open("wegwijzer.html")
    visitor.find(".signpost[data-live]")
    while visitor.run("return document.querySelector('.signpost__panel:not([hidden]) .signpost__choice')"):
        visitor.press(".signpost__panel:not([hidden]) li:last-child .signpost__choice")
    visitor.find(".signpost__end:not([hidden]) a[href^='tel:']")
    assert visitor.run("return document.activeElement.className") == "signpost__ask"


def test_a_first_message_says_what_was_chosen(visitor: Visitor) -> None:
    visitor.open("bericht.html")
    visitor.find(".first-message[data-live]")
    visitor.press("input[value='meet']")
    visitor.keys("[data-sender]", "Robin")
    visitor.until("document.querySelector('[data-language]:not([hidden]) [data-text]').innerText.includes('Robin')")
    assert visitor.run("return document.querySelector('[data-language]:not([hidden]) [data-what=call]').hidden")


def test_advisors_are_chosen_by_what_they_differ_in(visitor: Visitor) -> None:
    visitor.open("wie.html")
    visitor.press(".choose__one:last-of-type")
    visitor.until("document.querySelector('.choose__one[aria-pressed=true]')")
    visitor.until("document.querySelector('.choose__count').textContent")


_NEXT = """const shown = (one) => one && one.checkVisibility() && !one.disabled;
const question = document.querySelector(".quiz__question.current"), all = (selector, root = document) => [...root.querySelectorAll(selector)].filter(shown);
if (all(".quiz__end").length) return null;
const type = question.dataset.type;
const parts = [...question.querySelectorAll(".quiz__part")];
const told = all("[data-kit='next']").length;
for (const part of told ? [] : parts.length ? parts : [question]) {
  const input = all("input", part)[0], list = all("select", part)[0];
  if (input && !part.querySelector(":checked")) input.click();
  if (list) { list.selectedIndex = 1; list.dispatchEvent(new Event("change", { bubbles: true })); }
}
if (type === "order" && !told) all("[data-kit='down']", question)[0]?.click();
const turn = all("summary[data-kit='choice']", question).filter((one) => !one.closest(".quiz__choice").parentElement.querySelector(":scope > [open]"))[0];
(all("[data-kit='check']")[0] || all("[data-kit='next']")[0] || turn || all("[data-kit='skip']")[0]).click();
return type;"""


def test_every_training_comes_to_its_end(visitor: Visitor, served: Path) -> None:
    types: set[str] = set()
    for name in _trainings(served):
        types |= finish_training(visitor, name)
    assert types >= {"single", "multiple", "scenario", "sort", "order", "match", "true-false"}, types


def finish_training(visitor: Visitor, name: str) -> set[str]:
    """The types of question on the way."""
    types = set()
    visitor.open(name)
    visitor.find(".quiz[data-live]")
    for _ in range(200):
        if not (kind := visitor.run(_NEXT)):
            break
        types.add(kind)
    assert visitor.run("return document.querySelector('.quiz__end').checkVisibility()"), name
    return types


_WANTED = """const shown = (one) => one && one.checkVisibility() && !one.disabled;
const question = document.querySelector(".quiz__question.current"), all = (selector, root = document) => [...root.querySelectorAll(selector)].filter(shown);
if (all(".quiz__end").length) return null;
const parts = [...question.querySelectorAll(".quiz__part")];
const open = all("[data-kit='next']").length ? [] : (parts.length ? parts : [question]).filter((part) => !part.querySelector(":checked:not([value=''])"));
const fields = open.flatMap((part) => all("input, select", part).slice(0, 1));
const turn = all("summary[data-kit='choice']", question).filter((one) => !one.closest(".quiz__choice").parentElement.querySelector(":scope > [open]"))[0];
const move = question.dataset.type === "order" && !question.dataset.moved && all("[data-kit='down']", question)[0];
if (move) question.dataset.moved = "moved";
const wanted = move || fields[0] || all("[data-kit='check']")[0] || all("[data-kit='next']")[0] || turn || all("[data-kit='skip']")[0];
window.wanted = wanted.matches("input") && arguments[0] ? wanted.closest("label") : wanted;
return [question.dataset.type, wanted.localName];"""
"""What comes next on the screen, kept in `wanted`: a field that is still open, or a button. True: by tap, so that it is the label."""
_CHOOSE = "wanted.selectedIndex = 1; wanted.dispatchEvent(new Event('change', { bubbles: true }))"
"""In a list, which is the browser's own to open, and not the page's."""


def test_every_training_is_done_by_keyboard_alone(visitor: Visitor, served: Path) -> None:
    for name in _trainings(served):
        visitor.open(name)
        visitor.find(".quiz[data-live]")
        for _ in range(200):
            if not (wanted := visitor.run(_WANTED, False)):
                break
            # Of a group of options Tab reaches one, and the space bar chooses that.
            visitor.tab_to("here === wanted || (wanted.name && here.name === wanted.name)")
            visitor.type({"input": SPACE, "select": DOWN}.get(wanted[1], ENTER))
        assert visitor.run("return document.activeElement.className") == "quiz__end", name


def test_every_training_is_done_by_tap_alone(visitor: Visitor, served: Path) -> None:
    for name in _trainings(served):
        visitor.open(name)
        visitor.find(".quiz[data-live]")
        for _ in range(200):
            if not (wanted := visitor.run(_WANTED, True)):
                break
            visitor.run("wanted.scrollIntoView({ block: 'center', behavior: 'instant' })")
            if wanted[1] == "select":
                visitor.run(_CHOOSE)
            else:
                visitor.browser.click(visitor.run("return wanted"))
        assert visitor.run("return document.querySelector('.quiz__end').checkVisibility()"), name


_UNSEEN = """const seen = (one) => one.checkVisibility();
const found = [];
for (const question of document.querySelectorAll(".quiz__question")) {
  if (!seen(question)) found.push(question.id);
  for (const input of question.querySelectorAll("input[type=radio], input[type=checkbox]")) {
    input.closest("label").click();
    const said = input.closest("label").nextElementSibling || question.querySelector(".quiz__part .quiz__feedback");
    if (said && said.matches(".quiz__feedback") && !seen(said)) found.push(input.id);
    if (!input.checked) found.push(input.id + " stays empty");
  }
  for (const part of question.querySelectorAll(".quiz__part")) {
    const list = part.querySelector("select"), said = part.querySelector(".quiz__feedback");
    if (list) list.selectedIndex = 1;
    if (said && !seen(said)) found.push(said.id);
  }
  for (const fold of question.querySelectorAll("details")) {
    for (let around = fold; around; around = around.parentElement.closest("details")) around.open = true;
    if (![...fold.children].every(seen)) found.push(fold.className + " of " + question.id);
  }
}
return found;"""
"""What is said of an answer, and is not in sight once that is given."""


def test_every_training_tells_all_without_its_script(browser: Browser, served: Path, tmp_path: Path) -> None:
    """The script never comes, as where it is not let through: what is said of each answer can be read all the same."""
    site = tmp_path / TREE.site
    shutil.copytree(served / TREE.site, site)
    for script in site.rglob("*.js"):
        script.unlink()
    with serving(tmp_path) as origin:
        for name in _trainings(served):
            browser.open(f"{origin}{TREE.path}/{name}")
            assert not browser.run("return document.querySelector('.quiz[data-live]')")
            assert browser.run(_UNSEEN) == [], name


def _trainings(served: Path) -> list[str]:
    return [name for name in page_names(served, TREE) if name.startswith("training-")]


def test_the_exit_counts_shift_and_leaves(visitor: Visitor) -> None:
    visitor.open("collega.html")
    visitor.keys("#content", SHIFT + SHIFT)
    visitor.until("document.querySelector('[data-exit-status]').textContent")
    with suppress(RefusedError):  # Firefox tells that nothing answers where it leads: it has left
        visitor.press(".exit")
    end = time.monotonic() + 20
    # Where nothing answers, WebKit stays at the address: with nothing of the page.
    while not visitor.run("return document.body.hidden || !location.href.endsWith('collega.html')"):
        assert time.monotonic() < end


def _framed(browser: Browser, served: Path, origin: str, width: int) -> dict[str, str]:
    """No window is as narrow as a phone; a frame is."""
    (served / "frame.html").write_text(
        f'<!doctype html><title>frame</title><iframe width="{width}" height="640" style="border: 0"></iframe>',
        encoding="utf-8",
    )
    browser.open(f"{origin}frame.html")
    frame: dict[str, str] = browser.run("return document.querySelector('iframe')")
    return frame


@pytest.mark.parametrize("width", FRAMES)
def test_nothing_sticks_out_of_a_phone(browser: Browser, served: Path, origin: str, width: str) -> None:
    found = []
    frame = _framed(browser, served, origin, FRAMES[width])
    for name in page_names(served, TREE):
        browser.wait(
            "const [frame, address, done] = arguments; frame.onload = () => setTimeout(done, 50); frame.src = address;",
            frame,
            f"{origin}{TREE.path}/{name}",
        )
        with browser.inside(frame):
            found += [f"{name}: {one}" for one in browser.run(f"{MEASURE}\nreturn measure.overflow();")]
    expect_none(found)


@pytest.mark.parametrize("browser", ["Firefox"], indirect=True)
def test_the_sheet_for_notes_is_one_sheet(browser: Browser, origin: str) -> None:
    browser.open(f"{origin}{TREE.path}/wegwijzer.html")
    browser.run("""window.print = () => {};
    document.querySelector(".signpost__choice").click();
    [...document.querySelectorAll(".signpost__bar button")].pop().click();""")
    with pypdfium2.PdfDocument(base64.b64decode(browser.print())) as sheets:
        assert len(sheets) == 1


@pytest.mark.parametrize("browser", ["Firefox"], indirect=True)
def test_a_page_prints_whom_to_call_and_no_empty_sheet(browser: Browser, origin: str) -> None:
    for name in ("index.html", "wie.html", "hulp.html"):
        told = printed(browser, f"{origin}{TREE.path}/{name}")
        assert all(sheet.strip() for sheet in told), name
        assert "Bel Noor 020 000 00 01" in " ".join(" ".join(told).split()), name


@pytest.mark.parametrize("browser", ["Firefox"], indirect=True)
def test_a_page_in_ten_more_languages_prints_whom_to_call(
    browser: Browser, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """A PDF keeps letters by the place they have, and Arabic from right to left: numbers are asked for alone."""
    served = tmp_path_factory.mktemp("served")
    trees = build_in_languages(tmp_path_factory.mktemp("workspace") / "work", served, [*SHORT])
    with serving(served) as origin:
        lacking = {
            f"{tree}: {way}"
            for tree in trees
            for told in [" ".join(" ".join(printed(browser, f"{origin}{tree.path}/index.html")).split())]
            for way in browser.run(
                "return [...document.querySelectorAll('.advisor-card__number')].map((one) => one.textContent.trim())"
            )
            if way not in told
        }
    assert not lacking


def printed(browser: Browser, address: str) -> list[str]:
    """What can be copied from each sheet of the PDF."""
    browser.open(address)
    with pypdfium2.PdfDocument(base64.b64decode(browser.print())) as sheets:
        return [sheet.get_textpage().get_text_bounded() for sheet in sheets]
