"""What a new version of the program says otherwise than the one that published a site, and whether whoever publishes it accepted that.

At every publish is kept, beside what is remembered of the place, what a site was made from, and its pages as the program
wrote them. From the same this version makes the same pages: what differs is the program's doing and nobody else's. Pictures
and the files of a kit are not kept, and count for nothing here.
"""

from __future__ import annotations

import hashlib
import io
import json
import zipfile
import zlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass
from datetime import date
from pathlib import Path
from typing import Any

from voorlichter import __version__
from voorlichter.artefacts.changes.plan import ChangeSheet
from voorlichter.artefacts.changes.shown import Shown
from voorlichter.artefacts.changes.texts import TextChange, compare_texts
from voorlichter.artefacts.report.offer import plan_page
from voorlichter.artefacts.site.plan import CODE_PLACE, Additions, plan_site
from voorlichter.cache import open_cache
from voorlichter.json_read import read_json
from voorlichter.organisation import Organisation, check_written, templates_for
from voorlichter.problems import InputError, Language, Mark, Problem, Say
from voorlichter.profile.called import name_in
from voorlichter.publish.shelf import Shelf, shelves
from voorlichter.regular_file import read_regular
from voorlichter.scratch import Scratch
from voorlichter.site.media import unread_media
from voorlichter.slots.model import KitSlots
from voorlichter.stage_one import StageOne
from voorlichter.swap import replace_file, write_files
from voorlichter.workspace import SLUG, OutsideError, Workspace, check_name
from voorlichter.zip_file import render_zip

_KEPT, _ACCEPTED = "as-published.zip", "accepted.txt"
_ABOUT, _FILES, _PAGES = "about.json", "made-from/", "pages/"
_LARGE = 64 * 1024 * 1024
_SAID = ("page", "text", "link")
"""What is read, or led to."""
_THIS_VERSION = f"Voorlichter {__version__}".encode()

PagesSaid = Mapping[tuple[str, str], bytes]
"""By language and name."""


@dataclass(frozen=True, slots=True)
class NewWording:
    """`since`: the version of the program that published it. `is_mixed`: what its owner changed is among it, for the profile of then cannot be read any more."""

    slug: str
    organisation: str
    since: str
    changes: tuple[TextChange, ...]
    titles: Mapping[str, str]
    is_mixed: bool = False

    @property
    def mark(self) -> str:
        """Of these very words: whoever accepts them accepts no others."""
        return hashlib.sha256(json.dumps([asdict(one) for one in self.changes]).encode()).hexdigest()

    def sheet(self, language: Language, stage_one: StageOne) -> ChangeSheet:
        """As a change is told elsewhere."""
        said = {code: known.said for code, known in stage_one.languages.items()}
        return ChangeSheet(self.slug, self.organisation, self.since, None, (), self.changes, (), self.titles, said)


@dataclass(frozen=True, slots=True)
class ProgramWording:
    workspace: Workspace
    stage_one: StageOne

    def keep(self, shelf: Shelf, manifest: bytes, day: date) -> None:
        """What is online there now; nothing where the profile became another meanwhile. Raises OSError where the disk refuses."""
        of = hashlib.sha256(manifest).hexdigest()
        about = _read_about(shelf)
        if about and (about["of"], about["voorlichter"]) == (of, __version__):
            return
        try:
            organisation = self._read(self.workspace, shelf.slug, day)
        except InputError:  # somebody is writing in it; the site itself stands
            return
        workspace, slug = self.workspace, shelf.slug
        has_kit = (workspace.root / workspace.kit_list(slug)).is_file()
        names = {
            *organisation.source.inputs,
            *organisation.own.inputs(workspace.root),
            *workspace.published_reports(slug),
        }
        about = {"voorlichter": __version__, "of": of, "slug": slug, "day": day.isoformat(), "kit": has_kit}
        files = {f"{_FILES}{name}": (workspace.root / name).read_bytes() for name in names}
        pages = _pages(workspace, organisation, has_kit)
        files |= {f"{_PAGES}{code}/{name}": data for (code, name), data in pages.items()}
        replace_file(shelf.folder / _KEPT, render_zip({**files, _ABOUT: json.dumps(about).encode()}))

    def find_new(self, slug: str) -> Iterator[tuple[Shelf, NewWording]]:
        """Each place where a site of an earlier version of the program stands, if this version says anything otherwise.

        Raises InputError where neither the profile of then nor that of now can be read.
        """
        for shelf in shelves(self.workspace, slug):
            about = _read_about(shelf)
            if about and about["voorlichter"] != __version__ and (found := self._compare(shelf, about)).changes:
                yield shelf, found

    def check_accepted(self, slug: str) -> None:
        """Raises InputError where a new version of the program says what nobody accepted yet."""
        waiting = [found for shelf, found in self.find_new(slug) if not is_accepted(shelf, found)]
        if waiting:
            raise InputError([_not_accepted(self.workspace, waiting[0])])

    def _compare(self, shelf: Shelf, about: Mapping[str, Any]) -> NewWording:
        kept = _read_kept(shelf)
        then = {
            (name.split("/")[1], name.split("/", 2)[2]): data for name, data in kept.items() if name.startswith(_PAGES)
        }
        mixed = False
        with Scratch("wording") as folder:
            write_files(
                {name.removeprefix(_FILES): data for name, data in kept.items() if name.startswith(_FILES)}, folder
            )
            earlier = Workspace(folder, self.workspace.defaults)
            try:
                organisation = self._read(earlier, str(about["slug"]), date.fromisoformat(str(about["day"])))
                pages = _pages(earlier, organisation, bool(about["kit"]))
            except InputError:
                mixed = True
                organisation = self._read(self.workspace, shelf.slug, date.fromisoformat(str(about["day"])))
                pages = _pages(self.workspace, organisation, bool(about["kit"]))
        was, now = Shown(then, {}, {}, {}), Shown(pages, {}, {}, {})
        changes = tuple(change for change in compare_texts(was, now) if change.kind in _SAID)
        name = name_in(organisation.profile.organisation.name, "nl")
        titles = {page: now.title(page) for page in now.page_names}
        return NewWording(shelf.slug, name, str(about["voorlichter"]), changes, titles, mixed)

    def _read(self, workspace: Workspace, slug: str, day: date) -> Organisation:
        """Raises InputError."""
        checked = check_written(workspace, slug, self.stage_one.vocabulary(), day)
        if checked.profile is None:
            raise InputError(checked.problems)
        # Templates of what all share are those of this workspace: its own pages are its own.
        templates = templates_for(workspace, slug, checked.own, checked.profile, self.stage_one)
        media = unread_media(checked.profile, slug, open_cache())
        return Organisation(slug, checked.source, checked.profile, media, templates, day, (), checked.own)


def accept(shelf: Shelf, wording: NewWording) -> None:
    """Raises OSError where the disk refuses."""
    replace_file(shelf.folder / _ACCEPTED, wording.mark.encode())


def is_accepted(shelf: Shelf, wording: NewWording) -> bool:
    try:
        return (shelf.folder / _ACCEPTED).read_text(encoding="utf-8") == wording.mark
    except (OSError, UnicodeDecodeError):
        return False


def _pages(workspace: Workspace, organisation: Organisation, has_kit: bool) -> dict[tuple[str, str], bytes]:
    """What a site says, without its code and the number of the version; of a kit the page, not what is on offer."""
    kits = dict.fromkeys(organisation.languages, KitSlots((), False, None)) if has_kit else {}
    plan = plan_site(organisation, Additions(kits, plan_page(workspace, organisation)))
    first, *others = organisation.languages
    pages = {}
    for path, data in plan.files.items():
        if path.endswith(".html"):
            folder, _, rest = path.partition("/")
            key = (folder, rest) if folder in others else (first, path)
            pages[key] = data.replace(plan.code.encode(), CODE_PLACE.encode()).replace(_THIS_VERSION, b"Voorlichter")
    return pages


def _read_about(shelf: Shelf) -> dict[str, Any] | None:
    """None where nothing is kept, or nothing that can be read: it is then as if this were the first time."""
    told = _read_kept(shelf, [_ABOUT]).get(_ABOUT)
    try:
        about: dict[str, Any] = read_json(told or b"")
        date.fromisoformat(about["day"])
        return about if {"voorlichter", "of", "slug", "kit"} <= about.keys() and SLUG.fullmatch(about["slug"]) else None
    except (ValueError, KeyError, TypeError, AttributeError):
        return None


def _read_kept(shelf: Shelf, names: Iterable[str] | None = None) -> dict[str, bytes]:
    try:
        with zipfile.ZipFile(io.BytesIO(read_regular(shelf.folder / _KEPT, _LARGE))) as archive:
            if sum(entry.file_size for entry in archive.infolist()) > _LARGE:
                return {}
            found = archive.namelist() if names is None else names
            for name in found:
                check_name(name)
            return {name: archive.read(name) for name in found}
    except (
        OSError,
        OutsideError,
        KeyError,
        EOFError,
        RuntimeError,
        zipfile.BadZipFile,
        zlib.error,
    ):  # locked, or cut off
        return {}


def _not_accepted(workspace: Workspace, wording: NewWording) -> Problem:
    slug, count = wording.slug, len(wording.changes)
    times = Say("één plek" if count == 1 else f"{count} plekken", "one place" if count == 1 else f"{count} places")
    return Problem(
        Mark(Path(workspace.profile_path(slug))),
        "",
        Say(
            f"deze versie van Voorlichter ({__version__}) zegt op {times.nl} iets anders dan versie {wording.since}, waarmee deze site online staat; er is niets gepubliceerd",
            f"this version of Voorlichter ({__version__}) says something else in {times.en} than version {wording.since}, by which this site is online; nothing was published",
        ),
        Say(
            f"lees het met: voorlichter upgrade {slug} --preview; is het goed, zeg dan: voorlichter upgrade {slug} --accept; en publiceer opnieuw",
            f"read it with: voorlichter upgrade {slug} --preview; if it is right, say: voorlichter upgrade {slug} --accept; and publish again",
        ),
    )
