"""Names that sentences stumble over: on every page of every language they read as a person would say them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path

import pytest
from support import TODAY, lay, run, words_of

PROFILE = """organisation:
  {organisation}
  workforce: {workforce}
  languages: [nl, en]
maintained_by: {{nl: "Praktijk Luister B.V.", en: "Praktijk Luister B.V."}}
practice: {{name: "Wie luistert?"}}
advisors:
  - id: first
    name: "{name}"
    kind: external
    phone: "020 000 00 01"
    email: first@luister.example
    reply_within: 2
    backup: second
  - id: second
    name: Sam Elders
    kind: internal
    phone: "020 000 00 02"
training: {{modules: [role, limits, doors, confidential, act]}}
"""
HARD = {
    "titles": ('name: "Bakkerij De Korenaar B.V."', "mr. drs. Th.M. de Vries", "Th.M. de Vries"),
    "turned": ('name: "Wat nu?"', "Voorbeeld, Noor", "Noor"),
    "doctor": (
        "name: {nl: Nationale Politie, en: National Police}\n  in_sentence: {nl: de politie, en: the police}",
        "dr. Noor Voorbeeld",
        "Noor",
    ),
    "gentleman": ('name: "Jansen e.a."', "dhr. J. Jansen", "J. Jansen"),
    "bureau": ('name: "Doe mee!"', "Bureau Luister", "Bureau Luister"),
}
"""The organisation, the advisor's name, and what she is called."""


@pytest.fixture(scope="module")
def sites(tmp_path_factory: pytest.TempPathFactory, examples: Path) -> Mapping[str, Path]:
    root = tmp_path_factory.mktemp("names")
    lay(
        root,
        {
            f"profiles/{slug}/profile.yml": PROFILE.format(organisation=organisation, name=name, workforce=5)
            for slug, (organisation, name, _) in HARD.items()
        },
    )
    answer = run("build", "-C", root, "--lang", "en", "--date", TODAY)
    assert answer.code == 0, answer.err
    return {slug: root / "site" / slug for slug in HARD}


def pages_of(site: Path) -> dict[str, str]:
    return {page.relative_to(site).as_posix(): words_of(page) for page in site.rglob("*.html")}


@pytest.mark.parametrize("slug", HARD)
def test_every_sentence_ends_in_one_stop(sites: Mapping[str, Path], slug: str) -> None:
    for page, words in pages_of(sites[slug]).items():
        assert not (found := re.search(r".{30}(?:(?<!\.)\.\.(?!\.)|[?!]\.).{0,10}", words)), (
            f"{page}: {found and found.group()}"
        )


@pytest.mark.parametrize("slug", HARD)
def test_nobody_is_called_by_a_title(sites: Mapping[str, Path], slug: str) -> None:
    called = HARD[slug][2]
    assert f"Praat met {called}" in words_of(sites[slug] / "index.html") and f"Talk to {called}" in words_of(
        sites[slug] / "en" / "index.html"
    )
    for page, words in pages_of(sites[slug]).items():
        words = words.replace(HARD[slug][1], called)
        assert not (
            found := re.search(
                r"\b(?:[Bb]el|[Mm]ail|[Cc]all|[Ee]mail|[Mm]et|[Tt]o|[Vv]raag|[Aa]sk) (?:mr|drs|dr|dhr|mevr|Voorbeeld,)[., ].{0,20}",
                words,
            )
        ), f"{page}: {found and found.group()}"


def test_an_organisation_with_an_article_has_a_capital_only_where_a_sentence_begins(sites: Mapping[str, Path]) -> None:
    for page, words in pages_of(sites["doctor"]).items():
        assert not (
            found := re.search(
                r"(?:[.!?] (?:de politie|the police)|(?:bij|van|at|of|from|buiten|outside) (?:Nationale|National|De politie|The police)).{0,20}",
                words,
            )
        ), f"{page}: {found and found.group()}"


@pytest.mark.parametrize("slug", HARD)
def test_a_firm_of_five_is_not_sent_to_hr(sites: Mapping[str, Path], slug: str) -> None:
    """That the advisor is not HR is true of any firm; that HR helps is not."""
    for page, words in pages_of(sites[slug]).items():
        assert not (
            found := re.search(r".{30}(?:(?<!part )\b(?:of|naar|vraag|or|to|ask) (?:met |to |aan )?HR\b).{0,20}", words)
        ), f"{page}: {found and found.group()}"
