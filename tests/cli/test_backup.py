"""A backup that is restored, elsewhere and without anything else of its user's, is the workspace it was."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from support import TODAY, Answer, broken, files_of, run

from voorlichter.user_folders import CACHE, CONFIG

pytestmark = pytest.mark.slow

PROFILE = Path("profiles/zeester/profile.yml")


def test_a_backup_makes_the_same_site_knows_where_it_stands_and_goes_back(
    workspace: Path, own_cache: Path, tmp_path: Path
) -> None:
    def ask(root: Path, *words: object, env: dict[str, str] | None = None) -> Answer:
        return run(*words, "-C", root, "--lang", "en", "--date", TODAY, env=env)

    www = tmp_path / "www"
    assert ask(workspace, "publish", "zeester", www).code == 0
    first = files_of(www)
    with (workspace / PROFILE).open("a", encoding="utf-8") as profile:
        profile.write("maintained_by: Praktijk Luister\n")
    assert ask(workspace, "publish", "zeester").code == 0
    second = files_of(www)
    assert first != second

    packed = shutil.make_archive(str(tmp_path / "backup"), "zip", workspace)
    shutil.rmtree(workspace)
    restored = tmp_path / "another computer" / "werkmap"
    shutil.unpack_archive(packed, restored)
    shutil.rmtree(restored / "site")
    bare = {CACHE: str(own_cache), CONFIG: str(tmp_path / "config of another")}

    status = ask(restored, "publish", "--status", env=bare)
    assert (status.code, status.err) == (0, "")
    assert str(www) in status.out and "publishing changes nothing" in status.out
    assert files_of(restored / "site/zeester") == second
    assert "nothing changed" in ask(restored, "publish", env=bare).out
    back = ask(restored, "publish", "zeester", "--rollback", "--yes", env=bare)
    assert back.code == 0, back.err
    assert files_of(www) == first
    assert broken(www) == []
