"""A module about a part of the work that no advisor does is not offered: no page, no link and no package."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from support import TODAY, run

PROFILE = """\
organisation: {name: Stichting De Zeester, workforce: 20, languages: [nl]}
advisors:
  - {id: noor, name: Noor Voorbeeld, kind: external, scope: [integrity], phone: "020 000 00 01"}
training: {modules: [act, role, dilemmas]}
"""


def test_a_module_for_which_nobody_is_there_has_no_page_no_link_and_no_package(
    new_workspace: Callable[..., Path],
) -> None:
    root = new_workspace({"profiles/zeester/profile.yml": PROFILE})
    built = run("build", "-C", root, "--date", TODAY, "--lang", "en")
    assert built.code == 0, built.err
    assert "the module dilemmas is about conduct" in built.err
    pages = list((root / "site" / "zeester").rglob("*.html"))
    assert [page.name for page in pages if page.name.startswith("training")] == ["training-role.html"]
    assert not any(
        gone in page.read_text(encoding="utf-8")
        for page in pages
        for gone in ("training-act", "training-dilemmas", 'href="training.html')
    )
    packed = run(
        "export", "zeester", "-C", root, "--date", TODAY, "--format", "gift", "-o", root / "packed", "--lang", "en"
    )
    assert packed.code == 0, packed.err
    assert [file.name for file in (root / "packed").iterdir()] == ["zeester-role-nl.gift"]
    asked = run(
        "export",
        "zeester",
        "-C",
        root,
        "--date",
        TODAY,
        "--format",
        "gift",
        "--module",
        "act",
        "-o",
        root / "packed",
        "--lang",
        "en",
    )
    assert asked.code == 1 and "choose from: role" in asked.err
