"""`voorlichter annual-report`: what is written, what later years and the site make of it, and that the counts stay where they are."""

from __future__ import annotations

import io
import json
import os
import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pikepdf
import pypdfium2
import pytest
from pptx import Presentation
from support import BASE, TODAY, Answer, files_of, lay, run, words_of

GOLDEN = Path(__file__).parents[1] / "annual_report" / "golden"
SIGNAL = "Newcomers often do not know the advisor."
COUNTS = f"""
organisation: zeester
publish: %s
years:
  2023: {{reports: 14}}
  2024:
    reports: 3
    by_topic: {{bullying: 3}}
    advice: [{{text: {{nl: "Maak tijd vrij.", en: "Make time."}}, follow_up: taken_up}}]
  2025:
    reports: 61
    persons: 53
    by_topic: {{bullying: 21, intimidation: 13, sexual_harassment: 9, discrimination: 4, aggression: 8, power: 2, integrity: 4}}
    by_relation: {{colleague: 30, manager: 22, client: 9}}
    voorlichting: [{{what: presentation, times: 3, reached: 120}}]
    signals: [{{nl: "Nieuwe medewerkers kennen de vertrouwenspersoon vaak niet.", en: "{SIGNAL}"}}]
"""
PDF, SLIDE, PUBLISHED = "2025-en.pdf", "2025-en.pptx", "2025.json"


PROFILE = {"profiles/zeester/profile.yml": (GOLDEN / "profile.yml").read_text(encoding="utf-8")}
"""An organisation that is large enough for tables, in two languages."""


@pytest.fixture
def organisation(new_workspace: Callable[..., Path]) -> Path:
    return new_workspace(PROFILE)


@pytest.fixture(scope="module")
def reported(tmp_path_factory: pytest.TempPathFactory, examples: Path) -> Path:
    """A workspace with one report in it, for tests that only look."""
    root = tmp_path_factory.mktemp("reported") / "workspace"
    shutil.copytree(BASE, root)
    lay(root, PROFILE)
    answer = report(root, COUNTS % "false")
    assert answer.code == 0, answer.err
    return root


def report(root: Path, counts: str, *words: object) -> Answer:
    path = root.parent / "own" / "counts.yml"
    path.parent.mkdir(exist_ok=True)
    path.write_text(counts, encoding="utf-8")
    return run("annual-report", "zeester", "-C", root, "--counts", path, "--lang", "en", "--date", TODAY, *words)


@pytest.mark.parametrize("language", ["nl", "en"])
def test_a_new_file_of_counts_wants_nothing_but_numbers(organisation: Path, language: str) -> None:
    path = organisation.parent / "own folder" / "counts.yml"
    words = ("annual-report", "zeester", "-C", organisation, "--counts", path, "--lang", language, "--date", TODAY)
    answer = run(*words, "--new", "--year", "2025")
    assert answer.code == 0, answer.err
    assert f"--counts '{path}'" in answer.out, "the command can be pasted"
    assert os.name == "nt" or path.stat().st_mode & 0o077 == 0, "for its owner alone"
    text = path.read_text(encoding="utf-8")
    open_ = {"nl": "VUL IN", "en": "FILL IN"}[language]
    assert text.count(open_) == 1
    assert open_ in run(*words).err
    path.write_text(
        re.sub(r"(bullying|colleague|talk_only|closed): 0", r"\1: 61", text.replace(open_, "61")), encoding="utf-8"
    )
    answer = run(*words)
    assert answer.code == 0, answer.err
    assert "2025-en.pdf" in answer.out
    # What is a comment is an example, and right once it is none.
    shutil.rmtree(organisation / "kit")
    path.write_text(
        re.sub(r"(?m)^( *)# (?=[a-z_]+: )", r"\1", path.read_text(encoding="utf-8"))
        .replace("{nl: …, en: …}", "{nl: Vraag ernaar., en: Ask for it.}")
        .replace("years_together: 3", "years_together: 1"),
        encoding="utf-8",
    )
    answer = run(*words)
    assert answer.code == 0, answer.err


@pytest.mark.parametrize(("today", "year"), [("2026-06-30", 2025), ("2026-07-01", 2026)])
def test_a_new_file_is_for_the_year_that_is_counted_at_that_time(organisation: Path, today: str, year: int) -> None:
    path = organisation.parent / "own" / "counts.yml"
    assert run("annual-report", "zeester", "-C", organisation, "--counts", path, "--new", "--date", today).code == 0
    assert f"\n  {year}:\n" in path.read_text(encoding="utf-8")


def test_a_new_file_takes_no_other_files_place(organisation: Path) -> None:
    path = organisation.parent / "own" / "counts.yml"
    path.parent.mkdir()
    path.write_text("mine", encoding="utf-8")
    answer = run("annual-report", "zeester", "-C", organisation, "--counts", path, "--new", "--lang", "en")
    assert answer.code == 1 and "something stands here already" in answer.err
    assert path.read_text(encoding="utf-8") == "mine"
    answer = run(
        "annual-report", "zeester", "-C", organisation, "--counts", organisation / "counts.yml", "--new", "--lang", "en"
    )
    assert answer.code == 1 and "this file lies in the workspace" in answer.err
    assert not (organisation / "counts.yml").exists()


def made(root: Path) -> dict[str, bytes]:
    return files_of(root / "kit/zeester/annual-report")


def test_a_report_is_a_sheet_and_a_slide_in_each_language_and_what_was_published(reported: Path) -> None:
    assert sorted(made(reported)) == sorted(["2025-nl.pdf", "2025-nl.pptx", PDF, SLIDE, PUBLISHED])
    figures = json.loads(made(reported)[PUBLISHED])["figures"]
    assert figures["periods"] == [
        {"first": 2023, "last": 2023, "reports": 14},
        {"first": 2024, "last": 2025, "reports": 64},
    ]
    assert figures["persons"] is None, "somebody may have come in both years"


def test_the_counts_stay_where_they_are(reported: Path) -> None:
    told = [SIGNAL.encode(), b"reports: 61", b"bullying: 21"]
    assert [
        name
        for name, data in files_of(reported).items()
        if not name.startswith("kit/") and any(text in data for text in told)
    ] == []
    assert not any(text in data for text in told[1:] for data in made(reported).values())


def test_the_sheet_is_tagged_titled_and_says_its_charts_in_words(reported: Path) -> None:
    with pikepdf.open(io.BytesIO(made(reported)[PDF])) as pdf:
        assert str(pdf.Root.Lang) == "en"
        assert bool(pdf.Root.MarkInfo.Marked)
        assert "Annual report" in str(pdf.open_metadata()["dc:title"])
        alternatives = [
            str(item.Alt)
            for item in pdf.objects
            if isinstance(item, pikepdf.Dictionary) and item.get("/S") == "/Figure" and "/Alt" in item
        ]
    assert alternatives == [
        "Bar chart. Bullying: 24; Intimidation: 13; Sexual harassment: 9; Aggression and violence: 8; The rest, together: 10.",
        "Bar chart. 2023: 14; 2024–2025: 64.",
    ], "2024 has no table of relations, and a period is told whole or not at all"
    text = " ".join(page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(made(reported)[PDF]))
    for told in (SIGNAL, "Make time.", "taken up", "fewer than 5"):
        assert told in " ".join(text.split())


def test_the_slide_is_one_that_can_be_worked_on(reported: Path) -> None:
    (slide,) = Presentation(io.BytesIO(made(reported)[SLIDE])).slides
    assert slide.shapes.title.text == "Annual report of the confidential advisors"
    (table,) = (shape.table for shape in slide.shapes if shape.has_table)
    assert [cell.text for cell in table.rows[1].cells] == ["Bullying", "24", "38%"]
    assert "fewer than 5" in slide.notes_slide.notes_text_frame.text


def test_a_page_is_there_once_board_and_works_council_agreed(organisation: Path) -> None:
    page, site = organisation / "site/zeester/jaarverslag.html", organisation / "site/zeester"

    def build() -> None:
        answer = run("build", "zeester", "-C", organisation, "--lang", "en", "--date", TODAY)
        assert answer.code == 0, answer.err

    build()
    report(organisation, COUNTS % "false")
    build()
    assert not page.exists()
    report(organisation, COUNTS % "true")
    build()
    bars = re.findall(r'<rect width="(\d+)"', page.read_text(encoding="utf-8"))
    assert max(map(int, bars)) == 100
    assert "64 meldingen over 2024–2025 samen" in words_of(page)
    assert "64 reports over 2024–2025 together" in words_of(site / "en/jaarverslag.html")
    assert SIGNAL in words_of(site / "en/jaarverslag.html")
    report(organisation, COUNTS % "false")
    build()
    assert not page.exists()


def test_a_later_year_tells_the_earlier_ones_as_before_and_a_threshold_that_changed_does_not_either(
    organisation: Path,
) -> None:
    report(organisation, COUNTS % "false")
    first = made(organisation)
    profile = organisation / "profiles/zeester/profile.yml"
    profile.write_text(PROFILE["profiles/zeester/profile.yml"] + "annual_report: {threshold: 20}\n", encoding="utf-8")
    assert report(organisation, COUNTS % "false").code == 0
    assert made(organisation) == first, "the same bytes"
    report(organisation, "organisation: zeester\nyears:\n  2025: {reports: 61}\n")
    assert json.loads(made(organisation)[PUBLISHED])["figures"] == json.loads(first[PUBLISHED])["figures"], (
        "older years may leave the file"
    )
    answer = report(organisation, (COUNTS % "false") + "  2026: {reports: 40}\n", "--date", "2027-02-01")
    assert answer.code == 0, answer.err
    periods = [json.loads(made(organisation)[name])["figures"]["periods"] for name in (PUBLISHED, "2026.json")]
    assert periods[1] == [*periods[0], {"first": 2026, "last": 2026, "reports": 40}]
