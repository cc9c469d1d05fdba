"""What the advisors are there for, and who is there for the rest."""

from __future__ import annotations

from collections.abc import Iterator

from voorlichter.model_problems.samples import closest_word
from voorlichter.problems import Problem, Say
from voorlichter.profile.view import ProfileView
from voorlichter.yaml_source import KeyPath, dotted


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
