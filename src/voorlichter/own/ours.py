"""What our passage said when an organisation put its own in the place of it, so that both can be shown once ours has changed.

`ours/<language>/<page>.md` beside the profile holds it, passage by passage as in `texts/`. It is written when somebody has
seen ours: by `voorlichter own` and by whatever else writes an own text, never by a check or a build.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from voorlichter.hunks import Hunk, find_hunks
from voorlichter.languages import Code
from voorlichter.own.files import OURS, OwnFiles, find_own
from voorlichter.own.passages import passages_in
from voorlichter.problems import Mark, Problem, Say
from voorlichter.template.page import BEGIN, Page, sections_in
from voorlichter.workspace import Workspace

_HEAD = "[# Onze tekst toen deze organisatie de hare schreef; Voorlichter schrijft dit bestand. / Ours when this organisation wrote its own; written by Voorlichter. #]"
_REMARK = re.compile(r"\[#.*?#\]", re.S)
_SENTENCES = re.compile(r"(?<=[.!?])\s+|\n\s*")


@dataclass(frozen=True, slots=True)
class Below:
    """A passage of ours that one of theirs took the place of; `then` is what it said when theirs was written, where that is known."""

    language: Code
    page: str
    anchor: str
    mark: Mark
    now: str
    then: str | None

    @property
    def changed(self) -> bool:
        return self.then is not None and self.then.split() != self.now.split()

    @property
    def name(self) -> str:
        """As `voorlichter own` takes it: gedrag.md#pesten."""
        return f"{self.page}#{self.anchor or BEGIN}"

    def hunks(self) -> list[Hunk]:
        """Sentences of ours that went since, and those that came."""
        then, now = ([one for one in _SENTENCES.split(text or "") if one.strip()] for text in (self.then, self.now))
        return list(find_hunks(then, now))


def told_by(page: Page) -> dict[str, str]:
    """What the passages of a page say, by anchor, without the remarks that nobody sees."""
    return _said(page.body)


def find_below(page: Page, path: Path, text: str, kept: Path | None) -> Iterator[Below]:
    """Of an own text at `path`; `kept` is the file of what ours said."""
    now, then = told_by(page), read_kept(kept)
    for passage in passages_in(text):
        if passage.kind == "replaced" and passage.anchor in now and not page.protects(passage.anchor):
            yield Below(
                page.language,
                path.name,
                passage.anchor,
                Mark(path, passage.line),
                now[passage.anchor],
                then.get(passage.anchor),
            )


def below_of(files: OwnFiles, pages: Mapping[Code, Mapping[str, Page]]) -> Iterator[Below]:
    """All that theirs replaces."""
    for code, texts in files.texts.items():
        for name, path in texts.items():
            if page := pages.get(code, {}).get(name):
                yield from find_below(page, path, _read(path), files.ours.get(code, {}).get(name))


def read_kept(path: Path | None) -> dict[str, str]:
    if path is None or not path.is_file():
        return {}
    return _said(_read(path))


def check_below(slug: str, below: Iterable[Below]) -> Iterator[Problem]:
    """Theirs stays until somebody has looked at both."""
    for one in below:
        command = f"voorlichter own {slug} {one.name}"
        if one.then is None:
            yield Problem(
                one.mark,
                f"#{one.anchor}" if one.anchor else one.page,
                Say(
                    "onze tekst hieronder is nog niet bewaard, dus een verandering ervan merkt niemand",
                    "our text below is not kept yet, so nobody notices when it changes",
                ),
                Say(f"bewaar hem met: {command} --accept", f"keep it with: {command} --accept"),
                "warning",
            )
        elif one.changed:
            yield Problem(
                one.mark,
                f"#{one.anchor}" if one.anchor else one.page,
                Say(
                    "onze tekst is veranderd sinds deze in de plaats ervan kwam",
                    "our text has changed since this one took its place",
                ),
                Say(
                    f"bekijk beide met `{command}`; klopt de uwe nog, schrijf dan --accept erachter",
                    f"look at both with `{command}`; if yours is still right, write --accept behind it",
                ),
                "warning",
            )


def accept_ours(
    workspace: Workspace,
    slug: str,
    pages: Mapping[Code, Mapping[str, Page]],
    page: str | None = None,
    anchor: str | None = None,
) -> list[Path]:
    """Keep what ours says now below all that theirs replaces, or below that of one page or passage. Gives the files it wrote or removed."""
    files = find_own(workspace, slug)
    changed = []
    for code, texts in files.texts.items():
        for name, path in texts.items():
            if name not in pages.get(code, {}) or page not in (None, name):
                continue
            text = _read(path)
            target = workspace.profiles / slug / OURS / code / name
            data = render_kept(pages[code][name], text, read_kept(target), None if anchor is None else [anchor])
            if data is None:
                if target.is_file():
                    target.unlink()
                    changed.append(target)
            elif not target.is_file() or target.read_bytes() != data:
                target.parent.mkdir(parents=True, exist_ok=True)
                target.write_bytes(data)
                changed.append(target)
    return changed


def render_kept(page: Page, text: str, kept: Mapping[str, str], accepted: Sequence[str] | None = None) -> bytes | None:
    """The file of what ours says below an own text, with the passages accepted, or all of them, as they are now; None where nothing is replaced."""
    now = told_by(page)
    replaced = [passage.anchor for passage in passages_in(text) if passage.kind == "replaced" and passage.anchor in now]
    said = [
        now[anchor] if accepted is None or anchor in accepted else kept[anchor]
        for anchor in now
        if anchor in replaced and (accepted is None or anchor in accepted or anchor in kept)
    ]
    return ("\n\n".join([_HEAD, *said]) + "\n").encode() if said else None


def _read(path: Path) -> str:
    return path.read_text(encoding="utf-8", errors="replace").replace("\r\n", "\n")


def _said(body: str) -> dict[str, str]:
    plain = _REMARK.sub("", body)
    return {anchor: plain[start:end].strip() for anchor, (start, end) in sections_in(plain).items()}
