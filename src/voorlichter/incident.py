"""What this program keeps to be asked for later: the last verbs, and where it failed without having foreseen it.

None of it can hold a value of a profile: of what was typed the names of options alone, of an error its kind and the lines of
the program it went through. What an error says, and a path of this computer, are never written down.
"""

from __future__ import annotations

import json
import sys
import traceback
from collections.abc import Iterable, Iterator
from contextlib import suppress
from datetime import datetime
from pathlib import Path, PurePath
from typing import Any

from voorlichter.json_read import read_json
from voorlichter.swap import replace_file
from voorlichter.user_folders import cache_folder

_VERBS, _FAILURE = "verbs.txt", "failure.json"
_LAST = 20
_PACKAGE = Path(__file__).parent
_ELSEWHERE = "elsewhere"
"""In the place of what is neither ours nor of a library: a template or a program of a workspace."""


def note_verb(verb: str, options: Iterable[str]) -> None:
    """Never in the way: where nothing can be written, nothing is remembered."""
    line = " ".join([f"{datetime.now():%Y-%m-%d %H:%M}", verb, *options])
    with suppress(OSError):
        path = cache_folder() / _VERBS
        with path.open("a", encoding="utf-8") as file:
            file.write(line + "\n")
        if path.stat().st_size > 64 * 1024:
            replace_file(path, "".join(f"{line}\n" for line in last_verbs()).encode())


def last_verbs() -> list[str]:
    try:
        return (cache_folder() / _VERBS).read_text(encoding="utf-8").splitlines()[-_LAST:]
    except (OSError, UnicodeDecodeError):
        return []


def note_failure(error: BaseException) -> None:
    """An exception that nobody foresaw; the one before it is forgotten."""
    told = {"at": f"{datetime.now():%Y-%m-%d %H:%M}", "trace": list(describe(error))}
    with suppress(OSError):
        replace_file(cache_folder() / _FAILURE, json.dumps(told).encode())


def last_failure() -> tuple[str, list[str]] | None:
    try:
        told: dict[str, Any] = read_json((cache_folder() / _FAILURE).read_bytes())
        return str(told["at"]), [str(line) for line in told["trace"]]
    except (OSError, ValueError, KeyError, TypeError):
        return None


def describe(error: BaseException) -> Iterator[str]:
    """The kinds of this error and of those it followed from, with the lines they went through; not a word of what they say."""
    seen: set[int] = set()
    pending: list[BaseException] = [error]
    while pending:
        one = pending.pop(0)
        if id(one) in seen:
            continue
        seen.add(id(one))
        yield _kind(type(one))
        for frame in traceback.extract_tb(one.__traceback__):
            yield f"  {_where(frame)}"
        pending += [other for other in (one.__cause__, one.__context__) if other is not None]
        pending += one.exceptions if isinstance(one, BaseExceptionGroup) else []


def _kind(kind: type[BaseException]) -> str:
    """Its name, where its file is the program's, a library's or the system's own; a name may be a value too."""
    module = sys.modules.get(kind.__module__)
    if module is None or vars(module).get(kind.__qualname__.partition(".")[0]) is None:
        return _ELSEWHERE
    file = getattr(module, "__file__", None)
    return f"{kind.__module__}.{kind.__qualname__}" if file is None or _known(file) else _ELSEWHERE


def _where(frame: traceback.FrameSummary) -> str:
    name = _known(frame.filename)
    return f"{name}:{frame.lineno} {frame.name}" if name else _ELSEWHERE


def _known(filename: str) -> str | None:
    """The path of a file from where the program or its libraries stand, which names nobody; None for any other."""
    path = PurePath(filename)
    if path.is_relative_to(_PACKAGE):
        inside = path.relative_to(_PACKAGE)
        return None if inside.parts[0] == "defaults" else f"voorlichter/{inside.as_posix()}"
    for root in sorted({*filter(None, sys.path), *_standard()}, key=len, reverse=True):
        if path.is_relative_to(root) and {"site-packages", "dist-packages"} & {*PurePath(root).parts}:
            return path.relative_to(root).as_posix()
    for root in _standard():
        if path.is_relative_to(root):
            return path.relative_to(root).as_posix()
    return None


def _standard() -> list[str]:
    """Where Python's own library stands."""
    return [str(Path(traceback.__file__).parent)]
