"""Conditions that none of the example organisations meets: what each sector gets, and nobody else."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path

import pytest
from support import REPOSITORY, TODAY, lay, run, words_of

from voorlichter.template.data import Data, check_data
from voorlichter.workspace import Workspace

SECTORS = ("care", "childcare", "education", "higher_education", "culture", "sport", "business")
PROFILE = """organisation:
  name: Organisatie De Zeester
  sector: {sector}
  workforce: 20
  languages: [nl, en]
advisors:
  - id: noor
    name: Noor Voorbeeld
    kind: external
    phone: "020 000 00 01"
"""

SENTENCES = {
    "education": (
        ("index.html", "Voor wie hier werkt. Leerling of ouder?", "A pupil or parent?"),
        ("index.html", "leerling of ouder?", "Are you a pupil or a parent?"),
        ("hulp.html", "Vertrouwensinspecteur, voor het onderwijs", None),
        ("regels.html", "Seksueel misdrijf tegen een leerling", None),
        ("collega.html", "een seksueel misdrijf door een medewerker tegen een minderjarige leerling?", None),
        ("leiding.html", "Vertel het meteen aan het schoolbestuur", None),
        ("vertrouwelijk.html", "Wat geldt er op een school?", None),
    ),
    "childcare": (
        ("index.html", "Voor wie hier werkt. Ouder?", "A parent?"),
        ("hulp.html", "Vertrouwensinspecteur, voor de kinderopvang", None),
        ("regels.html", "Geweld of misbruik in de opvang", None),
        ("collega.html", "dat iemand die hier werkt een kind mishandelt of seksueel misbruikt?", None),
        ("leiding.html", "Vertel het meteen aan de houder", None),
        ("vertrouwelijk.html", "Wat geldt er in de kinderopvang?", None),
    ),
    "higher_education": (("index.html", "Voor wie hier werkt. Student?", "A student?"),),
    "sport": (("hulp.html", "Centrum Veilige Sport Nederland", "Centrum Veilige Sport Nederland"),),
    "culture": (("hulp.html", "Meldpunt voor ongewenst gedrag in kunst, cultuur en media.", None),),
    "care": (("index.html", "Voor wie hier werkt. Ben je cliënt of naaste?", "Are you a client or a relative?"),),
}
"""Where each sector's own sentences stand, in Dutch and, for some, in English."""


@pytest.fixture(scope="module")
def sites(tmp_path_factory: pytest.TempPathFactory, examples: Path) -> Mapping[str, Path]:
    root = tmp_path_factory.mktemp("sectors")
    lay(root, {f"profiles/{sector.replace('_', '-')}/profile.yml": PROFILE.format(sector=sector) for sector in SECTORS})
    answer = run("build", "-C", root, "--lang", "en", "--date", TODAY)
    assert answer.code == 0, answer.err
    return {sector: root / "site" / sector.replace("_", "-") for sector in SECTORS}


@pytest.fixture(scope="module")
def data() -> Data:
    return check_data(Workspace.at(REPOSITORY))[0]


@pytest.mark.parametrize(
    ("sector", "page", "dutch", "english"),
    [(sector, *sentence) for sector, sentences in SENTENCES.items() for sentence in sentences],
)
def test_a_sentence_of_a_sector_is_on_its_site_only(
    sites: Mapping[str, Path], sector: str, page: str, dutch: str, english: str | None
) -> None:
    there = [name for name, site in sites.items() if dutch in words_of(site / page)]
    assert there == [sector]
    if english is not None:
        assert english in words_of(sites[sector] / "en" / page)


def test_help_lines_and_laws_stand_where_their_condition_holds(sites: Mapping[str, Path], data: Data) -> None:
    """Every line with a condition, by the data file itself."""
    tried = set()
    for entries, page in ((data.help, "hulp.html"), (data.law, "regels.html")):
        for entry in entries:
            sector = (entry.when or "").removeprefix("org.")
            if sector not in SECTORS:
                continue
            tried.add(sector)
            for language, folder in (("nl", ""), ("en", "en")):
                text = " ".join(re.sub(r"\[#.*?#\]", "", getattr(entry.text, language)).split())
                there = [name for name, site in sites.items() if text in words_of(site / folder / page)]
                assert there == [sector], f"{entry.id} in {language}"
    assert tried == {"education", "childcare", "culture", "sport"}


def test_lines_without_a_condition_stand_everywhere(sites: Mapping[str, Path], data: Data) -> None:
    for line in data.help:
        if line.when is None:
            for site in sites.values():
                assert line.name.nl in words_of(site / "hulp.html"), line.id


@pytest.mark.parametrize("sector", ["care", "childcare", "education", "higher_education"])
def test_where_the_word_has_other_owners_the_first_screen_says_for_whom_it_is(
    sites: Mapping[str, Path], sector: str
) -> None:
    first = words_of(sites[sector] / "index.html")
    assert "Voor wie hier werkt" in first
    assert ("Vraag Organisatie De Zeester naar de klachtenfunctionaris, of kijk op de website." in first) is (
        sector == "care"
    )
    assert ("Vraag Organisatie De Zeester wie dat is, of kijk op de website." in first) is (sector != "care")


def test_other_sectors_need_no_such_words(sites: Mapping[str, Path]) -> None:
    for sector in ("culture", "sport", "business"):
        assert "klachtenfunctionaris" not in words_of(sites[sector] / "index.html")


def test_no_site_has_half_a_condition(sites: Mapping[str, Path]) -> None:
    for site in sites.values():
        for page in site.rglob("*.html"):
            assert not re.search(r"\[%|%\]|\[\[|\]\]", page.read_text(encoding="utf-8"))


_DUTY = re.compile(
    r"\bhouder\b|childcare provider|baas van de opvang|head of the childcare|bevoegd gezag|schoolbestuur|school board|school authority|bestuur van de school|board of the school",
    re.I,
)
_TEXTS = sorted(
    path
    for folder in ("docs", "quizzes", "data")
    for path in (REPOSITORY / folder).rglob("*")
    if path.suffix in (".md", ".yml") and path.name != "spoken_as.yml"  # a list of terms
)


@pytest.mark.parametrize(
    "path",
    [path for path in _TEXTS if _DUTY.search(path.read_text(encoding="utf-8"))],
    ids=lambda path: path.relative_to(REPOSITORY).as_posix(),
)
def test_a_duty_to_tell_the_board_or_the_owner_says_where_to_go_if_it_is_about_them(path: Path) -> None:
    """Nobody is sent to the one they suspect."""
    for line in path.read_text(encoding="utf-8").splitlines():
        if _DUTY.search(line) and not line.lstrip().startswith("#"):
            assert "vertrouwensinspecteur" in line, line
            assert not re.search(r"\bhouder\b|provider|opvang\b|head of", line) or re.search(r"politie|police", line), (
                line
            )


_SERVED = {
    "care": ("cliënt", "client"),
    "education": ("leerling", "pupil"),
    "higher_education": ("student", "student"),
    "sport": ("lid", "member"),
    "business": ("klant", "customer"),
    "culture": ("bezoeker", "visitor"),
}


@pytest.mark.parametrize("sector", _SERVED)
def test_no_page_speaks_of_the_people_of_another_sector(sites: Mapping[str, Path], sector: str) -> None:
    own = _SERVED[sector]
    assert own[0] in words_of(sites[sector] / "gedrag.html") and own[1] in words_of(
        sites[sector] / "en" / "gedrag.html"
    )
    others = {word for words in _SERVED.values() for word in words} - {*own, "lid", "member", "bezoeker", "visitor"} | {
        "schoolbestuur",
        "bevoegd gezag",
        "houder",
    } - ({"schoolbestuur", "bevoegd gezag", "student"} if sector == "education" else set())
    others -= {"student"} if sector == "education" else set()
    for page in sites[sector].rglob("*.html"):
        found = re.findall(rf"\b(?:{'|'.join(sorted(others))})(?:en|s)?\b", words_of(page), re.I)
        assert not found, f"{page.name}: {found}"
