"""One organisation beside an earlier version of it: what the sheet is called, what it tells and what it says that it cannot tell."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from support import TODAY

from voorlichter.artefacts.changes.compare import Comparison
from voorlichter.artefacts.changes.earlier import Earlier
from voorlichter.artefacts.changes.materials import Materials
from voorlichter.artefacts.changes.pictures import ProfileVersion
from voorlichter.artefacts.changes.plan import ChangeSheet
from voorlichter.organisation import Organisation, Organisations
from voorlichter.problems import InputError, Language, Mark, Say
from voorlichter.stage_one import StageOne
from voorlichter.workspace import Workspace

DAY = date.fromisoformat(TODAY)
SLUG = "werkplaats"
THEN = Say("map toen", "folder then")


class Now:
    """An example as it is, with all that is read once."""

    def __init__(self, root: Path) -> None:
        self.workspace = Workspace.at(root)
        self.stage_one = StageOne(self.workspace)
        self.organisation: Organisation = Organisations(self.workspace, self.stage_one, DAY).read(SLUG)
        self.materials = Materials(self.workspace, look=False)

    def compare(self, earlier: Earlier, language: Language = "en", published: date | None = None) -> ChangeSheet:
        profile = self.organisation.profile
        if published:
            told = profile.publication.model_copy(update={"date": published})
            profile = profile.model_copy(update={"publication": told})
        version = ProfileVersion(profile, self.organisation.media, self.organisation.own)
        return Comparison(
            self.workspace, self.stage_one, SLUG, version, earlier, DAY, language, self.materials
        ).compare()


@pytest.fixture(scope="module")
def now(examples: Path) -> Now:
    return Now(examples)


Edit = Callable[..., Workspace]


@pytest.fixture
def then(now: Now, tmp_path: Path) -> Edit:
    """The same workspace with these words of the profile otherwise."""

    def edited(*changes: tuple[str, str], more: str = "") -> Workspace:
        root = tmp_path / "then"
        for folder in (f"profiles/{SLUG}", "advisors"):
            shutil.copytree(now.workspace.root / folder, root / folder)
        path = root / f"profiles/{SLUG}/profile.yml"
        text = path.read_text(encoding="utf-8")
        for old, new in changes:
            assert old in text
            text = text.replace(old, new)
        path.write_text(text + more, encoding="utf-8")
        return Workspace(root, now.workspace.defaults)

    return edited


def test_where_nothing_changed_a_sheet_is_empty_and_says_whose_it_is(now: Now, then: Edit) -> None:
    workspace = then()
    sheet = now.compare(Earlier(THEN, None, workspace, has_texts=True))
    assert sheet.is_empty and sheet.notes == ()
    assert (sheet.slug, sheet.organisation) == (SLUG, "Meubelwerkplaats De Schaaf")
    assert (sheet.since, sheet.until) == ("folder then", None)
    assert sheet.pages["wie.html"] and set(sheet.languages) == {"nl"} and sheet.languages["nl"].en == "Dutch"


def test_a_version_is_called_by_its_day_and_the_day_it_was_agreed_on(now: Now, then: Edit) -> None:
    agreed = then(more='publication: {date: "2026-10-01"}\n')
    dutch = now.compare(Earlier(THEN, date(2026, 10, 5), agreed), "nl", published=date(2026, 11, 1))
    assert dutch.since == "map toen van 5\u00a0oktober 2026, vastgesteld op 1\u00a0oktober 2026"
    assert dutch.until == "1\u00a0november 2026"
    same = now.compare(Earlier(THEN, date(2026, 10, 5), agreed), published=date(2026, 10, 1))
    assert same.since == "folder then of 5\u00a0October 2026, agreed on 1\u00a0October 2026"
    assert same.until is None, "it was agreed on then"


def test_a_value_that_is_another_is_a_row_with_where_it_shows_and_no_text(now: Now, then: Edit) -> None:
    was = then(("workforce: 12", "workforce: 11"), ("name: Meubelwerkplaats", "name: Werkplaats"))
    sheet = now.compare(Earlier(THEN, None, was, has_texts=True))
    name, workforce = sorted(sheet.rows, key=lambda row: row.what)
    assert (name.what, name.was, name.becomes) == (
        *("Organisation: Name", "Werkplaats De Schaaf", "Meubelwerkplaats De Schaaf"),
    )
    assert name.pages and name.materials
    assert (workforce.what, workforce.was, workforce.becomes) == ("Organisation: Working persons", "11", "12")
    assert not workforce.shows and sheet.texts == (), "what follows from a value is told with that value"
    assert sheet.organisation == "Meubelwerkplaats De Schaaf"


def test_a_built_site_is_compared_by_its_texts_and_has_no_rows(now: Now, examples: Path, tmp_path: Path) -> None:
    site = tmp_path / "site"
    shutil.copytree(examples / "site" / SLUG, site)
    name = Say("de site in map toen", "the site in folder then")
    page = site / "wie.html"
    page.write_text(
        page.read_text(encoding="utf-8").replace("</main>", "<p>Wat hier stond.</p></main>"), encoding="utf-8"
    )
    sheet = now.compare(Earlier(name, site=site), published=date(2026, 11, 1))
    [text] = [one for one in sheet.texts if one.kind == "text" and "Wat hier stond." in one.gone]
    assert [spot.name for spot in text.pages] == ["wie.html"] and sheet.rows == ()
    assert sheet.since == "the site in folder then"
    assert sheet.until == "1\u00a0November 2026", "a site says no day, so that of now is its own"


def test_a_profile_of_then_that_cannot_be_read_is_told_where_its_owner_knows_it(now: Now, then: Edit) -> None:
    workspace = then(("organisation:", "organization:"))
    moved = (workspace.root, Path("mailed"))
    with pytest.raises(InputError) as raised:
        now.compare(Earlier(THEN, None, workspace, moved=moved))
    *errors, last = raised.value.problems
    assert errors and {one.severity for one in errors} == {"error"}
    path = Path(f"mailed/profiles/{SLUG}/profile.yml")
    assert {one.mark.path for one in errors} == {path} and last.mark == Mark(path)
    assert (last.where, last.message.en) == (
        "--since",
        "the profile of then cannot be read by this version of Voorlichter",
    )
    assert last.fix == Say(
        "geef een gebouwde site van toen, of verbeter een kopie van het profiel",
        "give a site that was built then, or correct a copy of the profile",
    )


def test_a_picture_of_then_that_is_gone_is_told_and_not_compared(now: Now, then: Edit) -> None:
    workspace = then(('color: "#C9A227"', 'color: "#C9A227"\n  logo: logo.svg'))
    logo = now.workspace.profiles / "vuurtoren/logo.svg"
    shutil.copyfile(logo, workspace.profiles / SLUG / "logo.svg")
    whole = now.compare(Earlier(THEN, None, workspace), "nl")
    assert [(row.what, row.was, row.becomes) for row in whole.rows] == [
        ("Huisstijl: Logo", "het vorige logo", "geen logo"),
    ]
