"""The pictures with the questions of a module: read beside its file, made small, and held to what a page may weigh."""

from __future__ import annotations

import struct
from collections.abc import Collection, Iterator, Mapping
from pathlib import Path

from voorlichter.cache import Cache
from voorlichter.languages import Languages, among
from voorlichter.picture_file import OF_QUESTIONS, PICTURES, read_picture
from voorlichter.pictures import Figure, render_figure
from voorlichter.problems import Mark, Problem, Say
from voorlichter.quiz.model import Module
from voorlichter.quiz.read import sound_questions
from voorlichter.yaml_source import YamlSource, dotted

HEAVIEST = 1_000_000
"""Bytes of all pictures of a module together: its page brings them at once, so that no server sees where somebody is."""
_HEAD = "<II4s"

Figures = Mapping[str, Figure]
"""By the id of the question."""


def check_pictures(
    source: YamlSource, module: Module | None, languages: Languages, cache: Cache
) -> tuple[dict[str, Figure], list[Problem]]:
    """Those of the sound questions, whatever else is wrong with the module."""
    figures: dict[str, Figure] = {}
    problems: list[Problem] = []
    for index, question in enumerate(module.questions) if module else sound_questions(source, among(languages)):
        if question.picture is None:
            continue
        at = ("questions", index, "picture", "file")
        read = read_picture(source.value_mark(at), dotted(at), question.picture.file, "figure-1", _make, cache)
        if isinstance(read, Problem):
            problems.append(read)
        else:
            figures[question.id] = _unpack(read[1])
    weight = sum(len(figure.data) for figure in figures.values())
    if weight > HEAVIEST:
        at_all = ("questions",)
        problems.append(Problem(source.value_mark(at_all), dotted(at_all), *_too_heavy(weight)))
    return figures, problems


def name_of(question: str, figure: Figure) -> str:
    """Its path in a site. An id is of one question alone."""
    return f"{OF_QUESTIONS}{question}{figure.suffix}"


def files_of(figures: Figures) -> dict[str, bytes]:
    return {name_of(id_, figure): figure.data for id_, figure in figures.items()}


def named_pictures(source: YamlSource) -> set[str]:
    """The names of the files that questions show, sound or not."""
    return {said for at, said in source.texts() if at[:1] == ("questions",) and at[2:] == ("picture", "file")}


def is_picture(path: Path) -> bool:
    return path.suffix.lower() in PICTURES


def check_unused(paths: Collection[Path], shown: Collection[str]) -> Iterator[Problem]:
    """A picture that no question shows is in no site."""
    for path in paths:
        if path.name not in shown:
            yield Problem(
                Mark(path),
                path.name,
                Say("geen vraag toont deze afbeelding", "no question shows this picture"),
                Say(
                    f"schrijf bij een vraag: picture: {{file: {path.name}, alt: …}}, of haal het bestand weg",
                    f"write at a question: picture: {{file: {path.name}, alt: …}}, or remove the file",
                ),
                "warning",
            )


def _make(data: bytes) -> bytes:
    figure = render_figure(data)
    return struct.pack(_HEAD, figure.width, figure.height, figure.suffix.encode()) + figure.data


def _unpack(packed: bytes) -> Figure:
    width, height, suffix = struct.unpack_from(_HEAD, packed)
    return Figure(packed[struct.calcsize(_HEAD) :], width, height, suffix.rstrip(b"\0").decode())


def _too_heavy(weight: int) -> tuple[Say, Say]:
    kilobytes, most = -(-weight // 1000), HEAVIEST // 1000
    return Say(
        f"de afbeeldingen van deze module zijn samen {kilobytes} kB; hoogstens {most} kB mag",
        f"the pictures of this module are {kilobytes} kB together; at most {most} kB is allowed",
    ), Say(
        "laat een afbeelding weg, of verdeel de vragen over meer modules",
        "leave a picture out, or spread the questions over more modules",
    )
