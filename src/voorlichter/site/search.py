"""The search data of one site: the index of its template, filled as data and written as one assignment.

Nothing here is a template of a script. The index is plain data whose strings hold slots; for speed it is serialised
once, when the template is loaded, and each value is serialised on its own when a site is filled. The result is
what serialising the filled index at once would give.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from markupsafe import Markup

from voorlichter.site.pieces import Answers, CompiledTemplate, Level, Register, cut, join
from voorlichter.slots.model import AdvisorSlots
from voorlichter.slots.scan import TAG

SEARCH_INDEX = "search.json"
"""A template's index, beside its template.json."""

_encode = json.JSONEncoder(ensure_ascii=False).encode
_HEAD = "window.voorlichter = window.voorlichter || {};\nwindow.voorlichter.found = "


class _Serialised(dict[int, bytes]):
    """The register's values as JSON wants them, each when it is first asked for: texts without their quotes, advisors as contacts."""

    def __init__(self, register: Register, thing: Any) -> None:
        super().__init__()
        self._register = register
        self._thing = thing

    def __missing__(self, number: int) -> bytes:
        value = self._register.readers[number](self._thing)
        if isinstance(value, str):
            written = _plain(value.striptags() if isinstance(value, Markup) else value).encode()
        elif isinstance(value, tuple):
            written = _contacts(value)
        else:
            raise LookupError("a slot without a text")
        self[number] = written
        return written


class _OverAsJson(dict[int, list[Level]]):
    """What loops go over that stand in no other, each thing told as JSON wants it."""

    def __init__(self, over: Mapping[int, Iterable[Level]], register: Register) -> None:
        super().__init__()
        self._over = over
        self._register = register

    def __missing__(self, number: int) -> list[Level]:
        levels = self[number] = [_as_json(self._register, level) for level in self._over[number]]
        return levels


def _as_json(register: Register, level: Level) -> Level:
    thing, conditions, _, place = level
    return thing, conditions, _Serialised(register, thing), place


class _ToldAsJson:
    """A site's answers as JSON wants them: every text without HTML, in loops too."""

    def __init__(self, answers: Answers, register: Register) -> None:
        self._answers = answers
        self._register = register
        self.site = _as_json(register, answers.site)
        self.over = _OverAsJson(answers.over, register)

    def each(self, number: int, thing: Any) -> Iterator[Level]:
        return (_as_json(self._register, level) for level in self._answers.each(number, thing))

    def __getitem__(self, include: int) -> bytes:
        return _of_page(self._answers[include])

    def text(self, include: int, *around: Level) -> bytes:
        return _of_page(self._answers.text(include, *around))


def _of_page(html: bytes) -> bytes:
    return _plain(Markup(html.decode()).striptags()).encode()  # noqa: S704  # the tags go


def cut_index(index: dict[str, Any], register: Register) -> CompiledTemplate:
    """The index of a template as a function of a site's values."""
    pages = [
        _under(
            [page["when"]],
            f'{{"file":{_quoted(page["file"])},"title":{_quoted(page["title"])},"sections":[{_sections(page["sections"])}0]}},\n',
        )
        for page in index["pages"]
    ]
    strings = ",\n".join(f"{_quoted(key)}:{_quoted(text)}" for key, text in index["strings"].items())
    plain = {"lines": index["lines"], **({"groups": groups} if (groups := index.get("groups")) else {})}
    lines = json.dumps(plain, ensure_ascii=False, separators=(",", ":"))
    return cut(
        f'{_HEAD}{{"contacts": [[ desk.all.advisors ]],\n"lead": [% if desk.all.lead %]true[% else %]false[% endif %],\n"strings":{{{strings}}},\n{_spaced(_safe(lines)[1:-1])},\n"pages":[ {"".join(pages)}0]}};\n',
        register,
    )


def render_search(form: CompiledTemplate, answers: Answers, register: Register) -> bytes:
    """search-data.js of one site in one language."""
    return join(form, _ToldAsJson(answers, register))


def _contacts(advisors: Sequence[AdvisorSlots]) -> bytes:
    """Whom to talk to, in the order shown; who is away on the day of reading, the browser knows."""
    return _safe(_encode([_contact(advisor) for advisor in advisors if advisor.ways])).encode()


def _contact(advisor: AdvisorSlots) -> dict[str, Any]:
    ways = {"phone": advisor.phone, "whatsapp": advisor.whatsapp, "signal": advisor.signal, "email": advisor.email}
    about = ", ".join(part for part in (advisor.only_for, advisor.locations) if part)
    return {
        "id": advisor.id,
        "name": advisor.name,
        **({"about": about} if about else {}),
        "call_name": advisor.call_name,
        **{key: [way, way.href] for key, way in ways.items() if way},
    }


def _sections(sections: Sequence[dict[str, Any]]) -> str:
    return "".join(
        _under(
            section["when"],
            f'{{"anchor":{_quoted(section["anchor"])},"title":{_quoted(section["title"])},"text":{_quoted(section["text"])}}},\n',
        )
        for section in sections
    )


def _under(conditions: Sequence[str | None], text: str) -> str:
    for condition in reversed([written for written in conditions if written]):
        text = f"[% if {condition} %]{text}[% endif %]"
    return text


def _quoted(text: str) -> str:
    """A JSON string whose slots are still slots."""
    end, parts = 0, []
    for tag in TAG.finditer(text):
        parts += [_plain(text[end : tag.start()]), tag.group()]
        end = tag.end()
    return f'"{"".join([*parts, _plain(text[end:])])}"'


def _plain(text: str) -> str:
    return _safe(_encode(text))[1:-1]


def _safe(text: str) -> str:
    """JSON that any script parser reads as it is meant: older ones end a line at U+2028."""
    return text.replace("<", "\\u003c").replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")


def _spaced(text: str) -> str:
    """No two brackets that could pass for a slot."""
    return text.replace("[[", "[ [")
