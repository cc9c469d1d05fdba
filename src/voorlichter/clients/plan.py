"""What is done to one organisation as a whole: told first, then done whole or not at all."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from voorlichter.clients.moves import Move, move_all
from voorlichter.output import disk_failed
from voorlichter.problems import InputError, Mark, Problem, Say
from voorlichter.publish.shelf import folders_of
from voorlichter.workspace import Workspace, check_slug


@dataclass(frozen=True, slots=True)
class ClientPlan:
    """`slug` is that of the organisation afterwards. `tell`: what its advisor must know; `for_it`: a text for who serves the site."""

    slug: str
    moves: tuple[Move, ...] = ()
    forget: tuple[Path, ...] = ()
    """Records of our own that would tell of what is no longer there."""
    tell: tuple[Say, ...] = ()
    for_it: Say | None = None


def carry_out(workspace: Workspace, plan: ClientPlan) -> None:
    """Raises MachineError where the disk refuses; everything then stands where it stood."""
    try:
        move_all(workspace, plan.moves)
    except OSError as error:
        raise disk_failed(error, plan.moves[0][1]) from error
    for path in plan.forget:
        path.unlink(missing_ok=True)


@dataclass(frozen=True, slots=True)
class ClientFiles:
    """Everything of one organisation in a workspace, by where it belongs; what is not there is left out."""

    profile: Path
    site: Path | None = None
    kit: Path | None = None
    exports: tuple[Path, ...] = ()
    shelves: tuple[Path, ...] = ()
    records: tuple[Path, ...] = field(default=())

    @property
    def all(self) -> Iterator[Path]:
        """The profile last: as long as it stands, nothing has been done."""
        yield from (path for path in (self.site, self.kit) if path)
        yield from (*self.exports, *self.shelves, self.profile)


def files_of(workspace: Workspace, slug: str) -> ClientFiles:
    site, kit = workspace.root / "site" / slug, workspace.kits / slug
    return ClientFiles(
        workspace.profiles / slug,
        site if site.is_dir() else None,
        kit if kit.is_dir() else None,
        tuple(exports_of(workspace, slug)),
        tuple(folders_of(workspace, slug)),
        tuple(sorted((workspace.private / "built").glob(f"*/{slug}.json"))),
    )


def exports_of(workspace: Workspace, slug: str) -> Iterator[Path]:
    """The packages in export/ whose name begins with this slug and with none that is longer."""
    folder = workspace.root / "export"
    slugs = workspace.slugs()
    for path in sorted(folder.iterdir()) if folder.is_dir() else ():
        owners = [name for name in slugs if path.name.startswith((f"{name}.", f"{name}-"))]
        if path.is_file() and owners and max(owners, key=len) == slug:
            yield path


def check_there(workspace: Workspace, slug: str) -> None:
    """Raises InputError where there is no such organisation."""
    if slug in workspace.slugs():
        return
    known = ", ".join(workspace.slugs())
    raise InputError(
        check_slug(slug, workspace.profiles / slug)
        or [
            Problem(
                Mark(workspace.profiles / slug),
                slug,
                Say("dit profiel bestaat niet", "there is no such profile"),
                Say(f"kies uit: {known}", f"choose from: {known}"),
            )
        ]
    )


def check_free(targets: Iterable[Path], slug: str) -> None:
    """Raises InputError for every place that is taken."""
    if taken := [target for target in targets if target.exists()]:
        raise InputError(
            [
                Problem(
                    Mark(target),
                    slug,
                    Say("hier staat al iets", "something stands here already"),
                    Say("kies een andere naam, of verplaats het", "choose another name, or move it"),
                )
                for target in taken
            ]
        )


def listed(lines: Sequence[Say]) -> Say:
    return Say("\n".join(line.nl for line in lines), "\n".join(line.en for line in lines))
