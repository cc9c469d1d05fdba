"""A profile that says all that may be said, with a hostile text wherever a text may stand."""

from __future__ import annotations

import types
import typing
from collections.abc import Callable
from datetime import date
from typing import Any

import yaml
from support import REPOSITORY

from voorlichter.profile.fields import Section
from voorlichter.profile.model import Profile
from voorlichter.slots.types import Mail, Tel, Url

HOSTILE = "\"><script>alert(1)</script><b onclick='x'> [[ org.name ]] [% if x %] {{ 7*7 }} %(org)s %s & &amp; {je|u} \\"
OWN = {
    "threshold": 5,
    "absences_ahead": 60,
    "framed_by": "https://intranet.zeester.example",
    "id": "noor",
    "backup": "sam",
    "color": "#0B5FA5",
    "second_color": "#F3D27A",
    "logo": "logo.svg",
    "photo": "noor.png",
    "reply_within": 2,
    "pass_mark": 80,
    "workforce": 80,
    "is_hr_or_manager": False,
    "public_body": True,
    "mon": "09:00-17:00",
    "tue": "09:00-17:00",
    "wed": "09:00-17:00",
    "thu": "09:00-17:00",
    "fri": "09:00-17:00",
    "sat": "09:00-17:00",
    "sun": "09:00-17:00",
    "modules": ["role"],
    "locations": None,
    "status": "C",
    "languages": ["nl", "en"],
    "valid_until": "2030-01-01",
    "form_of_address": "je",
}
"""Values that are no free text."""

DOORS = list(yaml.safe_load((REPOSITORY / "data" / "doors.yml").read_text(encoding="utf-8")))


class Filler:
    """Fills a model: every text with the hostile one and a number of its own."""

    def __init__(self, write: Callable[[int], str] | None = None) -> None:
        self.texts: dict[str, str] = {}
        self._write = write or (lambda number: f"{number}{HOSTILE}")

    def model(self, kind: type[Section], path: str) -> dict[str, Any]:
        return {
            field.alias or name: value
            for name, field in kind.model_fields.items()
            if (value := self.value(field.annotation, name, f"{path}.{name}")) is not None
        }

    def value(self, annotation: Any, name: str, path: str) -> Any:
        if typing.get_origin(annotation) is typing.Annotated:
            annotation = typing.get_args(annotation)[0]
        if isinstance(annotation, types.UnionType) or typing.get_origin(annotation) is typing.Union:
            return self.value(next(part for part in typing.get_args(annotation) if part is not type(None)), name, path)
        if name == "locations" and path == ".organisation.locations":
            return [{"id": "kade", "name": self.text(path)}, {"id": "werf", "name": self.text(f"{path}2")}]
        if name in OWN:
            return OWN[name]
        if isinstance(annotation, type) and issubclass(annotation, Section):
            return self.model(annotation, path)
        if typing.get_origin(annotation) is list:
            return [self.value(typing.get_args(annotation)[0], "", f"{path}[]")]
        if typing.get_origin(annotation) is dict:
            keys = {"doors": DOORS, "renamed": OWN["modules"]}.get(name, ["workload"])
            return {key: self.value(typing.get_args(annotation)[1], "", f"{path}.{key}") for key in keys}
        if typing.get_origin(annotation) is typing.Literal:
            return typing.get_args(annotation)[0]
        plain = {
            Tel: "020 000 00 01",
            Mail: "a&b'c@zeester.example",
            Url: "https://zeester.example/?a=1&b=2",
            bool: True,
            date: "2026-03-04",
        }
        return plain[annotation] if annotation in plain else self.text(path)

    def text(self, path: str) -> str:
        """Begins with its number, so that a first name is hostile and unique too."""
        self.texts[path] = self._write(len(self.texts))
        return self.texts[path]


def hostile_profile(write: Callable[[int], str] | None = None) -> tuple[dict[str, Any], dict[str, str]]:
    """With all that may be said, and every free text of it by its path; `write` makes one from its number."""
    filler = Filler(write)
    data = filler.model(Profile, "")
    first = data["advisors"][0]
    first["absences"] = [{"from": "2026-12-01", "until": "2026-12-09"}]
    second = {
        "id": "sam",
        "name": filler.text(".advisors[1].name"),
        "kind": "internal",
        "is_official": True,
        "phone": "020 000 00 02",
    }
    data["advisors"] = [first, second]
    data["speak_up_procedure"] |= {"phone": "020 000 00 03", "email": "melden@zeester.example"}
    return data, filler.texts
