"""What every site shares is checked again only when a file has changed."""

from __future__ import annotations

import shutil
from pathlib import Path

from support import BASE, lay

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
