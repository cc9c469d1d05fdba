"""The form of a profile: which keys it may have and what they mean, named after the version of the program that brought it.

A profile of an older form is read; `model.ProfileForm` names them all, the oldest first.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from voorlichter import __version__
from voorlichter.problems import Mark, Problem, Say

_VERSION = re.compile(r"v?([0-9]{1,4})\.([0-9]{1,4})(?:\.([0-9]{1,4}))?")


def check_form(value: object, mark: Mark, forms: Sequence[str], version: str = __version__) -> Problem | None:
    """An error for a form that only a later version of the program understands, advice for an older one."""
    needed = _VERSION.fullmatch(str(value).strip())
    if needed and _numbers(needed[0]) > _numbers(version):
        later = ".".join(map(str, _numbers(needed[0])))
        return Problem(
            mark,
            "form",
            Say(
                "dit profiel is geschreven voor een latere versie van Voorlichter dan deze",
                "this profile was written for a later version of Voorlichter than this one",
            ),
            Say(f"installeer versie {later} of nieuwer", f"install version {later} or newer"),
        )
    if value in forms[:-1]:
        return Problem(
            mark,
            "form",
            Say(
                f"dit profiel heeft de vorm van {value}, en wordt gelezen zoals het toen bedoeld was",
                f"this profile has the form of {value}, and is read as it was meant then",
            ),
            Say(f'schrijf: form: "{forms[-1]}"', f'write: form: "{forms[-1]}"'),
            "warning",
        )
    return None


def _numbers(version: str) -> tuple[int, ...]:
    found = _VERSION.match(version)
    return tuple(int(number or 0) for number in found.groups()) if found else ()
