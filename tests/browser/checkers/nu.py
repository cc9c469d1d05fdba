"""The Nu HTML checker, on files."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Iterator, Sequence
from pathlib import Path

from . import MODULES, missing

JAR = MODULES / "vnu-jar" / "build" / "dist" / "vnu.jar"


def reason() -> str | None:
    """Why it cannot run here; None where it can."""
    return missing("java")


def check_html(files: Sequence[Path]) -> Iterator[tuple[Path, str]]:
    """Every error, with its file; what it only remarks on is left out."""
    command = [
        "java",
        # It lives for some seconds: to compile for longer costs more than it gains.
        *("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xss8m"),
        "-jar",
        str(JAR),
        "--format",
        "json",
        "--errors-only",
        "--exit-zero-always",
        *map(str, files),
    ]
    run = subprocess.run(command, capture_output=True, text=True, encoding="utf-8")
    if not run.stderr.lstrip().startswith("{"):
        raise RuntimeError(f"the Nu HTML checker did not run: {run.stderr or run.stdout}")
    for message in json.loads(run.stderr)["messages"]:
        file = Path(message.get("url", "").removeprefix("file:"))
        yield file, f"line {message.get('lastLine')}: {message['message']}"
