"""An organisation's own modules: read in the languages of its site, among those its profile may name, and held to what is there."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from voorlichter.languages import Code, complete, shipped
from voorlichter.own.files import OwnFiles
from voorlichter.own.modules import check_own_module, lay_modules, read_own_module, with_own, write_own_released
from voorlichter.problems import Mark, Problem
from voorlichter.profile.vocabulary import Vocabulary
from voorlichter.quiz.read import model_module
from voorlichter.slots.names import Names
from voorlichter.template.bundles import Bundles
from voorlichter.template.data import Data
from voorlichter.template.page import Page
from voorlichter.template.sources import Sources
from voorlichter.text import Text
from voorlichter.workspace import Workspace
from voorlichter.yaml_source import YamlSource

HOUSE = """id: house
title: {nl: Ons huis}
questions:
- id: house-01
  type: single
  ask: {nl: Waar is de kamer?}
  options:
  - {id: below, text: {nl: Beneden}, feedback: {nl: Nee., en: No.}, misconception: below}
  - {id: above, text: {nl: Boven}, correct: true, feedback: {nl: Ja.}}
  why: {nl: De kamer is boven.}
  source: kamer.md#boven
"""
THINK = """id: think
title: {nl: Denk na}
scope: integrity
questions:
- id: think-01
  type: reflection
  ask: {nl: Wat vond iedereen?}
  thoughts: {nl: Denk aan gisteren.}
"""


WORDS = ("training_tab", "training_description", "training_pass", "training_no_score")


def sources(*ids: str) -> Sources:
    """Of a site with one page and nothing else."""
    text = "# De kamer\n\nHier.\n\n## Boven {#boven}\n\nDaar.\n"
    page = Page(
        Path("kamer.md"), "nl", {"title": "De kamer"}, YamlSource(Path("kamer.md")), text, text, frozenset({"boven"})
    )
    return Sources(
        Data(languages=complete(shipped())),
        pages={"nl": {"kamer.md": page}},
        module_ids=[*ids],
        names=Names({"module": tuple(ids)}),
        bundles=Bundles(pages={"training-own-module.html": "bundle"}),
    )


def lay(folder: Path, **texts: str) -> OwnFiles:
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in texts.items():
        (folder / f"{name}.yml").write_text(text, encoding="utf-8")
    return OwnFiles(modules={name: folder / f"{name}.yml" for name in texts})


def test_a_text_says_the_same_in_a_language_that_nobody_reads() -> None:
    data = read_own_module(Path("house.yml"), ["nl"], HOUSE.encode()).data
    (question,) = data["questions"]
    assert data["title"] == {"nl": "Ons huis", "en": "Ons huis"}
    assert question["options"][1]["text"] == {"nl": "Boven", "en": "Boven"}
    assert question["options"][0]["feedback"] == {"nl": "Nee.", "en": "No."}, "what is there stays"
    assert question["why"]["en"] == "De kamer is boven."


def test_a_text_that_lacks_one_of_the_sites_languages_is_left_lacking() -> None:
    data = read_own_module(Path("house.yml"), ["nl", "en"], HOUSE.encode()).data
    assert data["title"] == {"nl": "Ons huis"} and "en" in data["questions"][0]["options"][0]["feedback"]
    other = read_own_module(Path("a.yml"), ["nl"], b"title: {nl: Ons huis, de: Unser Haus}\nask: {nl: [a]}\n").data
    assert other == {"title": {"nl": "Ons huis", "de": "Unser Haus"}, "ask": {"nl": ["a"]}}


def test_a_file_that_is_no_yaml_is_told_and_has_nothing() -> None:
    source = read_own_module(Path("house.yml"), ["nl"], b"title: {nl: Ons\n")
    assert source.data is None and len(source.problems) == 1


def test_own_modules_are_among_those_that_a_profile_may_name(tmp_path: Path) -> None:
    files = lay(tmp_path, house=HOUSE, think=THINK, wrong="id: wrong\n")
    ours = Vocabulary(modules=["role"], scored=["role"], module_scopes={"role": None})
    known = with_own(ours, files, ["nl"])
    assert [*known.modules] == ["role", "house", "think", "wrong"]
    assert [*(known.scored or ())] == ["role", "house", "wrong"], "of one with mistakes nobody knows"
    assert known.module_scopes == {"role": None, "house": None, "think": "integrity"}
    assert with_own(Vocabulary(), files, ["nl"]).scored is None
    assert files.modelled.keys() == {"house", "think", "wrong"}


def told(problems: Sequence[Problem]) -> list[tuple[int, str, str]]:
    return [(one.mark.line, one.where, one.message.en) for one in problems]


def check(
    text: str, form: str = "je", site: Sequence[Code] = ("nl",), path: Path = Path("quizzes/house.yml")
) -> list[tuple[int, str, str]]:
    return told(check_own_module(path, text.encode(), sources(), site, form))  # type: ignore[arg-type]


def test_a_module_is_held_to_the_pages_of_its_site() -> None:
    assert check(HOUSE) == []
    assert [line for line, where, _ in check(HOUSE.replace("#boven", "#onder")) if where.endswith("source")] == [11]
    assert [line for line, where, _ in check(HOUSE.replace("kamer.md", "gang.md")) if where.endswith("source")] == [11]


def test_a_module_may_speak_as_its_site_does_and_not_as_another() -> None:
    spoken = HOUSE.replace("Waar is de kamer?", "Waar vind je de kamer?")
    assert check(spoken, "je") == []
    assert [line for line, _, _ in check(spoken, "u")] == [6]
    assert check(spoken.replace("Waar vind je de kamer?", '"Waar {vind je|vindt u} de kamer?"'), "u") == []


def test_a_module_says_everything_in_each_language_of_its_site() -> None:
    lacking = check(HOUSE, site=("nl", "en"))
    assert (2, "title.en", "is missing") in {(line, where, said[:10]) for line, where, said in lacking}


def test_an_id_that_another_question_had_is_told(tmp_path: Path) -> None:
    (tmp_path / "released.txt").write_text("old single house-01\n", encoding="utf-8")
    (problem,) = check(HOUSE, path=tmp_path / "house.yml")
    assert problem[:2] == (4, "questions[0].id")


def test_a_module_with_the_name_of_ours_is_told_and_not_laid(tmp_path: Path) -> None:
    files, ours = lay(tmp_path, role=HOUSE, house="id: house\n", access=HOUSE), sources("access", "role")
    problems = [*lay_modules(ours, files, ["nl"], "je")]
    assert [(one.mark, one.where, one.message.en, one.fix.en) for one in problems[:2]] == [
        (Mark(tmp_path / f"{name}.yml"), name, "there is a module of this name already", "give the file another name")
        for name in ("access", "role")
    ]
    assert {one.mark.path.name for one in problems[2:]} == {"house.yml"}
    assert ours.module_ids == ["access", "role", "house"] and ours.modules == {}
    assert ours.names.ids["module"] == ("access", "role", "house")
    assert ours.bundles.pages == {"training-own-module.html": "bundle", "training-house.html": "bundle"}


def test_a_sound_module_is_laid_with_its_page_and_held_to_those_before_it(tmp_path: Path) -> None:
    again = THINK.replace("id: think\n", "id: twin\n")
    files, ours = lay(tmp_path, house=HOUSE, think=THINK, twin=again), sources("role")
    ours.made, ours.packed = {"nl": {}}, {"nl": {}}
    ours.data.strings.update(dict.fromkeys(WORDS, Text.model_validate({"nl": "Woord", "en": "Word"})))
    (twice,) = lay_modules(ours, files, ["nl"], "je")
    assert (twice.mark.path.name, twice.mark.line, twice.where) == ("twin.yml", 5, "questions[0].id")
    assert "think" in twice.message.en
    assert ours.modules.keys() == ours.figures.keys() == {"house", "think"}
    assert ours.modules["house"].title.en == "Ons huis"
    assert {"training-house.md", "training-think.md"} <= ours.made["nl"].keys() <= ours.pages["nl"].keys()
    assert ours.module_ids == ["role", "house", "think", "twin"]
    others = check_own_module(
        tmp_path / "other.yml", HOUSE.replace("id: house\n", "id: other\n").encode(), ours, ["nl"], "je"
    )
    assert [(one.mark.line, one.where) for one in others] == [(4, "questions[0].id")]
    assert check_own_module(tmp_path / "house.yml", HOUSE.encode(), ours, ["nl"], "je") == [], "its own ids are its own"


def test_a_question_may_become_of_another_type_while_nobody_has_it() -> None:
    ours = sources("house")
    module, _ = model_module(read_own_module(Path("quizzes/house.yml"), ["nl"], HOUSE.encode()), complete(shipped()))
    assert module
    ours.modules["house"] = module
    changed = THINK.replace("think", "house").replace("scope: integrity\n", "")
    assert check_own_module(Path("quizzes/house.yml"), changed.encode(), ours, ["nl"], "je") == []


def test_what_a_laid_module_says_and_where_it_leads_is_judged_for_its_site(tmp_path: Path) -> None:
    astray = HOUSE.replace("#boven", "#onder").replace("Waar is", "Waar vindt u")
    found = [*lay_modules(sources(), lay(tmp_path, house=astray), ["nl"], "je")]
    assert {(one.mark.line, one.where.rpartition(".")[2]) for one in found} == {(6, "u"), (11, "source")}


def test_a_picture_that_no_module_shows_is_told(tmp_path: Path) -> None:
    files = replace(lay(tmp_path, house="id: house\n"), pictures=(tmp_path / "room.png",))
    found = [*lay_modules(sources(), files, ["nl"], "je")]
    assert [one.mark.path.name for one in found][-1] == "room.png"


def test_ids_that_are_handed_out_are_written_beside_the_modules(tmp_path: Path) -> None:
    workspace = Workspace.at(tmp_path)
    folder = tmp_path / "profiles" / "zeester" / "quizzes"
    (tmp_path / "profiles" / "zeester").mkdir(parents=True)
    (tmp_path / "profiles" / "zeester" / "profile.yml").write_text("a: b\n", encoding="utf-8")
    lay(folder, house=HOUSE, think=THINK)
    assert write_own_released(workspace, "zeester", [], ["nl"]) == []
    assert not (folder / "released.txt").exists()
    assert write_own_released(workspace, "zeester", ["think", "gone"], ["nl"]) == ["think-01"]
    assert (folder / "released.txt").read_text(encoding="utf-8").endswith("\nthink reflection think-01\n")
    assert write_own_released(workspace, "zeester", ["think"], ["nl"]) == []
