"""A site on a branch, as Pages serve one: a commit on top of what is there, in a real repository."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

import pytest
from test_folder import THEIRS, site

from voorlichter.problems import InputError, MachineError
from voorlichter.publish.online import Published, put_online
from voorlichter.publish.places.git_branch import GitBranch, find
from voorlichter.publish.port import Outgoing
from voorlichter.publish.shelf import find_shelf, open_shelf
from voorlichter.workspace import MANIFEST, Workspace

CRLF = b"a line\r\nanother\r\n"


@pytest.fixture(autouse=True)
def somebody(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Whoever publishes, as Git's own settings tell."""
    (tmp_path / "gitconfig").write_text(
        "[user]\nname = Noor Voorbeeld\nemail = noor@voorbeeld.example\n[core]\nautocrlf = input\n[init]\ndefaultBranch = main\n"
    )
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", str(tmp_path / "gitconfig"))
    monkeypatch.setenv("GIT_CONFIG_NOSYSTEM", "1")


def git(folder: Path, *words: str) -> str:
    return subprocess.run(["git", "-C", str(folder), *words], check=True, capture_output=True, text=True).stdout.strip()


@pytest.fixture
def bare(tmp_path: Path) -> Path:
    git(tmp_path, "init", "--bare", "pages.git")
    return tmp_path / "pages.git"


@pytest.fixture
def clone(tmp_path: Path, bare: Path) -> Path:
    git(tmp_path, "clone", str(bare), "clone")
    (tmp_path / "clone/README.md").write_text("theirs\n")
    git(tmp_path / "clone", "add", "README.md")
    git(tmp_path / "clone", "commit", "-m", "theirs")
    return tmp_path / "clone"


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    (tmp_path / "own").mkdir()
    return Workspace(tmp_path / "own", tmp_path / "defaults")


def publish(workspace: Workspace, place: GitBranch, files: dict[str, bytes]) -> Published:
    shelf = find_shelf(workspace, "zeester", place)
    place.check(workspace, shelf.journal)
    open_shelf(workspace, shelf)
    return put_online(Outgoing("zeester", files, dict), place, shelf)


def read(repository: Path, branch: str, folder: str = "") -> dict[str, bytes]:
    """Every file of a branch, its bytes as Git keeps them."""
    names = git(repository, "ls-tree", "-r", "--name-only", branch).splitlines()
    return {
        name.removeprefix(folder): subprocess.run(
            ["git", "-C", str(repository), "cat-file", "blob", f"{branch}:{name}"], check=True, capture_output=True
        ).stdout
        for name in names
        if name.startswith(folder)
    }


def test_how_it_is_written(tmp_path: Path) -> None:
    assert find("www", tmp_path) is None
    assert find("git:repo", tmp_path) == GitBranch(tmp_path / "repo", "gh-pages")
    place = find("git:repo#pages/vp:public/zeester/", tmp_path)
    assert place == GitBranch(tmp_path / "repo", "pages/vp", "public/zeester")
    assert find(str(place), Path("/")) == place
    for folder in ("../x", "a/../../x", ".git", "a\\b"):
        with pytest.raises(InputError):
            find(f"git:repo#gh-pages:{folder}", tmp_path)


def test_a_bare_repository_gets_a_commit_for_each_time_and_keeps_every_byte(workspace: Workspace, bare: Path) -> None:
    place = GitBranch(bare, "gh-pages")
    first, second = site("1", **{"gone.txt": "old"}), site("2")
    second |= {"text.txt": CRLF}
    assert publish(workspace, place, first).changed
    assert read(bare, "gh-pages") == first
    done = publish(workspace, place, second)
    assert read(bare, "gh-pages") == second, "no filter, no other line endings"
    assert done.kept and (done.kept / "gone.txt").is_file()
    told = git(bare, "log", "--format=%an %ae %s", "gh-pages").splitlines()
    assert told == ["Noor Voorbeeld noor@voorbeeld.example Voorlichter: zeester"] * 2
    assert not publish(workspace, place, second).changed
    assert git(bare, "rev-list", "--count", "gh-pages") == "2"


def test_what_others_keep_in_the_branch_stays(workspace: Workspace, clone: Path) -> None:
    git(clone, "checkout", "--orphan", "gh-pages")
    for name, text in THEIRS.items():
        (clone / name).parent.mkdir(parents=True, exist_ok=True)
        (clone / name).write_text(text)
    git(clone, "add", "-A")
    git(clone, "commit", "-m", "theirs")
    git(clone, "checkout", "main")
    for number in "12":
        done = publish(workspace, GitBranch(clone, "gh-pages"), site(number))
        assert set(done.carried) == {*THEIRS, "README.md"}
    there = read(clone, "gh-pages")
    assert {name: there[name].decode() for name in THEIRS} == THEIRS
    assert {name: there[name] for name in site("2")} == site("2")
    assert git(clone, "log", "-1", "--format=%s", "gh-pages~2") == "theirs"
    assert git(clone, "status", "--porcelain") == ""


def test_two_organisations_share_a_branch(workspace: Workspace, bare: Path) -> None:
    publish(workspace, GitBranch(bare, "main", "public/zeester"), site("1"))
    publish(workspace, GitBranch(bare, "main", "public/anker"), site("2", **{"more.html": "more"}))
    publish(workspace, GitBranch(bare, "main", "public/anker"), site("3"))
    assert read(bare, "main", "public/zeester/") == site("1")
    assert read(bare, "main", "public/anker/") == site("3")


@pytest.mark.parametrize(
    ("theirs", "ours"),
    [("new.html", "new.html"), ("en", "en/index.html"), ("new.html/theirs.txt", "new.html")],
    ids=["the same name", "a file where we need a folder", "a folder where we need a file"],
)
def test_a_file_of_others_with_a_name_we_need_is_named_and_nothing_changes(
    workspace: Workspace, clone: Path, theirs: str, ours: str
) -> None:
    place = GitBranch(clone, "gh-pages")
    publish(workspace, place, site("1"))
    git(clone, "checkout", "gh-pages")
    (clone / theirs).parent.mkdir(exist_ok=True)
    (clone / theirs).write_text("theirs")
    git(clone, "add", "-A")
    git(clone, "commit", "-m", "theirs")
    git(clone, "checkout", "main")
    before = git(clone, "rev-parse", "gh-pages")
    with pytest.raises(InputError, match="needs this name"):
        publish(workspace, place, site("2", **{ours: "ours"}))
    assert git(clone, "rev-parse", "gh-pages") == before


def test_a_branch_that_is_checked_out_is_brought_along_and_work_in_it_is_not_lost(
    workspace: Workspace, clone: Path
) -> None:
    place = GitBranch(clone, "gh-pages")
    publish(workspace, place, site("1"))
    git(clone, "checkout", "gh-pages")
    publish(workspace, place, site("2"))
    assert (clone / MANIFEST).read_bytes() == site("2")[MANIFEST]
    assert git(clone, "status", "--porcelain") == ""
    (clone / "index.html").write_text("typed just now")
    with pytest.raises(MachineError, match="Nothing has changed"):
        publish(workspace, place, site("3"))
    assert (clone / "index.html").read_text() == "typed just now"
    assert read(clone, "gh-pages") == site("2")


def test_it_is_pushed_when_asked_and_never_by_force(
    workspace: Workspace, clone: Path, bare: Path, tmp_path: Path
) -> None:
    place = GitBranch(clone, "gh-pages")
    publish(workspace, place, site("1"))
    assert git(bare, "branch", "--list", "gh-pages") == ""
    place.push()
    assert read(bare, "gh-pages") == site("1")
    other = tmp_path / "other"
    git(tmp_path, "clone", "--branch", "gh-pages", str(bare), "other")
    publish(workspace, GitBranch(other, "gh-pages", "colleague"), site("9"))
    git(other, "push")
    publish(workspace, place, site("2"))
    with pytest.raises(MachineError, match="git fetch"):
        place.push()
    assert read(bare, "gh-pages", "colleague/") == site("9")


def test_it_goes_on_from_what_was_fetched(workspace: Workspace, clone: Path, bare: Path, tmp_path: Path) -> None:
    publish(workspace, GitBranch(clone, "gh-pages"), site("1"))
    GitBranch(clone, "gh-pages").push()
    git(tmp_path, "clone", str(bare), "fresh")
    place = GitBranch(tmp_path / "fresh", "gh-pages")
    assert not publish(workspace, place, site("1")).changed
    publish(workspace, place, site("2"))
    place.push()
    assert git(bare, "rev-list", "--count", "gh-pages") == "2"


def test_whoever_git_does_not_know_is_told_what_to_type(
    workspace: Workspace, bare: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "gitconfig").write_text("[user]\nuseConfigOnly = true\n")
    for name in [name for name in os.environ if name.startswith(("GIT_AUTHOR", "GIT_COMMITTER", "EMAIL"))]:
        monkeypatch.delenv(name)
    with pytest.raises(MachineError, match=r"git config --global user\.name"):
        publish(workspace, GitBranch(bare, "gh-pages"), site("1"))
    assert git(bare, "for-each-ref") == ""


def test_the_variables_of_another_repository_lead_nowhere(
    workspace: Workspace, bare: Path, clone: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GIT_DIR", str(clone / ".git"))
    monkeypatch.setenv("GIT_INDEX_FILE", str(clone / "index"))
    publish(workspace, GitBranch(bare, "gh-pages"), site("1"))
    monkeypatch.delenv("GIT_DIR")
    monkeypatch.delenv("GIT_INDEX_FILE")
    assert read(bare, "gh-pages") == site("1")
    assert git(clone, "branch", "--list", "gh-pages") == ""


@pytest.mark.parametrize("branch", ["a..b", "-x", "a b"])
def test_what_is_no_repository_or_no_branch_is_told(
    workspace: Workspace, bare: Path, tmp_path: Path, branch: str
) -> None:
    for folder in (tmp_path / "own", tmp_path / "nowhere"):
        with pytest.raises(InputError, match="no Git repository"):
            publish(workspace, GitBranch(folder, "gh-pages"), site("1"))
    with pytest.raises(InputError, match="cannot be called so"):
        publish(workspace, GitBranch(bare, branch), site("1"))


def test_a_site_of_somebody_else_is_not_published_over(workspace: Workspace, clone: Path) -> None:
    (clone / "index.html").write_text("theirs")
    git(clone, "add", "-A")
    git(clone, "commit", "-m", "theirs")
    with pytest.raises(InputError, match="did not make"):
        publish(workspace, GitBranch(clone, "main"), site("1"))
