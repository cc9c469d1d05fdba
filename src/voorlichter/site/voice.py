"""How the pages of one language say what a profile holds."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import cached_property

from voorlichter.profile.called import name_in
from voorlichter.profile.model import Advisor, LocalName, LocalProse, LocalText
from voorlichter.prose import render_prose
from voorlichter.site.facts import Facts
from voorlichter.site.media import PlacedPicture
from voorlichter.site.phrases import say_day
from voorlichter.site.unworded import Unworded
from voorlichter.slots import model as slots
from voorlichter.slots.types import Html, Url


class Voice:
    """It says things, and holds nothing of what it said: what is said later may hold it."""

    def __init__(self, facts: Facts, unworded: Unworded, shared: str) -> None:
        """`shared` leads from a page to what all languages share."""
        self.facts = facts
        self.unworded = unworded
        self.shared = shared
        self.t = facts.strings
        organisation = unworded.profile.organisation
        self.short_name = self.name(organisation.short_name or organisation.name)
        self.in_sentence = self.name(organisation.in_sentence or self.short_name)

    @cached_property
    def places(self) -> dict[str, str]:
        """What each is called, by its id."""
        return {place.id: self.name(place.name) for place in self.unworded.profile.organisation.locations}

    def text(self, text: LocalText | None) -> str | None:
        return getattr(text, self.facts.language, None) if text else None

    def name(self, name: str | LocalName) -> str:
        return name_in(name, self.facts.language)

    def prose(self, text: LocalProse | None) -> Html | None:
        written = getattr(text, self.facts.language, None) if text else None
        return render_prose(written) if written else None

    def day(self, day: date | None) -> str | None:
        return say_day(day, self.t) if day else None

    def only_for(self, advisor: Advisor) -> str:
        """What somebody is there for who is not there for everything."""
        return self.t[f"only_{advisor.scope[0]}"]

    def reach(self, advisors: Sequence[Advisor]) -> slots.ReachSlots:
        return self.facts.reach(self.unworded.reached(advisors))

    def file(self, name: str) -> Url:
        """As a page asks for it."""
        return Url(self.shared + name, self.shared + name)

    def picture(self, placed: PlacedPicture | None, alt: str) -> slots.PictureSlots | None:
        if placed is None:
            return None
        return slots.PictureSlots(
            self.file(placed.name), self.file(placed.name_2x), str(placed.width), str(placed.height), alt
        )
