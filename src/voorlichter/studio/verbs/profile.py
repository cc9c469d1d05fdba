"""One profile: what it holds, and every change to it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from voorlichter.organisation import languages_named
from voorlichter.own.files import MODULES
from voorlichter.person_names import read_name
from voorlichter.plain_letters import hyphenated
from voorlichter.problems import Language, Say, relative
from voorlichter.profile.fields import TO_FILL_IN
from voorlichter.profile.scaffold import IntakeAnswers, render_scaffold
from voorlichter.studio.corrections import correction
from voorlichter.studio.history import HistoryStep
from voorlichter.studio.keys import must_stand, order_in, step_of
from voorlichter.studio.protocol import RefusedError, Reply, Request, Verbs, decoded, path_of, writable
from voorlichter.studio.told import in_words
from voorlichter.workspace import slug_of
from voorlichter.yaml_edit import move_item, remove_value, set_value
from voorlichter.yaml_source import KeyPath, dotted

if TYPE_CHECKING:
    from voorlichter.studio.session import Session


def new(session: Session, request: Request) -> Reply:
    """A profile of what was answered so far; nothing is required but a name."""
    name = writable(str(request.get("name", ""))).strip()
    if not name:
        raise RefusedError(Say("geef eerst een naam", "give a name first"))
    slug = session.free_slug(name)
    answers = IntakeAnswers.model_construct(name=name)
    text = render_scaffold(answers, session.language)
    session.files.change(
        {session.workspace.profile_path(slug): text.encode()}, Say(f"{name} begonnen", f"{name} begun")
    )
    return state(session, {"slug": slug})


def state(session: Session, request: Request) -> Reply:
    """What a profile holds, what is wrong or lacking, and what can be taken back."""
    slug = session.slug(request)
    checked = session.check(slug)
    written = session.written(slug)
    words = session.words(checked.source.data)
    return {
        "slug": slug,
        "name": session.name_of(slug),
        "data": written,
        "whole": checked.source.data,
        "readable": isinstance(written, dict),
        "problems": [session.problem(problem, words) for problem in checked.problems],
        "undo": _said(session.files.history.to_undo, session.language),
        "redo": _said(session.files.history.to_redo, session.language),
        "languages": languages_named(checked.source.data, session.stage_one.languages),
        "stamp": session.stamp_of(slug),
    }


def stamp(session: Session, request: Request) -> Reply:
    """Whether something changed outside: a page asks this now and then."""
    return {"now": session.stamp_of(session.slug(request))}


def put_value(session: Session, request: Request) -> Reply:
    """Put a value at a path; with `done` what was certainly meant takes the place of what was typed."""
    slug, path = named_place(session, request)
    value = writable(request.get("value"))
    answer = _set(session, slug, path, value, bool(request.get("here")))
    if request.get("done") and value is not None:
        for problem in session.check(slug).problems:
            if problem.where == dotted(path) and (meant := correction(problem)) is not None:
                answer = _set(session, slug, path, meant, bool(request.get("here")))
                words = session.words(session.check(slug).source.data)
                said = in_words(meant, words.field_at(path), words)
                answer["understood"] = {"path": list(path), "as": meant, "said": said}
                break
    return answer


def _set(session: Session, slug: str, path: KeyPath, value: Any, here: bool) -> Reply:
    file, inner = _home(session, slug, path, here)
    text = session.files.text(file)
    if value is None or value == "" or value == [] or value == {}:
        new = remove_value(text, inner)
        if inner and isinstance(inner[-1], str) and must_stand(inner, file):
            new = set_value(text, inner, TO_FILL_IN[session.language], order=order_in(file))
    else:
        new = set_value(text, inner, value, order=order_in(file), was=session.files.opened.setdefault(file, text))
    session.files.change({file: new.encode()}, step_of(path), key=f"{file} {dotted(inner)}")
    return state(session, {"slug": slug})


def remove(session: Session, request: Request) -> Reply:
    slug, path = named_place(session, request)
    file, inner = _home(session, slug, path, bool(request.get("here")))
    session.files.change({file: remove_value(session.files.text(file), inner).encode()}, step_of(path))
    return state(session, {"slug": slug})


def move(session: Session, request: Request) -> Reply:
    slug, path = named_place(session, request)
    file, inner = _home(session, slug, path, True)
    new = move_item(session.files.text(file), inner, int(request["to"]))
    session.files.change({file: new.encode()}, step_of(path))
    return state(session, {"slug": slug})


def text(session: Session, request: Request) -> Reply:
    """A profile as it is written, for who wants to see it or where it cannot be read."""
    path = _file(session, request)
    return {"text": session.files.text(path), "path": relative(path, session.workspace.root)}


def write(session: Session, request: Request) -> Reply:
    path = _file(session, request)
    session.files.change({path: writable(str(request["text"])).encode()}, Say("de tekst", "the text"))
    return state(session, request)


def put_picture(session: Session, request: Request) -> Reply:
    """A picture beside the profile, and the key that names it."""
    slug, path = named_place(session, request)
    data = decoded(request.get("data"))
    name = file_name(str(request["name"]))
    file, inner = _home(session, slug, path, bool(request.get("here")))
    new = set_value(session.files.text(file), inner, name, order=order_in(file))
    session.files.change({file.parent / name: data, file: new.encode()}, step_of(path))
    return state(session, {"slug": slug})


def share(session: Session, request: Request) -> Reply:
    """What is said of an advisor here, from now on in a file that other organisations can use too."""
    slug = session.slug(request)
    index, profile = int(request["index"]), session.workspace.profile_path(slug)
    entry = session.advisors_of(slug)[index]
    if not isinstance(entry, dict) or "use" in entry or not isinstance(entry.get("name"), str):
        raise RefusedError(Say("geef deze persoon eerst een naam", "give this person a name first"))
    folder = session.workspace.advisors
    first = hyphenated(read_name(entry["name"]).called, 30) or "advisor"
    known = next(
        name for name in (first, *(f"{first}-{n}" for n in range(2, 1000))) if not (folder / f"{name}.yml").exists()
    )
    files: dict[Path, bytes | None] = {}
    text, own = "", {"use": known}
    for key, value in entry.items():
        if key in _OF_ONE_PLACE:
            own[key] = value
        elif key != "id":
            text = set_value(text, (key,), value)
        if key == "photo" and isinstance(value, str) and (picture := profile.parent / value).is_file():
            files[folder / value] = picture.read_bytes()
    files[folder / f"{known}.yml"] = text.encode()
    changed = set_value(session.files.text(profile), ("advisors", index), own)
    for other, advisor in enumerate(session.advisors_of(slug)):
        if isinstance(advisor, dict) and advisor.get("backup") == entry.get("id"):
            changed = set_value(changed, ("advisors", other, "backup"), known)
    session.files.change({**files, profile: changed.encode()}, Say("gedeeld", "shared"))
    return state(session, request)


def undo(session: Session, request: Request) -> Reply:
    return _back(session, session.files.history.undo(), request)


def redo(session: Session, request: Request) -> Reply:
    return _back(session, session.files.history.redo(), request)


def _back(session: Session, step: HistoryStep | None, request: Request) -> Reply:
    if step is not None:
        session.files.turn(step)
    there = session.workspace.profile_path(str(request.get("slug"))).is_file()
    return state(session, request) if there else {"gone": True}


def named_place(session: Session, request: Request) -> tuple[str, KeyPath]:
    """What a change is about. The third advisor may be another one by now: who counts places has seen the files as they stand."""
    slug, path = session.slug(request), path_of(request["path"])
    counts = any(isinstance(part, int) for part in path)
    if counts and request.get("seen") and request["seen"] != session.stamp_of(slug):
        raise RefusedError(
            Say(
                "deze organisatie is intussen ergens anders veranderd; zo staat het er nu, doe het nog eens",
                "this organisation was changed elsewhere meanwhile; this is how it stands now, do it once more",
            ),
            again=True,
        )
    return slug, path


def _file(session: Session, request: Request) -> Path:
    """A shared advisor's, a module's of this organisation, or the profile. Raises RefusedError where there is none."""
    if shared := request.get("advisor"):
        return _listed(session.workspace.advisors, shared)
    slug = session.slug(request)
    if module := request.get("module"):
        return _listed(session.workspace.profiles / slug / MODULES, module)
    return session.workspace.profile_path(slug)


def _listed(folder: Path, name: object) -> Path:
    """A file that stands in the folder itself, whatever a message calls it."""
    path = folder / f"{name}.yml"
    if folder.is_dir() and path in folder.iterdir():
        return path
    raise RefusedError(Say("dit bestand is er niet", "this file is not there"))


def _home(session: Session, slug: str, path: KeyPath, here: bool) -> tuple[Path, KeyPath]:
    """The file a value stands in, and its path there: of a shared advisor that is the shared file, unless only `here` is meant."""
    profile = session.workspace.profile_path(slug)
    if len(path) > 2 and path[0] == "advisors" and isinstance(index := path[1], int) and not here:
        entries = session.advisors_of(slug)
        entry = entries[index] if index < len(entries) else None
        if isinstance(entry, dict) and isinstance(used := entry.get("use"), str) and path[2] not in entry:
            shared = session.workspace.advisors / f"{used}.yml"
            if shared.is_file() and path[2] not in ("backup", "locations"):
                return shared, path[2:]
    return profile, path


def _said(step: Say | None, language: Language) -> str | None:
    return step.to(language) if step is not None else None


def file_name(name: str) -> str:
    """A name for a file beside a profile, of what somebody's computer called it."""
    stem, _, kind = Path(name.replace("\\", "/")).name.rpartition(".")
    return f"{slug_of(stem or 'bestand')}.{slug_of(kind)}"


_OF_ONE_PLACE = ("backup", "locations", "scope", "kind")
"""What a shared advisor is at one organisation and perhaps not at another."""


VERBS: Verbs = {
    "new": new,
    "state": state,
    "stamp": stamp,
    "set": put_value,
    "remove": remove,
    "move": move,
    "text": text,
    "write": write,
    "put": put_picture,
    "share": share,
    "undo": undo,
    "redo": redo,
}
