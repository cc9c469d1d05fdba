"""A variant: one language in one form of address, for which stage 1 builds one template."""

from __future__ import annotations

from dataclasses import dataclass

from voorlichter.languages import Code, Languages, shipped
from voorlichter.markdown.address import Form


@dataclass(frozen=True, slots=True, order=True)
class Variant:
    language: Code
    form: Form
    """The first where the language has no forms of address: then nothing is marked."""
    name: str


def variant_for(language: Code, form: Form, languages: Languages | None = None) -> Variant:
    """A language without that form of address has one variant."""
    row = (languages or shipped())[language]
    return Variant(language, form, f"{language}-{form}") if form in row.forms else Variant(language, "je", language)


def all_variants(languages: Languages | None = None) -> tuple[Variant, ...]:
    known = languages or shipped()
    return tuple(variant_for(code, form, known) for code, row in known.items() for form in row.forms or ("je",))
