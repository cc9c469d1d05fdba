"""A workspace's own page, sentence, component and module lie over the defaults; everything else stays."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest
from support import BASE, REPOSITORY, TODAY, Answer, broken, files_of, lay, run

FRONT = "---\ntitle: {title}\ndescription: Een eigen bladzijde.\nmenu: more\n{more}---\n\n# {title}\n\n"
QUIZ = """id: zee
title: {nl: De zee, en: The sea}
questions:
- id: zee-01
  type: true-false
  ask: {nl: "[[ org.name ]] ligt aan zee.", en: "[[ org.name ]] is by the sea."}
  correct: true
  feedback:
    true: {nl: Dat klopt., en: That is right.}
    false: {nl: "{Je ziet|U ziet} de zee.", en: You see the sea.}
  misconception: dry
  why: {nl: Daarom heet het De Zeester., en: Hence the name.}
  source: gesprek.md
"""


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Answer]:
    root = tmp_path_factory.mktemp("overlay") / "w"
    shutil.copytree(BASE, root)
    strings = (REPOSITORY / "data" / "strings.yml").read_text(encoding="utf-8")
    hero = (REPOSITORY / "overrides" / "components" / "urgent" / "urgent.html").read_text(encoding="utf-8")
    lay(
        root,
        {
            "docs/nl/eigen.md": FRONT.format(title="Eigen", more="")
            + 'Van [[ org.name ]] zelf. {Je leest|U leest} dit.\n\n[% include "groet.html" %]\n\n::: quiz zee\n\n![De zee](assets/zee.svg)\n',
            "docs/en/eigen.md": FRONT.format(title="Own", more="")
            + 'Of [[ org.name ]] itself.\n\n[% include "groet.html" %]\n\n::: quiz zee\n',
            "docs/nl/gesprek.md": (REPOSITORY / "docs/nl/gesprek.md").read_text(encoding="utf-8")
            + "\nOns gesprek is op de kade.\n",
            "docs/nl/training-role.md": FRONT.format(title="Oefenen bij ons", more="when: module.role\n")
            + "Een oefening van onszelf.\n",
            "docs/en/training-role.md": FRONT.format(title="Practise with us", more="when: module.role\n")
            + "An exercise of our own.\n",
            "docs/nl/alleen-overheid.md": FRONT.format(title="Overheid", more="when: org.public_body\n"),
            "docs/en/alleen-overheid.md": FRONT.format(title="Public", more="when: org.public_body\n"),
            "data/strings.yml": strings.replace("Naar de tekst", "Naar het zeewater"),
            "data/strings_own.yml": 'own_greeting:\n  nl: "{Dag jij|Dag u} van [[ org.name ]]"\n  en: Hello from [[ org.name ]]\n',
            "overrides/components/groet/groet.html": '<p class="groet">{{ config.extra.t.own_greeting | e }}[% for a in advisors %], [[ a.name ]][% endfor %]</p>\n',
            "overrides/components/groet/groet.css": "/* bundle: own */\n.groet {\n  color: var(--zee);\n}\n",
            "overrides/components/groet/groet.js": "window.groet = 1;\n",
            "overrides/components/urgent/urgent.html": hero.replace("<", "<p>Eigen nood</p><", 1),
            "overrides/assets/zee.svg": '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"/>\n',
            "quizzes/zee.yml": QUIZ,
            "profiles/zeester/profile.yml": (BASE / "profiles/zeester/profile.yml").read_text(encoding="utf-8")
            + "training: {modules: [role, zee]}\n",
        },
    )
    checked = run("check", "-C", root, "--lang", "en", "--date", TODAY)
    assert checked.code == 0, checked.err
    return root / "site/zeester", run("build", "-C", root, "--lang", "en", "--date", TODAY)


@pytest.fixture(scope="module")
def site(made: tuple[Path, Answer]) -> Path:
    assert made[1].code == 0, made[1].err
    return made[0]


@pytest.fixture(scope="module")
def page(site: Path) -> str:
    return (site / "eigen.html").read_text(encoding="utf-8")


def test_a_page_of_the_workspace_stands_among_the_others(site: Path, page: str) -> None:
    assert "Van Stichting De Zeester zelf. Je leest dit." in page
    for other in ("index.html", "gesprek.html"):
        assert 'href="eigen.html"' in (site / other).read_text(encoding="utf-8")


def test_a_page_laid_over_a_default_replaces_that_page_only(site: Path, examples: Path) -> None:
    assert "Ons gesprek is op de kade." in (site / "gesprek.html").read_text(encoding="utf-8")
    pages = {name for name in files_of(site) if name.endswith(".html")}
    assert pages == {name for name in files_of(examples / "site/werkplaats") if name.endswith(".html")} | {
        "eigen.html",
        "training.html",
        "training-zee.html",
    }


def test_a_page_of_the_workspace_may_stand_under_a_condition(site: Path) -> None:
    assert not (site / "alleen-overheid.html").exists()
    assert all(b"alleen-overheid" not in data for name, data in files_of(site).items() if name.endswith(".html"))


def test_a_sentence_of_the_workspace_replaces_the_default_everywhere(site: Path) -> None:
    for path in site.glob("*.html"):
        text = path.read_text(encoding="utf-8")
        assert "Naar het zeewater" in text and "Naar de tekst" not in text


def test_a_component_of_the_workspace_is_filled_and_its_own_page_alone_loads_its_style_and_script(
    site: Path, page: str
) -> None:
    assert '<p class="groet">Dag jij van Stichting De Zeester, Noor Voorbeeld, Sam Elders</p>' in page
    loaded = re.findall(r'(?:href|src)="(assets/[\w-]+\.(?:css|js))"', page)
    assert loaded == ["assets/groet-quiz.css", "assets/core.js", "assets/groet-quiz.js"]
    assert ".groet{color:var(--zee)" in (site / loaded[0]).read_text(encoding="utf-8")
    assert "window.groet=1;" in (site / loaded[2]).read_text(encoding="utf-8")
    for name, data in files_of(site).items():
        assert name in loaded or b"groet" not in data or not name.endswith((".css", ".js")), name


def test_a_component_laid_over_a_default_is_used_in_its_place(site: Path) -> None:
    assert "<p>Eigen nood</p>" in (site / "index.html").read_text(encoding="utf-8")


def test_a_module_of_the_workspace_is_asked_with_its_slots_filled(page: str) -> None:
    assert "Stichting De Zeester ligt aan zee." in page
    assert "Je ziet de zee." in page


def test_a_module_of_the_workspace_has_a_page_of_its_own(site: Path) -> None:
    assert "Stichting De Zeester ligt aan zee." in (site / "training-zee.html").read_text(encoding="utf-8")
    assert 'href="training-zee.html"' in (site / "training.html").read_text(encoding="utf-8")


def test_a_page_of_the_workspace_goes_before_the_one_that_would_be_made(site: Path) -> None:
    assert "Een oefening van onszelf." in (site / "training-role.html").read_text(encoding="utf-8")


def test_a_picture_of_the_workspace_is_there(site: Path, page: str) -> None:
    assert 'src="assets/zee.svg"' in page
    assert (site / "assets/zee.svg").is_file()


def test_the_site_is_whole(site: Path) -> None:
    assert broken(site) == []
