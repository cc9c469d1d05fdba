"""The checkers from outside: each sees a fault that is planted for it, and Nu and Lighthouse find none in our pages."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from .checkers import FOLDER, in_page, lighthouse, missing, nu
from .conftest import skip_or_fail
from .figures import Figures
from .sites import Tree, expect_none, find_trees, sampled_pages

if TYPE_CHECKING:
    from playwright.sync_api import Browser

TREES = find_trees()
LIT = [tree for tree in TREES if str(tree) == "vuurtoren-nl"]
LIT_PAGE = "training-role.html"
"""The page with the most script; scripts/prove.py takes them all."""

PERFECT = (
    "<!doctype html><html lang='en'><head><meta charset='utf-8'><title>Faults</title><meta name='viewport' content='width=device-width'>"
    "<style>{style}</style></head><body><main><h1>Faults</h1>{body}</main></body></html>"
)
FAULTS = {
    "axe": ("", "<button></button>", "button-name"),
    "htmlcs": ("p { color: #999; background: #fff }", "<p>Too pale to read</p>", "1_4_3"),
    "ibm": ("", "<div role='button' tabindex='0'></div>", "input_label_exists"),
}


@pytest.fixture(scope="module")
def lit() -> Iterator[lighthouse.Lighthouse]:
    skip_or_fail(lighthouse.reason())
    with lighthouse.lighthouse() as running:
        yield running


@pytest.mark.browser
@pytest.mark.parametrize("tool", in_page.NAMES)
def test_a_checker_in_the_page_sees_a_fault(chromium: Browser, served: Path, origin: str, tool: str) -> None:
    if tool != "axe":
        skip_or_fail(missing())
    style, body, rule = FAULTS[tool]
    folder = served / "faults"
    folder.mkdir(exist_ok=True)
    page = chromium.new_page()
    for text, expected in ((body, True), ("<p>Nothing wrong</p>", False)):
        (folder / "checked.html").write_text(
            PERFECT.format(style=style if expected else "", body=text), encoding="utf-8"
        )
        page.goto(f"{origin}faults/checked.html")
        in_page.bring(page, tool)
        in_page.start(page)
        found = list(in_page.findings(page))
        assert any(name == tool and rule in one for name, one in found) == expected, found
    page.close()


def test_nu_sees_a_fault(tmp_path: Path) -> None:
    skip_or_fail(nu.reason())
    (tmp_path / "good.html").write_text(PERFECT.format(style="", body=""), encoding="utf-8")
    (tmp_path / "bad.html").write_text(PERFECT.format(style="", body="<p><div></div></p>"), encoding="utf-8")
    found = list(nu.check_html([tmp_path / "good.html", tmp_path / "bad.html"]))
    assert found
    assert {file.name for file, _ in found} == {"bad.html"}


@pytest.mark.browser
@pytest.mark.proof
def test_lighthouse_sees_a_fault(served: Path, origin: str, lit: lighthouse.Lighthouse) -> None:
    (served / "faults").mkdir(exist_ok=True)
    (served / "faults" / "lit.html").write_text(
        PERFECT.format(style="", body="<img src='missing.png'>"), encoding="utf-8"
    )
    found = list(lit.judge(f"{origin}faults/lit.html").problems())
    assert any("image-alt" in one for one in found) and any("errors-in-console" in one for one in found), found


def test_nu_finds_no_error(served: Path, figures: Figures) -> None:
    skip_or_fail(nu.reason())
    files = [served / tree.path / name for tree in TREES for name in sampled_pages(served, tree, times=2)]
    found = list(nu.check_html(files))
    for file in files:
        figures.note(file.name, nu=sum(one == file for one, _ in found))
    expect_none(f"{file.relative_to(served)}: {error}" for file, error in found)


@pytest.mark.browser
@pytest.mark.parametrize("tree", LIT, ids=str)
@pytest.mark.proof
def test_lighthouse_is_content(origin: str, lit: lighthouse.Lighthouse, figures: Figures, tree: Tree) -> None:
    seen = lit.judge(f"{origin}{tree.path}/{LIT_PAGE}")
    figures.note(LIT_PAGE, **seen.scores)
    expect_none(seen.problems())


def test_the_lock_names_no_place_to_download_from() -> None:
    lock = (FOLDER / "package-lock.json").read_text(encoding="utf-8")
    assert '"resolved"' not in lock and "registry" not in lock
    assert lock.count('"integrity"') == lock.count('"node_modules/')
