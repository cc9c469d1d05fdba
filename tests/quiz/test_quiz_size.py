"""What the quiz itself adds to a page, as it is shipped."""

from __future__ import annotations

import gzip
import re

from played import COMPONENTS

from voorlichter.template.assets import plan_assets

MOST = 6200


def test_the_script_and_the_styles_are_small() -> None:
    own = {f"components/quiz/{path.name}": path for path in (COMPONENTS / "quiz").iterdir()}
    files = plan_assets(own)
    sizes = {name: len(gzip.compress(files[f"assets/quiz.{name}"], 9)) for name in ("js", "css")}
    assert sum(sizes.values()) <= MOST, sizes


def test_the_script_fetches_stores_and_writes_nothing() -> None:
    for path in sorted((COMPONENTS / "quiz").glob("*.js")):
        script = path.read_text(encoding="utf-8")
        banned = r"innerHTML|outerHTML|insertAdjacent|document\.write|fetch|XMLHttp|Storage|cookie|\blocation\b|\beval\b|Function\(|\bimport\b|http"
        assert re.findall(banned, script) == [], path.name
