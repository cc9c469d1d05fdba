"""A type of question is one folder, and one for its style and script: an invented one in new_type/ is laid into a copy of the program."""

from __future__ import annotations

import difflib
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from support import BASE, REPOSITORY, TODAY, Answer, copy_linked, run_alone

from voorlichter.quiz.types import modules_of_types

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.slow

NEW = Path(__file__).parent / "new_type"
FOLDERS = {
    "src/voorlichter/quiz/types/rating_scale": NEW / "program",
    "overrides/components/quiz/types/rating-scale": NEW / "theme",
}
THEMES = REPOSITORY / "overrides/components/quiz/types"


@dataclass(frozen=True)
class Copy:
    """A copy of the program, with the new type in it, that is its own workspace."""

    root: Path

    def run(self, *words: str) -> Answer:
        return run_alone(
            *words, "-C", self.root, "--lang", "en", "--date", TODAY, env={"PYTHONPATH": str(self.root / "src")}
        )


@pytest.fixture(scope="module")
def copy(tmp_path_factory: pytest.TempPathFactory) -> Copy:
    root = tmp_path_factory.mktemp("program")
    for folder in ("src/voorlichter", "docs", "quizzes", "data", "overrides"):
        copy_linked(REPOSITORY / folder, root / folder)
    shutil.copy(REPOSITORY / "mkdocs.yml", root)
    for folder, source in FOLDERS.items():
        shutil.copytree(source, root / folder)
    words = root / "data/strings_quiz.yml"
    text = words.read_text(encoding="utf-8") + (NEW / "words.yml").read_text(encoding="utf-8")
    words.unlink()  # a link to ours
    words.write_text(text, encoding="utf-8")
    shutil.copytree(BASE / "profiles", root / "profiles")
    (profile,) = (root / "profiles").glob("*/profile.yml")
    profile.write_text(
        f"{profile.read_text(encoding='utf-8').rstrip()}\ntraining:\n  modules: [weigh]\n", encoding="utf-8"
    )
    shutil.copy(NEW / "module.yml", root / "quizzes/weigh.yml")
    return Copy(root)


@pytest.fixture(scope="module")
def site(copy: Copy) -> Path:
    built = copy.run("build")
    assert built.code == 0, built.out + built.err
    return next((copy.root / "site").iterdir())


def changes(copy: Copy) -> Iterator[tuple[str, int]]:
    """Every file of the program that differs outside the folders of the type, and by how many lines."""
    for path in sorted(copy.root.rglob("*")):
        name = path.relative_to(copy.root).as_posix()
        ours = REPOSITORY / name
        mine = name.startswith((*FOLDERS, "profiles/", "quizzes/weigh.yml", "site/", ".voorlichter/", "export/"))
        if path.is_dir() or mine or "__pycache__" in name or (ours.is_file() and path.samefile(ours)):
            continue
        before = ours.read_text(encoding="utf-8").splitlines() if ours.is_file() else []
        lines = difflib.ndiff(before, path.read_text(encoding="utf-8").splitlines())
        if number := sum(line.startswith(("+ ", "- ")) for line in lines):
            yield name, number


def test_it_takes_two_folders_and_its_hint(copy: Copy, site: Path) -> None:
    assert list(changes(copy)) == [("data/strings_quiz.yml", 3)]


def test_no_file_of_ours_names_any_type_but_its_own() -> None:
    """Or a new one would have to be added there."""
    names = [f'"{name}"' for name in modules_of_types("model") if name not in ("match", "order", "single", "sort")]
    files = [*(REPOSITORY / "src/voorlichter").rglob("*.py"), *(REPOSITORY / "overrides/components/quiz").glob("*.*")]
    found = {
        path.relative_to(REPOSITORY).as_posix(): name
        for path in files
        for name in names
        if "types" not in path.parts and name in path.read_text(encoding="utf-8")
    }
    assert found == {}


def test_every_type_has_its_parts_and_no_folder_belongs_to_none() -> None:
    types = modules_of_types("model")
    assert len(types) >= 8
    assert {name for name, html in modules_of_types("html").items() if callable(html.render)} == set(types)
    assert {name for name, bank in modules_of_types("bank").items() if callable(bank.plan)} == set(types)
    assert {path.name for path in THEMES.iterdir()} <= set(types)


def test_a_question_of_it_stands_on_the_page_with_its_style_and_script(site: Path) -> None:
    page = (site / "training-weigh.html").read_text(encoding="utf-8")
    assert 'data-type="rating-scale"' in page
    assert "Kies een getal." in page
    assert page.count('name="quiz-weigh-01"') == 5
    assert ".quiz__scale" in (site / "assets/quiz.css").read_text(encoding="utf-8")
    assert 'quiz.types["rating-scale"]' in (site / "assets/quiz.js").read_text(encoding="utf-8")


@pytest.mark.parametrize(("format_", "ending"), [("gift", "gift"), ("moodle-xml", "xml")])
def test_it_goes_into_a_question_bank(copy: Copy, site: Path, format_: str, ending: str) -> None:
    made = copy.run("export", "--format", format_)
    assert made.code == 0, made.out + made.err
    (path,) = (copy.root / "export").rglob(f"*.{ending}")
    assert "Bellen mag altijd." in path.read_text(encoding="utf-8")


def test_its_schema_and_its_rule_are_there(copy: Copy, site: Path) -> None:
    """After the page was built: the module is broken here."""
    env = {"PYTHONPATH": str(copy.root / "src")}
    assert '"rating-scale"' in run_alone("schema", "module", env=env).out
    module = copy.root / "quizzes/weigh.yml"
    sound = module.read_text(encoding="utf-8")
    module.write_text(sound.replace("correct: 4", "correct: 6"), encoding="utf-8")
    told = copy.run("check")
    module.write_text(sound, encoding="utf-8")
    assert "this number is not on the scale" in told.out + told.err


@pytest.mark.browser
def test_its_own_script_judges_it(browser: Browser, site: Path) -> None:
    page: Page = browser.new_page()
    page.goto((site / "training-weigh.html").as_uri())
    for choice, verdict in (("3", "Deels goed"), ("4", "Goed"), ("1", "Niet helemaal")):
        page.locator(f"#quiz-weigh-01_{choice}").check()
        page.get_by_role("button", name="Controleer").click()
        assert page.locator("[data-kit=result]").inner_text() == verdict
    page.close()
