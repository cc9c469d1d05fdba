"""A branch of a Git repository on this computer, as GitHub Pages and GitLab Pages serve one: a commit for each time, no history rewritten.

Written `git:REPOSITORY#BRANCH:FOLDER`; without a branch it is gh-pages, without a folder the root of the branch. What else
is in the branch stays. It is pushed by whoever owns it: that takes a key, and none of those passes through here.
"""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterable, Sequence, Set
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from voorlichter.git import find_git, split_objects
from voorlichter.problems import InputError, MachineError, Mark, Problem, Say
from voorlichter.publish.built import names_in
from voorlichter.publish.port import Journal, Outgoing, Standing, path_written
from voorlichter.scratch import Scratch
from voorlichter.swap import write_files
from voorlichter.workspace import MANIFEST, Workspace

RANK = 1
_PREFIX = "git:"
_BRANCH = "gh-pages"
_UNTOLD = {"GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_OBJECT_DIRECTORY", "GIT_ALTERNATE_OBJECT_DIRECTORIES"}
"""What a caller's environment may say of another repository."""


@dataclass(frozen=True, slots=True)
class GitBranch:
    """`repository` is absolute; a work tree or a bare one."""

    repository: Path
    branch: str
    folder: str = ""

    def __str__(self) -> str:
        return f"{_PREFIX}{self.repository}#{self.branch}" + (f":{self.folder}" if self.folder else "")

    @property
    def is_near(self) -> bool:
        return True

    def check(self, workspace: Workspace, journal: Journal) -> None:
        looked = self._git("rev-parse", "--git-dir", check=False) if self.repository.is_dir() else None
        if looked is None or b"not a git repository" in looked.stderr:
            raise InputError([self._problem(*_NO_REPOSITORY)])
        if looked.returncode:
            raise MachineError(_refused(self, ["rev-parse"], looked.stderr.decode(errors="replace")))
        if self._git("check-ref-format", "--branch", self.branch, check=False).returncode:
            raise InputError([self._problem(*_NO_BRANCH)])
        if self._path("index.html") in self._names() and self.standing() is None:
            raise InputError([self._problem(*_FOREIGN)])

    def standing(self) -> Standing | None:
        tip = self._tip()
        manifest = self._git("cat-file", "blob", f"{tip}:{self._path(MANIFEST)}", check=False).stdout if tip else b""
        if not names_in(manifest):
            return None
        moment = self._git("log", "-1", "--format=%cI", tip, "--", self._path(MANIFEST)).stdout.decode().strip()
        return Standing(manifest, datetime.fromisoformat(moment))

    def read(self, names: Iterable[str]) -> dict[str, bytes]:
        tip, wanted = self._tip(), list(names)
        asked = "".join(f"{tip}:{self._path(name)}\n" for name in wanted).encode()
        told = self._git("cat-file", "--batch", data=asked).stdout
        return {name: data for name, data in zip(wanted, split_objects(told), strict=True) if data is not None}

    def put(self, site: Outgoing, ours: Set[str], journal: Journal) -> tuple[str, ...]:
        tip = self._tip()
        others = {name for name in self._names() if name not in {self._path(own) for own in ours}}
        if taken := _in_the_way(others, {self._path(name) for name in site.files}):
            raise InputError([self._problem(*_taken(name)) for name in taken])
        with Scratch("branch") as work:
            tree = self._write_tree(site, ours, tip, work)
        words = ["commit-tree", tree, *(["-p", tip] if tip else []), "-m", f"Voorlichter: {site.slug}"]
        self._move(tip, self._git(*words).stdout.decode().strip())
        prefix = f"{self.folder}/" if self.folder else ""
        return tuple(sorted(name[len(prefix) :] for name in others if name.startswith(prefix)))

    def push(self) -> Say:
        """To where the branch comes from, or to origin; never by force. Raises MachineError with what Git says."""
        remote = self._git("config", f"branch.{self.branch}.remote", check=False).stdout.decode().strip() or "origin"
        self._git("push", remote, f"refs/heads/{self.branch}:refs/heads/{self.branch}")
        return Say(f"{self.branch} is naar {remote} gestuurd", f"{self.branch} was pushed to {remote}")

    def _write_tree(self, site: Outgoing, ours: Set[str], tip: str, work: Path) -> str:
        """The tree of the branch with the site in it, its bytes as they are: no filter, no line ending changed."""
        env = {"GIT_INDEX_FILE": str(work / "index")}
        self._git("read-tree", *([tip] if tip else ["--empty"]), env=env)
        (work / "site").mkdir()
        write_files(site.files, work / "site")
        paths = "".join(f"{work / 'site' / name}\n" for name in site.files).encode()
        blobs = self._git("hash-object", "-w", "--no-filters", "--stdin-paths", data=paths).stdout.decode().split()
        gone = [f"0 {'0' * len(blobs[0])}\t{self._path(name)}" for name in sorted(ours)]
        new = [f"100644 {blob}\t{self._path(name)}" for name, blob in zip(site.files, blobs, strict=True)]
        self._git("update-index", "-z", "--index-info", data="\0".join([*gone, *new, ""]).encode(), env=env)
        return self._git("write-tree", env=env).stdout.decode().strip()

    def _move(self, tip: str, commit: str) -> None:
        """Where the branch is checked out its files follow; whoever moved it meanwhile is not overruled."""
        for place in self._git("worktree", "list", "--porcelain").stdout.decode().split("\n\n"):
            lines = place.splitlines()
            if f"branch refs/heads/{self.branch}" in lines and "bare" not in lines:
                checked_out = lines[0].removeprefix("worktree ")
                self._run(Path(checked_out), "merge", "--ff-only", "--quiet", commit)
                return
        self._git("update-ref", f"refs/heads/{self.branch}", commit, self._local() or "0" * len(commit))

    def _tip(self) -> str:
        """The newest commit of the branch: here, or where it was fetched from, if that is further; nothing where there is none."""
        local, remote = self._local(), self._commit(f"refs/remotes/origin/{self.branch}")
        if not local or not remote or self._git("merge-base", "--is-ancestor", local, remote, check=False).returncode:
            return local or remote
        return remote

    def _local(self) -> str:
        return self._commit(f"refs/heads/{self.branch}")

    def _commit(self, name: str) -> str:
        return self._git("rev-parse", "--verify", "--quiet", f"{name}^{{commit}}", check=False).stdout.decode().strip()

    def _names(self) -> list[str]:
        tip = self._tip()
        told = self._git("ls-tree", "-r", "-z", "--name-only", "--full-tree", tip).stdout if tip else b""
        return [os.fsdecode(name) for name in told.split(b"\0") if name]

    def _path(self, name: str) -> str:
        return f"{self.folder}/{name}" if self.folder else name

    def _git(
        self, *words: str, data: bytes = b"", env: dict[str, str] | None = None, check: bool = True
    ) -> subprocess.CompletedProcess[bytes]:
        return self._run(self.repository, *words, data=data, env=env, check=check)

    def _run(
        self, folder: Path, *words: str, data: bytes = b"", env: dict[str, str] | None = None, check: bool = True
    ) -> subprocess.CompletedProcess[bytes]:
        """Raises MachineError where Git is not here, or with what it says."""
        program = find_git(folder)
        if program is None:
            raise MachineError(_NO_GIT)
        told = {name: value for name, value in os.environ.items() if name not in _UNTOLD}
        done = subprocess.run(  # noqa: S603 — words, no shell
            [program, "-C", str(folder), *words],
            input=data,  # whoever must give a password to push is asked at the terminal, by Git
            capture_output=True,
            check=False,
            env={**told, "LC_ALL": "C", **(env or {})},
        )
        if check and done.returncode:
            raise MachineError(_refused(self, words, done.stderr.decode(errors="replace")))
        return done

    def _problem(self, message: Say, fix: Say) -> Problem:
        return Problem(Mark(self.repository), str(self), message, fix)


def find(text: str, base: Path) -> GitBranch | None:
    if not text.startswith(_PREFIX):
        return None
    path, _, rest = text.removeprefix(_PREFIX).partition("#")
    branch, _, folder = rest.partition(":")
    folder = "/".join(part for part in folder.split("/") if part)
    place = GitBranch(path_written(path or ".", base), branch or _BRANCH, folder)
    if any(part in ("..", ".", ".git") for part in folder.split("/")) or "\\" in folder:
        raise InputError([place._problem(*_NO_FOLDER)])
    return place


def _in_the_way(others: Iterable[str], needed: Set[str]) -> list[str]:
    """Files of others with a name we need, or that stand where we need a folder or below where we need a file."""
    folders = {"/".join(name.split("/")[:end]) for name in needed for end in range(1, name.count("/") + 1)}
    return sorted(
        name
        for name in others
        if name in needed
        or name in folders
        or any("/".join(name.split("/")[:end]) in needed for end in range(1, name.count("/") + 1))
    )


def _refused(place: GitBranch, words: Sequence[str], told: str) -> Say:
    why = " ".join(told.split())
    if "user.email" in told or "user.name" in told or "identity" in told:
        return Say(
            'Git weet niet wie u bent. Vertel het met: git config --global user.name "Noor Voorbeeld" en git config --global user.email noor@voorbeeld.example',
            'Git does not know who you are. Tell it with: git config --global user.name "Noor Voorbeeld" and git config --global user.email noor@voorbeeld.example',
        )
    if words[0] == "push":
        return Say(
            f"{place}: Git stuurt de branch niet op ({why}). Hij staat klaar; haal eerst op wat daar veranderd is (git fetch), publiceer opnieuw, of stuur hem zelf op met git push.",
            f"{place}: Git does not push the branch ({why}). It is ready; first fetch what changed there (git fetch), publish again, or push it yourself with git push.",
        )
    return Say(
        f"{place}: Git weigert ({words[0]}: {why}). Er is niets veranderd.",
        f"{place}: Git refuses ({words[0]}: {why}). Nothing has changed.",
    )


def _taken(name: str) -> tuple[Say, Say]:
    return (
        Say(
            f"in deze branch staat {name}, dat is niet van voorlichter, en de nieuwe site heeft deze naam nodig; er is niets veranderd",
            f"in this branch stands {name}, which is not of voorlichter, and the new site needs this name; nothing has changed",
        ),
        Say(
            "verplaats het, of publiceer in een map van de branch, zoals git:REPOSITORY#BRANCH:MAP",
            "move it, or publish into a folder of the branch, like git:REPOSITORY#BRANCH:FOLDER",
        ),
    )


_NO_GIT = Say(
    "Voor een branch is Git nodig, en dat staat niet op deze computer. Installeer Git.",
    "A branch needs Git, which is not on this computer. Install Git.",
)
_NO_REPOSITORY = (
    Say("hier is geen repository van Git", "there is no Git repository here"),
    Say("noem de map waarin u hem ophaalde: git:MAP#BRANCH", "name the folder you cloned it into: git:FOLDER#BRANCH"),
)
_NO_BRANCH = (
    Say("zo kan een branch niet heten", "a branch cannot be called so"),
    Say("schrijf bijvoorbeeld git:MAP#gh-pages", "write for example git:FOLDER#gh-pages"),
)
_NO_FOLDER = (
    Say("dit is geen map in een branch", "this is no folder in a branch"),
    Say("schrijf bijvoorbeeld git:MAP#gh-pages:docs", "write for example git:FOLDER#gh-pages:docs"),
)
_FOREIGN = (
    Say(
        "in deze branch staat een site die voorlichter niet gemaakt heeft",
        "in this branch stands a site that voorlichter did not make",
    ),
    Say(
        "kies een andere branch, of een map erin: git:MAP#BRANCH:NAAM",
        "choose another branch, or a folder in it: git:FOLDER#BRANCH:NAME",
    ),
)
