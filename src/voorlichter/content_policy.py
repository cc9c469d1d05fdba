"""What a page's Content-Security-Policy says of a style or script that stands in the page itself."""

from __future__ import annotations

import base64
import hashlib


def allowed_by_hash(text: str | bytes) -> str:
    """The source that allows exactly this text, as CSP Level 2 writes it."""
    data = text.encode() if isinstance(text, str) else text
    return f"'sha256-{base64.b64encode(hashlib.sha256(data).digest()).decode()}'"
