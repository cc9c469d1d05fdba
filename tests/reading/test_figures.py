"""How the texts of this version read, page by page; `voorlichter check --texts` prints the figures."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest
from support import TODAY, copy_linked, run

from voorlichter.cli.texts import read_figures
from voorlichter.languages import shipped
from voorlichter.problems import LANGUAGES, Language
from voorlichter.reading.figures import FiguresRow, PageFigures, connecting_words, measure, missed
from voorlichter.reading.running_text import read_running_text
from voorlichter.template.data import Connecting, check_data
from voorlichter.text import Text
from voorlichter.workspace import Workspace

ORGANISATION = "vuurtoren"


@pytest.fixture(scope="module")
def workspace(examples: Path, tmp_path_factory: pytest.TempPathFactory) -> Workspace:
    """One example organisation."""
    root = tmp_path_factory.mktemp("figures")
    for folder in ("profiles", "advisors"):
        copy_linked(examples / folder, root / folder)
    return Workspace.at(root)


@pytest.fixture(scope="module")
def rows(workspace: Workspace) -> list[FiguresRow]:
    rows, failures = read_figures(workspace, ORGANISATION, date.fromisoformat(TODAY))
    assert not failures
    return rows


def test_every_page_meets_its_goals(rows: list[FiguresRow]) -> None:
    missing = [
        f"{row.variant.name} {row.page} {name} is {getattr(row.figures, name)}" for row in rows for name in row.missed
    ]
    assert missing == []


def test_every_page_is_measured_in_every_variant(rows: list[FiguresRow]) -> None:
    pages = {variant: {row.page for row in rows if row.variant.name == variant} for variant in ("nl-je", "nl-u", "en")}
    assert pages["nl-je"] == pages["nl-u"] == pages["en"]
    assert {"index.html", "wie.html", "hulp.html", "kort-wie.html", "regels.html"} <= pages["en"]


def test_pages_that_an_organisation_does_not_have_are_not_measured(rows: list[FiguresRow], examples: Path) -> None:
    """Those of a site that have running text are; the rest of what there is stands under a condition that does not hold."""
    site = examples / "site" / ORGANISATION
    for language, folder in (("nl", site), ("en", site / "en")):
        measured = {row.page for row in rows if row.variant.language == language}
        built = {path.name for path in folder.glob("*.html")}
        assert measured <= built, measured - built
        assert measured >= {name for name in built if read_running_text((folder / name).read_text(encoding="utf-8"))}


def test_an_easy_page_is_held_to_its_own_goal_and_told_so(rows: list[FiguresRow]) -> None:
    assert {row.page.startswith("kort") for row in rows if row.easy} == {True}
    assert not [row.page for row in rows if row.page.startswith("kort") and not row.easy]
    for row in rows:
        assert row.formula == shipped()[row.variant.language].readability


def test_the_command_prints_the_table_and_ends_well(workspace: Workspace) -> None:
    answer = run("check", ORGANISATION, "--texts", "-C", workspace.root, "--date", TODAY, "--lang", "nl")
    assert answer.code == 0, answer.err
    lines = [line.split() for line in answer.out.splitlines()]
    assert [line[0] for line in lines if line and line[0] in ("nl-je", "nl-u", "en")] == ["nl-je", "nl-u", "en"]
    assert sum(line[:1] == ["gesprek.html"] for line in lines) == 3


def test_the_table_comes_as_json_too_and_not_unasked(workspace: Workspace) -> None:
    told = {
        asked: json.loads(
            run("check", ORGANISATION, *asked, "-C", workspace.root, "--date", TODAY, "--format", "json").out
        )
        for asked in ((), ("--texts",))
    }
    assert not any("texts" in item for item in told[()])
    (table,) = [item["texts"] for item in told["--texts",] if "texts" in item]
    assert {
        "variant",
        "letters",
        "page",
        "easy",
        "sentences",
        "median",
        "longest",
        "short",
        "connecting",
        "score",
        "missed",
    } == table[0].keys()


TEXTS = {
    "a paragraph": ("<p>Bel gerust. Dat kan altijd.</p>", ["Bel gerust.", "Dat kan altijd."]),
    "an item that is a sentence, and one that is a label": (
        "<ul><li>Neem iemand mee.</li><li>Eigen telefoon</li></ul>",
        ["Neem iemand mee."],
    ),
    "no headings": ("<h2>Wat nu?</h2><p>Bel.</p>", ["Bel."]),
    "no buttons, and no numbers": ('<p><a class="md-button" href="tel:112">Bel nu!</a></p><p>020 000 00 01</p>', []),
    "no table": ("<table><tr><td>Dat telt niet.</td></tr></table>", []),
    "a quiz: what is asked and told, not what can be chosen": (
        '<form class="quiz"><legend><span class="quiz__ask">Wie kiest?</span></legend><label class="quiz__option">Jij.</label><p class="quiz__feedback"><span><strong>Goed.</strong> Dat is zo.</span></p></form>',
        ["Wie kiest?", "Dat is zo."],
    ),
    "no form": ("<form><p>Kies een antwoord.</p></form><p>Klaar.</p>", ["Klaar."]),
    "nothing hidden": ("<p hidden>Noor is er niet.</p><div hidden><p>Sam wel.</p></div><p>Bel.</p>", ["Bel."]),
    "no title of a folded part": (
        "<details><summary>Kan dat ook later?</summary><p>Dat kan.</p></details>",
        ["Dat kan."],
    ),
    "bold in front is a label": ("<p><strong>Contact.</strong> Je neemt contact op.</p>", ["Je neemt contact op."]),
    "the title of a card is a label": (
        '<li><strong><a href="a.html">Een kaart</a></strong>\nDe zin erbij.</li>',
        ["De zin erbij."],
    ),
    "bold that begins a sentence is part of it": ("<p><strong>Noor</strong> luistert.</p>", ["Noor luistert."]),
    "bold alone is a sentence": ("<p><strong>Jij kiest.</strong></p>", ["Jij kiest."]),
    "what stands twice is read once": ("<p>Bel gerust.</p><p>Bel gerust.</p>", ["Bel gerust."]),
}


@pytest.mark.parametrize("case", TEXTS)
def test_running_text_is(case: str) -> None:
    html, said = TEXTS[case]
    assert (
        read_running_text(
            f"<header><p>Sluit snel.</p></header><main>{html}</main><footer><p>Over deze site.</p></footer>"
        )
        == said
    )


def kinds(*words: str) -> list[Connecting]:
    return [Connecting(kind=Text(nl="x", en="x"), nl=list(words), en=list(words))]


def test_figures_by_hand() -> None:
    """Seven and three words, two ties: *zelfs als* is one, *want* the other, *Hals* none."""
    told = measure(
        ["Bel, want je hoeft niets te weten.", "Hals, zelfs als."],
        shipped()["nl"].readability,
        connecting_words(kinds("als", "want", "zelfs als"), "nl"),
    )
    assert told is not None
    assert (told.sentences, told.median, told.longest, told.short, told.connecting) == (2, 5, 7, 50, 100)


def test_no_text_has_no_figures() -> None:
    assert measure(["…"], shipped()["nl"].readability, connecting_words(kinds("want"), "nl")) is None


CASES: list[tuple[PageFigures, Language, bool, list[str]]] = [
    (PageFigures(8, 7, 12, 35, 12, 75), "nl", False, []),
    (PageFigures(8, 7, 12, 36, 11, 74), "nl", False, ["short", "connecting", "score"]),
    (PageFigures(8, 7, 12, 90, 12, 84), "nl", True, ["score"]),
    (PageFigures(8, 7, 12, 35, 12, 60), "en", False, []),
    (PageFigures(8, 7, 12, 35, 12, 59), "en", False, ["score"]),
    (PageFigures(7, 7, 12, 99, 0, 0), "nl", False, []),
]


@pytest.mark.parametrize(("figures", "language", "easy", "names"), CASES)
def test_a_goal_is_missed_from_just_beyond_it(
    figures: PageFigures, language: Language, easy: bool, names: list[str]
) -> None:
    assert list(missed(figures, shipped()[language].readability, easy)) == names


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_connecting_word_stands_once_in_the_list(language: Language) -> None:
    words = [
        word
        for kind in check_data(Workspace.at(Path(__file__).parent))[0].connecting
        for word in getattr(kind, language)
    ]
    assert len(words) >= 20 and sorted(words) == sorted(set(words))


WORDS = ("een", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht")


def sentence_of(words: int) -> str:
    return " ".join(WORDS[:words]).capitalize() + "."


@pytest.mark.parametrize(
    ("lengths", "median", "longest", "short"),
    [((6,), 6, 6, 100), ((7,), 7, 7, 0), ((6, 7), 6.5, 7, 50), ((1, 6, 7), 6, 7, 67), ((8, 7, 6, 7), 7, 8, 25)],
)
def test_a_sentence_of_six_words_is_short_and_one_of_seven_is_not(
    lengths: tuple[int, ...], median: float, longest: int, short: int
) -> None:
    told = measure([sentence_of(length) for length in lengths], None, connecting_words([], "nl"))
    assert told == PageFigures(len(lengths), median, longest, short, 0, None, told.letters if told else 0)


def test_letters_are_counted_a_word_and_signs_above_arabic_ones_are_none() -> None:
    told = measure(["Een twee.", "Drie."], None, connecting_words([], "nl"))
    assert told is not None and told.letters == 3.7
    arabic = measure(["\u0643\u064f\u062a\u0650\u0628\u064e."], None, connecting_words([], "nl"))
    assert arabic is not None and (arabic.sentences, arabic.letters) == (1, 3)


def test_what_ties_is_found_whatever_its_capitals_once_each_and_within_no_word() -> None:
    words = connecting_words(kinds("want", "zelfs als", "als"), "nl")
    assert words.findall("Want als dat zo is, ZELFS ALS het niet mag: wanten, hals") == ["Want", "als", "ZELFS ALS"]
    assert connecting_words([], "nl").findall("want als") == []
    told = measure(["Want dit.", "Dat.", "En als."], None, words)
    assert told is not None and told.connecting == 67
