"""The parts of the pages for IT and for the intranet that follow from the models, in the language of the page."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from voorlichter.hosting.card import CALL, MAIL, Card, Person
from voorlichter.hosting.model import EXAMPLE_FRAME, NO_STORE, TYPES, Hosting
from voorlichter.hosting.nginx import render_nginx
from voorlichter.languages import shipped
from voorlichter.problems import LANGUAGES, Language, Say

EXAMPLE_CARD = Card(
    f"{EXAMPLE_FRAME}/vertrouwenspersoon",
    LANGUAGES,
    (
        Person(
            "Noor Voorbeeld",
            (
                (CALL, "020 000 00 01", "tel:+31200000001"),
                (MAIL, "noor@voorbeeld.example", "mailto:noor@voorbeeld.example"),
            ),
        ),
    ),
)


@dataclass(frozen=True, slots=True)
class PageFacts:
    """What a page is filled in with. `shown` stands in for a value of a profile until the page is HTML."""

    language: Language
    hosting: Hosting = Hosting()
    card: Card = EXAMPLE_CARD
    has_card: bool = True
    """Is the small page in the site?"""
    shown: Callable[[str], str] = str

    def say(self, nl: str, en: str) -> str:
        return Say(nl, en).to(self.language)


_BLOCK = re.compile(r"(<!-- hosting: (\w+) -->\n).*?(<!-- /hosting -->\n)", re.S)


def fill_in(text: str, told: PageFacts) -> str:
    """A page's Markdown, with every part that follows from the models written anew."""
    return _BLOCK.sub(lambda match: f"{match[1]}\n{_PARTS[match[2]](told)}\n\n{match[3]}", text)


def _kinds(told: PageFacts) -> str:
    *first, last = TYPES
    rare = ", ".join(f"{ending} {told.say('is', 'is')} `{TYPES[ending]}`" for ending in ("woff2", "pptx", "ics", "vcf"))
    return told.say(
        f"Bestandstypen: {', '.join(first)} en {last}. Niet elke server kent ze allemaal: {rare}.",
        f"Types of file: {', '.join(first)} and {last}. Not every server knows all of them: {rare}.",
    )


def _headers(told: PageFacts) -> str:
    remarks = {
        "Strict-Transport-Security": told.say(
            " (geldt voor de hele site; laat weg als u dit al regelt)",
            " (holds for the whole host; leave it out where you arrange this already)",
        ),
        "X-Robots-Tag": told.say(
            " zolang de website niet in zoekmachines hoort", " as long as the site does not belong in search engines"
        ),
    }
    rows = [f"| `{name}` | `{value}`{remarks.get(name, '')} |" for name, value in told.hosting.headers.items()]
    stays = told.say(
        f"| `Cache-Control` | `{NO_STORE}` op html, zodat er op een gedeelde computer niets achterblijft |",
        f"| `Cache-Control` | `{NO_STORE}` on html, so that nothing stays behind on a shared computer |",
    )
    return "\n".join([told.say("| header | waarde |", "| header | value |"), "| --- | --- |", *rows, stays])


def _nginx(told: PageFacts) -> str:
    return f"```nginx\n{render_nginx(told.hosting, told.language)}```"


def _frame(told: PageFacts) -> str:
    asked = replace(told.hosting, framed_by=told.hosting.framed_by or (EXAMPLE_FRAME,))
    out = told.say("weglaten", "leave out")
    rows = [f"| `{name}` | {f'`{value}`' if value else out} |" for name, value in asked.frame_headers.items()]
    head = told.say("| header | waarde voor dat ene bestand |", "| header | value for that one file |")
    return "\n".join([head, "| --- | --- |", *rows])


def _framed_by(told: PageFacts) -> str:
    """Who may show the card now, and what is still to be done before anybody may."""
    lacking = told.say(
        "**In deze versie van de website zit de kaart nog niet.** De afzender maakt haar met `voorlichter kit`, en zet de website dan opnieuw online. Tot die tijd is er de tekst, onderaan.",
        "**This version of the site does not hold the card yet.** The sender makes it with `voorlichter kit`, and puts the site online again. Until then there is the text, below.",
    )
    nobody = told.say(
        "**Nu mag nog geen enkele site de kaart tonen.** Geef de afzender het begin van het adres van uw intranet, zoals het in de browser staat. Die zet het in het profiel (`publication`: `framed_by`), en geeft ICT de instellingen die daaruit volgen.",
        "**No site may show the card yet.** Give the sender the beginning of your intranet's address, as the browser shows it. The sender puts it into the profile (`publication`: `framed_by`), and gives IT the settings that follow from it.",
    )
    named = ", ".join(f"`{origin}`" for origin in told.hosting.framed_by)
    allowed = told.say(
        f"**De kaart mag getoond worden door** {named}, zodra ICT de instellingen heeft overgenomen.",
        f"**The card may be shown by** {named}, once IT has taken over the settings.",
    )
    return "\n\n".join([*([] if told.has_card else [lacking]), allowed if named else nobody])


def _embed(told: PageFacts) -> str:
    """The address and the code, for each language of the site."""
    parts = []
    for code, address, frame in told.card.frames(told.language):
        called = shipped()[code].said.to(told.language) if code in shipped() else code
        parts.append(f"{called.capitalize()}:\n\n{_fenced(told, address, 'text')}\n\n{_fenced(told, frame, 'html')}")
    return "\n\n".join(parts)


def _fenced(told: PageFacts, text: str, kind: str) -> str:
    return f"```{kind}\n{told.shown(text)}\n```"


_PARTS: Mapping[str, Callable[[PageFacts], str]] = {
    "kinds": _kinds,
    "headers": _headers,
    "nginx": _nginx,
    "frame": _frame,
    "framed_by": _framed_by,
    "embed": _embed,
    "text": lambda told: _fenced(told, told.card.text(told.language), "text"),
    "html": lambda told: _fenced(told, told.card.html(told.language), "html"),
}
