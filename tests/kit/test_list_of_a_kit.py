"""The list that lies with a kit, and the record of a built site: read back, or as if there were none."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

import pytest
from support import lay

from voorlichter.artefacts.kit.folder import has_bleed
from voorlichter.artefacts.kit.make import read_kit
from voorlichter.record import folder_of_records, read_record
from voorlichter.workspace import Workspace

NONE = ["", "{", "[]", "3", "null", "{}", '{"files": 3}', '{"files": [3]}', "[" * 100_000]


@pytest.mark.parametrize("written", NONE)
def test_a_list_that_cannot_be_read_tells_of_no_file(tmp_path: Path, written: str) -> None:
    lay(tmp_path, {"kit.json": written, "poster.pdf": "poster"})
    assert read_kit(tmp_path) == {} and not has_bleed(tmp_path)
    assert read_kit(tmp_path / "gone") == {} and not has_bleed(tmp_path / "gone")


def test_a_file_that_is_as_it_was_made_is_kept_and_no_other(tmp_path: Path) -> None:
    known = hashlib.sha256(b"poster").hexdigest()
    names = ("poster.pdf", "changed.pdf", "gone.pdf", "../outside.pdf")
    told = {"bleed": True, "files": [{"name": name, "key": f"k-{name}", "sha256": known} for name in names]}
    lay(tmp_path, {"outside.pdf": "poster", "kit/poster.pdf": "poster", "kit/changed.pdf": "other"})
    lay(tmp_path / "kit", {"kit.json": json.dumps(told)})
    assert read_kit(tmp_path / "kit") == {"poster.pdf": ("k-poster.pdf", b"poster")}
    assert has_bleed(tmp_path / "kit")


@pytest.mark.parametrize("written", NONE)
def test_a_record_that_cannot_be_read_is_none(tmp_path: Path, written: str) -> None:
    workspace = Workspace(tmp_path, tmp_path / "defaults")
    lay(folder_of_records(workspace, tmp_path / "site"), {"zee.json": written})
    assert read_record(workspace, tmp_path / "site", "zee") is None
