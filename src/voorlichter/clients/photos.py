"""Whose photo may no longer be shown: not in an earlier version that is kept either."""

from __future__ import annotations

from voorlichter.problems import Mark, Problem, Say
from voorlichter.profile.model import Profile
from voorlichter.publish.withdrawn import drop_photos
from voorlichter.workspace import Workspace


def check_photos(workspace: Workspace, slug: str, profile: Profile) -> list[Problem]:
    """What was taken out just now, and what is left to do. Raises OSError where the disk refuses."""
    shown = {advisor.id for advisor in profile.advisors if advisor.photo and advisor.photo_consent}
    return [
        Problem(
            Mark(workspace.profile_path(slug)),
            "photo_consent",
            told,
            Say(
                f"publiceer opnieuw, dan staat zij ook niet meer online: voorlichter publish {slug}",
                f"publish again, so that it is no longer online either: voorlichter publish {slug}",
            ),
            "warning",
        )
        for told in drop_photos(workspace, slug, shown)
    ]
