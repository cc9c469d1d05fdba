"""The kinds of value a profile's keys take, each with its check, and how a key is described in two languages."""

from __future__ import annotations

import re
from datetime import date
from typing import Annotated, Any, Literal, get_args

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    PlainValidator,
    WithJsonSchema,
    WrapValidator,
)

from voorlichter.languages import or_known
from voorlichter.model_problems import Refused
from voorlichter.plain_letters import hyphenated
from voorlichter.problems import Say
from voorlichter.profile.values.addresses import check_mail, check_origins, check_site_url, check_url
from voorlichter.profile.values.colours import check_color
from voorlichter.profile.values.days import check_date
from voorlichter.profile.values.hours import PATTERN as HOURS_PATTERN
from voorlichter.profile.values.hours import check_hours
from voorlichter.profile.values.plain import plain_text
from voorlichter.profile.values.telephone import check_app_number, check_internal_number, check_phone
from voorlichter.slots.types import Mail, Tel, Url

SpokenLanguage = Annotated[
    Literal[
        "nl",
        "en",
        "de",
        "fr",
        "es",
        "it",
        "pt",
        "pl",
        "ro",
        "bg",
        "tr",
        "ar",
        "ber",
        "uk",
        "ru",
        "fa",
        "ti",
        "so",
        "hi",
        "id",
        "zh",
        "fy",
        "pap",
        "srn",
        "dse",
    ],
    WrapValidator(or_known),
]
"""The languages that can be named, by their code: these, and every language of a site."""
SPOKEN: tuple[str, ...] = get_args(get_args(SpokenLanguage)[0])


TO_FILL_IN = {"nl": "VUL IN", "en": "FILL IN"}
"""What stands in a new file where something must come."""


class Section(BaseModel):
    """A mapping in a profile. Unknown keys are mistakes; a checked profile does not change."""

    model_config = ConfigDict(extra="forbid", frozen=True, str_strip_whitespace=True)


def check_yes_no(value: object) -> object:
    """Yes and no in words; pydantic tells what is neither."""
    words = {"true": True, "yes": True, "ja": True, "false": False, "no": False, "nee": False}
    return words.get(str(value).strip().lower(), value)


def check_name(value: str) -> str:
    """A name is read aloud and looked up: it holds nothing that nobody sees."""
    return plain_text(value, "deze naam", "this name")


def check_file_name(value: str) -> str:
    return plain_text(value, "deze bestandsnaam", "this file name")


_IDENTIFIER = r"^[a-z][a-z0-9-]{0,39}$"


def check_identifier(value: object) -> object:
    """A name to refer to; pydantic tells what is no text at all."""
    if isinstance(value, str) and value and not re.match(_IDENTIFIER, value):
        better = hyphenated(value, 60).strip("-0123456789")[:40].strip("-")
        raise Refused(
            Say(
                f"“{value}” is geen kenmerk: dat begint met een kleine letter en heeft verder kleine letters, cijfers en streepjes",
                f"“{value}” is no id: that begins with a lower-case letter, followed by lower-case letters, digits and hyphens",
            ),
            value=better or None,
        )
    return value


# What the JSON Schema lets stand; an editor may read a value without quotes as a number.
_TEXT_OR_NUMBER: dict[str, Any] = {"type": ["string", "integer"]}
_HTTPS = {"type": "string", "pattern": "^\\s*[Hh][Tt][Tt][Pp][Ss]://"}
_YES_OR_NO = {
    "anyOf": [
        {"type": "boolean"},
        {
            "type": "string",
            "pattern": "^([Jj][Aa]|[Nn][Ee][Ee]|[Yy][Ee][Ss]|[Nn][Oo]|[Tt][Rr][Uu][Ee]|[Ff][Aa][Ll][Ss][Ee])$",
        },
    ]
}

Phone = Annotated[Tel, PlainValidator(check_phone), WithJsonSchema(_TEXT_OR_NUMBER)]
InternalNumber = Annotated[Tel, PlainValidator(check_internal_number), WithJsonSchema(_TEXT_OR_NUMBER)]
AppNumber = Annotated[Tel, PlainValidator(check_app_number), WithJsonSchema(_TEXT_OR_NUMBER)]
Email = Annotated[Mail, PlainValidator(check_mail), WithJsonSchema({"type": "string", "format": "email"})]
WebAddress = Annotated[Url, PlainValidator(check_url), WithJsonSchema(_HTTPS)]
SiteAddress = Annotated[Url, PlainValidator(check_site_url), WithJsonSchema(_HTTPS)]
Origins = Annotated[
    tuple[str, ...],
    PlainValidator(check_origins),
    WithJsonSchema({"anyOf": [_HTTPS, {"type": "array", "items": _HTTPS}]}),
]
YesNo = Annotated[bool, BeforeValidator(check_yes_no), WithJsonSchema(_YES_OR_NO)]
HexColor = Annotated[
    str,
    BeforeValidator(check_color),
    WithJsonSchema({"type": "string", "pattern": "^#([0-9a-fA-F]{6}|[0-9a-fA-F]{3})$"}),
]
Day = Annotated[date, BeforeValidator(check_date), WithJsonSchema({"type": "string", "format": "date"})]
Hours = Annotated[str, BeforeValidator(check_hours), WithJsonSchema({"type": "string", "pattern": HOURS_PATTERN})]
Name = Annotated[str, Field(min_length=1, max_length=120), AfterValidator(check_name)]
Sentence = Annotated[str, Field(min_length=1, max_length=600)]
Prose = Annotated[str, Field(min_length=1, max_length=6000)]
Identifier = Annotated[str, Field(pattern=_IDENTIFIER), BeforeValidator(check_identifier)]
FileName = Annotated[str, Field(min_length=1, max_length=200), AfterValidator(check_file_name)]
