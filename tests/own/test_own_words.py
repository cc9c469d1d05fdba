"""One organisation says something in its own words; its site has them everywhere, and no other site notices."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
import zipfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest
from support import BASE, REPOSITORY, TODAY, copy_linked, files_of, lay, run, uncoded

from voorlichter.own.template import kept_templates
from voorlichter.workspace import Workspace

pytestmark = pytest.mark.slow

PICTURE = "media/questions/huis-01.png"
OWN = {
    "profiles/zeester/texts/nl/gedrag.md": """# + Wat is ongewenst gedrag?

Bij [[ org.in_sentence ]] praten {je|u} en wij erover.

## Pesten {#pesten}

Wij noemen iets pesten als het terugkomt. Lees [hoe een gesprek gaat](gesprek.md) of [ga naar de kamer](kamer.md).

## Machtsmisbruik {#macht} +

Ook een voorzitter doet dat niet.
""",
    "profiles/zeester/texts/en/gedrag.md": """# + What is inappropriate behaviour?

At [[ org.in_sentence ]] we talk about it.

## Bullying {#pesten}

We call it bullying when it returns. Read [how a talk goes](gesprek.md).

## Abuse of power {#macht} +

Nor does a chair.
""",
    "profiles/zeester/docs/nl/kamer.md": """---
title: De kamer
tab: De weg
description: De weg naar de kamer.
menu: who
---

# De kamer

De kamer is op de tweede verdieping.

## Met de trein {#trein}

Het station Zeemeermin is dichtbij.
""",
    "profiles/zeester/quizzes/huis.yml": """id: huis
title: {nl: Ons huis, en: Our house}
about: {nl: "Waar {je|u} terecht kunt.", en: Where to go.}
minutes: 2
questions:
  - id: huis-01
    type: single
    ask: {nl: Waar is de kamer?, en: Where is the room?}
    picture:
      file: kamer.svg
      alt: {nl: "De weg naar {jouw|uw} kamer.", en: The way to your room.}
    options:
      - id: boven
        text: {nl: Op de tweede verdieping, en: On the second floor}
        correct: true
        feedback: {nl: Zo is het., en: It is.}
      - id: kelder
        text: {nl: Diep in de kelder, en: Deep in the cellar}
        feedback: {nl: Daar is niemand., en: Nobody is there.}
        misconception: kelder
    why: {nl: Zo staat het op de pagina., en: The page says so.}
    source: gedrag.md#pesten
""",
    "profiles/zeester/quizzes/kamer.svg": """<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 30">
<path fill="#0B5FA5" d="M10 4h20v26H10z"/></svg>
""",
}


@dataclass(frozen=True)
class Sites:
    """A workspace with one organisation that has words of its own, and the same without them."""

    root: Path
    plain: Path

    def page(self, name: str) -> str:
        return (self.root / "site" / "zeester" / name).read_text(encoding="utf-8")


def profile() -> str:
    text = (BASE / "profiles" / "zeester" / "profile.yml").read_text(encoding="utf-8")
    return text.replace("  workforce: 20\n", "  workforce: 20\n  languages: [nl, en]\n")


@pytest.fixture(scope="module")
def sites(tmp_path_factory: pytest.TempPathFactory, examples: Path) -> Sites:
    roots = []
    for name, own in (("own", OWN), ("plain", {})):
        root = tmp_path_factory.mktemp(name)
        training = "training:\n  modules: [role, huis]\n" if own else "training:\n  modules: [role, act]\n"
        lay(root, {"profiles/zeester/profile.yml": profile() + training, **own})
        answer = run("build", "-C", root, "--date", TODAY, "--lang", "en")
        assert answer.code == 0, answer.err
        roots.append(root)
    return Sites(*roots)


def sections(html: str) -> dict[str, str]:
    """The sections of a page's text, by the anchor of their heading."""
    main = re.search(r"<main.*?</main>", html, re.S)
    assert main
    parts = re.split(r'(?=<h[1-6] id=")', main[0])
    return {found[1]: part for part in parts if (found := re.match(r'<h[1-6] id="([^"]+)', part))}


def test_a_passage_stands_in_the_place_of_ours_and_the_rest_of_the_page_stays(sites: Sites) -> None:
    own = sections(sites.page("gedrag.html"))
    ours = sections((sites.plain / "site" / "zeester" / "gedrag.html").read_text(encoding="utf-8"))
    assert "Wij noemen iets pesten als het terugkomt." in own["pesten"]
    assert 'href="gesprek.html"' in own["pesten"]
    assert list(own) == list(ours)
    assert {anchor for anchor in ours if own.get(anchor) != ours[anchor]} == {list(ours)[0], "pesten", "macht"}
    assert "We call it bullying when it returns." in sites.page("en/gedrag.html")


def test_what_is_added_stands_before_or_after_ours_which_stays_whole(sites: Sites) -> None:
    own = sections(sites.page("gedrag.html"))
    ours = sections((sites.plain / "site" / "zeester" / "gedrag.html").read_text(encoding="utf-8"))
    before, after = (
        "<p>Bij Stichting De Zeester praten je en wij erover.</p>\n",
        "<p>Ook een voorzitter doet dat niet.</p>\n",
    )
    first = list(ours)[0]
    assert own[first].replace(before, "") == ours[first]
    assert own["macht"].replace(after, "") == ours["macht"]
    assert re.search(rf"</h1>\s*{before}", own[first])
    assert own["macht"].strip().endswith(after.strip())


def test_a_page_of_its_own_is_in_its_menu_the_search_and_no_other_language(sites: Sites) -> None:
    page = sites.page("kamer.html")
    assert "<title>De weg" in page
    assert '<meta name="description" content="De weg naar de kamer.">' in page
    assert "Het station Zeemeermin is dichtbij." in page
    assert re.findall(r'href="kamer.html"( aria-current="page")?>De kamer<', page) == [' aria-current="page"']
    for name in ("index.html", "gedrag.html", "training-huis.html"):
        assert re.findall(r'href="kamer.html"( aria-current="page")?>De kamer<', sites.page(name)) == [""], name
    assert 'href="en/index.html"' in page, "the other language lacks it"
    assert "Zeemeermin" in sites.page("assets/search-data.js")
    assert "kamer.html" not in sites.page("en/index.html")


def test_a_module_of_its_own_is_trained_like_ours(sites: Sites, tmp_path: Path) -> None:
    page = sites.page("training-huis.html")
    assert '<h1 id="module">Ons huis</h1>\n<p>Waar je terecht kunt.</p>' in page
    assert 'data-module="huis"' in page and "Diep in de kelder" in page
    assert 'href="training-huis.html"' in sites.page("training.html")
    assert "Deep in the cellar" in sites.page("en/training-huis.html")
    answer = run(
        "export", "-C", sites.root, "zeester", "--format", "scorm12", "--module", "huis", "-o", tmp_path, "--lang", "en"
    )
    assert answer.code == 0, answer.err
    package = next(tmp_path.rglob("*.zip"))
    with zipfile.ZipFile(package) as made:
        texts = {name: made.read(name).decode() for name in made.namelist() if name.endswith(".html")}
        assert made.read(PICTURE) == (sites.root / "site/zeester" / PICTURE).read_bytes()
    assert any("Diep in de kelder" in text for text in texts.values())
    assert not any("own-module" in text or "[[" in text for text in texts.values())


def test_a_picture_of_its_own_is_shown_in_every_language_from_one_file(sites: Sites) -> None:
    size = 'width="560" height="420"'
    assert f'<img src="{PICTURE}" alt="De weg naar jouw kamer." {size}>' in sites.page("training-huis.html")
    assert f'<img src="../{PICTURE}" alt="The way to your room." {size}>' in sites.page("en/training-huis.html")
    assert [path.name for path in (sites.root / "site").rglob("media/questions/*")] == ["huis-01.png"]


def test_an_id_of_its_own_that_was_handed_out_is_used_for_no_other_question(sites: Sites, tmp_path: Path) -> None:
    root = tmp_path / "workspace"
    copy_linked(sites.root, root)
    told = run("export", "-C", root, "zeester", "--format", "scorm12", "--module", "huis", "--lang", "en")
    assert told.code == 0, told.err
    released = (root / "profiles/zeester/quizzes/released.txt").read_text(encoding="utf-8")
    assert released.splitlines()[1:] == ["huis single huis-01"]
    assert not (root / "quizzes/released.txt").exists() or "huis" not in (root / "quizzes/released.txt").read_text()
    path = root / "profiles/zeester/quizzes/huis.yml"
    module = path.read_text(encoding="utf-8")
    path.unlink()
    path.with_name("kade.yml").write_text(module.replace("id: huis\n", "id: kade\n"), encoding="utf-8")
    profile_path = root / "profiles/zeester/profile.yml"
    changed = profile_path.read_text(encoding="utf-8").replace("huis", "kade")
    profile_path.unlink()
    profile_path.write_text(changed, encoding="utf-8")
    answer = run("check", "-C", root, "--date", TODAY, "--lang", "en")
    assert answer.code == 1
    assert "profiles/zeester/quizzes/kade.yml:6:" in answer.err and "huis-01" in answer.err


def test_how_its_own_texts_read_is_counted_with_ours(sites: Sites) -> None:
    answer = run("check", "-C", sites.root, "zeester", "--texts", "--date", TODAY, "--lang", "en", "--format", "json")
    assert answer.code == 0, answer.out[:3000] + answer.err
    (rows,) = [item["texts"] for item in answer.json if "texts" in item]
    pages = {(row["variant"], row["page"]) for row in rows}
    assert (
        ("nl-je", "kamer.html") in pages and ("nl-u", "kamer.html") not in pages and ("en", "kamer.html") not in pages
    )


def test_nothing_of_a_skeleton_is_left(sites: Sites) -> None:
    left = [
        name
        for name, data in files_of(sites.root / "site" / "zeester").items()
        if re.search(rb"own-page|own-module|own_module|\[\[ own\.|\[# ", data)
    ]
    assert left == []


def test_nothing_else_of_the_site_changes(sites: Sites) -> None:
    """Apart from the menu of the pages in Dutch, and what tells of the modules."""
    own, plain = uncoded(sites.root / "site" / "zeester"), uncoded(sites.plain / "site" / "zeester")
    assert own.keys() - plain.keys() == {"kamer.html", "training-huis.html", "en/training-huis.html", PICTURE}
    assert plain.keys() - own.keys() == {"training-act.html", "en/training-act.html"}
    differ = {name for name in plain.keys() & own.keys() if own[name] != plain[name]}
    english = {name for name in differ if name.startswith("en/")}
    assert english <= {
        "en/gedrag.html",
        "en/training.html",
        "en/training-role.html",
        "en/nieuw.html",
        "en/assets/search-data.js",
    }
    entry = re.compile(r'<li class="md-nav__item"><a class="md-nav__link" href="kamer.html">De kamer</a></li>\n')
    for name in ("index.html", "hulp.html", "privacy.html"):
        assert entry.sub("", own[name].decode()) == plain[name].decode()


def test_what_stands_is_built_again_once_a_word_of_it_changes_comes_or_goes(sites: Sites, tmp_path: Path) -> None:
    root = tmp_path / "workspace"
    copy_linked(sites.root, root)

    def built() -> str:
        return run("build", "-C", root, "--date", TODAY, "--lang", "en").out

    assert "1 built, 0 unchanged" in built(), "a folder that was copied has no record yet"
    assert "0 built, 1 unchanged" in built()
    path = root / "profiles/zeester/docs/nl/kamer.md"
    text = path.read_text(encoding="utf-8")
    path.unlink()
    path.write_text(text.replace("tweede", "derde"), encoding="utf-8")
    assert "1 built, 0 unchanged" in built()
    assert "derde verdieping" in (root / "site/zeester/kamer.html").read_text(encoding="utf-8")
    lay(root, {"profiles/zeester/docs/nl/trap.md": text.replace("kamer", "trap").replace("De trap", "Trap")})
    assert "1 built, 0 unchanged" in built()
    (root / "profiles/zeester/docs/nl/trap.md").unlink()
    assert "1 built, 0 unchanged" in built()
    assert not (root / "site/zeester/trap.html").exists()
    assert len(list(kept_templates(Workspace.at(root), "zeester").iterdir())) == 2, "one template a language is kept"


@pytest.mark.proof
def test_plain_mkdocs_gives_the_same_pages(sites: Sites, tmp_path: Path) -> None:
    root = tmp_path / "workspace"
    copy_linked(sites.root, root)
    for name in ("docs", "overrides"):
        (root / name).symlink_to(REPOSITORY / name)
    shutil.copy(REPOSITORY / "mkdocs.yml", root)
    program = shutil.which("mkdocs", path=str(Path(sys.executable).parent)) or "mkdocs"
    done = subprocess.run(
        [program, "build", "--quiet", "--site-dir", str(tmp_path / "mkdocs")],
        cwd=root,
        env={**os.environ, "VOORLICHTER_PROFILE": "zeester"},
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    theirs = {path.name: path.read_bytes() for path in (tmp_path / "mkdocs").glob("*.html")}
    ours = {
        name: data
        for name, data in uncoded(root / "site/zeester").items()
        if name.endswith(".html") and "/" not in name
    }
    assert sorted(theirs) == sorted(ours)
    assert [name for name in ours if theirs[name] != ours[name]] == []


def test_the_change_sheet_tells_what_its_own_words_alter(sites: Sites, tmp_path: Path) -> None:
    then = tmp_path / "then"
    shutil.copytree(sites.root / "profiles", then / "profiles")
    (then / "profiles/zeester/docs/nl/kamer.md").unlink()
    (then / "profiles/zeester/texts/nl/gedrag.md").write_text(
        OWN["profiles/zeester/texts/nl/gedrag.md"]
        .replace("het terugkomt", "iemand dat zegt")
        .replace("kamer.md", "wie.md"),
        encoding="utf-8",
    )
    answer = run("diff", "-C", sites.root, "--since", then, "--date", TODAY, "--lang", "nl", "--format", "json")
    assert answer.code == 0, answer.err
    told = {change["kind"]: change for change in answer.json[0]["texts"]}
    assert told["page"]["new"] == ["De kamer"]
    assert told["text"]["gone"] == ["Wij noemen iets pesten als iemand dat zegt."]
    assert told["text"]["new"] == ["Wij noemen iets pesten als het terugkomt."]


def test_a_page_left_out_is_nowhere_on_its_site_nor_is_its_easy_version(new_workspace: Callable[..., Path]) -> None:
    text = "## Is dit iets voor mij? {#voor-wie}\n\nIedereen is welkom.\n"
    root = new_workspace(
        {
            "profiles/zeester/texts/nl/index.md": text,
            "profiles/zeester/texts/nl/kort.md": text,
            "profiles/zeester/left-out.yml": "- nieuw\n- mij.md\n",
        }
    )
    answer = run("build", "-C", root, "--date", TODAY, "--lang", "en")
    assert answer.code == 0, answer.err
    site = files_of(root / "site" / "zeester")
    assert {"index.html", "kort.html", "kort-wie.html", "wie.html"} <= site.keys()
    assert not {"nieuw.html", "mij.html", "kort-mij.html"} & site.keys()
    led = re.compile(rb"\b(?:nieuw|mij|kort-mij)[.]html")
    alike = ("assets/search-words.js",)  # on every site, whatever it has
    assert [name for name, data in site.items() if led.search(data) and name not in alike] == []
    assert [name for name, data in site.items() if b"[# " in data or b"[# /page" in data] == []
    assert b'href="kort-wie.html"' in site["wie.html"], "other easy versions stay"
    (root / "profiles/zeester/left-out.yml").unlink()
    assert run("build", "-C", root, "--date", TODAY, "--lang", "en").code == 0
    assert (root / "site/zeester/nieuw.html").is_file()


def with_a_module(module: str) -> dict[str, str]:
    """The files of a site in Dutch with this module alone."""
    base = (BASE / "profiles" / "zeester" / "profile.yml").read_text(encoding="utf-8")
    return {
        "profiles/zeester/quizzes/huis.yml": re.sub(r", en: [^}\n]*", "", module),
        "profiles/zeester/quizzes/kamer.svg": OWN["profiles/zeester/quizzes/kamer.svg"],
        "profiles/zeester/profile.yml": base + "training: {modules: [huis]}\n",
    }


def test_one_language_is_enough_where_the_site_has_one(new_workspace: Callable[..., Path]) -> None:
    root = new_workspace(with_a_module(OWN["profiles/zeester/quizzes/huis.yml"]))
    answer = run("build", "-C", root, "--date", TODAY, "--lang", "en")
    assert answer.code == 0, answer.err
    page = (root / "site/zeester/training-huis.html").read_text(encoding="utf-8")
    assert "Diep in de kelder" in page and "Er is geen score." in page


def test_a_pass_mark_of_its_own_is_told_before_the_first_question(new_workspace: Callable[..., Path]) -> None:
    module = OWN["profiles/zeester/quizzes/huis.yml"].replace("minutes: 2\n", "minutes: 2\npass_mark: 60\n")
    root = new_workspace(with_a_module(module))
    answer = run("build", "-C", root, "--date", TODAY, "--lang", "en")
    assert answer.code == 0, answer.err
    page = (root / "site/zeester/training-huis.html").read_text(encoding="utf-8")
    assert "Geslaagd vanaf 60%." in page and "Er is geen score" not in page


def test_a_text_that_names_the_only_advisor_is_refused_once_there_are_two(new_workspace: Callable[..., Path]) -> None:
    two = (BASE / "profiles" / "zeester" / "profile.yml").read_text(encoding="utf-8")
    one = two[: two.index("    backup: sam")]
    text = "## Pesten {#pesten}\n\nPraat met [[ advisor.call_name ]].\n"
    root = new_workspace({"profiles/zeester/profile.yml": one, "profiles/zeester/texts/nl/gedrag.md": text})
    assert run("build", "-C", root, "--date", TODAY, "--lang", "en").code == 0
    (root / "profiles/zeester/profile.yml").write_text(two, encoding="utf-8")
    answer = run("build", "-C", root, "--date", TODAY, "--lang", "en")
    assert answer.code == 1
    assert "profiles/zeester/texts/nl/gedrag.md:3:11  [[ advisor.call_name ]]" in answer.err + answer.out


def test_what_is_wrong_with_it_stops_that_site_alone(new_workspace: Callable[..., Path]) -> None:
    base = (BASE / "profiles" / "zeester" / "profile.yml").read_text(encoding="utf-8")
    root = new_workspace(
        {
            "profiles/anders/profile.yml": base.replace("De Zeester", "De Anemoon"),
            "profiles/zeester/texts/nl/gedrag.md": "## Pesten {#pesten}\n\n<b>Niet doen.</b>\n",
        }
    )
    answer = run("build", "-C", root, "--date", TODAY, "--lang", "en", "--format", "json")
    assert answer.code == 1
    assert (root / "site/anders/index.html").is_file()
    assert not (root / "site/zeester").exists()
    assert "gedrag.md" in json.dumps(answer.json)
