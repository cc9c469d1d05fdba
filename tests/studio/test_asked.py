"""What the page is answered, ask by ask: each case of asked/ begins with the small workspace."""

from __future__ import annotations

import base64
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from support import BASE, lay

from voorlichter.studio.session import Session

CASES: dict[str, dict[str, Any]] = {
    f"{path.stem}: {name}": case
    for path in sorted((Path(__file__).parent / "asked").glob("*.yml"))
    for name, case in yaml.safe_load(path.read_text(encoding="utf-8")).items()
}
HERE = "profiles/zeester"
ABOUT = ("ask", "is", "file", "gone", "in_it", "not_in_it", "base64", "shows", "upload")


@pytest.fixture
def session(zeester: Session) -> Iterator[Session]:
    """One for all, for to read what the sites are made of takes seconds; each case finds the files as they were."""
    yield zeester
    for path in zeester.workspace.root.iterdir():
        shutil.rmtree(path)
    shutil.copytree(BASE, zeester.workspace.root, dirs_exist_ok=True)
    zeester.files.forget()
    zeester.language = "nl"


def differences(answer: Any, expected: Any, place: str = "") -> list[str]:
    """Of a mapping the keys that are named, of a list each item; all else exactly."""
    if isinstance(expected, dict) and isinstance(answer, dict):
        pairs = [(f"{place}.{key}", answer.get(key, "nothing"), value) for key, value in expected.items()]
    elif isinstance(expected, list) and isinstance(answer, (list, tuple)) and len(answer) == len(expected):
        pairs = [(f"{place}[{index}]", *pair) for index, pair in enumerate(zip(answer, expected, strict=True))]
    else:
        return [] if answer == expected else [f"{place}: {answer!r}"]
    return [line for at, said, wanted in pairs for line in differences(said, wanted, at)]


@pytest.mark.parametrize("case", CASES)
def test_the_page_is_answered(session: Session, case: str) -> None:
    lay(session.workspace.root, {f"{HERE}/{name}": text for name, text in CASES[case].get("files", {}).items()})
    session.language = CASES[case].get("language", "nl")
    for ask in CASES[case]["asks"]:
        message = {"verb": ask["ask"], "slug": "zeester", **{key: ask[key] for key in ask if key not in ABOUT}}
        if "upload" in ask:  # `file` says here what must stand in one
            message["file"] = ask["upload"]
        if "base64" in ask:
            message["data"] = base64.b64encode(ask["base64"].encode()).decode()
        answer = session.handle(message)
        if "shows" in ask:
            answer["shows"] = base64.b64decode(answer["data"]).decode()
        assert differences(answer, ask.get("is", {"slug": "zeester"})) == []
        for name, text in ask.get("file", {}).items():
            path = session.workspace.root / HERE / name
            assert (path.read_text(encoding="utf-8") if path.is_file() else None) == text
        for name in ask.get("gone", ()):
            assert name not in answer
        for key, parts in ask.get("in_it", {}).items():
            assert [part for part in parts if part not in answer[key]] == []
        for key, parts in ask.get("not_in_it", {}).items():
            assert [part for part in parts if part in answer[key]] == []
