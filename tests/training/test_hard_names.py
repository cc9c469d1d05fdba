"""What a profile may say can be read by whatever reads XML: packages, questions, drawings and the map of the site."""

from __future__ import annotations

import io
import shutil
import zipfile
from pathlib import Path

from lxml import etree
from support import BASE, TODAY, lay, run

HARD = 'Zorg & <Welzijn> "Één" ]]> ☀️ 👩‍⚕️ می‌خواهم'


def test_a_hard_name_leaves_every_file_readable(tmp_path: Path) -> None:
    root = tmp_path / "workspace"
    shutil.copytree(BASE, root)
    profile = (root / "profiles/zeester/profile.yml").read_text(encoding="utf-8")
    publication = 'publication: {url: "https://www.zéester.example/vp?a=1&b=2", noindex: false}\n'
    lay(
        root,
        {
            "profiles/zeester/profile.yml": profile.replace("Stichting De Zeester", f"'{HARD}'").replace(
                "Noor Voorbeeld", f"'Noor {HARD}'"
            )
            + publication
        },
    )
    for form in ("scorm12", "cmi5", "moodle-xml"):
        answer = run("export", "-C", root, "--date", TODAY, "--format", form, "-o", tmp_path / "made")
        assert answer.code == 0, answer.err
    assert run("build", "-C", root, "--date", TODAY, "-o", tmp_path / "made").code == 0
    read = dict(markup(tmp_path / "made"))
    for name, data in read.items():
        etree.fromstring(data, etree.XMLParser(huge_tree=True))
        assert b"\xe2\x80\x8b" not in data, name
    assert {Path(name).name for name in read} >= {"imsmanifest.xml", "cmi5.xml", "sitemap.xml", "qr.svg"}
    assert any("☀️ 👩‍⚕️ می‌خواهم".encode() in data for data in read.values()), "the name stands in one of them"


def markup(folder: Path) -> list[tuple[str, bytes]]:
    found = [(str(path), path.read_bytes()) for path in folder.rglob("*") if path.suffix in (".xml", ".svg", ".zip")]
    for name, data in [one for one in found if one[0].endswith(".zip")]:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            found += [
                (f"{name}/{inner}", archive.read(inner))
                for inner in archive.namelist()
                if inner.endswith((".xml", ".svg"))
            ]
    return [one for one in found if not one[0].endswith(".zip")]
