"""A new version of the program changes no sentence that is online before somebody read it and said yes."""

from __future__ import annotations

import json
import re
import shutil
import zipfile
from pathlib import Path

import pytest
from support import REPOSITORY, TODAY, Answer, files_of, run, run_alone

from voorlichter.artefacts.changes.texts import TextChange
from voorlichter.clients.wording import NewWording
from voorlichter.zip_file import render_zip

pytestmark = pytest.mark.slow

PROFILE = Path("profiles/zeester/profile.yml")
LATER = "9.1.0"
SENTENCE = ("gesprek.md", "Praten zonder namen kan ook.", "Praten zonder namen mag ook.")


class LaterVersion:
    """The program as it may be one day: another number, and a sentence that says it otherwise."""

    def __init__(self, folder: Path) -> None:
        self.root = folder
        shutil.copytree(
            REPOSITORY / "src/voorlichter", folder / "src/voorlichter", ignore=shutil.ignore_patterns("__pycache__")
        )
        for name in ("quizzes", "data", "overrides", "publish", "mkdocs.yml"):
            (folder / name).symlink_to(REPOSITORY / name)
        shutil.copytree(REPOSITORY / "docs", folder / "docs")
        version = folder / "src/voorlichter/__init__.py"
        version.write_text(re.sub(r'"\d.*"', f'"{LATER}"', version.read_text(encoding="utf-8")), encoding="utf-8")

    def says(self, page: str, old: str, new: str) -> None:
        path = self.root / "docs/nl" / page
        text = path.read_text(encoding="utf-8")
        assert text.count(old) == 1, "one sentence is another"
        path.write_text(text.replace(old, new), encoding="utf-8")

    def run(self, root: Path, *words: object) -> Answer:
        return run_alone(*words, "-C", root, "--lang", "en", env={"PYTHONPATH": str(self.root / "src")})

    def publish(self, root: Path) -> Answer:
        return self.run(root, "publish", "zeester", "--date", TODAY)


@pytest.fixture(scope="module")
def later(tmp_path_factory: pytest.TempPathFactory) -> LaterVersion:
    """The tests stand in the order in which it is written."""
    return LaterVersion(tmp_path_factory.mktemp("later"))


@pytest.fixture
def online(workspace: Path, tmp_path: Path) -> Path:
    """Published by this version."""
    target = tmp_path / "www"
    assert run("publish", "zeester", target, "-C", workspace, "--lang", "en", "--date", TODAY).code == 0
    return target


def ring(root: Path, number: str) -> None:
    text = (root / PROFILE).read_text(encoding="utf-8")
    (root / PROFILE).write_text(re.sub(r'phone: ".*"', f'phone: "{number}"', text), encoding="utf-8")


def test_on_the_same_version_a_number_is_corrected_without_a_question(workspace: Path, online: Path) -> None:
    ring(workspace, "020 000 00 09")
    answer = run("publish", "zeester", "-C", workspace, "--lang", "en", "--date", TODAY)
    assert (answer.code, "tel:+31200000009" in (online / "index.html").read_text()) == (0, True)
    assert "zeester: no sentence changes" in run("upgrade", "--preview", "-C", workspace, "--lang", "en").out


@pytest.mark.proof
def test_a_later_version_with_another_number_alone_asks_nothing(
    workspace: Path, online: Path, later: LaterVersion
) -> None:
    ring(workspace, "020 000 00 09")
    answer = later.publish(workspace)
    assert answer.code == 0, answer.err
    assert json.loads((online / "manifest.json").read_bytes())["voorlichter"] == LATER
    assert f"Voorlichter {LATER}" in (online / "colofon.html").read_text()


@pytest.mark.proof
def test_where_the_profile_of_then_cannot_be_read_that_of_now_is_shown_and_it_is_said(
    workspace: Path, online: Path, later: LaterVersion
) -> None:
    (kept,) = workspace.glob(".voorlichter/published/*/as-published.zip")
    with zipfile.ZipFile(kept) as archive:
        files = {name: archive.read(name) for name in archive.namelist()}
    files[f"made-from/{PROFILE.as_posix()}"] += b"a_key_of_then: 3\n"
    kept.write_bytes(render_zip(files))
    ring(workspace, "020 000 00 09")
    shown = later.run(workspace, "upgrade")
    assert "so what you changed yourself is among it" in shown.err
    assert "+" in shown.out and "00 09" in shown.out
    kept.write_bytes(b"no zip")
    assert later.publish(workspace).code == 0, "what cannot be read is as if it were the first time"


def test_what_a_later_version_says_is_shown_and_waits_for_a_yes(
    workspace: Path, online: Path, later: LaterVersion
) -> None:
    later.says(*SENTENCE)
    ring(workspace, "020 000 00 09")
    before = files_of(online)
    refused = later.publish(workspace)
    assert (refused.code, files_of(online)) == (1, before)
    assert "in one place than version" in refused.err and "voorlichter upgrade zeester --accept" in refused.err
    elsewhere = later.run(workspace, "publish", "zeester", online.with_name("elsewhere"))
    assert (elsewhere.code, online.with_name("elsewhere").exists()) == (1, False), "nor in another place"

    shown = later.run(workspace, "upgrade", "--preview")
    lines = [line.strip() for line in shown.out.splitlines() if line.startswith("  ")]
    assert (shown.code, len(lines)) == (0, 2), shown.out
    assert lines[0].startswith("- ") and lines[1].startswith("+ ") and SENTENCE[2] in lines[1]
    assert "00 09" not in shown.out, "what she changed herself is no business of the program"
    assert later.run(workspace, "upgrade", "zeester", "--accept").code == 0
    assert later.publish(workspace).code == 0
    assert "tel:+31200000009" in (online / "index.html").read_text()
    assert SENTENCE[2] in (online / SENTENCE[0].replace(".md", ".html")).read_text()


def test_who_accepts_some_words_accepts_no_others() -> None:
    def mark(*words: str) -> str:
        return NewWording("zeester", "De Zeester", "0.1.0", (TextChange("text", (), words, ()),), {}).mark

    assert len({mark("Praten mag."), mark("Praten kan."), mark("Praten", "mag."), mark()}) == 4
