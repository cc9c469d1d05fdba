"""One organisation now beside an earlier version of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from voorlichter.artefacts.changes.earlier import Earlier, read_site_files
from voorlichter.artefacts.changes.materials import Materials
from voorlichter.artefacts.changes.pictures import ProfileVersion, lost_pictures
from voorlichter.artefacts.changes.plan import ChangeSheet, plan_rows
from voorlichter.artefacts.changes.shown import Shown, plan_shown
from voorlichter.artefacts.changes.texts import TextChange, compare_texts
from voorlichter.artefacts.changes.words import ChangeWords
from voorlichter.cache import open_cache
from voorlichter.languages import Code
from voorlichter.organisation import check_organisation, templates_for
from voorlichter.own.files import OwnFiles
from voorlichter.problems import InputError, Language, Mark, Problem, Say
from voorlichter.profile.called import name_in
from voorlichter.profile.model import Profile
from voorlichter.site.media import Media
from voorlichter.site.phrases import say_day
from voorlichter.stage_one import StageOne
from voorlichter.template.data import check_data
from voorlichter.workspace import Workspace

_TEXTS_UNREADABLE = Say(
    "De teksten van toen zijn met deze versie van Voorlichter niet te maken; vergeleken is alleen het profiel. Een gebouwde site van toen toont ook de teksten.",
    "The texts of then cannot be made by this version of Voorlichter; only the profile was compared. A site that was built then shows the texts too.",
)


@dataclass(slots=True)
class Comparison:
    """`now` beside what `--since` gave; `language` is that of the sheet."""

    workspace: Workspace
    stage_one: StageOne
    slug: str
    now: ProfileVersion
    earlier: Earlier
    today: date
    language: Language
    materials: Materials
    notes: list[Say] = field(default_factory=list)

    def compare(self) -> ChangeSheet:
        """Raises InputError where the earlier version cannot be read."""
        self.notes += self.earlier.notes
        present = self._show(self.now.profile, self.now.media)
        if self.earlier.site is not None:
            words, rows = self._words(self.now.profile), []
            texts = compare_texts(read_site(self.earlier.site, present, tuple(self.stage_one.languages)), present)
        else:
            was, then = self._read_earlier()
            words = self._words(was.profile)
            rows = plan_rows(was, self.now, self._show, self.materials, words)
            self.notes += self.materials.notes if rows else []
            texts = self._compare_texts(then, was.own, present)
        organisation = self.now.profile.organisation
        return ChangeSheet(
            self.slug,
            name_in(organisation.name, self.language),
            self._since(words),
            self._until(words),
            tuple(rows),
            tuple(texts),
            tuple(note.to(self.language) for note in self.notes),
            {name: present.title(name) for name in present.page_names},
            {code: self.stage_one.languages[code].said for code in organisation.languages},
        )

    def _since(self, words: ChangeWords) -> str:
        """A version by its day, and where the earlier profile tells it, the day it was agreed on."""
        name, agreed = self.earlier.name.to(self.language), words.was.publication.date
        if self.earlier.day:
            name += Say(" van ", " of ").to(self.language) + say_day(self.earlier.day, words.strings)
        if agreed and self.earlier.workspace:
            name += Say(", vastgesteld op ", ", agreed on ").to(self.language) + say_day(agreed, words.strings)
        return name

    def _until(self, words: ChangeWords) -> str | None:
        """The day the present version was agreed on, where it has one of its own."""
        agreed, before = words.now.publication.date, words.was.publication.date if self.earlier.workspace else None
        return say_day(agreed, words.strings) if agreed and agreed != before else None

    def _show(self, profile: Profile, media: Media) -> Shown:
        templates = templates_for(self.workspace, self.slug, self.now.own, profile, self.stage_one)
        return plan_shown(profile, media, templates, self.today, self.language)

    def _read_earlier(self) -> tuple[ProfileVersion, StageOne]:
        """The earlier profile with its pictures, and the pages and theme of then."""
        workspace = self.earlier.workspace
        assert workspace is not None, "what is no site is a workspace"
        then = StageOne(workspace) if self.earlier.has_texts else self.stage_one
        then = self.stage_one if then.hashes == self.stage_one.hashes else then
        try:
            vocabulary = then.vocabulary()
        except InputError:
            then, vocabulary = self.stage_one, self.stage_one.vocabulary()
            self.notes.append(_TEXTS_UNREADABLE)
        checked = check_organisation(workspace, self.slug, vocabulary, self.today, open_cache())
        if checked.profile is None or checked.media is None:
            errors = [self.earlier.place(problem) for problem in checked.problems if problem.severity == "error"]
            raise InputError(
                [
                    *errors,
                    Problem(
                        Mark(errors[0].mark.path),
                        "--since",
                        Say(
                            "het profiel van toen is met deze versie van Voorlichter niet te lezen",
                            "the profile of then cannot be read by this version of Voorlichter",
                        ),
                        Say(
                            "geef een gebouwde site van toen, of verbeter een kopie van het profiel",
                            "give a site that was built then, or correct a copy of the profile",
                        ),
                    ),
                ]
            )
        was = ProfileVersion(checked.profile, checked.media, checked.own)
        self.notes += [
            Say(
                f"Het bestand van toen ontbreekt ({'.'.join(path)}): of het beeld nu anders is, is niet te zeggen.",
                f"The file of then is missing ({'.'.join(path)}): whether the picture is different now cannot be told.",
            )
            for path in lost_pictures(was)
        ]
        return was, then

    def _compare_texts(self, then: StageOne, own: OwnFiles, present: Shown) -> list[TextChange]:
        """The present profile in the pages and the own words of then: what differs is the pages' own."""
        profile, media = self.now.profile, self.now.media
        workspace = self.earlier.workspace
        assert workspace is not None, "what is no site is a workspace"
        same = own.inputs(workspace.root) == self.now.own.inputs(self.workspace.root)
        if same and then.hash_for(profile) == self.stage_one.hash_for(profile):
            return []
        try:
            templates = templates_for(workspace, self.slug, own, profile, then)
            before = plan_shown(profile, media, templates, self.today, self.language)
        except InputError:
            self.notes.append(_TEXTS_UNREADABLE)
            return []
        handed_out = self.materials.find(before, present)
        return [
            *([TextChange("kit", (), (), tuple(handed_out))] if handed_out else []),
            *compare_texts(before, present),
        ]

    def _words(self, was: Profile) -> ChangeWords:
        form = self.now.profile.organisation.form_of_address
        data, _ = check_data(self.workspace)
        templates = self.stage_one.templates(self.now.profile)
        template = templates.get(self.language) or next(iter(templates.values()))
        titles = {topic.id: getattr(topic.title, self.language) for topic in data.topics}
        modules = {name: str(module["title"]) for name, module in template.facts.modules.items()}
        doors = {key: called.to(self.language) for key, called in data.called_doors.items()}
        return ChangeWords(
            self.language,
            data.strings_in(self.language, form),
            titles,
            doors,
            modules,
            was,
            self.now.profile,
            data.languages,
        )


def read_site(site: Path, present: Shown, languages: Sequence[Code]) -> Shown:
    """A built site: its pages by language, from a folder each but the first; of its other files those that are compared."""
    files = read_site_files(site)
    first = next(
        (code for code in languages if f'<html lang="{code}"'.encode() in files.get("index.html", b"")), languages[0]
    )
    pages: dict[tuple[str, str], bytes] = {}
    shared: dict[tuple[str, str], bytes] = {}
    for path, data in files.items():
        folder, _, rest = path.partition("/")
        language, name = (folder, rest) if folder in languages else (first, path)
        if name.endswith(".html") and "/" not in name:
            pages[language, name] = data
        else:
            # What the languages share stands once; in a site of before it stands with each language.
            shared |= {
                (code, name): data for code in languages if name.startswith("media/") or (code, name) in present.files
            }
    return Shown(pages, shared, {}, {})
