"""The pages speak of what an organisation has, and in the language they are in."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from support import words_of


@pytest.fixture(scope="module")
def site(examples: Path) -> Path:
    return examples / "site"


def test_a_small_organisation_is_told_of_no_works_council_of_its_own(site: Path) -> None:
    small, large = (words_of(site / slug / "organisatie.html") for slug in ("werkplaats", "vuurtoren"))
    assert "Deze pagina is voor de leiding van De Schaaf." in small
    assert "De ondernemingsraad heeft meegedacht." in large
    assert "De ondernemingsraad heeft meegedacht." not in small


def test_a_stand_in_that_is_not_there_is_said_not_to_be(site: Path) -> None:
    alone, several = (words_of(site / slug / "organisatie.html") for slug in ("werkplaats", "vuurtoren"))
    assert "Vervanging: nog niet geregeld" in alone
    assert "Vervanging: Sam Elders" in several


@pytest.mark.parametrize("page", ["andere-kant.html", "mogelijkheden.html"])
def test_without_a_complaints_procedure_no_committee_is_promised(site: Path, page: str) -> None:
    without, with_one = (words_of(site / slug / page) for slug in ("werkplaats", "vuurtoren"))
    assert "een klachtencommissie of de werkgever" in without.lower()
    assert "de klachtencommissie hoort" not in without
    assert "een klachtencommissie of de werkgever" not in with_one.lower()


def test_a_door_called_what_it_is_says_so_once(site: Path) -> None:
    words = words_of(site / "ooverlaar" / "waarvoor.html")
    assert "Bedrijfsarts 046 000 00 11" in words
    assert "Bedrijfsarts Bedrijfsarts" not in words
    words = words_of(site / "vuurtoren" / "waarvoor.html")
    assert "Arbodienst Kompas, de bedrijfsarts" in words and "Bedrijfsarts Arbodienst" not in words


@pytest.mark.parametrize(
    ("page", "dutch", "english"),
    [
        ("waarvoor.html", "Opvangteam", "Support team"),
        ("waarvoor.html", "Klachtenfunctionaris voor cliënten", "Complaints officer for clients"),
        ("regels.html", "(tekst van 1 januari 2025)", "(text of 1 January 2025)"),
    ],
)
def test_names_and_sources_are_in_the_language_of_the_page(site: Path, page: str, dutch: str, english: str) -> None:
    assert dutch in words_of(site / "vuurtoren" / page)
    words = words_of(site / "vuurtoren" / "en" / page)
    assert english in words
    assert dutch not in words


@pytest.mark.parametrize("slug", ["vuurtoren", "ooverlaar", "werkplaats"])
def test_a_site_has_no_file_that_nothing_in_it_asks_for(site: Path, slug: str) -> None:
    root = site / slug
    files = {path.relative_to(root).as_posix() for path in root.rglob("*") if path.is_file()}
    read = "\n".join(
        path.read_text(encoding="utf-8") for path in root.rglob("*") if path.suffix in (".html", ".css", ".js")
    )
    unasked = {name for name in files if not re.search(rf"\b{re.escape(name.rpartition('/')[2])}", read)}
    # Nobody asks for these by name: a server does, and whoever wants to know what a site holds, or may do with a font.
    assert {name for name in unasked if not re.search("license-|manifest.json|404.html|sitemap.xml", name)} == set()
