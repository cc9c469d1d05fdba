"""The page with the kit's files, and the HTML that is handed out, where it will be: in a frame, in an intranet, in a mail."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from support import TODAY, lay, run

from .checkers import in_page
from .keyboard import SIZES, walk
from .looks import Scheme, judge
from .server import serving
from .sites import expect_none
from .watch import watched

if TYPE_CHECKING:
    from playwright.sync_api import Browser

pytestmark = pytest.mark.browser

PROFILE = """
organisation:
  name: Stichting De Zeester
  workforce: 20
  languages: [nl, en]
  locations: [{id: west, name: West}, {id: oost, name: Oosterschelde en omgeving}]
advisors:
  - {id: noor, name: Noor van den Langenvoorbeeld-Achterhuizen, kind: external, phone: "020 000 00 01", email: noor.van.den.langenvoorbeeld@zeester.example, locations: [west]}
  - {id: sam, name: "\u0633\u0627\u0645 \u0645\u062b\u0627\u0644", kind: internal, email: sam@elders.example, locations: [oost]}
brand: {color: "#ffe000"}
"""
"""A light colour, long names, and one that is read from right to left."""

HOST = """<!doctype html><html lang="nl"><title>Intranet</title><main><h1>Intranet</h1>{}</main></html>"""


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory, examples: Path) -> Path:
    root = lay(tmp_path_factory.mktemp("kit"), {"profiles/zeester/profile.yml": PROFILE})
    for verb in ("kit", "build"):
        answer = run(verb, "-C", root, "--date", TODAY)
        assert answer.code == 0, answer.err
    return root / "site/zeester"


@pytest.fixture(scope="module")
def address(site: Path) -> Iterator[str]:
    with serving(site) as where:
        yield where


@pytest.mark.parametrize("tree", ["", "en/"], ids=["nl", "en"])
@pytest.mark.sampled(2)
def test_the_page_has_no_fault_and_is_walked_by_keyboard(chromium: Browser, address: str, tree: str) -> None:
    found = []
    context = chromium.new_context(reduced_motion="reduce")
    page = context.new_page()
    page.goto(f"{address}{tree}materialen.html")
    in_page.bring(page)
    looks: tuple[tuple[int, Scheme], ...] = (
        ((360, "light"), (1280, "dark")) if tree else ((360, "dark"), (1280, "light"))
    )
    for width, scheme in looks:
        found += [text for _, _, text in judge({"materialen": page}, width, scheme)]
        if page.evaluate("document.documentElement.scrollWidth > innerWidth"):
            found.append(f"wider than {width} px")
    context.close()
    with watched(chromium, address + tree, viewport=SIZES["phone"], reduced_motion="reduce") as it:
        found += [*walk(it, "materialen.html"), *it.seen()]
    expect_none(found)


def test_every_link_of_the_page_gives_its_file(chromium: Browser, address: str, site: Path) -> None:
    with watched(chromium, address, accept_downloads=True) as it:
        it.open("materialen.html")
        links = it.page.locator(".materials a")
        found = {link.get_attribute("href"): link.get_attribute("download") for link in links.all()}
        assert {name.removeprefix("kit/") for name in found} == {path.name for path in (site / "kit").iterdir()}
        for name in found:
            assert it.page.request.get(address + name).body() == (site / name).read_bytes(), name
        assert {name for name, saved in found.items() if saved is None} == {
            name for name in found if name.endswith((".pdf", "embed.html"))
        }
        assert all(
            link.get_attribute("aria-label").endswith(link.inner_text().replace("\n", " ")) for link in links.all()
        ), "said as it is shown"
        link = it.page.locator('a[href="kit/noor.vcf"]')
        link.focus()
        with it.page.expect_download() as saved:
            it.page.keyboard.press("Enter")
        assert saved.value.suggested_filename == "noor.vcf"
        assert saved.value.path().read_bytes() == (site / "kit/noor.vcf").read_bytes()


@pytest.mark.parametrize("width", [280, 600])
def test_the_page_for_a_frame_is_whole_on_another_site(
    chromium: Browser, address: str, tmp_path: Path, width: int
) -> None:
    lay(
        tmp_path,
        {
            "host.html": HOST.format(
                f'<iframe src="{address}kit/embed.html" title="Contact" width="{width}" height="600"></iframe>'
            )
        },
    )
    with serving(tmp_path) as elsewhere, watched(chromium, elsewhere) as it:
        it.open("host.html")
        frame = it.page.frame(url="**/embed.html")
        assert frame is not None
        found = [
            f"asked for {url}"
            for url in it.requests
            if not url.endswith(("host.html", "kit/embed.html", "favicon.ico"))
        ]
        found += [one for one in it.seen() if "embed.html" not in one and "favicon" not in one and "404" not in one]
        assert frame.evaluate("document.documentElement.scrollWidth <= innerWidth"), "nothing is cut off"
        assert frame.evaluate("getComputedStyle(document.querySelector('.call')).borderRadius") != "0px", (
            "its own style is allowed"
        )
        for scheme in ("light", "dark"):
            it.page.emulate_media(color_scheme=scheme)
            in_page.bring(frame, "axe")
            in_page.start(frame)
            found += [f"{scheme}: {one}" for _, one in in_page.findings(frame)]
        expect_none(found)
        it.page.keyboard.press("Tab")
        names = []
        while (name := frame.evaluate("document.activeElement.closest('a')?.getAttribute('href')")) and len(names) < 9:
            names.append(name)
            assert frame.evaluate("parseFloat(getComputedStyle(document.activeElement).outlineWidth)") >= 2
            it.page.keyboard.press("Tab")
        assert names == [
            "tel:+31200000001",
            "mailto:noor.van.den.langenvoorbeeld@zeester.example",
            "mailto:sam@elders.example",
            "../index.html",
        ]
        frame.locator("[target=_top]").click()
        it.page.wait_for_url(f"{address}index.html")


@pytest.mark.parametrize("width", [360, 1280])
@pytest.mark.parametrize("piece", ["intranet-card.html", "announcement.html"])
def test_what_is_pasted_has_no_fault_in_a_page_of_another(
    chromium: Browser, site: Path, piece: str, width: int
) -> None:
    text = (site / "en/kit" / piece).read_text(encoding="ascii")
    found = []
    with watched(chromium, "about:") as it:
        it.page.set_content(HOST.format(text) if piece.startswith("intranet") else text)
        assert it.requests == []
        # The checkers lay bare what is drawn; a page of another may have no style to do that in.
        it.page.evaluate("document.head.append(document.createElement('style'))")
        in_page.bring(it.page, "axe")
        for scheme in ("light", "dark"):
            found += [text for _, _, text in judge({piece: it.page}, width, scheme)]
        assert it.page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    expect_none(found)
