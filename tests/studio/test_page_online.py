"""All of publishing on the studio's page, by the keys alone: a place chosen, looked at, published to, put back and forgotten."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from browser.server import serving
from publish.dav_server import PASSWORD, DavServer
from support import files_of, lay

from .hands import Hands, running_chromium, studio_at
from .test_publishing import LESS, PROFILE, said_otherwise_before

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

pytestmark = [
    pytest.mark.proof,
    pytest.mark.browser,
    pytest.mark.skipif(sys.platform != "linux", reason="Apache is started as Debian packs it"),
]


LISTED_LATE = """const ask = fetch;
window.fetch = async (address, options) => {
  const answer = await ask(address, options);
  if (String(options && options.body).includes('"places"')) await new Promise((done) => setTimeout(done, 400));
  return answer;
};"""


@pytest.fixture(scope="module")
def chromium() -> Iterator[Browser]:
    with running_chromium() as browser:
        yield browser


def said(page: Page, text: str) -> None:
    """What was asked for is done, and told."""
    page.locator(".told-here").get_by_text(text).first.wait_for(timeout=60_000)


def test_a_site_is_put_online_looked_at_put_back_and_forgotten_by_the_keys_alone(
    chromium: Browser, new_workspace: Callable[..., Path], server: DavServer, kept: Path, tmp_path: Path
) -> None:
    root, target = new_workspace({"profiles/zeester/profile.yml": PROFILE}), tmp_path / "www"
    with studio_at(root) as studio:
        page = chromium.new_context(locale="en", viewport={"width": 1280, "height": 900}).new_page()
        wrong: list[str] = []
        page.on("console", lambda message: wrong.append(message.text))
        page.on("pageerror", lambda error: wrong.append(str(error)))
        page.add_init_script(LISTED_LATE)
        page.goto(studio.address)
        hands = Hands(page, "keys")
        hands.press(hands.button("Stichting De Zeester"))
        hands.press(hands.button("Online"))

        def of(name: str, where: str | Path = target) -> None:
            hands.press(page.get_by_role("button", name=f"{name}: {where}", exact=True))

        hands.write(page.locator("#folder"), str(target))
        hands.press(hands.button("Publish there"))
        said(page, "Published:")
        before = files_of(target)

        lay(root, {"profiles/zeester/profile.yml": LESS})
        page.get_by_text("not the newest").wait_for(timeout=60_000)
        lay(target, {"wie.html": "another number"})
        hands.press(hands.button("See what stands there and what would change"))
        said(page, "Looked.")
        differences = page.locator(".place__differences").inner_text()
        assert "Changed by somebody since you published: 1 page (wie)" in differences
        assert "Publishing changes:" in differences and "(404, andere-kant," in differences
        lay(target, {"wie.html": before["wie.html"].decode()})
        of("Publish")
        said(page, "Published:")

        of("Back to the previous one")
        coming = page.locator(".place fieldset input")
        coming.first.wait_for(timeout=60_000)
        hands.press(hands.button("Put the previous one back"))
        said(page, "this would come back: sam")
        for one in coming.all():
            hands.reach(one)
            page.keyboard.press("Space")
        hands.press(hands.button("Put the previous one back"))
        said(page, "The previous one is there again.")
        assert files_of(target) == before

        of("Earlier versions")
        hands.write(page.locator(".place .client__ask input"), str(tmp_path / "kept"))
        hands.press(hands.button("Keep them there"))
        said(page, "The earlier versions are there now.")
        assert list((tmp_path / "kept").glob("*/*/index.html"))

        hands.reach(page.locator(".more > summary", has_text="one more place"))
        page.keyboard.press("Enter")
        kind = page.locator("input[name=kind]")
        hands.reach(kind.first)
        page.keyboard.press("ArrowDown")
        page.keyboard.press("ArrowDown")
        hands.write(page.locator("#folder"), server.address())
        hands.press(hands.button("Publish there"))
        for typed in ("wrong", PASSWORD):
            password = page.locator("#password")
            password.wait_for(timeout=60_000)
            assert password.evaluate("field => field === document.activeElement")
            page.keyboard.insert_text(typed)
            page.keyboard.press("Enter")
            page.locator(".told__error" if typed == "wrong" else ".told-here p").first.wait_for(timeout=60_000)
        said(page, "Published:")
        assert (server.folder / "vp/index.html").is_file()
        page.get_by_role("article", name=server.address()).wait_for()
        assert not kept.exists(), "it was not asked for"
        assert PASSWORD not in page.content()

        with serving(target) as address:
            hands.write(page.locator("#verify"), address)
            hands.press(hands.button("Compare"))
            page.get_by_text("another version than the one made here last").wait_for(timeout=60_000)

        published = next(root.rglob("as-published.zip"))
        said_otherwise_before(published, "Praten zonder namen kan ook.", "Praten zonder namen mag ook.")
        of("Publish")
        said(page, "says something else in one place than version 0.0.9")
        page.get_by_text("Praten zonder namen mag ook.").wait_for(timeout=60_000)
        hands.press(hands.button("This is right"))
        said(page, "Right. Now publish again.")
        of("Publish")
        said(page, "Published:")

        of("Forget this place")
        hands.press(hands.button("Yes, forget"))
        said(page, "This place is forgotten.")
        assert page.locator(".place").count() == 1 and (target / "index.html").is_file()

        hands.press(hands.button("All organisations"))
        hands.press(hands.button("Publish everything that changed"))
        page.locator(".together__places li").first.wait_for(timeout=60_000)
        assert server.address() in page.locator(".together__places").inner_text()
        assert (hands.faults, wrong) == ([], [])
    assert not [name for name, data in files_of(root).items() if PASSWORD.encode() in data]
