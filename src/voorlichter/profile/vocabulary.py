"""What a workspace's own data and quizzes define, by the ids that a profile may name."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field

from voorlichter.case_words import CaseWords, shipped_case_words
from voorlichter.languages import Languages, shipped
from voorlichter.problems import Say
from voorlichter.profile.topics import TopicKind


@dataclass(frozen=True, slots=True)
class Vocabulary:
    topics: Mapping[str, TopicKind] | None = field(default_factory=dict)
    """None where the data could not be read: then no topic is called unknown."""
    modules: Collection[str] = ()
    scored: Collection[str] | None = None
    """The modules with right and wrong answers; None where a mistake in quizzes/ leaves that open."""
    module_scopes: Mapping[str, str | None] = field(default_factory=dict)
    """The part of an advisor's work that a module is about; a module is there where an advisor does that part."""
    doors: Mapping[str, Say] | None = None
    """What each is called as a key; None where the data could not be read: then no door is called unknown."""
    languages: Languages = field(default_factory=shipped)
    case_words: CaseWords = field(default_factory=shipped_case_words)
