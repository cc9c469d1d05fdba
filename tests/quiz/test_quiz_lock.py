"""The ids that were handed out stay what they are."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from support import REPOSITORY

from voorlichter.quiz import check_module, read_module
from voorlichter.quiz.lock import read_released, write_released
from voorlichter.workspace import RELEASED, Workspace

MODULE = """id: {id}
title: {{nl: Op zee, en: At sea}}
questions:
- id: {id}-01
  type: reflection
  ask: {{nl: Wat helpt?, en: What helps?}}
- id: {id}-02
  type: true-false
  ask: {{nl: De baas hoort alles., en: The boss hears everything.}}
  correct: false
  feedback: {{true: {{nl: De baas hoort niets., en: The boss hears nothing.}}}}
  why: {{nl: Praten blijft geheim., en: Talking stays secret.}}
"""
HEAD = "# Handed out, so never used again for another question. Module, type, id. Written by voorlichter.\n"


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    for layer, module in (("defaults", "ours"), ("root", "zee"), ("root", "aal")):
        (tmp_path / layer / "quizzes").mkdir(parents=True, exist_ok=True)
        (tmp_path / layer / "quizzes" / f"{module}.yml").write_text(MODULE.format(id=module), encoding="utf-8")
    (tmp_path / "defaults" / RELEASED).write_text(
        f"{HEAD}ours reflection ours-01\nours true-false ours-02\n", encoding="utf-8"
    )
    return Workspace(tmp_path / "root", tmp_path / "defaults")


def test_the_ids_of_all_modules_are_added_once_in_order(workspace: Workspace) -> None:
    assert write_released(workspace) == ["aal-01", "aal-02", "zee-01", "zee-02"]
    written = (workspace.root / RELEASED).read_text(encoding="utf-8")
    assert (
        written == f"{HEAD}aal reflection aal-01\naal true-false aal-02\nzee reflection zee-01\nzee true-false zee-02\n"
    )
    assert write_released(workspace) == []
    assert (workspace.root / RELEASED).read_text(encoding="utf-8") == written
    assert sorted(path.name for path in (workspace.root / "quizzes").iterdir()) == [
        "aal.yml",
        "released.txt",
        "zee.yml",
    ]


def test_only_the_modules_that_are_handed_out_are_added(workspace: Workspace) -> None:
    assert write_released(workspace, ["zee"]) == ["zee-01", "zee-02"]


def test_an_id_stays_when_its_question_goes_and_when_another_takes_it(workspace: Workspace) -> None:
    write_released(workspace)
    (workspace.root / "quizzes/aal.yml").unlink()
    changed = MODULE.format(id="zee").replace("zee-01", "zee-00").replace("zee-02", "zee-01")
    (workspace.root / "quizzes/zee.yml").write_text(changed, encoding="utf-8")
    assert write_released(workspace) == ["zee-00"]
    released, problems = read_released(workspace)
    assert sorted(released) == ["aal-01", "aal-02", "ours-01", "ours-02", "zee-00", "zee-01", "zee-02"]
    assert (released["zee-01"].type, problems) == ("reflection", [])


def test_what_the_defaults_handed_out_goes_before_what_the_workspace_says(workspace: Workspace) -> None:
    (workspace.root / RELEASED).write_text("zee single ours-01\n", encoding="utf-8")
    released, _ = read_released(workspace)
    assert (released["ours-01"].module, released["ours-01"].type) == ("ours", "reflection")


def test_a_workspace_without_modules_of_its_own_gets_no_lock(workspace: Workspace) -> None:
    shutil.rmtree(workspace.root / "quizzes")
    assert write_released(workspace) == []
    assert not (workspace.root / RELEASED).exists()


def test_every_id_of_our_own_modules_is_locked() -> None:
    """`python3 scripts/release_ids.py` writes them."""
    released, problems = read_released(Workspace.at(REPOSITORY))
    assert problems == []
    for path in sorted((REPOSITORY / "quizzes").glob("*.yml")):
        module, _ = check_module(read_module(path))
        assert module is not None
        for question in module.questions:
            assert question.id in released, f"{question.id} is not in {RELEASED}: python3 scripts/release_ids.py"
            assert (released[question.id].module, released[question.id].type) == (module.id, question.type)
