"""What the page begins with: the form, the organisations, and what things are called."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

from voorlichter import __version__
from voorlichter.clients.shared import shared_by
from voorlichter.problems import LANGUAGES, Language
from voorlichter.profile.fields import TO_FILL_IN
from voorlichter.studio.form import plan_form
from voorlichter.studio.protocol import Reply, Request, Verbs
from voorlichter.yaml_source import read_yaml

if TYPE_CHECKING:
    from voorlichter.studio.session import Session


def start(session: Session, request: Request) -> Reply:
    """The form, and the organisations there are."""
    if request.get("language") in LANGUAGES:
        session.language = cast(Language, request["language"])
    named = session.named()
    return {
        "version": __version__,
        "language": session.language,
        "form": plan_form(session.language, named),
        "clients": [{"slug": slug, "name": session.name_of(slug)} for slug in session.slugs()],
        "shared": _shared(session),
        "languages": {code: row.said.to(session.language) for code, row in named.languages.items()},
        "open": list(TO_FILL_IN.values()),
    }


def _shared(session: Session) -> list[dict[str, Any]]:
    """The advisors that several organisations share, with who uses them."""
    used = {slug: shared_by(session.workspace, slug) for slug in session.slugs()}
    shared = []
    for path in sorted(session.workspace.advisors.glob("*.yml")):
        read = read_yaml(path)
        name = read.data.get("name") if isinstance(read.data, dict) else None
        users = [slug for slug, advisors in used.items() if path.stem in advisors]
        shared.append({"id": path.stem, "name": name if isinstance(name, str) else path.stem, "used": users})
    return shared


VERBS: Verbs = {"start": start}
