"""A text in several languages of a site, in a model: one class for each way in which it may be there.

What the tool itself says stands in its own two, as `problems.Say`.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import Annotated, Any

from pydantic import (
    BaseModel,
    ConfigDict,
    Field,
    GetJsonSchemaHandler,
    ModelWrapValidatorHandler,
    ValidationError,
    ValidationInfo,
    model_validator,
)
from pydantic_core import CoreSchema, InitErrorDetails

from voorlichter.languages import TOGETHER, Code, Languages, complete, known_languages, shipped
from voorlichter.model_problems.described import described

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
        known = {*_keys_of(cls), *known_languages(info)}
        strange = [key for key in data if key not in known] if isinstance(data, dict) else []
        unknown = [InitErrorDetails(type="extra_forbidden", loc=(key,), input=data[key]) for key in strange]
        try:
            made = handler({key: data[key] for key in data if key not in strange} if strange else data)
        except ValidationError as error:
            if not unknown:
                raise
            told = [
                InitErrorDetails(
                    type=mistake["type"], loc=mistake["loc"], input=mistake["input"], ctx=mistake.get("ctx", {})
                )
                for mistake in error.errors(include_url=False)
            ]
            raise ValidationError.from_exception_data(cls.__name__, [*told, *unknown]) from None
        if unknown:
            raise ValidationError.from_exception_data(cls.__name__, unknown)
        return made

    @classmethod
    def __get_pydantic_json_schema__(cls, schema: CoreSchema, handler: GetJsonSchemaHandler) -> dict[str, Any]:
        return {**handler(schema), "additionalProperties": False}


@lru_cache
def _keys_of(kind: type[InLanguages]) -> frozenset[str]:
    return frozenset(kind.model_fields)


_NotEmpty = Annotated[str, Field(min_length=1)]


class Text(InLanguages):
    """One text in every language; slots and marks like {je|u} stay in it."""

    __pydantic_extra__: dict[str, _NotEmpty]
    nl: _NotEmpty = described(
        nl=("de Nederlandse tekst", "Met {je|u} waar de aanspreekvorm verschilt."),
        en=("the Dutch text", "With {je|u} where the form of address differs."),
        example='nl: "…"',
    )
    en: _NotEmpty = described(
        nl=("de Engelse tekst", "Even volledig als de Nederlandse."),
        en=("the English text", "As complete as the Dutch one."),
        example='en: "…"',
    )

    def to(self, language: Code) -> str:
        """In English where a language does not have it, which no page of that language shows."""
        said: str | None = getattr(self, language, None)
        return self.en if said is None else said


class WordLists(InLanguages):
    """Words and short phrases that are looked for, in each language."""

    __pydantic_extra__: dict[str, list[_NotEmpty]]
    nl: list[_NotEmpty] = Field(min_length=1)
    en: list[_NotEmpty] = Field(min_length=1)


def with_languages(definitions: dict[str, Any], languages: Languages | None) -> dict[str, Any]:
    """The definitions of a JSON Schema, with every language where a text may stand in several."""
    for definition in definitions.values():
        fields = definition.get("properties", {})
        if fields.keys() >= {*TOGETHER}:
            for code, row in complete(languages or shipped()).items():
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
