"""A Moodle of its own: a copy of a given folder, with a database beside it, installed without a question and served on this computer alone."""

from __future__ import annotations

import csv
import os
import re
import secrets
import shutil
import socket
import subprocess
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

from environment import say

PEOPLE = {"teacher": "editingteacher", "learner": "student", "looker": "student"}
"""Who has an account, and as what in the course."""
COURSE = "training"
_EXTENSIONS = "curl gd intl mbstring mysql soap xml zip"
PROGRAMS = {
    "php": " ".join(["php-cli", *(f"php-{name}" for name in _EXTENSIONS.split())]),
    "mariadbd": "mariadb-server-core mariadb-client-core",
}
"""What is looked for, and Debian's packages that hold it; these of the database start no server."""
_PHP = ("php", "-d", "max_input_vars=5000", "-d", "memory_limit=512M", "-d", "opcache.enable_cli=1")
_PATIENCE = 120


@dataclass(frozen=True)
class Moodle:
    """One that answers."""

    address: str
    release: str
    course: str
    password: str


def release_of(source: Path) -> str:
    """As its version.php says; empty where this is no folder of a Moodle."""
    version = source / "version.php"
    found = re.search(r"\$release\s*=\s*'([^']+)'", version.read_text("utf-8")) if version.is_file() else None
    return found[1] if found and (source / "admin/cli/install.php").is_file() else ""


@contextmanager
def running(source: Path, folder: Path) -> Iterator[Moodle]:
    """With a course and its people. The folder that was given is read only; all that is made lies in the other one."""
    release = release_of(source)
    code = folder / "code"
    shutil.copytree(source, code, symlinks=True, copy_function=_link, ignore=shutil.ignore_patterns(".git"))
    (code / "config.php").unlink(missing_ok=True)
    with _database(folder) as database, socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        address = f"http://127.0.0.1:{free.getsockname()[1]}"
        free.close()
        password = f"Aa1!{secrets.token_hex(12)}"
        say(f"Moodle {release}: installing …")
        _install(code, folder, database, address, password)
        with _served(code, address):
            yield Moodle(address, release, _query(database, "SELECT max(id) FROM mdl_course"), password)


def _link(source: str, target: str) -> None:
    """A second name costs nothing; where that cannot be, a copy."""
    try:
        os.link(source, target)
    except OSError:
        shutil.copy2(source, target)


@contextmanager
def _database(folder: Path) -> Iterator[Path]:
    """The socket of a MariaDB that nobody else reaches."""
    data, at = folder / "database", folder / "db.sock"
    as_root = ["--user=root"] if hasattr(os, "geteuid") and os.geteuid() == 0 else []
    made = ["mariadb-install-db", "--no-defaults", f"--datadir={data}", "--auth-root-authentication-method=normal"]
    _run([*made, "--skip-test-db", *as_root])
    words = ["--no-defaults", f"--datadir={data}", f"--socket={at}", "--skip-networking", *as_root]
    hasty = ["--innodb-flush-log-at-trx-commit=0", "--character-set-server=utf8mb4"]
    server = shutil.which("mariadbd", path=f"{os.environ.get('PATH', '')}{os.pathsep}/usr/sbin") or "mariadbd"
    with (folder / "database.log").open("wb") as log:
        running = subprocess.Popen([server, *words, *hasty], stdout=log, stderr=log)
    try:
        _until(at.exists, "the database does not start")
        _query(at, "CREATE DATABASE moodle COLLATE utf8mb4_unicode_ci", "")
        yield at
    finally:
        running.terminate()
        running.wait()


def _query(socket_: Path, sql: str, database: str = "moodle") -> str:
    words = ["mariadb", "--no-defaults", f"--socket={socket_}", "-uroot", "-N", "-B", "-e", sql, database]
    return _run([word for word in words if word])


def _install(code: Path, folder: Path, database: Path, address: str, password: str) -> None:
    """By what Moodle itself has for the command line."""
    (folder / "data").mkdir()
    place = [f"--wwwroot={address}", f"--dataroot={folder / 'data'}", "--dbtype=mariadb", f"--dbsocket={database}"]
    name = ["--fullname=Moodle", "--shortname=moodle", f"--adminpass={password}", "--adminemail=admin@lms.example"]
    agreed = ["--non-interactive", "--agree-license", "--allow-unstable"]
    _php(code, "admin/cli/install.php", *agreed, *place, *name)
    courses, people = folder / "courses.csv", folder / "people.csv"
    _write(courses, [{"shortname": COURSE, "fullname": "Training", "category": "1", "enablecompletion": "1"}])
    _php(code, "admin/tool/uploadcourse/cli/uploadcourse.php", "--mode=createnew", f"--file={courses}")
    _write(people, [_person(who, role, password) for who, role in PEOPLE.items()])
    _php(code, "admin/tool/uploaduser/cli/uploaduser.php", f"--file={people}")
    # The guided tours for whoever is new lie over the pages.
    _query(database, "UPDATE mdl_tool_usertours_tours SET enabled = 0")
    _php(code, "admin/cli/purge_caches.php")


def _person(who: str, role: str, password: str) -> dict[str, str]:
    mail = {"username": who, "password": password, "email": f"{who}@lms.example"}
    return {**mail, "firstname": who.title(), "lastname": "Example", "course1": COURSE, "role1": role}


def _write(path: Path, rows: list[dict[str, str]]) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, rows[0])
        writer.writeheader()
        writer.writerows(rows)


def _php(code: Path, script: str, *words: str) -> None:
    say(_run([*_PHP, script, *words], code).strip()[-300:])


def _run(command: list[str], cwd: Path | None = None) -> str:
    done = subprocess.run(command, cwd=cwd, capture_output=True, text=True)
    if done.returncode:
        raise RuntimeError(
            f"{' '.join(command[:6])} … ended with {done.returncode}:\n{done.stdout[-2000:]}{done.stderr[-2000:]}"
        )
    return done.stdout.strip()


@contextmanager
def _served(code: Path, address: str) -> Iterator[None]:
    """By PHP's own server; its workers are of one group, and end together."""
    with (code.parent / "server.log").open("wb") as log:
        server = subprocess.Popen(
            [*_PHP, "-S", address.removeprefix("http://"), "-t", "."],
            cwd=code,
            env={**os.environ, "PHP_CLI_SERVER_WORKERS": "4"},
            stdout=log,
            stderr=log,
            start_new_session=True,
        )
    try:
        _until(lambda: _answers(f"{address}/login/index.php"), "Moodle does not answer")
        yield
    finally:
        os.killpg(server.pid, 15)
        server.wait()


def _answers(address: str) -> bool:
    with suppress(URLError, OSError), urlopen(address, timeout=_PATIENCE) as answer:
        return bool(answer.status == 200)
    return False


def _until(holds: Callable[[], bool], fault: str) -> None:
    for _ in range(_PATIENCE * 5):
        if holds():
            return
        time.sleep(0.2)
    raise RuntimeError(fault)
