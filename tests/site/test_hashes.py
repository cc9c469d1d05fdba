"""The manifest tells the SHA-256 of every file as it is on disk, also where a part of it was hashed once for all sites."""

from __future__ import annotations

import json
from hashlib import sha256
from pathlib import Path


def test_every_file_has_the_hash_that_the_manifest_tells(examples: Path) -> None:
    manifests = list(examples.glob("site/*/manifest.json"))
    assert manifests
    for manifest in manifests:
        for name, known in json.loads(manifest.read_text(encoding="utf-8"))["files"].items():
            assert sha256((manifest.parent / name).read_bytes()).hexdigest() == known, name
