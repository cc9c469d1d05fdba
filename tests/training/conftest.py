"""Organisations with a small module of fixed questions, their packages unpacked, and a learning system to open them in."""

from __future__ import annotations

import io
import shutil
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from browser.checkers import MODULES, missing
from browser.conftest import running_chromium, skip_or_fail
from browser.server import serving
from built import built_once
from PIL import Image
from support import BASE, TODAY, lay, run

if TYPE_CHECKING:
    from playwright.sync_api import Browser

FOLDER = Path(__file__).parent
SYSTEM = MODULES / "scorm-again" / "dist"


@pytest.fixture(scope="package")
def harbour(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A workspace of two organisations with the same module: zeester has a pass mark, zeehond has none. Its templates are there."""

    def build(root: Path) -> None:
        shutil.copytree(BASE, root, dirs_exist_ok=True)
        profile = (root / "profiles/zeester/profile.yml").read_text(encoding="utf-8")
        lay(root, {
            "quizzes/harbour.yml": (FOLDER / "harbour.yml").read_bytes(),
            "quizzes/kade.jpg": photo(),
            "profiles/zeester/profile.yml": profile + "training: {modules: [harbour], pass_mark: 60}\n",
            "profiles/zeehond/profile.yml": profile + "training: {modules: [harbour]}\n",
        })  # fmt: skip
        assert run("build", "-C", root, "--date", TODAY).code == 0

    return built_once(tmp_path_factory, "harbour", build)


def photo() -> bytes:
    """As a telephone makes one: large, with where it was taken, and a remark."""
    exif = Image.Exif()
    exif[0x010E] = "Steiger 12"
    target = io.BytesIO()
    Image.new("RGB", (2400, 1800), "#4e5b60").save(target, "JPEG", exif=exif, comment=b"Steiger 12")
    return target.getvalue()


def unpack(package: Path) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(package.read_bytes())) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


@pytest.fixture(scope="package")
def shelf(harbour: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A learning system, and beside it the packages: <slug>-<format>, and -failed for the other wish."""
    skip_or_fail(missing())
    served = tmp_path_factory.mktemp("lms")
    for path in (*(FOLDER / "lms").iterdir(), SYSTEM / "scorm12.min.js", SYSTEM / "scorm2004.min.js"):
        shutil.copy(path, served)
    for form in ("scorm12", "scorm2004"):
        for failed, end in (("incomplete", ""), ("failed", "-failed")):
            words = ("--format", form, "--failed", failed, "-o", served / "packed")
            answer = run("export", "-C", harbour, "--lang", "en", "--date", TODAY, *words)
            assert answer.code == 0, answer.err
            for slug in ("zeester", "zeehond"):
                lay(served / f"{slug}-{form}{end}", unpack(served / "packed" / f"{slug}-harbour-{form}.zip"))
    return served


@pytest.fixture(scope="package")
def lms(shelf: Path) -> Iterator[str]:
    """The address of the learning system."""
    with serving(shelf) as address:
        yield address


@pytest.fixture(scope="package")
def elsewhere(shelf: Path) -> Iterator[str]:
    """The same files at another origin."""
    with serving(shelf) as address:
        yield address


@pytest.fixture(scope="package")
def chromium() -> Iterator[Browser]:
    with running_chromium() as browser:
        yield browser
