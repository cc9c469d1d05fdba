"""The organisation of the small workspace, with changes."""

from __future__ import annotations

from typing import Any

import yaml
from support import BASE

from voorlichter.profile.model import Profile


def profile(**changes: Any) -> Profile:
    """The base profile with whole sections changed; `noor` and `sam` change an advisor, `organisation` is laid over."""
    data = yaml.safe_load((BASE / "profiles" / "zeester" / "profile.yml").read_text(encoding="utf-8"))
    for index, name in enumerate(("noor", "sam")):
        change = changes.pop(name, {})
        if change is None:
            del data["advisors"][index]
        else:
            data["advisors"][index] |= change
    data["organisation"] |= changes.pop("organisation", {})
    return Profile.model_validate({**data, **changes})
