"""A picture with a question: on the page and in every package, with its words, and nothing of who took it."""

from __future__ import annotations

import base64
import io
import re
import shutil
import zipfile
from pathlib import Path
from xml.etree import ElementTree

import pytest
from PIL import Image
from support import TODAY, lay, run

from .conftest import unpack

pytestmark = pytest.mark.slow

SHOWN = "media/questions/harbour-one.jpg"
SAID = "Een kade bij Stichting De Zeester, \u201cleeg\u201d."


@pytest.fixture(scope="module")
def picture(harbour: Path) -> bytes:
    return (harbour / "site/zeester" / SHOWN).read_bytes()


def exported(harbour: Path, form: str, folder: Path) -> tuple[dict[str, bytes], str]:
    """What comes of it by name, zips unpacked, and what is told."""
    answer = run("export", "zeester", "-C", harbour, "--format", form, "--date", TODAY, "--lang", "en", "-o", folder)
    assert answer.code == 0, answer.err
    (made,) = (path for path in folder.rglob("*") if path.is_file())
    return unpack(made) if zipfile.is_zipfile(made) else {made.name: made.read_bytes()}, answer.out + answer.err


def test_a_page_shows_it_with_its_words_and_not_only_once_somebody_is_there(harbour: Path) -> None:
    """One that is asked for with its question would tell the server where somebody is."""
    page = (harbour / "site/zeester/training-harbour.html").read_text(encoding="utf-8")
    assert re.findall(r"<img[^>]*questions[^>]*>", page) == [
        f'<img src="{SHOWN}" alt="{SAID}" width="560" height="420">'
    ]


def test_a_photo_is_made_small_and_tells_nothing_of_where_it_was_taken(picture: bytes) -> None:
    image = Image.open(io.BytesIO(picture))
    assert image.size == (1120, 840)
    assert not image.getexif()
    assert b"Steiger" not in picture


def test_a_site_without_the_module_has_none_of_its_pictures(harbour: Path, tmp_path: Path) -> None:
    shutil.copytree(harbour / "quizzes", tmp_path / "quizzes")
    profile = (harbour / "profiles/zeester/profile.yml").read_text(encoding="utf-8")
    lay(tmp_path, {"profiles/zeester/profile.yml": profile.replace("[harbour], pass_mark: 60", "[role]")})
    assert run("build", "-C", tmp_path, "--date", TODAY).code == 0
    assert not [*(tmp_path / "site").rglob("media/questions/*")]


@pytest.mark.parametrize("form", ["scorm12", "scorm2004", "cmi5"])
def test_a_package_brings_it(form: str, harbour: Path, picture: bytes, tmp_path: Path) -> None:
    files, _ = exported(harbour, form, tmp_path)
    assert f'<img src="{SHOWN}" alt="{SAID}"' in files["index.html"].decode()
    assert files[SHOWN] == picture
    assert form == "cmi5" or f'<file href="{SHOWN}"' in files["imsmanifest.xml"].decode()


def test_moodle_gets_it_within_the_question(harbour: Path, picture: bytes, tmp_path: Path) -> None:
    (data,) = exported(harbour, "moodle-xml", tmp_path)[0].values()
    one = next(one for one in ElementTree.fromstring(data).findall("question") if one.get("type") == "multichoice")
    said = f'<p>Wie kiest?</p><p><img src="@@PLUGINFILE@@/harbour-one.jpg" alt="{SAID}"></p>'
    assert one.findtext("questiontext/text") == said
    (file,) = one.findall("questiontext/file")
    assert base64.b64decode(file.text or "") == picture


def test_qti_has_it_beside_its_item(harbour: Path, picture: bytes, tmp_path: Path) -> None:
    files, _ = exported(harbour, "qti", tmp_path)
    image = ElementTree.fromstring(files["items/harbour-one.xml"]).find(".//{*}img")
    assert image is not None and image.get("alt") == SAID
    assert files[f"items/{image.get('src')}"] == picture
    assert '<file href="items/harbour-one.jpg"' in files["imsmanifest.xml"].decode()


def test_gift_says_what_it_shows_and_the_export_that_it_is_not_there(harbour: Path, tmp_path: Path) -> None:
    files, told = exported(harbour, "gift", tmp_path)
    (text,) = files.values()
    assert f"[{SAID}]" in text.decode()
    assert "<img" not in text.decode()
    assert "harbour: 1 without the picture" in told
