"""An organisation's own words as a form shows them: ours beside theirs, what may be done, and the files that follow from it.

Nothing here writes: what is to be written comes back as files by their path from the root, None for one that goes.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from pathlib import Path

import yaml

from voorlichter.languages import Code
from voorlichter.markdown.address import Form, resolve_address
from voorlichter.own.check import check_composed
from voorlichter.own.claims import check_claims
from voorlichter.own.files import LEFT_OUT, MODULES, OURS, PAGES, TEXTS, find_own
from voorlichter.own.lay_over import read_own_page
from voorlichter.own.left_out import read_left_out, render_left_out
from voorlichter.own.modules import check_own_module
from voorlichter.own.ours import Below, find_below, read_kept, render_kept, told_by
from voorlichter.own.passages import Composed, OwnPassage, PagePiece, PassageKind, lay_passages, passages_in
from voorlichter.problems import Mark, Problem, sort_problems
from voorlichter.profile.model import Profile
from voorlichter.slots.check import ONE_ADVISOR
from voorlichter.template.page import Page, read_page, sections_in
from voorlichter.template.sources import Sources
from voorlichter.workspace import Workspace

Files = Mapping[str, bytes | None]

_HEADING = re.compile(r"(?P<signs>#{1,6}) +(?P<text>.*?)[ \t]*(?:\{[^}\n]*\})?[ \t]*$", re.M)
_REMARK = re.compile(r"\[#.*?#\]", re.S)


@dataclass(frozen=True, slots=True)
class OwnText:
    """What stands in the place of a passage or beside it, as it is written; without the heading where it is added."""

    kind: PassageKind
    text: str


@dataclass(frozen=True, slots=True)
class ShelfPassage:
    """A passage of ours, as Markdown; `below` tells what it said when theirs took its place."""

    anchor: str
    heading: str
    protected: bool
    ours: str
    own: tuple[OwnText, ...] = ()
    below: Below | None = None


@dataclass(frozen=True, slots=True)
class ShelfPage:
    """A page with its passages in order; of a page of their own there is its text alone. One that is `protected` is on every site."""

    name: str
    title: str
    passages: tuple[ShelfPassage, ...] = ()
    protected: bool = False
    left_out: bool = False
    own: str | None = None


def plan_shelf(workspace: Workspace, slug: str, sources: Sources, code: Code, form: Form) -> list[ShelfPage]:
    """All pages of a language that an organisation may say something on, then those of its own. `sources` are those that all sites share."""
    files = find_own(workspace, slug)
    left_out, _ = read_left_out(files.left_out, sources.first)
    shelf = []
    for name, page in sources.pages[code].items():
        if name not in sources.made[code]:
            path = files.texts.get(code, {}).get(name)
            kept = files.ours.get(code, {}).get(name)
            title = resolve_address(str(page.meta["title"]), form)
            passages = tuple(_passages(page, form, path, kept))
            shelf.append(ShelfPage(name, title, passages, page.is_protected, name in left_out))
    for name, path in files.pages.get(code, {}).items():
        read, _ = read_page(path, code, sources.data.languages)
        shelf.append(ShelfPage(name, str(read.meta["title"]) if read else name, own=_read(path)))
    return shelf


def _passages(page: Page, form: Form, path: Path | None, kept: Path | None) -> Iterator[ShelfPassage]:
    text = _read(path) if path else ""
    own: dict[str, list[OwnText]] = {}
    for passage in passages_in(text):
        own.setdefault(passage.anchor, []).append(OwnText(passage.kind, passage.text.strip()))
    below = {one.anchor: one for one in find_below(page, path, text, kept)} if path else {}
    for anchor, ours in told_by(page).items():
        if ours or anchor in own:
            yield ShelfPassage(
                anchor,
                resolve_address(_heading_of(ours)[1] or str(page.meta["title"]), form),
                page.protects(anchor),
                ours,
                tuple(own.get(anchor, ())),
                below.get(anchor),
            )


def write_passage(
    workspace: Workspace,
    slug: str,
    sources: Sources,
    code: Code,
    name: str,
    anchor: str,
    kind: PassageKind,
    text: str | None,
    seen: bool = False,
) -> Files:
    """With this own text in the place of a passage, or beside it; None takes it away. `seen` says that our present text was looked at."""
    page = sources.pages[code][name]
    path, kept = _paths(workspace, slug, code, name)
    before = _read(path) if path.is_file() else ""
    after = _with_passage(page, before, anchor, kind, text)
    replaced_before = any(one.anchor == anchor and one.kind == "replaced" for one in passages_in(before))
    accepted = [anchor] if seen or not replaced_before else []
    ours = render_kept(page, after, read_kept(kept), accepted)
    files = {path: after.encode() if after.strip() else None, kept: ours}
    return {
        target.relative_to(workspace.root).as_posix(): data
        for target, data in files.items()
        if data is not None or target.is_file()
    }


def check_passage(
    workspace: Workspace,
    slug: str,
    sources: Sources,
    profile: Profile,
    code: Code,
    name: str,
    anchor: str,
    kind: PassageKind,
    text: str,
) -> list[Problem]:
    """What is wrong with an own text while it is typed, at its own lines. `sources` may be those that all share, or with their own words laid over."""
    page = sources.pages[code][name]
    path, _ = _paths(workspace, slug, code, name)
    written = _headed(page, anchor, kind, text)
    composed = lay_passages(page, path, written)
    problems = [*composed.problems, *_check(workspace, sources, profile, code, composed)]
    return _at_home(problems, path, written.count("\n") - text.rstrip("\n").count("\n") - 1)


def write_page(
    workspace: Workspace, slug: str, code: Code, name: str, title: str, menu: str | None, text: str
) -> Files:
    """A page of their own, whole; the title stands above the text too, unless a heading begins it."""
    path = workspace.profiles / slug / PAGES / code / name
    return {path.relative_to(workspace.root).as_posix(): _whole_page(title, menu, text)}


def check_page_text(
    workspace: Workspace,
    slug: str,
    sources: Sources,
    profile: Profile,
    code: Code,
    name: str,
    title: str,
    menu: str | None,
    text: str,
) -> list[Problem]:
    """What is wrong with a page of their own while it is typed, at the lines of its text."""
    path = workspace.profiles / slug / PAGES / code / name
    raw = _whole_page(title, menu, text)
    ours = sources.pages[code].keys() - sources.own.get(code, {}).keys()
    page, problems = read_own_page(path, code, ours, sources.data.languages, [], raw)
    if page is not None:
        laid = replace(sources, pages={**sources.pages, code: {**sources.pages[code], name: page}})
        composed = Composed(page, [PagePiece(page.body, path, 1, ("", "replaced"))])
        problems = [*problems, *_check(workspace, laid, profile, code, composed)]
    return _at_home(problems, path, raw.decode().count("\n") - text.rstrip("\n").count("\n") - 1)


def write_left_out(workspace: Workspace, slug: str, names: Collection[str]) -> Files:
    """The list of our pages that the site does without; their easy versions go by themselves."""
    path = workspace.profiles / slug / LEFT_OUT
    data = render_left_out(names)
    return {path.relative_to(workspace.root).as_posix(): data} if data or path.is_file() else {}


def write_module(workspace: Workspace, slug: str, name: str, text: str) -> Files:
    path = workspace.profiles / slug / MODULES / f"{name}.yml"
    return {path.relative_to(workspace.root).as_posix(): text.encode()}


def check_module_text(
    workspace: Workspace, slug: str, sources: Sources, site: Sequence[Code], form: Form, name: str, text: str
) -> list[Problem]:
    """What is wrong with a module of their own while it is typed."""
    path = workspace.profiles / slug / MODULES / f"{name}.yml"
    return sort_problems(check_own_module(path, text.encode(), sources, site, form))


def remove_file(workspace: Workspace, slug: str, kind: str, name: str, code: Code | None = None) -> Files:
    """A text, page or module of their own that goes; with a text goes what was kept of ours."""
    folder = workspace.profiles / slug
    paths = [folder / kind / code / name, folder / OURS / code / name] if code else [folder / kind / name]
    return {path.relative_to(workspace.root).as_posix(): None for path in paths if path.is_file()}


def _check(
    workspace: Workspace, sources: Sources, profile: Profile, code: Code, composed: Composed
) -> Iterator[Problem]:
    yield from check_composed(workspace, composed, code, sources, profile.organisation.form_of_address)
    topics = sources.vocabulary.topics or {}
    for piece in composed.own:
        yield from check_claims(piece.path, piece.text, piece.line, code, profile, sources.data.claim_words, topics)


def _at_home(problems: Sequence[Problem], path: Path, above: int) -> list[Problem]:
    """At the lines of the text as typed: so many stand above it."""
    return sort_problems(
        replace(problem, mark=Mark(path, max(1, problem.mark.line - above), problem.mark.column))
        for problem in problems
        if problem.message != ONE_ADVISOR
    )


def _with_passage(page: Page, before: str, anchor: str, kind: PassageKind, text: str | None) -> str:
    """An own text with one passage put in, changed or taken out; the others keep their bytes."""
    found = passages_in(before)
    lines = before.splitlines(keepends=True)
    starts = [*(passage.line - 1 for passage in found), len(lines)]
    parts = [
        (passage, "".join(lines[start:end])) for passage, (start, end) in zip(found, pairwise(starts), strict=True)
    ]
    order = [*sections_in(page.body)]
    if text is not None and text.strip():
        new = OwnPassage(anchor, kind, text, 0)
        written = _headed(page, anchor, kind, text).rstrip("\n") + "\n"
        at = next((i for i, (passage, _) in enumerate(parts) if (passage.anchor, passage.kind) == (anchor, kind)), None)
        if at is None:
            at = sum(_rank(passage, order) < _rank(new, order) for passage, _ in parts)
            parts.insert(at, (new, written))
        else:
            parts[at] = (new, written)
    else:
        parts = [part for part in parts if (part[0].anchor, part[0].kind) != (anchor, kind)]
    closed = [said if number == len(parts) else said.rstrip("\n") + "\n\n" for number, (_, said) in enumerate(parts, 1)]
    return "".join(closed)


def _rank(passage: OwnPassage, order: Sequence[str]) -> tuple[int, int]:
    place = order.index(passage.anchor) if passage.anchor in order else len(order)
    return place, ("replaced", "before", "after").index(passage.kind)


def _headed(page: Page, anchor: str, kind: PassageKind, text: str) -> str:
    """An own text as its file has it. What takes the place of ours has a heading of its own, or that of ours."""
    signs, ours = _heading_of(told_by(page)[anchor])
    braces = f" {{#{anchor}}}" if anchor else ""
    signs, ours = signs or "#", ours or str(page.meta["title"])
    if kind == "before":
        return f"{signs} + {ours}{braces}\n\n{text.strip()}\n"
    if kind == "after":
        return f"{signs} {ours}{braces} +\n\n{text.strip()}\n"
    stripped = text.strip("\n")
    heading = _HEADING.match(stripped)
    if heading and anchor:
        rest = stripped[heading.end() :]
        return f"{signs} {heading['text']}{braces}{rest}\n"
    if heading or not anchor:
        return f"{stripped}\n"
    return f"{signs} {ours}{braces}\n\n{stripped}\n"


def _heading_of(passage: str) -> tuple[str, str]:
    found = _HEADING.search(_REMARK.sub("", passage))
    return (found["signs"], found["text"].strip()) if found else ("", "")


def _whole_page(title: str, menu: str | None, text: str) -> bytes:
    head = {"title": title, "description": title if title.endswith((".", "?", "!")) else f"{title}."}
    block = yaml.safe_dump(head | ({"menu": menu} if menu else {}), allow_unicode=True, sort_keys=False, width=10_000)
    heading = "" if text.lstrip().startswith("# ") else f"# {title}\n\n"
    return f"---\n{block}---\n\n{heading}{text.strip()}\n".encode()


def _paths(workspace: Workspace, slug: str, code: Code, name: str) -> tuple[Path, Path]:
    folder = workspace.profiles / slug
    return folder / TEXTS / code / name, folder / OURS / code / name


def _read(path: Path) -> str:
    return path.read_text(encoding="utf-8", errors="replace").replace("\r\n", "\n")
