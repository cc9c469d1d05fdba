"""`voorlichter new`: from an intake's answers to a profile that passes its checks."""

from __future__ import annotations

import contextlib
import json
import re
import signal
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any, get_args

import jsonschema
import pytest
from support import TODAY, Answer, files_of, lay, run, run_alone

from voorlichter.profile.model import ProfileForm
from voorlichter.yaml_source import read_yaml

ANSWERS = """name: Stichting De Zeester
short_name: De Zeester
sector: care
workforce: 20
form_of_address: u
languages: [nl, en]
color: "#0B5FA5"
logo: zee.svg
advisor_name: Noor Voorbeeld
advisor_kind: external
advisor_phone: "020 000 00 01"
"""
LOGO = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10"><rect width="10" height="10" fill="#0B5FA5"/></svg>\n'
)


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
    assert ("De volledige naam van de organisatie," in text) is (lang == "nl")
    assert ("The organisation's full name," in text) is (lang == "en")


def test_an_editor_finds_the_schema_beside_the_profile(tmp_path: Path, intake: Path) -> None:
    root = tmp_path / "w"
    new(root, "zeester", "--answers", intake)
    first = (root / "profiles/zeester/profile.yml").read_text(encoding="utf-8").splitlines()[0]
    found = re.fullmatch(r"# yaml-language-server: \$schema=(\S+)", first)
    assert found
    jsonschema.Draft7Validator.check_schema(
        json.loads((root / "profiles/zeester" / found[1]).read_text(encoding="utf-8"))
    )


def test_every_line_that_waits_as_a_comment_may_be_used(tmp_path: Path, intake: Path) -> None:
    """Uncommented one by one, each alone with what was answered."""
    root = tmp_path / "w"
    new(root, "zeester", "--answers", intake)
    text = (root / "profiles/zeester/profile.yml").read_text(encoding="utf-8")
    waiting = re.findall(r"^( *)# ([a-z_]+: .*)$", text, re.M)
    assert len(waiting) > 25
    (root / "profiles").rename(root / "made")
    for number, (indent, line) in enumerate(waiting):
        lay(
            root,
            {
                f"profiles/p{number}/profile.yml": text.replace(f"{indent}# {line}\n", f"{indent}{line}\n"),
                f"profiles/p{number}/logo.svg": LOGO,
            },
        )
    problems = run("check", "-C", root, "--lang", "en", "--date", TODAY, "--format", "json").json
    lines = {f"profiles/p{number}/profile.yml": line for number, (_, line) in enumerate(waiting)}
    # What refers to a file, a location or a second advisor needs that first.
    told = {lines[problem["path"]].partition(":")[0] for problem in problems if problem["severity"] == "error"}
    assert told <= {"photo", "logo", "backup", "locations"}


@pytest.mark.sampled(2)
@pytest.mark.parametrize("lang", ["nl", "en"])
def test_what_is_left_open_is_named_line_by_line(tmp_path: Path, lang: str) -> None:
    root = tmp_path / "w"
    assert run("new", "zeester", "-C", root, "--lang", lang, typed="").code == 0
    text = (root / "profiles/zeester/profile.yml").read_text(encoding="utf-8")
    mark = {"nl": "VUL IN", "en": "FILL IN"}[lang]
    open_lines = {number for number, line in enumerate(text.splitlines(), 1) if re.match(rf"[^#]*{mark}", line)}
    assert open_lines
    problems = run("check", "-C", root, "--date", TODAY, "--format", "json").json
    assert {problem["line"] for problem in problems if mark in problem["message"]} == open_lines
    assert {problem["line"] for problem in problems if problem["severity"] == "error"} == open_lines


ASKED = {
    "name": "De Zeester",
    "short_name": "",
    "sector": "care",
    "public_body": "",
    "workforce": "20",
    "form_of_address": "",
    "languages": "nl, en",
    "color": "#0B5FA5",
    "logo": "",
    "advisor_name": "Noor Voorbeeld",
    "advisor_kind": "internal",
    "advisor_phone": "020 000 00 01",
    "advisor_email": "",
    "advisor_scope": "conduct",
    "advisor2_name": "Sam Elders",
    "advisor2_kind": "external",
    "advisor2_phone": "",
    "advisor2_email": "sam@elders.example",
    "advisor2_scope": "",
    "advisor2_is_backup": "ja",
}
"""What is typed at each question, in their order, where advisors/ is empty."""


def answering(root: Path, typed: Mapping[str, str | list[str]], cwd: Path, **options: Any) -> Answer:
    text = "".join(
        f"{line}\n"
        for name in ASKED
        if name in typed
        for line in ([typed[name]] if isinstance(typed[name], str) else typed[name])
    )
    words = ("new", "zeester", "-C", root, "--lang", "en")
    return run_alone(*words, cwd=cwd, input=text, **options) if options else run(*words, cwd=cwd, typed=text)


def name_in(root: Path, slug: str) -> str:
    name = profile_in(root, slug)["organisation"]["name"]
    assert isinstance(name, str)
    return name


def profile_in(root: Path, slug: str = "zeester") -> dict[str, Any]:
    """The data of the profile that was made."""
    data = read_yaml(root / f"profiles/{slug}/profile.yml").data
    assert isinstance(data, dict)
    return data


WRONG = {
    "sector": "vogels",
    "public_body": "misschien",
    "workforce": "veel",
    "form_of_address": "jij",
    "languages": "Klingon",
    "color": "vaag",
    "logo": "nergens.svg",
    "advisor_kind": "beide",
    "advisor_phone": "020",
    "advisor_email": "noor",
    "advisor_scope": "alles",
    "advisor2_kind": "?",
    "advisor2_phone": "1",
    "advisor2_email": "@",
    "advisor2_is_backup": "wellicht",
}


def test_a_wrong_answer_is_asked_again_with_what_to_write(tmp_path: Path) -> None:
    answer = answering(
        tmp_path / "w",
        {name: [WRONG[name], right] if name in WRONG else right for name, right in ASKED.items()},
        tmp_path,
    )
    assert answer.code == 0, answer.err
    told = answer.err.splitlines()
    assert len(told) == len(WRONG), answer.err
    assert all("; " in line for line in told)
    data = profile_in(tmp_path / "w")
    assert data["organisation"] == {
        "name": "De Zeester",
        "sector": "care",
        "workforce": "20",
        "languages": ["nl", "en"],
    }
    assert data["advisors"] == [
        {
            "id": "noor",
            "name": "Noor Voorbeeld",
            "kind": "internal",
            "scope": ["conduct"],
            "phone": data["advisors"][0]["phone"],
            "backup": "sam",
        },
        {"id": "sam", "name": "Sam Elders", "kind": "external", "email": "sam@elders.example"},
    ]
    assert run("check", "-C", tmp_path / "w", "--date", TODAY).code == 0


def test_nothing_is_written_that_nobody_answered(tmp_path: Path) -> None:
    """Neither a promise nor a fact; what must be there waits to be filled in."""
    root = tmp_path / "w"
    assert answering(root, {}, tmp_path).code == 0
    assert profile_in(root) == {
        "organisation": {"name": "FILL IN", "workforce": "FILL IN"},
        "advisors": [{"id": "advisor", "name": "FILL IN", "kind": "FILL IN", "phone": "FILL IN"}],
        "form": get_args(ProfileForm)[-1],
    }


def test_two_shared_advisors_are_named_with_the_backup(tmp_path: Path) -> None:
    root = lay(
        tmp_path / "w",
        {"answers.yml": "name: De Zeester\nworkforce: 20\nuse: noor\nadvisor2_use: sam\nadvisor2_is_backup: yes\n"},
    )
    assert new(root, "zeester", "--answers", root / "answers.yml").code == 0
    assert profile_in(root)["advisors"] == [{"use": "noor", "backup": "sam"}, {"use": "sam"}]


def test_an_answer_that_loses_its_end_is_told(tmp_path: Path) -> None:
    root = lay(tmp_path / "w", {"answers.yml": "name: Zorggroep #1\n"})
    answer = new(root, "zeester", "--answers", root / "answers.yml")
    assert answer.code == 0
    assert 'name: "Zorggroep #1"' in answer.err


def test_advisors_of_the_same_first_name_are_told_apart(tmp_path: Path) -> None:
    root = lay(
        tmp_path / "w",
        {"answers.yml": "advisor_name: mr. Noor Voorbeeld\nadvisor2_name: Noor Anders\nadvisor2_is_backup: true\n"},
    )
    assert new(root, "zeester", "--answers", root / "answers.yml").code == 0
    assert [(one["id"], one.get("backup")) for one in profile_in(root)["advisors"]] == [
        ("noor", "noor-2"),
        ("noor-2", None),
    ]


def test_answers_are_taken_up_again_after_what_goes_wrong(tmp_path: Path) -> None:
    """A file in the place of the folder that is written: then the disk refuses, after the last question."""
    root = lay(tmp_path / "w", {"profiles": "no folder\n"})
    answer = answering(root, ASKED, tmp_path)
    assert answer.code == 3
    kept = root / ".voorlichter/intake/zeester.yml"
    assert f"Your answers are in {kept}" in answer.err
    (root / "profiles").unlink()
    again = answering(root, {name: "" for name, given in ASKED.items() if not given}, tmp_path)
    assert again.code == 0, again.err
    assert profile_in(root)["advisors"][1]["email"] == "sam@elders.example"
    assert not kept.exists()


HEEDING_CTRL_C = "import signal; signal.signal(signal.SIGINT, signal.default_int_handler); from voorlichter.cli import main; main(prog_name='voorlichter')"
"""Also where the process of the tests was started in the background."""


@pytest.mark.skipif(sys.platform == "win32", reason="Windows sends Ctrl-C to a whole console")
def test_answers_are_kept_when_somebody_stops(tmp_path: Path) -> None:
    root = tmp_path / "w"
    with subprocess.Popen(
        [sys.executable, "-c", HEEDING_CTRL_C, "new", "zeester", "-C", str(root), "--lang", "en"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
    ) as asking:
        assert asking.stdin and asking.stdout and asking.stderr
        asking.stdin.write("De Zeester\nZee\n")
        asking.stdin.flush()
        read = ""
        while "Which sector?" not in read:
            read += asking.stdout.read(1)
        while asking.poll() is None:  # a signal just before the program waits for an answer is not seen
            asking.send_signal(signal.SIGINT)
            with contextlib.suppress(subprocess.TimeoutExpired):
                asking.wait(timeout=2)
        told = asking.stderr.read()
        assert asking.returncode == 1
    assert "Your answers are in" in told
    assert not (root / "profiles").exists()
    assert read_yaml(root / ".voorlichter/intake/zeester.yml").data == {"name": "De Zeester", "short_name": "Zee"}


def test_answers_that_no_disk_takes_are_shown(tmp_path: Path) -> None:
    root = lay(tmp_path / "w", {"profiles": "no folder\n", ".voorlichter": "no folder\n"})
    answer = answering(root, ASKED, tmp_path)
    assert answer.code == 3
    assert 'name: "De Zeester"\n' in answer.err
    assert 'advisor2_email: "sam@elders.example"\n' in answer.err


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no limit on the size of a file")
def test_answers_are_shown_where_the_disk_is_full(tmp_path: Path) -> None:
    import resource

    root = lay(tmp_path / "w", {})
    answer = answering(
        root, ASKED, tmp_path, preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (0, resource.RLIM_INFINITY))
    )
    assert answer.code == 3
    assert 'advisor2_email: "sam@elders.example"\n' in answer.err
    assert not list(root.rglob("profile.yml"))


@pytest.mark.sampled(3)
@pytest.mark.parametrize("kept", ["name: [\n", 'name: De Zeester\nsector: birds\nlogo: "weg.svg"\n', "- name\n"])
def test_kept_answers_that_no_longer_fit_are_set_aside(tmp_path: Path, kept: str) -> None:
    root = lay(tmp_path / "w", {".voorlichter/intake/zeester.yml": kept})
    answer = answering(root, {}, tmp_path)
    assert answer.code == 0
    aside = root / ".voorlichter/intake/zeester.1.yml"
    assert str(aside) in answer.err
    assert files_of(root / ".voorlichter/intake") == {"zeester.1.yml": kept.encode()}


def test_answers_stay_when_a_file_they_name_is_gone_in_the_end(tmp_path: Path) -> None:
    """The logo is there when it is asked for, and a folder of its name when it is copied."""
    root = lay(tmp_path / "w", {"profiles/zeester/logo.svg/in-the-way": ""})
    lay(tmp_path, {"zee.svg": LOGO})
    answer = answering(root, {**ASKED, "logo": "zee.svg"}, tmp_path)
    assert answer.code == 3
    assert read_yaml(root / ".voorlichter/intake/zeester.yml").data["logo"] == "zee.svg"  # type: ignore[index]
    assert not (root / "profiles/zeester/profile.yml").exists()


def test_a_folder_without_a_profile_keeps_what_is_in_it(tmp_path: Path, intake: Path) -> None:
    root = lay(tmp_path / "w", {"profiles/zeester/foto.jpg": "photo"})
    assert new(root, "zeester", "--answers", intake).code == 0
    assert set(files_of(root / "profiles/zeester")) == {"foto.jpg", "logo.svg", "profile.yml"}


def test_a_profile_by_another_name_is_not_made_again(tmp_path: Path, intake: Path) -> None:
    root = lay(tmp_path / "w", {"profiles/zeester/profile.yml.txt": "organisation:\n"})
    answer = new(root, "zeester", "--answers", intake)
    assert answer.code == 1
    assert "this file must be called profile.yml" in answer.err
    assert set(files_of(root)) == {"profiles/zeester/profile.yml.txt"}


def test_a_profile_that_exists_is_not_touched(workspace: Path, intake: Path) -> None:
    before = files_of(workspace)
    answer = new(workspace, "zeester", "--answers", intake)
    assert answer.code == 1
    assert "this profile exists already" in answer.err
    assert files_of(workspace) == before


@pytest.mark.parametrize(
    ("name", "slug"),
    [
        ("Stichting Zorggroep De Vuurtoren", "stichting-zorggroep-de-vuurtoren"),
        ("'t Anker", "t-anker"),
        ("École", "ecole"),
        ("Con", "con-organisation"),
        ("../zeester", "zeester"),
    ],
)
@pytest.mark.sampled(4)
def test_any_name_makes_the_folder_and_answers_the_first_question(tmp_path: Path, name: str, slug: str) -> None:
    root = lay(tmp_path / "w", {"answers.yml": "workforce: 20\n"})
    assert new(root, name, "--answers", root / "answers.yml").code == 0
    assert name_in(root, slug) == name
    assert run("new", name, "-C", tmp_path / "asked", "--lang", "en", typed="").code == 0
    assert name_in(tmp_path / "asked", slug) == name


def test_without_a_name_it_is_asked_first_or_taken_from_the_answers(tmp_path: Path, intake: Path) -> None:
    root = tmp_path / "w"
    assert new(root, "--answers", intake).code == 0
    assert name_in(root, "stichting-de-zeester") == "Stichting De Zeester"
    asked = run("new", "-C", root, "--lang", "en", typed="'t Anker\n")
    assert (asked.code, asked.out.count("What is the organisation called?")) == (0, 1)
    assert name_in(root, "t-anker") == "'t Anker"


def test_of_a_name_that_is_taken_another_is_told_or_asked(workspace: Path, intake: Path) -> None:
    assert "such as zeester-2" in new(workspace, "Zeester", "--answers", intake).err
    asked = run("new", "Zeester", "-C", workspace, "--lang", "en", typed="De Tweede Zeester\n")
    assert asked.code == 0
    assert name_in(workspace, "de-tweede-zeester") == "Zeester"
    assert run("new", "Zeester", "-C", workspace, "--lang", "en", typed="\n").code == 0
    assert name_in(workspace, "zeester-2") == "Zeester"


def test_the_folder_may_be_named_before_the_verb(tmp_path: Path, intake: Path) -> None:
    root = tmp_path / "w"
    assert run("--lang", "nl", "-C", root, "new", "zeester", "--answers", intake).out.startswith("Gemaakt: ")
    elsewhere = run("-C", tmp_path, "check", "-C", root, "--lang", "en", "--date", TODAY)
    assert elsewhere.out == "1 profile checked: 0 errors, 1 note\n"


@pytest.mark.parametrize("slug", ["", "...", "x" * 121])
def test_a_name_that_cannot_be_an_address_makes_nothing(tmp_path: Path, intake: Path, slug: str) -> None:
    root = tmp_path / "w"
    root.mkdir()
    assert new(root, slug, "--answers", intake).code == 1
    assert files_of(root) == {}


@pytest.mark.parametrize(
    ("answers", "told"),
    [
        ("naam: De Zeester\n", "do you mean name?"),
        ("name: De Zeester\nlogo: weg.svg\n", "this file is not there"),
        ("name: [\n", "bracket"),
        ("workforce: veel\n", "a whole number belongs here"),
    ],
)
def test_answers_with_a_mistake_make_nothing(tmp_path: Path, answers: str, told: str) -> None:
    root = lay(tmp_path / "w", {"answers.yml": answers})
    answer = new(root, "zeester", "--answers", root / "answers.yml")
    assert answer.code == 1
    assert told in answer.err
    assert files_of(root) == {"answers.yml": answers.encode()}


@pytest.mark.parametrize(
    ("name", "path"), [("github", ".github/workflows/voorlichter.yml"), ("gitlab", ".gitlab-ci.yml")]
)
def test_a_workflow_is_added_once(tmp_path: Path, intake: Path, name: str, path: str) -> None:
    root = tmp_path / "w"
    assert new(root, "zeester", "--answers", intake, "--workflow", name).code == 0
    assert "voorlichter" in (root / path).read_text(encoding="utf-8")
    (root / path).write_text("changed by its owner", encoding="utf-8")
    assert new(root, "anker", "--answers", intake, "--workflow", name).code == 0
    assert (root / path).read_text(encoding="utf-8") == "changed by its owner"
