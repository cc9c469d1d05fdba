"""What comes of a text with questions in it: questions as a module's file has them, and what is to be said of the rest."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from pathlib import Path
from typing import Any

from voorlichter.problems import Mark, Problem, Say, Severity

PASTED = Path("pasted")
"""Where the lines of its problems are: in no file."""

LOST_PICTURE = (
    Say(
        "het plaatje of de film in deze vraag komt niet mee", "the picture or film in this question does not come along"
    ),
    Say("zeg in woorden wat er te zien is", "say in words what is to be seen"),
)
MOST = 36
"""Answers to one question: a saved one says which with one digit."""


_UNWRITABLE = re.compile("[\\x00-\\x08\\x0b\\x0c\\x0e-\\x1f\\x7f-\\x84\\x86-\\x9f\\ud800-\\udfff\\ufffe\\uffff]")


@dataclass(slots=True)
class Imported:
    """`questions` lack ids, but where one part names another. `rest` is the text of what did not come in, to be mended and read again."""

    questions: list[dict[str, Any]] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    rest: list[str] = field(default_factory=list)
    heading: str = ""
    """The row of a sheet that says what each column of the rest holds."""

    def refuse(self, line: int, text: str, message: Say, fix: Say, where: str = "") -> None:
        """This part does not come in. `where` it stands, in a file that has no lines to tell it by."""
        self.rest.append(text)
        self._tell(line, message, fix, where, "error")

    def note(self, line: int, message: Say, fix: Say, where: str = "") -> None:
        """It came in, but not as it stood."""
        self._tell(line, message, fix, where, "warning")

    def _tell(self, line: int, message: Say, fix: Say, where: str, severity: Severity) -> None:
        self.problems.append(Problem(Mark(PASTED, line), where, message, fix, severity))


@dataclass(frozen=True, slots=True)
class Chosen:
    """An answer to choose; `share` is what it adds to the mark."""

    text: str
    share: Fraction
    feedback: str = ""


@dataclass(frozen=True, slots=True)
class Writer:
    """Questions of each type with their texts in one language; what is empty is left out."""

    language: str

    def choice(self, ask: str, answers: Sequence[Chosen], why: str, *, several: bool) -> dict[str, Any]:
        options = [
            {"text": answer.text, **({"correct": True} if answer.share > 0 else {}), "feedback": answer.feedback}
            for answer in answers
        ]
        return self._question("multiple" if several else "single", ask, {"options": options}, why)

    def statement(self, ask: str, correct: bool, if_right: str, if_wrong: str, why: str) -> dict[str, Any]:
        said = {"true": if_right, "false": if_wrong} if correct else {"true": if_wrong, "false": if_right}
        question = self._question("true-false", ask, {"feedback": self._texts(said)}, why)
        return {"type": question.pop("type"), "ask": question.pop("ask"), "correct": correct, **question}

    def order(self, ask: str, steps: Iterable[tuple[str, str]], why: str) -> dict[str, Any]:
        return self._question("order", ask, {"steps": [{"text": text, "feedback": said} for text, said in steps]}, why)

    def sort(self, ask: str, items: Sequence[tuple[str, str, str]], why: str) -> dict[str, Any]:
        """Each item with the name of its bin and its feedback."""
        names = list(dict.fromkeys(bin_ for _, bin_, _ in items))
        ids = {name: f"bin-{number}" for number, name in enumerate(names, 1)}
        bins = [{"id": id_, "text": name} for name, id_ in ids.items()]
        sorted_ = [{"text": text, "bin": ids[bin_], "feedback": said} for text, bin_, said in items]
        return self._question("sort", ask, {"bins": bins, "items": sorted_}, why)

    def match(
        self, ask: str, pairs: Iterable[tuple[str, str, str]], distractors: Iterable[str], why: str
    ) -> dict[str, Any]:
        """Each pair with its feedback."""
        parts: dict[str, Any] = {"pairs": [{"text": text, "match": to, "feedback": said} for text, to, said in pairs]}
        if rest := [{"text": text} for text in distractors]:
            parts["distractors"] = rest
        return self._question("match", ask, parts, why)

    def reflection(self, ask: str, thoughts: str) -> dict[str, Any]:
        return self._question("reflection", ask, self._texts({"thoughts": thoughts}), "")

    def _question(self, kind: str, ask: str, parts: Mapping[str, Any], why: str) -> dict[str, Any]:
        said = {name: self._part(value) for name, value in parts.items() if value}
        return {"type": kind, **self._texts({"ask": ask}), **said, **self._texts({"why": why})}

    def _part(self, value: Any) -> Any:
        if not isinstance(value, list):
            return value
        return [
            {
                name: {self.language: _clean(str(said))} if name in ("text", "match", "feedback") else said
                for name, said in part.items()
                if said
            }
            for part in value
        ]

    def _texts(self, texts: Mapping[str, str]) -> dict[str, Any]:
        return {name: {self.language: _clean(text)} for name, text in texts.items() if text}


def _clean(text: str) -> str:
    """Without signs that no file of ours can hold."""
    return _UNWRITABLE.sub("", text)
