"""A module of ours under a title of one organisation's own: wherever it is named, and nowhere by the old one."""

from __future__ import annotations

import re
import zipfile
from pathlib import Path

import pytest
from support import BASE, TODAY, run

pytestmark = pytest.mark.slow

OURS, OWN = "Waar ligt de grens?", "Zo doen wij dat <hier>"
TRAINING = """\
training:
  certificate: true
  modules: [limits, role]
  renamed:
    limits: {title: {nl: "Zo doen wij dat <hier>", en: "How we do it"}, about: {nl: "Onze eigen afspraken.", en: "Our own rules."}}
"""


@pytest.fixture(scope="module")
def workspace(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("renamed")
    profile = (BASE / "profiles/zeester/profile.yml").read_text(encoding="utf-8")
    (root / "profiles/zeester").mkdir(parents=True)
    (root / "profiles/zeester/profile.yml").write_text(profile + TRAINING, encoding="utf-8")
    assert run("build", "-C", root, "--date", TODAY).code == 0
    return root


def test_the_pages_say_the_own_title_in_the_order_of_the_profile(workspace: Path) -> None:
    site = workspace / "site/zeester"
    page = (site / "training-limits.html").read_text(encoding="utf-8")
    escaped = OWN.replace("<", "&lt;").replace(">", "&gt;")
    assert f'<h1 id="module">{escaped}</h1>' in page and "<p>Onze eigen afspraken.</p>" in page
    assert re.search(rf'id="quiz-title-limits">{re.escape(escaped)}</p>', page)
    overview = (site / "training.html").read_text(encoding="utf-8")
    assert overview.index(escaped) < overview.index("Ken je de vertrouwenspersoon?")
    for name in site.glob("*.html"):
        assert OURS not in name.read_text(encoding="utf-8"), name.name


@pytest.mark.parametrize("form", ["scorm12", "gift"])
def test_a_learning_system_is_told_the_own_title(workspace: Path, form: str) -> None:
    answer = run(
        "export",
        "-C",
        workspace,
        "zeester",
        "--format",
        form,
        "--module",
        "limits",
        "--language",
        "nl",
        "--date",
        TODAY,
    )
    assert answer.code == 0, answer.err
    if form == "gift":
        told = (workspace / "export/zeester-limits-nl.gift").read_text(encoding="utf-8")
        assert "Zo doen wij dat" in told and OURS not in told
        return
    with zipfile.ZipFile(workspace / "export/zeester-limits-scorm12.zip") as package:
        told = package.read("imsmanifest.xml").decode() + package.read("index.html").decode()
    assert told.count("Zo doen wij dat &lt;hier&gt;") >= 4
    assert OURS not in told
