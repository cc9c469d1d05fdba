"""The sheet that a reviewer fills in: what stands in each row, and what a spreadsheet lets them change."""

from __future__ import annotations

import io
import re
import zipfile
from datetime import date
from typing import Any

import pytest
from support import BASE

from voorlichter.problems import Language
from voorlichter.review.sheet import COLUMNS, SheetRow, plan_rows, render_pdf, render_spreadsheet, tell_source
from voorlichter.template.data import HelpData, LawData
from voorlichter.template.passages import Passage
from voorlichter.template.reviews import Review, ReviewAnswer, Reviewed
from voorlichter.text import Text
from voorlichter.workspace import Workspace

LAW = LawData(
    id="arbo",
    title=Text(nl="Arbowet", en="Working Conditions Act"),
    text=Text(nl="x", en="x"),
    source="artikel 3",
    state=Text(nl="tekst van {je|u} 2026", en="text of 2026"),
)
HELP = HelpData(
    id="lijn", name=Text(nl="Hulplijn", en="Help line"), text=Text(nl="x", en="x"), source="hulplijn.example"
)
PASSAGE = Passage("wet.md#a", {"nl": "{Je belt|U belt} [[ advisor.phone ]].", "en": "You call."}, (LAW, HELP))
ROWS = [
    SheetRow("A1-B2", "wie.md", "Wie?", "Who?", "Arbowet: artikel 3", "0123456789ab"),
    SheetRow("=1+1", "https://zeester.example", "n" * 40_000, "e" * 32_000, "", "ba9876543210"),
]


def test_a_source_is_told_with_its_text_and_the_day_somebody_looked_at_it() -> None:
    assert tell_source(LAW, "nl") == "Arbowet: artikel 3 (tekst van je 2026); de bron is nog niet nagekeken"
    assert tell_source(LAW, "en") == (
        "Working Conditions Act: artikel 3 (text of 2026); nobody has checked the source yet"
    )
    seen = HELP.model_copy(update={"checked": date(2026, 11, 1)})
    assert tell_source(seen, "nl") == "Hulplijn: hulplijn.example; nagekeken op 2026-11-01"
    assert tell_source(seen, "en") == "Help line: hulplijn.example; checked on 2026-11-01"
    without = LAW.model_copy(update={"state": None, "checked": date(2026, 11, 1)})
    assert tell_source(without, "en") == "Working Conditions Act: artikel 3; checked on 2026-11-01"


def test_a_row_has_the_passage_in_both_languages_as_it_is_read_with_its_sources_and_every_earlier_answer() -> None:
    reviews = [
        Review(
            by=by,
            on=date(2026, 11, 1),
            answers=[ReviewAnswer(passage=PASSAGE.where, hash=PASSAGE.hash, answer=said, remark=remark)],  # type: ignore[arg-type]
        )
        for by, said, remark in (("Mr. A", "ok", None), ("Mr. B", "unsure", "Klopt dit?"))
    ]
    reviewed = Reviewed(reviews, {PASSAGE.where: PASSAGE.hash})
    (row,) = plan_rows([PASSAGE], reviewed, "nl")
    assert (row.number, row.where, row.hash) == (PASSAGE.number, "wet.md#a", PASSAGE.hash)
    assert (row.nl, row.en) == ("Je belt ‹advisor.phone›.", "You call.")
    assert row.law.split("\n") == [
        "Arbowet: artikel 3 (tekst van je 2026); de bron is nog niet nagekeken",
        "Hulplijn: hulplijn.example; de bron is nog niet nagekeken",
        "klopt: Mr. A, 2026-11-01",
        "twijfel: Mr. B, 2026-11-01 (Klopt dit?)",
    ]
    (english,) = plan_rows([PASSAGE], reviewed, "en")
    assert english.law.split("\n")[2:] == ["ok: Mr. A, 2026-11-01", "unsure: Mr. B, 2026-11-01 (Klopt dit?)"]
    assert plan_rows([Passage("wie.md", {"nl": "Wie?", "en": "Who?"})], reviewed, "nl")[0].law == ""


def cells(rows: list[SheetRow], language: Language) -> list[list[str]]:
    import python_calamine

    book = python_calamine.CalamineWorkbook.from_filelike(io.BytesIO(render_spreadsheet(rows, language)))
    assert book.sheet_names == ["passages"]
    return [[str(cell) for cell in row] for row in book.get_sheet_by_index(0).to_python()]


@pytest.mark.parametrize("language", ["nl", "en"])
def test_a_spreadsheet_has_a_heading_and_a_row_a_passage_with_room_for_the_answer(language: Language) -> None:
    head, first, second = cells(ROWS, language)
    assert head == [name.to(language) for name in COLUMNS.values()]
    assert first == ["A1-B2", "wie.md", "Wie?", "Who?", "Arbowet: artikel 3", "", "", "", "", "0123456789ab"]
    assert second[:2] == ["=1+1", "https://zeester.example"], "nothing is reckoned and nothing is a link"
    assert (second[2], second[3]) == ("n" * 32_000, "e" * 32_000), "as much as a cell can hold"


def written(rows: list[SheetRow], language: Language = "nl") -> dict[str, str]:
    with zipfile.ZipFile(io.BytesIO(render_spreadsheet(rows, language))) as book:
        return {name: book.read(name).decode() for name in book.namelist()}


def found(pattern: str, text: str) -> list[Any]:
    return re.findall(pattern, text)


def test_only_what_is_to_be_filled_in_can_be_changed_and_it_is_text() -> None:
    parts = written(ROWS)
    sheet, styles = parts["xl/worksheets/sheet1.xml"], parts["xl/styles.xml"]
    assert found(r"<sheetProtection ([^>]*)/>", sheet) == [
        'sheet="1" objects="1" scenarios="1" formatColumns="0" formatRows="0" sort="0" autoFilter="0"'
    ]
    formats = styles.partition("<cellXfs")[2].partition("</cellXfs>")[0].split("<xf ")[1:]
    open_ = {str(number) for number, one in enumerate(formats) if 'locked="0"' in one}
    columns = {cell for cell, style in found(r'<c r="([A-Z])[23]" s="(\d)"', sheet) if style in open_}
    assert columns == {"F", "G", "H", "I"}
    assert all('wrapText="1"' in one and 'vertical="top"' in one for one in formats[1:])
    assert found(r'formatCode="(.*?)"', styles) == ["@"]
    assert found(r'<fgColor rgb="(.*?)"', styles) == ["FFE7EEF1", "FFFFFBE6"] and styles.count("<b/>") == 1


@pytest.mark.parametrize(("rows", "last"), [(ROWS, 3), (ROWS[:1], 2), ([], 2)])
@pytest.mark.parametrize(("language", "words"), [("nl", "klopt,wijzigen,twijfel"), ("en", "ok,change,unsure")])
def test_an_answer_is_one_of_three_words_in_every_row(
    rows: list[SheetRow], last: int, language: Language, words: str
) -> None:
    sheet = written(rows, language)["xl/worksheets/sheet1.xml"]
    assert found(r'<dataValidation type="(\w+)"[^>]* sqref="(.*?)"><formula1>"(.*?)"', sheet) == [
        ("list", "F2" if last == 2 else f"F2:F{last}", words)
    ]
    assert found(r'<autoFilter ref="(.*?)"', sheet) == [f"A1:J{last}"]


def test_the_heading_and_the_place_stay_in_sight_and_on_paper_it_lies_on_its_side() -> None:
    parts = written(ROWS)
    sheet = parts["xl/worksheets/sheet1.xml"]
    assert 'xSplit="2" ySplit="1"' in sheet and 'state="frozen"' in sheet
    assert '<pageSetup fitToHeight="0" orientation="landscape"/>' in sheet and 'fitToPage="1"' in sheet
    assert "passages!$1:$1" in parts["xl/workbook.xml"]
    widths = [
        round(float(width))
        for first, last, width in found(r'<col min="(\d+)" max="(\d+)" width="([\d.]+)"', sheet)
        for _ in range(int(first), int(last) + 1)
    ]
    assert widths == [11, 23, 61, 61, 35, 12, 41, 23, 13, 16]


def test_a_spreadsheet_is_called_by_its_language_and_bears_no_day_of_its_own() -> None:
    dutch, english = (written(ROWS, language)["docProps/core.xml"] for language in ("nl", "en"))  # type: ignore[arg-type]
    assert "<dc:title>De vaste teksten van de site, om na te kijken</dc:title>" in dutch
    assert "<dc:title>The fixed texts of the site, to review</dc:title>" in english
    assert ">2026-01-01T00:00:00Z</dcterms:created>" in dutch


@pytest.mark.parametrize(
    ("language", "said"),
    [
        (
            "nl",
            (
                "De vaste teksten van de site, om na te kijken",
                "Elk stuk heeft een nummer.",
                "tekst (Engels)",
                "Blad 1 van 1",
            ),
        ),
        (
            "en",
            ("The fixed texts of the site, to review", "Every passage has a number.", "text (English)", "Page 1 of 1"),
        ),
    ],
)
def test_on_paper_the_same_rows_stand_in_the_language_of_who_reads_them(
    language: Language, said: tuple[str, ...]
) -> None:
    import pikepdf
    import pypdfium2

    pdf = render_pdf(Workspace.at(BASE), ROWS[:1], language)
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        assert str(opened.Root.Lang) == language
    text = " ".join(page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(pdf))
    words = " ".join(text.replace("\\ufffe", "").split())
    for one in (*said, "A1-B2", "wie.md", "Wie?", "Who?", "Arbowet: artikel 3"):
        assert one in words, words
    assert "0123456789ab" not in words, "the mark is for the answers alone"
