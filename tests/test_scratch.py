"""Working folders go, those of a killed process too."""

from __future__ import annotations

import ast
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest
from test_architecture import FILES, PACKAGE

from voorlichter.scratch import Scratch

MAKES_ONE = "from voorlichter.scratch import Scratch; import sys; kept = Scratch('print'); print(kept.path, flush=True); sys.stdin.read()"


@pytest.fixture
def temporary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    return tmp_path


def start(ends: bool = False) -> tuple[subprocess.Popen[str], Path]:
    other = subprocess.Popen(
        [sys.executable, "-c", MAKES_ONE], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    assert other.stdout
    return other, Path(other.stdout.readline().strip())


def test_it_goes_when_its_user_is_done(temporary: Path) -> None:
    with Scratch("print") as folder:
        (folder / "poster.typ").write_text("")
    assert list(temporary.iterdir()) == []


def test_what_a_killed_process_left_goes_with_the_next(temporary: Path) -> None:
    other, folder = start()
    (folder / "poster.typ").write_text("")
    other.kill()
    other.wait()
    assert folder.is_dir()
    with Scratch("since"):
        assert not folder.exists()


def test_what_a_living_process_uses_or_somebody_else_made_stays(temporary: Path) -> None:
    other, folder = start()
    theirs = temporary / "voorlichter-print-theirs"
    theirs.mkdir()
    with Scratch("print") as own, Scratch("print"):
        assert folder.is_dir() and theirs.is_dir() and own.is_dir()
    other.communicate("")
    assert list(temporary.iterdir()) == [theirs], "and whoever ends well takes its own along"


def test_every_working_folder_of_the_program_is_such_a_one() -> None:
    """Or stands where what is made of it will stand."""
    found = [
        f"{path.relative_to(PACKAGE)}:{node.lineno}"
        for path in FILES
        if path.name != "scratch.py"
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call)
        and ast.unparse(node.func).rpartition(".")[2] in ("mkdtemp", "TemporaryDirectory", "mkstemp")
        and not any(word.arg == "dir" for word in node.keywords)
    ]
    assert found == []
