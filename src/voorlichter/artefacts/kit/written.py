"""The kit's plain texts, to copy into a mail, a page or a programme, and its calendar."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from voorlichter.artefacts.kit.items import FilledItem
from voorlichter.calendar_words import MONTHS
from voorlichter.ics import Reminder
from voorlichter.slots.types import Url


def render_text(item: FilledItem) -> str:
    """A title, then each part under its own, lists with a dash; a paragraph is one line, so that it runs on wherever it is pasted."""
    return _written([[item["title"]], *_blocks(item["parts"])])


def render_mail(item: FilledItem, words: Mapping[str, str]) -> str:
    """The subject first, for it goes into a field of its own; the title stands nowhere else."""
    return _written([[f"{words['subject']}: {item['title']}"], *_blocks(item["parts"])])


def render_months(item: FilledItem, months: Sequence[str]) -> str:
    """`months` by their names, January first. What is of no month ends every one, for each is pasted by itself."""
    parts = [
        part
        for month, ending in _by_month(item)
        for part in ({**month, "title": f"{months[MONTHS.index(month['id'])].capitalize()}: {month['title']}"}, *ending)
    ]
    return render_text({**item, "parts": parts})


def spell_out(text: str, *urls: Url | None) -> str:
    """With the whole address in place of how it is shown: a mail makes a link of that alone."""
    for url in filter(None, urls):
        text = url.href.join(re.split(rf"(?<![\w@./-]){re.escape(url)}(?![\w@/-])", text))
    return text


def plan_reminders(item: FilledItem, prefix: str = "") -> Iterator[Reminder]:
    """`prefix`: what keeps the ids of two calendars apart."""
    for month, ending in _by_month(item):
        text = [told for part in (month, *ending) for told in (*part["text"], *part["points"])]
        yield Reminder(f"{prefix}{month['id']}", MONTHS.index(month["id"]) + 1, month["title"], "\n\n".join(text))


def _by_month(item: FilledItem) -> Iterator[tuple[Mapping[str, Any], Sequence[Mapping[str, Any]]]]:
    """Each month's part, with the parts that end it."""
    ending = [part for part in item["parts"] if part["id"] not in MONTHS]
    return ((part, ending) for part in item["parts"] if part["id"] in MONTHS)


def _blocks(parts: Sequence[Mapping[str, Any]]) -> Iterator[list[str]]:
    """Lines that belong together; an empty line comes between two blocks."""
    for part in parts:
        first, *others = part["text"] or [""]
        yield [line for line in (part["title"], first) if line]
        yield from ([text] for text in others)
        yield [f"- {point}" for point in part["points"]]


def _written(blocks: Sequence[Sequence[str]]) -> str:
    """CRLF: every Windows Notepad shows it in lines, and every other program takes it. No byte order mark: it would be pasted along."""
    text = "\n\n".join("\n".join(block) for block in blocks if block)
    return text.replace("\n", "\r\n") + "\r\n"
