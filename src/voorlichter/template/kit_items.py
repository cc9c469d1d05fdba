"""The texts of the kit, data/kit/<item>.yml: one model for posters, slides, letters and lists."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Annotated, Any, Literal

from pydantic import Field

from voorlichter.languages import Languages, among
from voorlichter.markdown.address import resolve_address
from voorlichter.model_problems import check_model
from voorlichter.problems import Problem, Say
from voorlichter.profile.fields import Section
from voorlichter.slots.check import check_slots
from voorlichter.slots.names import KnownSlot, Names
from voorlichter.template.data import check_texts, unwrapped, wrapped
from voorlichter.template.variant import Variant
from voorlichter.text import Text
from voorlichter.worded import read_worded
from voorlichter.workspace import Workspace
from voorlichter.yaml_source import KeyPath, YamlSource, dotted

FOLDER = "data/kit"
KitForm = Literal["sheet", "slides", "text", "mail", "months", "calendar"]
PartId = Annotated[str, Field(pattern=r"^[a-z][a-z0-9-]{0,39}$")]


class Point(Section):
    text: Text
    when: str | None = None


class KitPart(Section):
    """`text` and `notes` are paragraphs, with an empty line between two."""

    id: PartId
    title: Text | None = None
    text: Text | None = None
    points: list[Point] = []
    notes: Text | None = None
    when: str | None = None


class KitItem(Section):
    """What is handed out under one name. `about` says what it is for."""

    called: Text
    """On the page with the kit's files: the title speaks to the reader of the sheet."""
    group: Literal["hang", "hand_out", "present", "send"]
    rank: int = 100
    """Its place in the group."""
    files: list[KitForm] = Field(min_length=1)
    """What is made of it. A sheet is set by overrides/print/<item>.typ."""
    papers: list[Literal["a3", "a4"]] = []
    """Of a sheet that comes in several sizes."""
    by_location: bool = False
    """A sheet for each location, which names nobody else."""
    title: Text
    about: Text
    parts: list[KitPart]
    when: str | None = None


class _KitFile(Section):
    items: KitItem


def check_kit_items(
    workspace: Workspace, languages: Languages, layouts: Collection[str]
) -> tuple[dict[str, KitItem], list[YamlSource], list[Problem]]:
    """The sound items by the name of their file, every source, and every problem but those of slots and flags."""
    items, sources, problems = {}, [], []
    for name, path in workspace.files(FOLDER).items():
        if path.suffix != ".yml":
            continue
        source = wrapped(read_worded(workspace, languages, "data", f"kit/{name}"))
        checked, mistakes = check_model(source, _KitFile, context=among(languages))
        problems += unwrapped(mistakes)
        problems += check_texts(source, languages)
        sources.append(source)
        if checked is not None:
            items[Path(name).stem] = checked.items
            problems += [*_check_ids(checked.items, source), *_check_layout(checked.items, source, layouts)]
    return items, sources, problems


def _check_ids(item: KitItem, source: YamlSource) -> Iterator[Problem]:
    seen: set[str] = set()
    for number, part in enumerate(item.parts):
        if part.id in seen:
            yield Problem(
                source.value_mark(("items", "parts", number, "id")),
                dotted(("parts", number, "id")),
                Say(f"{part.id} staat er al", f"{part.id} stands there already"),
                Say("geef elk deel een eigen id", "give each part an id of its own"),
            )
        seen.add(part.id)


def _check_layout(item: KitItem, source: YamlSource, layouts: Collection[str]) -> Iterator[Problem]:
    layout = f"{source.path.stem}.typ"
    if "sheet" in item.files and layout not in layouts:
        yield Problem(
            source.value_mark(("items", "files", item.files.index("sheet"))),
            "files",
            Say(f"overrides/print/{layout} is er niet", f"there is no overrides/print/{layout}"),
            Say(
                "maak dat bestand, of schrijf voor een tekst: files: [text]",
                "make that file, or write for a text: files: [text]",
            ),
        )


def check_kit_slots(
    items: Mapping[str, KitItem], sources: Iterable[YamlSource], names: Names, components: Collection[str]
) -> Iterator[Problem]:
    """Every flag names a slot; every text's slots stand where they may, its own flags counted."""
    for source in sources:
        item = items.get(source.path.stem)
        for place, flags, text in _texts(item) if item else ():
            path: KeyPath = ("items", *place)
            unknown = [flag for flag in flags if not isinstance(names.resolve(flag, {}), KnownSlot)]
            if isinstance(text, str):
                if unknown:
                    yield Problem(
                        source.value_mark(path),
                        dotted(place),
                        Say(f"{text} bestaat niet", f"there is no {text}"),
                        Say("schrijf bijvoorbeeld: when: org.public_body", "write for example: when: org.public_body"),
                    )
                continue
            for language, words in text.items() if not unknown else ():
                mark = source.value_mark((*path, language))
                said = "".join(f"[% if {flag} %]" for flag in flags) + words + "[% endif %]" * len(flags)
                yield from (
                    replace(problem, mark=mark) for problem in check_slots(source.path, said, names, components)
                )


def _texts(item: KitItem) -> Iterator[tuple[KeyPath, tuple[str, ...], Text | str]]:
    """Each text with its place and the flags it stands under; a flag comes by itself, as a plain string."""
    above = (item.when,) if item.when else ()
    if item.when:
        yield ("when",), above, item.when
    yield ("called",), above, item.called
    yield ("title",), above, item.title
    yield ("about",), above, item.about
    for number, part in enumerate(item.parts):
        path: KeyPath = ("parts", number)
        own = (part.when,) if part.when else ()
        if part.when:
            yield (*path, "when"), own, part.when
        for key in ("title", "text", "notes"):
            if text := getattr(part, key):
                yield (*path, key), above + own, text
        for index, point in enumerate(part.points):
            if point.when:
                yield (*path, "points", index, "when"), (point.when,), point.when
            yield (*path, "points", index, "text"), above + own + ((point.when,) if point.when else ()), point.text


def localise_kit_items(items: Mapping[str, KitItem], variant: Variant, fallen: Collection[str] = ()) -> dict[str, Any]:
    """Plain data in one language and form of address; `text` and `notes` as lists of paragraphs. Slots are still slots.

    Of a language in which a site does not have everything only what is there in it: its title is. Not what has `fallen`.
    """
    return {
        name: _plain(item, variant)
        for name, item in items.items()
        if variant.language in dict(item.title.items()) and f"kit/{name}" not in fallen
    }


def describe_kit_items(items: Mapping[str, KitItem], variant: Variant, fallen: Collection[str]) -> str:
    """kit.json of a template."""
    return json.dumps(localise_kit_items(items, variant, fallen), ensure_ascii=False, indent=1)


def _plain(item: KitItem, variant: Variant) -> dict[str, Any]:
    return {
        **item.model_dump(include={"group", "rank", "files", "papers", "by_location"}),
        "called": _line(item.called, variant),
        "title": _line(item.title, variant),
        "about": _line(item.about, variant),
        "when": item.when,
        "parts": [_plain_part(part, variant) for part in item.parts],
    }


def _plain_part(part: KitPart, variant: Variant) -> dict[str, Any]:
    return {
        "id": part.id,
        "title": _line(part.title, variant) if part.title else None,
        "text": _paragraphs(part.text, variant),
        "points": [{"text": _line(point.text, variant), "when": point.when} for point in part.points],
        "notes": _paragraphs(part.notes, variant),
        "when": part.when,
    }


def _said(text: Text, variant: Variant) -> str:
    return resolve_address(text.to(variant.language), variant.form)


def _line(text: Text, variant: Variant) -> str:
    return " ".join(_said(text, variant).split())


def _paragraphs(text: Text | None, variant: Variant) -> list[str]:
    return (
        [" ".join(paragraph.split()) for paragraph in _said(text, variant).split("\n\n") if paragraph.strip()]
        if text
        else []
    )
