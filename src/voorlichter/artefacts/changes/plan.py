"""From two versions to what changed for the reader: each value, where it shows, and the sentences of the pages themselves."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from difflib import SequenceMatcher

from voorlichter.artefacts.changes.materials import Materials
from voorlichter.artefacts.changes.page import split_sentences
from voorlichter.artefacts.changes.pictures import ProfileVersion, compare_pictures, put_back_pictures
from voorlichter.artefacts.changes.shown import Shown, Spot, find_pages
from voorlichter.artefacts.changes.texts import TextChange
from voorlichter.artefacts.changes.values import Difference, Path, compare_profiles, put_back
from voorlichter.artefacts.changes.words import ChangeWords
from voorlichter.languages import Code
from voorlichter.problems import Say
from voorlichter.profile.model import Profile
from voorlichter.site.media import Media

_LONG = 160


@dataclass(frozen=True, slots=True)
class ChangeRow:
    """One changed value in words, and where a reader finds it."""

    path: Path
    what: str
    was: str
    becomes: str
    pages: tuple[Spot, ...]
    materials: tuple[Spot, ...]

    @property
    def shows(self) -> bool:
        return bool(self.pages or self.materials)


@dataclass(frozen=True, slots=True)
class ChangeSheet:
    """All there is to tell about one organisation. `since` and `until` name the two versions."""

    slug: str
    organisation: str
    since: str
    until: str | None
    rows: tuple[ChangeRow, ...]
    texts: tuple[TextChange, ...]
    notes: tuple[str, ...]
    pages: Mapping[str, str]
    """The title of every page of the site, by name."""
    languages: Mapping[Code, Say]

    @property
    def is_empty(self) -> bool:
        return not self.rows and not self.texts


def plan_rows(
    was: ProfileVersion,
    now: ProfileVersion,
    show: Callable[[Profile, Media], Shown],
    materials: Materials,
    words: ChangeWords,
) -> list[ChangeRow]:
    """Where a value shows is found by putting it alone back to what it was."""
    present = show(now.profile, now.media)
    rows = []
    for difference in _in_order([*compare_profiles(was.profile, now.profile), *compare_pictures(was, now)]):
        path = difference.path
        pictured = path[-1] in ("photo", "logo")
        profile = now.profile if pictured else put_back(now.profile, was.profile, path)
        former = show(profile, put_back_pictures(now.media, was.media, path))
        told = _tell(difference, words)
        rows.append(
            ChangeRow(
                path,
                words.label(path),
                *told,
                tuple(find_pages(former, present)),
                tuple(materials.find(former, present)),
            )
        )
    return rows


def _in_order(differences: list[Difference]) -> list[Difference]:
    """As the keys stand in a profile; of one advisor all together."""
    keys = list(Profile.model_fields)
    order = {
        difference.path[:2]: None for difference in sorted(differences, key=lambda change: keys.index(change.path[0]))
    }
    return sorted(differences, key=lambda change: list(order).index(change.path[:2]))


def _tell(difference: Difference, words: ChangeWords) -> tuple[str, str]:
    """Of a long text only the sentences that changed."""
    was, now = (
        value.to(words.language) if isinstance(value, Say) else words.value(difference.path, value)
        for value in (difference.was, difference.now)
    )
    if difference.was is None or difference.now is None or len(was) + len(now) < 2 * _LONG:
        return was, now
    return _changed(was, now)


def _changed(was: str, now: str) -> tuple[str, str]:
    before, after = split_sentences(was), split_sentences(now)
    gone: list[str] = []
    new: list[str] = []
    for tag, start, end, other_start, other_end in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if tag != "equal":
            gone += before[start:end]
            new += after[other_start:other_end]
    return "… " + " … ".join(gone) if gone else "…", "… " + " … ".join(new) if new else "…"
