"""What a reader sees of a page."""

from __future__ import annotations

import pytest

from voorlichter.artefacts.changes.page import read_page, split_sentences

PAGE = """<!doctype html><html lang="nl"><head><title>Wie er is · De Zeester</title><meta name="description" content="Wie dat is."><style>p { color: red }</style></head>
<body><script type="application/json">{"secret": "no"}</script>
<p>Bel <b>Noor</b> op <a href="tel:+31200000001"><span><svg><title>drawn</title></svg> 020 000\u00a0\u206000 01</span></a>. Dat mag!</p>
<span aria-hidden="true">NV</span>
<p><a href="wie.html">Een</a><a href="https://a.example">Twee</a></p><ul><li>noor@<wbr>a.example<li>nog één</ul><img src="media/noor.jpg" alt="Foto van Noor">
</body></html>"""


def test_a_page_is_its_sentences_links_and_pictures() -> None:
    page = read_page(PAGE)
    assert page.title == "Wie er is"
    assert page.sentences == (
        "Wie dat is.",
        "Bel Noor op 020 000 00 01.",
        "Dat mag!",
        "Een",
        "Twee",
        "noor@a.example",
        "nog één",
        "Foto van Noor",
    )
    assert page.links == ("tel:+31200000001", "wie.html", "https://a.example")
    assert page.pictures == ("media/noor.jpg",)


@pytest.mark.parametrize("name", ["alt", "aria-label", "placeholder", "title"])
def test_what_is_said_to_whoever_cannot_see_counts(name: str) -> None:
    assert "Twee." in read_page(f'<img {name}="Twee." src="x.png">').sentences
    assert read_page('<p data-x="Twee.">Een</p>').sentences == ("Een",)


@pytest.mark.parametrize(
    "text",
    [
        "Bel mr. De Wit.",
        "Bel dr. De Wit.",
        "Bel ir. De Wit.",
        "Bel drs. De Wit.",
        "Bel ing. De Wit.",
        "Bel prof. De Wit.",
        "Volgens art. 3 mag dat.",
        "Bel 020 000 00 01 tst. 12.",
        "Bel 020 000 00 01 ext. 12.",
        "Bel N. Voorbeeld.",
        "Om 9 uur v.m. of later.",
    ],
)
def test_a_point_within_a_sentence_does_not_end_it(text: str) -> None:
    assert split_sentences(text) == [text]


def test_sentences_end_where_a_new_one_begins() -> None:
    assert split_sentences(" Een.  Twee!\nDrie? 4 is \u2060vier. ") == ["Een.", "Twee!", "Drie?", "4 is vier."]
    assert split_sentences(" ") == []
