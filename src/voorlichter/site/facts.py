"""What a template knows of its language, and what follows from that for every site of it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from voorlichter.languages import Code
from voorlichter.profile.topics import TopicKind
from voorlichter.site.phrases import Strings
from voorlichter.site.unworded import Reached
from voorlichter.slots import model as slots
from voorlichter.slots.types import Mail, Tel, Url, render_json

_PRESENCE_WORDS = (
    *("now_open", "now_closed", "now_holiday"),
    *("again_today", "again_tomorrow", "again_on", "again_elsewhere"),
)
"""A script calls them by their last word."""


@dataclass(frozen=True, slots=True)
class Facts:
    """What a template knows of its language: the ids, texts and dates of its data files."""

    language: Code
    languages: dict[Code, str]
    """Every language there is, by what it calls itself."""
    tag: str
    """The language with its region."""
    whole: bool
    """Whether a site has every page in it."""
    direction: str
    letters: str | None
    """Beside those of Dutch."""
    strings: Strings
    topics: dict[str, TopicKind]
    doors: dict[str, str]
    """What each is called."""
    help: slots.ByName[slots.DoorSlots]
    laws: dict[str, date | None]
    holidays: dict[str, str]
    """By year, as `01-01 04-05`."""
    modules: dict[str, dict[str, Any]]
    """Of each training module what tells about it."""
    own_pages: slots.OwnPagesSlots
    no_notes: slots.ByName[str | None] = field(init=False)
    """For the many organisations that add nothing to a topic."""
    _current: dict[date, slots.ByName[bool]] = field(init=False, default_factory=dict)
    _of_presence: dict[range, str] = field(init=False, default_factory=dict)
    _reach: dict[Reached, slots.ReachSlots] = field(init=False, default_factory=dict)

    def __post_init__(self) -> None:
        object.__setattr__(self, "no_notes", slots.ByName(**dict.fromkeys(self.topics)))

    def told_of_presence(self, years: range) -> str:
        """What the scripts say, and the days on which nobody works: the same for every site."""
        if years not in self._of_presence:
            holidays = {str(year): days for year in years if (days := self.holidays.get(str(year)))}
            words = {key.rpartition("_")[2]: self.strings[key] for key in _PRESENCE_WORDS}
            self._of_presence[years] = render_json({"holidays": holidays, "words": words})
        return self._of_presence[years]

    def reach(self, reached: Reached) -> slots.ReachSlots:
        """How to get hold of whoever has these ways: the same for every site."""
        if reached not in self._reach:
            way, t = reached.way, self.strings
            self._reach[reached] = slots.ReachSlots(
                t[f"reach_{way}"], t[f"reach_{way}_small"], t[f"reach_{way}_to"], *reached[1:]
            )
        return self._reach[reached]

    def current(self, today: date) -> slots.ByName[bool]:
        """Which statements of law have not lapsed: the same for every site of a day."""
        if today not in self._current:
            self._current[today] = slots.ByName(
                **{key: lapses is None or today < lapses for key, lapses in self.laws.items()}
            )
        return self._current[today]


def facts_from(description: dict[str, Any]) -> Facts:
    """Read back what template.json holds."""

    def address(kind: Any, pair: list[str] | None) -> Any:
        return kind(*pair) if pair else None

    return Facts(
        language=description["language"],
        languages=description["languages"],
        tag=description["tag"],
        whole=description["level"] == "complete",
        direction=description["direction"],
        letters=description["letters"],
        strings=description["strings"],
        topics={key: TopicKind(*kind) for key, kind in description["topics"].items()}
        | dict.fromkeys(description["dropped"], TopicKind("no")),
        doors={key: name for key, (name, *_) in description["doors"].items()},
        help=slots.ByName(
            **{
                key: slots.DoorSlots(
                    line["name"], address(Tel, line["phone"]), address(Mail, line["email"]), address(Url, line["url"])
                )
                for key, line in description["help"].items()
            }
        ),
        laws={key: date.fromisoformat(day) if day else None for key, day in description["laws"].items()},
        holidays=description["holidays"],
        modules=description["modules"],
        own_pages=_own_pages(description["own_pages"]),
    )


def _own_pages(described: Iterable[dict[str, str]]) -> slots.OwnPagesSlots:
    menus: dict[str, tuple[slots.OwnPageSlots, ...]] = {}
    for page in described:
        shown = slots.OwnPageSlots(page["title"], Url(page["page"], page["page"]))
        menus[page["menu"]] = (*menus.get(page["menu"], ()), shown)
    return slots.OwnPagesSlots(**menus)
