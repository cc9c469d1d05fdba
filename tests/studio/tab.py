"""How the tests speak with the program in a tab, and what it asked of the network."""

from __future__ import annotations

import base64
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

from voorlichter.workspace import Workspace
from voorlichter.workspace_zip import pack_workspace

if TYPE_CHECKING:
    from playwright.sync_api import Page

POLICY = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'; worker-src blob:; img-src blob:"
_PATIENCE = 120


class Tab:
    def __init__(self, page: Page, address: str) -> None:
        self.page = page
        self.address = address
        self.requests: list[str] = []
        self.said: list[str] = []
        page.on("request", lambda request: self.requests.append(request.url))
        page.on("console", lambda message: self.said.append(message.text))
        page.on("pageerror", lambda error: self.said.append(str(error)))
        page.goto(address)
        end = time.monotonic() + _PATIENCE
        # The policy forbids what Playwright waits with.
        while not (told := page.evaluate("told.filter((one) => one.ready || one.failed)")):
            assert time.monotonic() < end, (page.evaluate("told"), self.said)
            page.wait_for_timeout(50)
        assert told == [{"ready": True}], (told, self.said)
        self.loaded = len(self.requests)

    def ask(self, **message: Any) -> dict[str, Any]:
        answer: dict[str, Any] = self.page.evaluate("(message) => tab.ask(message)", message)
        assert "failed" not in answer, answer["failed"]
        return {key: value for key, value in answer.items() if key != "id"}

    def put(self, workspace: Path) -> dict[str, Any]:
        """A workspace in the place of the one that is there."""
        self.ask(verb="clear")
        data = base64.b64encode(pack_workspace(Workspace.at(workspace))).decode()
        return self.ask(verb="lay", data=data)
