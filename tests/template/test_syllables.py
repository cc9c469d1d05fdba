"""Syllables are counted by rule; these lists are divided by hand, and most of them were at hand when the rules were made."""

from __future__ import annotations

from pathlib import Path

import pytest

from voorlichter.problems import LANGUAGES, Language
from voorlichter.template.syllables import Rules, count_syllables

RIGHT = {"nl": 0.99, "en": 0.98}
"""The share of words that must come out right."""

RULES: dict[Language, Rules] = {"nl": "dutch", "en": "english"}

UNSEEN = {
    "nl": "aan-dacht af-de-ling be-roep bui-ten-land cur-sus de-len eis ge-meen-te groei in-vloed ka-mer kle-ding ko-ning kwa-li-teit le-ven"
    " lou-ter mi-nu-ten on-der-zoek o-ver-leg pau-ze re-sul-taat school-plein stu-die te-gen-over trap ui-ter-lijk vra-gen-lijst weer-stand zo-mer zui-den",
    "en": "a-chieve bal-ance bor-row cab-i-net cheese cli-mate cof-fee de-lay dis-tance en-gine fac-to-ry for-eign gar-den his-to-ry hos-pi-tal"
    " jour-ney kitch-en lone-ly ma-chine mo-ment neigh-bour o-cean pic-ture plan-et re-ceive sci-ence sta-tion ta-ble u-nion win-dow",
}
"""Thirty words a language that no rule was made for."""


def divided(language: Language) -> dict[str, int]:
    """Each word with its syllables; `HR:2` gives the number of a word that cannot be divided."""
    lines = Path(__file__).with_name(f"syllables_{language}.txt").read_text(encoding="utf-8").splitlines()
    parts = [part for line in lines if not line.startswith("#") for part in line.split()]
    return {
        part.partition(":")[0].replace("-", ""): int(part.partition(":")[2] or part.count("-") + 1) for part in parts
    }


@pytest.mark.parametrize("language", LANGUAGES)
def test_nearly_all_words_divided_by_hand_come_out_right(language: Language) -> None:
    words, rules = divided(language), RULES[language]
    assert len(words) >= 150
    wrong = {
        word: (count_syllables(word, rules), told)
        for word, told in words.items()
        if count_syllables(word, rules) != told
    }
    assert 1 - len(wrong) / len(words) >= RIGHT[language], wrong


@pytest.mark.parametrize("language", LANGUAGES)
def test_words_no_rule_was_made_for_come_out_right_nine_times_in_ten(language: Language) -> None:
    words = UNSEEN[language].split()
    wrong = [word for word in words if count_syllables(word.replace("-", ""), RULES[language]) != word.count("-") + 1]
    assert len(wrong) <= len(words) / 10, wrong


def test_a_word_with_a_hyphen_counts_its_parts() -> None:
    assert count_syllables("cao-partij", "dutch") == count_syllables("cao", "dutch") + count_syllables(
        "partij", "dutch"
    )


@pytest.mark.parametrize("word", ["112", "0800-0188", "x"])
def test_what_holds_no_vowel_counts_one(word: str) -> None:
    assert count_syllables(word.split("-")[0], "dutch") == 1


OTHERS: dict[Rules, str] = {
    "german": "Ver-trau-ens-per-son Ge-fahr be-deu-tet Ar-beit je-mand Be-schwer-de nie-mand mög-lich Feh-ler Haus Leu-te Qua-li-tät",
    "french": "per-son-ne:2 con-fiance:2 tra-vail par-le:1 ques-tion dan-ger se-cret vous mon-tre:1 guer-re:1 heu-re:1 é-cou-ter",
    "spanish": "con-fian-za tra-ba-jo si-len-cio pa-ís que-ja guí-a a-yu-da ciu-dad hay e-jem-plo con-ti-nuar se-guir",
    "portuguese": "con-fian-ça tra-ba-lho não quei-xa pes-so-a or-ga-ni-za-ção a-ju-da guer-ra in-for-ma-ções au-la país:2 dis-cri-mi-na-do",
    "turkish": "gü-ve-ni-lir ki-şi ça-lış-ma İs-tan-bul ya-rın ko-nuş-mak ta-bii teh-li-ke giz-li sı-kın-tı öğ-ren-mek iş",
}
"""Beside the languages whose pages are held to a score."""


@pytest.mark.parametrize("rules", OTHERS)
def test_words_of_other_languages_divided_by_hand_come_out_right(rules: Rules) -> None:
    told = {
        part.partition(":")[0].replace("-", ""): int(part.partition(":")[2] or part.count("-") + 1)
        for part in OTHERS[rules].split()
    }
    wrong = {word: count_syllables(word, rules) for word in told if count_syllables(word, rules) != told[word]}
    assert len(wrong) <= 1, wrong
