"""What is true of an organisation, reckoned from its profile as written, without any code of the program.

A claim in a source, `[# claims inside bullying; some way phone #]`, is one or more of the phrases below. Each has the kinds
of word that it accounts for: a sentence that speaks of a channel needs a claim, or a value, about a channel.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

Profile = Mapping[str, Any]
Kinds = frozenset[str]
KINDS: Kinds = frozenset({"channel", "topic", "door", "day", "place", "person"})

_DEFAULT_WHO = ["employees", "temps", "contractors", "interns", "volunteers"]
_WAYS = {
    "phone": ("phone",),
    "app": ("whatsapp", "signal"),
    "mail": ("email",),
    "write": ("email", "whatsapp", "signal"),
    "whatsapp": ("whatsapp",),
    "signal": ("signal",),
}


@dataclass(frozen=True, slots=True)
class Facts:
    """A profile as written, and the topics of the data file by id: `(inside, scope)`."""

    profile: Profile
    topics: Mapping[str, tuple[str, str | None]]
    today: date = date.max
    made: frozenset[str] = frozenset()
    """Of what was made besides: see made.py."""
    lapses: Mapping[str, date] = field(default_factory=dict)
    """Of each statement of law that lapses, the day."""

    @property
    def advisors(self) -> list[Mapping[str, Any]]:
        return list(self.profile["advisors"])

    def advisor(self, id_: str) -> Mapping[str, Any]:
        return next(one for one in self.advisors if one["id"] == id_)

    def given(self, dotted: str) -> bool:
        here: Any = self.profile
        for part in dotted.split("."):
            here = here.get(part) if isinstance(here, Mapping) else None
        return here not in (None, [], {}, "", False)

    @property
    def scopes(self) -> set[str]:
        return {scope for one in self.advisors for scope in scope_of(one)}

    @property
    def modules(self) -> list[str]:
        """Of those chosen the ones that are offered."""
        about_conduct = () if "conduct" in self.scopes else ("act", "dilemmas", "dilemmas-managers")
        return [name for name in self.profile.get("training", {}).get("modules", ["role"]) if name not in about_conduct]

    def status(self, topic: str) -> str:
        """`inside`, `grey` or `outside`."""
        inside, scope = self.topics[topic]
        own = self.profile.get("topics", {}).get(topic, {}).get("inside")
        if own is not None:
            return "inside" if own else "outside"
        if scope and scope not in self.scopes:
            return "outside"
        return {"yes": "inside", "grey": "grey", "no": "outside"}[inside]

    def reached(self, one: Mapping[str, Any], way: str) -> bool:
        mobile = way == "write" and any(
            re.match(r"06|316|44", re.sub(r"\D", "", str(one.get(key, "")))) for key in ("phone", "whatsapp", "signal")
        )
        return mobile or any(one.get(key) for key in _WAYS[way])


def scope_of(one: Mapping[str, Any]) -> list[str]:
    return list(one.get("scope", ["conduct", "integrity"]))


def serves(one: Mapping[str, Any], place: str) -> bool:
    return not one.get("locations") or place in one["locations"]


Test = Callable[[Facts, "re.Match[str]", list[Mapping[str, Any]]], bool]
"""Of the facts, the phrase, and the advisors that the sentence names."""

_PHRASES: list[tuple[re.Pattern[str], frozenset[str], Test]] = []


def phrase(pattern: str, *kinds: str) -> Callable[[Test], Test]:
    def keep(test: Test) -> Test:
        _PHRASES.append((re.compile(pattern), frozenset(kinds), test))
        return test

    return keep


@phrase(r"general((?: (?:channel|topic|door|day|place|person))+)")
def _general(facts: Facts, said: re.Match[str], named: list[Mapping[str, Any]]) -> bool:
    """Somebody read it: it holds for every organisation, though it speaks of such a thing."""
    return True


@phrase(r"(inside|grey|outside|not inside|not grey|not outside) (\w+)", "topic", "door")
def _topic(facts: Facts, said: re.Match[str], named: list[Mapping[str, Any]]) -> bool:
    negated, status = said[1].startswith("not "), said[1].removeprefix("not ")
    return (facts.status(said[2]) == status) is not negated


@phrase(r"(covered|uncovered) (conduct|integrity)", "topic", "person")
def _covered(facts: Facts, said: re.Match[str], named: list[Mapping[str, Any]]) -> bool:
    return (said[2] in facts.scopes) is (said[1] == "covered")


@phrase(r"for (conduct|integrity)", "topic", "person")
def _for(facts: Facts, said: re.Match[str], named: list[Mapping[str, Any]]) -> bool:
    """Whoever is named here is right for it."""
    return said[1] in facts.scopes and all(said[1] in scope_of(one) for one in named)


@phrase(r"only (conduct|integrity)", "topic", "person")
def _only(facts: Facts, said: re.Match[str], named: list[Mapping[str, Any]]) -> bool:
    return all(scope_of(one) == [said[1]] for one in named)


@phrase(r"(some|no|every|not every) way (phone|app|mail|write|whatsapp|signal)", "channel")
def _way(facts: Facts, said: re.Match[str], named: list[Mapping[str, Any]]) -> bool:
    reached = [facts.reached(one, said[2]) for one in facts.advisors]
    return {"some": any(reached), "no": not any(reached), "every": all(reached), "not every": not all(reached)}[said[1]]


@phrase(r"their (phone|app|mail|write|whatsapp|signal)", "channel")
def _their_way(facts: Facts, said: re.Match[str], named: list[Mapping[str, Any]]) -> bool:
    return bool(named) and all(facts.reached(one, said[1]) for one in named)


@phrase(r"their no (phone|app|mail|whatsapp|signal)", "channel")
def _their_lack(facts: Facts, said: re.Match[str], named: list[Mapping[str, Any]]) -> bool:
    return bool(named) and not any(facts.reached(one, said[1]) for one in named)


@phrase(r"(one|several|two|three or more) advisors?", "person")
def _count(facts: Facts, said: re.Match[str], named: list[Mapping[str, Any]]) -> bool:
    count = len(facts.advisors)
    return {"one": count == 1, "several": count > 1, "two": count == 2, "three or more": count > 2}[said[1]]


@phrase(r"(some|every|no) (internal|external) advisor", "person")
def _kind(facts: Facts, said: re.Match[str], named: list[Mapping[str, Any]]) -> bool:
    kinds = [one["kind"] == said[2] for one in facts.advisors]
    return {"some": any(kinds), "every": all(kinds), "no": not any(kinds)}[said[1]]


@phrase(r"(no )?free choice", "person")
def _free_choice(facts: Facts, said: re.Match[str], named: list[Mapping[str, Any]]) -> bool:
    """Whoever comes may go to any of several: each is there for all that they are there for, and everywhere."""
    places = [one["id"] for one in facts.profile["organisation"].get("locations", [])]
    free = len(facts.advisors) > 1 and all(
        facts.scopes <= set(scope_of(one)) and all(serves(one, id_) for id_ in places) for one in facts.advisors
    )
    return free is not bool(said[1])


@phrase(r"(both kinds|one kind)", "person")
def _kinds(facts: Facts, said: re.Match[str], named: list[Mapping[str, Any]]) -> bool:
    return (len({one["kind"] for one in facts.advisors}) > 1) is (said[1] == "both kinds")


@phrase(r"(some|no) internal official", "person")
def _official(facts: Facts, said: re.Match[str], named: list[Mapping[str, Any]]) -> bool:
    return any(one.get("is_official") and one["kind"] == "internal" for one in facts.advisors) is (said[1] == "some")


@phrase(
    r"their (official|internal|external|hours|certificate|about|reply_within|languages|locations|backup|photo)",
    "person",
    "day",
    "place",
)
def _theirs(facts: Facts, said: re.Match[str], named: list[Mapping[str, Any]]) -> bool:
    """Whoever is named here has it, or is it."""
    return bool(named) and all(
        one["kind"] == said[1]
        if said[1].endswith("ternal")
        else one.get("is_official" if said[1] == "official" else said[1])
        for one in named
    )


@phrase(r"their only_for", "person", "topic")
def _only_for(facts: Facts, said: re.Match[str], named: list[Mapping[str, Any]]) -> bool:
    """Whoever is named here is there for less than all of them together."""
    return bool(named) and all(set(scope_of(one)) < facts.scopes for one in named)


@phrase(r"(named|no) backup", "person")
def _backup(facts: Facts, said: re.Match[str], named: list[Mapping[str, Any]]) -> bool:
    """Of the one who may be named alone."""
    behind = {one.get("backup") for one in facts.advisors}
    front = [one for one in people_of(facts, "all") if one["id"] not in behind]
    has = leads(facts, "all") and front[0].get("backup") is not None
    return has is (said[1] == "named")


@phrase(r"some (hours|absences|certificate|reply_within|about)", "day", "person")
def _some(facts: Facts, said: re.Match[str], named: list[Mapping[str, Any]]) -> bool:
    return any(one.get(said[1]) for one in facts.advisors)


@phrase(r"(one place|several places)", "place")
def _places(facts: Facts, said: re.Match[str], named: list[Mapping[str, Any]]) -> bool:
    return (len(facts.profile["organisation"].get("locations", [])) > 1) is (said[1] == "several places")


@phrase(r"(not )?sector ([\w ]+)", "topic", "door", "person")
def _sector(facts: Facts, said: re.Match[str], named: list[Mapping[str, Any]]) -> bool:
    """`sector education or childcare`."""
    return (facts.profile["organisation"].get("sector", "other") in said[2].split(" or ")) is not bool(said[1])


@phrase(r"(not )?public body", "person", "door")
def _public(facts: Facts, said: re.Match[str], named: list[Mapping[str, Any]]) -> bool:
    return facts.given("organisation.public_body") is not bool(said[1])


@phrase(r"(under|from) (\d+)", "person", "door")
def _size(facts: Facts, said: re.Match[str], named: list[Mapping[str, Any]]) -> bool:
    return (int(facts.profile["organisation"]["workforce"]) >= int(said[2])) is (said[1] == "from")


@phrase(r"(not )?who (\w+)", "person")
def _who(facts: Facts, said: re.Match[str], named: list[Mapping[str, Any]]) -> bool:
    return (said[2] in facts.profile.get("who_may_call", _DEFAULT_WHO)) is not bool(said[1])


@phrase(r"(given|lacks) ([a-z_.]+)", *KINDS)
def _given(facts: Facts, said: re.Match[str], named: list[Mapping[str, Any]]) -> bool:
    """A key of the profile. `publication.noindex` holds unless it is said not to."""
    return facts.given(said[2]) is (said[1] == "given")


@phrase(r"spoken ([a-z]+)")
def _spoken(facts: Facts, said: re.Match[str], named: list[Mapping[str, Any]]) -> bool:
    """By somebody, or by the site itself."""
    return said[1] in ("nl", "en") or any(said[1] in one.get("languages", ()) for one in facts.advisors)


@phrase(r"subjects (differ|are one)", "person", "topic")
def _subjects(facts: Facts, said: re.Match[str], named: list[Mapping[str, Any]]) -> bool:
    """Are other people right for conduct than for integrity?"""
    conduct, integrity = (
        [one["id"] for one in facts.advisors if scope in scope_of(one)] for scope in ("conduct", "integrity")
    )
    return (conduct != integrity) is (said[1] == "differ")


@phrase(r"in ([a-z]{2,3})")
def _in(facts: Facts, said: re.Match[str], named: list[Mapping[str, Any]]) -> bool:
    return said[1] in facts.profile["organisation"].get("languages", ["nl"])


@phrase(r"(several|one) languages?")
def _languages(facts: Facts, said: re.Match[str], named: list[Mapping[str, Any]]) -> bool:
    return (len(facts.profile["organisation"].get("languages", ["nl"])) > 1) is (said[1] == "several")


@phrase(r"(not )?module ([a-z-]+)", "topic")
def _module(facts: Facts, said: re.Match[str], named: list[Mapping[str, Any]]) -> bool:
    return (said[2] in facts.modules) is not bool(said[1])


@phrase(r"(some|one|several|no) modules?")
def _modules(facts: Facts, said: re.Match[str], named: list[Mapping[str, Any]]) -> bool:
    count = len(facts.modules)
    return {"some": count > 0, "one": count == 1, "several": count > 1, "no": count == 0}[said[1]]


@phrase(r"(with|without) (kit|report|package)( \w+)?", "day")
def _made(facts: Facts, said: re.Match[str], named: list[Mapping[str, Any]]) -> bool:
    """`with kit`, `without report advice`, `with package mark`."""
    return (said[2] + (said[3] or "") in facts.made) is (said[1] == "with")


@phrase(r"some days", "day")
def _circumstance(facts: Facts, said: re.Match[str], named: list[Mapping[str, Any]]) -> bool:
    """Not the profile decides, but the day of reading."""
    return True


def read_claims(text: str) -> Iterator[str]:
    return (claim.strip() for claim in text.split(";") if claim.strip())


def holds(claim: str, facts: Facts, named: list[Mapping[str, Any]]) -> bool:
    """Raises LookupError for a phrase that nobody knows."""
    for pattern, _, test in _PHRASES:
        if said := pattern.fullmatch(claim):
            return test(facts, said, named)
    raise LookupError(f"no such claim: {claim}")


def kinds_of(claim: str) -> Kinds:
    """The kinds of word that a claim accounts for."""
    for pattern, kinds, _ in _PHRASES:
        if said := pattern.fullmatch(claim):
            return frozenset(said[1].split()) if claim.startswith("general") else kinds
    raise LookupError(f"no such claim: {claim}")


def people_of(facts: Facts, subject: str, place: str | None = None) -> list[Mapping[str, Any]]:
    """Whoever can be reached and is right for a subject, at a place or anywhere."""
    places = [one["id"] for one in facts.profile["organisation"].get("locations", [])]
    there = [place] if place else places
    reached = [one for one in facts.advisors if any(one.get(key) for key in ("phone", "email", "whatsapp", "signal"))]
    return [
        one
        for one in reached
        if (subject == "all" or subject in scope_of(one)) and (not there or any(serves(one, id_) for id_ in there))
    ]


def leads(facts: Facts, subject: str, place: str | None = None) -> bool:
    """May one person be named alone? All others are backups, and everybody is right for everything and everywhere."""
    people = people_of(facts, subject, place)
    known = {one["id"]: one for one in facts.advisors}
    behind: set[str] = set()
    for one in people:
        following, seen = one.get("backup"), {one["id"]}
        while following in known and following not in seen:
            behind.add(following)
            seen.add(following)
            following = known[following].get("backup")
    places = [place] if place else [one["id"] for one in facts.profile["organisation"].get("locations", [])]
    subjects = facts.scopes if subject == "all" else {subject}
    whole = all(subjects <= set(scope_of(one)) and all(serves(one, id_) for id_ in places) for one in people)
    return whole and len([one for one in people if one["id"] not in behind]) == 1


def places_differ(facts: Facts, subject: str) -> bool:
    places = [one["id"] for one in facts.profile["organisation"].get("locations", [])]
    return len({tuple(one["id"] for one in people_of(facts, subject, place)) for place in places}) > 1


@phrase(
    r"(lead|no lead|there|nobody there|places|no places|one there|two there|not two there|other|no other|equals|at) (all|conduct|integrity)(?::([a-z0-9-]+))?",
    *KINDS - {"channel", "door", "day"},
)
def _desk(facts: Facts, said: re.Match[str], named: list[Mapping[str, Any]]) -> bool:
    """Of a desk, by its id: `lead conduct`, `there all:noord`. `at`: whoever is named is right for it."""
    word, subject, place = said.groups()
    people = people_of(facts, subject, place)
    differ = place is None and places_differ(facts, subject)
    if word.removeprefix("no ") == "lead":
        return leads(facts, subject, place) is (word == "lead")
    if word.endswith("places"):
        return differ is (word == "places")
    if word.endswith("other"):
        return (leads(facts, subject, place) and len(people) > 1) is (word == "other")
    if word == "at":
        return all(one in people for one in named)
    if word == "equals":
        return len(people) > 0 and not differ and not leads(facts, subject, place)
    count = {
        "there": len(people) > 0,
        "nobody there": not people,
        "one there": len(people) == 1,
        "two there": len(people) == 2,
        "not two there": len(people) != 2,
    }
    return count[word]


def in_turn(facts: Facts, subject: str, place: str | None = None) -> list[Mapping[str, Any]]:
    """Whose turn it is where one leads: the lead, then each one's backup."""
    people = {one["id"]: one for one in people_of(facts, subject, place)}
    known = {one["id"]: one for one in facts.advisors}
    behind = {one.get("backup") for one in known.values()}
    following = next((id_ for id_ in people if id_ not in behind), next(iter(people), None))
    order: list[str] = []
    while following in known and following not in order:
        order.append(str(following))
        following = known[following].get("backup")
    return [people[id_] for id_ in order if id_ in people]


def is_away(one: Mapping[str, Any], day: date) -> bool:
    return any(absence["from"] <= day.isoformat() <= absence["until"] for absence in one.get("absences", ()))


def first_on(order: list[Mapping[str, Any]], day: date) -> Mapping[str, Any] | None:
    return next((one for one in order if not is_away(one, day)), None)


def known_days(facts: Facts) -> list[date]:
    """Those for which a site knows who is there."""
    ahead = facts.profile.get("publication", {}).get("absences_ahead", 60)
    return [facts.today + timedelta(days) for days in range(ahead + 1)]


@phrase(
    r"(first|first or no lead|stands in|nobody now|some day nobody) (all|conduct|integrity)(?::([a-z0-9-]+))?",
    "day",
    "person",
)
def _turn(facts: Facts, said: re.Match[str], named: list[Mapping[str, Any]]) -> bool:
    """Of a desk, by its id: `first`: whoever is named comes first today; `stands in`: on some day, in the place of the lead."""
    word, subject, place = said.groups()
    people = people_of(facts, subject, place)
    if word == "nobody now":
        return bool(people) and first_on(people, facts.today) is None
    if word == "some day nobody":
        return bool(people) and any(first_on(people, day) is None for day in known_days(facts))
    if not leads(facts, subject, place):
        return word == "first or no lead"
    order = in_turn(facts, subject, place)
    if word == "stands in":
        others = [one for one in named if one["id"] != order[0]["id"]]
        return bool(others) and all(any(first_on(order, day) == one for day in known_days(facts)) for one in others)
    return bool(named) and all(one == first_on(order, facts.today) for one in named)


RULED_PAGES: Mapping[str, Test] = {
    "toegankelijkheid.html": lambda facts, said, named: facts.given("organisation.public_body"),
    "training.html": lambda facts, said, named: len(facts.profile.get("training", {}).get("modules", ["role"])) > 1,
    "materialen.html": lambda facts, said, named: "kit" in facts.made,
    "jaarverslag.html": lambda facts, said, named: "report" in facts.made,
    "bericht.html": lambda facts, said, named: any(facts.reached(one, "write") for one in facts.advisors),
}


@phrase(r"page ([a-z0-9-]+\.html)", *KINDS)
def _page(facts: Facts, said: re.Match[str], named: list[Mapping[str, Any]]) -> bool:
    """There is such a page here; of one that no rule names, what was made decides."""
    rule = RULED_PAGES.get(said[1])
    if module := re.fullmatch(r"training-([a-z-]+)\.html", said[1]):
        return module[1] in facts.profile.get("training", {}).get("modules", ["role"])
    return rule is None or rule(facts, said, named)


_LINES = {
    "vertrouwensinspecteur": "education",
    "vertrouwensinspecteur_childcare": "childcare",
    "mores": "culture",
    "veilige_sport": "sport",
}
"""Which sector a help line is for; every other is for everybody."""


@phrase(r"line (\w+)", *KINDS)
def _line(facts: Facts, said: re.Match[str], named: list[Mapping[str, Any]]) -> bool:
    return facts.profile["organisation"].get("sector", "other") == _LINES[said[1]]


@phrase(r"usual topics", "topic", "door", "person")
def _usual(facts: Facts, said: re.Match[str], named: list[Mapping[str, Any]]) -> bool:
    """The profile moves no topic."""
    return not any("inside" in topic for topic in facts.profile.get("topics", {}).values())


_LAWS = {
    "bill_advisor": "from 10",
    "whistleblower_procedure": "from 50",
    "duty_of_officials": "some internal official",
    "education_duty": "sector education",
    "education_bill": "sector education",
    "childcare_duty": "sector childcare",
    "accessibility": "public body",
}
"""Whom a statement of law is for, in the words of another claim."""


@phrase(r"law (\w+)", *KINDS)
def _law(facts: Facts, said: re.Match[str], named: list[Mapping[str, Any]]) -> bool:
    return holds(_LAWS[said[1]], facts, named)


@phrase(r"current (\w+)", "day")
def _current(facts: Facts, said: re.Match[str], named: list[Mapping[str, Any]]) -> bool:
    """What the law says there has not lapsed."""
    return facts.today < facts.lapses[said[1]]
