"""Which language the tool speaks: as asked, else as the computer is set."""

from __future__ import annotations

import locale

import pytest

from voorlichter.cli.language import language_of

SET = ("LC_ALL", "LC_MESSAGES", "LANG")


@pytest.mark.parametrize(
    ("arguments", "spoken"),
    [
        (["--lang", "nl"], "nl"),
        (["--lang", "en"], "en"),
        (["--lang=nl"], "nl"),
        (["build", "--lang=en", "--lang", "nl"], "en"),
        (["--lang", "fr", "--lang", "nl"], "nl"),
        (["--lang"], "en"),
        (["--lang="], "en"),
        (["nl"], "en"),
        ([], "en"),
    ],
)
def test_it_speaks_the_first_of_its_languages_that_is_asked_for(
    monkeypatch: pytest.MonkeyPatch, arguments: list[str], spoken: str
) -> None:
    monkeypatch.setenv("LC_ALL", "C.UTF-8")
    assert language_of(arguments) == spoken


@pytest.mark.parametrize(
    ("set_to", "spoken"),
    [
        ({"LC_ALL": "nl_NL.UTF-8"}, "nl"),
        ({"LC_ALL": "NL"}, "nl"),
        ({"LC_ALL": "en_GB", "LANG": "nl_NL"}, "en"),
        ({"LC_MESSAGES": "nl_BE", "LANG": "en_US"}, "nl"),
        ({"LC_ALL": "", "LANG": "nl_NL"}, "nl"),
        ({"LANG": "de_DE"}, "en"),
    ],
)
def test_it_speaks_as_the_first_setting_says_that_says_anything(
    monkeypatch: pytest.MonkeyPatch, set_to: dict[str, str], spoken: str
) -> None:
    for name in SET:
        monkeypatch.setenv(name, set_to.get(name, ""))
    assert language_of([]) == spoken


@pytest.mark.parametrize(
    ("system", "spoken"), [("nl_NL", "nl"), ("Dutch_Netherlands", "nl"), ("English_United Kingdom", "en"), (None, "en")]
)
def test_without_a_setting_it_speaks_as_the_system_does(
    monkeypatch: pytest.MonkeyPatch, system: str | None, spoken: str
) -> None:
    """Windows sets none of them, and writes its languages out."""
    for name in SET:
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(locale, "getlocale", lambda: (system, "cp1252"))
    assert language_of([]) == spoken
