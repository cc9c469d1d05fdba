"""A built site that somebody gives as the earlier version: which of its files are pages of which language, and what is not looked at."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from support import lay

from voorlichter.artefacts.changes.compare import read_site
from voorlichter.artefacts.changes.earlier import Earlier, read_earlier, read_site_files
from voorlichter.artefacts.changes.shown import Shown
from voorlichter.problems import InputError, Mark, Problem, Say
from voorlichter.workspace import Workspace

CODES = ("nl", "en", "pl")


def site(root: Path, files: dict[str, str | bytes], **more: object) -> Path:
    manifest = {"voorlichter": "0.1.0", "files": dict.fromkeys(files, "0"), **more}
    return lay(root, {**files, "manifest.json": json.dumps(manifest)})


def present(*files: tuple[str, str]) -> Shown:
    return Shown({}, dict.fromkeys(files, b""), {}, {})


DUTCH, ENGLISH = '<html lang="nl">', '<html lang="en">'


def test_pages_are_of_the_language_of_their_folder_and_at_the_root_of_the_one_that_the_first_page_says(
    tmp_path: Path,
) -> None:
    files = {"index.html": ENGLISH, "wie.html": "w", "nl/index.html": DUTCH, "pl/index.html": "p", "en/x.html": "x"}
    read = read_site(
        site(tmp_path / "site", {**files, "kit/embed.html": "e", "nl/kit/embed.html": "e"}), present(), CODES
    )
    assert read.pages == {
        ("en", "index.html"): ENGLISH.encode(),
        ("en", "wie.html"): b"w",
        ("nl", "index.html"): DUTCH.encode(),
        ("pl", "index.html"): b"p",
        ("en", "x.html"): b"x",
    }
    assert (read.titles, read.materials) == ({}, {})


@pytest.mark.parametrize("first", ["<html>", "", None])
def test_a_site_that_does_not_say_its_language_is_in_the_first_there_is(tmp_path: Path, first: str | None) -> None:
    files: dict[str, str | bytes] = {"wie.html": "w"} if first is None else {"wie.html": "w", "index.html": first}
    assert ("nl", "wie.html") in read_site(site(tmp_path / "site", files), present(), CODES).pages


def test_pictures_are_of_every_language_and_of_other_files_those_that_are_compared(tmp_path: Path) -> None:
    files: dict[str, str | bytes] = {
        "index.html": DUTCH,
        "media/noor.jpg": b"noor",
        "brand.css": b"brand",
        "en/media/sam.jpg": b"sam",
        "en/page.css": b"page",
        "search.js": b"search",
    }
    read = read_site(site(tmp_path / "site", files), present(("en", "brand.css"), ("pl", "page.css")), CODES)
    assert read.files == {
        **{(code, "media/noor.jpg"): b"noor" for code in CODES},
        **{(code, "media/sam.jpg"): b"sam" for code in CODES},
        ("en", "brand.css"): b"brand",
        ("pl", "page.css"): b"page",
    }


def test_the_code_of_a_version_is_no_text_that_somebody_changed(tmp_path: Path) -> None:
    told = "<p>Deze versie: <strong>abcd</strong>.</p><p>Bel <strong>efgh</strong>.</p>"
    files: dict[str, str | bytes] = {"index.html": told, "a.css": told}
    read = read_site_files(site(tmp_path / "site", files, code="abcd"))
    assert read == {"index.html": b"<p>Bel <strong>efgh</strong>.</p>", "a.css": told.encode()}
    assert read_site_files(site(tmp_path / "none", files))["index.html"] == told.encode()


NOT_WHOLE = (
    Say("deze site is niet heel", "this site is not whole"),
    Say("geef een site die `voorlichter build` gemaakt heeft", "give a site that `voorlichter build` made"),
)


@pytest.mark.parametrize(
    "manifest",
    [
        "{",
        "[]",
        "null",
        "[" * 100_000,
        "{}",
        '{"files": 3}',
        '{"files": {"gone.html": "0"}}',
        '{"files": {"../x": "0"}}',
    ],
)
def test_a_site_that_is_not_whole_is_told(tmp_path: Path, manifest: str) -> None:
    lay(tmp_path, {"site/manifest.json": manifest, "x": "x"})
    with pytest.raises(InputError) as raised:
        read_site_files(tmp_path / "site")
    assert raised.value.problems == (Problem(Mark(tmp_path / "site/manifest.json"), "--since", *NOT_WHOLE),)


def test_what_lies_beside_the_files_of_a_site_is_not_read(tmp_path: Path) -> None:
    root = site(tmp_path / "site", {"index.html": DUTCH})
    lay(root, {"theirs.html": "theirs"})
    assert list(read_site_files(root)) == ["index.html"]


# What somebody may give


PROFILE = "organisation: {name: Zee}\n"


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    root = lay(tmp_path / "w", {"profiles/zee/profile.yml": PROFILE, "advisors/noor.yml": "name: Noor\n"})
    return Workspace(root, tmp_path / "defaults")


def given(workspace: Workspace, folder: Path) -> Earlier:
    with read_earlier(workspace, "zee", str(folder)) as earlier:
        return earlier


def refused(workspace: Workspace, folder: Path) -> tuple[Mark, str, str, str]:
    with pytest.raises(InputError) as raised:
        given(workspace, folder)
    [problem] = raised.value.problems
    return problem.mark, problem.where, problem.message.en, problem.fix.en


def test_a_site_or_a_folder_of_sites_is_one_and_is_called_by_its_folder(workspace: Workspace, tmp_path: Path) -> None:
    root = site(tmp_path / "sites/zee", {"index.html": DUTCH})
    alone, among = given(workspace, root), given(workspace, tmp_path / "sites")
    assert (alone.site, alone.name, alone.workspace) == (
        root,
        Say("de site in map zee", "the site in folder zee"),
        None,
    )
    assert (among.site, among.name.en, among.has_texts) == (root, "the site in folder sites", False)


def test_a_workspace_is_one_with_its_texts_over_what_this_program_has(workspace: Workspace, tmp_path: Path) -> None:
    folder = lay(tmp_path / "then", {"profiles/zee/profile.yml": PROFILE})
    earlier = given(workspace, folder)
    assert earlier.workspace == Workspace(folder, workspace.defaults) and earlier.has_texts
    assert (earlier.name, earlier.site, earlier.day, earlier.notes, earlier.moved) == (
        *(Say("map then", "folder then"), None, None, (), None),
    )
    own = Workspace(workspace.root, workspace.root)
    assert given(own, folder).workspace == Workspace(folder, workspace.root)
    lay(folder, {"mkdocs.yml": ""})
    assert given(own, folder).workspace == Workspace(folder, folder), "a copy of the program is whole by itself"
    assert given(workspace, folder).workspace == Workspace(folder, workspace.defaults)


@pytest.mark.parametrize("where", ["then", "then/profiles", "then/profiles/zee"])
def test_a_folder_with_a_profile_is_laid_out_with_the_advisors_that_lie_beside_it(
    workspace: Workspace, tmp_path: Path, where: str
) -> None:
    lay(
        tmp_path,
        {f"{where}/advisors/noor.yml": "name: Noor van toen\n", "then/profiles/zee/profile.yml": "use: noor\n"},
    )
    with read_earlier(workspace, "zee", str(tmp_path / "then/profiles/zee")) as earlier:
        assert earlier.workspace and earlier.notes == () and not earlier.has_texts
        assert (earlier.workspace.root / "advisors/noor.yml").read_text() == "name: Noor van toen\n"
        assert (earlier.workspace.root / "profiles/zee/profile.yml").read_text() == "use: noor\n"
        moved = earlier.workspace.root / "profiles/zee"
        assert earlier.moved == (moved, tmp_path / "then/profiles/zee")
        here = Problem(Mark(moved / "profile.yml", 3), "a", Say("x", "x"), Say("y", "y"))
        assert earlier.place(here).mark == Mark(tmp_path / "then/profiles/zee/profile.yml", 3)
        elsewhere = Problem(Mark(tmp_path / "x", 3), "a", Say("x", "x"), Say("y", "y"))
        assert earlier.place(elsewhere) is elsewhere


@pytest.mark.parametrize(
    ("profile", "noted"),
    [("advisors: [{use: noor}]\n", True), ("use : noor\n", True), (PROFILE, False), ("cause: x\n", False)],
)
def test_without_advisors_beside_it_those_of_today_are_taken_and_that_is_told_where_one_is_used(
    workspace: Workspace, tmp_path: Path, profile: str, noted: bool
) -> None:
    folder = lay(tmp_path / "far/away/then", {"profile.yml": profile})
    with read_earlier(workspace, "zee", str(folder)) as earlier:
        assert earlier.workspace and (earlier.workspace.root / "advisors/noor.yml").is_file()
        assert [note.en[:40] for note in earlier.notes] == ["There is no advisors folder with it: who"] * noted


def test_what_is_no_earlier_version_is_told_with_what_to_give(workspace: Workspace, tmp_path: Path) -> None:
    folder = lay(tmp_path / "then", {"x": "x"})
    mark, where, message, fix = refused(workspace, folder)
    assert (mark, where, message) == (Mark(folder), "--since", "there is no earlier version here")
    assert fix.startswith("give a folder with profiles/zee/profile.yml, a folder with profile.yml, a built site")
    assert refused(workspace, folder / "x") == (
        *(Mark(folder / "x"), "--since", "this is a file, not a folder"),
        f"give the folder it stands in: {folder}",
    )
    lay(folder, {"profiles/duin/profile.yml": "", "profiles/arm/profile.yml": "", "profiles/none/x": ""})
    assert refused(workspace, folder) == (
        *(Mark(folder / "profiles"), "--since", "this folder has no profile zee"),
        "choose a folder that holds profiles/zee; here are: arm, duin",
    )
    lay(tmp_path, {"empty/profiles/x": ""})
    assert refused(workspace, tmp_path / "empty")[3].endswith("here are: no profiles")
