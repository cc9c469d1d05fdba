"""A site of this workspace made up to date and put online."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from voorlichter.build import build_and_read
from voorlichter.clients.wording import ProgramWording
from voorlichter.hosting.page import for_it
from voorlichter.lock import one_at_a_time
from voorlichter.organisation import Organisations
from voorlichter.output import disk_failed
from voorlichter.problems import InputError, Mark, Problem, Say
from voorlichter.publish.online import Published, put_online
from voorlichter.publish.passwords import Account, forget_password
from voorlichter.publish.places.webdav import account_of
from voorlichter.publish.port import Outgoing, PublishPlace
from voorlichter.publish.shelf import Shelf, find_shelf, lock_of, lock_of_place, open_shelf, shelves
from voorlichter.publish.told import photos_in
from voorlichter.publish.withdrawn import drop_photos
from voorlichter.stage_one import StageOne
from voorlichter.workspace import MANIFEST, Workspace

TellPublished = Callable[[str, str, Published, tuple[Problem, ...]], None]


def _say_nothing(_: Say) -> None:
    pass


def _report_nothing(*_: object) -> None:
    pass


@dataclass(frozen=True, slots=True)
class Publisher:
    """`tell` hears what else was done; `report` what was published, while nobody else may publish there: whoever reports last is live."""

    workspace: Workspace
    stage_one: StageOne
    today: date
    tell: Callable[[Say], None] = _say_nothing
    report: TellPublished = _report_nothing

    def publish(
        self, slug: str, place: PublishPlace, keep_in: Path | None = None
    ) -> tuple[Published, tuple[Problem, ...]]:
        """What was done, and what there is to note. One publishes a site at a time, from the building on.

        Raises InputError where the profile has errors or the place is none to publish to, MachineError where the machine refuses.
        """
        shelf = find_shelf(self.workspace, slug, place, keep_in)
        return self._publish(slug, place, shelf)

    def publish_again(self, shelf: Shelf, keep_in: Path | None = None) -> tuple[Published, tuple[Problem, ...]]:
        """To where it stood; the same. Raises InputError too where it stands there no longer: a disk that is not there is nowhere to publish to."""
        place = shelf.place
        if shelf.put and not shelf.journal.names() and place.is_near and place.standing() is None:
            raise InputError([_gone(shelf)])
        return self._publish(shelf.slug, place, find_shelf(self.workspace, shelf.slug, place, keep_in))

    def _publish(self, slug: str, place: PublishPlace, shelf: Shelf) -> tuple[Published, tuple[Problem, ...]]:
        done = None
        try:
            place.check(self.workspace, shelf.journal)
            with one_at_a_time(lock_of(self.workspace, slug)):
                wording = ProgramWording(self.workspace, self.stage_one)
                wording.check_accepted(slug)
                files, notes = build_and_read(self.workspace, slug, self.today)
                site = Outgoing(slug, files, lambda: self.for_it(slug, files))
                with one_at_a_time(lock_of_place(place)):
                    open_shelf(self.workspace, shelf)
                    done = put_online(site, place, shelf)
                    wording.keep(shelf, files[MANIFEST], self.today)
                    for told in drop_photos(self.workspace, slug, photos_in(files)):
                        self.tell(told)
                    self.report(slug, str(place), done, notes)
                return done, notes
        except OSError as error:
            if done is not None:  # it stands there; telling of it failed
                raise
            raise disk_failed(error, Path(str(place))) from error

    def keep(self, shelf: Shelf, keep_in: Path) -> None:
        """Earlier versions go there from now on, and those that are kept move. Raises InputError where they would be served."""
        moved = find_shelf(self.workspace, shelf.slug, shelf.place, keep_in)
        try:
            with one_at_a_time(lock_of(self.workspace, shelf.slug)):
                open_shelf(self.workspace, moved)
        except OSError as error:
            raise disk_failed(error, keep_in) from error

    def forget(self, shelf: Shelf) -> bool:
        """No longer publish there; whether a password went from the keyring too, for no other site needs it."""
        account = _account_of(shelf)
        shelf.forget()
        needed = {_account_of(other) for other in shelves(self.workspace)}
        return account is not None and account not in needed and forget_password(account)

    def for_it(self, slug: str, files: Mapping[str, bytes]) -> dict[str, bytes]:
        profile = Organisations(self.workspace, self.stage_one, self.today).read(slug).profile
        return for_it(self.workspace, profile, files)


def _account_of(shelf: Shelf) -> Account | None:
    with suppress(InputError):
        return account_of(shelf.place)
    return None


def _gone(shelf: Shelf) -> Problem:
    return Problem(
        Mark(Path(shelf.target)),
        "",
        Say(
            f"de site van {shelf.slug} staat hier niet meer; een schijf die niet aangesloten is, of een map die verplaatst of leeg is",
            f"the site of {shelf.slug} no longer stands here; a disk that is not attached, or a folder that was moved or emptied",
        ),
        Say(
            f"sluit de schijf aan; of zet haar er opnieuw met: voorlichter publish {shelf.slug} {shelf.target}; of vergeet deze plek met: voorlichter publish {shelf.slug} {shelf.target} --forget",
            f"attach the disk; or put it there anew with: voorlichter publish {shelf.slug} {shelf.target}; or forget this place with: voorlichter publish {shelf.slug} {shelf.target} --forget",
        ),
    )
