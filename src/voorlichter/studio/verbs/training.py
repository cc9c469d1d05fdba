"""The training of one organisation: which modules it has, and those of its own, question by question."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from voorlichter.problems import Say
from voorlichter.quiz.importing import import_file, import_questions
from voorlichter.studio.keys import order_in
from voorlichter.studio.module_form import plan_module, plan_types
from voorlichter.studio.module_told import tell_of_module
from voorlichter.studio.protocol import RefusedError, Reply, Request, Verbs, decoded, writable
from voorlichter.studio.questions import OwnModules
from voorlichter.studio.told import lacks
from voorlichter.studio.verbs.profile import file_name, named_place, state
from voorlichter.yaml_edit import remove_value, set_value
from voorlichter.yaml_source import KeyPath

if TYPE_CHECKING:
    from voorlichter.studio.session import Session

_TICKED = ("training", "modules")
_LABEL = Say("training", "training")


def training(session: Session, request: Request) -> Reply:
    """Every module, and how one of its own is asked for."""
    questions = questions_of(session, session.slug(request))
    modules = list(questions.listed())
    for one in modules:
        if one["own"]:
            problems = questions.problems(one["name"], questions.text(one["name"]))
            one["wrong"] = sum(problem.severity == "error" for problem in problems)
    types = plan_types(session.language)
    return {
        "modules": modules,
        "fields": _placed(plan_module(session.language)),
        "types": [{**kind, "fields": _placed(kind["fields"])} for kind in types],
    }


def _placed(fields: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """As the page has them: below the list of an organisation's modules."""
    return [
        {
            **one,
            "path": [*_TICKED, "*", *one["path"]],
            **({"fields": _placed(one["fields"])} if "fields" in one else {}),
        }
        for one in fields
    ]


def module(session: Session, request: Request) -> Reply:
    slug = session.slug(request)
    return {"module": _module(session, slug, str(request["name"])), "pages": questions_of(session, slug).pages()}


def begin_module(session: Session, request: Request) -> Reply:
    """One of its own, of a title; it is ticked at once."""
    slug, title = session.slug(request), " ".join(str(writable(request.get("title")) or "").split())
    if not title:
        raise RefusedError(Say("geef eerst een titel", "give a title first"))
    questions = questions_of(session, slug)
    name, text = questions.begin(title)
    profile = session.workspace.profile_path(slug)
    chosen = [*session.drafted(slug).training.modules, name]
    ticked = set_value(session.files.text(profile), _TICKED, chosen, order=order_in(profile))
    files = {session.workspace.root / path: data for path, data in questions.write(name, text).items()}
    session.files.change({**files, profile: ticked.encode()}, Say(f"{title} begonnen", f"{title} begun"))
    return _changed(session, slug, name)


def end_module(session: Session, request: Request) -> Reply:
    """One of its own goes, from the list of what is offered too."""
    slug, name = session.slug(request), str(request["name"])
    questions = questions_of(session, slug)
    questions.text(name)
    profile = session.workspace.profile_path(slug)
    text = session.files.text(profile)
    chosen = session.drafted(slug).training.modules
    if name in chosen:
        rest = [one for one in chosen if one != name]
        text = set_value(text, _TICKED, rest) if rest else remove_value(text, _TICKED)
    files = {session.workspace.root / path: data for path, data in questions.end(name).items()}
    session.files.change({**files, profile: text.encode()}, Say("onderdeel weg", "part removed"))
    return state(session, {"slug": slug})


def set_in_module(session: Session, request: Request) -> Reply:
    slug, path = named_place(session, request)
    questions, name = questions_of(session, slug), str(request["name"])
    text = _text(session, questions, name)
    was = session.files.opened.setdefault(questions.own[name], text)
    return _write(session, slug, name, questions.set(name, text, path, writable(request.get("value")), was), path)


def put_in_module(session: Session, request: Request) -> Reply:
    """A picture beside the module, and the key that names it."""
    slug, path = named_place(session, request)
    questions, name = questions_of(session, slug), str(request["name"])
    text, picture = _text(session, questions, name), file_name(str(request["file"]))
    beside = {questions.own[name].with_name(picture): decoded(request.get("data"))}
    return _write(session, slug, name, questions.set(name, text, path, picture), beside=beside)


def add_to_module(session: Session, request: Request) -> Reply:
    """A question of a type, or one more part of one."""
    slug, path = named_place(session, request)
    questions, name = questions_of(session, slug), str(request["name"])
    kind = request.get("type")
    text, place = questions.add(name, _text(session, questions, name), path, str(kind) if kind else None)
    return {**_write(session, slug, name, text), "at": list(place)}


def copy_in_module(session: Session, request: Request) -> Reply:
    slug, path = named_place(session, request)
    questions, name = questions_of(session, slug), str(request["name"])
    text, place = questions.copy(name, _text(session, questions, name), path)
    return {**_write(session, slug, name, text), "at": list(place)}


def remove_from_module(session: Session, request: Request) -> Reply:
    slug, path = named_place(session, request)
    questions, name = questions_of(session, slug), str(request["name"])
    return _write(session, slug, name, remove_value(_text(session, questions, name), path))


def move_in_module(session: Session, request: Request) -> Reply:
    slug, path = named_place(session, request)
    questions, name = questions_of(session, slug), str(request["name"])
    return _write(session, slug, name, questions.move(_text(session, questions, name), path, int(request["to"])))


def bring_questions(session: Session, request: Request) -> Reply:
    """OwnModules that somebody has already, from a pasted text or a file. What is not understood comes back, with what to write."""
    slug, name = session.slug(request), str(request["name"])
    questions = questions_of(session, slug)
    code = _code(questions, request)
    if request.get("data"):
        result = import_file(decoded(request["data"]), code)
    else:
        result = import_questions(writable(str(request.get("text") or "")), code)
    text = questions.bring(name, _text(session, questions, name), result)
    answer = _write(session, slug, name, text) if result.questions else _changed(session, slug, name)
    told: list[dict[str, Any]] = [
        {**problem.as_json(session.language), "keys": [], "value": None, "title": ""} for problem in result.problems
    ]
    rest = "\n\n".join(filter(None, (result.heading, *result.rest))) if any(result.rest) else ""
    return {**answer, "brought": len(result.questions), "told": told, "rest": rest}


def questions_of(session: Session, slug: str) -> OwnModules:
    """Kept until a file changes."""
    session.stamp_of(slug)
    key = f"{slug} {session.language}"
    if key not in session.questions:
        profile = session.drafted(slug)
        session.questions[key] = OwnModules(session.workspace, session.stage_one, slug, profile, session.language)
    return session.questions[key]


def _code(questions: OwnModules, request: Request) -> str:
    code = str(request.get("language") or "")
    return code if code in questions.site else questions.site[0]


def _text(session: Session, questions: OwnModules, name: str) -> str:
    questions.text(name)
    return session.files.text(questions.own[name])


def _write(
    session: Session,
    slug: str,
    name: str,
    text: str,
    path: KeyPath = (),
    beside: Mapping[Path, bytes] = MappingProxyType({}),
) -> Reply:
    """What is typed in one place in a row is one step."""
    file = session.workspace.profiles / slug / "quizzes" / f"{name}.yml"
    session.files.change({**beside, file: text.encode()}, _LABEL, key=f"{file} {path}" if path else None)
    return _changed(session, slug, name)


def _changed(session: Session, slug: str, name: str) -> Reply:
    return {**state(session, {"slug": slug}), "module": _module(session, slug, name)}


def _module(session: Session, slug: str, name: str) -> dict[str, Any]:
    questions = questions_of(session, slug)
    text = _text(session, questions, name)
    source = questions.source(name, text)
    problems = [
        {
            **problem.as_json(session.language),
            "lacks": lacks(problem),
            **tell_of_module(problem, source, session.language),
        }
        for problem in questions.problems(name, text)
    ]
    return {"name": name, "data": source.data, "readable": isinstance(source.data, dict), "problems": problems}


VERBS: Verbs = {
    "training": training,
    "module": module,
    "begin_module": begin_module,
    "end_module": end_module,
    "set_in_module": set_in_module,
    "put_in_module": put_in_module,
    "add_to_module": add_to_module,
    "copy_in_module": copy_in_module,
    "remove_from_module": remove_from_module,
    "move_in_module": move_in_module,
    "bring_questions": bring_questions,
}
