"""One folder a case: importing/<what it shows>/pasted.txt, and in expected.txt all that comes of it.

After a wanted change, write the new answers with: VOORLICHTER_GOLDEN=write pytest tests/quiz, and read them.
"""

from __future__ import annotations

import os
from pathlib import Path

import pytest
import yaml

from voorlichter.quiz.importing import Imported, decode_questions, import_questions

CASES = Path(__file__).parent / "importing"


@pytest.mark.parametrize("case", sorted(CASES.iterdir()), ids=lambda case: case.name)
def test_importing(case: Path) -> None:
    pasted = (case / "pasted.txt").read_text(encoding="utf-8")
    said = rendered(import_questions(pasted, "nl"))
    expected = case / "expected.txt"
    if os.environ.get("VOORLICHTER_GOLDEN") == "write":
        expected.write_text(said, encoding="utf-8")
    assert said == expected.read_text(encoding="utf-8")


def rendered(result: Imported) -> str:
    questions = yaml.safe_dump(result.questions, allow_unicode=True, sort_keys=False, width=200)
    told = [problem.render(language) for language in ("nl", "en") for problem in result.problems]
    rest = [f"left: {text}" for text in result.rest]
    return "".join(f"{line}\n" for line in (questions.rstrip(), *told, *rest))


@pytest.mark.parametrize("case", sorted(CASES.iterdir()), ids=lambda case: case.name)
def test_nothing_is_lost(case: Path) -> None:
    """What did not come in is told, and reading it again alone brings nothing in."""
    result = import_questions((case / "pasted.txt").read_text(encoding="utf-8"), "nl")
    refused = [problem for problem in result.problems if problem.severity == "error"]
    assert len(refused) == len(result.rest)
    for text in result.rest:
        assert import_questions(text, "nl").questions == []


@pytest.mark.parametrize(
    "data", [text.encode(encoding) for encoding in ("utf-8", "utf-8-sig", "utf-16", "cp1252") for text in ("Één;é\n",)]
)
def test_a_file_is_read_however_a_spreadsheet_wrote_it(data: bytes) -> None:
    assert decode_questions(data) == "Één;é\n"


@pytest.mark.parametrize("begin", [b"PK\x03\x04", b"%PDF-1.7"])
def test_a_file_that_is_no_text_is_told(begin: bytes) -> None:
    result = decode_questions(begin + b"\x00")
    assert isinstance(result, Imported)
    assert [problem.severity for problem in result.problems] == ["error"]
