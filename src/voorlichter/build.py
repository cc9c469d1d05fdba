"""Both stages for the sites of a workspace: what has not changed is skipped, what is wrong keeps its old site.

What makes a site is read no earlier than a site must be made: most runs find that nothing has changed.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from pathlib import Path
from tempfile import TemporaryFile
from typing import TYPE_CHECKING, Literal

from voorlichter.output import check_output
from voorlichter.own.files import find_own
from voorlichter.problems import InputError, MachineError, Problem, Say, has_errors
from voorlichter.publish.built import read_site
from voorlichter.record import Record, folder_of_records, read_record
from voorlichter.scratch import Scratch
from voorlichter.swap import recover
from voorlichter.template.stored import hash_sources, knows
from voorlichter.template.variant import Variant
from voorlichter.turns import Turns
from voorlichter.workspace import Workspace

if TYPE_CHECKING:
    from voorlichter.site.fill import Template
    from voorlichter.site_maker import SiteMaker

BuildStatus = Literal["built", "unchanged", "refused"]


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one site; a refused one keeps what stood there."""

    slug: str
    status: BuildStatus
    problems: tuple[Problem, ...] = ()
    failures: tuple[Say, ...] = ()
    known: date | None = None
    """The day its knowledge of absences ends: by then it is to be built again."""


@dataclass(frozen=True, slots=True)
class BuildOrder:
    """What to build, where, and for which day."""

    workspace: Workspace
    output: Path
    today: date
    force: bool = False


def _say_nothing(_: Variant) -> None:
    pass


class Builder:
    """Builds site after site; what they share is loaded once. `tell` hears of each template before it is made, which takes a second or more."""

    def __init__(
        self,
        order: BuildOrder,
        tell: Callable[[Variant], None] = _say_nothing,
        hashes: dict[Variant, str] | None = None,
        earlier: Mapping[Variant, Template] | None = None,
        made: Collection[Variant] = (),
    ) -> None:
        self.order = order
        self._earlier = earlier or {}
        self.hashes = hashes or hash_sources(order.workspace)
        self._tell = tell
        self._made = made

    @cached_property
    def maker(self) -> SiteMaker:
        from voorlichter.site_maker import SiteMaker
        from voorlichter.stage_one import StageOne

        return SiteMaker(
            self.order.workspace,
            self.order.output,
            self.order.today,
            StageOne(
                self.order.workspace,
                self.hashes,
                self._tell,
                earlier=self._earlier,
                fresh=self.order.force,
                made={*self._made},
            ),
        )

    @property
    def made(self) -> Collection[Variant]:
        """The templates that were made in this run, and need not be made again."""
        return self.maker.stage_one.made if "maker" in self.__dict__ else self._made

    def up_to_date(self) -> Builder:
        """This one while the sources are what they were; otherwise its successor, which loads what changed alone."""
        hashes = hash_sources(self.order.workspace)
        if hashes == self.hashes:
            return self
        self.close()
        earlier = self.maker.stage_one.loaded if "maker" in self.__dict__ else self._earlier
        return Builder(self.order, self._tell, hashes, earlier)

    def build(self, slug: str) -> Outcome:
        """Raises SharedError where pages or theme have errors."""
        turns = Turns(self.order.workspace.root)
        with turns.of(slug):
            stands = None if self.order.force else self.standing(slug)
            if stands is not None:
                return Outcome(slug, "unchanged", known=stands.known_until)
            made = self.maker.make(slug)
            return Outcome(slug, "built", made.notes, known=made.known)
        return Outcome(slug, "refused", tuple(turns.problems), tuple(turns.failures))

    def standing(self, slug: str) -> Record | None:
        """The record of a site that is still what it would become."""
        workspace, output = self.order.workspace, self.order.output
        record = read_record(workspace, output, slug)
        stands = (
            record is not None
            and self._as_then(slug, record)
            and knows(self.hashes, record.template)
            and record.holds(workspace, output / slug, self.order.today)
        )
        return record if stands else None

    def _as_then(self, slug: str, record: Record) -> bool:
        """Is there a kit now where there was one, and none where there was none? And no annual report or text of its own that is new?"""
        workspace = self.order.workspace
        kit = workspace.kit_list(slug)
        return (workspace.root / kit).is_file() == (kit in record.inputs) and record.inputs.keys() >= {
            *workspace.published_reports(slug),
            *(path.relative_to(workspace.root).as_posix() for path in find_own(workspace, slug).paths),
        }

    def close(self) -> None:
        if "maker" in self.__dict__:
            self.maker.close()


_worker: Builder | None = None
_AT_A_TIME = 8
"""Sites that a worker is given at once: the last to be ready keeps the others waiting for fewer than these."""


def _start_worker(order: BuildOrder, hashes: dict[Variant, str], made: Collection[Variant]) -> None:
    global _worker
    from multiprocessing.util import Finalize

    _worker = Builder(order, hashes=hashes, made=made)
    Finalize(None, _worker.close, exitpriority=1)  # a worker ends without what Python does at the end of a program


def _build_in_worker(slug: str) -> Outcome:
    assert _worker is not None, "started by _start_worker"
    return _worker.build(slug)


def build_sites(
    order: BuildOrder, slugs: Sequence[str], jobs: int = 1, tell: Callable[[Variant], None] = _say_nothing
) -> Iterator[Outcome]:
    """The outcome of each site as it is ready, in the order of the slugs."""
    _recover(order)
    builder = Builder(order, tell)
    if jobs <= 1 or len(slugs) < 2:
        with closing(builder):
            yield from map(builder.build, slugs)
        return
    from concurrent.futures import ProcessPoolExecutor

    with closing(builder):
        # What the first makes and loads, a worker that is a fork of this process has in memory.
        yield builder.build(slugs[0])
        if order.force:
            builder.maker.stage_one.prepare()  # each anew, and not by every worker
    others = slugs[1:]
    with ProcessPoolExecutor(jobs, initializer=_start_worker, initargs=(order, builder.hashes, builder.made)) as pool:
        yield from pool.map(_build_in_worker, others, chunksize=max(1, min(_AT_A_TIME, len(others) // jobs)))


def build_and_read(workspace: Workspace, slug: str, today: date) -> tuple[dict[str, bytes], tuple[Problem, ...]]:
    """The files of a site that is up to date, by their path in it, and what there is to note.

    Raises InputError where its profile has errors, MachineError where it could not be made.
    """
    with _open_folder(workspace.root / "site") as output:
        check_output(workspace, output)
        order = BuildOrder(workspace, output, today)
        _recover(order)
        with closing(Builder(order)) as builder:
            outcome = builder.build(slug)
        if outcome.failures:
            raise MachineError(outcome.failures[0])
        if has_errors(outcome.problems):
            raise InputError(outcome.problems)
        return read_site(output / slug), outcome.problems


def _recover(order: BuildOrder) -> None:
    """What a killed process left where anything is made or read here."""
    for folder in (order.output, order.workspace.kits, folder_of_records(order.workspace, order.output)):
        with suppress(OSError):  # on a disk that is read only, it stays
            recover(folder)


@contextmanager
def _open_folder(output: Path) -> Iterator[Path]:
    """The same, or one for the moment where nothing can be written there, as in a copy on a disk that is read only."""
    try:
        with TemporaryFile(dir=output if output.is_dir() else output.parent):
            pass
    except OSError:
        with Scratch("site") as temporary:
            yield temporary / "site"
    else:
        yield output
