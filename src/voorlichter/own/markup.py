"""What an organisation's own Markdown may hold. What it may not is told where it stands: nothing is taken out in silence."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path

from voorlichter.markdown.address import Form, resolve_address
from voorlichter.problems import Mark, Problem, Say
from voorlichter.slots.scan import TAG

CLASSES = frozenset({"screen-only", "print-only"})
_TEXT = {"p", "br", "strong", "em", "ul", "ol", "li", "dl", "dt", "dd", "blockquote", "hr", "code", "pre", "sup", "sub"}
_TABLE = {"table", "thead", "tbody", "tr", "th", "td"}
_ALLOWED: dict[str, set[str]] = {
    **dict.fromkeys((*_TEXT, *_TABLE, "details", "summary", "div", "span"), {"class"}),
    **{f"h{level}": {"id", "class"} for level in range(1, 5)},
    "a": {"href"},
    "th": {"align"},
    "td": {"align"},
    "details": {"class", "open"},
    "ol": {"class", "start"},
}
"""What Python-Markdown makes of what a page needs; everything else came in some other way."""
_HTML = re.compile(r"<(?!https://|[\s\d=])[^\n>]{0,40}>?")
"""A slot right behind the sign, or a form of address, could make a tag of it."""
_LISTED = re.compile(r"\{:?[ ]*(?P<list>[^{}\n]*)\}")
_ADDRESS = re.compile(r"\ue000|(?:https://|mailto:|tel:)[^\ue000]+|[\w-]+\.html(?:#[\w-]+)?|#[\w-]+|assets/[\w./-]+")
_IN_LIST = re.compile(r"(?:#[\w-]+|\.[\w-]+)(?:\s+(?:#[\w-]+|\.[\w-]+))*\s*")


def check_written(path: Path, text: str, first: int = 1) -> Iterator[Problem]:
    """HTML and attributes, where they stand in the source; `first` is the number of the first line."""
    known = " ".join(f"{{ .{name} }}" for name in sorted(CLASSES))
    told: set[tuple[int, bool]] = set()
    forms: tuple[Form, ...] = ("je", "u")
    for form in forms:
        said = resolve_address(text, form)  # a mark is part of one line
        for match in (*_HTML.finditer(said), *_LISTED.finditer(said)):
            line, is_list = said.count("\n", 0, match.start()) + first, match.re is _LISTED
            if (line, is_list) in told or (is_list and _may_be_listed(match["list"])):
                continue
            told.add((line, is_list))
            yield (
                Problem(
                    Mark(path, line),
                    match.group(),
                    Say("dit kan tussen accolades niet staan", "this cannot stand between braces"),
                    Say(
                        f"schrijf een anker, {{#naam}}, of {known}; en aanspreekvormen als {{je|u}}",
                        f"write an anchor, {{#name}}, or {known}; and forms of address as {{je|u}}",
                    ),
                )
                if is_list
                else Problem(
                    Mark(path, line),
                    match.group(),
                    Say("HTML komt niet op de site", "HTML does not get onto the site"),
                    Say(
                        "gebruik **vet**, *schuin*, lijsten met -, kopjes met ## en [links](https://…)",
                        "use **bold**, *italic*, lists with -, headings with ## and [links](https://…)",
                    ),
                )
            )


def _may_be_listed(written: str) -> bool:
    return bool(_IN_LIST.fullmatch(written)) and {*re.findall(r"\.([\w-]+)", written)} <= CLASSES


def strange_markup(html: str) -> tuple[str, ...]:
    """The tags, attributes and addresses in rendered Markdown, with its slots, that no page of an organisation may hold."""
    reader = _Tags()
    reader.feed(TAG.sub(lambda tag: "\ue000" if tag["value"] else "", html))
    reader.close()
    return tuple(dict.fromkeys(reader.strange))


class _Tags(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.strange: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        allowed = _ALLOWED.get(tag)
        if allowed is None:
            self.strange.append(f"<{tag}>")
            return
        self.strange += [f"<{tag} {name}>" for name, _ in attrs if name not in allowed]
        self.strange += [value or "" for name, value in attrs if name == "href" and not _ADDRESS.fullmatch(value or "")]

    def handle_comment(self, data: str) -> None:
        self.strange.append("<!-->")

    def handle_decl(self, decl: str) -> None:
        self.strange.append(f"<!{decl}>")

    def handle_pi(self, data: str) -> None:
        self.strange.append(f"<?{data}>")
