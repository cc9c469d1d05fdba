"""Two profiles beside each other, value by value."""

from __future__ import annotations

from itertools import permutations

import pytest
from compared import DATA, EXAMPLES

from voorlichter.artefacts.changes.values import compare_profiles, put_back
from voorlichter.artefacts.changes.words import ChangeWords
from voorlichter.problems import Language
from voorlichter.profile.model import Door, Profile, Topic

PAIRS = list(permutations(EXAMPLES, 2))


@pytest.mark.parametrize(("old", "new"), PAIRS)
def test_putting_back_every_value_gives_the_old_profile(old: str, new: str) -> None:
    was, now = EXAMPLES[old], EXAMPLES[new]
    differences = compare_profiles(was, now)
    assert len(differences) > 10
    for difference in differences:
        now = put_back(now, was, difference.path)
    assert compare_profiles(was, now) == []


@pytest.mark.parametrize(("old", "new"), PAIRS)
def test_putting_back_one_value_leaves_all_others(old: str, new: str) -> None:
    was, now = EXAMPLES[old], EXAMPLES[new]
    for difference in compare_profiles(was, now):
        changed = {other.path for other in compare_profiles(put_back(now, was, difference.path), now)}
        assert difference.path in changed
        # Without its location or its last colleague an advisor may have to change with it.
        assert all(path == difference.path or path[0] == "advisors" for path in changed), difference.path


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize(("old", "new"), PAIRS)
def test_every_change_is_said_in_words(old: str, new: str, language: Language) -> None:
    was, now = EXAMPLES[old], EXAMPLES[new]
    words = words_between(was, now, language)
    for difference in compare_profiles(was, now):
        label = words.label(difference.path)
        assert label
        assert label[0].isupper()
        for value in (difference.was, difference.now):
            said = words.value(difference.path, value)
            assert said
            assert "=" not in said.partition("://")[0]
            assert not {"None", "True", "False", "external", "walk", "former_staff"} & set(said.split(", ")), label


def test_who_comes_first_is_a_change_of_its_own() -> None:
    was = EXAMPLES["vuurtoren"]
    now = was.model_copy(update={"advisors": was.advisors[::-1]})
    (difference,) = compare_profiles(was, now)
    assert difference.path == ("advisors",)
    assert put_back(now, was, difference.path) == was


def test_nobody_is_left_alone_when_the_only_advisor_is_another() -> None:
    was = EXAMPLES["werkplaats"]
    (advisor,) = was.advisors
    now = was.model_copy(update={"advisors": [advisor.model_copy(update={"id": "jip"})]})
    came, went = compare_profiles(was, now)
    assert (came.path, went.path) == (("advisors", "jip"), ("advisors", "noor"))
    assert [one.id for one in put_back(now, was, came.path).advisors] == ["noor"]
    assert [one.id for one in put_back(now, was, went.path).advisors] == ["noor", "jip"]


def words_between(was: Profile, now: Profile, language: Language = "en") -> ChangeWords:
    topics = {topic.id: getattr(topic.title, language) for topic in DATA.topics}
    doors = {key: called.to(language) for key, called in DATA.called_doors.items()}
    return ChangeWords(language, DATA.strings_in(language, "je"), topics, doors, {}, was, now)


def test_of_topics_and_doors_each_is_a_change_of_its_own() -> None:
    whole = EXAMPLES["vuurtoren"]
    was = whole.model_copy(update={"topics": {"workload": Topic(inside=True)}, "doors": {}})
    now = whole.model_copy(update={"topics": {"accused": Topic(inside=False)}, "doors": {"hr": Door(name="Team HR")}})
    assert [(one.path, one.was, one.now) for one in compare_profiles(was, now)] == [
        (("topics", "accused", "inside"), None, False),
        (("topics", "workload", "inside"), True, None),
        (("doors", "hr"), None, Door(name="Team HR")),
    ]
    assert put_back(now, was, ("doors", "hr")).doors["hr"] is None


def test_a_list_is_said_by_the_names_in_it_and_a_section_by_what_tells_it_from_others() -> None:
    profile = EXAMPLES["vuurtoren"]
    words = words_between(profile, profile)
    said = words.value(("advisors",), list(profile.advisors))
    for advisor in profile.advisors:
        assert advisor.name in said
        assert str(advisor.phone) not in said
    door = Door(name="Team HR", phone="020 000 00 10")
    assert words.value(("doors", "hr"), door) == "Team HR, 020 000 00 10"
