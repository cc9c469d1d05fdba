"""What holds between the keys of a profile, one function a rule.

Errors are what is unreachable, unsafe or contradicts itself. Everything else warns, and the text
concerned is left out or says less, so that a phone number can always be corrected today.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from pydantic import BaseModel

from voorlichter import signs
from voorlichter.languages import Code, Languages, shipped
from voorlichter.model_problems.places import place_of
from voorlichter.model_problems.samples import closest_word
from voorlichter.person_names import read_name
from voorlichter.problems import Problem, Say, Severity
from voorlichter.profile.absences import Days, can_be_reached, days_without
from voorlichter.profile.called import call_names, name_in, names_of
from voorlichter.profile.model import Advisor, LocalProse, LocalText, Profile
from voorlichter.profile.read import ProfileSource
from voorlichter.profile.topics import TopicKind, modules_for
from voorlichter.profile.values.telephone import costs_money, is_alarm, is_internal
from voorlichter.prose import lost_in
from voorlichter.slots.scan import TAG
from voorlichter.yaml_source import KeyPath, dotted, scalars_in


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The ids that the workspace's data and quizzes define."""

    topics: Mapping[str, TopicKind] | None = field(default_factory=dict)
    """None where the data could not be read: then no topic is called unknown."""
    modules: Collection[str] = ()
    scored: Collection[str] | None = None
    """The modules with right and wrong answers; None where a mistake in quizzes/ leaves that open."""
    module_scopes: Mapping[str, str | None] = field(default_factory=dict)
    """The part of an advisor's work that a module is about; a module is there where an advisor does that part."""
    doors: Mapping[str, Say] | None = None
    """What each is called as a key; None where the data could not be read: then no door is called unknown."""
    languages: Languages = field(default_factory=shipped)


@dataclass(frozen=True, slots=True)
class ProfileView:
    """What a rule sees."""

    profile: Profile
    source: ProfileSource
    vocabulary: Vocabulary
    today: date

    def problem(self, path: KeyPath, message: Say, fix: Say, severity: Severity = "error") -> Problem:
        return Problem(self.source.value_mark(path), dotted(path), message, fix, severity)

    def warning(self, path: KeyPath, message: Say, fix: Say) -> Problem:
        return self.problem(path, message, fix, "warning")


ProfileRule = Callable[[ProfileView], Iterator[Problem]]


# Errors


def somebody_can_be_reached(view: ProfileView) -> Iterator[Problem]:
    written = view.source.data["advisors"]
    if not any(advisor.get(key) for advisor in written for key in ("phone", "email", "whatsapp", "signal")):
        yield view.problem(
            ("advisors",),
            Say(
                "niemand is te bereiken: er staat geen telefoon, e-mail of app",
                "nobody can be reached: there is no telephone, e-mail or app",
            ),
            Say(
                'schrijf bij de eerste bijvoorbeeld: phone: "020 000 00 01"',
                'write for the first, for example: phone: "020 000 00 01"',
            ),
        )


def somebody_can_be_reached_for_each_subject(view: ProfileView) -> Iterator[Problem]:
    """What the pages call the advisor's work, leads to somebody."""
    anybody = any(can_be_reached(advisor) for advisor in view.profile.advisors)
    for part, nl, en in (
        ("conduct", "ongewenst gedrag", "unwanted behaviour"),
        ("integrity", "integriteit", "integrity"),
    ):
        those = [(index, advisor) for index, advisor in enumerate(view.profile.advisors) if part in advisor.scope]
        if those and anybody and not any(can_be_reached(advisor) for _, advisor in those):
            index, advisor = those[0]
            yield view.problem(
                ("advisors", index),
                Say(
                    f"voor {nl} is niemand te bereiken: {advisor.name} heeft geen telefoon, e-mail of app",
                    f"nobody can be reached for {en}: {advisor.name} has no telephone, e-mail or app",
                ),
                Say(
                    f'schrijf bij {advisor.name} bijvoorbeeld: phone: "020 000 00 01"',
                    f'write for {advisor.name}, for example: phone: "020 000 00 01"',
                ),
            )


def no_advisor_is_hr_or_manager(view: ProfileView) -> Iterator[Problem]:
    for index, advisor in enumerate(view.profile.advisors):
        if advisor.is_hr_or_manager:
            yield view.problem(
                ("advisors", index, "is_hr_or_manager"),
                Say(
                    f"{advisor.name} werkt bij HR of geeft leiding, en kan dan geen vertrouwenspersoon zijn",
                    f"{advisor.name} works in HR or manages people, and cannot be an advisor then",
                ),
                Say(
                    "kies iemand anders, of schrijf: is_hr_or_manager: false",
                    "choose somebody else, or write: is_hr_or_manager: false",
                ),
            )


def ids_are_unique(view: ProfileView) -> Iterator[Problem]:
    groups: dict[KeyPath, list[str]] = {
        ("advisors",): [a.id for a in view.profile.advisors],
        ("organisation", "locations"): [place.id for place in view.profile.organisation.locations],
    }
    for path, ids in groups.items():
        for index, identifier in enumerate(ids):
            if identifier in ids[:index]:
                yield view.problem(
                    (*path, index, "id"),
                    Say(f"het kenmerk {identifier} staat er twee keer", f"the id {identifier} stands here twice"),
                    Say(
                        f"geef de tweede een ander kenmerk: id: {identifier}-2",
                        f"give the second another id: id: {identifier}-2",
                    ),
                )


def languages_are_unique(view: ProfileView) -> Iterator[Problem]:
    languages = view.profile.organisation.languages
    if len(set(languages)) < len(languages):
        yield view.problem(
            ("organisation", "languages"),
            Say("een taal staat er twee keer", "a language stands here twice"),
            Say(
                f"schrijf: languages: [{', '.join(dict.fromkeys(languages))}]",
                f"write: languages: [{', '.join(dict.fromkeys(languages))}]",
            ),
        )


def backups_exist(view: ProfileView) -> Iterator[Problem]:
    known = [advisor.id for advisor in view.profile.advisors]
    for index, advisor in enumerate(view.profile.advisors):
        if advisor.backup and advisor.backup not in known:
            others = [identifier for identifier in known if identifier != advisor.id]
            yield view.problem(
                ("advisors", index, "backup"),
                Say(
                    f"er is geen vertrouwenspersoon {advisor.backup} in dit profiel",
                    f"there is no advisor {advisor.backup} in this profile",
                ),
                Say(
                    f"schrijf: backup: {others[0]}"
                    if others
                    else f"voeg {advisor.backup} toe onder advisors, of haal de regel weg",
                    f"write: backup: {others[0]}"
                    if others
                    else f"add {advisor.backup} under advisors, or remove the line",
                ),
            )


def backups_are_somebody_else(view: ProfileView) -> Iterator[Problem]:
    for index, advisor in enumerate(view.profile.advisors):
        if advisor.backup == advisor.id:
            yield view.problem(
                ("advisors", index, "backup"),
                Say(f"{advisor.name} vervangt zichzelf", f"{advisor.name} is their own backup"),
                Say("noem een ander, of haal de regel weg", "name somebody else, or remove the line"),
            )


def backups_run_in_no_ring(view: ProfileView) -> Iterator[Problem]:
    backup = {advisor.id: advisor.backup for advisor in view.profile.advisors}
    told: set[str] = set()
    for index, advisor in enumerate(view.profile.advisors):
        ring = [advisor.id]
        while (following := backup.get(ring[-1])) and following not in ring:
            ring.append(following)
        if following == advisor.id and len(ring) > 1 and advisor.id not in told:
            told.update(ring)
            chain = " → ".join([*ring, advisor.id])
            yield view.problem(
                ("advisors", index, "backup"),
                Say(f"de vervangers lopen rond: {chain}", f"the backups run in a ring: {chain}"),
                Say(
                    f"haal backup weg bij {ring[-1]}; wie overblijft staat dan vanzelf in",
                    f"remove backup from {ring[-1]}; whoever is left then stands in by itself",
                ),
            )


def locations_exist(view: ProfileView) -> Iterator[Problem]:
    known = [place.id for place in view.profile.organisation.locations]
    for index, advisor in enumerate(view.profile.advisors):
        for position, name in enumerate(advisor.locations):
            if name not in known:
                yield view.problem(
                    ("advisors", index, "locations", position),
                    Say(f"er is geen locatie {name}", f"there is no location {name}"),
                    Say(
                        "kies uit: " + ", ".join(known) if known else f"zet {name} onder organisation.locations",
                        "choose from: " + ", ".join(known) if known else f"put {name} under organisation.locations",
                    ),
                )


def speak_up_officer_is_no_advisor(view: ProfileView) -> Iterator[Problem]:
    procedure = view.profile.speak_up_procedure
    if procedure is None:
        return
    officer = procedure.officer
    officers = names_of(officer)
    for advisor in view.profile.advisors:
        for key, same in (
            ("officer", _fold(advisor.name) in map(_fold, officers)),
            (
                "email",
                procedure.email is not None
                and advisor.email is not None
                and _fold(procedure.email) == _fold(advisor.email),
            ),
            (
                "phone",
                procedure.phone is not None
                and advisor.phone is not None
                and procedure.phone.href == advisor.phone.href,
            ),
        ):
            if same:
                yield view.problem(
                    ("speak_up_procedure", key),
                    Say(
                        f"dit is {advisor.name}, de vertrouwenspersoon; wie meldingen ontvangt, is iemand anders",
                        f"this is {advisor.name}, the advisor; whoever receives reports is somebody else",
                    ),
                    Say(
                        f"noem een onafhankelijke meldfunctionaris, of haal {key} weg",
                        f"name an independent officer, or remove {key}",
                    ),
                )


def topics_exist(view: ProfileView) -> Iterator[Problem]:
    known = view.vocabulary.topics
    for name in view.profile.topics if known is not None else ():
        if known is not None and name not in known:
            yield view.problem(
                ("topics", name),
                Say(f"er is geen onderwerp {name}", f"there is no topic {name}"),
                Say("kies uit: " + ", ".join(known), "choose from: " + ", ".join(known)),
            )


def topics_follow_the_scope(view: ProfileView) -> Iterator[Problem]:
    """What a part of the work is, cannot be outside while somebody does that part, or inside while nobody does."""
    scopes = {scope for advisor in view.profile.advisors for scope in advisor.scope}
    for name, own in view.profile.topics.items():
        kind = (view.vocabulary.topics or {}).get(name)
        if kind is None or kind.scope is None or own.inside is None or not kind.is_core:
            continue
        path: KeyPath = ("topics", name, "inside")
        if own.inside and kind.scope not in scopes:
            whole = ", ".join([*view.profile.advisors[0].scope, kind.scope])
            yield view.problem(
                path,
                Say(
                    f"dit onderwerp hoort bij {kind.scope}, en geen vertrouwenspersoon heeft dat in scope",
                    f"this topic belongs to {kind.scope}, and no advisor has that in scope",
                ),
                Say(
                    f"schrijf bij wie ervoor is: scope: [{whole}], of haal deze regel weg",
                    f"write for whoever does this: scope: [{whole}], or remove this line",
                ),
            )
        elif not own.inside and kind.scope in scopes:
            others = [scope for scope in ("conduct", "integrity") if scope != kind.scope]
            yield view.problem(
                path,
                Say(
                    f"dit onderwerp hoort bij {kind.scope}, en een vertrouwenspersoon heeft dat in scope",
                    f"this topic belongs to {kind.scope}, and an advisor has that in scope",
                ),
                Say(
                    f"haal deze regel weg; is niemand ervoor, schrijf dan bij elke vertrouwenspersoon: scope: [{others[0]}]",
                    f"remove this line; if nobody does this, write for every advisor: scope: [{others[0]}]",
                ),
            )


def doors_exist(view: ProfileView) -> Iterator[Problem]:
    known = view.vocabulary.doors
    for name in view.profile.doors if known is not None else ():
        if known is not None and name not in known:
            called = {title: id_ for id_, say in known.items() for title in (say.nl, say.en)}
            meant = closest_word(name, known) or called.get(closest_word(name, called) or "")
            path: KeyPath = ("doors", name)
            yield Problem(
                view.source.key_mark(path),
                dotted(path),
                Say(f"er is geen deur {name}", f"there is no door {name}"),
                Say(f"schrijf: {meant}:", f"write: {meant}:")
                if meant
                else Say("kies uit: " + ", ".join(known), "choose from: " + ", ".join(known)),
            )


def modules_exist(view: ProfileView) -> Iterator[Problem]:
    for index, name in enumerate(view.profile.training.modules):
        if name not in view.vocabulary.modules:
            yield view.problem(
                ("training", "modules", index),
                Say(f"er is geen module {name}", f"there is no module {name}"),
                Say(
                    "kies uit: " + ", ".join(view.vocabulary.modules),
                    "choose from: " + ", ".join(view.vocabulary.modules),
                ),
            )


def modules_are_chosen_once(view: ProfileView) -> Iterator[Problem]:
    chosen = view.profile.training.modules
    for index, name in enumerate(chosen):
        if name in chosen[:index]:
            yield view.problem(
                ("training", "modules", index),
                Say(f"de module {name} staat er twee keer", f"the module {name} stands here twice"),
                Say("haal de tweede weg", "remove the second"),
            )


def modules_have_an_advisor(view: ProfileView) -> Iterator[Problem]:
    offered = modules_for(view.profile, view.vocabulary.module_scopes)
    for index, name in enumerate(view.profile.training.modules):
        if name not in offered:
            scope = view.vocabulary.module_scopes[name]
            yield view.warning(
                ("training", "modules", index),
                Say(
                    f"de module {name} gaat over {scope}, en geen vertrouwenspersoon heeft dat in scope; de site toont deze module niet",
                    f"the module {name} is about {scope}, and no advisor has that in scope; the site does not show this module",
                ),
                Say(f"haal {name} hier weg", f"remove {name} here"),
            )


def absences_run_forward(view: ProfileView) -> Iterator[Problem]:
    for index, advisor in enumerate(view.profile.advisors):
        for position, absence in enumerate(advisor.absences):
            if absence.until < absence.from_:
                yield view.problem(
                    ("advisors", index, "absences", position, "until"),
                    Say("deze afwezigheid eindigt voor zij begint", "this absence ends before it begins"),
                    Say(f'schrijf: until: "{absence.from_}" of later', f'write: until: "{absence.from_}" or later'),
                )


# Warnings


def a_backup_is_named(view: ProfileView) -> Iterator[Problem]:
    if len(view.profile.advisors) == 1:
        yield view.warning(
            ("advisors",),
            Say(
                "er is geen vervanger; bij ziekte of vakantie is niemand te bereiken",
                "there is no backup; during illness or holidays nobody can be reached",
            ),
            Say(
                "voeg een tweede vertrouwenspersoon toe en schrijf: backup: naam",
                "add a second advisor and write: backup: name",
            ),
        )


def somebody_is_left_every_day(view: ProfileView) -> Iterator[Problem]:
    """Nobody at all, or nobody for a subject or at a place where only some of them are."""
    advisors = view.profile.advisors
    told: set[tuple[Days, ...]] = set()
    places = [place.id for place in view.profile.organisation.locations]
    groups: list[tuple[str, str, Sequence[Advisor], bool]] = [("", "", advisors, True)]
    for part, (nl, en) in {
        "conduct": ("ongewenst gedrag", "unwanted behaviour"),
        "integrity": ("integriteit", "integrity"),
    }.items():
        right = [advisor for advisor in advisors if part in advisor.scope]
        groups += [(f" voor {nl}", f" for {en}", right, True)]
        groups += [
            (
                f" voor {nl} op de locatie {place}",
                f" for {en} at the location {place}",
                [one for one in right if not one.locations or place in one.locations],
                False,
            )
            for place in places
        ]
    for subject_nl, subject_en, people, everywhere in groups:
        days = tuple(days_without(people, view.today))
        if not days or days in told:
            continue
        if everywhere:
            told.add(days)
        nl = _all_of(
            [f"op {one.first}" if one.first == one.last else f"van {one.first} tot en met {one.last}" for one in days],
            "en",
        )
        en = _all_of(
            [
                f"on {one.first}" if one.first == one.last else f"from {one.first} up to and including {one.last}"
                for one in days
            ],
            "and",
        )
        yield view.warning(
            ("advisors",),
            Say(
                f"{nl} is er niemand{subject_nl}; de site verwijst dan naar hulp van buiten",
                f"{en} nobody is there{subject_en}; the site then points to help outside",
            ),
            Say(
                "spreek af wie er dan wel is: verander absences, of voeg iemand toe",
                "agree who is there then: change absences, or add somebody",
            ),
        )


def _all_of(words: list[str], last: str) -> str:
    return f" {last} ".join([", ".join(words[:-1]), words[-1]] if len(words) > 1 else words)


def backups_do_the_same_work(view: ProfileView) -> Iterator[Problem]:
    """Otherwise nobody may be named alone for what only one of them does."""
    advisors = {advisor.id: advisor for advisor in view.profile.advisors}
    everywhere = [place.id for place in view.profile.organisation.locations]
    for index, advisor in enumerate(view.profile.advisors):
        backup = advisors.get(advisor.backup or "")
        if backup is None or backup is advisor:
            continue
        scope = [part for part in advisor.scope if part not in backup.scope]
        places = [
            place for place in advisor.locations or everywhere if backup.locations and place not in backup.locations
        ]
        for key, missing, own in (("scope", scope, backup.scope), ("locations", places, backup.locations)):
            if missing:
                yield view.warning(
                    ("advisors", index, "backup"),
                    Say(
                        f"{backup.name} vervangt {advisor.name}, maar is er niet voor {', '.join(missing)}",
                        f"{backup.name} stands in for {advisor.name}, but is not there for {', '.join(missing)}",
                    ),
                    Say(
                        f"schrijf bij {backup.id}: {key}: [{', '.join([*own, *missing])}], of kies een andere backup",
                        f"write for {backup.id}: {key}: [{', '.join([*own, *missing])}], or choose another backup",
                    ),
                )


def every_place_is_served(view: ProfileView) -> Iterator[Problem]:
    """For all that the advisors do together."""
    advisors = view.profile.advisors
    for index, place in enumerate(view.profile.organisation.locations):
        here = [advisor for advisor in advisors if not advisor.locations or place.id in advisor.locations]
        for part in ("conduct", "integrity"):
            others = [advisor for advisor in advisors if part in advisor.scope and advisor not in here]
            if others and not any(part in advisor.scope for advisor in here):
                yield view.warning(
                    ("organisation", "locations", index),
                    Say(
                        f"op de locatie {place.id} is geen vertrouwenspersoon voor {part}",
                        f"at the location {place.id} no advisor is there for {part}",
                    ),
                    Say(
                        f"zet de locatie bij wie daar ook voor is, zoals bij {others[0].id}: locations: [{', '.join([*others[0].locations, place.id])}]",
                        f"add the location to whoever serves it too, for instance for {others[0].id}: locations: [{', '.join([*others[0].locations, place.id])}]",
                    ),
                )


def everybody_can_be_called_by_name(view: ProfileView) -> Iterator[Problem]:
    called = call_names(view.profile.advisors)
    for index, advisor in enumerate(view.profile.advisors):
        name = read_name(advisor.name)
        if name.surname_first:
            yield view.warning(
                ("advisors", index, "name"),
                Say("de achternaam staat hier voorop", "the surname comes first here"),
                Say(f"schrijf: name: {name.plain}", f"write: name: {name.plain}"),
            )
        elif advisor.call_name is None and name.first is None and not name.is_office:
            yield view.warning(
                ("advisors", index, "name"),
                Say(
                    f"hier staat geen voornaam; in zinnen staat nu “{called[advisor.id]}”",
                    f"there is no first name here; sentences now say “{called[advisor.id]}”",
                ),
                Say(
                    f"schrijf de roepnaam erbij; klopt het zo, dan: call_name: {called[advisor.id]}",
                    f"add the name people use; if this is right: call_name: {called[advisor.id]}",
                ),
            )


def call_names_are_told_apart(view: ProfileView) -> Iterator[Problem]:
    advisors = view.profile.advisors
    used = [(advisor.call_name or read_name(advisor.name).called).casefold() for advisor in advisors]
    for index, advisor in enumerate(advisors):
        if used.index(used[index]) < index:
            yield view.warning(
                ("advisors", index, "call_name" if advisor.call_name else "name"),
                Say(
                    f"twee vertrouwenspersonen heten {advisor.call_name or read_name(advisor.name).called}",
                    f"two advisors are called {advisor.call_name or read_name(advisor.name).called}",
                ),
                Say(
                    f"schrijf bij beiden hoe zij van elkaar te onderscheiden zijn; nu: call_name: {read_name(advisor.name).plain}",
                    f"write for both how to tell them apart; now: call_name: {read_name(advisor.name).plain}",
                ),
            )


_ARTICLE = re.compile(r"(?:de|het|'t|een|the|an?) |(?:De|Het|Een|The|An?) (?=[a-z])")
_IN_ENGLISH = {
    "politie": "police",
    "brandweer": "fire brigade",
    "gemeente": "municipality",
    "provincie": "province",
    "ministerie": "ministry",
    "waterschap": "water authority",
    "rechtbank": "court",
    "universiteit": "university",
    "hogeschool": "university of applied sciences",
    "school": "school",
    "stichting": "foundation",
    "vereniging": "association",
    "bibliotheek": "library",
}


_AT = {"nl": "bij", "en": "at"}
_FOREIGN_ARTICLES = {"en": ("de", "het", "'t", "een")}
"""Before a name in a sentence of this language they stand wrong."""


def an_organisation_fits_in_a_sentence(view: ProfileView) -> Iterator[Problem]:
    """De Vuurtoren is a name anywhere; “De politie” is right at the beginning of a Dutch sentence only."""
    organisation = view.profile.organisation
    key = next(key for key in ("in_sentence", "short_name", "name") if getattr(organisation, key))
    said = {
        language: name_in(getattr(organisation, key), language) for language in dict.fromkeys(organisation.languages)
    }
    right = {language: _within_a_sentence(name, language) for language, name in said.items()}
    for language, at in _AT.items():
        if language in said and said[language] != right[language]:
            line = (
                next(iter(right.values()))
                if len(right) == 1
                else ", ".join(f'{one}: "{name}"' for one, name in sorted(right.items(), reverse=True))
            )
            line = f'in_sentence: "{line}"' if len(right) == 1 else f"in_sentence: {{{line}}}"
            yield view.warning(
                ("organisation", key),
                Say(f"in zinnen staat nu “{at} {said[language]}”", f"sentences now say “{at} {said[language]}”"),
                Say(f"schrijf onder organisation: {line}", f"write under organisation: {line}"),
            )
            return


def _within_a_sentence(name: str, language: Code) -> str:
    if not _ARTICLE.match(name):
        return name
    article, rest = name.lower().split(" ", 1)[0], name.split(" ", 1)[1]
    if article in _FOREIGN_ARTICLES.get(language, ()):
        return f"the {_IN_ENGLISH.get(rest, '…')}"
    return f"{article} {rest}"


def certificates_are_valid(view: ProfileView) -> Iterator[Problem]:
    for index, advisor in enumerate(view.profile.advisors):
        if advisor.certificate and advisor.certificate.valid_until < view.today:
            yield view.warning(
                ("advisors", index, "certificate", "valid_until"),
                Say(
                    "dit certificaat is verlopen en staat niet op de site",
                    "this certificate has run out and is not on the site",
                ),
                Say("vul de nieuwe datum in, of haal certificate weg", "fill in the new date, or remove certificate"),
            )


def numbers_can_be_rung_by_the_reader(view: ProfileView) -> Iterator[Problem]:
    for index, advisor in enumerate(view.profile.advisors):
        number = advisor.phone
        if number and is_internal(number) and view.profile.publication.url:
            yield view.warning(
                ("advisors", index, "phone"),
                Say(
                    f"{number} is alleen binnen de organisatie te bellen; wie de site thuis leest, bereikt {advisor.name} er niet mee",
                    f"{number} can be rung inside the organisation only; whoever reads the site at home does not reach {advisor.name} with it",
                ),
                Say("schrijf het hele nummer", "write the whole number")
                if advisor.email
                else Say(
                    "schrijf het hele nummer, of noem ook een e-mailadres",
                    "write the whole number, or name an e-mail address as well",
                ),
            )
        if number and costs_money(number):
            yield view.warning(
                ("advisors", index, "phone"),
                Say(f"{number} kost de beller geld", f"{number} costs the caller money"),
                Say("schrijf een gewoon nummer als dat er is", "write an ordinary number where there is one"),
            )


def the_emergency_number_is_another(view: ProfileView) -> Iterator[Problem]:
    number = view.profile.internal_emergency_number
    if number and is_alarm(number):
        yield view.warning(
            ("internal_emergency_number",),
            Say(
                "112 staat al op elke pagina; het staat er nu niet nog eens",
                "112 is on every page already; it does not stand there twice",
            ),
            Say(
                "haal de regel weg, of schrijf het eigen alarmnummer",
                "remove the line, or write the organisation's own number",
            ),
        )


def the_site_has_the_address_of_a_folder(view: ProfileView) -> Iterator[Problem]:
    """An address copied from a browser is that of a page; what is printed leads to the folder."""
    url, path = view.profile.publication.url, ("publication", "url")
    if url is None:
        return
    publication = view.source.data["publication"]
    written = re.sub(
        r"^https://([^/?#]*)", lambda start: start[0].lower(), str(publication["url"]).strip(), flags=re.I
    ).rstrip("/")
    if re.search(r"[?#]|\.(?:html?|aspx?|php)$", written, re.I):
        yield view.warning(
            path,
            Say(
                "dit is het adres van een pagina; de site gebruikt dat van de map",
                "this is the address of a page; the site uses that of the folder",
            ),
            Say(f"schrijf: url: {url.href}", f"write: url: {url.href}"),
        )
    language = url.href.rpartition("/")[2]
    if language in view.profile.organisation.languages[1:]:
        whole = url.href.removesuffix(f"/{language}")
        yield view.warning(
            path,
            Say(
                f"dit lijkt op het adres van de pagina's onder {language}/; de QR-codes leiden dan naar {language}/{language}/",
                f"this looks like the address of the pages under {language}/; the QR codes then lead to {language}/{language}/",
            ),
            Say(
                f"schrijf: url: {whole}, of laat het staan als de site echt in een map {language} komt",
                f"write: url: {whole}, or leave it if the site really goes into a folder {language}",
            ),
        )


def names_can_be_printed(view: ProfileView) -> Iterator[Problem]:
    """Posters and cards are set in fonts of our own, which hold no emoji and not every script."""
    for path, text in scalars_in(view.source.data):
        named = {"name", "short_name", "in_sentence", "call_name"} & {*path} and path[0] in (
            "organisation",
            "advisors",
            "practice",
        )
        if named and (sign := signs.unprinted_in(text)):
            yield view.warning(
                path,
                Say(
                    f"het teken {sign} ({signs.code(sign)}) zit niet in de lettertypen van het drukwerk; met deze naam maakt `voorlichter kit` geen posters en kaarten",
                    f"the sign {sign} ({signs.code(sign)}) is not in the fonts of the printed sheets; with this name `voorlichter kit` makes no posters and cards",
                ),
                Say(
                    "schrijf de naam zonder dit teken als de organisatie drukwerk wil",
                    "write the name without this sign if the organisation wants printed sheets",
                ),
            )


def photos_have_consent(view: ProfileView) -> Iterator[Problem]:
    for index, advisor in enumerate(view.profile.advisors):
        if advisor.photo and not advisor.photo_consent:
            yield view.warning(
                ("advisors", index, "photo"),
                Say(
                    f"{advisor.name} gaf nog geen toestemming; de foto staat niet op de site",
                    f"{advisor.name} has not agreed yet; the photo is not on the site",
                ),
                Say("vraag het, en schrijf dan: photo_consent: true", "ask, then write: photo_consent: true"),
            )


def a_speak_up_procedure_is_there(view: ProfileView) -> Iterator[Problem]:
    workforce = view.profile.organisation.workforce
    if workforce >= 50 and view.profile.speak_up_procedure is None:
        yield view.warning(
            ("organisation", "workforce"),
            Say(
                f"met {workforce} werkenden is een interne meldprocedure verplicht; de site noemt er geen",
                f"with {workforce} working persons a speak-up procedure is required; the site names none",
            ),
            Say(
                "schrijf bijvoorbeeld: speak_up_procedure: {officer: naam, email: adres}",
                "write for example: speak_up_procedure: {officer: name, email: address}",
            ),
        )


def a_public_body_has_a_statement(view: ProfileView) -> Iterator[Problem]:
    if view.profile.organisation.public_body and (
        view.profile.accessibility is None or view.profile.accessibility.statement_url is None
    ):
        yield view.warning(
            ("organisation", "public_body"),
            Say(
                "een overheid heeft een toegankelijkheidsverklaring; de site zegt nu dat zij er nog niet is",
                "a public body has an accessibility statement; the site now says that it is not there yet",
            ),
            Say(
                "schrijf bijvoorbeeld: accessibility: {status: C, statement_url: https://…}",
                "write for example: accessibility: {status: C, statement_url: https://…}",
            ),
        )


def a_high_status_has_an_audit(view: ProfileView) -> Iterator[Problem]:
    data = view.profile.accessibility
    if data and data.status in ("A", "B") and data.statement_url is None:
        yield view.warning(
            ("accessibility", "status"),
            Say(
                f"status {data.status} zonder verklaring met onderzoek; de status staat niet op de site",
                f"status {data.status} without a statement and audit; the status is not on the site",
            ),
            Say(
                "schrijf ook, bijvoorbeeld: statement_url: https://…",
                "write as well, for example: statement_url: https://…",
            ),
        )


def a_practice_has_an_external_advisor(view: ProfileView) -> Iterator[Problem]:
    if view.profile.practice and not any(advisor.kind == "external" for advisor in view.profile.advisors):
        yield view.warning(
            ("practice",),
            Say(
                "geen vertrouwenspersoon is extern; de site noemt dit bureau nergens",
                "no advisor is external; the site names this practice nowhere",
            ),
            Say(
                "schrijf kind: external bij wie er voor dit bureau werkt, of haal practice weg",
                "write kind: external for whoever works for this practice, or remove practice",
            ),
        )


def a_pass_mark_has_a_score(view: ProfileView) -> Iterator[Problem]:
    training, scored = view.profile.training, view.vocabulary.scored
    if (
        training.pass_mark
        and scored is not None
        and not any(name in scored for name in modules_for(view.profile, view.vocabulary.module_scopes))
    ):
        yield view.warning(
            ("training", "pass_mark"),
            Say(
                "geen gekozen module heeft vragen met een score; er is niets om voor te slagen",
                "no chosen module has questions with a score; there is nothing to pass",
            ),
            Say(
                "haal pass_mark weg, of kies een module met goede en foute antwoorden",
                "remove pass_mark, or choose a module with right and wrong answers",
            ),
        )


def a_certificate_has_a_module(view: ProfileView) -> Iterator[Problem]:
    if view.profile.training.certificate and not view.profile.training.modules:
        yield view.warning(
            ("training", "certificate"),
            Say(
                "er is geen module gekozen; niemand kan een bewijs afdrukken",
                "no module is chosen; nobody can print a certificate",
            ),
            Say(
                "schrijf bijvoorbeeld: modules: [role], of haal certificate weg",
                "write for example: modules: [role], or remove certificate",
            ),
        )


def review_is_not_past(view: ProfileView) -> Iterator[Problem]:
    if view.profile.review_by and view.profile.review_by < view.today:
        yield view.warning(
            ("review_by",),
            Say("de dag om alles na te kijken is voorbij", "the day to check everything is past"),
            Say("kijk de gegevens na en zet een nieuwe datum", "check the data and set a new date"),
        )


def texts_are_in_every_language(view: ProfileView) -> Iterator[Problem]:
    for path, text in _local_texts(view.profile, ()):
        for language in view.profile.organisation.languages:
            if getattr(text, language, None) is None:
                called = view.vocabulary.languages[language].called
                yield view.warning(
                    path,
                    Say(
                        f"deze tekst is er niet in het {called.nl}; op die pagina's blijft zij weg",
                        f"this text is not there in {called.en}; those pages leave it out",
                    ),
                    Say(f'voeg toe: {language}: "…"', f'add: {language}: "…"'),
                )


def texts_land_as_typed(view: ProfileView) -> Iterator[Problem]:
    for path, text in _local_texts(view.profile, ()):
        for language, said in text.items() if isinstance(text, LocalProse) else ():
            for message, fix in lost_in(said):
                yield view.warning((*path, language), message, fix)


RULES: tuple[ProfileRule, ...] = (
    somebody_can_be_reached,
    somebody_can_be_reached_for_each_subject,
    no_advisor_is_hr_or_manager,
    ids_are_unique,
    languages_are_unique,
    backups_exist,
    backups_are_somebody_else,
    backups_run_in_no_ring,
    locations_exist,
    speak_up_officer_is_no_advisor,
    topics_exist,
    topics_follow_the_scope,
    doors_exist,
    modules_exist,
    modules_are_chosen_once,
    modules_have_an_advisor,
    absences_run_forward,
    a_backup_is_named,
    somebody_is_left_every_day,
    backups_do_the_same_work,
    every_place_is_served,
    everybody_can_be_called_by_name,
    call_names_are_told_apart,
    an_organisation_fits_in_a_sentence,
    certificates_are_valid,
    numbers_can_be_rung_by_the_reader,
    the_emergency_number_is_another,
    the_site_has_the_address_of_a_folder,
    names_can_be_printed,
    photos_have_consent,
    a_speak_up_procedure_is_there,
    a_public_body_has_a_statement,
    a_high_status_has_an_audit,
    a_practice_has_an_external_advisor,
    a_pass_mark_has_a_score,
    a_certificate_has_a_module,
    review_is_not_past,
    texts_are_in_every_language,
    texts_land_as_typed,
)


# Rules on the text as written, before the model


_CASE_KEYS = re.compile(
    r"(melding|melder|casus|case|dossier|klager|slachtoffer|beschuldigde|incident|gesprek|notitie|aantekening|complainant|"
    r"reporter|victim|accused|conversation|note|file|report)(s|en|ken|sen|n|den|ies|es)?(_.*)?$",
    re.I,
)
_KNOWN_KEYS = {"notes_kept", "note"}
_LEFT_TO_FILL_IN = re.compile(r"\b(VUL IN|FILL IN)\b")


def no_case_data(source: ProfileSource) -> Iterator[Problem]:
    """Who came and about what never belongs in a file that becomes a website."""
    for path, mark in source.keys.items():
        key = path[-1]
        named_by_us = key in _KNOWN_KEYS or (len(path) == 2 and path[0] in ("doors", "topics"))
        if isinstance(key, str) and not named_by_us and _CASE_KEYS.fullmatch(key):
            yield Problem(
                mark,
                dotted(path),
                Say(
                    "dit lijkt op gegevens over een melding; die horen hier nooit",
                    "this looks like data about a case; that never belongs here",
                ),
                Say(
                    "haal de regel weg, ook uit oudere versies van dit bestand",
                    "remove the line, from older versions of this file as well",
                ),
            )


def nothing_left_to_fill_in(source: ProfileSource) -> Iterator[Problem]:
    for path, value in scalars_in(source.data):
        if left := _LEFT_TO_FILL_IN.search(value):
            yield Problem(
                source.value_mark(path),
                dotted(path),
                Say(f"hier staat nog {left.group()}", f"this still says {left.group()}"),
                Say(
                    "vul de waarde in, of haal de regel weg als zij niet verplicht is",
                    "fill in the value, or remove the line where it is not required",
                ),
            )


_NOTHING = re.compile(
    r"[-–—.?/]{1,3}|…|n\.?v\.?t\.?|n\.?t\.?b\.?|n/a|tb[ad]|todo|x{2,4}|geen|niets|onbekend|none|unknown", re.I
)


def nothing_is_left_out(source: ProfileSource) -> Iterator[Problem]:
    """`n.v.t.` as a value becomes a name on the site."""
    for path, value in scalars_in(source.data):
        if _NOTHING.fullmatch(value.strip()):
            required = place_of(path, Profile).required
            yield Problem(
                source.value_mark(path),
                dotted(path),
                Say(f"“{value}” zou zo op de site komen", f"“{value}” would stand like that on the site"),
                Say("vul de waarde in; dit hoort er te staan", "fill in the value; this must be there")
                if required
                else Say("haal de regel weg", "remove the line"),
            )


_FORM = re.compile(r"\{([^{}|\n]*)\|([^{}|\n]*)\}")


def no_slots_or_marks(source: ProfileSource) -> Iterator[Problem]:
    """What pages are written with means nothing in a profile, and would be read as it stands."""
    organisation = source.data.get("organisation") if isinstance(source.data, dict) else None
    known = organisation if isinstance(organisation, dict) else {}
    names = {"org.name": known.get("name"), "org.short_name": known.get("short_name") or known.get("name")}
    for path, value in scalars_in(source.data):
        meant: dict[str, str | None] = {
            found[0]: found[2 if known.get("form_of_address") == "u" else 1] for found in _FORM.finditer(value)
        }
        meant |= {found[0]: names.get((found["value"] or "").strip()) for found in TAG.finditer(value)}
        if meant:
            fixes = [
                (
                    Say(f"schrijf “{word}” in plaats van {typed}", f"write “{word}” in place of {typed}")
                    if isinstance(word, str)
                    else Say(
                        f"schrijf zelf wat er moet staan in plaats van {typed}",
                        f"write yourself what must stand in place of {typed}",
                    )
                )
                for typed, word in meant.items()
            ]
            yield Problem(
                source.value_mark(path),
                dotted(path),
                Say(
                    f"{', '.join(meant)} werkt alleen op pagina's, niet in een profiel",
                    f"{', '.join(meant)} works on pages only, not in a profile",
                ),
                Say("; ".join(fix.nl for fix in fixes), "; ".join(fix.en for fix in fixes)),
                "warning",
            )


WRITTEN_RULES: tuple[Callable[[ProfileSource], Iterator[Problem]], ...] = (
    no_case_data,
    nothing_left_to_fill_in,
    nothing_is_left_out,
    no_slots_or_marks,
)


def _fold(text: str) -> str:
    return " ".join(text.casefold().split())


def _local_texts(value: Any, path: KeyPath) -> Iterator[tuple[KeyPath, LocalText | LocalProse]]:
    if isinstance(value, (LocalText, LocalProse)):
        yield path, value
    elif isinstance(value, BaseModel):
        for name in type(value).model_fields:
            yield from _local_texts(getattr(value, name), (*path, name))
    elif isinstance(value, dict):
        for key, inner in value.items():
            yield from _local_texts(inner, (*path, key))
    elif isinstance(value, list):
        for index, inner in enumerate(value):
            yield from _local_texts(inner, (*path, index))
