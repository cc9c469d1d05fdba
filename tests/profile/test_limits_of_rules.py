"""Where each rule between keys begins and ends: what is told, of which key, how gravely and with which line to write."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from voorlichter.problems import Say
from voorlichter.profile.model import Profile
from voorlichter.profile.read import ProfileSource
from voorlichter.profile.rules import RULES, WRITTEN_RULES
from voorlichter.profile.topics import TopicKind
from voorlichter.profile.view import ProfileView
from voorlichter.profile.vocabulary import Vocabulary
from voorlichter.yaml_source import read_yaml

PATH = Path("profile.yml")
TODAY = date(2026, 11, 2)
VOCABULARY = Vocabulary(
    {
        "workload": TopicKind("grey", "conduct"),
        "bullying": TopicKind("yes", "conduct"),
        "integrity": TopicKind("yes", "integrity"),
    },
    ("role", "dilemmas", "money"),
    ("dilemmas",),
    {"role": None, "dilemmas": "conduct", "money": "integrity"},
    {"works_council": Say("Ondernemingsraad", "Works council"), "hr": Say("HR", "HR")},
)
NOOR = "{id: noor, name: Noor Voorbeeld, kind: external, phone: 020 000 00 01%s}"
SAM = "{id: sam, name: Sam Elders, kind: internal, phone: 020 000 00 02%s}"


def profile(noor: str | None = "", sam: str | None = "", organisation: str = "", more: str = "") -> str:
    """One with two advisors, and what is said beside that of each, of the organisation and of the whole."""
    people = [one % f", {said}" if said else one % "" for one, said in ((NOOR, noor), (SAM, sam)) if said is not None]
    parts = f"organisation: {{name: De Zeester, workforce: 20{', ' if organisation else ''}{organisation}}}"
    return f"{parts}\nadvisors:\n{''.join(f'  - {one}' + chr(10) for one in people)}{more}\n"


Said = tuple[str, str, str, str]
"""The rule, the key, how grave, and what to write."""


def said_of(text: str) -> Iterator[Said]:
    read = read_yaml(PATH, text.encode())
    assert not read.problems, (text, read.problems)
    source = ProfileSource(PATH, read.data, read.keys, read.values, slug="zeester")
    for written in WRITTEN_RULES:
        for problem in written(source, VOCABULARY):
            yield written.__name__, problem.where, problem.severity, problem.fix.en
    view = ProfileView(Profile.model_validate(read.data), source, VOCABULARY, TODAY)
    for rule in RULES:
        for problem in rule(view):
            yield rule.__name__, problem.where, problem.severity, problem.fix.en


W, E = "warning", "error"
TOLD: list[tuple[str, str, list[tuple[str, str, str]]]] = [
    (
        "no_advisor_is_hr_or_manager",
        profile(sam="is_hr_or_manager: true"),
        [("advisors[1].is_hr_or_manager", E, "choose somebody else, or write: is_hr_or_manager: false")],
    ),
    (
        "photos_have_consent",
        profile(sam="photo: sam.jpg"),
        [("advisors[1].photo", W, "ask, then write: photo_consent: true")],
    ),
    ("photos_have_consent", profile("photo: a.jpg, photo_consent: true", "photo_consent: false"), []),
    (
        "certificates_are_valid",
        profile("certificate: {register: LVV, valid_until: 2026-11-01}"),
        [("advisors[0].certificate.valid_until", W, "fill in the new date, or remove certificate")],
    ),
    ("certificates_are_valid", profile("certificate: {register: LVV, valid_until: 2026-11-02}"), []),
    (
        "call_names_are_told_apart",
        profile("call_name: Alex", "call_name: alex"),
        [("advisors[1].call_name", W, "write for both how to tell them apart; now: call_name: Sam Elders")],
    ),
    (
        "call_names_are_told_apart",
        profile("call_name: Sam"),
        [("advisors[1].name", W, "write for both how to tell them apart; now: call_name: Sam Elders")],
    ),
    ("call_names_are_told_apart", profile(), []),
    (
        "a_practice_has_an_external_advisor",
        profile(None, more="practice: {name: Luister}"),
        [("practice", W, "write kind: external for whoever works for this practice, or remove practice")],
    ),
    ("a_practice_has_an_external_advisor", profile(more="practice: {name: Luister}"), []),
    ("a_practice_has_an_external_advisor", profile(None), []),
    ("backups_exist", profile("backup: kim"), [("advisors[0].backup", E, "write: backup: sam")]),
    (
        "backups_exist",
        profile("backup: kim", None),
        [("advisors[0].backup", E, "add kim under advisors, or remove the line")],
    ),
    ("backups_exist", profile("backup: sam"), []),
    (
        "backups_are_somebody_else",
        profile(sam="backup: sam"),
        [("advisors[1].backup", E, "name somebody else, or remove the line")],
    ),
    ("backups_are_somebody_else", profile("backup: sam"), []),
    (
        "backups_run_in_no_ring",
        profile("backup: sam", "backup: noor"),
        [("advisors[0].backup", E, "remove backup from sam; whoever is left then stands in by itself")],
    ),
    ("backups_run_in_no_ring", profile("backup: noor"), []),
    ("backups_run_in_no_ring", profile("backup: sam", "backup: sam"), []),
    (
        "absences_run_forward",
        profile("absences: [{from: 2026-12-02, until: 2026-12-02}, {from: 2026-12-02, until: 2026-12-01}]"),
        [("advisors[0].absences[1].until", E, 'write: until: "2026-12-02" or later')],
    ),
    ("a_backup_is_named", profile(sam=None), [("advisors", W, "add a second advisor and write: backup: name")]),
    ("a_backup_is_named", profile(), []),
    (
        "somebody_is_left_every_day",
        profile(
            "absences: [{from: 2026-12-01, until: 2026-12-09}]", "absences: [{from: 2026-12-09, until: 2026-12-20}]"
        ),
        [("advisors", W, "agree who is there then: change absences, or add somebody")],
    ),
    (
        "somebody_is_left_every_day",
        profile(
            "absences: [{from: 2026-12-01, until: 2026-12-09}]", "absences: [{from: 2026-12-10, until: 2026-12-20}]"
        ),
        [],
    ),
    (
        "somebody_is_left_every_day",
        profile("absences: [{from: 2026-12-01, until: 2026-12-09}], scope: [conduct]", "scope: [integrity]"),
        [("advisors", W, "agree who is there then: change absences, or add somebody")],
    ),
    (
        "somebody_is_left_every_day",
        profile("scope: [conduct]", "absences: [{from: 2026-12-01, until: 2026-12-09}], scope: [integrity]"),
        [("advisors", W, "agree who is there then: change absences, or add somebody")],
    ),
    (
        "somebody_is_left_every_day",
        profile(
            "absences: [{from: 2026-12-01, until: 2026-12-01}], scope: [conduct]",
            "absences: [{from: 2026-12-02, until: 2026-12-02}], scope: [integrity]",
            "locations: [{id: a, name: A}]",
        ),
        [("advisors", W, "agree who is there then: change absences, or add somebody")] * 2,
    ),
    ("somebody_is_left_every_day", profile("absences: [{from: 2026-10-01, until: 2026-11-01}]", None), []),
    (
        "backups_do_the_same_work",
        profile("backup: sam", "scope: [conduct]"),
        [("advisors[0].backup", W, "write for sam: scope: [conduct, integrity], or choose another backup")],
    ),
    ("backups_do_the_same_work", profile("backup: sam, scope: [conduct]", "scope: [conduct]"), []),
    (
        "backups_do_the_same_work",
        profile("scope: [conduct]", "backup: noor"),
        [("advisors[1].backup", W, "write for noor: scope: [conduct, integrity], or choose another backup")],
    ),
    (
        "backups_do_the_same_work",
        profile(
            "scope: [integrity], locations: [a]", "backup: noor", "locations: [{id: a, name: A}, {id: b, name: B}]"
        ),
        [
            ("advisors[1].backup", W, "write for noor: scope: [integrity, conduct], or choose another backup"),
            ("advisors[1].backup", W, "write for noor: locations: [a, b], or choose another backup"),
        ],
    ),
    (
        "backups_do_the_same_work",
        profile("backup: sam", "locations: [a]", "locations: [{id: a, name: A}, {id: b, name: B}]"),
        [("advisors[0].backup", W, "write for sam: locations: [a, b], or choose another backup")],
    ),
    (
        "backups_do_the_same_work",
        profile(
            "backup: sam, locations: [b]",
            "locations: [a]",
            "locations: [{id: a, name: A}, {id: b, name: B}, {id: c, name: C}]",
        ),
        [("advisors[0].backup", W, "write for sam: locations: [a, b], or choose another backup")],
    ),
    (
        "backups_do_the_same_work",
        profile("backup: sam, locations: [b]", "", "locations: [{id: a, name: A}, {id: b, name: B}]"),
        [],
    ),
    ("backups_do_the_same_work", profile("backup: noor, scope: [conduct]"), []),
    (
        "locations_exist",
        profile("locations: [a, z]", "", "locations: [{id: a, name: A}, {id: b, name: B}]"),
        [("advisors[0].locations[1]", E, "choose from: a, b")],
    ),
    (
        "locations_exist",
        profile(sam="locations: [z]"),
        [("advisors[1].locations[0]", E, "put z under organisation.locations")],
    ),
    (
        "every_place_is_served",
        profile("locations: [a]", "locations: [a]", "locations: [{id: a, name: A}, {id: b, name: B}]"),
        [
            (
                "organisation.locations[1]",
                W,
                "add the location to whoever serves it too, for instance for noor: locations: [a, b]",
            )
        ]
        * 2,
    ),
    (
        "every_place_is_served",
        profile(
            "locations: [a], scope: [conduct]", "scope: [integrity]", "locations: [{id: a, name: A}, {id: b, name: B}]"
        ),
        [
            (
                "organisation.locations[1]",
                W,
                "add the location to whoever serves it too, for instance for noor: locations: [a, b]",
            )
        ],
    ),
    ("every_place_is_served", profile("locations: [a]", "", "locations: [{id: a, name: A}, {id: b, name: B}]"), []),
    (
        "a_speak_up_procedure_is_there",
        profile(organisation="people_served: clients").replace("workforce: 20", "workforce: 50"),
        [("organisation.workforce", W, "write for example: speak_up_procedure: {officer: name, email: address}")],
    ),
    ("a_speak_up_procedure_is_there", profile().replace("workforce: 20", "workforce: 49"), []),
    (
        "a_speak_up_procedure_is_there",
        profile(more="speak_up_procedure: {officer: Robin}").replace("workforce: 20", "workforce: 50"),
        [],
    ),
    (
        "speak_up_officer_is_no_advisor",
        profile(more="speak_up_procedure: {officer: sam  ELDERS}"),
        [("speak_up_procedure.officer", E, "name an independent officer, or remove officer")],
    ),
    (
        "speak_up_officer_is_no_advisor",
        profile(more="speak_up_procedure: {phone: +31 20 000 0001}"),
        [("speak_up_procedure.phone", E, "name an independent officer, or remove phone")],
    ),
    (
        "speak_up_officer_is_no_advisor",
        profile("email: N@z.example", more="speak_up_procedure: {email: n@z.example}"),
        [("speak_up_procedure.email", E, "name an independent officer, or remove email")],
    ),
    (
        "speak_up_officer_is_no_advisor",
        profile(
            "email: n@z.example",
            more="speak_up_procedure: {officer: {nl: Robin, en: Kim}, email: r@z.example, phone: 020 000 00 09}",
        ),
        [],
    ),
    (
        "a_public_body_has_a_statement",
        profile(organisation="public_body: true"),
        [("organisation.public_body", W, "write for example: accessibility: {status: C, statement_url: https://…}")],
    ),
    (
        "a_public_body_has_a_statement",
        profile(organisation="public_body: true", more="accessibility: {status: C}"),
        [("organisation.public_body", W, "write for example: accessibility: {status: C, statement_url: https://…}")],
    ),
    (
        "a_public_body_has_a_statement",
        profile(organisation="public_body: true", more="accessibility: {statement_url: https://a.example}"),
        [],
    ),
    ("a_public_body_has_a_statement", profile(), []),
    (
        "a_high_status_has_an_audit",
        profile(more="accessibility: {status: B}"),
        [("accessibility.status", W, "write as well, for example: statement_url: https://…")],
    ),
    ("a_high_status_has_an_audit", profile(more="accessibility: {status: A, statement_url: https://a.example}"), []),
    ("a_high_status_has_an_audit", profile(more="accessibility: {status: C}"), []),
    (
        "ids_are_unique",
        profile(sam=None).replace("advisors:", f"advisors:\n  - {NOOR % ''}"),
        [("advisors[1].id", E, "give the second another id: id: noor-2")],
    ),
    (
        "ids_are_unique",
        profile(organisation="locations: [{id: a, name: A}, {id: a, name: B}]"),
        [("organisation.locations[1].id", E, "give the second another id: id: a-2")],
    ),
    ("ids_are_unique", profile(organisation="locations: [{id: noor, name: A}]"), []),
    (
        "languages_are_unique",
        profile(organisation="languages: [nl, en, nl, pl, pl]"),
        [("organisation.languages", E, "write: languages: [nl, en, pl]")],
    ),
    ("languages_are_unique", profile(organisation="languages: [nl, en, pl]"), []),
    (
        "the_first_language_has_every_page",
        profile(organisation="languages: [pl, en, nl]"),
        [("organisation.languages", E, "write: languages: [en, pl, nl]")],
    ),
    (
        "the_first_language_has_every_page",
        profile(organisation="languages: [pl]"),
        [("organisation.languages", E, "write: languages: [nl, pl]")],
    ),
    ("the_first_language_has_every_page", profile(organisation="languages: [en, pl]"), []),
    (
        "the_site_has_the_address_of_a_folder",
        profile(more="publication: {url: https://Z.example/vp/index.html}"),
        [("publication.url", W, "write: url: https://z.example/vp")],
    ),
    (
        "the_site_has_the_address_of_a_folder",
        profile(more="publication: {url: 'https://z.example/vp?a=b'}"),
        [("publication.url", W, "write: url: https://z.example/vp")],
    ),
    (
        "the_site_has_the_address_of_a_folder",
        profile(more="publication: {url: 'https://z.example/vp#a'}"),
        [("publication.url", W, "write: url: https://z.example/vp")],
    ),
    (
        "the_site_has_the_address_of_a_folder",
        profile(organisation="languages: [nl, en]", more="publication: {url: https://z.example/vp/en/}"),
        [
            (
                "publication.url",
                W,
                "write: url: https://z.example/vp, or leave it if the site really goes into a folder en",
            )
        ],
    ),
    (
        "the_site_has_the_address_of_a_folder",
        profile(organisation="languages: [nl, en]", more="publication: {url: https://z.example/vp/nl}"),
        [],
    ),
    ("the_site_has_the_address_of_a_folder", profile(more="publication: {url: HTTPS://Z.example/vp/}"), []),
    (
        "review_is_not_past",
        profile(more="review_by: 2026-11-01"),
        [("review_by", W, "check the data and set a new date")],
    ),
    ("review_is_not_past", profile(more="review_by: 2026-11-02"), []),
    (
        "somebody_can_be_reached",
        profile(None, None).replace("advisors:", "advisors: [{id: noor, name: Noor, kind: internal}]"),
        [("advisors", E, 'write for the first, for example: phone: "020 000 00 01"')],
    ),
    (
        "somebody_can_be_reached",
        profile(None, None).replace(
            "advisors:", "advisors: [{id: noor, name: Noor, kind: internal, signal: 06 12345678}]"
        ),
        [],
    ),
    (
        "somebody_can_be_reached_for_each_subject",
        profile("scope: [conduct]", None).replace(
            "advisors:", "advisors:\n  - {id: kim, name: Kim, kind: internal, scope: [integrity]}"
        ),
        [("advisors[0]", E, 'write for Kim, for example: phone: "020 000 00 01"')],
    ),
    ("somebody_can_be_reached_for_each_subject", profile("scope: [conduct]", None), []),
    (
        "numbers_can_be_rung_by_the_reader",
        profile(None, more="publication: {url: https://z.example}").replace("020 000 00 02", "'4321'"),
        [("advisors[0].phone", W, "write the whole number, or name an e-mail address as well")],
    ),
    (
        "numbers_can_be_rung_by_the_reader",
        profile(None, "email: s@z.example", more="publication: {url: https://z.example}").replace(
            "020 000 00 02", "'4321'"
        ),
        [("advisors[0].phone", W, "write the whole number")],
    ),
    ("numbers_can_be_rung_by_the_reader", profile(None).replace("020 000 00 02", "'4321'"), []),
    (
        "numbers_can_be_rung_by_the_reader",
        profile(None).replace("020 000 00 02", "0900 8844"),
        [("advisors[0].phone", W, "write an ordinary number where there is one")],
    ),
    (
        "the_emergency_number_is_another",
        profile(more="internal_emergency_number: '112'"),
        [("internal_emergency_number", W, "remove the line, or write the organisation's own number")],
    ),
    ("the_emergency_number_is_another", profile(more="internal_emergency_number: '2222'"), []),
    (
        "topics_exist",
        profile(more="topics: {nothing: {inside: true}}"),
        [("topics.nothing", E, "choose from: workload, bullying, integrity")],
    ),
    ("topics_exist", profile(more="topics: {workload: {inside: true}}"), []),
    (
        "topics_follow_the_scope",
        profile("scope: [conduct]", "scope: [conduct]", more="topics: {integrity: {inside: true}}"),
        [
            (
                "topics.integrity.inside",
                E,
                "write for whoever does this: scope: [conduct, integrity], or remove this line",
            )
        ],
    ),
    (
        "topics_follow_the_scope",
        profile(more="topics: {bullying: {inside: false}}"),
        [
            (
                "topics.bullying.inside",
                E,
                "remove this line; if nobody does this, write for every advisor: scope: [integrity]",
            )
        ],
    ),
    (
        "topics_follow_the_scope",
        profile(more="topics: {bullying: {inside: true}, workload: {inside: false}, integrity: {note: {nl: a}}}"),
        [],
    ),
    (
        "topics_follow_the_scope",
        profile("scope: [conduct]", "scope: [conduct]", more="topics: {integrity: {inside: false}}"),
        [],
    ),
    (
        "doors_exist",
        profile(more="doors: {works_counsil: {name: OR}}"),
        [("doors.works_counsil", E, "write: works_council:")],
    ),
    (
        "doors_exist",
        profile(more="doors: {ondernemingsraad: {name: OR}}"),
        [("doors.ondernemingsraad", E, "write: works_council:")],
    ),
    (
        "doors_exist",
        profile(more="doors: {zzzzzz: {name: OR}}"),
        [("doors.zzzzzz", E, "choose from: works_council, hr")],
    ),
    ("doors_exist", profile(more="doors: {hr: {name: HR}}"), []),
    (
        "modules_exist",
        profile(more="training: {modules: [role, dance]}"),
        [("training.modules[1]", E, "choose from: role, dilemmas, money")],
    ),
    (
        "modules_are_chosen_once",
        profile(more="training: {modules: [role, dilemmas, role]}"),
        [("training.modules[2]", E, "remove the second")],
    ),
    (
        "renamed_modules_are_chosen",
        profile(more="training: {renamed: {rol: {title: {nl: a}}}}"),
        [("training.renamed.rol", W, "did you mean role?")],
    ),
    (
        "renamed_modules_are_chosen",
        profile(more="training: {renamed: {dilemmas: {title: {nl: a}}}}"),
        [("training.renamed.dilemmas", W, "name the module under modules, or remove this title")],
    ),
    ("renamed_modules_are_chosen", profile(more="training: {renamed: {role: {title: {nl: a}}}}"), []),
    (
        "modules_have_an_advisor",
        profile("scope: [conduct]", "scope: [conduct]", more="training: {modules: [role, money]}"),
        [("training.modules[1]", W, "remove money here")],
    ),
    ("modules_have_an_advisor", profile(more="training: {modules: [role, money, dilemmas]}"), []),
    (
        "a_pass_mark_has_a_score",
        profile(more="training: {pass_mark: 80}"),
        [("training.pass_mark", W, "remove pass_mark, or choose a module with right and wrong answers")],
    ),
    (
        "a_pass_mark_has_a_score",
        profile(
            "scope: [integrity]", "scope: [integrity]", more="training: {modules: [role, dilemmas], pass_mark: 80}"
        ),
        [("training.pass_mark", W, "remove pass_mark, or choose a module with right and wrong answers")],
    ),
    ("a_pass_mark_has_a_score", profile(more="training: {modules: [role, dilemmas], pass_mark: 80}"), []),
    ("a_pass_mark_has_a_score", profile(), []),
    (
        "a_certificate_has_a_module",
        profile(more="training: {modules: [], certificate: true}"),
        [("training.certificate", W, "write for example: modules: [role], or remove certificate")],
    ),
    ("a_certificate_has_a_module", profile(more="training: {certificate: true}"), []),
    ("a_certificate_has_a_module", profile(more="training: {modules: []}"), []),
    (
        "an_organisation_fits_in_a_sentence",
        profile().replace("De Zeester", "De gemeente"),
        [("organisation.name", W, 'write under organisation: in_sentence: "de gemeente"')],
    ),
    (
        "an_organisation_fits_in_a_sentence",
        profile(organisation="languages: [nl, en]").replace("De Zeester", "De politie"),
        [("organisation.name", W, 'write under organisation: in_sentence: {nl: "de politie", en: "the police"}')],
    ),
    (
        "an_organisation_fits_in_a_sentence",
        profile(organisation="languages: [nl, en], short_name: de haven"),
        [("organisation.short_name", W, 'write under organisation: in_sentence: {nl: "de haven", en: "the …"}')],
    ),
    ("an_organisation_fits_in_a_sentence", profile(organisation="in_sentence: de haven"), []),
    ("an_organisation_fits_in_a_sentence", profile(), []),
    (
        "texts_are_in_every_language",
        profile(organisation="languages: [nl, en]", more="notes_kept: {nl: a}"),
        [("notes_kept", W, 'add: en: "…"')],
    ),
    ("texts_are_in_every_language", profile("about: {en: a}"), [("advisors[0].about", W, 'add: nl: "…"')]),
    ("texts_are_in_every_language", profile(more="notes_kept: {nl: a}"), []),
    (
        "links_in_texts_can_be_opened",
        profile(more="introduction: {nl: '[a](https://-z.example/a)'}"),
        [("introduction.nl", E, "write an address such as https://…")],
    ),
    ("links_in_texts_can_be_opened", profile(more="introduction: {nl: '[a](https://z.example/a)'}"), []),
    (
        "names_can_be_printed",
        profile().replace("De Zeester", "De Zeester ⭐"),
        [("organisation.name", W, "write the name without this sign if the organisation wants printed sheets")],
    ),
    ("names_can_be_printed", profile(more="introduction: {nl: ⭐}"), []),
    (
        "everybody_can_be_called_by_name",
        profile().replace("Noor Voorbeeld", "'Voorbeeld, Noor'"),
        [("advisors[0].name", W, "write: name: Noor Voorbeeld")],
    ),
    (
        "everybody_can_be_called_by_name",
        profile().replace("Noor Voorbeeld", "J. Voorbeeld"),
        [("advisors[0].name", W, "add the name people use; if this is right: call_name: J. Voorbeeld")],
    ),
    ("everybody_can_be_called_by_name", profile("call_name: Noor").replace("Noor Voorbeeld", "J. Voorbeeld"), []),
    ("everybody_can_be_called_by_name", profile().replace("Noor Voorbeeld", "Bureau Luister"), []),
    (
        "nothing_left_to_fill_in",
        profile().replace("Noor Voorbeeld", "VUL IN"),
        [("advisors[0].name", E, "fill in the value, or remove the line where it is not required")],
    ),
    ("nothing_is_left_out", profile("call_name: n.v.t."), [("advisors[0].call_name", E, "remove the line")]),
    (
        "nothing_is_left_out",
        profile().replace("Noor Voorbeeld", "onbekend"),
        [("advisors[0].name", E, "fill in the value; this must be there")],
    ),
    ("nothing_is_left_out", profile("call_name: Geen Idee"), []),
    (
        "no_slots_or_marks",
        profile(more="introduction: {nl: 'Bel {je|u} van [[ org.name ]]'}"),
        [("introduction.nl", W, "write “je” in place of {je|u}; write “De Zeester” in place of [[ org.name ]]")],
    ),
    (
        "no_slots_or_marks",
        profile(organisation="form_of_address: u", more="introduction: {nl: 'Bel {je|u} [[ x ]]'}"),
        [("introduction.nl", W, "write “u” in place of {je|u}; write yourself what must stand in place of [[ x ]]")],
    ),
    ("no_slots_or_marks", profile(more="introduction: {nl: 'een [link](https://z.example)'}"), []),
]


@pytest.mark.parametrize(
    ("name", "dutch", "english"),
    [
        ("de politie", "de politie", "the police"),
        ("De brandweer", "de brandweer", "the fire brigade"),
        ("De gemeente", "de gemeente", "the municipality"),
        ("De provincie", "de provincie", "the province"),
        ("Het ministerie", "het ministerie", "the ministry"),
        ("Het waterschap", "het waterschap", "the water authority"),
        ("De rechtbank", "de rechtbank", "the court"),
        ("De universiteit", "de universiteit", "the university"),
        ("De hogeschool", "de hogeschool", "the university of applied sciences"),
        ("De school", "de school", "the school"),
        ("De stichting", "de stichting", "the foundation"),
        ("De vereniging", "de vereniging", "the association"),
        ("De bibliotheek", "de bibliotheek", "the library"),
        ("Een haven", "een haven", "the …"),
        ("'t haventje", "'t haventje", "the …"),
        ("The port", "the port", "the port"),
        ("An office", "an office", "an office"),
        ("A school", "a school", "a school"),
    ],
)
def test_an_organisation_with_an_article_has_one_in_each_language(name: str, dutch: str, english: str) -> None:
    text = profile(organisation="languages: [nl, en]").replace("De Zeester", f'"{name}"')
    told = [said for said in said_of(text) if said[0] == "an_organisation_fits_in_a_sentence"]
    line = f'write under organisation: in_sentence: {{nl: "{dutch}", en: "{english}"}}'
    assert told == [("an_organisation_fits_in_a_sentence", "organisation.name", W, line)]


@pytest.mark.parametrize(("rule", "text", "told"), TOLD, ids=[f"{number}-{one[0]}" for number, one in enumerate(TOLD)])
def test_a_rule_tells_what_is_wrong_and_not_what_just_is_not(
    rule: str, text: str, told: list[tuple[str, str, str]]
) -> None:
    assert [said[1:] for said in said_of(text) if said[0] == rule] == told


def test_every_rule_that_is_tried_here_is_one() -> None:
    names = {rule.__name__ for rule in (*RULES, *WRITTEN_RULES)}
    assert {rule for rule, _, _ in TOLD} <= names
    assert all(any(told for tried, _, told in TOLD if tried == rule) for rule, _, _ in TOLD)


def test_a_profile_in_order_is_told_nothing() -> None:
    assert list(said_of(profile("hours: {mon: 9-17}", "hours: {tue: 9-17}"))) == []


CASE = (
    "dit lijkt op gegevens over een melding; die horen hier nooit",
    "this looks like data about a case; that never belongs here",
    "haal de regel weg, ook uit oudere versies van dit bestand",
    "remove the line, from older versions of this file as well",
)


def nothing_said(value: str, *, needed: bool) -> tuple[str, str, str, str]:
    return (
        f"“{value}” zou zo op de site komen",
        f"“{value}” would stand like that on the site",
        "vul de waarde in; dit hoort er te staan" if needed else "haal de regel weg",
        "fill in the value; this must be there" if needed else "remove the line",
    )


def instead(typed: str, word: str = "") -> tuple[str, str, str, str]:
    return (
        f"{typed} werkt alleen op pagina's, niet in een profiel",
        f"{typed} works on pages only, not in a profile",
        f"schrijf “{word}” in plaats van {typed}" if word else f"schrijf zelf wat er moet staan in plaats van {typed}",
        f"write “{word}” in place of {typed}" if word else f"write yourself what must stand in place of {typed}",
    )


LEFT = (
    "hier staat nog FILL IN",
    "this still says FILL IN",
    "vul de waarde in, of haal de regel weg als zij niet verplicht is",
    "fill in the value, or remove the line where it is not required",
)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("organisation: {meldingen: 3}\n", [("organisation.meldingen", 1, 16, E, *CASE)]),
        ("a: 1\nper_melding_2026: 3\n", [("per_melding_2026", 2, 1, E, *CASE)]),
        ("doors: {incident_team: {name: Kim}}\n", []),
        ("topics: {meldingen: {inside: true}}\n", []),
        ("doors:\n  hr:\n    meldingen: 2\n", [("doors.hr.meldingen", 3, 5, E, *CASE)]),
        ("doors: {a: 1}\nbrand: {meldingen: {b: 1}}\n", [("brand.meldingen", 2, 9, E, *CASE)]),
        ("notes_kept: x\nadvisors: [{note: y}]\n", []),
        ("brand: {logo: een FILL IN.svg}\n", [("brand.logo", 1, 15, E, *LEFT)]),
        ("brand: {logo: FILL INN, logo_alt: fill in}\n", []),
        ("brand:\n  logo: '-'\n", [("brand.logo", 2, 9, E, *nothing_said("-", needed=False))]),
        ("organisation: {name: ' TBD '}\n", [("organisation.name", 1, 22, E, *nothing_said(" TBD ", needed=True))]),
        ("organisation: {name: tbde, short_name: '----'}\n", []),
        ("- 'Bel {je|u}'\n", [("[0]", 1, 3, W, *instead("{je|u}", "je"))]),
        ("a: 'Bel {je|u}'\norganisation: x\n", [("a", 1, 4, W, *instead("{je|u}", "je"))]),
        ("a: 'Bel [[org.name]]'\n", [("a", 1, 4, W, *instead("[[org.name]]"))]),
        ("a: '[% if x %]'\norganisation: {name: Z}\n", [("a", 1, 4, W, *instead("[% if x %]"))]),
        (
            "a: '[[ org.short_name ]]'\norganisation: {name: Z}\n",
            [("a", 1, 4, W, *instead("[[ org.short_name ]]", "Z"))],
        ),
        (
            "a: '[[ org.short_name ]]'\norganisation: {name: Z, short_name: S}\n",
            [("a", 1, 4, W, *instead("[[ org.short_name ]]", "S"))],
        ),
        ("a: '[[ org.name ]]'\norganisation: {name: {nl: Z}}\n", [("a", 1, 4, W, *instead("[[ org.name ]]"))]),
        ("a: 'x {y} [z] {|'\n", []),
        ("a: 'x {|u}'\norganisation: {form_of_address: u}\n", [("a", 1, 4, W, *instead("{|u}", "u"))]),
    ],
)
def test_a_rule_on_the_text_tells_what_stands_there_before_it_is_a_profile(
    text: str, told: list[tuple[str, int, int, str, str, str, str, str]]
) -> None:
    read = read_yaml(PATH, text.encode())
    source = ProfileSource(PATH, read.data, read.keys, read.values, slug="zeester")
    assert [
        (
            *(one.where, one.mark.line, one.mark.column, one.severity),
            *(one.message.nl, one.message.en, one.fix.nl, one.fix.en),
        )
        for rule in WRITTEN_RULES
        for one in rule(source, VOCABULARY)
    ] == told
