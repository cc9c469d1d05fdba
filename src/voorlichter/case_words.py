"""Words by which a key or a sentence could be about one case or one person: data/case_words.yml, in all languages together."""

from __future__ import annotations

import re
from functools import lru_cache

from pydantic import BaseModel, ConfigDict

from voorlichter.languages import Languages, among
from voorlichter.model_problems import check_model
from voorlichter.problems import Problem
from voorlichter.text import WordLists
from voorlichter.worded import read_worded
from voorlichter.workspace import Workspace, default_folder
from voorlichter.yaml_source import read_kept_yaml

FILE = "case_words.yml"


class CaseWords(BaseModel):
    """Every list by what it is for; the file tells more of each."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    keys_of_a_case: WordLists
    keys_of_a_person: WordLists
    numbers: WordLists
    counted: WordLists
    joined: WordLists
    times: WordLists
    turns: WordLists
    happened: WordLists
    percent: WordLists
    shares: WordLists
    out_of: WordLists
    articles: WordLists
    alone: WordLists
    single: WordLists
    tied: WordLists
    titles: WordLists
    pronouns: WordLists
    did: WordLists
    functions: WordLists
    units: WordLists
    moments: WordLists
    parts_of_a_day: WordLists
    no_names: WordLists

    def any_of(self, *lists: str) -> str:
        """A pattern for one of the words of these lists, in whichever language."""
        words = [word for name in lists for _, said in getattr(self, name).items() for word in said]
        return rf"(?:{'|'.join(map(re.escape, dict.fromkeys(words)))})"

    def in_key(self, *lists: str) -> re.Pattern[str]:
        """A whole key that is one of these words, also with more behind it."""
        return re.compile(rf"(?:(?:by|per|naar)_)?{self.any_of(*lists)}(?:[_-].*)?", re.I)


def check_case_words(workspace: Workspace, languages: Languages) -> tuple[CaseWords, list[Problem]]:
    """Those of a workspace; those of this version where its file has mistakes."""
    words, problems = check_model(read_worded(workspace, languages, "data", FILE), CaseWords, context=among(languages))
    return words or shipped_case_words(), problems


@lru_cache(maxsize=1)
def shipped_case_words() -> CaseWords:
    """Those of this version."""
    return CaseWords.model_validate(read_kept_yaml(default_folder() / "data" / FILE).data)
