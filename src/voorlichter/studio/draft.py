"""An unfinished profile, made whole for the preview: what lacks gets a stand-in that a reader sees as such. Nothing of it is published."""

from __future__ import annotations

import copy
from collections.abc import Iterable, Mapping, Set
from contextlib import suppress
from typing import Any

from pydantic import ValidationError

from voorlichter.languages import among
from voorlichter.model_problems.places import place_of
from voorlichter.problems import Language, Problem
from voorlichter.profile.fields import TO_FILL_IN
from voorlichter.profile.model import Advisor, Profile
from voorlichter.profile.read import ProfileSource
from voorlichter.profile.vocabulary import Vocabulary
from voorlichter.slots.types import Tel
from voorlichter.yaml_source import KeyPath, dotted, value_at

OPEN, CLOSE = "⟦", "⟧"
"""Around a stand-in, so that the preview can mark it."""

_TRIES = 12
_SAID: Mapping[str, Mapping[str, Any]] = {
    "organisation": {"nl": {}, "en": {}},
    "name": {"nl": "naam", "en": "name"},
    "id": {"nl": "advisor", "en": "advisor"},
    "kind": {"nl": "external", "en": "external"},
    "register": {"nl": "register", "en": "register"},
}
_WORKFORCE = 100
_PHONE = {"nl": "nummer", "en": "number"}


def stand_in(said: str) -> str:
    return f"{OPEN}{said}{CLOSE}"


def draft_profile(
    source: ProfileSource, vocabulary: Vocabulary, problems: Iterable[Problem], language: Language
) -> Profile | None:
    """The profile with everything right that is there, and stand-ins for what must be; None where that gives no profile.

    `problems` are those of its check: what they call an error is left out.
    """
    data = copy.deepcopy(source.data) if isinstance(source.data, dict) else {}
    wrong = {problem.where for problem in problems if problem.severity == "error"}
    _leave_out(data, {path for path in source.keys if dotted(path) in wrong})
    data = _without_open(data)
    context = among(vocabulary.languages)
    for _ in range(_TRIES):
        if not data.get("advisors"):
            data["advisors"] = [{}]
        try:
            return _somewhere(_reachable(Profile.model_validate(data, context=context), language))
        except ValidationError as error:
            gone: set[KeyPath] = set()
            for mistake in error.errors(include_url=False):
                place = place_of(mistake["loc"], Profile)
                if mistake["type"] == "missing" and (said := _for(str(place.path[-1]), language)) is not None:
                    value_at(data, place.path[:-1])[place.path[-1]] = said
                elif mistake["type"] == "missing":
                    gone.add(place.path[:-1])
                else:
                    gone.add(_as_far_as_there(data, place.path))
            _leave_out(data, gone)
    return None


def _for(key: str, language: Language) -> Any:
    if key == "workforce":
        return _WORKFORCE
    said = _SAID.get(key, {}).get(language)
    if said is None or isinstance(said, dict) or key in ("id", "kind"):
        return copy.deepcopy(said)
    return stand_in(str(said))


def _reachable(profile: Profile, language: Language) -> Profile:
    """Whoever has no way to be reached gets a number that is none."""
    number = Tel(stand_in(_PHONE[language]), "tel:")

    def with_number(advisor: Advisor) -> Advisor:
        ways = (advisor.phone, advisor.email, advisor.whatsapp, advisor.signal)
        return advisor if any(ways) else advisor.model_copy(update={"phone": number})

    return profile.model_copy(update={"advisors": [with_number(advisor) for advisor in profile.advisors]})


def _somewhere(profile: Profile) -> Profile:
    """A place that is gone, or was left out here, is nobody's."""
    there = {place.id for place in profile.organisation.locations}

    def placed(advisor: Advisor) -> Advisor:
        return advisor.model_copy(update={"locations": [name for name in advisor.locations if name in there]})

    return profile.model_copy(update={"advisors": [placed(advisor) for advisor in profile.advisors]})


def _without_open(data: Any) -> Any:
    """Without what a new file asks to fill in, and what has no value."""
    if isinstance(data, dict):
        return {key: _without_open(value) for key, value in data.items() if not _is_open(value)}
    if isinstance(data, list):
        return [_without_open(value) for value in data if not _is_open(value)]
    return data


def _is_open(value: Any) -> bool:
    return (
        value is None or value == "" or value in TO_FILL_IN.values() if not isinstance(value, (dict, list)) else False
    )


def _as_far_as_there(data: Any, path: KeyPath) -> KeyPath:
    here = data
    for depth, part in enumerate(path):
        try:
            here = here[part]
        except (KeyError, IndexError, TypeError):
            return path[:depth]
    return path


def _leave_out(data: Any, paths: Set[KeyPath]) -> None:
    """Each as it stands before any of them is gone: the last of a list first, and what is inside before what is around it."""
    for path in sorted(paths, key=lambda path: [(type(part).__name__, part) for part in path], reverse=True):
        with suppress(KeyError, IndexError, TypeError):
            del value_at(data, path[:-1])[path[-1]]
