"""A zip to hand to IT: the site in a folder of its name, and beside it the page that tells them what to do."""

from __future__ import annotations

import zipfile
from collections.abc import Iterable, Set
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from voorlichter.output import check_output
from voorlichter.problems import InputError, Mark, Problem, Say
from voorlichter.publish.built import names_in
from voorlichter.publish.port import Journal, Outgoing, Standing, path_written
from voorlichter.swap import replace_file
from voorlichter.workspace import MANIFEST, Workspace
from voorlichter.zip_file import render_zip

RANK = 3


@dataclass(frozen=True, slots=True)
class ZipForIt:
    """`path` is absolute."""

    path: Path

    def __str__(self) -> str:
        return str(self.path)

    @property
    def is_near(self) -> bool:
        return True

    def check(self, workspace: Workspace, journal: Journal) -> None:
        if not self.path.exists():
            check_output(workspace, self.path, "FILE")
        elif self.standing() is None:
            raise InputError(
                [
                    Problem(
                        Mark(self.path),
                        "",
                        Say(
                            "hier staat een bestand dat voorlichter niet gemaakt heeft",
                            "a file stands here that voorlichter did not make",
                        ),
                        Say("verplaats het, of kies een andere naam", "move it, or choose another name"),
                    )
                ]
            )

    def standing(self) -> Standing | None:
        manifest = self.read([MANIFEST]).get(MANIFEST, b"")
        if not names_in(manifest):
            return None
        return Standing(manifest, datetime.fromtimestamp(self.path.stat().st_mtime).astimezone())

    def read(self, names: Iterable[str]) -> dict[str, bytes]:
        """Of the folder of the site, by the path there; nothing where this is no zip."""
        wanted, files = set(names), {}
        try:
            with zipfile.ZipFile(self.path) as archive:
                for entry in archive.namelist():
                    name = entry.partition("/")[2]
                    if name in wanted:
                        files[name] = archive.read(entry)
        except (OSError, zipfile.BadZipFile, KeyError, ValueError):
            return {}
        return files

    def put(self, site: Outgoing, ours: Set[str], journal: Journal) -> tuple[str, ...]:
        files = {f"{site.slug}/{name}": data for name, data in site.files.items()}
        replace_file(self.path, render_zip({**files, **site.for_it()}))
        return ()


def find(text: str, base: Path) -> ZipForIt | None:
    path = path_written(text, base)
    return ZipForIt(path) if path.suffix.casefold() == ".zip" and not path.is_dir() else None
