"""Lists that a condition splits are one list again."""

from __future__ import annotations

import pytest

from voorlichter.markdown.lift import Lifted, join_lists


@pytest.mark.parametrize(
    ("html", "joined"),
    [
        ("<ul>a</ul>[% if x %]<ul>b</ul>[% endif %]<ul>c</ul>", "<ul>a[% if x %]b[% endif %]c</ul>"),
        ("<ol>a</ol>[% if x %]<ol>b</ol>[% endif %]", "<ol>a[% if x %]b[% endif %]</ol>"),
        ("[% if x %]<ul>a</ul>[% endif %]<ul>b</ul>", "<ul>[% if x %]a[% endif %]b</ul>"),
        (
            "<ul>a</ul>[% if x %]<ul>b</ul>[% endif %][% if y %]<ul>c</ul>[% endif %]<ul>d</ul>",
            "<ul>a[% if x %]b[% endif %][% if y %]c[% endif %]d</ul>",
        ),
        ("<ul>a</ul>[% if x %]<ol>b</ol>[% endif %]<ul>c</ul>", "<ul>a</ul>[% if x %]<ol>b</ol>[% endif %]<ul>c</ul>"),
        ("<ul>a</ul><p>[% if x %]</p><ul>b</ul>", "<ul>a</ul><p>[% if x %]</p><ul>b</ul>"),
        ("<ul>a</ul>[% if x %]<p>b</p>[% endif %]<ul>c</ul>", "<ul>a</ul>[% if x %]<p>b</p>[% endif %]<ul>c</ul>"),
    ],
)
def test_a_condition_between_lists_moves_into_the_list(html: str, joined: str) -> None:
    assert join_lists(html).replace("\n", "") == joined


def test_lifting_and_putting_back_loses_nothing() -> None:
    text = "Bel [[ advisor.phone ]] [% if a %]of [[ b ]][% endif %] [# niets #]"
    lifted = Lifted()
    without = lifted.lift(text)
    assert "[[" not in without and "[%" not in without
    assert lifted.put_back(without) == text


def test_what_a_page_writes_about_slots_is_not_put_back() -> None:
    lifted = Lifted()
    assert lifted.put_back(lifted.lift("[[ a ]] slot: 0.")) == "[[ a ]] slot: 0."


@pytest.mark.parametrize(("text", "html"), [
    ("<p>[% if x %]a[% endif %]</p>", "[% if x %]<p>a</p>[% endif %]"),
    ("<p>[% if x %][# claims y #]a [[ b ]][% endif %]</p>", "[% if x %][# claims y #]<p>a [[ b ]]</p>[% endif %]"),
    ("<li>[% if x %]a[% if y %]b[% else %]c[% endif %][% endif %]</li>", "[% if x %]<li>a[% if y %]b[% else %]c[% endif %]</li>[% endif %]"),
    ("<p>[% if x %]a[% else %]b[% endif %]</p>", "<p>[% if x %]a[% else %]b[% endif %]</p>"),
    ("<p>[% if x %]a[% endif %] [% if y %]b[% endif %]</p>", "<p>[% if x %]a[% endif %] [% if y %]b[% endif %]</p>"),
    ("<p>[% if x %]a[% endif %] b [[ c ]]</p>", "<p>[% if x %]a[% endif %] b [[ c ]]</p>"),
    ("<p>[[ a ]] b [[ c ]]</p>", "<p>[[ a ]] b [[ c ]]</p>"),
])  # fmt: skip
def test_a_paragraph_that_stands_under_a_condition_as_a_whole_goes_with_it(text: str, html: str) -> None:
    lifted = Lifted()
    assert lifted.put_back(lifted.lift(text)) == html


@pytest.mark.parametrize(
    ("text", "without", "tags"),
    [
        ("a", "a", []),
        ("a [[ b ]] c", "a slot:0. c", ["[[ b ]]"]),
        ("[[ a ]][[ b ]]", "slot:0.slot:1.", ["[[ a ]]", "[[ b ]]"]),
        ("a\n[% if x %]\nb\n[% endif %]\nc", "a\n\nslot:0.\n\nb\n\nslot:1.\n\nc", ["[% if x %]", "[% endif %]"]),
        ("- a\n  [% if x %]  \n- b", "- a\n\n  slot:0.\n\n- b", ["[% if x %]"]),
        ("a\n[[ b ]]\nc", "a\nslot:0.\nc", ["[[ b ]]"]),
        ("a\n[% if x %] b\nc", "a\nslot:0. b\nc", ["[% if x %]"]),
        (
            "a\n[% if x %][# y #]\nb",
            "a\n\nslot:0.slot:1.\n\nb",
            ["[% if x %]", "[# y #]"],
        ),
        ("a\n[# y #]\nb", "a\nslot:0.\nb", ["[# y #]"]),
    ],
)
def test_a_statement_on_a_line_of_its_own_becomes_a_block(text: str, without: str, tags: list[str]) -> None:
    lifted = Lifted()
    assert (lifted.lift(text), lifted.tags) == (without, tags)


def test_tags_of_a_second_text_are_numbered_on() -> None:
    lifted = Lifted()
    assert [lifted.lift("[[ a ]]"), lifted.lift("[[ b ]]")] == ["slot:0.", "slot:1."]
    assert lifted.put_back("<p>a slot:1. slot:0.</p>") == "<p>a [[ b ]] [[ a ]]</p>"


@pytest.mark.parametrize(
    ("paragraph", "html"),
    [
        ("[% if org.care %]", "[% if org.care %]"),
        ("\n [% if org.care %] [# claims door #] ", "[% if org.care %] [# claims door #]"),
        ('[% include "contacts.html" %]', '[% include "contacts.html" %]'),
        ("[[ introduction ]]", "[[ introduction ]]"),
        ("[[ org.name ]]", "<p>[[ org.name ]]</p>"),
        ("[[ org.nothing ]]", "<p>[[ org.nothing ]]</p>"),
        ("[[ org ]]", "<p>[[ org ]]</p>"),
        ("[[ org.name ]] [[ introduction ]]", "<p>[[ org.name ]] [[ introduction ]]</p>"),
        ("a [% if org.care %]", "<p>a [% if org.care %]</p>"),
    ],
)
def test_a_paragraph_of_statements_or_of_what_has_paragraphs_is_none(paragraph: str, html: str) -> None:
    lifted = Lifted()
    assert lifted.put_back(lifted.lift(f"<p>{paragraph}</p>")) == html


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ('<p class="a">[% for x in y %]a[% endfor %]</p>', '[% for x in y %]<p class="a">a</p>[% endfor %]'),
        (
            "<p>[% if x %]a [% if y %]b[% endif %] c[% endif %]</p>",
            "[% if x %]<p>a [% if y %]b[% endif %] c</p>[% endif %]",
        ),
        ("<p>[% if x %][# y #][# z #]a[% endif %]</p>", "[% if x %][# y #][# z #]<p>a</p>[% endif %]"),
        ("<p>[% if x %] [# y #]a[% endif %]</p>", "[% if x %]<p> [# y #]a</p>[% endif %]"),
        ("<p>[% if x %]\na\n[% endif %]</p>", "[% if x %]<p>\na\n</p>[% endif %]"),
        ("<li>[% if x %]a<p>b</p>[% endif %]</li>", "<li>[% if x %]a<p>b</p>[% endif %]</li>"),
        ("<p>[% if x %]a</p><p>b[% endif %]</p>", "<p>[% if x %]a</p><p>b[% endif %]</p>"),
        ("<p>[% if x %]a[% endif %][[ b ]]</p>", "<p>[% if x %]a[% endif %][[ b ]]</p>"),
        ("<p>a[% if x %]b[% endif %]</p>", "<p>a[% if x %]b[% endif %]</p>"),
        ("<h2>[% if x %]a[% endif %]</h2>", "<h2>[% if x %]a[% endif %]</h2>"),
    ],
)
def test_only_what_is_whole_goes_with_its_condition(text: str, html: str) -> None:
    lifted = Lifted()
    assert lifted.put_back(lifted.lift(text)) == html


@pytest.mark.parametrize(
    ("html", "joined"),
    [
        (
            "<ul>a</ul>[% if x %][# y #]<ul>b</ul>[% endif %]<ul>c</ul>",
            "<ul>a[% if x %][# y #]b[% endif %]c</ul>",
        ),
        ("[% if x %][# y #]<ol>a</ol>[% endif %]<ol>b</ol>", "<ol>[% if x %][# y #]a[% endif %]b</ol>"),
        ("[% if x %]<ul>a</ul>[% endif %]<ol>b</ol>", "[% if x %]<ul>a</ul>[% endif %]<ol>b</ol>"),
        ("[% if x %]<ul>a</ul>[% endif %]<p>b</p>", "[% if x %]<ul>a</ul>[% endif %]<p>b</p>"),
        ("<ul>a</ul>b[% if x %]<ul>c</ul>[% endif %]", "<ul>a</ul>b[% if x %]<ul>c</ul>[% endif %]"),
        (
            "<ul>a</ul>[% if x %]<ul>b</ul>[% else %]<ul>c</ul>[% endif %]",
            "<ul>a</ul>[% if x %]<ul>b</ul>[% else %]<ul>c</ul>[% endif %]",
        ),
        (
            "<ul>a</ul>[% if x %]<ul>b<ul>c</ul></ul>[% endif %]",
            "<ul>a</ul>[% if x %]<ul>b<ul>c</ul></ul>[% endif %]",
        ),
        (
            "[% if x %]<ul>a</ul>[% endif %][% if y %]<ul>b</ul>[% endif %]<ul>c</ul>",
            "<ul>[% if x %]a[% endif %][% if y %]b[% endif %]c</ul>",
        ),
        ("<ul>a</ul>\n[% if x %]\n<ul>b</ul>\n[% endif %]\n<ul>c</ul>", "<ul>a[% if x %]b[% endif %]c</ul>"),
        ("<ul>\na\n</ul>\n[% if x %]\n<ul>\nb\n</ul>\n[% endif %]", "<ul>a[% if x %]b[% endif %]</ul>"),
        ("[% if x %]\n<ol>\na\n</ol>\n[% endif %]\n<ol>\nb\n</ol>", "<ol>[% if x %]a[% endif %]b</ol>"),
    ],
)
def test_lists_are_one_only_where_they_are_of_one_kind_and_touch(html: str, joined: str) -> None:
    assert join_lists(html).replace("\n", "") == joined
