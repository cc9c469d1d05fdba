"""Pages of ours that one organisation does without: where nothing leads to them any more, and never one that people need in danger."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from pathlib import Path

from voorlichter.languages import Code
from voorlichter.problems import Mark, Problem, Say
from voorlichter.template.page import BEGIN, Page, choose_page, sections_in
from voorlichter.template.sources import Sources, links_in
from voorlichter.workspace import Workspace
from voorlichter.yaml_source import read_yaml

EASY = "easy_version_of"


def read_left_out(path: Path | None, pages: Mapping[str, Page]) -> tuple[dict[str, Mark], list[Problem]]:
    """The list: names of pages, with or without .md. With a page goes its easy version."""
    if path is None:
        return {}, []
    source = read_yaml(path)
    names = source.data if source.data is not None else []
    if not isinstance(names, list) or not all(isinstance(name, str) for name in names):
        fix = Say(
            "schrijf op elke regel een streepje en een naam: - nieuw", "write a dash and a name on each line: - nieuw"
        )
        wrong = Problem(Mark(path), "", Say("hier horen namen van pagina's", "names of pages belong here"), fix)
        return {}, [*source.problems, wrong]
    left_out = {f"{name.removesuffix('.md')}.md": source.value_mark((number,)) for number, name in enumerate(names)}
    easy = {name: left_out[of] for name, page in pages.items() if (of := str(page.meta.get(EASY))) in left_out}
    return {**easy, **left_out}, source.problems


def render_left_out(names: Collection[str]) -> bytes | None:
    """The list of these pages; None where nothing is left out."""
    head = "# Pagina's die deze site niet heeft. / Pages that this site does without.\n"
    lines = [f"- {name.removesuffix('.md')}\n" for name in sorted(names)]
    return "".join([head, *lines]).encode() if lines else None


def check_left_out(
    workspace: Workspace,
    left_out: Mapping[str, Mark],
    ours: Mapping[str, Page],
    laid: Mapping[Code, Mapping[str, Page]],
    sources: Sources,
    modules: list[str],
) -> Iterator[Problem]:
    """`ours` are all pages there are, `laid` those that stay, in own words; `modules` are the trainings of this site."""
    written = sorted(name for name in ours if name not in next(iter(sources.made.values()), {}))
    for name, mark in left_out.items():
        stem = name.removesuffix(".md")
        if name not in written:
            known = choose_page(name, written)
            yield Problem(
                mark,
                stem,
                Say("er is geen pagina met deze naam", "there is no page of this name"),
                Say(known.nl.replace(".md", ""), known.en.replace(".md", "")),
            )
        elif ours[name].is_protected:
            if ours[name].meta.get(EASY) in left_out:
                continue  # told of its page
            yield Problem(
                mark,
                stem,
                Say(
                    "deze pagina gaat over geheimhouding, hulp of sporen, en blijft op elke site",
                    "this page is about confidentiality, help or traces, and stays on every site",
                ),
                Say("haal deze regel weg", "remove this line"),
            )
        elif places := [*dict.fromkeys(_leading_to(name, workspace, laid, sources, modules))]:
            yield Problem(
                mark,
                stem,
                Say(
                    f"hier leidt nog een link naartoe: {', '.join(places)}",
                    f"a link still leads here: {', '.join(places)}",
                ),
                Say(
                    "zeg het daar in eigen woorden zonder die link, in texts/, of laat de pagina staan",
                    "say it there in words of your own without that link, in texts/, or let the page stay",
                ),
            )


def _leading_to(
    name: str, workspace: Workspace, laid: Mapping[Code, Mapping[str, Page]], sources: Sources, modules: list[str]
) -> Iterator[str]:
    """As a passage, a template, the signpost or a module."""
    for pages in laid.values():
        for page in pages.values():
            sections = sections_in(page.body)
            for target, offset in links_in(page.body):
                if target == name:
                    anchor = next(anchor for anchor, (start, end) in sections.items() if start <= offset < end)
                    yield f"{page.path.name}#{anchor or BEGIN}"
    link = re.compile(rf'href="{name.removesuffix(".md")}[.]html[#"]')
    for template, path in workspace.files("overrides").items():
        if path.suffix == ".html" and link.search(path.read_text(encoding="utf-8", errors="replace")):
            yield f"overrides/{template}"
    if sources.signpost:
        yield from (
            "signpost.yml" for end in sources.signpost.ends if end.read and end.read.page.partition("#")[0] == name
        )
    for id_, module in sources.modules.items():
        if id_ in modules and any(
            str(question.source or "").partition("#")[0] == name for question in module.questions
        ):
            yield f"quizzes/{id_}.yml"


def take_out(folder: Path, left_out: Mapping[str, Mark]) -> None:
    """Of a finished template: the pages, and what leads to them by itself."""
    names = [f"{Path(name).stem}.html" for name in left_out]
    for name in names:
        (folder / "pages" / name).unlink(missing_ok=True)
    marked = re.compile(rf"\[# page (?:{'|'.join(map(re.escape, names))}) #\].*?\[# /page #\]\n?", re.S)
    for path in (folder / "pages").glob("*.html"):
        text = path.read_text(encoding="utf-8")
        path.write_text(marked.sub("", text), encoding="utf-8")
