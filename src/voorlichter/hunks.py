"""What differs between two texts: the sentences that went and the sentences that came."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

Hunk = tuple[tuple[str, ...], tuple[str, ...]]
"""What went, and what came in its place."""
_WORDS = re.compile(r"\d[\d ./-]*\d|[\w@+-]+(?:[.:/][\w@+-]+)*|\s+|.")
_SAYS_ITSELF = re.compile(r"(?=.*@|(?:.*\d){6})\S*[\d@]\S*(?: \S*[\d@]\S*)*")
"""A telephone number or an e-mail address needs no sentence round it."""


def find_hunks(before: Sequence[str], after: Sequence[str]) -> Iterator[Hunk]:
    """As many sentences for as many others are told one by one."""
    for tag, start, end, other_start, other_end in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        gone, new = tuple(before[start:end]), tuple(after[other_start:other_end])
        if tag == "equal":
            continue
        if len(gone) == len(new):
            yield from (_narrowed(old, fresh) for old, fresh in zip(gone, new, strict=True))
        else:
            yield gone, new


def _narrowed(before: str, after: str) -> tuple[tuple[str], tuple[str]]:
    """Of two sentences that differ in a number or address only, that alone: it is the same change wherever it stands."""
    gone, new = _WORDS.findall(before), _WORDS.findall(after)
    start = next((index for index, (left, right) in enumerate(zip(gone, new, strict=False)) if left != right), 0)
    end = next(
        (
            index
            for index, (left, right) in enumerate(zip(reversed(gone[start:]), reversed(new[start:]), strict=False))
            if left != right
        ),
        0,
    )
    was, now = ("".join(words[start : len(words) - end]) for words in (gone, new))
    return ((was,), (now,)) if _SAYS_ITSELF.fullmatch(was) and _SAYS_ITSELF.fullmatch(now) else ((before,), (after,))
