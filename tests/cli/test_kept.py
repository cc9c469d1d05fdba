"""What the program made earlier is no more believed than anything else on the disk: it is looked at before it is used."""

from __future__ import annotations

import json
import os
import shutil
import sys
import zipfile
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path

import pytest
from support import TODAY, Answer, files_of, lay, run

from voorlichter.clients.moves import undo_moves
from voorlichter.template.stored import _CONTENTS, _describe
from voorlichter.user_folders import CACHE
from voorlichter.workspace import Workspace

pytestmark = pytest.mark.slow

LOGO = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10"><rect width="10" height="10" fill="#0B5FA5"/></svg>'
SITE = Path("site/zeester")
ACTIVE = b'<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'

unix = pytest.mark.skipif(sys.platform == "win32", reason="asks for rights there, or knows no such thing")


@pytest.fixture
def kept(own_cache: Path) -> Path:
    return own_cache


@pytest.fixture
def built(workspace: Path, kept: Path) -> Path:
    """A workspace with a logo whose site stands."""
    profile = workspace / "profiles/zeester/profile.yml"
    profile.write_text(profile.read_text(encoding="utf-8") + "brand: {logo: logo.svg}\n", encoding="utf-8")
    lay(workspace, {"profiles/zeester/logo.svg": LOGO})
    assert call(workspace, kept, "build").code == 0
    return workspace


def call(root: Path, kept: Path, *words: object) -> Answer:
    return run(*words, "-C", root, "--date", TODAY, "--lang", "en", env={CACHE: str(kept)})


def build_anew(root: Path, kept: Path, *words: object) -> dict[str, bytes]:
    """The files of the site, made from what the cache holds."""
    shutil.rmtree(root / ".voorlichter/built")
    answer = call(root, kept, "build", *words)
    assert answer.code == 0, answer.err
    return files_of(root / SITE)


@pytest.mark.proof
def test_nothing_that_is_made_again_is_kept_in_the_workspace(built: Path, kept: Path) -> None:
    assert {path.name for path in (built / ".voorlichter").iterdir()} == {"built"}
    assert {path.name for path in kept.iterdir()} == {"results", "templates", "verbs.txt"}


DAMAGE: dict[str, Callable[[Path], object]] = {
    "altered": lambda path: path.write_bytes(path.read_bytes() + b"<b>altered</b>"),
    "cut off": lambda path: path.write_bytes(path.read_bytes()[: path.stat().st_size // 2]),
    "emptied": lambda path: path.write_bytes(b""),
    "in the place of another": lambda path: path.write_bytes(ACTIVE),
}


@pytest.mark.sampled(8)
@pytest.mark.parametrize("damage", DAMAGE)
def test_what_is_not_as_it_was_kept_is_made_again_and_heals(built: Path, kept: Path, damage: str) -> None:
    before = files_of(built / SITE)
    (template,) = (path for path in (kept / "templates").iterdir() if path.name.endswith("-nl-je"))
    names = [*template.glob("pages/*.html"), template / "template.json", *(kept / "results").iterdir()]
    names += [template / _CONTENTS, template / "made-from.json"] if damage == "emptied" else []
    for path in names:
        DAMAGE[damage](path)
    assert build_anew(built, kept) == before
    whole = json.loads((template / _CONTENTS).read_text(encoding="utf-8"))
    assert whole == _describe(template), "the next run finds it whole"
    assert call(built, kept, "check").code == 0


@pytest.mark.proof
def test_force_makes_all_anew_whatever_the_cache_holds(built: Path, kept: Path) -> None:
    before = files_of(built / SITE)
    (template,) = (path for path in (kept / "templates").iterdir() if path.name.endswith("-nl-je"))
    page = template / "pages/index.html"
    page.write_text(page.read_text(encoding="utf-8").replace("</main>", "<b>altered</b></main>"), encoding="utf-8")
    (template / _CONTENTS).write_text(json.dumps(_describe(template)), encoding="utf-8")
    for path in (kept / "results").iterdir():
        if path.name.startswith("favicon"):
            path.write_bytes(sha256(b"altered").digest() + b"altered")
    assert b"altered" in b"".join(build_anew(built, kept).values()), "it was believed, so that this shows something"
    answer = call(built, kept, "build", "--force")
    assert answer.code == 0, answer.err
    assert files_of(built / SITE) == before


def test_a_cache_that_cannot_be_written_costs_time_only(workspace: Path, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("no folder")
    for verb in ("check", "build"):
        answer = call(workspace, tmp_path / "file", verb)
        assert answer.code == 0, answer.err


# Names that are read back


def lists(root: Path, name: str, data: bytes) -> None:
    """The site's manifest lists one file more, and the record of the build knows that manifest."""
    manifest, (record,) = root / SITE / "manifest.json", (root / ".voorlichter/built").glob("*/zeester.json")
    told = json.loads(manifest.read_text(encoding="utf-8"))
    told["files"][name] = sha256(data).hexdigest()
    manifest.write_text(json.dumps(told), encoding="utf-8")
    known = json.loads(record.read_text(encoding="utf-8"))
    known["manifest"] = sha256(manifest.read_bytes()).hexdigest()
    known["files"] = {file: len(text) for file, text in files_of(root / SITE).items()}
    record.write_text(json.dumps(known), encoding="utf-8")


@pytest.mark.sampled(6)
@pytest.mark.parametrize(
    "name", ["{outside}/secret.txt", "../../../outside/secret.txt", "linked.txt", "folder/secret.txt", "C:/secret.txt"]
)
@unix
def test_a_manifest_that_lists_what_lies_elsewhere_packs_and_publishes_nothing(
    built: Path, kept: Path, tmp_path: Path, name: str
) -> None:
    outside = lay(tmp_path / "outside", {"secret.txt": "vuurbaak-4711"})
    (built / SITE / "linked.txt").symlink_to(outside / "secret.txt")
    (built / SITE / "folder").symlink_to(outside)
    lists(built, name.format(outside=outside), b"vuurbaak-4711")
    (built / SITE / "folder").unlink()  # a link to a folder has no size that a record tells
    (built / SITE / "folder").symlink_to(outside)
    for words in (("export", "zeester"), ("publish", "zeester", tmp_path / "www" / "site")):
        answer = call(built, kept, *words)
        packed = built / "export/zeester.zip"
        read = zipfile.ZipFile(packed).namelist() if packed.exists() else []
        assert not [file for file in read if "secret" in file or "linked" in file], answer.err
        there = files_of(tmp_path / "www") if (tmp_path / "www").exists() else {}
        assert b"vuurbaak-4711" not in b"".join(there.values())
        assert answer.code in (0, 3), answer.err
    assert files_of(outside) == {"secret.txt": b"vuurbaak-4711"}


@unix
def test_what_stands_in_a_published_folder_by_another_name_is_not_kept_elsewhere(
    built: Path, kept: Path, tmp_path: Path
) -> None:
    www = tmp_path / "www"
    assert call(built, kept, "publish", "zeester", www).code == 0
    told = json.loads((www / "manifest.json").read_text(encoding="utf-8"))
    told["files"] |= {"../../stolen.txt": "0", f"{tmp_path}/stolen.txt": "0"}
    (www / "manifest.json").write_text(json.dumps(told), encoding="utf-8")
    before = set(tmp_path.rglob("*stolen*"))
    answer = call(built, kept, "publish", "zeester", www)
    assert answer.code == 1 and "not of voorlichter" in answer.err, answer
    assert set(tmp_path.rglob("*stolen*")) == before


@pytest.mark.parametrize("name", ["/dev/zero", "../../../etc/passwd", "profiles/zeester/pipe"])
@unix
@pytest.mark.sampled(3)
def test_a_record_that_names_what_never_ends_is_no_record(built: Path, kept: Path, name: str) -> None:
    os.mkfifo(built / "profiles/zeester/pipe")
    (record,) = (built / ".voorlichter/built").glob("*/zeester.json")
    known = json.loads(record.read_text(encoding="utf-8"))
    known["inputs"] = {name: "0"} | known["inputs"]
    record.write_text(json.dumps(known), encoding="utf-8")
    answer = call(built, kept, "build")
    assert (answer.code, "zeester: built" in answer.out) == (0, True), answer.err


@pytest.mark.parametrize(
    "record", [b"", b"[]", b'{"template": 1}', b'{"start": "gisteren"}', None], ids=["empty", "list", "1", "2", "days"]
)
@pytest.mark.sampled(3)
def test_a_record_that_cannot_be_read_is_none(built: Path, kept: Path, record: bytes | None) -> None:
    (path,) = (built / ".voorlichter/built").glob("*/zeester.json")
    known = json.loads(path.read_text(encoding="utf-8"))
    path.write_bytes(json.dumps({**known, "start": "gisteren"}).encode() if record is None else record)
    assert call(built, kept, "build").code == 0
    assert call(built, kept, "clients").code == 0


def test_moves_that_came_with_a_workspace_move_nothing_outside_it(workspace: Path, tmp_path: Path) -> None:
    outside = lay(tmp_path / "outside", {"mine.txt": "Mine"})
    inside = lay(workspace, {"profiles/moved/profile.yml": "name: x\n"})
    moves = [
        [str(tmp_path / "taken.txt"), str(outside / "mine.txt")],
        [str(tmp_path / "taken"), str(inside / "profiles/moved")],
        [str(inside / ".." / "taken"), str(inside / "profiles/moved")],
    ]
    for move in moves:
        lay(workspace, {".voorlichter/moving.json": json.dumps({"process": os.getpid(), "moves": [move]})})
        undo_moves(Workspace.at(workspace))
        assert files_of(outside) == {"mine.txt": b"Mine"}
        assert (inside / "profiles/moved/profile.yml").is_file()
