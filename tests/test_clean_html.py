"""What stays of HTML that somebody else wrote: the same bytes with nh3 and, as in a browser, without."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from voorlichter.clean_html import clean_by_tree, clean_html

REL = 'rel="noopener noreferrer"'
CLEANED = {
    "": "",
    "<p>a<br>b</p>": "<p>a<br>b</p>",
    "<ul><li><strong>a</strong></li></ul><ol><li><em>b</em></li></ol>": (
        "<ul><li><strong>a</strong></li></ul><ol><li><em>b</em></li></ol>"
    ),
    "<b>a</b> <i>b</i> <h1>c</h1> <div>d</div> <u>e</u>": "a b c d e",
    "<p>Een<b>vet<p>Twee</b> en <i>schuin</i></p>": "<p>Eenvet</p><p>Twee en schuin</p>",
    "<p>a<p>b": "<p>a</p><p>b</p>",
    "<p><em>open</p><ul><li>een<li>twee</ul>": "<p><em>open</em></p><ul><li><em>een</em></li><li><em>twee</em></li></ul>",
    "</p>": "<p></p>",
    "<table><tr><td>cel</table><h1>Kop</h1><br/>": "celKop<br>",
    # Of every tag what it tells of itself.
    '<p lang="en" title="a" class="b" id="c" style="d" onclick="e" href="https://een.example">a</p>': (
        '<p lang="en" title="a">a</p>'
    ),
    '<br lang="en">': '<br lang="en">',
    "<p lang>a</p>": '<p lang="">a</p>',
    '<a href="https://een.example" rel="x" target="_blank" title="t" lang=nl>a</a>': (
        f'<a href="https://een.example" title="t" lang="nl" {REL}>a</a>'
    ),
    # Signs.
    "a & b < c > d \" '": "a &amp; b &lt; c &gt; d \" '",
    "a&nbsp;b": "a&nbsp;b",
    "&amp;lt;": "&amp;lt;",
    '<p title="&quot;&lt;&gt;&amp;\'&nbsp;">a</p>': '<p title="&quot;&lt;&gt;&amp;\'&nbsp;">a</p>',
    '<a href="https://een.example/?a=1&amp;b=2">a</a>': f'<a href="https://een.example/?a=1&amp;b=2" {REL}>a</a>',
    # What runs, styles or is no text.
    "a<script>b</script>c<style>d</style>e<template>f</template>g": "aceg",
    "<!-- a -->b<?php c ?>d<!doctype html>e<![CDATA[f]]>g": "bdeg",
    "a<noscript>b</noscript>c<title>d</title>e": "abcde",
    "a<textarea><b>c</b></textarea>": "a&lt;b&gt;c&lt;/b&gt;",
    "<iframe>a<p>b</p></iframe>": "a&lt;p&gt;b&lt;/p&gt;",
    "<form><button>x</button></form><plaintext></p>": "x&lt;/p&gt;",
    # Of drawings and formulas bare text.
    "a<svg>b<g>c</g></svg>d": "abd",
    "a<math>b<mi>c</mi></math>d": "abd",
    "<svg><a href='https://een.example'>b</a><title><p>c</p></title></svg>": "",
    "<svg><script>a</script><style>b</style></svg>c": "c",
    "<svg><desc>x<strong>a</strong></desc>y</svg>": "y",
    "<svg><p>a</p></svg>": "<p>a</p>",
}
LEADING = ("https://een.example", "HTTPS://een.example", "mailto:a@een.example", "tel:112", " https://een.example ", "ht\ntps:x", "ht\ttps:x", "\x01https:x")  # fmt: skip
NOWHERE = ("http://een.example", "javascript:x", "java\nscript:x", "ftp://een.example", "//een.example", "wie.html", "#nu", "", "https", "1https:x", "ht_tps:x", "x+https:x", "https-x:x", "a/https:x", "\x21https:x", "ht tps:x")  # fmt: skip

both = pytest.mark.parametrize("clean", [clean_html, clean_by_tree])


@both
@pytest.mark.parametrize("html", CLEANED)
def test_what_a_text_may_hold_stays_and_nothing_else(html: str, clean: Callable[[str], str]) -> None:
    assert clean(html) == CLEANED[html]


@both
def test_a_link_leads_on_by_three_schemes_alone(clean: Callable[[str], str]) -> None:
    for address in LEADING:
        assert clean(f'<a href="{address}">a</a>') == f'<a href="{address}" {REL}>a</a>', address
    for address in NOWHERE:
        assert clean(f'<a href="{address}">a</a>') == f"<a {REL}>a</a>", address
    assert clean("<a href>a</a>") == clean('<a name="x">a</a>') == f"<a {REL}>a</a>"
