"""What the guides and the pages for training owners say of the training is so."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from support import REPOSITORY, TODAY, run

from voorlichter.artefacts.training.formats import FORMATS

READMES = ("guide/training.md", "guide/training.nl.md")


def blocks(name: str) -> list[str]:
    text = (REPOSITORY / name).read_text(encoding="utf-8")
    return re.findall(r"^```yaml\n(.*?)^```", text, re.S | re.M)


@pytest.mark.parametrize("name", READMES)
@pytest.mark.sampled(2)
def test_the_question_to_copy_is_sound_and_can_be_exported(new_workspace: Callable[..., Path], name: str) -> None:
    (module,) = [block for block in blocks(name) if "\nquestions:" in block]
    (lesson,) = re.findall(r"(?m)^id: (\S+)$", module)
    (chosen,) = [block for block in blocks(name) if block.startswith("training:") and lesson in block]
    profile = (REPOSITORY / "tests/workspace/profiles/zeester/profile.yml").read_bytes()
    root = new_workspace(
        {f"quizzes/{lesson}.yml": module.encode(), "profiles/zeester/profile.yml": profile + chosen.encode()}
    )
    checked = run("check", "-C", root, "--date", TODAY, "--lang", "en")
    assert lesson not in checked.out + checked.err
    answer = run("export", "-C", root, "--date", TODAY, "--lang", "en", "--format", "gift", "--module", lesson)
    assert answer.code == 0, answer.err


@pytest.mark.parametrize("name", READMES)
def test_every_format_is_named(name: str) -> None:
    text = (REPOSITORY / name).read_text(encoding="utf-8")
    assert all(f"`{form}`" in text for form in FORMATS)


@pytest.mark.parametrize("name", READMES)
def test_every_module_chosen_there_exists(name: str) -> None:
    ours = {path.stem for path in (REPOSITORY / "quizzes").glob("*.yml")}
    chosen = {
        one.strip()
        for block in blocks(name)
        for found in re.findall(r"^training: \{modules: \[(.*?)\]", block, re.M)
        for one in found.split(",")
    }
    assert chosen - ours <= {"our-house", "ons-huis"}


def test_both_pages_for_training_owners_hold_the_same() -> None:
    texts = [
        (REPOSITORY / "publish" / name).read_text(encoding="utf-8") for name in ("voor-opleiding.md", "for-training.md")
    ]
    for pattern in (r"(?m)^#+ ", r"(?m)^\|", r"(?m)^\d\. ", r"(?m)^- ", r"`[^`]+`"):
        first, second = (len(re.findall(pattern, text)) for text in texts)
        assert first == second, pattern


@pytest.mark.parametrize("name", ["voor-opleiding.md", "for-training.md"])
def test_every_package_is_named_there_by_its_ending(name: str) -> None:
    text = (REPOSITORY / "publish" / name).read_text(encoding="utf-8")
    assert all(ending in text for ending in ("-scorm12.zip", "-scorm2004.zip", "-cmi5.zip", ".gift", ".xml"))
