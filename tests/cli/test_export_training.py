"""`voorlichter export` of the training: what is chosen, what is said, and what stands there when something is wrong."""

from __future__ import annotations

import re
import zipfile
from pathlib import Path

import pytest
from support import TODAY, Answer, files_of, run

PROFILE = Path("profiles/zeester/profile.yml")
FORM = ("--format", "scorm12")


def export(root: Path, *words: object, lang: str = "en") -> Answer:
    return run("export", "-C", root, "--lang", lang, "--date", TODAY, *words)


def add(root: Path, text: str) -> None:
    path = root / PROFILE
    path.write_text(path.read_text(encoding="utf-8") + text, encoding="utf-8")


def packages(root: Path) -> list[str]:
    folder = root / "export"
    return sorted(path.name for path in folder.iterdir()) if folder.is_dir() else []


def test_a_package_for_each_module_with_its_size(workspace: Path) -> None:
    add(workspace, "training: {modules: [role, limits]}\n")
    answer = export(workspace, *FORM)
    assert answer.code == 0, answer.err
    names = ["zeester-limits-scorm12.zip", "zeester-role-scorm12.zip"]
    assert packages(workspace) == names
    told = dict(re.findall(r"([\w.-]+\.zip) \((\d+) kB\)", answer.out))
    assert {name: int(size) for name, size in told.items()} == {
        name: (workspace / "export" / name).stat().st_size // 1024 for name in names
    }


def test_one_module_in_one_language(workspace: Path) -> None:
    text = (workspace / PROFILE).read_text(encoding="utf-8")
    (workspace / PROFILE).write_text(
        text.replace("  workforce: 20\n", "  workforce: 20\n  languages: [nl, en]\n"), encoding="utf-8"
    )
    add(workspace, "training: {modules: [role, limits]}\n")
    assert export(workspace, *FORM, "--module", "limits", "--language", "en").code == 0
    assert packages(workspace) == ["zeester-limits-scorm12.zip"]
    with zipfile.ZipFile(workspace / "export/zeester-limits-scorm12.zip") as package:
        assert [name for name in package.namelist() if name.endswith(".html")] == ["index.html"]
        assert b'<html lang="en"' in package.read("index.html")


@pytest.mark.parametrize(
    ("lang", "said"),
    [
        ("en", ["there is no module rolle", "the profile does not choose the module limits", "this site does not have the language en", "choose from: role"]),
        ("nl", ["er is geen module rolle", "het profiel kiest de module limits niet", "deze site is er niet in de taal en", "kies uit: role"]),
    ],
)  # fmt: skip
def test_what_was_asked_and_is_not_there_is_told_at_once_with_the_way_out(
    workspace: Path, lang: str, said: list[str]
) -> None:
    answer = export(workspace, *FORM, "--module", "rolle", "--module", "limits", "--language", "en", lang=lang)
    assert answer.code == 1
    assert [sentence for sentence in said if sentence not in answer.err] == []
    assert len(answer.err.splitlines()) == 3
    assert all(line.startswith("profiles/zeester/profile.yml:") for line in answer.err.splitlines())
    assert packages(workspace) == []


def test_a_profile_without_modules_has_no_training_to_pack(workspace: Path) -> None:
    add(workspace, "training: {modules: []}\n")
    answer = export(workspace, *FORM)
    assert answer.code == 1
    assert "the profile chooses no module  write for example: modules: [role]" in answer.err


def test_a_site_has_no_modules_to_choose(workspace: Path) -> None:
    answer = export(workspace, "--format", "zip", "--module", "role")
    assert answer.code == 2
    assert "--format scorm12" in answer.err


@pytest.mark.parametrize(
    ("form", "given", "nl", "en"),
    [
        ("scorm12", "http://lms.intranet.example", "zet erbij: --format cmi5", "add: --format cmi5"),
        ("cmi5", "https://lms.example", "laat --lms-origin weg", "leave --lms-origin out"),
        ("cmi5", "http://LMS.intranet.example:8080/xapi/", "schrijf: --lms-origin http://lms.intranet.example:8080", "write: --lms-origin http://lms.intranet.example:8080"),
        *(("cmi5", given, "schrijf bijvoorbeeld: --lms-origin http://lms.intranet.example", "write for example: --lms-origin http://lms.intranet.example") for given in (
            "lms.intranet.example", "http:", "http://*", "http://lms.example; script-src *", "http://a http://b", "http://user@lms.example", "http://lms.example:0", "http://lms.example:99999", "")),
    ],
)  # fmt: skip
def test_another_origin_than_one_of_http_is_refused_with_what_to_write(
    workspace: Path, form: str, given: str, nl: str, en: str
) -> None:
    for lang, said in (("nl", nl), ("en", en)):
        answer = export(workspace, "--format", form, "--lms-origin", given, lang=lang)
        assert answer.code == 2
        assert re.search(rf"{re.escape(said)}\.?$", answer.err.strip())
    assert packages(workspace) == []


@pytest.mark.parametrize(("words", "policy"), [
    ((), "connect-src https: 'self'"),
    (("--lms-origin", "http://LMS.intranet.example:80/"), "connect-src https: 'self' http://lms.intranet.example"),
])  # fmt: skip
def test_a_cmi5_package_may_talk_over_https_at_its_own_origin_and_at_the_one_that_was_named(
    workspace: Path, words: tuple[str, ...], policy: str
) -> None:
    add(workspace, "training: {modules: [role]}\n")
    assert export(workspace, "--format", "cmi5", *words).code == 0
    with zipfile.ZipFile(workspace / "export/zeester-role-cmi5.zip") as package:
        page = package.read("index.html").decode().replace("&#39;", "'")
    assert re.findall(r"connect-src [^;\"]*", page) == [policy]


def test_a_profile_with_errors_leaves_yesterdays_packages(workspace: Path) -> None:
    export(workspace, *FORM)
    first = files_of(workspace / "export")
    (workspace / PROFILE).write_text(
        (workspace / PROFILE).read_text(encoding="utf-8").replace("020 000 00 01", "020"), encoding="utf-8"
    )
    answer = export(workspace, *FORM)
    assert answer.code == 1
    assert "cannot be rung" in answer.err
    assert files_of(workspace / "export") == first


def test_of_one_organisation_with_errors_the_others_packages_are_not_half_there(workspace: Path) -> None:
    add(workspace, "training: {modules: [role, lost]}\n")
    answer = export(workspace, *FORM)
    assert answer.code == 1
    assert packages(workspace) == []


def test_what_was_handed_out_is_written_down(workspace: Path) -> None:
    own = workspace / "quizzes/own.yml"
    own.parent.mkdir()
    own.write_text(OWN, encoding="utf-8")
    add(workspace, "training: {modules: [own]}\n")
    answer = export(workspace, *FORM)
    assert answer.code == 0, answer.err
    assert "own true-false own-01" in (workspace / "quizzes/released.txt").read_text(encoding="utf-8")


OWN = """\
id: own
title: {nl: Eigen, en: Own}
questions:
- id: own-01
  type: true-false
  ask: {nl: Bellen mag altijd., en: You may always ring.}
  correct: true
  feedback: {"false": {nl: Het mag wel., en: You may.}}
  misconception: no-ringing
  why: {nl: Het mag altijd., en: You may at any time.}
  source: gesprek.md#stappen
"""
