"""What every part of a question is written with: words, escaped texts, tags, feedback.

Slots and marks like {je|u} pass through untouched: they are resolved later, in the finished page.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from html import escape

from voorlichter.languages import Code
from voorlichter.quiz.parts import DIGITS
from voorlichter.slots.scan import change_around
from voorlichter.text import Text

_QUOTED = re.compile(r'\{"([^"{}]*)"\}')
_PHONE = re.compile(r"\[\[ [a-z_.]+\.phone \]\]")
_ICON = '<svg aria-hidden="true"><path {}/></svg>'
_ICONS = {
    True: _ICON.format('stroke-linejoin="round" d="M4 13l5 5L20 6"'),
    False: _ICON.format('d="M6 6l12 12M18 6L6 18"'),
}


@dataclass(frozen=True, slots=True)
class Words:
    """The interface's own words in one language, and the titles of pages and passages."""

    language: Code
    strings: Mapping[str, str]
    titles: Mapping[str, str]
    scored: bool = False
    """Whether the module itself has a pass mark; without, an organisation may still have one."""

    def __call__(self, key: str) -> str:
        return escape_text(self.strings[f"quiz_{key}"])

    def of(self, text: Text | None) -> str:
        return escape_text(text.to(self.language)) if text else ""

    def said(self, text: Text | None) -> str:
        """Running text: a telephone number in it can be rung."""
        return _PHONE.sub(r'<a href="\g<0>">\g<0></a>', self.of(text))


def open_tag(tag: str, attributes: Mapping[str, str | bool]) -> str:
    """An opening tag; the values are escaped already, and what is False is left out."""
    written = (key if value is True else f'{key}="{value}"' for key, value in attributes.items() if value is not False)
    return f"<{tag} {' '.join(written)}>"


def verdict(id_: str, right: bool, feedback: str, words: Words) -> str:
    """What is said about one answer; the style sheet shows it once that is chosen."""
    name = "right" if right else "wrong"
    said = f"{_lead(right, words)} {feedback}".strip()
    return f'<p class="quiz__feedback"{" data-right" if right else ""} id="{id_}-{name}">{_ICONS[right]} <span>{said}</span></p>'


def row_verdict(id_: str, feedback: Text | None, words: Words) -> str:
    """What is said about a row, once, behind the sign and the word of both ways to answer it; the style sheet shows one of them."""
    leads = f"{_lead(True, words)} {_lead(False, words)}"
    said = f"{leads} {words.said(feedback)}".strip()
    return f'<p class="quiz__feedback" id="{id_}-said">{_ICONS[True]}{_ICONS[False]} <span>{said}</span></p>'


def _lead(right: bool, words: Words) -> str:
    return f"<strong>{words('option_right' if right else 'option_wrong')}</strong>"


def terms(pairs: Iterable[tuple[str, Iterable[str]]]) -> str:
    """What belongs with what."""
    return f"<dl>{''.join(f'<dt>{term}</dt>' + ''.join(f'<dd>{text}</dd>' for text in texts) for term, texts in pairs)}</dl>"


def render_list(tag: str, texts: Iterable[str]) -> str:
    return f"<{tag}>{''.join(f'<li>{text}</li>' for text in texts)}</{tag}>"


def render_option(
    question: str,
    id_: str,
    place: int,
    text: str,
    right: bool,
    feedback: Text | None,
    words: Words,
    field: str = "radio",
) -> Iterable[str]:
    """A field's value is the index in the file, in base 36, as it stands in a saved answer."""
    name = f"quiz-{question}_{id_}"
    tag = open_tag("input", {"type": field, "id": name, "name": f"quiz-{question}", "value": DIGITS[place]})
    yield f'<label class="quiz__option">{tag} <span>{text}</span></label>'
    # Directly after its label: the style sheet shows it when the label's box is ticked.
    yield verdict(name, right, words.said(feedback), words)


def render_select(name: str, nothing: str, choices: Iterable[tuple[str, str, bool]]) -> str:
    """Each choice as its value, its text, and whether it is right."""
    options = (
        open_tag("option", {"value": value, "data-right": right}) + f"{text}</option>" for value, text, right in choices
    )
    return (
        open_tag("select", {"id": name, "name": name})
        + f'<option value="">{nothing}</option>{"".join(options)}</select>'
    )


def mixed(ids: Sequence[str], salt: str) -> list[int]:
    """The places of the ids in an order that is the same at each build and never the one they stand in."""
    order = sorted(range(len(ids)), key=lambda index: hashlib.sha256(f"{salt} {ids[index]}".encode()).digest())
    return order if order != sorted(order) else [*order[1:], *order[:1]]


def escape_text(text: str) -> str:
    """An author's text as HTML, on one line, its slots and exempt quotations `{"…"}` as they were written."""
    return change_around(" ".join(text.split()), _escape)


def _escape(text: str) -> str:
    parts, end = [], 0
    for match in _QUOTED.finditer(text):
        parts += [escape(text[end : match.start()]), '{"', escape(match.group(1)), '"}']
        end = match.end()
    # The apostrophe stays: it is common in Dutch, and all attributes here stand in double quotes.
    return "".join([*parts, escape(text[end:])]).replace("&#x27;", "'")
