"""One folder a case: importing/<what it shows>/ with `pasted.…`, or a folder `packed` that becomes a zip, or `sheet.csv` that becomes a workbook; and in expected.txt all that comes of it.

After a wanted change, write the new answers with: VOORLICHTER_GOLDEN=write pytest tests/quiz, and read them.
"""

from __future__ import annotations

import ast
import csv
import io
import os
import re
import sys
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml
from support import REPOSITORY

from voorlichter.quiz import importing
from voorlichter.quiz.importing import Imported, import_file, import_questions
from voorlichter.quiz.importing.xml_tree import DEEPEST, LARGEST
from voorlichter.zip_file import render_zip

PACKAGE = Path(importing.__file__).parent
CASES = Path(__file__).parent / "importing"
EVERY = pytest.mark.parametrize("case", sorted(CASES.iterdir()), ids=lambda case: case.name)


def handed_in(case: Path) -> bytes:
    """The file of a case, as somebody has it."""
    packed = case / "packed"
    if packed.is_dir():
        files = (path for path in packed.rglob("*") if path.is_file())
        return render_zip({path.relative_to(packed).as_posix(): path.read_bytes() for path in files})
    if (case / "sheet.csv").is_file():
        return workbook(list(csv.reader((case / "sheet.csv").read_text(encoding="utf-8").splitlines())))
    (pasted,) = case.glob("pasted.*")
    return pasted.read_bytes()


def workbook(rows: list[list[str]]) -> bytes:
    xlsxwriter = pytest.importorskip("xlsxwriter")
    pytest.importorskip("python_calamine")
    written = io.BytesIO()
    book = xlsxwriter.Workbook(written, {"strings_to_numbers": True})
    sheet = book.add_worksheet()
    for number, row in enumerate(rows):
        sheet.write_row(number, 0, row)
    book.close()
    return written.getvalue()


@EVERY
def test_importing(case: Path) -> None:
    said = rendered(import_file(handed_in(case), "nl"))
    expected = case / "expected.txt"
    if os.environ.get("VOORLICHTER_GOLDEN") == "write":
        expected.write_text(said, encoding="utf-8")
    assert said == expected.read_text(encoding="utf-8")


def rendered(result: Imported) -> str:
    questions = yaml.safe_dump(result.questions, allow_unicode=True, sort_keys=False, width=200)
    told = [problem.render(language) for language in ("nl", "en") for problem in result.problems]
    rest = [f"left: {text}" for text in result.rest]
    return "".join(f"{line}\n" for line in (questions.rstrip(), *told, *rest))


@EVERY
def test_nothing_is_lost(case: Path) -> None:
    """What did not come in is told, and reading it again alone brings nothing in."""
    result = import_file(handed_in(case), "nl")
    refused = [problem for problem in result.problems if problem.severity == "error"]
    assert len(refused) == len(result.rest)
    for text in result.rest:
        assert import_questions(text, "nl").questions == []


@EVERY
def test_a_text_that_is_pasted_is_read_as_its_file_is(case: Path) -> None:
    for pasted in case.glob("pasted.*"):
        text = pasted.read_text(encoding="utf-8")
        assert rendered(import_questions(text, "nl")) == rendered(import_file(text.encode(), "nl"))


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_a_file_is_read_however_a_spreadsheet_wrote_it(encoding: str) -> None:
    (question,) = import_file("Één café?;é;ë\n".encode(encoding), "nl").questions
    assert question["ask"] == {"nl": "Één café?"}


XML = b"<?xml version='1.0'?>\n<quiz>%s</quiz>"
QUESTION = b"<question type='description'><questiontext><text>x</text></questiontext></question>"


def bomb(inside: bytes) -> bytes:
    """A small zip that says little of itself and unpacks to much."""
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("imsmanifest.xml", "<manifest/>")
        archive.writestr("a.xml", inside + b" " * (LARGEST + 1))
    data = written.getvalue()
    true = (len(inside) + LARGEST + 1).to_bytes(4, "little")
    return data.replace(true, (100).to_bytes(4, "little"))


TOO_LARGE = "this file is too large  split it into files of a few hundred questions at most"
DAMAGED = "this file is damaged, or no XML  export the questions again"
DAMAGED_ZIP = "this zip is damaged, or has a password  export the questions again"
UNREADABLE = "this workbook cannot be read  open it, and save the sheet as CSV"


@pytest.mark.parametrize(
    ("data", "said"),
    [
        pytest.param(b"%PDF-1.7\x00", "this is a PDF  copy the questions and paste them here", id="a PDF"),
        pytest.param(b"PK\x03\x04\x00", DAMAGED_ZIP, id="no zip after all"),
        pytest.param(render_zip({"a.txt": b"x"}), "there are no questions in this zip", id="a zip without questions"),
        pytest.param(render_zip({f"{number}.txt": b"" for number in range(5001)}), TOO_LARGE, id="too many files"),
        pytest.param(bomb(b"<assessmentItem><itemBody><p>x</p></itemBody>"), "", id="a file that unpacks to more than it says"),
        pytest.param(render_zip({"a.xml": b"<assessmentItem>" + b" " * (LARGEST + 1)}), TOO_LARGE, id="a file too large"),
        pytest.param(XML % QUESTION + b" " * LARGEST, TOO_LARGE, id="XML too large"),
        pytest.param(XML % (b"<a>" * DEEPEST), "", id="XML too deep"),
        pytest.param(
            XML.replace(b"?>", b"?><!DOCTYPE quiz SYSTEM 'http://evil.example/x.dtd'>") % QUESTION,
            "there is a DTD or an entity in this file",
            id="a DTD",
        ),
        pytest.param(b"<?xml version='1.0' encoding='utf-77'?><quiz/>", DAMAGED, id="an encoding that nobody has"),
        pytest.param(
            render_zip({"h5p.json": b"{}", "content/content.json": b"[" * 100_000}),
            "this H5P file is damaged",
            id="JSON deeper than anybody writes",
        ),
        pytest.param(render_zip({"xl/workbook.xml": b"<x/>"}), UNREADABLE, id="half a workbook"),
        pytest.param(render_zip({"xl/workbook.xml": b" " * (LARGEST + 1)}), TOO_LARGE, id="a workbook too large"),
    ],
)  # fmt: skip
def test_what_no_question_can_be_read_from_is_told(data: bytes, said: str) -> None:
    result = import_file(data, "nl")
    assert result.questions == []
    assert {problem.severity for problem in result.problems} == {"error"}
    assert said in rendered(result)


NO_READER = "copy the cells and paste them, or save the sheet as CSV; on the command line this helps too: python -m pip install 'voorlichter[kit]'"


def test_where_nothing_reads_a_workbook_it_says_what_to_do(monkeypatch: pytest.MonkeyPatch) -> None:
    data = workbook([["Wie kiest?", "Wie praat", "De baas"]])
    monkeypatch.setitem(sys.modules, "python_calamine", None)
    assert f"a workbook cannot be read here  {NO_READER}" in rendered(import_file(data, "nl"))


def messages() -> Iterator[str]:
    """Whatever can be told of questions that somebody brings, in English, as a pattern."""
    for path in sorted(PACKAGE.glob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in ("Say", "refuse"):
                for text in node.args[1::2]:
                    parts = text.values if isinstance(text, ast.JoinedStr) else [text]
                    said = [str(part.value) if isinstance(part, ast.Constant) else None for part in parts]
                    if any(said):
                        yield "".join(".*" if part is None else re.escape(part) for part in said)


def test_every_mistake_that_is_told_has_a_case() -> None:
    """Or a test that says what is told."""
    cases = [path.read_text(encoding="utf-8") for path in CASES.rglob("expected.txt")]
    tests = [Path(__file__).read_text(encoding="utf-8"), (REPOSITORY / "tests/cli/test_import.py").read_text("utf-8")]
    told = "\n".join(cases + tests)
    assert len([*messages()]) > 50
    assert [pattern for pattern in messages() if not re.search(pattern, told)] == []


def test_a_sign_that_no_file_can_hold_is_left_out() -> None:
    content = b'{"question": "Wie \\u0000kiest\\ud800?", "correct": "true"}'
    data = render_zip({"h5p.json": b'{"mainLibrary": "H5P.TrueFalse"}', "content/content.json": content})
    (question,) = import_file(data, "nl").questions
    assert question["ask"] == {"nl": "Wie kiest?"}


def test_one_item_of_a_question_bank_comes_in_by_itself() -> None:
    item = (CASES / "qti_as_others_write_it/packed/items/d.xml").read_bytes()
    (question,) = import_file(item, "nl").questions
    assert (question["type"], question["correct"]) == ("true-false", True)


@pytest.mark.parametrize(
    "share", ["1/0", "1e400", "nan", "9" * 5000, "0." + "3" * 5000, "0,0", "0/1", "1/", "/2", "1/x", "1/1e400", "veel"]
)
def test_a_share_that_is_no_number_of_use_adds_nothing(share: str) -> None:
    """And nothing breaks by it: a file may hold anything."""
    other = f"<answer fraction='{share}'><text>Sam</text></answer>"
    asked = "<question type='multichoice'><questiontext><text>Wie?</text></questiontext>"
    moodle = f"<quiz>{asked}<answer fraction='100'><text>Noor</text></answer>{other}</question></quiz>"
    entries = f"<mapEntry mapKey='A' mappedValue='1'/><mapEntry mapKey='B' mappedValue='{share}'/>"
    choices = "<simpleChoice identifier='A'>Noor</simpleChoice><simpleChoice identifier='B'>Sam</simpleChoice>"
    qti = (
        f"<assessmentItem><responseDeclaration identifier='R'><mapping>{entries}</mapping></responseDeclaration>"
        f"<itemBody><p>Wie?</p><choiceInteraction responseIdentifier='R'>{choices}</choiceInteraction></itemBody>"
        "</assessmentItem>"
    )
    for text in (moodle, qti, f"Wie? {{~%100%Noor ~%{share}%Sam}}"):
        (question,) = import_questions(text, "nl").questions
        assert [option.get("correct", False) for option in question["options"]] == [True, False], text


def test_a_share_of_many_digits_or_written_as_a_fraction_counts() -> None:
    asked = "<quiz><question type='multichoice'><questiontext><text>Wie?</text></questiontext><single>false</single>"
    for share in ("1/3", "33,33333", "0." + "3" * 4000, "1e-5", "2.5/7.5"):
        answers = f"<answer fraction='{share}'><text>Noor</text></answer><answer fraction='0'><text>Sam</text></answer>"
        (question,) = import_questions(f"{asked}{answers}</question></quiz>", "nl").questions
        assert [option.get("correct", False) for option in question["options"]] == [True, False], share


def test_a_quotation_mark_that_is_never_closed_loses_nothing() -> None:
    text = "Wie belt?;Noor;Sam\n" + '"Wie nu?;Noor;Sam\n' + "Wie dan?;Noor;Sam\n" * 9000
    result = import_questions(text, "nl")
    said = "one of the cells is longer than a text can be  look for a quotation mark that is not closed"
    assert f"pasted:1:1  {said}" in rendered(result)
    assert result.rest == [text]
