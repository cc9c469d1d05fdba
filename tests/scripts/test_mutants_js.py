"""Which scripts are altered on purpose, and what is told of a change."""

from __future__ import annotations

import re
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2] / "scripts"))

import prove_mutants_js as mutants  # noqa: E402


def test_every_script_that_is_altered_is_one_that_tests_of_node_run() -> None:
    run = {
        script
        for path in mutants.TESTS.glob("*.mjs")
        for script in re.findall(r"[\w./${}-]+\.js\b", path.read_text(encoding="utf-8"))
    }
    scripts = mutants.scripts_that_decide()
    assert {"quiz/quiz-state.js", "presence/presence.js", "search/rank.js", "package/ports/cmi5.js"} <= set(scripts)
    patterns = [
        re.escape(one).replace(r"\$\{type\}", r"\w+").replace(r"\$\{edition\}", "scorm(12|2004)") for one in run
    ]
    assert [one for one in scripts if not any(re.fullmatch(pattern, one) for pattern in patterns)] == []


def test_a_change_is_told_by_the_whole_lines_that_it_alters() -> None:
    source = "const a = 1;\nif (a\n  && b) stop();\n"
    location = {"start": {"line": 2, "column": 5}, "end": {"line": 3, "column": 7}}
    mutant = {"location": location, "replacement": "a || b", "status": "Survived"}
    report = {"files": {"overrides/components/quiz/one.js": {"source": source, "mutants": [mutant]}}}
    assert list(mutants.changes_of(report)) == [("quiz/one.js: if (a && b) stop(); → if (a || b) stop();", "Survived")]


def test_what_no_test_can_notice_has_its_reason() -> None:
    for name, reason in mutants.read_equivalent().items():
        assert name.partition(":")[0] in mutants.scripts_that_decide(), name
        assert len(reason.split()) > 3, name
