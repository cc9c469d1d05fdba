"""Where an organisation's own words stand: `texts/`, `docs/` and `quizzes/` beside its profile."""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING

from voorlichter.conflict_copies import original_of
from voorlichter.languages import Code
from voorlichter.picture_file import PICTURES
from voorlichter.problems import Mark, Problem, Say
from voorlichter.quiz.strays import stray_module
from voorlichter.workspace import RELEASED, Workspace, is_left_behind, names_in

if TYPE_CHECKING:
    from voorlichter.quiz.read import Modelled
    from voorlichter.yaml_source import YamlSource

TEXTS = "texts"
"""Passages that take the place of ours: texts/<language>/<page>.md."""
PAGES = "docs"
"""Pages that this site alone has: docs/<language>/<page>.md."""
OURS = "ours"
"""What our passages said when theirs were written: ours/<language>/<page>.md."""
LEFT_OUT = "left-out.yml"
"""Our pages that its site does without, by the names of their files."""
MODULES = "quizzes"
"""Its own modules: quizzes/<id>.yml, and beside them the pictures with their questions."""


@dataclass(frozen=True, slots=True)
class OwnFiles:
    """By language and name of the page, and modules by id; `strays` are files that belong to none of these."""

    texts: Mapping[Code, Mapping[str, Path]] = field(default_factory=dict)
    pages: Mapping[Code, Mapping[str, Path]] = field(default_factory=dict)
    modules: Mapping[str, Path] = field(default_factory=dict)
    ours: Mapping[Code, Mapping[str, Path]] = field(default_factory=dict)
    """Of these nothing is made."""
    left_out: Path | None = None
    """The list of our pages that this site does without."""
    modelled: dict[str, tuple[YamlSource, Modelled]] = field(default_factory=dict, compare=False, repr=False)
    """Modules that were read already: whoever asks which there are validates them, and nobody does it again."""
    strays: tuple[Path, ...] = ()
    pictures: tuple[Path, ...] = ()
    """Of the questions in its modules."""

    def __bool__(self) -> bool:
        return bool(self.texts or self.pages or self.modules or self.strays or self.left_out or self.pictures)

    @property
    def paths(self) -> list[Path]:
        by_language = (*self.texts.values(), *self.pages.values())
        lists = [self.left_out] if self.left_out else []
        written = (path for files in by_language for path in files.values())
        return [*written, *self.modules.values(), *self.pictures, *lists]

    def without(self, paths: Collection[Path]) -> OwnFiles:
        """Those that are not among these, and stand in none of them."""

        def kept(files: Mapping[str, Path]) -> dict[str, Path]:
            return {name: path for name, path in files.items() if path not in paths and path.parent not in paths}

        return replace(
            self,
            texts={code: rest for code, files in self.texts.items() if (rest := kept(files))},
            pages={code: rest for code, files in self.pages.items() if (rest := kept(files))},
            modules=kept(self.modules),
            left_out=None if self.left_out in paths else self.left_out,
            strays=tuple(path for path in self.strays if path not in paths),
            pictures=tuple(path for path in self.pictures if path not in paths),
        )

    def inputs(self, root: Path) -> dict[str, str]:
        """Every file by its path from the root, with its SHA-256."""
        return {path.relative_to(root).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest() for path in self.paths}

    def check_places(self, languages: Mapping[Code, Say], site: tuple[Code, ...]) -> Iterator[Problem]:
        """`languages` are all there are, `site` those of the organisation."""
        for path in self.strays:
            if path.parent.name == MODULES:
                yield stray_module(path, "/".join(path.parts[-4:]), "error")
                continue
            yield Problem(
                Mark(path),
                path.name,
                Say("dit bestand staat op een plek waar niets het leest", "nothing reads a file in this place"),
                Say(
                    "een tekst hoort in texts/nl/, een pagina in docs/nl/ (beide .md), een module in quizzes/ (.yml)",
                    "a text belongs in texts/nl/, a page in docs/nl/ (both .md), a module in quizzes/ (.yml)",
                ),
            )
        for code in sorted({*self.texts, *self.pages} - {*site}):
            path = next(iter((self.texts.get(code) or self.pages[code]).values())).parent
            known = ", ".join(site)
            if code in languages:
                yield Problem(
                    Mark(path),
                    code,
                    Say(
                        f"de site is niet in het {languages[code].nl}; deze teksten ziet niemand",
                        f"the site is not in {languages[code].en}; nobody sees these texts",
                    ),
                    Say(f"zet {code} bij languages in het profiel", f"add {code} to languages in the profile"),
                    "warning",
                )
            else:
                yield Problem(
                    Mark(path),
                    code,
                    Say("dit is geen taal van de site", "this is no language of the site"),
                    Say(f"noem de map naar een taal: {known}", f"name the folder after a language: {known}"),
                )


def find_own(workspace: Workspace, slug: str) -> OwnFiles:
    """What stands beside the profile; nothing is read."""
    folder = workspace.profiles / slug
    there = {name.casefold() for name in names_in(folder)}  # some disks take Texts for texts
    if there.isdisjoint((LEFT_OUT, TEXTS, PAGES, MODULES)):
        return OwnFiles()
    left_out = folder / LEFT_OUT if (folder / LEFT_OUT).is_file() else None
    strays: list[Path] = []
    pages = {name: _by_language(folder / name, strays) for name in (TEXTS, PAGES, OURS)}
    modules, pictures = {}, []
    for path in _visible(folder / MODULES):
        if path.suffix == ".yml" and path.is_file():
            modules[path.stem] = path
        elif path.suffix.lower() in PICTURES and path.is_file():
            pictures.append(path)
        elif path.name != Path(RELEASED).name:
            strays.append(path)
    return OwnFiles(
        pages[TEXTS],
        pages[PAGES],
        modules,
        pages[OURS],
        strays=tuple(strays),
        left_out=left_out,
        pictures=tuple(pictures),
    )


def _by_language(folder: Path, strays: list[Path]) -> dict[Code, dict[str, Path]]:
    pages: dict[Code, dict[str, Path]] = {}
    for language in _visible(folder):
        if not language.is_dir():
            strays.append(language)
            continue
        for path in _visible(language):
            if path.suffix == ".md" and path.is_file():
                pages.setdefault(language.name, {})[path.name] = path
            else:
                strays.append(path)
    return pages


def _visible(folder: Path) -> list[Path]:
    """Links lead elsewhere, and are not followed."""
    if not folder.is_dir() or folder.is_symlink():
        return []
    found = [path for path in folder.iterdir() if not is_left_behind(path.name) and not path.is_symlink()]
    names = {path.name for path in found}
    return sorted(path for path in found if not original_of(path.name, names))
