"""A site says who reviewed a text, and when, only of the words as they stand."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from support import REPOSITORY

from voorlichter.template.build import write_shared
from voorlichter.template.passages import Passage
from voorlichter.template.reviews import Review, ReviewAnswer
from voorlichter.template.sources import Sources
from voorlichter.template.variant import Variant, variant_for
from voorlichter.workspace import Workspace

DUTCH = variant_for("nl", "je")


def components(sources: Sources, folder: Path, variant: Variant = DUTCH) -> dict[str, str]:
    return write_shared(Workspace.at(REPOSITORY), sources, variant, REPOSITORY / "overrides", folder)


@pytest.fixture
def reviewed(sources: Sources, passages: list[Passage]) -> Sources:
    """The line of the Centrum Seksueel Geweld as it stands, and 113 in words that have changed since."""
    hashes = {passage.where: passage.hash for passage in passages}
    answers = [
        ReviewAnswer(passage="help.yml#csg", hash=hashes["help.yml#csg"], answer="ok"),
        ReviewAnswer(passage="help.yml#zelfmoordpreventie", hash="0" * 12, answer="ok"),
    ]
    return replace(sources, reviews=[Review(by="Vereniging & Co", on=date(2026, 11, 1), answers=answers)])


def line(html: str, id_: str) -> str:
    return html[html.index(f'id="help-{id_}"') :].split("</li>")[0]


def test_who_reviewed_a_help_line_stands_beside_it_as_long_as_its_words_are_the_same(
    reviewed: Sources, tmp_path: Path
) -> None:
    html = components(reviewed, tmp_path)["help-lines.html"]
    assert "Nagekeken door Vereniging &amp; Co op 1\u00a0november 2026." in line(html, "csg")
    assert "Nagekeken" not in line(html, "zelfmoordpreventie")


def test_the_imprint_says_how_many_passages_were_reviewed_by_whom(
    reviewed: Sources, passages: list[Passage], tmp_path: Path
) -> None:
    html = components(reviewed, tmp_path)["reviewed.html"]
    assert (
        f"Nagekeken door Vereniging &amp; Co op 1\u00a0november 2026: 1 van de {len(passages)} vaste stukken tekst."
        in html
    )
    assert "Nog geen jurist" not in html


def test_where_nobody_reviewed_anything_the_imprint_says_so_and_no_page_names_a_day(
    sources: Sources, tmp_path: Path
) -> None:
    html = components(sources, tmp_path)
    assert "Nog geen jurist" in html["reviewed.html"]
    assert not [name for name, text in html.items() if "Nagekeken" in text]


def test_a_day_stands_beside_a_law_only_where_somebody_looked_at_its_source(sources: Sources, tmp_path: Path) -> None:
    first, *others = sources.data.law
    data = replace(sources.data, law=[first.model_copy(update={"checked": date(2026, 11, 1)}), *others])
    html = components(replace(sources, data=data), tmp_path)["law.html"]
    assert html.count("Nagekeken op") == html.count("Nagekeken op 1\u00a0november 2026.") == 1
