"""The style sheets and scripts of the theme, joined."""

from __future__ import annotations

import re
from pathlib import Path

from rcssmin import cssmin
from support import REPOSITORY, files_of

from voorlichter.template.assets import plan_assets, render_scripts, without_unused_tokens
from voorlichter.template.bundles import plan_bundles, read_components

COMPONENTS = REPOSITORY / "overrides" / "components"
PLAIN = {"wegwijzer.html": {"door__who"}}
"""A door of the signpost has looks of its own (`.signpost .door`)."""


def laid(folder: Path, **files: str) -> dict[str, Path]:
    """Components of a theme: `quiz_css` is components/quiz/quiz.css."""
    found = {}
    for name, text in files.items():
        component, _, suffix = name.rpartition("_")
        path = folder / f"{component}.{suffix}"
        path.write_text(text, encoding="utf-8")
        found[f"components/{component}/{component}.{suffix}"] = path
    return found


def planned(overrides: dict[str, Path], **pages: set[str]) -> dict[str, bytes]:
    """The shared files, where these signs stand on these pages; one more page shows nothing of its own."""
    return plan_assets(overrides, plan_bundles(read_components(overrides)[0], {"any": set(), **pages}))


def test_what_is_heavy_is_in_no_file_that_other_pages_load(tmp_path: Path) -> None:
    theme = laid(
        tmp_path,
        type_css="p{}",
        cards_css="/* shown by: .cards */ .cards{}",
        exit_js="exit()",
        signpost_css="/* bundle: own */ /* shown by: .signpost */ .signpost{}",
        signpost_js="signpost()",
    )
    assets = planned(theme, article={".cards"}, ways={".signpost"})
    assert assets["assets/site.css"] == b"p{}\n.cards{}"
    assert assets["assets/site.js"] == assets["assets/core.js"] == render_scripts(["exit()"]).encode()
    assert assets["assets/signpost.css"] == b"p{}\n.signpost{}"
    assert assets["assets/signpost.js"].decode() == render_scripts(["signpost()"])


def test_a_page_with_two_heavy_parts_loads_one_style_sheet_that_holds_both(tmp_path: Path) -> None:
    theme = laid(
        tmp_path,
        type_css="p{}",
        quiz_css="/* bundle: own */ /* shown by: .quiz */ .quiz{}",
        signpost_css="/* bundle: own */ /* shown by: .signpost */ .signpost{}",
    )
    assets = planned(theme, both={".quiz", ".signpost"})
    assert assets["assets/quiz-signpost.css"] == b"p{}\n.quiz{}\n.signpost{}"
    assert "assets/quiz.css" not in assets


def test_what_is_heavy_for_its_script_alone_stands_in_the_style_sheet_of_another(tmp_path: Path) -> None:
    theme = laid(
        tmp_path,
        type_css="p{}",
        quiz_css="/* bundle: own */ /* shown by: .quiz */ .quiz{}",
        quiz_js="quiz()",
        message_css="/* bundle: with quiz */ /* shown by: .message */ .message{}",
        message_js="message()",
    )
    assets = planned(theme, module={".quiz"}, first={".message"})
    assert assets["assets/quiz.css"] == b"p{}\n.message{}\n.quiz{}"
    assert "assets/message.css" not in assets
    assert assets["assets/quiz.js"].decode() == render_scripts(["quiz()"])
    assert assets["assets/message.js"].decode() == render_scripts(["message()"])


def test_what_a_script_asks_for_later_is_in_a_file_by_itself(tmp_path: Path) -> None:
    assets = planned(laid(tmp_path, type_css="p{}", search_css="/* bundle: later */ .search{}", search_js="search()"))
    assert assets["assets/search.css"] == b".search{}" and assets["assets/site.css"] == b"p{}"
    assert "assets/search.js" in assets and "assets/site.js" not in assets


def test_remarks_and_white_space_go_and_code_stays(tmp_path: Path) -> None:
    script = '// First.\n/** @type {string} */\nconst x = "https://x";\n  // A remark.\n  say(x);  // said\n'
    assets = planned(laid(tmp_path, exit_js=script, type_css="/* p */\np {\n  color: red;\n}\n"))
    assert assets["assets/site.js"].endswith(b'\n(()=>{const x="https://x";say(x);})();')
    assert assets["assets/site.css"] == b"p{color:red}"


def test_remarks_go_from_a_style_sheet_of_letters_too(tmp_path: Path) -> None:
    (tmp_path / "letters.css").write_text("/* Runes. */\n:root {\n  --text: Runes;\n}\n", encoding="utf-8")
    assets = planned({"assets/letters/runes/letters.css": tmp_path / "letters.css"})
    assert assets["assets/letters/runes/letters.css"] == b":root{--text:Runes}"


def test_what_stands_in_a_folder_of_a_component_is_joined_with_it_by_name(tmp_path: Path) -> None:
    names = ("quiz/voorlichter-quiz.js", "quiz/types/order/order.js", "quiz/quiz-state.js")
    for name in names:
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(f"say('{name}')", encoding="utf-8")
    assets = planned({f"components/{name}": tmp_path / name for name in names})
    assert re.findall(r"say\('(.+?)'\)", assets["assets/site.js"].decode()) == sorted(names)


def test_a_text_of_several_lines_in_a_script_stays_as_it_is(tmp_path: Path) -> None:
    script = "say(`\n  // no remark\n`);"
    assert script in planned(laid(tmp_path, exit_js=script))["assets/site.js"].decode()


def test_a_component_that_says_nothing_and_has_no_html_is_in_every_style_sheet(tmp_path: Path) -> None:
    theme = laid(tmp_path, greeting_css=".greeting{}", hero_css="/* bundle: own */ /* shown by: home.html */ .hero{}")
    assets = planned(theme, index={"home.html"})
    assert assets == {"assets/site.css": b".greeting{}", "assets/hero.css": b".greeting{}\n.hero{}"}


def test_every_page_loads_the_looks_of_all_that_stands_on_it(examples: Path) -> None:
    """A class that any component styles, as it stands on a page, is styled in the style sheet of that page."""
    later = {name for name, one in read_components(theme())[0].items() if one.bundle == "later"}
    rules = [
        of_classes(selector)
        for path in COMPONENTS.rglob("*.css")
        if path.parent.name not in later
        for selector in selectors(path.read_text(encoding="utf-8"))
    ]
    site = examples / "site" / "vuurtoren"
    for name in (name for name in files_of(site) if re.fullmatch(r"[\w-]+\.html", name)):
        html = (site / name).read_text(encoding="utf-8")
        sheet = re.search(r'rel="stylesheet" href="(.+?)"', html)
        assert sheet, name
        loaded = map(of_classes, selectors((site / sheet[1]).read_text(encoding="utf-8")))
        classes = {word for written in re.findall(r'class="([^"]*)"', html) for word in written.split()}
        wanted = set().union(*(rule for rule in rules if rule <= classes))
        assert wanted - set().union(*loaded) == PLAIN.get(name, set()), name


def theme() -> dict[str, Path]:
    return {f"components/{path.relative_to(COMPONENTS).as_posix()}": path for path in COMPONENTS.rglob("*.*")}


def selectors(sheet: str) -> list[str]:
    """All of a style sheet, as a minifier writes them."""
    return [
        one
        for rule in re.findall(r"([^{}]+)\{", cssmin(sheet))
        if not rule.startswith("@")
        for one in re.split(r",(?![^(]*\))", rule.rpartition(";")[2])
    ]


def of_classes(selector: str) -> set[str]:
    """The classes without which it matches nothing."""
    return set(re.findall(r"\.([a-z][\w-]*)", re.sub(r":(?:not|is|where)\([^()]*\)", "", selector)))


def test_what_is_packed_has_its_style_on_a_page_that_shows_it_and_its_script_on_none(tmp_path: Path) -> None:
    written = laid(tmp_path, type_css="p{}", start_css="/* bundle: packed */ .start{}", start_js="launch()")
    assets = planned(written, **{"page": {".start", "start.html"}})
    assert any(b".start" in data for name, data in assets.items() if name.endswith(".css"))
    assert not [name for name, data in assets.items() if b"launch" in data and "package" not in name]


def test_a_sheet_holds_the_tokens_that_are_used_beside_it() -> None:
    sheet = ":root{--ink:#000;--paper:var(--snow);--snow:#fff;--honey:#fd0;--mark:#ff0}p{color:var(--ink)}"
    assert without_unused_tokens(sheet, "b{color:var(--mark)}") == ":root{--ink:#000;--mark:#ff0}p{color:var(--ink)}"


def test_scripts_and_styles_spare_what_says_nothing() -> None:
    script = "const half = (one) => { twice((two) => two); return [(a, b) => a, () => 0.5]; };"
    assert render_scripts([script]).endswith("const half=one=>{twice(two=>two);return[(a,b)=>a,()=>0.5]};})();")
    assert "late=async(one)=>one" in render_scripts(["const late = async (one) => one;"])


def test_a_nought_before_a_stop_is_left_out(tmp_path: Path) -> None:
    theme = laid(tmp_path, type_css="p { margin: 0.5rem -0.25em 10.05px; }")
    assert planned(theme)["assets/site.css"] == b"p{margin:.5rem -.25em 10.05px}"
