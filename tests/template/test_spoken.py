"""A voice says a Dutch name on an English page in Dutch."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest
from support import template_of

from voorlichter.template.spoken import spoken_marker

NL = '<span lang="nl">'
WORDS = {"nl": ["Huis", "Huis voor Klokkenluiders", "klacht"], "en": ["speak-up"]}
SHARED = set(Path(__file__).with_name("words_of_both.txt").read_text(encoding="utf-8").split())
"""Words that English has too, by itself or from another language than Dutch, and names that everybody says alike."""


@pytest.mark.parametrize(
    ("html", "marked"),
    [
        ("<p>The Huis voor Klokkenluiders.</p>", f"<p>The {NL}Huis voor Klokkenluiders</span>.</p>"),
        ("<b>a klacht</b>, klachten", f"<b>a {NL}klacht</span></b>, klachten"),
        ("<p>speak-up, the-klacht</p>", "<p>speak-up, the-klacht</p>"),
        ('<a title="klacht" href="#klacht">klacht</a>', f'<a title="klacht" href="#klacht">{NL}klacht</span></a>'),
        ('<i title="a > klacht">klacht</i>', f'<i title="a > klacht">{NL}klacht</span></i>'),
        ('<em lang="nl">een <b>klacht</b></em> klacht', f'<em lang="nl">een <b>klacht</b></em> {NL}klacht</span>'),
        ('<html lang="en"><p>klacht</p></html>', f'<html lang="en"><p>{NL}klacht</span></p></html>'),
        (
            "[% if klacht %]a klacht[% endif %][# klacht #]",
            f"[% if klacht %]a {NL}klacht</span>[% endif %][# klacht #]",
        ),
        ("[[ klacht ]]<title>klacht</title>", "[[ klacht ]]<title>klacht</title>"),
        ("<option>klacht</option><script>klacht</script>", "<option>klacht</option><script>klacht</script>"),
    ],
)
def test_a_word_is_marked_where_it_is_text(html: str, marked: str) -> None:
    assert spoken_marker(WORDS, "en")(html) == marked


def test_a_page_in_its_own_language_stays_as_it_was() -> None:
    assert spoken_marker({"nl": ["klacht"]}, "nl")("<p>klacht</p>") == "<p>klacht</p>"


_NO_TEXT = re.compile(
    r"""\[\[.*?\]\]|\[%.*?%\]|\[#.*?#\]|<(script|style|svg|title|option)\b.*?</\1>|<(?!html\b)(\w+)[^>]*\slang="[^>]*>.*?</\2>|<(?:[^>"]|"[^"]*")*>|\S+@\S+|(?:[\w-]+\.)+(?:nl|org|com|online)\b(?!</span>)""",
    re.S,
)


def _words(template: Path) -> Iterator[str]:
    """Of everything on a page but what has a language of its own and where things are."""
    for folder in ("pages", "components"):
        for path in sorted((template / folder).glob("*.html")):
            yield from re.findall(r"[^\W\d_]{3,}", _NO_TEXT.sub(" ", path.read_text(encoding="utf-8")))


def test_no_english_page_has_a_dutch_word_that_no_voice_knows_of(examples: Path) -> None:
    """A word that Dutch pages have too, and that nobody read as English: it goes into data/spoken_as.yml, or into the list beside this test."""
    words: dict[str, set[str]] = {"nl": set(), "en": set()}
    for template in map(partial(template_of, examples), ("nl-je", "en")):
        words[json.loads((template / "template.json").read_text(encoding="utf-8"))["language"]].update(_words(template))
    dutch = {word.lower() for word in words["nl"]}
    both = {word.lower() for word in words["en"]} & dutch
    assert both - SHARED == set()
    assert SHARED - both == set(), "no page has these"
