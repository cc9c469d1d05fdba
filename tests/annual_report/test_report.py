"""What sheet, slide and page show is one plain description; nothing small gets into it, in either language."""

from __future__ import annotations

import random
import re
from pathlib import Path

import yaml
from support import REPOSITORY

from annual_report.test_suppression import make_history, publish
from voorlichter.artefacts.report.figures import CountedYear, ReportFigures, SuppressionBounds
from voorlichter.artefacts.report.model import ByRelation, ByRoute, ByStatus, ByTopic
from voorlichter.artefacts.report.publication import (
    Followed,
    PublishedActivity,
    PublishedReport,
    read_publications,
    render_publication,
)
from voorlichter.artefacts.report.report import Report, describe_report
from voorlichter.artefacts.report.slide import plan_slide
from voorlichter.problems import LANGUAGES, Language

WORDS = yaml.safe_load((REPOSITORY / "data/strings_annual.yml").read_text(encoding="utf-8"))
MODELS = {"by_topic": ByTopic, "by_relation": ByRelation, "by_route": ByRoute, "by_status": ByStatus}


def strings(language: Language) -> dict[str, str]:
    return {key: text[language] for key, text in WORDS.items()}


def describe(figures: ReportFigures, language: Language = "en", **more: object) -> Report:
    return describe_report(PublishedReport("zeester", True, figures, **more), language, strings(language), several=True)  # type: ignore[arg-type]


def real_history(seed: int) -> list[ReportFigures]:
    """A generated history, with the tables and cells that a file has."""
    years, bounds = make_history(random.Random(seed))
    real = {}
    for number, year in years.items():
        chance = random.Random(seed + number)
        tables = {}
        for name, model in MODELS.items():
            cells = list(model.model_fields)
            drawn = chance.choices(cells, [chance.random() ** 3 for _ in cells], k=year.reports)
            tables[name] = {cell: drawn.count(cell) for cell in cells}
        real[number] = CountedYear(year.reports, year.persons, tables)
    return publish(real, bounds)


def lines_of(report: Report) -> list[str]:
    """All of its numbers, as somebody reads them."""
    return [
        report.period,
        *(f"{one.number} {one.label}" for one in report.key_numbers),
        *(f"{one.what}: {one.times}, {one.reached}" for one in report.given),
        *report.development,
        *(
            line
            for chart in report.charts
            for line in (
                f"# {chart.title}",
                *filter(None, (chart.explanation,)),
                *(f"{row.label}: {row.number}, {row.share}, {row.width}" for row in chart.rows),
                chart.alt,
                *filter(None, (chart.remark,)),
            )
        ),
    ]


def test_a_year_is_told_number_by_number() -> None:
    tables = {
        "by_topic": dict.fromkeys(ByTopic.model_fields, 0)
        | {"power": 17, "bullying": 20, "integrity": 1, "outside_role": 4},
        "by_status": {"ongoing": 15, "closed": 27},
    }
    figures = publish({2025: CountedYear(42, 36, tables)}, [SuppressionBounds(5, False)])[-1]
    given = (PublishedActivity("presentation", 2, 30), PublishedActivity("training", 1, None))
    assert lines_of(describe(figures, training_hours=16, peer_sessions=4, voorlichting=given)) == [
        "About 2025",
        "42 reports",
        "36 persons who came",
        "3 sessions given",
        "30 people reached",
        "Presentation: 2, 30",
        "Training: 1, not counted",
        "The advisors followed 16 hours of training together.",
        "They had 4 peer review sessions.",
        "# What it was about",
        "Every report counts once, under what weighed most.",
        "Bullying: 20, 48%, 100",
        "Abuse of power: 17, 40%, 85",
        "The rest, together: 5, 12%, 25",
        "Bar chart. Bullying: 20; Abuse of power: 17; The rest, together: 5.",
        "The rest is: intimidation; sexual harassment; discrimination; aggression and violence; integrity; wrongdoing; "
        "something for somebody else. Those numbers are not given separately, because some of them are small.",
        "# How things stand",
        "At the end of 2025.",
        "Closed: 27, 64%, 100",
        "Ongoing: 15, 36%, 56",
        "Bar chart. Closed: 27; Ongoing: 15.",
    ]


def test_years_that_are_published_together_are_told_as_one_and_compared() -> None:
    figures = publish(
        {2023: CountedYear(12), 2024: CountedYear(3), 2025: CountedYear(21)}, [SuppressionBounds(5, False)] * 3
    )[-1]
    assert lines_of(describe(figures)) == [
        "About 2024–2025",
        "24 reports over 2024–2025 together",
        "# Reports over the years",
        "Years with too few reports are taken together with the next.",
        "2023: 12, None, 50",
        "2024–2025: 24, None, 100",
        "Bar chart. 2023: 12; 2024–2025: 24.",
    ]
    apart = publish({2024: CountedYear(30), 2025: CountedYear(21)}, [SuppressionBounds(5, False)] * 2)[-1]
    assert lines_of(describe(apart)) == [
        "About 2025",
        "21 reports",
        "# Reports over the years",
        "2024: 30, None, 100",
        "2025: 21, None, 70",
        "Bar chart. 2024: 30; 2025: 21.",
    ]


def test_no_number_of_a_report_is_small_and_every_language_gives_the_same_ones() -> None:
    seen = 0
    for seed in range(300):
        for figures in real_history(seed):
            reports = [describe(figures, language) for language in LANGUAGES]
            numbers = [
                [one.number for one in report.key_numbers]
                + [row.number for chart in report.charts for row in chart.rows]
                for report in reports
            ]
            assert numbers[0] == numbers[1]
            assert all(number >= figures.bounds.threshold for number in numbers[0])
            told = " ".join(chart.alt for chart in reports[0].charts)
            assert {int(number) for number in re.findall(r"(?<=: )\d+", told)} <= set(numbers[0])
            seen += len(numbers[0])
    assert seen > 3_000


def test_shares_are_given_from_ten_reports_and_of_shown_numbers_only() -> None:
    shares = 0
    for seed in range(300):
        for figures in real_history(seed):
            base = figures.period.reports if figures.period else 0
            for chart in describe(figures).charts:
                for row in chart.rows:
                    assert row.share == (None if chart.id == "trend" else f"{round(100 * row.number / base)}%")
                    assert row.share is None or base >= 10
                    shares += row.share is not None
    assert shares > 500


def test_what_waits_and_what_is_left_out_is_said() -> None:
    waiting = describe(publish({2024: CountedYear(3), 2025: CountedYear(1)}, [SuppressionBounds(5, False)] * 2)[-1])
    assert waiting.key_numbers == ()
    assert "no numbers for 2024–2025" in waiting.remarks[0]
    small = describe(
        publish({2025: CountedYear(8, 8, {"by_status": {"ongoing": 4, "closed": 4}})}, [SuppressionBounds(5, True)])[-1]
    )
    assert [one.number for one in small.key_numbers] == [8]
    assert "fewer than 50" in small.remarks[0]
    left_out = describe(
        publish({2025: CountedYear(8, 8, {"by_status": {"ongoing": 4, "closed": 4}})}, [SuppressionBounds(5, False)])[
            -1
        ]
    )
    assert (left_out.charts[0].rows, left_out.charts[0].alt, left_out.charts[0].remark) == (
        (),
        "",
        "This breakdown is left out: it would give small numbers away.",
    )


def test_a_report_says_under_which_number_nothing_is_told() -> None:
    for language in LANGUAGES:
        report = describe(publish({2025: CountedYear(30)}, [SuppressionBounds(7, False)])[-1], language)
        assert " 7 " in report.privacy[0]


def test_a_sentence_is_told_in_the_language_of_the_report() -> None:
    figures = publish({2025: CountedYear(30)}, [SuppressionBounds(5, False)])[-1]
    more = {
        "signals": ({"nl": "Ja.", "en": "Yes."}, {"nl": "Alleen hier.", "en": None}),
        "earlier_advice": (Followed({"nl": "Doe dit.", "en": "Do this."}, "done"),),
        "voorlichting": (PublishedActivity("presentation", 2, None),),
    }
    dutch, english = (describe(figures, language, **more) for language in LANGUAGES)
    assert (dutch.signals, english.signals) == (("Ja.", "Alleen hier."), ("Yes.",))
    assert (dutch.earlier[0].outcome, english.earlier[0].outcome) == ("gedaan", "done")
    assert (dutch.given[0].reached, english.given[0].reached) == ("niet geteld", "not counted")


def test_the_slide_holds_the_first_table_and_its_notes_what_was_left_out() -> None:
    report = describe(real_history(3)[-1])
    slide = plan_slide(report, strings("en"))
    chart = next(chart for chart in report.charts if chart.rows)
    assert [row[:2] for row in slide.table[1:]] == [(row.label, str(row.number)) for row in chart.rows]
    assert set(report.privacy) <= set(slide.notes)
    assert (chart.remark or report.privacy[0]) in slide.notes


def test_the_slide_tells_the_numbers_in_a_sentence_and_what_to_say_with_them() -> None:
    words = strings("en")
    tables = {"by_status": {"ongoing": 15, "closed": 27}}
    figures = publish({2025: CountedYear(42, 36, tables)}, [SuppressionBounds(5, False)])[-1]
    report = describe(figures, signals=({"nl": "Ja.", "en": "Yes."},), advice=({"nl": "Doe.", "en": "Do."},) * 2)
    slide = plan_slide(report, words)
    assert (slide.title, slide.text, slide.points) == (
        report.title,
        ("About 2025: 42 reports, 36 persons who came.",),
        (),
    )
    assert slide.table == (
        (words["annual_what"], words["annual_number"], words["annual_share"]),
        ("Closed", "27", "64%"),
        ("Ongoing", "15", "36%"),
    )
    assert slide.notes[:2] == (
        words["annual_slide_signals"] % {"told": "Yes."},
        words["annual_slide_advice"] % {"told": "Do. Do."},
    )
    assert slide.notes[2:] == report.privacy


def test_the_slide_compares_years_without_shares_and_says_what_waits_in_points() -> None:
    words, bounds = strings("en"), [SuppressionBounds(5, False)] * 2
    compared = plan_slide(describe(publish({2024: CountedYear(30), 2025: CountedYear(21)}, bounds)[-1]), words)
    assert compared.table == ((words["annual_years"], words["annual_number"]), ("2024", "30"), ("2025", "21"))
    waits = describe(publish({2024: CountedYear(3), 2025: CountedYear(1)}, bounds)[-1])
    slide = plan_slide(waits, words)
    assert (slide.table, slide.text) == ((), ())
    assert slide.points == ("About 2025.", *waits.remarks)
    assert slide.notes == (*waits.remarks, *waits.privacy)


def test_what_was_published_reads_back_and_is_the_same_bytes(tmp_path: Path) -> None:
    publication = PublishedReport("zeester", False, real_history(5)[-1])
    year = publication.figures.year
    (tmp_path / f"{year}.json").write_bytes(render_publication(publication))
    assert read_publications(tmp_path) == {year: publication}
    assert render_publication(read_publications(tmp_path)[year]) == render_publication(publication)


TABLES = {
    "by_relation": {"colleague": 9, "manager": 7, "client": 8, "other": 6},
    "by_route": {"directly": 9, "manager": 0, "mediation": 1, "complaint": 9, "speak_up": 6, "referred": 5},
}


def test_each_table_has_its_heading_and_the_words_of_its_own_cells_in_both_languages() -> None:
    figures = publish({2025: CountedYear(30, None, TABLES)}, [SuppressionBounds(5, False)])[-1]
    dutch, english = (
        [(chart.id, chart.title, chart.explanation) for chart in describe(figures, language).charts]
        for language in LANGUAGES
    )
    assert dutch == [
        ("by_relation", WORDS["annual_by_relation"]["nl"], WORDS["annual_explain_by_relation"]["nl"]),
        ("by_route", WORDS["annual_by_route"]["nl"], WORDS["annual_explain_by_route"]["nl"]),
    ]
    assert english == [
        ("by_relation", WORDS["annual_by_relation"]["en"], WORDS["annual_explain_by_relation"]["en"]),
        ("by_route", WORDS["annual_by_route"]["en"], WORDS["annual_explain_by_route"]["en"]),
    ]
    relation, route = describe(figures, "nl").charts
    assert [(row.label, row.number) for row in relation.rows] == [
        (WORDS[f"annual_relation_{cell}"]["nl"], number)
        for cell, number in (("colleague", 9), ("client", 8), ("manager", 7), ("other", 6))
    ]
    assert route.rows[0].label == WORDS["annual_route_directly"]["nl"]


def test_the_longest_bar_is_whole_and_the_others_are_parts_of_it() -> None:
    figures = publish({2025: CountedYear(30, None, TABLES)}, [SuppressionBounds(5, False)])[-1]
    chart = describe(figures).charts[0]
    assert [(row.number, row.share, row.width) for row in chart.rows] == [
        (9, "30%", 100),
        (8, "27%", 89),
        (7, "23%", 78),
        (6, "20%", 67),
    ]
    assert (chart.remark, chart.id) == (None, "by_relation")


def test_cells_with_as_many_reports_keep_the_order_of_the_table() -> None:
    tables = {"by_relation": {"colleague": 8, "manager": 8, "client": 8, "other": 8}}
    figures = publish({2025: CountedYear(32, None, tables)}, [SuppressionBounds(5, False)])[-1]
    assert [row.label for row in describe(figures).charts[0].rows] == [
        WORDS[f"annual_relation_{cell}"]["en"] for cell in tables["by_relation"]
    ]


def test_a_report_of_several_advisors_and_of_one_is_called_so() -> None:
    figures = publish({2025: CountedYear(30)}, [SuppressionBounds(5, False)])[-1]
    publication = PublishedReport("zeester", True, figures, training_hours=16, peer_sessions=4)
    for language in LANGUAGES:
        words = strings(language)
        several, one = (describe_report(publication, language, words, many) for many in (True, False))
        assert (several.title, one.title) == (words["annual_title_team"], words["annual_title"])
        assert several.development == (words["annual_hours"] % {"hours": 16}, words["annual_peer"] % {"times": 4})
        assert one.development == (words["annual_hours_one"] % {"hours": 16}, words["annual_peer_one"] % {"times": 4})
        assert several.year == one.year == 2025


def test_what_was_not_done_is_not_told() -> None:
    figures = publish({2025: CountedYear(30)}, [SuppressionBounds(5, False)])[-1]
    empty = describe(figures)
    assert (empty.given, empty.development, empty.signals, empty.advice, empty.earlier) == ((), (), (), (), ())
    assert [one.label for one in empty.key_numbers] == ["reports"]
    assert (empty.remarks, empty.charts) == ((), ())
    hours, peer = describe(figures, training_hours=1).development, describe(figures, peer_sessions=1).development
    assert (hours, peer) == (
        (strings("en")["annual_hours"] % {"hours": 1},),
        (strings("en")["annual_peer"] % {"times": 1},),
    )


def test_sessions_are_counted_together_and_those_who_came_where_that_was_counted() -> None:
    figures = publish({2025: CountedYear(30)}, [SuppressionBounds(5, False)])[-1]
    given = (
        PublishedActivity("presentation", 2, None),
        PublishedActivity("training", 3, 7),
        PublishedActivity("managers", 1, 5),
    )
    numbers = [(one.number, one.label) for one in describe(figures, voorlichting=given).key_numbers]
    assert numbers == [(30, "reports"), (6, "sessions given"), (12, "people reached")]
    uncounted = [one.label for one in describe(figures, voorlichting=given[:1]).key_numbers]
    assert uncounted == ["reports", "sessions given"]


def test_what_is_said_of_what_a_report_never_tells_is_four_sentences_in_their_order() -> None:
    for language in LANGUAGES:
        words = strings(language)
        figures = publish({2025: CountedYear(30)}, [SuppressionBounds(7, False)])[-1]
        assert describe(figures, language).privacy == (
            words["annual_privacy_small"] % {"threshold": 7},
            words["annual_privacy_derived"],
            words["annual_privacy_shares"],
            words["annual_privacy_never"],
        )


def test_a_year_that_waits_is_named_and_years_that_wait_together_from_the_first_to_the_last() -> None:
    words, bounds = strings("en"), SuppressionBounds(5, False)
    alone = describe(publish({2025: CountedYear(3)}, [bounds])[-1])
    assert alone.remarks == (words["annual_waiting"] % {"years": "2025"},)
    assert (alone.period, alone.key_numbers) == ("About 2025", ())
    three = {2023: CountedYear(1), 2024: CountedYear(1), 2025: CountedYear(1)}
    assert describe(publish(three, [bounds] * 3)[-1]).remarks == (words["annual_waiting"] % {"years": "2023–2025"},)


def test_a_small_organisation_with_tables_has_no_remark_that_they_lack() -> None:
    tables = {"by_status": {"ongoing": 15, "closed": 15}}
    years = {year: CountedYear(30, None, tables) for year in (2023, 2024, 2025)}
    figures = publish(years, [SuppressionBounds(5, True, years_together=3)] * 3)[-1]
    report = describe(figures)
    assert (report.remarks, [chart.id for chart in report.charts]) == ((), ["by_status"])
    assert report.key_numbers[0].label == f"reports {strings('en')['annual_over_years'] % {'years': '2023–2025'}}"
    large = describe(publish({2025: CountedYear(30)}, [SuppressionBounds(5, False)])[-1])
    assert large.remarks == ()


def test_an_advice_of_the_year_before_is_told_with_what_came_of_it_in_every_word_for_that() -> None:
    figures = publish({2025: CountedYear(30)}, [SuppressionBounds(5, False)])[-1]
    outcomes = ("open", "taken_up", "done", "declined")
    told = tuple(Followed({"nl": f"Doe {outcome}.", "en": None}, outcome) for outcome in outcomes)
    dutch, english = (describe(figures, language, earlier_advice=told) for language in LANGUAGES)
    assert [(one.advice, one.outcome) for one in dutch.earlier] == [
        (f"Doe {outcome}.", WORDS[f"annual_follow_{outcome}"]["nl"]) for outcome in outcomes
    ]
    assert english.earlier == ()


def test_a_left_out_table_keeps_its_heading() -> None:
    tables = {"by_status": {"ongoing": 4, "closed": 4}}
    chart = describe(publish({2025: CountedYear(8, 8, tables)}, [SuppressionBounds(5, False)])[-1]).charts[0]
    assert (chart.id, chart.title, chart.explanation) == ("by_status", "How things stand", "At the end of 2025.")
