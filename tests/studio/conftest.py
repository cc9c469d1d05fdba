"""The studio's program in a tab of Chromium, under the policy of its page, on a server that sends no headers of its own."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from collections.abc import Iterator
from datetime import date
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from types import ModuleType

import keyring
import pytest
from browser.conftest import running_chromium, skip_or_fail
from browser.server import serving
from built import alone
from file_keyring import FileKeyring
from publish.dav_server import DavServer, dav_server
from support import BASE, REPOSITORY

from voorlichter.studio.session import Session
from voorlichter.workspace import Workspace

from .tab import POLICY, Tab

_SCRIPT = REPOSITORY / "scripts/studio.py"


@pytest.fixture(scope="session")
def script() -> ModuleType:
    """scripts/studio.py; these tests are a package of the same name."""
    sys.path.insert(0, str(_SCRIPT.parent))
    spec = spec_from_file_location("gather_studio", _SCRIPT)
    assert spec and spec.loader
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="session")
def zeester(tmp_path_factory: pytest.TempPathFactory, examples: Path) -> Session:
    """Of the small workspace, for tests that leave it as it is: what its sites are made of is read once."""
    root = tmp_path_factory.mktemp("zeester") / "workspace"
    shutil.copytree(BASE, root)
    return Session(Workspace.at(root), date(2026, 11, 2))


@pytest.fixture(scope="module")
def gathered(script: ModuleType, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What scripts/studio.py gathers; made anew where something of it changed."""
    if shutil.which("node") is None or shutil.which("npm") is None:
        skip_or_fail("there is no Node; scripts/test.py installs it")
    with alone(tmp_path_factory.getbasetemp().parent / "gathered.lock"):
        done = subprocess.run([sys.executable, _SCRIPT, "--here"], capture_output=True, text=True)
    if done.returncode:
        skip_or_fail(f"what the studio runs on could not be gathered: {done.stdout}{done.stderr}")
    folder: Path = script.FOLDER
    return folder


@pytest.fixture(scope="module")
def tab(script: ModuleType, gathered: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Tab]:
    """A page that starts the tab's worker with the tests' session, and nothing else."""
    served = tmp_path_factory.mktemp("served")
    shutil.copytree(gathered, served / "studio/tab", copy_function=_link)
    script.write_pack(served / "studio/tab/stand_in.pack", {"stand_in.py": Path(__file__).with_name("stand_in.py")})
    (served / "studio/index.html").write_text(
        f'<!doctype html><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="{POLICY}">'
        '<title>studio</title><script type="module" src="page.js"></script>',
        encoding="utf-8",
    )
    options = json.dumps({"session": "stand_in:StandIn", "packs": ["packages", "templates", "stand_in"]})
    (served / "studio/page.js").write_text(
        f"""import {{ startTab, whyNot }} from "./tab/start.js";
window.told = [];
window.whyNot = whyNot;
window.tab = startTab((said) => told.push(said), {options});
""",
        encoding="utf-8",
    )
    with serving(served) as address, running_chromium() as browser:
        yield Tab(browser.new_page(), f"{address}studio/")


@pytest.fixture(scope="module")
def server() -> Iterator[DavServer]:
    """A WebDAV server that asks for a password."""
    if sys.platform != "linux":
        pytest.skip("Apache is started as Debian packs it")
    with dav_server() as running:
        yield running


@pytest.fixture
def kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Where a keyring of this test alone keeps what it is given."""
    monkeypatch.setenv("FILE_KEYRING", str(tmp_path / "keyring"))
    before = keyring.get_keyring()
    keyring.set_keyring(FileKeyring())
    yield tmp_path / "keyring"
    keyring.set_keyring(before)


def _link(source: str, target: str) -> None:
    Path(target).hardlink_to(source)
