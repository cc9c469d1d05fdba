"""Fill a template with one organisation's values: sandboxed, escaped, and fast."""

from __future__ import annotations

import dataclasses
import hashlib
import json
import re
from collections.abc import Mapping
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import Any

import jinja2
from jinja2.sandbox import ImmutableSandboxedEnvironment
from markupsafe import Markup

from voorlichter.site.context import Facts, facts_from, plan_slots
from voorlichter.site.media import Media
from voorlichter.profile.model import Profile
from voorlichter.slots.model import Slots

_INCLUDE = re.compile(r"\[%-?\s*include\s+\"([\w.-]+)\"\s*-?%\]\n?")


class _Missing(jinja2.StrictUndefined):
    """What a page asks of something that is not there: false in a condition, an error anywhere else."""

    def __bool__(self) -> bool:
        return False

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)
        return self


class _Parts(dict[str, Markup]):
    """Components of one site in one language, rendered when the first page asks for them."""

    def __init__(self, template: Template, values: Mapping[str, Any]) -> None:
        super().__init__()
        self._template = template
        self._values = values

    def __missing__(self, name: str) -> Markup:
        part = Markup(self._template.component(name).render(self._values))
        self[name] = part
        return part


class Template:
    """One variant's template, loaded: what is shared by all sites is read and compiled once."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.description: dict[str, Any] = json.loads((folder / "template.json").read_text(encoding="utf-8"))
        self.facts: Facts = facts_from(self.description)
        self.hashes: dict[str, str] = self.description["files"]
        compiled = folder / "compiled"
        compiled.mkdir(exist_ok=True)
        self._environment = ImmutableSandboxedEnvironment(
            block_start_string="[%", block_end_string="%]",
            variable_start_string="[[", variable_end_string="]]",
            comment_start_string="[#", comment_end_string="#]",
            trim_blocks=True, keep_trailing_newline=True, autoescape=True, undefined=_Missing, auto_reload=False, cache_size=-1,
            loader=jinja2.FunctionLoader(self._source),
            bytecode_cache=jinja2.FileSystemBytecodeCache(str(compiled)),
        )

    @cached_property
    def files(self) -> dict[str, bytes]:
        """The files that every site shares, by path."""
        return {name: (self.folder / "files" / name).read_bytes() for name in self.hashes}

    @cached_property
    def pages(self) -> dict[str, tuple[str | None, jinja2.Template]]:
        """Each page with the flag it stands under."""
        return {name: (page["when"], self._environment.get_template(f"pages/{name}")) for name, page in self.description["pages"].items()}

    @cached_property
    def brand_css(self) -> jinja2.Template:
        return self._environment.get_template("brand.css")

    def component(self, name: str) -> jinja2.Template:
        return self._environment.get_template(f"components/{name}")

    def _source(self, name: str) -> str | None:
        """A file of the template; components find each other by name, pages take them ready-made."""
        path = self.folder / (name if "/" in name or name == "brand.css" else f"components/{name}")
        try:
            text = path.read_text(encoding="utf-8")
        except FileNotFoundError:
            return None
        return _with_parts(text) if name.startswith("pages/") else text

    def values(self, slots: Slots) -> dict[str, Any]:
        """What the pages of one site in this language see."""
        values = {field.name: getattr(slots, field.name) for field in _FIELDS}
        values["parts"] = _Parts(self, values)
        return values

    def fill(self, slots: Slots) -> dict[str, bytes]:
        """The pages and brand.css of one site in this language, by path."""
        values = self.values(slots)
        filled = {"assets/brand.css": self.brand_css.render(values).encode()}
        for name, (when, page) in self.pages.items():
            if when is None or resolve(slots, when):
                filled[name] = page.render(values).encode()
        return filled

    def fill_text(self, text: str, values: Mapping[str, Any]) -> str:
        """Fill one page that is not part of the folder, such as one an engine is just making."""
        return self._environment.from_string(_with_parts(text)).render(values)


def _with_parts(text: str) -> str:
    return _INCLUDE.sub(r'[[ parts["\1"] ]]', text)


_FIELDS = dataclasses.fields(Slots)


def resolve(slots: Slots, dotted: str) -> Any:
    """The value of a dotted slot name; None where a part of it is missing."""
    value: Any = slots
    for part in dotted.split("."):
        value = value.get(part) if isinstance(value, Mapping) else getattr(value, part, None)
    return value


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
