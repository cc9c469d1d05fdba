"""What of a page goes into the search index, section by section."""

from __future__ import annotations

import pytest

from voorlichter.template.search_index import read_sections

COMPONENTS = {
    "topics-inside.html": "<ul>[% if inside.bullying %]<li>Bullying</li>[% endif %]</ul>",
    "contact.html": "<p>Call [[ advisor.name ]]</p>",
}


def sections(main: str) -> list[tuple[str, str, str, list[str]]]:
    found = read_sections(f"<body><nav>Menu</nav><main>{main}</main><footer>Foot</footer></body>", COMPONENTS)
    return [(one.anchor, one.title, one.text, one.when) for one in found]


@pytest.mark.parametrize(
    ("main", "expected"),
    {
        "a section reaches to the next heading": (
            '<h1 id="a">One</h1><p>first</p><h2 id="b">Two</h2><p>second</p><h3 id="c">Three</h3>third',
            [("", "One", "first", []), ("b", "Two", "second", []), ("c", "Three", "third", [])],
        ),
        "a heading without an anchor is text": ('<h2 id="a">A</h2><h3>B</h3>text', [("a", "A", "B · text", [])]),
        "what comes before the first heading is found on the page": ("<p>before</p>", [("", "", "before", [])]),
        "slots and conditions stay as they are": (
            '<h2 id="a">At [[ org.name ]]</h2><p>[% if team.several %]Many [[ advisor.name ]][% else %]One[% endif %]</p>',
            [("a", "At [[ org.name ]]", "[% if team.several %]Many [[ advisor.name ]][% else %]One[% endif %]", [])],
        ),
        "a condition around a section is the section's": (
            '<h2 id="a">A</h2>one [% if org.care %]<h2 id="b">B</h2>two [% if team.both %]x[% endif %][% endif %]<h2 id="c">C</h2>three',
            [
                ("a", "A", "one", []),
                ("b", "B", "two [% if team.both %]x[% endif %]", ["org.care"]),
                ("c", "C", "three", []),
            ],
        ),
        "the other half of a condition around sections stands under the opposite": (
            '<h2 id="a">A</h2>[% if org.care %]<h2 id="b">B</h2>two[% else %]<h2 id="c">C</h2>three[% endif %]<h2 id="d">D</h2>four',
            [
                ("a", "A", "", []),
                ("b", "B", "two", ["org.care"]),
                ("c", "C", "three", ["not org.care"]),
                ("d", "D", "four", []),
            ],
        ),
        "conditions in attributes are no text": (
            '<p class="a[% if org.care %] b[% endif %]"><a href="[[ advisor.phone.href ]]">call</a></p>',
            [("", "", "call", [])],
        ),
        "entities are read": ("<p>R&amp;D &lt;i&gt; &#39;s</p>", [("", "", "R&D <i> 's", [])]),
        "a component that says something is part of the text": (
            '<p>[% include "topics-inside.html" %]</p>',
            [("", "", "[% if inside.bullying %] Bullying [% endif %]", [])],
        ),
        "a component that stands everywhere is not": (
            '<p>text [% include "contact.html" %]</p>',
            [("", "", "text", [])],
        ),
        "a loop is left out": (
            "<p>a [% for a in advisors %][[ a.name ]][% if a.phone %]x[% endif %][% endfor %] b</p>",
            [("", "", "a b", [])],
        ),
        "scripts, drawings, questions and what is hidden are left out": (
            '<p>text</p><script>s</script><svg><text>t</text></svg><div class="quiz"><p>q <b>x</b></p></div><span aria-hidden="true">h</span><button>b</button>',
            [("", "", "text", [])],
        ),
        "blocks that end without a full stop are kept apart": (
            "<ul><li>one</li><li>two.</li><li>three</li></ul>",
            [("", "", "one · two. three", [])],
        ),
    }.values(),
)
def test_a_page_is_read_by_section(main: str, expected: list[tuple[str, str, str, list[str]]]) -> None:
    assert sections(main) == expected
