"""The languages a site can be in: rows of data/languages.yml. The tool itself speaks two, `problems.Language`."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from functools import lru_cache
from typing import Annotated, Any, Literal

from pydantic import (
    BaseModel,
    ConfigDict,
    Field,
    GetJsonSchemaHandler,
    ModelWrapValidatorHandler,
    RootModel,
    ValidationError,
    ValidationInfo,
    ValidatorFunctionWrapHandler,
    model_validator,
)
from pydantic_core import CoreSchema, InitErrorDetails

from voorlichter.model_problems import check_model
from voorlichter.problems import LANGUAGES, Problem, Say
from voorlichter.workspace import Workspace, default_folder
from voorlichter.yaml_source import read_kept_yaml

FILE = "data/languages.yml"

Code = str
"""A site's language, as a row names it."""

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
    syllables: Literal["dutch", "english"]
    base: float
    sentence: float
    word: float
    usual: int
    """The least score of a page; `easy` of an easy one."""
    easy: int
    running: int
    """The least of its running text; `running_easy` on an easy page."""
    running_easy: int


class SiteLanguage(_Row):
    """What a language is, whatever is said in it."""

    name: str = Field(min_length=1)
    """In itself."""
    called: Called
    direction: Literal["ltr", "rtl"] = "ltr"
    locale: str = Field(pattern=r"^[a-z]{2,3}(_[A-Z][a-z]{3})?(_[A-Z]{2})?$")
    """In CLDR."""
    forms: tuple[Literal["je", "u"], ...] = ()
    stems: Literal["dutch", "english"] | None = None
    readability: Formula | None = None
    denials: str | None = None

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
    return (rows.root if rows else shipped()), problems


@lru_cache(maxsize=1)
def shipped() -> Languages:
    """Those of this version."""
    return _Rows.model_validate(read_kept_yaml(default_folder() / FILE).data).root


def languages_of(workspace: Workspace) -> Languages:
    return check_languages(workspace)[0]


IN_LANGUAGES = ConfigDict(extra="allow", frozen=True, str_strip_whitespace=True)


class InLanguages(BaseModel):
    """What is said in several languages, by code: the fields `nl` and `en`, and any other language that is known.

    Which are known, the caller of a check says (`among`); without that, those of this version.
    """

    model_config = IN_LANGUAGES

    def items(self) -> Iterator[tuple[Code, Any]]:
        """What is there, by code."""
        for code in (*TOGETHER, *(self.__pydantic_extra__ or {})):
            if (said := getattr(self, code)) is not None:
                yield code, said

    @model_validator(mode="wrap")
    @classmethod
    def _knows_its_keys(cls, data: Any, handler: ModelWrapValidatorHandler[Any], info: ValidationInfo) -> Any:
        known = {*cls.model_fields, *_known(info)}
        strange = [key for key in data if key not in known] if isinstance(data, dict) else []
        unknown = [InitErrorDetails(type="extra_forbidden", loc=(key,), input=data[key]) for key in strange]
        try:
            made = handler({key: data[key] for key in data if key not in strange} if strange else data)
        except ValidationError as error:
            if not unknown:
                raise
            told = [
                InitErrorDetails(type=one["type"], loc=one["loc"], input=one["input"], ctx=one.get("ctx", {}))
                for one in error.errors(include_url=False)
            ]
            raise ValidationError.from_exception_data(cls.__name__, [*told, *unknown]) from None
        if unknown:
            raise ValidationError.from_exception_data(cls.__name__, unknown)
        return made

    @classmethod
    def __get_pydantic_json_schema__(cls, schema: CoreSchema, handler: GetJsonSchemaHandler) -> dict[str, Any]:
        return {**handler(schema), "additionalProperties": False}


Word = Annotated[str, Field(min_length=1)]


class WordLists(InLanguages):
    """Words and short phrases that are looked for, in each language."""

    __pydantic_extra__: dict[str, list[Word]]
    nl: list[Word] = Field(min_length=1)
    en: list[Word] = Field(min_length=1)


def with_languages(definitions: dict[str, Any], languages: Languages | None) -> dict[str, Any]:
    """The definitions of a JSON Schema, with every language where a text may stand in several."""
    for definition in definitions.values():
        fields = definition.get("properties", {})
        if fields.keys() >= {*TOGETHER}:
            for code, row in (languages or shipped()).items():
                fields.setdefault(
                    code,
                    {
                        **fields[TOGETHER[-1]],
                        "nl": [row.called.nl, ""],
                        "en": [row.called.en, ""],
                        "example": f'{code}: "…"',
                    },
                )
    return definitions


def among(languages: Collection[Code]) -> dict[str, Any]:
    """The context of a check of what names languages."""
    return {"languages": languages}


def _known(info: ValidationInfo) -> Collection[Code]:
    known: Collection[Code] | None = (info.context or {}).get("languages")
    return shipped() if known is None else known


def or_known(value: Any, handler: ValidatorFunctionWrapHandler, info: ValidationInfo) -> Any:
    """Also where the type does not name it, a language that is known may stand."""
    return value if isinstance(value, str) and value in _known(info) else handler(value)
