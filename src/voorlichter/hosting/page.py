"""The page for IT, and the files that go with it: filled in for one site, from the same model that the servers are told by."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping

from markdown import Markdown
from markupsafe import escape

from voorlichter.hosting.apache import render_apache
from voorlichter.hosting.model import EXAMPLE_FRAME, NO_STORE, TYPES, Hosting, hosting_of
from voorlichter.hosting.nginx import render_nginx
from voorlichter.hosting.others import render_headers_file, render_iis, render_static_web_app
from voorlichter.profile.model import LocalName, Profile
from voorlichter.workspace import Workspace

PAGE = "voor-ict.html"
FOLDER = "voor-ict"
"""Beside the page: what a server reads, so that nobody copies from a page."""


def render_files(hosting: Hosting) -> dict[str, bytes]:
    """By the server each is for. One that is hidden under its own name says in its first line what that is."""
    files = {
        "nginx.conf": render_nginx(hosting),
        "apache-htaccess.txt": render_apache(hosting),
        "iis/web.config": render_iis(hosting),
        "cloudflare-pages/_headers": render_headers_file(hosting),
        "azure/staticwebapp.config.json": render_static_web_app(hosting),
    }
    return {f"{FOLDER}/{name}": text.encode() for name, text in files.items()}


_BLOCK = re.compile(r"(<!-- hosting: (\w+) -->\n).*?(<!-- /hosting -->\n)", re.S)


def fill_in(text: str, hosting: Hosting) -> str:
    """The page's Markdown, with every part that follows from the model written anew."""
    return _BLOCK.sub(lambda match: f"{match[1]}\n{_PARTS[match[2]](hosting)}\n\n{match[3]}", text)


def _kinds(_: Hosting) -> str:
    *first, last = TYPES
    return f"Bestandstypen: {', '.join(first)} en {last}. Niet elke server kent ze allemaal: {', '.join(f'{ending} is `{TYPES[ending]}`' for ending in ('woff2', 'pptx', 'ics', 'vcf'))}."


def _headers(hosting: Hosting) -> str:
    remarks = {
        "Strict-Transport-Security": " (geldt voor de hele site; laat weg als u dit al regelt)",
        "X-Robots-Tag": " zolang de website niet in zoekmachines hoort",
    }
    rows = [f"| `{name}` | `{value}`{remarks.get(name, '')} |" for name, value in hosting.headers.items()]
    stays = f"| `Cache-Control` | `{NO_STORE}` op html, zodat er op een gedeelde computer niets achterblijft |"
    return "\n".join(["| header | waarde |", "| --- | --- |", *rows, stays])


def _nginx(hosting: Hosting) -> str:
    return f"```nginx\n{render_nginx(hosting)}```"


def _frame(hosting: Hosting) -> str:
    asked = Hosting(hosting.path, hosting.trees, hosting.noindex, hosting.frame or EXAMPLE_FRAME)
    rows = [f"| `{name}` | {f'`{value}`' if value else 'weglaten'} |" for name, value in asked.frame_headers.items()]
    return "\n".join(["| header | waarde voor dat ene bestand |", "| --- | --- |", *rows])


_PARTS: Mapping[str, Callable[[Hosting], str]] = {
    "kinds": _kinds,
    "headers": _headers,
    "nginx": _nginx,
    "frame": _frame,
}


def for_it(workspace: Workspace, profile: Profile, code: str | None, frame: str | None = None) -> dict[str, bytes]:
    """All that whoever puts a site online has beside it, by path."""
    page = render_page_for_it(workspace, profile, code, frame)
    return {PAGE: page, **render_files(hosting_of(profile, frame))}


def read_page(workspace: Workspace) -> str:
    return (workspace.defaults / "publish" / "voor-ict.md").read_text(encoding="utf-8")


_SENDER = re.compile(r"\(invullen voor u dit doorstuurt\): naam, telefoon, e-mail\.")
_REMARK = re.compile(r"<!-- /?hosting.*?-->\n")


def render_page_for_it(workspace: Workspace, profile: Profile, code: str | None, frame: str | None = None) -> bytes:
    """publish/voor-ict.md as a page of its own, for this site: who sends it, where it is to stand, and what its server does."""
    text, count = _SENDER.subn(lambda _: f": {_sender(profile)}", read_page(workspace))
    assert count == 1, "the page for IT asks for its sender once"
    if told := "\n\n".join(_of_this_site(profile, code)):
        text = text.replace("\n\n", f"\n\n{told}\n\n", 1)
    text = _REMARK.sub("", fill_in(text, hosting_of(profile, frame)))
    body = Markdown(extensions=["tables", "fenced_code"]).convert(text)
    return f'<!doctype html>\n<html lang="nl">\n<head>\n<meta charset="utf-8">\n<meta name="viewport" content="width=device-width, initial-scale=1">\n<title>Voor ICT</title>\n<style>{_STYLE}</style>\n</head>\n<body>\n{body}\n</body>\n</html>\n'.encode()


def _of_this_site(profile: Profile, code: str | None) -> Iterator[str]:
    if address := profile.publication.url:
        yield f"**De website komt te staan op** {address.href}"
    if code:
        yield f"**De code van deze versie is {code}.** Hij staat ook op de website zelf, onder *Colofon*: zo ziet u of deze versie er staat."


def _sender(profile: Profile) -> str:
    """Whoever looks after the site, or else the first advisor, with the ways to reach that person."""
    first = profile.advisors[0]
    kept = profile.maintained_by
    name = kept.nl if isinstance(kept, LocalName) else kept
    ways = ", ".join(str(escape(way)) for way in (first.phone, first.email) if way)
    return f"{escape(name)} ({escape(first.name)}: {ways})" if name else f"{escape(first.name)}, {ways}"


_STYLE = (
    "body{font:1.0625rem/1.6 system-ui,sans-serif;color:#1f2a2e;background:#fff;max-width:52rem;margin:2rem auto;padding:0 1.25rem}"
    "h1,h2{line-height:1.2}table{border-collapse:collapse;width:100%}td,th{border:1px solid #8a8577;padding:.4rem .6rem;text-align:left;vertical-align:top}"
    "pre{background:#f3efe7;padding:1rem;overflow-x:auto}code{font-family:ui-monospace,monospace;font-size:.9em;overflow-wrap:anywhere}"
)
