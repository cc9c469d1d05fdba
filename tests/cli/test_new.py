"""`voorlichter new`: from an intake's answers to a profile that passes its checks."""

from __future__ import annotations

import json
import re
from pathlib import Path

import jsonschema
import pytest
from support import TODAY, Answer, files_of, lay, run, run_alone

ANSWERS = """name: Stichting De Zeester
short_name: De Zeester
sector: care
workforce: 20
form_of_address: u
languages: [nl, en]
color: "#0B5FA5"
logo: zee.svg
advisor_name: Noor Voorbeeld
advisor_phone: "020 000 00 01"
"""
LOGO = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10"><rect width="10" height="10" fill="#0B5FA5"/></svg>\n'


def new(root: Path, *words: object, lang: str = "en") -> Answer:
    return run("new", *words, "-C", root, "--lang", lang)


@pytest.fixture
def intake(tmp_path: Path) -> Path:
    return lay(tmp_path / "intake", {"answers.yml": ANSWERS, "zee.svg": LOGO}) / "answers.yml"


@pytest.mark.parametrize("lang", ["nl", "en"])
def test_answers_make_a_profile_without_errors(tmp_path: Path, intake: Path, lang: str) -> None:
    root = tmp_path / "w"
    assert new(root, "zeester", "--answers", intake, lang=lang).code == 0
    checked = run("check", "-C", root, "--lang", "en", "--date", TODAY)
    assert (checked.code, checked.out) == (0, "1 profile checked: 0 errors, 1 note\n"), checked.err
    text = (root / "profiles/zeester/profile.yml").read_text(encoding="utf-8")
    assert 'name: "Stichting De Zeester"' in text and "form_of_address: u" in text
    assert (root / "profiles/zeester/logo.svg").read_text() == LOGO
    assert ("De volledige naam van de organisatie." in text) is (lang == "nl")
    assert ("The organisation's full name." in text) is (lang == "en")


def test_an_editor_finds_the_schema_beside_the_profile(tmp_path: Path, intake: Path) -> None:
    root = tmp_path / "w"
    new(root, "zeester", "--answers", intake)
    first = (root / "profiles/zeester/profile.yml").read_text(encoding="utf-8").splitlines()[0]
    found = re.fullmatch(r"# yaml-language-server: \$schema=(\S+)", first)
    assert found
    jsonschema.Draft7Validator.check_schema(json.loads((root / "profiles/zeester" / found[1]).read_text(encoding="utf-8")))


def test_every_line_that_waits_as_a_comment_may_be_used(tmp_path: Path, intake: Path) -> None:
    """Uncommented one by one, each alone with what was answered."""
    root = tmp_path / "w"
    new(root, "zeester", "--answers", intake)
    text = (root / "profiles/zeester/profile.yml").read_text(encoding="utf-8")
    waiting = re.findall(r"^( *)# ([a-z_]+: .*)$", text, re.M)
    assert len(waiting) > 25
    (root / "profiles").rename(root / "made")
    for number, (indent, line) in enumerate(waiting):
        lay(root, {f"profiles/p{number}/profile.yml": text.replace(f"{indent}# {line}\n", f"{indent}{line}\n"), f"profiles/p{number}/logo.svg": LOGO})
    problems = run("check", "-C", root, "--lang", "en", "--date", TODAY, "--format", "json").json
    lines = {f"profiles/p{number}/profile.yml": line for number, (_, line) in enumerate(waiting)}
    # What refers to a file, a location or a second advisor needs that first.
    told = {lines[problem["path"]].partition(":")[0] for problem in problems if problem["severity"] == "error"}
    assert told <= {"photo", "logo", "backup", "locations"}


@pytest.mark.parametrize("lang", ["nl", "en"])
def test_what_is_left_open_is_named_line_by_line(tmp_path: Path, lang: str) -> None:
    root = tmp_path / "w"
    assert run_alone("new", "zeester", "-C", root, "--lang", lang, input="").code == 0
    text = (root / "profiles/zeester/profile.yml").read_text(encoding="utf-8")
    mark = {"nl": "VUL IN", "en": "FILL IN"}[lang]
    open_lines = {number for number, line in enumerate(text.splitlines(), 1) if re.match(rf"[^#]*{mark}", line)}
    assert open_lines
    problems = run("check", "-C", root, "--date", TODAY, "--format", "json").json
    assert {problem["line"] for problem in problems if mark in problem["message"]} == open_lines
    assert {problem["line"] for problem in problems if problem["severity"] == "error"} == open_lines


def test_a_question_is_asked_again_until_its_answer_fits(tmp_path: Path) -> None:
    root = tmp_path / "w"
    asked = ["De Zeester", "", "zorg", "care", "", "veel", "20", "", "", "blauw", "#0B5FA5", "", "Noor Voorbeeld", "", "020", "020 000 00 01", ""]
    answer = run_alone("new", "zeester", "-C", root, "--lang", "en", input="\n".join(asked) + "\n")
    assert answer.code == 0, answer.err
    assert answer.err.count("choose from: care") == 1
    text = (root / "profiles/zeester/profile.yml").read_text(encoding="utf-8")
    for line in ("sector: care", "workforce: 20", 'color: "#0b5fa5"', 'name: "Noor Voorbeeld"', 'phone: "020 000 00 01"'):
        assert line in text
    assert run("check", "-C", root, "--date", TODAY).code == 0


def test_a_profile_that_exists_is_not_touched(workspace: Path, intake: Path) -> None:
    before = files_of(workspace)
    answer = new(workspace, "zeester", "--answers", intake)
    assert answer.code == 1
    assert "this profile exists already" in answer.err
    assert files_of(workspace) == before


@pytest.mark.parametrize("slug", ["../zeester", "De Zeester", "con", ""])
def test_a_name_that_cannot_be_an_address_makes_nothing(tmp_path: Path, intake: Path, slug: str) -> None:
    root = tmp_path / "w"
    root.mkdir()
    assert new(root, slug, "--answers", intake).code == 1
    assert files_of(root) == {}


@pytest.mark.parametrize(
    ("answers", "told"),
    [("naam: De Zeester\n", "do you mean name?"), ("name: De Zeester\nlogo: weg.svg\n", "this file is not there"), ("name: [\n", "bracket"), ("workforce: veel\n", "a whole number belongs here")],
)
def test_answers_with_a_mistake_make_nothing(tmp_path: Path, answers: str, told: str) -> None:
    root = lay(tmp_path / "w", {"answers.yml": answers})
    answer = new(root, "zeester", "--answers", root / "answers.yml")
    assert answer.code == 1
    assert told in answer.err
    assert files_of(root) == {"answers.yml": answers.encode()}


@pytest.mark.parametrize(("name", "path"), [("github", ".github/workflows/voorlichter.yml"), ("gitlab", ".gitlab-ci.yml")])
def test_a_workflow_is_added_once(tmp_path: Path, intake: Path, name: str, path: str) -> None:
    root = tmp_path / "w"
    assert new(root, "zeester", "--answers", intake, "--workflow", name).code == 0
    assert "voorlichter" in (root / path).read_text(encoding="utf-8")
    (root / path).write_text("changed by its owner", encoding="utf-8")
    assert new(root, "anker", "--answers", intake, "--workflow", name).code == 0
    assert (root / path).read_text(encoding="utf-8") == "changed by its owner"
