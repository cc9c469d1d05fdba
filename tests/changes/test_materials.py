"""On which materials of the kit a change shows: each thing once, by what it is made from."""

from __future__ import annotations

import sys
from typing import Any

import pytest
from compared import WORKSPACE

from voorlichter.artefacts.changes.materials import Materials
from voorlichter.artefacts.changes.shown import Shown, Spot
from voorlichter.artefacts.kit.context import Edition
from voorlichter.artefacts.kit.materials import Material, MaterialKind
from voorlichter.problems import Say

Thing = tuple[Material, Edition]


def edition(language: str = "nl", logo: bytes = b"logo", **items: str) -> Edition:
    nothing: Any = None
    told: Any = {name.replace("_", "-"): {"title": title} for name, title in items.items()}
    words = {"contact_neutral_title": "Kaartje", "poster_title": "Poster"}
    return Edition(language, nothing, nothing, told, words, {"media/logo.png": logo, "other.png": logo * 2})


def thing(
    item: str, said: object = "x", kind: MaterialKind = "print", of: Edition | None = None, source: str = "a.typ"
) -> Thing:
    return Material(f"{item}-{kind}", kind, item, source, {"said": said}), of or edition()


def shown(**things: Thing) -> Shown:
    """By language, then by a name: `nl_poster`."""
    return Shown({}, {}, {}, {tuple(name.split("_", 1)): one for name, one in things.items()})  # type: ignore[misc]


def find(was: Shown, now: Shown) -> list[Spot]:
    return Materials(WORKSPACE, look=False).find(was, now)


def test_what_is_made_from_the_same_is_the_same_and_what_is_not_is_told() -> None:
    same = shown(nl_poster=thing("poster"), nl_flyer=thing("flyer"))
    assert find(same, same) == []
    other = shown(nl_poster=thing("poster"), nl_flyer=thing("flyer", "y"))
    assert [spot.name for spot in find(same, other)] == ["flyer"]
    elsewhere = shown(nl_poster=thing("poster", source="b.typ"), nl_flyer=thing("flyer"))
    assert [spot.name for spot in find(same, elsewhere)] == ["poster"]


def test_what_came_and_what_went_is_told_too() -> None:
    one, none = shown(nl_poster=thing("poster")), shown()
    assert [spot.name for spot in find(none, one)] == [spot.name for spot in find(one, none)] == ["poster"]


@pytest.mark.parametrize(
    ("kind", "told"), [("print", True), ("slides", True), ("web", True), ("text", False), ("picture", False)]
)
def test_a_picture_that_is_another_counts_where_the_data_names_it_and_the_thing_is_laid_out(
    kind: MaterialKind, told: bool
) -> None:
    def both(said: object) -> list[Spot]:
        was, now = (shown(nl_a=thing("poster", said, kind, edition(logo=logo))) for logo in (b"1", b"2"))
        return find(was, now)

    assert bool(both({"logo": "logo.png"})) is told
    assert both({"logo": "nothing.png"}) == [] and both("my-logo.png") == []


def test_each_thing_is_told_once_with_its_title_and_the_languages_it_differs_in() -> None:
    dutch, english = edition("nl", poster="De poster", flyer="De folder"), edition("en", poster="The poster")
    was = shown(
        nl_one=thing("poster", of=dutch),
        nl_two=thing("poster", of=dutch),
        en_one=thing("poster", of=english),
        nl_three=thing("flyer", of=dutch),
    )
    now = shown(
        nl_one=thing("poster", "y", of=dutch),
        nl_two=thing("poster", "z", of=dutch),
        en_one=thing("poster", "y", of=english),
        nl_three=thing("flyer", "y", of=dutch),
    )
    assert find(was, now) == [Spot("poster", "De poster", ("nl", "en")), Spot("flyer", "De folder", ("nl",))]
    assert find(was, shown(**{f"{code}_{name}": one for (code, name), one in now.materials.items() if code == "en"}))[
        0
    ] == (Spot("poster", "The poster", ("en", "nl")))


def test_what_has_no_texts_of_its_own_is_called_by_a_word_and_else_by_its_name() -> None:
    bare = edition()
    was = shown(nl_a=thing("contact-neutral", of=bare), nl_b=thing("poster", of=bare), nl_c=thing("qr-site", of=bare))
    now = shown(
        **{
            f"nl_{name}": thing(item, "y", of=bare)
            for name, item in (("a", "contact-neutral"), ("b", "poster"), ("c", "qr-site"))
        }
    )
    assert [(spot.name, spot.title) for spot in find(was, now)] == [
        ("contact-neutral", "Kaartje"),
        ("poster", "Poster"),
        ("qr-site", "qr-site"),
    ]


def made_of(shows: str, hides: str, kind: MaterialKind = "print") -> Shown:
    return shown(nl_a=thing("poster", {"shows": shows, "hides": hides}, kind))


def test_without_what_makes_them_it_is_told_where_a_change_may_show(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "typst", None)
    materials = Materials(WORKSPACE)
    [note] = materials.notes
    assert note.en.startswith("Of materials it is told where it may show, not where it shows. ")
    assert note.nl.startswith("Bij materialen staat waar het in kan staan, niet waar het in staat. ")
    assert isinstance(note, Say) and note.en.split("shows. ")[1] != ""
    assert materials.find(made_of("a", "1"), made_of("a", "2")) == [Spot("poster", "Poster", ("nl",))]
    assert Materials(WORKSPACE, look=False).notes == []
