"""Which modules are altered on purpose and which tests must notice: read from the code, listed nowhere."""

from __future__ import annotations

import ast
import contextlib
import json
import os
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

sys.path.insert(0, str(Path(__file__).parents[2] / "scripts"))

import mutant_server as server  # noqa: E402
import prove_mutants as mutants  # noqa: E402


@pytest.mark.parametrize(
    ("source", "opens"),
    [
        ("def plan(names): return names.resolve('org')", False),
        ("from pathlib import Path\ndef beside(path): return Path(path).parent / 'a.yml'", False),
        ("def read(path): return path.read_bytes()", True),
        ("def read(path):\n    with open(path) as file: return file", True),
        ("def look(path): return [one for one in path.iterdir() if one.is_file()]", True),
        ("import subprocess\ndef run(): ...", True),
        ("def run():\n    from mkdocs.config import base", True),
        ("import click", True),
    ],
)
def test_a_module_that_asks_the_disk_or_the_system_is_left_alone(source: str, opens: bool) -> None:
    assert mutants._opens(ast.parse(source)) is opens


def test_what_decides_and_opens_no_file_is_altered() -> None:
    modules = set(mutants.modules_without_files())
    decides = {
        "slots/check.py",
        "profile/rules/backups.py",
        "quiz/types/sort/rules.py",
        "artefacts/report/suppress.py",
        "brand.py",
    }
    assert decides <= modules
    assert not modules & {"swap.py", "regular_file.py", "workspace.py", "cli/main.py", "template/build.py"}


@pytest.mark.proof
def test_every_module_that_is_altered_is_owned_by_tests_that_are_there() -> None:
    owners = mutants.tests_of_modules()
    for module in mutants.modules_without_files():
        if module.endswith(("__init__.py", "__main__.py")):
            continue
        assert owners[module], module
        assert all((mutants.ROOT / test).is_file() for tests in owners[module] for test in tests)


def test_the_tests_of_a_part_come_before_those_that_only_pass_by() -> None:
    owners = mutants.tests_of_modules()
    assert owners["brand.py"] == [["tests/test_brand.py"]]
    assert owners["artefacts/report/suppress.py"][0] == ["tests/annual_report/test_suppression.py"]
    assert all(test.startswith("tests/slots/") for tests in owners["slots/expression.py"] for test in tests)
    told, compare = owners["artefacts/changes/told.py"], owners["artefacts/changes/compare.py"]
    assert told[0] == ["tests/changes/test_told.py"] and "tests/changes/test_compared.py" in compare[0]
    assert all("tests/cli/test_diff.py" in tests[1] for tests in (told, compare)), "those of its command come after"
    slides = owners["artefacts/kit/slides.py"]
    assert "tests/kit/test_slides.py" in slides[0]
    assert "tests/kit/test_print.py" in slides[-1], "by what tests share"
    assert "tests/training/test_scorm_packages.py" in owners["artefacts/training/formats/scorm12.py"][-1]


def test_what_tests_come_past_is_measured_anew_where_what_they_share_changes_and_not_for_others() -> None:
    shared = mutants.shared_by("tests/training/test_gift.py")
    assert {"tests/training/test_gift.py", "tests/training/every_type.py", "tests/training/conftest.py"} <= {*shared}
    assert "tests/training/peers/__init__.py" in shared, "of a package"
    assert {"tests/conftest.py", "tests/built.py"} <= {*shared}, "by what all tests share"
    assert "tests/training/cmi5_lms.py" not in shared


def test_what_can_be_altered_is_told_and_annotations_decorators_and_sentences_are_not_altered() -> None:
    module = "profile/topics.py"
    made = [mutants.mutant_of(module, number) for number in range(len(mutants.changes_of(module)))]
    changes = {(one.before, one.after) for one in made if one}
    test = "if kind.scope is not None and kind.scope not in scopes:"
    assert {(test, test.replace(" and ", " or ")), (test, test.replace("is not", "is"))} <= changes
    assert not any(before.startswith(("@", "inside:", "from ", '"""')) for before, _ in changes)


@pytest.mark.proof
def test_what_a_key_is_called_may_be_taken_away_and_is_not_altered() -> None:
    module = "profile/model.py"
    made = [
        mutants.mutant_of(module, number)
        for number, (whole, old, _) in enumerate(mutants.changes_of(module))
        if "Huisstijl" in whole.code_for_node(old)
    ]
    changes = {(one.before, one.after) for one in made if one}
    called = 'nl=("Huisstijl", "Eén kleur en een logo."),'
    assert (called, "nl=None,") in changes
    assert (called, called.replace("Huisstijl", "XXHuisstijlXX")) not in changes


def test_a_change_is_tried_by_who_comes_past_its_statement_and_what_runs_once_by_all() -> None:
    module = "profile/topics.py"
    made = [mutants.mutant_of(module, number) for number in range(len(mutants.changes_of(module)))]
    inside = next(one for one in made if one and one.before.startswith("if kind.scope is not None"))
    assert list(mutants.lines_of(inside)) == [inside.line]
    assert inside.line in mutants.function_around(inside)
    assert mutants.function_around(mutants.Mutant(module, 0, 1, "", "")) == set()


def test_an_altered_function_takes_the_place_of_the_whole_one_and_what_runs_once_does_not(tmp_path: Path) -> None:
    path = tmp_path / "sums.py"
    path.write_text("MOST = 3\n\n\ndef add(a, b=1):\n    return min(a + b, MOST)\n", encoding="utf-8")
    names: dict[str, Callable[[int], int]] = {}
    exec(compile(path.read_text(encoding="utf-8"), str(path), "exec"), names)
    functions = {(str(path), "add", 4): [names["add"]]}
    whole = path.read_text(encoding="utf-8")
    assert not server._swap(path, whole, whole, functions)
    assert not server._swap(path, whole, whole.replace("MOST = 3", "MOST = 9"), functions)
    assert not server._swap(path, whole, whole.replace("def add", "def sub"), functions)
    assert names["add"](1) == 2
    assert server._swap(path, whole, whole.replace("a + b", "a - b"), functions)
    assert names["add"](1) == 0


def test_the_first_is_tried_whatever_it_takes_and_what_tests_share_is_paid_once(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(mutants, "_MOST_SECONDS", 20)
    kit = {"fixture kit": 50.0}
    costs = {"a": {"a": 1.0} | kit, "b": {"b": 15.0} | kit, "c": {"c": 6.0} | kit, "d": {"d": 3.0}, "e": {"e": 2.0}}
    assert mutants.within_budget(costs, costs) == {"a": 51.0, "b": 66.0, "d": 69.0, "e": 71.0}
    assert mutants.within_budget([], costs) == {}


@pytest.mark.skipif(os.name == "nt", reason="Windows has no fork")
def test_work_that_goes_on_or_waits_is_stopped_and_is_no_failure(monkeypatch: pytest.MonkeyPatch) -> None:
    def go_on() -> None:
        while True:
            with contextlib.suppress(Exception):
                sum(range(1000))

    monkeypatch.setattr(server, "_PATIENCE", 20)
    assert server._apart(go_on, 0.05) is None
    assert server._apart(signal.pause, 0.05) is None
    assert server._apart(lambda: [0, ""], 60) == [0, ""]
    assert server._apart(lambda: [1 / 0], 60) == [1, ""]


def lay_sums(folder: Path) -> tuple[Path, str]:
    """A tree with one module, and a test that asks it itself and one that asks it in a process."""
    module = folder / "src" / "voorlichter" / "sums.py"
    module.parent.mkdir(parents=True)
    module.write_text("def add(a: int, b: int) -> int:\n    return a + b\n", encoding="utf-8")
    (module.parent / "__init__.py").write_text("", encoding="utf-8")
    freezes = "import gc\ndef pytest_collection_finish(): gc.freeze()\n"  # as ours does
    (folder / "conftest.py").write_text(freezes, encoding="utf-8")
    (folder / "test_sums.py").write_text(
        "import subprocess, sys\n"
        "from voorlichter.sums import add\n"
        "def test_here(): assert add(1, 2) == 3\n"
        "def test_process():\n"
        "    code = 'from voorlichter.sums import add; exit(add(1, 2) - 3)'\n"
        "    assert subprocess.run([sys.executable, '-c', code]).returncode == 0\n"
        "def test_neither(): pass\n",
        encoding="utf-8",
    )
    return module, "test_sums.py"


def answers(folder: Path, *orders: dict[str, Any]) -> list[Any]:
    told = subprocess.run(
        [sys.executable, server.__file__],
        input="".join(json.dumps(order) + "\n" for order in orders),
        cwd=folder,
        # What is altered within a second, to the same length, is no other file to Python where it keeps what it compiled.
        env={**os.environ, "PYTHONPATH": str(folder / "src"), "PYTHONDONTWRITEBYTECODE": "1"},
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    return [json.loads(line) for line in told.stdout.splitlines()]


@pytest.mark.skipif(os.name == "nt", reason="Windows has no fork")
def test_which_lines_a_test_comes_past_is_known_of_the_processes_it_starts_too(tmp_path: Path) -> None:
    _, test = lay_sums(tmp_path)
    assert answers(tmp_path, {"reach": test, "to": str(tmp_path / "reach.json")}) == [0]
    reach = json.loads((tmp_path / "reach.json").read_text(encoding="utf-8"))
    assert reach["tests"] == {f"{test}::test_{way}": [] for way in ("here", "process", "neither")}
    lines = {name.rpartition("_")[2]: of.get("sums.py") for name, of in reach["lines"].items()}
    assert lines == {"": [1], "here": [2], "process": [1, 2]}
    assert reach["spawns"] == [f"{test}::test_process"]


@pytest.mark.proof
@pytest.mark.skipif(os.name == "nt", reason="Windows has no fork")
@pytest.mark.parametrize("way", ["here", "process"])
def test_what_is_altered_is_altered_for_a_process_that_a_test_starts_too(way: str, tmp_path: Path) -> None:
    module, test = lay_sums(tmp_path)
    whole = module.read_text(encoding="utf-8")
    order = {"module": module.name, "whole": whole, "files": [test], "seconds": 60}
    order["tests"] = {f"{test}::test_{way}": 0}
    sources = {"altered": whole.replace("+", "-"), "whole": whole + "#\n"}
    orders = [order | {"source": text, "in_memory": quick} for quick in (True, False) for text in sources.values()]
    unaltered, noticed = [0, ""], [1, test]
    assert answers(tmp_path, *orders) == [noticed, [-1, ""], noticed, unaltered]
    assert module.read_text(encoding="utf-8") == whole


def test_a_sample_says_between_what_the_whole_lies() -> None:
    low, high = mutants.interval(81, 263)  # these figures are Newcombe's, Statistics in Medicine 17 (1998), method 3
    assert (round(low, 4), round(high, 4)) == (0.2553, 0.3662)
    for noticed in (1, 150, 299):
        low, high = mutants.interval(noticed, 300)
        assert 0 < low < noticed / 300 < high < 1
    assert mutants.interval(0, 0) == (0, 1)


def test_the_score_of_a_sample_is_not_read_as_that_of_the_whole() -> None:
    assert mutants.outcome(270, 297, 3) == "297 changes, 27 not noticed: 90.9%; left out as equivalent: 1.0%"
    sampled = mutants.outcome(270, 297, 3, "300 of 29727")
    assert sampled.startswith(
        "Only a sample, 300 of 29727: 297 changes, 27 not noticed: 90.9%, so of all 87.1% to 93.7%"
    )
    assert mutants.outcome(0, 0, 0) == "0 changes, 0 not noticed: 0.0%; left out as equivalent: 0.0%"


def test_a_sample_is_tried_in_the_order_in_which_it_was_drawn_lot_by_lot() -> None:
    drawn = [("b.py", number) for number in range(40)] + [("a.py", number) for number in range(40)]
    tried = mutants.in_lots(drawn)
    assert [module for module, _ in tried] == ["a.py"] * 10 + ["b.py"] * 40 + ["a.py"] * 30
    assert sorted(tried) == sorted(drawn)


def test_what_no_test_can_notice_has_its_reason() -> None:
    for name, reason in mutants.read_equivalent().items():
        assert (mutants.PACKAGE / name.partition(":")[0]).is_file(), name
        assert len(reason.split()) > 3, name
