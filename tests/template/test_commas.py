"""What joins two values on a page is the language's own: a comma in a template is Latin in Arabic too."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from support import REPOSITORY

THEME = REPOSITORY / "overrides"
BETWEEN_VALUES = re.compile(r"(?<=[%#\]]\]), (?=\[\[|<|\{\{)|in_line\([^)]*, \", \"\)")
TEMPLATES = sorted(path for path in THEME.rglob("*.html") if path.relative_to(THEME).parts[0] not in ("kit", "print"))


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: path.stem)
def test_a_comma_between_two_values_is_that_of_the_language(path: Path) -> None:
    assert BETWEEN_VALUES.findall(path.read_text(encoding="utf-8")) == []
