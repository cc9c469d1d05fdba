"""The style sheets and scripts of the theme, joined."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from support import REPOSITORY

from voorlichter.template.assets import BUNDLES, IN_PLACES, plan_assets, render_scripts

OVERRIDES = REPOSITORY / "overrides"


def laid(folder: Path, **files: str) -> dict[str, Path]:
    """Components of a theme: `quiz_css` is components/quiz/quiz.css."""
    found = {}
    for name, text in files.items():
        component, _, suffix = name.rpartition("_")
        path = folder / f"{component}.{suffix}"
        path.write_text(text, encoding="utf-8")
        found[f"components/{component}/{component}.{suffix}"] = path
    return found


def test_what_a_page_must_name_is_in_no_file_that_others_load(tmp_path: Path) -> None:
    assets = plan_assets(
        laid(
            tmp_path,
            cards_css=".cards{}",
            type_css="p{}",
            signpost_css=".signpost{}",
            exit_js="exit()",
            signpost_js="signpost()",
        )
    )
    assert assets["assets/site.css"] == b"p{}\n.cards{}"
    assert assets["assets/site.js"].decode() == render_scripts(["exit()"])
    assert assets["assets/signpost.css"] == b"p{}\n.signpost{}"
    assert assets["assets/signpost.js"].decode() == render_scripts(["signpost()"])


def test_remarks_and_white_space_go_and_code_stays(tmp_path: Path) -> None:
    script = '// First.\n/** @type {string} */\nconst x = "https://x";\n  // A remark.\n  say(x);  // said\n'
    assets = plan_assets(laid(tmp_path, exit_js=script, type_css="/* p */\np {\n  color: red;\n}\n"))
    assert assets["assets/site.js"].endswith(b'\n(()=>{const x="https://x";say(x);})();')
    assert assets["assets/site.css"] == b"p{color:red}"


def test_what_stands_in_a_folder_of_a_component_is_joined_with_it_by_name(tmp_path: Path) -> None:
    names = ("quiz/voorlichter-quiz.js", "quiz/types/order/order.js", "quiz/quiz-state.js")
    for name in names:
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(f"say('{name}')", encoding="utf-8")
    assets = plan_assets({f"components/{name}": tmp_path / name for name in names})
    assert re.findall(r"say\('(.+?)'\)", assets["assets/quiz.js"].decode()) == sorted(names)


def test_a_text_of_several_lines_in_a_script_stays_as_it_is(tmp_path: Path) -> None:
    script = "say(`\n  // no remark\n`);"
    assert script in plan_assets(laid(tmp_path, exit_js=script))["assets/site.js"].decode()


def test_a_component_of_a_workspace_is_in_every_style_sheet(tmp_path: Path) -> None:
    assets = plan_assets(
        laid(tmp_path, greeting_css=".greeting{}", hero_css=".hero{}", quiz_css=".quiz{}", search_css=".search{}")
    )
    told = {name: b".greeting" in data for name, data in assets.items() if name.endswith(".css")}
    assert told == {
        **dict.fromkeys(
            (
                "assets/site.css",
                "assets/home.css",
                "assets/annual-report.css",
                "assets/first-message.css",
                "assets/materials.css",
                "assets/quiz.css",
                "assets/signpost.css",
                "assets/training-modules.css",
            ),
            True,
        ),
        "assets/search.css": False,
    }
    assert b".hero" in assets["assets/home.css"] and b".hero" not in assets["assets/site.css"]


@pytest.mark.parametrize("name", [*IN_PLACES, *(part for name, others in BUNDLES.items() for part in (name, *others))])
def test_a_component_that_is_listed_has_a_style_or_a_script(name: str) -> None:
    assert any((OVERRIDES / "components" / name).glob(f"{name}.[cj]s*"))


def test_every_component_has_its_place_in_a_file_of_its_page() -> None:
    overrides = {
        path.relative_to(OVERRIDES).as_posix(): path
        for path in OVERRIDES.rglob("*.*")
        if path.suffix in (".css", ".js")
    }
    assets = plan_assets(overrides)
    for name in BUNDLES:
        style = (OVERRIDES / "components" / name / f"{name}.css").read_text(encoding="utf-8")
        own = next(name for name in re.findall(r"\.([a-z][\w-]+)", style) if not name.startswith("md-"))
        assert f".{own}".encode() in assets[f"assets/{name}.css"]
        assert not re.search(rf"\.{own}\b".encode(), assets["assets/site.css"])
