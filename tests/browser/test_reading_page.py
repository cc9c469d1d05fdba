"""What there is to read aloud, as one page opened from a disk: ticked, counted, hidden, and kept nowhere."""

from __future__ import annotations

import html
import json
import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from support import TODAY, run

from voorlichter.problems import LANGUAGES

from .checkers import in_page
from .watch import watched

if TYPE_CHECKING:
    from playwright.sync_api import Browser

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory, examples: Path) -> Path:
    folder = tmp_path_factory.mktemp("reading")
    for language in LANGUAGES:
        words = ("read", "werkplaats", "-C", examples, "--date", TODAY, "--lang", language)
        assert run(*words, "--html", folder / f"{language}.html").code == 0
    return folder


def test_the_page_holds_every_sentence_that_is_read(pages: Path, examples: Path) -> None:
    told = run("read", "werkplaats", "-C", examples, "--date", TODAY, "--lang", "en", "--format", "json").out
    text = (pages / "en.html").read_text(encoding="utf-8")
    sentences = re.findall(r"<li>.*?<span lang=\"(\w+)\">(.*?)</span>", text)
    assert [(code, html.unescape(said)) for code, said in sentences] == [
        (part["language"], sentence["text"]) for part in json.loads(told) for sentence in part["sentences"]
    ]
    assert "advisors[" not in text


def test_a_page_is_for_one_organisation(examples: Path, tmp_path: Path) -> None:
    assert run("read", "-C", examples, "--html", tmp_path / "read.html").code == 2
    assert not (tmp_path / "read.html").exists()


@pytest.mark.sampled(2)
@pytest.mark.parametrize(("language", "width", "scheme"), [("nl", 320, "dark"), ("en", 1280, "light")])
def test_everybody_can_read_and_tick_it(chromium: Browser, pages: Path, language: str, width: int, scheme: str) -> None:
    with watched(chromium, f"file://{pages}/", viewport={"width": width, "height": 700}, color_scheme=scheme) as it:
        it.open(f"{language}.html")
        page = it.page
        total = page.locator("li").count()
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        page.locator("#next").click()
        page.keyboard.press("Space")
        assert re.findall(r"\d+", page.locator("#count").inner_text()) == ["1", str(total)]
        page.locator("#hide").check()
        assert not page.locator("li").first.is_visible()
        page.locator("li input").nth(1).focus()
        page.keyboard.press("Space")
        assert page.evaluate("document.activeElement === document.querySelectorAll('li input')[2]")
        page.locator("#hide").uncheck()
        page.evaluate("Array.from(document.querySelectorAll('li')).slice(40).forEach((one) => one.remove())")
        in_page.bring(page)
        in_page.start(page)
        assert list(in_page.findings(page)) == []
        assert it.seen() == []
