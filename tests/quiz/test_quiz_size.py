"""What the quiz itself adds to a page, as it is shipped."""

from __future__ import annotations

import gzip
import re

from played import COMPONENTS, SCRIPTS

from voorlichter.template.assets import plan_assets, render_scripts
from voorlichter.template.bundles import plan_bundles, read_components

MOST = 6200


def test_the_script_and_the_styles_are_small() -> None:
    own = {f"components/{path.relative_to(COMPONENTS).as_posix()}": path for path in (COMPONENTS / "quiz").rglob("*.*")}
    files = plan_assets(own, plan_bundles(read_components(own)[0], {"page.html": {".quiz"}}))
    sizes = {name: len(gzip.compress(files[f"assets/quiz.{name}"], 9)) for name in ("js", "css")}
    assert sum(sizes.values()) <= MOST, sizes


def test_the_script_fetches_stores_and_writes_nothing() -> None:
    banned = r"innerHTML|outerHTML|insertAdjacent|document\.write|fetch|XMLHttp|Storage|cookie|\blocation\b|\beval\b|Function\(|\bimport\b|http"
    assert re.findall(banned, render_scripts(SCRIPTS)) == []
