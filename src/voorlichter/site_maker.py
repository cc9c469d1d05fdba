"""One organisation's site, made and put in its place, with its kit and its annual report brought up to date."""

from __future__ import annotations

import gc
import hashlib
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from voorlichter.artefacts.kit.folder import KitsOfSites
from voorlichter.artefacts.kit.offer import handed_out, plan_offers
from voorlichter.artefacts.report.offer import plan_page, published_in
from voorlichter.artefacts.site.plan import Additions, plan_site
from voorlichter.artefacts.site.write import render_manifest, write_site
from voorlichter.organisation import Organisation, Organisations
from voorlichter.output import disk_failed, foreign_folder
from voorlichter.problems import Problem
from voorlichter.record import record_of, write_record
from voorlichter.site.context import known_until, lasting_for
from voorlichter.stage_one import StageOne
from voorlichter.workspace import MANIFEST, Workspace


@dataclass(frozen=True, slots=True)
class MadeSite:
    """What there is to note of a site that was made, and the day its knowledge of absences ends."""

    notes: tuple[Problem, ...]
    known: date | None


class SiteMaker:
    """Makes site after site; what they share is loaded once."""

    def __init__(self, workspace: Workspace, output: Path, today: date, stage_one: StageOne) -> None:
        self.workspace = workspace
        self.output = output
        self.stage_one = stage_one
        self._organisations = Organisations(workspace, stage_one, today)
        self._kits = KitsOfSites(workspace)
        self._settled = False

    def make(self, slug: str) -> MadeSite:
        """Raises InputError where anything has an error, MachineError where the disk refuses; what stood there then stays."""
        target = self.output / slug
        organisation = self._organisations.read(slug, foreign_folder(target))
        if not self._settled:
            # The templates stay for the whole run: the garbage collector need not look at them at every site.
            gc.freeze()
            self._settled = True
        additions, notes = self._add(organisation)
        plan = plan_site(organisation, additions)
        inputs = {**organisation.source.inputs, **organisation.own.inputs(self.workspace.root), **additions.inputs}
        profile_hash = hashlib.sha256(
            "".join(f"{name}={known}\n" for name, known in sorted(inputs.items())).encode()
        ).hexdigest()
        template_hash = self.stage_one.hash_for(organisation.profile)
        manifest = render_manifest(plan, template_hash, profile_hash)
        lasting = lasting_for(
            organisation.profile, organisation.templates[organisation.languages[0]].facts, organisation.today
        )
        known = known_until(organisation.profile, organisation.today)
        sizes = {name: len(data) for name, data in plan.files.items()} | {MANIFEST: len(manifest)}
        try:
            write_site(plan, manifest, target)
            write_record(
                self.workspace, self.output, slug, record_of(template_hash, inputs, manifest, lasting, known, sizes)
            )
        except OSError as error:
            raise disk_failed(error, target) from error
        return MadeSite((*organisation.notes, *notes), known)

    def _add(self, organisation: Organisation) -> tuple[Additions, list[Problem]]:
        """The annual report and the kit, brought up to date. Raises InputError for a report that was changed, MachineError where the disk refuses."""
        workspace, slug = self.workspace, organisation.slug
        reports = plan_page(workspace, organisation)
        inputs = published_in(workspace, slug)
        try:
            kit, problems = self._kits.renew(organisation)
        except OSError as error:
            raise disk_failed(error, workspace.kits / slug) from error
        if kit is None:
            return Additions(reports=reports, inputs=inputs), problems
        return Additions(
            plan_offers(kit, organisation),
            reports,
            handed_out(kit, organisation.languages),
            inputs | self._kits.inputs_of(slug, kit),
        ), problems

    def close(self) -> None:
        self._kits.close()
