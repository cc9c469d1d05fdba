"""Every line that `check` tells to write is written, and looked at again: accepted, and nothing else lost.

A line that begins with “write:” is made of what stands there and can be copied; one that is only an example says
so, and is not tried. A new case in golden/ is tried by itself.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml
from support import TODAY
from test_check import BUILT, GOLDEN, cases, lay_case, skipped

from voorlichter.cli.check import check_workspace
from voorlichter.problems import Problem
from voorlichter.template.shared import check_shared
from voorlichter.workspace import Workspace
from voorlichter.yaml_source import dotted, read_yaml

pytestmark = pytest.mark.slow

_LINE = re.compile(r"write: (.+?)(?: \([^()]*\))?(?:, or .*| or later)?")


def line_of(problem: Problem) -> str | None:
    found = _LINE.fullmatch(problem.fix.en)
    return found[1] if found else None


def told(case: str) -> bool:
    """Does the case tell a line at all? Most do not, and are not made for nothing."""
    return case in BUILT or "  write: " in (GOLDEN / case / "expected.txt").read_text(encoding="utf-8")


TOLD = [case for case in cases() if told(case) and not skipped(case) and not case.startswith("slug/")]


@pytest.mark.sampled(6)
@pytest.mark.parametrize("case", TOLD)
def test_what_is_told_to_write_is_accepted(case: str, tmp_path: Path) -> None:
    root = tmp_path / "workspace"
    lay_case(case, root)
    before = found_in(root)
    for problem in before:
        line = line_of(problem)
        if line is None:
            continue
        assert "…" not in line, f"{line} cannot be copied; say that it is an example"
        nl = re.fullmatch(r"schrijf: (.+?)(?: \([^()]*\))?(?:, of .*| of later)?", problem.fix.nl)
        assert nl and nl[1] == line, "both languages tell the same line"
        path = problem.mark.path
        text = path.read_bytes()
        path.write_text(written(text.decode("utf-8-sig"), problem, line), encoding="utf-8")
        after = found_in(root)
        names = {(one.mark.path, one.where, one.message) for one in before}
        assert (path, problem.where, problem.message) not in {
            (one.mark.path, one.where, one.message) for one in after
        }, f"“{line}” does not help"
        # What stands in a file that could not be read is judged only now; then the line itself must be one that can be.
        new = [
            one.render("en")
            for one in after
            if one.mark.path == path
            and one.mark.line == problem.mark.line
            and one.severity == "error"
            and (one.mark.path, one.where, one.message) not in names
            and (problem.where or not one.where)
        ]
        assert new == [], f"“{line}” is refused in its turn"
        kept, there = values(path, text), values(path, path.read_bytes())
        assert {
            name: value
            for name, value in kept.items()
            if not (name.startswith(problem.where) or problem.where.endswith(name))
        }.items() <= there.items(), f"“{line}” costs something else"
        path.write_bytes(text)


def found_in(root: Path) -> list[Problem]:
    workspace = Workspace.at(root)
    return check_workspace(workspace, check_shared(workspace), workspace.slugs(), date.fromisoformat(TODAY))[0]


def written(text: str, problem: Problem, line: str) -> str:
    """The file with the line at the place of the problem, in the place of what stands there."""
    at = (problem.mark.line - 1, problem.mark.column - 1)
    key = re.match(r"([\w-]+):(?: |$)", line)
    try:
        pairs = list(nodes(yaml.compose(text)))
    except yaml.YAMLError:
        pairs = []
    keys = [(name, node) for name, node in pairs if name and starts(name, at)]
    for name, node in keys or [
        (name, node) for name, node in pairs if starts(node, at)
    ]:  # a mapping starts where its first key does
        if bool(key) == bool(name):
            last = name if line.endswith(":") else node
            return text[: (name or node).start_mark.index] + line.removesuffix(":") + text[last.end_mark.index :]
    lines = text.splitlines(keepends=True)
    lead = re.match(r"\s*(?:- +)?", lines[at[0]])
    assert lead
    lines[at[0]] = f"{lead[0]}{line}\n"
    return "".join(lines)


def starts(node: Any, at: tuple[int, int]) -> bool:
    return (node.start_mark.line, node.start_mark.column) == at


def nodes(node: Any) -> Iterator[tuple[Any, Any]]:
    """Each key with its value, and each item of a list with no key."""
    if isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            yield key, value
            yield from nodes(value)
    elif isinstance(node, yaml.SequenceNode):
        for item in node.value:
            yield None, item
            yield from nodes(item)


def values(path: Path, data: bytes) -> dict[str, str]:
    """Every text in a file by its key; nothing of a file that cannot be read."""
    source = read_yaml(path, data)

    def flat(value: Any, at: tuple[str | int, ...]) -> Iterator[tuple[str, str]]:
        if isinstance(value, dict):
            for name, inner in value.items():
                yield from flat(inner, (*at, name))
        elif isinstance(value, list):
            for number, inner in enumerate(value):
                yield from flat(inner, (*at, number))
        else:
            yield dotted(at), str(value)

    return dict(flat(source.data, ())) if source.data is not None else {}
