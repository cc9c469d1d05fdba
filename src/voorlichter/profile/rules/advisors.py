"""Who an advisor is."""

from __future__ import annotations

from collections.abc import Iterator

from voorlichter.person_names import read_name
from voorlichter.problems import Problem, Say
from voorlichter.profile.called import call_names
from voorlichter.profile.view import ProfileView


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
