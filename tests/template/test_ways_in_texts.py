"""No text of ours takes for granted that an advisor can be rung, mailed or messaged: the slots of `reach` choose the word."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from support import REPOSITORY

from voorlichter.slots.scan import TAG, scan

WORDS = {
    "nl": re.compile(
        r"\b(?:bel|belt|bellen|belde|gebeld|belletje|telefoontje|mail|mailt|mailen|app|appt|appen|sms)\b", re.I
    ),
    "en": re.compile(
        r"\b(?:calls?|(?<!is )(?<!always )called|calling|e-?mails?|e-?mailing|text message|texting|phone call)\b", re.I
    ),
}
OF_A_WAY = re.compile(r"(?:^|\.)(?:phone|email|whatsapp|signal|sms|app|mail|write)$")
"""A condition that says there is such a way."""
OTHER_NUMBERS = re.compile(
    r"\[\[ (?:help|org\.emergency_number|accessibility|speak_up|complaints)\b|\b11[23]\b|\b0900\b|Centrum Seksueel Geweld|Huis (?:geeft|voor)|The Huis"
)

NO_TEXT = re.compile(TAG.pattern + r"|\{#[\w-]+\}", re.S)
"""Tags and anchors."""

NOT_OF_A_WAY = {
    # A sentence about help lines that does not repeat the number.
    "docs/nl/hulp.md": (
        "app 112NL",
        "Veilig bellen",
        "Als bellen niet gaat",
        "Bel op een rustige plek",
        "telefoon van het werk",
        "liever niet alleen belt",
    ),
    "docs/en/hulp.md": ("Calling safely", "If you cannot call", "Call in a quiet place", "rather not call alone"),
    "docs/nl/kort-hulp.md": (
        "app 112NL",
        "Veilig bellen",
        "Bellen kan dag en nacht",
        "Bel op een rustige plek",
        "Bel niet",
    ),
    "docs/en/kort-hulp.md": (
        "Calling safely",
        "You can call day and night",
        "Call in a quiet place",
        "Do not call with",
        "beside you when you call",
    ),
    "docs/nl/kort-mij.md": ("Bellen kan dag en nacht", "Bel liefst binnen zeven dagen", "Later bellen mag ook"),
    "docs/en/kort-mij.md": ("You can call day and night", "Call within seven days", "You may call later too"),
    "docs/nl/kort-mogelijkheden.md": ("Bel liefst binnen zeven dagen",),
    "docs/en/kort-mogelijkheden.md": ("You can call day and night",),
    "docs/nl/kort-vertrouwelijk.md": ("Bellen kan dag en nacht",),
    "docs/en/kort-vertrouwelijk.md": ("You can call day and night",),
    "docs/nl/mij.md": ("Bel liefst binnen zeven dagen", "Later bellen mag ook", "Bewaar berichten en mails"),
    "docs/en/mij.md": ("Call within seven days", "You may call later too", "Keep messages and emails"),
    "docs/nl/mogelijkheden.md": ("Bel liefst binnen zeven dagen",),
    "docs/en/mogelijkheden.md": ("Call within seven days",),
    "docs/nl/gedrag.md": ("sporen is bellen binnen", "Ook daarna", "naaktfoto in de app"),
    "docs/en/gedrag.md": ("calling within seven days", "You can call after that"),
    "docs/nl/dilemma.md": ("Bel ook vóór",),
    "docs/en/dilemma.md": ("Call them as well before",),
    # Between colleagues, and what an employer can see.
    "docs/nl/andere-kant.md": ("Bel of app niet", "De ander hierover bellen", "Bewaar berichten en mails"),
    "docs/en/andere-kant.md": ("Do not call", "Calling,", "emails"),
    "docs/nl/kort-andere-kant.md": ("Bel of app de ander niet",),
    "docs/en/kort-andere-kant.md": ("Do not call",),
    # Another meaning of the word.
    "docs/en/vertrouwelijk.md": ("called names", "call the advisor as a witness"),
}
"""By file: sentences with these words speak of something else than reaching an advisor."""

INTERFACE = {
    "call",
    "mail",
    "app",
    "urgent_call",
    "urgent_sexual",
    "kit_call",
    "kit_mail",
    "kit_scan_call",
    "kit_qr_call_alt",
    "search_call",
    "search_mail",
    "search_app",
    "message_call",
    "message_sms",
    "message_mail",
}
"""Words on a button or beside a number: a template shows them where there is that way."""


def sentences(text: str) -> Iterator[tuple[int, str]]:
    """With its place; a tag's own dots end nothing."""
    start = 0
    for end in re.finditer(r"[.!?][\"”)*]*(?=\s|$)|\n\s*\n|\n(?=\s*[-|])", text):
        yield start, text[start : end.end()]
        start = end.end()
    yield start, text[start:]


def taken_for_granted(text: str, language: str, flags: tuple[str, ...] = ()) -> Iterator[str]:
    """Sentences that name a way, under no condition that it is there, and not of a help line."""
    tags = scan(text)
    for place, sentence in sentences(text):
        if OTHER_NUMBERS.search(sentence):
            continue
        for word in WORDS[language].finditer(NO_TEXT.sub(lambda mark: " " * len(mark.group()), sentence)):
            held = list(flags)
            for tag in tags:
                if tag.start > place + word.start():
                    break
                if tag.kind == "if":
                    held.append(tag.expression)
                elif tag.kind == "endif":
                    held.pop()
            if not any(OF_A_WAY.search(flag) for flag in held):
                yield " ".join(sentence.split())
                break


def texts_in(
    value: Any, flags: tuple[str, ...] = (), name: str = ""
) -> Iterator[tuple[str, str, str, tuple[str, ...]]]:
    """Each text of a data file: the key it stands under, its language, what it says, and the flags above it."""
    if isinstance(value, dict):
        own = (*flags, value["when"]) if isinstance(value.get("when"), str) else flags
        for key, inner in value.items():
            if key in ("nl", "en") and isinstance(inner, str):
                yield name, key, inner, own
            else:
                yield from texts_in(inner, own, name or str(key))
    elif isinstance(value, list):
        for inner in value:
            yield from texts_in(inner, flags, name)


PAGES = sorted(path for language in ("nl", "en") for path in (REPOSITORY / "docs" / language).glob("*.md"))
DATA = sorted(
    path
    for path in (REPOSITORY / "data").rglob("*.yml")
    if path.stem not in ("help", "law", "synonyms", "messages", "strings_annual", "strings_values", "strings_materials")
)
"""Left out: help lines and laws are of others, synonyms are what somebody types, a first message asks to be rung where a page offers it,
and strings_values holds the words that are chosen from; strings_materials is for whoever hands out the kit."""


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.relative_to(REPOSITORY).as_posix())
def test_a_page_names_a_way_only_where_there_is_one(path: Path) -> None:
    allowed = NOT_OF_A_WAY.get(path.relative_to(REPOSITORY).as_posix(), ())
    body = path.read_text(encoding="utf-8").split("---\n", 2)[2]
    found = [
        sentence
        for sentence in taken_for_granted(body, path.parent.name)
        if not any(phrase in sentence for phrase in allowed)
    ]
    assert not found


@pytest.mark.parametrize("path", DATA, ids=lambda path: path.relative_to(REPOSITORY).as_posix())
def test_a_text_of_the_data_and_the_kit_names_a_way_only_where_there_is_one(path: Path) -> None:
    found = [
        f"{name}: {sentence}"
        for name, language, text, flags in texts_in(yaml.safe_load(path.read_text(encoding="utf-8")))
        if name not in INTERFACE
        for sentence in taken_for_granted(text, language, flags)
        if not any(phrase in sentence for phrase in ABOUT_SOMETHING_ELSE)
    ]
    assert not found


ABOUT_SOMETHING_ELSE = (
    "Bel liefst binnen zeven dagen",
    "Best within seven days",
    "Bellen kan het best binnen zeven dagen",
    "It is best to call within seven days",
    "Bel elk nummer en scan elke code",
    "Call each number",
    "Mail van de leiding",
    "Email from the management",
    "Verstuur deze mail",
    "jaarlijkse mail van de leiding",
    "yearly email",
    "de app van het werk",
    "in de app zeggen",
    "onze eigen app",
    "Ook mails komen",
    "Emails often reach that colleague late",
)
"""Help lines, the letters of the management, and what colleagues send each other."""


def test_a_sentence_that_takes_a_way_for_granted_is_found() -> None:
    assert list(taken_for_granted("Bel de vertrouwenspersoon. Bewijs is niet nodig.", "nl")) == [
        "Bel de vertrouwenspersoon."
    ]
    assert list(taken_for_granted("[% if reach.phone %]Liever bellen?[% endif %] \n\nBel gerust.", "nl")) == [
        "Bel gerust."
    ]
    assert not list(
        taken_for_granted(
            "[% if a.email %]Mail Noor.[% endif %] In gevaar? [Bel [[ help.police_emergency.phone ]]]([[ help.police_emergency.phone ]]).",
            "nl",
        )
    )
    assert list(taken_for_granted("You may still call.", "en")) == ["You may still call."]


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize("name", ["hulp", "kort-hulp"])
def test_whoever_is_named_as_help_can_be_reached_where_they_are_named(language: str, name: str) -> None:
    text = (REPOSITORY / "docs" / language / f"{name}.md").read_text(encoding="utf-8")
    choice = text.partition("{#keuze}")[2].partition("\n## ")[0]
    rows = [line for line in choice.splitlines() if line.startswith(("| ", "- ")) and "help." in line]
    for row in rows:
        named = set(re.findall(r"\[\[ help\.(\w+)\.name \]\]", row))
        assert named and named <= set(re.findall(r"\]\(\[\[ help\.(\w+)\.(?:phone|url) \]\]\)", row)), row
    assert len(rows) >= 7
