"""A built site, read back by its manifest: every file must be the one that was built."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from pathlib import Path

from voorlichter.json_read import read_json
from voorlichter.problems import MachineError, Say
from voorlichter.workspace import MANIFEST, SIGNATURE, OutsideError, is_site_name, read_inside


def read_site(folder: Path) -> dict[str, bytes]:
    """Every file of a site by its path, the manifest last. Raises MachineError where one is not as built.

    A site that is built again meanwhile is read again.
    """
    while True:
        manifest = _read(folder, MANIFEST)
        try:
            listed: Mapping[str, str] = dict(read_json(manifest)["files"])
        except (ValueError, KeyError, TypeError) as error:
            raise _altered(folder / MANIFEST) from error
        files = {name: _read(folder, name) for name in listed}
        other = [name for name, known in listed.items() if hashlib.sha256(files[name]).hexdigest() != known]
        if not other and all(map(is_site_name, listed)):
            return {**files, MANIFEST: manifest}
        if _read(folder, MANIFEST) == manifest:
            raise _altered(folder / other[0] if other else folder / MANIFEST)


def _read(folder: Path, name: str) -> bytes:
    """Nothing where it is not there, or elsewhere."""
    try:
        return read_inside(folder, name)
    except (OSError, OutsideError):
        return b""


def site_code(manifest: bytes | None) -> str | None:
    """The code by which a person tells this version from another; a site of an earlier version of the program has none."""
    code = read_json(manifest).get("code") if manifest else None
    return code if isinstance(code, str) else None


def _altered(path: Path) -> MachineError:
    return MachineError(
        Say(
            f"{path} is niet meer zoals het gebouwd is. Bouw opnieuw met: voorlichter build --force",
            f"{path} is no longer as it was built. Build again with: voorlichter build --force",
        )
    )


def read_names(folder: Path) -> frozenset[str] | None:
    """What is ours in a folder, as its manifest tells it; None where no manifest of ours stands."""
    try:
        return names_in((folder / MANIFEST).read_bytes()) or None
    except OSError:
        return None


def names_in(manifest: bytes) -> frozenset[str]:
    """The files a manifest of ours tells of, itself and its signature among them; none where it is not ours, or names what lies elsewhere."""
    try:
        told = read_json(manifest)
    except ValueError:
        return frozenset()
    if not isinstance(told, dict) or "voorlichter" not in told or not isinstance(told.get("files"), dict):
        return frozenset()
    names = frozenset(told["files"])
    return names | {MANIFEST, SIGNATURE} if all(map(is_site_name, names)) else frozenset()


def hashes_in(manifest: bytes) -> Mapping[str, str]:
    """The hash of every file it tells of; none where it is not ours."""
    hashes: Mapping[str, str] = read_json(manifest)["files"] if names_in(manifest) else {}
    return hashes
