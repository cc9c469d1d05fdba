"""Keys and values of a profile as the people who sign a sheet say them."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any, get_args, get_origin

from pydantic.fields import FieldInfo

from voorlichter.artefacts.changes.values import Path
from voorlichter.languages import Languages, shipped
from voorlichter.model_problems.described import words_for
from voorlichter.problems import Language, Say
from voorlichter.profile import model
from voorlichter.profile.called import call_names, name_in
from voorlichter.profile.fields import Section
from voorlichter.profile.model import Profile
from voorlichter.site.phrases import Strings, say_day, say_hours, say_list
from voorlichter.slots.types import Url
from voorlichter.text import InLanguages

_SECTORS = {
    "care": Say("zorg", "care"),
    "childcare": Say("kinderopvang", "childcare"),
    "education": Say("onderwijs", "education"),
    "higher_education": Say("hoger onderwijs", "higher education"),
    "government": Say("overheid", "government"),
    "culture": Say("cultuur", "culture"),
    "sport": Say("sport", "sport"),
    "business": Say("bedrijfsleven", "business"),
    "logistics": Say("logistiek", "logistics"),
    "industry": Say("industrie", "industry"),
    "nonprofit": Say("non-profit", "non-profit"),
    "other": Say("anders", "other"),
}
_NOTHING = Say("geen", "none")
_USUAL = Say("zoals gewoonlijk", "as usual")
_NOT_SAID = ("id", "logo")
_OF_AN_ADVISOR = ("name", "kind", "phone", "email")
"""What does not, and what does help to know a whole section again."""
_SINGULAR = {
    "advisors": Say("Vertrouwenspersoon", "Advisor"),
    "locations": Say("Locatie", "Location"),
    "absences": Say("Afwezigheid", "Absence"),
    "topics": Say("Onderwerp", "Topic"),
}
_BELONGING = (
    "name",
    "phone",
    "email",
    "whatsapp",
    "signal",
    "photo",
    "photo_consent",
    "absences",
    "backup",
    "certificate",
    "locations",
)
"""Keys of an advisor whose titles name a thing: the telephone of Noor."""
_PLAIN = ("doors", "advisors", "topics")
"""Sections whose own title says nothing that the title below it does not."""


@dataclass(frozen=True, slots=True)
class ChangeWords:
    """`strings` are the site's own words for a value; `topics`, `doors` and `modules` the titles by id."""

    language: Language
    strings: Strings
    topics: Mapping[str, str]
    doors: Mapping[str, str]
    modules: Mapping[str, str]
    was: Profile
    now: Profile
    languages: Languages = field(default_factory=shipped)

    def label(self, path: Path) -> str:
        """`Telefoon van Noor`, `Organisatie: Naam`."""
        titles: list[str] = []
        kind: type[Section] = Profile
        holder = ""
        in_one_language = False
        for name in path:
            if holder:  # the key of one thing among others
                titles[-1] = self._singular(holder, name)
                holder = ""
                continue
            in_one_language = issubclass(kind, InLanguages)
            if in_one_language and name not in kind.model_fields:
                titles.append(self.languages[name].said.to(self.language))
                continue
            field = kind.model_fields[name]
            titles.append("" if name in _PLAIN and name != path[-1] else words_for(field, self.language)[0])
            kind = _section_of(field) or kind
            holder = name if get_origin(field.annotation) in (list, dict) else ""
        if in_one_language:
            titles[-2:] = [f"{titles[-2]} ({titles[-1]})"]
        if path[0] == "advisors" and len(path) > 2:
            name = self._called(path[1])
            return (
                f"{titles[-1]} {Say('van', 'of').to(self.language)} {name}"
                if path[2] in _BELONGING
                else f"{name}: {titles[-1]}"
            )
        if path in (("advisors",), ("organisation", "locations")):
            titles.append(Say("Volgorde", "Order").to(self.language))
        return ": ".join(filter(None, titles))

    def _singular(self, holder: str, key: str) -> str:
        if holder == "doors":
            return self.doors.get(key, key)
        said = _SINGULAR[holder].to(self.language)
        return f"{said} {self.topics.get(key, key)}" if holder == "topics" else said

    def _called(self, id_: str) -> str:
        return call_names(
            {advisor.id: advisor for profile in (self.was, self.now) for advisor in profile.advisors}.values()
        )[id_]

    def value(self, path: Path, value: Any) -> str:
        """What stands at a place of a profile, in one line."""
        if value is None and path[-1] == "inside":
            return _USUAL.to(self.language)
        if value is None or value == [] or value == "":
            return _NOTHING.to(self.language)
        say = self._by_key().get(path[-1])
        if say is not None and (
            isinstance(value, str | int)
            or isinstance(value, list)
            and not any(isinstance(item, Section) for item in value)
        ):
            return say(value)
        return self._plain(value)

    def _by_key(self) -> dict[str, Callable[[Any], str]]:
        t = self.strings

        def words(prefix: str) -> Callable[[Any], str]:
            return lambda keys: say_list(
                [t.get(f"{prefix}_{key}".lower(), str(key)) for key in (keys if isinstance(keys, list) else [keys])], t
            )

        def names(known: Mapping[str, str]) -> Callable[[Any], str]:
            return lambda keys: say_list(
                [known.get(key, key) for key in (keys if isinstance(keys, list) else [keys])], t
            )

        profiles = (self.was, self.now)
        return {
            "sector": lambda key: _SECTORS[key].to(self.language),
            "people_served": lambda key: t[f"served_{key}_many"],
            "kind": words("role"),
            "scope": words("scope"),
            "languages": words("lang"),
            "who_may_call": words("who"),
            "meeting_places": words("place"),
            "status": words("status"),
            "modules": names(self.modules),
            "locations": names(
                {
                    location.id: name_in(location.name, self.language)
                    for profile in profiles
                    for location in profile.organisation.locations
                }
            ),
            "backup": names({advisor.id: advisor.name for profile in profiles for advisor in profile.advisors}),
            "reply_within": lambda days: t["reply_day" if days == 1 else "reply_days"] % {"n": days},
            "pass_mark": lambda percent: f"{percent}%",
        }

    def _plain(self, value: Any) -> str:
        if isinstance(value, bool):
            return (Say("ja", "yes") if value else Say("nee", "no")).to(self.language)
        if isinstance(value, date):
            return say_day(value, self.strings)
        if isinstance(value, Url):
            return value.href
        if isinstance(value, model.WeekHours):
            return say_hours(value, self.strings) or _NOTHING.to(self.language)
        if isinstance(value, model.Absence):
            days = say_day(value.from_, self.strings), say_day(value.until, self.strings)
            return Say("van {} tot en met {}", "from {} until {}").to(self.language).format(*days)
        if isinstance(value, model.Certificate):
            return (
                Say("{}, geldig tot en met {}", "{}, valid until {}")
                .to(self.language)
                .format(value.registry, say_day(value.valid_until, self.strings))
            )
        if isinstance(value, model.LocalText | model.LocalName | model.LocalProse):
            return " / ".join(text for _, text in value.items())
        if isinstance(value, Section):
            return self._section(value)
        if isinstance(value, list):
            return self._list(value)
        return str(value)

    def _section(self, section: Section) -> str:
        """What is filled in and tells it from others: a name, how to reach it."""
        told = [
            (name, value)
            for name, value in section
            if (name in _OF_AN_ADVISOR if isinstance(section, model.Advisor) else name not in _NOT_SAID)
        ]
        said = [self.value((name,), value) for name, value in told if value not in (None, [], False)]
        return ", ".join(said)

    def _list(self, items: Sequence[Any]) -> str:
        return say_list(
            [
                name_in(item.name, self.language)
                if isinstance(item, model.Advisor | model.Location)
                else self._plain(item)
                for item in items
            ],
            self.strings,
        )


def _section_of(field: FieldInfo) -> type[Section] | None:
    """The section that a key holds, one or many of it."""
    waiting: list[Any] = [field.annotation]
    while waiting:
        kind = waiting.pop()
        if isinstance(kind, type) and issubclass(kind, Section):
            return kind
        waiting += get_args(kind)
    return None
