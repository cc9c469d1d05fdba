"""All organisations in one look, and what is done to one of them as a whole."""

from __future__ import annotations

from typing import TYPE_CHECKING

from voorlichter.problems import Say
from voorlichter.studio.office import Office
from voorlichter.studio.protocol import RefusedError, Reply, Request, Verbs, decoded, file_reply
from voorlichter.studio.verbs.profile import state

if TYPE_CHECKING:
    from voorlichter.studio.session import Session


def clients(session: Session, request: Request) -> Reply:
    """Every organisation in one look, and the rules that lapse."""
    office = _office(session)
    return {"rows": office.rows(session.language) if session.slugs() else [], "laws": office.laws(session.language)}


def look(session: Session, request: Request) -> Reply:
    """Everything that is wrong with one organisation, by weight."""
    slug = session.slug(request)
    words = session.words(session.check(slug).source.data)
    return {
        "problems": [session.problem(problem, words) for problem in _office(session).problems(slug)],
        "looked": True,
    }


def whole(session: Session, request: Request) -> Reply:
    """What is done to an organisation as a whole: told first, and done with `sure`."""
    office, what, name = _office(session), request.get("what"), str(request.get("name", "")).strip()
    if what not in ("rename", "stop"):
        raise RefusedError(Say("dit kan de studio niet", "the studio cannot do this"))
    if what == "rename" and not name:
        raise RefusedError(Say("geef eerst een naam", "give a name first"))
    plan = office.plan(what, session.slug(request), name)
    if request.get("sure"):
        office.carry_out(plan)
        session.files.forget()
    return office.tell(plan, session.language) | {"done": bool(request.get("sure"))}


def duplicate(session: Session, request: Request) -> Reply:
    """A new organisation after the example of another."""
    name = str(request.get("name", "")).strip()
    if not name:
        raise RefusedError(Say("geef eerst een naam", "give a name first"))
    slug = _office(session).duplicate(session.slug(request), name, session.language)
    session.files.forget()
    return state(session, {"slug": slug})


def question_list(session: Session, request: Request) -> Reply:
    """A page that the client's HR fills in."""
    name = Say("vragenlijst.html", "questions.html").to(session.language)
    return file_reply(name, _office(session).question_list(session.language))


def answers(session: Session, request: Request) -> Reply:
    """A new organisation from the answers that came back."""
    name, text = _office(session).from_answers(decoded(request.get("data")), session.language)
    slug = session.free_slug(name)
    session.files.change(
        {session.workspace.profile_path(slug): text.encode()}, Say(f"{name} begonnen", f"{name} begun")
    )
    return state(session, {"slug": slug})


def reading_page(session: Session, request: Request) -> Reply:
    """What to read aloud before it is signed, as a page to tick."""
    slug = session.slug(request)
    name = f"{slug}-{Say('voorlezen', 'reading').to(session.language)}.html"
    return file_reply(name, _office(session).reading_page(slug, session.language))


def _office(session: Session) -> Office:
    return Office(session.workspace, session.stage_one, session.today)


VERBS: Verbs = {
    "clients": clients,
    "look": look,
    "whole": whole,
    "duplicate": duplicate,
    "question_list": question_list,
    "answers": answers,
    "reading_page": reading_page,
}
