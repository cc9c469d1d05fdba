"""Links that leave the site: found in one place, in pages and components alike, whoever wrote them."""

from __future__ import annotations

import re

LEADING_OUT = ("url", "statement_url", "whatsapp", "signal", "exit", "pages")
"""The last part of every slot that holds an address elsewhere."""

_LINK = re.compile(r"<a\b[^>]*>")
_OUTSIDE = re.compile(rf'\shref="(?:https:|\[\[ (?:[a-z_0-9]+\.)+(?:{"|".join(LEADING_OUT)})(?:\.href)? \]\])')
_TO_PAGE = re.compile(
    r'<a\b(?P<before>[^>]*) href="(?P<page>[\w-]+\.html(?:#[\w-]+)?)"(?P<after>[^>]*)>(?P<text>.*?)</a>', re.S
)
_LINK_OR_WAY = re.compile(r"<a\b.*?</a>|\[\[ (?:[a-z_0-9]+\.)+(?:phone|email|url) \]\]", re.S)
_REL = re.compile(r'\srel="([^"]*)"')
_QUIET = ("noreferrer", "noopener")


def close_links(html: str) -> str:
    """HTML in which no link to elsewhere tells where its reader came from, or hands over the window.

    The theme's style marks these links by the same words, for the eye and the ear.
    """
    return _LINK.sub(lambda link: _closed(link[0]) if _OUTSIDE.search(link[0]) else link[0], html)


def link_ways(html: str) -> str:
    """HTML in which a number or an address within a sentence is a link; one that is a link already stays as it is."""
    return _LINK_OR_WAY.sub(
        lambda match: match[0] if match[0].startswith("<a") else f'<a href="{match[0]}">{match[0]}</a>', html
    )


def lead_to_site(html: str) -> str:
    """A packed page, in which links to pages of the site lead to where that is published, or else only name them."""
    return _TO_PAGE.sub(
        lambda link: (
            f'[% if publication.pages %]<a{link["before"]} href="[[ publication.pages ]]{link["page"]}"{link["after"]} target="_blank">{link["text"]}</a>'
            f"[% else %][# claims lacks publication.url #]<span{link['before']}{link['after']}>{link['text']}</span>[% endif %]"
        ),
        html,
    )


def _closed(link: str) -> str:
    match = _REL.search(link)
    words = dict.fromkeys([*(match[1].split() if match else ()), *_QUIET])
    rest = _REL.sub("", link).removesuffix(">").rstrip()
    return f'{rest} rel="{" ".join(words)}">'
