"""What goes out: files to take along, folders to publish to, and what changed since."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

from voorlichter.artefacts.kit.context import describe_edition
from voorlichter.clients.publishing import Publisher
from voorlichter.problems import InputError, Language, MachineError, Say, relative
from voorlichter.publish.built import site_code
from voorlichter.publish.places import find_place
from voorlichter.publish.shelf import read_file, shelves
from voorlichter.publish.standing import look_at
from voorlichter.studio.handed import HandedOut
from voorlichter.studio.handout import WHAT, Maker
from voorlichter.studio.print_looks import render_looks
from voorlichter.studio.protocol import RefusedError, Reply, Request, Verbs, file_reply
from voorlichter.studio.verbs.preview import code_of
from voorlichter.workspace import MANIFEST
from voorlichter.zip_file import render_zip

if TYPE_CHECKING:
    from voorlichter.studio.session import Session


def make(session: Session, request: Request) -> Reply:
    """One file to take along: the site, the training, the kit, or everything."""
    slug, what = session.slug(request), str(request.get("what"))
    if what not in WHAT:
        raise RefusedError(Say("dit kan de studio niet maken", "the studio cannot make this"))
    made = Maker(session.workspace, session.stage_one, session.today).make(slug, what)
    if what in ("site", "everything"):
        _handed(session).keep(slug)
    return {**file_reply(made.name, made.data), "code": made.code}


def print_preview(session: Session, request: Request) -> Reply:
    """What some of the printed sheets look like, in one language of the site."""
    previewed = session.shown(session.slug(request))
    code = code_of(previewed, request)
    edition = describe_edition(session.previews.slots(previewed, code), previewed.templates[code], previewed.media)
    return {"language": code, "looks": [asdict(look) for look in render_looks(session.workspace, edition)]}


def make_all(session: Session, request: Request) -> Reply:
    """A zip for each organisation that changed since it was handed out, in one; those with errors are named."""
    maker, files, refused = Maker(session.workspace, session.stage_one, session.today), {}, []
    for slug in session.slugs():
        if _handed(session).is_behind(slug):
            try:
                made = maker.make(slug, "site")
            except InputError:
                refused.append(slug)
                continue
            files[made.name] = made.data
            _handed(session).keep(slug)
    if not files:
        return {"made": [], "left": refused}
    return {**file_reply("sites.zip", render_zip(files)), "made": sorted(files), "left": refused}


def sheet(session: Session, request: Request) -> Reply:
    """The change sheet that a client signs."""
    slug = session.slug(request)
    return file_reply(f"{slug}-{session.today.isoformat()}.pdf", _handed(session).sheet(slug, session.language))


def publish(session: Session, request: Request) -> Reply:
    """The site put into a folder of this computer, from which a server shows it."""
    slug, folder = session.slug(request), str(request.get("folder", "")).strip()
    path = folder.removeprefix("git:")
    if not path or not ("://" in path or Path(path).expanduser().is_absolute()):
        raise RefusedError(
            Say(
                "noem de hele map, zoals /var/www/vertrouwenspersoon of C:\\sites\\vertrouwenspersoon; of een bestand daarin dat op .zip eindigt",
                "name the whole folder, such as /var/www/advisor or C:\\sites\\advisor; or a file in it that ends in .zip",
            )
        )
    place = find_place(folder, session.workspace.root)
    done, _ = Publisher(session.workspace, session.stage_one, session.today).publish(slug, place)
    _handed(session).keep(slug)
    code = site_code(read_file(session.workspace.root / "site" / slug / MANIFEST))
    return {"published": str(place), "changed": done.changed, "code": code}


def places(session: Session, request: Request) -> Reply:
    """Where this site is published, since when, and whether that is what would be published now."""
    slug = session.slug(request)
    built = read_file(session.workspace.root / "site" / slug / MANIFEST)
    found = [look_at(shelf, built) for shelf in shelves(session.workspace, slug)]
    return {
        "places": [
            {
                "where": one.target,
                "since": one.since.date().isoformat() if one.since else None,
                "latest": one.is_latest and not _handed(session).is_behind(slug),
            }
            for one in found
        ]
    }


def publish_all(session: Session, request: Request) -> Reply:
    """Every site that was published from here before, put there again where it changed."""
    told: list[Reply] = []
    publisher = Publisher(session.workspace, session.stage_one, session.today)
    for shelf in shelves(session.workspace):
        if shelf.slug in session.slugs():
            about = {"slug": shelf.slug, "folder": shelf.target}
            try:
                done, _ = publisher.publish_again(shelf)
            except (InputError, MachineError) as error:
                told.append({**about, "refused": _why(error, session.language)})
                continue
            _handed(session).keep(shelf.slug)
            told.append({**about, "published": shelf.target, "changed": done.changed})
    return {"places": told}


def changes(session: Session, request: Request) -> Reply:
    """What changed since this organisation's site was handed out last."""
    return _handed(session).changes(session.slug(request), session.language)


def reach(session: Session, request: Request) -> Reply:
    """For whose readers something changed since the studio first wrote the files of this session."""
    then = {
        relative(path, session.workspace.root): text.encode()
        for path, text in session.files.opened.items()
        if path.is_file() and session.files.read(path) != text.encode()
    }
    return {"reach": list(_handed(session).reach(then))}


def _why(error: InputError | MachineError, language: Language) -> str:
    if isinstance(error, MachineError):
        return error.say.to(language)
    return " ".join(problem.message.to(language) for problem in error.problems)


def _handed(session: Session) -> HandedOut:
    return HandedOut(session.workspace, session.stage_one, session.today)


VERBS: Verbs = {
    "make": make,
    "print_preview": print_preview,
    "make_all": make_all,
    "sheet": sheet,
    "publish": publish,
    "places": places,
    "publish_all": publish_all,
    "changes": changes,
    "reach": reach,
}
