"""A module as a page of its own, opened in a real browser from a file, under the site's own policy."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from voorlichter.markdown.address import resolve_address
from voorlichter.problems import Language
from voorlichter.quiz import Module, render_module
from voorlichter.template.assets import render_scripts

if TYPE_CHECKING:
    from playwright.sync_api import Browser, BrowserContext, Locator, Page

COMPONENTS = Path(__file__).parents[2] / "overrides/components"
SCRIPTS = [path.read_text(encoding="utf-8") for path in sorted((COMPONENTS / "quiz").rglob("*.js"))]
"""In the order in which they are joined."""
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; "
    "base-uri 'none'; form-action 'none'"
)
_STYLES = ("tokens", "type", "frame", "callouts", "quiz")
_BRAND = """
:root { --md-primary-fg-color: #0f5e5a; --md-typeset-a-color: #0f5e5a; --md-primary-fg-color--light: #dceae6; --md-primary-bg-color: #fff }
@media (prefers-color-scheme: dark) {
  :root { --md-typeset-a-color: #7cc9bf; --md-primary-fg-color--light: #1f3a37 }
}"""
_PASS_MARK = ('[% if training.pass_mark %]data-pass-mark="[[ training.pass_mark ]]"[% endif %]', 'data-pass-mark="{}"')


def write_page(
    folder: Path, module: Module, strings: Mapping[str, str], *, language: Language = "nl", pass_mark: int | None = None,
    port: str = "", policy: str = POLICY, quiz: bool = True,
) -> str:  # fmt: skip
    """The page's address. `port` is a script that runs before the quiz's, if that is there."""
    css = "\n".join(
        path.read_text(encoding="utf-8") for name in _STYLES for path in sorted((COMPONENTS / name).rglob("*.css"))
    )
    (folder / "quiz.css").write_text(css.replace("@font-face", "@media not all") + _BRAND, encoding="utf-8")
    (folder / "quiz.js").write_text(render_scripts(SCRIPTS) if quiz else "", encoding="utf-8")
    (folder / "port.js").write_text(port, encoding="utf-8")
    tag, filled = _PASS_MARK
    html = resolve_address(render_module(module, language, strings), "je")
    assert tag in html
    html = html.replace(tag, filled.format(pass_mark) if pass_mark else "")
    (folder / "other.html").write_text("<!doctype html><title>Elsewhere</title>", encoding="utf-8")
    page = folder / "training.html"
    page.write_text(
        f'<!doctype html><html lang="{language}"><meta charset="utf-8"><title>Training</title>'
        f'<meta http-equiv="Content-Security-Policy" content="{policy}">'
        '<meta name="viewport" content="width=device-width">'
        '<link rel="stylesheet" href="quiz.css"><script src="port.js" defer></script><script src="quiz.js" defer></script>'
        f'<main class="md-grid md-typeset"><h1>Training</h1>{html}</main></html>',
        encoding="utf-8",
    )
    return page.as_uri()


@dataclass
class Played:
    """A page that was opened, and what the browser had to say about it."""

    page: Page
    address: str
    complaints: list[str] = field(default_factory=list)

    def button(self, name: str) -> Locator:
        return self.page.get_by_role("button", name=name, exact=True)

    def choose(self, *ids: str) -> None:
        for name in ids:
            self.page.locator(f"#quiz-{name}").check()

    def press(self, *names: str) -> None:
        for name in names:
            self.button(name).click()

    def answer(self, *ids: str) -> None:
        self.choose(*ids)
        self.press("Controleer")

    def skip_to(self, question: str) -> None:
        while not self.page.locator(f"#quiz-{question}").is_visible():
            self.page.locator("[data-kit=skip], [data-kit=next]").filter(visible=True).click()

    def focused(self) -> str:
        return str(
            self.page.evaluate(
                "document.activeElement.dataset.kit || document.activeElement.id || document.activeElement.tagName"
            )
        )

    def part(self, name: str) -> Locator:
        return self.page.locator(f"[data-kit={name}]")

    def result(self) -> str:
        return self.part("result").inner_text() if self.part("result").is_visible() else ""

    def feedback(self) -> list[str]:
        return [
            text.replace("\n", " ")
            for text in self.page.locator(".quiz__feedback").filter(visible=True).all_inner_texts()
        ]

    def asked(self) -> list[str]:
        return list(self.page.locator(".quiz__ask").filter(visible=True).all_inner_texts())

    def said(self) -> str:
        """What the one live region holds."""
        return " ".join(self.page.get_by_role("status").all_text_contents())

    def stored(self) -> object:
        return self.page.evaluate("[localStorage.length, sessionStorage.length, document.cookie]")

    def tab_to(self, selector: str) -> None:
        for _ in range(60):
            self.page.keyboard.press("Tab")
            if self.page.evaluate("selector => document.activeElement.matches(selector)", selector):
                return
        raise AssertionError(f"Tab does not reach {selector}")


def open_page(context: BrowserContext, address: str) -> Played:
    page = context.new_page()
    page.set_default_timeout(10_000)
    folder = address.rpartition("/")[0]
    it = Played(page, address)
    page.on("console", lambda message: it.complaints.append(message.text))
    page.on("pageerror", lambda error: it.complaints.append(str(error)))
    page.on("request", lambda request: request.url.startswith(folder) or it.complaints.append(request.url))
    page.goto(address)
    return it


def new_context(browser: Browser, *, script: bool = True, **options: Any) -> BrowserContext:
    return browser.new_context(java_script_enabled=script, reduced_motion="reduce", **options)
