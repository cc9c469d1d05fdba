"""Where a topic stands in one organisation, and which modules it has: the one source for pages, signpost, search, kit and training."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Literal

from voorlichter.profile.model import Profile

TopicStatus = Literal["inside", "grey", "outside"]
"""`inside`: for an advisor. `grey`: for another, and for an advisor once the way people behave is the problem. `outside`: for another."""


@dataclass(frozen=True, slots=True)
class TopicKind:
    """What data/topics.yml says of a topic, for any organisation."""

    inside: Literal["yes", "grey", "no"]
    scope: str | None = None
    """The part of an advisor's work it belongs to; outside where no advisor here does that part."""

    @property
    def is_core(self) -> bool:
        """It is what that part of the work is, so only the scope of the advisors moves it."""
        return self.inside == "yes" and self.scope is not None


def status_of(kind: TopicKind, own: bool | None, scopes: Collection[str]) -> TopicStatus:
    """`own` is what the profile says of it, `scopes` what its advisors do together."""
    if own is not None:
        return "inside" if own else "outside"
    if kind.scope is not None and kind.scope not in scopes:
        return "outside"
    return "inside" if kind.inside == "yes" else "grey" if kind.inside == "grey" else "outside"


def modules_for(profile: Profile, scopes: Mapping[str, str | None]) -> list[str]:
    """Of the chosen modules those that stand apart from a scope, or belong to one that an advisor has."""
    covered = {part for advisor in profile.advisors for part in advisor.scope}
    return [name for name in profile.training.modules if (scope := scopes.get(name)) is None or scope in covered]
