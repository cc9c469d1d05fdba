"""A profile says which form it has; an older one is read, one from a later version is not guessed at."""

from __future__ import annotations

from pathlib import Path
from typing import get_args

import pytest

from voorlichter import __version__
from voorlichter.problems import Mark, Problem
from voorlichter.profile.form import check_form
from voorlichter.profile.model import FIRST_FORM, Profile, ProfileForm

MARK = Mark(Path("profile.yml"), 3)
FORMS = ("0.1.0", "0.3.0")


def check(value: object, version: str = "0.3.2") -> Problem | None:
    return check_form(value, MARK, FORMS, version)


@pytest.mark.parametrize("value", ["0.3.0", "0.2.0", "anders", None])
def test_of_the_present_form_and_of_what_is_none_the_model_speaks(value: object) -> None:
    assert check(value) is None


def test_an_older_form_is_read_and_its_line_is_told() -> None:
    told = check("0.1.0")
    assert told and (told.severity, told.mark) == ("warning", MARK)
    assert (told.fix.nl, told.fix.en) == ('schrijf: form: "0.3.0"', 'write: form: "0.3.0"')


@pytest.mark.parametrize(("value", "needed"), [("0.3.3", "0.3.3"), ("0.10.0", "0.10.0"), ("1.0", "1.0.0")])
def test_a_later_form_is_refused_with_the_version_to_install(value: str, needed: str) -> None:
    told = check(value)
    assert told and told.severity == "error"
    assert (told.fix.nl, told.fix.en) == (
        f"installeer versie {needed} of nieuwer",
        f"install version {needed} or newer",
    )


def test_no_form_is_of_a_later_version_than_this_one_and_who_names_none_has_the_first() -> None:
    forms = get_args(ProfileForm)
    assert [check_form(form, MARK, forms) for form in forms[-1:]] == [None]
    assert Profile.model_fields["form"].default == FIRST_FORM == forms[0]
    assert check_form("99.0.0", MARK, forms, __version__)
