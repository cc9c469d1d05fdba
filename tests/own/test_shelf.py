"""Ours beside theirs, and the files that follow from what somebody types: nothing is written, and the check answers at once."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

import pytest
from support import BASE, TODAY, digest_of

from voorlichter.own import shelf
from voorlichter.own.passages import PassageKind, passages_in
from voorlichter.problems import has_errors
from voorlichter.profile.check import check_profile
from voorlichter.profile.model import Profile
from voorlichter.profile.read import read_profile
from voorlichter.template.sources import Sources, check_sources
from voorlichter.workspace import Workspace

OWN = """# + Wat is ongewenst gedrag?

Bij ons praten wij.

## Intimidatie {#intimidatie}

Dat doen   wij niet.
"""


@dataclass
class Desk:
    """An organisation at work, on a shelf that all its tests may ask."""

    workspace: Workspace
    sources: Sources
    profile: Profile

    def write(self, anchor: str, kind: PassageKind, text: str | None, name: str = "gedrag.md") -> dict[str, str | None]:
        files = shelf.write_passage(self.workspace, "zeester", self.sources, "nl", name, anchor, kind, text)
        return {path.removeprefix("profiles/zeester/"): data and data.decode() for path, data in files.items()}

    def check(self, anchor: str, kind: PassageKind, text: str, name: str = "gedrag.md") -> list[tuple[int, str, str]]:
        problems = shelf.check_passage(
            self.workspace, "zeester", self.sources, self.profile, "nl", name, anchor, kind, text
        )
        return [(problem.mark.line, problem.where, problem.severity) for problem in problems]

    def page(self, name: str = "gedrag.md") -> dict[str, shelf.ShelfPassage]:
        shelves = shelf.plan_shelf(self.workspace, "zeester", self.sources, "nl", "je")
        return {one.anchor: one for page in shelves if page.name == name for one in page.passages}


@pytest.fixture(scope="module")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Desk:
    root = tmp_path_factory.mktemp("shelf")
    shutil.copytree(BASE / "profiles", root / "profiles")
    workspace = Workspace.at(root)
    sources, problems = check_sources(workspace)
    assert not has_errors(problems)
    profile, _ = check_profile(read_profile(workspace, "zeester"), sources.vocabulary, date.fromisoformat(TODAY))
    assert profile
    return Desk(workspace, sources, profile)


@pytest.fixture
def desk(shared: Desk) -> Iterator[Desk]:
    """With an own text; what a test lays beside the profile is gone after it."""
    folder = shared.workspace.profiles / "zeester"
    (folder / "texts/nl").mkdir(parents=True)
    (folder / "texts/nl/gedrag.md").write_text(OWN, encoding="utf-8")
    yield shared
    for name in ("texts", "ours", "docs", "quizzes"):
        shutil.rmtree(folder / name, ignore_errors=True)


def test_the_shelf_shows_each_passage_with_what_stands_in_its_place(desk: Desk) -> None:
    page = desk.page()
    assert list(page)[:4] == ["", "pesten", "discriminatie", "intimidatie"]
    assert (page["pesten"].heading, page["pesten"].protected, page["pesten"].own) == ("Pesten", False, ())
    assert page["pesten"].ours.startswith("## Pesten {#pesten}\n\nIemand doet steeds opnieuw")
    assert page[""].protected and page[""].heading == "Wat is ongewenst gedrag?"
    assert page[""].own == (shelf.OwnText("before", "Bij ons praten wij."),)
    assert page["intimidatie"].own == (
        shelf.OwnText("replaced", "## Intimidatie {#intimidatie}\n\nDat doen   wij niet."),
    )
    below = page["intimidatie"].below
    assert below and below.then is None and below.now == page["intimidatie"].ours


def test_headings_are_in_the_form_of_address_and_made_pages_are_not_there(desk: Desk) -> None:
    assert desk.page("veilig.md")["eigen-telefoon"].heading == "Je eigen telefoon"
    names = [page.name for page in shelf.plan_shelf(desk.workspace, "zeester", desk.sources, "nl", "u")]
    assert "training-role.md" not in names and "gedrag.md" in names


def test_a_passage_goes_into_its_place_and_the_others_keep_their_bytes(desk: Desk) -> None:
    written = desk.write("pesten", "replaced", "Wij praten erover.\n\nAltijd.")
    text = written["texts/nl/gedrag.md"]
    assert text == OWN.replace(
        "## Intimidatie", "## Pesten {#pesten}\n\nWij praten erover.\n\nAltijd.\n\n## Intimidatie"
    )
    kept = written["ours/nl/gedrag.md"]
    assert kept and "Iemand doet steeds opnieuw" in kept and "{#intimidatie}" not in kept
    changed = desk.write("intimidatie", "replaced", "## Bang maken\n\nNee.")["texts/nl/gedrag.md"]
    assert changed == OWN.replace("## Intimidatie", "## Bang maken").replace("Dat doen   wij niet.", "Nee.")


def test_what_is_added_has_a_heading_with_a_plus_that_nobody_types(desk: Desk) -> None:
    text = desk.write("intimidatie", "after", "Zeg het ons.")["texts/nl/gedrag.md"]
    assert text == OWN + "\n## Intimidatie {#intimidatie} +\n\nZeg het ons.\n"
    page = desk.write("geheim", "before", "Wij zwijgen.", "vertrouwelijk.md")
    assert page == {"texts/nl/vertrouwelijk.md": "## + Dit blijft hier {#geheim}\n\nWij zwijgen.\n"}


def test_a_passage_that_goes_takes_its_file_with_it_when_it_was_the_last(desk: Desk) -> None:
    once = desk.write("", "before", None)
    assert once == {"texts/nl/gedrag.md": OWN[OWN.index("## Int") :]}
    path = desk.workspace.profiles / "zeester/texts/nl/gedrag.md"
    path.write_text(once["texts/nl/gedrag.md"] or "", encoding="utf-8")
    assert desk.write("intimidatie", "replaced", None) == {"texts/nl/gedrag.md": None}


def test_what_was_written_is_read_back_as_it_was_typed(desk: Desk) -> None:
    for kind in ("before", "after"):
        text = desk.write("macht", kind, "Eerst dit.\n\n- Dan dat.")["texts/nl/gedrag.md"]
        passage = next(one for one in passages_in(text or "") if one.anchor == "macht")
        assert (passage.kind, passage.text.strip()) == (kind, "Eerst dit.\n\n- Dan dat.")


def test_ours_is_kept_when_theirs_is_new_and_only_renewed_when_it_was_seen(desk: Desk) -> None:
    folder = desk.workspace.profiles / "zeester"
    (folder / "ours/nl").mkdir(parents=True)
    (folder / "ours/nl/gedrag.md").write_text("## Intimidatie {#intimidatie}\n\nZo was het.\n", encoding="utf-8")
    edited = shelf.write_passage(
        desk.workspace, "zeester", desk.sources, "nl", "gedrag.md", "intimidatie", "replaced", "Nee."
    )
    assert "Zo was het." in (edited["profiles/zeester/ours/nl/gedrag.md"] or b"").decode()
    seen = shelf.write_passage(
        desk.workspace, "zeester", desk.sources, "nl", "gedrag.md", "intimidatie", "replaced", "Nee.", seen=True
    )
    assert "Zo was het." not in (seen["profiles/zeester/ours/nl/gedrag.md"] or b"").decode()


def test_a_mistake_is_told_at_the_line_that_was_typed(desk: Desk) -> None:
    before = digest_of(desk.workspace.profiles)
    assert desk.check("pesten", "replaced", "Wij praten erover.") == []
    assert desk.check("pesten", "replaced", "Goed.\n\nU mag <b>bellen</b>.") == [
        (3, "<b>", "error"),
        (3, "U", "error"),
    ]
    assert desk.check("pesten", "after", "Goed.\n\nApp ons.") == [(3, "App", "warning")]
    assert desk.check("pesten", "replaced", "## Zo heet het\n\n[[ org.nmae ]]") == [(3, "[[ org.nmae ]]", "error")]
    assert desk.check("geheim", "replaced", "Alles.", "vertrouwelijk.md") == [(1, "#geheim", "error")]
    assert digest_of(desk.workspace.profiles) == before


def test_a_page_and_a_module_of_their_own_are_checked_while_they_are_typed(desk: Desk) -> None:
    page = (desk.workspace, "zeester", desk.sources, desk.profile, "nl")
    assert shelf.check_page_text(*page, "kamer.md", "De kamer", "who", "De kamer is boven.") == []
    wrong = shelf.check_page_text(*page, "kamer.md", "De kamer", "ergens", "Boven.\n\nZie [hier](nergens.md).")
    assert [(one.mark.line, one.where) for one in wrong] == [(1, "menu")]
    wrong = shelf.check_page_text(*page, "kamer.md", "De kamer", "who", "Boven.\n\nZie [hier](nergens.md).")
    assert [(one.mark.line, one.where) for one in wrong] == [(3, "nergens.md")]
    taken = shelf.check_page_text(*page, "gedrag.md", "Gedrag", None, "Boven.")
    assert [one.where for one in taken] == ["gedrag.md"]
    module = shelf.check_module_text(
        desk.workspace, "zeester", desk.sources, ["nl"], "je", "huis", "id: huis\ntitle: Huis\n"
    )
    assert {one.severity for one in module} >= {"error"}


def test_a_page_is_left_out_by_its_name_and_its_easy_version_goes_with_it(desk: Desk) -> None:
    assert shelf.write_left_out(desk.workspace, "zeester", []) == {}
    files = shelf.write_left_out(desk.workspace, "zeester", ["mij.md", "colofon.md"])
    path = desk.workspace.profiles / "zeester/left-out.yml"
    path.write_bytes(files["profiles/zeester/left-out.yml"] or b"")
    assert path.read_text(encoding="utf-8").splitlines()[1:] == ["- colofon", "- mij"]
    pages = shelf.plan_shelf(desk.workspace, "zeester", desk.sources, "nl", "je")
    assert {page.name for page in pages if page.left_out} == {"mij.md", "kort-mij.md", "colofon.md"}
    assert {"hulp.md", "privacy.md"} <= {page.name for page in pages if page.protected}
    assert shelf.write_left_out(desk.workspace, "zeester", []) == {"profiles/zeester/left-out.yml": None}
    path.unlink()


def test_a_page_of_their_own_is_whole_and_stands_on_the_shelf(desk: Desk) -> None:
    files = shelf.write_page(desk.workspace, "zeester", "nl", "kamer.md", "De kamer: boven", "who", "Loop door.\n")
    ((path, data),) = files.items()
    assert path == "profiles/zeester/docs/nl/kamer.md"
    assert (data or b"").decode() == (
        "---\ntitle: 'De kamer: boven'\ndescription: 'De kamer: boven.'\nmenu: who\n---\n\n"
        "# De kamer: boven\n\nLoop door.\n"
    )
    target = desk.workspace.root / path
    target.parent.mkdir(parents=True)
    target.write_bytes(data or b"")
    page = next(
        one for one in shelf.plan_shelf(desk.workspace, "zeester", desk.sources, "nl", "je") if one.name == "kamer.md"
    )
    assert (page.title, page.own) == ("De kamer: boven", (data or b"").decode())
    assert shelf.remove_file(desk.workspace, "zeester", "docs", "kamer.md", "nl") == {path: None}
