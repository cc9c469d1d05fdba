"""Write a planned site to disk, whole or not at all, with its manifest."""

from __future__ import annotations

import json
from pathlib import Path

from voorlichter import __version__
from voorlichter.artefacts.site.plan import SitePlan
from voorlichter.swap import staged, write_files
from voorlichter.workspace import MANIFEST


def render_manifest(plan: SitePlan, template_hash: str, profile_hash: str) -> bytes:
    """Every file with its SHA-256, and what the site was made from."""
    head = {"voorlichter": __version__, "template": template_hash, "profile": profile_hash, "code": plan.code}
    lines = [f"{json.dumps(key)}: {json.dumps(value)}," for key, value in head.items()]
    # A line a file; the names are plain ASCII, and json's own indenting costs ten times as much.
    files = ",\n".join([f' "{name}": "{hash_}"' for name, hash_ in sorted(plan.hashes.items())])
    return "\n".join(["{", *lines, '"files": {', files, "}", "}", ""]).encode()


def write_site(plan: SitePlan, manifest: bytes, target: Path) -> None:
    """Put the site in the place of `target`. Raises OSError where the disk refuses; the old site then stands."""
    with staged(target) as staging:
        write_files({**plan.files, MANIFEST: manifest}, staging)
