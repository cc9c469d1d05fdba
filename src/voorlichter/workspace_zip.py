"""A workspace as one zip: what an advisor wrote, without what is made of it. In and out, and safe whoever packed it."""

from __future__ import annotations

import io
import stat
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import Path, PurePosixPath

from voorlichter.problems import InputError, Mark, Problem, Say
from voorlichter.workspace import KITS, LAYERED, REPORTS, Workspace
from voorlichter.zip_file import render_zip

FOLDERS = ("profiles", "advisors", *LAYERED)
_LARGEST_FILE = 30 * 1024 * 1024
_LARGEST = 300 * 1024 * 1024
"""Bytes of all files together once they are unpacked."""
_MOST_FILES = 20_000


def pack_workspace(workspace: Workspace) -> bytes:
    """Profiles, advisors, own pages and annual reports; sites and kits are made again from these."""
    return render_zip({name: (workspace.root / name).read_bytes() for name in written_files(workspace)})


def written_files(workspace: Workspace) -> list[str]:
    """The files that somebody wrote, by their path from the root; links are left out."""
    own = (path for folder in FOLDERS for path in (workspace.root / folder).rglob("*"))
    reports = workspace.kits.glob(f"*/{REPORTS}/*.json")
    names = (path.relative_to(workspace.root) for path in (*own, *reports) if path.is_file() and not path.is_symlink())
    return sorted(name.as_posix() for name in names if not any(part.startswith(".") for part in name.parts))


def read_workspace_zip(data: bytes) -> dict[str, bytes]:
    """The files in a zip of a workspace, by their path from its root. Raises InputError with everything that is wrong."""
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
        entries = [entry for entry in archive.infolist() if not entry.is_dir()]
    except (zipfile.BadZipFile, ValueError, NotImplementedError, OSError) as error:
        raise InputError([_problem("", _NO_ZIP)]) from error
    if len(entries) > _MOST_FILES or sum(entry.file_size for entry in entries) > _LARGEST:
        raise InputError([_problem("", _TOO_LARGE)])
    top = _top_of([entry.filename for entry in entries])
    problems = list(_check_entries(entries, top))
    if problems:
        raise InputError(problems)
    files: dict[str, bytes] = {}
    total = 0
    for entry in entries:
        name = entry.filename.removeprefix(top)
        if _is_ours(name):
            files[name] = _read_entry(archive, entry)
            total += len(files[name])
            if total > _LARGEST:
                raise InputError([_problem(name, _TOO_LARGE)])
    if not any(name.startswith("profiles/") for name in files):
        raise InputError([_problem("", _NO_PROFILES)])
    return files


def _top_of(names: list[str]) -> str:
    """The folder that stands around the workspace in the zip, as a file manager packs it; empty where there is none."""
    places = (PurePosixPath(name).parts for name in names)
    tops = {"/".join(parts[: parts.index("profiles")]) for parts in places if "profiles" in parts[:-1]}
    shortest = min(tops, key=len, default="")
    return f"{shortest}/" if shortest else ""


def _is_ours(name: str) -> bool:
    """What lies beside a workspace, such as what a system adds to every zip, is left where it is."""
    parts = PurePosixPath(name).parts
    hidden = any(part.startswith((".", "__MACOSX")) for part in parts)
    report = len(parts) == 4 and parts[0] == KITS and parts[2] == REPORTS
    return not hidden and len(parts) > 1 and (parts[0] in FOLDERS or report)


def _check_entries(entries: list[zipfile.ZipInfo], top: str) -> Iterator[Problem]:
    seen: dict[str, str] = {}
    for entry in entries:
        name = entry.filename
        parts = PurePosixPath(name).parts
        if name.startswith("/") or "\\" in name or "\x00" in name or ".." in parts or ":" in name:
            yield _problem(name, _OUTSIDE)
        elif stat.S_IFMT(entry.external_attr >> 16) not in (0, stat.S_IFREG):
            yield _problem(name, _LINK)
        elif entry.flag_bits & 1:
            yield _problem(name, _LOCKED)
        elif entry.file_size > _LARGEST_FILE:
            yield _problem(name, _TOO_LARGE)
        elif _is_ours(name.removeprefix(top)) and seen.setdefault(name.casefold(), name) != name:
            yield _problem(name, _TWICE)


def _read_entry(archive: zipfile.ZipFile, entry: zipfile.ZipInfo) -> bytes:
    """No more than it says it holds is unpacked."""
    try:
        with archive.open(entry) as file:
            data = file.read(_LARGEST_FILE + 1)
    except (zipfile.BadZipFile, NotImplementedError, EOFError, OSError, ValueError, RuntimeError, zlib.error) as error:
        raise InputError([_problem(entry.filename, _DAMAGED)]) from error
    if len(data) > _LARGEST_FILE:
        raise InputError([_problem(entry.filename, _TOO_LARGE)])
    return data


def _problem(name: str, said: tuple[Say, Say]) -> Problem:
    return Problem(Mark(Path(name or "zip")), name, *said)


_NO_ZIP = (
    Say("dit is geen zip", "this is no zip file"),
    Say("kies de zip die de studio maakte", "choose the zip that the studio made"),
)
_NO_PROFILES = (
    Say("in deze zip staat geen map profiles", "this zip holds no profiles folder"),
    Say("kies de zip van je werkmap, niet die van een site", "choose the zip of your workspace, not that of a site"),
)
_TOO_LARGE = (
    Say("dit is te groot", "this is too large"),
    Say("laat grote bestanden eruit", "leave large files out"),
)
_OUTSIDE = (
    Say("deze naam leidt uit de werkmap", "this name leads out of the workspace"),
    Say("vraag om een zip die de studio maakte", "ask for a zip that the studio made"),
)
_LINK = (
    Say("dit is een koppeling of apparaat, geen bestand", "this is a link or a device, no file"),
    Say("vraag om een zip die de studio maakte", "ask for a zip that the studio made"),
)
_LOCKED = (
    Say("dit bestand heeft een wachtwoord", "this file has a password"),
    Say("maak de zip zonder wachtwoord", "make the zip without a password"),
)
_TWICE = (
    Say("deze naam staat er twee keer", "this name is there twice"),
    Say("geef een van de twee een andere naam", "give one of the two another name"),
)
_DAMAGED = (
    Say("dit bestand is beschadigd", "this file is damaged"),
    Say("vraag om een nieuwe zip", "ask for a new zip"),
)
