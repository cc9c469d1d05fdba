"""What is said about a wrong value, by the kind of pydantic's error."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, get_args

from voorlichter.model_problems.places import ModelPlace, choices, is_model, plain, union_members
from voorlichter.model_problems.samples import closest_word, line_for, quoted, sample, title, written
from voorlichter.problems import Say
from voorlichter.yaml_source import KeyPath


class Refused(ValueError):  # noqa: N818 - read as "a value refused"
    """Raised by a validator of ours: what is wrong and what to write.

    `value` is what was certainly meant, in the form that is accepted; `fix` a sentence of its own. Without
    either, the field's example is shown. `at` leads from the value that is validated to the part that is wrong.
    """

    def __init__(self, message: Say, fix: Say | None = None, *, value: str | None = None, at: KeyPath = ()) -> None:
        self.message = message
        self.fix = fix
        self.value = value
        self.at = at
        super().__init__(message.en)


@dataclass(frozen=True, slots=True)
class ModelError:
    """One of pydantic's errors and the place it concerns."""

    kind: str
    value: Any
    context: Mapping[str, Any]
    place: ModelPlace

    def bound(self, name: str) -> str:
        value = self.context.get(name, "")
        return f"{value:g}" if isinstance(value, float) else str(value)

    @property
    def length(self) -> int:
        """How many items stand there; pydantic counts only the sound ones."""
        return len(self.value) if isinstance(self.value, (list, dict)) else 0


Wording = Say | tuple[Say, Say]
"""What is wrong, and what to write where the field's own line is not the answer."""


def say_wrong(item: ModelError) -> tuple[Say, Say]:
    """What is wrong with a value, and what to write instead."""
    words = _BY_KIND.get(item.kind, _other)(item)
    return words if isinstance(words, tuple) else (words, line_for(item.place))


def say_missing(place: ModelPlace) -> tuple[Say, Say]:
    nl, en = title(place.field, "nl"), title(place.field, "en")
    message = Say("ontbreekt" + (f" ({nl})" if nl else ""), "is missing" + (f" ({en})" if en else ""))
    return message, line_for(place)


def say_empty(place: ModelPlace) -> tuple[Say, Say]:
    message = Say("is leeg", "is empty")
    if place.required or not place.path:
        return message, line_for(place)
    if place.field is not None and place.path[-1] == place.name:
        line = sample(place.name, place.field)
        return message, Say(
            f"schrijf bijvoorbeeld: {line}, of haal de regel weg", f"write for example: {line}, or remove the line"
        )
    return message, Say("vul in of haal de regel weg", "fill in or remove the line")


def say_choice(key: str, value: Any, known: list[str]) -> tuple[Say, Say]:
    """A word that is none of the known ones."""
    meant, given = closest_word(value, known), quoted(value)
    nl, en = (f"; bedoelt u {meant}?", f"; do you mean {meant}?") if meant else ("", "")
    message = Say(f"{given.nl} kan hier niet{nl}", f"{given.en} cannot stand here{en}")
    return message, one_of(key, known, meant)


def one_of(key: str, known: list[str], meant: str | None = None) -> Say:
    """What may stand here, and what was probably meant."""
    lead = f"{key}: " if key else ""
    if len(known) == 1:
        return Say(f"schrijf: {lead}{known[0]}", f"write: {lead}{known[0]}")
    every = ", ".join(known)
    if meant:
        return Say(f"schrijf: {lead}{meant} ({every})", f"write: {lead}{meant} ({every})")
    if key:
        return Say(f"kies bij {key} uit: {every}", f"choose for {key}: {every}")
    return Say(f"kies uit: {every}", f"choose from: {every}")


def _list(item: ModelError) -> Wording:
    """One word, or several with a comma between them, is the list that was meant."""
    message, meant = _wanted("een lijst", "a list")(item), None
    inner = next(iter(get_args(plain(item.place.annotation))), None)
    if isinstance(item.value, str) and item.value.strip() and not is_model(plain(inner)) and not union_members(inner):
        words = [word for word in re.split(r"\s*[,;]\s*|\s+(?:en|and|&|\+)\s+", item.value.strip()) if word]
        known = choices(inner)
        named = [word if word in known else closest_word(word, known) for word in words] if known else words
        meant = [word for word in named if word]
        return (message, written(item.place, meant)) if len(meant) == len(words) else message
    return message


_ROUGHLY = re.compile(
    r"(?:(?:ongeveer|plusminus|circa|ca\.?|zo'n|zo’n|rond(?: de)?|in totaal|about|around|approximately|approx\.?|some|±|~|=)\s*)*"
    r"(\d{1,3}(?:[.,'’ \u00a0\u202f]\d{3})+|\d+)(?:[.,]0+|,-)?\+?\s*"
    r"(?:%|procent|percent|mensen|man|personen|medewerkers|werknemers|werkenden|collega's|collega’s|people|persons|employees|staff|werkdagen|dagen|working days|days)?\.?",
    re.I,
)


def _whole_number(item: ModelError) -> Wording:
    """`1.200` and `ongeveer 35` say a number, if not in the form that is read."""
    message = _wanted("een heel getal", "a whole number")(item)
    match = _ROUGHLY.fullmatch(str(item.value).strip().translate(_DIGITS)) if isinstance(item.value, str) else None
    number = int(re.sub(r"\D", "", match[1])) if match else None
    fits = number is not None and all(
        _within(number, limit) for limit in (item.place.field.metadata if item.place.field else ())
    )
    return (message, written(item.place, str(number))) if fits else message


_DIGITS = {sign: str(unicodedata.decimal(chr(sign))) for sign in range(0x660, 0x6FA) if chr(sign).isdecimal()}
"""The Arabic and Persian ones, as ours."""


def _within(number: int, limit: Any) -> bool:
    least, most = getattr(limit, "ge", None), getattr(limit, "le", None)
    return (least is None or number >= least) and (most is None or number <= most)


def _choice(item: ModelError) -> Wording:
    known = choices(item.place.annotation) or re.findall(r"'([^']*)'", str(item.context.get("expected", "")))
    return say_choice(_key(item), item.value, known)


def _yes_or_no(item: ModelError) -> Wording:
    lead = f"{_key(item)}: " if _key(item) else ""
    message = _wanted("ja of nee (true of false)", "yes or no (true or false)")(item)
    return message, Say(f"schrijf: {lead}true, of {lead}false", f"write: {lead}true, or {lead}false")


def _key(item: ModelError) -> str:
    """The key the value belongs to; none for an item of a list."""
    return item.place.name if item.place.path[-1:] == (item.place.name,) else ""


def _wanted(nl: str, en: str) -> Callable[[ModelError], Say]:
    """The kind of value that belongs here, against what was found."""

    def say(item: ModelError) -> Say:
        given = quoted(item.value)
        return Say(f"hier hoort {nl} en er staat {given.nl}", f"{en} belongs here, and {given.en} was found")

    return say


def _about(nl: str, en: str, *, bound: str = "") -> Callable[[ModelError], Say]:
    """What is wrong with the value that was found; `{}` is a bound."""

    def say(item: ModelError) -> Say:
        given, limit = quoted(item.value), item.bound(bound)
        return Say(f"{given.nl} {nl.format(limit)}", f"{given.en} {en.format(limit)}")

    return say


def _short(item: ModelError) -> Wording:
    if not str(item.value).strip():
        return Say("is leeg", "is empty")
    say = _about("is te kort: ten minste {} tekens", "is too short: at least {} characters", bound="min_length")
    return say(item)


def _long(item: ModelError) -> Wording:
    most, length = item.bound("max_length"), len(str(item.value))
    return (
        Say(
            f"deze tekst telt {length} tekens; er passen er {most}",
            f"this text has {length} characters; {most} fit",
        ),
        Say("schrijf het korter", "write it shorter"),
    )


def _few(item: ModelError) -> Wording:
    least, there = item.bound("min_length"), item.length
    return Say(
        f"te weinig: ten minste {least} nodig, er staan er {there}",
        f"too few: at least {least} needed, there are {there}",
    )


def _many(item: ModelError) -> Wording:
    most, there = item.bound("max_length"), item.length
    return (
        Say(
            f"te veel: ten hoogste {most}, er staan er {there}",
            f"too many: at most {most}, there are {there}",
        ),
        Say("haal weg wat te veel is", "remove what is too many"),
    )


def _other(item: ModelError) -> Wording:
    error = item.context.get("error")
    detail = f" ({error})" if item.kind in ("value_error", "assertion_error") and str(error or "") else ""
    given = quoted(item.value)
    return Say(f"{given.nl} past hier niet{detail}", f"{given.en} does not fit here{detail}")


def _kinds(say: Callable[[ModelError], Wording], *kinds: str) -> dict[str, Callable[[ModelError], Wording]]:
    return dict.fromkeys(kinds, say)


_DATES = (
    "date_type",
    "date_parsing",
    "date_from_datetime_parsing",
    "date_from_datetime_inexact",
    "datetime_type",
    "datetime_parsing",
    "datetime_from_date_parsing",
)

_BY_KIND: dict[str, Callable[[ModelError], Wording]] = {
    **_kinds(_wanted("tekst", "text"), "string_type"),
    **_kinds(
        _list,
        *("list_type", "tuple_type", "set_type", "frozen_set_type", "iterable_type"),
    ),
    **_kinds(
        _wanted("een blok met sleutels", "a block of keys"),
        *("dict_type", "mapping_type", "model_type", "model_attributes_type", "dataclass_type"),
    ),
    **_kinds(
        _whole_number,
        *("int_type", "int_parsing", "int_from_float", "int_parsing_size"),
    ),
    **_kinds(
        _wanted("een getal", "a number"),
        *("float_type", "float_parsing", "decimal_type", "decimal_parsing", "finite_number"),
    ),
    **_kinds(_yes_or_no, "bool_type", "bool_parsing"),
    **_kinds(_choice, "literal_error", "enum"),
    **_kinds(
        _about("is geen datum die bestaat (jaar-maand-dag)", "is not a date that exists (year-month-day)"),
        *_DATES,
    ),
    **_kinds(_about("is geen dag die voorbij is", "is not a day that has passed"), "date_past"),
    **_kinds(_about("is geen dag die nog komt", "is not a day to come"), "date_future"),
    **_kinds(
        _about("is geen tijd (uren:minuten)", "is not a time (hours:minutes)"),
        *("time_type", "time_parsing"),
    ),
    **_kinds(
        _about("is geen webadres dat met https:// begint", "is not a web address that begins with https://"),
        *("url_type", "url_parsing", "url_syntax_violation", "url_scheme"),
    ),
    **_kinds(
        _about("heeft niet de vorm die hier hoort", "does not have the form that belongs here"),
        "string_pattern_mismatch",
    ),
    **_kinds(_short, "string_too_short"),
    **_kinds(_long, "string_too_long"),
    **_kinds(_few, "too_short"),
    **_kinds(_many, "too_long"),
    **_kinds(
        _about("is te klein: hier hoort meer dan {}", "is too small: more than {} belongs here", bound="gt"),
        "greater_than",
    ),
    **_kinds(
        _about("is te klein: hier hoort ten minste {}", "is too small: at least {} belongs here", bound="ge"),
        "greater_than_equal",
    ),
    **_kinds(
        _about("is te groot: hier hoort minder dan {}", "is too large: less than {} belongs here", bound="lt"),
        "less_than",
    ),
    **_kinds(
        _about("is te groot: hier hoort ten hoogste {}", "is too large: at most {} belongs here", bound="le"),
        "less_than_equal",
    ),
    **_kinds(_about("is geen veelvoud van {}", "is not a multiple of {}", bound="multiple_of"), "multiple_of"),
}
"""Any other kind is told by `_other`."""
