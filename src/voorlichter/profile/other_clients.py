"""Another organisation's name in a profile: what a copied file leaves behind.

Names are found by their rarest word, so that a profile costs what its own words cost, however many organisations
there are; and of a profile nothing is kept but its names.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from voorlichter.problems import Problem, Say
from voorlichter.profile.read import ProfileSource
from voorlichter.yaml_source import dotted

_WORD = re.compile(r"\w+")
_SHORTEST = 4
"""Characters; a shorter name is a word that may stand anywhere."""


class _Name(NamedTuple):
    written: str
    words: frozenset[str]


@dataclass(slots=True)
class OtherClients:
    """The names of all organisations, and where one stands in the profile of another: learn them all, then ask."""

    _names: list[_Name] = field(default_factory=list)
    _own: dict[str, str] = field(default_factory=dict)
    _by_word: dict[str, list[_Name]] = field(default_factory=dict)

    def learn(self, source: ProfileSource) -> None:
        if source.data is None:
            return
        names = [name for name in _names_of(source) if len(name) >= _SHORTEST]
        self._own[source.slug] = " ".join(names).casefold()
        self._names += [_Name(name, frozenset(_words(name))) for name in dict.fromkeys(names) if _words(name)]
        self._by_word.clear()

    @property
    def slugs(self) -> tuple[str, ...]:
        """Of whom a profile was learned that can be read."""
        return tuple(self._own)

    def may_stand_in(self, text: str, slug: str) -> bool:
        """Whether a name may stand in this profile, by the text of its file; an escape may hide one."""
        return "\\" in text or any(self._near(text, slug))

    def find_in(self, source: ProfileSource) -> Iterator[Problem]:
        for path, value in source.texts():
            mark = source.value_mark(path)
            if mark.path == source.path and (name := self._first_in(value, source.slug)):
                yield Problem(
                    mark,
                    dotted(path),
                    Say(
                        f"hier staat de naam van een andere organisatie: {name}",
                        f"another organisation's name stands here: {name}",
                    ),
                    Say(
                        "vervang de naam, of laat haar staan als het klopt",
                        "replace the name, or leave it when it is right",
                    ),
                    "warning",
                )

    def _first_in(self, value: str, slug: str) -> str | None:
        """The first name in a value, and of those that begin there the longest."""
        places = [
            match
            for name in self._near(value, slug)
            if (match := re.search(rf"(?<!\w){re.escape(name.written)}(?!\w)", value, re.I))
        ]
        return min(places, key=lambda match: (match.start(), -match.end())).group() if places else None

    def _near(self, text: str, slug: str) -> Iterator[_Name]:
        """The names of others of which every word stands in a text."""
        if not self._by_word:
            self._index()
        words, own = set(_words(text)), self._own.get(slug, "")
        for word in words & self._by_word.keys():
            yield from (
                name for name in self._by_word[word] if name.words <= words and name.written.casefold() not in own
            )

    def _index(self) -> None:
        """Each name under the word that the fewest names share: `Stichting` says nothing."""
        shared = Counter(word for name in self._names for word in name.words)
        for name in self._names:
            self._by_word.setdefault(min(sorted(name.words), key=shared.__getitem__), []).append(name)


def _words(text: str) -> list[str]:
    return _WORD.findall(text.casefold())


def _names_of(source: ProfileSource) -> list[str]:
    organisation = source.data.get("organisation") if isinstance(source.data, dict) else None
    return (
        []
        if not isinstance(organisation, dict)
        else [name for key in ("name", "short_name") for name in _written(organisation.get(key))]
    )


def _written(value: Any) -> list[str]:
    return [name for name in (value.values() if isinstance(value, dict) else [value]) if isinstance(name, str)]
