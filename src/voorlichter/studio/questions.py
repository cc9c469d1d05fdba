"""The training of one organisation, as the studio's page shows and changes it: which modules there are, and those of its own, question by question."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any

from voorlichter.languages import Code
from voorlichter.markdown.address import resolve_address
from voorlichter.model_problems.places import allowed_keys, is_model, plain
from voorlichter.own.files import MODULES, find_own
from voorlichter.own.modules import read_own_module
from voorlichter.own.shelf import Files, check_module_text, remove_file, write_module
from voorlichter.plain_letters import hyphenated
from voorlichter.problems import Language, Problem, Say
from voorlichter.profile.model import Profile
from voorlichter.quiz.importing import Imported
from voorlichter.quiz.lock import read_list
from voorlichter.quiz.model import Module
from voorlichter.stage_one import StageOne
from voorlichter.studio.module_draft import draft_module
from voorlichter.studio.module_form import QUESTIONS, manner, model_at, order_in, question_types
from voorlichter.studio.module_told import at_its_key
from voorlichter.studio.protocol import RefusedError
from voorlichter.studio.told import keys_of, lacks
from voorlichter.template.variant import variant_for
from voorlichter.workspace import RELEASED, Workspace
from voorlichter.yaml_edit import move_item, remove_value, set_value
from voorlichter.yaml_source import KeyPath, YamlSource, read_kept_yaml, read_yaml, value_at

_MOST = 40
_LEAST = 2


@dataclass(frozen=True)
class OwnModules:
    workspace: Workspace
    stage_one: StageOne
    slug: str
    profile: Profile
    language: Language
    _found: dict[tuple[str, str], list[Problem]] = field(default_factory=dict)

    @property
    def site(self) -> tuple[Code, ...]:
        return tuple(self.profile.organisation.languages)

    @cached_property
    def own(self) -> Mapping[str, Path]:
        return find_own(self.workspace, self.slug).modules

    # What there is

    def listed(self) -> Iterator[dict[str, Any]]:
        """Every module with what it is about: ours, then those of its own."""
        for name in self.stage_one.vocabulary().modules:
            yield self._listed(name, read_kept_yaml(self.workspace.file(f"quizzes/{name}.yml")).data, own=False)
        for name, path in self.own.items():
            yield self._listed(name, read_yaml(path).data, own=True)

    def _listed(self, name: str, data: Any, *, own: bool) -> dict[str, Any]:
        data = data if isinstance(data, dict) else {}
        questions, scope = data.get(QUESTIONS), data.get("scope")
        covered = {part for advisor in self.profile.advisors for part in advisor.scope}
        return {
            "name": name,
            "title": self._said(data.get("title")) or name,
            "about": self._said(data.get("about")),
            "minutes": str(data.get("minutes") or "5"),
            "questions": len(questions) if isinstance(questions, list) else 0,
            "own": own,
            "fits": scope is None or scope in covered,
        }

    def _said(self, text: Any) -> str:
        if not isinstance(text, dict):
            return ""
        said = text.get(self.language) or next((one for one in text.values() if isinstance(one, str)), "")
        form = variant_for(self.language, self.profile.organisation.form_of_address, self.stage_one.languages).form
        return resolve_address(str(said), form)

    def text(self, name: str) -> str:
        """Of a module of its own. Raises RefusedError where there is none."""
        if name not in self.own:
            raise RefusedError(Say("dit onderdeel is er niet (meer)", "this part is not there (any more)"))
        return self.own[name].read_text(encoding="utf-8")

    def source(self, name: str, text: str) -> YamlSource:
        """As it is written."""
        return read_yaml(self._path(name), text.encode())

    def problems(self, name: str, text: str) -> list[Problem]:
        """Each at its key, also where the check knows the line alone."""
        if (name, text) not in self._found:
            form, sources = self.profile.organisation.form_of_address, self.stage_one.sources()
            found = check_module_text(self.workspace, self.slug, sources, self.site, form, name, text)
            source = self.source(name, text)
            self._found[name, text] = [at_its_key(problem, source) for problem in found]
        return self._found[name, text]

    def pages(self) -> list[dict[str, str]]:
        """Where a question may lead."""
        sources, first = self.stage_one.sources(), self.site[0]
        pages = {name: page for name, page in sources.pages[first].items() if name not in sources.made[first]}
        form = variant_for(self.site[0], self.profile.organisation.form_of_address, self.stage_one.languages).form
        titles = {name: resolve_address(str(page.meta["title"]), form) for name, page in pages.items()}
        offered = [(title, name) for name, title in titles.items() if pages[name].when is None and name != "404.md"]
        return [{"value": name, "title": title} for title, name in sorted(offered)]

    def draft(self, name: str, text: str, only: int | None = None) -> tuple[Module | None, YamlSource]:
        """Made whole for the preview: all of it, or one question."""
        sources = self.stage_one.sources()
        source = read_own_module(self._path(name), self.site, text.encode())
        errors = [
            (keys_of(problem.where), problem)
            for problem in self.problems(name, text)
            if problem.severity == "error" and not lacks(problem)
        ]
        wrong = [path for path, _ in errors if path and path[-1] in self.site]
        unfit = {
            int(path[1])
            for path, problem in errors
            if len(path) == 3 and path[0] == QUESTIONS and not problem.message.en.startswith("too few")
            and isinstance(value_at(source.data, path), list)
        }  # fmt: skip
        rows = {code: sources.data.languages[code] for code in self.site}
        return draft_module(source.data, name, wrong, unfit, rows, self.site, self.language, only), source

    # What is done

    def begin(self, title: str) -> tuple[str, str]:
        """The name and the text of a new module."""
        taken = {*self.stage_one.vocabulary().modules, *self.own}
        stem = hyphenated(title, _MOST - 4)
        stem = stem if len(stem) > 1 else "training"
        name = next(one for one in (stem, *(f"{stem}-{n}" for n in range(2, 1000))) if one not in taken)
        text = f"id: {name}\n"
        text = set_value(text, ("title", self._first), title)
        return name, set_value(text, ("minutes",), 5)

    @property
    def _first(self) -> Code:
        """The language in which a title is typed: that of who types, where the site has it."""
        return self.language if self.language in self.site else self.site[0]

    def set(self, name: str, text: str, path: KeyPath, value: Any, was: str | None = None) -> str:
        """With another value at a path, or without it where that is empty."""
        data = self.source(name, text).data
        if value is None or value in ("", [], {}):
            return remove_value(text, path)
        if isinstance(value, str) and plain(model_at(path, data)) is int and value.strip().isdigit():
            value = int(value)
        return set_value(text, path, value, order=lambda place: order_in(data, place), was=was)

    def add(self, name: str, text: str, path: KeyPath, kind: str | None = None) -> tuple[str, KeyPath]:
        """One more item of a list, with the names it needs; and where it stands."""
        data = self.source(name, text).data
        items = value_at(data, path)
        place = (*path, len(items) if isinstance(items, list) else 0)
        if path == (QUESTIONS,):
            item = begun(kind or next(iter(question_types())), self._free_ids(name, data, 1)[0])
        else:
            item = {"id": _free(path[-1], _ids_in(value_at(data, path[:2])))}
        return self._put(text, data, place, item), place

    def copy(self, name: str, text: str, path: KeyPath) -> tuple[str, KeyPath]:
        """The same once more behind it, under a name of its own."""
        data = self.source(name, text).data
        item = value_at(data, path)
        if not isinstance(item, dict):
            raise RefusedError(Say("dit is er niet (meer)", "this is not there (any more)"))
        id_ = self._free_ids(name, data, 1)[0] if len(path) == 2 else _free(path[-2], _ids_in(value_at(data, path[:2])))
        end = (*path[:-1], len(value_at(data, path[:-1])))
        to = int(path[-1]) + 1
        text = self._put(text, data, end, {**item, "id": id_})
        return move_item(text, end, to), (*path[:-1], to)

    def remove(self, text: str, path: KeyPath) -> str:
        return remove_value(text, path)

    def move(self, text: str, path: KeyPath, to: int) -> str:
        return move_item(text, path, to)

    def bring(self, name: str, text: str, result: Imported) -> str:
        """With the questions that were brought behind those that are there."""
        data = self.source(name, text).data
        ids = self._free_ids(name, data, len(result.questions))
        for id_, question in zip(ids, result.questions, strict=True):
            items = value_at(data, (QUESTIONS,))
            place = (QUESTIONS, len(items) if isinstance(items, list) else 0)
            text = self._put(text, data, place, _with_ids({"id": id_, **question}, question_types()[question["type"]]))
            data = self.source(name, text).data
        return text

    def write(self, name: str, text: str) -> Files:
        return write_module(self.workspace, self.slug, name, text)

    def end(self, name: str) -> Files:
        return remove_file(self.workspace, self.slug, MODULES, f"{name}.yml")

    def _path(self, name: str) -> Path:
        return self.workspace.profiles / self.slug / MODULES / f"{name}.yml"

    def _put(self, text: str, data: Any, place: KeyPath, item: dict[str, Any]) -> str:
        known = data if len(place) > 2 else {QUESTIONS: {place[1]: item}}
        typed = _typed(item, model_at(place, known))
        return set_value(text, place, _ordered(typed, place, known), order=lambda at: order_in(data, at))

    def _free_ids(self, name: str, data: Any, number: int) -> list[str]:
        """Ids that no question has or had."""
        used = set(read_list(self._path(name).with_name(Path(RELEASED).name))[0])
        used |= {question.id for module in self.stage_one.sources().modules.values() for question in module.questions}
        others = (read_yaml(path).data for other, path in self.own.items() if other != name)
        for one_of_them in (data, *others):
            questions = value_at(one_of_them, (QUESTIONS,))
            used |= {str(one.get("id")) for one in questions or () if isinstance(one, dict)}
        stem = name[: _MOST - 4]
        mine = [int(match[1]) for id_ in used if (match := re.fullmatch(rf"{re.escape(stem)}-(\d+)", id_))]
        first = max(mine, default=0) + 1
        return [f"{stem}-{place:02}" for place in range(first, first + number)]


def begun(kind: str, id_: str) -> dict[str, Any]:
    """A question with as many parts as it begins with."""
    model = question_types().get(kind)
    if model is None:
        raise RefusedError(Say("dit soort vraag is er niet", "there is no such type of question"))
    begins = manner()["begins"].get(kind)
    if begins is None:
        needed = ((key, info) for key, info in allowed_keys(model).items() if info is not None and info.is_required())
        begins = {key: [{} for _ in range(_LEAST)] for key, info in needed if is_model(_item_of(info.annotation))}
    return _with_ids({"id": id_, "type": kind, **begins}, model)


def _with_ids(part: dict[str, Any], model: Any) -> dict[str, Any]:
    """With an id for each part that has none."""
    known = {key: info for key, info in allowed_keys(model).items() if info is not None}
    made: dict[str, Any] = {}
    for key, value in part.items():
        item = _item_of(known[key].annotation) if key in known else None
        if isinstance(value, list) and is_model(item):
            used: set[str] = _ids_in(value)
            items = []
            for one in value:
                if "id" in allowed_keys(item) and "id" not in one:
                    one = {"id": _free(key, used), **one}
                    used.add(one["id"])
                items.append(_with_ids(one, item))
            value = items
        made[key] = value
    return made


def _typed(part: Any, model: Any) -> Any:
    """As it is written: what was read is text, also where it means yes or a number."""
    model = plain(model)
    if isinstance(part, list):
        return [_typed(one, _item_of(model)) for one in part]
    if isinstance(part, dict):
        known = allowed_keys(model) if is_model(model) else {}
        infos = {key: known.get(key) for key in part}
        return {key: _typed(part[key], info.annotation if info else None) for key, info in infos.items()}
    if model is bool and part in ("true", "false"):
        return part == "true"
    return int(part) if model is int and isinstance(part, str) and part.isdigit() else part


def _item_of(annotation: Any) -> Any:
    args = getattr(plain(annotation), "__args__", ())
    return plain(args[0]) if args else None


def _free(key: str | int, used: Collection[str]) -> str:
    """`option-3` of `options`."""
    stem = str(key).removesuffix("s")
    return next(name for number in range(1, 1000) if (name := f"{stem}-{number}") not in used)


def _ids_in(data: Any) -> set[str]:
    if isinstance(data, dict):
        mine = {data["id"]} if isinstance(data.get("id"), str) else set()
        return mine.union(*(_ids_in(value) for value in data.values()))
    return set().union(*map(_ids_in, data)) if isinstance(data, list) else set()


def _ordered(item: dict[str, Any], place: KeyPath, data: Any) -> dict[str, Any]:
    """With its keys in the order in which they are written."""
    keys = order_in(data, place)
    return dict(sorted(item.items(), key=lambda pair: keys.index(pair[0]) if pair[0] in keys else len(keys)))
