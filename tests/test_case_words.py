"""The words that smell of a case: one file, which a workspace may replace and a language may add to."""

from __future__ import annotations

from pathlib import Path

from support import REPOSITORY

from voorlichter.case_words import FILE, check_case_words, shipped_case_words
from voorlichter.languages import languages_of, shipped
from voorlichter.workspace import Workspace

OURS = (REPOSITORY / "data" / FILE).read_text(encoding="utf-8")


def workspace(root: Path, **files: str) -> Workspace:
    for name, text in files.items():
        path = root / "data" / f"{name}.yml"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return Workspace.at(root)


def test_a_list_that_is_wrong_is_told_with_its_line_and_that_of_this_version_is_used(tmp_path: Path) -> None:
    written = OURS.replace("titles:", "tittles:").replace("[eenmaal,", '["",')
    words, problems = check_case_words(workspace(tmp_path, case_words=written), shipped())
    lines = dict(enumerate(written.splitlines(), 1))
    assert {(problem.where, lines.get(problem.mark.line, "").strip()[:8]) for problem in problems} == {
        ("times.nl[0]", 'nl: ["",'),
        ("tittles", "tittles:"),
    }
    assert words == shipped_case_words()


def test_a_language_adds_its_words(tmp_path: Path) -> None:
    row = "fy: {name: Frysk, called: {nl: Fries, en: Frisian}, locale: fy}\n"
    rows = (REPOSITORY / "data/languages.yml").read_text(encoding="utf-8")
    words = "case_words: {titles: [frou], keys_of_a_case: [slachtoffer, petear]}\n"
    ours = workspace(tmp_path, languages=rows + row, **{"words/fy": words})
    found, problems = check_case_words(ours, languages_of(ours))
    assert problems == []
    assert found.in_key("keys_of_a_case").fullmatch("petear_2026")
    assert not shipped_case_words().in_key("keys_of_a_case").fullmatch("petear_2026")
