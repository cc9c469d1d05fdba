"""What goes out: files to take along, and what changed since."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING

from voorlichter.artefacts.kit.context import describe_edition
from voorlichter.problems import InputError, Say, relative
from voorlichter.studio.handed import HandedOut
from voorlichter.studio.handout import WHAT, Maker
from voorlichter.studio.print_looks import render_looks
from voorlichter.studio.protocol import RefusedError, Reply, Request, Verbs, file_reply
from voorlichter.studio.verbs.preview import code_of
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
        handed(session).keep(slug)
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
        if handed(session).is_behind(slug):
            try:
                made = maker.make(slug, "site")
            except InputError:
                refused.append(slug)
                continue
            files[made.name] = made.data
            handed(session).keep(slug)
    if not files:
        return {"made": [], "left": refused}
    return {**file_reply("sites.zip", render_zip(files)), "made": sorted(files), "left": refused}


def sheet(session: Session, request: Request) -> Reply:
    """The change sheet that a client signs."""
    slug = session.slug(request)
    return file_reply(f"{slug}-{session.today.isoformat()}.pdf", handed(session).sheet(slug, session.language))


def changes(session: Session, request: Request) -> Reply:
    """What changed since this organisation's site was handed out last."""
    return handed(session).changes(session.slug(request), session.language)


def reach(session: Session, request: Request) -> Reply:
    """For whose readers something changed since the studio first wrote the files of this session."""
    then = {
        relative(path, session.workspace.root): text.encode()
        for path, text in session.files.opened.items()
        if path.is_file() and session.files.read(path) != text.encode()
    }
    return {"reach": list(handed(session).reach(then))}


def handed(session: Session) -> HandedOut:
    return HandedOut(session.workspace, session.stage_one, session.today)


VERBS: Verbs = {
    "make": make,
    "print_preview": print_preview,
    "make_all": make_all,
    "sheet": sheet,
    "changes": changes,
    "reach": reach,
}
