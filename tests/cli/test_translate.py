"""A translator gets the texts of a language of one page as XLIFF and gives them back; what the program fills in cannot be broken."""

from __future__ import annotations

import re
from pathlib import Path
from shutil import rmtree
from xml.etree import ElementTree

import pytest
from PIL import Image
from support import REPOSITORY, TODAY, run, run_alone

from voorlichter.languages import shipped
from voorlichter.translate.xliff import read_xliff, render_xliff
from voorlichter.translated import read_segments, segments_of
from voorlichter.workspace import Workspace

SHORT = {code: row.level for code, row in shipped().items() if row.level != "complete"}
PROFILE = """organisation: {name: De Zeester, workforce: 30, languages: [nl]}
advisors: [{id: noor, name: Noor Voorbeeld, kind: external, phone: "020 000 00 01", email: noor@zeester.example, languages: [nl]}]
engagement: {since: 2026-03-01}
"""


@pytest.fixture
def root(tmp_path: Path) -> Path:
    for name in ("data/words/pl.yml", "data/words/sources/pl.yml", "data/strings_short.yml"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_bytes((REPOSITORY / name).read_bytes())
    (tmp_path / "profiles/zeester").mkdir(parents=True)
    (tmp_path / "profiles/zeester/profile.yml").write_text(PROFILE, encoding="utf-8")
    return tmp_path


def export(root: Path, *more: str) -> Path:
    asked = ("--language", "pl", "-C", root, "-o", root / "pl.xlf", "--lang", "en", "--date", TODAY)
    made = run("translate", "export", *asked, *more)
    assert made.code == 0, made.err
    return root / "pl.xlf"


def show(root: Path, language: str = "pl") -> None:
    change(root / "profiles/zeester/profile.yml", "languages: [nl]}\n", f"languages: [nl, {language}]}}\n")


def unit(path: Path, text: str) -> ElementTree.Element:
    found = ElementTree.parse(path).find(f".//{{*}}unit[@id='{text}']")
    assert found is not None
    return found


def place(path: Path, text: str) -> str:
    return unit(path, text).findtext("{*}notes/{*}note[@category='place']", "")


def take(root: Path, language: str = "pl") -> tuple[int, str]:
    taken = run("translate", "import", root / "pl.xlf", "--language", language, "-C", root, "--lang", "en")
    return taken.code, taken.out + taken.err


def files(root: Path) -> dict[str, bytes]:
    return {path.relative_to(root).as_posix(): path.read_bytes() for path in root.rglob("*.yml")}


def change(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def test_a_round_trip_changes_no_byte(root: Path) -> None:
    before = files(root)
    export(root)
    assert take(root) == (0, "Still to translate or to look at: 0\n")
    assert files(root) == before


@pytest.mark.parametrize("code", SHORT)
def test_every_text_that_ships_comes_back_as_it_went(code: str) -> None:
    segments = segments_of(Workspace.at(REPOSITORY), code)
    taken, problems = read_xliff(Path("it.xlf"), render_xliff(segments, code, {}, {}).encode(), segments, code)
    assert problems == []
    assert {one.segment.id: (one.text, one.seen) for one in taken} == {
        segment.id: (segment.target, segment.hash) for segment in segments
    }


@pytest.mark.parametrize("code", SHORT)
def test_what_a_shared_link_shows_gives_nothing_away(code: str) -> None:
    """As in Dutch: for whoever works here, information and contact. No word of it is about talking, an advisor or a secret."""
    said = {segment.path[-1]: segment.target or "" for segment in segments_of(Workspace.at(REPOSITORY), code)}
    telling = " ".join(said[key] for key in ("talk_to", "short_what_title", "short_what_listens", "short_secret_title"))
    shown = f"{said['preview_title']} {said['preview_text']}"
    assert not {word.lower() for word in re.findall(r"\w{5,}", shown)} & {*re.findall(r"\w{5,}", telling.lower())}
    assert len(said["preview_text"].split()) <= 4


def test_each_text_says_where_it_stands_on_a_page(root: Path) -> None:
    show(root)
    rmtree(root / "data")  # templates of ours are made already
    path = export(root)
    assert (
        place(path, "strings_short.short_what_title")
        == "pl/index.html#wat: Co robi osoba zaufania (vertrouwenspersoon)?"
    )
    assert place(path, "strings.hero_doubt_answer").endswith("? To już wystarczy, żeby zadzwonić."), (
        "what is filled in too"
    )
    assert place(path, "signpost.ends.suicide.title").startswith("pl/wegwijzer.html")
    assert place(path, "strings_pages.message_when").startswith("pl/bericht.html")
    assert place(path, "strings_pages.message_copied") == "pl/bericht.html", "its script has it"
    assert place(path, "kit:poster.title") == "poster*.pdf", "on paper"


def test_of_a_language_that_nobody_has_translated_yet_the_places_are_those_in_another_one(root: Path) -> None:
    for code, level in (("xsk", "card"), ("xcs", "essential")):
        row = f"\n{code}:\n  name: Own\n  called: {{nl: Eigens, en: Ownish}}\n  level: {level}\n  locale: cy\n"
        (root / "data/languages.yml").write_text(
            (REPOSITORY / "data/languages.yml").read_text(encoding="utf-8") + row, encoding="utf-8"
        )
        path = root / f"{code}.xlf"
        told = run("translate", "export", "--language", code, "-C", root, "-o", path, "--lang", "en", "--date", TODAY)
        assert told.code == 0, told.err
        other, in_other = ("de", "in German") if level == "card" else ("pl", "in Polish")
        assert f"is shown on the one {in_other}: in this language nothing can be built yet" in told.err
        assert place(path, "strings_short.short_what_title").startswith(f"{other}/index.html#wat: ")
        units = ElementTree.parse(path).findall(".//{*}unit")
        placed = [one for one in units if place(path, one.attrib["id"])]
        assert len(placed) > len(units) / 2, "the others stand on pages of another organisation"
    assert (root / "profiles/zeester/profile.yml").read_text(encoding="utf-8") == PROFILE


def test_without_a_site_that_can_show_it_an_export_says_so_and_has_all_texts(root: Path) -> None:
    change(root / "profiles/zeester/profile.yml", "workforce: 30", "workforce: many")
    told = run("translate", "export", "--language", "pl", "-C", root, "-o", root / "pl.xlf", "--lang", "en")
    assert told.code == 0 and "of no organisation can a site be built" in told.err
    assert place(root / "pl.xlf", "strings_short.short_what_title") == ""


@pytest.mark.browser
@pytest.mark.proof
def test_a_picture_shows_the_place_in_a_frame(root: Path) -> None:
    show(root)
    rmtree(root / "data")
    path, before = export(root, "--pictures"), files(root)
    reference = unit(path, "strings_short.short_what_title").find("{*}resourceData/{*}resourceItem/{*}reference")
    assert reference is not None
    with Image.open(root / reference.attrib["href"]) as picture:
        assert picture.size == (360, 480)
        pixels = picture.convert("RGB").load()
        frame = [y for y in range(480) if pixels[100, y] == (214, 0, 108)]
    assert len(frame) == 6 and 180 < frame[0] < frame[-1] < 300, "three above and three below, in the middle"
    named = {
        one.attrib["href"]
        for one in ElementTree.parse(path).iter("{urn:oasis:names:tc:xliff:resourcedata:2.0}reference")
    }
    assert named == {f"pl/{picture.name}" for picture in (root / "pl").iterdir()}
    assert take(root) == (0, "Still to translate or to look at: 0\n") and files(root) == before


def test_pictures_without_a_chromium_are_refused_in_a_sentence(root: Path) -> None:
    show(root)
    rmtree(root / "data")
    asked = ("--language", "pl", "--pictures", "-C", root, "-o", root / "x.xlf", "--lang", "en")
    refused = run_alone("translate", "export", *asked, env={"PATH": "", "CHROMIUM": ""})
    assert refused.code != 0 and "there is no Chromium; install it" in refused.err
    assert not (root / "x.xlf").exists()


def test_a_better_sentence_comes_back_and_nothing_else_changes(root: Path) -> None:
    before = (root / "data/words/pl.yml").read_text(encoding="utf-8")
    change(
        export(root),
        "Co robi osoba zaufania (vertrouwenspersoon)?</target>",
        "Co robi powiernik (vertrouwenspersoon)?</target>",
    )
    assert take(root)[0] == 0
    after = (root / "data/words/pl.yml").read_text(encoding="utf-8")
    assert after == before.replace(
        "short_what_title: Co robi osoba zaufania (vertrouwenspersoon)?\n",
        "short_what_title: Co robi powiernik (vertrouwenspersoon)?\n",
    )


def test_what_the_program_fills_in_is_locked_and_refused_where_it_is_broken(root: Path) -> None:
    path, before = export(root), files(root)
    text = path.read_text(encoding="utf-8")
    assert 'disp="[[ reach.to_verb ]]" canDelete="no"' in text
    path.write_text(re.sub(r"(żeby )<ph[^>]*/>", r"\1zadzwonić", text), encoding="utf-8")
    code, told = take(root)
    assert code == 1
    line = 1 + text[: text.index('id="strings.hero_doubt_answer"')].count("\n")
    assert f"{path.name}:{line}:" in told, "its line in the file that came back"
    assert "strings.hero_doubt_answer  what the program fills in is not what it was here" in told
    assert "[[ reach.to_verb ]]" in told
    assert files(root) == before


def test_a_file_of_another_language_is_refused(root: Path) -> None:
    export(root)
    code, told = take(root, "de")
    assert code == 1
    assert "this is no XLIFF 2 in de" in told


def test_a_language_without_a_page_is_told_with_those_that_have_one(root: Path) -> None:
    told = run("translate", "export", "--language", "en", "-C", root, "--lang", "en")
    assert told.code == 1
    assert "choose from: pl, uk, ar" in told.err + told.out


def test_a_changed_dutch_sentence_makes_its_translations_stale(root: Path) -> None:
    show(root)
    change(root / "data/strings_short.yml", "Politie, als er geen haast bij is.", "Politie, als het geen spoed is.")
    told = run("check", "-C", root, "--lang", "en", "--date", TODAY)
    said = told.out + told.err
    assert (
        "strings_short.short_help_police  note: the Dutch has changed since this translation; English stands here"
        in said
    )
    export(root)
    assert "short_help_police" in take(root)[1]  # not looked at: it stays stale
    change(root / "pl.xlf", "Gdy sprawa nie jest pilna.", "Policja, gdy to nie jest pilne.")
    assert "short_help_police" not in take(root)[1]


def test_a_stale_sentence_on_which_safety_hangs_stands_in_english_and_says_so(root: Path) -> None:
    show(root)
    change(root / "data/strings_short.yml", "Politie, als er geen haast bij is.", "Politie, als het geen spoed is.")
    assert run("build", "-C", root, "--lang", "en", "--date", TODAY).code == 0
    page = (root / "site/zeester/pl/index.html").read_text(encoding="utf-8")
    assert '<span lang="en" dir="ltr">Police, when it is not urgent.</span>' in page
    assert "Policja, gdy" not in page


@pytest.mark.parametrize("code", SHORT)
def test_every_translation_that_ships_knows_its_dutch(code: str) -> None:
    segments = list(read_segments(Workspace.at(REPOSITORY), code, SHORT[code]))
    assert [segment.id for segment in segments if segment.target is None or segment.seen != segment.hash] == []


def test_a_native_reader_gets_a_sheet_with_every_sentence(root: Path) -> None:
    made = run("read", "--language", "pl", "--html", root / "sheet.html", "-C", root, "--lang", "en")
    assert made.code == 0, made.err
    sheet = (root / "sheet.html").read_text(encoding="utf-8")
    for segment in read_segments(Workspace.at(root), "pl", "essential"):
        assert f"<small>{segment.id}" in sheet
    assert '<td lang="pl" dir="ltr">Osoba zaufania</td>' in sheet
    assert "Osoba zaufania" in run("read", "--language", "pl", "-C", root, "--lang", "en").out
