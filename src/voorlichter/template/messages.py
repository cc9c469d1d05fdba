"""The first messages of data/messages.yml: sentences to get in touch with, in the visitor's own language."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any, Literal

from pydantic import Field

from voorlichter.languages import Languages
from voorlichter.markdown.address import Form, check_address, resolve_address
from voorlichter.problems import Problem, Say
from voorlichter.profile.fields import Section, SpokenLanguage
from voorlichter.yaml_source import YamlSource

NAME = "%(name)s"
_NAMING = {"hello": f"Hoi {NAME},", "regards": f"Groet, {NAME}"}
"""The sentences that hold a name, with an example of each."""


class Message(Section):
    """A first message in one language, sentence by sentence; it names no subject."""

    name: str = Field(min_length=1)
    """The language's name for itself."""
    direction: Literal["ltr", "rtl"] = "ltr"
    hello: str = Field(min_length=1)
    """To the advisor, whose call name takes the place of `%(name)s`."""
    call: str = Field(min_length=1)
    meet: str = Field(min_length=1)
    morning: str = Field(min_length=1)
    afternoon: str = Field(min_length=1)
    evening: str = Field(min_length=1)
    regards: str = Field(min_length=1)
    """From the visitor, if they give a name."""


class Messages(Section):
    items: dict[SpokenLanguage, Message]


def messages_in(form: Form, messages: Mapping[str, Message]) -> list[dict[str, Any]]:
    """Every language's message for the theme's templates; one with a name in it in two parts, before and after."""
    return [
        {"code": code, **{key: _words(key, getattr(message, key), form) for key in Message.model_fields}}
        for code, message in messages.items()
    ]


def _words(key: str, text: str, form: Form) -> str | list[str]:
    text = resolve_address(text, form)
    return text.split(NAME) if key in _NAMING else text


def check_messages(messages: Mapping[str, Message], source: YamlSource, languages: Languages) -> list[Problem]:
    """The languages of a site are there, a name has its place, forms of address are marked, and all is plain text."""
    problems = [
        Problem(
            source.value_mark(("items",)),
            code,
            Say("ontbreekt", "is missing"),
            Say(
                f"schrijf ook het bericht in deze taal, onder {code}:",
                f"write the message in this language too, under {code}:",
            ),
        )
        for code in languages
        if messages and code not in messages
    ]
    for code, message in messages.items():
        for key in Message.model_fields:
            text, mark = getattr(message, key), source.value_mark(("items", code, key))
            where = f"{code}.{key}"
            if code in languages and languages[code].forms:
                problems += [
                    Problem(mark, where, problem.message, problem.fix) for problem in check_address(mark.path, text)
                ]
            if key in _NAMING and text.count(NAME) != 1:
                problems.append(
                    Problem(
                        mark,
                        where,
                        Say(
                            f"hier hoort één keer {NAME}, waar de naam komt",
                            f"{NAME} belongs here once, where the name goes",
                        ),
                        Say(
                            f'schrijf bijvoorbeeld: {key}: "{_NAMING[key]}"',
                            f'write for example: {key}: "{_NAMING[key]}"',
                        ),
                    )
                )
            elif key not in _NAMING and NAME in text:
                problems.append(
                    Problem(
                        mark,
                        where,
                        Say(f"{NAME} hoort hier niet", f"{NAME} does not belong here"),
                        Say(f"haal {NAME} weg", f"remove {NAME}"),
                    )
                )
            if re.search(r"<|\[\[|\[%", text):
                problems.append(
                    Problem(
                        mark,
                        where,
                        Say("hier staat alleen gewone tekst", "only plain text stands here"),
                        Say("haal de haken weg", "remove the brackets"),
                    )
                )
    return problems
