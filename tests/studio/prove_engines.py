"""A first client in a tab of Firefox and of WebKit, as packaged, on a server that sends no headers: what comes out is what the command line makes. By scripts/prove.py studio."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from browser.server import Line, serving
from PIL import Image
from support import run

from voorlichter.studio.write import write_studio

from .conftest import skip_or_fail
from .engines import ENGINES, Elsewhere, lacks
from .first_client import SAY, walk
from .remote_hands import RemoteHands
from .test_page_first_client import MOST_ACTIONS

NUMBER = "020 000 00 77"
PICTURED = (".png", ".jpg", "/manifest.json")
"""What the browser encodes, and what holds the hashes of that."""
BROWSERS_OWN = re.compile(
    r"elsewhere\.example/favicon\.ico|\.(?:mozilla\.(?:com|org|net)|firefox\.com|googleapis\.com)(?::443)?[ /]"
)
"""What a browser asks for by itself, whatever page is open."""
KEPT = {"nl": "Bewaard.", "en": "Kept."}
WIPED = {"nl": "Gewist.", "en": "Erased."}
CANNOT_KEEP = {"nl": "Deze browser kan het niet zelf bewaren.", "en": "This browser cannot keep it."}
FAULTS = """window.faults = [];
for (const name of ["error", "unhandledrejection"]) addEventListener(name, (event) => window.faults.push(String(event.message || event.reason)));"""
STORED = """const [done] = arguments;
const count = async (what) => (await what().catch(() => [])).length;
(async () => {
  const kept = [];
  try { for await (const name of (await navigator.storage.getDirectory()).keys()) kept.push(name); } catch { /* an engine without it keeps nothing there */ }
  done([localStorage.length, sessionStorage.length, document.cookie.length, kept.length, await count(() => indexedDB.databases()),
    await count(() => caches.keys()), await count(() => navigator.serviceWorker.getRegistrations())]);
})();"""


@pytest.fixture(scope="module")
def studio(gathered: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("host")
    write_studio(gathered, folder / "some" / "where" / "studio")
    return folder


@pytest.fixture(params=ENGINES)
def hands(request: pytest.FixtureRequest) -> Iterator[tuple[RemoteHands, Elsewhere]]:
    skip_or_fail(lacks(request.param))
    elsewhere = Elsewhere()
    with ENGINES[request.param](elsewhere) as browser:
        yield RemoteHands(browser), elsewhere
    elsewhere.close()


def test_a_first_client_comes_out_of_a_tab_as_from_the_command_line(
    hands: tuple[RemoteHands, Elsewhere], studio: Path, tmp_path: Path
) -> None:
    him, elsewhere = hands
    browser, line = him.browser, Line()
    files = {"logo": tmp_path / "Ons logo.svg", "photo": tmp_path / "Noor (2).jpg"}
    files["logo"].write_text(
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 10"><path d="M0 0h40v10H0z" fill="#0b5fa5"/></svg>'
    )
    Image.new("RGB", (600, 600), "#cc99aa").save(files["photo"])

    with serving(studio, line) as address:
        browser.open("http://elsewhere.example/tells")
        assert any("elsewhere.example/tells" in asked for asked in elsewhere.asked), (
            "what is asked elsewhere is noticed"
        )
        elsewhere.asked.clear()
        browser.open(f"{address}some/where/studio/")
        browser.run(FAULTS)
        him.find("#studio > *")
        say = SAY[str(browser.run("return document.documentElement.lang"))[:2]]
        language = "nl" if say is SAY["nl"] else "en"
        walk(him, language, files, [])
        assert him.actions <= MOST_ACTIONS

        line.asked.clear()
        changed = []
        for number in range(int(browser.run("return document.querySelectorAll('.steps button').length"))):
            step = him.find(f".steps li:nth-child({number + 1}) button")
            title = browser.run("return arguments[0].firstChild.textContent", step)
            him.press(step)
            him.headed(title)
            if browser.run("return Boolean(document.getElementById('f-advisors.0.phone'))"):
                him.fill(NUMBER, "advisors", 0, "phone")
                him.sees(NUMBER)
                changed.append(title)
        assert len(changed) == 1
        him.press(him.button(say["done"]))
        zipped = him.download(him.button(say["zip"]))
        browser.run("document.querySelector('details.keep').open = true")
        workspace = him.download(him.find("details.keep .button"))

        assert browser.wait(STORED) == [0] * 7
        assert browser.run("return window.faults") == []
        asked = browser.run("return performance.getEntriesByType('resource').map((one) => one.name)")
        assert [one for one in asked if not one.removeprefix("blob:").startswith((address, "data:"))] == []
    assert [one for one in line.asked if not one.endswith(".woff2")] == []
    assert [one for one in elsewhere.asked if not BROWSERS_OWN.search(one)] == []

    with zipfile.ZipFile(io.BytesIO(workspace)) as packed:
        packed.extractall(tmp_path / "workspace")
    built = run("build", "-C", tmp_path / "workspace", "--date", date.today().isoformat())
    assert built.code == 0, built.err
    with zipfile.ZipFile(io.BytesIO(zipped)) as packed:
        in_tab = {name: packed.read(name) for name in packed.namelist() if "/" in name}
    site = tmp_path / "workspace" / "site"
    made = {path.relative_to(site).as_posix(): path.read_bytes() for path in site.rglob("*") if path.is_file()}
    assert len(made) > 80
    assert in_tab.keys() == made.keys()
    assert [name for name, data in made.items() if in_tab[name] != data and not name.endswith(PICTURED)] == []


def test_what_was_kept_is_there_again_or_the_page_says_that_it_cannot_be(
    hands: tuple[RemoteHands, Elsewhere], studio: Path
) -> None:
    him = hands[0]
    browser = him.browser
    tick = ".keep input[type=checkbox]"

    with serving(studio, Line()) as address:
        browser.open(f"{address}some/where/studio/")
        browser.run(FAULTS)
        him.find("#studio > *")
        language = str(browser.run("return document.documentElement.lang"))
        him.write(him.find("#whom"), "De Korenaar")
        him.press(him.button("Begin"))
        him.sees("De Korenaar")
        him.press(him.find(".keep summary"))
        if browser.run("return 'getDirectory' in (navigator.storage ?? {})"):
            for _ in range(2):
                him.press(him.find(tick))
                him.reads(KEPT[language])
                him.press(him.find(tick))
                him.reads(WIPED[language])
                assert browser.wait(STORED) == [0] * 7
            him.press(him.find(tick))
            him.reads(KEPT[language])
            assert browser.run("return window.faults") == []
            browser.open(f"{address}some/where/studio/")
            him.press(him.find(".client__open"))
            him.sees("De Korenaar")
        else:
            him.reads(CANNOT_KEEP[language])
            assert browser.run("return document.querySelector(arguments[0])", tick) is None
            assert browser.run("return window.faults") == []
