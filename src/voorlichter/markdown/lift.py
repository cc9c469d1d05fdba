"""Lift slot tags out of a text before Markdown sees them, and put them back into the HTML."""

from __future__ import annotations

import re

from voorlichter.slots.names import KnownSlot, Names
from voorlichter.slots.scan import TAG, scan
from voorlichter.slots.types import Html

# Looks like an address with a scheme of its own, so that no engine takes it for a page.
_TOKEN = "slot:{}."
_TOKENS = re.compile(r"slot:(\d+)\.")
_ALONE = re.compile(r"<p>((?:\s*slot:\d+\.)+)\s*</p>")
_WHOLE = re.compile(
    r"<(?P<tag>p|li)(?P<about>[^>]*)>(?P<text>slot:\d+\.(?:(?!</?(?:p|li|ul|ol|h[1-6])\b).)*slot:\d+\.)</(?P=tag)>",
    re.S,
)
_OWN_LINE = re.compile(r"^(?P<indent>[ \t]*)(?P<tag>\[%[^\n]*?%\](?:\[#[^\n]*?#\])*|\[\[[^\n]*?\]\])[ \t]*$", re.M)


class Lifted:
    """The tags of one page, by number."""

    def __init__(self) -> None:
        self.tags: list[str] = []

    def lift(self, text: str) -> str:
        """The text with a token for each tag; a statement on a line of its own becomes a block of its own."""
        text = _OWN_LINE.sub(lambda m: f"\n{m['indent']}{m['tag']}\n" if m["tag"].startswith("[%") else m.group(), text)
        parts, end = [], 0
        for tag in scan(text):
            parts += [text[end : tag.start], _TOKEN.format(len(self.tags))]
            self.tags.append(tag.text)
            end = tag.end
        return "".join([*parts, text[end:]])

    def put_back(self, html: str) -> str:
        """The HTML with its tags; a block that is no sentence loses its paragraph, and split lists are joined."""
        html = _ALONE.sub(self._unwrap, html)
        html = _WHOLE.sub(self._turn_out, html)
        html = _TOKENS.sub(lambda match: self.tags[int(match.group(1))], html)
        return join_lists(html)

    def _unwrap(self, paragraph: re.Match[str]) -> str:
        """Without `<p>` where only statements stand in it, or a value that has paragraphs of its own."""
        tags = [self.tags[int(number)] for number in _TOKENS.findall(paragraph.group(1))]
        return paragraph.group(1).strip() if all(map(_is_block, tags)) else paragraph.group()

    def _turn_out(self, block: re.Match[str]) -> str:
        """A paragraph that stands under a condition as a whole is not there without it."""
        tokens = list(_TOKENS.finditer(block["text"]))
        depth = 0
        for token in tokens[:-1]:
            tag = self.tags[int(token.group(1))]
            depth += tag.startswith(("[% if", "[% for")) - tag.startswith("[% end")
            if depth < 1 or (depth == 1 and tag.startswith("[% else")):
                return block.group()
        if not self.tags[int(tokens[-1].group(1))].startswith("[% end"):
            return block.group()
        begins = next(
            token.end()
            for token, after in zip(tokens, tokens[1:], strict=False)
            if token.end() != after.start() or not self.tags[int(after.group(1))].startswith("[#")
        )
        ends = tokens[-1].start()
        text = block["text"]
        return f"{text[:begins]}<{block['tag']}{block['about']}>{text[begins:ends]}</{block['tag']}>{text[ends:]}"


def _is_block(tag: str) -> bool:
    match = TAG.fullmatch(tag)
    if match is None or match["value"] is None:
        return True
    value = Names({}).resolve(match["value"].strip(), {})
    return isinstance(value, KnownSlot) and isinstance(value.type, type) and issubclass(value.type, Html)


_SPLIT = re.compile(
    r"</(?P<list>[uo]l)>\s*(?P<open>\[% if [^%]*%\](?:\s*\[#[^\n]*?#\])*)\s*<(?P=list)>(?P<items>(?:(?!<[uo]l>|</[uo]l>|\[%).)*)</(?P=list)>\s*(?P<close>\[% endif %\])",
    re.S,
)
_LEADING = re.compile(
    r"(?P<open>\[% if [^%]*%\](?:\s*\[#[^\n]*?#\])*)\s*<(?P<list>[uo]l)>(?P<items>(?:(?!<[uo]l>|</[uo]l>|\[%).)*)</(?P=list)>\s*(?P<close>\[% endif %\])\s*<(?P=list)>",
    re.S,
)
_ADJACENT = re.compile(r"(?P<close>\[% endif %\])\s*</(?P<list>[uo]l)>\s*<(?P=list)>")


def join_lists(html: str) -> str:
    """`<ul>a</ul> [% if x %]<ul>b</ul>[% endif %] <ul>c</ul>` is one list, in which b is conditional."""
    before = None
    while before != html:
        before = html
        html = _SPLIT.sub(r"\g<open>\g<items>\g<close></\g<list>>", html)
        html = _ADJACENT.sub(r"\g<close>", html)
        html = _LEADING.sub(r"<\g<list>>\g<open>\g<items>\g<close>", html)
    return html
