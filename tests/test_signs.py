"""Signs that nobody sees: refused everywhere, cut off at the ends, or left where they mean something."""

from __future__ import annotations

from pathlib import Path

import pytest
from fontTools.ttLib import TTFont
from support import REPOSITORY

from voorlichter import signs
from voorlichter.problems import has_errors
from voorlichter.yaml_source import read_yaml

CONTROLS = [*range(0x00, 0x09), 0x0B, 0x0C, *range(0x0E, 0x20), *range(0x7F, 0xA0)]
TURNING = [*range(0x202A, 0x202F), *range(0x2066, 0x206A)]
NO_CHARACTERS = [0xFFFE, 0xFFFF, 0x1FFFE, 0x10FFFF, 0xFDD0, 0xFDEF]


@pytest.mark.parametrize("number", [*CONTROLS, *TURNING, *NO_CHARACTERS, 0x2028, 0x2029], ids="U+{:04X}".format)
def test_a_sign_that_may_stand_nowhere_is_refused_however_it_is_written(number: int) -> None:
    code = f"\\U{number:08x}"
    for text in (
        f'name: "Zorg{code}groep"',
        f'"na{code}me": Zorggroep',
        f'names: ["a", "{code}"]',
        f"name: Zorg{chr(number)}groep",
    ):
        source = read_yaml(Path("a.yml"), text.encode())
        assert source.data is None and has_errors(source.problems)
        assert signs.code(chr(number)) in source.problems[0].message.en or "U+" not in source.problems[0].message.en


def test_a_half_of_a_pair_is_refused() -> None:
    for text in (b'name: "Zorg\\ud800groep"', b"name: Zorg\xed\xa0\x80groep"):
        source = read_yaml(Path("a.yml"), text)
        assert source.data is None and has_errors(source.problems)


@pytest.mark.parametrize(
    "number",
    [0xA0, 0xAD, 0x200B, 0x200C, 0x200D, 0x200E, 0x200F, 0x202F, 0x2060, 0x3000, 0xFEFF, 0x3164, 0xE0001],
    ids="U+{:04X}".format,
)
def test_an_invisible_sign_at_an_end_is_cut_off_and_told(number: int) -> None:
    sign = chr(number)
    for text in (f'name: "Zorggroep{sign}"', f'name: "{sign} Zorggroep {sign}"', f'name: "Zorggroep\\U{number:08x}"'):
        source = read_yaml(Path("a.yml"), text.encode())
        assert source.data == {"name": "Zorggroep"}
        assert [(problem.where, problem.severity, problem.fix.en) for problem in source.problems] == [
            ("name", "warning", 'write: name: "Zorggroep"')
        ]
        assert signs.code(sign) in source.problems[0].message.nl


def test_a_value_of_invisible_signs_alone_is_empty() -> None:
    assert read_yaml(Path("a.yml"), 'name: "\u200b\u2060 \ufeff"'.encode()).data == {"name": ""}


@pytest.mark.parametrize(
    "text", ["Zorggroep", " Zorggroep ", "De Zon ☀️", "👩‍⚕️", "🏴󠁧󠁢󠁳󠁣󠁴󠁿", "می‌خواهم", "क्‍ष a", "a\tb\nc", "één", ""]
)
def test_what_means_something_stays(text: str) -> None:
    assert signs.forbidden_in(text) is None
    assert signs.trimmed(text) == (text, None)
    assert signs.invisible_in(text) is None
    assert signs.without_invisible(text) == text.strip()


@pytest.mark.parametrize(
    "text",
    [
        "Zorg\u200bgroep",
        "Zorg\u00adgroep",
        "Zorg\u200dgroep",
        "Zorg\u200cgroep",
        "Zorg\ufeffgroep",
        "Zorg\u200egroep",
        "Zorg\u3164groep",
    ],
)
def test_within_a_word_it_is_seen(text: str) -> None:
    assert signs.invisible_in(text) == text[4]
    assert signs.without_invisible(text) == "Zorggroep"


def test_what_is_said_not_to_be_printed_is_in_no_font_of_the_sheets() -> None:
    fonts = [TTFont(path) for path in (REPOSITORY / "overrides" / "print" / "fonts").glob("*.ttf")]
    held = {chr(number) for font in fonts for number in font.getBestCmap()}
    assert [sign for sign in sorted(held) if signs.unprinted_in(sign)] == []
    assert all(signs.unprinted_in(sign) for sign in "☀️👩🏽😀★李אद")


def test_no_sign_that_may_stand_nowhere_passes_for_one_that_can_be_seen() -> None:
    """What can be printed is not searched for it: so no forbidden sign may count as that."""
    printable = (chr(code) for code in range(0x110000) if chr(code).isprintable())
    assert not [signs.code(sign) for sign in printable if signs.FORBIDDEN.match(sign) or sign == "\r"]


def test_a_joiner_joins_what_stands_right_beside_it_alone() -> None:
    woman, laptop, joiner = "\U0001f469", "\U0001f4bb", "\u200d"
    for text in (f"{woman}{joiner}{laptop}", f"a{woman}{joiner}{laptop}b", f"بب{joiner}ب"):
        assert signs.invisible_in(text) is None, ascii(text)
        assert signs.without_invisible(text) == text
    for text in (f"{woman}a{joiner}{laptop}", f"{woman}{joiner}a{laptop}", f"با{joiner}aب", f"بa{joiner}ب"):
        assert signs.invisible_in(text) == joiner, ascii(text)
        assert signs.without_invisible(text) == text.replace(joiner, "")
