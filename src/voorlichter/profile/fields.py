"""The kinds of value a profile's keys take, each with its check, and how a key is described in two languages."""

from __future__ import annotations

import re
import unicodedata
from datetime import date
from typing import Annotated, Any, Literal
from urllib.parse import quote, urlsplit

import phonenumbers
from email_validator import EmailNotValidError, validate_email
from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, PlainValidator, WithJsonSchema
from pydantic.fields import FieldInfo

from voorlichter.model_problems import Refused
from voorlichter.problems import Language, Say
from voorlichter.slots.types import Mail, Tel, Url

SpokenLanguage = Literal["nl", "en", "de", "fr", "es", "it", "pt", "pl", "ro", "bg", "tr", "ar", "ber", "uk", "ru", "fa", "ti", "so", "hi", "id", "zh", "fy", "pap", "srn", "dse"]
"""The languages that can be named, by their code."""


TO_FILL_IN = {"nl": "VUL IN", "en": "FILL IN"}
"""What stands in a new file where something must come."""


class Section(BaseModel):
    """A mapping in a profile. Unknown keys are mistakes; a checked profile does not change."""

    model_config = ConfigDict(extra="forbid", frozen=True, str_strip_whitespace=True)


def described(default: Any = ..., *, nl: tuple[str, str], en: tuple[str, str], example: str, **limits: Any) -> Any:
    """A key with its title and explanation in Dutch and English, and an example as it stands in the file."""
    extra: dict[str, Any] = {"nl": list(nl), "en": list(en), "example": example}
    if isinstance(default, (list, dict)) or (isinstance(default, type) and issubclass(default, BaseModel)):
        factory = default if isinstance(default, type) else (lambda: default)
        return Field(default_factory=factory, json_schema_extra=extra, **limits)
    return Field(default, json_schema_extra=extra, **limits)


def words_for(info: FieldInfo, language: Language) -> tuple[str, str]:
    """The title and the explanation of a key."""
    title, explanation = _described(info)[language]
    return str(title), str(explanation)


def explained(line: str, info: FieldInfo, language: Language) -> str:
    """A line of a new file, with what its key means beside it."""
    return line.ljust(44) + f"  # {'. '.join(words_for(info, language))}"


def example_of(info: FieldInfo, key: str) -> str:
    """A line as it can stand in the file."""
    example = str(_described(info)["example"])
    return example if example.startswith(f"{key}:") else f"{key}: {example}"


def _described(info: FieldInfo) -> dict[str, Any]:
    assert isinstance(info.json_schema_extra, dict), "every key is described"
    return info.json_schema_extra


_SHORT_NUMBER = re.compile(r"\d{3,6}")
_NUMBER = re.compile(r"[+(\d][\d\s().-]*")


def check_phone(value: object) -> Tel:
    """A number that can be rung from the Netherlands, written the way people read it there."""
    if isinstance(value, Tel):
        return value
    if not isinstance(value, str) or not _NUMBER.fullmatch(value.strip()):
        raise Refused(Say("dit is geen telefoonnummer", "this is not a telephone number"))
    try:
        number = phonenumbers.parse(value, "NL")
    except phonenumbers.NumberParseException:
        number = None
    if number is None or not phonenumbers.is_valid_number(number):
        raise Refused(Say(f"“{value}” kan niet gebeld worden: het heeft te veel of te weinig cijfers, of het begin bestaat niet",
                          f"“{value}” cannot be rung: it has too many or too few digits, or its beginning does not exist"))
    dutch = number.country_code == 31
    shown = phonenumbers.format_number(
        number, phonenumbers.PhoneNumberFormat.NATIONAL if dutch else phonenumbers.PhoneNumberFormat.INTERNATIONAL)
    # 0800 and 0900 numbers answer inside the country only, so they are rung as they are written.
    local = dutch and re.match(r"0[89]00", shown)
    dialled = re.sub(r"\D", "", shown) if local else phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)
    return Tel(shown, f"tel:{dialled}")


def check_internal_number(value: object) -> Tel:
    """An internal alarm number is often short: 2222."""
    if isinstance(value, str) and _SHORT_NUMBER.fullmatch(value.strip()):
        return Tel(value.strip(), f"tel:{value.strip()}")
    return check_phone(value)


def check_mail(value: object) -> Mail:
    """An address that can be mailed by its form; nothing is looked up."""
    if isinstance(value, Mail):
        return value
    try:
        # test_environment lets .test and .example names through: examples use them on purpose.
        checked = validate_email(str(value), check_deliverability=False, test_environment=True)
    except EmailNotValidError:
        inside = re.findall(r"[^\s<>,;:\"]+@[^\s<>,;:\"@]+\.[^\s<>,;:\"@]+", str(value))
        alone = inside[0] if len(inside) == 1 and inside[0] != str(value) and str(value).count("@") == 1 else None
        raise Refused(Say(f"“{value}” is geen e-mailadres", f"“{value}” is not an e-mail address"),
                      Say(f"schrijf: email: {alone}", f"write: email: {alone}") if alone else None) from None
    # A ? or & before the @ would begin a subject or a body.
    return Mail(checked.normalized, f"mailto:{quote(checked.normalized, safe='@+')}")


def check_url(value: object) -> Url:
    """An https address, without a name and password in it."""
    if isinstance(value, Url):
        return value
    text = str(value).strip()
    try:
        parts = urlsplit(text)
        host = parts.hostname or ""
    except ValueError:
        parts, host = urlsplit(""), ""
    if parts.scheme == "http":
        raise Refused(Say("een webadres begint hier met https://", "a web address begins with https:// here"),
                      Say(f"schrijf: https://{text.removeprefix('http://')}", f"write: https://{text.removeprefix('http://')}"))
    if parts.scheme != "https" or "." not in host or parts.username is not None or re.search(r"[\s<>\"'\\]", text):
        raise Refused(Say(f"“{text}” is geen webadres", f"“{text}” is not a web address"),
                      Say(f"schrijf: https://{text}", f"write: https://{text}") if re.fullmatch(r"www\.[\w.-]+(/\S*)?", text) else None)
    return Url(host.removeprefix("www.") + (parts.path if len(parts.path) > 1 else ""), text)


def check_yes_no(value: object) -> bool:
    words = {"true": True, "yes": True, "ja": True, "false": False, "no": False, "nee": False}
    if isinstance(value, bool):
        return value
    if str(value).lower() not in words:
        raise Refused(Say(f"hier staat ja of nee, niet “{value}”", f"this is yes or no, not “{value}”"),
                      Say("schrijf: true of false", "write: true or false"))
    return words[str(value).lower()]


def check_color(value: object) -> str:
    text = str(value).strip()
    if not re.fullmatch(r"#[0-9a-fA-F]{6}|#[0-9a-fA-F]{3}", text):
        bare = re.fullmatch(r"[0-9a-fA-F]{6}|[0-9a-fA-F]{3}", text)
        raise Refused(Say(f"“{text}” is geen kleur", f"“{text}” is not a colour"),
                      Say(f'schrijf: color: "#{text}"', f'write: color: "#{text}"') if bare else None)
    return text.lower()


def check_date(value: object) -> date:
    if isinstance(value, date):
        return value
    text = str(value).strip()
    fix = _meant_day(text) or "2027-01-31"
    how = Say(f'schrijf jaar-maand-dag, bijvoorbeeld "{fix}"', f'write year-month-day, for example "{fix}"')
    if not re.fullmatch(r"\d{4}-\d{2}-\d{2}", text):
        raise Refused(Say(f"“{text}” is niet geschreven als jaar-maand-dag", f"“{text}” is not written as year-month-day"), how)
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise Refused(Say(f"de dag {text} bestaat niet", f"the day {text} does not exist"), how) from None


def _meant_day(text: str) -> str | None:
    """The day that was meant by `31-1-2027` or `2027-1-31`, where there is one."""
    turned = re.fullmatch(r"(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})", text)
    loose = re.fullmatch(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})", text)
    parts = turned.group(3, 2, 1) if turned else loose.groups() if loose else None
    try:
        return date(*map(int, parts)).isoformat() if parts else None
    except ValueError:
        return None


_HOURS = re.compile(r"([01]\d|2[0-3]):[0-5]\d-([01]\d|2[0-3]):[0-5]\d")


def check_hours(value: object) -> str:
    """One or more spans of a day, `09:00-12:30, 13:30-17:00`, in order."""
    spans = [part.strip() for part in str(value).split(",")]
    if not all(_HOURS.fullmatch(span) for span in spans):
        raise Refused(Say(f"“{value}” is niet te lezen als uren", f"“{value}” cannot be read as hours"),
                      Say('schrijf: "09:00-17:00", of met een pauze "09:00-12:30, 13:30-17:00"',
                          'write: "09:00-17:00", or with a break "09:00-12:30, 13:30-17:00"'))
    times = [time for span in spans for time in span.split("-")]
    if times != sorted(set(times)):
        raise Refused(Say(f"de tijden in “{value}” lopen niet op", f"the times in “{value}” do not go up"),
                      Say('schrijf begin en einde in volgorde: "09:00-17:00"', 'write start and end in order: "09:00-17:00"'))
    return ", ".join(spans)


_IDENTIFIER = r"^[a-z][a-z0-9-]{0,39}$"


def check_identifier(value: object) -> object:
    """A name to refer to; pydantic tells what is no text at all."""
    if isinstance(value, str) and value and not re.match(_IDENTIFIER, value):
        plain = unicodedata.normalize("NFKD", value.lower()).encode("ascii", "ignore").decode()
        better = re.sub(r"[^a-z0-9]+", "-", plain).strip("-0123456789")[:40].strip("-")
        raise Refused(Say(f"“{value}” is geen kenmerk: dat begint met een kleine letter en heeft verder kleine letters, cijfers en streepjes",
                          f"“{value}” is no id: that begins with a lower-case letter, followed by lower-case letters, digits and hyphens"),
                      Say(f"schrijf: {better}", f"write: {better}") if better else None)
    return value


_TEXT_SCHEMA: dict[str, Any] = {"type": "string"}

Phone = Annotated[Tel, PlainValidator(check_phone), WithJsonSchema(_TEXT_SCHEMA)]
InternalNumber = Annotated[Tel, PlainValidator(check_internal_number), WithJsonSchema(_TEXT_SCHEMA)]
Email = Annotated[Mail, PlainValidator(check_mail), WithJsonSchema({"type": "string", "format": "email"})]
WebAddress = Annotated[Url, PlainValidator(check_url), WithJsonSchema({"type": "string", "pattern": "^https://"})]
YesNo = Annotated[bool, BeforeValidator(check_yes_no), WithJsonSchema({"type": "boolean"})]
HexColor = Annotated[str, BeforeValidator(check_color), WithJsonSchema({"type": "string", "pattern": "^#([0-9a-fA-F]{6}|[0-9a-fA-F]{3})$"})]
Day = Annotated[date, BeforeValidator(check_date), WithJsonSchema({"type": "string", "format": "date"})]
Hours = Annotated[str, BeforeValidator(check_hours), WithJsonSchema({"type": "string", "pattern": "^\\d\\d:\\d\\d-\\d\\d:\\d\\d"})]
Name = Annotated[str, Field(min_length=1, max_length=120)]
Sentence = Annotated[str, Field(min_length=1, max_length=600)]
Prose = Annotated[str, Field(min_length=1, max_length=6000)]
Identifier = Annotated[str, BeforeValidator(check_identifier), Field(pattern=_IDENTIFIER)]
FileName = Annotated[str, Field(min_length=1, max_length=200)]
