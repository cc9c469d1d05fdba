"""The pictures of the manual: the studio as somebody walks through it, a page of the training, a poster. Taken anew for every build, and never committed."""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Collection, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from environment import ROOT

from voorlichter.problems import LANGUAGES, Language
from voorlichter.studio.form import arrangement
from voorlichter.studio.server import StudioServer
from voorlichter.studio.session import Session
from voorlichter.workspace import Workspace

sys.path.insert(0, str(ROOT / "tests"))

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

_NOW = "2026-11-24T10:00:00+01:00"
"""A Tuesday morning on which somebody who works till five can be reached."""
_WINDOW = {"width": 1024, "height": 720}
"""The narrowest that has questions and site side by side: in a text the letters stay as large as they can."""
_PHONE = {"width": 390, "height": 760}
_STEPS = [*(group["id"] for group in arrangement()["groups"]), "check", "done", "text"]
_NEW = {
    "nl": {"name": "Bakkerij De Korenaar", "hours": "ma-do 9-17, vr 9-12"},
    "en": {"name": "De Korenaar Bakery", "hours": "mon-thu 9-17, fri 9-12"},
}
_ROLES = {"nl": "vuurtoren/training-role.html", "en": "vuurtoren/en/training-role.html"}


def take_pictures(
    target: Path,
    workspace: Path,
    demo: Path | None,
    languages: Collection[Language] = LANGUAGES,
    changes: bool = True,
) -> str | None:
    """Into a folder for each language; what keeps them from being taken, if anything does.

    The workspace holds the examples, and their kits where they were made; `demo` their sites.
    """
    from browser.chromium import FLAGS, INSTALL, find_shell

    for language in languages:
        (target / language).mkdir(parents=True)
        take_poster(target / language, workspace / "kit" / "vuurtoren", language)
    chromium = find_shell()
    if chromium is None:
        return f"There is no Chromium, so there are no pictures of the studio. Install it with: {INSTALL}"
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=list(FLAGS))
        for language in languages:
            show_first_site(browser, workspace, target / language, language)
            if changes:
                show_change(browser, workspace, target / language, language)
            if demo:
                show_module(browser, demo / _ROLES[language], target / language, language)
        browser.close()
    return None


@dataclass(frozen=True, slots=True)
class Camera:
    """A page of the studio, and where its pictures go."""

    page: Page
    folder: Path

    def take(self, name: str) -> None:
        self.page.wait_for_timeout(400)  # for the preview to take its turn
        shot = self.folder / f"{name}.png"
        self.page.screenshot(path=shot)
        shrink(shot)

    def go(self, step: str) -> None:
        self.page.locator(".steps button").nth(_STEPS.index(step)).click()
        self.page.evaluate("scrollTo(0, 0)")

    def speak(self, language: Language) -> None:
        """Show the site in that language, where it is in several."""
        if language == "en":
            self.page.locator(".preview__tools select").nth(1).select_option(language)

    def fill(self, values: Mapping[str, str]) -> None:
        """Each field by its path, left as a person leaves it; of what stands as a row of choices, the number."""
        for path, value in values.items():
            field = self.page.locator(f'[id="f-{path}"]')
            if field.evaluate("field => field.tagName") == "FIELDSET":
                field.locator(".choice").nth(int(value)).click()
            elif field.evaluate("field => field.tagName") == "SELECT":
                field.select_option(value)
            else:
                field.fill(value)
                field.press("Tab")


@contextmanager
def studio(browser: Browser, workspace: Path, folder: Path, language: Language) -> Iterator[Camera]:
    session = Session(Workspace.at(workspace), date.fromisoformat(_NOW[:10]), language)
    with StudioServer(session, 0) as server:
        context = browser.new_context(viewport=_WINDOW, locale=language, timezone_id="Europe/Amsterdam")  # type: ignore[arg-type]
        context.clock.set_fixed_time(_NOW)
        page = context.new_page()
        page.goto(server.address)
        yield Camera(page, folder)
        context.close()


def show_first_site(browser: Browser, examples: Path, folder: Path, language: Language) -> None:
    """A new client, in a workspace that holds nothing else."""
    said = _NEW[language]
    with tempfile.TemporaryDirectory() as name:
        workspace = Path(name)
        (workspace / "profiles").mkdir()
        with studio(browser, workspace, folder, language) as camera:
            camera.page.locator("#whom").fill(said["name"])
            camera.take("first-whom")
            camera.page.locator("#whom").press("Enter")
            await_preview(camera.page)
            more = {"organisation.languages": "1"} if language == "en" else {}
            camera.fill({**more, "organisation.sector": "business", "organisation.workforce": "34"})
            camera.speak(language)
            camera.take("first-who")
            camera.go("look")
            camera.fill({"brand.color": "#7a3e12"})
            camera.take("first-look")
            camera.go("advisors")
            person = {"name": "Noor Voorbeeld", "kind": "1", "phone": "020 000 00 01", "hours": said["hours"]}
            camera.fill({f"advisors.0.{key}": value for key, value in person.items()})
            camera.page.locator('[id="f-advisors.0.phone"]').scroll_into_view_if_needed()
            camera.take("first-advisors")
            camera.go("check")
            camera.take("first-check")
            camera.go("done")
            camera.take("first-done")


def show_change(browser: Browser, workspace: Path, folder: Path, language: Language) -> None:
    """Some clients, one of whose advisors another has too."""
    with studio(browser, workspace, folder, language) as camera:
        camera.page.get_by_role("button", name="De Vuurtoren").first.wait_for()
        camera.take("change-clients")
        camera.page.get_by_role("button", name="De Vuurtoren").first.click()
        await_preview(camera.page)
        camera.speak(language)
        camera.go("advisors")
        camera.page.locator('[id="f-advisors"]').evaluate("list => list.scrollIntoView()")
        camera.take("change-number")
        camera.page.locator('[id="f-advisors.0.absences"]').evaluate("list => list.scrollIntoView()")
        moment = camera.page.locator(".preview__tools select").last
        moment.select_option("2026-12-21T10:00")
        camera.take("change-away")
        moment.select_option(index=0)
        camera.go("training")
        camera.take("learning-choose")


def show_module(browser: Browser, page_: Path, folder: Path, language: Language) -> None:
    page = browser.new_page(viewport=_PHONE, locale=language)  # type: ignore[arg-type]
    page.goto(page_.as_uri())
    page.evaluate("document.fonts.ready")
    page.screenshot(path=folder / "learning-module.png")
    shrink(folder / "learning-module.png")
    page.close()


def take_poster(folder: Path, kit: Path, language: Language) -> None:
    """The poster as it comes out of the printer, where the kit was made."""
    import pypdfium2

    sheets = sorted(kit.rglob(f"{language}/**/poster*.pdf")) or sorted(kit.rglob("poster*.pdf"))
    if sheets:
        page: Any = pypdfium2.PdfDocument(sheets[0])[0]
        page.render(scale=480 / page.get_width()).to_pil().convert("RGB").save(folder / "learning-poster.png")
        shrink(folder / "learning-poster.png")


def await_preview(page: Page) -> None:
    """The first time, the pages may have to be made ready."""
    page.locator(".steps").wait_for()
    page.locator(".preview select").first.locator("option").nth(3).wait_for(state="attached", timeout=120_000)


def shrink(picture: Path) -> None:
    from PIL import Image

    with Image.open(picture) as taken:
        # A palette is enough for flat colours and letters, and a third of the size.
        taken.convert("RGB").quantize(128).save(picture, optimize=True)
