"""Read a profile and the shared advisors it uses into one source, every value with the file it came from."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable
from copy import deepcopy
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, get_args

from voorlichter.conflict_copies import check_copies
from voorlichter.problems import Mark, Problem, Say, has_errors
from voorlichter.profile.form import check_form
from voorlichter.profile.model import FIRST_FORM, ProfileForm
from voorlichter.regular_file import IrregularError, LargeError, read_regular
from voorlichter.workspace import SLUG, Workspace, nearly, say_misnamed
from voorlichter.yaml_source import MAX_BYTES, YamlSource, explain_file, read_kept_yaml, read_yaml


@dataclass(slots=True)
class ProfileSource(YamlSource):
    """A profile as written. `inputs` are the files read for it, relative to the workspace, with their SHA-256."""

    slug: str = ""
    inputs: dict[str, str] = field(default_factory=dict)


def read_profile(workspace: Workspace, slug: str) -> ProfileSource:
    """profiles/<slug>/profile.yml with every `{use: id}` filled from advisors/<id>.yml."""
    path = workspace.profile_path(slug)
    source = ProfileSource(path, slug=slug)
    source.problems += check_copies(path.parent)
    read = _read(workspace, path, source, read_yaml)
    if read is None:
        if misnamed := nearly(path):
            source.problems.append(say_misnamed(misnamed, path))
            return source
        source.problems.append(
            Problem(
                Mark(path),
                "",
                Say("dit bestand ontbreekt", "this file is missing"),
                Say(f"maak het met `voorlichter new {slug}`", f"make it with `voorlichter new {slug}`"),
            )
        )
        return source
    source.data, source.keys, source.values = read.data, read.keys, read.values
    source.problems += read.problems
    if isinstance(source.data, dict) and (
        problem := check_form(source.data.get("form", FIRST_FORM), source.value_mark(("form",)), get_args(ProfileForm))
    ):
        source.problems.append(problem)
        if problem.severity == "error":  # of what only a later version understands there is no more to say
            source.data = None
            return source
    if isinstance(source.data, dict) and isinstance(source.data.get("advisors"), list):
        for index, entry in enumerate(source.data["advisors"]):
            if isinstance(entry, dict) and "use" in entry:
                source.data["advisors"][index] = _lay_over(workspace, source, index, entry)
    if has_errors(source.problems):
        source.data = None
    return source


def _read(
    workspace: Workspace, path: Path, source: ProfileSource, read: Callable[[Path, bytes], YamlSource]
) -> YamlSource | None:
    if path.is_symlink() and not Path(os.path.realpath(path)).is_relative_to(os.path.realpath(workspace.root)):
        return YamlSource(path, problems=[_elsewhere(path)])
    try:
        data = read_regular(path, MAX_BYTES)
    except FileNotFoundError:
        return None
    except (IrregularError, LargeError) as error:
        return YamlSource(path, problems=[explain_file(path, error)])
    except IsADirectoryError:
        return YamlSource(
            path,
            problems=[
                Problem(
                    Mark(path),
                    "",
                    Say("dit is een map, geen bestand", "this is a folder, not a file"),
                    Say("geef de map een andere naam", "give the folder another name"),
                )
            ],
        )
    source.inputs[path.relative_to(workspace.root).as_posix()] = hashlib.sha256(data).hexdigest()
    return read(path, data)


def _elsewhere(path: Path) -> Problem:
    return Problem(
        Mark(path),
        "",
        Say("dit is een koppeling naar een plek buiten de werkmap", "this is a link to a place outside the workspace"),
        Say("zet hier een kopie van het bestand", "put a copy of the file here"),
    )


def _lay_over(workspace: Workspace, source: ProfileSource, index: int, entry: dict[str, Any]) -> dict[str, Any]:
    """What the profile says of an advisor, over what the shared file says."""
    here = ("advisors", index, "use")
    name = entry["use"]
    folder = workspace.advisors
    known = sorted(path.stem for path in folder.glob("*.yml"))
    if (
        isinstance(name, str)
        and name not in known
        and SLUG.fullmatch(name)
        and (misnamed := nearly(folder / f"{name}.yml"))
    ):
        source.problems.append(say_misnamed(misnamed, folder / f"{name}.yml"))
        return {}
    if not isinstance(name, str) or name not in known:
        source.problems.append(
            Problem(
                source.value_mark(here),
                f"advisors[{index}].use",
                Say(f"advisors/{name}.yml bestaat niet", f"advisors/{name}.yml does not exist"),
                Say(
                    "kies uit: " + ", ".join(known)
                    if known
                    else f"maak advisors/{name}.yml, of schrijf de gegevens hier",
                    "choose from: " + ", ".join(known)
                    if known
                    else f"make advisors/{name}.yml, or write the data here",
                ),
            )
        )
        return {}
    shared = _read(workspace, folder / f"{name}.yml", source, read_kept_yaml)  # once for all who have them
    assert shared is not None, "listed a moment ago"
    source.problems += shared.problems
    own = {key: value for key, value in entry.items() if key != "use"}
    if not isinstance(shared.data, dict):
        if not shared.problems:
            source.problems.append(
                Problem(
                    Mark(shared.path),
                    "",
                    Say("hier horen sleutels te staan: name, kind, phone …", "keys belong here: name, kind, phone …"),
                    Say('schrijf bijvoorbeeld: name: "Noor Voorbeeld"', 'write for example: name: "Noor Voorbeeld"'),
                )
            )
        return own
    for kind in ("keys", "values"):
        theirs, ours = getattr(shared, kind), getattr(source, kind)
        for path, mark in theirs.items():
            if path and path[0] not in own:
                ours[("advisors", index, *path)] = mark
    return {"id": name, **deepcopy(shared.data), **own}
