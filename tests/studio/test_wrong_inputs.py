"""A hundred things that people type where something else belongs: understood, or answered beside the field in words; never lost."""

from __future__ import annotations

import copy
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from support import REPOSITORY, lay

from voorlichter.studio.session import Session
from voorlichter.workspace import Workspace

from .hands import TODAY, new_workspace
from .test_told import CODE, SLUGS, outside_quotes

CASES: list[dict[str, Any]] = yaml.safe_load((Path(__file__).parent / "wrong_inputs.yml").read_text(encoding="utf-8"))
PROFILE = """
organisation: {name: Stichting De Zeester, workforce: 20}
advisors:
  - {id: noor, name: Noor Voorbeeld, kind: external, phone: "020 000 00 01", backup: sam, absences: [{from: "2026-12-24", until: "2027-01-04"}]}
  - {id: sam, name: Sam Elders, kind: external, email: sam@elders.example}
doors: {hr: {name: Team HR}}
speak_up_procedure: {officer: Robin Voorbeeld}
training: {modules: [role]}
"""


@pytest.fixture(scope="module")
def session(tmp_path_factory: pytest.TempPathFactory, examples: Path) -> Session:
    root = new_workspace(tmp_path_factory.mktemp("wrong") / "workspace")
    return Session(Workspace.at(lay(root, {"profiles/zeester/profile.yml": PROFILE})), TODAY)


@pytest.fixture
def ask(session: Session) -> Iterator[Callable[..., dict[str, Any]]]:
    yield lambda verb, **message: session.handle({"verb": verb, "slug": "zeester", **message})
    session.workspace.profile_path("zeester").write_text(PROFILE, encoding="utf-8")
    shutil.rmtree(session.workspace.profiles / "zeester" / "quizzes", ignore_errors=True)


def said_of(case: dict[str, Any]) -> str:
    text, times = case.get("repeated", (None, 0))
    return str(text * times if text else case["typed"])


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case['at'][-1]}-{ascii(said_of(case))[1:25]}")
def test_what_is_typed_is_understood_or_answered_beside_its_field(
    ask: Callable[..., dict[str, Any]], case: dict[str, Any]
) -> None:
    typed, path = said_of(case), case["at"]
    answer = ask("set", path=path, value=typed, done=True)
    assert "refused" not in answer and answer["readable"], answer
    here = [one for one in answer["problems"] if one["keys"][: len(path)] == path]
    for one in here:
        for text in (one["title"], one["message"], one["fix"], one["said"]):
            assert not CODE.search(outside_quotes(text)) and not SLUGS.search(outside_quotes(text)), text
    value: Any = answer["data"]
    for part in path:
        value = value.get(part) if isinstance(value, dict) else value[part]
    if "kept" in case:
        assert value == case["kept"], here
    elif typed.strip():
        assert value == typed, "what was typed is lost"
    if "says" in case:
        assert any(
            case["says"] in f"{one['message']} {one['fix']}".lower() or case["says"] in f"{one['message']} {one['fix']}"
            for one in here
        ), here
    else:
        assert [one for one in here if one["severity"] == "error"] == []
    assert "ready" in ask("ready"), "the preview goes on"


def test_what_no_file_can_hold_is_left_out_of_what_was_typed(ask: Callable[..., dict[str, Any]]) -> None:
    answer = ask("set", path=["organisation", "name"], value="De\x00 Zee\ud800ster\x1b\u2066", done=True)
    assert answer["data"]["organisation"]["name"] == "De Zeester"


def test_there_are_a_hundred_of_them() -> None:
    assert len(CASES) >= 100


@pytest.mark.sampled(3)
@pytest.mark.parametrize(
    "written",
    [
        "organisation:",
        "organisation: De Zeester",
        "organisation: [De Zeester]",
        "organisation: {languages: nl}",
        "organisation: {languages: []}",
        "organisation: {languages: [{nl: Nederlands}]}",
        "organisation: {languages: [xx]}",
        "advisors: Noor",
        "advisors: [Noor]",
        "- organisation",
        "",
    ],
)
def test_a_file_with_something_else_where_a_part_belongs_opens_with_what_is_wrong_beside_it(
    session: Session, ask: Callable[..., dict[str, Any]], written: str
) -> None:
    session.workspace.profile_path("zeester").write_text(written + "\n", encoding="utf-8")
    lay(session.workspace.root, {"profiles/zeester/quizzes/huis.yml": "id: huis\n"})
    for verb in ("state", "training", "pages", "ready", "clients"):
        assert "refused" not in ask(verb), verb
    answer = ask("state")
    assert [one for one in answer["problems"] if one["severity"] == "error"] and answer["languages"] == ["nl"]


def test_who_stands_beside_what_is_wrong_is_shown(session: Session, ask: Callable[..., dict[str, Any]]) -> None:
    person = "{name: Sam Elders, kind: external, email: sam@elders.example}"
    for wrong in (
        "Noor, Bo, {}",
        "Noor, null, Bo, {}",
        "null, {}, Noor",
        "{{name: [a], phone: {{a: b}}}}, {{id: [x]}}, Noor, {}",
    ):
        written = f"organisation: {{name: De Zeester}}\nadvisors: [{wrong.format(person)}]\n"
        session.workspace.profile_path("zeester").write_text(written, encoding="utf-8")
        assert "Sam Elders" in ask("page", language="nl")["html"], wrong


def places_in(data: Any, path: tuple[str | int, ...] = ()) -> Iterator[tuple[str | int, ...]]:
    """Every place in what a file says, from the outside in."""
    inner = data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ()
    for part, value in inner:
        yield (*path, part)
        yield from places_in(value, (*path, part))


def with_instead(data: Any, path: tuple[str | int, ...], value: Any) -> Any:
    if not path:
        return value
    changed = copy.copy(data)
    changed[path[0]] = with_instead(data[path[0]], path[1:], value)
    return changed


@pytest.mark.proof
@pytest.mark.parametrize("instead", [None, "iets", ["iets"]], ids=["nothing", "a word", "a list"])
def test_whatever_stands_at_a_place_the_page_is_there_with_the_rest(
    session: Session, ask: Callable[..., dict[str, Any]], instead: Any
) -> None:
    """Every value of an example in turn, so that what leads to it finds something else or nothing."""
    data = yaml.safe_load((REPOSITORY / "profiles" / "ooverlaar" / "profile.yml").read_text(encoding="utf-8"))
    assert len([*places_in(data)]) > 100
    for path in places_in(data):
        written = yaml.safe_dump(with_instead(data, path, instead), allow_unicode=True, sort_keys=False)
        session.workspace.profile_path("zeester").write_text(written, encoding="utf-8")
        assert "<h1" in ask("page", language="nl").get("html", ""), path
