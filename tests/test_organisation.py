"""An organisation is read once for whatever is made of it: as far as it can be read, with everything that is told of it."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from support import BASE, TODAY, lay

from voorlichter.cache import open_cache
from voorlichter.languages import shipped
from voorlichter.organisation import Checked, Organisations, check_organisation, check_written, languages_named
from voorlichter.problems import InputError, Mark, Problem, Say
from voorlichter.profile.vocabulary import Vocabulary
from voorlichter.stage_one import StageOne
from voorlichter.workspace import Workspace

DAY = date.fromisoformat(TODAY)
VOCABULARY = Vocabulary(modules=("role",))
PROFILE = (BASE / "profiles/zeester/profile.yml").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("languages", "named"),
    [
        (["en", "nl"], ["en", "nl"]),
        (["pl", "en"], ["en"]),
        (["klingon", 3, ["nl"], "en"], ["en"]),
        (["pl"], ["nl"]),
        ([], ["nl"]),
        ("en", ["nl"]),
        (None, ["nl"]),
    ],
)
def test_the_languages_that_a_profile_names_are_known_before_it_is_right(languages: Any, named: list[str]) -> None:
    assert languages_named({"organisation": {"languages": languages}}, shipped()) == named
    assert languages_named({"organisation": "x"}, shipped()) == languages_named(None, shipped()) == ["nl"]


MODULE = """id: regels
title: {nl: Onze regels}
minutes: 2
questions:
- id: regels-01
  type: true-false
  ask: {nl: De deur staat open.}
  correct: false
  feedback: {true: {nl: De deur is dicht.}}
  why: {nl: Praten blijft geheim.}
"""


def checked(root: Path, profile: str, *, pictures: bool = True, **files: str) -> Checked:
    workspace = Workspace.at(lay(root, {"profiles/zeester/profile.yml": profile, **files}))
    if not pictures:
        return check_written(workspace, "zeester", VOCABULARY, DAY)
    return check_organisation(workspace, "zeester", VOCABULARY, DAY, open_cache(False))


def test_what_is_right_is_read_with_its_pictures_or_without(tmp_path: Path) -> None:
    whole, written = checked(tmp_path, PROFILE), checked(tmp_path, PROFILE, pictures=False)
    assert whole.problems == written.problems == []
    assert whole.profile is not None and whole.profile == written.profile
    assert (whole.profile.organisation.name, whole.source.slug) == ("Stichting De Zeester", "zeester")
    assert whole.media is not None and written.media is None
    assert whole.refuse() == (whole.profile, whole.media)
    with pytest.raises(InputError):
        written.refuse()


def test_of_a_profile_with_a_mistake_no_picture_is_looked_at_and_all_mistakes_are_told(tmp_path: Path) -> None:
    wrong = checked(tmp_path, PROFILE.replace("workforce: 20", "workforce: 0") + "brand: {logo: none.svg}\n")
    assert (wrong.profile, wrong.media) == (None, None)
    assert [one.where for one in wrong.problems] == ["organisation.workforce"]
    more = Problem(Mark(tmp_path), "x", Say("a", "b"), Say("c", "d"), "warning")
    with pytest.raises(InputError) as refused:
        wrong.refuse([more])
    assert list(refused.value.problems) == [*wrong.problems, more]


def test_a_picture_that_is_not_there_is_told_with_what_the_profile_says(tmp_path: Path) -> None:
    found = checked(
        tmp_path, PROFILE.replace("    backup: sam\n", "") + "brand: {logo: none.svg}\nreview_by: 2026-01-01\n"
    )
    assert sorted((one.where, one.severity) for one in found.problems) == [
        ("brand.logo", "error"),
        ("review_by", "warning"),
    ]
    assert found.profile is not None
    with pytest.raises(InputError):
        found.refuse()


def test_a_warning_stands_in_nobodys_way_and_a_mistake_found_elsewhere_does(tmp_path: Path) -> None:
    found = checked(tmp_path, PROFILE + "review_by: 2026-01-01\n")
    assert [one.severity for one in found.problems] == ["warning"]
    assert found.refuse(found.problems) == (found.profile, found.media)
    mistake = Problem(Mark(tmp_path), "x", Say("a", "b"), Say("c", "d"))
    with pytest.raises(InputError) as refused:
        found.refuse([mistake])
    assert list(refused.value.problems) == [*found.problems, mistake]


def test_a_module_of_ones_own_can_be_chosen(tmp_path: Path) -> None:
    chosen = PROFILE + "training: {modules: [role, regels]}\n"
    assert [one.where for one in checked(tmp_path / "a", chosen).problems] == ["training.modules[1]"]
    found = checked(tmp_path / "b", chosen, **{"profiles/zeester/quizzes/regels.yml": MODULE})
    assert found.problems == [] and list(found.own.modules) == ["regels"]


def test_an_organisation_that_is_read_has_all_that_is_made_of_it(examples: Path) -> None:
    workspace = Workspace.at(examples)
    organisations = Organisations(workspace, StageOne(workspace), DAY)
    read = organisations.read("vuurtoren")
    assert (read.slug, read.today, read.source.slug) == ("vuurtoren", DAY, "vuurtoren")
    assert list(read.languages) == list(read.profile.organisation.languages) == ["nl", "en"]
    assert set(read.languages) <= set(read.templates)
    assert not read.own and all(one.severity == "warning" for one in read.notes)
    once = read.unworded("zee-1")
    alone, within = read.slots("nl"), read.slots("nl", shared="../", unworded=once)
    assert (alone.site.id, alone.site.shared.href, alone.site.code) == ("vuurtoren", "", None)
    assert (within.site.id, within.site.shared.href, within.site.code) == ("vuurtoren", "../", "zee-1")
    assert [one.code for one in within.site.languages] == ["nl", "en"]
    assert (within.site.fuller.code, read.slots("en").site.fuller.code) == ("nl", "en")
    mistake = Problem(Mark(examples), "x", Say("a", "b"), Say("c", "d"))
    with pytest.raises(InputError) as refused:
        organisations.read("vuurtoren", [mistake])
    assert list(refused.value.problems)[-1] == mistake
