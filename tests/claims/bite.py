"""Does the set bite? Each fault is looked for in the cases one by one until a sentence is false or a page cannot be filled."""

from __future__ import annotations

import random
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

import yaml
from jinja2 import UndefinedError

from claims.changed import PlantedTemplate
from claims.inverted import Condition
from claims.said import Case, False_, false_answers, false_sentences, with_more
from voorlichter.reading.plan import Part, read_kit, read_pages
from voorlichter.reading.sentences import read_marked_page
from voorlichter.reading.trace import TracedTemplate, traced_template
from voorlichter.site.fill import applies
from voorlichter.slots.model import Slots

PLANTED: dict[str, dict[str, list[str]]] = yaml.safe_load(
    (Path(__file__).parent / "planted.yml").read_text(encoding="utf-8")
)


def noticed(
    conditions: Iterable[Condition], folder: Path, cases: Sequence[Case]
) -> Iterator[tuple[Condition, str | None]]:
    """Each condition with what is noticed of it, turned round: something false that is not said as it is, or that cannot be filled.

    Whoever noticed the last is asked first about the next.
    """
    template = traced_template(folder)
    asked = [
        (case, case.slots(template))
        for case in with_more(cases)
        if template.facts.language in case.profile.organisation.languages
    ]
    for condition in conditions:
        found = None
        for place, (case, slots) in enumerate(asked):
            if found := _found(condition, template, case, slots):
                asked.insert(0, asked.pop(place))
                break
        yield condition, found


def _found(condition: Condition, template: TracedTemplate, case: Case, slots: Slots) -> str | None:
    try:
        false = set(false_sentences(case, condition.said(template, slots, turned=True)))
    except (LookupError, UndefinedError) as error:
        return f"{case.slug}: {error}"
    if false:
        false -= set(false_sentences(case, condition.said(template, slots, turned=False)))
    return min(map(str, false), default=None)


def _page(template: TracedTemplate, name: str, filled: bytes, slots: Slots) -> Part:
    title, sentences = read_marked_page(filled.decode(), slots)
    return Part(template.facts.language, name, None, tuple(title), tuple(sentences))


def finds(place: str, paragraph: str, folder: Path, cases: Sequence[Case], chance: random.Random) -> False_ | None:
    """Where a planted sentence was found out; `place` is a key of planted.yml."""
    described: dict[str, Any] = traced_template(folder).description
    names = [name for name, page in described["pages"].items() if not page["when"]]
    language = described["language"]
    modules = sorted(
        {
            module
            for case in cases
            if language in case.profile.organisation.languages
            for module in case.profile.training.modules
        }
    )
    file = {
        "page": f"pages/{chance.choice([name for name in names if not name.startswith('training-')])}",
        "quiz": f"pages/training-{chance.choice(modules)}.html",
        "package": f"package/pages/{chance.choice(modules)}.html",
        "kit": "kit.json",
        "search": "search.json",
    }[place]
    template = PlantedTemplate(folder, file, paragraph, chance)
    for case in cases:
        slots = case.slots(template)
        try:
            for found in _false_with(template, case, slots):
                if found.sentence in paragraph:
                    return found
        except LookupError as error:  # the value is not there
            return False_(case.slug, language, template.file, paragraph, str(error))
    return None


def _false_with(template: PlantedTemplate, case: Case, slots: Slots) -> Iterator[False_]:
    language = template.facts.language
    if template.file == "kit.json":
        yield from false_sentences(case, read_kit(language, template, slots, template.items))
    elif template.file == "search.json":
        yield from false_answers(case, template, slots, read_pages(language, template, slots), template.index)
    elif _is_there(template, slots):
        yield from false_sentences(
            case, [_page(template, template.file, template.fill_file(template.file, slots), slots)]
        )


def _is_there(template: PlantedTemplate, slots: Slots) -> bool:
    """Has this organisation the page, or the module of a package?"""
    if template.file.startswith("package/"):
        return any(module.id == Path(template.file).stem for module in slots.training.modules)
    when, _ = template.pages[Path(template.file).name]
    return when is None or applies(slots, when)
