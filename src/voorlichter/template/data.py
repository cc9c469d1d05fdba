"""The data files under data/: topics, doors, help lines, law and interface strings, checked and in one language."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from pathlib import Path
from typing import Annotated, Any, Literal

from pydantic import Field

from voorlichter.case_words import CaseWords, check_case_words, shipped_case_words
from voorlichter.claim_words import ClaimWords, check_claim_words, shipped_claim_words
from voorlichter.languages import Code, Languages, among, check_languages, complete, shipped
from voorlichter.markdown.address import Form, check_address, resolve_address
from voorlichter.model_problems import check_model
from voorlichter.polarity import check_meaning, check_polarity
from voorlichter.problems import Mark, Problem, Say, has_errors
from voorlichter.profile.fields import Day, Section
from voorlichter.slots.model import DoorSlots
from voorlichter.slots.types import Mail, Tel, Url
from voorlichter.template.cldr import names_of_languages, written
from voorlichter.template.messages import Message, Messages, check_messages, messages_in
from voorlichter.template.spoken import spoken_marker
from voorlichter.template.synonyms import Synonyms
from voorlichter.text import Text, WordLists
from voorlichter.translated import read_segments, safety_texts, words_file
from voorlichter.worded import is_borrowed, read_worded, texts_file
from voorlichter.workspace import Workspace
from voorlichter.yaml_source import KeyPath, YamlSource, dotted, read_kept_yaml

Key = Annotated[str, Field(pattern=r"^[a-z][a-z0-9_]{1,39}$")]


class TopicData(Section):
    id: Key
    inside: Literal["yes", "grey", "no"]
    title: Text
    text: Text
    """What it is: true wherever it stands."""
    inside_text: Text | None = None
    outside_text: Text | None = None
    """For what is grey too."""
    grey_text: Text | None = None
    doors: list[str] = []
    """Who helps where it is not inside."""
    also: list[str] = []
    """Who helps beside the advisor, where it is inside."""
    scope: Literal["conduct", "integrity"] | None = None
    """The part of an advisor's work it belongs to; outside where no advisor here does that part."""

    @property
    def may_be_outside(self) -> bool:
        return self.inside != "yes" or self.scope is not None


class DoorData(Section):
    name: Text
    """On the pages."""
    title: Text | None = None
    """As a key of a profile, where that differs."""
    general: Text | None = None
    when: str | None = None
    """Without a name in the profile, it is there only where this slot holds; `named`: then it is not there."""
    involved: Text | None = None
    """A way that avoids the person concerned, also where a profile names the door."""

    @property
    def called(self) -> Say:
        """As a key of a profile."""
        said = self.title or self.name
        return Say(resolve_address(said.nl, "je"), said.en)


class HelpData(Section):
    id: Key
    name: Text
    phone: str | None = None
    dial: str | None = Field(None, pattern=r"^\+?\d+$")
    url: str | None = Field(None, pattern=r"^https://")
    email: str | None = None
    text: Text
    cost: Text | None = None
    hours: Text | None = None
    urgent: Literal["yes", "no"] = "no"
    when: str | None = None
    source: str
    checked: Day | None = None
    """The day on which somebody looked at the source; where nobody did there is none."""


class LawData(Section):
    id: Key
    title: Text
    text: Text
    source: str
    state: Text | None = None
    url: str | None = Field(None, pattern=r"^https://")
    checked: Day | None = None
    """As of a help line."""
    told: list[str] = []
    """The passages elsewhere that say it: whoever reviews them sees the source beside them."""
    lapses: Day | None = None
    when: str | None = None


class _Topics(Section):
    items: list[TopicData]


class _Helps(Section):
    items: list[HelpData]


class _Laws(Section):
    items: list[LawData]


class _Doors(Section):
    items: dict[Key, DoorData]


class Connecting(WordLists):
    """Words and phrases that say how two thoughts belong together; each counts in its own language."""

    kind: Text

    def words(self, language: Code) -> list[str]:
        return getattr(self, language, [])


class _Connectings(Section):
    items: list[Connecting]


class SpokenAs(Section):
    language: Code
    words: list[str]


class _SpokenAs(Section):
    items: list[SpokenAs]


class _Synonyms(Section):
    items: Synonyms


class _Strings(Section):
    items: dict[Key, Text]


@dataclass(slots=True)
class Data:
    """Everything under data/, checked. `sources` keep the places for later checks."""

    languages: Languages = field(default_factory=lambda: complete(shipped()))
    """Those in which a site has everything."""
    offered: Languages = field(default_factory=shipped)
    """These, and those in which it has one page."""
    topics: list[TopicData] = field(default_factory=list)
    dropped: list[str] = field(default_factory=list)
    """Topics of this version that the workspace's own list leaves out: the texts of this version name them, and they are outside."""
    doors: dict[str, DoorData] = field(default_factory=dict)
    help: list[HelpData] = field(default_factory=list)
    law: list[LawData] = field(default_factory=list)
    messages: dict[str, Message] = field(default_factory=dict)
    """By the code of the language, in the order they are offered."""
    strings: dict[str, Text] = field(default_factory=dict)
    synonyms: Synonyms = field(default_factory=Synonyms)
    connecting: list[Connecting] = field(default_factory=list)
    spoken_as: list[SpokenAs] = field(default_factory=list)
    case_words: CaseWords = field(default_factory=shipped_case_words)
    claim_words: ClaimWords = field(default_factory=shipped_claim_words)
    fallen: dict[Code, list[str]] = field(default_factory=dict)
    """By language the strings on which safety hangs and whose translation is stale: they stand in English. Of a sheet of the kit, the signpost and a module its file: that is not made."""
    sources: dict[str, YamlSource] = field(default_factory=dict)
    unread: set[str] = field(default_factory=set)
    """Files with mistakes that leave them without meaning: what refers to them cannot be judged."""
    _words: dict[Code, Mapping[str, str]] = field(default_factory=dict, repr=False, compare=False)

    def words_in(self, language: Code) -> Mapping[str, str]:
        """The strings of a language, in both forms of address."""
        if language not in self._words:
            self._words[language] = {key: text.to(language) for key, text in self.strings.items()}
        return self._words[language]

    def localised(self, language: Code, form: Form) -> dict[str, Any]:
        """Plain lists and texts in one language and form, for the theme's templates (`config.extra.data`)."""
        parts = {"topics": self.topics, "doors": self.doors, "help": self.help, "law": self.law}
        return {
            **{name: in_one_language(part, language, form) for name, part in parts.items()},
            "messages": messages_in(form, self.messages),
        }

    def mark_spoken(self, language: Code, html: str) -> str:
        """HTML of one language, in which names and terms of the others are marked."""
        return spoken_marker({row.language: row.words for row in self.spoken_as}, language)(html)

    @property
    def called_doors(self) -> dict[str, Say]:
        return {key: door.called for key, door in self.doors.items()}

    def strings_in(self, language: Code, form: Form) -> dict[str, str]:
        row = self.offered[language]
        called = {f"lang_{code}": getattr(other.called, language, other.name) for code, other in self.offered.items()}
        fallen = self.fallen.get(language, ())
        said = {
            key: text.en if key in fallen else resolve_address(text.to(language), form)
            for key, text in self.strings.items()
        }
        calendar = {key: _DAY.sub("\\1\u00a0", text) for key, text in written(row.locale).items()}
        if row.level == "complete":
            return {**calendar, **called, **said}
        return {**called, **said, **calendar, **names_of_languages(row.locale)}

    def help_lines(self, language: Code) -> dict[str, DoorSlots]:
        """The help lines as slot values."""
        return {
            line.id: DoorSlots(
                name=line.name.to(language),
                phone=Tel(line.phone, f"tel:{line.dial}") if line.phone and line.dial else None,
                email=Mail(line.email, f"mailto:{line.email}") if line.email else None,
                url=Url(line.url.removeprefix("https://").removeprefix("www.").rstrip("/"), line.url)
                if line.url
                else None,
            )
            for line in self.help
        }


def in_one_language(value: Any, language: Code, form: Form) -> Any:
    """Models as plain mappings, lists and texts, with each text in one language and form."""

    def plain(value: Any) -> Any:
        if isinstance(value, Text):
            return resolve_address(value.to(language), form)
        if isinstance(value, Section):
            return {name: plain(getattr(value, name)) for name in type(value).model_fields}
        if isinstance(value, list):
            return [plain(item) for item in value]
        if isinstance(value, dict):
            return {key: plain(item) for key, item in value.items()}
        return value.isoformat() if isinstance(value, date) else value

    return plain(value)


def check_data(workspace: Workspace) -> tuple[Data, list[Problem]]:
    """Read and check every data file."""
    languages, problems = check_languages(workspace)
    case_words, mistakes = check_case_words(workspace, languages)
    claim_words, told = check_claim_words(workspace, languages)
    problems += [*mistakes, *told]
    data = Data(complete(languages), languages, case_words=case_words, claim_words=claim_words)
    models: dict[str, Any] = {
        "topics": _Topics,
        "help": _Helps,
        "law": _Laws,
        "doors": _Doors,
        "synonyms": _Synonyms,
        "connecting": _Connectings,
        "spoken_as": _SpokenAs,
        "messages": Messages,
    }
    for name, path in workspace.files("data").items():
        kind = Path(name).stem
        model = models.get(kind, _Strings if kind.startswith("strings") else None)
        if path.suffix != ".yml" or "/" in name or model is None:
            continue
        source = wrapped(read_worded(workspace, languages, "data", name))
        checked, mistakes = check_model(source, model, context=among(languages))
        problems += unwrapped(mistakes)
        data.sources[kind] = source
        if checked is not None:
            if kind.startswith("strings"):
                problems += [_said_twice(source, key) for key in checked.items if key in data.strings]
                data.strings.update(checked.items)
            else:
                setattr(data, kind, checked.items)
        elif not kind.startswith("strings"):
            data.unread.add(kind)
        problems += check_texts(source, languages)
    data.dropped = _dropped(workspace, data)
    problems += _check_translations(workspace, data)
    problems += _check_doors(data) + _check_phones(data)
    if "messages" in data.sources:
        problems += check_messages(data.messages, data.sources["messages"], data.languages)
    return data, problems


_DAY = re.compile(r"(%\(day\)s\.?) ")
"""A day stays on one line with its month."""
_IN_ENGLISH = Say("; tot iemand keek, staat hier Engels", "; English stands here until somebody looked")
_NOT_MADE = Say(
    "; tot iemand keek, wordt dit drukwerk in deze taal niet gemaakt",
    "; until somebody looked, this sheet is not made in this language",
)
_NO_PAGE = Say(
    "; tot iemand keek, is deze pagina er niet in deze taal",
    "; until somebody looked, this page is not there in this language",
)
_NOTHING = Say("", "")


def _check_translations(workspace: Workspace, data: Data) -> Iterator[Problem]:
    """Those whose Dutch has changed since, and those that say something else."""
    safety = safety_texts(workspace)
    polarity, mistakes = check_polarity(workspace)
    yield from mistakes
    for code, row in data.offered.items():
        if row.level == "complete":
            continue
        segments, words = list(read_segments(workspace, code, row.level)), workspace.file(words_file(code))
        yield from check_meaning(workspace, code, segments, polarity)
        stale = [segment for segment in segments if segment.is_stale]
        theirs = {one for one in stale if is_borrowed(workspace, words, texts_file(workspace, str(one.path[0])))}
        data.fallen[code] = [
            str(segment.path[0 if segment.of_kit or segment.of_page else -1])
            for segment in stale
            if segment.id in safety or segment in theirs
        ]
        data.fallen[code] += [str(one.path[0]) for one in segments if one.of_page and one.target is None]
        for segment in (one for one in stale if one not in theirs):
            until = _NOTHING
            if segment.id in safety:
                until = _NOT_MADE if segment.of_kit else _NO_PAGE if segment.of_page else _IN_ENGLISH
            yield Problem(
                Mark(words),
                segment.id,
                Say(
                    f"het Nederlands is veranderd na deze vertaling{until.nl}",
                    f"the Dutch has changed since this translation{until.en}",
                ),
                Say(
                    f"voorlichter translate export --language {code}, kijk de tekst na, en neem hem terug met import",
                    f"voorlichter translate export --language {code}, look at the text, and take it back with import",
                ),
                "warning",
            )


def _dropped(workspace: Workspace, data: Data) -> list[str]:
    ours = workspace.defaults / "data" / "topics.yml"
    if "topics" in data.unread or "topics" not in data.sources or data.sources["topics"].path == ours:
        return []
    kept = {topic.id for topic in data.topics}
    return [topic["id"] for topic in read_kept_yaml(ours).data if topic["id"] not in kept]


def _said_twice(source: YamlSource, key: str) -> Problem:
    return Problem(
        source.key_mark(("items", key)),
        key,
        Say("deze tekst staat ook in een ander bestand met teksten", "this text stands in another file of texts too"),
        Say("geef een van beide een andere naam", "give one of the two another name"),
    )


def wrapped(source: YamlSource) -> YamlSource:
    """The file's list or mapping under one key, as the models want it; the places stay the file's own."""
    source.data = {"items": source.data}
    source.keys = {("items", *path): mark for path, mark in source.keys.items()}
    source.values = {("items", *path): mark for path, mark in source.values.items()}
    return source


def unwrapped(problems: Iterable[Problem]) -> list[Problem]:
    """The same with places as a person names them, without that key."""
    return [replace(problem, where=problem.where.removeprefix("items").lstrip(".")) for problem in problems]


def check_texts(source: YamlSource, languages: Languages) -> list[Problem]:
    """Texts mark their form of address where a language has several; no text holds HTML."""
    problems: list[Problem] = []
    for path, mark in source.values.items() if not has_errors(source.problems) else ():
        value = _at(source.data, path)
        if not isinstance(value, str) or not path or path[-1] not in languages:
            continue
        if languages[str(path[-1])].forms:
            for problem in check_address(mark.path, value, mark.line, mark.column):
                problems.append(Problem(mark, dotted(path[1:]), problem.message, problem.fix))
        if "<" in value:
            problems.append(
                Problem(
                    mark,
                    dotted(path[1:]),
                    Say("HTML hoort niet in een gegevensbestand", "HTML does not belong in a data file"),
                    Say("schrijf gewone tekst", "write plain text"),
                )
            )
    return problems


def _check_doors(data: Data) -> list[Problem]:
    known = [*data.doors, *(line.id for line in data.help)]
    problems: list[Problem] = []
    source = data.sources.get("topics") if data.unread.isdisjoint({"topics", "doors", "help"}) else None
    for index, topic in enumerate(data.topics):
        named = [("doors", position, door) for position, door in enumerate(topic.doors)] + [
            ("also", position, door) for position, door in enumerate(topic.also)
        ]
        for key, position, door in named:
            if door not in known and source:
                path: KeyPath = ("items", index, key, position)
                problems.append(
                    Problem(
                        source.value_mark(path),
                        f"{topic.id}.{key}",
                        Say(f"er is geen deur {door}", f"there is no door {door}"),
                        Say("kies uit: " + ", ".join(known), "choose from: " + ", ".join(known)),
                    )
                )
        if topic.may_be_outside and not topic.doors and source:
            problems.append(
                Problem(
                    source.value_mark(("items", index)),
                    topic.id,
                    Say("wie hiermee komt, wordt nergens heen gewezen", "nobody is shown the way for this"),
                    Say("schrijf bijvoorbeeld: doors: [hr]", "write for example: doors: [hr]"),
                )
            )
    return problems


def _check_phones(data: Data) -> list[Problem]:
    problems = []
    for index, line in enumerate(data.help):
        if (line.phone is None) != (line.dial is None):
            problems.append(
                Problem(
                    data.sources["help"].value_mark(("items", index)),
                    line.id,
                    Say("phone en dial horen bij elkaar", "phone and dial belong together"),
                    Say(
                        'schrijf beide: phone: "0800-0188" en dial: "08000188"',
                        'write both: phone: "0800-0188" and dial: "08000188"',
                    ),
                )
            )
    return problems


def check_age(data: Data, today: date) -> list[Problem]:
    """Law and help lines that nobody has checked for a year."""
    problems = []
    checked: tuple[tuple[str, Sequence[LawData | HelpData]], ...] = (("law", data.law), ("help", data.help))
    for kind, entries in checked:
        for index, entry in enumerate(entries):
            if entry.checked and entry.checked < today - timedelta(days=365):
                path: KeyPath = ("items", index, "checked")
                problems.append(
                    Problem(
                        data.sources[kind].value_mark(path),
                        f"{entry.id}.checked",
                        Say(
                            f"voor het laatst nagekeken op {entry.checked}, meer dan een jaar geleden",
                            f"last checked on {entry.checked}, more than a year ago",
                        ),
                        Say(
                            f'kijk de bron na ({entry.source}) en schrijf: checked: "{today}"',
                            f'check the source ({entry.source}) and write: checked: "{today}"',
                        ),
                        "warning",
                    )
                )
    return problems


def count_unchecked(data: Data, folder: Path) -> int:
    """Of how many help lines and laws nobody has looked at the source. Counted for whose files in `folder` they are: nobody else can write a day there."""
    entries: dict[str, Sequence[LawData | HelpData]] = {"help": data.help, "law": data.law}
    return sum(
        entry.checked is None
        for kind, of_kind in entries.items()
        if kind in data.sources and data.sources[kind].path.parent == folder
        for entry in of_kind
    )


def _at(data: Any, path: KeyPath) -> Any:
    for part in path:
        data = data[part]
    return data
