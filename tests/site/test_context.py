"""From a profile to slot values: what is left out, what says less, and what stands in."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest
from support import TODAY
from zeester import profile

from voorlichter.brand import plan_palette
from voorlichter.markdown.address import MARK
from voorlichter.site.context import lasting_for, plan_slots
from voorlichter.site.facts import Facts
from voorlichter.site.media import Media, PlacedPicture
from voorlichter.slots.model import Slots

DAY = date.fromisoformat(TODAY)
Plan = Callable[..., Slots]


@pytest.fixture(scope="module")
def plan(facts: dict[str, Facts]) -> Plan:
    def make(variant: str = "nl-je", day: date = DAY, media: Media | None = None, **changes: Any) -> Slots:
        return plan_slots(profile(**changes), facts[variant], media or Media(plan_palette("#0f5e5a")), day)

    return make


def test_the_smallest_profile_leaves_out_all_that_it_does_not_say(plan: Plan) -> None:
    slots = plan(sam=None, noor={"backup": None})
    assert (
        slots.practice,
        slots.backup,
        slots.desk.all.other,
        slots.complaints,
        slots.speak_up,
        slots.code_of_conduct,
    ) == (None,) * 6
    assert (
        slots.notes_kept,
        slots.meeting_places,
        slots.accessibility,
        slots.maintained_by,
        slots.review_by,
        slots.introduction,
    ) == (None,) * 6
    advisor = slots.advisors[0]
    assert (advisor.email, advisor.whatsapp, advisor.photo, advisor.hours, advisor.about, advisor.certificate) == (
        None,
    ) * 6
    assert advisor.absences == ()
    assert (slots.brand.logo, slots.publication.qr, slots.publication.url) == (None,) * 3
    assert not any(vars(slots.doors).values())
    assert not slots.team.several and not slots.site.several_languages


def test_each_exercise_leads_to_the_next_one_that_the_profile_names(plan: Plan) -> None:
    limits = plan(training={"modules": ["limits", "role", "act"]}).training.modules[0]
    assert limits.next and limits.next.next
    assert [limits.id, limits.next.id, limits.next.next.id, limits.next.next.next] == ["limits", "role", "act", None]


@pytest.mark.parametrize("url", ["https://zeester.example/vp", "https://zeester.example/vp/"])
@pytest.mark.parametrize(
    ("variant", "languages", "folder"),
    [
        ("nl-je", ["nl", "en"], ""),
        ("en", ["nl", "en"], "en/"),
        ("en", ["en", "nl"], ""),
        ("nl-je", ["en", "nl"], "nl/"),
    ],
)
def test_pages_are_published_at_the_root_or_in_the_folder_of_their_language(
    plan: Plan, variant: str, languages: list[str], folder: str, url: str
) -> None:
    pages = plan(variant, organisation={"languages": languages}, publication={"url": url}).publication.pages
    assert pages
    assert (pages, pages.href) == (f"zeester.example/vp/{folder}".rstrip("/"), f"https://zeester.example/vp/{folder}")


def test_the_full_name_stands_where_there_is_no_short_one(plan: Plan) -> None:
    assert plan().org.short_name == "Stichting De Zeester"
    assert plan(organisation={"short_name": "De Zeester"}).org.short_name == "De Zeester"


@pytest.mark.parametrize(
    ("named", "variant", "title", "within", "start"),
    [
        ({"short_name": "De Zeester"}, "nl-je", "De Zeester", "De Zeester", "De Zeester"),
        ({"short_name": "Politie", "in_sentence": "de politie"}, "nl-je", "Politie", "de politie", "De politie"),
        (
            {
                "name": {"nl": "Ministerie van Zee", "en": "Ministry of the Sea"},
                "in_sentence": {"nl": "het ministerie", "en": "the ministry"},
            },
            "en",
            "Ministry of the Sea",
            "the ministry",
            "The ministry",
        ),
        ({"short_name": {"nl": "Zee", "en": "Sea"}}, "en", "Sea", "Sea", "Sea"),
        ({"short_name": "iMove"}, "nl-je", "iMove", "iMove", "iMove"),
        ({"short_name": "éénzee"}, "nl-je", "éénzee", "éénzee", "Éénzee"),
    ],
)
def test_an_organisation_has_a_name_alone_within_a_sentence_and_at_its_start(
    plan: Plan, named: dict[str, Any], variant: str, title: str, within: str, start: str
) -> None:
    slots = plan(variant, organisation={"languages": ["nl", "en"], **named})
    assert (slots.org.short_name, slots.org.in_sentence, slots.org.at_start) == (title, within, start)
    assert within in slots.advisors[0].independence


def test_a_practice_a_place_and_who_maintains_the_site_are_called_by_the_language(plan: Plan) -> None:
    names = {"nl": "Noord", "en": "North"}
    changes: dict[str, Any] = {
        "organisation": {"languages": ["nl", "en"], "locations": [{"id": "noord", "name": names}]},
        "practice": {"name": names},
        "maintained_by": names,
        "noor": {"locations": ["noord"]},
    }
    for variant, name in (("nl-je", "Noord"), ("en", "North")):
        slots = plan(variant, **changes)
        assert slots.practice
        assert {slots.practice.name, slots.maintained_by, slots.locations[0].name, slots.advisors[0].locations} == {
            name
        }


@pytest.mark.parametrize(
    ("workforce", "from_10", "from_50"), [(9, False, False), (10, True, False), (49, True, False), (50, True, True)]
)
def test_size_decides_by_its_thresholds(plan: Plan, workforce: int, from_10: bool, from_50: bool) -> None:
    org = plan(organisation={"workforce": workforce}).org
    assert (org.from_10, org.from_50) == (from_10, from_50)


@pytest.mark.parametrize("sector", ["care", "education", "childcare", "culture", "business"])
def test_a_sector_sets_its_own_flag_only(plan: Plan, sector: str) -> None:
    org = plan(organisation={"sector": sector}).org
    flags = {name: getattr(org, name) for name in ("care", "education", "childcare", "culture")}
    assert flags == {name: name == sector for name in flags}


@pytest.mark.parametrize(
    ("valid_until", "shown"),
    [("2026-11-01", None), ("2026-11-02", "2\u00a0november 2026"), ("2027-06-30", "30\u00a0juni 2027")],
)
def test_a_certificate_is_shown_up_to_its_last_day(plan: Plan, valid_until: str, shown: str | None) -> None:
    certificate = plan(noor={"certificate": {"register": "LVV", "valid_until": valid_until}}).advisors[0].certificate
    assert (certificate and certificate.valid_until) == shown


def test_a_photo_needs_its_picture_and_nothing_else_shows(plan: Plan) -> None:
    media = Media(
        plan_palette("#0f5e5a"), photos={"noor": PlacedPicture("media/noor.jpg", "media/noor-2x.jpg", 160, 200)}
    )
    slots = plan(media=media)
    assert slots.advisors[0].photo and slots.advisors[0].photo.alt == "Foto van Noor Voorbeeld"
    assert slots.advisors[1].photo is None


AWAY = {"absences": [{"from": "2026-12-21", "until": "2027-01-03"}, {"from": "2027-05-01", "until": "2027-05-09"}]}


@pytest.mark.parametrize(
    ("day", "absent", "soon", "now"),
    [
        (
            "2026-11-02",
            False,
            "Noor is afwezig van 21\u00a0december 2026 tot en met 3\u00a0januari 2027.",
            "Noor is afwezig tot en met 3\u00a0januari 2027.",
        ),
        ("2026-12-21", True, None, "Noor is afwezig tot en met 3\u00a0januari 2027."),
        ("2027-01-03", True, None, "Noor is afwezig tot en met 3\u00a0januari 2027."),
        (
            "2027-04-30",
            False,
            "Noor is afwezig van 1 tot en met 9\u00a0mei 2027.",
            "Noor is afwezig tot en met 9\u00a0mei 2027.",
        ),
    ],
)
def test_the_next_absence_is_told_with_who_stands_in(
    plan: Plan, day: str, absent: bool, soon: str | None, now: str
) -> None:
    slots = plan(day=date.fromisoformat(day), noor=AWAY)
    noor, sam = slots.advisors
    (absence,) = noor.absences
    assert noor.absent is absent
    assert (absence.soon, absence.now, absence.next) == (soon, now, True)
    assert [(one.words, one.person and one.person.name) for one in absence.stand_ins] == [
        ("Vervanger dan:", "Sam Elders")
    ]
    assert slots.desk.all.in_turn == (noor, sam)
    assert slots.by_presence == ((sam, noor) if absent else (noor, sam))
    assert (noor.comes_first, sam.comes_first) == (not absent, absent)
    assert (noor.stands_in_for, sam.stands_in_for) == (None, noor.call_name)


def test_an_absence_is_told_no_sooner_than_the_profile_wants(plan: Plan) -> None:
    told = {
        ahead: [
            absence.since
            for absence in plan(day=date(2027, 1, 4), noor=AWAY, publication={"absences_ahead": ahead})
            .advisors[0]
            .absences
        ]
        for ahead in (60, 110, 111)
    }
    assert told == {60: [], 110: [], 111: ["2027-05-01"]}


def test_of_several_absences_only_the_next_is_in_sight(plan: Plan) -> None:
    slots = plan(noor=AWAY, publication={"absences_ahead": 365})
    assert [(absence.since, absence.next) for absence in slots.advisors[0].absences] == [
        ("2026-12-21", True),
        ("2027-05-01", False),
    ]


OVERLAPPING = {
    "absences": [{"from": "2026-11-20", "until": "2026-12-01"}, {"from": "2026-11-27", "until": "2026-12-20"}]
}
ADJACENT = {"absences": [{"from": "2026-12-02", "until": "2026-12-20"}, {"from": "2026-11-20", "until": "2026-12-01"}]}


@pytest.mark.parametrize("absences", [OVERLAPPING, ADJACENT])
@pytest.mark.parametrize("day", ["2026-11-02", "2026-11-21", "2026-11-30", "2026-12-07"])
def test_absences_that_touch_are_one(plan: Plan, absences: dict[str, Any], day: str) -> None:
    (absence,) = plan(day=date.fromisoformat(day), noor=absences).advisors[0].absences
    assert (absence.since, absence.now) == ("2026-11-20", "Noor is afwezig tot en met 20\u00a0december 2026.")


def away(first: str, last: str) -> dict[str, Any]:
    return {"absences": [{"from": first, "until": last}]}


@pytest.mark.parametrize(
    ("variant", "words"),
    [
        (
            "nl-je",
            [
                (
                    "Vervanger van 1 tot en met 9\u00a0december 2026 en van 21 tot en met 31\u00a0december 2026:",
                    "Sam Elders",
                ),
                ("Geen vervanger van 10 tot en met 20\u00a0december 2026.", None),
            ],
        ),
        (
            "en",
            [
                (
                    "Stand-in from 1 up to and including 9\u00a0December 2026 and from 21 up to and including 31\u00a0December 2026:",
                    "Sam Elders",
                ),
                ("Nobody stands in from 10 up to and including 20\u00a0December 2026.", None),
            ],
        ),
    ],
)
def test_who_stands_in_is_told_for_every_day_of_an_absence(
    plan: Plan, variant: str, words: list[tuple[str, str | None]]
) -> None:
    slots = plan(variant, noor=away("2026-12-01", "2026-12-31"), sam=away("2026-12-10", "2026-12-20"))
    (absence,) = slots.advisors[0].absences
    assert [(one.words, one.person and one.person.name) for one in absence.stand_ins] == words
    assert slots.team.may_be_empty


def test_a_day_away_alone_is_told_as_one_day(plan: Plan) -> None:
    (absence,) = plan(noor=away("2026-12-24", "2026-12-24")).advisors[0].absences
    assert absence.soon == "Noor is afwezig op 24\u00a0december 2026."


def test_an_absence_that_has_passed_leaves_nothing(plan: Plan) -> None:
    slots = plan(day=date(2027, 5, 10), noor=AWAY)
    assert slots.advisors[0].absences == ()
    assert slots.desk.all.in_turn == (slots.advisors[0],)
    assert "2027-05" not in str(slots.presence)


def test_where_everybody_is_away_nobody_stands_in_and_the_site_says_so(plan: Plan) -> None:
    slots = plan(day=date(2026, 12, 25), noor=AWAY, sam=AWAY)
    assert slots.team.nobody and slots.team.may_be_empty
    (absence,) = slots.advisors[0].absences
    assert [one.person for one in absence.stand_ins] == [None]
    assert not any(advisor.comes_first for advisor in slots.advisors)
    assert not plan(day=date(2026, 12, 25), noor=AWAY).team.nobody


def test_a_day_on_which_nobody_is_there_is_foreseen(plan: Plan) -> None:
    assert not plan(noor=AWAY, sam=AWAY).team.nobody
    assert plan(noor=AWAY, sam=AWAY).team.may_be_empty
    assert not plan(noor=AWAY).team.may_be_empty


@pytest.mark.parametrize(
    ("status", "url", "shown"),
    [
        ("A", None, "nog niet vastgesteld"),
        ("B", None, "nog niet vastgesteld"),
        ("A", "https://x.example/v", "A: "),
        ("B", "https://x.example/v", "B: "),
        ("C", None, "C: "),
        (None, None, "nog niet vastgesteld"),
    ],
)
def test_a_high_status_is_shown_with_its_statement_only(
    plan: Plan, status: str | None, url: str | None, shown: str
) -> None:
    accessibility = plan(accessibility={"status": status, "statement_url": url}).accessibility
    assert accessibility and shown in accessibility.status


def test_a_text_that_a_language_lacks_is_left_out_there(plan: Plan) -> None:
    said = {"notes_kept": {"nl": "zes weken"}, "introduction": {"en": "**Welcome**"}}
    dutch, english = plan("nl-je", **said), plan("en", **said)
    assert (dutch.notes_kept, dutch.introduction) == ("zes weken", None)
    assert (english.notes_kept, english.introduction) == (None, "<p><strong>Welcome</strong></p>")


@pytest.mark.parametrize(
    ("variant", "door", "officer"),
    [("nl-je", "Opvangteam", "Coördinator Kim"), ("en", "Support team", "Coordinator Kim")],
)
def test_a_name_that_differs_is_said_in_the_language_of_the_page(
    plan: Plan, variant: str, door: str, officer: str
) -> None:
    slots = plan(
        variant,
        doors={"incident_team": {"name": {"nl": "Opvangteam", "en": "Support team"}}, "hr": {"name": "Team HR"}},
        speak_up_procedure={"officer": {"nl": "Coördinator Kim", "en": "Coordinator Kim"}},
    )
    assert slots.doors.incident_team and slots.doors.hr and slots.speak_up
    assert (slots.doors.incident_team.name, slots.doors.hr.name, slots.speak_up.officer) == (door, "Team HR", officer)


def test_a_procedure_without_a_name_gets_a_general_one_in_each_language(plan: Plan) -> None:
    said = {"complaints_procedure": {"url": "https://x.example/k"}}
    dutch, english = plan("nl-je", **said).complaints, plan("en", **said).complaints
    assert dutch and english
    assert (dutch.name, english.name) == ("de klachtenregeling", "the complaints procedure")


def test_a_topic_is_inside_where_an_advisor_does_that_work(plan: Plan) -> None:
    both = plan().inside
    assert both.bullying and both.integrity and not both.conflict and not both.illness
    conduct_only = plan(noor={"scope": ["conduct"]}, sam={"scope": ["conduct"]}).inside
    assert conduct_only.bullying and not conduct_only.integrity
    one_of_two = plan(noor={"scope": ["conduct"]}, sam={"scope": ["integrity"]}).inside
    assert one_of_two.bullying and one_of_two.integrity


def test_a_profile_moves_a_topic_and_adds_a_note(plan: Plan) -> None:
    slots = plan(topics={"workload": {"inside": True, "note": {"nl": "Bij ons wel."}}, "bullying": {"inside": False}})
    assert slots.inside.workload and not slots.inside.bullying
    assert (slots.note.workload, slots.note.bullying) == ("Bij ons wel.", None)


def test_a_law_leaves_on_the_day_it_lapses(plan: Plan, facts: dict[str, Facts]) -> None:
    name, lapses = min(((name, day) for name, day in facts["nl-je"].laws.items() if day), key=lambda law: law[1])
    lasting_law = next(name for name, day in facts["nl-je"].laws.items() if day is None)
    for day, current in ((lapses - timedelta(days=1), True), (lapses, False)):
        slots = plan(day=day)
        assert getattr(slots.current, name) is current
        assert getattr(slots.current, lasting_law)


def test_an_app_opens_at_the_number_in_its_own_form(plan: Plan) -> None:
    advisor = plan(noor={"whatsapp": "06 12345678", "signal": "06 12345678"}).advisors[0]
    assert advisor.whatsapp and advisor.signal
    assert (advisor.whatsapp.href, advisor.signal.href) == (
        "https://wa.me/31612345678",
        "https://signal.me/#p/+31612345678",
    )


@pytest.mark.parametrize(
    ("languages", "variant", "roots"),
    [
        (["nl", "en"], "nl-je", {"nl": "", "en": "en/"}),
        (["nl", "en"], "en", {"nl": "../", "en": ""}),
        (["en", "nl"], "nl-u", {"nl": "", "en": "../"}),
        (["en", "nl"], "en", {"nl": "nl/", "en": ""}),
    ],
)
def test_each_language_knows_the_way_to_the_others(
    plan: Plan, languages: list[str], variant: str, roots: dict[str, str]
) -> None:
    slots = plan(variant, organisation={"languages": languages})
    assert {language.code: language.root.href for language in slots.site.languages} == roots
    assert slots.site.several_languages


def test_locations_name_who_serves_them(plan: Plan) -> None:
    slots = plan(
        organisation={"locations": [{"id": "kade", "name": "Kade"}, {"id": "werf", "name": "Werf"}]},
        noor={"locations": ["kade"]},
    )
    assert {place.name: [person.name for person in place.advisors] for place in slots.locations} == {
        "Kade": ["Noor Voorbeeld", "Sam Elders"],
        "Werf": ["Sam Elders"],
    }
    assert (slots.advisors[0].locations, slots.advisors[1].locations) == ("Kade", None)


@pytest.mark.parametrize(
    ("kind", "scope"), [("internal", ["conduct"]), ("external", ["integrity"]), ("external", ["conduct", "integrity"])]
)
def test_what_an_advisor_is_and_is_there_for_stands_as_yes_or_no(plan: Plan, kind: str, scope: list[str]) -> None:
    (advisor,) = plan(sam=None, noor={"kind": kind, "scope": scope, "backup": None}).advisors
    assert (advisor.internal, advisor.external) == (kind == "internal", kind == "external")
    assert (advisor.conduct, advisor.integrity) == ("conduct" in scope, "integrity" in scope)


def test_the_extra_duty_is_told_of_officials_of_the_organisation_itself(plan: Plan) -> None:
    assert plan(noor={"kind": "internal", "is_official": True}).team.official
    assert not plan(noor={"is_official": True}).team.official
    assert not plan(noor={"kind": "internal"}).team.official


def test_the_form_of_address_reaches_the_sentences_of_the_program(facts: dict[str, Facts]) -> None:
    differ = {key for key, text in facts["nl-je"].strings.items() if text != facts["nl-u"].strings[key]}
    assert differ
    assert not [text for name in ("nl-je", "nl-u") for text in facts[name].strings.values() if MARK.search(text)]


def test_a_site_lasts_until_an_absence_a_certificate_a_law_or_a_week_changes_it(facts: dict[str, Facts]) -> None:
    law = min(day for day in facts["nl-je"].laws.values() if day)
    before = law - timedelta(days=20)
    away = {"absences": [{"from": str(before + timedelta(days=5)), "until": str(before + timedelta(days=9))}]}
    certified = {"certificate": {"register": "LVV", "valid_until": str(before + timedelta(days=14))}}
    one = profile(noor=away, sam=certified)
    ends = []
    day = before
    while day < law:
        stretch = lasting_for(one, facts["nl-je"], day)
        assert stretch.holds(day)
        ends.append((stretch.end - before).days)
        day = stretch.end
    weeks = [days for days in range(1, 20) if (before + timedelta(days=days)).weekday() == 0]
    assert ends == sorted({5, 10, 15, 20, *weeks})


@pytest.mark.parametrize(("number", "shown"), [("112", None), ("2222", "2222")])
def test_the_emergency_number_stands_beside_112_and_is_not_112_again(
    plan: Plan, number: str, shown: str | None
) -> None:
    assert plan(internal_emergency_number=number).org.emergency_number == shown
