"""What many tests share: the command run as a user runs it, and small workspaces to run it in."""

from __future__ import annotations

import contextlib
import functools
import gc
import hashlib
import html
import importlib
import io
import json
import os
import re
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import traceback
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from types import ModuleType
from typing import IO, Any

TESTS = Path(__file__).parent
REPOSITORY = TESTS.parent
BASE = TESTS / "workspace"
"""A workspace without a problem: one organisation, two advisors, every other key left out."""

MANY_LANGUAGES = "trekvogel"
"""The example in twelve languages; it has tests of its own, and the others take the three examples beside it."""

TODAY = "2026-11-02"
SERVER = "VOORLICHTER_TEST_SERVER"
"""The variable that names the socket of a server that all processes of a run share."""
PROGRAM = [sys.executable, "-c", "from voorlichter.cli import main; main(prog_name='voorlichter')"]


@dataclass(frozen=True)
class Answer:
    """What a command printed and the code it ended with."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        return json.loads(self.out)


def run(*arguments: object, env: Mapping[str, str] | None = None, cwd: Path | None = None, typed: str = "") -> Answer:
    """The command in a process of its own, that reads what is typed; only the imports are shared with others."""
    words = [str(argument) for argument in arguments]
    if not hasattr(os, "fork"):
        return run_alone(*words, env=env, cwd=cwd, input=typed)
    told, asked = _server()
    asked.write(json.dumps([words, dict(env or {}), str(cwd) if cwd else None, typed]) + "\n")
    asked.flush()
    return Answer(*json.loads(told.readline()))


@functools.cache
def _server() -> tuple[IO[str], IO[str]]:
    """What answers and what is asked: a small process that has imported the program and forks for each command.

    Forking the process of the tests would do, but costs more the more tests it has run.
    """
    if address := os.environ.get(SERVER):
        talk = socket.socket(socket.AF_UNIX)
        talk.connect(address)
        return talk.makefile("r", encoding="utf-8"), talk.makefile("w", encoding="utf-8")
    own = subprocess.Popen([sys.executable, __file__], stdin=subprocess.PIPE, stdout=subprocess.PIPE, encoding="utf-8")
    assert own.stdin and own.stdout
    return own.stdout, own.stdin


def start_server(folder: Path) -> Callable[[], None]:
    """One for all processes of the tests, for what it reads first takes seconds; returns what ends it."""
    listening = socket.socket(socket.AF_UNIX)
    listening.bind(str(folder / "server"))
    listening.listen()
    os.environ[SERVER] = str(folder / "server")
    command = [sys.executable, __file__, str(listening.fileno())]
    return subprocess.Popen(command, stdin=subprocess.DEVNULL, pass_fds=[listening.fileno()]).terminate


def _serve_all(listening: socket.socket) -> None:
    """A fork for each process of the tests, once the first of them comes."""
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)
    while True:
        talk = listening.accept()[0]
        _warm_up()
        if not os.fork():
            signal.signal(signal.SIGCHLD, signal.SIG_DFL)
            listening.close()
            _serve(talk.makefile("r", encoding="utf-8"), talk.makefile("w", encoding="utf-8"))
            os._exit(0)
        talk.close()


def _serve(orders: IO[str], answers: IO[str]) -> None:
    """Answer each line: a command, what to add to the environment, the folder to run it in, and what is typed."""
    for line in orders:
        words, env, cwd, typed = json.loads(line)
        with tempfile.TemporaryFile() as read, tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as err:
            read.write(typed.encode())
            read.seek(0)
            child = fork(words, out.fileno(), err.fileno(), env, cwd, read.fileno())
            code = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
            print(json.dumps([code, _text(out), _text(err)]), file=answers, flush=True)


def run_here(words: Sequence[str], folder: Path) -> Answer:
    """The command in this process, for one that leaves nothing behind, in the language that `--lang` names."""
    out, err = io.StringIO(), io.StringIO()
    with _said_in(words), contextlib.chdir(folder), contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
        try:
            importlib.import_module("voorlichter.cli").main(words, prog_name="voorlichter")
        except SystemExit as end:
            code = end.code if isinstance(end.code, int) else int(end.code is not None)
    return Answer(code, out.getvalue(), err.getvalue())


_CLI: dict[str, dict[str, ModuleType]] = {"nl": {}, "en": {}}
"""The modules of the command, by the language they were imported in: they speak that one ever after."""


@contextlib.contextmanager
def _said_in(words: Sequence[str]) -> Iterator[None]:
    own = _CLI[words[list(words).index("--lang") + 1]]
    others, arguments = _take_cli(), sys.argv
    sys.modules.update(own)
    sys.argv = ["voorlichter", *words]
    try:
        yield
    finally:
        own.update(_take_cli())
        sys.modules.update(others)
        sys.argv = arguments


def _take_cli() -> dict[str, ModuleType]:
    return {name: sys.modules.pop(name) for name in list(sys.modules) if f"{name}.".startswith("voorlichter.cli.")}


def run_alone(
    *arguments: object, env: Mapping[str, str] | None = None, cwd: Path | None = None, **options: Any
) -> Answer:
    """The command in a new interpreter, for what a fork shares: the environment, the limits, the user."""
    words = [*PROGRAM, *(str(argument) for argument in arguments)]
    done = subprocess.run(
        words, capture_output=True, encoding="utf-8", env={**os.environ, **(env or {})}, cwd=cwd, check=False, **options
    )
    return Answer(done.returncode, done.stdout, done.stderr)


def fork(
    words: list[str],
    out: int,
    err: int,
    env: Mapping[str, str] | None = None,
    cwd: str | Path | None = None,
    read: int | None = None,
) -> int:
    """Start the command in a forked process; returns its number."""
    _warm_up()
    sys.stdout.flush()
    sys.stderr.flush()
    child = os.fork()
    if child:
        return child
    gc.disable()  # a command ends before it leaves much to collect
    code = 70
    try:
        os.dup2(os.open(os.devnull, os.O_RDONLY) if read is None else read, 0)
        os.dup2(out, 1)
        os.dup2(err, 2)
        sys.stdin = open(0, encoding="utf-8", closefd=False)
        sys.stdout = open(1, "w", encoding="utf-8", closefd=False)
        sys.stderr = open(2, "w", encoding="utf-8", closefd=False)
        os.environ.update(env or {})
        if cwd is not None:
            os.chdir(cwd)
        for name in [name for name in sys.modules if name.startswith("voorlichter.cli")]:
            del sys.modules[name]
        sys.argv = ["voorlichter", *words]
        from voorlichter.cli import main

        main(prog_name="voorlichter")
    except SystemExit as end:
        code = end.code if isinstance(end.code, int) else int(end.code is not None)
    except BaseException:
        traceback.print_exc()
    finally:
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(code)


@functools.cache
def _warm_up() -> None:
    """Import and compute what every command needs, before the first fork."""
    from PIL import Image

    from voorlichter.brand import plan_palette
    from voorlichter.cli.main import VERBS, file_of
    from voorlichter.pictures import render_favicon
    from voorlichter.profile.check import check_profile
    from voorlichter.profile.read import read_profile
    from voorlichter.profile.vocabulary import Vocabulary
    from voorlichter.template.shared import check_shared
    from voorlichter.workspace import Workspace

    # What is read on demand, so that a command that needs none starts sooner, is wanted here by one command or another.
    for module in ("site_maker", "template.build", *(f"cli.{file_of(verb)}" for verb in VERBS)):
        importlib.import_module(f"voorlichter.{module}")
    workspace = Workspace.at(BASE)
    check_shared(workspace)  # of nearly half of all workspaces in the tests, that is all there is to check
    check_profile(read_profile(workspace, "zeester"), Vocabulary({}, ("role",)), date.fromisoformat(TODAY))
    render_favicon(plan_palette("#0f5e5a").color, "#ffffff")
    Image.init()
    _fill_templates()
    _make_a_template()
    gc.freeze()  # what is shared stays shared: a fork that collects would copy all of it


def _make_a_template() -> None:
    """One that nobody gets: what its making reads and remembers, each command that makes one has then."""
    from voorlichter.stage_one import StageOne
    from voorlichter.template.build import build_template
    from voorlichter.template.variant import all_variants
    from voorlichter.user_folders import CACHE
    from voorlichter.workspace import Workspace

    stage_one = StageOne(Workspace.at(BASE))
    variant, users = all_variants()[0], os.environ.get(CACHE)
    with tempfile.TemporaryDirectory() as folder:
        os.environ[CACHE] = folder
        build_template(stage_one.workspace, stage_one.sources(), stage_one.hashes[variant], variant, fresh=True)
    if users is None:
        del os.environ[CACHE]
    else:
        os.environ[CACHE] = users


def _fill_templates() -> None:
    """Those that are made already, so that a fork need not cut them into pieces again."""
    from voorlichter.artefacts.site.plan import Additions, plan_site
    from voorlichter.organisation import Organisations
    from voorlichter.stage_one import StageOne
    from voorlichter.template.stored import cached_template
    from voorlichter.workspace import Workspace

    workspace = Workspace.at(REPOSITORY)
    stage_one = StageOne(workspace)
    if all(cached_template(workspace, hash_, variant) for variant, hash_ in stage_one.hashes.items()):
        organisations = Organisations(workspace, stage_one, date.fromisoformat(TODAY))
        for slug in ("vuurtoren", "ooverlaar"):
            plan_site(organisations.read(slug), Additions())


def _text(file: Any) -> str:
    file.seek(0)
    return file.read().decode("utf-8")


def lay(folder: Path, files: Mapping[str, str | bytes]) -> Path:
    """Write files by their path under a folder."""
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode("utf-8"))
    return folder


def copy_linked(source: Path, target: Path) -> None:
    """A copy that costs no disk; nothing that is copied so is ever written in place."""

    def link(one: str, two: str) -> None:
        try:
            os.link(one, two)
        except OSError:
            shutil.copy2(one, two)

    shutil.copytree(source, target, copy_function=link, dirs_exist_ok=True)


def files_of(folder: Path) -> dict[str, bytes]:
    """Every file under a folder, by path."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()
    }


def uncoded(site: Path) -> dict[str, bytes]:
    """Every file of a site but its manifest, with the place of its code still empty: the code tells of all other files."""
    from voorlichter.artefacts.site.plan import CODE_PLACE

    files = files_of(site)
    code = json.loads(files.pop("manifest.json"))["code"]
    return {name: data.replace(code.encode(), CODE_PLACE.encode()) for name, data in files.items()}


def digest_of(folder: Path) -> str:
    """One hash over all names and bytes under a folder."""
    digest = hashlib.sha256()
    for name, data in files_of(folder).items():
        digest.update(f"{name}\0{hashlib.sha256(data).hexdigest()}\n".encode())
    return digest.hexdigest()


def broken(site: Path) -> list[str]:
    """What is wrong with a site as its manifest tells it: files that lack, differ or are too many."""
    manifest = json.loads((site / "manifest.json").read_bytes())
    there = {name: hashlib.sha256(data).hexdigest() for name, data in files_of(site).items() if name != "manifest.json"}
    told = manifest["files"]
    return sorted(name for name in {*there, *told} if there.get(name) != told.get(name))


def template_of(root: Path, name: str = "nl-je") -> Path:
    """The folder of a template, as a workspace's sites are filled from it."""
    from voorlichter.stage_one import StageOne
    from voorlichter.workspace import Workspace

    stage_one = StageOne(Workspace.at(root))
    return next(stage_one.folder(variant).path for variant in stage_one.hashes if variant.name == name)


def words_of(page: Path) -> str:
    """A page's text as a reader sees it."""
    text = re.sub(r"<(script|style|svg)\b.*?</\1>|<[^>]*>", "", page.read_text(encoding="utf-8"), flags=re.S)
    return " ".join(html.unescape(text).split())


if __name__ == "__main__":
    if sys.argv[1:]:
        _serve_all(socket.socket(fileno=int(sys.argv[1])))
    else:
        _serve(sys.stdin, sys.stdout)
