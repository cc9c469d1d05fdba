"""What an organisation says in its own words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from voorlichter.own.files import LEFT_OUT
from voorlichter.own.passages import PassageKind
from voorlichter.problems import Say, has_errors
from voorlichter.studio.own_words import OwnWords, filled_text
from voorlichter.studio.protocol import Reply, Request, Verbs
from voorlichter.studio.shown import pages_in
from voorlichter.studio.verbs.preview import code_of
from voorlichter.studio.verbs.profile import state

if TYPE_CHECKING:
    from voorlichter.studio.session import Session


def words(session: Session, request: Request) -> Reply:
    """The pages of one language with their passages, ours beside what this organisation says itself."""
    slug = session.slug(request)
    shown = session.shown(slug)
    code = code_of(shown, request)
    template, slots = shown.templates[code], session.previews.slots(shown, code)
    there = {name.removesuffix(".html") for name in pages_in(template, slots)}
    return {"pages": list(_own(session, slug).pages(code, there, filled_text(template, slots)))}


def say(session: Session, request: Request) -> Reply:
    """A passage in their own words, in the place of ours or beside it; without `text` ours stands alone again. `try` only checks."""
    slug = session.slug(request)
    own, code = _own(session, slug), code_of(session.shown(slug), request)
    page, anchor, kind = str(request["page"]), str(request["anchor"]), _kind(request)
    text = request.get("text")
    if text is not None:
        problems = own.check(code, page, anchor, kind, str(text))
        if request.get("try") or has_errors(problems):
            return {"problems": [session.problem(problem) for problem in problems]}
    files = own.write(code, page, anchor, kind, text and str(text), bool(request.get("seen")))
    session.change_files(files, Say("eigen woorden", "own words"))
    return state(session, request)


def leave_out(session: Session, request: Request) -> Reply:
    """A page that this site does without, or has again; refused with what still leads to it."""
    slug, name = session.slug(request), str(request["page"])
    own = _own(session, slug)
    files = own.leave_out(name, bool(request.get("out")))
    session.change_files(files, Say("bladzijde weglaten", "page left out"))
    problems = [problem for problem in own.check_all() if problem.mark.path.name == LEFT_OUT]
    if has_errors(problems) and request.get("out"):
        step = session.files.history.undo()
        assert step is not None, "it was done just now"
        session.files.turn(step)
        return {"problems": [session.problem(problem) for problem in problems]}
    return state(session, request)


def own_page(session: Session, request: Request) -> Reply:
    """A page that only this site has, in one language; without `text` it goes."""
    slug = session.slug(request)
    own, code = _own(session, slug), code_of(session.shown(slug), request)
    title, name, text = (str(request.get(key) or "").strip() for key in ("title", "name", "text"))
    if text:
        problems = own.check_page(code, title, "more", text)
        if has_errors(problems):
            return {"problems": [session.problem(problem) for problem in problems]}
        files = own.write_page(code, name, title, "more", text)
    else:
        files = own.remove_page(code, name)
    session.change_files(files, Say("eigen bladzijde", "own page"))
    return state(session, request)


def _own(session: Session, slug: str) -> OwnWords:
    return OwnWords(session.workspace, session.stage_one, slug, session.drafted(slug))


def _kind(request: Request) -> PassageKind:
    kind = request.get("kind")
    return kind if kind in ("before", "after") else "replaced"


VERBS: Verbs = {"words": words, "say": say, "leave_out": leave_out, "own_page": own_page}
