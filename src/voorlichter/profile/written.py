"""Rules on the text as written, before the model."""

from __future__ import annotations

import re
from collections.abc import Iterator

from voorlichter.model_problems.places import place_of
from voorlichter.problems import Problem, Say
from voorlichter.profile.model import Profile
from voorlichter.profile.read import ProfileSource
from voorlichter.profile.vocabulary import Vocabulary
from voorlichter.slots.scan import TAG
from voorlichter.yaml_source import dotted

_OUR_KEYS = {"notes_kept", "note"}
_LEFT_TO_FILL_IN = re.compile(r"\b(VUL IN|FILL IN)\b")


def no_case_data(source: ProfileSource, vocabulary: Vocabulary) -> Iterator[Problem]:
    """Who came and about what never belongs in a file that becomes a website."""
    of_a_case = vocabulary.case_words.in_key("keys_of_a_case")
    keys = {key for path in source.keys if isinstance(key := path[-1], str) and key not in _OUR_KEYS}
    smelling = {key for key in keys if of_a_case.fullmatch(key)}
    for path, mark in source.keys.items() if smelling else ():
        named_by_us = len(path) == 2 and path[0] in ("doors", "topics")
        if path[-1] in smelling and not named_by_us:
            yield Problem(
                mark,
                dotted(path),
                Say(
                    "dit lijkt op gegevens over een melding; die horen hier nooit",
                    "this looks like data about a case; that never belongs here",
                ),
                Say(
                    "haal de regel weg, ook uit oudere versies van dit bestand",
                    "remove the line, from older versions of this file as well",
                ),
            )


def nothing_left_to_fill_in(source: ProfileSource, _: Vocabulary) -> Iterator[Problem]:
    for path, value in source.texts():
        if left := _LEFT_TO_FILL_IN.search(value):
            yield Problem(
                source.value_mark(path),
                dotted(path),
                Say(f"hier staat nog {left.group()}", f"this still says {left.group()}"),
                Say(
                    "vul de waarde in, of haal de regel weg als zij niet verplicht is",
                    "fill in the value, or remove the line where it is not required",
                ),
            )


_NOTHING = re.compile(
    r"[-–—.?/]{1,3}|…|n\.?v\.?t\.?|n\.?t\.?b\.?|n/a|tb[ad]|todo|x{2,4}|geen|niets|onbekend|none|unknown", re.I
)


def nothing_is_left_out(source: ProfileSource, _: Vocabulary) -> Iterator[Problem]:
    """`n.v.t.` as a value becomes a name on the site."""
    for path, value in source.texts():
        if _NOTHING.fullmatch(value.strip()):
            required = place_of(path, Profile).required
            yield Problem(
                source.value_mark(path),
                dotted(path),
                Say(f"“{value}” zou zo op de site komen", f"“{value}” would stand like that on the site"),
                Say("vul de waarde in; dit hoort er te staan", "fill in the value; this must be there")
                if required
                else Say("haal de regel weg", "remove the line"),
            )


_FORM = re.compile(r"\{([^{}|\n]*)\|([^{}|\n]*)\}")


def no_slots_or_marks(source: ProfileSource, _: Vocabulary) -> Iterator[Problem]:
    """What pages are written with means nothing in a profile, and would be read as it stands."""
    organisation = source.data.get("organisation") if isinstance(source.data, dict) else None
    known = organisation if isinstance(organisation, dict) else {}
    names = {"org.name": known.get("name"), "org.short_name": known.get("short_name") or known.get("name")}
    for path, value in source.texts():
        if "{" not in value and "[" not in value:
            continue
        meant: dict[str, str | None] = {
            match[0]: match[2 if known.get("form_of_address") == "u" else 1] for match in _FORM.finditer(value)
        }
        meant |= {match[0]: names.get((match["value"] or "").strip()) for match in TAG.finditer(value)}
        if meant:
            fixes = [
                (
                    Say(f"schrijf “{word}” in plaats van {typed}", f"write “{word}” in place of {typed}")
                    if isinstance(word, str)
                    else Say(
                        f"schrijf zelf wat er moet staan in plaats van {typed}",
                        f"write yourself what must stand in place of {typed}",
                    )
                )
                for typed, word in meant.items()
            ]
            yield Problem(
                source.value_mark(path),
                dotted(path),
                Say(
                    f"{', '.join(meant)} werkt alleen op pagina's, niet in een profiel",
                    f"{', '.join(meant)} works on pages only, not in a profile",
                ),
                Say("; ".join(fix.nl for fix in fixes), "; ".join(fix.en for fix in fixes)),
                "warning",
            )
