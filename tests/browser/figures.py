"""The figures each page is held to: the worst of every example, other profile and language, in one table."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

Number = int | float


@dataclass(frozen=True, slots=True)
class Figure:
    """A column of the table. `most` or `least` is what the page is held to; a goal is only aimed at."""

    title: str
    most: Number | None = None
    least: Number | None = None
    goal: Number | None = None

    @property
    def low_is_worse(self) -> bool:
        return self.least is not None or self.goal is not None

    def worse(self, one: Number, other: Number) -> Number:
        return min(one, other) if self.low_is_worse else max(one, other)

    def bound(self) -> str:
        """What stands under the title."""
        if self.most is not None:
            return f"≤ {self.most}" if self.most else "0"
        return str(self.least) if self.least is not None else f"goal {self.goal}"

    def broken_by(self, value: Number) -> bool:
        return (self.most is not None and value > self.most) or (self.least is not None and value < self.least)


FIGURES = {
    "words": Figure("words before the first call link", most=40),
    "taps": Figure("taps to call", most=1),
    "taps_any": Figure("to any advisor", most=2),
    "label": Figure("words in a menu label", most=3),
    "sentence": Figure("words a sentence, median", most=12),
    "text": Figure("kB of HTML, CSS and JS", most=20),
    "module": Figure("the same, of a module of the training", most=28),
    "weight": Figure("kB with fonts and pictures", most=90),
    "requests": Figure("requests", most=9),
    "axe": Figure("axe", most=0),
    "htmlcs": Figure("HTML_Code\u00adSniffer", most=0),
    "ibm": Figure("IBM", most=0),
    "nu": Figure("Nu", most=0),
    "accessibility": Figure("Lighthouse accessi\u00adbility", least=100),
    "best-practices": Figure("best practices", least=100),
    "seo": Figure("SEO", least=100),
    "performance": Figure("perform\u00adance", goal=99),
}


class Figures:
    """The worst value of each figure seen so far, by page."""

    def __init__(self) -> None:
        self.pages: dict[str, dict[str, Number]] = {}

    def note(self, page: str, **values: Number) -> None:
        row = self.pages.setdefault(page.removesuffix(".html"), {})
        for name, value in values.items():
            row[name] = FIGURES[name].worse(value, row[name]) if name in row else value

    def add(self, other: Mapping[str, Mapping[str, Number]]) -> None:
        for page, values in other.items():
            self.note(page, **values)

    def broken(self) -> Iterator[str]:
        for page, row in sorted(self.pages.items()):
            yield from (f"{page}: {one}" for one in broken(row))

    def table(self) -> str:
        """In Markdown; what was not measured stays empty, and a column that nobody measured is left out."""
        columns = [name for name in FIGURES if any(name in row for row in self.pages.values())]
        lines = [["page", *(FIGURES[name].title for name in columns)], ["---", *("--:" for _ in columns)]]
        lines.append(["*held to*", *(f"*{FIGURES[name].bound()}*" for name in columns)])
        order = sorted(self.pages, key=lambda page: (page != "index", page))
        lines += [[page, *(show(self.pages[page].get(name)) for name in columns)] for page in order]
        return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def broken(values: Mapping[str, Number]) -> Iterator[str]:
    for name, value in values.items():
        if FIGURES[name].broken_by(value):
            yield f"{FIGURES[name].title}: {show(value)}, held to {FIGURES[name].bound()}"


def show(value: Number | None) -> str:
    if value is None:
        return ""
    return f"{value:.1f}" if isinstance(value, float) else str(value)
