"""The Markdown of a page as HTML, just as the engine of stage 1 makes it, and without that engine."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.treeprocessors import Treeprocessor

from voorlichter.template.compose import extension_options
from voorlichter.template.settings import read_settings
from voorlichter.template.variant import Variant
from voorlichter.workspace import Workspace

_ALWAYS = ("toc", "tables", "fenced_code")
"""Extensions that MkDocs loads by itself."""
_CONTENT = re.compile(r"(?<=\[# content #\]).*?(?=\[# /content #\])", re.S)
"""In a page of a template, what comes from Markdown."""
_PAGE = re.compile(r"(?P<name>[\w-]+)\.md(?P<anchor>#[\w-]+)?")


class PageRenderer:
    """Renders page after page of one variant; `modules` is the folder of modules as HTML, `<id>.html`."""

    def __init__(self, workspace: Workspace, variant: Variant, modules: Path) -> None:
        wanted: dict[str, dict[str, Any]] = read_settings(workspace)["markdown_extensions"]
        options = {**wanted, "voorlichter.markdown": extension_options(variant, modules)}
        self._markdown = Markdown(extensions=[*_ALWAYS, *wanted], extension_configs=options)
        self._markdown.treeprocessors.register(_LinksToPages(self._markdown), "links to pages", 0)

    def render(self, text: str) -> str:
        self._markdown.reset()
        return self._markdown.convert(text)


class _LinksToPages(Treeprocessor):
    """A link to a page's source is one to the page: all pages lie in one folder."""

    def run(self, root: Element) -> None:
        for link in root.iter("a"):
            if match := _PAGE.fullmatch(link.get("href", "")):
                link.set("href", f"{match['name']}.html{match['anchor'] or ''}")


def with_content(page: str, html: str) -> str:
    """A page of a template with other HTML in the place of what came from Markdown."""
    return _CONTENT.sub(lambda _: html, page, count=1)
