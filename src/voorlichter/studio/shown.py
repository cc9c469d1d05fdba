"""A filled page as the studio's preview shows it: in one piece, each value marked with the key it comes from, and judged at any moment.

The page is the published one. What is different: styles, scripts and pictures stand inside it, its policy names the hashes of those scripts,
values and stand-ins carry marks, and a script of the preview tells the studio of clicks.
"""

from __future__ import annotations

import base64
import json
import mimetypes
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from html import unescape
from pathlib import Path
from typing import Any, Literal

from markupsafe import escape

from voorlichter.content_policy import allowed_by_hash
from voorlichter.profile.model import Profile
from voorlichter.reading.keys import keys_of
from voorlichter.reading.sentences import OpenMarks
from voorlichter.reading.trace import TraceMark, split_marks
from voorlichter.site.fill import SEARCH_STYLE, Template, applies
from voorlichter.site.pieces import CompiledTemplate, join
from voorlichter.slots.model import Slots
from voorlichter.slots.types import render_json
from voorlichter.studio.draft import CLOSE, OPEN
from voorlichter.yaml_source import KeyPath

SCRIPT = (Path(__file__).parent / "page" / "shown.js").read_text(encoding="utf-8")
"""What a previewed page does besides: told of clicks, the moment, where it was scrolled."""
STYLE = (Path(__file__).parent / "page" / "shown.css").read_text(encoding="utf-8")

_TAG = re.compile(r"""(<(?:[^<>"']|"[^"]*"|'[^']*')*>)""")
_UNSEEN = re.compile(r"<(/?)(title|script|style|textarea|option)\b", re.I)
_STAND_IN = re.compile(f"{OPEN}([^{CLOSE}]*){CLOSE}")
_POLICY = re.compile(r'<meta http-equiv="Content-Security-Policy"[^>]*>')
_STYLESHEET = re.compile(r'<link rel="stylesheet" href="([^"]+)">')
_ICON = re.compile(r'<link rel="icon"[^>]*>')
_LOADED = re.compile(r'<script src="([^"]+)"(?: defer)?></script>')
_SOURCES = re.compile(r' srcset="[^"]*"')
_PICTURE = re.compile(r'(<img[^>]* src=")([^"]+)(")')
_URL = re.compile(r"url\(([^)]+)\)")
_DARK = re.compile(r"\(prefers-color-scheme: ?dark\)")
_ALWAYS, _NEVER = "(min-width: 0)", "(max-width: 0)"

Scheme = Literal["light", "dark"]

SEARCH_SCRIPTS = ("assets/search.js", "assets/search-words.js")


@dataclass(frozen=True, slots=True)
class Assets:
    """What a page loads, by path in the site: the template's files, the organisation's styles, its pictures."""

    template: Template
    styles: Mapping[str, bytes]
    pictures: Mapping[str, bytes]
    _inlined: dict[str, str] = field(default_factory=dict)

    def style(self, name: str) -> str:
        if name not in self._inlined:
            data = self.styles.get(name) or self.template.files[name]
            self._inlined[name] = _URL.sub(self._in_style, data.decode())
        return self._inlined[name]

    def _in_style(self, match: re.Match[str]) -> str:
        path = match[1].strip("\"'")
        name = f"assets/{path}"
        return f"url({_data_address(name, self.template.files[name])})" if name in self.template.files else match[0]

    def script(self, name: str) -> str:
        return self.template.files[name].decode()

    @property
    def search_scripts(self) -> list[str]:
        """What a page asks for when somebody searches; its data come by message."""
        return [self.script(name) for name in SEARCH_SCRIPTS if name in self.template.files]

    def picture(self, name: str) -> str:
        data = self.pictures.get(name) or self.template.pictures.get(name)
        return _data_address(name, data) if data is not None else ""


def _data_address(name: str, data: bytes) -> str:
    kind = mimetypes.guess_type(name)[0] or "application/octet-stream"
    return f"data:{kind};base64,{base64.b64encode(data).decode()}"


def form_of(template: Template, name: str, slots: Slots) -> CompiledTemplate | None:
    """A page by its file; None where this organisation has no such page."""
    when, form = template.pages.get(name, (None, None))
    return form if when is None or applies(slots, when) else None


def show_page(
    template: Template,
    form: CompiledTemplate,
    slots: Slots,
    profile: Profile,
    assets: Assets,
    language: str,
    moment: datetime | None = None,
    scheme: Scheme | None = None,
    first: str = "",
) -> str:
    """A page that is cut with the template's own register, whether it is one of the template's or not. `first` is what is in sight when it opens."""
    html = mark_values(join(form, template.answers(slots)).decode(), slots, profile)
    told = f'{{"{language}":{slots.presence}}}' if slots.presence is not None else "null"
    html = _in_one_piece(html, assets, told, moment, first)
    return _DARK.sub(_ALWAYS if scheme == "dark" else _NEVER, html) if scheme else html


def pages_in(template: Template, slots: Slots) -> list[str]:
    """The files of the pages this organisation has, the first page first."""
    there = [name for name, (when, _) in template.pages.items() if when is None or applies(slots, when)]
    return sorted(there, key=lambda name: (name != "index.html", name == "404.html", name))


def title_of(html: str) -> str:
    """What a page is called in the browser's tab, without the organisation's name."""
    match = re.search(r"<title>(.*?)(?: · [^<]*)?</title>", html, re.S)
    return unescape(match[1]).strip() if match else ""


def mark_values(html: str, slots: Slots, profile: Profile) -> str:
    """The marks of tracing as elements that name the key of each value; those in attributes go without a trace."""
    marks = OpenMarks(slots)
    elements: list[bool] = []
    parts: list[str] = []
    unseen = 0
    for piece in _TAG.split(html):
        if tag := _UNSEEN.match(piece):
            unseen = max(0, unseen + (-1 if tag[1] else 1))
        in_text = not piece.startswith("<") and not unseen
        for part in split_marks(piece):
            if isinstance(part, str):
                parts.append(_marked(part) if in_text else _STAND_IN.sub(r"\1", part))
            elif part.kind != "claim":
                parts.append(
                    _turn(part, marks, elements, lambda full: _asked(keys_of(full, profile), profile), in_text)
                )
    return "".join(parts)


def _marked(text: str) -> str:
    """Stand-ins as such; the first letter of one, where a page shows initials, as a question mark."""
    return _STAND_IN.sub(_lacks, text).replace(OPEN, "?")


def _lacks(match: re.Match[str]) -> str:
    return f'<mark class="studio-lacks">{escape(match[1])}</mark>'


def _turn(
    mark: TraceMark, marks: OpenMarks, elements: list[bool], key: Callable[[str], KeyPath | None], in_text: bool
) -> str:
    """What a mark becomes; `elements` says of each open region whether it is an element."""
    marks.turn(mark)
    if mark.kind == "end":
        return "</span>" if elements.pop() and in_text else ""
    path = key(marks.open[-1].names[0]) if mark.kind == "value" and in_text else None
    elements.append(path is not None)
    named = json.dumps(path, separators=(",", ":"))  # as a browser writes it, for both are compared
    return f'<span data-studio-key="{escape(named)}">' if path is not None else ""


def _asked(paths: list[KeyPath], profile: Profile) -> KeyPath | None:
    """Of the keys that a value may come from, the first that is filled in; where none is, the last, which must be."""
    return next((path for path in paths if _value(path, profile)), paths[-1] if paths else None)


def _value(path: KeyPath, profile: Profile) -> object:
    here: Any = profile
    for part in path:
        here = (
            here.get(part)
            if isinstance(here, dict)
            else here[part]
            if isinstance(part, int)
            else getattr(here, part, None)
        )
    return here


def show_sentence(sentence: str, language: str) -> str:
    """What is to be said in place of a page."""
    head = f'<meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="{policy([SCRIPT])}">'
    said = f'<p role="alert" class="studio-said">{escape(sentence)}</p>'
    html = f'<!doctype html><html lang="{language}"><head>{head}<title>{escape(sentence)}</title><style>{STYLE}</style></head><body>{said}</body></html>'
    return _with_scripts(html, [SCRIPT], "null", None)


def _in_one_piece(html: str, assets: Assets, told: str, moment: datetime | None, first: str = "") -> str:
    scripts: list[str] = [SCRIPT]

    def inlined(match: re.Match[str]) -> str:
        scripts.append(assets.script(match[1]))
        return ""

    html = _LOADED.sub(inlined, html)
    html = _STYLESHEET.sub(lambda match: f"<style>{assets.style(match[1])}</style>", html)
    html = _PICTURE.sub(
        lambda match: match[1] + assets.picture(match[2]) + match[3], _SOURCES.sub("", _ICON.sub("", html))
    )
    scripts += assets.search_scripts
    html = _POLICY.sub(lambda _: f'<meta http-equiv="Content-Security-Policy" content="{policy(scripts)}">', html)
    html = html.replace("</head>", f"<style>{STYLE}{assets.style(SEARCH_STYLE)}</style></head>", 1)
    return _with_scripts(html, scripts, told, moment, first)


def _with_scripts(html: str, scripts: list[str], told: str, moment: datetime | None, first: str = "") -> str:
    """At the end of a page, and what that of the preview reads before them."""
    known = render_json({"at": moment.isoformat() if moment else None, "first": first})
    data = (
        '<script type="application/json" src="assets/"></script>'
        f'<script type="application/json" id="studio-told">{told}</script>'
        f'<script type="application/json" id="studio-moment">{known}</script>'
    )
    return html.replace("</body>", data + "".join(f"<script>{script}</script>" for script in scripts) + "</body>", 1)


def policy(scripts: list[str]) -> str:
    """Only these scripts run; nothing is asked for from anywhere."""
    hashes = " ".join(allowed_by_hash(script) for script in scripts)
    return f"default-src 'none'; script-src {hashes}; style-src 'unsafe-inline'; img-src data:; font-src data:; base-uri 'none'; form-action 'none'"
