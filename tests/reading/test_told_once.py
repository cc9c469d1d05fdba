"""A site and its kit, read: each page that is there, every sentence of the organisation's own once, and what nearly every page says in front."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from support import lay

from voorlichter.profile.model import Profile
from voorlichter.reading.plan import EVERYWHERE, Part, plan_reading, read_kit, read_pages
from voorlichter.reading.trace import TracedTemplate
from voorlichter.slots.model import PersonSlots

PROFILE = Profile.model_validate(
    {
        "organisation": {"name": "Zee", "workforce": 60, "languages": ["nl", "en"]},
        "advisors": [{"id": "noor", "name": "Noor Voorbeeld", "kind": "external", "phone": "020 000 00 01"}],
        "maintained_by": "Praktijk Luister",
    }
)
SLOTS: Any = SimpleNamespace(
    org=SimpleNamespace(name="Zee", from_50=True, care=False),
    maintained_by="Praktijk Luister",
    team=SimpleNamespace(both=False),
    current=SimpleNamespace(year="2026"),
)
EMPTY: dict[str, Any] = {
    **dict.fromkeys(("strings", "topics", "doors", "help", "laws", "modules", "files"), {}),
    **dict.fromkeys(("dropped", "holidays", "own_pages", "short", "languages"), []),
    **{"language": "nl", "tag": "nl-NL", "level": "complete", "direction": "ltr", "letters": None},
}


def template(root: Path, pages: Mapping[str, tuple[str | None, str]], kit: object = ()) -> Path:
    """The folder of a template with these pages, each with the flag it stands under, and nothing else."""
    told = {name: {"when": when, "loads": []} for name, (when, _) in pages.items()}
    texts = {
        f"pages/{name}": f"<html><head><title>{name[:-5]} · Zee</title></head><body>{text}</body></html>"
        for name, (_, text) in pages.items()
    }
    return lay(
        root, {**texts, "template.json": json.dumps({**EMPTY, "pages": told}), "kit.json": json.dumps(dict(kit))}
    )  # type: ignore[call-overload]


def part(
    title: str | None = None,
    text: tuple[str, ...] = (),
    when: str | None = None,
    notes: tuple[str, ...] = (),
    **points: str | None,
) -> dict[str, Any]:
    listed = [{"text": said, "when": flag} for said, flag in points.items()]
    return {"id": "a", "title": title, "text": list(text), "when": when, "points": listed, "notes": list(notes)}


OWN = "<p>Wij zijn [[ org.name ]].</p>"
KEPT = "<p>Van [[ maintained_by ]].</p>"
PAGES: dict[str, tuple[str | None, str]] = {
    "aan.html": (None, f"{OWN}<p>Bel gerust.</p><p>Aan [[ org.name ]].</p>"),
    "index.html": (None, f"{OWN}{KEPT}<p>Welkom bij [[ org.name ]].</p>[% if org.from_50 %]<p>Groot.</p>[% endif %]"),
    "wie.html": ("org.from_50", f"{OWN}<p>Wie bij [[ org.name ]].</p><p>Het is [[ current.year ]].</p>"),
    "zorg.html": ("org.care", f"{OWN}<p>Zorg van [[ org.name ]].</p>"),
}
KIT = {
    "poster": {
        "title": "Poster van [[ org.name ]]",
        "when": None,
        "parts": [
            part("Kop van [[ org.name ]].", ("Tekst.", "Wij zijn [[ org.name ]]."), None, ("Noot.",)),
            part(None, ("Groot, [[ org.name ]].",), "org.from_50"),
            part("Zorg.", (), "org.care"),
            part(
                None,
                (),
                None,
                (),
                **{"Punt van [[ org.name ]].": None, "Groot punt.": "org.from_50", "Zorgpunt.": "org.care"},
            ),
        ],
    },
    "zorg": {"title": "Zorg", "when": "org.care", "parts": [part("Zorg [[ org.name ]].")]},
    "kaart": {"title": "Kaart", "when": "org.from_50", "parts": [part("Kaart van [[ org.name ]].")]},
}


def texts(one: Part) -> list[str]:
    return [sentence.text for sentence in one.sentences]


def test_every_page_that_is_there_is_read_the_first_page_first(tmp_path: Path) -> None:
    traced = TracedTemplate(template(tmp_path, PAGES))
    read = list(read_pages("nl", traced, SLOTS))
    assert [(one.language, one.name, one.when) for one in read] == [
        ("nl", "index.html", None),
        ("nl", "aan.html", None),
        ("nl", "wie.html", "org.from_50"),
    ]
    assert [sentence.text for sentence in read[0].title] == ["index · Zee"]
    assert texts(read[0]) == ["Wij zijn Zee.", "Van Praktijk Luister.", "Welkom bij Zee.", "Groot."]
    assert [(one.values, one.flags) for one in read[0].sentences] == [
        (("org.name",), ()),
        (("maintained_by",), ()),
        (("org.name",), ()),
        ((), ("org.from_50",)),
    ]


@pytest.mark.parametrize("given", [True, False])
def test_every_text_of_the_kit_that_is_there_is_read_with_the_flags_it_stands_under(
    tmp_path: Path, given: bool
) -> None:
    traced = TracedTemplate(template(tmp_path, {}, {} if given else KIT))
    poster, card = read_kit("nl", traced, SLOTS, KIT if given else None)
    assert [(one.language, one.name, one.when) for one in (poster, card)] == [
        ("nl", "kit/poster", None),
        ("nl", "kit/kaart", "org.from_50"),
    ]
    assert [(one.text, one.values) for one in poster.title] == [("Poster van Zee", ("org.name",))]
    assert [(one.text, one.values, one.flags) for one in poster.sentences] == [
        ("Kop van Zee.", ("org.name",), ()),
        ("Tekst.", (), ()),
        ("Wij zijn Zee.", ("org.name",), ()),
        ("Noot.", (), ()),
        ("Groot, Zee.", ("org.name",), ("org.from_50",)),
        ("Punt van Zee.", ("org.name",), ()),
        ("Groot punt.", (), ("org.from_50",)),
    ]


def plan(
    root: Path, pages: Mapping[str, tuple[str | None, str]], kit: object = (), languages: tuple[str, ...] = ("nl",)
) -> list[Part]:
    folders = {code: template(root / code, pages, kit) for code in languages}
    organisation: Any = SimpleNamespace(
        languages=languages,
        templates={code: SimpleNamespace(folder=folder) for code, folder in folders.items()},
        slots=lambda code: SLOTS,
        profile=PROFILE,
    )
    return list(plan_reading(organisation))


def test_what_is_the_organisations_own_is_told_once_and_what_most_pages_say_in_front(tmp_path: Path) -> None:
    parts = plan(tmp_path, PAGES, KIT)
    assert [(one.language, one.name, one.when, texts(one)) for one in parts] == [
        ("nl", EVERYWHERE, None, ["Wij zijn Zee."]),
        ("nl", "index.html", None, ["Van Praktijk Luister.", "Welkom bij Zee.", "Groot."]),
        ("nl", "aan.html", None, ["Aan Zee."]),
        ("nl", "wie.html", "org.from_50", ["Wie bij Zee."]),
        ("nl", "kit/poster", None, ["Kop van Zee.", "Groot, Zee.", "Punt van Zee.", "Groot punt."]),
        ("nl", "kit/kaart", "org.from_50", ["Kaart van Zee."]),
    ], "no sentence of everybody, nor one that the day decides"
    assert parts[0].title == () and parts[1].title[0].text == "index · Zee"


def test_every_language_is_read_by_itself(tmp_path: Path) -> None:
    parts = plan(tmp_path, PAGES, KIT, ("nl", "en"))
    assert [one.language for one in parts] == ["nl"] * 6 + ["en"] * 6
    assert [texts(one) for one in parts[:6]] == [texts(one) for one in parts[6:]]


@pytest.mark.parametrize(
    ("pages", "on", "everywhere"),
    [(1, 1, False), (2, 1, False), (2, 2, True), (3, 2, True), (4, 2, False), (4, 3, True)],
)
def test_nearly_every_page_is_more_than_half_of_them_where_there_are_several(
    tmp_path: Path, pages: int, on: int, everywhere: bool
) -> None:
    told = {
        f"{number}.html": (None, (OWN + OWN if number < on else "") + f"<p>{number} [[ org.name ]].</p>")
        for number in range(pages)
    }
    first, *_ = plan(
        tmp_path, told, {"poster": {"title": "P", "when": None, "parts": [part(None, ("Wij zijn [[ org.name ]].",))]}}
    )
    assert texts(first) == ["Wij zijn Zee."] * everywhere


def test_on_paper_and_on_a_page_an_advisor_is_called_by_their_id(tmp_path: Path) -> None:
    noor = PersonSlots(*("noor" if name in ("id", "name") else None for name in PersonSlots.__slots__))  # type: ignore[arg-type]
    slots: Any = SimpleNamespace(advisor=noor)
    told = {
        "poster": {"title": "Bel [[ advisor.name ]]", "when": None, "parts": [part(None, ("Bel [[ advisor.name ]].",))]}
    }
    traced = TracedTemplate(template(tmp_path, {"a.html": (None, "<p>Bel [[ advisor.name ]].</p>")}, told))
    [page], [poster] = list(read_pages("nl", traced, slots)), list(read_kit("nl", traced, slots))
    for sentence in (*page.sentences, *poster.title, *poster.sentences):
        assert (sentence.text.rstrip("."), sentence.values) == ("Bel noor", ("advisors.noor.name",))
    assert (len(page.sentences), len(poster.title), len(poster.sentences)) == (1, 1, 1)
