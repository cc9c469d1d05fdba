"""Words that make a sentence a claim about one organisation: data/claim_words.yml, by kind, and by what must be so."""

from __future__ import annotations

import re
from functools import lru_cache

from pydantic import BaseModel, ConfigDict

from voorlichter.languages import Code, Languages, among
from voorlichter.model_problems import check_model
from voorlichter.problems import Problem
from voorlichter.text import WordLists
from voorlichter.worded import read_worded
from voorlichter.workspace import Workspace, default_folder
from voorlichter.yaml_source import read_kept_yaml

FILE = "claim_words.yml"
OTHER = "other"
"""Words of which no profile decides whether they are true."""


class ClaimWords(BaseModel):
    """By kind, and by the id of what must be so for these words to be true; the file tells more of each."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    channel: dict[str, WordLists]
    door: dict[str, WordLists]
    topic: dict[str, WordLists]
    day: dict[str, WordLists]
    place: dict[str, WordLists]
    person: dict[str, WordLists]

    def groups(self, kind: str, language: Code) -> dict[str, re.Pattern[str]]:
        """For each id of a kind a pattern for one of its words; a language may lack some."""
        said: dict[str, WordLists] = getattr(self, kind)
        found = {id_: dict(words.items()).get(language) for id_, words in said.items()}
        return {id_: _pattern(tuple(words)) for id_, words in found.items() if words}

    def any_of(self, kind: str, language: Code) -> re.Pattern[str]:
        """One of all the words of a kind."""
        said: dict[str, WordLists] = getattr(self, kind)
        return _pattern(tuple(word for words in said.values() for word in dict(words.items()).get(language, ())))


@lru_cache(maxsize=256)
def _pattern(words: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w-])(?:{'|'.join(map(re.escape, words))})(?![\w-])", re.I)


def check_claim_words(workspace: Workspace, languages: Languages) -> tuple[ClaimWords, list[Problem]]:
    """Those of a workspace; those of this version where its file has mistakes."""
    words, problems = check_model(read_worded(workspace, languages, "data", FILE), ClaimWords, context=among(languages))
    return words or shipped_claim_words(), problems


@lru_cache(maxsize=1)
def shipped_claim_words() -> ClaimWords:
    """Those of this version."""
    return ClaimWords.model_validate(read_kept_yaml(default_folder() / "data" / FILE).data)
