"""What stands at a door says once what it is."""

from __future__ import annotations

import pytest

from voorlichter.profile.called import door_called


@pytest.mark.parametrize(("label", "name", "heading", "beside"), [
    ("Ondernemingsraad (OR)", "de OR", "De OR", None),
    ("Ondernemingsraad (OR)", "Ondernemingsraad Het Kompas", "Ondernemingsraad Het Kompas", None),
    ("Works council (ondernemingsraad)", "the works council", "The works council", None),
    ("Preventiemedewerker", "de preventiemedewerker", "De preventiemedewerker", None),
    ("HR of personeelszaken", "Team HR", "Team HR", None),
    ("Bedrijfsarts", "Bedrijfsarts Binnenwater", "Bedrijfsarts Binnenwater", None),
    ("Bedrijfsarts", "Arbodienst De Brug", "Bedrijfsarts", "Arbodienst De Brug"),
    ("Preventiemedewerker", "Dewi Elders", "Preventiemedewerker", "Dewi Elders"),
    ("Je leidinggevende", "de teammanager", "Je leidinggevende", "de teammanager"),
    ("Vakbond of jurist", "Kaasbond", "Vakbond of jurist", "Kaasbond"),
    ("Union or lawyer", "FNV or CNV", "Union or lawyer", "FNV or CNV"),
    ("Wie klachten behandelt", "Wie het weet", "Wie klachten behandelt", "Wie het weet"),
])  # fmt: skip
def test_a_name_that_says_what_the_door_is_takes_the_place_of_its_label(
    label: str, name: str, heading: str, beside: str | None
) -> None:
    assert door_called(label, name) == (heading, beside)
