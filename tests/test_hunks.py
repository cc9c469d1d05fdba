"""What differs between two texts, sentence by sentence; a number or address alone where that is all that differs."""

from __future__ import annotations

import pytest

from voorlichter.hunks import Hunk, find_hunks


@pytest.mark.parametrize(
    ("before", "after", "hunks"),
    [
        (["Een.", "Twee."], ["Een.", "Twee."], []),
        (["Een."], ["Een.", "Twee."], [((), ("Twee.",))]),
        (["Een.", "Twee."], ["Twee."], [(("Een.",), ())]),
        (["Een.", "Twee."], ["Drie.", "Vier."], [(("Een.",), ("Drie.",)), (("Twee.",), ("Vier.",))]),
        (["Een.", "Twee."], ["Drie."], [(("Een.", "Twee."), ("Drie.",))]),
        (["Bel 020 000 00 01."], ["Bel 020 000 00 02."], [(("020 000 00 01",), ("020 000 00 02",))]),
        (
            ["Bel Noor op 020 000 00 01, ook nu."],
            ["Bel Noor op 030 000 00 20, ook nu."],
            [(("020 000 00 01",), ("030 000 00 20",))],
        ),
        (
            ["020 000 00 01 is het nummer."],
            ["020 000 00 02 is het nummer."],
            [(("020 000 00 01",), ("020 000 00 02",))],
        ),
        (
            ["Mail noor@praktijk.example nu."],
            ["Mail sam@praktijk.example nu."],
            [(("noor@praktijk.example",), ("sam@praktijk.example",))],
        ),
        (
            ["Bel 020 000 00 01."],
            ["Mail noor@praktijk.example."],
            [(("Bel 020 000 00 01.",), ("Mail noor@praktijk.example.",))],
        ),
        (["Binnen 3 dagen."], ["Binnen 5 dagen."], [(("Binnen 3 dagen.",), ("Binnen 5 dagen.",))]),
        (
            ["Bel 020 000 00 01 nu."],
            ["Bel 020 000 00 02 straks."],
            [(("Bel 020 000 00 01 nu.",), ("Bel 020 000 00 02 straks.",))],
        ),
    ],
)
def test_sentences_are_told_one_by_one_where_they_are_as_many(
    before: list[str], after: list[str], hunks: list[Hunk]
) -> None:
    assert list(find_hunks(before, after)) == hunks
