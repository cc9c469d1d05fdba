"""Profiles that together hold every pair of values that can meet: what is true of all of them leans on no combination."""

from __future__ import annotations

import itertools
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import yaml

Row = Mapping[str, Any]

FACTORS: dict[str, tuple[Any, ...]] = {
    "sector": (
        "care",
        "childcare",
        "education",
        "higher_education",
        "government",
        "culture",
        "sport",
        "business",
        "nonprofit",
        "logistics",
        "industry",
        "other",
    ),
    "team": (1, 2, 3, 4, 5, 6, 7),
    "workforce": (1, 9, 12, 60, 1200),
    "places": (0, 1, 2, 3, 5),
    "served": ("everywhere", "each a place", "one place empty"),
    "scope": ("both", "conduct", "integrity", "split", "second only conduct"),
    "ways": ("all", "phone", "landline", "email", "whatsapp", "signal", "mixed"),
    "kind": ("external", "internal", "mixed"),
    "backup": ("none", "one", "chain"),
    "absences": ("none", "now", "soon", "all soon"),
    "hours": ("none", "days", "nights"),
    "reply": (None, 1, 3),
    "certificate": (None, "valid", "over"),
    "official": (False, True),
    "about": (False, True),
    "spoken": (None, "many"),
    "languages": (("nl",), ("nl", "en"), ("en", "nl"), ("en",)),
    "address": ("je", "u"),
    "public_body": (False, True),
    "short_name": (None, "De Zeester", "Zeester B.V."),
    "who": ("usual", "clients", "former_staff", "employees"),
    "meeting": ((), ("online", "walk")),
    "complaints": (None, "name", "url"),
    "speak_up": (None, "bare", "officer", "url"),
    "code": (None, "name", "url"),
    "notes": (False, True),
    "engagement": (False, True),
    "secrecy": (False, True),
    "practice": (None, "name", "url"),
    "doors": ("none", "some", "all", "all by mail", "all on a page", "all as usual"),
    "topics": ("usual", "some moved", "all inside", "all outside", "all noted"),
    "modules": (None, "one", "all"),
    "pass_mark": (None, 80),
    "certificate_of_training": (False, True),
    "introduction": (False, True),
    "emergency": (None, "2222"),
    "quick_exit": (False, True),
    "discreet": (False, True),
    "maintained": (False, True),
    "review": (False, True),
    "publication": (None, "url", "url and day", "in search engines"),
    "accessibility": (None, "bare", "full"),
}

_CONSTRAINTS: tuple[tuple[tuple[str, str], Callable[[Any, Any], bool]], ...] = (
    (("team", "scope"), lambda team, scope: team > 1 or scope in ("both", "conduct", "integrity")),
    (("team", "kind"), lambda team, kind: team > 1 or kind != "mixed"),
    (("team", "ways"), lambda team, ways: team > 1 or ways != "mixed"),
    (("team", "backup"), lambda team, backup: team > 1 or backup == "none"),
    (("team", "served"), lambda team, served: team > 1 or served == "everywhere"),
    (("places", "served"), lambda places, served: places > 0 or served == "everywhere"),
    (("modules", "pass_mark"), lambda modules, mark: modules is not None or mark is None),
    (("modules", "certificate_of_training"), lambda modules, certificate: modules is not None or not certificate),
)


def can_meet(one: str, value: Any, other: str, its: Any) -> bool:
    for (first, second), allowed in _CONSTRAINTS:
        if (one, other) == (first, second) and not allowed(value, its):
            return False
        if (other, one) == (first, second) and not allowed(its, value):
            return False
    return True


Pair = tuple[str, Any, str, Any]


def all_pairs(factors: Mapping[str, Sequence[Any]] = FACTORS) -> list[Pair]:
    return [
        (one, value, other, its)
        for one, other in itertools.combinations(factors, 2)
        for value in factors[one]
        for its in factors[other]
        if can_meet(one, value, other, its)
    ]


def _together() -> Iterator[dict[str, Any]]:
    """What must meet three at a time or more, in both languages: the questions of the signpost lead by topic, by what somebody is there for and by how they are reached."""
    both: dict[str, Any] = {"languages": ("nl", "en")}
    for topics, ways in itertools.product(("all inside", "all outside"), FACTORS["ways"]):
        here = both | {"topics": topics, "ways": ways}
        for scope in ("conduct", "integrity"):
            yield (
                here
                | {"scope": scope}
                | (
                    {"team": 4, "backup": "chain", "served": "everywhere", "absences": "soon"}
                    if ways == "mixed"
                    else {"team": 1, "absences": "none"}
                )
            )
        yield here | {"scope": "both", "team": 2, "backup": "one", "served": "everywhere", "absences": "soon"}
    for doors in ("none", "all by mail", "all on a page"):
        yield both | {
            "sector": "care",
            "who": "usual",
            "doors": doors,
            "topics": "usual",
            "workforce": 60,
            "modules": "all",
        }
    yield both | {"doors": "all as usual", "scope": "conduct", "team": 1, "absences": "none", "hours": "none"}
    yield both | {
        "topics": "usual",
        "scope": "both",
        "workforce": 9,
        "modules": "all",
        "absences": "now",
        "publication": None,
    }
    for scope in ("conduct", "integrity"):  # nobody leads, and a topic of the other part is the advisors' all the same
        yield both | {
            "topics": "all inside",
            "scope": scope,
            "team": 3,
            "places": 3,
            "served": "each a place",
            "backup": "none",
        }
    for scope in ("conduct", "integrity"):  # too few people for HR, and no door named for what nobody does
        yield both | {"workforce": 9, "doors": "none", "scope": scope, "topics": "all outside"}
    yield both | {"places": 1, "served": "each a place", "team": 3, "backup": "none", "modules": "all"}
    yield both | {"team": 1, "absences": "soon", "publication": None, "modules": "all"}


_LAST: tuple[dict[str, Any], ...] = (
    # One who is there for conduct only and is away today, told of in Dutch.
    {
        "languages": ("nl",),
        "address": "je",
        "scope": "split",
        "team": 2,
        "absences": "now",
        "backup": "one",
        "served": "everywhere",
    },
    # The dilemmas for managers as the only training.
    {"languages": ("nl", "en"), "scope": "both", "team": 7, "modules": "one"},
)
"""What no pair brought together; after all others, so that those stay as they are."""


def covering_rows(factors: Mapping[str, Sequence[Any]] = FACTORS) -> list[dict[str, Any]]:
    """Greedy: each row begins with what must meet, or with a pair not seen yet, and takes, factor by factor, the value that brings most new pairs."""
    order = list(factors)
    missing = dict.fromkeys(all_pairs(factors))
    rows: list[dict[str, Any]] = []
    together = list(_together())
    last = list(_LAST)
    while missing or together or last:
        if together:
            row = together.pop()
        else:
            row = dict(zip(*[iter(next(iter(missing)))] * 2, strict=True)) if missing else dict(last.pop())
        for name in sorted(order, key=lambda name: -len(factors[name])):
            if name in row:
                continue
            possible = [
                choice for choice in factors[name] if all(can_meet(name, choice, known, row[known]) for known in row)
            ]
            # The turn of the row decides among equals, so that none is always the first.
            turned = possible[len(rows) % len(possible) :] + possible[: len(rows) % len(possible)]
            row[name] = max(
                turned,
                key=lambda choice: sum(_pair(order, name, choice, known, row[known]) in missing for known in row),
            )
        for name, known in itertools.combinations(order, 2):
            missing.pop((name, row[name], known, row[known]), None)
        rows.append({name: row[name] for name in order})
    return rows


def sample_of(rows: Sequence[Row], count: int) -> list[int]:
    """The numbers of some rows that together hold most values."""
    chosen: list[int] = []
    seen: set[tuple[str, Any]] = set()
    while len(chosen) < count:
        chosen.append(max(range(len(rows)), key=lambda number: len(set(rows[number].items()) - seen)))
        seen.update(rows[chosen[-1]].items())
    return chosen


def _pair(order: Sequence[str], one: str, value: Any, other: str, its: Any) -> Pair:
    return (one, value, other, its) if order.index(one) < order.index(other) else (other, its, one, value)


_PEOPLE = (
    ("anna", "Anna Voorbeeld"),
    ("ben", "Ben de Proef"),
    ("cas", "mr. dr. Cas van Dummy"),
    ("dewi", "Dewi Elders"),
    ("esra", "Esra Nergens"),
    ("femke", "Femke Niemand"),
    ("gijs", "Gijs Verzonnen"),
)
_PLACES = (("noord", "Noord"), ("zuid", "Zuid"), ("oost", "Oost"), ("west", "West"), ("midden", "Midden"))
_WAYS = ("phone", "email", "whatsapp", "signal")
_SPOKEN = ("ar", "de", "es", "fr", "it", "pl", "pt", "ro", "ru", "tr", "uk")
_DOORS: dict[str, Any] = yaml.safe_load((Path(__file__).parents[2] / "data" / "doors.yml").read_text(encoding="utf-8"))
_MODULES = ("role", "limits", "doors", "confidential", "act", "dilemmas", "dilemmas-managers")
_MOVABLE = (
    "accused",
    "conflict",
    "appraisal",
    "pay",
    "collective",
    "workload",
    "illness",
    "home",
    "trauma",
    "legal",
    "crime",
    "client_complaint",
    "data_leak",
)
"""The topics that are not what the work is."""


def profile_of(row: Row) -> dict[str, Any]:
    """A profile as it is written, as plain data."""
    places = _PLACES[: row["places"]]
    organisation = {
        "name": "Stichting De Zeester",
        "short_name": row["short_name"],
        "sector": row["sector"],
        "public_body": row["public_body"] or None,
        "workforce": row["workforce"],
        "form_of_address": row["address"],
        "languages": list(row["languages"]),
        "locations": [{"id": id_, "name": name} for id_, name in places],
    }
    url = "https://zeester.example"
    both = {"nl": "Een zin van hier.", "en": "A sentence from here."}
    doors = {"none": (), "some": ("hr", "company_doctor")}.get(row["doors"], _DOORS)
    by = {"all by mail": {"email": "deur@zeester.example"}, "all on a page": {"url": f"{url}/deur"}}.get(
        row["doors"], {"phone": "020 000 00 30"}
    )
    profile = {
        "organisation": organisation,
        "brand": {"color": "#0f5e5a"},
        "practice": {"name": "Praktijk Luister", "url": f"{url}/praktijk" if row["practice"] == "url" else None}
        if row["practice"]
        else None,
        "engagement": {
            **(
                {"appointed_by": both, "since": "2025-03-01", "term": both, "answers_to": both, "board_access": True}
                if row["engagement"]
                else {}
            ),
            **({"secrecy_in_contract": True, "board_bound_to_secrecy": True} if row["secrecy"] else {}),
        },
        "advisors": [_advisor(row, number) for number in range(row["team"])],
        "topics": _topics(row["topics"], both),
        "doors": {
            key: {
                "name": _usual_name(key, row["address"])
                if row["doors"] == "all as usual"
                else f"Deur {key.replace('_', ' ')}",
                **by,
            }
            for key in doors
        },
        "complaints_procedure": {
            "name": both,
            "contact": both,
            **({"url": f"{url}/klachten"} if row["complaints"] == "url" else {}),
        }
        if row["complaints"]
        else None,
        "speak_up_procedure": {
            **({"name": both} if row["speak_up"] == "bare" else {"officer": "Robin Melding"}),
            **(
                {"url": f"{url}/melden", "phone": "020 000 00 40", "email": "melden@zeester.example"}
                if row["speak_up"] == "url"
                else {}
            ),
        }
        if row["speak_up"]
        else None,
        "code_of_conduct": {"name": both, **({"url": f"{url}/code"} if row["code"] == "url" else {})}
        if row["code"]
        else None,
        "internal_emergency_number": row["emergency"],
        "notes_kept": both if row["notes"] else None,
        "who_may_call": {
            "usual": None,
            "clients": ["employees", "clients"],
            "former_staff": ["employees", "temps", "former_staff"],
            "employees": ["employees"],
        }[row["who"]],
        "meeting_places": list(row["meeting"]),
        "introduction": both if row["introduction"] else None,
        "training": {"pass_mark": row["pass_mark"], "certificate": row["certificate_of_training"] or None},
        "safety": {"quick_exit": row["quick_exit"] or None, "discreet": row["discreet"] or None},
        "accessibility": {
            "bare": {"status": "C"},
            "full": {
                "status": "B",
                "statement_url": f"{url}/verklaring",
                "checked_on": "2026-05-01",
                "email": "toegankelijk@zeester.example",
            },
        }.get(row["accessibility"] or ""),
        "maintained_by": "Praktijk Luister" if row["maintained"] else None,
        "review_by": "2027-06-01" if row["review"] else None,
        "publication": {
            "url": f"{url}/vertrouwenspersoon",
            "date": "2026-11-01" if row["publication"] == "url and day" else None,
            **({"noindex": False} if row["publication"] == "in search engines" else {}),
        }
        if row["publication"]
        else None,
    }
    written: dict[str, Any] = _without_nothing(profile)
    written.setdefault("training", {})["modules"] = _modules(row)
    return written


def _advisor(row: Row, number: int) -> dict[str, Any]:
    id_, name = _PEOPLE[number]
    ways: tuple[str, ...] = {"all": _WAYS, "mixed": (_WAYS[number % 4],), "landline": ("phone",)}.get(
        row["ways"], (row["ways"],)
    )
    mobile = f"06 1234567{number}"
    contact = {
        "phone": f"020 000 00 1{number}" if number or row["ways"] == "landline" else mobile,
        "email": f"{id_}@zeester.example",
        "whatsapp": mobile,
        "signal": mobile,
    }
    scope = {
        "both": None,
        "split": ["conduct"] if number % 2 == 0 else ["integrity"],
        "second only conduct": ["conduct"] if number == 1 else None,
    }.get(row["scope"], [row["scope"]])
    kind = "internal" if row["kind"] == "internal" or (row["kind"] == "mixed" and number % 2) else "external"
    absence = {"now": number == 0, "soon": number == 0, "all soon": True}.get(row["absences"], False)
    first, last = ("2026-10-25", "2026-11-10") if row["absences"] == "now" else ("2026-11-20", "2026-12-04")
    return {
        "id": id_,
        "name": name,
        "kind": kind,
        "scope": scope,
        "is_official": (row["official"] and kind == "internal") or None,
        **{way: contact[way] for way in ways},
        "hours": {
            "none": None,
            "days": {"mon": "09:00-17:00", "thu": "09:00-12:30, 13:30-17:00"},
            "nights": {"fri": "22:00-06:00"},
        }[row["hours"]],
        "reply_within": row["reply"],
        "absences": [{"from": first, "until": last}] if absence else None,
        "backup": _PEOPLE[number + 1][0]
        if number < {"none": 0, "one": 1, "chain": row["team"] - 1}[row["backup"]]
        else None,
        "languages": ["nl", "en", *_SPOKEN] if row["spoken"] and number % 2 == 0 else None,
        "locations": _serves(row, number),
        "about": {"nl": "Ik luister.", "en": "I listen."} if row["about"] else None,
        "certificate": {
            "register": "LVV-register",
            "valid_until": "2028-01-01" if row["certificate"] == "valid" else "2026-01-01",
        }
        if row["certificate"]
        else None,
    }


def _modules(row: Row) -> list[str]:
    """Each is the only one, the first and the last of some row."""
    turn = row["team"] - 1
    return {"one": [_MODULES[turn]], "all": [*_MODULES[turn:], *_MODULES[:turn]]}.get(row["modules"] or "", [])


def _usual_name(door: str, address: str) -> dict[str, str]:
    """What a page calls a door by itself."""
    names = _DOORS[door]["name"]
    return {
        language: re.sub(r"\{(.*?)\|(.*?)\}", r"\1" if address == "je" else r"\2", name)
        for language, name in names.items()
    }


def _topics(how: str, note: Mapping[str, str]) -> dict[str, Any]:
    if how == "some moved":
        return {"workload": {"inside": True}, "appraisal": {"inside": False}}
    own = {"all inside": {"inside": True}, "all outside": {"inside": False}, "all noted": {"note": note}}.get(how)
    return dict.fromkeys(_MOVABLE, own) if own else {}


def _serves(row: Row, number: int) -> list[str] | None:
    places = [id_ for id_, _ in _PLACES[: row["places"]]]
    if row["served"] == "each a place":
        return [places[number % len(places)]]
    if row["served"] == "one place empty":
        return places[:-1]
    return None


def _without_nothing(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: kept for key, inner in value.items() if (kept := _without_nothing(inner)) not in (None, {}, [])}
    return [_without_nothing(inner) for inner in value] if isinstance(value, list) else value
