"""An organisation's own modules: quizzes/<id>.yml beside its profile."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from voorlichter.cache import open_cache
from voorlichter.languages import TOGETHER, Code, Languages
from voorlichter.markdown.address import Form, is_said_in
from voorlichter.own.files import OwnFiles, find_own
from voorlichter.problems import Mark, Problem, Say
from voorlichter.profile.vocabulary import Vocabulary
from voorlichter.quiz.lesson import Released
from voorlichter.quiz.lock import add_released, read_list, released_of
from voorlichter.quiz.pictures import check_pictures, check_unused, named_pictures
from voorlichter.quiz.read import Modelled, check_module, model_module, read_module
from voorlichter.quiz.state import is_scored
from voorlichter.slots.names import name_for
from voorlichter.template.module_check import check_module_texts, passages_of
from voorlichter.template.module_pages import OWN
from voorlichter.template.sources import Sources, add_module
from voorlichter.workspace import RELEASED, Workspace
from voorlichter.yaml_source import YamlSource

_LIST = Path(RELEASED).name


def lay_modules(sources: Sources, files: OwnFiles, site: Sequence[Code], form: Form) -> Iterator[Problem]:
    """Adds them, with their pages, to `sources`, which are one organisation's alone."""
    free = {name: path for name, path in files.modules.items() if name not in sources.module_ids}
    for name in sorted(files.modules.keys() - free.keys()):
        yield Problem(
            Mark(files.modules[name]),
            name,
            Say("een module met deze naam is er al", "there is a module of this name already"),
            Say("geef het bestand een andere naam", "give the file another name"),
        )
    sources.names = replace(
        sources.names,
        ids={**sources.names.ids, "module": (*sources.names.ids["module"], *map(name_for, free))},
    )
    passages, released, cache = _passages(sources, site), _used(sources), open_cache()
    shown: set[str] = set()
    for folder in {path.parent for path in free.values()}:
        handed_out, mistakes = read_list(folder / _LIST)
        released = {**handed_out, **released}
        yield from mistakes
    for name in free:
        source, modelled = _model(files, name, sources.data.languages, site)
        module, mistakes = check_module(source, passages, released, _rows(sources.data.languages, site), modelled)
        yield from mistakes
        yield from _check_texts(source, sources, form)
        figures, mistakes = check_pictures(source, module, _rows(sources.data.languages, site), cache)
        yield from mistakes
        shown |= named_pictures(source)
        released = {**released_of(source, module), **released}
        sources.module_ids.append(name)
        if module is not None:
            add_module(module, source, figures, sources, site)
    yield from check_unused(files.pictures, shown)
    bundle = sources.bundles.pages[f"training-{OWN}.html"]
    loaded = {f"training-{name}.html": bundle for name in free}
    sources.bundles = replace(sources.bundles, pages={**sources.bundles.pages, **loaded})


def write_own_released(workspace: Workspace, slug: str, modules: Collection[str], site: Sequence[Code]) -> list[str]:
    """Add the ids of those of its own modules that are handed out to its own list; gives the new ones."""
    files = find_own(workspace, slug)
    paths = [path for name, path in files.modules.items() if name in modules]
    used = {id_: use for path in paths for id_, use in released_of(read_own_module(path, site)).items()}
    return add_released(paths[0].with_name(_LIST), used) if paths else []


def check_own_module(path: Path, raw: bytes, sources: Sources, site: Sequence[Code], form: Form) -> list[Problem]:
    """What is wrong with a module that a file would hold."""
    source = read_own_module(path, site, raw)
    released = {**read_list(path.with_name(_LIST))[0], **_used(sources, path.stem)}
    rows = _rows(sources.data.languages, site)
    module, problems = check_module(source, _passages(sources, site), released, rows)
    _, mistakes = check_pictures(source, module, rows, open_cache())
    return [*problems, *_check_texts(source, sources, form), *mistakes]


def _check_texts(source: YamlSource, sources: Sources, form: Form) -> Iterator[Problem]:
    """A module of one organisation may speak as its site does, or mark both ways as ours do."""
    found = check_module_texts(source, sources.data.languages, sources.names, sources.components)
    return (problem for problem in found if not is_said_in(problem, form))


def _passages(sources: Sources, site: Sequence[Code]) -> dict[str, str | None]:
    """Where a question may lead."""
    return {address: when for page in sources.pages[site[0]].values() for address, when in passages_of(page)}


def _used(sources: Sources, itself: str = "") -> dict[str, Released]:
    """The ids of the questions that are there, but for its own."""
    return {
        question.id: Released(module.id, question.type)
        for module in sources.modules.values()
        for question in module.questions
        if module.id != itself
    }


def _rows(languages: Languages, site: Sequence[Code]) -> Languages:
    return {code: languages[code] for code in site}


def _model(files: OwnFiles, name: str, languages: Languages, site: Sequence[Code]) -> tuple[YamlSource, Modelled]:
    if name not in files.modelled:
        source = read_own_module(files.modules[name], site)
        files.modelled[name] = source, model_module(source, _rows(languages, site))
    return files.modelled[name]


def read_own_module(path: Path, site: Sequence[Code], raw: bytes | None = None) -> YamlSource:
    """The file, or what it would hold, as a site in these languages has it."""
    source = read_module(path, raw)
    _say_the_same(source.data, site)
    return source


def _say_the_same(data: Any, site: Sequence[Code]) -> None:
    """A text that is there in all of the site's languages says the same in the others, in which nobody reads it."""
    if isinstance(data, dict):
        if all(isinstance(data.get(code), str) for code in site) and set(data) <= {*TOGETHER, *site}:
            for code in TOGETHER:
                data.setdefault(code, data[site[0]])
        for value in data.values():
            _say_the_same(value, site)
    elif isinstance(data, list):
        for value in data:
            _say_the_same(value, site)


def with_own(vocabulary: Vocabulary, files: OwnFiles, site: Sequence[Code]) -> Vocabulary:
    """With the organisation's own modules among those that its profile may name."""
    read = {name: _model(files, name, vocabulary.languages, site)[1][0] for name in files.modules}
    scored = [name for name, module in read.items() if module is None or is_scored(module)]
    return replace(
        vocabulary,
        modules=[*vocabulary.modules, *read],
        scored=None if vocabulary.scored is None else [*vocabulary.scored, *scored],
        module_scopes={**vocabulary.module_scopes, **{name: module.scope for name, module in read.items() if module}},
    )
