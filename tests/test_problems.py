"""A problem is one line, in one language, in the order of the files."""

from __future__ import annotations

import pickle
from pathlib import Path

from voorlichter.problems import InputError, MachineError, Mark, Problem, Say, has_errors, sort_problems

ROOT = Path("/w")


def problem(path: str = "a.yml", line: int = 1, column: int = 1, severity: str = "error", said: str = "x") -> Problem:
    return Problem(
        Mark(ROOT / path, line, column),
        "brand.color",
        Say(f"{said} nl", f"{said} en"),
        Say("schrijf: y", "write: y"),
        severity,
    )  # type: ignore[arg-type]


def test_a_problem_is_one_line_with_its_parts_apart() -> None:
    assert problem(line=7, column=3).render("nl", ROOT) == "a.yml:7:3  brand.color  x nl  schrijf: y"
    assert problem(said="a\nb  c").render("en", ROOT) == "a.yml:1:1  brand.color  a b c en  write: y"


def test_a_program_reads_the_parts_of_a_problem_in_one_language() -> None:
    assert problem(line=7, column=3, severity="warning").as_json("nl", ROOT) == {
        "path": "a.yml",
        "line": 7,
        "column": 3,
        "where": "brand.color",
        "message": "x nl",
        "fix": "schrijf: y",
        "severity": "warning",
    }
    assert problem().as_json("en")["path"] == "/w/a.yml"
    assert problem().as_json("en")["fix"] == "write: y"


def test_what_says_nothing_else_is_an_error() -> None:
    assert has_errors([Problem(Mark(ROOT, 1, 1), "", Say("x", "x"), Say("y", "y"))])


def test_a_warning_says_so() -> None:
    assert problem(severity="warning").render("nl", ROOT) == "a.yml:1:1  brand.color  let op: x nl  schrijf: y"
    assert problem(severity="warning").render("en", ROOT) == "a.yml:1:1  brand.color  note: x en  write: y"


def test_a_path_outside_the_folder_stays_whole() -> None:
    assert problem().render("en", Path("/elsewhere")).startswith("/w/a.yml:1:1  ")


def test_problems_come_by_file_and_place_and_each_once() -> None:
    problems = [
        problem("b.yml"),
        problem("a.yml", 2, 9),
        problem("a.yml", 10),
        problem("a.yml", 2, 3),
        problem("b.yml"),
    ]
    assert [(p.mark.path.name, p.mark.line, p.mark.column) for p in sort_problems(problems)] == [
        ("a.yml", 2, 3),
        ("a.yml", 2, 9),
        ("a.yml", 10, 1),
        ("b.yml", 1, 1),
    ]


def test_warnings_are_no_errors() -> None:
    assert not has_errors([problem(severity="warning")])
    assert has_errors([problem(severity="warning"), problem()])


def test_what_a_worker_raises_reaches_the_one_who_waits() -> None:
    failed = pickle.loads(pickle.dumps(MachineError(Say("vol", "full"))))
    assert failed.say == Say("vol", "full")
    refused = pickle.loads(pickle.dumps(InputError([problem()])))
    assert refused.problems == (problem(),)
