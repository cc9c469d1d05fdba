"""What to write: a line as it may stand in the file, and the known word that was meant."""

from __future__ import annotations

import difflib
import json
import re
from collections.abc import Iterable, Mapping
from datetime import date, datetime, time
from typing import Any, get_origin

from pydantic.fields import FieldInfo

from voorlichter.model_problems.also_called import ALSO_CALLED
from voorlichter.model_problems.places import ModelPlace, allowed_keys, choices, is_model, plain, union_members
from voorlichter.problems import Say

_SIMPLE = {bool: "true", int: "1", float: "1.5", date: "2026-03-31", datetime: "2026-03-31", time: '"09:00"'}


def line_for(place: ModelPlace) -> Say:
    """The fix for a value that is missing or wrong and tells nothing itself: an example, called one."""
    if not place.path:
        keys = ", ".join(allowed_keys(place.annotation))
        return Say(f"schrijf regels met sleutel: waarde ({keys})", f"write lines with key: value ({keys})")
    key, own = place.path[-1], _extra(place.field).get("example")
    if place.field is not None and (own or key == place.name):
        line = sample(place.name, place.field)
    else:
        line = _value(place.annotation) if isinstance(key, int) else f"{key}: {_value(place.annotation)}"
    return Say(f"schrijf bijvoorbeeld: {line}", f"write for example: {line}")


def written(place: ModelPlace, value: str | list[str]) -> Say:
    """The fix where it is certain what was meant: the line with that value, which can be copied as it is."""
    text = f"[{', '.join(map(as_yaml, value))}]" if isinstance(value, list) else as_yaml(value)
    key = place.path[-1] if place.path else ""
    line = f"{key}: {text}" if isinstance(key, str) and key else text
    return Say(f"schrijf: {line}", f"write: {line}")


def sample(name: str, field: FieldInfo) -> str:
    """A line for a field: its own example, or one made from its type."""
    own = _extra(field).get("example")
    return str(own) if own else f"{name}: {_value(field.annotation)}"


def _value(annotation: Any, *, inner: bool = False) -> str:
    annotation = plain(annotation)
    if members := union_members(annotation):
        return _value(members[0], inner=inner)
    if words := choices(annotation):
        return words[0]
    if is_model(annotation) and not inner:
        fields = {key: field for key, field in allowed_keys(annotation).items() if field and field.is_required()}
        pairs = (f"{key}: {_value(field.annotation, inner=True)}" for key, field in fields.items())
        return "{" + ", ".join(pairs) + "}"
    origin = get_origin(annotation) or annotation
    if origin in (list, tuple, set, frozenset):
        return "[…]"
    return "{…}" if origin is dict or is_model(origin) else _SIMPLE.get(origin, '"…"')


def title(field: FieldInfo | None, language: str) -> str:
    """What a field is called in a language, where the model says so."""
    words = _extra(field).get(language)
    return str(words[0]) if isinstance(words, (list, tuple)) and words else ""


def _extra(field: FieldInfo | None) -> Mapping[str, Any]:
    extra = field.json_schema_extra if field is not None else None
    return extra if isinstance(extra, Mapping) else {}


def closest_word(word: object, known: Iterable[str]) -> str | None:
    """The known word that was misspelt, or is called so in Dutch or English."""
    if not isinstance(word, str):
        return None
    names = {folded(name): name for name in known}
    for meant in ALSO_CALLED.get(folded(word), ()):
        if meant in names.values():
            return meant
    near = difflib.get_close_matches(folded(word), names, n=1, cutoff=0.7)
    return names[near[0]] if near else None


def closest_key(key: str, known: Mapping[str, FieldInfo | None]) -> str | None:
    """The known key that was misspelt, or called by its Dutch or English title or the start of that."""
    near = closest_word(key, known)
    if near:
        return near
    titles = {name: (folded(title(field, "nl")), folded(title(field, "en"))) for name, field in known.items()}
    whole = [name for name, called in titles.items() if folded(key) in called]
    short = [
        name
        for name, called in titles.items()
        if len(folded(key)) > 1 and any(word.startswith(folded(key)) for word in called)
    ]
    return whole[0] if whole else short[0] if len(short) == 1 else None


def folded(name: str) -> str:
    """`Pass-Mark` and `pass_mark` are the same to a person."""
    return re.sub(r"[\W_]+", "_", name.casefold()).strip("_")


def quoted(value: Any) -> Say:
    """What stands there, short."""
    if isinstance(value, list):
        return Say("een lijst", "a list")
    if isinstance(value, Mapping):
        return Say("een blok met sleutels", "a block of keys")
    text = " ".join(str(value).split())
    text = f'"{text[:37]}…"' if len(text) > 40 else f'"{text}"'
    return Say(text, text)


def as_yaml(text: str) -> str:
    """A text as a value may be written on one line; in quotes where YAML could take it for something else."""
    bare = re.fullmatch(r"[A-Za-z][\w.-]*|[1-9][0-9]*|0", text) and text.lower() not in (
        "null",
        "yes",
        "no",
        "on",
        "off",
        "y",
        "n",
    )
    return text if bare else json.dumps(text, ensure_ascii=False)
