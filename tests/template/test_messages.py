"""The first messages: plain sentences in which a name has its place, in every language of the site."""

from __future__ import annotations

from pathlib import Path

import pytest

from voorlichter.languages import complete, shipped
from voorlichter.template.messages import Message, check_messages, messages_in
from voorlichter.yaml_source import YamlSource, read_yaml

SENTENCES = {
    "name": "Taal",
    "hello": "Hoi %(name)s,",
    "call": "bel me",
    "meet": "spreek me",
    "morning": "ochtend",
    "afternoon": "middag",
    "evening": "avond",
    "regards": "Groet, %(name)s",
}
BOTH = complete(shipped())


def a_message(**other: str) -> Message:
    return Message.model_validate(SENTENCES | other)


def source_of(*codes: str) -> YamlSource:
    keys = [*Message.model_fields]
    lines = [line for code in codes for line in (f"  {code}:", *(f"    {key}: x" for key in keys))]
    return read_yaml(Path("messages.yml"), "\n".join(["items:", *lines]).encode())


def told(**messages: Message) -> list[tuple[str, int, str, str]]:
    """Where, the line, what is wrong, and what to write instead."""
    found = check_messages(messages, source_of(*messages), BOTH)
    return [(problem.where, problem.mark.line, problem.message.en, problem.fix.en) for problem in found]


def line_of(code: str, key: str, *codes: str) -> int:
    return source_of(*codes).value_mark(("items", code, key)).line


def test_a_message_of_each_language_of_the_site_is_enough() -> None:
    assert told(nl=a_message(call="{bel je|belt u} me"), en=a_message(), de=a_message(call="je me")) == []


def test_without_any_message_none_is_missing() -> None:
    assert check_messages({}, source_of(), BOTH) == []


def test_a_language_of_the_site_without_a_message_is_told() -> None:
    assert told(nl=a_message()) == [
        ("en", 2, "is missing", "write the message in this language too, under en:"),
    ]


@pytest.mark.parametrize(
    ("key", "text", "message", "fix"),
    [
        ("hello", "Hoi,", "%(name)s belongs here once, where the name goes", 'write for example: hello: "Hoi %(name)s,"'),
        ("hello", "%(name)s %(name)s", "%(name)s belongs here once, where the name goes", 'write for example: hello: "Hoi %(name)s,"'),
        ("regards", "Groet", "%(name)s belongs here once, where the name goes", 'write for example: regards: "Groet, %(name)s"'),
        ("call", "bel %(name)s", "%(name)s does not belong here", "remove %(name)s"),
        ("evening", "<b>avond</b>", "only plain text stands here", "remove the brackets"),
        ("evening", "[[ org.name ]]", "only plain text stands here", "remove the brackets"),
        ("evening", "[% if a %]x", "only plain text stands here", "remove the brackets"),
    ],
)  # fmt: skip
def test_a_sentence_is_plain_and_a_name_has_its_place(key: str, text: str, message: str, fix: str) -> None:
    found = told(nl=a_message(), en=a_message(**{key: text}))
    assert found == [(f"en.{key}", line_of("en", key, "nl", "en"), message, fix)]


def test_a_form_of_address_is_marked_where_a_language_has_several() -> None:
    (found,) = told(nl=a_message(call="kun je bellen"), en=a_message(call="je"))
    assert found[:2] == ("nl.call", line_of("nl", "call", "nl", "en"))


def test_a_sentence_with_a_name_comes_in_two_parts_in_one_form_of_address() -> None:
    message = a_message(hello="{Hoi|Hallo} %(name)s,", call="{bel je|belt u}", direction="rtl")
    (nl,) = messages_in("u", {"ar": message})
    assert nl == SENTENCES | {
        "code": "ar",
        "direction": "rtl",
        "hello": ["Hallo ", ","],
        "call": "belt u",
        "regards": ["Groet, ", ""],
    }
    assert messages_in("je", {"nl": message})[0]["hello"] == ["Hoi ", ","]
