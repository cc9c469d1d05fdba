"""Where a slot stands decides what may stand there."""

from __future__ import annotations

import pytest

from voorlichter.slots.places import place_of

PLACES = [
    ("between tags", "<p>@</p>", "text"),
    ("at the start of a file", "@", "text"),
    ("after a comparison in a sentence", "<p>3 < 5 and @</p>", "text"),
    ("after a closed tag with a slot in it", '<a href="[[ a > b ]]">@</a>', "text"),
    ("after a tag with a slot of two lines in it", '<a href="[[ a\n > b ]]">@</a>', "text"),
    ("in a quoted attribute", '<p title="@">', "attribute"),
    ("in an attribute of a tag within another", '<p><b class="x"><i title="@">', "attribute"),
    ("in an attribute between single quotes", "<p title='@'>", "attribute"),
    ("later in a quoted attribute", '<p aria-label="Call @">', "attribute"),
    ("in an attribute after another one", '<img src="x.png" alt="@">', "attribute"),
    ("in an attribute on a line of its own", '<img\n  alt="@">', "attribute"),
    ("at the start of an address", '<a href="@">', "address"),
    ("at the start of an address in capitals", '<A HREF="@">', "address"),
    ("at the start of a picture's address", "<img src='@'>", "address"),
    ("at the start of a srcset", '<img srcset="@ 2x">', "address"),
    ("after a comma in a srcset", '<img srcset="a.png 1x, @ 2x">', "address"),
    ("inside an address", '<a href="https://x.example/?q=@">', "address-tail"),
    ("after another slot in an address", '<a href="[[ a ]]@">', "address-tail"),
    ("in the address a form sends to", '<form action="@">', "address"),
    ("in an address after a comparison", '<a href="[% if a < b %]@">', "address-tail"),
    ("in an attribute after a comparison", '<a title="[% if a < b %]x[% endif %]@">', "attribute"),
    ("in an attribute without quotes", "<p title=@>", "forbidden"),
    ("in an address without quotes", "<a href=@>", "forbidden"),
    ("as an attribute's name", "<p @>", "forbidden"),
    ("as part of an attribute's name", '<p data-@="x">', "forbidden"),
    ("as a tag's name", "<h@>", "forbidden"),
    ("in a style attribute", '<p style="color: @">', "style"),
    ("in an event", '<p onclick="@">', "forbidden"),
    ("in an event in capitals", '<p OnClick="@">', "forbidden"),
    ("in an id", '<p id="@">', "forbidden"),
    ("in a script", "<script>let a = '@'</script>", "forbidden"),
    ("in a script with attributes and lines", '<script type="application/json">\n{"a": "\n@"}</script>', "forbidden"),
    ("alone in a block of data", '<script type="application/json">@</script>', "data"),
    (
        "alone in a block of data with a name, on a line of its own",
        '<script type="application/json" data-presence>\n@</script>',
        "data",
    ),
    ("as part of a block of data", '<script type="application/json">[@</script>', "forbidden"),
    ("after a value in a block of data", '<script type="application/json">[[ presence ]]@</script>', "forbidden"),
    ("in a script that only says it is data", '<script data-x="application/json">@</script>', "forbidden"),
    ("in a block of data with an address", '<script type="application/json" src="x.js">@</script>', "forbidden"),
    ("in a block of another kind", '<script type="module">@</script>', "forbidden"),
    ("in a style sheet", "<style>p { color: @ }</style>", "style"),
    ("in a script in capitals", "<SCRIPT>let a = '@'</SCRIPT>", "forbidden"),
    ("after a script", "<script>1</script><p>@</p>", "text"),
    ("after a script and within the next", "<script>1</script><p>a</p><script>@</script>", "forbidden"),
    ("after a tag that closes another within a style", "<style>p {}</b> @</style>", "style"),
    ("in a style sheet with attributes", '<style media="print">p { color: @ }</style>', "style"),
    ("in a style sheet in capitals", "<STYLE>p { color: @ }</STYLE>", "style"),
    ("in a script of several lines after a block of data", "<script>\n1\n@</script>", "forbidden"),
    ("alone in a block of data of several lines", '<script type="application/json">\n\n  @</script>', "data"),
    ("after a tag that is called nearly so", "<scripts>@</scripts>", "text"),
    ("in the attribute of a closing tag", '</p title="@">', "text"),
    ("after a lone sign at the end", "<p>a <@", "text"),
    ("in a comment", "<!-- @ -->", "text"),
    ("in the address of a picture that is loaded later", '<img data-src="@">', "attribute"),
    ("in an attribute with a colon", '<use xlink:href="@">', "attribute"),
    ("in an attribute with a space around its sign", '<p title = "@">', "attribute"),
    ("in an address of two lines", '<a href="\n@">', "address-tail"),
    ("in a srcset without a space behind its comma", '<img srcset="a.png 1x,@ 2x">', "address-tail"),
    ("inside an address of a srcset", '<img srcset="a/@ 2x">', "address-tail"),
    ("in the address a button sends to", '<button formaction="@">', "address"),
    ("in the address of an object", '<object data="@">', "address"),
    ("in the address of a film's picture", '<video poster="@">', "address"),
    ("in the source of a quotation", '<blockquote cite="@">', "address"),
    ("in the background of an old table", '<td background="@">', "address"),
    ("in an attribute whose name begins as an event", '<p one="@">', "forbidden"),
    ("in an attribute after another without quotes", '<p class=x title="@">', "attribute"),
    ("in an attribute after a slot in another", '<p class="[[ a ]]" title="@">', "attribute"),
    ("in an attribute after a condition within the tag", '<p [% if a %]class="x"[% endif %] title="@">', "attribute"),
    ("in a condition's tag of two lines", '<p [% if a\n > b %]hidden[% endif %] title="@">', "attribute"),
    ("in an attribute after the other quote", '<p title="it\'s @">', "attribute"),
    ("in an attribute after the other quotes", "<p title='say \"a\" @'>", "attribute"),
    ("after a comparison of a slot and one of text", "<p>[% if a < b %]3 < @[% endif %]</p>", "text"),
    ("after a style sheet", "<style>p {}</style>@", "text"),
]


@pytest.mark.parametrize(
    ("text", "place"), [(text, place) for _, text, place in PLACES], ids=[name for name, _, _ in PLACES]
)
def test_in_html_a_slot_stands(text: str, place: str) -> None:
    assert place_of(text, text.index("@")) == place


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("[Bel](@)", "address"),
        ("[Bel]( @ )", "address"),
        ("[Bel](<@>)", "address"),
        ("[Bel\n](@)", "address"),
        ("[Bel](\n@)", "address"),
        ("[Bel](tel:@)", "address-tail"),
        ("[Bel @](tel.md)", "text"),
        ("[Bel](tel.md) @", "text"),
        ("(@)", "text"),
        ("[Bel](<tel:@>)", "address-tail"),
        ("[Bel](tel.md 'a @')", "text"),
        ("[Bel](a b@)", "text"),
        ("[een](a.md) en [twee](@)", "address"),
        ("[een](@) en [twee](a.md)", "address"),
        ('<a href="@">[Bel](a.md)</a>', "address"),
        ('[Bel](a.md)<a title="@">', "attribute"),
    ],
)
def test_in_markdown_a_slot_stands(text: str, place: str) -> None:
    assert place_of(text, text.index("@"), markdown=True) == place


def test_only_what_stands_before_it_counts_and_not_too_far_before() -> None:
    assert place_of('<p>@<script a="', 3) == "text"
    assert place_of(f'<p title="{"x" * 3900}@">', 3910) == "attribute"
    assert place_of(f"<script>{'x' * 3990}@", 3998) == "forbidden"
    assert place_of(f'<p title="{"x" * 3990}@">', 4000) == "attribute"
    assert place_of(f'<p title="{"x" * 3991}@">', 4001) == "text"


def test_markdown_links_are_text_in_html() -> None:
    assert place_of("[Bel](@)", 6) == "text"
