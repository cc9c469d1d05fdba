"""What a reader sees of a page."""

from __future__ import annotations

from voorlichter.artefacts.changes.page import read_page

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
