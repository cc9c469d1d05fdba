"""The site as it is at this moment, page by page."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, cast

from voorlichter.site.pieces import join
from voorlichter.studio.module_preview import ModulePreview
from voorlichter.studio.previews import Previewed
from voorlichter.studio.protocol import Reply, Request, Verbs
from voorlichter.studio.shown import Assets, Scheme, form_of, pages_in, show_page, title_of
from voorlichter.studio.verbs.training import questions_of

if TYPE_CHECKING:
    from voorlichter.studio.session import Session


def ready(session: Session, request: Request) -> Reply:
    """Are the pages of an organisation's languages at hand?"""
    return {"ready": session.previews.are_ready(session.drafted(session.slug(request)))}


def page(session: Session, request: Request) -> Reply:
    """One page as it would be, in one piece; another page where this organisation has no such page."""
    slug = session.slug(request)
    if request.get("module") and (written := module_page(session, slug, request)):
        return written
    shown = session.shown(slug)
    language = code_of(shown, request)
    template = session.previews.traced(shown.templates[language])
    slots = session.previews.slots(shown, language)
    moment, scheme = _manner(request)
    assets = shown.assets.setdefault(
        language, Assets(shown.templates[language], shown.templates[language].fill_styles(slots), shown.media.files)
    )
    name = str(request.get("page") or "index.html")
    form = form_of(template, name, slots)
    if form is None:
        name, form = "index.html", template.pages["index.html"][1]
    html = show_page(template, form, slots, shown.profile, assets, language, moment, scheme)
    return {"html": html, "page": name, "language": language}


def module_page(session: Session, slug: str, request: Request) -> Reply | None:
    """A module while it is written, or one question of it, and nothing else is made for it; None where its file is none."""
    name, number = str(request["module"]), str(request.get("question") or "")
    profile = session.drafted(slug)
    questions = questions_of(session, slug)
    module, source = questions.draft(name, questions.text(name), int(number) if number.isdigit() else None)
    templates = session.stage_one.templates(profile)
    code = str(request.get("language") or "")
    code = code if code in templates else next(iter(templates))
    if module is None:
        return None
    media = session.previews.media(session.check(slug), profile)
    moment, scheme = _manner(request)
    previewed = ModulePreview(
        session.workspace, session.stage_one, templates[code], session.previews.traced(templates[code])
    )
    html = previewed.render(profile, media, module, source, code, session.today, moment, scheme)
    return {"html": html, "page": f"training-{name}.html", "language": code}


def _manner(request: Request) -> tuple[datetime | None, Scheme | None]:
    at, scheme = request.get("at"), request.get("scheme")
    moment = datetime.fromisoformat(str(at)) if at else None
    return moment, cast(Scheme, scheme) if scheme in ("light", "dark") else None


def pages(session: Session, request: Request) -> Reply:
    """The pages this organisation has, each with its title."""
    shown = session.shown(session.slug(request))
    language = code_of(shown, request)
    template, slots = shown.templates[language], session.previews.slots(shown, language)
    answers = template.answers(slots)
    return {
        "pages": [
            {"name": name, "title": title_of(join(template.pages[name][1], answers).decode())}
            for name in pages_in(template, slots)
        ]
    }


def search(session: Session, request: Request) -> Reply:
    """What the search of the previewed site knows, as JSON."""
    shown = session.shown(session.slug(request))
    language = code_of(shown, request)
    template = shown.templates[language]
    data = template.fill_search(session.previews.slots(shown, language)).decode()
    return {"search": data[data.index("{", data.index("found")) : data.rindex("}") + 1]}


def code_of(shown: Previewed, request: Request) -> str:
    """The language that is asked for, or the first of the site."""
    code = str(request.get("language") or "")
    return code if code in shown.templates else next(iter(shown.templates))


VERBS: Verbs = {"ready": ready, "page": page, "pages": pages, "search": search}
