"""The question list as somebody at the client meets it: each question with its field, why it is asked and an example, and each answer as it is read."""

from __future__ import annotations

import html
import json
import re
from pathlib import Path
from typing import Any

import pytest

from voorlichter.intake.answers import LARGEST, read_intake
from voorlichter.intake.page import render_intake
from voorlichter.intake.profile import add_values, answers_of
from voorlichter.intake.questions import IntakeQuestion, all_questions, field_at, plan_questions
from voorlichter.languages import SiteLanguage, shipped
from voorlichter.problems import Language, Say
from voorlichter.profile.model import Door, OrganisationSection
from voorlichter.profile.vocabulary import Vocabulary

VOCABULARY = Vocabulary(doors={"hr": Say("HR", "HR"), "union": Say("Vakbond", "Union")})
DUTCH = {question.key: question for question in all_questions("nl", VOCABULARY)}
ENGLISH = {question.key: question for question in all_questions("en", VOCABULARY)}
PAGES: dict[str, str] = {"nl": render_intake("nl", VOCABULARY), "en": render_intake("en", VOCABULARY)}


def asked(key: str, language: Language = "en") -> str:
    """What stands on the page for one question."""
    blocks = re.findall(r'<(?:div|fieldset) class="question".*?</(?:fieldset|div)>(?=\n<|\n$)', PAGES[language], re.S)
    [block] = [one for one in blocks if f'name="{key}"' in one]
    return html.unescape(block)


# The questions


def test_a_question_is_a_key_of_the_profile_with_what_it_asks_and_why() -> None:
    workforce = DUTCH["organisation.workforce"]
    assert workforce == IntakeQuestion(
        ("organisation", "workforce"),
        "number",
        Say("Hoeveel mensen werken er?", "How many people work there?"),
        Say("Tel flexkrachten, zzp'ers en betaalde stagiairs mee.", "Count temps, freelancers and paid interns."),
        "",
        {},
    )
    assert ENGLISH["organisation.name"].why == Say("", "")


@pytest.mark.parametrize(
    ("key", "nl", "en"),
    [
        ("organisation.name", "Stichting Zorggroep De Vuurtoren", "Stichting Zorggroep De Vuurtoren"),
        ("publication.url", *2 * ("https://www.devuurtoren.example/vertrouwenspersoon",)),
        ("speak_up_procedure.phone", "020 000 00 20", "020 000 00 20"),
        ("speak_up_procedure.email", *2 * ("melden@devuurtoren.example",)),
        ("advisors.new.hours", "ma-do 9-17, vr 9-12", "Mon-Thu 9-17, Fri 9-12"),
        ("engagement.since", "", ""),
        ("organisation.locations", "", ""),
        ("doors.hr.name", "", ""),
        ("doors.hr.phone", "", ""),
    ],
)
def test_an_example_shows_how_to_write_something_and_stands_at_no_door(key: str, nl: str, en: str) -> None:
    assert (DUTCH[key].example, ENGLISH[key].example) == (nl, en)


def test_a_text_in_several_languages_is_asked_for_in_the_one_of_the_page() -> None:
    assert DUTCH["complaints_procedure.contact.nl"].example == "de secretaris van de klachtencommissie"
    assert ENGLISH["complaints_procedure.contact.en"].example == "the secretary of the complaints committee"
    assert {"engagement.appointed_by.nl", "engagement.answers_to.nl"} <= DUTCH.keys()
    assert "organisation.name" in DUTCH, "a name is one, whatever the language"


def test_what_may_be_chosen_is_what_the_profile_knows_in_words() -> None:
    sectors = OrganisationSection.model_fields["sector"].annotation
    assert list(DUTCH["organisation.sector"].options) == [*getattr(sectors, "__args__", ())]
    assert DUTCH["organisation.sector"].options["care"] == Say("Zorg en welzijn", "Care and welfare")
    assert DUTCH["organisation.form_of_address"].options == {
        "je": Say("Je", "Je (informal)"),
        "u": Say("U", "U (formal)"),
    }
    languages = DUTCH["organisation.languages"].options
    assert list(languages) == list(VOCABULARY.languages) and languages["pl"] == Say("Pools", "Polish")
    assert list(DUTCH["meeting_places"].options) == ["work", "outside", "walk", "online", "phone", "home"]
    assert DUTCH["organisation.name"].options == DUTCH["organisation.public_body"].options == {}


def test_each_door_is_asked_for_by_its_own_name_and_there_are_none_where_none_could_be_read() -> None:
    [doors] = [group for group in plan_questions("en", VOCABULARY) if len(group.parts) > 1]
    assert doors.title == Say("Bij wie mensen nog meer terechtkunnen", "Who else can help")
    assert doors.text.en == "With the names and numbers of departments and services. Leave open what is not there."
    assert [(title, [question.key for question in questions]) for title, questions in doors.parts] == [
        (title, [f"doors.{door}.{key}" for key in ("name", "phone", "email", "url")])
        for door, title in (("hr", Say("HR", "HR")), ("union", Say("Vakbond", "Union")))
    ]
    assert not [
        key for key in (one.key for one in all_questions("en", Vocabulary(doors=None))) if key.startswith("door")
    ]
    [first, *_] = plan_questions("en", VOCABULARY)
    assert [title for title, _ in first.parts] == [None] and first.text == Say("", "")


def test_a_question_is_about_the_field_of_its_key_also_where_there_are_several() -> None:
    assert field_at(("doors", "hr", "phone")) is Door.model_fields["phone"]
    assert field_at(("organisation", "sector")) is OrganisationSection.model_fields["sector"]
    assert field_at(("organisation", "name")) is OrganisationSection.model_fields["name"]


# The page


def test_the_page_says_what_it_is_for_and_what_never_belongs_in_it() -> None:
    assert "<h1>Questions for the confidential advisor&#x27;s site</h1>" in PAGES["en"]
    assert "<title>Vragen voor de site van de vertrouwenspersoon</title>" in PAGES["nl"]
    for language, said in {
        "nl": (
            "Vul in wat u weet",
            "Deze bladzijde verstuurt niets.",
            "Schrijf hier nooit iets over wie",
            "Bewaren kan alleen met JavaScript aan.",
            "Open eerder bewaarde antwoorden",
            "Bewaar mijn antwoorden",
        ),
        "en": (
            "Fill in what you know",
            "This page sends nothing.",
            "Never write anything here about somebody",
            "Saving needs JavaScript.",
            "Open answers saved before",
            "Save my answers",
        ),
    }.items():
        assert [one for one in said if one not in PAGES[language]] == []


def test_what_the_page_says_once_it_is_used_is_in_its_language() -> None:
    words = [json.loads(re.findall(r'id="words">(.*?)</script>', PAGES[language])[0]) for language in ("nl", "en")]
    assert (words[0]["count"], words[1]["count"]) == ("Antwoorden: %n", "Answers: %n")
    assert (words[0]["file"], words[1]["file"]) == ("antwoorden-", "answers-")
    assert (words[0]["nobody"], words[1]["nobody"]) == ("organisatie", "organisation")
    assert words[1].keys() == {"count", "file", "nobody", "saved", "opened", "strange"}
    assert words[1]["saved"].startswith("Saved as %f") and words[0]["opened"].startswith("%n antwoorden geopend")


def test_every_part_has_its_heading_in_turn_and_each_door_can_be_opened() -> None:
    page = PAGES["en"]
    assert [(number, html.unescape(said)) for number, said in re.findall(r'<h2 id="g(\d)">(.*?)</h2>', page)] == [
        ("1", "The organisation"),
        ("2", "The website"),
        ("3", "Who else can help"),
        ("4", "Procedures"),
        ("5", "The confidential advisor"),
        ("6", "Who can come and where"),
    ]
    assert re.findall(r'aria-labelledby="g(\d)"', page) == ["1", "2", "3", "4", "5", "6"]
    assert re.findall("<summary>(.*?)</summary>", page) == ["HR", "Union"]
    assert re.findall("<summary>(.*?)</summary>", PAGES["nl"]) == ["HR", "Vakbond"]
    assert page.count("</h2>\n<p>") == 2, "two of them have a sentence below their heading"


def test_a_question_has_its_label_and_why_it_is_asked_is_heard_with_its_field() -> None:
    assert asked("organisation.workforce") == (
        '<div class="question">\n<label for="organisation.workforce">How many people work there?</label>\n'
        '<p class="why" id="w-organisation.workforce">Count temps, freelancers and paid interns.</p>\n'
        '<input id="organisation.workforce" name="organisation.workforce" aria-describedby="w-organisation.workforce"'
        ' type="text" inputmode="numeric">\n</div>'
    )
    assert asked("engagement.since") == (
        '<div class="question">\n<label for="engagement.since">Since which day?</label>\n'
        '<input id="engagement.since" name="engagement.since" type="date">\n</div>'
    )


@pytest.mark.parametrize(
    ("key", "why"),
    [
        ("organisation.name", "For example: Stichting Zorggroep De Vuurtoren"),
        ("internal_emergency_number", "It is shown beside 112. For example: 2222"),
    ],
)
def test_an_example_stands_behind_why_something_is_asked(key: str, why: str) -> None:
    assert f'<p class="why" id="w-{key}">{why}</p>' in asked(key)
    assert "Bijvoorbeeld:" in asked(key, "nl")


@pytest.mark.parametrize(
    ("key", "field"),
    [
        ("speak_up_procedure.phone", 'type="tel">'),
        ("speak_up_procedure.email", 'type="email">'),
        ("speak_up_procedure.url", 'type="url">'),
        ("organisation.short_name", 'type="text">'),
        ("advisors.new.hours", 'type="text">'),
        (
            "organisation.locations",
            '<textarea id="organisation.locations" name="organisation.locations" rows="4"></textarea>',
        ),
    ],
)
def test_a_field_is_of_the_kind_that_a_device_helps_with(key: str, field: str) -> None:
    assert field in asked(key)


def test_one_of_several_is_chosen_from_a_list_that_begins_with_nothing() -> None:
    assert asked("organisation.form_of_address").endswith(
        '<select id="organisation.form_of_address" name="organisation.form_of_address">'
        '<option value="">Not filled in yet</option><option value="je">Je (informal)</option>'
        '<option value="u">U (formal)</option></select>\n</div>'
    )
    assert asked("organisation.public_body", "nl").endswith(
        '<option value="">Nog niet ingevuld</option><option value="true">Ja</option>'
        '<option value="false">Nee</option></select>\n</div>'
    )


def test_several_of_several_are_ticked_under_one_legend() -> None:
    text = asked("who_may_call")
    assert (
        '<fieldset class="question" aria-describedby="w-who_may_call">\n<legend>Who may call the advisor?</legend>'
        in text
    )
    assert '<p class="why" id="w-who_may_call">Only those who may by your agreements.</p>' in text
    assert '<label><input type="checkbox" name="who_may_call" value="employees"> Employees</label>\n<label>' in text
    assert text.count("<label>") == 7
    assert "aria-describedby" not in asked("meeting_places") and "aria-describedby" not in asked(
        "organisation.public_body"
    )


def test_a_question_is_asked_in_the_language_of_the_page() -> None:
    workforce = asked("organisation.workforce", "nl")
    assert ">Hoeveel mensen werken er?</label>" in workforce and "Tel flexkrachten, zzp'ers" in workforce
    assert "<legend>Wie mogen de vertrouwenspersoon bellen?</legend>" in asked("who_may_call", "nl")
    assert 'value="employees"> Wie in dienst is</label>' in asked("who_may_call", "nl")
    assert '<option value="care">Zorg en welzijn</option>' in asked("organisation.sector", "nl")
    assert '<option value="care">Care and welfare</option>' in asked("organisation.sector")
    assert "Met namen en nummers van afdelingen en diensten." in PAGES["nl"]


# What comes back


def read(answers: Any, **more: Any) -> tuple[dict[str, Any], list[tuple[str, str, str, str, str]]]:
    data = json.dumps({"voorlichter": "intake", "language": "nl", "answers": answers, **more}).encode()
    values, problems = read_intake(data, VOCABULARY)
    return {".".join(map(str, path)): value for path, value in values.items()}, [
        (one.where, one.message.nl, one.message.en, one.fix.en, one.severity) for one in problems
    ]


def test_a_file_of_something_else_is_told_with_the_one_to_ask_for() -> None:
    _, [problem] = read_intake(b"{}", VOCABULARY, Path("mail.txt"))
    assert (problem.mark.path, problem.where) == (Path("mail.txt"), "")
    assert problem.message == Say(
        "dit is geen bestand met antwoorden van de vragenlijst", "this is no file with answers to the question list"
    )
    assert problem.fix == Say(
        "vraag om het bestand antwoorden-….json dat de vragenlijst bewaarde",
        "ask for the file answers-….json that the question list saved",
    )
    assert read_intake(b"{}", VOCABULARY)[1][0].mark.path == Path("antwoorden.json")


def test_a_file_as_large_as_one_may_be_is_read_and_so_is_one_that_windows_marked() -> None:
    data = json.dumps({"voorlichter": "intake", "answers": {"organisation.short_name": "Anker"}}).encode()
    for told in (data.ljust(LARGEST), b"\xef\xbb\xbf" + data):
        assert read_intake(told, VOCABULARY) == ({("organisation", "short_name"): "Anker"}, [])
    assert read_intake(data.ljust(LARGEST + 1), VOCABULARY)[0] == {}


def test_answers_come_in_the_order_of_the_questions_and_in_the_language_of_their_page() -> None:
    given = {
        "who_may_call": ["interns"],
        "organisation.short_name": "Anker",
        "complaints_procedure.contact.en": "the board",
    }
    values, problems = read(given, language="en")
    assert list(values) == ["organisation.short_name", "complaints_procedure.contact.en", "who_may_call"]
    assert problems == []
    values, [problem] = read(given, language="nl")
    assert "complaints_procedure.contact.en" not in values and problem[0] == "complaints_procedure.contact.en"


def test_what_was_not_asked_is_told_with_a_warning_and_no_more_of_it_than_its_name() -> None:
    values, [problem] = read({"meldingen\u202e" + "x" * 80: "secret", "organisation.short_name": "Anker"})
    assert values == {"organisation.short_name": "Anker"}
    assert problem == (
        "meldingen" + "x" * 51,
        "deze vraag staat niet op de lijst",
        "this question is not on the list",
        "nothing is done with it; if it says anything about somebody who came to an advisor, delete the file",
        "warning",
    )


@pytest.mark.parametrize(
    ("key", "answer", "value"),
    [
        ("organisation.public_body", "true", True),
        ("organisation.public_body", "false", False),
        ("organisation.public_body", True, True),
        ("organisation.workforce", "180", 180),
        ("organisation.workforce", " 180 ", 180),
        ("organisation.workforce", 180, 180),
        ("organisation.workforce", "12345678", None),
        ("organisation.short_name", "  Anker\u202e ", "Anker"),
        ("organisation.short_name", "   ", None),
        ("organisation.short_name", "", None),
        ("organisation.short_name", None, None),
        ("organisation.languages", [], None),
        ("organisation.languages", "nl", None),
        ("who_may_call", ["interns"], ["interns"]),
        ("advisors.new.hours", "ma 9-17", {"mon": "09:00-17:00"}),
        ("organisation.locations", " \n- \n\t•\n", None),
        ("organisation.locations", "• Kade\n\t- De Kade -", [{"id": "kade", "name": "Kade"}, {"id": "de-kade", "name": "De Kade"}]),
        ("organisation.locations", "12 34\n!!", [{"id": "locatie", "name": "12 34"}, {"id": "locatie-2", "name": "!!"}]),
        ("organisation.locations", "A\nA\nA", [{"id": "a", "name": "A"}, {"id": "a-2", "name": "A"}, {"id": "a-3", "name": "A"}]),
        ("organisation.locations", "Kade\x0bWerf\u2028Dok\x00ken", [{"id": "kade", "name": "Kade"}, {"id": "werf", "name": "Werf"}, {"id": "dokken", "name": "Dokken"}]),
        ("organisation.locations", "x" * 40, [{"id": "x" * 30, "name": "x" * 40}]),
    ],
)  # fmt: skip
def test_an_answer_is_read_as_a_profile_has_it(key: str, answer: object, value: object) -> None:
    values, _ = read({key: answer})
    assert values.get(key) == value and type(values.get(key)) is type(value)


def test_an_answer_that_the_profile_refuses_is_told_by_its_question_with_what_to_write() -> None:
    values, [problem] = read({"advisors.new.hours": "soms", "organisation.short_name": "Anker"})
    assert values == {"organisation.short_name": "Anker"}
    assert (problem[0], problem[4]) == ("advisors.new.hours", "warning") and problem[1] != problem[2]
    _, [number] = read({"organisation.workforce": "veel"})
    assert number[0] == "organisation.workforce" and "veel" in number[2]


@pytest.mark.parametrize(
    ("key", "answer", "message", "fix"),
    [
        (
            "organisation.workforce",
            "123456789",
            '"123456789" is too large: at most 1000000 belongs here',
            "write for example: workforce: 180",
        ),
        (
            "organisation.public_body",
            "misschien",
            'yes or no (true or false) belongs here, and "misschien" was found',
            "write: public_body: true, or public_body: false",
        ),
        ("organisation.name", "x" * 121, "this text has 121 characters; 120 fit", "write it shorter"),
        ("organisation.languages", ["klingon"], '"klingon" cannot stand here', "choose from: nl, en"),
        (
            "doors.hr.phone",
            "bel maar",
            "this is not a telephone number",
            'write for example: phone: "020 000 00 10"',
        ),
    ],
)
def test_what_to_write_instead_names_the_key_that_was_asked_for(
    key: str, answer: object, message: str, fix: str
) -> None:
    values, [problem] = read({key: answer})
    assert (values, problem[0], problem[2:]) == ({}, key, (message, fix, "warning"))


def test_a_site_may_be_in_a_language_that_the_workspace_adds() -> None:
    frisian = SiteLanguage.model_validate({"name": "Frysk", "called": {"nl": "Fries", "en": "Frisian"}, "locale": "fy"})
    data = json.dumps({"voorlichter": "intake", "answers": {"organisation.languages": ["nl", "fy"]}}).encode()
    added = Vocabulary(doors={}, languages={**shipped(), "fy": frisian})
    assert read_intake(data, added) == ({("organisation", "languages"): ["nl", "fy"]}, [])
    values, [problem] = read_intake(data, VOCABULARY)
    assert values == {} and problem.where == "organisation.languages"


# A profile of it


def test_what_a_new_profile_asks_is_told_apart_from_what_is_added_to_it() -> None:
    asked, rest = answers_of(
        {
            ("organisation", "name"): "Anker",
            ("organisation", "public_body"): True,
            ("publication", "url"): "https://anker.example/vp",
            ("brand", "logo"): "logo.svg",
            ("advisors", "new", "name"): "Noor Voorbeeld",
            ("advisors", "new", "phone"): "020 000 00 01",
            ("advisors", "new", "hours"): {"mon": "09:00-17:00"},
            ("complaints_procedure", "contact", "nl"): "de secretaris",
        }
    )
    assert (asked.name, asked.advisor2_name, asked.advisor2_phone) == ("Anker", "Noor Voorbeeld", "020 000 00 01")
    assert asked.advisor2_kind == "internal"
    assert {".".join(map(str, path)): value for path, value in rest.items() if path[0] != "organisation"} == {
        **({"brand.logo": "logo.svg"} if ("brand", "logo") in rest else {}),
        "publication.url": "https://anker.example/vp",
        "advisors.1.hours": {"mon": "09:00-17:00"},
        "complaints_procedure.contact.nl": "de secretaris",
    }


def test_somebody_without_a_name_is_nobody_and_hides_no_other_answer() -> None:
    asked, rest = answers_of(
        {
            ("advisors", "new", "phone"): "020 000 00 01",
            ("brand", "logo"): "../logo.svg",
            ("organisation", "name"): "Anker",
            ("publication", "url"): "https://anker.example",
        }
    )
    assert (asked.name, asked.advisor2_name, asked.advisor2_kind) == ("Anker", None, None)
    assert rest == {("publication", "url"): "https://anker.example"} and "020" not in str(asked)


@pytest.mark.parametrize("logo", ["../logo.svg", "/logo.svg", "a\\logo.svg", "C:logo.svg", ".logo.svg", "x/y.svg"])
def test_a_logo_that_leads_elsewhere_counts_for_nothing(logo: str) -> None:
    asked, rest = answers_of({("organisation", "name"): "Anker", ("brand", "logo"): logo})
    assert "logo.svg" not in f"{asked} {rest}"
    for name in ("het logo.svg", "XL.svg"):
        named, more = answers_of({("organisation", "name"): "Anker", ("brand", "logo"): name})
        assert name in f"{named} {more}"


def test_values_are_written_into_a_profile_where_they_belong() -> None:
    text = add_values("organisation: {name: Anker}\n", {("publication", "url"): "https://anker.example/vp"})
    assert text == "organisation: {name: Anker}\npublication: {url: https://anker.example/vp}\n"
