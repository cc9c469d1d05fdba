"""`voorlichter diff`: what changed for the reader, and on which pages and materials."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pypdfium2
import pytest
from support import REPOSITORY, TODAY, Answer, copy_linked, digest_of, files_of, lay, run, words_of

MakeWorkspace = Callable[..., Path]
PROFILE = "profiles/zeester/profile.yml"
OLD, NEW = "020 000 00 01", "020 000 00 05"


def diff(root: Path, since: object, *words: object, lang: str = "en", slug: str = "zeester", **options: Any) -> Answer:
    return run("diff", slug, "--since", since, "-C", root, "--lang", lang, "--date", TODAY, *words, **options)


def told(root: Path, since: object, slug: str = "zeester", **options: Any) -> dict[str, Any]:
    """The change sheet as data."""
    answer = diff(root, since, "--format", "json", slug=slug, **options)
    assert answer.code == 0, answer.err
    (sheet,) = answer.json
    return dict(sheet)


def edit(path: Path, *changes: tuple[str, str]) -> None:
    text = path.read_text(encoding="utf-8")
    for old, new in changes:
        assert old in text
        text = text.replace(old, new)
    path.unlink()  # it may be shared with the workspace it was copied from
    path.write_text(text, encoding="utf-8")


@pytest.fixture
def before(workspace: Path, tmp_path: Path) -> Path:
    """A copy of the workspace as it is now, to be looked back at."""
    shutil.copytree(workspace / "profiles", tmp_path / "before" / "profiles")
    return tmp_path / "before"


@pytest.fixture
def copy(examples: Path, tmp_path: Path) -> Path:
    """The examples, to be changed."""
    root = tmp_path / "examples"
    copy_linked(examples, root)
    return root


@pytest.fixture
def two_languages(copy: Path) -> Path:
    """The examples, with the telephone number of an advisor whom two of them share changed."""
    edit(copy / "advisors" / "noor.yml", (f'phone: "{OLD}"', f'phone: "{NEW}"'))
    return copy


# Where a change shows


def test_a_number_is_told_with_exactly_the_pages_and_materials_that_show_it(
    examples: Path, kit: Path, two_languages: Path
) -> None:
    changed_kit = two_languages / "kit" / "vuurtoren"
    copy_linked(kit, changed_kit)  # what stays as it is, is not set again
    assert run("kit", "vuurtoren", "-C", two_languages, "--date", TODAY).code == 0
    shown = {
        path.name
        for path in (examples / "site" / "vuurtoren").rglob("*.html")
        if "+31200000001" in re.sub(r"https://wa\.me/\S*", "", path.read_text(encoding="utf-8"))
    }
    kits = [
        {one["name"]: one for one in json.loads((folder / "kit.json").read_bytes())["files"]}
        for folder in (kit, changed_kit)
    ]
    made = {one["item"] for name, one in kits[0].items() if one["sha256"] != kits[1][name]["sha256"]}
    (change,) = told(two_languages, examples, slug="vuurtoren")["changes"]
    assert (change["what"], change["was"], change["becomes"]) == ("Telephone of Noor", "020 000 00 01", "020 000 00 05")
    assert {page["name"] for page in change["pages"]} == shown
    assert {material["name"] for material in change["materials"]} == made
    assert len(shown) > 20
    assert {"poster", "contact"} <= made
    assert {tuple(page["languages"]) for page in change["pages"]} == {("en", "nl")}


def test_without_a_slug_every_organisation_that_shares_the_advisor_is_told(examples: Path, two_languages: Path) -> None:
    answer = run("diff", "--since", examples, "-C", two_languages, "--lang", "nl", "--date", TODAY)
    assert answer.code == 0
    parts = re.split(r"^(?=\S.*: veranderd sinds)", answer.out, flags=re.M)[1:]
    assert ["Telefoon van Noor" in part for part in parts] == [False, True, True]
    assert "Er is niets veranderd." in parts[0]


@pytest.mark.proof
def test_several_changes_are_told_apart_each_with_its_own_place(workspace: Path, before: Path) -> None:
    text = (workspace / PROFILE).read_text(encoding="utf-8")
    assert text.count("\n  - id: sam") == 1
    edit(
        workspace / PROFILE,
        ("workforce: 20", "workforce: 30"),
        (OLD, NEW),
        (
            "  - id: sam\n",
            '  - id: jip\n    name: Jip van Dijk\n    kind: internal\n    phone: "030 000 00 07"\n  - id: sam\n',
        ),
        (
            "    backup: sam\n",
            '    backup: jip\n    hours: {mon: "09:00-17:00", tue: "09:00-17:00"}\n    absences: [{from: "2027-01-02", until: "2027-01-08"}, {from: "2027-05-01", until: "2027-05-09"}]\n',
        ),
    )
    lay(
        workspace,
        {
            PROFILE: (workspace / PROFILE).read_text(encoding="utf-8")
            + 'meeting_places: [walk]\ndoors: {hr: {name: Team HR, phone: "2211"}}\n'
        },
    )
    changes = {change["key"]: change for change in told(workspace, before, lang="nl")["changes"]}
    assert {key: (change["what"], change["was"], change["becomes"]) for key, change in changes.items()} == {
        "organisation.workforce": ("Organisatie: Aantal werkenden", "20", "30"),
        "advisors.noor.phone": ("Telefoon van Noor", "020 000 00 01", "020 000 00 05"),
        "advisors.noor.hours": ("Noor: Meestal bereikbaar", "geen", "ma en di 9\u00a0tot\u00a017"),
        "advisors.noor.absences.2027-01-02": (
            "Afwezigheid van Noor",
            "geen",
            "van 2\u00a0januari 2027 tot en met 8\u00a0januari 2027",
        ),
        "advisors.noor.absences.2027-05-01": (
            "Afwezigheid van Noor",
            "geen",
            "van 1\u00a0mei 2027 tot en met 9\u00a0mei 2027",
        ),
        "advisors.noor.backup": ("Vervanger van Noor", "Sam Elders", "Jip van Dijk"),
        "advisors.jip": ("Vertrouwenspersoon", "geen", "Jip van Dijk, interne vertrouwenspersoon, 030 000 00 07"),
        "doors.hr": ("HR", "geen", "Team HR, 2211"),
        "meeting_places": ("Waar praten kan", "geen", "tijdens een wandeling"),
    }
    nowhere = {key for key, change in changes.items() if change["where"] == "nergens te zien"}
    assert nowhere == {"organisation.workforce", "advisors.noor.absences.2027-05-01"}
    pages = {key: {page["name"] for page in change["pages"]} for key, change in changes.items()}
    assert "wie.html" in pages["advisors.jip"]
    assert "gesprek.html" in pages["meeting_places"]
    assert "wie.html" in pages["advisors.noor.hours"]
    assert "colofon.html" not in pages["advisors.noor.hours"]  # where only the script is told


@pytest.mark.proof
def test_a_picture_is_told_in_words_and_by_what_it_shows(examples: Path, copy: Path) -> None:
    folder = copy / "profiles" / "vuurtoren"
    shutil.copyfile(folder / "logo.svg", folder / "renamed.svg")
    edit(folder / "profile.yml", ("logo: logo.svg", "logo: renamed.svg"))
    assert told(copy, examples, slug="vuurtoren")["changes"] == []
    edit(folder / "renamed.svg", ("<svg", '<svg data-new="yes"'), ("#0B5FA5", "#A50B5F"))
    answer = diff(copy, examples, slug="vuurtoren")
    assert "  was: the former logo\n  becomes: a new logo\n" in answer.out, answer.out
    assert "on all" in answer.out


def test_what_one_language_says_is_told_for_that_language_only(examples: Path, copy: Path) -> None:
    edit(copy / "profiles/vuurtoren/profile.yml", ('en: "four years"', 'en: "three years"'))
    answer = diff(copy, examples, slug="vuurtoren", lang="nl")
    assert re.search(
        r"^Aanstelling: Termijn \(Engels\): op \d+ pagina's? \(.*De vertrouwenspersoon.*\), alleen in het Engels\n  was: four years\n  wordt: three years$",
        answer.out,
        re.M,
    ), answer.out


# What may be looked back at


def test_an_earlier_site_is_compared_by_its_words(workspace: Path, tmp_path: Path) -> None:
    assert run("build", "-C", workspace, "--date", TODAY).code == 0
    site = tmp_path / "then"
    shutil.copytree(workspace / "site" / "zeester", site)
    assert "Nothing has changed." in diff(workspace, site).out
    edit(workspace / PROFILE, (OLD, NEW))
    shown = {path.name for path in site.glob("*.html") if "020 000 00 01" in words_of(path)}
    (number,) = told(workspace, site)["texts"]
    assert (number["gone"], number["new"]) == (["020 000 00 01"], ["020 000 00 05"])
    assert {page["name"] for page in number["pages"]} == shown
    edit(workspace / PROFILE, ("name: Sam Elders", "name: Sam Visser"))
    texts = told(workspace, site)["texts"]
    assert any("Sam Elders" in " ".join(text["gone"]) and "Sam Visser" in " ".join(text["new"]) for text in texts)


def test_a_version_in_git_is_read_without_a_checkout(workspace: Path, tmp_path: Path) -> None:
    root = tmp_path / "repository" / "clients"
    shutil.copytree(workspace, root)

    def git(*words: str) -> str:
        done = subprocess.run(
            ["git", "-C", str(root), "-c", "user.name=Noor", "-c", "user.email=noor@luister.example", *words],
            capture_output=True,
            text=True,
            check=True,
            env={
                "PATH": "/usr/bin:/bin",
                "GIT_CONFIG_GLOBAL": "/dev/null",
                "GIT_COMMITTER_DATE": "2026-10-05T12:00:00Z",
            },
        )
        return done.stdout

    git("init", "-q", "..")
    git("add", "profiles")
    git("commit", "-q", "-m", "As agreed")
    git("tag", "agreed")
    edit(root / PROFILE, ("workforce: 20", "workforce: 30"))  # stands on no sheet, so that none is set
    there, status = digest_of(root / "profiles"), git("status", "--porcelain", "--untracked-files=no")
    for version in ("agreed", "HEAD", git("rev-parse", "--short", "HEAD").strip()):
        sheet = told(root, version)
        assert [change["key"] for change in sheet["changes"]] == ["organisation.workforce"]
        assert sheet["since"].endswith("of 5\u00a0October 2026")
        assert sheet["texts"] == []
    assert (digest_of(root / "profiles"), git("status", "--porcelain", "--untracked-files=no")) == (there, status)
    lay(
        root,
        {"profiles/baken/profile.yml": (root / PROFILE).read_text(encoding="utf-8").replace("De Zeester", "Het Baken")},
    )
    for version, slug, expected in (
        ("v9", "zeester", "Git does not know that version  give a folder, or a commit, tag or branch, such as agreed"),
        ("agreed", "baken", "that version does not have profiles/baken/profile.yml yet"),
        ("--all", "zeester", "Git does not know that version"),
    ):
        answer = run("diff", slug, f"--since={version}", "-C", root, "--lang", "en")
        assert (answer.code, expected in answer.err) == (1, True), answer.err


@pytest.mark.proof
def test_a_copy_of_the_profile_folder_will_do(examples: Path, two_languages: Path, tmp_path: Path) -> None:
    mailed = tmp_path / "mailed"
    shutil.copytree(examples / "profiles" / "vuurtoren", mailed)
    answer = diff(two_languages, mailed, slug="vuurtoren")
    assert "Nothing has changed." in answer.out
    assert "There is no advisors folder with it" in answer.err
    shutil.copytree(examples / "advisors", tmp_path / "advisors")
    (mailed / "logo.svg").unlink()
    answer = diff(two_languages, mailed, slug="vuurtoren")
    assert "Telephone of Noor" in answer.out
    assert "logo" not in answer.out
    assert "(brand.logo): whether the picture is different now cannot be told" in answer.err


@pytest.mark.proof
@pytest.mark.slow
def test_a_page_written_anew_is_told_by_its_sentences(new_workspace: MakeWorkspace, before: Path) -> None:
    new = "Deze site onthoudt niets van wie er kijkt."
    page = "---\ntitle: Extra\nmenu: footer\ndescription: Alles anders.\n---\n# Wat deze site onthoudt {#extra}\n\n"
    imprint = (REPOSITORY / "docs/nl/colofon.md").read_text(encoding="utf-8")
    root = new_workspace(
        {
            "docs/nl/colofon.md": f"{imprint}\n{new}\n",
            "docs/nl/extra.md": page + new,
            "docs/en/extra.md": page + "This site remembers nothing.",
        },
        name="anew",
    )
    sheet = told(root, before)
    kinds = {(text["kind"], text["pages"][0]["name"]) for text in sheet["texts"]}
    assert sheet["changes"] == []
    assert ("page", "extra.html") in kinds
    (change,) = [text for text in sheet["texts"] if new in text["new"]]
    assert [page["name"] for page in change["pages"]] == ["colofon.html"]


# What cannot be looked back at


@pytest.mark.sampled(2)
@pytest.mark.parametrize(
    ("since", "told_in", "fix"),
    [
        ("nowhere", "this workspace is not in Git", "give a folder"),
        ("empty", "there is no earlier version here", "profiles/zeester/profile.yml"),
        ("file.txt", "this is a file, not a folder", "give the folder it stands in"),
        ("others", "this folder has no profile zeester", "here are: anker"),
        ("wrong", "wrong/profiles/zeester/profile.yml:2:", "give a site that was built then"),
        ("mailed", "mailed/profile.yml:2:", "give a site that was built then"),
        ("half", "this site is not whole", "`voorlichter build`"),
    ],
)
def test_a_wrong_since_is_answered_with_what_to_give(
    workspace: Path, tmp_path: Path, since: str, told_in: str, fix: str
) -> None:
    lay(
        tmp_path,
        {
            "empty/readme.txt": "",
            "file.txt": "",
            "others/profiles/anker/profile.yml": "",
            "half/manifest.json": '{"files": {"../file.txt": "0"}}',
            "wrong/profiles/zeester/profile.yml": "organisation:\n  nam: De Zeester\n",
            "mailed/profile.yml": "organisation:\n  nam: De Zeester\n",
        },
    )
    answer = diff(workspace, tmp_path / since)
    assert (answer.code, answer.out) == (1, "")
    assert told_in in answer.err
    assert fix in answer.err
    assert diff(workspace, tmp_path / since, "--format", "json").json[0]["fix"]


def test_without_git_a_folder_is_asked_for(workspace: Path, tmp_path: Path) -> None:
    answer = diff(workspace, "v1.0", env={"PATH": str(tmp_path)})
    assert answer.code == 3
    assert "Install Git, or give --since a folder." in answer.err


def test_wrong_usage_is_told_before_anything_is_read(examples: Path, tmp_path: Path) -> None:
    assert run("diff", "zeester", "-C", tmp_path).code == 2
    assert run("diff", "zeester", "--since", tmp_path, "-o", "sheet.docx", "-C", tmp_path).code == 2
    answer = run("diff", "--since", examples, "-o", tmp_path / "sheet.pdf", "-C", examples, "--lang", "nl")
    assert answer.code == 2
    assert "een blad is voor één organisatie" in answer.err


# The sheet


def test_the_sheet_holds_every_change_and_room_to_sign(workspace: Path, before: Path, tmp_path: Path) -> None:
    edit(
        workspace / PROFILE,
        (OLD, NEW),
        ("workforce: 20", "workforce: 30"),
        (
            "    backup: sam\n",
            '    backup: sam\n    absences: [{from: "2027-01-02", until: "2027-01-08"}, {from: "2027-05-01", until: "2027-05-09"}]\n',
        ),
    )
    for lang, words in (
        (
            "nl",
            (
                "Wijzigingen op de site",
                "Telefoon van Noor",
                "020 000 00 05",
                "nergens te zien",
                "8 januari 2027",
                "Handtekening",
                "Namens de organisatie",
            ),
        ),
        (
            "en",
            (
                "Changes to the confidential",
                "Telephone of Noor",
                "020 000 00 01",
                "shows nowhere",
                "8 January 2027",
                "Signature",
                "For the organisation",
            ),
        ),
    ):
        path = tmp_path / f"sheet-{lang}.pdf"
        assert diff(workspace, before, "-o", path, lang=lang).code == 0
        first = path.read_bytes()
        document = pypdfium2.PdfDocument(path)
        text = " ".join(" ".join(page.get_textpage().get_text_bounded() for page in document).split())
        assert [word for word in words if word not in text] == []
        assert "Stichting De Zeester" in text
        assert "2027-05" not in text
        assert "9 May 2027" not in text
        assert "9 mei 2027" not in text
        assert len(document) == 1
        assert b"pdfuaid" in first
    assert diff(workspace, before, "--sheet", path, lang=lang).code == 0
    assert path.read_bytes() == first
    assert sorted(files_of(before)) == [PROFILE]  # nothing is written into what is looked back at
