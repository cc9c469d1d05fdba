"""Slots, forms of address and quizzes through Python-Markdown with the extensions of mkdocs.yml."""

from __future__ import annotations

import re
from pathlib import Path

import markdown
import pytest
import yaml
from support import REPOSITORY

from voorlichter.markdown import makeExtension


def html(text: str, address: str = "je", modules: Path = Path()) -> str:
    settings = yaml.safe_load((REPOSITORY / "mkdocs.yml").read_text(encoding="utf-8"))["markdown_extensions"]
    names = [name for name in settings if name != "voorlichter.markdown"]
    configs = {name: settings[name] for name in names}
    extensions = [*names, "toc", makeExtension(address=address, modules=str(modules))]
    return re.sub(r"\s+", " ", markdown.markdown(text, extensions=extensions, extension_configs=configs)).replace(
        "> <", "><"
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Bel [[ advisor.name ]].", "<p>Bel [[ advisor.name ]].</p>"),
        ("[Bel]([[ advisor.phone ]])", '<p><a href="[[ advisor.phone ]]">Bel</a></p>'),
        (
            "[Bel [[ advisor.name ]]]([[ advisor.phone ]])",
            '<p><a href="[[ advisor.phone ]]">Bel [[ advisor.name ]]</a></p>',
        ),
        ("## Bij [[ org.name ]] {#bij}", '<h2 id="bij">Bij [[ org.name ]]</h2>'),
        ("**[[ org.name ]]** en *[[ org.name ]]*", "<p><strong>[[ org.name ]]</strong> en <em>[[ org.name ]]</em></p>"),
        ("[[ org_name_with_lines ]] en a_b_c", "<p>[[ org_name_with_lines ]] en a_b_c</p>"),
        ("- [[ a.b ]]\n- c", "<ul><li>[[ a.b ]]</li><li>c</li></ul>"),
        ('<p title="Bij [[ org.name ]]">x</p>', '<p title="Bij [[ org.name ]]">x</p>'),
        ("[[ introduction ]]", "[[ introduction ]]"),
        ("[[ org.name ]]", "<p>[[ org.name ]]</p>"),
        ('[% include "hero.html" %]', '[% include "hero.html" %]'),
        (
            "Een\n\n[% if org.care %]\n\nTwee\n\n[% endif %]\n\nDrie",
            "<p>Een</p> [% if org.care %] <p>Twee</p> [% endif %] <p>Drie</p>",
        ),
        (
            "[% if org.care %]\nEen\n[% else %]\nTwee\n[% endif %]",
            "[% if org.care %] <p>Een</p> [% else %] <p>Twee</p> [% endif %]",
        ),
        ("Zin [% if org.care %]zorg[% endif %] verder", "<p>Zin [% if org.care %]zorg[% endif %] verder</p>"),
        ("- een\n\n[% if org.care %]\n\n- twee\n\n[% endif %]\n\n- drie", None),
    ],
)
def test_slots_come_through_markdown(text: str, expected: str | None) -> None:
    result = html(text)
    if expected is None:
        assert result.count("<ul>") == 1
        assert (
            re.sub(r" ?</?p>| (?=\[)|(?<=\]) ", "", result)
            == "<ul><li>een</li>[% if org.care %]<li>twee</li>[% endif %]<li>drie</li></ul>"
        )
    else:
        assert result == expected


def test_slots_come_through_a_table() -> None:
    result = html("| wie | nummer |\n| --- | --- |\n| [[ advisor.name ]] | [bel]([[ advisor.phone ]]) |\n")
    assert "<td>[[ advisor.name ]]</td>" in result
    assert '<td><a href="[[ advisor.phone ]]">bel</a></td>' in result


def test_slots_come_through_details_and_admonitions() -> None:
    folded = html(
        '??? note "Bij [[ org.name ]]"\n\n    [% if org.care %]\n\n    Bel [[ advisor.name ]].\n\n    [% endif %]\n'
    )
    assert "<summary>Bij [[ org.name ]]</summary>" in folded
    assert "[% if org.care %] <p>Bel [[ advisor.name ]].</p> [% endif %]" in folded
    noted = html('!!! warning "Let op"\n    Bel [[ advisor.name ]].\n')
    assert "<p>Bel [[ advisor.name ]].</p>" in noted


def test_slots_come_through_markdown_in_html_and_definitions() -> None:
    assert "<li>[[ a.b ]]</li>" in html('<div class="steps" markdown>\n\n1. [[ a.b ]]\n\n</div>')
    assert "<dd>[[ a.b ]]</dd>" in html("Term\n:   [[ a.b ]]\n")


def test_attributes_stand_on_what_holds_a_slot() -> None:
    assert (
        html('[Bel]([[ advisor.phone ]]){ .md-button title="Bij [[ org.name ]]" }')
        == '<p><a class="md-button" href="[[ advisor.phone ]]" title="Bij [[ org.name ]]">Bel</a></p>'
    )


def test_a_quiz_block_becomes_its_module(tmp_path: Path) -> None:
    (tmp_path / "role.html").write_text("<form><p>[[ advisor.name ]]</p></form>", encoding="utf-8")
    assert (
        html("Een\n\n::: quiz role\n\nTwee", modules=tmp_path)
        == "<p>Een</p><form><p>[[ advisor.name ]]</p></form><p>Twee</p>"
    )


def test_two_texts_through_one_reader_do_not_share_their_slots() -> None:
    reader = markdown.Markdown(extensions=[makeExtension()])
    assert reader.convert("[[ a ]]") == "<p>[[ a ]]</p>"
    assert reader.reset().convert("Bel [[ b ]]") == "<p>Bel [[ b ]]</p>"


@pytest.mark.parametrize(
    ("address", "expected"), [("je", "<p>Wil je bellen? [Zie] “je”</p>"), ("u", "<p>Wilt u bellen? [Zie] “je”</p>")]
)
def test_the_form_of_address_is_chosen(address: str, expected: str) -> None:
    assert html('{Wil je|Wilt u} bellen? [Zie] {"je"}', address) == expected
