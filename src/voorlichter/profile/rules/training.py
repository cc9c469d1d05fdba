"""Which training there is."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import get_close_matches

from voorlichter.problems import Problem, Say
from voorlichter.profile.topics import modules_for
from voorlichter.profile.view import ProfileView


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


def renamed_modules_are_chosen(view: ProfileView) -> Iterator[Problem]:
    chosen = view.profile.training.modules
    for name in view.profile.training.renamed:
        if name not in chosen:
            near = get_close_matches(name, chosen, n=1)
            yield view.warning(
                ("training", "renamed", name),
                Say(
                    f"de module {name} is hier niet gekozen; deze titel staat nergens",
                    f"the module {name} is not chosen here; this title stands nowhere",
                ),
                Say(f"bedoelt u {near[0]}?", f"did you mean {near[0]}?")
                if near
                else Say(
                    "zet de module bij modules, of haal deze titel weg",
                    "name the module under modules, or remove this title",
                ),
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
