"""A file of counts to begin with: every key there is, in the words of whoever fills it in, and sound once the numbers stand there."""

from __future__ import annotations

from pathlib import Path

import pytest

from voorlichter.artefacts.report.model import Counts
from voorlichter.artefacts.report.scaffold import render_scaffold
from voorlichter.model_problems import check_model
from voorlichter.problems import Language
from voorlichter.profile.fields import TO_FILL_IN
from voorlichter.yaml_source import read_yaml

WRITTEN = Path(__file__).parent / "scaffold"
"""As somebody gets it, in either language."""


@pytest.mark.parametrize("language", ["nl", "en"])
def test_a_new_file_explains_every_key_beside_it(language: Language) -> None:
    written = (WRITTEN / f"{language}.yml").read_text(encoding="utf-8")
    assert render_scaffold("zeester", 2026, language) == written


@pytest.mark.parametrize("language", ["nl", "en"])
def test_with_its_numbers_filled_in_it_is_sound(language: Language) -> None:
    text = render_scaffold("zeester", 2026, language).replace(TO_FILL_IN[language], "0")
    counts, problems = check_model(read_yaml(Path("counts.yml"), text.encode()), Counts)
    assert problems == [] and counts is not None and list(counts.years) == ["2026"]
