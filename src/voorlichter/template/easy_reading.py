"""Easy pages: the short version of a page, written by hand, that tells the same about the organisation.

What is the same is checked strictly. An easy page names every value `[[ … ]]` that stands in its page's own text,
and no other; values of `brand` are looks and tell nothing. It includes every contact component of its page, and no
other but contact.html, the call button it begins with; a contact component is one that gives a telephone number
or mail address as a link. And it says something under every condition that its page says something under, with
or without `not`: what holds in a school only is not left out for whoever reads the easy page there.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from voorlichter.markdown.pictogram import PICTOGRAM
from voorlichter.problems import Mark, Problem, Say
from voorlichter.slots.scan import Tag, line_and_column, scan
from voorlichter.template.page import Page, choose_page

KEY = "easy_version_of"
ALWAYS_WELCOME = "contact.html"
SYMBOLS = "partials/pictograms.html"
_REACHES = re.compile(r'href="\[\[ [\w.]*(?:phone|email|emergency_number) \]\]"')
_LIST = re.compile(r"\[\s*(?P<names>\"[a-z0-9\-\",\s]+\")\s*\]")


@dataclass(frozen=True, slots=True)
class _Told:
    """What a page tells of the organisation, each with the tag it first stands in."""

    values: Mapping[str, Tag]
    contacts: Mapping[str, Tag]
    flags: Mapping[str, Tag]


def check_easy_pages(
    pages: Mapping[str, Page], components: Mapping[str, Path], overrides: Mapping[str, Path]
) -> list[Problem]:
    """All easy pages of one language: that each belongs to one page, and tells what it tells."""
    problems: list[Problem] = []
    contacts = frozenset(name for name, path in components.items() if _REACHES.search(path.read_text(encoding="utf-8")))
    names = frozenset(_pictograms(overrides[SYMBOLS])) if SYMBOLS in overrides else frozenset()
    taken: dict[str, str] = {}
    for name, page in pages.items():
        problems += _check_pictograms(page, names)
        if KEY not in page.meta:
            continue
        target = page.meta[KEY]
        usual = pages.get(target) if isinstance(target, str) else None
        mark = page.source.value_mark((KEY,))
        if usual is None or KEY in usual.meta:
            known = [other for other, full in pages.items() if KEY not in full.meta]
            problems.append(
                Problem(
                    mark,
                    KEY,
                    Say(f"{target} is geen gewone pagina", f"{target} is not a usual page"),
                    choose_page(target, known),
                )
            )
        elif target in taken:
            problems.append(
                Problem(
                    mark,
                    KEY,
                    Say(
                        f"{target} heeft al een makkelijke versie: {taken[target]}",
                        f"{target} has an easy version already: {taken[target]}",
                    ),
                    Say("houd er één, en haal de andere weg", "keep one, and remove the other"),
                )
            )
        else:
            taken[target] = name
            problems += _compare(page, usual, contacts)
    return problems


def _pictograms(path: Path) -> list[str]:
    match = _LIST.search(path.read_text(encoding="utf-8"))
    return re.findall(r"[a-z0-9-]+", match["names"]) if match else []


def _check_pictograms(page: Page, names: frozenset[str]) -> Iterator[Problem]:
    for match in PICTOGRAM.finditer(page.body):
        if KEY not in page.meta:
            message = Say("pictogrammen staan alleen op makkelijke pagina's", "pictograms stand on easy pages only")
            fix = Say(f"haal {match[0]} weg", f"remove {match[0]}")
        elif match["name"] not in names:
            message = Say("dit pictogram is er niet", "there is no such pictogram")
            fix = Say("kies uit: " + ", ".join(sorted(names)), "choose from: " + ", ".join(sorted(names)))
        else:
            continue
        yield Problem(Mark(page.path, *line_and_column(page.body, match.start())), match["name"], message, fix)


def _tell(page: Page, contacts: frozenset[str]) -> _Told:
    def first(kind: str, key: Callable[[Tag], str]) -> dict[str, Tag]:
        return {key(tag): tag for tag in reversed(scan(page.body)) if tag.kind == kind}

    includes = first("include", lambda tag: tag.expression)
    values = first("value", lambda tag: _within(tag.expression))
    told = {name: tag for name, tag in values.items() if not name.startswith("brand.")}  # a drawing tells nothing
    return _Told(
        told,
        {name: tag for name, tag in includes.items() if name in contacts},
        first("if", lambda tag: tag.expression.removeprefix("not ").strip()),
    )


def _within(name: str) -> str:
    """What a name at the beginning of a sentence tells, it tells within one too."""
    owner, _, form = name.rpartition(".")
    return f"{owner}.{'in_sentence' if owner == 'org' else 'call_name'}" if form == "at_start" else name


def _compare(page: Page, usual: Page, contacts: frozenset[str]) -> Iterator[Problem]:
    here, there = _tell(page, contacts), _tell(usual, contacts)
    file = usual.path.name
    top = page.source.value_mark((KEY,))

    def at(tag: Tag) -> Mark:
        return Mark(page.path, *line_and_column(page.body, tag.start))

    if page.when != usual.when:
        yield Problem(
            page.source.value_mark(("when",)),
            "when",
            Say(f"{file} is er niet onder dezelfde voorwaarde", f"{file} is not there under the same condition"),
            Say(f"schrijf bovenaan: when: {usual.when}", f"write at the top: when: {usual.when}")
            if usual.when
            else Say("haal when weg", "remove when"),
        )
    for name in sorted(there.values.keys() - here.values.keys()):
        yield Problem(
            top,
            name,
            Say(f"staat in {file}, en hier niet", f"is in {file}, and not here"),
            Say(f"schrijf hier ook [[ {name} ]], in makkelijke woorden", f"write [[ {name} ]] here too, in easy words"),
        )
    for name in sorted(here.values.keys() - there.values.keys()):
        yield Problem(
            at(here.values[name]),
            name,
            Say(f"staat hier, en niet in {file}", f"is here, and not in {file}"),
            Say(
                f"haal het hier weg, of schrijf [[ {name} ]] ook in {file}",
                f"remove it here, or write [[ {name} ]] in {file} too",
            ),
        )
    for name in sorted(there.contacts.keys() - here.contacts.keys()):
        yield Problem(
            top,
            name,
            Say(f"staat in {file}, en hier niet", f"is in {file}, and not here"),
            Say(f'schrijf hier ook [% include "{name}" %]', f'write [% include "{name}" %] here too'),
        )
    for name in sorted(here.contacts.keys() - there.contacts.keys() - {ALWAYS_WELCOME}):
        yield Problem(
            at(here.contacts[name]),
            name,
            Say(f"staat hier, en niet in {file}", f"is here, and not in {file}"),
            Say(
                f'haal het hier weg, of schrijf [% include "{name}" %] ook in {file}',
                f'remove it here, or write [% include "{name}" %] in {file} too',
            ),
        )
    for name in sorted(there.flags.keys() - here.flags.keys()):
        yield Problem(
            top,
            name,
            Say(
                f"{file} zegt iets onder deze voorwaarde, en deze pagina niet",
                f"{file} says something under this condition, and this page does not",
            ),
            Say(
                f"schrijf hier ook wat geldt, tussen [% if {name} %] en [% endif %]",
                f"write what holds here too, between [% if {name} %] and [% endif %]",
            ),
        )
