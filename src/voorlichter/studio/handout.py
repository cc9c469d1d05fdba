"""What goes out of the studio, each as one file: the same bytes that the commands make."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from contextlib import closing
from dataclasses import dataclass
from datetime import date

from voorlichter.artefacts.kit.folder import foreign_kit, write_kit
from voorlichter.artefacts.kit.make import KitMaker, read_kit
from voorlichter.artefacts.training.formats import FORMATS
from voorlichter.artefacts.training.package import Wishes, plan_courses
from voorlichter.build import build_and_read
from voorlichter.hosting.page import for_it
from voorlichter.organisation import Organisation, Organisations
from voorlichter.output import disk_failed
from voorlichter.own.modules import write_own_released
from voorlichter.problems import InputError, MachineError, Say
from voorlichter.profile.topics import modules_for
from voorlichter.publish.built import site_code
from voorlichter.quiz.lock import write_released
from voorlichter.stage_one import StageOne
from voorlichter.workspace import MANIFEST, Workspace
from voorlichter.zip_file import render_zip


@dataclass(frozen=True, slots=True)
class Handout:
    """One file to take along."""

    name: str
    data: bytes
    code: str | None
    """Of the site, where it holds one."""


@dataclass(frozen=True, slots=True)
class Maker:
    """Makes what is asked of one organisation. Raises InputError where its profile has errors, MachineError where the machine refuses."""

    workspace: Workspace
    stage_one: StageOne
    today: date

    def make(self, slug: str, what: str) -> Handout:
        made = WHAT[what](self, slug)
        manifest = made.get(f"{slug}/{MANIFEST}")
        return Handout(f"{slug}-{what}.zip", render_zip(made), site_code(manifest) if manifest else None)

    def site(self, slug: str) -> dict[str, bytes]:
        """The site in a folder of its name, and beside it the page and the settings for whoever puts it online."""
        profile, built = self._organisation(slug).profile, self.built(slug)
        files = {f"{slug}/{name}": data for name, data in built.items()}
        return {**files, **for_it(self.workspace, profile, built)}

    def built(self, slug: str) -> dict[str, bytes]:
        """The files of the site as `voorlichter build` makes it."""
        return build_and_read(self.workspace, slug, self.today)[0]

    def training(self, slug: str) -> dict[str, bytes]:
        """Every kind of package of every module, a folder for each kind."""
        organisation = self._organisation(slug)
        modules = modules_for(organisation.profile, self.stage_one.vocabulary().module_scopes)
        if not modules:
            raise MachineError(Say("kies eerst een module bij Training", "choose a module under Training first"))
        wishes = Wishes(modules, organisation.languages)
        files = {
            f"{form}/{name}": data
            for course in plan_courses(organisation, wishes)
            for form, render in FORMATS.items()
            for name, data in render(course).items()
        }
        write_released(self.workspace, modules)
        write_own_released(self.workspace, slug, modules, organisation.languages)
        return files

    def kit(self, slug: str) -> dict[str, bytes]:
        """Everything that is printed or sent; it also stands on the site from now on."""
        folder = self.workspace.kits / slug
        if problems := foreign_kit(folder):
            raise InputError(problems)
        organisation = self._organisation(slug)
        with closing(KitMaker(self.workspace, bleed=False)) as maker:
            kit = maker.make(organisation, read_kit(folder))
        try:
            write_kit(kit, folder)
        except OSError as error:
            raise disk_failed(error, folder) from error
        return dict(kit.files)

    def everything(self, slug: str) -> dict[str, bytes]:
        """All of it; the kit first, for the site tells of it."""
        parts = {"kit": self.kit(slug), "training": self.training(slug), "": self.site(slug)}
        return {f"{part}/{name}".lstrip("/"): data for part, files in parts.items() for name, data in files.items()}

    def _organisation(self, slug: str) -> Organisation:
        return Organisations(self.workspace, self.stage_one, self.today).read(slug)


WHAT: Mapping[str, Callable[[Maker, str], dict[str, bytes]]] = {
    "site": Maker.site,
    "training": Maker.training,
    "kit": Maker.kit,
    "everything": Maker.everything,
}
