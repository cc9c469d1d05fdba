"""The studio as a folder of files that any host serves: the page, and beside it what the program runs on in a tab."""

from __future__ import annotations

import gzip
import hashlib
import json
import re
from collections.abc import Iterator
from math import ceil
from pathlib import Path

from voorlichter.content_policy import allowed_by_hash
from voorlichter.json_read import read_json
from voorlichter.output import foreign_folder
from voorlichter.problems import InputError, MachineError, Say
from voorlichter.studio.server import page_files
from voorlichter.studio.shown import SCRIPT
from voorlichter.swap import recover, staged, write_files
from voorlichter.workspace import MANIFEST

PARTS = "tab"
"""The folder of what the tab runs on, beside the page."""
_NEEDED = ("start.js", "worker.js", "packages.pack", "templates.pack", "print.pack", "pyodide.js")
_SCRIPT = re.compile(r"finished/[^/]+/files/.*\.js")
_HEAD = '<meta name="referrer"'


def default_parts() -> Path | None:
    """Where `scripts/studio.py` gathered them, or where the release carries them; None where neither did."""
    package = Path(__file__).parent
    for folder in (package / "parts", package.parents[2] / "build" / "studio"):
        if all((folder / name).is_file() for name in _NEEDED):
            return folder
    return None


def write_studio(parts: Path | None, target: Path) -> None:
    """Raises MachineError where the parts are not there, InputError where the folder is somebody else's."""
    if parts is None or not all((parts / name).is_file() for name in _NEEDED):
        raise MachineError(_NO_PARTS)
    if problems := foreign_folder(target):
        raise InputError(problems)
    files = {name: path.read_bytes() for name, path in page_files().items()}
    files |= {
        f"{PARTS}/{path.relative_to(parts).as_posix()}": path.read_bytes()
        for path in sorted(parts.rglob("*"))
        if path.is_file()
    }
    files["index.html"] = render_index(files["index.html"].decode(), parts).encode()
    hashes = {name: hashlib.sha256(data).hexdigest() for name, data in files.items()}
    manifest = json.dumps({"voorlichter": "studio", "files": hashes}, indent=1, sort_keys=True)
    recover(target.parent)
    with staged(target) as staging:
        write_files({**files, MANIFEST: manifest.encode()}, staging)


def render_index(page: str, parts: Path) -> str:
    """The page with a policy of its own, for a host may send none, and with word that it runs in a tab, and how much print is."""
    megabytes = ceil((parts / "print.pack").stat().st_size / 1e6)
    head = f'<meta http-equiv="Content-Security-Policy" content="{policy(parts)}">\n<meta name="studio" content="{PARTS}" data-print="{megabytes}">\n'
    assert page.count(_HEAD) == 1, "the page's head names the referrer once"
    return page.replace(_HEAD, head + _HEAD)


def policy(parts: Path) -> str:
    """Its own files, WebAssembly, a worker from a blob, and in the preview's frame the scripts of our templates, each by its hash."""
    hashes = " ".join(sorted({allowed_by_hash(SCRIPT), *map(allowed_by_hash, _scripts_in(parts / "templates.pack"))}))
    return (
        f"default-src 'none'; script-src 'self' blob: 'wasm-unsafe-eval' {hashes}; style-src 'self' 'unsafe-inline'; "
        "font-src 'self' data:; img-src 'self' data: blob:; connect-src 'self'; worker-src 'self' blob:; "
        "base-uri 'none'; form-action 'none'"
    )


def _scripts_in(pack: Path) -> Iterator[bytes]:
    """A pack is a line of JSON that says of each file where its pieces lie, then these."""
    held = gzip.decompress(pack.read_bytes())
    line, _, data = held.partition(b"\n")
    for name, *places in read_json(line):
        if _SCRIPT.search(name):
            pieces = zip(places[::2], places[1::2], strict=True)
            yield b"".join(data[start : start + size] for start, size in pieces)


_NO_PARTS = Say(
    "wat de studio in een tabblad nodig heeft, staat hier niet. Haal de uitgave met de studio erin, of geef met --from de map die `python scripts/studio.py` maakt.",
    "what the studio needs in a tab is not here. Get the release that holds the studio, or name with --from the folder that `python scripts/studio.py` makes.",
)
