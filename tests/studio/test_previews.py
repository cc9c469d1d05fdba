"""A mistake in one of an organisation's own files takes that file out of the preview, and nothing beside it."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from support import lay

from voorlichter.studio.session import Session
from voorlichter.workspace import Workspace

from .hands import TODAY, new_workspace

HOME = "profiles/zeester"
PROFILE = """
organisation: {name: Stichting De Zeester, workforce: 20}
advisors:
  - {id: noor, name: Noor Voorbeeld, kind: external, phone: "020 000 00 01"}
training: {modules: [huis, tuin, strand]}
"""
SECOND = '  - {id: sam, name: Sam Elders, kind: external, phone: "020 000 00 02"}\n'
PASSAGES = {"gedrag": "## Pesten {#pesten}", "gesprek": "# Een gesprek +", "collega": "# Voor een collega +"}
PAGES = ("kamer", "trein", "haven")
MODULES = ("huis", "tuin", "strand")

PASSAGE = "{heading}\n\nZo zeggen wij {name}.\n"
PAGE = "---\ntitle: De {name}\ndescription: De {name}.\nmenu: who\n---\n\n# De {name}\n\nZo zeggen wij {name}.\n"
MODULE = """id: {name}
title: {{nl: Ons onderdeel {name}}}
about: {{nl: Zo zeggen wij {name}.}}
minutes: 2
questions:
  - id: {name}-01
    type: single
    ask: {{nl: "Waar is {name}?"}}
    options:
      - id: boven
        text: {{nl: Boven}}
        correct: true
        feedback: {{nl: Zo is het.}}
      - id: onder
        text: {{nl: Onder}}
        feedback: {{nl: Daar is niemand.}}
        misconception: onder
    why: {{nl: Zo staat het op de pagina.}}
    source: gedrag.md#pesten
"""
OWN = {
    **{f"texts/nl/{name}.md": PASSAGE.format(name=name, heading=heading) for name, heading in PASSAGES.items()},
    **{f"docs/nl/{name}.md": PAGE.format(name=name) for name in PAGES},
    **{f"quizzes/{name}.yml": MODULE.format(name=name) for name in MODULES},
}
WRONG = {
    "a slot that is not there": ("texts/nl/gedrag.md", "[[ org.nope ]] hoort hier niet."),
    "a heading that is not there": ("texts/nl/gesprek.md", "## Niets {#niets}"),
    "HTML": ("docs/nl/kamer.md", "<b>Kamer</b>"),
    "a link that leads nowhere": ("docs/nl/trein.md", "[Weg](weg.md)"),
    "a key that is no key": ("quizzes/huis.yml", "nope: 1"),
    "no YAML": ("quizzes/tuin.yml", "}{"),
    "a list of ids that cannot be read": ("quizzes/released.txt", "nope"),
    "a page that is nowhere left out": ("left-out.yml", "- nope"),
    "a file where nothing reads it": ("docs/stray.md", "nope"),
    "a language that is none": ("docs/xx/kamer.md", PAGE.format(name="xx")),
}


@pytest.fixture
def session(tmp_path: Path, examples: Path) -> Session:
    root = new_workspace(tmp_path / "workspace")
    files = {f"{HOME}/{path}": text for path, text in OWN.items()}
    return Session(Workspace.at(lay(root, {f"{HOME}/profile.yml": PROFILE, **files})), TODAY)


@pytest.fixture
def ask(session: Session) -> Callable[..., dict[str, Any]]:
    return lambda verb, **message: session.handle({"verb": verb, "slug": "zeester", **message})


def seen(ask: Callable[..., dict[str, Any]]) -> set[str]:
    """The own files whose words the preview shows."""
    where = {
        **{f"texts/nl/{name}.md": f"{name}.html" for name in PASSAGES},
        **{f"docs/nl/{name}.md": f"{name}.html" for name in PAGES},
        **{f"quizzes/{name}.yml": f"training-{name}.html" for name in MODULES},
    }
    return {path for path, page in where.items() if _says(ask("page", page=page)["html"], Path(path).stem)}


def _says(html: str, name: str) -> bool:
    return re.search(rf"<main.*Zo zeggen wij {name}\.", html, re.S) is not None


def test_without_a_mistake_all_of_it_is_there(ask: Callable[..., dict[str, Any]]) -> None:
    assert seen(ask) == {*OWN}
    assert "data" in ask("make", what="site")


@pytest.mark.parametrize("path, text", WRONG.values(), ids=WRONG)
@pytest.mark.sampled(3)
def test_only_the_file_with_the_mistake_is_left_out(
    session: Session, ask: Callable[..., dict[str, Any]], path: str, text: str
) -> None:
    lay(session.workspace.root, {f"{HOME}/{path}": f"{OWN.get(path, '')}\n{text}\n"})
    lean_on_it = {one for one in OWN if path == "quizzes/released.txt" and one.startswith("quizzes/")}
    assert seen(ask) == {*OWN} - {path} - lean_on_it
    assert any(one["severity"] == "error" for one in ask("make", what="site")["problems"])


def test_one_of_each_kind_at_once(session: Session, ask: Callable[..., dict[str, Any]]) -> None:
    wrong = [WRONG[kind] for kind in ("a slot that is not there", "HTML", "a key that is no key")]
    lay(session.workspace.root, {f"{HOME}/{path}": f"{OWN[path]}\n{text}\n" for path, text in wrong})
    assert seen(ask) == {*OWN} - {path for path, _ in wrong}


def test_what_leads_to_a_page_that_is_left_out_goes_with_it(
    session: Session, ask: Callable[..., dict[str, Any]]
) -> None:
    leading = f"{HOME}/texts/nl/gesprek.md"
    lay(session.workspace.root, {leading: OWN["texts/nl/gesprek.md"] + "\nKom naar [de kamer](kamer.md).\n"})
    assert seen(ask) == {*OWN}
    lay(session.workspace.root, {f"{HOME}/docs/nl/kamer.md": OWN["docs/nl/kamer.md"] + "\n<b>Kamer</b>\n"})
    assert seen(ask) == {*OWN} - {"docs/nl/kamer.md", "texts/nl/gesprek.md"}


def test_what_no_longer_fits_the_profile_is_left_out_too(session: Session, ask: Callable[..., dict[str, Any]]) -> None:
    """Made while it was right, so that nothing checks it but who shows it."""
    names_one = f"{HOME}/docs/nl/haven.md"
    lay(session.workspace.root, {names_one: OWN["docs/nl/haven.md"] + "\nBel [[ advisor.call_name ]].\n"})
    assert seen(ask) == {*OWN}
    lay(session.workspace.root, {f"{HOME}/profile.yml": PROFILE.replace("training:", f"{SECOND}training:")})
    assert seen(ask) == {*OWN} - {"docs/nl/haven.md"}
