"""Answers as Excel, LibreOffice and people write them, in answers/: a file each, and beside it what is read from it.

`pytest tests/review --update-golden` writes what is read now; read each one.
"""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from support import BASE, TODAY, lay, run

from voorlichter.problems import LANGUAGES
from voorlichter.review.answers import file_name, merged, read_answers, render_review
from voorlichter.review.sheet import plan_rows, render_pdf, render_spreadsheet
from voorlichter.template.passages import Passage
from voorlichter.template.reviews import Reviewed, check_reviews
from voorlichter.workspace import Workspace

CASES = Path(__file__).parent / "answers"
_DAY = date.fromisoformat(TODAY)
PASSAGES = [
    Passage("gesprek.md#stappen", {"nl": "Je belt; of mailt.", "en": "You call, or write."}),
    Passage("wie.md", {"nl": "Wie?", "en": "Who?"}),
    Passage("hulp.md#nood", {"nl": "“Bel”", "en": "“Call”"}),
]


@pytest.mark.parametrize(
    "path",
    sorted(path for path in CASES.iterdir() if path.name != "README.md" and not path.name.endswith(".expected.txt")),
    ids=lambda path: path.name,
)
def test_answers_are_read_or_all_that_is_wrong_is_told(path: Path, request: pytest.FixtureRequest) -> None:
    reviews, problems = read_answers(path, PASSAGES, _DAY)
    said = "".join(f"{problem.render(language, CASES)}\n" for language in LANGUAGES for problem in problems) or "".join(
        f"{file_name(review)}\n{render_review(review)}" for review in reviews
    )
    expected = path.with_name(f"{path.name}.expected.txt")
    if request.config.getoption("--update-golden"):
        expected.write_text(said, encoding="utf-8")
    assert said == expected.read_text(encoding="utf-8")


def test_the_sheet_comes_back_as_it_was_filled_in(tmp_path: Path) -> None:
    """Through a real spreadsheet, which also keeps a day as a day."""
    import xlsxwriter

    rows = plan_rows(PASSAGES, Reviewed([], {}), "nl")
    (tmp_path / "empty.xlsx").write_bytes(render_spreadsheet(rows, "nl"))
    assert [problem.message.en for problem in read_answers(tmp_path / "empty.xlsx", PASSAGES, _DAY)[1]] == [
        "there is no answer in it yet"
    ]
    book = xlsxwriter.Workbook(str(tmp_path / "filled.xlsx"))
    sheet = book.add_worksheet()
    sheet.write_row(0, 0, ["nummer", "antwoord", "door", "op", "kenmerk (niet wijzigen)"])
    sheet.write_row(1, 0, [PASSAGES[1].number, "Klopt", "Vereniging V"])
    sheet.write_datetime(1, 3, date(2026, 10, 30), book.add_format({"num_format": "d-m-yyyy"}))
    sheet.write_string(1, 4, PASSAGES[1].hash)
    book.close()
    reviews, problems = read_answers(tmp_path / "filled.xlsx", PASSAGES, _DAY)
    assert problems == []
    assert [(review.by, review.on, [answer.passage for answer in review.answers]) for review in reviews] == [
        ("Vereniging V", date(2026, 10, 30), ["wie.md"])
    ]


def test_the_sheet_is_the_same_bytes_every_time_and_shows_what_was_answered() -> None:
    review, _ = read_answers(CASES / "excel-dutch.csv", PASSAGES, _DAY)
    rows = plan_rows(PASSAGES, Reviewed(review, {passage.where: passage.hash for passage in PASSAGES}), "en")
    assert [row.law for row in rows] == [
        "ok: Mr. Zoë Voorbeeld, 2026-11-01",
        'change: Mr. Zoë Voorbeeld, 2026-11-01 (Zeg "wie" het is; niet wat)',
        "",
    ]
    assert render_spreadsheet(rows, "en") == render_spreadsheet(rows, "en")


def test_the_sheet_can_be_printed() -> None:
    rows = plan_rows(PASSAGES, Reviewed([], {}), "nl")
    assert render_pdf(Workspace.at(BASE), rows, "nl").startswith(b"%PDF")


def test_what_is_kept_reads_as_it_was_given_and_later_answers_join_it(tmp_path: Path) -> None:
    review = read_answers(CASES / "excel-dutch.csv", PASSAGES, _DAY)[0][0]
    again = merged(
        review.model_copy(
            update={
                "answers": [review.answers[1].model_copy(update={"answer": "ok", "remark": 'Nu "goed": ja # klopt'})]
            }
        ),
        review,
    )
    lay(tmp_path, {f"data/reviews/{file_name(again)}": render_review(again)})
    read, problems = check_reviews(Workspace.at(tmp_path))
    assert (read, problems) == ([again], [])
    assert [answer.answer for answer in again.answers] == ["ok", "ok"]


def test_the_command_writes_the_sheet_says_that_nobody_reviewed_it_and_takes_the_answers_back(tmp_path: Path) -> None:
    lay(tmp_path, {"profiles/zeester/profile.yml": (BASE / "profiles/zeester/profile.yml").read_text(encoding="utf-8")})
    first = run("review", "-C", tmp_path, "--legal", "--date", TODAY, "--lang", "en")
    assert (first.code, first.err) == (0, "")
    assert "Nobody has reviewed any of them yet" in first.out
    assert {path.name for path in (tmp_path / "review").iterdir()} == {"passages.pdf", "passages.xlsx"}
    import python_calamine

    head, *rows = (
        python_calamine.CalamineWorkbook.from_path(tmp_path / "review" / "passages.xlsx")
        .get_sheet_by_index(0)
        .to_python()
    )
    csg = next(dict(zip(map(str, head), map(str, row), strict=True)) for row in rows if row[1] == "help.yml#csg")
    assert "nobody has checked the source yet" in csg["law or fact, source, earlier answer"]
    lay(
        tmp_path,
        {
            "answers.csv": f"number;answer;by;on;mark (leave as it is)\n{csg['number']};ok;Vereniging V;2026-11-01;{csg['mark (leave as it is)']}\n"
        },
    )
    answered = run("review", "-C", tmp_path, "--answers", tmp_path / "answers.csv", "--date", TODAY, "--lang", "en")
    assert (answered.code, answered.err) == (0, "")
    assert "Reviewed and right: 1" in answered.out
    lay(
        tmp_path,
        {
            "data/help.yml": (Workspace.at(tmp_path).defaults / "data/help.yml")
            .read_text(encoding="utf-8")
            .replace("Bel liefst binnen 7 dagen", "Bel het liefst binnen 7 dagen")
        },
    )
    assert "no longer reviewed: 1 passage " in run("check", "-C", tmp_path, "--date", TODAY, "--lang", "en").out
