"""`voorlichter import`: questions that are there already, as a module that can be finished."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import yaml
from support import TODAY, Answer, run

from voorlichter.quiz import check_module, read_module

SHEET = "Vraag;Goed antwoord;Fout antwoord;Feedback;Uitleg\nWie kiest de stap?;Wie praat;De baas;Die kiest niet.;Het is zijn verhaal.\n"
ENGLISH = "Question;Right answer;Wrong answer;Feedback;Explanation\nWho chooses the step?;Whoever talks;The boss;They do not choose.;It is their story.\n"


def brought(root: Path, *words: object, lang: str = "en") -> Answer:
    return run("import", "-C", root, "--lang", lang, *words)


def written(root: Path, name: str = "questions", slug: str = "zeester") -> dict[str, object]:
    data: dict[str, object] = yaml.safe_load((root / f"profiles/{slug}/quizzes/{name}.yml").read_text(encoding="utf-8"))
    return data


def test_a_sheet_becomes_a_module_of_the_one_organisation_that_there_is(workspace: Path) -> None:
    (workspace / "questions.csv").write_text(SHEET, encoding="utf-8")
    answer = brought(workspace, workspace / "questions.csv")
    assert answer.code == 0, answer.err
    module = written(workspace)
    assert (module["id"], module["title"]) == ("questions", {"nl": "Questions"})
    profile = workspace / "profiles/zeester/profile.yml"
    profile.write_text(profile.read_text(encoding="utf-8") + "training: {modules: [questions]}\n", encoding="utf-8")
    checked = run("build", "-C", workspace, "--lang", "en", "--date", TODAY)
    assert checked.code == 0, checked.err
    assert (workspace / "site/zeester/training-questions.html").is_file()


def test_feedback_that_lacks_is_asked_for_at_its_line(workspace: Path) -> None:
    (workspace / "questions.csv").write_text("Wie kiest?;Wie praat;De baas\n", encoding="utf-8")
    answer = brought(workspace, workspace / "questions.csv")
    assert answer.code == 0
    asked = re.findall(r"questions\.yml:(\d+):\d+  questions\[0\]\.(\S+)", answer.err)
    assert [where for _, where in asked] == ["why", "options[1].feedback"]
    assert "this wrong answer gets no feedback  write: feedback: {" in answer.err
    lines = (workspace / "profiles/zeester/quizzes/questions.yml").read_text(encoding="utf-8").split("\n")
    assert "option-2" in lines[int(asked[1][0]) - 1]


def test_what_cannot_come_along_is_told_by_question_and_reason(workspace: Path) -> None:
    (workspace / "questions.gift").write_text(
        "::a::Wie? {=ik ~jij}\n\n::b::Hoeveel? {#3}\n\n::c::Hoe heet dat? {=zo}\n", encoding="utf-8"
    )
    answer = brought(workspace, workspace / "questions.gift", lang="nl")
    assert answer.code == 1
    assert re.findall(r"questions\.gift:(\d+):1  (\S+ \S+)", answer.err)[:2] == [
        ("3", "een getal"),
        ("5", "een antwoord"),
    ]
    assert len(written(workspace)["questions"]) == 1  # type: ignore[arg-type]


def test_nothing_is_written_where_no_question_came_in(workspace: Path) -> None:
    (workspace / "questions.csv").write_text("Wie kiest?\n", encoding="utf-8")
    assert brought(workspace, workspace / "questions.csv").code == 1
    assert not (workspace / "profiles/zeester/quizzes").exists()


def test_two_files_are_one_module_in_two_languages(workspace: Path) -> None:
    (workspace / "questions-nl.csv").write_text(SHEET, encoding="utf-8")
    (workspace / "questions-en.csv").write_text(ENGLISH, encoding="utf-8")
    answer = brought(workspace, workspace / "questions-nl.csv", workspace / "questions-en.csv", "--shared")
    assert answer.code == 0, answer.err
    module, problems = check_module(read_module(workspace / "quizzes/questions.yml"))
    assert module is not None, problems
    assert module.questions[0].ask.to("en") == "Who chooses the step?"


def test_files_of_other_questions_are_not_laid_over_each_other(workspace: Path) -> None:
    (workspace / "questions-nl.csv").write_text(SHEET, encoding="utf-8")
    (workspace / "questions-en.csv").write_text("Is it?;true\n", encoding="utf-8")
    answer = brought(workspace, workspace / "questions-nl.csv", workspace / "questions-en.csv")
    assert "this question is built differently in the other language  translate it by hand" in answer.err
    assert written(workspace)["questions"][0]["ask"] == {"nl": "Wie kiest de stap?"}  # type: ignore[index]


def test_files_with_more_and_fewer_questions_are_not_laid_over_each_other(workspace: Path) -> None:
    (workspace / "questions-nl.csv").write_text(SHEET, encoding="utf-8")
    (workspace / "questions-en.csv").write_text(ENGLISH + ENGLISH, encoding="utf-8")
    answer = brought(workspace, workspace / "questions-nl.csv", workspace / "questions-en.csv")
    assert "this file has another number of questions  give two files with the same questions" in answer.err
    assert written(workspace)["questions"][0]["ask"] == {"nl": "Wie kiest de stap?"}  # type: ignore[index]


def test_what_is_there_is_never_written_over(workspace: Path) -> None:
    (workspace / "questions.csv").write_text(SHEET, encoding="utf-8")
    assert brought(workspace, workspace / "questions.csv").code == 0
    again = brought(workspace, workspace / "questions.csv")
    assert again.code == 1 and "--as ID" in again.err
    assert brought(workspace, workspace / "questions.csv", "--as", "Nog een keer").code == 0
    assert written(workspace, "nog-een-keer")["id"] == "nog-een-keer"


def test_a_new_question_never_takes_an_id_that_was_handed_out(workspace: Path) -> None:
    folder = workspace / "profiles/zeester/quizzes"
    folder.mkdir()
    (folder / "released.txt").write_text("questions single questions-01\n", encoding="utf-8")
    (workspace / "questions.csv").write_text(SHEET, encoding="utf-8")
    assert brought(workspace, workspace / "questions.csv").code == 0
    assert written(workspace)["questions"][0]["id"] == "questions-02"  # type: ignore[index]


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["--for", "nobody"], "nobody"),
        (["--language", "xx"], "in which language is questions.csv?"),
        (["--language", "nl", "--language", "nl", "questions.csv"], "in which language is questions.csv?"),
        (["absent.csv"], "absent.csv"),
    ],
)
def test_what_cannot_be_is_told_before_anything_is_written(workspace: Path, words: list[str], said: str) -> None:
    (workspace / "questions.csv").write_text(SHEET, encoding="utf-8")
    answer = run("import", "-C", workspace, "--lang", "en", "questions.csv", *words, cwd=workspace)
    assert answer.code in (1, 2, 3) and said in answer.err
    assert not (workspace / "profiles/zeester/quizzes").exists()


def test_of_several_organisations_one_is_named(workspace: Path) -> None:
    other = workspace / "profiles/zeehond"
    other.mkdir()
    (other / "profile.yml").write_bytes((workspace / "profiles/zeester/profile.yml").read_bytes())
    (workspace / "questions.csv").write_text(SHEET, encoding="utf-8")
    answer = brought(workspace, workspace / "questions.csv")
    assert answer.code == 2 and "zeehond, zeester" in answer.err and "--shared" in answer.err
    assert brought(workspace, workspace / "questions.csv", "--for", "zeehond").code == 0
    assert written(workspace, slug="zeehond")["id"] == "questions"


def test_a_file_of_questions_that_lies_among_the_modules_is_told_with_the_command(workspace: Path) -> None:
    (workspace / "quizzes").mkdir()
    for name in ("old.gift", "old.xml", "old.csv", "old.h5p"):
        (workspace / "quizzes" / name).write_text("x", encoding="utf-8")
    (workspace / "quizzes/other.yaml").write_text("id: other\n", encoding="utf-8")
    own = workspace / "profiles/zeester/quizzes"
    own.mkdir()
    (own / "old.gift").write_text("x", encoding="utf-8")
    told = run("check", "-C", workspace, "--lang", "en", "--date", TODAY)
    for name in ("old.gift", "old.xml", "old.csv", "old.h5p"):
        assert f"voorlichter import quizzes/{name}" in told.err + told.out
    assert "call it other.yml" in told.err + told.out
    assert "voorlichter import profiles/zeester/quizzes/old.gift" in told.err + told.out
