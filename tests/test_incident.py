"""A report holds versions, verbs and lines of the program, and not one value: whatever was thrown, wherever."""

from __future__ import annotations

import linecache
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from support import TODAY, lay, run

from voorlichter.cli.report import render_report
from voorlichter.incident import describe, last_failure, note_failure
from voorlichter.organisation import Organisations
from voorlichter.problems import MachineError, Say
from voorlichter.profile.values.telephone import check_phone
from voorlichter.stage_one import StageOne
from voorlichter.turns import Turns
from voorlichter.user_folders import CACHE
from voorlichter.yaml_source import read_yaml

PLANTED = ("Geheimstra", "020 555 00 77", "geheim-slug", "De Verzwegen Zin", "/home/geheimstra")


@pytest.fixture(autouse=True)
def own_cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv(CACHE, str(tmp_path / "cache"))
    return tmp_path / "cache"


def of_a_named_kind() -> None:
    raise type("Geheimstra", (Exception,), {})("De Verzwegen Zin")


def of_a_kind_that_says_it_is_ours() -> None:
    raise type("Geheimstra", (Exception,), {"__module__": "voorlichter.turns"})("020 555 00 77")


def one_out_of_another() -> None:
    try:
        int("020 555 00 77")
    except ValueError as error:
        raise KeyError("Geheimstra") from error


def one_while_another_was_told() -> None:
    try:
        {"Geheimstra": 1}["De Verzwegen Zin"]  # noqa: B018
    except KeyError:
        Path("/home/geheimstra/geheim-slug").read_bytes()


def several_at_once() -> None:
    raise ExceptionGroup("Geheimstra", [ValueError("020 555 00 77"), OSError(2, "x", "/home/geheimstra")])


def with_notes() -> None:
    error = ValueError("Geheimstra")
    error.add_note("De Verzwegen Zin")
    raise error


def in_code_of_a_workspace() -> None:
    name = "/home/geheimstra/profiles/geheim-slug/hook.py"
    source = "def Geheimstra():\n    raise ValueError('De Verzwegen Zin')  # 020 555 00 77\nGeheimstra()\n"
    linecache.cache[name] = (len(source), None, source.splitlines(True), name)
    exec(compile(source, name, "exec"), {})


def in_a_template() -> None:
    import jinja2

    jinja2.Environment(autoescape=True).from_string("{{ Geheimstra.De.Verzwegen }}", {"x": 1}).render()


def in_what_validates() -> None:
    from voorlichter.profile.model import Profile

    Profile.model_validate({"organisation": {"name": "Geheimstra", "workforce": "De Verzwegen Zin"}})


def where_values_are_read() -> None:
    check_phone(["020 555 00 77", "Geheimstra"] and {"Geheimstra": "020 555 00 77"})


def where_a_file_is_read() -> None:
    read_yaml(Path("/home/geheimstra/geheim-slug.yml"))


def by_the_machine() -> None:
    raise MachineError(Say("Geheimstra", "De Verzwegen Zin")) from OSError(13, "x", "/home/geheimstra")


THROWN: list[Callable[[], None]] = [
    of_a_named_kind,
    of_a_kind_that_says_it_is_ours,
    one_out_of_another,
    one_while_another_was_told,
    several_at_once,
    with_notes,
    in_code_of_a_workspace,
    in_a_template,
    in_what_validates,
    where_values_are_read,
    where_a_file_is_read,
    by_the_machine,
]


def caught(throw: Callable[[], None]) -> BaseException:
    try:
        throw()
    except Exception as error:
        return error
    raise AssertionError("nothing was thrown")


def found_in(text: str) -> Iterator[str]:
    return (value for value in (*PLANTED, str(Path.home()), str(Path.cwd())) if value.lower() in text.lower())


@pytest.mark.parametrize("throw", THROWN)
def test_of_what_was_thrown_anywhere_no_value_is_kept_or_told(throw: Callable[[], None], own_cache: Path) -> None:
    error = caught(throw)
    note_failure(error)
    kept = "".join(path.read_text(encoding="utf-8") for path in own_cache.iterdir())
    assert list(found_in(kept)) == []
    assert list(found_in(render_report())) == []
    assert last_failure() is not None


def test_the_kinds_and_the_lines_of_the_program_are_told() -> None:
    told = list(describe(caught(where_values_are_read)))
    assert any(line.startswith("  voorlichter/profile/values/telephone.py:") for line in told), told
    assert [line for line in describe(caught(one_out_of_another)) if not line.startswith(" ")] == [
        "builtins.KeyError",
        "builtins.ValueError",
    ]
    assert any(line.startswith("  jinja2/environment.py:") for line in describe(caught(in_a_template)))


def test_what_stumbles_in_a_profile_is_kept_for_the_report(workspace: Path) -> None:
    from datetime import date

    from voorlichter.workspace import Workspace

    turns = Turns(workspace)
    organisations = Organisations(Workspace.at(workspace), StageOne(Workspace.at(workspace)), date.fromisoformat(TODAY))
    with turns.of("zeester"):
        organisations.read("zeester").slots("geheim-slug")
    assert len(turns.failures) == 1
    report = render_report()
    assert "voorlichter/organisation.py:" in report and "builtins.KeyError" in report
    assert list(found_in(report)) == []


def test_the_last_verbs_are_told_without_what_was_typed(workspace: Path, own_cache: Path) -> None:
    lay(workspace, {"profiles/geheim-slug/profile.yml": "organisation: {name: Geheimstra}\n"})
    env = {CACHE: str(own_cache)}
    run("check", "geheim-slug", "-C", workspace, "--date", TODAY, env=env)
    run("duplicate", "zeester", "Geheimstra", "-C", workspace, "--lang", "nl", env=env)
    told = run("report", env=env)
    assert told.code == 0, told.err
    assert [" ".join(line.split()[2:]) for line in told.out.splitlines() if line.startswith("  20")] == [
        "check SLUGS -C --date",
        "duplicate SLUG NAME -C",
        "report",
    ]
    assert "Voorlichter " in told.out and "pydantic " in told.out
    assert list(found_in(told.out)) == []
