"""What CONTRIBUTING tells to add, added to a copy of the program, counted and tried: each in a folder of additions/.

A folder holds new files at their places, and in lines.yml what comes into files that are there.
"""

from __future__ import annotations

import ast
import difflib
import json
import shutil
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Any

import yaml
from support import REPOSITORY, TODAY, Answer, copy_linked, files_of, lay, run_alone

HERE = Path(__file__).parent
ADDITIONS = HERE / "additions"
_LINES = "lines.yml"
_DONE = "drills.json"


@dataclass(frozen=True)
class Touched:
    """What had to be touched outside a new folder."""

    files: list[str]
    lines: dict[str, int]
    """How many, of each file that was there."""
    lists: list[str]
    """Those in which a list at the top of the file became longer."""


@dataclass(frozen=True)
class Program:
    """A copy of the program with every addition, that is its own workspace; what it answered, by command."""

    root: Path
    touched: Mapping[str, Touched]
    answers: Mapping[str, Answer]

    @property
    def site(self) -> Path:
        return self.root / "site/zeester"


def build(root: Path) -> None:
    """Everything is added first, so that all of it is built once."""
    for folder in ("src/voorlichter", "docs", "quizzes", "data", "overrides"):
        copy_linked(REPOSITORY / folder, root / folder)
    shutil.copy(REPOSITORY / "mkdocs.yml", root)
    touched = {addition.name: vars(_add(addition, root)) for addition in sorted(ADDITIONS.iterdir())}
    lay(root, files_of(HERE / "tried"))
    answers = {
        "schema": _run(root, "schema"),
        "schema module": _run(root, "schema", "module"),
        "kit": _run(root, "kit"),
        "build": _run(root, "build"),
        **{form: _run(root, "export", "--format", form) for form in ("info-desk", "gift", "moodle-xml")},
        "check": _run(root, "check"),
    }
    _break(root)
    answers["check of mistakes"] = _run(root, "check")
    done = {"touched": touched, "answers": {name: vars(answer) for name, answer in answers.items()}}
    (root / _DONE).write_text(json.dumps(done), encoding="utf-8")


def read(root: Path) -> Program:
    done = json.loads((root / _DONE).read_text(encoding="utf-8"))
    return Program(
        root,
        {name: Touched(**told) for name, told in done["touched"].items()},
        {name: Answer(**answer) for name, answer in done["answers"].items()},
    )


def _add(addition: Path, root: Path) -> Touched:
    before = files_of(root)
    files = files_of(addition)
    edits = yaml.safe_load(files.pop(_LINES, b"[]"))
    lay(root, files)
    for edit in edits:
        _replace(root / edit["file"], edit.get("old", ""), edit["new"])
    return compare(before, files_of(root))


def _replace(path: Path, old: str, new: str) -> None:
    """Without `old` it comes at the end."""
    text = path.read_text(encoding="utf-8")
    assert not old or text.count(old) == 1, f"{path}: {old}"
    path.unlink()  # a link to ours
    path.write_text(text.replace(old, new) if old else text + new, encoding="utf-8")


def compare(before: Mapping[str, bytes], after: Mapping[str, bytes]) -> Touched:
    changed = {
        name: (before[name].decode(), after[name].decode())
        for name in after
        if name in before and after[name] != before[name]
    }
    lines = {name: _lines_between(*texts) for name, texts in changed.items()}
    lists = [name for name, texts in changed.items() if name.endswith(".py") and _listed(texts[1]) > _listed(texts[0])]
    folders = {parent for name in before for parent in PurePosixPath(name).parents}
    loose = {name for name in after.keys() - before.keys() if PurePosixPath(name).parent in folders}
    return Touched(sorted({*loose, *lines}), lines, lists)


def _lines_between(before: str, after: str) -> int:
    """A line that became another is one."""
    signs = [line[0] for line in difflib.ndiff(before.splitlines(), after.splitlines())]
    return max(signs.count("+"), signs.count("-"))


def _listed(text: str) -> int:
    """How much all lists, sets and tables at the top of a file hold."""
    values = [node.value for node in ast.parse(text).body if isinstance(node, ast.Assign | ast.AnnAssign)]
    return sum(
        len(node.keys if isinstance(node, ast.Dict) else node.elts)
        for node in values
        if isinstance(node, ast.Dict | ast.List | ast.Set | ast.Tuple)
    )


def _break(root: Path) -> None:
    """What the new rules are there for, and a key by its title; and what was told of the new pages is done."""
    _replace(root / "mkdocs.yml", "  - veilig.md\n", "  - nachtdienst.md\n  - proef.md\n  - veilig.md\n")
    profile = root / "profiles/zeester/profile.yml"
    _replace(profile, "workforce: 20", "workforce: 2000")
    _replace(profile, "night_porter", "portier_van_de_nacht")
    _replace(root / "quizzes/weigh.yml", "correct: 4", "correct: 6")


def _run(root: Path, *words: str) -> Answer:
    place: tuple[Any, ...] = () if words[0] == "schema" else ("-C", root, "--date", TODAY)
    return run_alone(*words, *place, "--lang", "en", env={"PYTHONPATH": str(root / "src")}, cwd=root)
