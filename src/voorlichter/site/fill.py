"""Fill a template with one organisation's values: sandboxed, escaped, and fast."""

from __future__ import annotations

import dataclasses
import hashlib
import json
from collections.abc import Callable, Mapping
from datetime import date
from functools import cached_property, lru_cache
from operator import attrgetter
from pathlib import Path
from typing import Any

import jinja2
from jinja2.sandbox import ImmutableSandboxedEnvironment
from markupsafe import Markup, escape

from voorlichter.profile.model import Profile
from voorlichter.site.context import Facts, facts_from, plan_slots
from voorlichter.site.media import Media
from voorlichter.site.pieces import REGISTER, Answers, Ask, Form, cut, join
from voorlichter.site.search import SEARCH_INDEX, cut_index, render_search
from voorlichter.slots import model
from voorlichter.slots.model import Slots


class _Missing(jinja2.StrictUndefined):
    """What a loop asks of something that is not there: false in a condition, an error anywhere else."""

    def __bool__(self) -> bool:  # type: ignore[override]
        return False

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)
        return self


class _Sandbox(ImmutableSandboxedEnvironment):
    """Jinja's sandbox, with a short way to the public fields of slot values: they are data and nothing else."""

    def getattr(self, obj: Any, attribute: str) -> Any:
        if obj.__class__ in _SLOT_TYPES and not attribute.startswith("_"):
            return getattr(obj, attribute)
        return super().getattr(obj, attribute)


_SLOT_TYPES = frozenset(kind for kind in vars(model).values() if isinstance(kind, type) and (dataclasses.is_dataclass(kind) or kind is model.ByName))


@lru_cache(maxsize=4096, typed=True)
def _escaped(text: str) -> bytes:
    """Kept by type as well: what was cleaned as HTML is not escaped, the same text as text is."""
    return escape(text).encode()


class _Answers(dict[int, bytes]):
    """What the register comes to for one site in one language; components and loops when a page first needs them."""

    def __init__(self, template: Template, slots: Slots) -> None:
        super().__init__()
        self._template = template
        self._slots = slots
        self._named = {field.name: getattr(slots, field.name) for field in _FIELDS}
        self.conditions: list[bool] = []
        self.shown: list[bytes | None] = []
        self.complete()

    def complete(self) -> None:
        slots = self._slots
        for get in REGISTER.conditions[len(self.conditions):]:
            try:
                self.conditions.append(bool(get(slots)))
            except AttributeError:  # an optional part on the way is missing
                self.conditions.append(False)
        for get in REGISTER.values[len(self.shown):]:
            try:
                value = get(slots)
            except AttributeError:
                value = None
            self.shown.append(_escaped(value) if isinstance(value, str) else None)

    def __missing__(self, number: int) -> bytes:
        ask = REGISTER.asks[number]
        if ask.kind == "include":
            answer = join(self._template.component(ask.text), self)
        else:
            answer = self._template.sandboxed(ask).render(self._named).encode()
        self[number] = answer
        return answer

    def holds(self, number: int) -> bool:
        return bool(self._template.condition(REGISTER.asks[number])(**self._named))


class Template:
    """One variant's template, loaded: what is shared by all sites is read and cut into pieces once."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.description: dict[str, Any] = json.loads((folder / "template.json").read_text(encoding="utf-8"))
        self.facts: Facts = facts_from(self.description)
        self.hashes: dict[str, str] = self.description["files"]
        self._components: dict[str, Form] = {}
        self._sandboxed: dict[Ask, jinja2.Template] = {}
        self._conditions: dict[Ask, Callable[..., Any]] = {}
        self._environment = _Sandbox(
            block_start_string="[%", block_end_string="%]",
            variable_start_string="[[", variable_end_string="]]",
            comment_start_string="[#", comment_end_string="#]",
            trim_blocks=True, keep_trailing_newline=True, autoescape=True, undefined=_Missing,
            loader=jinja2.FileSystemLoader(folder / "components"),
        )

    @cached_property
    def files(self) -> dict[str, bytes]:
        """The files that every site shares, by path."""
        return {name: (self.folder / "files" / name).read_bytes() for name in self.hashes}

    @cached_property
    def pages(self) -> dict[str, tuple[str | None, Form]]:
        """Each page with the flag it stands under."""
        return {name: (page["when"], self._cut(f"pages/{name}")) for name, page in self.description["pages"].items()}

    @cached_property
    def brand_css(self) -> Form:
        return self._cut("brand.css")

    @cached_property
    def search(self) -> Form:
        return cut_index(json.loads((self.folder / SEARCH_INDEX).read_text(encoding="utf-8")))

    def component(self, name: str) -> Form:
        if name not in self._components:
            self._components[name] = self._cut(f"components/{name}")
        return self._components[name]

    def sandboxed(self, ask: Ask) -> jinja2.Template:
        """A loop, or a value that is more than a name, as a template of the sandbox."""
        if ask not in self._sandboxed:
            text = ask.text if ask.kind == "loop" else f"[[ {ask.text} ]]"
            self._sandboxed[ask] = self._environment.from_string(text)
        return self._sandboxed[ask]

    def condition(self, ask: Ask) -> Callable[..., Any]:
        """A condition that is more than a name, as an expression of the sandbox."""
        if ask not in self._conditions:
            self._conditions[ask] = self._environment.compile_expression(ask.text)
        return self._conditions[ask]

    def _cut(self, name: str) -> Form:
        return cut((self.folder / name).read_text(encoding="utf-8"))

    def answers(self, slots: Slots) -> Answers:
        """What this template's tags come to for one site."""
        return _Answers(self, slots)

    def fill(self, slots: Slots) -> dict[str, bytes]:
        """What differs between sites in this language, by path: pages, style in the organisation's colour, search data."""
        answers = self.answers(slots)
        brand = join(self.brand_css, answers)
        filled = {STYLE: self.files[STYLE] + b"\n" + brand, BRAND: brand}
        for name, (when, page) in self.pages.items():
            if when is None or applies(slots, when):
                filled[name] = join(page, answers)
        filled[SEARCH] = render_search(self.search, slots, answers)
        return filled


_FIELDS = dataclasses.fields(Slots)
STYLE = "assets/site.css"
"""With the organisation's colours at its end: one file less to ask for. Pages with a style sheet of their own load BRAND."""
BRAND = "assets/brand.css"
SEARCH = "assets/search-data.js"


def applies(slots: Slots, flag: str) -> bool:
    """Does a flag, given by its dotted name, hold for a site?"""
    try:
        return bool(attrgetter(flag)(slots))
    except AttributeError:  # an optional part on the way is missing
        return False


@dataclasses.dataclass(frozen=True, slots=True)
class SitePlan:
    """A whole website as bytes by path, with the hash of each file; nothing is on disk yet."""

    files: Mapping[str, bytes]
    hashes: Mapping[str, str]


def plan_site(profile: Profile, media: Media, templates: Mapping[str, Template], today: date) -> SitePlan:
    """Every language's tree: the first at the root, the others in a folder each."""
    files: dict[str, bytes] = {}
    hashes: dict[str, str] = {}
    picture_hashes = {name: hashlib.sha256(data).hexdigest() for name, data in media.files.items()}
    for code in profile.organisation.languages:
        template = templates[code]
        root = "" if code == profile.organisation.languages[0] else f"{code}/"
        filled = template.fill(plan_slots(profile, template.facts, media, today))
        for shared, known in ((template.files, template.hashes), (media.files, picture_hashes)):
            for name, data in shared.items():
                files[root + name] = data
                hashes[root + name] = known[name]
        for name, data in filled.items():
            files[root + name] = data
            hashes[root + name] = hashlib.sha256(data).hexdigest()
    address = profile.publication.url
    if address and not profile.publication.noindex:
        files["sitemap.xml"] = render_sitemap(address.href, [name for name in files if name.endswith(".html") and not name.endswith("404.html")]).encode()
        hashes["sitemap.xml"] = hashlib.sha256(files["sitemap.xml"]).hexdigest()
    return SitePlan(files, hashes)


def render_sitemap(address: str, pages: list[str]) -> str:
    urls = "".join(f"<url><loc>{Markup.escape(address.rstrip('/') + '/' + name)}</loc></url>\n" for name in sorted(pages))
    return f'<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n{urls}</urlset>\n'
