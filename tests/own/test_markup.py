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
