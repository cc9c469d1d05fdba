"""The sheet for a native reader: every text beside the Dutch, with room to write what is better."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from voorlichter.languages import Code, SiteLanguage
from voorlichter.problems import Language, Say
from voorlichter.translated import Segment

_LEAD = Say(
    "Lees elke zin over als iemand wiens eigen taal dit is. Klopt zij, zegt zij hetzelfde als het Nederlands, en is zij gewone taal? Schrijf ernaast wat beter is. Wat tussen haken of achter een procentteken staat, vult het programma in.",
    "Read every sentence over as somebody whose own language this is. Is it right, does it say the same as the Dutch, and is it plain? Write beside it what is better. What stands in brackets or behind a per cent sign is filled in by the program.",
)
_COLUMNS = (Say("Nederlands", "Dutch"), Say("vertaling", "translation"), Say("beter is", "better is"))
_SIGN = Say("Gelezen door, en op welke dag:", "Read by, and on which day:")
_STALE = Say("het Nederlands is daarna veranderd", "the Dutch has changed since")
_STYLE = (
    "body{font:1rem/1.5 system-ui,sans-serif;margin:1.5rem;max-width:70rem}table{border-collapse:collapse;width:100%}"
    "td,th{border:1px solid #888;padding:.4rem;text-align:start;vertical-align:top;width:33%}tr{break-inside:avoid}"
    "small{color:#555;overflow-wrap:anywhere}"
)


def render_sheet(segments: Sequence[Segment], code: Code, row: SiteLanguage, language: Language) -> str:
    """One file that asks for no other, to print or to write in."""
    head = "".join(f'<th scope="col">{escape(column.to(language))}</th>' for column in _COLUMNS)
    title = f"{row.said.to(language)} ({row.name})"
    return f"""<!doctype html>
<html lang="{language}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>{escape(title)}</title><style>{_STYLE}</style></head>
<body>
<h1>{escape(title)}</h1>
<p>{escape(_LEAD.to(language))}</p>
<table><thead><tr>{head}</tr></thead>
<tbody>
{"".join(_line(segment, code, row, language) for segment in segments)}</tbody></table>
<p>{escape(_SIGN.to(language))}</p>
</body></html>
"""


def _line(segment: Segment, code: Code, row: SiteLanguage, language: Language) -> str:
    stale = f" ({escape(_STALE.to(language))})" if segment.is_stale else ""
    return (
        f'<tr><td lang="nl">{escape(segment.source)}<br><small>{escape(segment.id)}{stale}</small></td>'
        f'<td lang="{code}" dir="{row.direction}">{escape(segment.target or "")}</td><td contenteditable lang="{code}" dir="{row.direction}"></td></tr>\n'
    )
