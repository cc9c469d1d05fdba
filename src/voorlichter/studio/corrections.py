"""What a problem says to write, as a value that can be put there: where the sentence names it, it is certain."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

from voorlichter.problems import Problem
from voorlichter.yaml_source import read_yaml

_LINE = re.compile(r"write: (?:([\w-]+): )?(.+)")


def correction(problem: Problem) -> Any:
    """The value after `write: key: `, read as it would be in the file; None where the sentence is an example or advice."""
    match = _LINE.fullmatch(" ".join(problem.fix.en.split()))
    if match is None:
        return None
    for text in (match[2], re.sub(r" \([^()]*\)$", "", match[2])):
        read = read_yaml(Path("correction"), f"key: {text}".encode())
        if isinstance(read.data, dict) and not read.problems and not _is_prose(value := read.data["key"], text):
            return value
    return None


def _is_prose(value: Any, text: str) -> bool:
    """A plain value with an explanation behind it is not one value."""
    return isinstance(value, str) and value == text and " (" in text
