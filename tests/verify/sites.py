"""Small sites to look at, whole and spoiled."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping

FILES = {
    "index.html": b"<p>thuis",
    "assets/site.css": b"b{}",
    "en/index.html": b"<p>home",
    "media/favicon.png": b"\x89PNG",
}
CODE = "abcd-efgh-jkmn"


def listed(files: Mapping[str, bytes] = FILES, **more: object) -> bytes:
    hashes = {name: hashlib.sha256(data).hexdigest() for name, data in files.items()}
    return json.dumps(
        {"voorlichter": "0.1.0", "template": "t", "profile": "p", "code": CODE, "files": hashes, **more}
    ).encode()


def whole(files: Mapping[str, bytes] = FILES) -> dict[str, str | bytes]:
    return {**files, "manifest.json": listed(files)}
