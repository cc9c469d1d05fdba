"""Check the signpost as a graph, so that nobody who follows it gets stuck, walks in a ring or is sent to nobody."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from voorlichter.languages import among
from voorlichter.model_problems import check_model
from voorlichter.problems import Problem, Say
from voorlichter.profile.fields import Section
from voorlichter.template.data import Data, check_texts, unwrapped, wrapped
from voorlichter.template.signpost import End, Signpost, SignpostStep
from voorlichter.worded import read_worded
from voorlichter.workspace import Workspace
from voorlichter.yaml_source import KeyPath, YamlSource

MOST_CHOICES = 7
MOST_TAPS = 5


class _Signpost(Section):
    items: Signpost


def check_signpost(
    workspace: Workspace, data: Data, pages: Mapping[str, frozenset[str]], sound: bool
) -> tuple[Signpost | None, list[Problem]]:
    """Read and check the signpost; `pages` are the anchors of every page that each organisation has.

    What it says of topics and doors is judged only where those are `sound`.
    """
    source = wrapped(read_worded(workspace, data.offered, "data", "signpost.yml"))
    data.sources["signpost"] = source
    checked, mistakes = check_model(source, _Signpost, context=among(data.offered))
    problems = unwrapped(mistakes)
    problems += check_texts(source, data.offered)
    if checked is None:
        return None, problems
    graph = _Graph(checked.items, source)
    problems += graph.check_names() or [*graph.check_reach(), *graph.check_steps(), *graph.check_ways()]
    problems += graph.check_pages(pages)
    if sound:
        problems += graph.check_doors(data)
    return checked.items, problems


@dataclass(frozen=True)
class _Graph:
    """A signpost with the places of its parts; each check but the first counts on those before it."""

    signpost: Signpost
    source: YamlSource

    @cached_property
    def steps(self) -> dict[str, SignpostStep]:
        return {step.id: step for step in self.signpost.steps}

    @cached_property
    def ends(self) -> dict[str, End]:
        return {end.id: end for end in self.signpost.ends}

    @cached_property
    def parts(self) -> list[tuple[KeyPath, str]]:
        """Steps and ends by their place."""
        steps = [(("steps", index, "id"), step.id) for index, step in enumerate(self.signpost.steps)]
        return [*steps, *((("ends", index, "id"), end.id) for index, end in enumerate(self.signpost.ends))]

    def problem(self, path: KeyPath, where: str, message: Say, fix: Say) -> Problem:
        return Problem(self.source.value_mark(("items", *path)), where, message, fix)

    def ways(self) -> Iterator[tuple[KeyPath, str, str, bool]]:
        """Every way on: its place, the step it leaves, where it leads, and whether it is "I don't know"."""
        for index, step in enumerate(self.signpost.steps):
            for position, choice in enumerate(step.choices):
                yield ("steps", index, "choices", position, "to"), step.id, choice.to, False
            if step.unknown:
                yield ("steps", index, "unknown", "to"), step.id, step.unknown.to, True

    def check_names(self) -> list[Problem]:
        """Ids are used once, and every way leads somewhere."""
        problems = []
        seen: set[str] = set()
        known = [*self.steps, *self.ends]
        for path, name in self.parts:
            if name in seen:
                problems.append(
                    self.problem(
                        path,
                        name,
                        Say("deze id staat er twee keer", "this id is there twice"),
                        Say("geef elke stap en elk einde een eigen id", "give each step and each end an id of its own"),
                    )
                )
            seen.add(name)
        places = [(("start",), "start", self.signpost.start, False), *self.ways()]
        for path, where, to, _ in places:
            if to not in known:
                problems.append(
                    self.problem(
                        path,
                        where,
                        Say(f"er is geen stap of einde {to}", f"there is no step or end {to}"),
                        _choose(known),
                    )
                )
        if not problems and self.signpost.start not in self.steps:
            problems.append(
                self.problem(
                    ("start",),
                    "start",
                    Say("een wegwijzer begint met een vraag", "a signpost starts with a question"),
                    _choose(self.steps),
                )
            )
        return problems

    def check_reach(self) -> list[Problem]:
        """Each step and each end lies on a way from the start."""
        reached = self.beyond(self.signpost.start)
        return [
            self.problem(
                path,
                name,
                Say("hier komt niemand", "nobody gets here"),
                Say(
                    f"laat een keuze hierheen leiden (to: {name}), of haal het weg",
                    f"let a choice lead here (to: {name}), or remove it",
                ),
            )
            for path, name in self.parts
            if name not in reached
        ]

    def check_steps(self) -> list[Problem]:
        """A question has answers, not too many, and one for who does not know."""
        problems = []
        for index, step in enumerate(self.signpost.steps):
            path: KeyPath = ("steps", index, "id")
            if not step.choices:
                problems.append(
                    self.problem(
                        path,
                        step.id,
                        Say(
                            "deze vraag heeft geen keuzes: wie hier komt, zit vast",
                            "this question has no choices: whoever gets here is stuck",
                        ),
                        Say("schrijf choices, of maak er een einde van", "write choices, or make it an end"),
                    )
                )
            if len(step.choices) > MOST_CHOICES:
                problems.append(
                    self.problem(
                        ("steps", index, "choices"),
                        step.id,
                        Say(
                            f"{len(step.choices)} keuzes is te veel om te overzien",
                            f"{len(step.choices)} choices are too many to take in",
                        ),
                        Say(
                            f"houd er hoogstens {MOST_CHOICES}, of maak er twee vragen van",
                            f"keep {MOST_CHOICES} at most, or make it two questions",
                        ),
                    )
                )
            if step.unknown is None:
                problems.append(
                    self.problem(
                        path,
                        step.id,
                        Say("wie het niet weet, kan hier niet verder", "whoever does not know cannot go on here"),
                        Say(
                            "schrijf bij deze vraag: unknown: {to: advisor}",
                            "write for this question: unknown: {to: advisor}",
                        ),
                    )
                )
        danger = any(
            self.ends[choice.to].who == "danger"
            for choice in self.steps[self.signpost.start].choices
            if choice.to in self.ends
        )
        if not danger:
            problems.append(
                self.problem(
                    ("start",),
                    "start",
                    Say(
                        "wie in gevaar is, vindt hier niet met één keuze hulp",
                        "whoever is in danger does not find help here with one choice",
                    ),
                    Say(
                        "geef de eerste vraag een keuze die naar een einde met who: danger leidt",
                        "give the first question a choice that leads to an end with who: danger",
                    ),
                )
            )
        return problems

    def check_ways(self) -> list[Problem]:
        """No way comes back to itself or is long; "I don't know" comes to a person."""
        rings = [(path, leaves) for path, leaves, to, _ in self.ways() if leaves in self.beyond(to)]
        if rings:
            path, leaves = rings[0]
            return [
                self.problem(
                    path,
                    leaves,
                    Say("deze weg komt weer uit bij dezelfde vraag", "this way comes back to the same question"),
                    Say(
                        "laat de keuze naar een latere stap of een einde leiden",
                        "let the choice lead to a later step or an end",
                    ),
                )
            ]
        problems = []
        for path, leaves, to, unknown in self.ways():
            if unknown and any(self.ends[name].who != "advisor" for name in self.beyond(to) if name in self.ends):
                problems.append(
                    self.problem(
                        path,
                        f"{leaves}.unknown",
                        Say(
                            "wie het niet weet, komt hier niet altijd bij de vertrouwenspersoon",
                            "whoever does not know does not always get to the advisor here",
                        ),
                        Say(
                            "laat unknown naar een einde met who: advisor leiden",
                            "let unknown lead to an end with who: advisor",
                        ),
                    )
                )
        if (taps := self.taps(self.signpost.start)) > MOST_TAPS:
            problems.append(
                self.problem(
                    ("start",),
                    "start",
                    Say(f"de langste weg telt {taps} keuzes", f"the longest way takes {taps} choices"),
                    Say(f"houd het bij hoogstens {MOST_TAPS}", f"keep it at {MOST_TAPS} at most"),
                )
            )
        return problems

    def beyond(self, name: str) -> set[str]:
        """What can be come to from a step or end, itself included."""
        reached: set[str] = set()
        waiting = [name]
        while waiting:
            here = waiting.pop()
            if here not in reached:
                reached.add(here)
                waiting += [to for _, leaves, to, _ in self.ways() if leaves == here]
        return reached

    def taps(self, name: str) -> int:
        return max((1 + self.taps(to) for _, leaves, to, _ in self.ways() if leaves == name), default=0)

    def check_pages(self, pages: Mapping[str, frozenset[str]]) -> list[Problem]:
        problems = []
        for index, end in enumerate(self.signpost.ends):
            name, _, anchor = end.read.page.partition("#") if end.read else ("", "", "")
            path: KeyPath = ("ends", index, "read", "page")
            if name and name not in pages:
                problems.append(
                    self.problem(
                        path,
                        f"{end.id}.read",
                        Say(
                            f"de pagina {name} is er niet in elke organisatie",
                            f"not every organisation has a page {name}",
                        ),
                        Say("kies een pagina uit docs/nl zonder when", "choose a page of docs/en without when"),
                    )
                )
            elif anchor and anchor not in pages[name]:
                problems.append(
                    self.problem(
                        path,
                        f"{end.id}.read",
                        Say("dit kopje bestaat niet op die pagina", "there is no such heading on that page"),
                        _choose(sorted(pages[name])),
                    )
                )
        return problems

    def check_doors(self, data: Data) -> list[Problem]:
        """Topics and doors exist, every end names somebody, and every topic has an end."""
        topics = {topic.id: topic for topic in data.topics}
        known = [*data.doors, *(line.id for line in data.help)]
        problems = []
        for index, end in enumerate(self.signpost.ends):
            path: KeyPath = ("ends", index)
            if (end.topic is None) == (end.who is None) and end.who != "advisor":
                problems.append(
                    self.problem(
                        (*path, "id"),
                        end.id,
                        Say("een einde heeft een topic of een who", "an end has either a topic or a who"),
                        Say(
                            "schrijf bijvoorbeeld: topic: "
                            + (data.topics[0].id if data.topics else "…")
                            + ", of: who: advisor",
                            "write for example: topic: "
                            + (data.topics[0].id if data.topics else "…")
                            + ", or: who: advisor",
                        ),
                    )
                )
                continue
            if end.topic is not None and end.topic not in topics:
                problems.append(
                    self.problem(
                        (*path, "topic"),
                        f"{end.id}.topic",
                        Say(f"er is geen onderwerp {end.topic}", f"there is no topic {end.topic}"),
                        _choose(topics),
                    )
                )
            for position, door in enumerate(end.doors):
                if door not in known:
                    problems.append(
                        self.problem(
                            (*path, "doors", position),
                            f"{end.id}.doors",
                            Say(f"er is geen deur {door}", f"there is no door {door}"),
                            _choose(known),
                        )
                    )
            if end.topic is None and end.text is None:
                problems.append(
                    self.problem(
                        (*path, "id"),
                        end.id,
                        Say("dit einde zegt niets", "this end says nothing"),
                        Say("schrijf bijvoorbeeld: text: {nl: …, en: …}", "write for example: text: {nl: …, en: …}"),
                    )
                )
            topic = topics.get(end.topic or "")
            outside = end.who == "doors" or (topic is not None and topic.may_be_outside)
            if outside and not [*(topic.doors if topic else []), *end.doors]:
                problems.append(
                    self.problem(
                        (*path, "id"),
                        end.id,
                        Say("dit einde wijst niemand een deur", "this end shows nobody a door"),
                        Say("schrijf bijvoorbeeld: doors: [hr]", "write for example: doors: [hr]"),
                    )
                )
        named = {end.topic for end in self.signpost.ends}
        for topic_id in topics:
            if topic_id not in named:
                problems.append(
                    self.problem(
                        ("ends",),
                        topic_id,
                        Say(
                            "bij dit onderwerp hoort geen einde: wie ermee komt, vindt de deur niet",
                            "this topic has no end: whoever comes with it does not find the door",
                        ),
                        Say(
                            f"voeg een einde toe met topic: {topic_id}, en een keuze die erheen leidt",
                            f"add an end with topic: {topic_id}, and a choice that leads to it",
                        ),
                    )
                )
        return problems


def _choose(known: Iterable[str]) -> Say:
    names = ", ".join(known)
    return Say(f"kies uit: {names}", f"choose from: {names}")
