"""Of a language that is not complete a site has one page: whole, in that language, with the way to one that has everything."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml
from support import REPOSITORY, TODAY, run, words_of

from voorlichter.languages import shipped
from voorlichter.worded import asked_of
from voorlichter.workspace import Workspace

SIGN = "¤ "
"""Before every text of the invented languages, which are English otherwise."""
CODES = {"qaa": "card", "qab": "essential"}
ROWS = "".join(
    f"\n{code}:\n  name: Name of {code}\n  called: {{nl: Qaa, en: Qaaish}}\n  direction: rtl\n  locale: cy\n  level: {level}\n"
    for code, level in CODES.items()
)
PROFILE = """organisation: {name: De Zeester, workforce: 60, languages: [nl, qab, en, qaa]LOCATIONS}
advisors:
  - {id: noor, name: Noor Voorbeeld, kind: external, phone: "020 000 00 01", languages: [bg, en], email: noor@praktijk.example,
     hours: {mon: "09:00-17:00", tue: "09:00-17:00"}, reply_within: 2, absences: [{from: 2026-11-01, until: 2027-01-20}]MORE}
"""
OTHERS = """  - {id: sam, name: Sam Voorbeeld, kind: internal, whatsapp: "020 000 00 02", languages: [nl], scope: [integrity], locations: [haven]}
  - {id: kim, name: Kim Voorbeeld, kind: internal, email: kim@zeester.example, languages: [nl], locations: [hal]}
"""
PLACES = ", locations: [{id: haven, name: Haven}, {id: hal, name: Hal}, {id: kantoor, name: Kantoor}]"
PROFILES = {
    "alleen": PROFILE.replace("LOCATIONS", "").replace("MORE", ""),
    "samen": PROFILE.replace("LOCATIONS", PLACES).replace("MORE", ", locations: [hal]") + OTHERS,
}


def english(node: Any, there: str, asked: Any) -> Any:
    """Of the texts in a file those that a level asks for, in the shape of a file of words."""
    if isinstance(node, dict) and node.keys() >= {"nl", "en"}:
        return f"{SIGN}{node['en']}" if there in asked else None
    parts = node.items() if isinstance(node, dict) else []
    if isinstance(node, list):
        parts = [(item["id"], item) for item in node if isinstance(item, dict) and "id" in item]
    return {key: said for key, part in parts if (said := english(part, f"{there}.{key}".lstrip("."), asked))} or None


def words_for(level: Any) -> dict[str, Any]:
    return {
        file: english(
            yaml.load((REPOSITORY / f"data/{file}.yml").read_text(encoding="utf-8"), yaml.BaseLoader), "", texts
        )
        for file, texts in asked_of(Workspace.at(REPOSITORY), level).items()
    }


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("short")
    messages = "".join(
        f"\n{code}:\n  name: Name of {code}\n"
        + "".join(f"  {key}: {SIGN}{key}\n" for key in ("call", "meet", "morning", "afternoon", "evening"))
        + f'  hello: "{SIGN}%(name)s"\n  regards: "{SIGN}%(name)s"\n'
        for code in CODES
    )
    written = {
        **{f"profiles/{slug}/profile.yml": profile for slug, profile in PROFILES.items()},
        "data/languages.yml": (REPOSITORY / "data/languages.yml").read_text(encoding="utf-8") + ROWS,
        "data/messages.yml": (REPOSITORY / "data/messages.yml").read_text(encoding="utf-8") + messages,
        **{
            f"data/words/{code}.yml": yaml.safe_dump(words_for(level), allow_unicode=True)
            for code, level in CODES.items()
        },
    }
    for name, text in written.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(text, encoding="utf-8")
    return root


@pytest.fixture(scope="module")
def sites(root: Path) -> Path:
    built = run("build", "-C", root, "--lang", "en", "--date", TODAY)
    assert built.code == 0, built.out + built.err
    return root / "site"


def test_it_has_one_page_and_says_so_where_an_address_is_wrong(sites: Path) -> None:
    for code in CODES:
        assert {path.name for path in (sites / "samen" / code).iterdir()} == {"index.html", "404.html"}
        page = (sites / "samen" / code / "index.html").read_text(encoding="utf-8")
        assert f'<html lang="{code}" dir="rtl"' in page


def test_nothing_on_its_pages_is_in_another_language(sites: Path) -> None:
    """So the list of what a level asks for lacks nothing."""
    plain = {
        said
        for path in (REPOSITORY / "data").glob("strings*.yml")
        for text in yaml.safe_load(path.read_text(encoding="utf-8")).values()
        for said in (text["nl"], text["en"])
        if len(said) > 3 and not re.search(r"[%\[{\d]", said)
    } - {"WhatsApp", "Signal", "Name", "Menu", "client"}
    assert len(plain) > 300
    for slug in PROFILES:
        for code in CODES:
            for path in (sites / slug / code).glob("*.html"):
                page = re.sub(
                    r'(?s)<([a-z]+)[^>]*\blang="(nl|en|bg)"[^>]*>.*?</\1>', "", path.read_text(encoding="utf-8")
                )
                page = re.sub(
                    r"<script(?! type=\"application/json\").*?</script>|<style.*?</style>", "", page, flags=re.S
                )
                spoken = " ".join(
                    [
                        *re.findall(r'(?:aria-label|title|alt|content|data-[\w-]+)="([^"]*)"', page),
                        re.sub(r"<[^>]*>", "\n", page),
                    ]
                )
                found = {
                    said
                    for said in plain
                    if re.search(rf"(?<!{re.escape(SIGN)})(?<![\w ]){re.escape(said)}(?!\w)", spoken)
                }
                assert found == set(), f"{slug}/{code}/{path.name}"


def test_nothing_that_its_scripts_say_is_in_another_language(sites: Path) -> None:
    for slug in PROFILES:
        told = re.search(r"\.told=(\{.*?\});\n", (sites / slug / "assets/core.js").read_text(encoding="utf-8"))
        assert told
        for code in CODES:
            words = json.loads(told[1])[code]["words"]
            assert words
            assert [key for key, said in words.items() if not said.startswith(SIGN)] == []


def test_every_text_that_a_level_asks_for_is_on_a_page_of_it(root: Path, sites: Path) -> None:
    """So the list asks a translator for nothing in vain; the rest is said on another day, or to another profile."""
    shown = "".join(path.read_text(encoding="utf-8") for path in (REPOSITORY / "overrides").rglob("*.html"))
    for folder in ("site", "template"):
        shown += "".join(
            path.read_text(encoding="utf-8") for path in (REPOSITORY / "src/voorlichter" / folder).glob("*.py")
        )
    for file, texts in asked_of(Workspace.at(REPOSITORY), "essential").items():
        for text in texts if file.startswith("strings") else ():
            whole = re.search(rf"\b{text}\b", shown)
            made = re.search(rf"{text.rsplit('_', 1)[0]}_\{{|{text.split('_')[0]}_\{{", shown)
            assert whole or made, f"{file}.{text}"


def test_a_link_to_what_it_lacks_leads_to_the_next_language_and_says_which(sites: Path) -> None:
    links = {
        code: re.findall(
            r'<a [^>]*href="([^"#]+\.html)[^>]*hreflang="(\w+)"[^>]*>(.*?)</a>',
            (sites / "alleen" / code / "index.html").read_text(encoding="utf-8"),
            re.S,
        )
        for code in CODES
    }
    told = {
        code: {(address, language) for address, language, text in found if f'<span lang="{language}">' in text}
        for code, found in links.items()
    }
    assert ("../en/veilig.html", "en") in told["qab"]  # after it, English is next
    assert ("../veilig.html", "nl") in told["qaa"]  # after it comes none
    for slug in PROFILES:
        for code in CODES:
            for path in (sites / slug / code).glob("*.html"):
                for address in re.findall(
                    r'href="((?!https:|tel:|mailto:|sms:|#)[^"#]+)', path.read_text(encoding="utf-8")
                ):
                    assert (path.parent / address).is_file(), f"{path}: {address}"


def test_every_page_offers_it_by_its_own_name_before_the_menu(sites: Path) -> None:
    page = (sites / "alleen/wie.html").read_text(encoding="utf-8")
    choice = page.index('href="qaa/index.html"')
    assert "Name of qaa" in page
    assert choice < page.index("data-menu")
    assert 'href="qab/index.html"' in (sites / "alleen/en/wie.html").read_text(encoding="utf-8").replace("../", "")


def test_it_names_the_numbers_of_help(sites: Path) -> None:
    for slug in PROFILES:
        for code in CODES:
            page = (sites / slug / code / "index.html").read_text(encoding="utf-8")
            for number in ("112", "08000188", "113", "08002000"):
                assert f'href="tel:{number}"' in page


def test_a_number_is_read_as_it_is_dialled_between_words_from_the_right(sites: Path) -> None:
    for slug in PROFILES:
        for code in CODES:
            for path in (sites / slug / code).glob("*.html"):
                page = re.sub(r"(?s)<script.*?</script>", "", path.read_text(encoding="utf-8"))
                shown = re.sub(r'=(?!"ltr")"[^"]*"', "", page)
                numbers = [*re.finditer(r"\b0\d{2,3}[- ]\d|>112<|>113<", shown)]
                assert numbers
                for number in numbers:
                    assert shown[: number.start()].endswith(
                        '<bdi dir="ltr"'[: None if number[0][0] == ">" else 14] + ("" if number[0][0] == ">" else ">")
                    ), shown[number.start() - 60 : number.end()]


def test_the_first_message_is_in_languages_that_somebody_listed(sites: Path) -> None:
    page = (sites / "alleen/qaa/index.html").read_text(encoding="utf-8")
    assert {*re.findall(r'data-language="(\w+)"', page)} == {"nl", "en", "bg"}


def test_a_page_that_nobody_read_over_says_so_and_check_tells_the_advisor(root: Path, sites: Path) -> None:
    page = words_of(sites / "alleen/qaa/index.html")
    assert f"{SIGN}This page is a translation" in page
    assert "Noor Voorbeeld (Bwlgareg a(c) Saesneg)" in page
    told = run("check", "alleen", "-C", root, "--lang", "en", "--date", TODAY)
    assert told.code == 0, told.out + told.err
    assert "translation that no native reader has read over yet" in told.out + told.err


def test_a_text_that_is_missing_is_told_with_where_to_write_it(root: Path, sites: Path) -> None:
    path = root / "data/words/qaa.yml"
    whole = path.read_text(encoding="utf-8")
    words = yaml.load(whole, yaml.BaseLoader)
    del words["strings_short"]["short_secret_except"]
    path.write_text(yaml.safe_dump(words, allow_unicode=True), encoding="utf-8")
    told = run("check", "-C", root, "--lang", "en", "--date", TODAY)
    path.write_text(whole, encoding="utf-8")
    assert told.code == 1
    said = told.out + told.err
    assert "write it in data/words/qaa.yml, under strings_short.short_secret_except" in said
    assert said.count("is not there in") == 1


def test_a_site_opens_in_a_language_that_has_everything(root: Path) -> None:
    path = root / "profiles/alleen/profile.yml"
    whole = path.read_text(encoding="utf-8")
    path.write_text(whole.replace("[nl, qab, en, qaa]", "[qab, nl]"), encoding="utf-8")
    told = run("check", "alleen", "-C", root, "--lang", "en", "--date", TODAY)
    path.write_text(whole, encoding="utf-8")
    assert told.code == 1
    assert "write: languages: [nl, qab]" in told.out + told.err


SHORT: Mapping[str, Any] = {code: row for code, row in shipped().items() if row.level != "complete"}


def texts_of(node: Any, place: tuple[str, ...] = ()) -> dict[tuple[str, ...], str]:
    if isinstance(node, str):
        return {place: node}
    return {key: said for name, part in node.items() for key, said in texts_of(part, (*place, name)).items()}


@cache
def written(name: str) -> Any:
    """A file of data/, every value as it stands there."""
    return yaml.load((REPOSITORY / f"data/{name}.yml").read_text(encoding="utf-8"), yaml.BaseLoader)


def said_beside(code: str) -> Iterator[tuple[str, str, Mapping[str, str]]]:
    """Each text of a language: its place, what it says, and what the Dutch and English there say."""
    for (file, *keys), text in texts_of(written(f"words/{code}")).items():
        source = written(file)
        for key in keys:
            source = next(item for item in source if item["id"] == key) if isinstance(source, list) else source[key]
        yield f"{code}: {file}.{'.'.join(keys)}", text, source


@pytest.mark.parametrize("code", SHORT)
def test_slots_numbers_and_places_for_names_are_those_of_the_dutch_text(code: str) -> None:
    said = list(said_beside(code))
    assert len(said) > 100
    for place, text, source in said:
        assert held(text) == held(source["nl"]), place


def held(text: str) -> list[str]:
    """What a sentence says in every language alike: slots, places, and numbers of three figures or more."""
    return sorted(re.findall(r"\[\[.*?\]\]|\[%.*?%\]|%\(\w+\)s|\{\d\}|\b\d{3,}\b", text))


@pytest.mark.parametrize("code", SHORT)
def test_no_text_is_the_english_or_dutch_one(code: str) -> None:
    for place, text, source in said_beside(code):
        if len(text.split()) > 2:
            assert text not in (source["nl"], source["en"]), place
