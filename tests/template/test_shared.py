"""What every site shares is checked again only when a file has changed."""

from __future__ import annotations

import shutil
from pathlib import Path

from support import BASE, lay

from voorlichter.template.readability import check_readability
from voorlichter.template.sentences import find_sentences
from voorlichter.template.shared import check_shared
from voorlichter.workspace import Workspace


def test_what_is_written_between_two_looks_is_seen(tmp_path: Path) -> None:
    shutil.copytree(BASE, tmp_path / "clients", ignore=shutil.ignore_patterns(".voorlichter"))
    workspace = Workspace.at(tmp_path / "clients")
    _, before = check_shared(workspace)
    lay(workspace.root, {"docs/nl/extra.md": "---\ntitle: Extra\n---\nBel [[ nobody.phone ]].\n"})
    _, after = check_shared(workspace)
    (workspace.root / "docs/nl/extra.md").unlink()
    _, again = check_shared(workspace)
    assert [problem.mark.path.name for problem in after if problem not in before] == ["extra.md"]
    assert before == again != after


def test_the_second_check_finds_every_sentence_of_the_first() -> None:
    """A cache smaller than what is asked of it, each time in the same order, keeps nothing that is asked again."""
    workspace = Workspace.at(BASE)
    sources, _ = check_shared(workspace)
    check_readability(sources)
    missed = find_sentences.cache_info().misses
    check_readability(sources)
    assert find_sentences.cache_info().misses == missed
