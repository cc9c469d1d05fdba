"""`voorlichter clients`, `rename` and `stop`, as somebody types them."""

from __future__ import annotations

from pathlib import Path

import pytest
from support import TODAY, files_of, run


@pytest.mark.parametrize("lang", ["nl", "en"])
def test_every_client_has_a_line_and_what_does_not_fit_stands_below(examples: Path, lang: str) -> None:
    told = run("clients", "-C", examples, "--date", TODAY, "--days", 300, "--lang", lang).out
    lines = told.splitlines()
    assert [line.split()[0] for line in lines[1:4]] == ["ooverlaar", "vuurtoren", "werkplaats"]
    assert {"nl": "eerstvolgend", "en": "next"}[lang] in lines[0]
    assert {"nl": "voor alle sites", "en": "for all sites"}[lang] in told


def test_programs_get_the_same(examples: Path) -> None:
    told = run("clients", "-C", examples, "--date", TODAY, "--format", "json").json
    assert [(client["slug"], client["name"], client["errors"]) for client in told["clients"]] == [
        ("ooverlaar", "Gemeente Ooverlaar", 0),
        ("vuurtoren", "Stichting Zorggroep De Vuurtoren", 0),
        ("werkplaats", "Meubelwerkplaats De Schaaf", 0),
    ]
    assert [one["kind"] for one in told["clients"][1]["dates"]] == ["absence_begins"]


def test_a_client_is_renamed_and_stopped_when_that_is_agreed_to(workspace: Path) -> None:
    before = files_of(workspace / "profiles")
    refused = run("rename", "zeester", "anker", "-C", workspace, "--lang", "en", typed="n\n")
    assert refused.code == 1 and files_of(workspace / "profiles") == before
    assert run("rename", "zeester", "anker", "-C", workspace, "--lang", "en", typed="y\n").code == 0
    stopped = run("stop", "anker", "--yes", "-C", workspace, "--lang", "nl", "--date", TODAY)
    assert stopped.code == 0 and "Voor ICT:" in stopped.out
    assert files_of(workspace / f"stopped/anker-{TODAY}/profiles/anker") == files_of_one(before)
    assert run("stop", "anker", "--yes", "-C", workspace).code == 1


def files_of_one(files: dict[str, bytes]) -> dict[str, bytes]:
    return {name.removeprefix("zeester/"): data for name, data in files.items()}
