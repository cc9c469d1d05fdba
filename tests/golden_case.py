"""A case of tests/golden laid over the small workspace: whole files, and of the profile only what differs.

`profile.diff` says that as a unified diff without context. Nobody writes one: write the `profile.yml` you mean, and
`keep_difference` puts the diff in its place.
"""

from __future__ import annotations

import difflib
import re
import shutil
from pathlib import Path

from support import BASE

PROFILE = "profiles/zeester/profile.yml"
WHOLE, DIFFERENCE = "profile.yml", "profile.diff"
NOTES = ("expected.txt", "command.txt")
_HUNK = re.compile(r"@@ -(\d+)(?:,(\d+))? \+.* @@\n((?:-.*\n)*)((?:\+.*\n)*)")


def lay_over(case: Path, root: Path) -> None:
    """Write the case's files over a copy of the small workspace."""
    for path in sorted(case.rglob("*")):
        name = path.relative_to(case).as_posix()
        if not path.is_file() or name in NOTES:
            continue
        target = root / (PROFILE if name in (WHOLE, DIFFERENCE) else name)
        target.parent.mkdir(parents=True, exist_ok=True)
        if name == DIFFERENCE:
            target.write_bytes(patch(target.read_bytes().decode(), path.read_bytes().decode()).encode())
        else:
            shutil.copyfile(path, target)


def difference_of(case: Path) -> str | None:
    """What a case's whole profile changes in the small workspace's, where that is shorter and says all."""
    if not (case / WHOLE).is_file():
        return None
    base, data = (BASE / PROFILE).read_bytes().decode(), (case / WHOLE).read_bytes()
    text = data.decode("utf-8", "replace")
    told = "".join(list(difflib.unified_diff(_lines(base), _lines(text), n=0))[2:])
    return told if told and len(told) < len(text) and patch(base, told).encode() == data else None


def keep_difference(case: Path) -> None:
    """A whole profile gives way to what differs."""
    if told := difference_of(case):
        (case / DIFFERENCE).write_bytes(told.encode())
        (case / WHOLE).unlink()


def patch(text: str, difference: str) -> str:
    """The text with the hunks of a unified diff without context done to it."""
    lines, done, at = _lines(text), "", 0
    for hunk in _HUNK.finditer(difference):
        count = int(hunk[2] or 1)
        first = int(hunk[1]) - (1 if count else 0)
        gone, come = ("".join(line[1:] for line in _lines(part)) for part in hunk.group(3, 4))
        assert gone == "".join(lines[first : first + count]), f"the base no longer says: {gone}"
        done += "".join(lines[at:first]) + come
        at = first + count
    return done + "".join(lines[at:])


def _lines(text: str) -> list[str]:
    """Only by line ends that YAML and a diff both know; the last may lack one."""
    return re.findall(r"[^\n]*\n|[^\n]+", text)
