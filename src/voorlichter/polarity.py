"""What a translation may not lose or gain: its numbers, and that something is not so, is needed, may be done, or holds alone or at times.

`data/polarity.yml` has for each of these the words that say it, by language.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from functools import lru_cache
from typing import Annotated, Literal

from pydantic import AfterValidator, BaseModel, ConfigDict

from voorlichter.languages import Code
from voorlichter.model_problems import check_model
from voorlichter.problems import Mark, Problem, Say
from voorlichter.translated import Segment, safety_texts, words_file
from voorlichter.workspace import Workspace
from voorlichter.yaml_source import read_kept_yaml

FILE = "data/polarity.yml"
Polar = Literal["denies", "needs", "allows", "only", "sometimes", "counts"]
_SAID: Mapping[str, Say] = {
    "denies": Say("dat iets niet zo is", "that something is not so"),
    "needs": Say("of iets nodig is", "whether something is needed"),
    "allows": Say("dat iets mag", "that something may be done"),
    "only": Say("dat iets alleen dan of daar is", "that something is so only then or there"),
    "sometimes": Say("dat iets soms zo is", "that something is so at times"),
    "counts": Say("hoeveel het er zijn", "how many there are"),
    "numbers": Say("een getal", "a number"),
}
_ONE_WAY = ("allows", "counts")
"""Words that a translation may have by itself."""
_TAG = re.compile(r"\[[\[%#].*?[\]%#]\]")
_DIGITS = re.compile(r"\d+")


def _compiles(pattern: str) -> str:
    try:
        re.compile(pattern)
    except re.error as error:
        raise ValueError(str(error)) from None
    return pattern


class Polarity(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)

    kinds: dict[Polar, dict[Code, Annotated[str, AfterValidator(_compiles)]]]
    otherwise: dict[str, Polar] = {}


def check_polarity(workspace: Workspace) -> tuple[Polarity, list[Problem]]:
    polarity, problems = check_model(read_kept_yaml(workspace.file(FILE)), Polarity)
    return polarity or Polarity(kinds={}), problems


def check_meaning(
    workspace: Workspace, code: Code, segments: Collection[Segment], polarity: Polarity
) -> Iterator[Problem]:
    """Every text of a language that says more or less than the Dutch it was made from."""
    safety = safety_texts(workspace)
    for segment in segments:
        if segment.target is None or segment.is_stale:
            continue
        for kind, lost in differences(polarity, segment, code, segment.target):
            said = _SAID[kind]
            yield Problem(
                Mark(workspace.file(words_file(code))),
                segment.id,
                Say(
                    f"het Nederlands zegt {said.nl}, en deze vertaling niet"
                    if lost
                    else f"deze vertaling zegt {said.nl}, en het Nederlands niet",
                    f"the Dutch says {said.en}, and this translation does not"
                    if lost
                    else f"this translation says {said.en}, and the Dutch does not",
                ),
                Say(
                    f"zeg hetzelfde als: {segment.source}. Zegt de vertaling het met andere woorden, noem de tekst dan onder otherwise in {FILE}",
                    f"say the same as: {segment.source}. Where the translation says it in other words, name the text under otherwise in {FILE}",
                ),
                "error" if segment.id in safety else "warning",
            )


def differences(polarity: Polarity, segment: Segment, code: Code, target: str) -> Iterator[tuple[str, bool]]:
    """What a text in another language says otherwise than the Dutch one, and whether that is lost or added."""
    for kind, patterns in polarity.kinds.items():
        if code not in patterns or polarity.otherwise.get(segment.place) == kind:
            continue
        dutch, there = (
            bool(_pattern(patterns[language]).search(text))
            for language, text in (("nl", _TAG.sub(" ", segment.source)), (code, _TAG.sub(" ", target)))
        )
        if dutch != there and not (there and kind in _ONE_WAY):
            yield kind, dutch
    if (was := numbers_in(segment.source)) != (now := numbers_in(target)):
        yield "numbers", len(was) >= len(now)


def numbers_in(text: str) -> list[str]:
    """In digits; a whole hour is a number."""
    return sorted(_DIGITS.findall(re.sub(r"\{\d\}|:00\b", "", _TAG.sub("", text))))


@lru_cache(maxsize=256)
def _pattern(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.I)
