"""What a rule sees of a profile."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from voorlichter.problems import Problem, Say, Severity
from voorlichter.profile.model import Profile
from voorlichter.profile.read import ProfileSource
from voorlichter.profile.vocabulary import Vocabulary
from voorlichter.yaml_source import KeyPath, dotted


@dataclass(frozen=True, slots=True)
class ProfileView:
    profile: Profile
    source: ProfileSource
    vocabulary: Vocabulary
    today: date

    def problem(self, path: KeyPath, message: Say, fix: Say, severity: Severity = "error") -> Problem:
        return Problem(self.source.value_mark(path), dotted(path), message, fix, severity)

    def warning(self, path: KeyPath, message: Say, fix: Say) -> Problem:
        return self.problem(path, message, fix, "warning")
