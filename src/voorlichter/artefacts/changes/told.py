"""A change sheet in sentences, for the terminal and for paper."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from voorlichter.artefacts.changes.plan import ChangeRow, ChangeSheet
from voorlichter.artefacts.changes.shown import Spot
from voorlichter.artefacts.changes.texts import TextChange
from voorlichter.problems import Language, Say

_NAMED, _MATERIALS_NAMED = 8, 12
"""Places named one by one; of more only the number is told."""
_EXCEPTED = 3
_SENTENCES = 3
_CUT = 320
_TEXTS_TOLD = 12
"""Changes of texts told one by one, so that a sheet stays one or two pages."""

_NOWHERE = Say("nergens te zien", "shows nowhere")
_KINDS = {
    "text": Say("Tekst", "Text"),
    "link": Say("Verwijzing", "Link"),
    "picture": Say("Beeld", "Picture"),
    "page": Say("Pagina", "Page"),
    "look": Say("Kleur en vorm", "Colours and looks"),
    "kit": Say("Teksten van het voorlichtingsmateriaal", "Texts of what is handed out"),
}
_NOTHING, _OTHER = Say("niets", "nothing"), Say("anders", "different")
_MATERIALS = {
    "poster": Say("poster", "poster"),
    "poster-discreet": Say("discrete poster", "discreet poster"),
    "flyer": Say("folder", "flyer"),
    "wallet-card": Say("kaartje voor de portemonnee", "wallet card"),
    "table-card": Say("tafelkaart", "table card"),
    "managers": Say("gids voor leidinggevenden", "guide for managers"),
    "slides": Say("presentatie", "slides"),
    "intranet": Say("tekst voor intranet", "intranet text"),
    "intranet-card": Say("kaart voor intranet", "intranet card"),
    "embed": Say("pagina voor een kader", "page for a frame"),
    "announcement": Say("aankondiging", "announcement"),
    "onboarding": Say("tekst voor nieuwe medewerkers", "text for new colleagues"),
    "dilemmas": Say("dilemmakaarten", "dilemma cards"),
    "checklist": Say("checklist", "checklist"),
    "inspiration": Say("inspiratie voor een jaar", "inspiration for a year"),
    "tips": Say("tips voor een jaar", "tips for a year"),
    "contact": Say("contactkaart", "contact card"),
    "contact-neutral": Say("neutrale contactkaart", "neutral contact card"),
    "qr-site": Say("QR-code van de site", "QR code of the site"),
    "qr-call": Say("QR-code om te bellen", "QR code to call"),
    "qr-contact": Say("QR-code van het contact", "QR code of the contact"),
}
"""By what they are; their own titles are what they say to a reader."""


@dataclass(frozen=True, slots=True)
class ToldChange:
    """What changed, from what to what, and where: one row of a table."""

    what: str
    was: str
    becomes: str
    where: str


def tell_rows(sheet: ChangeSheet, rows: Sequence[ChangeRow], language: Language) -> list[ToldChange]:
    return [
        ToldChange(
            row.what, _shorten(row.was), _shorten(row.becomes), say_where(sheet, row.pages, row.materials, language)
        )
        for row in rows
    ]


def tell_texts(sheet: ChangeSheet, language: Language) -> tuple[list[ToldChange], str]:
    """The first changes of texts, and in how many pages there are more, or nothing."""
    told = [_tell_text(sheet, change, language) for change in sheet.texts[:_TEXTS_TOLD]]
    rest = sheet.texts[_TEXTS_TOLD:]
    if not rest:
        return told, ""
    places = [page for change in rest for page in change.pages]
    pages = [
        Spot(name, title, tuple({code for page in places if page.name == name for code in page.languages}))
        for name, title in {page.name: page.title for page in places}.items()
    ]
    where = say_where(sheet, pages, (), language)
    return told, Say(
        f"En nog {_count(len(rest), 'tekst', 'teksten')}, {where}.",
        f"And {_count(len(rest), 'text more', 'texts more')}, {where}.",
    ).to(language)


def _tell_text(sheet: ChangeSheet, change: TextChange, language: Language) -> ToldChange:
    if change.kind == "kit":
        return ToldChange(
            _KINDS["kit"].to(language), "", _OTHER.to(language), say_where(sheet, (), change.pages, language)
        )
    if change.kind in ("picture", "look"):
        return ToldChange(
            _KINDS[change.kind].to(language), "", _OTHER.to(language), say_where(sheet, change.pages, (), language)
        )
    where = Say("op ", "on ").to(language) + _say_pages(
        sheet, change.pages, language
    )  # a sentence shows its language itself
    return ToldChange(
        _KINDS[change.kind].to(language), _some(change.gone, language), _some(change.new, language), where
    )


def _some(sentences: Sequence[str], language: Language) -> str:
    if not sentences:
        return _NOTHING.to(language)
    more = len(sentences) - _SENTENCES
    said = _shorten(
        " ".join(
            sentence if sentence[-1] in ".!?:" else f"{sentence} ·" for sentence in sentences[:_SENTENCES]
        ).removesuffix(" ·")
    )
    return (
        said
        + Say(f" (en nog {_count(more, 'zin', 'zinnen')})", f" (and {_count(more, 'sentence', 'sentences')} more)").to(
            language
        )
        if more > 0
        else said
    )


def say_where(sheet: ChangeSheet, pages: Sequence[Spot], materials: Sequence[Spot], language: Language) -> str:
    """`op 4 pagina's (…) en 6 materialen (…)`."""
    said = [part for part in (_say_pages(sheet, pages, language), _say_materials(materials, language)) if part]
    if not said:
        return _NOWHERE.to(language)
    shown_in = {code for spot in (*pages, *materials) for code in spot.languages}
    only = (
        f", {Say('alleen in het', 'only in').to(language)} {sheet.languages[shown_in.pop()].to(language)}"
        if len(shown_in) == 1 < len(sheet.languages)
        else ""
    )
    return Say("op ", "on ").to(language) + Say(" en ", " and ").to(language).join(said) + only


def _say_pages(sheet: ChangeSheet, pages: Sequence[Spot], language: Language) -> str:
    """Where nearly all pages are concerned, the others are named."""
    names = {spot.name for spot in pages}
    others = [title for name, title in sheet.pages.items() if name not in names]
    told = len(pages) - len(names - sheet.pages.keys())
    if not others and pages and len(pages) == told > 1:
        return Say(f"alle {told} pagina's", f"all {told} pages").to(language)
    counted = Say(_count(len(pages), "pagina", "pagina's"), _count(len(pages), "page", "pages")).to(language)
    if told > _NAMED > _EXCEPTED >= len(others):
        return f"{counted} ({Say('alle, behalve', 'all, except').to(language)} {'; '.join(others)})"
    return f"{counted} ({_listed([spot.title for spot in pages], _NAMED, language)})" if pages else ""


def _say_materials(materials: Sequence[Spot], language: Language) -> str:
    counted = Say(
        _count(len(materials), "materiaal", "materialen"), _count(len(materials), "material", "materials")
    ).to(language)
    titles = [_MATERIALS[spot.name].to(language) if spot.name in _MATERIALS else spot.title for spot in materials]
    return f"{counted} ({_listed(titles, _MATERIALS_NAMED, language)})" if materials else ""


def _listed(titles: Sequence[str], named: int, language: Language) -> str:
    more = len(titles) - named
    return "; ".join([*titles[:named], *([Say(f"en nog {more}", f"and {more} more").to(language)] if more > 0 else [])])


def _shorten(text: str) -> str:
    """At a word's end."""
    return text if len(text) <= _CUT else text[:_CUT].rsplit(" ", 1)[0] + " …"


def _count(number: int, one: str, more: str) -> str:
    return f"{number} {one if number == 1 else more}"
