"""A new profile, from the answers of an intake: what was answered, and as comments all that can be added later."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any, Literal

from pydantic import BaseModel

from voorlichter.model_problems.described import described, example_of, explained, words_for
from voorlichter.person_names import read_name
from voorlichter.plain_letters import hyphenated
from voorlichter.problems import Language
from voorlichter.profile.fields import TO_FILL_IN, Email, FileName, HexColor, Identifier, Name, Phone, Section, YesNo
from voorlichter.profile.model import Advisor, Brand, LanguageCode, OrganisationSection, Profile, Sector

Scope = list[Literal["conduct", "integrity"]]
SCHEMA_FILE = "profile.schema.json"
ADVISOR_SCHEMA_FILE = "advisor.schema.json"


class IntakeAnswers(Section):
    """What an intake asks, in the order in which it is asked. Everything can be left open and filled in later."""

    name: Name | None = described(
        None,
        nl=("Naam", "Hoe heet de organisatie?"),
        en=("Name", "What is the organisation called?"),
        example="name: Stichting Zorggroep De Vuurtoren",
    )
    short_name: Name | None = described(
        None,
        nl=("Roepnaam", "Hoe noemt iedereen haar?"),
        en=("Short name", "What does everybody call it?"),
        example="short_name: De Vuurtoren",
    )
    sector: Sector | None = described(
        None, nl=("Sector", "Welke sector?"), en=("Sector", "Which sector?"), example="sector: care"
    )
    public_body: YesNo | None = described(
        None,
        nl=("Overheid", "Is het een overheidsinstantie?"),
        en=("Public body", "Is it a public body?"),
        example="public_body: false",
    )
    workforce: int | None = described(
        None,
        nl=("Aantal werkenden", "Hoeveel mensen werken er?"),
        en=("Working persons", "How many people work there?"),
        example="workforce: 180",
        ge=1,
        le=1_000_000,
    )
    form_of_address: Literal["je", "u"] | None = described(
        None,
        nl=("Aanspreekvorm", "Spreekt de site mensen aan met je of u?"),
        en=("Form of address", "Does the Dutch site say je or u?"),
        example="form_of_address: je",
    )
    languages: list[LanguageCode] | None = described(
        None,
        nl=("Talen", "Welke talen? (nl, of nl en)"),
        en=("Languages", "Which languages? (nl, or nl en)"),
        example="languages: [nl, en]",
        min_length=1,
    )
    color: HexColor | None = described(
        None,
        nl=("Huiskleur", "Welke kleur, zoals #0B5FA5?"),
        en=("Brand colour", "Which colour, like #0B5FA5?"),
        example='color: "#0B5FA5"',
    )
    logo: FileName | None = described(
        None,
        nl=("Logo", "Waar staat het logo? (een bestand)"),
        en=("Logo", "Where is the logo? (a file)"),
        example="logo: logo.svg",
    )
    use: Identifier | None = described(
        None,
        nl=("Gedeelde vertrouwenspersoon", "Staat de vertrouwenspersoon al in advisors/? Welke naam?"),
        en=("Shared advisor", "Is the advisor in advisors/ already? Which name?"),
        example="use: noor",
    )
    advisor_name: Name | None = described(
        None,
        nl=("Vertrouwenspersoon", "Hoe heet de vertrouwenspersoon?"),
        en=("Advisor", "What is the advisor's name?"),
        example="advisor_name: Noor Voorbeeld",
    )
    advisor_kind: Literal["internal", "external"] | None = described(
        None,
        nl=("Intern of extern", "Werkt die bij de organisatie (internal) of niet (external)?"),
        en=("Internal or external", "Do they work there (internal) or not (external)?"),
        example="advisor_kind: external",
    )
    advisor_phone: Phone | None = described(
        None,
        nl=("Telefoon", "Welk nummer bellen mensen?"),
        en=("Telephone", "Which number do people call?"),
        example='advisor_phone: "020 000 00 01"',
    )
    advisor_email: Email | None = described(
        None,
        nl=("E-mail", "Welk e-mailadres?"),
        en=("E-mail", "Which e-mail address?"),
        example="advisor_email: noor@praktijk-luister.example",
    )
    advisor_scope: Scope | None = described(
        None,
        nl=("Waarvoor", "Waarvoor is die er? conduct (omgangsvormen), integrity (integriteit), of beide"),
        en=("Scope", "What are they for? conduct (behaviour), integrity, or both"),
        example="advisor_scope: [conduct, integrity]",
        min_length=1,
    )
    advisor2_use: Identifier | None = described(
        None,
        nl=("Gedeelde tweede", "Staat een tweede vertrouwenspersoon in advisors/? Welke naam?"),
        en=("Shared second advisor", "Is a second advisor in advisors/? Which name?"),
        example="advisor2_use: sam",
    )
    advisor2_name: Name | None = described(
        None,
        nl=("Tweede vertrouwenspersoon", "Is er een tweede vertrouwenspersoon? Hoe heet die? (geen: Enter)"),
        en=("Second advisor", "Is there a second advisor? What is their name? (none: Enter)"),
        example="advisor2_name: Sam Elders",
    )
    advisor2_kind: Literal["internal", "external"] | None = described(
        None,
        nl=("Intern of extern", "Werkt de tweede bij de organisatie (internal) of niet (external)?"),
        en=("Internal or external", "Does the second work there (internal) or not (external)?"),
        example="advisor2_kind: internal",
    )
    advisor2_phone: Phone | None = described(
        None,
        nl=("Telefoon", "Welk nummer heeft de tweede?"),
        en=("Telephone", "What is the second one's number?"),
        example='advisor2_phone: "020 000 00 02"',
    )
    advisor2_email: Email | None = described(
        None,
        nl=("E-mail", "Welk e-mailadres heeft de tweede?"),
        en=("E-mail", "What is the second one's e-mail address?"),
        example="advisor2_email: sam@elders.example",
    )
    advisor2_scope: Scope | None = described(
        None,
        nl=("Waarvoor", "Waarvoor is de tweede er? conduct, integrity, of beide"),
        en=("Scope", "What is the second one for? conduct, integrity, or both"),
        example="advisor2_scope: [conduct, integrity]",
        min_length=1,
    )
    advisor2_is_backup: YesNo | None = described(
        None,
        nl=("Vervanger", "Vervangt de tweede de eerste als die weg is? (ja of nee)"),
        en=("Backup", "Does the second stand in when the first is away? (yes or no)"),
        example="advisor2_is_backup: true",
    )


def render_scaffold(answers: IntakeAnswers, language: Language) -> str:
    """The text of a profile.yml. What must be there and was not answered says VUL IN."""
    open_ = TO_FILL_IN[language]
    given: dict[str, tuple[type[BaseModel], dict[str, Any]]] = {
        "organisation": (
            OrganisationSection,
            {
                "name": answers.name or open_,
                "short_name": answers.short_name,
                "sector": answers.sector,
                "public_body": answers.public_body,
                "workforce": answers.workforce or open_,
                "form_of_address": answers.form_of_address,
                "languages": answers.languages,
            },
        ),
        "brand": (Brand, {"color": answers.color, "logo": answers.logo}),
    }
    parts = [f"# yaml-language-server: $schema=../../{SCHEMA_FILE}", *_introduction(language)]
    for key, info in Profile.model_fields.items():
        title, explanation = words_for(info, language)
        parts += ["", f"# {title}. {explanation}"]
        if key == "advisors":
            parts += _advisors(answers, open_, language)
        elif key in given and any(value is not None for value in given[key][1].values()):
            parts.append(f"{key}:")
            parts += _section(*given[key], language)
        elif key == "form":
            parts.append(example_of(info, key))
        else:
            parts.append(f"# {example_of(info, key)}")
    return "\n".join(parts) + "\n"


def _introduction(language: Language) -> list[str]:
    return {
        "nl": [
            "# Dit bestand is de hele website. Achter een # staat uitleg; haal de # weg om een regel te gebruiken.",
            "# Controleer met: voorlichter check    Bekijk met: voorlichter serve    Maak met: voorlichter build",
        ],
        "en": [
            "# This file is the whole website. After a # stands an explanation; remove the # to use a line.",
            "# Check with: voorlichter check    Look at it with: voorlichter serve    Make it with: voorlichter build",
        ],
    }[language]


def _section(model: type[BaseModel], values: dict[str, Any], language: Language) -> Iterator[str]:
    for name, info in model.model_fields.items():
        key = info.alias or name
        value = values.get(key)
        line = f"{key}: {as_written(value)}" if value is not None else f"# {example_of(info, key)}"
        yield explained(f"  {line}", info, language)


def _advisors(answers: IntakeAnswers, open_: str, language: Language) -> Iterator[str]:
    yield "advisors:"
    first = _advisor(
        answers.use,
        answers.advisor_name,
        answers.advisor_kind,
        answers.advisor_phone,
        answers.advisor_email,
        answers.advisor_scope,
        open_,
    )
    people = [first]
    if answers.advisor2_use or answers.advisor2_name:
        second = _advisor(
            answers.advisor2_use,
            answers.advisor2_name,
            answers.advisor2_kind,
            answers.advisor2_phone,
            answers.advisor2_email,
            answers.advisor2_scope,
            open_,
        )
        name = second.get("use") or second["id"]
        if "id" in second and name == (first.get("use") or first["id"]):
            second["id"] = name = f"{name}-2"
        if answers.advisor2_is_backup:
            first["backup"] = name
        people.append(second)
    for person in people:
        lines = (
            (f"  {key}: {as_written(value)}" for key, value in person.items())
            if "use" in person
            else _section(Advisor, person, language)
        )
        for index, line in enumerate(lines):
            yield f"  - {line.lstrip()}" if index == 0 else f"  {line}"


def _advisor(
    use: str | None, name: str | None, kind: str | None, phone: Any, email: Any, scope: Scope | None, open_: str
) -> dict[str, Any]:
    if use:
        return {"use": use}
    called = hyphenated(read_name(name).called, 40) if name else ""
    identifier = "".join(letter for letter in called if letter.isalpha())[:30]
    return {
        "id": identifier or "advisor",
        "name": name or open_,
        "kind": kind or open_,
        "scope": scope,
        "phone": phone or (None if email else open_),
        "email": email,
    }


def as_written(value: Any) -> str:
    """A value as it stands in a file."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, list):
        return "[" + ", ".join(map(as_written, value)) + "]"
    text = str(value)
    plain = (
        text.replace("-", "").replace("_", "").isalpha()
        and text.isascii()
        and text.lower() not in ("true", "false", "yes", "no", "null")
    )
    return text if plain or text.isdigit() and not text.startswith("0") else json.dumps(text, ensure_ascii=False)
