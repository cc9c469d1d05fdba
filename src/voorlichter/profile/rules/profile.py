"""The profile as a whole, and where its site is published."""

from __future__ import annotations

import re
from collections.abc import Iterator

from voorlichter.problems import Problem, Say
from voorlichter.profile.view import ProfileView
from voorlichter.yaml_source import KeyPath, value_at


def ids_are_unique(view: ProfileView) -> Iterator[Problem]:
    groups: dict[KeyPath, list[str]] = {
        ("advisors",): [a.id for a in view.profile.advisors],
        ("organisation", "locations"): [location.id for location in view.profile.organisation.locations],
    }
    for path, ids in groups.items():
        for index, identifier in enumerate(ids):
            if identifier in ids[:index]:
                yield view.problem(
                    (*path, index, "id"),
                    Say(f"het kenmerk {identifier} staat er twee keer", f"the id {identifier} stands here twice"),
                    Say(
                        f"geef de tweede een ander kenmerk: id: {identifier}-2",
                        f"give the second another id: id: {identifier}-2",
                    ),
                )


def languages_are_unique(view: ProfileView) -> Iterator[Problem]:
    languages = _languages_written(view)
    if len(set(languages)) < len(languages):
        yield view.problem(
            ("organisation", "languages"),
            Say("een taal staat er twee keer", "a language stands here twice"),
            Say(
                f"schrijf: languages: [{', '.join(dict.fromkeys(languages))}]",
                f"write: languages: [{', '.join(dict.fromkeys(languages))}]",
            ),
        )


def _languages_written(view: ProfileView) -> list[str]:
    written = value_at(view.source.data, ("organisation", "languages"))
    return [*map(str, written)] if isinstance(written, list) else []


def the_first_language_has_every_page(view: ProfileView) -> Iterator[Problem]:
    languages = _languages_written(view)
    rows = view.vocabulary.languages
    whole = [code for code in languages if code in rows and rows[code].level == "complete"] or ["nl"]
    if languages and languages[0] in rows and rows[languages[0]].level != "complete":
        line = ", ".join(dict.fromkeys([whole[0], *languages]))
        called = rows[languages[0]].called
        yield view.problem(
            ("organisation", "languages"),
            Say(
                f"in het {called.nl} is er één pagina; een site opent in een taal die alles heeft",
                f"there is one page in {called.en}; a site opens in a language that has everything",
            ),
            Say(f"schrijf: languages: [{line}]", f"write: languages: [{line}]"),
        )


def a_language_was_read_over(view: ProfileView) -> Iterator[Problem]:
    """Until somebody did whose own language it is, the pages say that nobody has, and the advisor knows."""
    rows = view.vocabulary.languages
    for code in view.profile.organisation.short:
        if rows[code].read_over is None:
            yield view.warning(
                ("organisation", "languages"),
                Say(
                    f"het {rows[code].called.nl} is vertaald, en nog door niemand nagelezen met die taal als moedertaal; de pagina zegt dat",
                    f"the {rows[code].called.en} is a translation that no native reader has read over yet; the page says so",
                ),
                Say(
                    f"laat iemand het lezen: voorlichter read --language {code}",
                    f"let somebody read it: voorlichter read --language {code}",
                ),
            )


def the_site_has_the_address_of_a_folder(view: ProfileView) -> Iterator[Problem]:
    """An address copied from a browser is that of a page; what is printed leads to the folder."""
    url, path = view.profile.publication.url, ("publication", "url")
    if url is None:
        return
    written = str(view.source.data["publication"]["url"]).strip().rstrip("/")
    if re.search(r"[?#]|\.(?:html?|aspx?|php)$", written, re.I):
        yield view.warning(
            path,
            Say(
                "dit is het adres van een pagina; de site gebruikt dat van de map",
                "this is the address of a page; the site uses that of the folder",
            ),
            Say(f"schrijf: url: {url.href}", f"write: url: {url.href}"),
        )
    language = url.href.rpartition("/")[2]
    if language in view.profile.organisation.all_languages[1:]:
        whole = url.href.removesuffix(f"/{language}")
        yield view.warning(
            path,
            Say(
                f"dit lijkt op het adres van de pagina's onder {language}/; de QR-codes leiden dan naar {language}/{language}/",
                f"this looks like the address of the pages under {language}/; the QR codes then lead to {language}/{language}/",
            ),
            Say(
                f"schrijf: url: {whole}, of laat het staan als de site echt in een map {language} komt",
                f"write: url: {whole}, or leave it if the site really goes into a folder {language}",
            ),
        )


def review_is_not_past(view: ProfileView) -> Iterator[Problem]:
    if view.profile.review_by and view.profile.review_by < view.today:
        yield view.warning(
            ("review_by",),
            Say("de dag om alles na te kijken is voorbij", "the day to check everything is past"),
            Say("kijk de gegevens na en zet een nieuwe datum", "check the data and set a new date"),
        )
