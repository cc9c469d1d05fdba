"""Every page as a file: nothing left to fill in, nothing that leads nowhere, nothing inline."""

from __future__ import annotations

import gzip
import re
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from urllib.parse import unquote, urldefrag, urlsplit

import pytest

from .document import Document
from .sites import Tree, expect_none, find_trees, page_names

TREES = find_trees()
Problems = Iterator[str]
_LEFT = re.compile(
    r"\[\[|\]\]|\[%|%\]|\[#|#\]|\{\{|\}\}|\{%|%\}"  # slots, of either stage
    r"|\{[^{}\s][^{}]*\|[^{}]*\}"  # a form of address
    r"|slot:|\bundefined\b|\bNone\b|\bNaN\b|\[object |VUL IN|FILL IN"
    r"|[\x00-\x08\x0b-\x1f\ue000-\uf8ff]"  # what an extension puts in a slot's place meanwhile
)
_FORMS = {
    "je": re.compile(r"\b[Uu](w|zelf)?\b"),
    "u": re.compile(r"\b[Jj](e|ij|ou|ouw|ezelf|ijzelf)\b"),
}
"""JE, in capitals, are somebody's initials."""
_QUOTED = re.compile(r"[“‘][^”’]*[”’]")
_CSP = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; "
    "base-uri 'none'; form-action 'none'"
)

FIRST_WINDOW = 14_600
"""Bytes that a server sends before it waits to be answered: ten packets."""


@pytest.fixture(scope="module", params=TREES, ids=str)
def documents(request: pytest.FixtureRequest, served: Path) -> list[Document]:
    tree: Tree = request.param
    return [Document(served / tree.path / name) for name in page_names(served, tree)]


@pytest.fixture
def tree(request: pytest.FixtureRequest) -> Tree:
    found: Tree = request.node.callspec.params["documents"]
    return found


def check(documents: list[Document], find: Callable[[Document], Problems]) -> None:
    """All problems of all pages at once."""
    expect_none(f"{document.path.name}: {problem}" for document in documents for problem in find(document))


@pytest.mark.sampled(2)
def test_no_mark_is_left_in_text_or_attributes(documents: list[Document]) -> None:
    def find(document: Document) -> Problems:
        values = [value for element in document.elements for value in element.attributes.values()]
        for text in [*document.texts, *document.scripts, document.title, *values]:
            for mark in _LEFT.finditer(text):
                yield f"{mark[0]!r} in {text.strip()[:120]!r}"

    check(documents, find)


@pytest.mark.parametrize("documents", [tree for tree in TREES if tree.language == "nl"], ids=str, indirect=True)
def test_dutch_keeps_to_one_form_of_address(documents: list[Document], tree: Tree) -> None:
    def find(document: Document) -> Problems:
        other = _FORMS[tree.form]
        values = [
            value
            for element in document.elements
            for name, value in element.attributes.items()
            if name in ("alt", "title", "aria-label", "content") or name.startswith("data-")
        ]
        for text in [_QUOTED.sub("", document.text), document.title, *values]:
            for word in other.finditer(text):
                yield f"{word[0]!r} in …{text[max(0, word.start() - 40) : word.end() + 40]}…"

    check(documents, find)


@pytest.mark.sampled(2)
def test_every_link_leads_to_a_page_and_a_place_on_it(documents: list[Document]) -> None:
    known = {document.path.resolve(): document.ids for document in documents}

    def find(document: Document) -> Problems:
        for element, address in document.addresses():
            parts = urlsplit(address)
            if parts.scheme or parts.netloc:
                continue
            if parts.query or address.startswith("/") or not address:
                yield f"line {element.line}: {address!r} is no plain relative address"
                continue
            path, fragment = urldefrag(address)
            target = (document.path.parent / unquote(path)).resolve() if path else document.path
            if not target.is_file():
                yield f"line {element.line}: {address} is not there"
            elif fragment:
                if target not in known:
                    known[target] = Document(target).ids if target.suffix == ".html" else []
                if fragment not in known[target]:
                    yield f"line {element.line}: {address} is no place on that page"

    check(documents, find)


def test_a_number_in_the_text_can_be_rung(documents: list[Document]) -> None:
    """Whoever taps it does not look for the link beside it."""

    def find(document: Document) -> Problems:
        source = document.path.read_text(encoding="utf-8")
        main = source[source.index("<main") : source.index("</main>")]
        text = re.sub(r"<[^>]+>", " ", re.sub(r'<a [^>]*href="tel:[^>]*>.*?</a>', " ", main, flags=re.S))
        yield from re.findall(r"\b0\d[\d -]{6,}\d\b", text)

    check(documents, find)


def test_what_leads_outside_is_a_link_and_tells_nothing(documents: list[Document]) -> None:
    def find(document: Document) -> Problems:
        for element, address in document.addresses():
            parts = urlsplit(address)
            if not parts.scheme and not parts.netloc:
                continue
            if element.tag != "a" or parts.scheme not in ("https", "tel", "sms", "mailto"):
                yield f"line {element.line}: <{element.tag}> with {address}"
            if parts.scheme == "https" and "noreferrer" not in element.attributes.get("rel", "").split():
                yield f"line {element.line}: {address} without rel=noreferrer"
            if parts.scheme == "mailto" and parts.query:
                yield f"line {element.line}: {address} says what the mail is about"
            if "target" in element.attributes or "ping" in element.attributes:
                yield f"line {element.line}: {address} with target or ping"
        for element in document.all("link"):
            if element.attributes.get("rel") not in ("stylesheet", "icon"):
                yield f"line {element.line}: link rel={element.attributes.get('rel')}"

    check(documents, find)


def test_nothing_is_inline_and_the_policy_says_so(documents: list[Document]) -> None:
    def find(document: Document) -> Problems:
        for element in document.elements:
            if element.tag in ("style", "iframe", "object", "embed", "base"):
                yield f"line {element.line}: <{element.tag}>"
            is_data = element.attributes.get("type") == "application/json"
            if element.tag == "script" and not element.attributes.get("src") and not is_data:
                yield f"line {element.line}: an inline script"
            for name in element.attributes:
                if name == "style" or name.startswith("on"):
                    yield f"line {element.line}: <{element.tag} {name}=…>"
        metas = document.all("meta")
        if "charset" not in metas[0].attributes:
            yield "the charset does not come first"
        policies = [
            m.attributes.get("content")
            for m in metas
            if m.attributes.get("http-equiv", "").lower() == "content-security-policy"
        ]
        if policies != [_CSP] or metas[1].attributes.get("content") != _CSP:
            yield f"policy: {policies}"
        if not any(
            m.attributes.get("name") == "referrer" and m.attributes.get("content") == "no-referrer" for m in metas
        ):
            yield "no referrer policy"

    check(documents, find)


def test_each_page_has_a_language_a_heading_and_ids_of_its_own(documents: list[Document], tree: Tree) -> None:
    def find(document: Document) -> Problems:
        root = document.elements[0]
        if root.tag != "html" or root.attributes.get("lang") != tree.language:
            yield f"<{root.tag} lang={root.attributes.get('lang')}>"
        if len(document.all("h1")) != 1:
            yield f"{len(document.all('h1'))} headings h1"
        if len(document.all("main")) != 1:
            yield f"{len(document.all('main'))} elements main"
        twice = sorted({one for one in document.ids if document.ids.count(one) > 1})
        if twice:
            yield f"ids used twice: {twice}"
        for image in document.all("img"):
            if not {"alt", "width", "height"} <= image.attributes.keys():
                yield f"line {image.line}: an image without alt, width or height"

    check(documents, find)


@pytest.mark.parametrize("documents", [tree for tree in TREES if not tree.discreet], ids=str, indirect=True)
def test_titles_differ_within_a_language(documents: list[Document]) -> None:
    titles = [document.title.strip() for document in documents]
    assert all(titles)
    assert len(set(titles)) == len(titles), sorted(titles)


@pytest.mark.parametrize("documents", [tree for tree in TREES if tree.discreet], ids=str, indirect=True)
def test_a_discreet_title_tells_nothing(documents: list[Document]) -> None:
    assert not any(
        word in document.title.casefold() for document in documents for word in ("vertrouwen", "confidential")
    )


def test_headings_do_not_skip_a_level(documents: list[Document]) -> None:
    def find(document: Document) -> Problems:
        level = 0
        for heading in document.all("h1", "h2", "h3", "h4", "h5", "h6"):
            now = int(heading.tag[1])
            if now > level + 1:
                yield f"line {heading.line}: {heading.tag} after h{level}"
            level = now

    check(documents, find)


def test_a_menu_label_has_at_most_three_words(documents: list[Document]) -> None:
    def find(document: Document) -> Problems:
        html = document.path.read_text(encoding="utf-8")
        labels = [
            label
            for menu in re.findall(r"(?s)<nav .*?</nav>", html)
            for label in re.findall(r"<a [^>]*>([^<]+)<", menu)
        ]
        if not labels:
            yield "no menu"
        yield from (label for label in labels if len(label.split()) > 3)

    check(documents, find)


def test_the_parts_of_a_page_stand_in_the_same_order_everywhere(documents: list[Document]) -> None:
    """Help is found in the same place on every page (WCAG 3.2.6)."""

    def find(document: Document) -> Problems:
        order = [element.tag for element in document.all("header", "main", "aside", "footer")]
        if order != ["header", "main", "aside", "footer"]:
            yield str(order)

    check(documents, find)


def test_the_first_paint_waits_two_round_trips(documents: list[Document]) -> None:
    """For the HTML, and for style sheets that lead to nothing more; each comes at once, and no script is waited for."""

    def find(document: Document) -> Problems:
        if len(gzip.compress(document.path.read_bytes())) > FIRST_WINDOW:
            yield "the HTML takes more than one trip"
        for element in document.elements:
            if element.tag == "script" and "src" in element.attributes and "defer" not in element.attributes:
                yield f"waits for {element.attributes['src']}"
            if element.tag == "link" and element.attributes["rel"] == "stylesheet":
                yield from _waits(document.path.parent / element.attributes["href"])

    check(documents, find)


@cache
def _waits(sheet: Path) -> tuple[str, ...]:
    data = sheet.read_bytes()
    found = {"imports another": b"@import" in data, "takes more than one trip": len(gzip.compress(data)) > FIRST_WINDOW}
    return tuple(f"{sheet.name} {what}" for what, so in found.items() if so)
