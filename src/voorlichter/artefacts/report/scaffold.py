"""A file of counts to fill in: every key there is, and what it means."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from pydantic.fields import FieldInfo

from voorlichter.artefacts.report.model import TABLES, ByRelation, ByRoute, ByStatus, ByTopic, Counts, WrittenYear
from voorlichter.model_problems.described import example_of, explained, words_for
from voorlichter.problems import Language, Say
from voorlichter.profile.fields import TO_FILL_IN, Section

_HEAD = (
    Say(
        "Aantallen voor het jaarverslag. Alleen totalen: geen namen, data, afdelingen of verhalen.",
        "Counts for the annual report. Totals only: no names, dates, departments or stories.",
    ),
    Say(
        "Bewaar dit bestand buiten de werkmap en buiten Git, liefst op een versleutelde schijf.",
        "Keep this file outside the workspace and outside Git, on an encrypted disk if you can.",
    ),
    Say(
        "Achter een # staat uitleg; haal de # weg om een regel te gebruiken.",
        "After a # stands an explanation; remove the # to use a line.",
    ),
    Say(
        "Haal een tabel die niet bijgehouden wordt, helemaal weg. Een nieuw jaar komt eronder; wat er stond, blijft staan.",
        "Remove the whole of a table that is not kept. A new year goes below; what stood there stays.",
    ),
)
_MODELS: tuple[type[Section], ...] = (ByTopic, ByRelation, ByRoute, ByStatus)


def render_scaffold(slug: str, year: int, language: Language) -> str:
    """The text of a file with one year in it, in which only the numbers lack."""
    open_ = TO_FILL_IN[language]
    lines = [f"# {line.to(language)}" for line in _HEAD]
    for key, info in Counts.model_fields.items():
        lines += ["", f"# {'. '.join(words_for(info, language))}"]
        if key == "years":
            lines += ["years:", f"  {year}:", *_year(open_, language)]
        else:
            lines.append(f"organisation: {slug}" if key == "organisation" else f"# {example_of(info, key)}")
    return "\n".join(lines) + "\n"


def _year(open_: str, language: Language) -> Iterator[str]:
    tables = dict(zip(TABLES, _MODELS, strict=True))
    for key, info in WrittenYear.model_fields.items():
        if key in tables:
            yield _line(4, f"{key}:", info, language)
            yield from _cells(tables[key].model_fields, language)
        elif key == "reports":
            yield _line(4, f"{key}: {open_}", info, language)
        else:
            yield _line(4, f"# {example_of(info, key)}", info, language)


def _cells(fields: Mapping[str, FieldInfo], language: Language) -> Iterator[str]:
    for key, info in fields.items():
        yield _line(6, example_of(info, key), info, language)


def _line(indent: int, written: str, info: FieldInfo, language: Language) -> str:
    return explained(f"{' ' * indent}{written}", info, language)
