"""A profile's own Markdown, as clean HTML."""

from __future__ import annotations

import functools

import markdown
import nh3

from voorlichter.slots.types import Html

_TAGS = {"p", "br", "strong", "em", "ul", "ol", "li", "a"}


@functools.lru_cache(maxsize=512)
def render_prose(text: str) -> Html:
    """Paragraphs, bold, italic, lists and https links; everything else is taken out. Slots mean nothing here."""
    html = markdown.markdown(text, output_format="html")
    return Html(nh3.clean(html, tags=_TAGS, attributes={"a": {"href"}}, url_schemes={"https", "mailto", "tel"},
                          link_rel="noopener noreferrer").strip())
