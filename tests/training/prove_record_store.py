"""The cmi5 unit with a real record store behind the learning system: Ralph. Takes too long for every run; scripts/prove.py runs it."""

from __future__ import annotations

import json
import os
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from http.client import HTTPConnection
from pathlib import Path

import pytest

from .cmi5_lms import learning_system
from .cmi5_rules import verb_of
from .peers import FOLDER, python_of
from .test_cmi5 import MARKED, RIGHT, WRONG, Learner, kept_of, learner, packages, trusting  # noqa: F401

_HASH = "import bcrypt; print(bcrypt.hashpw(b'ralph', bcrypt.gensalt(4)).decode())"
_ASKS = {"Authorization": "Basic cmFscGg6cmFscGg=", "X-Experience-API-Version": "1.0.3"}


@contextmanager
def record_store(folder: Path) -> Iterator[HTTPConnection]:
    """Ralph, keeping its statements in a file."""
    python = python_of("lrs")
    hashed = subprocess.run([python, "-c", _HASH], capture_output=True, text=True, check=True).stdout.strip()
    agent = {"mbox": "mailto:lms@lms.example"}
    (folder / "auth.json").write_text(
        json.dumps([{"username": "ralph", "hash": hashed, "scopes": ["all"], "agent": agent}]), encoding="utf-8"
    )
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    wishes = {"RALPH_APP_DIR": str(folder), "RALPH_AUTH_FILE": str(folder / "auth.json"), "RALPH_RUNSERVER_BACKEND": "fs",
              "RALPH_BACKENDS__LRS__FS__DEFAULT_DIRECTORY_PATH": str(folder)}  # fmt: skip
    running = subprocess.Popen([python, FOLDER / "run_store.py", str(port)], env={**os.environ, **wishes}, cwd=folder)
    store = HTTPConnection("127.0.0.1", port)
    try:
        for _ in range(200):
            try:
                store.request("GET", "/__lbheartbeat__")
                store.getresponse().read()
                break
            except ConnectionError:
                store.close()
                time.sleep(0.1)
        yield store
    finally:
        running.terminate()
        running.wait()


@pytest.mark.browser
def test_a_record_store_takes_every_statement(learner: Learner, packages: Path, tmp_path: Path) -> None:  # noqa: F811
    with record_store(tmp_path) as store, learning_system(packages, tmp_path, store) as system:
        one = system.launch(MARKED, masteryScore=0.6)
        learner.open(one)
        learner.go_through(WRONG)
        kept_of(system, one, "completed")
        learner.leave()
        one.waits_for("failed", "terminated")
        two = system.launch(MARKED, one.registration, masteryScore=0.6)
        page = learner.open(two)
        page.get_by_role("button", name="Opnieuw beginnen").click()
        learner.go_through(RIGHT)
        kept_of(system, two)
        learner.leave()
        two.waits_for("passed", "terminated")
        assert one.wrong + two.wrong == []

        store.request("GET", f"/xAPI/statements?registration={one.registration}&ascending=true", headers=_ASKS)
        kept = json.loads(store.getresponse().read())["statements"]
    by_time = sorted(kept, key=lambda statement: str(statement["timestamp"]))
    assert [verb_of(statement) for statement in by_time] == [
        "initialized",
        "completed",
        "failed",
        "terminated",
        "initialized",
        "passed",
        "terminated",
    ]
