"""One workspace behind a page: a message in, an answer out. What a button does here is the function that a command calls.

A message is a mapping with a `verb` and what that needs; an answer holds JSON values only. The files of the workspace are the truth:
each change is written at once, can be taken back, and is refused where somebody else changed the file meanwhile.
"""

from __future__ import annotations

import base64
import binascii
import hashlib
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import cached_property
from pathlib import Path
from threading import Thread
from typing import Any, cast, get_args

from voorlichter import __version__
from voorlichter.cache import Cache
from voorlichter.markdown.address import resolve_address
from voorlichter.model_problems.described import words_for
from voorlichter.model_problems.places import allowed_keys, is_model, plain
from voorlichter.organisation import Checked, check_organisation, templates_for
from voorlichter.output import disk_failed
from voorlichter.own.files import OwnFiles
from voorlichter.own.passages import PassageKind
from voorlichter.problems import LANGUAGES, InputError, Language, MachineError, Problem, Say, has_errors, relative
from voorlichter.profile.fields import TO_FILL_IN
from voorlichter.profile.model import Advisor, Profile
from voorlichter.profile.scaffold import IntakeAnswers, render_scaffold
from voorlichter.publish.folder import check_target, publish_to_folder
from voorlichter.publish.shelf import open_shelf, published_places
from voorlichter.reading.trace import TracedTemplate
from voorlichter.site.context import plan_slots
from voorlichter.site.fill import Template
from voorlichter.site.media import Media, read_media
from voorlichter.site.pieces import join
from voorlichter.slots.model import Slots
from voorlichter.stage_one import StageOne, variants_of
from voorlichter.studio.corrections import correction
from voorlichter.studio.draft import draft_profile
from voorlichter.studio.form import Field, Named, plan_form
from voorlichter.studio.handed import HandedOut
from voorlichter.studio.handout import WHAT, Maker
from voorlichter.studio.history import FileChanges, History, HistoryStep
from voorlichter.studio.office import Office
from voorlichter.studio.own_words import OwnWords, filled_text
from voorlichter.studio.shown import Assets, Scheme, pages_in, render_shown, title_of
from voorlichter.studio.told import FormWords, fields_by_path, in_words, keys_of, lacks, people_in, tell
from voorlichter.swap import replace_file
from voorlichter.template.stored import cached_template
from voorlichter.workspace import Workspace, slug_of
from voorlichter.workspace_zip import pack_workspace, read_workspace_zip, written_files
from voorlichter.yaml_edit import NotEditable, move_item, remove_value, set_value
from voorlichter.yaml_source import KeyPath, dotted, read_kept_yaml, read_yaml
from voorlichter.zip_file import render_zip

Request = Mapping[str, Any]
Reply = dict[str, Any]


class RefusedError(Exception):
    """What cannot be done, in one sentence."""

    def __init__(self, say: Say, *, again: bool = False) -> None:
        self.say = say
        self.again = again
        """Does it help to look again and do it once more?"""
        super().__init__(say.en)


@dataclass(slots=True)
class _Previewed:
    """An organisation as the preview shows it, until a file changes."""

    profile: Profile
    media: Media
    templates: Mapping[str, Template]
    slots: dict[str, Slots] = field(default_factory=dict)
    assets: dict[str, Assets] = field(default_factory=dict)


class Session:
    """`handle` is all that a carrier calls."""

    def __init__(self, workspace: Workspace, today: date, language: Language = "nl") -> None:
        self.workspace = workspace
        self.today = today
        self.language: Language = language
        self._history = History()
        self._seen: dict[Path, bytes | None] = {}
        """What each file held when it was last read or written here."""
        self._opened: dict[Path, str] = {}
        """What each file said when it was first changed here: a value put back stands as it stood."""
        self._checked: dict[str, Checked] = {}
        self._shown: dict[str, _Previewed] = {}
        self._cache = Cache(workspace.private / "cache")
        self._traced: dict[Path, TracedTemplate] = {}
        self._forms: dict[Language, Mapping[tuple[str, ...], Field]] = {}
        self._stamps: dict[str, str] = {}
        self._preparing: Thread | None = None

    def handle(self, message: Request) -> Reply:
        """The answer to a message; what is refused comes as a sentence, what is wrong in the input as problems."""
        verb = VERBS.get(str(message.get("verb")))
        if verb is None:
            return {"refused": Say("dit kan de studio niet", "the studio cannot do this").to(self.language)}
        try:
            return verb(self, message)
        except RefusedError as refusal:
            return {"refused": refusal.say.to(self.language), "again": refusal.again}
        except NotEditable as error:
            return {"refused": error.say.to(self.language), "text": True}
        except InputError as error:
            return {"problems": [self._problem(problem) for problem in error.problems]}
        except MachineError as error:
            return {"refused": error.say.to(self.language)}

    # What there is

    @cached_property
    def stage_one(self) -> StageOne:
        return StageOne(self.workspace)

    def start(self, message: Request) -> Reply:
        """The form, and the organisations there are."""
        if message.get("language") in LANGUAGES:
            self.language = cast(Language, message["language"])
        named = self.named()
        return {
            "version": __version__,
            "language": self.language,
            "form": plan_form(self.language, named),
            "clients": [{"slug": slug, "name": self._name_of(slug)} for slug in self._slugs()],
            "shared": self._shared(),
            "languages": {code: row.said.to(self.language) for code, row in named.languages.items()},
            "open": list(TO_FILL_IN.values()),
        }

    def named(self) -> Named:
        vocabulary = self.stage_one.vocabulary()

        def said(name: str) -> dict[str, Say]:
            topics = read_kept_yaml(self.workspace.file(name)).data
            return {topic["id"]: Say(topic["title"]["nl"], topic["title"]["en"]) for topic in topics}

        strings = read_kept_yaml(self.workspace.file("data/strings.yml")).data
        spoken = {
            key.removeprefix("lang_"): Say(text["nl"], text["en"])
            for key, text in strings.items()
            if key.startswith("lang_")
        }
        modules = {name: Say(*(self._module_title(name, code) for code in LANGUAGES)) for name in vocabulary.modules}
        return Named(said("data/topics.yml"), vocabulary.doors or {}, modules, spoken, vocabulary.languages)

    def _module_title(self, name: str, language: str) -> str:
        read = read_kept_yaml(self.workspace.file(f"quizzes/{name}.yml")).data
        title = read.get("title") if isinstance(read, dict) else None
        return resolve_address(str(title.get(language, name)) if isinstance(title, dict) else str(title or name), "je")

    def _slugs(self) -> list[str]:
        return self.workspace.slugs() if self.workspace.profiles.is_dir() else []

    def _name_of(self, slug: str) -> str:
        read = read_yaml(self.workspace.profile_path(slug)) if self.workspace.profile_path(slug).is_file() else None
        organisation = read.data.get("organisation") if read and isinstance(read.data, dict) else None
        name = organisation.get("short_name") or organisation.get("name") if isinstance(organisation, dict) else None
        if isinstance(name, dict):
            name = name.get(self.language) or next(iter(name.values()), None)
        return name if isinstance(name, str) else slug

    def _shared(self) -> list[dict[str, Any]]:
        """The advisors that several organisations share, with who uses them."""
        folder = self.workspace.root / "advisors"
        shared = []
        for path in sorted(folder.glob("*.yml")):
            read = read_yaml(path)
            name = read.data.get("name") if isinstance(read.data, dict) else None
            shared.append(
                {"id": path.stem, "name": name if isinstance(name, str) else path.stem, "used": self._used(path.stem)}
            )
        return shared

    def _used(self, advisor: str) -> list[str]:
        return [
            slug
            for slug in self._slugs()
            if any(isinstance(entry, dict) and entry.get("use") == advisor for entry in self._advisors_of(slug))
        ]

    def _advisors_of(self, slug: str) -> list[Any]:
        path = self.workspace.profile_path(slug)
        read = read_yaml(path) if path.is_file() else None
        advisors = read.data.get("advisors") if read and isinstance(read.data, dict) else None
        return advisors if isinstance(advisors, list) else []

    def clients(self, request: Request) -> Reply:
        """Every organisation in one look, and the rules that lapse."""
        office = self._office
        return {"rows": office.rows(self.language) if self._slugs() else [], "laws": office.laws(self.language)}

    def whole(self, request: Request) -> Reply:
        """What is done to an organisation as a whole: told first, and done with `sure`."""
        office = self._office
        plan = office.plan(str(request.get("what")), self._slug(request), str(request.get("name", "")))
        if request.get("sure"):
            office.carry_out(plan)
            self._history = History()
            self._forget_all()
        return office.tell(plan, self.language) | {"done": bool(request.get("sure"))}

    def duplicate(self, request: Request) -> Reply:
        """A new organisation after the example of another."""
        name = str(request.get("name", "")).strip()
        if not name:
            raise RefusedError(Say("geef eerst een naam", "give a name first"))
        slug = self._office.duplicate(self._slug(request), name, self.language)
        self._forget_all()
        return self.state({"slug": slug})

    def question_list(self, request: Request) -> Reply:
        """A page that the client's HR fills in."""
        name = Say("vragenlijst.html", "questions.html").to(self.language)
        return {"name": name, "data": base64.b64encode(self._office.question_list(self.language)).decode()}

    def answers(self, request: Request) -> Reply:
        """A new organisation from the answers that came back."""
        name, text = self._office.from_answers(_decoded(request.get("data")), self.language)
        slug = self._free_slug(name)
        self._change({self.workspace.profile_path(slug): text.encode()}, Say(f"{name} begonnen", f"{name} begun"))
        return self.state({"slug": slug})

    def reading_page(self, request: Request) -> Reply:
        """What to read aloud before it is signed, as a page to tick."""
        slug = self._slug(request)
        name = f"{slug}-{Say('voorlezen', 'reading').to(self.language)}.html"
        return {"name": name, "data": base64.b64encode(self._office.reading_page(slug, self.language)).decode()}

    @property
    def _office(self) -> Office:
        return Office(self.workspace, self.stage_one, self.today)

    # One organisation

    def new(self, message: Request) -> Reply:
        """A profile of what was answered so far; nothing is required but a name."""
        name = str(message.get("name", "")).strip()
        if not name:
            raise RefusedError(Say("geef eerst een naam", "give a name first"))
        slug = self._free_slug(name)
        answers = IntakeAnswers.model_construct(name=name)
        text = render_scaffold(answers, self.language)
        self._change({self.workspace.profile_path(slug): text.encode()}, Say(f"{name} begonnen", f"{name} begun"))
        return self.state({"slug": slug})

    def _free_slug(self, name: str) -> str:
        first = slug_of(name)
        taken = {path.name for path in self.workspace.profiles.iterdir()} if self.workspace.profiles.is_dir() else set()
        return next(slug for slug in (first, *(f"{first[:56]}-{n}" for n in range(2, 1000))) if slug not in taken)

    def state(self, message: Request) -> Reply:
        """What a profile holds, what is wrong or lacking, and what can be taken back."""
        slug = self._slug(message)
        checked = self._check(slug)
        path = self.workspace.profile_path(slug)
        written = read_yaml(path, self._read(path) or b"")
        words = self._words(checked.source.data)
        return {
            "slug": slug,
            "name": self._name_of(slug),
            "data": written.data,
            "whole": checked.source.data,
            "readable": isinstance(written.data, dict),
            "problems": [self._problem(problem, words) for problem in checked.problems],
            "undo": _said(self._history.to_undo, self.language),
            "redo": _said(self._history.to_redo, self.language),
            "languages": self._languages_of(checked),
            "stamp": self._stamp(slug),
        }

    def stamp(self, message: Request) -> Reply:
        """Whether something changed outside: a page asks this now and then."""
        return {"now": self._stamp(self._slug(message))}

    def set(self, message: Request) -> Reply:
        """Put a value at a path; with `done` what was certainly meant takes the place of what was typed."""
        slug, path = self._place(message)
        value = message.get("value")
        answer = self._set(slug, path, value, bool(message.get("here")))
        if message.get("done") and value is not None:
            for problem in self._check(slug).problems:
                if problem.where == dotted(path) and (meant := correction(problem)) is not None:
                    answer = self._set(slug, path, meant, bool(message.get("here")))
                    words = self._words(self._check(slug).source.data)
                    said = in_words(meant, words.field_at(path), words)
                    answer["understood"] = {"path": list(path), "as": meant, "said": said}
                    break
        return answer

    def _set(self, slug: str, path: KeyPath, value: Any, here: bool) -> Reply:
        file, inner = self._home(slug, path, here)
        text = self._text(file)
        if value is None or value == "" or value == [] or value == {}:
            new = remove_value(text, inner) if self._has(file, inner) else text
            if inner and isinstance(inner[-1], str) and self._must_stand(inner, file):
                new = set_value(text, inner, TO_FILL_IN[self.language], order=_order)
        else:
            new = set_value(text, inner, value, order=_order, was=self._opened.setdefault(file, text))
        self._change({file: new.encode()}, _step(path), key=f"{file} {dotted(inner)}")
        return self.state({"slug": slug})

    def remove(self, message: Request) -> Reply:
        slug, path = self._place(message)
        file, inner = self._home(slug, path, bool(message.get("here")))
        self._change({file: remove_value(self._text(file), inner).encode()}, _step(path))
        return self.state({"slug": slug})

    def move(self, message: Request) -> Reply:
        slug, path = self._place(message)
        file, inner = self._home(slug, path, True)
        new = move_item(self._text(file), inner, int(message["to"]))
        self._change({file: new.encode()}, _step(path))
        return self.state({"slug": slug})

    def text(self, message: Request) -> Reply:
        """A profile as it is written, for who wants to see it or where it cannot be read."""
        path = self._file(message)
        return {"text": self._text(path), "path": relative(path, self.workspace.root)}

    def write(self, message: Request) -> Reply:
        path = self._file(message)
        self._change({path: str(message["text"]).encode()}, Say("de tekst", "the text"))
        return self.state(message)

    def put(self, message: Request) -> Reply:
        """A picture beside the profile, and the key that names it."""
        slug, path = self._place(message)
        data = base64.b64decode(str(message["data"]))
        name = _file_name(str(message["name"]))
        file, inner = self._home(slug, path, bool(message.get("here")))
        new = set_value(self._text(file), inner, name, order=_order)
        self._change({file.parent / name: data, file: new.encode()}, _step(path))
        return self.state({"slug": slug})

    def undo(self, message: Request) -> Reply:
        return self._back(self._history.undo(), message)

    def redo(self, message: Request) -> Reply:
        return self._back(self._history.redo(), message)

    def _back(self, step: HistoryStep | None, message: Request) -> Reply:
        if step is not None:
            if any(self._read(path) != before for path, (before, _) in step.files.items()):
                raise RefusedError(
                    Say("dit bestand is intussen ergens anders veranderd", "this file was changed elsewhere meanwhile")
                )
            self._write({path: after for path, (_, after) in step.files.items()})
        there = self.workspace.profile_path(str(message.get("slug"))).is_file()
        return self.state(message) if there else {"gone": True}

    # Own words

    def words(self, request: Request) -> Reply:
        """The pages of one language with their passages, ours beside what this organisation says itself."""
        slug = self._slug(request)
        shown = self._show(slug)
        code = self._code(shown, request)
        template, slots = shown.templates[code], self._slots(shown, code)
        there = {name.removesuffix(".html") for name in pages_in(template, slots)}
        return {"pages": list(self._own(slug).pages(code, there, filled_text(template, slots)))}

    def say(self, request: Request) -> Reply:
        """A passage in their own words, in the place of ours or beside it; without `text` ours stands alone again. `try` only checks."""
        slug = self._slug(request)
        own, code = self._own(slug), self._code(self._show(slug), request)
        page, anchor, kind = str(request["page"]), str(request["anchor"]), _kind(request)
        text = request.get("text")
        if text is not None:
            problems = own.check(code, page, anchor, kind, str(text))
            if request.get("try") or has_errors(problems):
                return {"problems": [self._problem(problem) for problem in problems]}
        files = own.write(code, page, anchor, kind, text and str(text), bool(request.get("seen")))
        self._change_files(files, Say("eigen woorden", "own words"))
        return self.state(request)

    def own_page(self, request: Request) -> Reply:
        """A page that only this site has, in one language; without `text` it goes."""
        slug = self._slug(request)
        own, code = self._own(slug), self._code(self._show(slug), request)
        title, name, text = (str(request.get(key) or "").strip() for key in ("title", "name", "text"))
        if text:
            problems = own.check_page(code, title, "more", text)
            if has_errors(problems):
                return {"problems": [self._problem(problem) for problem in problems]}
            files = own.write_page(code, name, title, "more", text)
        else:
            files = own.remove_page(code, name)
        self._change_files(files, Say("eigen bladzijde", "own page"))
        return self.state(request)

    def _own(self, slug: str) -> OwnWords:
        return OwnWords(self.workspace, self.stage_one, slug, self._drafted(slug))

    def _code(self, shown: _Previewed, request: Request) -> str:
        code = str(request.get("language") or "")
        return code if code in shown.templates else next(iter(shown.templates))

    # The preview

    def ready(self, message: Request) -> Reply:
        """Are the pages of an organisation's languages at hand? Where they are not, they are made beside whatever else is asked."""
        profile = self._drafted(self._slug(message))
        lacking = [
            variant
            for variant in variants_of(profile, self.stage_one.languages)
            if cached_template(self.workspace, self.stage_one.hashes[variant], variant) is None
        ]
        if lacking and (self._preparing is None or not self._preparing.is_alive()):
            apart = StageOne(self.workspace, self.stage_one.hashes)
            self._preparing = Thread(target=lambda: [apart.folder(variant) for variant in lacking], daemon=True)
            self._preparing.start()
        return {"ready": not lacking}

    def page(self, message: Request) -> Reply:
        """One page as it would be, in one piece; another page where this organisation has no such page."""
        slug = self._slug(message)
        shown = self._show(slug)
        language = str(message.get("language") or next(iter(shown.templates)))
        if language not in shown.templates:
            language = next(iter(shown.templates))
        template = self._trace(shown.templates[language])
        slots = self._slots(shown, language)
        at = message.get("at")
        moment = datetime.fromisoformat(str(at)) if at else None
        assets = shown.assets.setdefault(
            language, Assets(shown.templates[language], shown.templates[language].fill_styles(slots), shown.media.files)
        )
        name = str(message.get("page") or "index.html")
        scheme = cast(Scheme, message["scheme"]) if message.get("scheme") in ("light", "dark") else None
        html = render_shown(template, name, slots, shown.profile, assets, language, moment, scheme)
        if html is None:
            name = "index.html"
            html = render_shown(template, name, slots, shown.profile, assets, language, moment, scheme)
        return {"html": html, "page": name, "language": language}

    def pages(self, message: Request) -> Reply:
        """The pages this organisation has, each with its title."""
        shown = self._show(self._slug(message))
        language = str(message.get("language"))
        language = language if language in shown.templates else next(iter(shown.templates))
        template, slots = shown.templates[language], self._slots(shown, language)
        answers = template.answers(slots)
        return {
            "pages": [
                {"name": name, "title": title_of(join(template.pages[name][1], answers).decode())}
                for name in pages_in(template, slots)
            ]
        }

    def search(self, message: Request) -> Reply:
        """What the search of the previewed site knows, as JSON."""
        shown = self._show(self._slug(message))
        language = str(message.get("language"))
        template = shown.templates.get(language) or next(iter(shown.templates.values()))
        data = template.fill_search(self._slots(shown, language)).decode()
        return {"search": data[data.index("{", data.index("found")) : data.rindex("}") + 1]}

    def _show(self, slug: str) -> _Previewed:
        if slug not in self._shown:
            checked = self._check(slug)
            profile = self._drafted(slug)
            media = checked.media or read_media(self.workspace, checked.source, profile, self._cache)[0]
            own = checked.own
            try:
                templates = templates_for(self.workspace, slug, own, profile, self.stage_one)
            except InputError:
                templates = templates_for(self.workspace, slug, OwnFiles(), profile, self.stage_one)
            self._shown[slug] = _Previewed(profile, media, templates)
        return self._shown[slug]

    def _drafted(self, slug: str) -> Profile:
        """The profile, made whole where something lacks. Raises InputError where it cannot be read at all."""
        checked = self._check(slug)
        profile = checked.profile or draft_profile(
            checked.source, self.stage_one.vocabulary(), checked.problems, self.language
        )
        if profile is None:
            raise InputError(checked.problems)
        return profile

    def _slots(self, shown: _Previewed, language: str) -> Slots:
        if language not in shown.slots:
            facts = shown.templates[language].facts
            shown.slots[language] = plan_slots(shown.profile, facts, shown.media, self.today)
        return shown.slots[language]

    def _trace(self, template: Template) -> TracedTemplate:
        if template.folder not in self._traced:
            self._traced[template.folder] = TracedTemplate(template.folder)
        return self._traced[template.folder]

    # What goes out

    def publish(self, request: Request) -> Reply:
        """The site put into a folder of this computer, from which a server shows it."""
        slug, folder = self._slug(request), str(request.get("folder", "")).strip()
        if not folder or not Path(folder).expanduser().is_absolute():
            raise RefusedError(
                Say(
                    "noem de hele map, zoals /var/www/vertrouwenspersoon of C:\\sites\\vertrouwenspersoon",
                    "name the whole folder, such as /var/www/advisor or C:\\sites\\advisor",
                )
            )
        target = Path(folder).expanduser().resolve()
        check_target(self.workspace, target)
        try:
            shelf = open_shelf(self.workspace, slug, target)
            done = publish_to_folder(Maker(self.workspace, self.stage_one, self.today).built(slug), target, shelf)
        except OSError as error:
            raise disk_failed(error, target) from error
        self._handed.keep(slug)
        return {"published": str(target), "changed": done.changed}

    def publish_all(self, request: Request) -> Reply:
        """Every site that was published from here before, put there again where it changed."""
        told = []
        for target, slug in published_places(self.workspace):
            if slug in self._slugs() and target.is_dir():
                answer = self.handle({"verb": "publish", "slug": slug, "folder": str(target)})
                told.append({"slug": slug, "folder": str(target), **answer})
        return {"places": told}

    def changes(self, request: Request) -> Reply:
        """What changed since this organisation's site was handed out last."""
        return self._handed.changes(self._slug(request), self.language)

    def reach(self, request: Request) -> Reply:
        """For whose readers something changed since the studio first wrote the files of this session."""
        then = {
            relative(path, self.workspace.root): text.encode()
            for path, text in self._opened.items()
            if path.is_file() and self._read(path) != text.encode()
        }
        return {"reach": list(self._handed.reach(then))}

    @property
    def _handed(self) -> HandedOut:
        return HandedOut(self.workspace, self.stage_one, self.today)

    def make(self, message: Request) -> Reply:
        """One file to take along: the site, the training, the kit, or everything."""
        slug, what = self._slug(message), str(message.get("what"))
        if what not in WHAT:
            raise RefusedError(Say("dit kan de studio niet maken", "the studio cannot make this"))
        made = Maker(self.workspace, self.stage_one, self.today).make(slug, what)
        if what in ("site", "everything"):
            self._handed.keep(slug)
        return {"name": made.name, "data": base64.b64encode(made.data).decode()}

    def make_all(self, request: Request) -> Reply:
        """A zip for each organisation that changed since it was handed out, in one; those with errors are named."""
        maker, files, refused = Maker(self.workspace, self.stage_one, self.today), {}, []
        for slug in self._slugs():
            if self._handed.is_behind(slug):
                try:
                    made = maker.make(slug, "site")
                except InputError:
                    refused.append(slug)
                    continue
                files[made.name] = made.data
                self._handed.keep(slug)
        if not files:
            return {"made": [], "left": refused}
        data = render_zip(files)
        return {"name": "sites.zip", "data": base64.b64encode(data).decode(), "made": sorted(files), "left": refused}

    def pack(self, request: Request) -> Reply:
        """The whole workspace as one zip: the copy that is hers."""
        data = pack_workspace(self.workspace)
        return {"name": f"werkmap-{self.today.isoformat()}.zip", "data": base64.b64encode(data).decode()}

    def lay(self, request: Request) -> Reply:
        """The files of such a zip, or files by their path, into this workspace. What would be replaced is told first, and done with `sure`."""
        loose = request.get("files")
        packed = (
            render_zip({str(name): _decoded(data) for name, data in loose.items()})
            if isinstance(loose, dict)
            else _decoded(request.get("data"))
        )
        files = read_workspace_zip(packed)
        other = [
            name
            for name, data in files.items()
            if (path := self.workspace.root / name).is_file() and path.read_bytes() != data
        ]
        if other and not request.get("sure"):
            return {"replaces": other}
        self._change_files(files, Say("werkmap geopend", "workspace opened"))
        return self.start(request)

    def files(self, request: Request) -> Reply:
        """Every file that was written, with its bytes where it is not as the page knows it: `known` by path and hash."""
        known = request.get("known") or {}
        told: dict[str, dict[str, str]] = {}
        for name in written_files(self.workspace):
            data = (self.workspace.root / name).read_bytes()
            hash_ = hashlib.sha256(data).hexdigest()
            told[name] = {"hash": hash_}
            if known.get(name) != hash_:
                told[name]["data"] = base64.b64encode(data).decode()
        return {"files": told}

    def sheet(self, request: Request) -> Reply:
        """The change sheet that a client signs."""
        slug = self._slug(request)
        data = self._handed.sheet(slug, self.language)
        return {"name": f"{slug}-{self.today.isoformat()}.pdf", "data": base64.b64encode(data).decode()}

    # Files

    def _place(self, message: Request) -> tuple[str, KeyPath]:
        """What a change is about. The third advisor may be another one by now: who counts places has seen the files as they stand."""
        slug, path = self._slug(message), _path(message["path"])
        counts = any(isinstance(part, int) for part in path)
        if counts and message.get("seen") and message["seen"] != self._stamp(slug):
            raise RefusedError(
                Say(
                    "deze organisatie is intussen ergens anders veranderd; zo staat het er nu, doe het nog eens",
                    "this organisation was changed elsewhere meanwhile; this is how it stands now, do it once more",
                ),
                again=True,
            )
        return slug, path

    def _stamp(self, slug: str) -> str:
        """Another text whenever a file that concerns an organisation has changed; what was known of it is forgotten then."""
        folders = (self.workspace.profiles / slug, self.workspace.root / "advisors")
        files = sorted(path for folder in folders for path in folder.rglob("*") if path.is_file())
        stands = [(path.as_posix(), (stat := path.stat()).st_mtime_ns, stat.st_size) for path in files]
        stamp = hashlib.sha256(repr(stands).encode()).hexdigest()[:16]
        if self._stamps.get(slug) != stamp:
            self._stamps[slug] = stamp
            self._checked.clear()
            self._shown.clear()
        return stamp

    def _check(self, slug: str) -> Checked:
        self._stamp(slug)
        if slug not in self._checked:
            self._checked[slug] = check_organisation(
                self.workspace, slug, self.stage_one.vocabulary(), self.today, self._cache
            )
        return self._checked[slug]

    def _languages_of(self, checked: Checked) -> list[str]:
        data = checked.source.data
        named = data.get("organisation", {}).get("languages") if isinstance(data, dict) else None
        known = self.stage_one.languages
        return [code for code in named if code in known] if isinstance(named, list) and named else ["nl"]

    def _slug(self, message: Request) -> str:
        slug = str(message.get("slug", ""))
        if not self.workspace.profile_path(slug).is_file() or slug not in self._slugs():
            raise RefusedError(Say("deze organisatie is er niet (meer)", "this organisation is not there (any more)"))
        return slug

    def _file(self, message: Request) -> Path:
        if shared := message.get("advisor"):
            path = self.workspace.root / "advisors" / f"{shared}.yml"
            if path.parent.is_dir() and path in path.parent.iterdir():
                return path
            raise RefusedError(Say("dit bestand is er niet", "this file is not there"))
        return self.workspace.profile_path(self._slug(message))

    def _home(self, slug: str, path: KeyPath, here: bool) -> tuple[Path, KeyPath]:
        """The file a value stands in, and its path there: of a shared advisor that is the shared file, unless only `here` is meant."""
        profile = self.workspace.profile_path(slug)
        if len(path) > 2 and path[0] == "advisors" and isinstance(index := path[1], int) and not here:
            entries = self._advisors_of(slug)
            entry = entries[index] if index < len(entries) else None
            if isinstance(entry, dict) and isinstance(used := entry.get("use"), str) and path[2] not in entry:
                shared = self.workspace.root / "advisors" / f"{used}.yml"
                if shared.is_file() and path[2] not in ("backup", "locations"):
                    return shared, path[2:]
        return profile, path

    def _has(self, file: Path, path: KeyPath) -> bool:
        here = read_yaml(file, self._read(file) or b"").data
        for part in path:
            try:
                here = here[part]
            except (KeyError, IndexError, TypeError):
                return False
        return True

    def _must_stand(self, path: KeyPath, file: Path) -> bool:
        """Is this a key that an organisation cannot do without, so that an empty one says so in the file?"""
        model: Any = Advisor if file.parent.name == "advisors" else Profile
        for part in path[:-1]:
            info = allowed_keys(model).get(str(part)) if is_model(model) else None
            model = _item_of(plain(info.annotation)) if info is not None else _item_of(model)
        info = allowed_keys(model).get(str(path[-1])) if is_model(model) else None
        return info is not None and info.is_required()

    def _text(self, path: Path) -> str:
        data = self._read(path)
        try:
            return (data or b"").decode()
        except UnicodeDecodeError as error:
            raise RefusedError(Say("dit bestand is geen UTF-8", "this file is not UTF-8")) from error

    def _read(self, path: Path) -> bytes | None:
        try:
            data: bytes | None = path.read_bytes()
        except FileNotFoundError:
            data = None
        self._seen.setdefault(path, data)
        if self._seen[path] != data:
            self._forget(path, data)
        return data

    def _change_files(self, files: Mapping[str, bytes | None], label: Say) -> None:
        """Files by their path from the root, as functions of ours give them."""
        self._change({self.workspace.root / name: data for name, data in files.items()}, label)

    def _change(self, files: Mapping[Path, bytes | None], label: Say, key: str | None = None) -> None:
        changes: FileChanges = {path: (self._read(path), data) for path, data in files.items()}
        self._write({path: after for path, (before, after) in changes.items() if before != after})
        self._history.record(changes, label, key=key)

    def _write(self, files: Mapping[Path, bytes | None]) -> None:
        for path, data in files.items():
            if data is None:
                with suppress(FileNotFoundError):
                    path.unlink()
                with suppress(OSError):  # a folder that holds something else stays
                    for parent in path.relative_to(self.workspace.root).parents[:-1]:
                        (self.workspace.root / parent).rmdir()
            else:
                path.parent.mkdir(parents=True, exist_ok=True)
                replace_file(path, data)
            self._forget(path, data)

    def _forget(self, path: Path, data: bytes | None) -> None:
        """What was known of the organisations that this file concerns."""
        self._seen[path] = data
        self._checked.clear()
        self._shown.clear()

    def _forget_all(self) -> None:
        self._seen.clear()
        self._checked.clear()
        self._shown.clear()

    def _words(self, data: Any) -> FormWords:
        """How the form calls what these data hold; without data, as in a file that cannot be read, nothing is called."""
        if self.language not in self._forms:
            self._forms[self.language] = fields_by_path(plan_form(self.language, self.named()))
        return FormWords(
            self.language, self._forms[self.language] if isinstance(data, dict) else {}, people_in(data, self.language)
        )

    def _problem(self, problem: Problem, words: FormWords | None = None) -> dict[str, Any]:
        """Of a profile in words of its form; of any other file as it is."""
        answer = {
            **problem.as_json(self.language, self.workspace.root),
            "keys": list(keys_of(problem.where)),
            "value": correction(problem),
            "lacks": lacks(problem),
            "title": "",
            "said": "",
        }
        if words is not None and words.fields and problem.mark.path.suffix == ".yml":
            told = tell(problem, words)
            answer |= {"title": told.title, "message": told.message, "fix": told.fix, "said": told.value}
        return answer


VERBS: Mapping[str, Callable[[Session, Request], Reply]] = {
    "start": Session.start,
    "clients": Session.clients,
    "whole": Session.whole,
    "duplicate": Session.duplicate,
    "question_list": Session.question_list,
    "answers": Session.answers,
    "reading_page": Session.reading_page,
    "new": Session.new,
    "state": Session.state,
    "stamp": Session.stamp,
    "set": Session.set,
    "remove": Session.remove,
    "move": Session.move,
    "text": Session.text,
    "write": Session.write,
    "put": Session.put,
    "words": Session.words,
    "say": Session.say,
    "own_page": Session.own_page,
    "undo": Session.undo,
    "redo": Session.redo,
    "ready": Session.ready,
    "page": Session.page,
    "pages": Session.pages,
    "search": Session.search,
    "make": Session.make,
    "make_all": Session.make_all,
    "pack": Session.pack,
    "lay": Session.lay,
    "files": Session.files,
    "sheet": Session.sheet,
    "publish": Session.publish,
    "publish_all": Session.publish_all,
    "changes": Session.changes,
    "reach": Session.reach,
}


def _decoded(data: Any) -> bytes:
    try:
        return base64.b64decode(str(data), validate=True)
    except (binascii.Error, ValueError) as error:
        raise RefusedError(Say("dit bestand is niet goed aangekomen", "this file did not arrive well")) from error


def _kind(request: Request) -> PassageKind:
    kind = request.get("kind")
    return kind if kind in ("before", "after") else "replaced"


def _said(step: Say | None, language: Language) -> str | None:
    return step.to(language) if step is not None else None


def _step(path: KeyPath) -> Say:
    """What a step of the history is called: by the title of the key that changed."""
    model: Any = Profile
    title = Say("verandering", "change")
    for part in path:
        info = allowed_keys(model).get(str(part)) if is_model(model) else None
        if info is not None:
            title = Say(words_for(info, "nl")[0], words_for(info, "en")[0])
        model = plain(info.annotation) if info is not None else _item_of(model)
    return title


def _path(parts: Any) -> KeyPath:
    if not isinstance(parts, list) or not all(isinstance(part, (str, int)) for part in parts):
        raise RefusedError(Say("dit is geen plek in een profiel", "this is no place in a profile"))
    return tuple(parts)


def _item_of(annotation: Any) -> Any:
    return plain(get_args(annotation)[-1]) if get_args(annotation) else annotation


def _order(path: KeyPath) -> list[str]:
    """The keys of the model at a place in a profile, in their order."""
    model: Any = Profile
    for part in path:
        info = allowed_keys(model).get(str(part)) if is_model(model) else None
        model = plain(info.annotation) if info is not None else _item_of(model)
        if not is_model(model) and info is not None and isinstance(part, str):
            continue
    return list(allowed_keys(model)) if is_model(model) else []


def _file_name(name: str) -> str:
    """A name for a file beside a profile, of what somebody's computer called it."""
    stem, _, kind = Path(name.replace("\\", "/")).name.rpartition(".")
    return f"{slug_of(stem or 'bestand')}.{slug_of(kind)}"
