"""The page for whoever puts a site online, with who sends it and where the site is to stand."""

from __future__ import annotations

import re

from markdown import Markdown
from markupsafe import escape

from voorlichter.profile.model import LocalName, Profile
from voorlichter.workspace import Workspace

FOR_IT = "voor-ict.html"
_SENDER = re.compile(r"\(invullen voor u dit doorstuurt\): naam, telefoon, e-mail\.")


def render_page_for_it(workspace: Workspace, profile: Profile) -> bytes:
    """publish/voor-ict.md as a page of its own, with who sends it and where the site is to stand."""
    text = (workspace.defaults / "publish" / "voor-ict.md").read_text(encoding="utf-8")
    text, count = _SENDER.subn(lambda _: f": {_sender(profile)}", text)
    assert count == 1, "the page for IT asks for its sender once"
    if address := profile.publication.url:
        text = text.replace("\n\n", f"\n\n**De website komt te staan op** {address.href}\n\n", 1)
    body = Markdown(extensions=["tables", "fenced_code"]).convert(text)
    return f'<!doctype html>\n<html lang="nl">\n<head>\n<meta charset="utf-8">\n<meta name="viewport" content="width=device-width, initial-scale=1">\n<title>Voor ICT</title>\n<style>{_STYLE}</style>\n</head>\n<body>\n{body}\n</body>\n</html>\n'.encode()


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
    "pre{background:#f3efe7;padding:1rem;overflow-x:auto}code{font-family:ui-monospace,monospace;font-size:.9em}"
)
