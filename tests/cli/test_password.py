"""`voorlichter publish` to a place with a password: typed at a terminal, or from the keyring, and in no file of ours."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest
from publish.dav_server import PASSWORD, USER, DavServer, dav_server
from support import PROGRAM, TESTS, TODAY, Answer, run_alone

from voorlichter.user_folders import CACHE, CONFIG

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="Apache is started as Debian packs it")
SPELLED = [PASSWORD.encode(), PASSWORD.encode("utf-16-le"), PASSWORD.encode("latin-1"), b"wachtwoord-"]


@pytest.fixture(scope="module")
def server() -> Iterator[DavServer]:
    with dav_server() as running:
        yield running


@pytest.fixture
def env(server: DavServer, own_cache: Path, tmp_path: Path) -> dict[str, str]:
    for path in server.folder.iterdir():
        shutil.rmtree(path) if path.is_dir() else path.unlink()
    for name in ("config", "temp"):
        (tmp_path / name).mkdir()
    return {
        CACHE: str(own_cache),
        CONFIG: str(tmp_path / "config"),
        "TMPDIR": str(tmp_path / "temp"),
        "PYTHONPATH": str(TESTS),
        "PYTHON_KEYRING_BACKEND": "file_keyring.FileKeyring",
        "FILE_KEYRING": str(tmp_path / "keyring"),
    }


def words(root: Path, *more: object) -> list[str]:
    return ["publish", "zeester", *map(str, more), "-C", str(root), "--lang", "en", "--date", TODAY]


def at_a_terminal(typed: list[str], env: Mapping[str, str], *arguments: str) -> Answer:
    """The command where somebody sits, who types a line at each question."""
    import pty

    child, terminal = pty.fork()
    if not child:
        os.execvpe(PROGRAM[0], [*PROGRAM, *arguments], {**os.environ, **env})
    said, answers = b"", iter(typed)
    while True:
        try:
            read = os.read(terminal, 4096)
        except OSError:  # what Linux says when the other side is gone
            break
        if not read:
            break
        said += read
        if read.rstrip().endswith(b":") and b"Password" in read:
            os.write(terminal, f"{next(answers)}\n".encode())
    os.close(terminal)
    return Answer(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]), said.decode(), "")


def holding_it(*folders: Path) -> list[Path]:
    return [
        path
        for folder in folders
        for path in folder.rglob("*")
        for spelled in SPELLED
        if spelled in os.fsencode(path) or (path.is_file() and not path.is_symlink() and spelled in path.read_bytes())
    ]


def test_a_password_is_typed_and_stands_nowhere(
    workspace: Path, env: dict[str, str], server: DavServer, tmp_path: Path
) -> None:
    answer = at_a_terminal(["wrong", PASSWORD], env, *words(workspace, server.address(), "--keep", tmp_path / "kept"))
    assert (answer.code, "zeester: published" in answer.out) == (0, True), answer.out
    assert "does not let you in with this" in answer.out
    assert PASSWORD not in answer.out and (server.folder / "vp/index.html").is_file()
    profile = workspace / "profiles/zeester/profile.yml"
    profile.write_text(profile.read_text(encoding="utf-8").replace("De Zeester", "De Zeeleeuw"), encoding="utf-8")
    assert at_a_terminal([PASSWORD], env, *words(workspace)).code == 0
    assert at_a_terminal([PASSWORD], env, *words(workspace, "--rollback", "--yes")).code == 0
    assert run_alone(*words(workspace, tmp_path / "it.zip"), env=env).code == 0
    assert not (tmp_path / "keyring").exists(), "it was not asked for"
    assert list((tmp_path / "kept").glob("*/*/index.html"))
    lay = tmp_path / "unpacked"
    shutil.unpack_archive(tmp_path / "it.zip", lay)
    assert holding_it(tmp_path) == []
    (lay / "as-it-would-be").write_text(f"password: {PASSWORD}", encoding="utf-8")
    assert holding_it(tmp_path), "what is looked for would be found"


@pytest.mark.proof
def test_in_the_keyring_it_is_only_where_that_was_asked_until_the_place_is_forgotten(
    workspace: Path, env: dict[str, str], server: DavServer, tmp_path: Path
) -> None:
    wrong = at_a_terminal(["wrong"] * 3, env, *words(workspace, server.address(), "--remember"))
    assert (wrong.code, (tmp_path / "keyring").exists()) == (3, False), "a wrong one is not kept"
    asked = at_a_terminal([PASSWORD], env, *words(workspace, server.address(), "--remember"))
    assert (asked.code, (tmp_path / "keyring").is_file()) == (0, True), asked.out
    assert USER in (tmp_path / "keyring").read_text()
    alone = run_alone(*words(workspace), env=env)
    assert (alone.code, alone.err) == (0, ""), "nobody sits there, and the keyring knows"
    assert holding_it(workspace, tmp_path / "cache") == []
    forgotten = run_alone(*words(workspace, server.address(), "--forget"), env=env)
    assert (forgotten.code, "out of the keyring" in forgotten.out) == (0, True)
    assert USER not in (tmp_path / "keyring").read_text()


def test_where_nobody_can_be_asked_or_no_keyring_is_safe_that_is_told_and_nothing_changes(
    workspace: Path, env: dict[str, str], server: DavServer, tmp_path: Path
) -> None:
    nobody = run_alone(*words(workspace, server.address()), env=env, stdin=open(os.devnull))
    assert (nobody.code, f"asks for the password of {USER}" in nobody.err) == (3, True)
    unsafe = {**env, "PYTHON_KEYRING_BACKEND": "file_keyring.OpenKeyring"}
    refused = at_a_terminal([PASSWORD], unsafe, *words(workspace, server.address(), "--remember"))
    assert (refused.code, "no keyring in which the password is safe" in refused.out) == (3, True)
    assert not (tmp_path / "keyring").exists() and not list(server.folder.iterdir())
