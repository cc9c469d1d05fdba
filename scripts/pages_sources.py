"""Documents of the repository as pages of the manual: which come along, under which name, and what becomes of their links and lists."""

from __future__ import annotations

import os
import re
from collections.abc import Mapping
from pathlib import Path, PurePosixPath

from environment import ROOT

Pages = Mapping[str, str]
"""The page of a document, both from their root: `nl/guide/kit.md` of `guide/kit.nl.md`."""

_TAKEN = {
    "README.nl.md": "nl/guide/terminal.md",
    "guide/site.nl.md": "nl/guide/site.md",
    "guide/training.nl.md": "nl/guide/training.md",
    "guide/kit.nl.md": "nl/guide/kit.md",
    "guide/later.nl.md": "nl/guide/later.md",
    "guide/online.nl.md": "nl/guide/online.md",
    "publish/voor-ict.md": "nl/guide/it.md",
    "publish/voor-intranet.md": "nl/guide/intranet.md",
    "publish/voor-opleiding.md": "nl/guide/learning-system.md",
    "guide/training.md": "en/guide/training.md",
    "guide/kit.md": "en/guide/kit.md",
    "guide/online.md": "en/guide/online.md",
    "publish/for-it.md": "en/guide/it.md",
    "publish/for-intranet.md": "en/guide/intranet.md",
    "publish/for-training.md": "en/guide/learning-system.md",
    "guide/figures.md": "en/makers/figures.md",
    "CONTRIBUTING.md": "en/makers/contributing.md",
    "CHANGELOG.md": "en/makers/changes.md",
}
_CODE = r"```.*?```|`[^`\n]*`"
_LINK = re.compile(rf"(?P<code>{_CODE})|(?P<picture>!)?\[(?P<text>(?:`[^`]*`|[^\]`])*)\]\((?P<to>[^)\s]+)\)", re.S)
_ITEM = re.compile(r"(?:[-*]|\d+\.) ")


def plan_pages(root: Path = ROOT) -> Pages:
    own = {f"manual/docs/{page}": page for page in _names(root, "manual/docs", "*/*.md")}
    decisions = {f"decisions/{name}": f"en/makers/decisions/{name}" for name in _names(root, "decisions", "*.md")}
    return {**own, **_TAKEN, **decisions}


def _names(root: Path, folder: str, pattern: str) -> list[str]:
    return sorted(path.relative_to(root / folder).as_posix() for path in root.glob(f"{folder}/{pattern}"))


def take(document: str, text: str, pages: Pages) -> str:
    """A document as the Markdown of its page."""
    return _indented(_relinked(document, text, pages))


def _relinked(document: str, text: str, pages: Pages) -> str:
    """A link to another page leads there; of one to what the manual has not, the words stay; a picture comes along (`pictures_in`)."""
    page = PurePosixPath(pages[document])

    def lead(found: re.Match[str]) -> str:
        if found["code"] or re.match(r"[a-z]+:|#", found["to"]):
            return found[0]
        target, _, anchor = found["to"].partition("#")
        file = os.path.normpath(PurePosixPath(document).parent / target)
        if found["picture"]:
            return f"![{found['text']}]({_relative(f'{page.parts[0]}/{file}', page)})"
        if file not in pages:
            return found["text"]
        other = PurePosixPath(pages[file])
        # Each language is a project of its own, which knows no sources of the other.
        name = (
            _relative(str(other), page)
            if other.parts[0] == page.parts[0]
            else _relative(str(other.with_suffix(".html")), page)
        )
        return f"[{found['text']}]({name}{f'#{anchor}' if anchor else ''})"

    return _LINK.sub(lead, text)


def pictures_in(document: str, text: str) -> list[str]:
    """The pictures a document shows, from the repository's root."""
    return [
        os.path.normpath(PurePosixPath(document).parent / found["to"])
        for found in _LINK.finditer(text)
        if found["picture"] and ":" not in found["to"]
    ]


def _relative(name: str, page: PurePosixPath) -> str:
    return os.path.relpath(name, page.parent).replace(os.sep, "/")


def _indented(text: str) -> str:
    """Lists as Python-Markdown wants them: an empty line before the first item, and four spaces before what belongs to one."""
    lines: list[str] = []
    fence, width = False, 0
    for line in text.splitlines():
        item = None if fence else _ITEM.match(line)
        if item:
            if not width and lines and lines[-1].strip():
                lines.append("")
            width = len(item[0])
        elif width and line.startswith(" " * width):
            line = " " * (4 - width) + line
        elif width and line.strip() and lines and not lines[-1].strip():
            width = 0
        if line.lstrip().startswith("```"):
            fence = not fence
        lines.append(line)
    return "\n".join(lines) + "\n"
