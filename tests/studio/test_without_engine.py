"""Stage 2 runs where no engine, no library of C but pydantic's, and no terminal is to be had."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

from test_architecture import FILES, PACKAGE, is_ours

ANKER = """organisation: {name: Het Anker, workforce: 20}
advisors:
  - {id: noor, name: Noor Voorbeeld, kind: external, phone: "020 000 00 01", backup: sam}
  - {id: sam, name: Sam Elders, kind: external, phone: "020 000 00 02"}
"""
LACKING = (
    *(
        "mkdocs",
        "material",
        "click",
        "holidays",
        "babel",
        "nh3",
        "PIL",
        "resvg_py",
        "lxml",
        "typst",
        "pptx",
        "watchfiles",
    ),
    *("rcssmin", "rjsmin", "icalendar", "xlsxwriter", "python_calamine", "multiprocessing", "dns"),
)
ONLY_ON_A_COMPUTER = (
    "cli",
    "verify",
    "mkdocs_plugin",
    "preview",
    "__main__",
    "paint",
    "studio/server",
    "studio/__main__",
)
_IMPORT_ALL = f"""
import importlib, sys
class Lacking:
    def find_spec(self, name, path=None, target=None):
        if name.split(".")[0] in {LACKING!r}:
            raise ModuleNotFoundError(name, name=name)
sys.meta_path.insert(0, Lacking())
for name in sys.argv[1:]:
    importlib.import_module(name)
print(len(sys.argv))
"""


def test_every_module_that_a_tab_runs_is_imported_without_them() -> None:
    places = [path.relative_to(PACKAGE).with_suffix("").as_posix() for path in FILES]
    names = [
        ".".join(["voorlichter", *place.removesuffix("__init__").strip("/").split("/")]).rstrip(".")
        for place in places
        if not place.startswith(ONLY_ON_A_COMPUTER)
    ]
    assert len(names) > 200 and all(map(is_ours, names))
    done = subprocess.run([sys.executable, "-c", _IMPORT_ALL, *names], capture_output=True, text=True)
    assert done.returncode == 0, done.stderr


_LOOK_AT_ALL = """
from datetime import date
from pathlib import Path
from voorlichter.clients.overview import overview
from voorlichter.workspace import Workspace
for row in overview(Workspace.at(Path(sys.argv[1])), date(2026, 11, 2)):
    told = [*(problem.message.en for problem in row.problems), *(failure.en for failure in row.failures)]
    print(row.slug, row.errors, *told)
"""


def test_all_organisations_are_looked_at_without_an_engine(new_workspace: Callable[..., Path]) -> None:
    root = new_workspace({"profiles/anker/profile.yml": ANKER, "profiles/anker/texts/nl/gedrag.md": "# Eigen\n"})
    program = _IMPORT_ALL.partition("for name")[0].replace("'PIL', ", "") + _LOOK_AT_ALL  # a tab paints by itself
    done = subprocess.run([sys.executable, "-c", program, root], capture_output=True, text=True)
    told = "this passage is about confidentiality, help or traces; something may be added, but it stays"
    assert done.stdout.splitlines() == [f"anker 1 {told}", "zeester 0"], done.stderr
