"""A user's folder lies over the defaults, file by file; names stay inside it."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from support import lay

from voorlichter.problems import InputError
from voorlichter.workspace import OutsideError, Workspace, check_slug, free_slug, read_inside, slug_of


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    lay(
        tmp_path,
        {
            "defaults/docs/nl/a.md": "default a",
            "defaults/docs/nl/b.md": "default b",
            "defaults/mkdocs.yml": "default",
            "own/docs/nl/b.md": "own b",
            "own/docs/nl/c.md": "own c",
            "own/docs/nl/.hidden.md": "",
            "own/docs/nl/README.md": "",
            "own/overrides/components/hero/tests/case.html": "",
            "own/overrides/components/hero/hero.html": "own hero",
        },
    )
    return Workspace(tmp_path / "own", tmp_path / "defaults")


def texts(files: dict[str, Path]) -> dict[str, str]:
    return {name: path.read_text() for name, path in files.items()}


def test_files_lie_over_the_defaults_one_by_one(workspace: Workspace) -> None:
    assert texts(workspace.files("docs/nl")) == {"a.md": "default a", "b.md": "own b", "c.md": "own c"}


def test_tests_readmes_and_hidden_files_are_not_part_of_it(workspace: Workspace) -> None:
    assert list(workspace.files("overrides")) == ["components/hero/hero.html"]


def test_a_folder_that_neither_has_is_empty(workspace: Workspace) -> None:
    assert workspace.files("quizzes") == {}


def test_a_single_file_is_the_workspaces_own_or_else_the_default(workspace: Workspace) -> None:
    assert workspace.file("mkdocs.yml").read_text() == "default"
    lay(workspace.root, {"mkdocs.yml": "own"})
    assert workspace.file("mkdocs.yml").read_text() == "own"


@pytest.mark.skipif(sys.platform == "win32", reason="links ask for rights there")
def test_links_are_left_out(workspace: Workspace) -> None:
    (workspace.root / "docs/nl/d.md").symlink_to(workspace.root / "docs/nl/c.md")
    assert "d.md" not in workspace.files("docs/nl")


@pytest.mark.skipif(sys.platform == "win32", reason="links ask for rights there")
def test_what_lies_elsewhere_is_not_part_of_it_over_whatever_link(workspace: Workspace, tmp_path: Path) -> None:
    (tmp_path / "secret/nl").mkdir(parents=True)
    (tmp_path / "secret/nl/secret.md").write_text("x")
    (workspace.root / "data").symlink_to(tmp_path / "secret")
    (workspace.root / "mkdocs.yml").unlink(missing_ok=True)
    (workspace.root / "mkdocs.yml").symlink_to(tmp_path / "secret/nl/secret.md")
    assert workspace.files("data/nl") == {}
    assert workspace.file("mkdocs.yml") == workspace.defaults / "mkdocs.yml"


def test_every_folder_of_profiles_is_an_organisation(workspace: Workspace) -> None:
    lay(
        workspace.root,
        {
            "profiles/b/profile.yml": "",
            "profiles/a/profile.yml": "",
            "profiles/.old/profile.yml": "",
            "profiles/note.txt": "",
        },
    )
    assert workspace.slugs() == ["a", "b"]


def test_a_workspace_without_profiles_says_how_to_begin(workspace: Workspace) -> None:
    with pytest.raises(InputError, match="voorlichter new"):
        workspace.slugs()


@pytest.mark.parametrize("slug", ["a", "zeester", "zee-ster", "2zee", "a" * 60, "console", "com10"])
def test_a_slug_may_be(slug: str) -> None:
    assert check_slug(slug, Path(slug)) == []


@pytest.mark.parametrize(
    ("slug", "better"),
    [
        ("Zeester", "zeester"),
        ("De Zeester", "de-zeester"),
        ("zeëster", "zeester"),
        ("zee_ster", "zee-ster"),
        ("../zeester", "zeester"),
        ("zee/ster", "zee-ster"),
        ("-zee", "zee"),
        ("zee-", "zee"),
        ("a" * 61, "a" * 60),
        ("", "organisation"),
        (".", "organisation"),
        ("..", "organisation"),
        ("zee\n", "zee"),
        ("con", "con-organisation"),
        ("lpt1", "lpt1-organisation"),
    ],
)
def test_a_slug_may_not_be(slug: str, better: str) -> None:
    (problem,) = check_slug(slug, Path(slug))
    assert better in problem.fix.en


@pytest.mark.parametrize(
    ("name", "slug"),
    [
        ("zee--ster", "zee--ster"),
        ("Stichting Zorggroep De Vuurtoren", "stichting-zorggroep-de-vuurtoren"),
        ("'t Anker", "t-anker"),
        ("Sint Jan’s Huis", "sint-jans-huis"),
        ("École", "ecole"),
        ("Søren & Łukasz, Großweg 3", "soren-lukasz-grossweg-3"),
        ("Ⅳ ﬁliaal", "iv-filiaal"),
        ("الفنار", "organisatie"),
        ("COM1", "com1-organisatie"),
        ("De Vuurtoren " * 9, "de-vuurtoren-de-vuurtoren-de-vuurtoren-de-vuurtoren-de-vuurt"),
    ],
)
def test_any_name_gives_a_slug(name: str, slug: str) -> None:
    assert slug_of(name) == slug
    assert check_slug(slug, Path(slug)) == []


def test_a_free_slug_is_the_first_number_without_a_folder(tmp_path: Path) -> None:
    root = lay(tmp_path, {"profiles/zee/x": "", "profiles/zee-2/x": "", f"profiles/{'z' * 60}/x": ""})
    assert free_slug(Workspace.at(root), "zee") == "zee-3"
    free = free_slug(Workspace.at(root), "z" * 60)
    assert free == f"{'z' * 58}-2"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return lay(tmp_path / "profile", {"logo.svg": "inside", "pictures/logo.svg": "deeper"})


@pytest.mark.parametrize(
    ("name", "content"), [("logo.svg", b"inside"), ("pictures/logo.svg", b"deeper"), ("./logo.svg", b"inside")]
)
def test_a_file_of_the_folder_is_read(folder: Path, name: str, content: bytes) -> None:
    assert read_inside(folder, name) == content


@pytest.mark.parametrize(
    "name", ["../secret", "pictures/../../secret", "/etc/hostname", "pictures\\logo.svg", "pictures", "."]
)
def test_a_name_that_leads_elsewhere_is_refused(folder: Path, name: str) -> None:
    lay(folder.parent, {"secret": "outside"})
    with pytest.raises(OutsideError):
        read_inside(folder, name)


@pytest.mark.skipif(sys.platform == "win32", reason="links ask for rights there")
def test_a_link_is_refused_wherever_it_leads(folder: Path) -> None:
    (folder / "link.svg").symlink_to(folder / "logo.svg")
    (folder / "linked").symlink_to(folder / "pictures")
    for name in ("link.svg", "linked/logo.svg"):
        with pytest.raises(OutsideError):
            read_inside(folder, name)


def test_a_file_that_is_not_there_is_missing(folder: Path) -> None:
    with pytest.raises(FileNotFoundError):
        read_inside(folder, "photo.jpg")


@pytest.mark.parametrize(
    "name",
    [
        *("desktop.ini", "Desktop.ini", "Thumbs.db", "ehthumbs.db", ".DS_Store", "._index.md", "Icon\r", "index.md~"),
        *("~$index.md", ".index.md.swp", "__MACOSX/index.md", "$RECYCLE.BIN/x.md", ".Trashes/x.md"),
    ],
)
def test_what_systems_and_editors_leave_is_nobodys_page(workspace: Workspace, name: str) -> None:
    before = workspace.files("docs/nl")
    lay(workspace.root, {f"docs/nl/{name}": "x"})
    assert workspace.files("docs/nl") == before


@pytest.mark.parametrize("name", ["thumbs.md", "desktop.md", "a~b.md", "icon.md"])
def test_a_name_like_those_is_a_page(workspace: Workspace, name: str) -> None:
    lay(workspace.root, {f"docs/nl/{name}": "x"})
    assert name in workspace.files("docs/nl")
