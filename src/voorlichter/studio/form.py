"""The form of a profile, made from the model: each key with its title, what it is for, an example, and the kind of field that takes it.

What the model does not say (order, grouping, how a word that may be chosen is called) stands in form.yml beside this file.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from types import UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints

import yaml
from pydantic import BaseModel
from pydantic.fields import FieldInfo

from voorlichter.languages import Languages
from voorlichter.model_problems.described import example_of, words_for
from voorlichter.model_problems.places import allowed_keys, choices, field_key, is_model, plain, union_members
from voorlichter.problems import LANGUAGES, Language, Say
from voorlichter.profile import fields
from voorlichter.profile.model import Advisor, LocalProse, Profile, WeekHours
from voorlichter.profile.topics import TopicKind
from voorlichter.text import InLanguages
from voorlichter.yaml_source import read_yaml

Field = Mapping[str, Any]
"""`path` of keys with `*` for an item of a list or a name in a mapping, `widget`, `title`, `why`, `example`, `required`, and what its widget needs."""

_WIDGETS: Mapping[Any, str] = {
    fields.Phone: "phone",
    fields.InternalNumber: "phone",
    fields.AppNumber: "phone",
    fields.Email: "email",
    fields.WebAddress: "address",
    fields.SiteAddress: "address",
    fields.Origins: "text",
    fields.YesNo: "yesno",
    fields.HexColor: "colour",
    fields.Day: "day",
    fields.FileName: "file",
    fields.Name: "text",
    fields.Sentence: "text",
    fields.Prose: "prose",
    fields.Identifier: "id",
    int: "number",
    WeekHours: "hours",
}
_ID = "id"
"""A name to refer to, which nobody needs to see: the studio gives it."""
_CHOSEN = {"backup": "advisors", "locations": "locations", "modules": "modules"}
"""Keys that hold ids of something else: of what."""


@dataclass(frozen=True, slots=True)
class Named:
    """What a workspace's data calls things, in the tool's two languages: what a form offers by name."""

    topics: Mapping[str, Say]
    kinds: Mapping[str, TopicKind]
    """Of each topic."""
    doors: Mapping[str, Say]
    modules: Mapping[str, Say]
    spoken: Mapping[str, Say]
    """Languages by their code, also those no site is in."""
    languages: Languages


def plan_form(language: Language, named: Named) -> list[dict[str, Any]]:
    """The groups in order, each with its `fields`; those with `more` stand behind a button."""
    maker = _FormMaker(language, named)
    return [
        {
            "id": group["id"],
            "title": group[language][0],
            "why": group[language][1],
            "fields": [
                {**maker.at(key), "more": part == "more"} for part in ("show", "more") for key in group.get(part, ())
            ],
        }
        for group in arrangement()["groups"]
    ]


@lru_cache(maxsize=1)
def arrangement() -> Mapping[str, Any]:
    """form.yml."""
    arranged: Mapping[str, Any] = yaml.safe_load((Path(__file__).parent / "form.yml").read_text(encoding="utf-8"))
    return arranged


@dataclass(frozen=True, slots=True)
class _FormMaker:
    language: Language
    named: Named

    def at(self, dotted: str) -> dict[str, Any]:
        model: Any = Profile
        owner: type[BaseModel] = Profile
        path: list[str] = []
        for key in dotted.split("."):
            owner = model
            path.append(key)
            model = plain(_declared(owner)[key])
        return self._field(tuple(path), owner)

    def _field(self, path: tuple[str, ...], owner: type[BaseModel]) -> dict[str, Any]:
        info = allowed_keys(owner)[path[-1]]
        assert info is not None, "every key of a model is a field"
        title, why = words_for(info, self.language)
        why = arrangement()["says"].get(".".join(path), {}).get(self.language, why)
        return {
            "path": list(path),
            "title": title,
            "why": why,
            "example": _shown(example_of(info, path[-1])),
            "required": info.is_required(),
            **self._kind(path, _declared(owner)[path[-1]], info),
        }

    def _kind(self, path: tuple[str, ...], declared: Any, info: FieldInfo) -> dict[str, Any]:
        """The widget, and what it needs to know."""
        key = path[-1]
        if key in _CHOSEN and not is_model(_item(declared)):
            several = get_origin(plain(declared)) is list
            offered = {"options": self._options("modules")} if key == "modules" else {}
            return {"widget": "several" if several else "one", "of": _CHOSEN[key], **offered}
        if (widget := next((name for kind, name in _WIDGETS.items() if kind == declared), None)) is not None:
            return {"widget": widget, "default": _default(info)}
        inner = plain(declared)
        members = union_members(declared)
        if members or (isinstance(inner, type) and issubclass(inner, InLanguages)):
            kind = "prose" if inner is LocalProse else "text"
            return {"widget": "worded", "kind": kind, "one": bool(members)}
        if words := choices(inner):
            return {"widget": "one", "options": self._words(key, words), "default": _default(info)}
        if get_origin(inner) is list:
            return self._list(path, get_args(inner)[0], info)
        if get_origin(inner) is dict:
            return {
                "widget": "named",
                "options": self._options(key),
                "fields": self._fields((*path, "*"), plain(get_args(inner)[1])),
            }
        assert is_model(inner), f"no field for {'.'.join(path)}"
        return {"widget": "section", "fields": self._fields(path, inner)}

    def _list(self, path: tuple[str, ...], item: Any, info: FieldInfo) -> dict[str, Any]:
        inner = plain(item)
        if is_model(inner):
            return {"widget": "list", "ids": _ID in allowed_keys(inner), "fields": self._fields((*path, "*"), inner)}
        words = choices(inner)
        if path[-1] == "languages":
            words = [*self.named.languages, *(code for code in words if code not in self.named.languages)]
            site = path[0] == "organisation"
            words = [code for code in words if code in self.named.languages] if site else words
        assert words, f"no choices for {'.'.join(path)}"
        return {"widget": "several", "options": self._words(path[-1], words), "default": _default(info)}

    def _fields(self, path: tuple[str, ...], model: type[BaseModel]) -> list[dict[str, Any]]:
        order = arrangement()["advisor"] if model is Advisor else {}
        names = [*order.get("show", [name for name in allowed_keys(model) if name != _ID]), *order.get("more", ())]
        return [{**self._field((*path, name), model), "more": name in order.get("more", ())} for name in names]

    def _words(self, key: str, words: list[str]) -> list[dict[str, str]]:
        if key == "languages":
            called = {**self.named.spoken, **{code: row.said for code, row in self.named.languages.items()}}
            return [{"value": code, "title": called[code].to(self.language)} for code in words]
        names = arrangement()["words"][key]
        return [{"value": word, "title": names[word][LANGUAGES.index(self.language)]} for word in words]

    def _options(self, key: str) -> list[dict[str, str]]:
        known: Mapping[str, Say] = getattr(self.named, "modules" if key == "renamed" else key)
        options = [{"value": id_, "title": said.to(self.language)} for id_, said in known.items()]
        if key != "topics":
            return options
        # What that part of the work is, only the scope of the advisors moves.
        kinds = self.named.kinds
        return [
            {**option, "usual": kinds[option["value"]].inside}
            for option in options
            if not kinds[option["value"]].is_core
        ]


def fields_in(form: list[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    """Every field of a form, those of sections and lists too."""
    pending = [field for group in form for field in group["fields"]]
    while pending:
        field = pending.pop()
        yield field
        pending += field.get("fields", ())


def _without_none(hint: Any) -> Any:
    """A type as it is declared, what is beside None alone."""
    members = [member for member in get_args(hint) if member is not type(None)]
    return members[0] if get_origin(hint) in (Union, UnionType) and len(members) == 1 else hint


def _item(declared: Any) -> Any:
    inner = plain(declared)
    return plain(get_args(inner)[0]) if get_origin(inner) is list else None


@lru_cache
def _declared(model: type[BaseModel]) -> Mapping[str, Any]:
    """The types of a model's keys with all that is said of them; pydantic's own fields lose the first Annotated."""
    hints = get_type_hints(model, include_extras=True)
    return {field_key(name, info): _without_none(hints[name]) for name, info in model.model_fields.items()}


def _default(info: FieldInfo) -> Any:
    value = info.get_default(call_default_factory=True) if not info.is_required() else None
    return value if isinstance(value, (bool, int, str, list)) else None


_KEY = re.compile(r"^[\w-]+: ?")


def _shown(example: str) -> str:
    """An example as it is typed into a field: without key and quotes; nothing where it is a mapping or list."""
    read = read_yaml(Path("example"), example.encode())
    value = next(iter(read.data.values())) if isinstance(read.data, dict) and read.data else None
    if isinstance(value, dict):
        value = value.get("nl")
    return value if isinstance(value, str) else ""
