"""The file of a picture beside the one that names it: read, made small once, or told what is wrong with it."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable
from pathlib import Path

from voorlichter.cache import Cache
from voorlichter.pictures import MAX_BYTES, PictureError, picture_too_large
from voorlichter.problems import MachineError, Mark, Problem, Say
from voorlichter.regular_file import LargeError
from voorlichter.workspace import OutsideError, read_inside

PICTURES = (".svg", ".png", ".jpg", ".jpeg", ".webp")
"""How the names end of what may be a picture."""
OF_QUESTIONS = "media/questions/"
"""Where the pictures with questions stand in a site and in a package, each by the id of its question."""


def read_picture(
    mark: Mark, where: str, name: str, kind: str, make: Callable[[bytes], bytes], cache: Cache
) -> tuple[bytes, bytes] | Problem:
    """The file, and what is made of it, which is kept by its `kind`. Beside the one in which it is named, at `mark`."""
    folder = mark.path.parent
    try:
        data = read_inside(folder, name, MAX_BYTES)
    except (OSError, OutsideError) as error:
        return Problem(mark, where, *_explain_file(error, folder / name, name, mark.path.name))
    try:
        return data, cache.get(kind, data, lambda: make(data))
    except PictureError as error:
        return Problem(mark, where, Say(error.nl, error.en), Say(error.fix_nl, error.fix_en))
    except (RuntimeError, OSError) as error:
        raise MachineError(
            Say(
                f"{name}: tekenen lukt niet op deze computer ({error})",
                f"{name}: drawing fails on this computer ({error})",
            )
        ) from error


def _explain_file(error: Exception, path: Path, name: str, beside: str) -> tuple[Say, Say]:
    if isinstance(error, OutsideError):
        return error.say, Say(
            f"zet een kopie van het bestand naast {beside}", f"put a copy of the file next to {beside}"
        )
    if isinstance(error, FileNotFoundError) and (namesake := _namesake(path)):
        return (
            Say(
                f"het bestand {name} is er niet, {namesake} wel: let op hoofdletters en accenten",
                f"the file {name} is not there, {namesake} is: mind capitals and accents",
            ),
            Say(f"noem het bestand {path.name}", f"rename the file to {path.name}"),
        )
    if isinstance(error, LargeError):
        large = picture_too_large(error.size)
        return Say(large.nl, large.en), Say(large.fix_nl, large.fix_en)
    if isinstance(error, FileNotFoundError):
        return (
            Say(f"het bestand {name} is er niet", f"the file {name} is not there"),
            Say(f"zet het naast {beside}, of haal de regel weg", f"put it next to {beside}, or remove the line"),
        )
    return Say(f"het bestand {name} is niet te lezen", f"the file {name} cannot be read"), Say(
        "kijk of u het bestand kunt openen", "see whether you can open the file"
    )


def _namesake(path: Path) -> str | None:
    """The file beside it whose name is the same but for capitals, and for how accents are stored: in one sign, or in two as on a Mac."""
    others = sorted(path.parent.iterdir()) if path.parent.is_dir() else ()
    return next((other.name for other in others if _folded(other.name) == _folded(path.name)), None)


def _folded(name: str) -> str:
    return unicodedata.normalize("NFC", name).casefold()
