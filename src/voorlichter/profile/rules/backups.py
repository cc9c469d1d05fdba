"""Who is there when an advisor is not."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from voorlichter.problems import Problem, Say
from voorlichter.profile.absences import Days, days_without
from voorlichter.profile.model import Advisor
from voorlichter.profile.view import ProfileView


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


def absences_run_forward(view: ProfileView) -> Iterator[Problem]:
    for index, advisor in enumerate(view.profile.advisors):
        for position, absence in enumerate(advisor.absences):
            if absence.until < absence.from_:
                yield view.problem(
                    ("advisors", index, "absences", position, "until"),
                    Say("deze afwezigheid eindigt voor zij begint", "this absence ends before it begins"),
                    Say(f'schrijf: until: "{absence.from_}" of later', f'write: until: "{absence.from_}" or later'),
                )


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
    places = [location.id for location in view.profile.organisation.locations]
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
                [advisor for advisor in right if not advisor.locations or place in advisor.locations],
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
            [
                f"op {span.first}" if span.first == span.last else f"van {span.first} tot en met {span.last}"
                for span in days
            ],
            "en",
        )
        en = _all_of(
            [
                f"on {span.first}" if span.first == span.last else f"from {span.first} up to and including {span.last}"
                for span in days
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
    everywhere = [location.id for location in view.profile.organisation.locations]
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
