"""The signpost of data/signpost.yml: questions that lead to a door."""

from __future__ import annotations

from typing import Any, Literal

from pydantic import Field

from voorlichter.languages import Code
from voorlichter.markdown.address import Form
from voorlichter.profile.fields import Section
from voorlichter.template.data import Data, Key, in_one_language
from voorlichter.text import Text


class Choice(Section):
    text: Text
    hint: Text | None = None
    to: str


class Unknown(Section):
    """Where "I don't know" leads: to a person."""

    to: str


class SignpostStep(Section):
    id: Key
    ask: Text
    hint: Text | None = None
    choices: list[Choice] = []
    unknown: Unknown | None = None


class Further(Section):
    """A passage to read on; `inside`: only where the topic is an advisor's."""

    page: str = Field(pattern=r"^[a-z0-9-]+\.md(#[\w-]+)?$")
    text: Text
    inside: bool = False


class End(Section):
    """Who helps. With a topic, the organisation decides whether that is the advisor or a door; with `who: advisor` too, what is grey is the advisor's."""

    id: Key
    topic: str | None = None
    who: Literal["advisor", "danger", "doors"] | None = None
    title: Text | None = None
    text: Text | None = None
    doors: list[str] = []
    read: Further | None = None


class Signpost(Section):
    start: str
    steps: list[SignpostStep]
    ends: list[End]


def localise_signpost(signpost: Signpost, data: Data, language: Code, form: Form) -> dict[str, Any]:
    """Steps and ends by id for the theme's templates; an end has its topic's doors before its own.

    Its own text stands where the advisor is there for the topic; elsewhere the topic's words do.
    """
    told = in_one_language(signpost, language, form)
    topics = {topic.id: in_one_language(topic, language, form) for topic in data.topics}
    for end in told["ends"]:
        end["about"] = topics.get(end["topic"])
        end["also"] = _each_once(end["about"]["also"] if end["about"] else [], end["doors"])
        end["doors"] = _each_once(end["about"]["doors"] if end["about"] else [], end["doors"])
        end["href"] = end["read"]["page"].replace(".md", ".html") if end["read"] else None
    return {
        "start": told["start"],
        "steps": {step["id"]: step for step in told["steps"]},
        "ends": {end["id"]: end for end in told["ends"]},
    }


def _each_once(first: list[str], then: list[str]) -> list[str]:
    return list(dict.fromkeys([*first, *then]))
