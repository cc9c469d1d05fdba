"""How the texts read, as `check --texts` tells it: a table of every page in every variant."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict
from datetime import date
from typing import Any

from voorlichter.cache import open_cache
from voorlichter.cli.language import say
from voorlichter.languages import TOGETHER
from voorlichter.organisation import check_organisation, templates_for
from voorlichter.problems import Say
from voorlichter.reading import figures
from voorlichter.stage_one import StageOne, variants_of
from voorlichter.template.easy_reading import KEY as EASY
from voorlichter.turns import Turns
from voorlichter.workspace import Workspace


def read_figures(workspace: Workspace, slug: str, today: date) -> tuple[list[figures.FiguresRow], list[Say]]:
    """Of a workspace without errors; and what failed."""
    turns = Turns(workspace.root)
    with turns.of(slug):
        return _read_figures(workspace, slug, today), []
    return [], turns.failures


def _read_figures(workspace: Workspace, slug: str, today: date) -> list[figures.FiguresRow]:
    stage_one = StageOne(workspace)
    sources = stage_one.sources()
    checked = check_organisation(workspace, slug, sources.vocabulary, today, open_cache())
    profile, media = checked.refuse()
    templates = templates_for(workspace, slug, checked.own, profile, stage_one)
    own = {variant: templates[variant.language] for variant in variants_of(profile, stage_one.languages)}
    modules = [name for name in profile.training.modules if name in sources.module_ids]
    training = profile.training.model_copy(update={"modules": modules})
    elsewhere = profile.model_copy(update={"training": training})
    easy = {
        name.replace(".md", ".html")
        for pages in sources.pages.values()
        for name, page in pages.items()
        if EASY in page.meta
    }
    data = sources.data
    return [
        row
        for variant in stage_one.hashes
        for row in figures.plan_figures(
            profile if variant in own else elsewhere,  # its own words are in the variants of its site alone
            media,
            {variant: own.get(variant) or stage_one.template(variant)},
            data.offered,
            data.connecting,
            easy,
            today,
        )
    ]


def as_table(slug: str, rows: list[figures.FiguresRow]) -> Iterator[str]:
    formulas = dict.fromkeys(row.formula for row in rows if row.formula and row.formula.running)
    goals = ", ".join(
        f"{formula.formula} {formula.running}"
        + (f" ({say('makkelijk', 'easy')} {formula.running_easy})" if formula.running_easy != formula.running else "")
        for formula in formulas
    )
    yield ""
    yield say(
        f"Hoe de teksten lezen, zoals {slug} ze toont. Een * haalt het doel niet: hooguit {figures.MOST_SHORT}% korte zinnen (tot en met {figures.SHORT} woorden; makkelijke pagina's mogen),",
        f"How the texts read, as {slug} shows them. A * misses its goal: at most {figures.MOST_SHORT}% short sentences (up to {figures.SHORT} words; easy pages may),",
    )
    yield say(
        f"{figures.LEAST_CONNECTING} verbindende woorden op honderd zinnen (data/connecting.yml), {goals}.",
        f"{figures.LEAST_CONNECTING} connecting words a hundred sentences (data/connecting.yml), {goals}.",
    )
    unheld = {row.variant.language: row.formula.formula for row in rows if row.formula and not row.formula.running}
    if unheld:
        named = ", ".join(f"{code} {name}" for code, name in unheld.items())
        yield say(
            f"Zonder doel, want scores in twee talen zijn niet te vergelijken: {named}. Waar geen formule is, tellen zinnen en letters per woord.",
            f"Without a goal, for scores in two languages do not compare: {named}. Where there is no formula, sentences and letters a word count.",
        )
    heading = say(
        f"{'zinnen':>7}{'mediaan':>9}{'langste':>9}{'kort':>8}{'verbindend':>12}{'leesbaar':>10}{'letters':>9}",
        f"{'sentences':>7}{'median':>9}{'longest':>9}{'short':>8}{'connecting':>12}{'ease':>10}{'letters':>9}",
    )
    width = max(len(row.page) for row in rows) + 2
    variant = None
    for row in rows:
        if row.variant != variant:
            variant = row.variant
            yield ""
            yield f"{variant.name:<{width}}{heading}"
        told = row.figures
        marked = {
            name: f"{value}{'*' if name in row.missed else ' '}"
            for name, value in (
                ("short", f"{told.short}%"),
                ("connecting", told.connecting if row.variant.language in TOGETHER else "–"),
                ("score", "–" if told.score is None else told.score),
            )
        }
        yield f"{row.page:<{width}}{told.sentences:>7}{told.median:>9g}{told.longest:>9}{marked['short']:>9}{marked['connecting']:>12}{marked['score']:>10}{told.letters:>8.1f}".rstrip()


def as_json(row: figures.FiguresRow) -> dict[str, Any]:
    return {
        "variant": row.variant.name,
        "page": row.page,
        "easy": row.easy,
        **asdict(row.figures),
        "missed": row.missed,
    }
