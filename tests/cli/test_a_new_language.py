"""A language is data: a row, pages, and its words in a file for data/ and one for quizzes/ make a whole site in it."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
import yaml
from support import REPOSITORY, TODAY, run, words_of

CODE = "qaa"
SIGN = "¤ "
"""Before every text of the invented language, which is English otherwise."""
ROW = f"""
{CODE}:
  name: Qaaqaa
  called: {{nl: Qaa, en: Qaaish}}
  direction: rtl
  locale: cy
"""
PROFILE = f"""organisation: {{name: De Zeester, workforce: 60, languages: [{CODE}, nl, en]}}
advisors:
  - {{id: noor, name: Noor Voorbeeld, kind: external, phone: "020 000 00 01", languages: [{CODE}, en],
     hours: {{mon: "09:00-17:00", tue: "09:00-17:00", wed: "09:00-17:00"}}, reply_within: 2, about: {{{CODE}: "Qaa luistert."}}}}
engagement: {{appointed_by: {{{CODE}: qaaraad, nl: de directie}}, since: 2026-03-01}}
training: {{modules: [role, limits]}}
"""


def of_words(node: Any) -> Any:
    """The texts of a file in the shape that a file of words has, from its English ones."""
    if isinstance(node, dict) and node.keys() >= {"nl", "en"}:
        return signed(node["en"])
    if isinstance(node, dict):
        return {key: said for key, value in node.items() if (said := of_words(value))}
    if isinstance(node, list) and all(isinstance(item, dict) for item in node):
        if all("id" in item for item in node):
            return {item["id"]: said for item in node if (said := of_words(item))}
        said = [of_words(item) for item in node]
        return said if any(said) else None
    return None


def signed(said: Any) -> Any:
    if isinstance(said, dict):
        return {key: signed(value) for key, value in said.items()}
    return [signed(one) for one in said] if isinstance(said, list) else f"{SIGN}{said}"


def words_in(folder: str) -> str:
    paths = sorted((REPOSITORY / folder).rglob("*.yml"))
    texts = {
        path.relative_to(REPOSITORY / folder).with_suffix("").as_posix(): of_words(
            yaml.load(path.read_text(encoding="utf-8"), yaml.BaseLoader)
        )
        for path in paths
        if path.stem not in ("languages", "synonyms", "connecting", "case_words", "claim_words")
        and "reviews" not in path.parts
    }
    return yaml.safe_dump({name: said for name, said in texts.items() if said}, allow_unicode=True, width=10_000)


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("language")
    written = {
        "profiles/zeester/profile.yml": PROFILE,
        "data/languages.yml": (REPOSITORY / "data/languages.yml").read_text(encoding="utf-8") + ROW,
        f"data/words/{CODE}.yml": words_in("data"),
        f"quizzes/words/{CODE}.yml": words_in("quizzes"),
    } | {
        f"docs/{CODE}/{path.name}": re.sub(
            r"^(title|description|tab): (\"?)", rf"\1: \2{SIGN}", path.read_text(encoding="utf-8"), flags=re.M
        )
        for path in (REPOSITORY / "docs/en").glob("*.md")
    }
    for name, text in written.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(text, encoding="utf-8")
    return root


@pytest.fixture(scope="module")
def site(root: Path) -> Path:
    built = run("build", "-C", root, "--lang", "en", "--date", TODAY)
    assert built.code == 0, built.out + built.err
    return root / "site/zeester"


def test_a_site_is_whole_in_a_new_language(site: Path) -> None:
    page = (site / "index.html").read_text(encoding="utf-8")
    assert f'<html lang="{CODE}" dir="rtl"' in page
    names = {path.name for path in site.glob("*.html")}
    assert (
        names
        == {path.name for path in (site / "nl").glob("*.html")}
        == {path.name for path in (site / "en").glob("*.html")}
    )


def test_every_page_offers_every_language_by_its_own_name(site: Path) -> None:
    for path in (site / "wie.html", site / "nl/wie.html"):
        page = path.read_text(encoding="utf-8")
        assert [page.count(f'hreflang="{code}"') > 0 for code in (CODE, "nl", "en")] == [True] * 3
        assert ">Qaaqaa</a>" in page


def test_no_dutch_or_english_text_of_the_interface_stands_on_its_pages(site: Path) -> None:
    strings = {
        key: text
        for path in (REPOSITORY / "data").glob("strings*.yml")
        for key, text in yaml.safe_load(path.read_text(encoding="utf-8")).items()
    }
    pages = "".join(path.read_text(encoding="utf-8") for path in (REPOSITORY / "docs/en").glob("*.md"))
    plain = {
        said
        for text in strings.values()
        for said in (text["nl"], text["en"])
        if len(said) > 14 and not re.search(r"[%\[{\d]", said) and said not in pages
    }
    assert len(plain) > 100
    for path in site.glob("*.html"):
        words = words_of(path)
        found = {said for said in plain if re.search(rf"(?<!{re.escape(SIGN)})(?<!\w){re.escape(said)}", words)}
        assert found == set(), path.name


def test_what_the_organisation_says_in_it_is_there(site: Path) -> None:
    words = words_of(site / "wie.html")
    assert "Qaa luistert." in words


def test_days_are_written_as_its_locale_does(site: Path) -> None:
    assert "1 Mawrth 2026" in words_of(site / "organisatie.html")


def test_the_questions_for_a_learning_system_follow(root: Path, site: Path, tmp_path: Path) -> None:
    words = ("--format", "gift", "--module", "role", "--language", CODE, "-o", tmp_path)
    made = run("export", *words, "-C", root, "--lang", "en", "--date", TODAY)
    assert made.code == 0, made.out + made.err
    assert SIGN in (tmp_path / f"zeester-role-{CODE}.gift").read_text(encoding="utf-8")


def test_a_text_that_is_missing_is_told_where_it_belongs(root: Path) -> None:
    path = root / f"data/words/{CODE}.yml"
    whole = path.read_text(encoding="utf-8")
    words = yaml.load(whole, yaml.BaseLoader)
    del words["doors"]["hr"]
    words["strings"]["choose_tongue"] = "x"
    path.write_text(yaml.safe_dump(words, allow_unicode=True, width=10_000), encoding="utf-8")
    told = run("check", "-C", root, "--lang", "en", "--date", TODAY)
    path.write_text(whole, encoding="utf-8")
    said = told.out + told.err
    assert told.code == 1
    assert f"this text is not there in Qaaish  write it in data/words/{CODE}.yml, under doors.hr.name" in said
    assert "strings.choose_tongue  no text belongs to this" in said


def test_the_search_and_the_training_have_it(site: Path) -> None:
    data = (site / "assets/search-data.js").read_text(encoding="utf-8")
    assert SIGN in data
    assert SIGN in (site / "training-role.html").read_text(encoding="utf-8")
