"""What a translator gave back, in the files of words: what is as it was stays as it was, to the byte."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from voorlichter.languages import Code
from voorlichter.output import hand_out
from voorlichter.translate.xliff import Translated
from voorlichter.translated import sources_file, words_file
from voorlichter.workspace import Workspace
from voorlichter.yaml_edit import set_value
from voorlichter.yaml_source import KeyPath


def store(workspace: Workspace, code: Code, taken: Sequence[Translated]) -> Iterator[Path]:
    """Writes in the workspace, over the texts of this version; returns each file that changed."""
    words: dict[KeyPath, str] = {
        translated.segment.path: translated.text for translated in taken if translated.text != translated.segment.target
    }
    yield from _changed(workspace, words_file(code), words)
    seen: dict[KeyPath, str] = {
        (translated.segment.id,): translated.seen for translated in taken if translated.seen != translated.segment.seen
    }
    yield from _changed(workspace, sources_file(code), seen)


def _changed(workspace: Workspace, name: str, values: Mapping[KeyPath, str]) -> Iterator[Path]:
    if not values:
        return
    there, target = workspace.file(name), workspace.root / name
    text = there.read_bytes().decode() if there.is_file() else ""
    for path, value in values.items():
        text = set_value(text, path, value)
    target.parent.mkdir(parents=True, exist_ok=True)
    hand_out(target, text.encode())
    yield target
