"""Somebody is reached, by a number that works."""

from __future__ import annotations

from collections.abc import Iterator

from voorlichter.problems import Problem, Say
from voorlichter.profile.absences import can_be_reached
from voorlichter.profile.values.telephone import costs_money, is_alarm, is_internal
from voorlichter.profile.view import ProfileView


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
