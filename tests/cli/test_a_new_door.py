"""A door is data: a row makes one, and a topic leads to it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from support import REPOSITORY, TODAY, run, words_of

NAME = "Bij De Vuurplaats"
PROFILE = f"""organisation: {{name: De Zeester, workforce: 20, languages: [nl, en]}}
advisors: [{{id: noor, name: Noor Voorbeeld, kind: external, phone: "020 000 00 01"}}]
doors: {{night_porter: {{name: {NAME}, phone: "020 000 00 50"}}}}
"""
ROW = """
night_porter:
  name: {nl: Nachtportier, en: Night porter}
  title: {nl: Portier van de nacht, en: Porter at night}
  when: named
"""


def touched(root: Path) -> list[str]:
    """The files of the workspace that are not the profile: each stands there because a door asked for it."""
    own = (path.relative_to(root).as_posix() for path in root.rglob("*") if path.is_file())
    return sorted(name for name in own if not name.startswith(("profiles/", "site/", ".voorlichter/")))


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("door")
    (root / "profiles/zeester").mkdir(parents=True)
    (root / "profiles/zeester/profile.yml").write_text(PROFILE, encoding="utf-8")
    refused = run("check", "-C", root, "--lang", "en", "--date", TODAY)
    assert "there is no door night_porter" in refused.out + refused.err
    (root / "data").mkdir()
    for name, old, new in (
        ("doors.yml", "\nombuds:", f"{ROW}\nombuds:"),
        ("topics.yml", "doors: [manager, prevention_officer,", "doors: [manager, prevention_officer, night_porter,"),
    ):
        text = (REPOSITORY / "data" / name).read_text(encoding="utf-8")
        assert text.count(old) == 1
        (root / "data" / name).write_text(text.replace(old, new), encoding="utf-8")
    built = run("build", "-C", root, "--lang", "en", "--date", TODAY)
    assert built.code == 0, built.out + built.err
    return root


def test_a_new_door_touches_two_files_at_most(root: Path) -> None:
    assert len(touched(root)) <= 2, touched(root)


@pytest.mark.parametrize(("folder", "called"), [("", "Nachtportier"), ("en/", "Night porter")])
@pytest.mark.parametrize("page", ["waarvoor", "wegwijzer"])
def test_a_new_door_stands_where_its_topic_leads(root: Path, folder: str, page: str, called: str) -> None:
    words = words_of(root / f"site/zeester/{folder}{page}.html")
    assert called in words and NAME in words and "020 000 00 50" in words
    assert "Ombuds" not in words, "a door that no profile names is not there"


def test_a_new_door_is_found_by_search(root: Path) -> None:
    assert NAME in (root / "site/zeester/assets/search-data.js").read_text(encoding="utf-8")


def test_an_editor_completes_a_new_door_by_its_title(root: Path) -> None:
    doors = json.loads(run("schema", "--lang", "nl", cwd=root).out)["properties"]["doors"]["properties"]
    assert doors["night_porter"]["title"] == "Portier van de nacht"
    assert doors["ombuds"]["title"] == "Ombudsfunctionaris"


def test_a_door_by_its_title_in_a_profile_is_told_its_key(root: Path) -> None:
    profile = root / "profiles/zeester/profile.yml"
    profile.write_text(PROFILE.replace("night_porter", "portier_van_de_nacht"), encoding="utf-8")
    told = run("check", "-C", root, "--lang", "en", "--date", TODAY)
    profile.write_text(PROFILE, encoding="utf-8")
    assert "write: night_porter" in told.out + told.err
