"""Count the syllables of a word by rule, by language.

Tested against words divided by hand (tests/template/syllables_nl.txt and syllables_en.txt, for other languages
in the test itself); the test says how many come out right. An abbreviation without a vowel (LVV) counts a syllable a letter, a number counts one.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Literal

Rules = Literal["dutch", "english", "german", "french", "spanish", "portuguese", "turkish"]

# Letters that make one sound together come before the single ones; museum is mu-se-um.
_DUTCH = re.compile(
    "eau|aai|ooi|oei|eeu|ieu|aa|ai|au|ee|ei|eu(?!m)|ie|ij|oe|oo|ou|ui|uu|[aeiouáàâäéèêëíîïóôöúûü]|y(?![aeo])"
)
_BORROWED = re.compile("ea(?=m|l$|ls$|d)|(?<=[bcdfgklmnprstvw])e(?=s?$)(?<=(?:line|site))")
_ENGLISH = re.compile("[aeiouy]+")
_SILENT = re.compile(
    "(?<=[^aeiouyl])e$|(?<=[aeiouy]l)e$|(?<=[gq])ue$"  # name, whole, colleague; not little
    "|(?<![sxzcg])(?<!ch)(?<!sh)es$|(?<![td])ed$"  # gives, called; not choices, wanted
    "|(?<=[^aeiouy])e(?=(?:ment|ful|less|ly|ness|body|thing|times?|where|one|how|hand|line|care)s?$)"  # careful, somebody
)
_APART = re.compile(
    "(?<![ct])i(?:ence|ent|et)|i(?:er|est)$|(?<![cstg])ia(?!ge)|(?<![ctg])ious|io(?!n|us)|[aeiouy]ing"  # science, easier, being
    "|(?<![gq])u(?:al|at|el)|eum|oye|^rea[cl]|crea|idea|area|theat"  # usual, museum, employer, react
)

# The others are spoken as they are written, nearly; what is silent goes first.
_NUCLEI: dict[Rules, tuple[re.Pattern[str], re.Pattern[str]]] = {
    "german": (re.compile("(?<=q)u"), re.compile("äu|eu|ei|ai|ie|au|aa|ee|oo|[aeiouyäöü]")),
    "french": (
        re.compile("(?<=[qg])u(?=[eiéèêa])|(?<=[^aeiouyàâéèêëîïôùûœ])e(?:s|nt)?$"),
        re.compile("[aeiouyàâäéèêëîïôöùûüœ]+"),
    ),
    "spanish": (
        re.compile("(?<=[qg])u(?=[eiéí])"),
        re.compile("[iuüy]?[aeoáéó](?:[iuüy](?![aeoáéó]))?|[íú]|[iuü]+|y$"),
    ),
    "portuguese": (
        re.compile("(?<=[qg])u(?=[eiéíê])"),
        re.compile("ão|ãe|õe|[iu]?[aeoáàâãéêóôõ](?:[iu](?![aeoáâãéêóôõ]))?|[íú]|[iuü]+"),
    ),
    "turkish": (re.compile("(?!)"), re.compile("[aeıioöuüâîû]")),
}


@lru_cache(maxsize=20_000)
def count_syllables(word: str, rules: Rules) -> int:
    """At least one; a word with a hyphen counts its parts."""
    return sum(_count(part, rules) for part in word.split("-") if part) or 1


def _count(part: str, rules: Rules) -> int:
    if part.isupper() and not re.search("[AEIOUY]", part):
        return len(part)
    lower = part.replace("İ", "i").lower()
    if rules in _NUCLEI:
        silent, nucleus = _NUCLEI[rules]
        return max(1, len(nucleus.findall(silent.sub("", lower))))
    if rules == "dutch":
        return max(1, len(_DUTCH.findall(_BORROWED.sub("a", lower))))
    spoken = _SILENT.sub("", lower)
    return max(1, len(_ENGLISH.findall(spoken)) + len(_APART.findall(spoken)))
