"""Every link of a folder of web pages, and those that lead nowhere."""

from __future__ import annotations

from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urlsplit

_LEADING = {
    "a": "href",
    "area": "href",
    "link": "href",
    "script": "src",
    "img": "src",
    "iframe": "src",
    "source": "src",
}


class _Page(HTMLParser):
    def __init__(self, text: str) -> None:
        super().__init__()
        self.links: list[str] = []
        self.anchors: set[str] = set()
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = dict(attrs)
        self.anchors |= {value for name in ("id", "name") if (value := values.get(name))}
        if link := values.get(_LEADING.get(tag, "")):
            self.links.append(link)


def links_of(path: Path) -> list[str]:
    return _Page(path.read_text(encoding="utf-8")).links


def find_dead_links(tree: Path) -> Iterator[str]:
    """A sentence for each link of each page in a folder that leads to no file or anchor there, or out of it by a path; addresses elsewhere are not asked for."""
    pages = {path.resolve(): _Page(path.read_text(encoding="utf-8")) for path in sorted(tree.rglob("*.html"))}
    root = tree.resolve()
    for path, page in pages.items():
        for link in dict.fromkeys(page.links):
            address = urlsplit(link)
            if address.scheme or address.netloc:
                continue
            place = f"{path.relative_to(root).as_posix()}: {link}"
            if address.path.startswith("/"):
                yield f"{place} begins at the server's root, where this need not stand"
                continue
            target = (path.parent / unquote(address.path)).resolve() if address.path else path
            target = target / "index.html" if target.is_dir() else target
            if root not in target.parents or not target.is_file():
                yield f"{place} leads to no file"
            elif (
                (anchor := unquote(address.fragment))
                and target in pages
                and anchor not in pages[target].anchors | {"top"}
            ):
                yield f"{place} leads to no such place on that page"
