"""What ours said when theirs took its place is kept, and shown beside what it says now."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

from support import run

from voorlichter.own.files import find_own
from voorlichter.own.ours import accept_ours, below_of, find_below, read_kept, render_kept
from voorlichter.template.page import Page, read_page
from voorlichter.workspace import Workspace

OURS = """---
title: Gedrag
description: Over gedrag.
protected: [macht]
---

# Gedrag

Zo gaan wij met elkaar om.

## [# claims general topic #]Pesten {#pesten}

Eén keer is geen pesten. Bel ons.

## Macht {#macht}

Wie de baas is, is dat niet over alles.
"""
THEIRS = "# Ons gedrag\n\nZo doen wij het.\n\n## Pesten {#pesten}\n\nDat doen wij niet.\n\n## Macht {#macht} +\n\nOok hier.\n"


def ours(tmp_path: Path, text: str = OURS) -> Page:
    path = tmp_path / "gedrag.md"
    path.write_text(text, encoding="utf-8")
    page, _ = read_page(path, "nl")
    assert page is not None
    return page


def kept(tmp_path: Path, data: bytes | None) -> Path:
    path = tmp_path / "kept.md"
    path.write_bytes(data or b"")
    return path


def test_what_is_kept_is_what_theirs_replaces_and_nothing_else(tmp_path: Path) -> None:
    said = read_kept(kept(tmp_path, render_kept(ours(tmp_path), THEIRS, {})))
    assert said == {
        "": "# Gedrag\n\nZo gaan wij met elkaar om.",
        "pesten": "## Pesten {#pesten}\n\nEén keer is geen pesten. Bel ons.",
    }
    assert render_kept(ours(tmp_path), "## Macht {#macht} +\n\nOok hier.\n", {}) is None


def test_a_sentence_of_ours_that_changed_is_told_and_a_remark_or_a_line_break_is_none(tmp_path: Path) -> None:
    file = kept(tmp_path, render_kept(ours(tmp_path), THEIRS, {}))
    same = OURS.replace("[# claims general topic #]", "").replace("pesten. Bel", "pesten.\nBel")
    assert not any(one.changed for one in find_below(ours(tmp_path, same), tmp_path / "gedrag.md", THEIRS, file))
    page = ours(tmp_path, OURS.replace("geen pesten", "soms ook pesten"))
    changed = [one for one in find_below(page, tmp_path / "gedrag.md", THEIRS, file) if one.changed]
    assert [(one.name, one.mark.line, one.hunks()) for one in changed] == [
        ("gedrag.md#pesten", 5, [(("Eén keer is geen pesten.",), ("Eén keer is soms ook pesten.",))])
    ]


def test_one_passage_is_accepted_and_the_others_stay_as_they_were_kept(tmp_path: Path) -> None:
    before = read_kept(kept(tmp_path, render_kept(ours(tmp_path), THEIRS, {})))
    page = ours(tmp_path, OURS.replace("geen pesten", "soms ook pesten").replace("Zo gaan", "Hoe gaan"))
    after = read_kept(kept(tmp_path, render_kept(page, THEIRS, before, ["pesten"])))
    assert "soms ook pesten" in after["pesten"]
    assert after[""] == before[""]


def test_what_theirs_no_longer_replaces_is_forgotten(tmp_path: Path) -> None:
    page = ours(tmp_path)
    before = read_kept(kept(tmp_path, render_kept(page, THEIRS, {})))
    only = "## Pesten {#pesten}\n\nDat doen wij niet.\n"
    assert [
        anchor for anchor, said in read_kept(kept(tmp_path, render_kept(page, only, before, []))).items() if said
    ] == ["pesten"]


def test_keeping_writes_beside_the_profile_and_once(tmp_path: Path) -> None:
    workspace = Workspace.at(tmp_path)
    path = tmp_path / "profiles/zeester/texts/nl/gedrag.md"
    path.parent.mkdir(parents=True)
    path.write_text(THEIRS, encoding="utf-8")
    pages: Mapping[str, Mapping[str, Page]] = {"nl": {"gedrag.md": ours(tmp_path)}}
    target = tmp_path / "profiles/zeester/ours/nl/gedrag.md"
    assert accept_ours(workspace, "zeester", pages) == [target]
    assert accept_ours(workspace, "zeester", pages) == []
    assert [one.then is not None for one in below_of(find_own(workspace, "zeester"), pages)] == [True, True]
    path.write_text("## Macht {#macht} +\n\nOok hier.\n", encoding="utf-8")
    assert accept_ours(workspace, "zeester", pages) == [target]
    assert not target.exists()


def test_the_command_shows_both_and_is_quiet_once_ours_was_accepted(new_workspace: Callable[..., Path]) -> None:
    root = new_workspace(
        {
            "profiles/zeester/texts/nl/gedrag.md": "## Pesten {#pesten}\n\nWij praten erover.\n",
            "profiles/zeester/ours/nl/gedrag.md": "## Pesten {#pesten}\n\nIemand doet eens iets naars.\n",
        }
    )
    shown = run("own", "-C", root, "zeester", "gedrag.md#pesten", "--lang", "en")
    assert shown.code == 0, shown.err
    assert "profiles/zeester/texts/nl/gedrag.md:1  gedrag.md#pesten  our text has changed" in shown.out
    assert "- Iemand doet eens iets naars." in shown.out
    accepted = run("own", "-C", root, "zeester", "--accept", "--lang", "en")
    assert accepted.out.strip() == "profiles/zeester/ours/nl/gedrag.md"
    assert "our text is as it was" in run("own", "-C", root, "zeester", "--lang", "en").out
    assert run("check", "-C", root, "--date", "2026-11-05", "--lang", "en").err == ""
    unknown = run("own", "-C", root, "zeester", "gedrag.md#macht", "--lang", "en")
    assert unknown.code == 1
    assert "choose from: gedrag.md#pesten" in unknown.err
