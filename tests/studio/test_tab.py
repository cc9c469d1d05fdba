"""What the tab makes is what the command line makes, byte for byte; and after loading it asks nobody for anything."""

from __future__ import annotations

import base64
import json
import os
import re
import zipfile
from collections.abc import Callable
from datetime import date
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from golden_case import lay_over
from PIL import Image
from support import BASE, MANY_LANGUAGES, REPOSITORY, TESTS, TODAY, copy_linked

from voorlichter.languages import shipped
from voorlichter.studio.session import Session
from voorlichter.workspace import Workspace
from voorlichter.workspace_zip import pack_workspace

from .pdf import without_pictures
from .stand_in import StandIn
from .tab import Tab

pytestmark = [pytest.mark.browser, pytest.mark.slow]

EXAMPLES = sorted(path.name for path in (REPOSITORY / "profiles").iterdir() if path.name != MANY_LANGUAGES)
CASES = sorted(
    path.relative_to(TESTS / "golden").as_posix()
    for group in ("advisors", "own", "picture", "rules", "value")
    for path in (TESTS / "golden" / group).iterdir()
)
SAMPLE = CASES if os.environ.get("EVERY_PAGE") == "true" else CASES[::16]
PRINTED = EXAMPLES[::-1] if os.environ.get("EVERY_PAGE") == "true" else EXAMPLES[-1:]
PICTURED = (".png", ".jpg")


def made_by(answer: dict[str, Any]) -> dict[str, Any]:
    """With the names of encoded pictures, whatever is in them."""
    files = {name: None if name.endswith(PICTURED) else hash_ for name, hash_ in answer.get("files", {}).items()}
    return {**answer, "files": files}


def differing(one: dict[str, Any], other: dict[str, Any]) -> list[str]:
    """The names of what is not the same in both: files, and the rest of an answer."""
    ours, theirs = one.pop("files"), other.pop("files")
    for pictures in one.get("pictures"), other.get("pictures"):
        assert all(told == [] for *_, told in (pictures or {}).values())
    return [
        *(name for name in sorted({*ours, *theirs}) if ours.get(name, "") != theirs.get(name, "")),
        *(key for key in sorted({*one, *other}) if one.get(key) != other.get(key)),
    ]


def both(tab: Tab, folder: Path, slug: str, packs: tuple[str, ...] = ()) -> tuple[dict[str, Any], dict[str, Any]]:
    asked = {"verb": "fill", "slug": slug, "today": TODAY, "packs": list(packs)}
    tab.put(folder)
    return made_by(tab.ask(**asked)), made_by(StandIn(Workspace.at(folder), date.fromisoformat(TODAY)).handle(asked))


@pytest.mark.parametrize("slug", EXAMPLES)
@pytest.mark.sampled(3)
def test_an_example_is_the_same(tab: Tab, examples: Path, slug: str) -> None:
    in_tab, on_computer = both(tab, examples, slug, ("scorm12", "cmi5", "gift") if slug == EXAMPLES[-1] else ())
    assert len(in_tab["files"]) > 50
    assert differing(in_tab, on_computer) == []


@pytest.mark.proof
def test_the_example_in_every_language_is_the_same_and_a_number_changes_in_each(tab: Tab, tmp_path: Path) -> None:
    for folder in ("advisors", f"profiles/{MANY_LANGUAGES}"):
        copy_linked(REPOSITORY / folder, tmp_path / folder)
    in_tab, on_computer = both(tab, tmp_path, MANY_LANGUAGES)
    assert {name.partition("/")[0] for name in in_tab["files"]} >= {*shipped()} - {"nl"}
    assert differing(in_tab, on_computer) == []
    asked = {
        "verb": "set",
        "slug": MANY_LANGUAGES,
        "path": ["advisors", 1, "phone"],
        "value": "020 000 00 09",
        "done": True,
    }
    assert tab.ask(**asked)["data"]["advisors"][1]["phone"] == "020 000 00 09"
    for code in shipped():
        shown = tab.ask(verb="page", slug=MANY_LANGUAGES, page="index.html", language=code)
        assert (shown["language"], f'<html lang="{code}"' in shown["html"]) == (code, True)
        assert "tel:+31200000009" in shown["html"]
    exported = tab.ask(verb="make", slug=MANY_LANGUAGES, what="site")
    with zipfile.ZipFile(BytesIO(base64.b64decode(exported["data"]))) as made:
        firsts = [made.read(name) for name in made.namelist() if name.endswith("/index.html")]
    assert len(firsts) >= len(shipped()) - 1 and all(b"tel:+31200000009" in page for page in firsts)


@pytest.mark.parametrize("case", SAMPLE)
@pytest.mark.sampled(3)
def test_a_golden_profile_is_the_same(tab: Tab, workspace: Path, case: str) -> None:
    lay_over(TESTS / "golden" / case, workspace)
    in_tab, on_computer = both(tab, workspace, "zeester")
    assert differing(in_tab, on_computer) == []


def test_what_goes_in_as_a_zip_comes_out_the_same(tab: Tab) -> None:
    tab.put(BASE)
    assert base64.b64decode(tab.ask(verb="pack")["data"]) == pack_workspace(Workspace.at(BASE))


def test_the_session_answers_as_on_the_computer(tab: Tab, workspace: Path) -> None:
    """What the page asks for a first organisation: from its name to a page that shows it, with a photo."""
    tab.put(workspace)
    stand_in = StandIn(Workspace.at(workspace), date.today())
    photo = BytesIO()
    Image.new("RGB", (300, 400), "teal").save(photo, "JPEG")
    walk: list[dict[str, Any]] = [
        {"verb": "start", "language": "en"},
        {"verb": "new", "name": "Bakkerij De Korenaar"},
        {
            "verb": "set",
            "slug": "bakkerij-de-korenaar",
            "path": ["organisation", "workforce"],
            "value": 9,
            "done": True,
        },
        {"verb": "set", "slug": "bakkerij-de-korenaar", "path": ["advisors", 0, "name"], "value": "Noor Voorbeeld"},
        {"verb": "ready", "slug": "bakkerij-de-korenaar"},
        {"verb": "page", "slug": "bakkerij-de-korenaar", "page": "index.html"},
        {"verb": "undo", "slug": "bakkerij-de-korenaar"},
        {
            **{"verb": "put", "slug": "bakkerij-de-korenaar", "path": ["advisors", 0, "photo"]},
            **{"name": "Noor.jpg", "data": base64.b64encode(photo.getvalue()).decode()},
        },
    ]
    for message in walk:
        in_tab, on_computer = tab.ask(**message), stand_in.handle(message)
        assert in_tab.keys() == on_computer.keys(), message
        assert _without_pictures(in_tab) == _without_pictures(on_computer), message


def _without_pictures(answer: dict[str, Any]) -> str:
    """Nor the stamp, which is of these files in this place."""
    text = json.dumps({**answer, "stamp": None}, sort_keys=True, default=str)
    return re.sub(r"data:image/(?:png|jpeg);base64,[\w+/=]+", "", text)


def test_every_module_finds_what_it_imports(tab: Tab) -> None:
    """What nothing needs was left out of the library and the packages of others."""
    assert len(tab.ask(verb="modules")["modules"]) > 200


def test_a_workspace_that_needs_the_engine_is_told_what_to_do(tab: Tab, new_workspace: Callable[..., Path]) -> None:
    told = tab.put(new_workspace({"docs/nl/eigen.md": "---\ntitle: Eigen\n---\n"}))
    assert [problem["path"] for problem in told["problems"]] == ["docs/nl/eigen.md"]
    assert "voorlichter build" in told["problems"][0]["fix"]


def test_the_worker_has_nothing_to_send_with(tab: Tab) -> None:
    """Whatever a workspace holds: the policy forbids it, and what could is gone."""
    (worker,) = tab.page.workers
    left = worker.evaluate(
        """() => ["fetch", "XMLHttpRequest", "WebSocket", "WebTransport", "EventSource", "importScripts", "Worker", "caches", "indexedDB", "BroadcastChannel"]
        .filter((name) => self[name] !== undefined || name in Object.getPrototypeOf(self))"""
    )
    assert left == []
    assert worker.evaluate("() => ['sendBeacon', 'serviceWorker', 'storage'].filter((name) => navigator[name])") == []
    elsewhere = tab.address.replace("127.0.0.1", "localhost")
    refused = tab.page.evaluate("(url) => fetch(url).then(() => 'sent', () => 'refused')", elsewhere)
    assert refused == "refused"
    tab.said.clear()  # the browser tells so


def test_nothing_was_asked_for_after_loading(tab: Tab) -> None:
    assert [url for url in tab.requests[tab.loaded :] if not url.startswith("blob:")] == []
    assert {
        url for url in tab.requests if not url.removeprefix("blob:").startswith(tab.address.removesuffix("studio/"))
    } == set()
    assert tab.said == []


def test_print_is_fetched_when_it_is_asked_for_and_by_the_page(tab: Tab, printing: Path) -> None:
    tab.put(printing)
    refused = tab.ask(verb="make", slug=PRINTED[0], what="kit")
    assert "Fetch it" in refused["refused"]
    before = len(tab.requests)
    tab.page.evaluate("() => tab.add('print')")
    assert tab.requests[before:] == [f"{tab.address}tab/print.pack"]
    test_the_worker_has_nothing_to_send_with(tab)


@pytest.mark.parametrize("slug", PRINTED)
def test_what_is_printed_and_sent_is_the_same(tab: Tab, printing: Path, slug: str) -> None:
    """But for how pictures are encoded; a tab makes no slides, and says so where the kit is listed."""
    session = Session(Workspace.at(printing), date.today(), "en")
    tab.put(printing)
    asked = {"verb": "make", "slug": slug, "what": "kit"}
    in_tab, on_computer = _kit_in(tab.ask(**asked)), _kit_in(session.handle(asked))
    slides = {name for name in on_computer if name.endswith(".pptx")}
    assert slides and in_tab.keys() == on_computer.keys() - slides
    assert [name for name, data in in_tab.items() if data != on_computer[name]] == []
    listed = tab.ask(verb="read", path=f"kit/{slug}/kit.json")["text"]
    assert {one["name"] for one in json.loads(listed)["left_out"]} == slides


def test_print_is_looked_at_before_it_is_downloaded(tab: Tab, printing: Path) -> None:
    session = Session(Workspace.at(printing), date.today(), "en")
    tab.put(printing)
    asked = {"verb": "print_preview", "slug": PRINTED[0]}
    in_tab, on_computer = tab.ask(**asked), session.handle(asked)
    assert [one["alt"].partition(":")[0] for one in in_tab["looks"]] == ["Poster", "Kaartjes op zakformaat", "Folder, A5 na vouwen"]  # fmt: skip
    assert all(min(one["width"], one["height"]) > 300 for one in in_tab["looks"])
    assert _without_pictures(in_tab) == _without_pictures(on_computer)


def test_printing_asked_for_nothing_either(tab: Tab) -> None:
    assert [url for url in tab.requests[tab.loaded :] if not url.startswith(("blob:", f"{tab.address}tab/print.pack"))] == []  # fmt: skip
    assert tab.said == []


def _kit_in(answer: dict[str, Any]) -> dict[str, bytes]:
    with zipfile.ZipFile(BytesIO(base64.b64decode(answer["data"]))) as kit:
        files = {name: kit.read(name) for name in kit.namelist()}
    return {name: without_pictures(data) if name.endswith(".pdf") else data for name, data in files.items()}


@pytest.fixture
def printing(examples: Path, tmp_path: Path) -> Path:
    """The examples, in a place where a kit may be put."""
    for name in ("profiles", "advisors", ".voorlichter"):
        copy_linked(examples / name, tmp_path / name)
    return tmp_path
