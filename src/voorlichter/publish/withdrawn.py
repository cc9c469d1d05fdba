"""Photos without consent, out of the earlier versions that are kept: a grey square stands there instead, and sheets that may show the face are gone."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping, Set
from pathlib import Path

from voorlichter.json_read import read_json
from voorlichter.problems import Say
from voorlichter.publish.built import read_names
from voorlichter.publish.shelf import shelves
from voorlichter.publish.told import grey_square, is_photo_of, photos_in
from voorlichter.swap import replace_file
from voorlichter.workspace import KITS, MANIFEST, SIGNATURE, Workspace

_PRINTED = (".pdf", ".pptx")


def drop_photos(workspace: Workspace, slug: str, shown: Set[str]) -> Iterator[Say]:
    """Of everybody but those whose photo may be shown; tells whose is gone. Raises OSError where the disk refuses."""
    dropped = {
        id_ for shelf in shelves(workspace, slug) for version in shelf.versions() for id_ in _drop(version, shown)
    }
    for id_ in sorted(dropped):
        yield Say(
            f"{slug}: de foto van {id_} is ook uit de bewaarde vorige versies gehaald",
            f"{slug}: the photo of {id_} is gone from the earlier versions that are kept, too",
        )


def is_printed(name: str) -> bool:
    """A sheet or slides of the kit: whether they show a face is not to be seen from outside."""
    return f"/{name}".rpartition("/")[0].endswith(f"/{KITS}") and name.endswith(_PRINTED)


def with_files(manifest: bytes, files: Mapping[str, bytes]) -> bytes:
    """The manifest as it is of these files."""
    told = read_json(manifest)
    told["files"] = {name: hashlib.sha256(data).hexdigest() for name, data in sorted(files.items()) if name != MANIFEST}
    return (json.dumps(told, indent=1) + "\n").encode()


def _drop(version: Path, shown: Set[str]) -> frozenset[str]:
    names = read_names(version) or frozenset()
    files = {name: (version / name).read_bytes() for name in names if (version / name).is_file()}
    held = photos_in(name for name, data in files.items() if data != grey_square()) - shown
    if not held:
        return held
    left = {name: data for name, data in files.items() if not is_printed(name) and name != SIGNATURE}
    new = {name: grey_square() for name in left if is_photo_of(name, held)}
    for name in files.keys() - left.keys():  # a signature too: the list becomes another
        (version / name).unlink()
    replace_file(version / MANIFEST, with_files(files[MANIFEST], left | new))
    for name, data in new.items():  # last: as long as one is there, all of it is done again
        replace_file(version / name, data)
    return held
