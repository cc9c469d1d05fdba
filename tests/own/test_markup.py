"""Whatever somebody writes in a passage of their own: it is told where it stands, or it becomes what any page may hold."""

from __future__ import annotations

from pathlib import Path

import pytest

from voorlichter.own.markup import check_written, strange_markup
from voorlichter.template.render import PageRenderer
from voorlichter.template.variant import variant_for
from voorlichter.workspace import Workspace

HERE = Path("gedrag.md")
ATTACKS = (
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "<svg/onload=alert(1)>",
    "<!-- weg -->",
    "<?php ?>",
    "</article>",
    "{<script>|<b>}alert(1)",
    "{<|<}script>",
    '{"<b>vet</b>"}',
    "<[# niets #]script>alert(1)",
    "<[[ org.name ]]>",
    "<[% if org.care %]5[% endif %]script>",
    "[klik](javascript:alert(1))",
    "[klik](<javascript:alert(1)>)",
    "[klik](java[# #]script:alert(1))",
    "[klik](JaVaScRiPt:alert(1) 'titel')",
    "[klik](data:text/html,x)",
    "[klik](//elders.example)",
    "[klik][x]\n\n[x]: javascript:alert(1)",
    "![beeld](https://elders.example/x.png)",
    "<javascript:alert(1)>",
    "tekst\n{: onclick=alert(1) }",
    "## Kop {onclick=alert(1)}",
    "*schuin*{style=position:fixed}",
    "`code`{.exit}",
    "tekst\n{ .exit }",
    "??? note {onclick=x}\n    tekst",
    "::: quiz role",
    ":pictogram-phone:",
    "&lt;script&gt;",
    "\\<script>",
    "a < b en b > c",
)


@pytest.fixture(scope="module")
def renderer(tmp_path_factory: pytest.TempPathFactory) -> PageRenderer:
    folder = tmp_path_factory.mktemp("modules")
    (folder / "role.html").write_text("<form></form>", encoding="utf-8")
    return PageRenderer(Workspace.at(folder), variant_for("nl", "je"), folder)


@pytest.mark.parametrize("text", ATTACKS)
def test_nothing_strange_gets_onto_a_page_in_silence(text: str, renderer: PageRenderer) -> None:
    harmless = text in ("&lt;script&gt;", "a < b en b > c")
    told = [*check_written(HERE, text), *strange_markup(renderer.render(text))]
    assert bool(told) is not harmless, renderer.render(text)


def test_plain_markdown_is_welcome(renderer: PageRenderer) -> None:
    text = """## Kop {#kop}

**Vet**, *schuin*, a < b, {je|u} en [[ org.name ]].
{ .screen-only }

- punt
    1. en nog een

| a | b |
|---|--:|
| 1 | 2 |

??? note "Meer"
    Tekst.

[gesprek](gesprek.md#stappen), [elders](https://elders.example), [bel]([[ advisor.phone ]]), [mail](mailto:hr@zeester.example)
"""
    assert [*check_written(HERE, text), *strange_markup(renderer.render(text))] == []


def told(text: str, first: int = 1) -> list[tuple[int, str, str]]:
    """Without the renderer: line, what is shown of it, and what is said."""
    return [(one.mark.line, one.where, one.message.en) for one in check_written(HERE, text, first)]


HTML, LISTED = "HTML does not get onto the site", "this cannot stand between braces"


def test_what_cannot_stand_there_is_told_on_its_line_with_what_to_write() -> None:
    html, listed = check_written(HERE, "Een.\nTwee <b>vet</b>.\n\n## Kop { .exit }\n", 11)
    assert (html.mark.path, html.mark.line, html.where) == (HERE, 12, "<b>")
    assert (html.message.nl, html.message.en) == ("HTML komt niet op de site", HTML)
    assert html.fix.nl == "gebruik **vet**, *schuin*, lijsten met -, kopjes met ## en [links](https://…)"
    assert html.fix.en == "use **bold**, *italic*, lists with -, headings with ## and [links](https://…)"
    assert (listed.mark.path, listed.mark.line, listed.where) == (HERE, 14, "{ .exit }")
    assert (listed.message.nl, listed.message.en) == ("dit kan tussen accolades niet staan", LISTED)
    assert listed.fix.nl == (
        "schrijf een anker, {#naam}, of { .print-only } { .screen-only }; en aanspreekvormen als {je|u}"
    )
    assert listed.fix.en == (
        "write an anchor, {#name}, or { .print-only } { .screen-only }; and forms of address as {je|u}"
    )


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("## Kop {#anker}", []),
        ("## Kop {: #anker .print-only }", []),
        ("tekst\n{ .print-only .screen-only }", []),
        ("tekst { #a .b-c }", [(1, "{ #a .b-c }", LISTED)]),
        ("tekst { .print-only onclick=x }", [(1, "{ .print-only onclick=x }", LISTED)]),
        ("tekst {}", [(1, "{}", LISTED)]),
        ("{je|u} belt", []),
        ("{jou <b>|u} belt", [(1, "<b>", HTML)]),
        ("{jou|u <b>} belt", [(1, "<b>", HTML)]),
        ("<b> en <i>", [(1, "<b>", HTML)]),
        ("<b>\n<i>", [(1, "<b>", HTML), (2, "<i>", HTML)]),
        ("<b> {x}", [(1, "<b>", HTML), (1, "{x}", LISTED)]),
        ("a < b, a <3, a <= b, <https://zeester.example>", []),
        ("<http://zeester.example>", [(1, "<http://zeester.example>", HTML)]),
        (f"<{'a' * 50}>", [(1, f"<{'a' * 40}", HTML)]),
        ("<b\n>", [(1, "<b", HTML)]),
        ("<", [(1, "<", HTML)]),
    ],
)
def test_each_line_is_told_once_of_each_kind(text: str, said: list[tuple[int, str, str]]) -> None:
    assert told(text) == said


@pytest.mark.parametrize(
    ("html", "strange"),
    [
        ('<p class="x">a<br><strong>b</strong><em>c</em></p><hr>', ()),
        ("<ul><li>a</li></ul><dl><dt>a</dt><dd>b</dd></dl><blockquote>c</blockquote>", ()),
        ('<ol class="a" start="3"><li>a</li></ol>', ()),
        ("<code>a</code><pre>b</pre><sup>c</sup><sub>d</sub>", ()),
        (
            '<table class="t"><thead><tr><th align="left">a</th></tr></thead><tbody><tr><td align="right">b</td></tr></tbody></table>',
            (),
        ),
        ('<details class="a" open><summary>a</summary><div><span>b</span></div></details>', ()),
        ('<h1 id="a">a</h1><h2 id="b" class="c">b</h2><h3 id="c">c</h3><h4 id="d">d</h4>', ()),
        ("<h5>a</h5><h6>b</h6>", ("<h5>", "<h6>")),
        ('<p id="a">a</p><p id="b">b</p>', ("<p id>",)),
        ('<ul start="2"></ul><div open></div><p align="left"></p>', ("<ul start>", "<div open>", "<p align>")),
        ('<th class="a">a</th>', ("<th class>",)),
        ('<a class="a" href="#b">c</a>', ("<a class>",)),
        ("<script>a</script><img src=x>", ("<script>", "<img>")),
        ("<!-- a --><!DOCTYPE html><?php ?>", ("<!-->", "<!DOCTYPE html>", "<?php ?>")),
    ],
)
def test_what_markdown_makes_may_stand_and_nothing_else(html: str, strange: tuple[str, ...]) -> None:
    assert strange_markup(html) == strange


@pytest.mark.parametrize(
    ("address", "may"),
    [
        ("https://zeester.example/a?b=1", True),
        ("mailto:noor@zeester.example", True),
        ("tel:+31200000001", True),
        ("gesprek.html", True),
        ("gesprek.html#contact", True),
        ("#contact", True),
        ("assets/brief-1.pdf", True),
        ("[[ org.name ]]", True),
        ("https://zeester.example/[[ org.name ]]", False),
        ("[[ org.name ]]/a", False),
        ("", False),
        ("http://zeester.example", False),
        ("//zeester.example", False),
        ("../gesprek.html", False),
        ("en/gesprek.html", False),
        ("gesprek.html?x", False),
        ("javascript:alert(1)", False),
    ],
)
def test_a_link_leads_to_a_page_a_file_a_number_or_a_safe_address(address: str, may: bool) -> None:
    assert strange_markup(f'<a href="{address}">a</a>') == (
        () if may else (address.replace("[[ org.name ]]", "\ue000"),)
    )


def test_a_link_without_an_address_is_strange_and_a_tag_in_the_text_is_passed_over() -> None:
    assert strange_markup("<a href>a</a>") == ("",)
    assert strange_markup("<p>[[ org.name ]][% if org.care %]<b>[% endif %]</p>") == ("<b>",)
