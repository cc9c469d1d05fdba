"""A new organisation like one that is there, without what can only be true of the other."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from support import TODAY, files_of, run

from voorlichter.clients.duplicate import plan_duplicate
from voorlichter.problems import InputError
from voorlichter.workspace import Workspace

PROFILE = """# Hand-made.
organisation:
  name: {nl: De Zee, en: The Sea}   # as the contract has it
  short_name: Zee
  workforce: 20
brand: {color: "#0B5FA5", logo: logo.svg}
advisors:
  - {id: noor, name: Noor Voorbeeld, kind: external, phone: "020 000 00 01"}
publication:
  url: https://www.example.org/zee/
  noindex: true
"""


@pytest.fixture
def sea(new_workspace: Callable[..., Path]) -> Path:
    return new_workspace(
        {
            "profiles/zee/profile.yml": PROFILE,
            "profiles/zee/logo.svg": "<svg/>",
            "profiles/zee/texts/nl/gedrag.md": "eigen",
            "kit/zee/poster.pdf": "",
        }
    )


def test_a_copy_keeps_what_was_written_and_says_nothing_that_is_the_others(sea: Path) -> None:
    before = files_of(sea)
    told = run("duplicate", "zee", "'t Anker", "-C", sea, "--lang", "en")
    assert told.code == 0 and "profiles/t-anker" in told.out
    new = {name: data for name, data in files_of(sea).items() if name not in before}
    assert set(new) == {"profiles/t-anker/profile.yml", "profiles/t-anker/texts/nl/gedrag.md"}
    text = new["profiles/t-anker/profile.yml"].decode()
    assert text.startswith("# Hand-made.\norganisation:\n  name: ") and "'t Anker" in text
    assert "noindex: true" in text and "0B5FA5" in text
    assert not any(word in text for word in ("Zee", "Sea", "logo", "url"))
    checked = run("check", "t-anker", "-C", sea, "--lang", "en", "--date", TODAY, "--format", "json").json
    assert not [one for one in checked if one["severity"] == "error" and "t-anker/profile" in one["path"]]
    assert plan_duplicate(Workspace.at(sea), "zee", "'t Anker").slug == "t-anker-2"


@pytest.mark.parametrize(
    ("slug", "profile", "told"), [("weg", PROFILE, "no such profile"), ("zee", "organisation: [\n", "cannot be copied")]
)
def test_what_cannot_be_copied_is_told(sea: Path, slug: str, profile: str, told: str) -> None:
    (sea / "profiles/zee/profile.yml").write_text(profile, encoding="utf-8")
    with pytest.raises(InputError, match=told):
        plan_duplicate(Workspace.at(sea), slug, "Het Anker")
