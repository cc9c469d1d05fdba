"""The extension itself: quiz blocks, then forms of address, then slots, around Markdown's own work."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

from markdown import Extension, Markdown
from markdown.postprocessors import Postprocessor
from markdown.preprocessors import Preprocessor

from voorlichter.lists import set_lists_apart
from voorlichter.markdown.address import Form, resolve_address
from voorlichter.markdown.lift import Lifted
from voorlichter.markdown.pictogram import draw_pictograms

QUIZ = re.compile(r"^::: quiz (?P<id>[a-z0-9-]+)[ \t]*$", re.M)


class VoorlichterExtension(Extension):
    """Options: `address` (je or u) and `modules`, a folder of training modules as HTML, `<id>.html`."""

    def __init__(self, **kwargs: Any) -> None:
        self.config = {
            "address": ["je", "Form of address of Dutch texts: je or u"],
            "modules": ["", "Folder of training modules as HTML, in the page's language"],
        }
        super().__init__(**kwargs)

    def extendMarkdown(self, md: Markdown) -> None:
        before = _Before(md, self.getConfig("address"), Path(self.getConfig("modules")))
        md.registerExtension(self)
        md.preprocessors.register(before, "voorlichter", 100)
        md.postprocessors.register(_After(md, before), "voorlichter", -100)


class _Before(Preprocessor):
    def __init__(self, md: Markdown, form: Form, modules: Path) -> None:
        super().__init__(md)
        self.form = form
        self.modules = modules
        self.lifted = Lifted()

    def run(self, lines: list[str]) -> list[str]:
        text = QUIZ.sub(self.read_module, set_lists_apart("\n".join(lines)))
        self.lifted = Lifted()
        return self.lifted.lift(resolve_address(text, self.form)).split("\n")

    def read_module(self, block: re.Match[str]) -> str:
        return (self.modules / f"{block['id']}.html").read_text(encoding="utf-8")


class _After(Postprocessor):
    def __init__(self, md: Markdown, before: _Before) -> None:
        super().__init__(md)
        self.before = before

    def run(self, text: str) -> str:
        return draw_pictograms(self.before.lifted.put_back(text))
