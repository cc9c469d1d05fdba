"""Of a language that is not complete a site has few pages: whole, in that language, with the way to one that has everything."""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Iterator, Mapping
from contextlib import closing
from dataclasses import replace
from datetime import date
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import Any

import pypdfium2
import pytest
import yaml
from fontTools.ttLib import TTFont
from pptx import Presentation
from support import REPOSITORY, TODAY, run, words_of

from voorlichter.artefacts.kit.context import describe_edition
from voorlichter.artefacts.kit.make import KitMaker
from voorlichter.artefacts.kit.offer import handed_out, plan_offers
from voorlichter.languages import shipped
from voorlichter.organisation import Organisations
from voorlichter.qr import render_qr
from voorlichter.stage_one import StageOne
from voorlichter.template.data import check_data
from voorlichter.worded import asked_of, texts_file
from voorlichter.workspace import Workspace
from voorlichter.yaml_source import KeyPath, dotted

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
    if isinstance(node, list) and all(isinstance(item, dict) for item in node):
        if not all("id" in item for item in node):
            told = [english(item, f"{there}[{index}]", asked) for index, item in enumerate(node)]
            return told if any(told) else None
        parts = [(item["id"], item) for item in node]
    return {key: said for key, part in parts if (said := english(part, f"{there}.{key}".lstrip("."), asked))} or None


def words_for(level: Any) -> dict[str, Any]:
    return {
        file: english(
            yaml.load(texts_file(Workspace.at(REPOSITORY), file).read_text(encoding="utf-8"), yaml.BaseLoader),
            "",
            texts,
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


def test_it_has_these_pages_and_says_so_where_an_address_is_wrong(sites: Path) -> None:
    for code, level in CODES.items():
        names = {path.name for path in (sites / "samen" / code).glob("*.html")}
        beside = {"bericht.html"} if level == "card" else {"bericht.html", "wegwijzer.html", "training-role.html"}
        assert names == {"index.html", "404.html"} | beside
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
    } - {"WhatsApp", "Signal", "Name", "Menu", "client", "mail"}
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
                page = re.sub(r"%\(\w+\)s", "", page)
                spoken = "\n".join(
                    [
                        *re.findall(r'(?:aria-label|title|alt|content|data-(?!kit)[\w-]+)="([^"]*)"', page),
                        re.sub(r"<[^>]*>", "\n", page),
                    ]
                )
                found = {
                    said
                    for said in plain
                    if re.search(rf"(?<!{re.escape(SIGN)})(?<![\w “]){re.escape(said)}(?!\w)", spoken)
                }
                assert found == set(), f"{slug}/{code}/{path.name}"


def test_nothing_that_its_scripts_say_is_in_another_language(sites: Path) -> None:
    for slug in PROFILES:
        shared = re.search(r"\.told=(\{.*?\});\n", (sites / slug / "assets/core.js").read_text(encoding="utf-8"))
        assert shared and {*json.loads(shared[1])} == {"nl", "en"}, "no page carries what others are told"
        for path in (path for code in CODES for path in (sites / slug / code).glob("*.html")):
            told = re.search(r"data-known>(\{.*?\})</script>", path.read_text(encoding="utf-8"))
            assert told, path
            words = json.loads(told[1])["words"]
            assert words
            assert [key for key, said in words.items() if not said.startswith(SIGN)] == []


def test_the_search_of_an_essential_language_is_of_its_own_pages_and_in_its_own_words(sites: Path) -> None:
    for slug in PROFILES:
        assert not (sites / slug / "qaa/assets").exists(), "a language of one page has nothing to search in"
        text = (sites / slug / "qab/assets/search-data.js").read_text(encoding="utf-8")
        found = json.loads(text[text.index("found = ") + 8 :].rstrip(";\n"))
        assert {page["file"] for page in found["pages"] if page} >= {
            "index.html",
            "wegwijzer.html",
            "training-role.html",
        }
        assert [said for said in found["strings"].values() if not said.startswith(SIGN)] == []
        page = (sites / slug / "qab/index.html").read_text(encoding="utf-8")
        assert "data-search" in page
        assert found["lines"]["csg"]["phone"][0] == "\u20660800-0188\u2069", (
            "as it is dialled, between words from the right"
        )
        assert "\u20660900-8844\u2069" in text


def test_every_text_that_a_level_asks_for_is_on_a_page_of_it(root: Path, sites: Path) -> None:
    """So the list asks a translator for nothing in vain; the rest is said on another day, or to another profile."""
    shown = "".join(path.read_text(encoding="utf-8") for path in (REPOSITORY / "overrides").rglob("*.html"))
    for folder in ("site", "template", "quiz"):
        shown += "".join(
            path.read_text(encoding="utf-8") for path in (REPOSITORY / "src/voorlichter" / folder).glob("*.py")
        )
    shown += "".join(
        path.read_text(encoding="utf-8")
        .replace('words.at("qr_" + kind + "_alt")', "kit_qr_call_alt kit_qr_contact_alt")
        .replace("words.", "kit_")
        .replace('words["', "kit_")
        for path in [
            *(REPOSITORY / "overrides/print").glob("*.typ"),
            *(REPOSITORY / "src/voorlichter/artefacts/kit").glob("*.py"),
        ]
    )
    shown += (
        (REPOSITORY / "overrides/components/search/search.js")
        .read_text(encoding="utf-8")
        .replace("strings.", "search_")
    )
    shown = shown.replace("strings[one.phone", "search_call search_app search_mail")
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


def test_who_else_there_is_stands_on_the_first_page_in_the_same_language(sites: Path) -> None:
    pages = [
        path.read_text(encoding="utf-8")
        for slug in PROFILES
        for code in CODES
        for path in (sites / slug / code).glob("*.html")
    ]
    assert any('<a href="index.html#hero-title">' in page for page in pages)
    assert not any("wie.html" in page for page in pages)


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
    page = (sites / "alleen/qaa/bericht.html").read_text(encoding="utf-8")
    assert {*re.findall(r'data-language="(\w+)"', page)} == {"nl", "en", "bg"}
    chosen = re.findall(r'name="message-language" value="(\w+)" checked', page)
    assert chosen == ["nl"], "where nobody speaks the page's own, one is chosen all the same"


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


def texts_of(node: Any, place: KeyPath = ()) -> dict[KeyPath, str]:
    if isinstance(node, str):
        return {place: node}
    parts = node.items() if isinstance(node, dict) else enumerate(node)
    return {key: said for name, part in parts for key, said in texts_of(part, (*place, name)).items()}


@cache
def read_texts(name: str) -> Any:
    return yaml.load(texts_file(Workspace.at(REPOSITORY), name).read_text(encoding="utf-8"), yaml.BaseLoader)


def pairs(code: str) -> Iterator[tuple[str, str, str, str]]:
    """Each text of a language: its place, what it says, and what the Dutch and the English say."""
    said = texts_of(read_texts(f"words/{code}"))
    assert len(said) > 100
    for (file, *keys), text in said.items():
        if file == "synonyms":  # what people type is translated word by word in no language
            continue
        source = read_texts(str(file))
        for key in keys:
            named = isinstance(source, list) and isinstance(key, str)
            source = next(item for item in source if item["id"] == key) if named else source[key]
        yield f"{code}: {file}.{dotted(keys)}", text, source["nl"], source["en"]


@pytest.mark.parametrize("code", SHORT)
def test_slots_numbers_and_places_for_names_are_those_of_the_dutch_text(code: str) -> None:
    for place, text, dutch, _ in pairs(code):
        assert held(text) == held(dutch), place


def held(text: str) -> list[str]:
    """What a sentence says in every language alike: slots, conditions, claims, places, and numbers of three figures or more."""
    return sorted(re.findall(r"\[\[.*?\]\]|\[%.*?%\]|\[#.*?#\]|%\(\w+\)s|\{\d\}|\b\d{3,}\b", text))


@pytest.mark.parametrize("code", SHORT)
def test_no_text_is_the_english_or_dutch_one(code: str) -> None:
    for place, text, dutch, english_ in pairs(code):
        if len(re.sub(r"\[\[.*?\]\]", "", text).split()) > 2:
            assert text not in (dutch, english_), place


def test_its_kit_is_a_poster_and_of_an_essential_one_a_card_and_a_slide(root: Path, sites: Path) -> None:
    printed = root / "profiles/drukwerk/profile.yml"
    printed.parent.mkdir()
    printed.write_text(
        PROFILES["alleen"] + "publication: {url: https://www.zeester.example/vp, noindex: true}\n", encoding="utf-8"
    )
    workspace = Workspace.at(root)
    organisation = Organisations(workspace, StageOne(workspace), date.fromisoformat(TODAY)).read("drukwerk")
    shutil.rmtree(printed.parent)
    with closing(KitMaker(workspace)) as maker:
        own = {code: organisation.templates[code] for code in CODES}
        kit = maker.make(replace(organisation, templates=own), {})
    sheets = [f"{code}/poster-{paper}.pdf" for code in CODES for paper in ("a3", "a4")]
    assert {*kit.files} == {*sheets, "qab/wallet-card.pdf", "qab/slide.pptx"}
    for name in [*sheets, "qab/wallet-card.pdf"]:
        document = pypdfium2.PdfDocument(kit.files[name])
        said = " ".join(" ".join(page.get_textpage().get_text_range() for page in document).split())
        assert "020 000 00 01" in said, "as it is dialled, also between words from the right"
        assert f"zeester.example/vp/{name[:3]}" in said
        assert said.count(SIGN.strip()) > 5
    files = handed_out(kit, ["nl", "en"])
    assert {*files} == {f"{code}/kit/poster-a4.pdf" for code in CODES}
    for code, root in (("nl", ""), ("en", "../")):
        (group,) = plan_offers(kit, organisation)[code].groups
        assert [str(file.file) for material in group.materials for file in material.files] == [
            f"{root}{other}/kit/poster-a4.pdf" for other in CODES
        ]
    deck = Presentation(BytesIO(kit.files["qab/slide.pptx"]))
    (slide,) = deck.slides
    told = "\n".join(shape.text_frame.text for shape in slide.shapes if shape.has_text_frame)
    assert "Talking is not a complaint" in told and "Noor Voorbeeld: \u200e020 000 00 01" in told
    assert 'rtl="1"' in slide.slide_layout._element.xml and 'algn="r"' in slide.slide_layout._element.xml
    codes = {code: describe_edition(organisation.slots(code), own[code], organisation.media).pictures for code in CODES}
    for code in CODES:
        address = f"https://www.zeester.example/vp/{code}/"
        assert codes[code]["qr-site.svg"] == render_qr(address).encode()
        page = (sites / "alleen" / code / "index.html").read_text(encoding="utf-8")
        assert all(f'hreflang="{other}"' in page for other in ("nl", "en", *CODES)), (
            "where the code leads, all are offered"
        )


def test_a_sheet_whose_safety_is_told_in_old_words_is_not_made(root: Path, sites: Path) -> None:
    path = root / "data/kit/poster.yml"
    path.parent.mkdir(parents=True)
    text = (REPOSITORY / "data/kit/poster.yml").read_text(encoding="utf-8")
    path.write_text(text.replace("Verder gaat het alleen", "Verder gaat dit alleen"), encoding="utf-8")
    seen = root / "data/words/sources/qaa.yml"
    seen.parent.mkdir()
    seen.write_text('"kit:poster.parts.secrecy.text": "0"\n', encoding="utf-8")
    told = run("check", "alleen", "-C", root, "--lang", "en", "--date", TODAY)
    data, _ = check_data(Workspace.at(root))
    shutil.rmtree(path.parent)
    shutil.rmtree(seen.parent)
    assert "until somebody looked, this sheet is not made in this language" in told.out + told.err
    assert data.fallen["qaa"] == ["kit/poster"]


@pytest.mark.proof
def test_a_module_of_somebodys_own_asks_for_no_translation(tmp_path: Path) -> None:
    module = (REPOSITORY / "quizzes/role.yml").read_text(encoding="utf-8")
    for name, text in (
        ("quizzes/role.yml", re.sub(r"(?ms)^- id: role-08\n.*", "", module)),
        ("profiles/polen/profile.yml", PROFILES["alleen"].replace("[nl, qab, en, qaa]", "[nl, pl]")),
    ):
        (tmp_path / name).parent.mkdir(parents=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    built = run("build", "-C", tmp_path, "--lang", "en", "--date", TODAY)
    assert built.code == 0, built.out + built.err
    assert (tmp_path / "site/polen/training-role.html").exists()
    assert not (tmp_path / "site/polen/pl/training-role.html").exists()


@pytest.mark.proof
def test_a_door_that_nobody_translated_leaves_out_the_signpost_and_is_no_error(tmp_path: Path) -> None:
    doors = (REPOSITORY / "data/doors.yml").read_text(encoding="utf-8")
    for name, text in (
        ("data/doors.yml", doors + "\nnight_porter:\n  name: {nl: Nachtportier, en: Night porter}\n"),
        ("profiles/polen/profile.yml", PROFILES["alleen"].replace("[nl, qab, en, qaa]", "[nl, pl]")),
    ):
        (tmp_path / name).parent.mkdir(parents=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    told = run("check", "-C", tmp_path, "--lang", "en", "--date", TODAY)
    built = run("build", "-C", tmp_path, "--lang", "en", "--date", TODAY)
    assert "night_porter.name  note: this text is not there in Polish" in told.out + told.err
    assert built.code == 0, built.out + built.err
    assert {path.name for path in (tmp_path / "site/polen/pl").glob("*.html")} == {
        "index.html", "bericht.html", "training-role.html", "404.html"
    }  # fmt: skip


@pytest.mark.proof
def test_a_signpost_whose_safety_is_told_in_old_words_is_that_of_another_language(root: Path, sites: Path) -> None:
    beside = sites / "alleen/wegwijzer.html"
    assert 'href="qab/wegwijzer.html" lang="qab"' in beside.read_text(encoding="utf-8")
    seen = root / "data/words/sources/qab.yml"
    seen.parent.mkdir()
    seen.write_text('"signpost.ends.suicide.text": "0"\n', encoding="utf-8")
    told = run("check", "alleen", "-C", root, "--lang", "en", "--date", TODAY)
    built = run("build", "alleen", "-C", root, "--lang", "en", "--date", TODAY, "-o", root / "old")
    shutil.rmtree(seen.parent)
    assert "until somebody looked, this page is not there in this language" in told.out + told.err
    assert built.code == 0, built.out + built.err
    assert not (root / "old/alleen/qab/wegwijzer.html").exists()
    page = (root / "old/alleen/qab/index.html").read_text(encoding="utf-8")
    assert 'href="../en/wegwijzer.html" hreflang="en"' in page
    assert 'href="qab/index.html" lang="qab"' in (root / "old/alleen/wegwijzer.html").read_text(encoding="utf-8")


def test_letters_of_a_script_are_there_where_a_language_is_written_in_it_and_nowhere_else(
    root: Path, sites: Path
) -> None:
    path = root / "data/languages.yml"
    whole = path.read_text(encoding="utf-8")
    path.write_text(
        whole.replace("  called: {nl: Qaa, en: Qaaish}", "  called: {nl: Qaa, en: Qaaish}\n  letters: runes"),
        encoding="utf-8",
    )
    told = run("check", "-C", root, "--lang", "en", "--date", TODAY)
    path.write_text(whole, encoding="utf-8")
    assert "there is no overrides/assets/letters/runes/letters.css" in told.out + told.err
    for slug in PROFILES:
        assert not (sites / slug / "assets/letters").exists()


@pytest.mark.parametrize("code", SHORT)
def test_the_letters_of_its_pages_have_every_sign_of_it(code: str) -> None:
    """One file of ours for text and headings; in a language without letters of its own, two for text and one for headings."""
    row = SHORT[code]
    folder = REPOSITORY / "overrides/assets"
    text = (REPOSITORY / f"data/words/{code}.yml").read_text(encoding="utf-8")
    own = [*(folder / f"letters/{row.letters}").glob("*.woff2")] if row.letters else []
    assert len(own) == bool(row.letters)
    for first in ("figtree*",) if row.letters else ("figtree*", "*-400-*", "*-700-*"):
        (font,) = (folder / "fonts").glob(f"{first}.woff2")
        held = {sign for each in (font, *own) for sign in TTFont(each).getBestCmap()}
        assert {sign for sign in text if ord(sign) not in held and sign.isprintable()} == set()


def test_bulgarian_and_romanian_have_the_forms_of_their_own() -> None:
    for name, script, language in (
        ("cyrillic/source-sans-3-cyrillic.woff2", "cyrl", "BGR "),
        ("latin-ext/figtree-latin-ext.woff2", "latn", "ROM "),
    ):
        table = TTFont(REPOSITORY / "overrides/assets/letters" / name)["GSUB"].table
        known = {record.ScriptTag: record.Script.LangSysRecord for record in table.ScriptList.ScriptRecord}
        assert language in [one.LangSysTag for one in known[script]]
        assert "locl" in [one.FeatureTag for one in table.FeatureList.FeatureRecord]
