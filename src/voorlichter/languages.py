"""The languages a site can be in: rows of data/languages.yml. The tool itself speaks two, `problems.Language`."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from datetime import date
from functools import lru_cache
from typing import Any, Literal

from pydantic import (
    BaseModel,
    ConfigDict,
    Field,
    RootModel,
    ValidationInfo,
    ValidatorFunctionWrapHandler,
)

from voorlichter.model_problems import check_model
from voorlichter.problems import LANGUAGES, Mark, Problem, Say
from voorlichter.workspace import Workspace, default_folder
from voorlichter.yaml_source import read_kept_yaml

FILE = "data/languages.yml"
LETTERS = "overrides/assets/letters"
"""A folder for each writing beside that of Dutch."""

Code = str
"""A site's language, as a row names it."""

LanguageLevel = Literal["complete", "essential", "card"]
"""What a site has in a language: all of it, or one page with more or with less on it."""

TOGETHER: tuple[Code, ...] = LANGUAGES
"""Those whose texts stand side by side in one file; each other has files of its own."""


class _Row(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Called(_Row):
    nl: str
    en: str


class Formula(_Row):
    """Reading ease, the higher the easier: base - sentence x words a sentence - word x syllables a word."""

    formula: str
    syllables: Literal["dutch", "english", "german", "french", "spanish", "portuguese", "turkish"]
    base: float
    sentence: float
    word: float
    usual: int = 0
    """The least score of a page; `easy` of an easy one. Without one there is no goal."""
    easy: int = 0
    running: int = 0
    """The least of its running text; `running_easy` on an easy page."""
    running_easy: int = 0


class ReadOver(_Row):
    """Somebody whose own language it is, and the day on which they had read all of it."""

    by: str = Field(min_length=1)
    on: date


class SiteLanguage(_Row):
    """What a language is, whatever is said in it."""

    name: str = Field(min_length=1)
    """In itself."""
    called: Called
    direction: Literal["ltr", "rtl"] = "ltr"
    locale: str = Field(pattern=r"^[a-z]{2,3}(_[A-Z][a-z]{3})?(_[A-Z]{2})?$")
    """In CLDR."""
    letters: str | None = Field(None, pattern=r"^[a-z][a-z-]*$")
    """What it is written in beside the letters of Dutch: a folder of overrides/assets/letters/."""
    level: LanguageLevel = "complete"
    read_over: ReadOver | None = None
    """None where nobody did: then the pages say so."""
    forms: tuple[Literal["je", "u"], ...] = ()
    stems: Literal["dutch", "english"] | None = None
    readability: Formula | None = None
    denials: str | None = None
    hedges: str | None = None

    @property
    def said(self) -> Say:
        return Say(self.called.nl, self.called.en)

    @property
    def tag(self) -> str:
        """With its region, for what asks that."""
        return self.locale.replace("_", "-")


Languages = Mapping[Code, SiteLanguage]


class _Rows(RootModel[dict[Code, SiteLanguage]]):
    pass


def check_languages(workspace: Workspace) -> tuple[Languages, list[Problem]]:
    """Those of a workspace, in the order in which they are offered; those of this version where its file has mistakes."""
    rows, problems = check_model(read_kept_yaml(workspace.file(FILE)), _Rows)
    return (rows.root if rows else shipped()), [*problems, *_lacking_letters(workspace, rows.root if rows else {})]


def _lacking_letters(workspace: Workspace, rows: Languages) -> Iterator[Problem]:
    for code, row in rows.items():
        name = f"{LETTERS}/{row.letters}/letters.css"
        if row.letters and not workspace.file(name).is_file():
            yield Problem(
                Mark(workspace.file(FILE)),
                f"{code}.letters",
                Say(f"{name} is er niet", f"there is no {name}"),
                Say("maak het, of laat letters weg", "make it, or leave out letters"),
            )


@lru_cache(maxsize=1)
def shipped() -> Languages:
    """Those of this version."""
    return _Rows.model_validate(read_kept_yaml(default_folder() / FILE).data).root


def languages_of(workspace: Workspace) -> Languages:
    return check_languages(workspace)[0]


def complete(languages: Languages) -> Languages:
    """Those in which a site has everything."""
    return {code: row for code, row in languages.items() if row.level == "complete"}


def among(languages: Collection[Code]) -> dict[str, Any]:
    """The context of a check of what names languages."""
    return {"languages": languages}


def known_languages(info: ValidationInfo) -> Collection[Code]:
    known: Collection[Code] | None = (info.context or {}).get("languages")
    return shipped() if known is None else known


def rows_of(info: ValidationInfo) -> Languages:
    """What those are that a check of a profile knows."""
    known = known_languages(info)
    return known if isinstance(known, Mapping) else shipped()


def or_known(value: Any, handler: ValidatorFunctionWrapHandler, info: ValidationInfo) -> Any:
    """Also where the type does not name it, a language that is known may stand."""
    return value if isinstance(value, str) and value in known_languages(info) else handler(value)
