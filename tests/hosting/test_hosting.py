"""What a server is told comes from one model; nginx and Apache do it, and the others read it."""

from __future__ import annotations

import json
import re
import urllib.error
import urllib.request
from collections.abc import Iterator
from dataclasses import replace
from email.message import Message
from pathlib import Path
from urllib.parse import urljoin
from xml.etree import ElementTree

import pytest
from hosting.servers import shown_by
from lxml import html
from support import REPOSITORY, copy_linked, files_of, run

from voorlichter.hosting.blocks import EXAMPLE_CARD, PageFacts, fill_in
from voorlichter.hosting.model import DEEPER, PAGE_POLICY, TYPES, Hosting, read_frame
from voorlichter.hosting.page import FOR_IT, FOR_THE_INTRANET, render_files
from voorlichter.problems import LANGUAGES, InputError, Language, Say
from voorlichter.workspace import SIGNATURE

PAGES = {
    (page, language): REPOSITORY / f"publish/{page.to(language)}.md"
    for page in (FOR_IT, FOR_THE_INTRANET)
    for language in LANGUAGES
}
HOSTING = Hosting(
    path="/vertrouwenspersoon/", trees=("en",), noindex=True, framed_by=("https://intranet.zeester.example",)
)
SERVERS = ("nginx", "apache2")
PROFILE = "profiles/zeester/profile.yml"
HOSTILE = "``` <script>x</script> [k](javascript:x) ![x](y) ⟦0⟧"


def settings(hosting: Hosting) -> dict[str, str]:
    files = render_files(hosting, "nl")
    return {name.removeprefix(f"{FOR_IT.nl}/"): data.decode() for name, data in files.items()}


@pytest.fixture(scope="session")
def site(examples: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """In two languages, with a file of every kind that a kit has."""
    folder = tmp_path_factory.mktemp("shown") / "site"
    copy_linked(examples / "site/vuurtoren", folder)
    for tree in ("", "en/"):
        (folder / f"{tree}kit").mkdir(exist_ok=True)
        for name in ("embed.html", "poster.pdf", "slides.pptx", "inspiration.ics", "noor.vcf", "qr.svg", "text.txt"):
            (folder / tree / "kit" / name).write_bytes(b"<!doctype html><title>x</title>")
    for name in ("sitemap.xml", "media/noor.jpg", SIGNATURE):
        (folder / name).unlink(missing_ok=True)  # it may be shared with the site it was copied from
        (folder / name).write_bytes(b"x")
    return folder


@pytest.fixture(scope="module", params=SERVERS)
def server(request: pytest.FixtureRequest, site: Path) -> Iterator[str]:
    with shown_by(request.param, site, HOSTING.path, settings(HOSTING)) as address:
        yield address + HOSTING.path


def ask(address: str) -> tuple[int, str, Message, bytes]:
    """The status, the address in the end, the head and the body."""
    try:
        with urllib.request.urlopen(address) as answer:
            return answer.status, answer.url, answer.headers, answer.read()
    except urllib.error.HTTPError as error:
        return error.code, str(error.url), error.headers, error.read()


@pytest.mark.sampled(2)
def test_every_file_comes_with_its_type_and_every_header(server: str, site: Path) -> None:
    endings = set()
    for name in files_of(site):
        status, _, head, body = ask(server + name)
        ending = name.rpartition(".")[2]
        kind = TYPES[ending]
        assert status == 200 and body == (site / name).read_bytes(), name
        assert head["Content-Type"].lower() == (f"{kind}; charset=utf-8" if kind.startswith("text/") else kind), name
        framed = name in HOSTING.framed
        for header, value in {**HOSTING.headers, **(HOSTING.frame_headers if framed else {})}.items():
            assert head.get_all(header) == ([value] if value else None), (name, header)
        assert head.get_all("Cache-Control") == ["no-store" if ending == "html" else "max-age=3600"], name
        endings.add(ending)
    assert endings == set(TYPES)


MISSING = (
    "nope",
    "nope.html",
    "wie/",
    "wie/diep/er.html",
    "media/geen.png",
    "assets/",
    "assets",
    "kit/",
    "geheim/../wie/",
)


@pytest.mark.parametrize("tree", ["", "en/"])
@pytest.mark.parametrize("path", MISSING)
def test_a_missing_page_has_its_style_its_language_and_a_way_home_at_any_depth(
    server: str, tree: str, path: str
) -> None:
    status, url, head, body = ask(server + tree + path)
    page = body.decode()
    assert status == 404 and f'<html lang="{"en" if tree else "nl"}"' in page
    assert head["Content-Security-Policy"] == HOSTING.headers["Content-Security-Policy"]
    assert head["Cache-Control"] == "no-store"
    links = re.findall(r'(?:href|src)="((?!https:|tel:|mailto:|#)[^"]+)"', page)
    assert "index.html" in links and any(link.endswith(".css") for link in links)
    for link in links:
        target = urljoin(url, link)
        assert target.startswith(server) and ask(target)[0] == 200, (url, link)


def test_a_site_in_one_language_at_the_root_of_its_server(examples: Path) -> None:
    hosting = Hosting(path="/", trees=(), noindex=False)
    for name in SERVERS:
        with shown_by(name, examples / "site/werkplaats", "/", settings(hosting)) as address:
            assert ask(f"{address}/")[0] == 200
            status, url, head, _ = ask(f"{address}/wie/")
            assert (status, url) == (404, f"{address}/404")
            assert "X-Robots-Tag" not in head


def test_no_visit_to_a_site_is_logged_by_nginx(site: Path, tmp_path: Path) -> None:
    """Apache is told so where its log is named; the text says with which words."""
    log = tmp_path / "log.txt"
    with shown_by("nginx", site, HOSTING.path, settings(HOSTING), log) as address:
        for path in ("", "wie.html", "nope", "wie/", "en/wie/"):
            ask(address + HOSTING.path + path)
        ask(f"{address}/elsewhere")
    assert [line.split()[6] for line in log.read_text().splitlines()] == ["/elsewhere"]


@pytest.mark.parametrize(("page", "language"), PAGES)
def test_a_page_says_what_the_models_say(page: Say, language: Language, pytestconfig: pytest.Config) -> None:
    path = PAGES[page, language]
    text = path.read_text(encoding="utf-8")
    if pytestconfig.getoption("--update-golden"):
        path.write_text(text := fill_in(text, PageFacts(language)), encoding="utf-8")
    assert fill_in(text, PageFacts(language)) == text, "write it with: pytest tests/hosting --update-golden"
    assert len(re.findall("<!-- hosting: ", text)) == len(re.findall("<!-- /hosting -->", text)) == 4


@pytest.mark.parametrize("page", [FOR_IT, FOR_THE_INTRANET], ids=lambda page: page.en)
def test_a_page_has_the_same_parts_in_both_languages(page: Say) -> None:
    """Headings by their depth, list items, blocks, tables and what stands as code."""
    shape = re.compile(r"^(#+ |- |\d+\. |\| |```\w*|<!-- .*)", re.M)
    one, other = (shape.findall(PAGES[page, language].read_text(encoding="utf-8")) for language in LANGUAGES)
    assert one == other and len(one) > 20


def test_a_page_and_its_header_have_one_policy() -> None:
    theme = (REPOSITORY / "overrides/base.html").read_text(encoding="utf-8")
    assert re.findall(r'http-equiv="Content-Security-Policy" content="([^"]+)"', theme) == [PAGE_POLICY]
    assert Hosting().headers["Content-Security-Policy"].startswith(f"{PAGE_POLICY}; ")


def test_every_kind_of_file_of_a_site_and_a_kit_has_a_type(examples: Path, kit: Path) -> None:
    names = {*files_of(examples / "site"), *files_of(kit), SIGNATURE}
    endings = {name.rpartition(".")[2] for name in names}
    assert {"pdf", "pptx", "ics", "vcf", "html", "woff2"} <= endings
    assert endings - set(TYPES) == set()
    for language in LANGUAGES:
        told = PAGES[FOR_IT, language].read_text(encoding="utf-8")
        assert [ending for ending in TYPES if not re.search(rf"\b{ending}\b", told)] == []


def test_what_others_read_can_be_read() -> None:
    told = settings(HOSTING)
    web_config = ElementTree.fromstring(told["iis/web.config"])
    kinds = {one.get("fileExtension"): one.get("mimeType") for one in web_config.iter("mimeMap")}
    assert set(kinds) == {f".{ending}" for ending in TYPES}
    headers = {
        one.get("name"): one.get("value")
        for one in web_config.findall("system.webServer/httpProtocol/customHeaders/add")
    }
    assert headers == HOSTING.headers
    assert [one.get("path") for one in web_config.findall("location")] == ["en", *HOSTING.framed]
    assert not "".join(web_config.itertext()).strip(), "all it says are elements"
    azure = json.loads(told["azure/staticwebapp.config.json"])
    assert azure["globalHeaders"] == {**HOSTING.headers, "Cache-Control": "no-store"}
    assert [route["route"] for route in azure["routes"]][:2] == [f"/{page}" for page in HOSTING.framed]
    lines = told["cloudflare-pages/_headers"].splitlines()
    assert (
        lines[0] == "/*"
        and [f"  {name}: {value}" for name, value in HOSTING.headers.items()] == lines[1 : 1 + len(HOSTING.headers)]
    )


def test_a_host_that_drops_html_from_a_name_allows_the_frame_there_too() -> None:
    told = settings(HOSTING)["cloudflare-pages/_headers"]
    rules = dict(re.findall(r"^(/\S+)\n((?:  .*\n)+)", told, re.M))
    for page in HOSTING.framed:
        assert rules[f"/{page}"] == rules[f"/{page.removesuffix('.html')}"]
        assert "frame-ancestors https://intranet.zeester.example\n" in rules[f"/{page}"]


def test_without_a_frame_the_small_page_is_framed_by_nobody() -> None:
    for name, text in settings(Hosting()).items():
        assert "embed" not in text and "frame-ancestors 'none'" in text, name


@pytest.mark.parametrize(
    "text",
    [
        "http://x.example",
        "https://",
        "https://x.example/p",
        "https://x.example; script-src *",
        "https://x.example'\n",
        'https://x"y',
        "*",
    ],
)
def test_what_stands_in_a_policy_is_the_beginning_of_an_address_and_nothing_else(text: str) -> None:
    with pytest.raises(InputError):
        read_frame(text)


def test_several_sites_may_show_the_small_page() -> None:
    origins = read_frame("https://intranet.zeester.example, https://Teams.Zeester.example:8443")
    told = settings(Hosting(framed_by=origins))
    for name, text in told.items():
        assert "frame-ancestors https://intranet.zeester.example https://teams.zeester.example:8443" in text, name


def make(workspace: Path, *words: str) -> dict[str, str]:
    answer = run("hosting", "-C", workspace, "--date", "2026-11-02", *words)
    assert answer.code == 0, answer.err
    return {name: data.decode() for name, data in files_of(workspace / "export/zeester-ict").items()}


def test_a_command_makes_all_that_it_needs_for_one_site(workspace: Path) -> None:
    made = make(workspace, "--frame", "https://intranet.zeester.example/", "--lang", "nl")
    pages = [made.pop(f"{page.nl}.html") for page in (FOR_IT, FOR_THE_INTRANET)]
    assert sorted(made) == sorted(f"{FOR_IT.nl}/{name}" for name in settings(Hosting()))
    assert json.loads((workspace / "site/zeester/manifest.json").read_bytes())["code"] in pages[0]
    for page in pages:
        assert "invullen voor u dit doorstuurt" not in page and "<!--" not in page and "⟦" not in page
        assert "https://intranet.zeester.example" in page and "020 000 00 01" in page


def test_each_page_is_there_in_every_language_of_the_site_and_in_that_of_who_asks(workspace: Path) -> None:
    made = make(workspace, "--lang", "en")
    assert {name for name in made if "/" not in name} == {
        f"{page.to(language)}.html" for page in (FOR_IT, FOR_THE_INTRANET) for language in LANGUAGES
    }
    assert made[f"{FOR_IT.en}/nginx.conf"] == made[f"{FOR_IT.nl}/nginx.conf"].replace(
        "In het blok", "In the block"
    ).replace(DEEPER.nl, DEEPER.en)


def test_what_is_pasted_holds_who_is_there_their_ways_and_the_site(workspace: Path) -> None:
    profile = workspace / PROFILE
    profile.write_text(
        profile.read_text(encoding="utf-8").replace("name: Noor Voorbeeld", f"name: {json.dumps(HOSTILE)}")
        + "publication: {url: https://www.zeester.example/vp, framed_by: [https://intranet.zeester.example]}\n",
        encoding="utf-8",
    )
    page = html.document_fromstring(make(workspace, "--lang", "nl")["voor-intranet.html"])
    assert page.xpath("//script | //img | //body//a[not(starts-with(@href, 'https://support.microsoft.com/'))]") == []
    told = [code.text_content().strip() for code in page.xpath("//pre/code")]
    assert told[0] == "https://www.zeester.example/vp/kit/embed.html"
    assert html.fragment_fromstring(told[1]).get("src") == told[0]
    assert (
        HOSTILE in told[2] and "Bel: 020 000 00 01" in told[2] and told[2].endswith("https://www.zeester.example/vp/")
    )
    pasted = html.fragment_fromstring(told[3], create_parent=True)
    assert pasted.xpath(".//strong/text()")[1] == HOSTILE and pasted.xpath(".//script") == []
    assert {"tel:+31200000001", "https://www.zeester.example/vp/"} <= set(pasted.xpath(".//@href"))
    assert "voorlichter kit" in page.text_content(), "without a kit there is no card yet"


def test_a_discreet_text_names_no_subject() -> None:
    card = replace(EXAMPLE_CARD, discreet=True)
    for language in LANGUAGES:
        said = f"{card.text(language)} {card.html(language)} {' '.join(frame for *_, frame in card.frames(language))}"
        assert not re.search("vertrouwensp(?!ersoon/)|confidential", said) and "Noor Voorbeeld" in said
