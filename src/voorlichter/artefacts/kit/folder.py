"""The folder of a kit: put there whole, beside what somebody else keeps in it, and renewed when it has become stale."""

from __future__ import annotations

import hashlib
import shutil
from dataclasses import dataclass, field
from pathlib import Path

from voorlichter.artefacts.kit.make import Kit, KitMaker, read_kit
from voorlichter.json_read import read_json
from voorlichter.organisation import Organisation
from voorlichter.problems import MachineError, Mark, Problem, Say
from voorlichter.swap import staged, write_files
from voorlichter.workspace import KIT, KITS, REPORTS, Workspace


def foreign_kit(folder: Path) -> list[Problem]:
    """A folder that no run of ours made is not ours to replace."""
    if (
        not folder.exists()
        or (folder / KIT).is_file()
        or (folder.is_dir() and all(path.name == REPORTS for path in folder.iterdir()))
    ):
        return []
    return [
        Problem(
            Mark(folder),
            "",
            Say(
                "hier staat iets dat voorlichter niet gemaakt heeft",
                "something stands here that voorlichter did not make",
            ),
            Say("verplaats het, of kies een andere map met -o", "move it, or choose another folder with -o"),
        )
    ]


def write_kit(kit: Kit, folder: Path) -> bool:
    """Put the kit there, unless it stands there already. Raises OSError where the disk refuses; the old one then stands."""
    list_ = kit.render_list()
    if _read_list(folder) == list_ and read_kit(folder).keys() == kit.files.keys():
        return False
    with staged(folder) as staging:
        _copy_others(folder, staging, {*kit.files, *_listed_in(folder), KIT})
        write_files({**kit.files, KIT: list_}, staging)
    return True


def _copy_others(folder: Path, staging: Path, ours: set[str]) -> None:
    """Annual reports, and whatever else somebody put beside our files."""
    for path in folder.rglob("*") if folder.is_dir() else ():
        name = path.relative_to(folder).as_posix()
        if path.is_file() and name not in ours:
            (staging / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(path, staging / name, follow_symlinks=False)


def _read_list(folder: Path) -> bytes:
    try:
        return (folder / KIT).read_bytes()
    except OSError:
        return b""


def _listed_in(folder: Path) -> set[str]:
    try:
        return {entry["name"] for entry in read_json(_read_list(folder))["files"]}
    except (ValueError, KeyError, TypeError):
        return set()


@dataclass(slots=True)
class KitsOfSites:
    """The kits that go along with sites. A site has one where it was made once; from then on it is kept up to date."""

    workspace: Workspace
    _makers: dict[bool, KitMaker] = field(default_factory=dict)

    def make(self, organisation: Organisation) -> tuple[Kit | None, list[Problem]]:
        """The kit as it must be today, in the languages of the templates; a warning where it cannot be made."""
        folder = self.workspace.kits / organisation.slug
        if not (folder / KIT).is_file():
            return None, []
        bleed = has_bleed(folder)
        maker = self._makers.setdefault(bleed, KitMaker(self.workspace, bleed))
        try:
            return maker.make(organisation, read_kit(folder)), []
        except MachineError as error:
            return None, [
                Problem(
                    Mark(folder / KIT),
                    "",
                    Say(
                        "het pakket is verouderd en staat daarom niet op de site",
                        "the kit is out of date, so it is not on the site",
                    ),
                    error.say,
                    "warning",
                )
            ]

    def renew(self, organisation: Organisation) -> tuple[Kit | None, list[Problem]]:
        """The same, and put in its folder. Raises OSError where the disk refuses."""
        kit, problems = self.make(organisation)
        if kit is not None:
            write_kit(kit, self.workspace.kits / organisation.slug)
        return kit, problems

    def inputs_of(self, slug: str, kit: Kit) -> dict[str, str]:
        """The hash of every file of a kit that stands in its folder, as a site's record keeps them."""
        files = {f"{KITS}/{slug}/{made.name}": made.sha256 for made in kit.made}
        return {**files, self.workspace.kit_list(slug): hashlib.sha256(kit.render_list()).hexdigest()}

    def close(self) -> None:
        """Let go of what typesetting keeps on the disk."""
        for maker in self._makers.values():
            maker.close()


def has_bleed(folder: Path) -> bool:
    """Was this kit made for a print shop?"""
    try:
        return bool(read_json(_read_list(folder))["bleed"])
    except (ValueError, KeyError, TypeError):
        return False
