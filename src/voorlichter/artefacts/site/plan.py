"""A whole website, planned: every language's tree, as bytes by path."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field

from markupsafe import Markup

from voorlichter.languages import Code
from voorlichter.organisation import Organisation
from voorlichter.site.fill import Template, fill_in_languages
from voorlichter.slots import model as slots
from voorlichter.well_formed import well_formed

CODE_PLACE = "x0x0-x0x0"
"""Where the code of a site will stand, until all else of the site is known. No code has a 0 in it."""


@dataclass(frozen=True, slots=True)
class SitePlan:
    """A whole website as bytes by path, with the hash of each file; nothing is on disk yet."""

    files: Mapping[str, bytes]
    hashes: Mapping[str, str]
    code: str
    """Short enough to read aloud: two sites with one code are the same."""


@dataclass(frozen=True, slots=True)
class Additions:
    """What a site has besides its profile, by language where its pages tell of it."""

    kits: Mapping[str, slots.KitSlots] = field(default_factory=dict)
    reports: Mapping[str, slots.AnnualReportSlots] = field(default_factory=dict)
    files: Mapping[str, bytes] = field(default_factory=dict)
    """What is handed out, by path in the site."""
    inputs: Mapping[str, str] = field(default_factory=dict)
    """The hash of each file of the workspace that all this was made from."""


def plan_site(organisation: Organisation, additions: Additions) -> SitePlan:
    """Every language's pages, the first at the root, the others in a folder each; styles, scripts and pictures once."""
    first = organisation.templates[organisation.languages[0]]
    files = dict(organisation.media.files)
    hashes = {name: hashlib.sha256(data).hexdigest() for name, data in files.items()}
    unworded = organisation.unworded(CODE_PLACE)
    planned: dict[Code, tuple[Template, slots.Slots]] = {}
    for code in organisation.profile.organisation.all_languages:
        kit, report = additions.kits.get(code), additions.reports.get(code)
        of_site = organisation.slots(code, kit, report, "../" if planned else "", unworded)
        planned[code] = organisation.templates[code], of_site
    loaded: set[str] = set()
    for (code, (template, _)), pages in zip(planned.items(), fill_in_languages([*planned.values()]), strict=True):
        loaded |= template.loaded_by(pages)
        filled = {name if template is first else f"{code}/{name}": data for name, data in pages.items()}
        files |= filled
        hashes |= {name: first.hash_of(name, data) for name, data in filled.items()}
    letters = {template.facts.letters for template, _ in planned.values()}
    told = {code: of_site.presence for code, (template, of_site) in planned.items() if template.facts.whole}
    styles = first.fill_styles(planned[organisation.languages[0]][1])
    shared_files = first.files_for(loaded, letters)
    whole = {name: data for name, data in {**styles, **first.fill_scripts(told)}.items() if name in shared_files}
    files |= shared_files | whole
    hashes |= {name: first.hashes[name] for name in shared_files}
    hashes |= {name: first.hash_of(name, data) for name, data in whole.items()}
    publication = organisation.profile.publication
    if (address := publication.url) and not publication.noindex:
        files["sitemap.xml"] = render_sitemap(
            address.href, [name for name in files if name.endswith(".html") and not name.endswith("404.html")]
        ).encode()
        hashes["sitemap.xml"] = hashlib.sha256(files["sitemap.xml"]).hexdigest()
    for name, data in additions.files.items():
        files[name] = data
        hashes[name] = hashlib.sha256(data).hexdigest()
    code_ = content_code(hashes)
    for name, data in files.items():
        if name.endswith(TELLING) and _PLACE in data:
            files[name] = data.replace(_PLACE, code_.encode())
            hashes[name] = hashlib.sha256(files[name]).hexdigest()
    return SitePlan(files, hashes, code_)


_PLACE = CODE_PLACE.encode()
TELLING = (".html", "search-data.js")
"""How the names end of the files that tell a site's code."""


def content_code(hashes: Mapping[str, str]) -> str:
    """Of a whole site, by the hash of every file in which the place of the code is still empty."""
    listed = "".join(f"{name} {hash_}\n" for name, hash_ in sorted(hashes.items()))
    text = base64.b32encode(hashlib.sha256(listed.encode()).digest()[:5]).decode().lower()
    return f"{text[:4]}-{text[4:]}"


def render_sitemap(address: str, pages: list[str]) -> str:
    urls = "".join(
        f"<url><loc>{Markup.escape(address.rstrip('/') + '/' + name)}</loc></url>\n" for name in sorted(pages)
    )
    return well_formed(
        f'<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n{urls}</urlset>\n'
    )
