"""A variant: one language in one form of address, for which stage 1 builds one template."""

from __future__ import annotations

from dataclasses import dataclass

from voorlichter.markdown.address import Form
from voorlichter.problems import Language


@dataclass(frozen=True, slots=True, order=True)
class Variant:
    language: Language
    form: Form

    @property
    def name(self) -> str:
        return f"{self.language}-{self.form}" if self.language == "nl" else self.language


def variant_for(language: Language, form: Form) -> Variant:
    """English has one form of address."""
    return Variant(language, form if language == "nl" else "je")


ALL = (Variant("nl", "je"), Variant("nl", "u"), Variant("en", "je"))
