"""A profile's own Markdown keeps its meaning and loses what could harm."""

from __future__ import annotations

import pytest

from voorlichter.prose import render_prose


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("Welkom.", "<p>Welkom.</p>"),
        ("Een\n\nTwee", "<p>Een</p>\n<p>Twee</p>"),
        ("**Vet** en *schuin*", "<p><strong>Vet</strong> en <em>schuin</em></p>"),
        ("- een\n- twee", "<ul>\n<li>een</li>\n<li>twee</li>\n</ul>"),
        ("1 < 2 & 3", "<p>1 &lt; 2 &amp; 3</p>"),
        (
            "[elders](https://elders.example)",
            '<p><a href="https://elders.example" rel="noopener noreferrer">elders</a></p>',
        ),
        ("[bel](tel:+31200000001)", '<p><a href="tel:+31200000001" rel="noopener noreferrer">bel</a></p>'),
        ("[[ org.name ]] en {{ 7*7 }} en [% if x %]", "<p>[[ org.name ]] en {{ 7*7 }} en [% if x %]</p>"),
    ],
)
def test_it_may_hold(text: str, html: str) -> None:
    assert render_prose(text) == html


@pytest.mark.parametrize(
    "text",
    [
        "<script>alert(1)</script>",
        '<img src=x onerror="alert(1)">',
        "[klik](javascript:alert(1))",
        "[klik](data:text/html,hoi)",
        "[klik](http://elders.example)",
        '<a href="https://elders.example" onclick="x()">klik</a>',
        '<p style="position: fixed">tekst</p>',
        "<iframe src='https://elders.example'></iframe>",
        "# Een kop die de bladzijde doorbreekt",
        "![plaatje](https://elders.example/pixel.png)",
        '<form action="https://elders.example"><input name="wie"></form>',
        "<style>body { display: none }</style>",
    ],
)
def test_it_loses(text: str) -> None:
    html = render_prose(text)
    for harm in (
        "<script",
        "onerror",
        "onclick",
        "javascript:",
        "data:",
        "http:",
        "style",
        "<iframe",
        "<h1",
        "<img",
        "<form",
        "<input",
        "pixel",
    ):
        assert harm not in html
