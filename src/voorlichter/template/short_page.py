"""The few pages of a language in which a site does not have everything: their structure stands once, in overrides/short*.html.

The first message and, of an essential language, the signpost have pages beside the first: together they would be too heavy for a phone.

Its words are data, so conditions, numbers and names cannot differ between these languages. What it lacks is offered in the
language that the organisation names next.
"""

from __future__ import annotations

import json
import re
from collections.abc import Collection, Iterable, Mapping
from pathlib import Path
from typing import Any

from voorlichter.languages import Code, LanguageLevel
from voorlichter.quiz.model import Module
from voorlichter.template.module_pages import module_meta
from voorlichter.template.page import Page
from voorlichter.yaml_source import YamlSource

SHORT = "short.html"
"""The template of such a page, and the name of what it loads; in a site it is index.html."""
SHORT_MESSAGE = "short-message.html"
SHORT_SIGNPOST = "short-signpost.html"
SHORT_MODULE = "short-module.html"
SHORT_PAGES = (SHORT, SHORT_MESSAGE, SHORT_SIGNPOST, SHORT_MODULE)
_HERE: Mapping[LanguageLevel, Mapping[str, str]] = {
    "card": {"wie": "hero-title", "hulp": "hulp", "vertrouwelijk": "geheim"},
    "essential": {
        "wie": "hero-title",
        "hulp": "hulp",
        "vertrouwelijk": "geheim",
        "gesprek": "gesprek",
        "privacy": "privacy",
    },
}
"""Pages of which the first page has the gist, and under which heading."""
_LINK = re.compile(
    r'<a (?P<before>[^>]*)href="(?P<page>[a-z][a-z-]*)\.html(?P<anchor>#[^"]*)?"(?P<after>[^>]*)>(?P<text>.*?)</a>',
    re.S,
)


def make_short_pages(
    language: Code, signpost: bool, modules: Iterable[Module], words: Mapping[str, str]
) -> dict[str, Page]:
    """By file name."""
    pages = {
        "index.md": _make(language, words, "short_title", {"template": SHORT}),
        "bericht.md": _make(language, words, "short_message_title", {"template": SHORT_MESSAGE, "when": "reach.write"}),
    }
    if signpost:
        pages["wegwijzer.md"] = _make(language, words, "short_signpost_title", {"template": SHORT_SIGNPOST})
    for module in modules:
        name, meta = module_meta(module, language, words)
        pages[name] = _page(language, {**meta, "template": SHORT_MODULE}, f"::: quiz {module.id}\n")
    return pages


def _make(language: Code, words: Mapping[str, str], title: str, more: Mapping[str, str]) -> Page:
    texts = {"title": title, "description": "preview_text"}
    meta = {key: words.get(text, "") for key, text in texts.items()} | {
        **more
    }  # a file of texts with a mistake gives none
    return _page(language, meta)


def _page(language: Code, meta: Mapping[str, Any], body: str = "") -> Page:
    head = "".join(f"{key}: {json.dumps(value, ensure_ascii=False)}\n" for key, value in meta.items())
    source = YamlSource(Path(meta["template"]))
    return Page(source.path, language, meta, source, f"---\n{head}---\n\n{body}", body, frozenset())


def lead_elsewhere(html: str, here: Collection[str], level: LanguageLevel) -> str:
    """What a link leads to and is not here is in another language, which the link says."""

    def led(link: re.Match[str]) -> str:
        page = link["page"]
        if f"{page}.md" in here:
            return link[0]
        if page in _HERE[level]:
            return f'<a {link["before"]}href="index.html#{_HERE[level][page]}"{link["after"]}>{link["text"]}</a>'
        there = f'href="[[ site.fuller.root ]]{page}.html{link["anchor"] or ""}" hreflang="[[ site.fuller.code ]]"'
        called = '(<span lang="[[ site.fuller.code ]]">[[ site.fuller.name ]]</span>)'
        return f"<a {link['before']}{there}{link['after']}>{link['text']} {called}</a>"

    return _LINK.sub(led, html)
