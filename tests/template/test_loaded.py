"""What a process loads of a template, it loads once, however many workspaces it serves."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from voorlichter.reading.trace import traced_template
from voorlichter.stage_one import StageOne
from voorlichter.template.variant import variant_for
from voorlichter.workspace import Workspace

VARIANT = variant_for("nl", "je")


def test_two_workspaces_share_a_template_until_one_has_another(new_workspace: Callable[..., Path]) -> None:
    one, other = (StageOne(Workspace.at(new_workspace(name=name))).template(VARIANT) for name in ("one", "other"))
    assert one is other
    page = "---\ntitle: Extra\ndescription: Meer.\n---\n\n# Extra\n\nMeer.\n"
    changed = new_workspace({f"docs/{code}/extra.md": page for code in ("nl", "en")}, name="changed")
    third = StageOne(Workspace.at(changed)).template(VARIANT)
    assert third is not one and "extra.html" in third.pages
    assert traced_template(one.folder) is traced_template(other.folder) is not traced_template(third.folder)
