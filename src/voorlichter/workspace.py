"""A user's folder, laid file by file over the package's defaults."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import count
from pathlib import Path

from voorlichter.conflict_copies import original_of
from voorlichter.plain_letters import hyphenated
from voorlichter.problems import InputError, Language, Mark, Problem, Say
from voorlichter.regular_file import IrregularError, read_regular

LAYERED = ("docs", "quizzes", "data", "overrides")
"""Folders in which a workspace's files lie over the defaults."""

RELEASED = "quizzes/released.txt"
"""The ids of questions that were handed out."""

KITS = "kit"
"""What is handed out besides a site: a folder for each organisation, in a workspace; the same name in the site itself."""

REPORTS = "annual-report"
"""In an organisation's kit: what was published year by year."""

MANIFEST = "manifest.json"
"""In a site: every file with its hash. By it we know what is ours."""

SIGNATURE = "manifest.json.sig"
"""Beside the manifest: the signature of it, where somebody signed. Ours as well, and listed nowhere, for it comes later."""

KIT = "kit.json"
"""In a kit: every file, and what it was made from."""

SLUG = re.compile(r"[a-z0-9](?:[a-z0-9-]{0,58}[a-z0-9])?")
_DEVICES = {"con", "prn", "aux", "nul", *(f"com{n}" for n in range(10)), *(f"lpt{n}" for n in range(10))}
_DRIVE = re.compile(r"[A-Za-z]:")
_ORGANISATION = Say("organisatie", "organisation")
_IGNORED = re.compile(r"(^|/)(__pycache__|README|tests/)|\.py$|/examples\.yml$")
"""What shows and tests a part of the theme from beside it."""
_LEFT_BEHIND = re.compile(
    r"(?:^|/)(?:\.[^/]*|(?:eh)?thumbs\.db|desktop\.ini|icon\r|\$recycle\.bin|__macosx|~\$[^/]*|[^/]*~|[^/]*\.swp)(?:/|$)",
    re.I,
)


def is_left_behind(name: str) -> bool:
    """Is this of what Windows, macOS and editors put beside files by themselves? A name, or a path."""
    return _LEFT_BEHIND.search(name) is not None


def default_folder() -> Path:
    """Where docs/, quizzes/, data/, overrides/ and mkdocs.yml of this version stand."""
    packaged = Path(__file__).parent / "defaults"
    return packaged if packaged.is_dir() else Path(__file__).parents[2]


@dataclass(frozen=True, slots=True)
class Workspace:
    """Any folder with profiles/. `root` is absolute."""

    root: Path
    defaults: Path

    @classmethod
    def at(cls, folder: Path) -> Workspace:
        return cls(folder.resolve(), default_folder())

    @property
    def profiles(self) -> Path:
        return self.root / "profiles"

    @property
    def advisors(self) -> Path:
        """Whoever works for several organisations, a file each."""
        return self.root / "advisors"

    @property
    def kits(self) -> Path:
        return self.root / KITS

    def kit_list(self, slug: str) -> str:
        """Where the list of an organisation's kit stands, from the root; a kit that was made once is kept up to date."""
        return f"{KITS}/{slug}/{KIT}"

    def published_reports(self, slug: str) -> dict[str, Path]:
        """Every annual report that was published, by its path from the root."""
        folder = self.kits / slug / REPORTS
        names = sorted(name for name in names_in(folder) if name.endswith(".json"))
        return {f"{KITS}/{slug}/{REPORTS}/{name}": folder / name for name in names}

    @property
    def private(self) -> Path:
        """What we keep for ourselves of this workspace: what was built and handed out, where sites stand and what stood there before; never published, and safe to delete but for the last two."""
        return self.root / ".voorlichter"

    def files(self, folder: str) -> dict[str, Path]:
        """The files under a layered folder by their path inside it, the workspace's own before the default's."""
        paths: dict[str, Path] = {}
        for layer in dict.fromkeys((self.defaults, self.root)):
            base = layer / folder
            if layer == self.root and self._leads_out(base):
                continue
            names = {*_files_in(str(base))}
            paths |= {
                name: base / name
                for name in names
                if not (_IGNORED.search(name) or is_left_behind(name) or original_of(name, names))
            }
        return dict(sorted(paths.items()))

    def file(self, name: str) -> Path:
        """One layered file, such as mkdocs.yml."""
        own = self.root / name
        return own if own.is_file() and not self._leads_out(own) else self.defaults / name

    def is_own(self, path: Path) -> bool:
        """Is a layered file the workspace's, and not the program's?"""
        return self.root != self.defaults and path.is_relative_to(self.root)

    def _leads_out(self, path: Path) -> bool:
        """Over a link, in the path or at its end: whatever lies elsewhere is not this workspace's to show."""
        return not Path(os.path.realpath(path)).is_relative_to(os.path.realpath(self.root))

    def slugs(self) -> list[str]:
        """The organisations of this workspace; without the folders of `name_problems`. Raises InputError without profiles/."""
        if not self.profiles.is_dir():
            raise InputError(
                [
                    Problem(
                        Mark(self.profiles),
                        "",
                        Say("er is hier nog geen map profiles", "there is no profiles folder here yet"),
                        Say(
                            "maak een eerste profiel met `voorlichter new naam-van-de-organisatie`, of kies de map met -C",
                            "make a first profile with `voorlichter new name-of-the-organisation`, or choose the folder with -C",
                        ),
                    )
                ]
            )
        return [name for name in self._names() if not check_slug(name, self.profiles / name)]

    def name_problems(self) -> list[Problem]:
        """Folders under profiles/ whose name cannot be an address; the others are not held up by them."""
        names = self._names()
        problems = [problem for name in names for problem in check_slug(name, self.profiles / name)]
        seen: dict[str, str] = {}
        for name in names:
            twin = seen.setdefault(name.casefold(), name)
            if twin != name:
                problems.append(
                    Problem(
                        Mark(self.profiles / name),
                        name,
                        Say(
                            f"{name} en {twin} verschillen alleen in hoofdletters",
                            f"{name} and {twin} differ in capitals only",
                        ),
                        Say("geef een van de twee mappen een andere naam", "give one of the two folders another name"),
                    )
                )
        return problems

    def _names(self) -> list[str]:
        return sorted(path.name for path in self.profiles.iterdir() if path.is_dir() and not is_left_behind(path.name))

    def profile_path(self, slug: str) -> Path:
        return self.profiles / slug / "profile.yml"


def names_in(folder: Path) -> set[str]:
    """What stands in a folder; one that is not there, or that nobody may read, has nothing."""
    try:
        return {*os.listdir(folder)}
    except OSError:
        return set()


def _files_in(folder: str, before: str = "") -> Iterator[str]:
    """The names of the files under a folder, links left out; a missing folder has none."""
    if not os.path.isdir(folder):
        return
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.is_dir(follow_symlinks=False):
                yield from _files_in(entry.path, f"{before}{entry.name}/")
            elif entry.is_file(follow_symlinks=False):
                yield before + entry.name


def nearly(path: Path) -> Path | None:
    """The file that was meant to have this name and has it in capitals, or with another or a second extension."""
    wanted = re.escape(path.stem.casefold())
    name = re.compile(rf"{wanted}(\.ya?ml)*(\.txt)?" if path.stem != "profile" else r"profi(le|el)(\.ya?ml)*(\.txt)?")
    others = sorted(path.parent.iterdir()) if path.parent.is_dir() else ()
    return next(
        (
            candidate
            for candidate in others
            if candidate.name != path.name and name.fullmatch(candidate.name.casefold()) and candidate.is_file()
        ),
        None,
    )


def say_misnamed(other: Path, path: Path) -> Problem:
    hint_nl, hint_en = (
        (" (in Verkenner: Beeld, Bestandsnaamextensies)", " (in Explorer: View, File name extensions)")
        if other.suffix.casefold() == ".txt"
        else ("", "")
    )
    return Problem(
        Mark(other),
        "",
        Say(f"dit bestand moet {path.name} heten", f"this file must be called {path.name}"),
        Say(
            f"verander de naam {other.name} in {path.name}{hint_nl}",
            f"change the name {other.name} into {path.name}{hint_en}",
        ),
    )


def slug_of(name: str, language: Language = "nl") -> str:
    """The slug of an organisation by its name, however it is written; a slug keeps itself."""
    word = _ORGANISATION.to(language)
    slug = name if SLUG.fullmatch(name) else hyphenated(name, 60) or word
    return f"{slug}-{word}" if slug in _DEVICES else slug


def free_slug(workspace: Workspace, slug: str) -> str:
    """The same with a number behind it, of which there is no folder yet."""
    numbered = (f"{slug[: 59 - len(str(number))].rstrip('-')}-{number}" for number in count(2))
    return next(name for name in numbered if not (workspace.profiles / name).exists())


def check_slug(slug: str, path: Path) -> list[Problem]:
    """A slug becomes a folder and part of a web address: lower case, digits and hyphens, on every system."""
    better = Say(slug_of(slug, "nl"), slug_of(slug, "en"))
    if slug in _DEVICES:
        return [
            Problem(
                Mark(path),
                slug,
                Say(f"{slug} is op Windows de naam van een apparaat", f"{slug} is the name of a device on Windows"),
                Say(f"noem de map bijvoorbeeld {better.nl}", f"name the folder {better.en}, for example"),
            )
        ]
    if SLUG.fullmatch(slug):
        return []
    return [
        Problem(
            Mark(path),
            slug,
            Say("deze naam kan geen webadres zijn", "this name cannot be a web address"),
            Say(
                f"gebruik hoogstens 60 kleine letters, cijfers en streepjes: {better.nl}",
                f"use lower-case letters, digits and hyphens only, 60 at most: {better.en}",
            ),
        )
    ]


def check_name(name: str) -> None:
    """Raises OutsideError where this is no name of a file within a folder, on any system."""
    if "\\" in name:
        raise OutsideError(
            Say("hier staat een \\; een map schrijft u met /", "there is a \\ here; a folder is written with /")
        )
    if name.startswith("/") or _DRIVE.match(name) or ".." in name.split("/"):
        raise OutsideError(
            Say("dit bestand ligt buiten de map van het profiel", "this file lies outside the profile's folder")
        )
    if not name or "\0" in name:
        raise OutsideError(Say("dit is geen naam van een bestand", "this is no name of a file"))


_SITE_NAME = re.compile(r"(?!\.{1,2}(/|$))[\w.+ -]+(/(?!\.{1,2}(/|$))[\w.+ -]+)*", re.ASCII)
"""Chapter by part, of letters, digits and a few signs; never a way up, a drive, a device or an address."""
_LONGEST_NAME = 240


def is_site_name(name: str) -> bool:
    """Can a file of a site have this name? Of what somebody calls a file of their own, more is taken: see `check_name`."""
    return len(name) <= _LONGEST_NAME and _SITE_NAME.fullmatch(name) is not None


def read_inside(root: Path, name: str, most: int | None = None) -> bytes:
    """The bytes of a regular file named relative to `root`, of `most` bytes.

    Raises OutsideError where the name leads out of the folder, over a link, or to something that is not a file;
    LargeError, and FileNotFoundError where there is nothing.
    """
    check_name(name)
    path = root / name
    for part in (path, *path.parents):
        if part == root:
            break
        if part.is_symlink():
            raise OutsideError(Say("dit is een koppeling naar een andere plek", "this is a link to another place"))
    try:
        return read_regular(path, most)
    except (IrregularError, IsADirectoryError) as error:
        raise OutsideError(Say("dit is geen gewoon bestand", "this is not a regular file")) from error


class OutsideError(ValueError):
    """A file name that leads out of its folder."""

    def __init__(self, say: Say) -> None:
        self.say = say
        super().__init__(say.en)
