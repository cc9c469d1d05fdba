"""Both stages for the sites of a workspace: what has not changed is skipped, what is wrong keeps its old site."""

from __future__ import annotations

import errno
import gc
import hashlib
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import closing
from dataclasses import dataclass
from datetime import date
from multiprocessing.util import Finalize
from pathlib import Path
from typing import Literal

from voorlichter.annual_report.offer import plan_page, published_in
from voorlichter.cache import Cache
from voorlichter.kit.folder import KitsOfSites
from voorlichter.kit.offer import handed_out, plan_offers
from voorlichter.problems import InputError, MachineError, Mark, Problem, Say, has_errors
from voorlichter.profile.check import check_profile
from voorlichter.profile.model import Profile
from voorlichter.profile.read import read_profile
from voorlichter.record import Record, read_record, record_of, write_record
from voorlichter.site.context import known_until, lasting_for
from voorlichter.site.fill import Additions, Template, plan_site
from voorlichter.site.media import Media, read_media
from voorlichter.site.write import MANIFEST, render_manifest, write_site
from voorlichter.stage_one import StageOne
from voorlichter.swap import recover
from voorlichter.template.variant import ALL, Variant
from voorlichter.turns import Turns
from voorlichter.workspace import LAYERED, Workspace

Status = Literal["built", "unchanged", "refused"]


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one site; a refused one keeps what stood there."""

    slug: str
    status: Status
    problems: tuple[Problem, ...] = ()
    failures: tuple[Say, ...] = ()
    known: date | None = None
    """The day its knowledge of absences ends: by then it is to be built again."""


@dataclass(frozen=True, slots=True)
class Order:
    """What to build, where, and for which day."""

    workspace: Workspace
    output: Path
    today: date
    force: bool = False


def check_output(workspace: Workspace, output: Path, where: str = "-o") -> None:
    """Refuse a folder that cannot hold what we make. Raises InputError, or MachineError where its parent is closed."""
    def refuse(message: Say, fix: Say) -> InputError:
        return InputError([Problem(Mark(output), where, message, fix)])

    own = [workspace.root / name for name in (*LAYERED, "profiles", "advisors", ".voorlichter")] + [workspace.defaults / name for name in LAYERED]
    if output == workspace.root or any(output == folder or folder in output.parents for folder in own):
        raise refuse(Say("de sites kunnen niet in een map met bronnen staan", "sites cannot stand in a folder of sources"), Say("kies een andere map, bijvoorbeeld site", "choose another folder, for example site"))
    if output.exists() and not output.is_dir():
        raise refuse(Say("dit is een bestand, geen map", "this is a file, not a folder"), Say("kies een map, bijvoorbeeld site", "choose a folder, for example site"))
    try:
        output.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise disk_failed(error, output) from error


def disk_failed(error: OSError, place: Path) -> MachineError:
    """What a full or closed disk means to the user."""
    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        return MachineError(Say(f"{place}: de schijf is vol. Er is niets veranderd aan wat er stond. Maak ruimte vrij en probeer het opnieuw.",
                                f"{place}: the disk is full. Nothing that stood there has changed. Make room and try again."))
    if error.errno in (errno.EACCES, errno.EPERM, errno.EROFS):
        return MachineError(Say(f"{place}: in deze map mag niet geschreven worden. Er is niets veranderd. Kies een andere map met -o.",
                                f"{place}: this folder cannot be written to. Nothing has changed. Choose another folder with -o."))
    return MachineError(Say(f"{place}: de schijf weigert ({error.strerror or error}). Er is niets veranderd aan wat er stond.",
                            f"{place}: the disk refuses ({error.strerror or error}). Nothing that stood there has changed."))


class Builder:
    """Builds site after site; what they share is loaded once."""

    def __init__(self, order: Order, stage_one: StageOne | None = None) -> None:
        self.order = order
        self.stage_one = stage_one or StageOne(order.workspace)
        self.cache = Cache(order.workspace.private / "cache")
        self.kits = KitsOfSites(order.workspace)
        self._settled = False

    def build(self, slug: str) -> Outcome:
        """Raises SharedError where pages or theme have errors."""
        turns = Turns(self.order.workspace.root)
        with turns.of(slug):
            return self._build(slug)
        return Outcome(slug, "refused", tuple(turns.problems), tuple(turns.failures))

    def _build(self, slug: str) -> Outcome:
        order = self.order
        target = order.output / slug
        stands = None if order.force else self._standing(slug, target)
        if stands is not None:
            return Outcome(slug, "unchanged", known=stands.known_until)
        source = read_profile(order.workspace, slug)
        profile, problems = check_profile(source, self.stage_one.vocabulary(), order.today)
        if profile is None:
            return Outcome(slug, "refused", tuple(problems))
        media, found = read_media(order.workspace, source, profile, self.cache)
        problems += found + foreign_folder(target)
        if has_errors(problems):
            return Outcome(slug, "refused", tuple(problems))
        templates = self.stage_one.templates(profile)
        if not self._settled:
            # The templates stay for the whole run: the garbage collector need not look at them at every site.
            gc.freeze()
            self._settled = True
        try:
            additions, found = self._add(slug, profile, media, templates)
        except InputError as error:
            return Outcome(slug, "refused", (*problems, *error.problems))
        problems += found
        plan = plan_site(profile, media, templates, order.today, additions)
        inputs = {**source.inputs, **additions.inputs}
        profile_hash = hashlib.sha256("".join(f"{name}={known}\n" for name, known in sorted(inputs.items())).encode()).hexdigest()
        template_hash = self.stage_one.hash_for(profile)
        manifest = render_manifest(plan, template_hash, profile_hash)
        try:
            write_site(plan, manifest, target)
            lasting = lasting_for(profile, templates[profile.organisation.languages[0]].facts, order.today)
            known = known_until(profile, order.today)
            sizes = {name: len(data) for name, data in plan.files.items()} | {MANIFEST: len(manifest)}
            write_record(order.workspace, order.output, slug, record_of(template_hash, inputs, manifest, lasting, known, sizes))
        except OSError as error:
            raise disk_failed(error, target) from error
        return Outcome(slug, "built", tuple(problems), known=known)

    def _add(self, slug: str, profile: Profile, media: Media, templates: Mapping[str, Template]) -> tuple[Additions, list[Problem]]:
        """The annual report and the kit, brought up to date. Raises InputError for a report that was changed, MachineError where the disk refuses."""
        workspace = self.order.workspace
        reports = plan_page(workspace, slug, profile, templates)
        inputs = published_in(workspace, slug)
        try:
            kit, problems = self.kits.renew(slug, profile, media, templates, self.order.today)
        except OSError as error:
            raise disk_failed(error, workspace.kits / slug) from error
        if kit is None:
            return Additions(reports=reports, inputs=inputs), problems
        return Additions(plan_offers(kit, profile, templates), reports, handed_out(kit, profile.organisation.languages), inputs | self.kits.inputs_of(slug, kit)), problems

    def _standing(self, slug: str, target: Path) -> Record | None:
        """The record of a site that is still what it would become."""
        record = read_record(self.order.workspace, self.order.output, slug)
        stands = record is not None and self._as_then(slug, record) and self.stage_one.knows(record.template) and record.holds(self.order.workspace, target, self.order.today)
        return record if stands else None

    def _as_then(self, slug: str, record: Record) -> bool:
        """Is there a kit now where there was one, and none where there was none? And no annual report that is new?"""
        return self.kits.is_there(slug) == (self.kits.list_of(slug) in record.inputs) and record.inputs.keys() >= published_in(self.order.workspace, slug).keys()

    def close(self) -> None:
        self.kits.close()


def foreign_folder(target: Path) -> list[Problem]:
    """A folder that no build of ours made is not ours to replace."""
    if not target.exists() or (target / MANIFEST).is_file() or (target.is_dir() and not any(target.iterdir())):
        return []
    return [Problem(Mark(target), "", Say("hier staat iets dat voorlichter niet gemaakt heeft", "something stands here that voorlichter did not make"),
                    Say("verplaats het, of kies een andere map", "move it, or choose another folder"))]


_worker: Builder | None = None


def _start_worker(order: Order, hashes: dict[Variant, str]) -> None:
    global _worker
    _worker = Builder(order, StageOne(order.workspace, hashes))
    Finalize(None, _worker.close, exitpriority=1)  # a worker ends without what Python does at the end of a program


def _build_in_worker(slug: str) -> Outcome:
    assert _worker is not None, "started by _start_worker"
    return _worker.build(slug)


def build_sites(
    order: Order, slugs: Sequence[str], jobs: int = 1, tell: Callable[[Variant], None] = lambda variant: None
) -> Iterator[Outcome]:
    """The outcome of each site as it is ready, in the order of the slugs; `tell` hears of each template made first."""
    recover(order.output)
    recover(order.workspace.kits)
    builder = Builder(order, StageOne(order.workspace, tell=tell))
    if jobs <= 1 or len(slugs) < 2:
        with closing(builder):
            yield from map(builder.build, slugs)
        return
    for variant in ALL:
        builder.stage_one.folder(variant)
    with ProcessPoolExecutor(jobs, initializer=_start_worker, initargs=(order, builder.stage_one.hashes)) as pool:
        yield from pool.map(_build_in_worker, slugs, chunksize=max(1, min(16, len(slugs) // jobs)))
