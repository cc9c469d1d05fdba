"""What somebody competent said of passages, data/reviews/*.yml: each answer holds for the words it was given on, and no others."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Any, Literal

from pydantic import Field

from voorlichter.model_problems import check_model
from voorlichter.problems import Problem
from voorlichter.profile.fields import Day, Section
from voorlichter.template.data import unwrapped, wrapped
from voorlichter.workspace import Workspace
from voorlichter.yaml_source import read_yaml

FOLDER = "data/reviews"
By = Annotated[str, Field(min_length=2, max_length=120, pattern=r"^[^<>\[\]{}|]+$")]
Verdict = Literal["ok", "change", "unsure"]


class ReviewAnswer(Section):
    passage: str
    hash: str
    """Of the words that were read."""
    answer: Verdict
    remark: str | None = None


class Review(Section):
    """The answers of one person or association on one day."""

    by: By
    on: Day
    answers: list[ReviewAnswer]


class _ReviewFile(Section):
    items: Review


@dataclass(frozen=True, slots=True)
class SignedAnswer:
    """One answer, with who gave it."""

    by: str
    on: str
    answer: ReviewAnswer


def check_reviews(workspace: Workspace) -> tuple[list[Review], list[Problem]]:
    reviews, problems = [], []
    for name, path in workspace.files(FOLDER).items():
        if Path(name).suffix == ".yml":
            review, mistakes = check_model(wrapped(read_yaml(path)), _ReviewFile)
            problems += unwrapped(mistakes)
            if review is not None:
                reviews.append(review.items)
    return sorted(reviews, key=lambda review: (review.on, review.by)), problems


class Reviewed:
    """Which passages are reviewed as they stand, by whom; `hashes`: of every passage by its name."""

    def __init__(self, reviews: Sequence[Review], hashes: Mapping[str, str]) -> None:
        self.total = len(hashes)
        self.lapsed: set[str] = set()
        """Passages that changed, or went, after somebody had found them right."""
        self.latest: dict[str, dict[str, SignedAnswer]] = {}
        """Of each passage, the last that each reviewer said of these words."""
        for review in reviews:
            for answer in review.answers:
                if hashes.get(answer.passage) == answer.hash:
                    self.latest.setdefault(answer.passage, {})[review.by] = SignedAnswer(
                        review.by, review.on.isoformat(), answer
                    )
                elif answer.answer == "ok":
                    self.lapsed.add(answer.passage)
        self.lapsed -= {passage for passage in self.latest if self.of(passage)}

    def of(self, passage: str) -> list[SignedAnswer]:
        """Who found it right; nobody, as long as one of them wants it changed or is not sure."""
        given = list(self.latest.get(passage, {}).values())
        return given if all(signed.answer.answer == "ok" for signed in given) else []

    def told(self) -> dict[str, Any]:
        """For the theme: by whom, on which days, how many of all."""
        by: dict[tuple[str, str], int] = {}
        for passage in self.latest:
            for signed in self.of(passage):
                by[signed.by, signed.on] = by.get((signed.by, signed.on), 0) + 1
        return {
            "total": self.total,
            "by": [
                {"by": name, "on": day, "count": count}
                for (name, day), count in sorted(by.items(), key=lambda item: item[0][::-1])
            ],
        }
