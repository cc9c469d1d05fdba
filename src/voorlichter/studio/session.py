"""One workspace behind a page: a message in, an answer out. What a button does here is the function that a command calls.

The files of the workspace are the truth: each change is written at once, can be taken back, and is refused where somebody
else changed the file meanwhile. What a message may ask stands in `verbs/`; a session holds what they share.
"""

from __future__ import annotations

import hashlib
import traceback
from collections.abc import Callable, Mapping
from datetime import date
from functools import cached_property
from typing import Any

from voorlichter.cache import open_cache
from voorlichter.incident import note_failure
from voorlichter.markdown.address import resolve_address
from voorlichter.organisation import Checked, check_organisation
from voorlichter.own.files import MODULES
from voorlichter.problems import LANGUAGES, InputError, Language, MachineError, Problem, Say
from voorlichter.profile.model import Profile
from voorlichter.publish.passwords import Account, Passwords, can_remember, using
from voorlichter.stage_one import StageOne
from voorlichter.studio.corrections import correction
from voorlichter.studio.files import WorkspaceFiles
from voorlichter.studio.form import Field, Named, plan_form
from voorlichter.studio.module_told import tell_of_module
from voorlichter.studio.previews import Previewed, Previews
from voorlichter.studio.protocol import RefusedError, Reply, Request
from voorlichter.studio.questions import OwnModules
from voorlichter.studio.shown import show_sentence
from voorlichter.studio.told import FormWords, fields_by_path, keys_of, lacks, people_in, tell
from voorlichter.studio.verbs import VERBS
from voorlichter.workspace import Workspace, free_slug, slug_of
from voorlichter.yaml_edit import NotEditable
from voorlichter.yaml_source import read_kept_yaml, read_yaml, value_at


class Session:
    """`answer` is all that a carrier calls."""

    def __init__(self, workspace: Workspace, today: date, language: Language = LANGUAGES[0]) -> None:
        self.workspace = workspace
        self.today = today
        self.language: Language = language
        self.files = WorkspaceFiles(workspace.root, self.forget)
        self._checked: dict[str, Checked] = {}
        self._cache = open_cache()
        self._forms: dict[Language, Mapping[tuple[str, ...], Field]] = {}
        self._stamps: dict[str, str] = {}
        self.questions: dict[str, OwnModules] = {}
        self.passwords = Passwords()

    def answer(self, message: Request) -> Reply:
        """As `handle`, and a sentence where the program itself fails: who tests it calls `handle`, and sees that."""
        try:
            with self.files.whole():
                return self.handle(message)
        except Exception as error:
            traceback.print_exc()
            note_failure(error)
            self.forget()
            verb, kind = message.get("verb"), type(error).__name__
            # What an error says may hold a client's data: neither the page nor a report has it.
            sentence = Say(
                f"Er ging iets mis in het programma. Alles wat was ingevuld, staat er nog zoals het was: ga verder, of maak je vorige stap ongedaan. Blijft het misgaan, meld dan aan wie het programma maakt: {verb}, {kind}.",
                f"Something went wrong in the program. Everything that was filled in stands as it was: go on, or undo your last step. If it keeps happening, tell whoever makes the program: {verb}, {kind}.",
            ).to(self.language)
            page = {"html": show_sentence(sentence, self.language)} if verb == "page" else {}
            return {"refused": sentence, "failed": kind, **page}

    def handle(self, message: Request) -> Reply:
        """The answer to a message; what is refused comes as a sentence, what is wrong in the input as problems."""
        verb = VERBS.get(str(message.get("verb")))
        if verb is None:
            return {"refused": Say("dit kan de studio niet", "the studio cannot do this").to(self.language)}
        self._take_password(message)
        with using(self.passwords):
            reply = self._do(verb, message)
        if (lacking := self.passwords.lacking) is not None:
            account = {"server": lacking.account.server, "user": lacking.account.user}
            reply["password"] = {**account, "wrong": lacking.wrong, "keeps": can_remember()}
        return reply

    def _take_password(self, message: Request) -> None:
        """One that came along, for as long as the studio runs."""
        given, self.passwords.lacking = message.get("password"), None
        if isinstance(given, dict):
            self.passwords.remember = bool(given.get("remember"))
            self.passwords.give(Account(str(given.get("server")), str(given.get("user"))), str(given.get("typed")))

    def _do(self, verb: Callable[[Session, Request], Reply], message: Request) -> Reply:
        try:
            return verb(self, message)
        except RefusedError as refusal:
            return {"refused": refusal.say.to(self.language), "again": refusal.again}
        except NotEditable as error:
            return {"refused": error.say.to(self.language), "text": True}
        except InputError as error:
            return {"problems": [self.problem(problem) for problem in error.problems]}
        except MachineError as error:
            return {"refused": error.say.to(self.language)}

    @cached_property
    def stage_one(self) -> StageOne:
        return StageOne(self.workspace)

    @cached_property
    def previews(self) -> Previews:
        return Previews(self.workspace, self.stage_one, self.today, self._cache)

    # Organisations

    def slugs(self) -> list[str]:
        return self.workspace.slugs() if self.workspace.profiles.is_dir() else []

    def slug(self, request: Request) -> str:
        """The organisation a message is about. Raises RefusedError where there is none."""
        slug = str(request.get("slug", ""))
        if not self.workspace.profile_path(slug).is_file() or slug not in self.slugs():
            raise RefusedError(Say("deze organisatie is er niet (meer)", "this organisation is not there (any more)"))
        return slug

    def free_slug(self, name: str) -> str:
        """One that no organisation has."""
        slug = slug_of(name, self.language)
        return free_slug(self.workspace, slug) if (self.workspace.profiles / slug).exists() else slug

    def name_of(self, slug: str) -> str:
        """What everybody calls it, as its file says; the slug where it says nothing."""
        organisation = value_at(self.written(slug), ("organisation",))
        name = organisation.get("short_name") or organisation.get("name") if isinstance(organisation, dict) else None
        if isinstance(name, dict):
            name = name.get(self.language) or next(iter(name.values()), None)
        return name if isinstance(name, str) else slug

    def advisors_of(self, slug: str) -> list[Any]:
        """As its own file has them."""
        advisors = value_at(self.written(slug), ("advisors",))
        return advisors if isinstance(advisors, list) else []

    def written(self, slug: str) -> Any:
        """The data of its own file, parsed once for each state of it: nobody may write into them."""
        path = self.workspace.profile_path(slug)
        return read_kept_yaml(path).data if path.is_file() else None

    def check(self, slug: str) -> Checked:
        self.stamp_of(slug)
        if slug not in self._checked:
            self._checked[slug] = check_organisation(
                self.workspace, slug, self.stage_one.vocabulary(), self.today, self._cache
            )
        return self._checked[slug]

    def stamp_of(self, slug: str) -> str:
        """Another text whenever a file that concerns an organisation has changed; what was known of it is forgotten then."""
        folders = (self.workspace.profiles / slug, self.workspace.advisors)
        files = sorted(path for folder in folders for path in folder.rglob("*") if path.is_file())
        stands = [(path.as_posix(), (stat := path.stat()).st_mtime_ns, stat.st_size) for path in files]
        stamp = hashlib.sha256(repr(stands).encode()).hexdigest()[:16]
        if self._stamps.get(slug) != stamp:
            self._stamps[slug] = stamp
            self.forget()
        return stamp

    def change_files(self, files: Mapping[str, bytes | None], label: Say) -> None:
        """Files by their path from the root, as functions of ours give them."""
        self.files.change({self.workspace.root / name: data for name, data in files.items()}, label)

    def forget(self) -> None:
        """A file changed: what was read of it is no longer known."""
        self._checked.clear()
        self.questions.clear()
        if "previews" in self.__dict__:
            self.previews.clear()

    # The preview

    def drafted(self, slug: str) -> Profile:
        return self.previews.drafted(self.check(slug), self.language)

    def shown(self, slug: str) -> Previewed:
        return self.previews.of(slug, self.check(slug), self.language)

    # Words

    def named(self) -> Named:
        """What the workspace's data call topics, doors, modules and languages."""
        vocabulary = self.stage_one.vocabulary()
        topics = {
            topic["id"]: Say(topic["title"]["nl"], topic["title"]["en"])
            for topic in read_kept_yaml(self.workspace.file("data/topics.yml")).data
        }
        spoken = {
            key.removeprefix("lang_"): Say(text["nl"], text["en"])
            for key, text in read_kept_yaml(self.workspace.file("data/strings.yml")).data.items()
            if key.startswith("lang_")
        }
        modules = {name: Say(*(self._module_title(name, code) for code in LANGUAGES)) for name in vocabulary.modules}
        return Named(topics, vocabulary.topics or {}, vocabulary.doors or {}, modules, spoken, vocabulary.languages)

    def _module_title(self, name: str, language: str) -> str:
        read = read_kept_yaml(self.workspace.file(f"quizzes/{name}.yml")).data
        title = read.get("title") if isinstance(read, dict) else None
        return resolve_address(str(title.get(language, name)) if isinstance(title, dict) else str(title or name), "je")

    def words(self, data: Any) -> FormWords:
        """How the form calls what these data hold; without data, as in a file that cannot be read, nothing is called."""
        if self.language not in self._forms:
            self._forms[self.language] = fields_by_path(plan_form(self.language, self.named()))
        fields = self._forms[self.language] if isinstance(data, dict) else {}
        return FormWords(self.language, fields, people_in(data, self.language))

    def problem(self, problem: Problem, words: FormWords | None = None) -> dict[str, Any]:
        """Of a profile in words of its form; of any other file as it is."""
        answer = {
            **problem.as_json(self.language, self.workspace.root),
            "keys": list(keys_of(problem.where)),
            "value": correction(problem),
            "lacks": lacks(problem),
            "title": "",
            "said": "",
        }
        if problem.mark.path.parent.name == MODULES and problem.mark.path.is_file():
            return answer | tell_of_module(problem, read_yaml(problem.mark.path), self.language)
        if words is not None and words.fields and problem.mark.path.suffix == ".yml":
            told = tell(problem, words)
            answer |= {"title": told.title, "message": told.message, "fix": told.fix, "said": told.value}
        return answer
