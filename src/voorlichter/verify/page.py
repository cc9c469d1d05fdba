"""What is said of a site as one page, to keep or to send on: it asks for nothing and holds no script."""

from __future__ import annotations

from datetime import date
from html import escape
from pathlib import Path

from voorlichter.content_policy import allowed_by_hash
from voorlichter.one_page import escaped
from voorlichter.problems import Language, Say
from voorlichter.verify.verdict import Chapter, Line, SiteVerdict

_TITLE = Say("Gecontroleerd: de website van de vertrouwenspersoon", "Checked: the website of the confidential advisor")
_STATUS = {"right": Say("klopt", "right"), "wrong": Say("klopt niet", "not right"), "note": Say("ter info", "note")}


def render_page(verdict: SiteVerdict, language: Language, today: date) -> str:
    style = (Path(__file__).parent / "page.css").read_text(encoding="utf-8")
    policy = f"default-src 'none'; style-src {allowed_by_hash(style)}; base-uri 'none'; form-action 'none'"
    parts = "".join(_part(part, language) for part in verdict.parts)
    kind = "right" if verdict.is_right else "wrong"
    return f"""<!doctype html>
<html lang="{language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="{escape(policy, quote=False)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta name="robots" content="noindex">
<title>{escaped(_TITLE, language)}</title>
<style>{style}</style>
</head>
<body>
<main>
<h1>{escaped(_TITLE, language)}</h1>
<p><b>{escape(verdict.shown)}</b>, {today.isoformat()}</p>
<p class="conclusion {kind}">{escaped(verdict.conclusion, language)}</p>
{parts}</main>
</body>
</html>
"""


def _part(part: Chapter, language: Language) -> str:
    rows = "".join(_row(line, language) for line in part.lines)
    return f"<h2>{escaped(part.title, language)}</h2>\n<ul>\n{rows}</ul>\n"


def _row(line: Line, language: Language) -> str:
    name = f"<code>{escape(line.name)}</code>: " if line.name else ""
    return f'<li class="{line.status}"><span>{escaped(_STATUS[line.status], language)}</span> <div>{name}{escaped(line.say, language)}</div></li>\n'
