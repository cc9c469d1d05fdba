"""A page as written, with the front matter above it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from difflib import get_close_matches
from itertools import pairwise
from pathlib import Path
from typing import Any

from voorlichter.languages import Code, Languages, shipped
from voorlichter.markdown.address import check_address
from voorlichter.model_problems.samples import closest_word
from voorlichter.problems import Problem, Say, has_errors
from voorlichter.yaml_source import YamlSource, decode, read_kept_yaml

_FRONT_MATTER = re.compile(r"\A---\n(.*?)\n---\n", re.S)
_ANCHOR = re.compile(r"\{[^}\n]*#([\w-]+)[^}\n]*\}|\bid=\"([\w-]+)\"")
_HEADING = re.compile(r"^#{1,6} .*\{#([\w-]+)\}[ \t]*$", re.M)
_NAME = re.compile(r"[a-z0-9][a-z0-9-]{0,40}\.md")
_KEYS = ("title", "tab", "description", "menu", "when", "template", "easy_version_of", "protected")
_MENUS = ("main", "who", "more", "footer")
BEGIN = "begin"
"""What stands before the first heading with an anchor, where `protected` names it."""
_ALL = "all"


@dataclass(frozen=True, slots=True)
class Page:
    """A page as written. `body` is the text after the front matter, padded so that its lines keep their numbers."""

    path: Path
    language: Code
    meta: Mapping[str, Any]
    source: YamlSource
    text: str
    body: str
    anchors: frozenset[str]

    @property
    def when(self) -> str | None:
        return self.meta.get("when")

    @property
    def is_protected(self) -> bool:
        """Whole, so that it is on every site."""
        return bool(self.meta.get("protected") == _ALL)

    def protects(self, anchor: str) -> bool:
        """Is this a passage that an organisation may add to and nothing else?"""
        named = self.meta.get("protected", ())
        return self.is_protected or (anchor or BEGIN) in named

    def saying(self, body: str) -> Page:
        """The same page with another text."""
        head = _FRONT_MATTER.match(self.text)
        return replace(
            self, body=body, text=(head.group() if head else "") + body.lstrip("\n"), anchors=anchors_in(body)
        )


def read_page(
    path: Path, language: Code, languages: Languages | None = None, raw: bytes | None = None
) -> tuple[Page | None, list[Problem]]:
    """A page and what is wrong with its name and front matter; `raw` is what the file would hold."""
    source = YamlSource(path)
    text = decode(path.read_bytes() if raw is None else raw, source)
    if text is None:
        return None, source.problems
    text = text.replace("\r\n", "\n")
    block = _FRONT_MATTER.match(text)
    source = read_kept_yaml(path, f"\n{block[1]}\n".encode()) if block else source  # the line of --- counts
    if has_errors(source.problems):
        return None, source.problems
    if not isinstance(source.data, dict) or not block:
        return None, [
            _problem(
                source,
                "",
                Say(
                    "boven de pagina ontbreekt het kopje met title, description en menu",
                    "the block with title, description and menu is missing at the top",
                ),
                Say(
                    "begin met: --- / title: … / description: … / menu: main / ---",
                    "begin with: --- / title: … / description: … / menu: main / ---",
                ),
            )
        ]
    body = "\n" * block.group().count("\n") + text[block.end() :]
    problems = list(_check_front_matter(source, bool((languages or shipped())[language].forms)))
    problems += _check_protected(source, body)
    if has_errors(problems):
        return None, problems
    return Page(path, language, source.data, source, text, body, anchors_in(body)), [*source.problems, *problems]


def anchors_in(body: str) -> frozenset[str]:
    return frozenset(name for match in _ANCHOR.finditer(body) for name in match.groups() if name)


def sections_in(body: str) -> dict[str, tuple[int, int]]:
    """From and to where each section stands, by the anchor of its heading; what comes before the first has none."""
    starts = [("", 0), *((found[1], found.start()) for found in _HEADING.finditer(body)), ("", len(body))]
    return {anchor: (start, end) for (anchor, start), (_, end) in pairwise(starts)}


def _check_front_matter(source: YamlSource, marked: bool) -> Iterator[Problem]:
    meta, path = source.data, source.path
    if not _NAME.fullmatch(path.name):
        yield _problem(
            source,
            path.name,
            Say("deze bestandsnaam kan geen adres zijn", "this file name cannot be an address"),
            Say("gebruik kleine letters, cijfers en streepjes", "use lower-case letters, digits and hyphens"),
        )
    for key in ("title", "description", *(("tab",) if "tab" in meta else ())):
        value = meta.get(key)
        if not isinstance(value, str) or not value.strip():
            yield _problem(
                source,
                key,
                Say("ontbreekt", "is missing"),
                Say(f"schrijf bijvoorbeeld: {key}: …", f"write for example: {key}: …"),
            )
        elif re.search(r"\[\[|\[%|\{", value):
            yield _problem(
                source,
                key,
                Say("hier mag geen waarde of aanspreekvorm staan", "no slot or form-of-address mark may stand here"),
                Say("schrijf gewone tekst", "write plain text"),
            )
        elif marked:
            mark = source.value_mark((key,))
            yield from check_address(path, value, mark.line, mark.column)
    known = ", ".join(_KEYS)
    for key in (key for key in meta if key not in _KEYS):
        meant = closest_word(key, _KEYS)
        yield Problem(
            source.key_mark((key,)),
            str(key),
            Say(f"onbekende sleutel; bedoelt u {meant}?", f"unknown key; do you mean {meant}?")
            if meant
            else Say("onbekende sleutel: er gebeurt niets mee", "unknown key: nothing is done with it"),
            Say(f"haal de regel weg, of kies uit: {known}", f"remove the line, or choose from: {known}"),
            "warning",
        )
    if "menu" in meta and meta["menu"] not in _MENUS:
        yield _problem(
            source,
            "menu",
            Say(f"{meta['menu']} is geen menu", f"{meta['menu']} is not a menu"),
            Say("kies uit: " + ", ".join(_MENUS), "choose from: " + ", ".join(_MENUS)),
        )
    if not isinstance(meta.get("when", ""), str):
        yield _problem(
            source,
            "when",
            Say("hier hoort één naam", "one name belongs here"),
            Say("schrijf bijvoorbeeld: when: org.public_body", "write for example: when: org.public_body"),
        )


def _check_protected(source: YamlSource, body: str) -> Iterator[Problem]:
    named = source.data.get("protected", _ALL)
    known = [BEGIN, *(anchor for anchor in sections_in(body) if anchor)]
    if named != _ALL and (not isinstance(named, list) or not named or not {*map(str, named)} <= {*known}):
        yield _problem(
            source,
            "protected",
            Say("hier horen passages van deze pagina", "passages of this page belong here"),
            Say(f"schrijf all, of [{', '.join(known)}]", f"write all, or [{', '.join(known)}]"),
        )


def _problem(source: YamlSource, where: str, message: Say, fix: Say) -> Problem:
    return Problem(source.value_mark((where,)), where, message, fix)


def choose_page(written: object, known: Iterable[str]) -> Say:
    """What to write instead: the pages whose names are like it; all of them would be too many to read."""
    stem = str(written).rpartition(".")[0] or str(written)
    near = get_close_matches(stem, [name.removesuffix(".md") for name in known], n=3)
    if not near:
        return Say(
            "schrijf de naam van een pagina die er is, zoals index.md",
            "write the name of a page that is there, such as index.md",
        )
    names = ", ".join(f"{name}.md" for name in near)
    return Say(f"kies uit: {names}", f"choose from: {names}")
