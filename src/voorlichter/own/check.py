"""What is wrong with an organisation's own texts, each problem at the line of the file it comes from."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from voorlichter.languages import Code, Languages
from voorlichter.markdown.address import Form, is_said_in
from voorlichter.markdown.extension import QUIZ
from voorlichter.own.markup import check_written, strange_markup
from voorlichter.own.passages import Composed, PagePiece
from voorlichter.problems import Mark, Problem, Say
from voorlichter.slots.scan import Tag, line_and_column, scan
from voorlichter.template.bundles import SITE, shown_by
from voorlichter.template.readability import check_page_reads
from voorlichter.template.render import PageRenderer
from voorlichter.template.sources import DOOR, Sources, check_page
from voorlichter.template.theme import includes_in, signs_of_page, template_of
from voorlichter.template.variant import variant_for
from voorlichter.workspace import Workspace


def check_composed(
    workspace: Workspace, composition: Composed, code: Code, sources: Sources, form: Form
) -> Iterator[Problem]:
    """What the page's own checks say of it, each at the line of the file it comes from; of our words only what theirs make wrong.

    `form`: how the site speaks to its readers. A text of this site alone says it so, or marks both ways as ours do.
    """
    own = composition.own
    written = [problem for piece in own for problem in check_written(piece.path, piece.text, piece.line)]
    yield from written
    if not written:
        yield from _check_rendered(workspace, own, code, sources.data.languages)
    problems = check_page(composition.page, sources.pages[code], sources)
    problems += check_page_reads(composition.page, sources.data.languages[code].readability)
    for problem in problems:
        path, line = composition.origin(problem.mark.line)
        if path not in {piece.path for piece in own} or is_said_in(problem, form):
            continue
        yield replace(problem, mark=Mark(path, line, problem.mark.column))
    yield from _check_styles(composition, own, sources)


def _check_rendered(workspace: Workspace, own: list[PagePiece], code: Code, rows: Languages) -> Iterator[Problem]:
    renderer = PageRenderer(workspace, variant_for(code, "je", rows), Path())
    for piece in own:
        for strange in strange_markup(renderer.render(QUIZ.sub("", piece.text))):
            yield Problem(
                Mark(piece.path, piece.line),
                strange,
                Say("dit komt niet op de site", "this does not get onto the site"),
                Say(
                    "schrijf het met **vet**, *schuin*, lijsten, kopjes of een link naar een pagina of https://…",
                    "write it with **bold**, *italic*, lists, headings or a link to a page or https://…",
                ),
            )


def _check_styles(composition: Composed, own: list[PagePiece], sources: Sources) -> Iterator[Problem]:
    """A component looks as it should only on a page that loads its style."""
    bundle = sources.bundles.pages.get(f"{composition.page.path.stem}.html", SITE)
    loaded = sources.bundles.by_name[bundle].styled if bundle in sources.bundles.by_name else frozenset()
    for piece in own:
        shown = [
            *(
                (name, line, sources.theme.signs_of((template_of(name, sources.theme.paths, DOOR), "")))
                for name, line in includes_in(piece.text)
            ),
            *(
                (block.group().strip(), piece.text.count("\n", 0, block.start()) + 1, signs_of_page(block.group()))
                for block in QUIZ.finditer(piece.text)
            ),
        ]
        for name, line, signs in shown:
            if shown_by(signs, sources.styled) - loaded:
                yield Problem(
                    Mark(piece.path, piece.line + line - 1),
                    name,
                    Say("dit onderdeel kan op deze pagina niet staan", "this component cannot stand on this page"),
                    Say(
                        "haal het weg, en maak een link naar de pagina die het toont",
                        "remove it, and link to the page that shows it",
                    ),
                )


def check_languages(composed: list[tuple[Code, Composed]], site: Sequence[Code], rows: Languages) -> Iterator[Problem]:
    """What is said in one language of a site is said in the others too."""
    said: dict[tuple[object, ...], dict[Code, PagePiece]] = {}
    for code, composition in composed:
        for piece in composition.own:
            said.setdefault((piece.path.parents[1].name, piece.path.name, piece.own), {})[code] = piece
    for pieces in said.values():
        yield from _check_same_slots(pieces, rows)
        first = next(iter(pieces.values()))
        for code in site:
            if code not in pieces:
                name = f"{first.path.parents[1].name}/{code}/{first.path.name}"
                yield Problem(
                    Mark(first.path, first.line),
                    name,
                    Say(
                        f"dit staat er niet in het {rows[code].called.nl}",
                        f"this is not there in {rows[code].called.en}",
                    ),
                    Say(f"schrijf het ook in {name}", f"write it in {name} as well"),
                    "warning",
                )


def _check_same_slots(pieces: Mapping[Code, PagePiece], rows: Languages) -> Iterator[Problem]:
    """Who reads another language is told the same: a number or a door of the one stands in the other."""
    slots = {
        code: {_plain_name(tag): tag for tag in scan(piece.text) if tag.kind in _SHOWN}
        for code, piece in pieces.items()
    }
    for code, piece in pieces.items():
        for other in slots.keys() - {code}:
            for name in slots[code].keys() - slots[other].keys():
                tag = slots[code][name]
                line, column = line_and_column(piece.text, tag.start)
                yield Problem(
                    Mark(piece.path, piece.line + line - 1, column),
                    tag.text,
                    Say(
                        f"dit staat er niet in het {rows[other].called.nl}",
                        f"this is not there in {rows[other].called.en}",
                    ),
                    Say("zeg in elke taal hetzelfde", "say the same in every language"),
                    "warning",
                )


_SHOWN = ("value", "include")
_FORMS = ("name", "short_name", "in_sentence", "at_start", "call_name", "verb", "verb_small", "to_verb")
"""Ways of saying one thing, which languages choose from."""


def _plain_name(tag: Tag) -> str:
    parts = tag.expression.split(".")
    return ".".join(parts[:-1] if parts[-1] in _FORMS else parts)
