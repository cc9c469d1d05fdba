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
