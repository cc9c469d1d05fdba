"""A profile's own Markdown keeps its meaning and loses what could harm; what it loses is told."""

from __future__ import annotations

import pytest

from voorlichter.clean_html import clean_by_tree, clean_html
from voorlichter.prose import lost_in, render_prose


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("Welkom.", "<p>Welkom.</p>"),
        ("Een\n\nTwee", "<p>Een</p>\n<p>Twee</p>"),
        ("**Vet** en *schuin*", "<p><strong>Vet</strong> en <em>schuin</em></p>"),
        ("Straat 1  \n1000 AA", "<p>Straat 1<br>\n1000 AA</p>"),
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


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Een *woord*, [bel](tel:+31200000001):\n- een\n- [twee](https://elders.example)", {}),
        ("1 < 2 & `x`", {}),
        ("[a](http://elders.example)", {"the link to http://elders.example": "write https://elders.example"}),
        ("[a](www.elders.example)", {"the link to www.elders.example": "write https://www.elders.example"}),
        ("[a](elders.html)", {"the link to elders.html": "write an address that begins with https://"}),
        (
            "[a](https://elders.example) [b](javascript:x)",
            {"the link to javascript:x": "write an address that begins with https://"},
        ),
        ("![plaatje](pixel.png)", {"the picture pixel.png": "remove it, or say in words"}),
        *((f"{'#' * level} Kop", {"the heading “Kop”": "write **Kop**"}) for level in range(1, 7)),
        ("# Een\n\n## Twee *b*", {"the heading “Een”": "write **Een**", "the heading “Twee”": "write **Twee**"}),
        ("a | b\n--|--\n1 | 2", {"a table becomes plain text": "write a list"}),
        ("Een <!-- niet voor u --> woord", {"a remark between <!-- and -->": "put it behind a # above the text"}),
        ("<u>een</u> en <u>twee</u>", {"what <u> does": "use only **bold**"}),
        ("> aangehaald", {"what <blockquote> does": "use only **bold**"}),
        ("```\neen\n```", {"what <pre> does": "use only **bold**"}),
    ],
)
def test_what_does_not_land_is_told_once_with_what_to_write(text: str, told: dict[str, str]) -> None:
    lost = lost_in(text)
    assert len(lost) == len(told)
    for (what, write), (what_told, write_told) in zip(lost, told.items(), strict=True):
        assert what.en.startswith(what_told)
        assert write_told in write.en


def test_what_does_not_land_is_told_in_dutch_too() -> None:
    ((what, write),) = lost_in("[a](www.elders.example)")
    assert (what.nl, write.nl) == (
        "de link naar www.elders.example komt niet op de site",
        "schrijf https://www.elders.example",
    )
    assert {what.nl[:12] for what, _ in lost_in("# Kop\n\n![a](b.png)")} == {"de kop “Kop”", "het plaatje "}


@pytest.mark.parametrize(
    "html",
    [
        "<p>Een<b>vet<p>Twee</b> en <i>schuin</i></p>",
        "<p><em>open</p><ul><li>een<li>twee</ul>",
        '<p><a href="https://elders.example" onclick="x()" title="\'&quot;<">a</a> <a href=" HTTPS:x">b</a> <a href="java\nscript:x">c</a></p>',
        "<p>a&nbsp;b &amp; c &lt; d</p><!-- weg --><script>x</script><style>p{}</style><template>t</template>",
        "<table><tr><td>cel</table><h1>Kop</h1><br/><svg><a href='https://x.example'>t</a></svg><math>x<mi>y</mi></math>",
        '<p lang=nl class=x>a<div>b</div><a href="#x">c</a><a href="elders.html">d</a>',
        "<form><button>x</button><textarea><b></textarea><iframe>a<b></iframe><plaintext></p>",
    ],
)
def test_html_is_cleaned_alike_with_and_without_nh3(html: str) -> None:
    """Where nh3 is not to be had, as in a browser."""
    assert clean_by_tree(html) == clean_html(html)
