"""A profile's own Markdown, as clean HTML, and what of it does not get onto the site."""

from __future__ import annotations

import functools
from collections import Counter
from collections.abc import Iterator
from html.parser import HTMLParser

import markdown

from voorlichter.clean_html import SCHEMES, clean_html
from voorlichter.lists import set_lists_apart
from voorlichter.problems import Say
from voorlichter.slots.types import Html


@functools.lru_cache(maxsize=512)
def render_prose(text: str) -> Html:
    """Paragraphs, bold, italic, lists and https links; everything else is taken out. Slots mean nothing here."""
    html = markdown.markdown(set_lists_apart(text), output_format="html")
    return Html(clean_html(html).strip())


@functools.lru_cache(maxsize=512)
def lost_in(text: str) -> tuple[tuple[Say, Say], ...]:
    """What was typed and does not land, each with what to write: the difference between the Markdown and the site's HTML."""
    typed = _Parts(markdown.markdown(set_lists_apart(text), extensions=["tables", "fenced_code"], output_format="html"))
    landed = _Parts(render_prose(text))
    lost = Counter(typed.found)
    lost.subtract(part for part in landed.found if part[0] != "a" or part[1].partition(":")[0] in SCHEMES)
    return tuple(
        dict.fromkeys(
            words
            for (tag, value), times in lost.items()
            if times > 0 and tag not in _WITHIN
            for words in _say(tag, value)
        )
    )


def links_in(text: str) -> tuple[str, ...]:
    """The web addresses that land."""
    return tuple(value for tag, value in _Parts(render_prose(text)).found if tag == "a" and value.startswith("https:"))


class _Parts(HTMLParser):
    """The tags of a text, with the address of a link or picture, and the title of a heading; an address that leads nowhere counts as none."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.found: list[tuple[str, str]] = []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = dict(attrs)
        self.found.append((tag, values.get("href") or values.get("src") or ""))

    def handle_data(self, data: str) -> None:
        if self.found and self.found[-1][0] in _HEADINGS and not self.found[-1][1]:
            self.found[-1] = (self.found[-1][0], data.strip())

    def handle_comment(self, data: str) -> None:
        self.found.append(("!--", data))


_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
_WITHIN = {"thead", "tbody", "tr", "th", "td", "code"}


def _say(tag: str, value: str) -> Iterator[tuple[Say, Say]]:
    if tag == "a":
        meant = f"https://{value.removeprefix('http://')}" if value.startswith(("http://", "www.")) else None
        yield (
            Say(f"de link naar {value} komt niet op de site", f"the link to {value} does not get onto the site"),
            Say(f"schrijf {meant}", f"write {meant}")
            if meant
            else Say(
                "schrijf een adres dat met https://, mailto: of tel: begint",
                "write an address that begins with https://, mailto: or tel:",
            ),
        )
    elif tag == "img":
        yield (
            Say(f"het plaatje {value} komt niet op de site", f"the picture {value} does not get onto the site"),
            Say("haal het weg, of zeg in woorden wat erop staat", "remove it, or say in words what it shows"),
        )
    elif tag in _HEADINGS:
        yield (
            Say(f"de kop “{value}” wordt gewone tekst", f"the heading “{value}” becomes plain text"),
            Say(f"schrijf **{value}**", f"write **{value}**"),
        )
    elif tag == "table":
        yield (
            Say("een tabel wordt hier gewone tekst met streepjes", "a table becomes plain text with strokes here"),
            Say(
                "schrijf een lijst: op elke regel een - en dan de tekst",
                "write a list: on each line a - and then the text",
            ),
        )
    elif tag == "!--":
        yield (
            Say(
                "een opmerking tussen <!-- en --> komt niet op de site",
                "a remark between <!-- and --> does not get onto the site",
            ),
            Say(
                "haal haar weg, of zet haar achter een # boven de tekst",
                "remove it, or put it behind a # above the text",
            ),
        )
    else:
        yield (
            Say(f"wat <{tag}> doet, komt niet op de site", f"what <{tag}> does, does not get onto the site"),
            Say(
                "gebruik alleen **vet**, *schuin*, lijsten met - en [links](https://…)",
                "use only **bold**, *italic*, lists with - and [links](https://…)",
            ),
        )
