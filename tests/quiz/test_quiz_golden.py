"""One folder a case: golden/<what it shows>/module.yml, and in expected.txt all that is said about it.

After a wanted change, write the new answers with: VOORLICHTER_GOLDEN=write pytest tests/quiz, and read them.
"""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from voorlichter.problems import has_errors
from voorlichter.quiz import check_module, read_module
from voorlichter.quiz.lesson import Released

GOLDEN = Path(__file__).parent / "golden"
PASSAGES = {"gesprek.md": None, "gesprek.md#stappen": None, "wie.md": None, "melden.md#regeling": "speak_up"}
RELEASED = {
    "handed-out": Released("module", "single"),
    "elsewhere-01": Released("other", "reflection"),
    "module-01": Released("module", "true-false"),
}


@pytest.mark.parametrize("case", sorted(GOLDEN.iterdir()), ids=lambda case: case.name)
def test_golden(case: Path) -> None:
    module, problems = check_module(read_module(case / "module.yml"), PASSAGES, RELEASED)
    lines = [problem.render(language, case) for language in ("nl", "en") for problem in problems]
    said = "".join(f"{line}\n" for line in lines)
    expected = case / "expected.txt"
    if os.environ.get("VOORLICHTER_GOLDEN") == "write":
        expected.write_text(said, encoding="utf-8")
    assert said == expected.read_text(encoding="utf-8")
    assert (module is None) == has_errors(problems)
    verb = case.name.partition("-")[0]
    assert verb in {
        frozenset(): {"accepts"},
        frozenset({"warning"}): {"warns"},
    }.get(frozenset(problem.severity for problem in problems), {"refuses", "holds"})
