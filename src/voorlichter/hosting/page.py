"""The pages for whoever puts a site online and for whoever edits the intranet, with the files that go with them: filled in for one site."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from html import escape

from markdown import Markdown

from voorlichter.hosting.apache import render_apache
from voorlichter.hosting.blocks import PageFacts, fill_in
from voorlichter.hosting.card import card_of
from voorlichter.hosting.model import Hosting, frame_of, hosting_of
from voorlichter.hosting.nginx import render_nginx
from voorlichter.hosting.others import render_headers_file, render_iis, render_static_web_app
from voorlichter.problems import LANGUAGES, Language, Say
from voorlichter.profile.called import name_in
from voorlichter.profile.model import Profile
from voorlichter.publish.built import site_code
from voorlichter.workspace import MANIFEST, Workspace

FOR_IT = Say("voor-ict", "for-it")
"""A page in publish/, the page made of it, and the folder beside that: what a server reads, so that nobody copies from a page."""
FOR_THE_INTRANET = Say("voor-intranet", "for-intranet")
_TITLES: Mapping[Say, Say] = {
    FOR_IT: Say("Voor ICT", "For IT"),
    FOR_THE_INTRANET: Say("Voor het intranet", "For the intranet"),
}


def render_files(hosting: Hosting, language: Language) -> dict[str, bytes]:
    """By the server each is for. One that is hidden under its own name says in its first line what that is."""
    files = {
        "nginx.conf": render_nginx(hosting, language),
        "apache-htaccess.txt": render_apache(hosting, language),
        "iis/web.config": render_iis(hosting),
        "cloudflare-pages/_headers": render_headers_file(hosting),
        "azure/staticwebapp.config.json": render_static_web_app(hosting),
    }
    return {f"{FOR_IT.to(language)}/{name}": text.encode() for name, text in files.items()}


def languages_for(profile: Profile, also: Collection[Language] = ()) -> tuple[Language, ...]:
    """Those of the site in which there are pages for its client, and others that somebody asked for; English where it has neither."""
    wanted = {*profile.organisation.languages, *also}
    return tuple(code for code in LANGUAGES if code in wanted) or ("en",)


def for_it(
    workspace: Workspace,
    profile: Profile,
    site: Mapping[str, bytes],
    framed_by: Sequence[str] = (),
    also: Collection[Language] = (),
) -> dict[str, bytes]:
    """All that goes along with the files of a site, by path."""
    made: dict[str, bytes] = {}
    hosting = hosting_of(profile, framed_by)
    for language in languages_for(profile, also):
        for page in (FOR_IT, FOR_THE_INTRANET):
            made[f"{page.to(language)}.html"] = _Page(page, language, profile, hosting, site).render(workspace)
        made |= render_files(hosting, language)
    return made


def read_page(workspace: Workspace, page: Say, language: Language) -> str:
    return (workspace.defaults / "publish" / f"{page.to(language)}.md").read_text(encoding="utf-8")


_SENDER = {
    "nl": " (invullen voor u dit doorstuurt): naam, telefoon, e-mail.",
    "en": " (fill in before you pass this on): name, telephone, email.",
}
_REMARK = re.compile(r"<!-- /?hosting.*?-->\n")
_HELD = re.compile("⟦([0-9]+)⟧")


@dataclass(frozen=True, slots=True)
class _Page:
    """One page of one site. A value of a profile is put in after Markdown was read, for it is none."""

    page: Say
    language: Language
    profile: Profile
    hosting: Hosting
    site: Mapping[str, bytes]
    held: list[str] = field(default_factory=list)

    def hold(self, value: str) -> str:
        self.held.append(value)
        return f"⟦{len(self.held) - 1}⟧"

    def render(self, workspace: Workspace) -> bytes:
        text = read_page(workspace, self.page, self.language)
        asked = _SENDER[self.language]
        assert text.count(asked) == 1, "a page asks for its sender once"
        text = text.replace(asked, f": {self.hold(_sender(self.profile, self.language))}")
        if told := "\n\n".join(self._of_this_site()):
            text = text.replace("\n\n", f"\n\n{told}\n\n", 1)
        has_card = frame_of("") in self.site
        filled = PageFacts(self.language, self.hosting, card_of(self.profile), has_card, self.hold)
        text = _REMARK.sub("", fill_in(text, filled))
        body = Markdown(extensions=["tables", "fenced_code"]).convert(text)
        body = _HELD.sub(lambda match: escape(self.held[int(match[1])], quote=False), body)
        title = _TITLES[self.page].to(self.language)
        return f'<!doctype html>\n<html lang="{self.language}">\n<head>\n<meta charset="utf-8">\n<meta name="viewport" content="width=device-width, initial-scale=1">\n<meta name="color-scheme" content="light dark">\n<title>{title}</title>\n<style>{_STYLE}</style>\n</head>\n<body>\n{body}\n</body>\n</html>\n'.encode()

    def _of_this_site(self) -> Iterator[str]:
        if address := self.profile.publication.url:
            shown = self.hold(address.href)
            yield Say(f"**De website komt te staan op** {shown}", f"**The site will stand at** {shown}").to(
                self.language
            )
        code = site_code(self.site.get(MANIFEST)) if self.page is FOR_IT else None
        if code:
            yield Say(
                f"**De code van deze versie is {code}.** Hij staat ook op de website zelf, onder *Colofon*: zo ziet u of deze versie er staat.",
                f"**The code of this version is {code}.** It stands on the site too, on the page *Who made this*: so you see whether this version is there.",
            ).to(self.language)


def _sender(profile: Profile, language: Language) -> str:
    """Whoever looks after the site, or else the first advisor, with the ways to reach that person."""
    first = profile.advisors[0]
    name = name_in(profile.maintained_by, language) if profile.maintained_by else None
    ways = ", ".join(str(way) for way in (first.phone, first.email) if way)
    return f"{name} ({first.name}: {ways})" if name else f"{first.name}, {ways}"


_STYLE = (
    ":root{--ink:#1f2a2e;--paper:#fff;--sand:#f3efe7;--line:#8a8577;--link:#0f5e5a}"
    "@media(prefers-color-scheme:dark){:root{--ink:#ede8df;--paper:#14201f;--sand:#1e2c2b;--line:#8b958f;--link:#7cc9bf}}"
    "body{font:1.0625rem/1.6 system-ui,sans-serif;color:var(--ink);background:var(--paper);max-width:52rem;margin:2rem auto;padding:0 1.25rem;overflow-wrap:break-word;hyphens:auto}"
    "h1{font-size:clamp(1.5rem,6vw,2.25rem)}h1,h2,h3{line-height:1.2}a{color:var(--link)}table{border-collapse:collapse;width:100%}td,th{overflow-wrap:anywhere;min-width:4.5rem;border:1px solid var(--line);padding:.4rem .6rem;text-align:left;vertical-align:top}th:empty{padding:0;border:0}"
    "pre{background:var(--sand);padding:1rem;white-space:pre-wrap;hyphens:none}code{font-family:ui-monospace,monospace;font-size:.9em;overflow-wrap:anywhere}"
)
