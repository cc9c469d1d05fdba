"""Whatever a profile says comes out as text, on every page and in every attribute."""

from __future__ import annotations

import functools
import json
import re
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path

import pytest
from attack.profile import Filler, hostile_profile
from PIL import Image
from pydantic.fields import FieldInfo
from support import TODAY, files_of, lay, run

from voorlichter.profile.fields import Section
from voorlichter.profile.model import Profile


class Reader(HTMLParser):
    """What a browser would make of a page: its tags, its attributes and its text."""

    def __init__(self, page: str) -> None:
        super().__init__(convert_charrefs=True)
        self.tags: set[str] = set()
        self.attributes: list[tuple[str, str, str]] = []
        self.words: list[str] = []
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.attributes += [(tag, name, value or "") for name, value in attrs]

    def handle_data(self, data: str) -> None:
        self.words.append(data)

    @functools.cached_property
    def text(self) -> str:
        return " ".join("".join(self.words).split())


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory, examples: Path) -> tuple[dict[str, Reader], dict[str, str], Path]:
    data, texts = hostile_profile()
    root = tmp_path_factory.mktemp("hostile")
    drawing = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10"><rect width="10" height="10" fill="#0B5FA5"/></svg>'
    lay(root, {"profiles/zeester/profile.yml": json.dumps(data), "profiles/zeester/logo.svg": drawing})
    Image.new("RGB", (64, 64), (11, 95, 165)).save(root / "profiles/zeester/noor.png")
    answer = run("build", "-C", root, "--lang", "en", "--date", TODAY)
    assert answer.code == 0, answer.err
    site = root / "site/zeester"
    pages = {name: Reader(content.decode()) for name, content in files_of(site).items() if name.endswith(".html")}
    return pages, texts, site


def texts_of(kind: type[Section], path: str = "") -> Iterator[str]:
    """The paths of every free text in the model."""
    for name, field in kind.model_fields.items():
        yield from _texts(field, name, f"{path}.{name}")


def _texts(field: FieldInfo, name: str, path: str) -> Iterator[str]:
    filler = Filler()
    filler.value(field.annotation, name, path)
    yield from filler.texts


def test_every_free_text_of_the_model_was_tried(hostile: tuple[dict[str, Reader], dict[str, str], Path]) -> None:
    assert set(texts_of(Profile)) <= set(hostile[1])
    assert len(hostile[1]) > 40


SHOWN_AS_PROSE = (".introduction.", ".advisors[].about.")


def test_every_text_is_shown_as_it_was_written(hostile: tuple[dict[str, Reader], dict[str, str], Path]) -> None:
    pages, texts, _ = hostile
    dutch = " ".join(reader.text for name, reader in pages.items() if not name.startswith("en/"))
    english = " ".join(reader.text for name, reader in pages.items() if name.startswith("en/"))
    attributes = {value for reader in pages.values() for _, _, value in reader.attributes}
    missing = []
    for path, text in texts.items():
        if path.startswith(SHOWN_AS_PROSE):
            continue
        words = " ".join(text.split())
        seen = english if path.endswith(".en") else dutch
        if words not in seen and not any(words in " ".join(value.split()) for value in attributes):
            missing.append(path)
    assert missing == []


def test_no_text_becomes_a_tag_or_an_attribute(
    hostile: tuple[dict[str, Reader], dict[str, str], Path], examples: Path
) -> None:
    pages, _, _ = hostile
    known = [Reader(path.read_text(encoding="utf-8")) for path in (examples / "site").rglob("*.html")]
    tags = {tag for reader in known for tag in reader.tags}
    names = {(tag, name) for reader in known for tag, name, _ in reader.attributes} | {
        ("html", "class")
    }  # no example is discreet
    for page, reader in pages.items():
        assert reader.tags <= tags, page
        strange = {(tag, name) for tag, name, _ in reader.attributes} - names
        assert not strange, (page, strange)
        assert not [name for _, name, _ in reader.attributes if name.startswith("on")]


def test_every_address_is_one_that_may_stand_there(hostile: tuple[dict[str, Reader], dict[str, str], Path]) -> None:
    pages, _, site = hostile
    for page, reader in pages.items():
        for _, name, value in reader.attributes:
            if name not in ("href", "src"):
                continue
            if value.startswith(("https://", "tel:", "mailto:")):
                assert not set(value) & set('<>"\\ \n')
            else:
                assert value.startswith("#") or ((site / page).parent / value.partition("#")[0]).resolve().is_file(), (
                    value
                )


def test_scripts_and_styles_hold_nothing_of_the_profile(
    hostile: tuple[dict[str, Reader], dict[str, str], Path], examples: Path
) -> None:
    """All but the data to search in, which tests/site/test_search.py reads back."""
    _, _, site = hostile
    for name, data in files_of(site).items():
        if name.endswith((".js", ".css", ".json", ".xml", ".svg")) and not name.endswith("search-data.js"):
            assert b"alert(1)" not in data, name


def test_its_own_words_lose_what_is_no_prose(hostile: tuple[dict[str, Reader], dict[str, str], Path]) -> None:
    pages, _, _ = hostile
    assert "[[ org.name ]] [% if x %] {{ 7*7 }}" in pages["index.html"].text
    assert not re.search(r'\b49\b(?!">)', pages["index.html"].text), "49 before a quote is the number of a text"


@pytest.mark.parametrize(
    "place",
    [
        "practice: {name: P, url: %s}",
        "complaints_procedure: {url: %s}",
        "speak_up_procedure: {url: %s}",
        "code_of_conduct: {url: %s}",
        "doors: {hr: {name: HR, url: %s}}",
        "publication: {url: %s}",
        "safety: {exit_url: %s}",
        "accessibility: {statement_url: %s}",
    ],
)
def test_an_address_that_runs_a_script_is_refused_everywhere(workspace: Path, place: str) -> None:
    profile = workspace / "profiles/zeester/profile.yml"
    profile.write_text(
        profile.read_text() + place % '"javascript:alert(1)//https://zeester.example"' + "\n", encoding="utf-8"
    )
    answer = run("build", "-C", workspace, "--lang", "en", "--date", TODAY)
    assert answer.code == 1
    assert "is not a web address" in answer.err
    assert not (workspace / "site/zeester").exists()
