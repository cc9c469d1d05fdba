"""Bad days: what goes wrong around the program, and what each command answers then. Nothing that stood is lost."""

from __future__ import annotations

import ctypes
import os
import shutil
import socket
import subprocess
import zipfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

import yaml
from cli.test_build import obey_permissions
from support import TODAY, broken, files_of, lay, run

from attack.found import PROFILE, Found, Ground, lanes, saying
from attack.workspaces import Opened, open_with

TABLE: Mapping[str, Mapping[str, int | str]] = yaml.safe_load(
    Path(__file__).with_suffix(".yml").read_text(encoding="utf-8")
)
COMMANDS = ("check", "build", "kit", "export", "publish", "diff", "clients", "studio")
_FOREIGN = ("desktop.ini", "Thumbs.db", ".DS_Store")
_NEW_MOUNTS, _NEW_NETWORK = 0x20000, 0x40000000
_ROOM = 100_000
"""Bytes that are left on the full disk."""


@dataclass
class Cell:
    """One command on one bad day; a fault alters what it needs to."""

    root: Path
    www: Path
    out: Path
    cache: Path
    env: dict[str, str]
    day: str = TODAY
    words: dict[str, tuple[str, ...]] = field(default_factory=dict)
    before: Callable[[], None] | None = None
    """In the process of the command, before it starts."""
    after: Callable[[], None] = lambda: None
    deaf: bool = False

    @property
    def profile(self) -> Path:
        return self.root / PROFILE


def disk_full(cell: Cell) -> None:
    """The workspace and the cache are on a small disk of their own, filled to the brim."""

    def fill() -> None:
        _own_namespace(_NEW_MOUNTS)
        libc = ctypes.CDLL(None, use_errno=True)
        disk, size = cell.root.parent / "disk", _size(cell.root) + _size(cell.cache) + _ROOM
        if libc.mount(b"none", os.fsencode(disk), b"tmpfs", 0, f"size={size}".encode()):
            raise OSError(ctypes.get_errno(), "nothing can be mounted here")
        for name in ("workspace", "cache"):
            shutil.copytree(cell.root.parent / name, disk / name)
        with suppress(OSError), (disk / "ballast").open("wb") as ballast:
            while True:
                ballast.write(b"x" * 4096)
                ballast.flush()
        for name in ("workspace", "cache"):
            if libc.mount(os.fsencode(disk / name), os.fsencode(cell.root.parent / name), None, 4096, None):
                raise OSError(ctypes.get_errno(), "nothing can be mounted here")

    (cell.root.parent / "disk").mkdir()
    cell.before = fill
    cell.words["publish"] = ("publish", "zeester", str(cell.root.parent / "disk/www/site"))


def read_only_workspace(cell: Cell) -> None:
    _close(cell, cell.root)


def read_only_target(cell: Cell) -> None:
    cell.out.mkdir()
    for verb in ("build", "kit", "export"):
        cell.words[verb] = (verb, "-o", str(cell.out))
    cell.words["publish"] = ("publish", "zeester", str(cell.out / "site"))
    _close(cell, cell.out)


def no_home(cell: Cell) -> None:
    nowhere = "/proc/nowhere"
    cell.env |= dict.fromkeys(cell.env, "") | {"HOME": nowhere, "XDG_CACHE_HOME": "", "XDG_CONFIG_HOME": ""}


def closed_umask(cell: Cell) -> None:
    cell.before = lambda: os.umask(0o077) and None


def utf_16(cell: Cell) -> None:
    cell.profile.write_text(cell.profile.read_text(encoding="utf-8"), encoding="utf-16")


def half_written(cell: Cell) -> None:
    text = cell.profile.read_text(encoding="utf-8")
    cell.profile.write_text(text[: text.index("kind: external") + 6], encoding="utf-8")


def linked_profile(cell: Cell) -> None:
    cell.profile.rename(cell.root.parent / "profile.yml")
    cell.profile.symlink_to(cell.root.parent / "profile.yml")


def missing_logo(cell: Cell) -> None:
    with cell.profile.open("a", encoding="utf-8") as file:
        file.write("brand: {logo: logo.svg}\n")


def damaged_cache(cell: Cell) -> None:
    for path in cell.cache.rglob("*"):
        if path.is_file():
            data = path.read_bytes()
            path.unlink()  # other cells have the same file
            path.write_bytes(data[: len(data) // 2])


def foreign_files(cell: Cell) -> None:
    for folder in [cell.root, cell.www, cell.www.parent, *cell.root.rglob("*"), *cell.cache.glob("*")]:
        if folder.is_dir() and ".git" not in folder.parts:
            lay(folder, dict.fromkeys(_FOREIGN, "of the system"))


def of_1970(cell: Cell) -> None:
    for path in [*cell.root.rglob("*"), *cell.www.rglob("*"), *cell.cache.rglob("*")]:
        os.utime(path, (0, 0), follow_symlinks=False)


def in_9999(cell: Cell) -> None:
    cell.day = "9999-12-31"


def deaf(cell: Cell) -> None:
    cell.deaf = True
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        cell.words["studio"] += ("--port", str(free.getsockname()[1]))


def no_network(cell: Cell) -> None:
    cell.before = lambda: _own_namespace(_NEW_NETWORK)


def no_git(cell: Cell) -> None:
    cell.env["PATH"] = str(cell.root.parent / "nowhere")


FAULTS: dict[str, Callable[[Cell], None]] = dict(
    zip(
        TABLE,
        (
            disk_full,
            read_only_workspace,
            read_only_target,
            no_home,
            closed_umask,
            utf_16,
            half_written,
            linked_profile,
            missing_logo,
            damaged_cache,
            foreign_files,
            of_1970,
            in_9999,
            deaf,
            no_network,
            no_git,
        ),
        strict=True,
    )
)


def _own_namespace(kind: int) -> None:
    """What is mounted, or the network, of this process and those it starts alone."""
    libc = ctypes.CDLL(None, use_errno=True)
    if libc.unshare(kind):
        raise OSError(ctypes.get_errno(), "no namespace of its own can be had here")
    if kind == _NEW_MOUNTS:
        libc.mount(b"none", b"/", None, 0x4000 | 0x40000, None)  # private, everything: nobody else sees it


def can_have_namespaces() -> bool:
    """May we mount here, in a process of our own?"""
    child = os.fork()
    if child == 0:
        with suppress(OSError):
            _own_namespace(_NEW_MOUNTS)
            os._exit(0)
        os._exit(1)
    return os.waitpid(child, 0)[1] == 0


def _size(folder: Path) -> int:
    """On a disk: whole pages."""
    return sum(-(-path.lstat().st_size // 4096) * 4096 + 4096 for path in folder.rglob("*"))


def _close(cell: Cell, folder: Path) -> None:
    paths = [folder, *(path for path in folder.rglob("*") if not path.is_symlink())]
    modes = {path: path.stat().st_mode for path in paths}
    for path in paths:
        path.chmod(modes[path] & ~0o222)

    def open_again() -> None:
        for path, mode in modes.items():
            path.chmod(mode)

    cell.before, cell.after = obey_permissions, open_again


class Day:
    """A workspace on which every command has something to do: under one path, brought back before each command."""

    def __init__(self, ground: Ground, made: Sequence[str] = ("kit", "publish", "export")) -> None:
        self.folder, self.kept = ground.folder / "day", ground.folder / "kept"
        self.folder.mkdir()
        shutil.copytree(ground.cache, self.folder / "cache")
        cell = self._cell()
        lay(Ground(self.folder, cell.cache).workspace(), {PROFILE: saying("Eerst.")})
        for words in (("init", "-q"), ("add", "profiles"), ("commit", "-q", "-m", "As agreed")):
            who = ("-c", "user.name=Noor", "-c", "user.email=noor@luister.example")
            subprocess.run(["git", "-C", str(cell.root), *who, *words], check=True, capture_output=True)
        self._run(cell, "publish", "zeester", cell.www)
        cell.profile.write_text(saying("Toen."), encoding="utf-8")
        for verb in made:
            self._run(cell, verb)
        cell.profile.write_text(saying("Nu.", "020 000 00 09"), encoding="utf-8")
        self.folder.rename(self.kept)

    def _cell(self) -> Cell:
        folder = self.folder
        env = Ground(folder, folder / "cache").env()
        cell = Cell(folder / "workspace", folder / "www/site", folder / "out", folder / "cache", env)
        cell.words = {verb: (verb,) for verb in COMMANDS}
        cell.words |= {"diff": ("diff", "--since", "HEAD"), "studio": ("studio", "--no-open")}
        return cell

    def _run(self, cell: Cell, *words: object) -> None:
        answer = run(*words, "-C", cell.root, "--date", TODAY, env=cell.env)
        assert answer.code == 0, answer

    def again(self) -> Cell:
        shutil.rmtree(self.folder, ignore_errors=True)
        shutil.copytree(self.kept, self.folder, symlinks=True)
        return self._cell()


_DAYS: dict[Path, Day] = {}
"""Of this process."""


def _day(ground: Ground) -> Day:
    if ground.folder not in _DAYS:
        _DAYS[ground.folder] = Day(ground.part(f"lane-{os.getpid()}"))
    return _DAYS[ground.folder]


def _lost(cell: Cell, stood: Mapping[str, bytes], profile: bytes | None) -> Iterator[str]:
    """What stood before and no longer does, or not whole."""
    if profile is not None and cell.profile.read_bytes() != profile:
        yield "the profile is another"
    for place in (cell.root / "site/zeester", cell.www, *cell.root.glob(".voorlichter/published/*/[0-9]*")):
        others = {name for name in _FOREIGN for _ in [0] if (place / name).exists()}
        if torn := [name for name in broken(place) if Path(name).name not in _FOREIGN]:
            yield f"{place.name} is torn: {', '.join(torn[:3])} {len(others)}"
    for path in (cell.root / "export").glob("*.zip"):
        if not zipfile.is_zipfile(path) or zipfile.ZipFile(path).testzip():
            yield f"{path.name} is no whole zip"
    there = {**files_of(cell.root), **{f"www/{name}": data for name, data in files_of(cell.www).items()}}
    lasting = ("kit/", "profiles/", "advisors/", "export/", "www/")
    for name in stood.keys() - there.keys():
        if name.startswith(lasting) and ".voorlichter" not in name:
            yield f"{name} is gone"


def spend(ground: Ground, fault: str, command: str) -> list[str]:
    return spend_on(_day(ground), fault, command)


def spend_on(day: Day, fault: str, command: str) -> list[str]:
    """What is otherwise than the table says, in one cell."""
    cell = day.again()
    FAULTS[fault](cell)
    stood = {**files_of(cell.root), **{f"www/{name}": data for name, data in files_of(cell.www).items()}}
    profile = None if cell.profile.is_symlink() else cell.profile.read_bytes()
    opened = open_with(
        cell.root, command, cell.words[command], cell.env, cell.www, day=cell.day, before=cell.before, deaf=cell.deaf
    )
    cell.after()
    expected = TABLE[fault].get(command, TABLE[fault]["all"])
    faults = [*_otherwise(opened, expected), *_lost(cell, stood, profile)]
    return [f"{fault}, {command}: {line}" for line in faults]


def _otherwise(opened: Opened, expected: int | str) -> Iterator[str]:
    got: int | str | None = "up" if opened.up else opened.code
    if opened.hung:
        yield "hangs"
    elif got != expected:
        yield f"ends with {got} where {expected} was expected: {opened.said[-300:].strip()}"
    if "Traceback" in opened.said or "Exception ignored" in opened.said:
        yield f"traceback: {opened.said[-600:].strip()}"


def attack(ground: Ground, cells: list[tuple[str, str]], say: Callable[[str], None]) -> Found:
    """Every command on every bad day."""
    with lanes() as pool:
        tasks = {(fault, command): pool.submit(spend, ground, fault, command) for fault, command in cells}
        faults: list[str] = []
        for number, ((fault, command), task) in enumerate(tasks.items(), 1):
            wrong = task.result()
            faults += wrong
            if wrong or number % len(COMMANDS) == 0:
                say(f"{number} of {len(cells)}: {fault}, {command}: {len(wrong)} faults")
    kinds = {kind: sum(kind in line for line in faults) for kind in ("traceback", "hangs", "is gone", "torn")}
    lost = kinds["is gone"] + kinds["torn"] + sum("is another" in line or "no whole" in line for line in faults)
    other = sum("was expected" in line for line in faults)
    figure = f"{len({fault for fault, _ in cells})} faults × {len({command for _, command in cells})} commands: "
    figure += (
        f"tracebacks {kinds['traceback']}, hangs {kinds['hangs']}, lost {lost}, otherwise than written down {other}"
    )
    return Found(figure, faults)
