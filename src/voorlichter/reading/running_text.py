"""The sentences that a page tells, as a reader meets them: running text alone, each sentence once."""

from __future__ import annotations

import re

from voorlichter.artefacts.changes.page import LineReader, split_sentences

_NO_TEXT = frozenset(
    {
        "aside",
        "button",
        "dt",
        "figure",
        "footer",
        "form",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "header",
        "nav",
        "option",
        "summary",
        "table",
    }
)
_NO_TEXT_CLASSES = frozenset({"md-button", "print-only", "advisor-cards__words", "law__source"})
"""Buttons, what only paper shows, the words of an advisor, which are not ours, and what a law is called."""
_QUIZ = "quiz"
"""A form of questions, whose words are read: what is asked, told and explained."""
_NO_TEXT_IN_QUIZ = frozenset(
    {
        "quiz__title",
        "quiz__count",
        "quiz__hint",
        "quiz__option",
        "quiz__item",
        "quiz__bins",
        "quiz__answer",
        "quiz__source",
    }
)
"""Answers to choose among, and what stands around every question."""
_MAIN = re.compile(r"<main\b.*</main>", re.S)
_ENDS = re.compile(r"[.!?…؟][\"”’)]*$")


def read_running_text(html: str) -> list[str]:
    """Paragraphs, and items of lists, as far as they are sentences: what has no stop at its end is a label, a name or a number."""
    reader = _RunningText()
    reader.read("".join(_MAIN.findall(html)))
    sentences = (sentence for line in reader.lines for sentence in split_sentences(line))
    return list(dict.fromkeys(sentence for sentence in sentences if _ENDS.search(sentence)))


class _RunningText(LineReader):
    """Without headings, tables, buttons and forms, and what the page hides; bold in front of a line is its label."""

    def __init__(self) -> None:
        super().__init__()
        self._label: int | None = None
        """How many pieces of the line are its label."""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        depth = len(self._open)
        super().handle_starttag(tag, attrs)
        given = dict(attrs)
        classes = (given.get("class") or "").split()
        no_text = (
            (tag in _NO_TEXT and not (tag == "form" and _QUIZ in classes))
            or "hidden" in given
            or not (_NO_TEXT_CLASSES | _NO_TEXT_IN_QUIZ).isdisjoint(classes)
        )
        if len(self._open) > depth and no_text:
            self.end_line()
            self._open[-1] = (tag, True)
        elif tag == "strong" and not "".join(self._line).strip():
            self._label = 0

    def handle_endtag(self, tag: str) -> None:
        if tag == "strong" and self._label == 0:
            self._label = len(self._line)
        super().handle_endtag(tag)

    def _note(self, tag: str, given: dict[str, str | None]) -> None:
        """What is only spoken or linked is no running text."""

    def end_line(self) -> None:
        if self._label:
            label, rest = "".join(self._line[: self._label]).strip(), "".join(self._line[self._label :])
            if rest.strip() and (rest.startswith("\n") or label.endswith((".", ":", "!", "?"))):
                self._line = [rest]
        self._label = None
        super().end_line()
