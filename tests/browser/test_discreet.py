"""What is seen without reading: the tab, a shared link, the printer's tray."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from .document import Document
from .sites import Tree, expect_none, find_trees, page_names
from .watch import watched

if TYPE_CHECKING:
    from playwright.sync_api import Browser

TREES = find_trees()
EVERY_TREE = pytest.mark.parametrize("tree", TREES, ids=str)
TELLING = re.compile(
    r"vertrouwe|confiden|beschuldig|accus|geheim|secre|gewenst|unwanted|pest|bull|intimid|harass|seksu|sexual|geweld|violen"
    r"|misstand|wrongdoing|klacht|complain|slachtoffer|victim|meld(?!punt)|report",
    re.I,
)
"""Words that would tell somebody over the shoulder what is read, or by whom."""
AUDIENCE = ("mij.html", "collega.html", "andere-kant.html", "leiding.html", "nieuw.html", "bericht.html")


def metas(document: Document) -> dict[str, str]:
    found = {}
    for meta in document.all("meta"):
        name = meta.attributes.get("name") or meta.attributes.get("property")
        if name:
            found[name] = meta.attributes.get("content", "")
    return found


@pytest.mark.sampled(5)
@EVERY_TREE
def test_the_tab_tells_pages_apart_and_gives_nothing_away(served: Path, tree: Tree) -> None:
    titles = {name: Document(served / tree.path / name).title for name in page_names(served, tree)}
    assert len(set(titles.values())) == len(titles)
    expect_none(f"{name}: {title}" for name, title in titles.items() if TELLING.search(title.split(" · ")[0]))


@pytest.mark.sampled(5)
@EVERY_TREE
def test_a_shared_link_shows_the_same_for_every_page(served: Path, tree: Tree) -> None:
    documents = [Document(served / tree.path / name) for name in page_names(served, tree)]
    shown = {
        tuple(sorted((name, text) for name, text in metas(document).items() if name.startswith("og:")))
        for document in documents
    }
    assert len(shown) == 1
    previews = dict(next(iter(shown)))
    assert set(previews) == {"og:title", "og:description"} and not TELLING.search(" ".join(previews.values()))


@EVERY_TREE
def test_the_summary_of_an_audience_page_is_neutral(served: Path, tree: Tree) -> None:
    for name in AUDIENCE:
        assert not TELLING.search(metas(Document(served / tree.path / name))["description"]), name


@pytest.mark.parametrize("tree", [tree for tree in TREES if tree.discreet], ids=str)
def test_a_discreet_site_names_nobody_in_tab_summary_or_preview(served: Path, tree: Tree) -> None:
    for name in page_names(served, tree):
        document = Document(served / tree.path / name)
        said = " ".join(
            [
                document.title,
                *(text for key, text in metas(document).items() if key == "description" or key.startswith("og:")),
            ]
        )
        assert "Vlieger" not in said and not TELLING.search(said), f"{name}: {said}"


@pytest.mark.sampled(3)
@pytest.mark.browser
@pytest.mark.parametrize("tree", [tree for tree in TREES if tree.discreet], ids=str)
@pytest.mark.parametrize("name", ["index.html", "andere-kant.html", "404.html"])
def test_a_discreet_sheet_begins_with_a_neutral_line(chromium: Browser, origin: str, tree: Tree, name: str) -> None:
    with watched(chromium, f"{origin}{tree.path}/") as it:
        it.open(name)
        it.page.emulate_media(media="print")
        printed = it.page.locator("body").inner_text().strip()
        assert printed.splitlines()[0] in ("Informatie", "Information")
        assert "Vlieger" not in printed.splitlines()[0]
        for hidden in (".md-header", "h1", ".md-footer-meta"):
            assert not it.page.locator(hidden).first.is_visible(), hidden


@pytest.mark.sampled(3)
@pytest.mark.browser
@pytest.mark.parametrize("tree", [tree for tree in TREES if not tree.discreet and tree.day == "usual"], ids=str)
def test_any_other_sheet_keeps_its_heading(chromium: Browser, origin: str, tree: Tree) -> None:
    with watched(chromium, f"{origin}{tree.path}/") as it:
        it.open("wie.html")
        it.page.emulate_media(media="print")
        assert it.page.locator("h1").is_visible()
