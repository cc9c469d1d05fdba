"""What `--since` names: an earlier workspace, profile folder or built site, or a version in Git."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from voorlichter.artefacts.changes.git import read_version
from voorlichter.json_read import read_json
from voorlichter.problems import InputError, MachineError, Mark, Problem, Say
from voorlichter.scratch import Scratch
from voorlichter.workspace import MANIFEST, OutsideError, Workspace, read_inside


@dataclass(frozen=True, slots=True)
class Earlier:
    """`workspace` or `site`: an earlier profile, or the folder of an earlier site."""

    name: Say
    """As a sheet tells it: no path of this machine."""
    day: date | None = None
    workspace: Workspace | None = None
    has_texts: bool = False
    """Do pages and theme of then stand in the workspace?"""
    site: Path | None = None
    notes: tuple[Say, ...] = ()
    moved: tuple[Path, Path] | None = None
    """Where the files were put, and where the user knows them."""

    def place(self, problem: Problem) -> Problem:
        """The problem where the user can find it."""
        if self.moved is None or self.moved[0] not in problem.mark.path.parents:
            return problem
        return replace(
            problem, mark=replace(problem.mark, path=self.moved[1] / problem.mark.path.relative_to(self.moved[0]))
        )


@contextmanager
def read_earlier(workspace: Workspace, slug: str, since: str) -> Iterator[Earlier]:
    """A folder goes before a version of the same name. Raises InputError where it is neither, with what to give instead."""
    folder = Path(since)
    with Scratch("since") as temporary:
        earlier = _read_folder(workspace, slug, folder.resolve(), temporary) if folder.is_dir() else None
        if earlier is None and folder.exists():
            try:
                earlier = _read_version(workspace, slug, since, temporary)
            except (InputError, MachineError) as error:
                raise InputError([_unknown_folder(folder.resolve(), slug)]) from error
        yield earlier or _read_version(workspace, slug, since, temporary)


def _read_folder(workspace: Workspace, slug: str, folder: Path, temporary: Path) -> Earlier | None:
    name = Say(f"map {folder.name}", f"folder {folder.name}")
    for site in (folder, folder / slug):
        if (site / MANIFEST).is_file():
            return Earlier(Say(f"de site in {name.nl}", f"the site in {name.en}"), site=site)
    if (folder / "profiles" / slug / "profile.yml").is_file():
        return Earlier(name, None, _laid_over(workspace, folder), has_texts=True)
    if (folder / "profile.yml").is_file():
        return _read_profile_folder(workspace, slug, folder, temporary, name)
    if (folder / "profiles").is_dir():
        known = sorted(path.parent.name for path in (folder / "profiles").glob("*/profile.yml"))
        raise InputError(
            [
                Problem(
                    Mark(folder / "profiles"),
                    "--since",
                    Say(f"in deze map staat geen profiel {slug}", f"this folder has no profile {slug}"),
                    Say(
                        f"kies een map waarin profiles/{slug} staat; hier staan: {', '.join(known) or 'geen profielen'}",
                        f"choose a folder that holds profiles/{slug}; here are: {', '.join(known) or 'no profiles'}",
                    ),
                )
            ]
        )
    return None


def _laid_over(workspace: Workspace, folder: Path) -> Workspace:
    """Over the defaults of this program; a copy of the program's own folder is whole by itself."""
    own = workspace.defaults == workspace.root and (folder / "mkdocs.yml").is_file()
    return Workspace(folder, folder if own else workspace.defaults)


def _read_profile_folder(workspace: Workspace, slug: str, folder: Path, temporary: Path, name: Say) -> Earlier:
    """Laid out as a workspace. Who is used from advisors/ is looked for beside the folder, and else taken from today."""
    shutil.copytree(folder, temporary / "profiles" / slug, symlinks=True)
    beside = [
        above / "advisors" for above in (folder, folder.parent, folder.parent.parent) if (above / "advisors").is_dir()
    ]
    advisors = beside[0] if beside else workspace.advisors
    notes: tuple[Say, ...] = ()
    if advisors.is_dir():
        shutil.copytree(advisors, temporary / "advisors", symlinks=True)
    if not beside and re.search(r"\buse\s*:", (folder / "profile.yml").read_text(encoding="utf-8", errors="replace")):
        notes = (
            Say(
                "Bij de map staat geen map advisors: wie met use: in het profiel staat, is vergeleken zoals die nu is.",
                "There is no advisors folder with it: whoever the profile has by use: was compared as they are now.",
            ),
        )
    known = Workspace(temporary, workspace.defaults)
    return Earlier(name, None, known, notes=notes, moved=(temporary / "profiles" / slug, folder))


def _read_version(workspace: Workspace, slug: str, since: str, temporary: Path) -> Earlier:
    name, day = read_version(workspace.root, since, temporary)
    if not (temporary / "profiles" / slug / "profile.yml").is_file():
        raise InputError(
            [
                Problem(
                    Mark(workspace.profile_path(slug)),
                    f"--since {since}",
                    Say(
                        f"in die versie staat profiles/{slug}/profile.yml nog niet",
                        f"that version does not have profiles/{slug}/profile.yml yet",
                    ),
                    Say(
                        f"kies een latere; `git log --oneline -- profiles/{slug}` noemt ze",
                        f"choose a later one; `git log --oneline -- profiles/{slug}` names them",
                    ),
                )
            ]
        )
    return Earlier(name, day, _laid_over(workspace, temporary), has_texts=True, moved=(temporary, Path(since)))


def _unknown_folder(folder: Path, slug: str) -> Problem:
    if not folder.is_dir():
        return Problem(
            Mark(folder),
            "--since",
            Say("dit is een bestand, geen map", "this is a file, not a folder"),
            Say(f"geef de map waar het in staat: {folder.parent}", f"give the folder it stands in: {folder.parent}"),
        )
    return Problem(
        Mark(folder),
        "--since",
        Say("hier staat geen eerdere versie", "there is no earlier version here"),
        Say(
            f"geef een map met profiles/{slug}/profile.yml, een map met profile.yml, een gebouwde site met {MANIFEST}, of een versie in Git zoals v1.0",
            f"give a folder with profiles/{slug}/profile.yml, a folder with profile.yml, a built site with {MANIFEST}, or a version in Git such as v1.0",
        ),
    )


def read_site_files(site: Path) -> dict[str, bytes]:
    """The files of an earlier site that its manifest lists; whatever else lies there is no page of it. Raises InputError."""
    problem = Problem(
        Mark(site / MANIFEST),
        "--since",
        Say("deze site is niet heel", "this site is not whole"),
        Say("geef een site die `voorlichter build` gemaakt heeft", "give a site that `voorlichter build` made"),
    )
    try:
        manifest = read_json((site / MANIFEST).read_bytes())
        tells = re.compile(rf"<p>[^<]*<strong>{re.escape(str(manifest.get('code')))}</strong>[^<]*</p>".encode())
        files = {str(name): read_inside(site, str(name)) for name in manifest["files"]}
        # Its code tells one version from another, and is no text that somebody changed.
        return {name: tells.sub(b"", data) if name.endswith(".html") else data for name, data in files.items()}
    except (
        OutsideError,
        ValueError,
        KeyError,
        TypeError,
        AttributeError,
        FileNotFoundError,
    ) as error:
        raise InputError([problem]) from error
