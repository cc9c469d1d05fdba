"""JSON as it is read everywhere: whatever is wrong with it is a ValueError."""

from __future__ import annotations

import json
from typing import Any


def read_json(data: str | bytes) -> Any:
    """Raises ValueError, also where lists nest deeper than Python can follow: what a server or a hand wrote ends no command."""
    try:
        return json.loads(data)
    except RecursionError as error:
        raise ValueError("it nests too deep") from error
