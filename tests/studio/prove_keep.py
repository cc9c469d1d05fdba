"""A first client in a tab, with the network cut once it is loaded; and what is kept of it when the tab goes at any moment, where somebody asked for that."""

from __future__ import annotations

import base64
import io
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
import yaml
from browser.server import Line, serving

from voorlichter.studio.write import write_studio

from .first_client import walk
from .hands import Hands, running_chromium
from .test_page_first_client import MOST_ACTIONS, STORED, files

if TYPE_CHECKING:
    from playwright.sync_api import BrowserContext, Page

pytestmark = [pytest.mark.browser, pytest.mark.slow]

MOST_KEYS = 200
"""Somebody who types without a pause; what is kept must be so before this many keys."""
KEPT = """async () => {
  const file = await navigator.storage.getDirectory().then((root) => root.getFileHandle("werkmap.zip")).then((handle) => handle.getFile()).catch(() => null);
  return file && btoa(Array.from(new Uint8Array(await file.arrayBuffer()), (sign) => String.fromCharCode(sign)).join(""));
}"""
FOLDER = "window.showDirectoryPicker = async () => (await navigator.storage.getDirectory()).getDirectoryHandle('map', { create: true });"
IN_FOLDER = """async (path) => {
  let here = await (await navigator.storage.getDirectory()).getDirectoryHandle("map");
  const parts = path.split("/"), name = parts.pop();
  try {
    for (const part of parts) here = await here.getDirectoryHandle(part);
    return await (await (await here.getFileHandle(name)).getFile()).text();
  } catch { return ""; }
}"""
PROFILE = "profiles/de-korenaar/profile.yml"
SLOW = """const write = FileSystemFileHandle.prototype.createWritable;
FileSystemFileHandle.prototype.createWritable = async function (...given) {
  window.writes = (window.writes ?? 0) + 1;
  await new Promise((done) => setTimeout(done, 1500));
  return write.apply(this, given);
};"""
"""A disk that takes its time."""
MAY_GO = "Bewaard. Deze browser belooft niet het te houden; download ook een zip."
WIPED = "Gewist. Wat je ziet, is er nog tot je dit tabblad sluit."
_EMPTY = base64.b64encode(b"PK\x05\x06" + bytes(18)).decode()

__all__ = ["files"]


@pytest.fixture(scope="module")
def served(gathered: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, Line]]:
    folder, line = tmp_path_factory.mktemp("host"), Line()
    write_studio(gathered, folder / "studio")
    with serving(folder, line) as address:
        yield f"{address}studio/", line


@pytest.fixture(scope="module")
def context() -> Iterator[BrowserContext]:
    """One person's browser: what is kept stays from test to test."""
    with running_chromium() as browser:
        yield browser.new_context(locale="nl", viewport={"width": 1280, "height": 800})


@pytest.fixture(scope="module")
def hands(context: BrowserContext, served: tuple[str, Line]) -> Hands:
    return opened(context, served[0])


def opened(context: BrowserContext, address: str) -> Hands:
    """A tab with the program in it."""
    page = context.new_page()
    page.add_init_script(FOLDER)
    page.set_default_timeout(120_000)
    page.goto(address)
    page.locator(".coming").wait_for(state="attached")
    page.locator(".coming").wait_for(state="detached")
    return Hands(page)


def type_until_kept(hands: Hands, looking: Page, path: str = "") -> str:
    """Type without a pause until something of it is kept, and close the tab there and then; what is kept."""
    field = hands.field("organisation", "name")
    field.click()
    hands.page.keyboard.press("End")
    before = field.input_value()
    for number in range(MOST_KEYS):
        hands.page.keyboard.type(chr(ord("a") + number % 26), delay=50)
        if number % 5 == 4 and f"{before}abc" in held(looking, path):
            break
    else:
        raise AssertionError(f"{MOST_KEYS} keys, and nothing of them is kept")
    hands.page.close(run_before_unload=False)
    return str(yaml.safe_load(held(looking, path))["organisation"]["name"])


def held(looking: Page, path: str) -> str:
    """The profile as the browser's storage or the folder has it."""
    if path:
        return str(looking.evaluate(IN_FOLDER, path))
    with zipfile.ZipFile(io.BytesIO(base64.b64decode(looking.evaluate(KEPT) or _EMPTY))) as packed:
        return packed.read(PROFILE).decode() if PROFILE in packed.namelist() else ""


def test_a_first_client_is_made_with_the_network_cut(
    context: BrowserContext, served: tuple[str, Line], hands: Hands, files: dict[str, Path]
) -> None:
    line = served[1]
    context.set_offline(True)
    line.asked.clear()
    zipped = zipfile.ZipFile(io.BytesIO(walk(hands, "nl", files, [])))
    assert {"index.html", "en/index.html"} <= {name.partition("/")[2] for name in zipped.namelist()}
    assert hands.actions <= MOST_ACTIONS
    assert hands.page.evaluate(STORED) == [0] * 6
    assert line.asked == []
    context.set_offline(False)


def test_a_tab_that_goes_while_somebody_types_has_kept_what_was_typed(
    context: BrowserContext, served: tuple[str, Line], hands: Hands
) -> None:
    address = served[0]
    looking = context.new_page()
    looking.goto(f"{address}manifest.json")
    if (back := hands.find(".bar .link")).count():
        back.click()
    hands.write(hands.find("#whom"), "De Korenaar")
    hands.press(hands.find(".button--first"))
    hands.find(".keep summary").click()
    assert looking.evaluate(KEPT) is None
    hands.find(".keep input[type=checkbox]").check()
    while not looking.evaluate(KEPT):  # what is there already is kept at once
        hands.page.wait_for_timeout(100)
    kept = type_until_kept(hands, looking)

    again = opened(context, address)
    again.find(".client__open").filter(has_text="De Korenaar").click()
    assert again.field("organisation", "name").input_value() == kept
    again.find(".keep summary").click()
    again.find(".keep input[type=checkbox]").uncheck()
    again.reads(WIPED)
    assert looking.evaluate(KEPT) is None
    again.find(".keep__inside > p .button").last.click()
    type_until_kept(again, looking, PROFILE)
    assert looking.evaluate(KEPT) is None


@pytest.fixture
def elsewhere(context: BrowserContext) -> Iterator[BrowserContext]:
    """Somebody else's browser."""
    assert context.browser
    other = context.browser.new_context(locale="nl")
    yield other
    other.close()


def test_what_is_erased_while_it_is_written_stays_erased(elsewhere: BrowserContext, served: tuple[str, Line]) -> None:
    elsewhere.add_init_script(SLOW)
    hands = opened(elsewhere, served[0])
    hands.write(hands.find("#whom"), "De Korenaar")
    hands.press(hands.find(".button--first"))
    hands.field("organisation", "name").wait_for()
    hands.find(".keep summary").click()
    tick = hands.find(".keep input[type=checkbox]")
    for writes in (1, 3):  # the first, with which keeping begins, and one of a change
        tick.click()
        if writes == 3:
            hands.reads(MAY_GO)
        hands.page.wait_for_function("(writes) => window.writes >= writes", arg=writes)
        tick.click()
        hands.reads(WIPED)
        hands.page.wait_for_timeout(3000)
        assert hands.page.evaluate(STORED) == [0] * 6
        assert hands.page.evaluate(KEPT) is None
        assert not tick.is_checked()


def test_a_browser_that_fails_to_keep_says_so_and_has_kept_nothing(
    elsewhere: BrowserContext, served: tuple[str, Line]
) -> None:
    """As a Safari that has the storage and cannot write to it from a page."""
    elsewhere.add_init_script("delete FileSystemFileHandle.prototype.createWritable")
    hands = opened(elsewhere, served[0])
    faults: list[str] = []
    hands.page.on("pageerror", lambda error: faults.append(str(error)))
    hands.find(".keep summary").click()
    tick = hands.find(".keep input[type=checkbox]")
    tick.click()
    hands.reads("Bewaren lukt niet. Download een zip.")
    assert not tick.is_checked()
    assert hands.page.evaluate(STORED) == [0] * 6
    assert hands.page.evaluate(KEPT) is None
    assert faults == []
