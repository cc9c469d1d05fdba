"""Where advisors are."""

from __future__ import annotations

from collections.abc import Iterator

from voorlichter.problems import Problem, Say
from voorlichter.profile.view import ProfileView


def locations_exist(view: ProfileView) -> Iterator[Problem]:
    known = [location.id for location in view.profile.organisation.locations]
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


def every_place_is_served(view: ProfileView) -> Iterator[Problem]:
    """For all that the advisors do together."""
    advisors = view.profile.advisors
    for index, location in enumerate(view.profile.organisation.locations):
        here = [advisor for advisor in advisors if not advisor.locations or location.id in advisor.locations]
        for part in ("conduct", "integrity"):
            others = [advisor for advisor in advisors if part in advisor.scope and advisor not in here]
            if others and not any(part in advisor.scope for advisor in here):
                yield view.warning(
                    ("organisation", "locations", index),
                    Say(
                        f"op de locatie {location.id} is geen vertrouwenspersoon voor {part}",
                        f"at the location {location.id} no advisor is there for {part}",
                    ),
                    Say(
                        f"zet de locatie bij wie daar ook voor is, zoals bij {others[0].id}: locations: [{', '.join([*others[0].locations, location.id])}]",
                        f"add the location to whoever serves it too, for instance for {others[0].id}: locations: [{', '.join([*others[0].locations, location.id])}]",
                    ),
                )
