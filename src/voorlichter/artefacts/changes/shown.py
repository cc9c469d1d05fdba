"""What everybody gets to see of one organisation, and where two versions of it differ."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from pathlib import Path

from voorlichter.artefacts.changes.page import BuiltPage, read_page
from voorlichter.artefacts.kit.context import Edition, describe_edition
from voorlichter.artefacts.kit.materials import Material, plan_materials
from voorlichter.json_read import read_json
from voorlichter.languages import Code
from voorlichter.profile.model import Profile
from voorlichter.site.context import plan_slots
from voorlichter.site.fill import Template
from voorlichter.site.media import Media
from voorlichter.site.search import SEARCH_INDEX

_FOR_SCRIPTS = re.compile(rb'<script type="application/json".*?</script>|<(\w+)[^<>]* hidden></\1>', re.S)
"""What a page tells its scripts, and the empty places they fill."""
_FIRST_PAGE, _ERROR_PAGE = "index.html", "404.html"


@dataclass(frozen=True, slots=True)
class Spot:
    """A page or a material, told once for all languages; `languages` are those in which it differs."""

    name: str
    title: str
    languages: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Shown:
    """Everything by language and name: `pages`, `files` that pages name (pictures, styles), and materials with what they are made from."""

    pages: Mapping[tuple[str, str], bytes]
    files: Mapping[tuple[str, str], bytes]
    titles: Mapping[str, str]
    materials: Mapping[tuple[str, str], tuple[Material, Edition]]

    def page(self, key: tuple[str, str]) -> BuiltPage | None:
        return _read(self.pages[key]) if key in self.pages else None

    def title(self, name: str) -> str:
        """As the menu has it, in the first language that has the page."""
        return self.titles.get(name) or next(
            (_read(data).title for (_, other), data in self.pages.items() if other == name), name
        )

    @property
    def page_names(self) -> list[str]:
        return list(dict.fromkeys(name for _, name in self.pages))


@lru_cache(maxsize=512)
def _read(data: bytes) -> BuiltPage:
    return read_page(data.decode())


def plan_shown(
    profile: Profile, media: Media, templates: Mapping[Code, Template], today: date, first: str | None = None
) -> Shown:
    """`first`: the language to name pages in, where the site has it."""
    pages: dict[tuple[str, str], bytes] = {}
    files: dict[tuple[str, str], bytes] = {}
    titles: dict[str, str] = {}
    materials: dict[tuple[str, str], tuple[Material, Edition]] = {}
    languages = profile.organisation.languages
    for language in sorted(languages, key=lambda code: code != first):
        template = templates[language]
        slots = plan_slots(_known_to(profile, template), template.facts, media, today)
        pages |= {(language, name): data for name, data in template.fill(slots).items() if name.endswith(".html")}
        files |= {(language, name): data for name, data in template.fill_styles(slots).items()}
        files |= {(language, name): data for name, data in media.files.items()}
        titles = {**_titles(template.folder), **titles}
        edition = describe_edition(slots, template, media)
        materials |= {(language, material.name): (material, edition) for material in plan_materials(edition)}
    return Shown(pages, files, titles, materials)


def _known_to(profile: Profile, template: Template) -> Profile:
    """An earlier template may lack a module that was added since."""
    modules = [name for name in profile.training.modules if name in template.facts.modules]
    return profile.model_copy(update={"training": profile.training.model_copy(update={"modules": modules})})


@lru_cache(maxsize=8)
def _titles(folder: Path) -> dict[str, str]:
    pages = read_json((folder / SEARCH_INDEX).read_text(encoding="utf-8"))["pages"]
    return {page["file"]: page["title"] for page in pages if "[[" not in page["title"]}


def find_pages(was: Shown, now: Shown) -> list[Spot]:
    """The pages on which a reader finds another text, link or picture, or that are there in one of the two only."""
    return list(
        told_once(find_differing(was, now), lambda name: now.title(name) if name in now.page_names else was.title(name))
    )


def find_differing(was: Shown, now: Shown) -> Iterator[tuple[str, str]]:
    """Their languages and names, in each language the first page first."""
    first = next(iter(now.pages))[0]
    files = [key for key in {**was.files, **now.files} if was.files.get(key) != now.files.get(key)]
    renewed = {language: [name.encode() for code, name in files if code == language] for language, _ in files}
    for key in sorted(
        {**now.pages, **was.pages}, key=lambda key: (key[0] != first, key[1] == _ERROR_PAGE, key[1] != _FIRST_PAGE)
    ):
        before, after = was.pages.get(key), now.pages.get(key)
        if (
            before is None
            or after is None
            or _FOR_SCRIPTS.sub(b"", before) != _FOR_SCRIPTS.sub(b"", after)
            or any(name in after for name in renewed.get(key[0], ()))
        ):
            yield key


def told_once(keys: Iterable[tuple[str, str]], title: Callable[[str], str]) -> Iterator[Spot]:
    """Each name once, with the languages it was found in."""
    languages: dict[str, list[str]] = {}
    for language, name in keys:
        languages.setdefault(name, [])
        if language not in languages[name]:
            languages[name].append(language)
    return (Spot(name, title(name), tuple(codes)) for name, codes in languages.items())
