"""Resolve a slot's dotted name against the model: its type, and which parts of it are optional."""

from __future__ import annotations

import dataclasses
import difflib
import functools
import types
import typing
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from voorlichter.slots.model import ByName, Slots


def name_for(id_: str) -> str:
    """An id as part of a slot's name, in which a hyphen would be a minus."""
    name = id_.replace("-", "_")
    return name if name[0].isalpha() else f"m_{name}"


@dataclass(frozen=True, slots=True)
class KnownSlot:
    """`type` is the slot's own; `optional` are the dotted prefixes that may be missing."""

    type: Any
    optional: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class UnknownSlot:
    """The first part of the name that does not exist, and the names that do."""

    part: str
    allowed: tuple[str, ...]

    def suggestion(self) -> str | None:
        close = difflib.get_close_matches(self.part.rpartition(".")[2], self.allowed, 1)
        return close[0] if close else None


@dataclass(frozen=True, slots=True)
class Names:
    """The model, with the ids that the data files add to its mappings (`help` → csg, …).

    `always` are dotted names that are optional in the model and always there in the data
    (`help.csg.phone`); `never` are those that the data lacks.
    """

    ids: Mapping[str, tuple[str, ...]] = field(hash=False)
    always: frozenset[str] = frozenset()
    never: frozenset[str] = frozenset()

    def resolve(self, dotted: str, variables: Mapping[str, Any]) -> KnownSlot | UnknownSlot:
        parts = dotted.split(".")
        optional: list[str] = []
        kind: Any = variables.get(parts[0])
        if kind is None:
            kind = Slots
        else:
            parts = parts[1:]
        done = dotted.split(".")[: len(dotted.split(".")) - len(parts)]
        for part in parts:
            prefix = ".".join(done)
            fields = self._fields(kind, prefix)
            done.append(part)
            here = ".".join(done)
            if part not in fields or here in self.never:
                return UnknownSlot(here, tuple(sorted(name for name in fields if f"{prefix}.{name}" not in self.never)))
            kind, is_optional = _strip_optional(fields[part])
            if is_optional and here not in self.always:
                optional.append(here)
        return KnownSlot(kind, tuple(optional))

    def _fields(self, kind: Any, prefix: str) -> Mapping[str, Any]:
        if dataclasses.is_dataclass(kind) and isinstance(kind, type):
            return _hints(kind)
        if typing.get_origin(kind) is ByName:
            value = typing.get_args(kind)[0]
            return dict.fromkeys(self.ids.get(prefix, ()), value)
        return {}


@functools.cache
def _hints(kind: type) -> dict[str, Any]:
    return typing.get_type_hints(kind)


def _strip_optional(hint: Any) -> tuple[Any, bool]:
    if isinstance(hint, types.UnionType) or typing.get_origin(hint) is typing.Union:
        rest = [part for part in typing.get_args(hint) if part is not type(None)]
        return (rest[0] if len(rest) == 1 else hint), len(rest) < len(typing.get_args(hint))
    return hint, False


def element_of(kind: Any) -> Any:
    """The type of the elements of a list slot, or None."""
    if typing.get_origin(kind) in (tuple, list):
        return typing.get_args(kind)[0]
    return None
