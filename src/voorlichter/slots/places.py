"""Where in HTML or Markdown a slot stands: between tags, in an attribute, in an address, or where none may stand."""

from __future__ import annotations

import re
from typing import Literal

Place = Literal["text", "attribute", "address", "address-tail", "data", "style", "forbidden"]

_MARKDOWN_LINK = re.compile(r"\]\(\s*<?$")
_MARKDOWN_LINK_TAIL = re.compile(r"\]\([^)\s]+$")
_RAW_TAG = re.compile(r"<(?:script|style)\b", re.I)
_RAW = re.compile(r"<(script|style)\b[^>]*>(?:(?!</\1).)*$", re.S | re.I)
_DATA = re.compile(r"""<script type="application/json"(?: data-[a-z-]+)?>\s*$""")
_SLOT = re.compile(r"\[\[.*?\]\]|\[%.*?%\]", re.S)
_COMPARED = re.compile(r"\[[\[%][^\]%]*<")
_OPEN_TAG = re.compile(r"<[a-zA-Z][^<>]*")
_ATTRIBUTE = re.compile(r"""([\w:@-]+)\s*=\s*(?:"([^"]*)|'([^']*)|([^\s"'>]*))$""")
_ADDRESSES = {"href", "src", "srcset", "action", "formaction", "data", "poster", "cite", "background"}


def place_of(text: str, offset: int, markdown: bool = False) -> Place:
    """The place of the slot that begins at `offset`; the text before it is all that counts."""
    before = text[max(0, offset - 4000) : offset]
    if markdown:
        if _MARKDOWN_LINK.search(before):
            return "address"
        if _MARKDOWN_LINK_TAIL.search(before):
            return "address-tail"
    if _RAW_TAG.search(before) and (raw := _RAW.search(before)):
        return "data" if _DATA.search(before) else "style" if raw[1].lower() == "style" else "forbidden"
    if _COMPARED.search(before):  # a < in a condition opens no tag
        before = _SLOT.sub("_", before)
    # A slot inside the tag may hold `>`; it cannot, however, end the tag.
    since = _SLOT.sub("_", before[before.rfind("<") :])
    if not _OPEN_TAG.fullmatch(since):
        return "text"
    attribute = _ATTRIBUTE.search(since)
    if attribute is None:
        return "forbidden"
    name = attribute.group(1).lower()
    value = next((part for part in attribute.groups()[1:3] if part is not None), None)
    if value is None or name.startswith("on") or name == "id":
        return "forbidden"
    if name == "style":
        return "style"
    if name in _ADDRESSES:
        if name == "srcset":
            return "address" if value == "" or value.endswith(", ") else "address-tail"
        return "address" if value == "" else "address-tail"
    return "attribute"
