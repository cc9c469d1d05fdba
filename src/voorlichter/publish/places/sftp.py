"""A folder on a server that is reached by SFTP, filled as a mount is: the manifest last, whole again at the next run.

Written `sftp://USER@HOST/PATH`, or `/~/PATH` below the user's own folder. The program `sftp` of OpenSSH goes there, which
every system has: it knows the servers and asks the agent for a key. No key or password passes through here.
"""

from __future__ import annotations

import re
import shutil
import subprocess
from collections.abc import Iterable, Sequence, Set
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from voorlichter.problems import InputError, MachineError, Mark, Problem, Say
from voorlichter.publish.built import hashes_in, names_in
from voorlichter.publish.port import ON_ITS_WAY, Journal, Outgoing, Standing, manifest_last, name_taken, not_ours
from voorlichter.scratch import Scratch
from voorlichter.swap import write_files
from voorlichter.workspace import MANIFEST, Workspace

RANK = 2
_PREFIX = "sftp://"
_ADDRESS = re.compile(
    r"sftp://(?P<whom>(?:[A-Za-z0-9_][\w.+-]*@)?[A-Za-z0-9][A-Za-z0-9.-]*)(?::(?P<port>[0-9]{1,5}))?/(?P<path>[^\"\\\x00-\x1f*?\[\]]+)"
)


@dataclass(frozen=True, slots=True)
class Sftp:
    """`whom`: a host, with a user before it where that is another; `path` as an address has it, without its first slash."""

    whom: str
    port: str | None
    path: str

    def __str__(self) -> str:
        return f"{_PREFIX}{self.whom}{f':{self.port}' if self.port else ''}/{self.path}"

    @property
    def is_near(self) -> bool:
        return False

    def check(self, workspace: Workspace, journal: Journal) -> None:
        if not journal.names() and self.standing() is None and self._there([""]):
            raise InputError([not_ours(self)])

    def standing(self) -> Standing | None:
        with Scratch("sftp") as work:
            self._batch([f'-get -p "{self._remote(MANIFEST)}" "{_local(work / MANIFEST)}"'])
            path = work / MANIFEST
            manifest = path.read_bytes() if path.is_file() else b""
            if not names_in(manifest):
                return None
            return Standing(manifest, datetime.fromtimestamp(path.stat().st_mtime).astimezone())

    def read(self, names: Iterable[str]) -> dict[str, bytes]:
        with Scratch("sftp") as work:
            for name in (wanted := list(names)):
                (work / name).parent.mkdir(parents=True, exist_ok=True)
            self._batch([f'-get "{self._remote(name)}" "{_local(work / name)}"' for name in wanted])
            return {name: (work / name).read_bytes() for name in wanted if (work / name).is_file()}

    def put(self, site: Outgoing, ours: Set[str], journal: Journal) -> tuple[str, ...]:
        standing = None if journal.names() else self.standing()
        known = hashes_in(standing.manifest) if standing else {}
        new = hashes_in(site.files[MANIFEST])
        changed = [name for name in manifest_last(site.files) if name == MANIFEST or new[name] != known.get(name)]
        if ours and (taken := self._there(sorted(site.files.keys() - ours))):
            raise InputError([name_taken(Path(f"{self}/{name}")) for name in taken])
        gone = sorted(ours - site.files.keys())
        with Scratch("sftp") as work:
            write_files({name: site.files[name] for name in changed}, work)
            journal.begin(site.files)
            self._batch(
                [
                    *(f'-mkdir "{folder}"' for folder in self._folders(changed)),
                    *(line for name in changed for line in self._replace(name, work / name)),
                    *(f'-rm "{self._remote(name)}"' for name in gone),
                    *(f'-rm "{self._remote(name)}{ON_ITS_WAY}"' for name in gone),
                ],
                half_way=True,
            )
        journal.end()
        return ()

    def _replace(self, name: str, local: Path) -> tuple[str, ...]:
        """Whole: beside its name first."""
        remote = self._remote(name)
        return (
            f'put "{_local(local)}" "{remote}{ON_ITS_WAY}"',
            f'chmod 644 "{remote}{ON_ITS_WAY}"',
            f'rename "{remote}{ON_ITS_WAY}" "{remote}"',
        )

    def _folders(self, names: Iterable[str]) -> list[str]:
        """Those the files stand in, the outer ones first; the place itself and what it stands in among them."""
        paths = {self._remote(name).rpartition("/")[0] for name in names}
        every = {"/".join(path.split("/")[:end]) for path in paths for end in range(1, path.count("/") + 2)}
        return sorted(every - {""})

    def _there(self, names: Sequence[str]) -> list[str]:
        """Of these names those that stand there; of the place itself, what stands in it."""
        if not names:
            return []
        told = self._batch([f'-ls -1a "{self._remote(name)}"' for name in names])
        lines = [line.rpartition("/")[2].strip() for line in told.splitlines() if not line.startswith("sftp>")]
        found = {line for line in lines if line not in ("", ".", "..")}
        return sorted(found) if list(names) == [""] else [name for name in names if name.rpartition("/")[2] in found]

    def _remote(self, name: str) -> str:
        start = self.path.rstrip("/").removeprefix("~/") if self.path.startswith("~/") else f"/{self.path.rstrip('/')}"
        return f"{start}/{name}" if name else start

    def _batch(self, lines: Sequence[str], half_way: bool = False) -> str:
        """Raises MachineError with what the server or the program says."""
        program = shutil.which("sftp")
        if program is None:
            raise MachineError(_NO_PROGRAM)
        words = [program, *(["-P", self.port] if self.port else []), "-b", "-", self.whom]
        done = subprocess.run(  # noqa: S603 — words, no shell
            words, input="\n".join([*lines, ""]), capture_output=True, encoding="utf-8", errors="replace", check=False
        )
        if done.returncode:
            raise MachineError(_refused(self, " ".join(done.stderr.split())[-300:], half_way))
        return done.stdout


def find(text: str, base: Path) -> Sftp | None:
    """Raises InputError where it is not written well; it may hold a password, and is not repeated."""
    if not text.startswith(_PREFIX):
        return None
    match = _ADDRESS.fullmatch(text)
    if match is None or any(part in ("..", ".") for part in match["path"].split("/")):
        raise InputError([Problem(Mark(base), "", *_NOT_WRITTEN_SO)])
    return Sftp(match["whom"], match["port"], match["path"])


def _local(path: Path) -> str:
    return path.as_posix()


def _refused(place: Sftp, why: str, half_way: bool) -> Say:
    if "verification failed" in why:
        return Say(
            f"{place}: deze computer kent de server nog niet. Maak één keer zelf verbinding, controleer de sleutel en zeg ja: sftp {place.whom}",
            f"{place}: this computer does not know the server yet. Connect once yourself, check the key and say yes: sftp {place.whom}",
        )
    if "Permission denied (" in why:
        return Say(
            f"{place}: de server laat u niet toe. Geef uw sleutel aan de agent met: ssh-add. Met een wachtwoord alleen gaat het niet.",
            f"{place}: the server does not let you in. Give your key to the agent with: ssh-add. A password alone does not do.",
        )
    if half_way:
        return Say(
            f"{place}: het versturen is halverwege afgebroken ({why}); een deel van de site kan al nieuw zijn. Publiceer opnieuw; dan wordt zij weer één geheel.",
            f"{place}: sending broke off half way ({why}); part of the site may be new already. Publish again; then it is whole again.",
        )
    return Say(
        f"{place}: dat lukt niet ({why}). Er is niets veranderd.", f"{place}: this fails ({why}). Nothing has changed."
    )


_NO_PROGRAM = Say(
    "Hiervoor is het programma sftp nodig, van OpenSSH. Installeer dat.",
    "This needs the program sftp, of OpenSSH. Install it.",
)
_NOT_WRITTEN_SO = (
    Say("zo'n adres begrijpt voorlichter niet", "voorlichter does not understand such an address"),
    Say(
        "schrijf sftp://NAAM@SERVER/MAP of sftp://NAAM@SERVER/~/MAP, zonder wachtwoord",
        "write sftp://NAME@SERVER/FOLDER or sftp://NAME@SERVER/~/FOLDER, without a password",
    ),
)
