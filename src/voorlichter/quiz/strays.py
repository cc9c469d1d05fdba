"""What lies among the modules and is none: it is said, with the way to make it one."""

from __future__ import annotations

from pathlib import Path

from voorlichter.problems import Mark, Problem, Say, Severity

_BROUGHT = {".gift", ".txt", ".xml", ".csv", ".tsv", ".xlsx", ".ods", ".zip", ".h5p", ".md"}


def stray_module(path: Path, name: str, severity: Severity) -> Problem:
    """`name` is where it stands, as one would type it."""
    if path.suffix.lower() in _BROUGHT:
        fix = Say(
            f"maak er een module van: voorlichter import {name}", f"make a module of it: voorlichter import {name}"
        )
    elif path.suffix.lower() in (".yaml", ".yml"):
        fix = Say(f"noem het {path.stem}.yml, hier in deze map", f"call it {path.stem}.yml, in this folder itself")
    else:
        fix = Say("zet het ergens anders", "put it somewhere else")
    return Problem(
        Mark(path),
        path.name,
        Say("dit bestand is geen module; niets leest het", "this file is no module; nothing reads it"),
        fix,
        severity,
    )
