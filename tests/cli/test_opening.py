"""A workspace may come from anywhere: to open it is not to run it, and nothing outside it gets onto a site."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from attack.workspaces import FILES, SECRET, calls, extension, leaves
from support import TODAY, Answer, files_of, lay, run, run_alone

pytestmark = pytest.mark.slow

MakeWorkspace = Callable[..., Path]


BUILT = list(FILES) if os.environ.get("EVERY_PAGE") == "true" else list(FILES)[1::6]
"""Those that are built too; `scripts/prove.py attack` opens all with every command."""


@pytest.mark.parametrize("shape", FILES)
@pytest.mark.sampled(4)
def test_opening_a_workspace_runs_nothing_of_it_and_reads_nothing_beside_it(
    new_workspace: MakeWorkspace, tmp_path: Path, shape: str
) -> None:
    trace, secret = tmp_path / "outside" / "ran", tmp_path / "outside" / "secret.png"
    lay(tmp_path / "outside", {"secret.png": SECRET, "zee.py": leaves(trace), "theme/main.html": calls(trace)})
    root = new_workspace({"zee.py": leaves(trace), **FILES[shape](trace, secret)})
    for verb in ("check", "build") if shape in BUILT else ("check",):
        answer = run(verb, "-C", root, "--date", TODAY, "--lang", "en", cwd=root, env={"SECRET": SECRET})
        assert answer.code in (0, 1), answer.err
        assert SECRET not in answer.out + answer.err
    assert not trace.exists()
    assert not [name for name, data in files_of(root).items() if name.startswith("site/") and SECRET.encode() in data]


def test_what_lies_in_the_current_folder_is_not_read_in_the_place_of_a_module(workspace: Path) -> None:
    trace = workspace / "ran"
    lay(workspace, {f"{name}.py": leaves(trace) for name in ("click", "yaml", "pydantic", "mkdocs", "jinja2")})
    done = subprocess.run(
        [sys.executable, "-m", "voorlichter", "check", "--lang", "en"], cwd=workspace, capture_output=True, check=False
    )
    assert (done.returncode, trace.exists()) == (0, False), done.stderr


# Trust


@pytest.fixture
def trusting(new_workspace: MakeWorkspace, tmp_path: Path) -> Callable[..., Answer]:
    """Runs a verb in a workspace with an extension of its own, on a computer of somebody who trusted nothing yet."""
    trace = tmp_path / "ran"
    lay(tmp_path / "python", {"zee.py": leaves(trace)})
    new_workspace({"mkdocs.yml": extension("zee")})

    def ask(verb: str, *words: str, root: Path = tmp_path / "workspace") -> Answer:
        trace.unlink(missing_ok=True)
        path = os.pathsep.join([str(tmp_path / "python"), os.environ.get("PYTHONPATH", "")])
        env = {"PYTHONPATH": path, "VOORLICHTER_CONFIG": str(tmp_path / "config")}
        return run_alone(verb, "-C", root, "--date", TODAY, "--lang", "en", *words, env=env)

    return ask


@pytest.mark.proof
def test_a_program_runs_once_it_is_trusted_until_the_settings_change(
    trusting: Callable[..., Answer], tmp_path: Path
) -> None:
    refused = trusting("build")
    assert refused.code == 1 and not (tmp_path / "ran").exists()
    assert "this extension is a program" in refused.err and "voorlichter check --trust" in refused.err
    trusted = trusting("check", "--trust")
    assert trusted.code == 0 and "Trusted in" in trusted.err and ": zee." in trusted.err
    assert trusting("build").code == 0 and (tmp_path / "ran").exists()
    settings = tmp_path / "workspace/mkdocs.yml"
    settings.write_text(settings.read_text() + "# other bytes\n")
    again = trusting("check")
    assert again.code == 1 and "this extension is a program" in again.err


@pytest.mark.proof
def test_trust_in_one_folder_is_no_trust_in_another_and_none_comes_with_a_workspace(
    trusting: Callable[..., Answer], new_workspace: MakeWorkspace, tmp_path: Path
) -> None:
    assert trusting("check", "--trust").code == 0
    told = (tmp_path / "config/trusted.json").read_text()
    other = new_workspace({"mkdocs.yml": extension("zee"), ".voorlichter/trusted.json": told}, name="other")
    assert trusting("check", root=other).code == 1
    assert not (tmp_path / "ran").exists()


def test_where_nothing_asks_for_trust_none_is_given(workspace: Path, tmp_path: Path) -> None:
    env = {"VOORLICHTER_CONFIG": str(tmp_path / "config")}
    answer = run("check", "--trust", "-C", workspace, "--date", TODAY, "--lang", "en", env=env)
    assert answer.code == 0 and "asks for trust" in answer.err
    assert not (tmp_path / "config").exists()


# Git


@pytest.fixture
def kept(workspace: Path) -> Callable[..., None]:
    """Git in the workspace, which is in its first version."""

    def git(*words: str, root: Path = workspace) -> None:
        who = ("-c", "user.name=Noor", "-c", "user.email=noor@luister.example")
        subprocess.run(["git", "-C", str(root), *who, *words], check=True, capture_output=True)

    git("init", "-q")
    git("add", "profiles")
    git("commit", "-q", "-m", "As agreed")
    return git


def since_head(root: Path, env: dict[str, str] | None = None) -> Answer:
    return run("diff", "zeester", "--since", "HEAD", "-C", root, "--date", TODAY, "--lang", "en", env=env)


@pytest.mark.sampled(3)
@pytest.mark.parametrize(
    "variables",
    [
        {"GIT_DIR": "{other}/.git"},
        {"GIT_WORK_TREE": "{other}"},
        {"GIT_OBJECT_DIRECTORY": "{other}/.git/objects"},
        {"GIT_CONFIG_COUNT": "1", "GIT_CONFIG_KEY_0": "core.worktree", "GIT_CONFIG_VALUE_0": "{other}"},
        {"GIT_TRACE": "{other}/trace"},
    ],
    ids=lambda variables: next(iter(variables)),
)
def test_the_repository_is_that_of_the_workspace_whatever_variables_of_git_say(
    workspace: Path, kept: Callable[..., None], tmp_path: Path, variables: dict[str, str]
) -> None:
    other = lay(tmp_path / "other", {"readme.txt": "Of somebody else\n"})
    kept("init", "-q", root=other)
    kept("add", "-A", root=other)
    kept("commit", "-q", "-m", "Other", root=other)
    answer = since_head(workspace, {name: value.format(other=other) for name, value in variables.items()})
    assert answer.code == 0 and "Nothing has changed." in answer.out, answer.err
    assert not (other / "trace").exists()


def test_a_repository_runs_none_of_the_programs_that_it_names(
    workspace: Path, kept: Callable[..., None], tmp_path: Path
) -> None:
    lay(workspace, {".gitattributes": "* filter=zee diff=zee export-subst\n*.yml working-tree-encoding=UTF-16\n"})
    for setting in ("filter.zee.smudge", "filter.zee.process", "diff.zee.textconv", "diff.external", "gpg.program"):
        kept("config", setting, f"touch '{tmp_path}/{setting}'")
    for setting in ("core.fsmonitor", "core.pager", "core.sshCommand", "tar.tar.command"):
        kept("config", setting, f"touch '{tmp_path}/{setting}'; cat")
    kept("config", "log.showSignature", "true")
    before = {path.name for path in tmp_path.iterdir()}
    answer = since_head(workspace)
    assert answer.code == 0 and "Nothing has changed." in answer.out, answer.err
    assert {path.name for path in tmp_path.iterdir()} == before
