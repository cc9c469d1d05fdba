"""Every key of a profile, of a shared advisor and of a training module as pages of the manual, made from the models themselves.

The order and the groups are those of the studio's form; what the models do not say stands in manual/reference.yml.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from types import UnionType
from typing import Annotated, Any, Union, get_args, get_origin, get_type_hints

import yaml
from environment import ROOT
from pydantic import BaseModel, PositiveInt
from pydantic.fields import FieldInfo

from voorlichter.model_problems.described import example_of, words_for
from voorlichter.model_problems.places import choices, field_key, is_model, plain, union_members
from voorlichter.problems import Language
from voorlichter.profile import fields, model
from voorlichter.quiz import model as quiz
from voorlichter.quiz import parts
from voorlichter.studio.form import Named, arrangement, fields_in, plan_form
from voorlichter.text import InLanguages, Text

ANY = "*"
"""One of a list, or a name in a mapping."""
_LOCAL = (model.LocalName, model.LocalText, model.LocalProse, Text)
_PLAIN = {"PositiveInt": PositiveInt, "int": int, "bool": bool, "LanguageCode": model.LanguageCode}


@dataclass(frozen=True, slots=True)
class Key:
    """A key of a model, where it may stand."""

    path: tuple[str, ...]
    declared: Any
    """Its type, with all that is said of it."""
    info: FieldInfo

    @property
    def anchor(self) -> str:
        return ".".join(part for part in self.path if part != ANY)

    def __str__(self) -> str:
        return ".".join(self.path)


def find_keys(owner: type[BaseModel], path: tuple[str, ...] = ()) -> Iterator[Key]:
    """Every key of a model and of the models in it, in their order; what is said in several languages is one key."""
    hints = get_type_hints(owner, include_extras=True)
    for name, info in owner.model_fields.items():
        here = (*path, field_key(name, info))
        key = Key(here, hints[name], info)
        yield key
        several, inner = _inside(key)
        if inner is not None:
            yield from find_keys(inner, (*here, ANY) if several else here)


def _inside(key: Key) -> tuple[bool, type[BaseModel] | None]:
    """The model that a key holds, and whether it holds several."""
    held = plain(key.declared)
    if is_model(held) and not issubclass(held, InLanguages):
        return False, held
    item = (
        plain(get_args(held)[-1 if get_origin(held) is dict else 0])
        if get_origin(held) in (list, tuple, dict)
        else None
    )
    # Questions are of many types, which have pages of their own.
    return (True, item) if is_model(item) and not issubclass(item, InLanguages) else (True, None)


def render_reference(language: Language, named: Named) -> dict[str, str]:
    """Pages by their name, the first with all keys in a row."""
    say = _Words(language)
    form = plan_form(language, named)
    options = {".".join(field["path"]): field["options"] for field in fields_in(form) if "options" in field}
    pages: dict[str, str] = {}
    rows: list[tuple[str, Key]] = []
    for group, keys in group_keys():
        text = [f"# {next(one['title'] for one in form if one['id'] == group)}\n"]
        for key in keys:
            text.append(say.render_key(key, options.get(str(key), ())))
            rows.append((f"{group}.md", key))
        if group == "advisors":
            text.append(say.render_shared())
        pages[f"{group}.md"] = "\n".join(text)
    pages["module.md"], of_modules = say.render_module()
    rows += [("module.md", key) for key in of_modules]
    pages["values.md"] = say.render_kinds()
    return {"index.md": say.render_index(rows), **pages}


def page_names() -> list[str]:
    """In the order in which somebody leafs through them."""
    return ["index.md", *(f"{group['id']}.md" for group in arrangement()["groups"]), "module.md", "values.md"]


def group_keys() -> list[tuple[str, list[Key]]]:
    """The groups of the form with all keys below what each asks, those above them in the first that asks one of these."""
    every = list(find_keys(model.Profile))
    taken: set[str] = set()
    grouped = []
    for group in arrangement()["groups"]:
        asked = [*group["show"], *group.get("more", ()), *group.get("written", ())]
        above = {name.rpartition(".")[0] for name in asked}
        place = {name: number for number, name in enumerate(asked)}
        found = [
            key
            for key in every
            if str(key) not in taken
            and (str(key) in above or any(str(key) == name or str(key).startswith(f"{name}.") for name in asked))
        ]
        taken |= {str(key) for key in found}

        def order(key: Key, place: Mapping[str, int] = place) -> tuple[int, int]:
            at = next((number for name, number in place.items() if f"{key}.".startswith(f"{name}.")), None)
            first = min(number for name, number in place.items() if name.startswith(f"{key}.")) if at is None else at
            return (first, 0 if at is None else 1)

        grouped.append((group["id"], sorted(found, key=order)))
    assert taken == {str(key) for key in every}, "the form has a place for every key"
    return grouped


@lru_cache(maxsize=1)
def _words() -> Mapping[str, Any]:
    read: Mapping[str, Any] = yaml.safe_load((ROOT / "manual" / "reference.yml").read_text(encoding="utf-8"))
    return read


@lru_cache(maxsize=1)
def _kinds() -> Sequence[tuple[Any, str]]:
    """Every kind of value with the name under which reference.yml tells of it; compared by what they are, for some cannot be looked up."""
    named = {**_PLAIN, **{kind.__name__: kind for kind in _LOCAL}}
    for module in (fields, parts):
        named |= {name: kind for name, kind in vars(module).items() if get_origin(kind) is Annotated}
    return [(named[name], name) for name in _words()["kinds"]]


@dataclass(frozen=True, slots=True)
class _Words:
    language: Language

    def word(self, name: str) -> str:
        return str(_words()["words"][name][self.language])

    def render_index(self, rows: list[tuple[str, Key]]) -> str:
        lines = [f"# {self.word('title')}\n", f"{self.word('lead')}\n", f"| {self.word('key')} | |", "| --- | --- |"]
        lines += [
            f"| [`{key}`]({page}#{key.anchor}) | {_cell(words_for(key.info, self.language)[0])} |" for page, key in rows
        ]
        return "\n".join(lines) + "\n"

    def render_key(self, key: Key, options: Sequence[Mapping[str, str]] = (), hidden: int = 0) -> str:
        """`hidden`: how many places of its path the heading above it has told."""
        title, why = words_for(key.info, self.language)
        shown = key.path[hidden:]
        depth = "#" * (1 + bool(hidden) + sum(part != ANY for part in shown))
        facts = [(self.word("kind"), self.kind(key, bool(options)))]
        if key.info.is_required():
            facts.append((self.word("required"), self.word("needed")))
        elif default := self.default(key.info):
            facts.append((self.word("default"), default))
        if limits := self.limits(key):
            facts.append((self.word("limits"), limits))
        lines = [
            f"{depth} `{'.'.join(shown)}` {title[0].upper()}{title[1:]} {{ #{key.anchor} }}\n",
            f"{why}\n",
            "\n".join(f"- {label}: {said}" for label, said in facts) + "\n",
        ]
        if offered := options or [{"value": word, "title": ""} for word in _choices(key)]:
            lines.append("\n".join([f"{self.word('choose')}:\n", *(_option(one) for one in offered)]) + "\n")
        lines.append(f"```yaml\n{example_of(key.info, key.path[-1])}\n```\n")
        return "\n".join(lines)

    def kind(self, key: Key, has_words: bool) -> str:
        several, inner = _inside(key)
        if inner is not None:
            held = get_origin(plain(key.declared))
            return self.word("named" if held is dict else "sections" if several else "section")
        return self._kind(key.declared, has_words)

    def _kind(self, declared: Any, has_words: bool = False) -> str:
        declared = _without_none(declared)
        for kind, name in _kinds():
            if kind == declared:
                return f"[{_words()['kinds'][name][self.language][0]}](values.md#{name.lower()})"
        if choices(declared):
            return self.word("word")
        if members := union_members(declared):
            if all(is_model(plain(member)) and not issubclass(plain(member), InLanguages) for member in members):
                return self.word("types")
            return self.word("or").join(self._kind(member) for member in members)
        held = plain(declared)
        if get_origin(held) in (list, tuple, dict):
            items = get_args(held)
            return self.word("several") + self._kind(items[1 if get_origin(held) is dict else 0])
        if is_model(held):
            raise AssertionError(f"reference.yml knows no kind {held.__name__}")
        return self._kind(get_args(declared)[0])

    def default(self, info: FieldInfo) -> str:
        value = info.get_default(call_default_factory=True)
        if value is None:
            return self.word("nothing")
        if isinstance(value, BaseModel):
            return ""
        if not isinstance(value, (bool, int, str)) and not value:
            return self.word("empty")
        shown = str(value).lower() if isinstance(value, bool) else value
        return f"`[{', '.join(map(str, shown))}]`" if isinstance(shown, (list, tuple)) else f"`{shown}`"

    def limits(self, key: Key) -> str:
        """What its numbers and lengths may be, as the model has them."""
        bounds: dict[str, Any] = {}
        for note in (*_notes(key.declared), *key.info.metadata):
            bounds |= {
                name: getattr(note, name) for name in ("ge", "le", "min_length", "max_length") if hasattr(note, name)
            }
        low, high = (
            bounds.get(name, bounds.get(other)) for name, other in (("ge", "min_length"), ("le", "max_length"))
        )
        if low is None and high is None:
            return ""
        unit = (
            ""
            if "ge" in bounds or "le" in bounds
            else "pieces"
            if get_origin(plain(key.declared)) in (list, tuple)
            else "characters"
        )
        if low is not None and high is not None:
            told = f"{_number(low)}{self.word('to')}{_number(high)}"
        else:
            told = f"{self.word('from' if high is None else 'at_most')} {_number(high if low is None else low)}"
        return f"{told} {self.word(unit)}" if unit else told

    def render_shared(self) -> str:
        title, why = _words()["words"]["use"][self.language]
        return (
            f"## {self.word('shared')} {{ #shared-advisor }}\n\n{self.word('shared_lead')}\n\n"
            f"### `advisors.*.use` {title} {{ #advisors.use }}\n\n{why}\n\n```yaml\nadvisors:\n- use: noor\n  backup: sam\n```\n"
        )

    def render_module(self) -> tuple[str, list[Key]]:
        text = [f"# {self.word('module')}\n", f"{self.word('module_lead')}\n"]
        told: list[Key] = []
        for heading, hidden, keys in module_keys(self.language):
            text.append(f"## {heading}\n")
            text += [self.render_key(key, hidden=hidden) for key in keys]
            told += keys
        return "\n".join(text), told

    def render_kinds(self) -> str:
        text = [f"# {self.word('values')}\n", f"{self.word('values_lead')}\n"]
        for kind, name in _kinds():
            called, how = _words()["kinds"][name][self.language]
            limits = self.limits(Key((name,), kind, FieldInfo()))
            text.append(f"## {called[0].upper()}{called[1:]} {{ #{name.lower()} }}\n")
            text.append(f"{how}{f' {limits[0].upper()}{limits[1:]}.' if limits else ''}\n")
        return "\n".join(text)


def module_keys(language: Language) -> list[tuple[str, int, list[Key]]]:
    """Those of a module, of every question, of every question that counts, and of each type alone: under which heading, and how much of their path that tells."""
    word = _Words(language).word
    groups = [
        (word("itself"), 1, list(find_keys(quiz.Module, ("module",)))),
        (word("question"), 1, list(find_keys(parts.Question, ("question",)))),
        (word("counted"), 1, _own(parts.Scored, parts.Question, ("question",))),
    ]
    for kind in quiz._TYPES:
        info = kind.model_fields["type"]
        name = choices(info.annotation)[0]
        shared = parts.Scored if issubclass(kind, parts.Scored) else parts.Question
        keys = _own(kind, shared, ("question", name))
        groups.append(
            (f"`{name}`: {words_for(info, language)[1]}", 2, sorted(keys, key=lambda key: key.path[2] != "type"))
        )
    return groups


def _own(kind: type[BaseModel], shared: type[BaseModel], path: tuple[str, ...]) -> list[Key]:
    return [key for key in find_keys(kind, path) if key.path[len(path)] not in shared.model_fields]


def _notes(declared: Any) -> Iterator[Any]:
    """What is said of a type, in the order in which it is said."""
    declared = _without_none(declared)
    if get_origin(declared) is Annotated:
        yield from _notes(get_args(declared)[0])
        for note in get_args(declared)[1:]:
            yield from note.metadata if isinstance(note, FieldInfo) else (note,)


def _choices(key: Key) -> list[str]:
    held = plain(_without_none(key.declared))
    return choices(plain(get_args(held)[0]) if get_origin(held) is list else held)


def _without_none(declared: Any) -> Any:
    """A type as it is declared; what is beside None alone."""
    members = [member for member in get_args(declared) if member is not type(None)]
    return members[0] if get_origin(declared) in (Union, UnionType) and len(members) == 1 else declared


def _option(option: Mapping[str, str]) -> str:
    return f"- `{option['value']}`{': ' + option['title'] if option['title'] else ''}"


def _number(number: int) -> str:
    return f"{number:,}".replace(",", "\N{NO-BREAK SPACE}")


def _cell(text: str) -> str:
    return text.replace("|", "\\|")
