"""Which kind of file or text somebody brought is seen by what is in it, however it was written and whatever it is called."""

from __future__ import annotations

import pytest

from voorlichter.quiz.importing import Imported, import_file, import_questions
from voorlichter.quiz.importing.xml_tree import LARGEST
from voorlichter.zip_file import render_zip

GIFT = "Wie belt er?\nEn wie niet? {=Noor ~Sam}\n\nWie nog meer? {=Kim ~Bo}"
TABLE = "Wie belt er?;Noor;Sam\nWie niet?;Kim;Bo\n"
BOXES = "Wie belt er?\n- [x] Noor\n- [ ] Sam\n"
MOODLE = "<quiz><question type='description'><questiontext><text>Één?</text></questiontext></question></quiz>"
ITEM = "<assessmentItem><itemBody><p>Één?</p></itemBody></assessmentItem>"


def asked(result: Imported) -> list[str]:
    return [question["ask"]["nl"] for question in result.questions]


def told(result: Imported) -> list[str]:
    return [problem.render("en") for problem in result.problems]


@pytest.mark.parametrize("text", [GIFT, TABLE, BOXES, MOODLE, ITEM])
@pytest.mark.parametrize("end", ["\r\n", "\r"])
def test_lines_may_end_as_on_any_system_and_a_mark_of_order_may_stand_before_them(text: str, end: str) -> None:
    plain = import_questions(text, "nl")
    assert asked(plain) and told(plain) == []
    assert import_questions("\ufeff" + text.replace("\n", end), "nl").questions == plain.questions
    assert import_file(text.replace("\n", end).encode("utf-8-sig"), "nl").questions == plain.questions


@pytest.mark.parametrize("whole", [MOODLE, ITEM])
@pytest.mark.parametrize(
    "head",
    [
        "",
        "<?xml version='1.0'?>",
        '<?xml version="1.0" encoding="utf-16"?>\n',
        "\n<?xml version='1.0' encoding='iso-8859-1' standalone='yes'?>",
        "  \n",
    ],
)
def test_xml_that_is_pasted_is_read_whatever_it_says_of_its_encoding(whole: str, head: str) -> None:
    result = import_questions(head + whole, "nl")
    assert (asked(result), told(result)) == (["Één?"], [])


def test_xml_in_a_file_is_read_in_the_encoding_that_it_names() -> None:
    head = "<?xml version='1.0' encoding='iso-8859-1'?>"
    assert asked(import_file((head + MOODLE).encode("iso-8859-1"), "nl")) == ["Één?"]


@pytest.mark.parametrize(
    "text",
    [
        "::Titel::Denk na.",
        "  :: Titel :: Denk na.",
        "$CATEGORY: x\nDenk na.",
        "// uitleg\nDenk na.",
        "Denk na. {}",
        "Denk na. {####Goed.}",
        "Bellen mag. {TRUE}",
        "Bellen mag. { f }",
        "Bellen mag. {t#Nee.}",
        "Wie? { =Noor ~Sam }",
        "Wie? {~%100%Noor ~Sam}",
    ],
)
def test_a_line_or_braces_that_only_gift_has_make_it_gift(text: str) -> None:
    result = import_questions(text, "nl")
    assert (len(result.questions), told(result)) == (1, [])


@pytest.mark.parametrize(
    "text",
    [
        "Wat mag {je|u}?;Bellen;Zwijgen",
        "Wat mag {True love}?;Bellen;Zwijgen",
        "Wat mag \\{=je}?;Bellen;Zwijgen",
        "Wie belt 1::2?;Noor;Sam",
        "Zie http://site.example. Wie?;Noor;Sam",
    ],
)
def test_signs_that_gift_has_too_leave_a_row_a_row(text: str) -> None:
    (question,) = import_questions(text, "nl").questions
    assert [len(question["options"]), question["type"]] == [2, "single"]


@pytest.mark.parametrize("text", ["<quiz>", "<quiz>\nWie belt er?\n- [x] Noor\n- [ ] Sam\n</quiz>"])
def test_a_tag_of_a_quiz_alone_makes_no_xml_of_a_text(text: str) -> None:
    assert "XML" not in " ".join(told(import_questions(text, "nl")))


@pytest.mark.parametrize("text", ["", "  \n\t", "Zomaar een zin."])
def test_where_no_question_stands_it_says_what_to_do(text: str) -> None:
    for result in (import_questions(text, "nl"), import_file(text.encode(), "nl")):
        (problem,) = result.problems
        assert (problem.mark.line, problem.severity, result.questions) == (1, "error", [])
        assert result.rest == [text]


NOTHING = (
    "there is no question here  paste the cells of a sheet: question, right answer, wrong answers; or GIFT from Moodle"
)


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"%PDF-1.4 questions", "this is a PDF  copy the questions and paste them here"),
        (b"a" * (LARGEST + 1), "this file is too large  split it into files of a few hundred questions at most"),
        (b"PK\x03\x04", "this zip is damaged, or has a password  export the questions again"),
        (render_zip({"a.xml": b"<p/>", "imsmanifest.xml": b"<manifest/>"}), "there are no questions in this zip  choose a workbook (.xlsx), H5P (.h5p) or QTI 2.1; a SCORM package cannot be read back"),
        (b"<?xml version='1.0'?><html/>", "this XML is not Moodle's, and no QTI 2.1  export the questions as Moodle XML, GIFT or QTI 2.1"),
        (b"<quiz><question></quiz>", "this file is damaged, or no XML  export the questions again"),
        (b"<quiz><question type='category'/></quiz>", NOTHING),
        (b"", NOTHING),
    ],
)  # fmt: skip
def test_a_file_of_which_nothing_comes_in_is_told_once_and_leaves_no_text_behind(data: bytes, said: str) -> None:
    result = import_file(data, "nl")
    assert (told(result), result.rest, result.questions) == ([f"pasted:1:1  {said}"], [""], [])


def test_a_file_as_large_as_may_be_is_read() -> None:
    assert asked(import_file(MOODLE.encode() + b" " * (LARGEST - len(MOODLE.encode())), "nl")) == ["Één?"]


def test_many_empty_lines_are_passed_over_at_once() -> None:
    assert asked(import_questions("Wie?;Noor;Sam" + "\n" * 50_000, "nl")) == ["Wie?"]


def test_signs_that_no_encoding_knows_do_not_stop_a_file() -> None:
    for data in ("Wie é?;Noor;Sam".encode("utf-16")[:-1], "Wie é?;Noor;S".encode("utf-16-be")[:-1]):
        marked = data if data.startswith(b"\xff\xfe") else b"\xfe\xff" + data
        (name,) = asked(import_file(marked, "nl"))
        assert name == "Wie é?"
    assert asked(import_file("Wie é?;Noor;Sam\x81".encode("latin-1"), "nl")) == ["Wie é?"]


@pytest.mark.parametrize("name", ["questestinterop", "assessmentItem", "qti:assessmentItem"])
def test_a_package_of_items_is_seen_by_the_beginning_of_its_files(name: str) -> None:
    result = import_file(render_zip({"any/NAME.XML": f"<?xml version='1.0'?>\n<{name}".encode()}), "nl")
    assert told(result)[0].startswith("pasted:1:1  any/NAME.XML  ")
