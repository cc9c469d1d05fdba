"""`voorlichter build`: what stands on disk afterwards, whatever happens."""

from __future__ import annotations

import ctypes
import json
import os
import random
import re
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from hashlib import sha256
from pathlib import Path

import pytest
from support import (
    MANY_LANGUAGES,
    REPOSITORY,
    TODAY,
    Answer,
    broken,
    digest_of,
    files_of,
    fork,
    lay,
    run,
    run_alone,
    template_of,
    uncoded,
)

from voorlichter.user_folders import CACHE

pytestmark = pytest.mark.slow

PROFILE = Path("profiles/zeester/profile.yml")
MakeWorkspace = Callable[..., Path]

posix = pytest.mark.skipif(sys.platform == "win32", reason="needs signals, limits or owners of a Unix system")


def build(root: Path, *words: object, day: str = TODAY) -> Answer:
    return run("build", "-C", root, "--lang", "en", "--date", day, *words)


def edit(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def two_more(root: Path) -> None:
    """The workspace with three organisations."""
    text = (root / PROFILE).read_text(encoding="utf-8")
    for slug, name in (("anker", "Stichting Het Anker"), ("baken", "Stichting Het Baken")):
        lay(root, {f"profiles/{slug}/profile.yml": text.replace("Stichting De Zeester", name)})


@pytest.fixture
def built(workspace: Path) -> Path:
    """A workspace whose site stands."""
    assert build(workspace).code == 0
    return workspace


# What a site is


@pytest.fixture(scope="module")
def sites(examples: Path) -> dict[str, Path]:
    return {slug: examples / "site" / slug for slug in ("ooverlaar", "vuurtoren", "werkplaats")}


@pytest.mark.proof
def test_a_page_that_names_the_only_advisor_is_built_for_one_and_refused_for_several(
    new_workspace: MakeWorkspace,
) -> None:
    page = "---\ntitle: Extra\ndescription: Extra.\n---\n\n# Extra\n\n[[ advisor.call_name ]].\n"
    several = (REPOSITORY / "tests/workspace" / PROFILE).read_text(encoding="utf-8")
    alone = (
        several.replace("Stichting De Zeester", "Stichting Het Anker")
        .replace("    backup: sam\n", "")
        .partition("  - id: sam")[0]
    )
    root = new_workspace({"docs/nl/extra.md": page, "docs/en/extra.md": page, "profiles/anker/profile.yml": alone})
    for words in ((), ("--force",)):  # the second time the template is in the cache
        answer = build(root, *words)
        assert answer.code == 1
        assert (
            "docs/nl/extra.md:8:1  [[ advisor.call_name ]]  advisor is there only where there is one advisor, and Stichting De Zeester has 2"
            in answer.out + answer.err
        )
        assert "<p>Noor.</p>" in (root / "site/anker/extra.html").read_text(encoding="utf-8")
        assert not (root / "site/zeester").exists()


def test_the_manifest_names_every_file_with_its_hash(sites: dict[str, Path]) -> None:
    for site in sites.values():
        assert broken(site) == []
        manifest = json.loads((site / "manifest.json").read_bytes())
        assert re.fullmatch(r"\d+\.\d+.*", manifest["voorlichter"])
        assert re.fullmatch(r"(nl-(je|u)|en):[0-9a-f]{64}( en:[0-9a-f]{64})?", manifest["template"])
        assert re.fullmatch(r"[0-9a-f]{64}", manifest["profile"])


OWN = re.compile(r"[\w-]+\.html|assets/search-data\.js|kit/.+")
"""What each language has of its own."""


def test_each_language_has_all_pages_and_what_languages_share_stands_once(sites: dict[str, Path]) -> None:
    for slug, second in (("ooverlaar", "en"), ("vuurtoren", "en"), ("werkplaats", None)):
        names = set(files_of(sites[slug]))
        first = {name for name in names if not name.startswith("en/") and name not in ("manifest.json", "sitemap.xml")}
        other = {name.removeprefix("en/") for name in names if name.startswith("en/")}
        assert {
            "index.html",
            "wie.html",
            "404.html",
            "assets/site.css",
            "assets/site.js",
            "assets/search-data.js",
            "media/favicon.png",
        } <= first
        assert other == ({name for name in first if OWN.fullmatch(name)} if second else set())


def test_a_page_leads_to_its_own_language_and_to_what_languages_share(sites: dict[str, Path]) -> None:
    """All but the links between the languages."""
    for site in sites.values():
        for name, data in files_of(site).items():
            if not name.endswith(".html"):
                continue
            for address in re.findall(r'(?:href|src)="([^"]+)"', data.decode()):
                path = address.partition("#")[0]
                if re.match(r"(https|tel|mailto):", address) or not path:
                    continue
                assert not path.startswith("/")
                target = (site / name).parent / path
                assert target.resolve().is_file(), f"{name} leads to {address}, which is not there"
                inside = target.resolve().relative_to(site.resolve()).as_posix()
                shared = not inside.startswith("en/") and not OWN.fullmatch(inside)
                crosses = inside.startswith("en/"), name.startswith("en/")
                assert shared or crosses[0] == crosses[1] or re.fullmatch(r"(\.\./|en/)[\w-]+\.html", path), (
                    f"{name} needs {address} of the other language"
                )


MARKS = re.compile(
    r"\[\[|\]\]|\[%|%\]|\[#|#\]|\{\{|\}\}|\{%|slot:\d|\bNone\b|\bUndefined\b|VUL IN|\{[^{}|<>\n]*\|[^{}|<>\n]*\}"
)


def test_no_mark_of_the_making_is_left_in_any_file(sites: dict[str, Path]) -> None:
    for site in sites.values():
        for name, data in files_of(site).items():
            if name.endswith((".html", ".svg", ".json", ".xml")):
                # Data for a script may have lists in lists.
                text = re.sub(r'<script type="application/json"[^>]*>.*?</script>', "", data.decode(), flags=re.S)
                assert MARKS.findall(text) == [], name
            if name.endswith(".css"):
                assert re.findall(r"\[\[|\[%|\[#|\{\{|None|slot:", data.decode()) == [], name


def test_names_are_plain_and_nothing_is_a_link(sites: dict[str, Path]) -> None:
    for site in sites.values():
        for path in site.rglob("*"):
            assert re.fullmatch(r"[a-z0-9.-]+", path.name), path
            assert not path.is_symlink()


def test_the_form_of_address_holds_in_every_page(sites: dict[str, Path]) -> None:
    """A page with quotations may say the other word between quotes."""
    other = {"ooverlaar": r"\b(je|jij|jou|jouw)\b", "vuurtoren": r"\b(u|uw)\b", "werkplaats": r"\b(u|uw)\b"}
    for slug, word in other.items():
        for path in sites[slug].glob("*.html"):
            text = re.sub(
                r"<(script|style|svg)\b.*?</\1>|<[^>]*>|“[^”]*”|\"[^\"]*\"",
                " ",
                path.read_text(encoding="utf-8"),
                flags=re.S,
            )
            assert re.findall(word, text, re.I) == [], path.name


def test_a_page_stands_only_where_it_applies(sites: dict[str, Path]) -> None:
    assert (sites["ooverlaar"] / "toegankelijkheid.html").is_file()
    for slug in ("vuurtoren", "werkplaats"):
        assert not (sites[slug] / "toegankelijkheid.html").exists()
        for name, data in files_of(sites[slug]).items():
            # The words to search with are the same in every site; tests/site/test_search.py looks at what they find.
            assert b"toegankelijkheid.html" not in data or name.endswith(("search-data.js", "search-words.js"))


def test_a_sitemap_stands_only_where_the_site_may_be_found(
    new_workspace: MakeWorkspace, sites: dict[str, Path]
) -> None:
    assert not (sites["vuurtoren"] / "sitemap.xml").exists(), "it has an address and says noindex"
    root = new_workspace()
    edit(root / PROFILE, "advisors:", "publication: {url: https://www.zeester.example/vp/, noindex: false}\nadvisors:")
    assert build(root).code == 0
    pages = {name for name in files_of(root / "site/zeester") if name.endswith(".html") and name != "404.html"}
    assert (
        set(
            re.findall(
                r"<loc>https://www\.zeester\.example/vp/([^<]+)</loc>", (root / "site/zeester/sitemap.xml").read_text()
            )
        )
        == pages
    )


# The same input


def test_the_same_input_gives_the_same_bytes_anywhere(built: Path, new_workspace: MakeWorkspace) -> None:
    other = new_workspace(name="elsewhere/deeper")
    environment = {"TZ": "Pacific/Kiritimati", "PYTHONHASHSEED": "42", "LANG": "nl_NL.UTF-8", "LC_ALL": "C"}
    answer = run_alone("build", "-C", other, "--date", TODAY, "--jobs", "2", env=environment)
    assert answer.code == 0, answer.err
    assert files_of(other / "site/zeester") == files_of(built / "site/zeester")


@pytest.mark.proof
def test_the_templates_too_are_the_same_bytes(workspace: Path, new_workspace: MakeWorkspace, examples: Path) -> None:
    """Built from nothing in another folder, another zone and with other hashes."""
    other = new_workspace(name="fresh")
    env = {"TZ": "America/New_York", "PYTHONHASHSEED": "7", CACHE: str(other / "cache")}
    answer = run_alone("build", "-C", other, "--date", TODAY, env=env)
    assert answer.code == 0, answer.err
    (made,) = (other / "cache" / "templates").glob("*-nl-je")
    assert files_of(made) == files_of(template_of(examples))


# What has not changed


def test_what_has_not_changed_is_skipped_and_named(built: Path) -> None:
    before = {path: path.stat().st_mtime_ns for path in (built / "site").rglob("*")}
    answer = build(built)
    assert (answer.code, answer.out.splitlines()[0]) == (0, "zeester: unchanged, skipped")
    assert {path: path.stat().st_mtime_ns for path in (built / "site").rglob("*")} == before
    assert "zeester: built" in build(built, "--force").out


@pytest.mark.parametrize(
    "damage",
    [
        "a file that is gone",
        "a file too many",
        "a file of another length",
        "no manifest",
        "another manifest",
        "no site",
    ],
)
def test_a_site_that_is_not_what_was_built_is_built_again(built: Path, damage: str) -> None:
    site = built / "site" / "zeester"
    whole = files_of(site)
    if damage == "a file that is gone":
        (site / "wie.html").unlink()
    elif damage == "a file too many":
        (site / "extra.html").write_text("extra")
    elif damage == "a file of another length":
        (site / "wie.html").write_text("short")
    elif damage == "no manifest":
        (site / "manifest.json").unlink()
    elif damage == "another manifest":
        edit(site / "manifest.json", '"profile": "', '"profiel": "')
    else:
        site.rename(built / "moved")
    answer = build(built)
    if damage == "no manifest":
        assert answer.code == 1 and "voorlichter did not make" in answer.err
    else:
        assert "zeester: built" in answer.out, answer.err
        assert files_of(site) == whole


def test_a_new_number_of_a_shared_advisor_refills_exactly_the_sites_that_use_it(new_workspace: MakeWorkspace) -> None:
    root = new_workspace()
    shutil.rmtree(root / "profiles")
    for folder in ("profiles", "advisors"):
        shutil.copytree(REPOSITORY / folder, root / folder, ignore=shutil.ignore_patterns(MANY_LANGUAGES))
    assert build(root).code == 0
    before = {slug: digest_of(root / "site" / slug) for slug in ("ooverlaar", "vuurtoren", "werkplaats")}
    edit(root / "advisors/noor.yml", 'phone: "020 000 00 01"', 'phone: "020 000 00 09"')
    answer = build(root)
    assert re.findall(r"^(\w+): (built|unchanged)", answer.out, re.M) == [
        ("ooverlaar", "unchanged"),
        ("vuurtoren", "built"),
        ("werkplaats", "built"),
    ]
    after = {slug: digest_of(root / "site" / slug) for slug in before}
    assert [slug for slug in before if before[slug] != after[slug]] == ["vuurtoren", "werkplaats"]
    for slug in ("vuurtoren", "werkplaats"):
        pages = (root / "site" / slug).glob("*.html")
        assert not any(
            "tel:+31200000001" in page.read_text() and "wa.me/31200000001" not in page.read_text() for page in pages
        )
        assert "tel:+31200000009" in (root / "site" / slug / "index.html").read_text()


DATED = """organisation:
  name: Stichting De Zeester
  workforce: 20
  sector: education
advisors:
  - id: noor
    name: Noor Voorbeeld
    kind: external
    phone: "020 000 00 01"
    backup: sam
    absences: [{from: "2026-12-21", until: "2027-01-03"}]
    certificate: {register: Zeeregister, valid_until: "2027-02-14"}
  - id: sam
    name: Sam Elders
    kind: external
    email: sam@elders.example
"""


def test_only_dated_items_change_with_the_day(new_workspace: MakeWorkspace) -> None:
    """An absence and who stands in, a certificate, a law that lapses; nothing else in any page, and of other files what the scripts are told."""
    root = new_workspace({str(PROFILE): DATED})
    site = root / "site/zeester"

    def lines_on(day: str) -> dict[str, list[str]]:
        assert build(root, day=day).code == 0
        return {name: data.decode().splitlines() for name, data in uncoded(site).items() if name.endswith(".html")}

    def others() -> dict[str, bytes]:
        return {
            name: re.sub(rb'^"use strict";[^\n]*\.told=.*\n', b"", data)
            for name, data in files_of(site).items()
            if not name.endswith((".html", "search-data.js", "search-words.js")) and name != "manifest.json"
        }

    first = lines_on("2026-11-02")
    fixed = others()
    assert "zeester: unchanged" in build(root, day="2026-11-08").out
    away = lines_on("2026-12-21")
    assert others() == fixed
    assert "Praat met Sam" in " ".join(away["index.html"]) and "Praat met Noor" in " ".join(first["index.html"])
    assert "zeester: unchanged" in build(root, day="2026-12-27").out
    back = lines_on("2027-01-04")
    gone = {line for name in first for line in set(first[name]) - set(back[name])}
    come = {line for name in first for line in set(back[name]) - set(first[name])}
    assert gone and all(
        re.search(r"januari|\bsam\b|vervangt|wetsvoorstel|nieuwe wet|law__", line, re.I) for line in gone
    ), gone
    assert not {line for line in come if line.strip() and not line.startswith(("<", "/"))}, come
    lapsed = lines_on("2027-02-15")
    assert any("Zeeregister" in line for line in back["wie.html"])
    assert not any("Zeeregister" in line for lines in lapsed.values() for line in lines)
    changed = [line for name in back for line in set(back[name]) - set(lapsed[name])]
    assert changed and all("Zeeregister" in line for line in changed), changed
    assert others() == fixed
    assert lines_on("2026-11-02") == first


# What is wrong


def test_a_profile_with_errors_keeps_its_site_and_the_others_are_built(built: Path) -> None:
    two_more(built)
    old = files_of(built / "site/zeester")
    edit(built / PROFILE, '"020 000 00 01"', '"020"')
    answer = build(built)
    assert answer.code == 1
    assert re.findall(r"^(\w+): (\w+)", answer.out, re.M) == [
        ("anker", "built"),
        ("baken", "built"),
        ("zeester", "not"),
    ]
    assert "2 built, 0 unchanged, 1 with errors" in answer.out
    assert re.fullmatch(r"profiles/zeester/profile\.yml:8:12  advisors\[0\]\.phone  .*\n", answer.err)
    assert files_of(built / "site/zeester") == old
    edit(built / PROFILE, '"020"', '"020 000 00 07"')
    assert re.findall(r"^(\w+): (\w+)", build(built).out, re.M) == [
        ("anker", "unchanged"),
        ("baken", "unchanged"),
        ("zeester", "built"),
    ]


def test_what_is_merely_late_or_missing_stops_nothing(new_workspace: MakeWorkspace) -> None:
    root = new_workspace()
    edit(root / PROFILE, "workforce: 20", "workforce: 900\n  public_body: true")
    edit(root / PROFILE, "advisors:", 'review_by: "2020-01-01"\naccessibility: {status: A}\nadvisors:')
    answer = build(root)
    assert answer.code == 0
    assert answer.err.count("  note: ") == 4


def test_a_mistake_in_a_page_builds_nothing_and_loses_nothing(built: Path) -> None:
    old = files_of(built / "site")
    lay(
        built,
        {"docs/nl/gesprek.md": "---\ntitle: Gesprek\ndescription: Over het gesprek.\n---\n\nBel [[ advisor.fone ]].\n"},
    )
    answer = build(built)
    assert answer.code == 1
    assert (
        "docs/nl/gesprek.md:6:5  [[ advisor.fone ]]  there is no advisor.fone  did you mean advisor.phone?"
        in answer.err
    )
    assert "Traceback" not in answer.err
    assert files_of(built / "site") == old


def test_every_problem_is_in_the_json_and_nothing_else_on_standard_output(built: Path) -> None:
    two_more(built)
    edit(built / PROFILE, '"020 000 00 01"', '"020"')
    edit(built / "profiles/anker/profile.yml", "workforce: 20", "workforce: 80")
    answer = build(built, "--format", "json")
    assert answer.code == 1
    by_slug = {site["slug"]: site for site in answer.json}
    assert {slug: site["status"] for slug, site in by_slug.items()} == {
        "anker": "built",
        "baken": "built",
        "zeester": "refused",
    }
    (error,) = by_slug["zeester"]["problems"]
    assert (error["path"], error["line"], error["column"], error["where"], error["severity"]) == (
        "profiles/zeester/profile.yml",
        8,
        12,
        "advisors[0].phone",
        "error",
    )
    assert error["message"] and error["fix"]
    assert [problem["severity"] for problem in by_slug["anker"]["problems"]] == ["warning"]
    checked = run("check", "-C", built, "--lang", "en", "--date", TODAY, "--format", "json")
    assert checked.code == 1
    assert checked.json == [*by_slug["anker"]["problems"], error]


def test_json_tells_problems_that_stop_everything_too(built: Path) -> None:
    answer = build(built, "zeepaard", "--format", "json")
    assert (answer.code, [problem["where"] for problem in answer.json]) == (1, ["zeepaard"])


def test_a_folder_of_another_is_not_replaced(workspace: Path) -> None:
    lay(workspace, {"site/zeester/holiday.txt": "photos"})
    answer = build(workspace)
    assert answer.code == 1
    assert "something stands here that voorlichter did not make" in answer.err
    assert files_of(workspace / "site") == {"zeester/holiday.txt": b"photos"}


def test_a_file_in_the_place_of_a_site_is_not_replaced(workspace: Path) -> None:
    lay(workspace, {"site/zeester": "a file"})
    assert build(workspace).code == 1
    assert files_of(workspace / "site") == {"zeester": b"a file"}


def test_an_empty_folder_may_be_filled(workspace: Path) -> None:
    (workspace / "site/zeester").mkdir(parents=True)
    assert build(workspace).code == 0
    assert broken(workspace / "site/zeester") == []


# Where it goes


@pytest.mark.parametrize(
    "place",
    ["docs", "docs/nl", "profiles", "profiles/zeester/site", "advisors", "overrides/site", ".voorlichter/site", "."],
)
def test_sites_cannot_stand_among_the_sources(workspace: Path, place: str) -> None:
    before = files_of(workspace)
    answer = build(workspace, "-o", workspace / place)
    assert (answer.code, answer.out) == (1, "")
    assert "sites cannot stand in a folder of sources" in answer.err
    assert files_of(workspace) == before


def test_sites_cannot_stand_among_the_sources_of_the_program(workspace: Path) -> None:
    answer = build(workspace, "-o", REPOSITORY / "docs" / "nl")
    assert answer.code == 1
    assert not (REPOSITORY / "docs" / "nl" / "zeester").exists()


def test_an_output_that_is_a_file_is_refused(workspace: Path) -> None:
    lay(workspace, {"out": "a file"})
    answer = build(workspace, "-o", workspace / "out")
    assert answer.code == 1
    assert re.fullmatch(r"out:1:1  -o  this is a file, not a folder  choose a folder, for example site\n", answer.err)
    assert (workspace / "out").read_text() == "a file"


def test_an_output_under_a_file_is_a_failure_of_the_disk(workspace: Path) -> None:
    lay(workspace, {"out": "a file"})
    answer = build(workspace, "-o", workspace / "out" / "site")
    assert (answer.code, answer.err.count("\n")) == (3, 1)


def test_the_output_may_be_anywhere_else(workspace: Path, tmp_path: Path) -> None:
    assert build(workspace, "-o", tmp_path / "a" / "b").code == 0
    assert broken(tmp_path / "a/b/zeester") == []
    assert not (workspace / "site").exists()


def obey_permissions() -> None:
    """Root may write anywhere: give that up (CAP_DAC_OVERRIDE, for good)."""
    if os.geteuid() == 0 and ctypes.CDLL(None, use_errno=True).prctl(24, 1, 0, 0, 0):
        raise OSError(ctypes.get_errno(), "root cannot be told to obey permissions here")


@posix
def test_a_folder_that_cannot_be_written_changes_nothing(built: Path) -> None:
    old = files_of(built / "site")
    edit(built / PROFILE, '"020 000 00 01"', '"020 000 00 05"')
    (built / "site").chmod(0o555)
    try:
        answer = run_alone("build", "-C", built, "--lang", "en", "--date", TODAY, preexec_fn=obey_permissions)
    finally:
        (built / "site").chmod(0o755)
    assert answer.code == 3, answer
    assert re.fullmatch(
        r"\S+/site/zeester: this folder cannot be written to\. Nothing has changed\. Choose another folder with -o\.\n",
        answer.err,
    )
    assert files_of(built / "site") == old
    assert "zeester: built" in build(built).out


@pytest.fixture
def tiny_disk(tmp_path: Path) -> Iterator[Path]:
    """A file system of a quarter of a site and a bit."""
    folder = tmp_path / "tiny"
    folder.mkdir()
    if subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=1200k", "tmpfs", str(folder)], capture_output=True
    ).returncode:
        pytest.skip("mounting is not allowed here")
    yield folder
    subprocess.run(["umount", str(folder)], check=True)


@posix
@pytest.mark.sampled(2)
@pytest.mark.parametrize("jobs", [2, 1])
def test_a_full_disk_leaves_the_old_sites_byte_for_byte(workspace: Path, tiny_disk: Path, jobs: int) -> None:
    two_more(workspace)
    out = tiny_disk / "site"
    assert build(workspace, "anker", "-o", out).code == 0, "one site must fit"
    old = files_of(out)
    answer = build(workspace, "--force", "--jobs", jobs, "-o", out)
    assert answer.code == 3
    assert re.search(
        r"^\S+: the disk is full\. Nothing that stood there has changed\. Make room and try again\.$", answer.err, re.M
    )
    assert "Traceback" not in answer.err
    assert {name: data for name, data in files_of(out).items() if name.startswith("anker/")} == old
    names = [path.name for path in out.iterdir()]
    assert "anker" in names and len(names) <= 2 and not any(name.startswith(".") for name in names)
    assert [broken(out / name) for name in names] == [[] for _ in names], "what stands there is whole"


@posix
def test_a_workspace_on_a_full_disk_still_says_what_is_wrong(workspace: Path, tiny_disk: Path) -> None:
    """Its own folder for records and results is on that disk too."""
    lay(tiny_disk, {name: data for name, data in files_of(workspace).items() if name.startswith("profiles/")})
    lay(tiny_disk, {"rest.bin": b"x" * 1_000_000})
    answer = build(tiny_disk)
    assert answer.code == 3, answer
    assert "Traceback" not in answer.err
    assert not (tiny_disk / "site/zeester").exists()


@posix
def test_a_file_that_cannot_grow_leaves_the_old_site(built: Path) -> None:
    """Where no disk can be mounted, a limit on the size of files comes nearest to a full one."""
    import resource

    old = files_of(built / "site")
    edit(built / PROFILE, '"020 000 00 01"', '"020 000 00 05"')
    limit = 20_000
    answer = run_alone(
        "build",
        "-C",
        built,
        "--lang",
        "en",
        "--date",
        TODAY,
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit)),
    )
    assert answer.code == 3, answer
    assert "Traceback" not in answer.err
    assert files_of(built / "site") == old


def until_it_writes(child: int, site: Path, number: int) -> bool:
    """Wait until a build writes its `number`th site; False where it was over before."""
    seen: set[str] = set()
    while len(seen) < number:
        seen |= {name for name in os.listdir(site) if name.startswith(".voorlichter-staging-")}
        if os.waitid(os.P_PID, child, os.WEXITED | os.WNOHANG | os.WNOWAIT):
            return False
        time.sleep(0.001)  # leaves the processor to the build
    return True


@pytest.mark.proof
@posix
def test_a_build_that_is_killed_at_any_moment_leaves_whole_sites(built: Path) -> None:
    """Twenty times, while it writes one of three sites; the same seed, other moments of the disk."""
    two_more(built)
    assert build(built).code == 0
    slugs = ("anker", "baken", "zeester")
    moments = random.Random(20)
    killed = halfway = 0
    with open(os.devnull, "w") as nowhere:
        for number in range(20):
            for slug in slugs:
                path = built / "profiles" / slug / "profile.yml"
                path.write_text(
                    re.sub(r'"020 000 00 \d\d"', f'"020 000 00 {number + 10}"', path.read_text()), encoding="utf-8"
                )
            child = fork(["build", "-C", str(built), "--date", TODAY], nowhere.fileno(), nowhere.fileno())
            if until_it_writes(child, built / "site", moments.choice((1, 2, 3))):
                time.sleep(moments.uniform(0, 0.01))
                os.kill(child, signal.SIGKILL)
            killed += os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == -signal.SIGKILL
            halfway += any(name.startswith(".") for name in os.listdir(built / "site"))
            for slug in slugs:
                assert broken(built / "site" / slug) == []
                pages = "".join(page.read_text() for page in (built / "site" / slug).glob("*.html"))
                assert len(set(re.findall(r"tel:\+3120000(\d{4})\b", pages))) == 1, "one site holds one number"
    assert killed >= 10 and halfway >= 5, f"only {killed} were killed, {halfway} of them while writing"
    assert build(built).code == 0
    assert sorted(os.listdir(built / "site")) == [*slugs]
    assert all("tel:+31200000029" in (built / "site" / slug / "index.html").read_text() for slug in slugs)


# How it ends


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (["build"], 0),
        (["check"], 0),
        (["build", "zeepaard"], 1),
        (["check", "--date", "31-12-2026"], 2),
        (["build", "--jobs", "0"], 2),
        (["build", "--format", "xml"], 2),
        (["bouw"], 2),
        (["build", "--fast"], 2),
        (["--help"], 0),
        (["build", "--help"], 0),
        (["--version"], 0),
        (["schema"], 0),
        (["build", "--lang", "fy"], 2),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else str(value),
)
def test_the_exit_code_tells_how_it_went(workspace: Path, words: list[str], code: int) -> None:
    answer = run(*words, cwd=workspace)
    assert (answer.code, "Traceback" in answer.err) == (code, False)


def code_of(site: Path) -> str:
    return str(json.loads((site / "manifest.json").read_bytes())["code"])


def test_the_command_runs_as_it_is_installed(workspace: Path) -> None:
    """Not forked: a new interpreter, in a folder of its own, with the day of today."""
    answer = run_alone("build", "--lang", "nl", cwd=workspace)
    assert (answer.code, answer.out.splitlines()[0]) == (
        0,
        f"zeester: gebouwd ({code_of(workspace / 'site/zeester')})  {workspace / 'site/zeester/index.html'}",
    )
    assert (
        sha256((workspace / "site/zeester/index.html").read_bytes()).hexdigest()
        == json.loads((workspace / "site/zeester/manifest.json").read_text())["files"]["index.html"]
    )


@pytest.mark.parametrize(
    ("locale", "words", "line"),
    [
        ("nl_NL.UTF-8", [], "1 profiel nagekeken"),
        ("en_US.UTF-8", [], "1 profile checked"),
        ("nl_NL.UTF-8", ["--lang", "en"], "1 profile checked"),
        ("C", ["--lang=nl"], "1 profiel nagekeken"),
    ],
)
def test_one_language_is_spoken_at_a_time(workspace: Path, locale: str, words: list[str], line: str) -> None:
    answer = run("check", *words, cwd=workspace, env={"LC_ALL": locale})
    assert answer.out.startswith(line)


def test_a_photo_is_published_with_consent_only(new_workspace: MakeWorkspace) -> None:
    root = new_workspace()
    shutil.copyfile(
        REPOSITORY / "tests/golden/rules/photos_have_consent/a_photo_with_consent/profiles/zeester/noor.png",
        root / "profiles/zeester/noor.png",
    )
    edit(root / PROFILE, "    backup: sam", "    backup: sam\n    photo: noor.png")
    assert build(root).code == 0
    assert not [name for name in files_of(root / "site") if "noor" in name]
    edit(root / PROFILE, "photo: noor.png", "photo: noor.png\n    photo_consent: true")
    assert build(root).code == 0
    assert [name for name in files_of(root / "site/zeester") if "noor" in name] == [
        "media/noor-2x.jpg",
        "media/noor.jpg",
    ]
    assert 'src="media/noor.jpg"' in (root / "site/zeester/wie.html").read_text()


def test_a_folder_whose_name_cannot_be_an_address_holds_nobody_up(new_workspace: Callable[..., Path]) -> None:
    root = new_workspace()
    shutil.copytree(root / "profiles" / "zeester", root / "profiles" / "zeester kopie")
    answer = run("build", cwd=root)
    assert answer.code == 1
    assert "zeester kopie" in answer.err
    assert (root / "site" / "zeester" / "index.html").is_file()


def test_a_site_has_a_code_of_all_that_is_in_it_and_tells_it(new_workspace: MakeWorkspace) -> None:
    root = new_workspace()

    def code() -> str:
        answer = build(root)
        manifest = json.loads((root / "site/zeester/manifest.json").read_bytes())
        assert manifest["code"] in answer.out
        page = (root / "site/zeester/colofon.html").read_text(encoding="utf-8")
        assert f"<strong>{manifest['code']}</strong>" in page
        assert broken(root / "site/zeester") == []
        return str(manifest["code"])

    first = code()
    assert re.fullmatch(r"[a-z2-7]{4}-[a-z2-7]{4}", first)
    (root / PROFILE).write_text(
        (root / PROFILE).read_text(encoding="utf-8").replace("Zeester", "Zeester2"), encoding="utf-8"
    )
    second = code()
    (root / PROFILE).write_text(
        (root / PROFILE).read_text(encoding="utf-8").replace("Zeester2", "Zeester"), encoding="utf-8"
    )
    assert (second != first, code()) == (True, first), "the same again, however it came about"
