"""The first client of an advisor: all that she fills in, from the first page to the zip."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Protocol


class Walker(Protocol):
    """Who fills in the page, in whichever browser. What stands on the page is named as the browser's driver has it."""

    actions: int

    def find(self, selector: str) -> Any: ...
    def button(self, name: str) -> Any: ...
    def adds(self, *path: str | int) -> Any: ...
    def write(self, place: Any, text: str) -> None: ...
    def press(self, place: Any) -> None: ...
    def fill(self, text: str, *path: str | int) -> None: ...
    def choose(self, title: str, *path: str | int) -> None: ...
    def give(self, file: Path, *path: str | int) -> None: ...
    def sees(self, text: str) -> None: ...
    def reads(self, text: str) -> None: ...
    def download(self, place: Any) -> bytes: ...


SAY: dict[str, dict[str, str]] = {
    "nl": {
        "begin": "Begin", "next": "Verder", "add": "Nog een vertrouwenspersoon", "absence": "Voeg toe: afwezigheid", "care": "Zorg en welzijn",
        "english": "Engels", "outside": "Werkt er niet", "inside": "Werkt zelf bij de organisatie", "hours": "ma-do 9-17, vr tot 12", "from": "24 december 2026",
        "until": "4 januari 2027", "yes": "Ja", "officer": "Robin Voorbeeld", "done": "Klaar", "zip": "Download de site", "check": "Nakijken",
        "nothing": "Er is niets op te merken. De site kan weg.", "complaints": "Klachtenregeling", "speak_up": "Regeling melden", "HR": "HR", "doctor": "Bedrijfsarts", "council": "Ondernemingsraad",
        "ready": "Gedownload:",
    },
    "en": {
        "begin": "Begin", "next": "Next", "add": "Another advisor", "absence": "Add: absences", "care": "Care and welfare",
        "english": "English", "outside": "Does not work there", "inside": "Works for the organisation", "hours": "Mon-Thu 9am-5pm, Fri until 12", "from": "24 December 2026",
        "until": "January 4, 2027", "yes": "Yes", "officer": "Robin Voorbeeld", "done": "Done", "zip": "Download the site", "check": "Check",
        "nothing": "There is nothing to note. The site can go.", "complaints": "Complaints procedure", "speak_up": "Speaking up", "HR": "HR", "doctor": "Company doctor", "council": "Works council",
        "ready": "Downloaded:",
    },
}  # fmt: skip


def walk(hands: Walker, language: str, files: dict[str, Path], before_site: list[int]) -> bytes:
    """The zip, as the browser got it."""
    say = SAY[language]
    hands.write(hands.find("#whom"), "Stichting De Regenboog")
    hands.press(hands.button(say["begin"]))
    hands.sees("Stichting De Regenboog")
    before_site.append(hands.actions)
    hands.choose(say["care"], "organisation", "sector")
    hands.fill("ongeveer 180", "organisation", "workforce")
    hands.choose(say["english"], "organisation", "languages")
    hands.press(hands.button(say["next"]))
    hands.fill("rgb(11, 95, 165)", "brand", "color")
    hands.give(files["logo"], "brand", "logo")
    hands.press(hands.button(say["next"]))
    hands.fill("Noor Voorbeeld", "advisors", 0, "name")
    hands.choose(say["outside"], "advisors", 0, "kind")
    hands.fill("020 000 00 01", "advisors", 0, "phone")
    hands.fill("noor@luister.example", "advisors", 0, "email")
    hands.fill(say["hours"], "advisors", 0, "hours")
    hands.press(hands.adds("advisors", 0, "absences"))
    hands.fill(say["from"], "advisors", 0, "absences", 0, "from")
    hands.fill(say["until"], "advisors", 0, "absences", 0, "until")
    hands.give(files["photo"], "advisors", 0, "photo")
    hands.choose(say["yes"], "advisors", 0, "photo_consent")
    hands.press(hands.button(say["add"]))
    hands.fill("Sam Elders", "advisors", 1, "name")
    hands.choose(say["inside"], "advisors", 1, "kind")
    hands.fill("020 000 00 02", "advisors", 1, "phone")
    hands.fill("di 9-12", "advisors", 1, "hours")
    hands.choose("Sam Elders", "advisors", 0, "backup")
    hands.press(hands.button(say["next"]))
    hands.press(hands.button(say["next"]))
    for door, key, number in (("HR", "hr", "020 000 00 10"), ("doctor", "company_doctor", "020 000 00 11"), ("council", "works_council", "020 000 00 12")):  # fmt: skip
        hands.choose(say[door], "doors")
        hands.fill(number, "doors", key, "phone")
    hands.fill(say["officer"], "speak_up_procedure", "officer")
    hands.fill("meld@regenboog.example", "speak_up_procedure", "email")
    hands.fill("www.regenboog.example/klachten", "complaints_procedure", "url")
    hands.press(hands.button(say["check"]))
    hands.reads(say["nothing"])
    hands.press(hands.button(say["done"]))
    return hands.download(hands.button(say["zip"]))
