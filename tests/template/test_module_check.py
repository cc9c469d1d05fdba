"""A module is held against the pages and slots around it."""

from __future__ import annotations

from pathlib import Path

import pytest

from voorlichter.languages import complete, shipped
from voorlichter.quiz.model import Module
from voorlichter.slots.names import Names
from voorlichter.template.module_check import (
    check_module_texts,
    check_modules,
    module_files,
    passages_of,
    stray_modules,
)
from voorlichter.template.module_pages import make_pages, make_skeletons, module_meta
from voorlichter.template.page import Page
from voorlichter.text import Text
from voorlichter.workspace import Workspace
from voorlichter.yaml_source import YamlSource, read_yaml

WORDS = {
    "training_tab": "Onderdeel",
    "training_description": "Vragen.",
    "training_pass": "Gehaald vanaf",
    "training_no_score": "Zonder cijfer.",
}


def lay(folder: Path, *names: str) -> Workspace:
    for name in names:
        (folder / "quizzes" / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / "quizzes" / name).write_bytes(b"x")
    return Workspace(folder, folder)


def test_a_module_is_a_file_of_its_own_and_what_lies_beside_is_told(tmp_path: Path) -> None:
    workspace = lay(
        tmp_path, "role.yml", "limits.yml", "huis.png", "words/pl.yml", "released.txt", "notes.txt", "old/role.yml",
        "old/huis.png", "words/pl.txt",
    )  # fmt: skip
    assert module_files(workspace) == ["limits.yml", "role.yml"]
    told = [
        (problem.mark.path.relative_to(tmp_path).as_posix(), problem.severity) for problem in stray_modules(workspace)
    ]
    assert told == [
        (f"quizzes/{name}", "warning") for name in ("notes.txt", "old/huis.png", "old/role.yml", "words/pl.txt")
    ]


BODY = """# Kop {#kop}

[% if org.care %]

## Zorg {.ruim #zorg}

[% if team %]
### Diep {#diep}
[% endif %]
[% endif %]

<h2 id="los">Los</h2>

## Zorgen {#zorgen}
"""


def a_page(when: str | None = None) -> Page:
    path = Path("gedrag.md")
    meta = {"title": "Gedrag", **({"when": when} if when else {})}
    anchors = frozenset({"kop", "zorg", "diep", "los", "zorgen", "nergens"})
    return Page(path, "nl", meta, YamlSource(path), BODY, BODY, anchors)


def test_a_passage_is_there_under_the_condition_that_it_stands_in() -> None:
    assert dict(passages_of(a_page())) == {
        "gedrag.md": None,
        "gedrag.md#kop": None,
        "gedrag.md#zorg": "org.care",
        "gedrag.md#diep": "org.care",
        "gedrag.md#los": None,
        "gedrag.md#zorgen": None,
        "gedrag.md#nergens": None,
    }


def test_on_a_page_under_a_condition_all_of_it_is() -> None:
    assert {when for _, when in passages_of(a_page("speak_up"))} == {"speak_up"}


def told(text: str) -> list[tuple[int, str, str]]:
    found = check_module_texts(read_yaml(Path("role.yml"), text.encode()), shipped(), Names({}), ())
    return [(problem.mark.line, problem.where, problem.message.en) for problem in found]


QUESTIONS = "title: {nl: Rol, en: Role}\nquestions:\n  - when: %s\n    ask:\n      nl: %s\n      en: %s\n"


@pytest.mark.parametrize(
    ("when", "nl", "en", "lines"),
    [
        ("speak_up", "Wat?", "What?", []),
        ("speak_up", "[[ speak_up.name ]]?", "What?", []),
        ("org.care", "Wat?", "What [[ speak_up.name ]]?", [6]),
        ("org.nope", "Wat?", "What?", [3]),
        ("Not A Name", "Wat?", "What?", []),
        ("speak_up", "{je|u} belt", "you je", []),
        ("speak_up", "je belt", "you", [5]),
        ("speak_up", "[[ org.nope ]]", "[[ org.nope ]]", [5, 6]),
        ("org.nope", "[[ org.nope ]]", "x", [3, 5]),
    ],
)
def test_a_text_of_a_question_stands_under_its_condition(when: str, nl: str, en: str, lines: list[int]) -> None:
    assert [line for line, _, _ in told(QUESTIONS % (when, f'"{nl}"', f'"{en}"'))] == lines


def test_a_condition_that_does_not_exist_is_told() -> None:
    assert told(QUESTIONS % ("org.nope", "x", "x")) == [(3, "when", "there is no org.nope")]


def test_only_a_question_has_a_condition_of_its_texts() -> None:
    assert told("about: {nl: '[[ org.nope ]]', en: x}\nwhen: org.nope\n") != []
    assert [line for line, _, _ in told("a:\n  - when: org.nope\n    b: {nl: x, en: x}\n")] == [2]
    assert told("title: {nl: je\n") == []
    assert told("questions:\n- [org.nope, je]\n- org.nope\n- when: [org.nope]\n  nl: je\n") == [
        (5, "je", "“je” stands outside a form-of-address mark")
    ]


def a_module(pass_mark: int | None) -> Module:
    return Module.model_construct(id="de-rol", title=Text(nl="De rol", en="The role"), minutes=7, pass_mark=pass_mark)


def test_a_module_has_a_page_on_a_site_and_one_in_packages() -> None:
    pages = dict(make_pages(a_module(80), YamlSource(Path("quizzes/de-rol.yml")), "en", WORDS))
    assert [*pages] == ["training-de-rol.md", "package-de-rol.md"]
    page = pages["training-de-rol.md"]
    assert page.meta == {
        "title": "The role",
        "tab": "Onderdeel [[ module.de_rol.number ]]",
        "description": "Vragen.",
        "when": "module.de_rol",
        "template": "module.html",
        "module": "de-rol",
        "slot": "module.de_rol",
        "minutes": 7,
        "score": "Gehaald vanaf 80%.",
    }
    assert (page.language, page.path, page.body) == ("en", Path("quizzes/de-rol.yml"), "::: quiz de-rol\n")
    assert page.text.startswith('---\ntitle: "The role"\ntab: ') and page.text.endswith("\n---\n\n::: quiz de-rol\n")
    assert pages["package-de-rol.md"].meta == {**page.meta, "template": "package.html"}


def test_a_module_without_a_pass_mark_says_so_and_words_may_lack() -> None:
    name, meta = module_meta(a_module(None), "nl", WORDS)
    assert (name, meta["title"], meta["score"]) == ("training-de-rol.md", "De rol", "Zonder cijfer.")
    _, bare = module_meta(a_module(80), "nl", {})
    assert (bare["tab"], bare["description"], bare["score"]) == (" [[ module.de_rol.number ]]", "", " 80%.")


def test_what_an_organisation_adds_is_put_on_pages_with_nothing_on_them() -> None:
    pages = dict(make_skeletons("nl", WORDS))
    assert [*pages] == ["own-page.md", "training-own-module.md", "package-own-module.md"]
    plain, module = pages["own-page.md"], pages["training-own-module.md"]
    assert plain.meta == {
        "title": "[[ own.title ]]",
        "tab": "[[ own.tab ]]",
        "description": "[[ own.description ]]",
        "own": True,
    }
    assert plain.body == "" and plain.text.endswith("---\n\n")
    assert (module.meta["title"], module.meta["minutes"], module.meta["score"]) == (
        "[[ own.title ]]",
        "[[ own.minutes ]]",
        "[[ own.score ]]",
    )
    assert module.body == "::: quiz own-module\n" and "::: quiz" not in module.text


MODULE = """id: {name}
title: {{nl: Rol, en: Role}}
questions:
  - id: {question}
    type: reflection
    ask: {{nl: "Wat {text}?", en: What?}}
    source: gedrag.md
    picture: {{file: {picture}, alt: {{nl: Huis, en: House}}}}
"""


def checked(folder: Path, *modules: dict[str, str], released: str = "") -> tuple[list[str], list[tuple[str, str]]]:
    """The sound modules, and of each problem its file and what it concerns."""
    (folder / "quizzes").mkdir()
    drawing = '<svg xmlns="http://www.w3.org/2000/svg" width="20" height="10"><path d="M0 0h9v9z"/></svg>'
    for name in ("shown.svg", "unused.svg"):
        (folder / "quizzes" / name).write_text(drawing, encoding="utf-8")
    for one in modules:
        text = MODULE.format(**{"question": f"{one['name']}-01", "text": "nu", "picture": "shown.svg"} | one)
        (folder / "quizzes" / f"{one['name']}.yml").write_text(text, encoding="utf-8")
    (folder / "quizzes/released.txt").write_text(released, encoding="utf-8")
    passages = {"gedrag.md": None}
    sound, problems = check_modules(Workspace(folder, folder), complete(shipped()), passages, Names({}), ())
    return [module.id for _, module, _ in sound], [(one.mark.path.name, one.where) for one in problems]


def test_a_picture_that_no_question_shows_is_told(tmp_path: Path) -> None:
    sound, told = checked(tmp_path, {"name": "limits"}, {"name": "role"})
    assert (sound, told) == (["limits", "role"], [("unused.svg", "unused.svg")])


def test_an_id_belongs_to_one_question_in_all_modules(tmp_path: Path) -> None:
    _, told = checked(tmp_path, {"name": "limits", "question": "same-01"}, {"name": "role", "question": "same-01"})
    assert [file for file, _ in told] == ["role.yml", "unused.svg"]


@pytest.mark.parametrize(
    ("released", "sound", "told"),
    [
        ("role reflection role-01\n", ["role"], []),
        ("limits reflection role-01\n", [], ["role.yml"]),
        ("role single role-01\n", [], ["role.yml"]),
        ("role\n", ["role"], ["released.txt"]),
    ],
)
def test_an_id_that_was_handed_out_stays_of_its_question(
    tmp_path: Path, released: str, sound: list[str], told: list[str]
) -> None:
    found, mistakes = checked(tmp_path, {"name": "role"}, released=released)
    assert (found, [file for file, _ in mistakes if file != "unused.svg"]) == (sound, told)


def test_what_lies_beside_modules_is_told_with_them(tmp_path: Path) -> None:
    lay(tmp_path, "notes.txt")
    assert [one.render("nl", tmp_path) for one in stray_modules(Workspace(tmp_path, tmp_path))] == [
        "quizzes/notes.txt:1:1  notes.txt  let op: dit bestand is geen module; niets leest het  "
        "maak er een module van: voorlichter import quizzes/notes.txt"
    ]
    _, problems = check_modules(Workspace(tmp_path, tmp_path), complete(shipped()), {}, Names({}), ())
    assert [(one.mark.path.name, one.severity) for one in problems] == [("notes.txt", "warning")]


@pytest.mark.parametrize(
    ("ask", "components", "told"),
    [
        ('[% include "box.html" %]', ["box.html"], []),
        ('[% include "box.html" %]', ["card.html"], ["there is no component box.html  choose from: card.html"]),
        ("[[ help.csg.name ]]", [], []),
        ("[[ help.lost.name ]]", [], ["there is no help.lost  choose from: csg"]),
    ],
)
def test_a_question_knows_the_components_and_names_of_the_site(
    ask: str, components: list[str], told: list[str]
) -> None:
    text = QUESTIONS % ("speak_up", "x", f"'{ask}'")
    source = read_yaml(Path("role.yml"), text.encode())
    found = check_module_texts(source, shipped(), Names({"help": ("csg",)}), components)
    assert [one.render("en").split("  ", 2)[2] for one in found] == told


def test_a_condition_that_does_not_exist_is_told_with_one_that_does() -> None:
    source = read_yaml(Path("role.yml"), (QUESTIONS % ("org.nope", "x", "x")).encode())
    (problem,) = check_module_texts(source, shipped(), Names({}), ())
    assert [problem.render("nl"), problem.render("en")] == [
        "role.yml:3:11  when  org.nope bestaat niet  schrijf bijvoorbeeld: when: org.from_50",
        "role.yml:3:11  when  there is no org.nope  write for example: when: org.from_50",
    ]


def test_texts_and_pictures_of_every_module_are_checked(tmp_path: Path) -> None:
    _, told = checked(tmp_path, {"name": "limits", "text": "[[ org.nope ]]"}, {"name": "role", "picture": "gone.svg"})
    assert [file for file, _ in told] == ["limits.yml", "role.yml", "unused.svg"]
