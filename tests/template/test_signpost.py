"""The signpost as the theme's templates see it, and the questions that ship."""

from __future__ import annotations

import pytest
from support import REPOSITORY

from voorlichter.template.signpost import Signpost, localise_signpost
from voorlichter.template.sources import Sources, check_sources
from voorlichter.workspace import Workspace


@pytest.fixture(scope="module")
def sources() -> Sources:
    found, problems = check_sources(Workspace.at(REPOSITORY))
    assert found.signpost is not None, problems
    return found


@pytest.fixture(scope="module")
def signpost(sources: Sources) -> Signpost:
    assert sources.signpost is not None
    return sources.signpost


def taps(signpost: Signpost, name: str) -> int:
    steps = {step.id: step for step in signpost.steps}
    if name not in steps:
        return 0
    ways = [choice.to for choice in steps[name].choices]
    return 1 + max(taps(signpost, to) for to in ways)


def test_no_end_is_more_than_three_taps_away(signpost: Signpost) -> None:
    assert taps(signpost, signpost.start) == 3


def test_danger_is_the_first_choice_of_all(signpost: Signpost) -> None:
    first = next(step for step in signpost.steps if step.id == signpost.start).choices[0]
    assert next(end for end in signpost.ends if end.id == first.to).who == "danger"


def test_each_grey_topic_can_also_end_at_the_advisor(sources: Sources, signpost: Signpost) -> None:
    """Where its door is a choice, how people behave is a choice beside it."""
    grey = {topic.id for topic in sources.data.topics if topic.inside == "grey"}
    inside = {topic.id for topic in sources.data.topics if topic.inside == "yes"}
    ends = {end.id: end for end in signpost.ends}
    asked = set()
    for step in signpost.steps:
        beside = [ends[choice.to] for choice in step.choices if choice.to in ends]
        if any(end.topic in inside or end.who == "advisor" for end in beside):
            asked |= {end.topic for end in beside if end.topic in grey}
    assert asked == grey


@pytest.mark.parametrize(("form", "asked"), [("je", "Wat zoek je nu?"), ("u", "Wat zoekt u nu?")])
def test_its_texts_are_in_one_form_of_address(sources: Sources, signpost: Signpost, form: str, asked: str) -> None:
    told = localise_signpost(signpost, sources.data, "nl", form)  # type: ignore[arg-type]
    assert told["steps"]["accused"]["ask"] == asked


def test_an_end_has_the_words_and_doors_of_its_topic_before_its_own(sources: Sources, signpost: Signpost) -> None:
    ends = localise_signpost(signpost, sources.data, "en", "je")["ends"]
    crime = next(topic for topic in sources.data.topics if topic.id == "crime")
    assert ends["offence"]["about"]["text"] == crime.text.en
    assert (ends["offence"]["doors"], ends["offence"]["also"]) == (crime.doors, crime.also)
    assert ends["boundary"]["text"] != ends["behaviour"]["text"]
    assert ends["boundary"]["also"] == ["csg", "discriminatie"]
    assert ends["boundary"]["doors"][:2] == ["veilige_sport", "manager"]  # the first is there in sport only
    assert ends["boundary"]["doors"].count("discriminatie") == 1
    assert ends["integrity"]["href"] == "dilemma.html#melden"
