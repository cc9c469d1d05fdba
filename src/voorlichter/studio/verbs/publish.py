"""Where a site stands, what publishing would change there, and publishing, going back, forgetting and looking."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from voorlichter.clients.publishing import Publisher
from voorlichter.clients.rollback import check_rollback, plan_rollback, roll_back
from voorlichter.clients.standing import read_standing
from voorlichter.clients.wording import NewWording, ProgramWording, accept, is_accepted
from voorlichter.problems import InputError, Language, MachineError, Say
from voorlichter.publish.built import site_code
from voorlichter.publish.online import Published
from voorlichter.publish.passwords import NoPasswordError
from voorlichter.publish.places import find_place
from voorlichter.publish.places.git_branch import GitBranch
from voorlichter.publish.port import PublishPlace, path_written
from voorlichter.publish.shelf import Shelf, read_file, shelves
from voorlichter.publish.standing import look_at
from voorlichter.studio.protocol import RefusedError, Reply, Request, Verbs
from voorlichter.studio.verbs.hand_out import handed
from voorlichter.workspace import MANIFEST

if TYPE_CHECKING:
    from voorlichter.studio.session import Session


def places(session: Session, request: Request) -> Reply:
    """Where this site is published, since when, whether that is what would be published now, and what is kept of it."""
    slug = session.slug(request)
    built = _built(session, slug)
    found = [(shelf, look_at(shelf, built)) for shelf in shelves(session.workspace, slug)]
    profile = session.check(slug).profile
    return {
        "address": str(profile.publication.url) if profile and profile.publication.url else "",
        "places": [
            {
                "where": shelf.target,
                "kind": _kind(shelf),
                "since": one.since.date().isoformat() if one.since else None,
                "latest": one.is_latest and not handed(session).is_behind(slug),
                "why": one.why.to(session.language) if one.why else None,
                "unfinished": bool(shelf.journal.names()),
                "kept": list(_kept(shelf)),
                "keep": str(shelf.elsewhere or ""),
            }
            for shelf, one in found
        ],
    }


def standing(session: Session, request: Request) -> Reply:
    """All of it looked at, wherever it stands, held against the site as it is made now."""
    (site,) = read_standing(session.workspace, [session.slug(request)], session.today)
    return {"built": site.is_built, "standing": [one.as_json(session.language) for one in site.places]}


def publish(session: Session, request: Request) -> Reply:
    """The site put where it is to stand, which is remembered."""
    slug, text = session.slug(request), str(request.get("folder", "")).strip()
    keep = str(request.get("keep") or "").strip()
    _check_whole(text.removeprefix("git:"))
    if keep:
        _check_whole(keep)
    place = find_place(text, session.workspace.root)
    publisher, told = _publisher(session)
    done, _ = publisher.publish(slug, place, path_written(keep, session.workspace.root) if keep else None)
    return _done(session, slug, place, done, told, request)


def publish_again(session: Session, request: Request) -> Reply:
    """Once more where it is known to stand."""
    shelf = _shelf(session, request)
    publisher, told = _publisher(session)
    done, _ = publisher.publish_again(shelf)
    return _done(session, shelf.slug, shelf.place, done, told, request)


def publish_all(session: Session, request: Request) -> Reply:
    """Every site that was published from here before, put there again where it changed."""
    told: list[Reply] = []
    publisher, _ = _publisher(session)
    for shelf in shelves(session.workspace):
        if shelf.slug in session.slugs():
            about = {"slug": shelf.slug, "name": session.name_of(shelf.slug), "folder": shelf.target}
            try:
                done, _ = publisher.publish_again(shelf)
            except (InputError, MachineError) as error:
                waits = isinstance(error, NoPasswordError)
                told.append({**about, "refused": _why(error, session.language), "waits": waits})
                continue
            handed(session).keep(shelf.slug)
            told.append({**about, "published": shelf.target, "changed": done.changed})
    return {"places": told}


def back(session: Session, request: Request) -> Reply:
    """To the version that is kept: told first; done with `sure`, and what comes back by that `accepted`."""
    publisher, _ = _publisher(session)
    plan = plan_rollback(publisher, _shelf(session, request))
    if request.get("sure"):
        accepted = request.get("accepted")
        try:
            check_rollback(plan, [str(name) for name in accepted] if isinstance(accepted, list) else [])
        except InputError as error:
            raise RefusedError(_all_of(error)) from error
        roll_back(publisher, plan)
        return {"back": plan.shelf.target}
    return {
        "kept": plan.kept.date().isoformat(),
        "pages": list(plan.pages),
        "coming": [{"name": one.name, "say": one.say().to(session.language)} for one in plan.back],
    }


def keep_in(session: Session, request: Request) -> Reply:
    """Where earlier versions are kept from now on."""
    folder = str(request.get("folder", "")).strip()
    _check_whole(folder)
    publisher, _ = _publisher(session)
    publisher.keep(_shelf(session, request), path_written(folder, session.workspace.root))
    return {"done": True}


def forget(session: Session, request: Request) -> Reply:
    """No longer publish there; what stands there stays."""
    publisher, _ = _publisher(session)
    return {"done": True, "password_gone": publisher.forget(_shelf(session, request))}


def verify(session: Session, request: Request) -> Reply:
    """Whether what stands at an address, in a folder or in a zip is what was made; held against our own copy where it is that version."""
    from voorlichter.verify.look import LookOrder  # not in a tab: it speaks with servers
    from voorlichter.verify.look import look_at as verify_at

    slug, where = session.slug(request), str(request.get("folder", "")).strip()
    _check_whole(where)
    code = site_code(_built(session, slug))
    verdict = verify_at(where, LookOrder())
    is_ours = code is not None and verdict.code == code
    if is_ours:
        verdict = verify_at(where, LookOrder(against=session.workspace.root / "site" / slug))
    lines = [line for part in verdict.parts for line in part.lines if line.what not in _OF_THE_COMMAND]
    return {
        "right": verdict.is_right,
        "ours": is_ours,
        "conclusion": verdict.conclusion.to(session.language),
        "lines": [
            {"status": line.status, "name": line.name, "say": line.say.to(session.language)}
            for line in lines
            if line.status != "right"
        ],
    }


def new_wording(session: Session, request: Request) -> Reply:
    """What a new version of the program says otherwise than what is online; until it is accepted, nothing is published."""
    waiting = {new.mark: new for shelf, new in _wordings(session, request) if not is_accepted(shelf, new)}
    return {
        "marks": list(waiting),
        "changes": [
            {"gone": one.gone, "new": one.new, "pages": [spot.title for spot in one.pages]}
            for one in dict.fromkeys(change for new in waiting.values() for change in new.changes)
        ],
    }


def accept_wording(session: Session, request: Request) -> Reply:
    """What was read is right: that by its `marks`, and no other."""
    marks = request.get("marks")
    read = [(shelf, new) for shelf, new in _wordings(session, request) if isinstance(marks, list) and new.mark in marks]
    for shelf, new in read:
        accept(shelf, new)
    return {"accepted": len(read)}


def _wordings(session: Session, request: Request) -> list[tuple[Shelf, NewWording]]:
    return list(ProgramWording(session.workspace, session.stage_one).find_new(session.slug(request)))


_OF_THE_COMMAND = ("unsigned", "not_looked_at", "own", "version")
"""Lines that speak of options of the command, or of what the page says itself."""


def _publisher(session: Session) -> tuple[Publisher, list[Say]]:
    """And what it tells besides."""
    told: list[Say] = []
    return Publisher(session.workspace, session.stage_one, session.today, told.append), told


def _done(
    session: Session, slug: str, place: PublishPlace, done: Published, told: list[Say], request: Request
) -> Reply:
    if request.get("push") and isinstance(place, GitBranch):
        told.append(place.push())
    handed(session).keep(slug)
    return {
        "published": str(place),
        "changed": done.changed,
        "code": site_code(_built(session, slug)),
        "carried": sorted({name.partition("/")[0] for name in done.carried}),
        "told": [one.to(session.language) for one in told],
    }


def _shelf(session: Session, request: Request) -> Shelf:
    slug, where = session.slug(request), str(request.get("where", ""))
    found = next((shelf for shelf in shelves(session.workspace, slug) if shelf.target == where), None)
    if found is None:
        raise RefusedError(Say("hier wordt niet (meer) gepubliceerd", "nothing is published here (any more)"))
    return found


def _kind(shelf: Shelf) -> str:
    """By the file that knows it; nothing for one that this version of the program does not understand."""
    try:
        return type(shelf.place).__module__.rpartition(".")[2]
    except InputError:
        return ""


def _kept(shelf: Shelf) -> Iterator[str]:
    """The days on which earlier versions were put aside, the newest first."""
    for version in reversed(shelf.versions()):
        path = version / MANIFEST
        if path.is_file():
            yield datetime.fromtimestamp(path.stat().st_mtime).date().isoformat()


def _check_whole(text: str) -> None:
    """The studio stands in no folder: a path begins at the root of the disk."""
    if not text or not ("://" in text or text.startswith("~") or Path(text).is_absolute()):
        raise RefusedError(
            Say(
                "noem de hele map, zoals /var/www/vertrouwenspersoon of C:\\sites\\vertrouwenspersoon; of een bestand daarin dat op .zip eindigt",
                "name the whole folder, such as /var/www/advisor or C:\\sites\\advisor; or a file in it that ends in .zip",
            )
        )


def _built(session: Session, slug: str) -> bytes | None:
    return read_file(session.workspace.root / "site" / slug / MANIFEST)


def _all_of(error: InputError) -> Say:
    """Without what to write: that is for the command."""
    return Say(
        "; ".join(problem.message.nl for problem in error.problems),
        "; ".join(problem.message.en for problem in error.problems),
    )


def _why(error: InputError | MachineError, language: Language) -> str:
    return (_all_of(error) if isinstance(error, InputError) else error.say).to(language)


VERBS: Verbs = {
    "places": places,
    "standing": standing,
    "publish": publish,
    "publish_again": publish_again,
    "publish_all": publish_all,
    "back": back,
    "keep_in": keep_in,
    "forget": forget,
    "verify": verify,
    "new_wording": new_wording,
    "accept_wording": accept_wording,
}
