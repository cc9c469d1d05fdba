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
    ],
)
def test_in_markdown_a_slot_stands(text: str, place: str) -> None:
    assert place_of(text, text.index("@"), markdown=True) == place


def test_markdown_links_are_text_in_html() -> None:
    assert place_of("[Bel](@)", 6) == "text"
