"""`voorlichter kit`: what stands in its folder afterwards, and what a site has of it."""

from __future__ import annotations

import hashlib
import io
import json
import os
import random
import re
import shutil
import signal
import site
import subprocess
import sys
import time
import zipfile
from collections.abc import Callable
from pathlib import Path

import pypdfium2
import pytest
from support import TODAY, Answer, broken, files_of, fork, lay, run, run_alone

pytestmark = pytest.mark.slow

PROFILE = Path("profiles/zeester/profile.yml")
KIT = Path("kit/zeester")
SITE = Path("site/zeester")
posix = pytest.mark.skipif(sys.platform == "win32", reason="needs signals, limits or links of a Unix system")

ORGANISATION = """
organisation:
  name: Stichting De Zeester
  workforce: 20
  languages: [nl, en]
  locations:
    - {id: west, name: West}
    - {id: oost, name: Oost}
advisors:
  - {id: noor, name: Noor Voorbeeld, kind: external, phone: "020 000 00 01", backup: sam, locations: [west]}
  - {id: sam, name: Sam Elders, kind: external, email: sam@elders.example, locations: [oost]}
publication:
  url: https://zeester.example
"""


def kit(root: Path, *words: object) -> Answer:
    return run("kit", "-C", root, "--lang", "en", "--date", TODAY, *words)


def build(root: Path, *words: object) -> Answer:
    answer = run("build", "-C", root, "--lang", "en", "--date", TODAY, *words)
    assert broken(root / SITE) == []
    return answer


def ring(root: Path, old: str, new: str) -> None:
    text = (root / PROFILE).read_text(encoding="utf-8")
    assert old in text
    (root / PROFILE).write_text(text.replace(old, new), encoding="utf-8")


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory, examples: Path) -> Path:
    """A workspace with its kit, never to be changed."""
    root = lay(tmp_path_factory.mktemp("made"), {str(PROFILE): ORGANISATION})
    answer = kit(root)
    assert answer.code == 0, answer.err
    assert re.fullmatch(
        rf"zeester: (\d+) files \(\d\.\d MB\), \1 new or changed  {root / KIT}\nPut it on the site, .*: voorlichter build\n",
        answer.out,
    ), answer.out
    return root


@pytest.fixture
def root(made: Path, tmp_path: Path) -> Path:
    """The same to work in."""
    return Path(shutil.copytree(made, tmp_path / "workspace"))


def listed(root: Path) -> list[dict[str, str]]:
    files: list[dict[str, str]] = json.loads((root / KIT / "kit.json").read_bytes())["files"]
    return files


def told(name: str, data: bytes) -> str:
    """All the words of a file, as far as a program finds them."""
    if name.endswith(".pdf"):
        pages = pypdfium2.PdfDocument(data)
        return " ".join(pages[number].get_textpage().get_text_bounded() for number in range(len(pages)))
    if name.endswith(".pptx"):
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            return " ".join(
                re.sub(r"<[^>]*>", "", package.read(one).decode()) for one in package.namelist() if one.endswith(".xml")
            )
    return data.decode(errors="ignore")


# What a kit is


def test_a_kit_lists_every_file_and_has_the_same_ones_in_each_language(made: Path) -> None:
    there = {
        name: hashlib.sha256(data).hexdigest() for name, data in files_of(made / KIT).items() if name != "kit.json"
    }
    assert {one["name"]: one["sha256"] for one in listed(made)} == there
    one, other = ({name.partition("/")[2] for name in there if name.startswith(code)} for code in ("nl/", "en/"))
    assert one == other and {"poster-a3-west.pdf", "poster-a4-oost.pdf", "noor.vcf", "embed.html", "qr-site.png"} <= one
    assert all(one["title"] and one["about"] for one in listed(made))


def test_made_again_it_is_left_as_it_stands(root: Path) -> None:
    before, place = files_of(root / KIT), (root / KIT).stat().st_ino
    answer = kit(root, "--format", "json")
    (told,) = answer.json
    assert (told["slug"], told["status"], {one["new"] for one in told["files"]}) == ("zeester", "unchanged", {False})
    assert {one["name"]: one["size"] for one in told["files"]} == {
        name: len(data) for name, data in before.items() if name != "kit.json"
    }
    assert (files_of(root / KIT), (root / KIT).stat().st_ino) == (before, place), "nothing was written"


@pytest.mark.proof
def test_elsewhere_it_is_the_same_bytes(root: Path, tmp_path: Path) -> None:
    answer = kit(root, "-o", tmp_path / "elsewhere")
    assert files_of(tmp_path / "elsewhere/zeester") == files_of(root / KIT)
    assert "voorlichter build" not in answer.out, "a site takes the kit from its own place only"


def test_a_new_number_changes_exactly_the_files_that_hold_it(root: Path) -> None:
    before = files_of(root / KIT)
    ring(root, "020 000 00 01", "020 555 00 09")
    assert kit(root).code == 0
    after = files_of(root / KIT)
    changed = {name for name in after if after[name] != before.get(name)} - {"kit.json"}
    names = {name for name, data in after.items() if re.search("205550009", re.sub(r"\D", "", told(name, data)))}
    pictures = {
        f"{code}/qr-{kind}-noor.{form}"
        for code in ("nl", "en")
        for kind in ("call", "contact")
        for form in ("svg", "png")
    }
    assert after.keys() == before.keys()
    assert changed == names | pictures
    assert {
        "nl/poster-a4-west.pdf",
        "en/noor.vcf",
        "nl/embed.html",
    } <= changed and "nl/poster-a4-oost.pdf" not in changed


def test_what_stands_beside_it_stays(root: Path) -> None:
    lay(root / KIT, {"annual-report/2025.json": "{}", "nl/eigen.txt": "own"})
    (root / KIT / "nl/tips.txt").unlink()
    assert "1 new or changed" in kit(root).out
    assert {"annual-report/2025.json", "nl/eigen.txt", "nl/tips.txt"} <= files_of(root / KIT).keys()


# What is refused, and what goes wrong


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["zeepaard"], "there is no such profile"),
        (["-o", "docs"], "sites cannot stand in a folder of sources"),
        (["-o", "profiles"], "sites cannot stand in a folder of sources"),
        (["-o", "notes"], "something stands here that voorlichter did not make"),
        (["-o", "site"], "something stands here that voorlichter did not make"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else "",
)
def test_a_place_or_name_that_is_not_ours_is_refused_and_left(
    new_workspace: Callable[..., Path], words: list[str], said: str
) -> None:
    root = new_workspace({"notes/zeester/letter.txt": "dear", "site/zeester/manifest.json": "{}"})
    before = files_of(root)
    answer = kit(root, *[root / word if word != "-o" and "-o" in words else word for word in words])
    assert (answer.code, said in answer.err) == (1, True), answer
    assert files_of(root) == before


@posix
def test_a_disk_that_refuses_leaves_the_old_kit(root: Path) -> None:
    """A limit on the size of a file comes nearest to a full disk; the slides are larger."""
    import resource

    (root / KIT / "nl/announcement.txt").write_text("changed")
    before = files_of(root / KIT)
    answer = run_alone(
        "kit",
        "-C",
        root,
        "--lang",
        "en",
        "--date",
        TODAY,
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (30_000, 30_000)),
    )
    assert (answer.code, "Traceback" in answer.err) == (3, False), answer
    assert re.search(r"/kit/zeester: the disk refuses .*Nothing that stood there has changed\.$", answer.err, re.M)
    assert (files_of(root / KIT), os.listdir(root / "kit")) == (before, ["zeester"])


@pytest.mark.proof
@posix
def test_a_kit_that_is_killed_while_it_is_written_leaves_the_old_or_the_new(root: Path) -> None:
    moments, whole, killed = random.Random(4), files_of(root / KIT), 0
    changed = {**whole, "nl/announcement.txt": b"changed"}
    with open(os.devnull, "w") as nowhere:
        for _ in range(4):
            (root / KIT / "nl/announcement.txt").write_bytes(b"changed")
            child = fork(["kit", "-C", str(root), "--date", TODAY], nowhere.fileno(), nowhere.fileno())
            while not any(name.startswith(".voorlichter-staging-") for name in os.listdir(root / "kit")):
                if os.waitid(os.P_PID, child, os.WEXITED | os.WNOHANG | os.WNOWAIT):
                    break
                time.sleep(0.001)  # leaves the processor to the kit
            time.sleep(moments.uniform(0, 0.004))
            os.kill(child, signal.SIGKILL)
            killed += os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == -signal.SIGKILL
            assert files_of(root / KIT) in (whole, changed)
    assert killed
    assert kit(root).code == 0
    assert (files_of(root / KIT), os.listdir(root / "kit")) == (whole, ["zeester"])


@posix
def test_without_what_it_needs_one_sentence_says_how_to_get_it(root: Path, tmp_path: Path) -> None:
    packages = tmp_path / "packages"
    packages.mkdir()
    for folder in site.getsitepackages():
        for path in Path(folder).iterdir():
            if not path.name.startswith("typst"):
                (packages / path.name).symlink_to(path)
    source = str(Path(__file__).parents[2] / "src")

    def without(*words: object) -> Answer:
        program = [sys.executable, "-S", "-c", "from voorlichter.cli import main; main(prog_name='voorlichter')"]
        done = subprocess.run(
            [*program, *map(str, words), "-C", str(root), "--lang", "en", "--date", TODAY],
            capture_output=True,
            encoding="utf-8",
            env={**os.environ, "PYTHONPATH": f"{source}{os.pathsep}{packages}"},
            check=False,
        )
        return Answer(done.returncode, done.stdout, done.stderr)

    assert without("kit").code == 0, "as long as nothing changed, nothing is needed"
    ring(root, "020 000 00 01", "020 555 00 09")
    answer = without("kit")
    assert (answer.code, answer.out) == (3, "")
    *notes, last = answer.err.splitlines()
    assert last == "This needs typst. Install it with: python -m pip install 'voorlichter[kit]'"
    assert all("  note: " in line for line in notes)
    answer = without("build")
    assert (answer.code, answer.out.splitlines()[0].startswith("zeester: built")) == (0, True), (
        "the number on the site can always be put right"
    )
    assert re.search(
        r"^kit/zeester/kit\.json:1:1  note: the kit is out of date, so it is not on the site  .*pip install",
        answer.err,
        re.M,
    )
    names = files_of(root / SITE)
    assert not {name for name in names if "kit/" in name or "materialen" in name}
    assert b"materialen.html" not in names["index.html"] and b"2055500" in names["index.html"]
    assert "zeester: built" in build(root).out and "kit/noor.vcf" in files_of(root / SITE), (
        "once it is there, the kit is too"
    )


# On the site


@pytest.mark.proof
def test_a_site_offers_the_kit_where_there_is_one_and_keeps_it_up_to_date(root: Path) -> None:
    assert "zeester: built" in build(root).out
    names, files = files_of(root / SITE), files_of(root / KIT)
    for folder, code in (("", "nl"), ("en/", "en")):
        own = {name.partition("/")[2]: data for name, data in files.items() if name.startswith(f"{code}/")}
        assert {
            name.removeprefix(f"{folder}kit/"): data for name, data in names.items() if name.startswith(f"{folder}kit/")
        } == own
        page = names[f"{folder}materialen.html"].decode()
        assert {one.removeprefix("kit/") for one in re.findall(r'href="(kit/[^"]+)"', page)} == own.keys()
        assert all(f"{max(1, round(len(data) / 1000))} kB" in page for data in own.values())
        assert 'href="materialen.html"' in names[f"{folder}index.html"].decode()
        assert f"https://zeester.example/{folder}kit/embed.html" in page
    assert "zeester: unchanged" in build(root).out

    ring(root, "020 000 00 01", "020 555 00 09")
    assert "zeester: built" in build(root).out
    assert b"205550009" in files_of(root / SITE)["kit/noor.vcf"] == files_of(root / KIT)["nl/noor.vcf"], (
        "never an old number on a new site"
    )
    assert (build(root).out.split("\n")[0], kit(root).out.split("\n")[0].partition(" (")[0]) == (
        "zeester: unchanged, skipped",
        "zeester: unchanged",
    )


@pytest.mark.sampled(2)
@pytest.mark.parametrize("change", ["by hand", "by hand, of the same size", "a file removed", "the list by hand"])
def test_a_kit_changed_by_hand_is_not_published(root: Path, change: str) -> None:
    build(root)
    right, card = files_of(root / SITE), root / KIT / "nl/noor.vcf"
    if change == "a file removed":
        card.unlink()
    elif change == "the list by hand":
        (root / KIT / "kit.json").write_text('{"files": [{"name": "../../x"}]}')
    else:
        card.write_bytes(card.read_bytes().replace(b"00000001", b"66600001" if "same" in change else b"6"))
    assert "zeester: built" in build(root).out
    assert files_of(root / SITE) == right
    assert "zeester: unchanged" in build(root).out


def test_a_kit_taken_away_takes_its_page_with_it(root: Path) -> None:
    build(root)
    (root / "kit").rename(root / "away")
    assert "zeester: built" in build(root).out
    names = files_of(root / SITE)
    assert not {name for name in names if "kit/" in name or "materialen" in name}
    assert "zeester: unchanged" in build(root).out
    assert not (root / "kit").exists(), "a kit is only made when it is asked for"
    (root / "away").rename(root / "kit")
    assert "zeester: built" in build(root).out and "kit/noor.vcf" in files_of(root / SITE)


@pytest.mark.proof
def test_the_edition_for_a_print_shop_stays_one(workspace: Path) -> None:
    assert kit(workspace).code == 0
    plain = files_of(workspace / KIT)
    assert kit(workspace, "--bleed").code == 0
    wide = files_of(workspace / KIT)
    assert {name for name in plain if plain[name] != wide[name]} - {"kit.json"} == {
        name for name in plain if name.endswith(".pdf")
    }
    ring(workspace, "020 000 00 01", "020 555 00 09")
    build(workspace)
    sheets = (plain["nl/poster-a4.pdf"], wide["nl/poster-a4.pdf"], files_of(workspace / SITE)["kit/poster-a4.pdf"])
    sizes = [pypdfium2.PdfDocument(data)[0].get_size() for data in sheets]
    assert sizes[0] < sizes[1] == sizes[2]
    assert "snijtekens" in (workspace / SITE / "materialen.html").read_text(encoding="utf-8")


def test_a_package_of_the_site_carries_the_kit_and_no_search_engine_is_told(root: Path) -> None:
    ring(root, "publication:\n", "publication:\n  noindex: no\n")
    answer = run("export", "-C", root, "--lang", "en", "--date", TODAY)
    assert answer.code == 0, answer.err
    with zipfile.ZipFile(root / "export/zeester.zip") as package:
        names = package.namelist()
        assert any(name.endswith("en/kit/poster-a4-west.pdf") for name in names)
    sitemap = (root / SITE / "sitemap.xml").read_text(encoding="utf-8")
    assert "materialen.html" in sitemap and "kit/" not in sitemap
