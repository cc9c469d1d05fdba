"""Which page loads which style sheet and scripts: it follows from what the page shows.

A component says of itself, in a remark in its style or script, what cannot be read from templates and pages:

    /* shown by: .steps */    one without HTML: the classes, templates or slots it belongs to; without it, everywhere
    /* bundle: own */         heavy: the pages that show it load files made for them, in place of the common ones
    /* bundle: with quiz */   heavy too, but its looks are few: they stand in the style sheet of that other component
    /* bundle: later */       in no page's files: a script asks for it, or a site has it by what its profile says
    /* bundle: packed */      its scripts are for the packages of a training alone
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

from voorlichter.problems import Mark, Problem, Say
from voorlichter.slots.scan import line_and_column

SITE = "site"
"""The bundle of every page that shows nothing heavy."""
CORE = "core"
"""The script of a page with a bundle of its own: what every page runs."""
_FILE = re.compile(r"components/(?P<component>[\w-]+)/(?:[\w-]+/)*[\w-]+\.(?P<kind>css|js)")
_REMARK = re.compile(r"/\*\s*(?P<key>bundle|shown by):(?P<value>[^*]*)\*/")


@dataclass(frozen=True, slots=True)
class Component:
    """One that has a style or a script."""

    signs: frozenset[str] = frozenset()
    """It is shown where one of these stands; without any, everywhere."""
    bundle: Literal["own", "later", "packed"] | None = None
    sheet: str = ""
    """Of a heavy one: the component whose style sheet its pages load; its own, or that of another."""
    scripted: bool = False


@dataclass(frozen=True, slots=True)
class Bundle:
    """What the pages load that show the same heavy components: a style sheet by its name, its components, and scripts."""

    sheet: str
    styled: frozenset[str]
    scripts: tuple[str, ...]
    scripted: frozenset[str]
    """What is in the script of its own name, if it has one."""


@dataclass(frozen=True, slots=True)
class Bundles:
    """All that pages load."""

    by_name: Mapping[str, Bundle] = field(default_factory=dict)
    core: frozenset[str] = frozenset()
    later: frozenset[str] = frozenset()
    pages: Mapping[str, str] = field(default_factory=dict)
    """The bundle of each page, by its name in a site."""

    def of_page(self, page: str) -> list[str]:
        """The style sheet and the scripts of a page, by their path in a site."""
        bundle = self.by_name[self.pages.get(page, SITE)]
        return [f"assets/{bundle.sheet}.css", *(f"assets/{name}.js" for name in bundle.scripts)]

    def for_theme(self) -> dict[str, dict[str, str | list[str]]]:
        """For base.html: the style sheet and the scripts of each page that does not load those of the site."""
        return {
            page: {"style": self.by_name[name].sheet, "scripts": list(self.by_name[name].scripts)}
            for page, name in self.pages.items()
            if name != SITE
        }


def component_of(name: str) -> tuple[str, str] | None:
    """Of a path in overrides/ the component whose style or script it is, and which of the two: `css` or `js`."""
    match = _FILE.fullmatch(name)
    return (match["component"], match["kind"]) if match else None


def read_components(overrides: Mapping[str, Path]) -> tuple[dict[str, Component], list[Problem]]:
    """What the components say of themselves. One with HTML is shown where that is included, or where its class stands."""
    components: dict[str, Component] = {}
    problems = []
    for name, path in overrides.items():
        if not (found := component_of(name)):
            continue
        component, kind = found
        html = f"{component}.html"
        by_itself = {html, f".{component}"} if f"components/{component}/{html}" in overrides else set()
        known = components.get(component, Component(frozenset(by_itself)))
        signs, bundle, sheet = known.signs, known.bundle, known.sheet
        text = path.read_text(encoding="utf-8")
        for remark in _REMARK.finditer(text):
            value = remark["value"].replace(",", " ").split()
            if remark["key"] == "shown by":
                signs |= {*value}
            elif value == ["own"]:
                bundle, sheet = "own", component
            elif len(value) == 2 and value[0] == "with":
                bundle, sheet = "own", value[1]
            elif value == ["later"]:
                bundle = "later"
            elif value == ["packed"]:
                bundle = "packed"
            else:
                mark = Mark(path, *line_and_column(text, remark.start()))
                problems.append(Problem(mark, "bundle", *_no_bundle(" ".join(value))))
        components[component] = Component(signs, bundle, sheet, known.scripted or kind == "js")
    return components, problems


def _no_bundle(value: str) -> tuple[Say, Say]:
    return Say(f"{value} is geen bundel", f"{value} is not a bundle"), Say(
        "schrijf /* bundle: own */ (eigen bestanden voor wie het toont), /* bundle: with quiz */ (een eigen script, en het stijlblad van quiz), /* bundle: later */ (een script vraagt erom) of /* bundle: packed */ (scripts alleen in een pakket)",
        "write /* bundle: own */ (files of its own for who shows it), /* bundle: with quiz */ (a script of its own, and the style sheet of quiz), /* bundle: later */ (a script asks for it) or /* bundle: packed */ (scripts in a package alone)",
    )


def shown_by(signs: Collection[str], components: Mapping[str, Component]) -> frozenset[str]:
    """The components that stand where these signs do, and whose style the page itself loads."""
    return frozenset(
        name
        for name, component in components.items()
        if component.bundle != "later" and (not component.signs or not component.signs.isdisjoint(signs))
    )


def plan_bundles(
    components: Mapping[str, Component],
    signs: Mapping[str, Collection[str]],
    apart: Collection[str] = (),
    light: Collection[str] = (),
) -> Bundles:
    """`signs` is what stands on each page. A bundle is named after what is heavy on its pages, and holds all they show.

    A page `apart`, with many words, has one script with what it shows and nothing else; one that is `light` as well such a style sheet too.
    """
    later = frozenset(name for name, component in components.items() if component.bundle == "later")
    styled: dict[str, frozenset[str]] = {SITE: frozenset()}
    sheets: dict[str, str] = {SITE: SITE}
    pages: dict[str, str] = {}
    for page, there in signs.items():
        shown = shown_by(there, components)
        heavy = sorted(name for name in shown if components[name].bundle == "own")
        bundle = pages[page] = page.removesuffix(".html") if page in apart else "-".join(heavy) or SITE
        sheets[bundle] = (
            bundle if page in light else "-".join(sorted({components[name].sheet for name in heavy})) or SITE
        )
        styled[bundle] = styled.get(bundle, frozenset()) | shown
    packed = {name for name, component in components.items() if component.bundle == "packed"}
    alone = {pages[page] for page in apart if page in pages}
    core = frozenset.intersection(*(shown for name, shown in styled.items() if name not in alone)) - packed
    scripted = {name for name, component in components.items() if component.scripted} - packed
    by_name = {}
    for name, held in styled.items():
        sheet = sheets[name]
        looks = frozenset[str]().union(*(shown for bundle, shown in styled.items() if sheets[bundle] == sheet))
        own = frozenset((held & scripted) - core)
        if name in alone:
            by_name[name] = Bundle(sheet, looks, (name,), held & scripted)
        elif name == SITE:
            by_name[name] = Bundle(sheet, looks, (SITE,), held - packed)
        elif not own:
            by_name[name] = Bundle(sheet, looks, (CORE,), own)
        elif own <= styled[SITE]:
            by_name[name] = Bundle(sheet, looks, (SITE,), own)
        else:
            by_name[name] = Bundle(sheet, looks, (CORE, name), own)
    return Bundles(by_name, core, later, pages)
