"""Check the slots of one text against the model, before any engine runs."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection
from dataclasses import dataclass, field, replace
from functools import lru_cache
from pathlib import Path
from typing import Any, Literal

from voorlichter.problems import Mark, Problem, Say, Severity
from voorlichter.slots.expression import (
    Condition,
    DottedName,
    ExpressionError,
    Joined,
    Not,
    names_of,
    read_condition,
    read_name,
)
from voorlichter.slots.names import KnownSlot, Names, UnknownSlot, element_of
from voorlichter.slots.places import place_of
from voorlichter.slots.scan import LIST, OF_LOOP, TAG, Tag, line_and_column, scan
from voorlichter.slots.types import Address, Color, Html, Json, Mail, Url

Grammar = Literal["page", "component"]
_HERE = Path()

_HEADING = re.compile(r"^#{1,6} |<h[1-6][ >]", re.M)
_REMARKS = re.compile(r"\[#.*?#\]", re.S)
_HALF = {"page": re.compile(r"\[\[|\]\]|\[%|%\]"), "component": re.compile(r"\[\[|\[%|%\]")}
_HALF_A_TAG = (
    Say("hier staat een halve opdracht", "half a tag stands here"),
    Say(
        "schrijf beide haken: [[ org.short_name ]] of [% if org.care %]",
        "write both brackets: [[ org.short_name ]] or [% if org.care %]",
    ),
)
ONE_ADVISOR = Say(
    "advisor is er alleen waar één vertrouwenspersoon is", "advisor is there only where there is one advisor"
)
NAME_NOBODY = Say(
    "zet het tussen [% if advisor %] en [% endif %], en schrijf na een [% else %] wat er staat waar er meer zijn, zoals “de vertrouwenspersoon”",
    "put it between [% if advisor %] and [% endif %], and write after an [% else %] what stands where there are more, such as “the confidential advisor”",
)
TagPlace = tuple[str, int, int, str]
"""Of a tag: its file in the workspace, line, column and text."""
_ELSE_CERTAIN = {"team.several": frozenset({"advisor"})}
_FLAG = re.compile(r"(not )?([a-z_0-9]+(?:\.[a-z_0-9]+)*)")


@dataclass(slots=True)
class _Frame:
    """An open `if` or `for`: what it makes certain, and what it names."""

    tag: Tag
    certain: frozenset[str] = frozenset()
    otherwise: frozenset[str] = frozenset()
    variables: dict[str, Any] = field(default_factory=dict)


@dataclass(slots=True)
class _Checker:
    text: str
    names: Names
    grammar: Grammar
    markdown: bool
    components: frozenset[str]
    css: bool
    styled: bool
    when: str | None
    frames: list[_Frame] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)

    def add(self, tag: Tag, message: Say, fix: Say, severity: Severity = "error") -> None:
        line, column = line_and_column(self.text, tag.start)
        self.problems.append(Problem(Mark(_HERE, line, column), " ".join(tag.text.split()), message, fix, severity))

    def run(self) -> list[Problem]:
        for tag in scan(self.text):
            if "{{" in tag.text or "{%" in tag.text:
                # Completed by the engine's templates and checked in their output.
                if tag.kind in ("if", "for"):
                    self.frames.append(_Frame(tag, variables={tag.variable: Any} if tag.kind == "for" else {}))
                continue
            _STEPS[tag.kind](self, tag)
        self.check_leftovers()
        for frame in self.frames:
            what = Say("voorwaarde", "condition") if frame.tag.kind == "if" else Say("herhaling", "loop")
            where = (
                Say("in hetzelfde deel van de pagina", "in the same section of the page")
                if self.grammar == "page"
                else Say("waar zij ophoudt", "where it ends")
            )
            self.add(
                frame.tag,
                Say(f"deze {what.nl} wordt niet gesloten", f"this {what.en} is never closed"),
                Say(f"zet [% end{frame.tag.kind} %] {where.nl}", f"put [% end{frame.tag.kind} %] {where.en}"),
            )
        return self.problems

    # One method per kind of tag.

    def comment(self, tag: Tag) -> None:
        pass

    def unknown(self, tag: Tag) -> None:
        self.add(
            tag,
            Say("deze opdracht bestaat niet", "there is no such tag"),
            Say(
                'gebruik [[ naam ]], [% if naam %], [% else %], [% endif %] of [% include "naam.html" %]',
                'use [[ name ]], [% if name %], [% else %], [% endif %] or [% include "name.html" %]',
            ),
        )

    def value(self, tag: Tag) -> None:
        if self.is_half(tag):
            return
        for dotted in self.names_in(tag, _read_value):
            slot = self.resolve(tag, dotted)
            if slot is None:
                continue
            missing = [part for part in slot.optional if part not in self.certain()]
            if missing == ["advisor"]:
                self.add(tag, ONE_ADVISOR, NAME_NOBODY, "warning")
            elif missing:
                self.add(
                    tag,
                    Say(f"{missing[-1]} is niet overal ingevuld", f"{missing[-1]} is not filled in everywhere"),
                    Say(
                        f"zet het tussen [% if {missing[-1]} %] en [% endif %]",
                        f"put it between [% if {missing[-1]} %] and [% endif %]",
                    ),
                )
            self.check_place(tag, dotted, slot.type)

    def include(self, tag: Tag) -> None:
        if tag.expression not in self.components:
            self.add(
                tag,
                Say(f"het onderdeel {tag.expression} bestaat niet", f"there is no component {tag.expression}"),
                Say(
                    "kies uit: " + ", ".join(sorted(self.components)),
                    "choose from: " + ", ".join(sorted(self.components)),
                ),
            )

    def open_if(self, tag: Tag) -> None:
        if self.is_half(tag):
            return
        frame = _Frame(tag)
        if self.grammar == "page":
            flag = _FLAG.fullmatch(tag.expression)
            if not flag:
                self.add(
                    tag,
                    Say(
                        "een voorwaarde in een pagina is één naam, met of zonder not",
                        "a condition in a page is one name, with or without not",
                    ),
                    Say(
                        "schrijf [% if org.care %] of [% if not org.care %]",
                        "write [% if org.care %] or [% if not org.care %]",
                    ),
                )
                self.frames.append(frame)
                return
        for dotted in self.names_in(tag, read_condition):
            self.resolve(tag, dotted)
        certain, otherwise = _certain(tag.expression)
        frame.certain, frame.otherwise = certain, otherwise
        self.frames.append(frame)

    def else_(self, tag: Tag) -> None:
        if not self.frames or self.frames[-1].tag.kind != "if":
            self.add(
                tag,
                Say("hier staat [% else %] zonder [% if … %]", "[% else %] without [% if … %]"),
                Say("zet er [% if naam %] voor, of haal het weg", "put [% if name %] before it, or remove it"),
            )
            return
        self.frames[-1].certain = self.frames[-1].otherwise

    def close(self, tag: Tag) -> None:
        kind = tag.kind.removeprefix("end")
        if not self.frames or self.frames[-1].tag.kind != kind:
            self.add(
                tag,
                Say(f"hier sluit een [% {kind} %] die niet open is", f"this closes a [% {kind} %] that is not open"),
                Say(
                    f"haal [% end{kind} %] weg, of open de voorwaarde ervoor",
                    f"remove [% end{kind} %], or open the condition before it",
                ),
            )
            return
        opened = self.frames.pop().tag
        if self.grammar == "page":
            self.check_sections(opened, tag)

    def open_for(self, tag: Tag) -> None:
        frame = _Frame(tag)
        if self.grammar == "page":
            self.add(
                tag,
                Say("een herhaling hoort niet in een pagina", "a loop does not belong in a page"),
                Say(
                    "zet haar in een onderdeel onder overrides/components/",
                    "put it in a component under overrides/components/",
                ),
            )
            frame.variables = {tag.variable: Any}
        elif not LIST.fullmatch(tag.expression):
            self.add(
                tag,
                Say("een herhaling gaat over een naam, of een deel ervan", "a loop goes over a name, or a part of it"),
                Say(
                    "schrijf [% for a in advisors %] of [% for a in advisors[1:] %]",
                    "write [% for a in advisors %] or [% for a in advisors[1:] %]",
                ),
            )
            frame.variables = {tag.variable: Any}
        else:
            for dotted in self.names_in(tag, read_name):
                slot = self.resolve(tag, dotted)
                element = element_of(slot.type) if slot else Any
                if element is not None:
                    frame.variables = {tag.variable: element}
        self.frames.append(frame)

    # What the steps share.

    def check_leftovers(self) -> None:
        """Half a tag would stand in the published page as it is."""
        blank = TAG.sub(lambda match: "_" * len(match.group()), self.text)
        for match in _HALF[self.grammar].finditer(blank):
            line, column = line_and_column(self.text, match.start())
            self.problems.append(Problem(Mark(_HERE, line, column), match.group(), *_HALF_A_TAG))

    def is_half(self, tag: Tag) -> bool:
        """A tag that runs on into the next one, or one that touches a bracket of the text."""
        if tag.text.startswith("[[["):
            inside = tag.expression.strip(" [")
            self.add(
                tag,
                Say("drie haken achter elkaar zijn niet te lezen", "three brackets in a row cannot be read"),
                Say(f"zet er een spatie tussen: [ [[ {inside} ]] ]", f"put a space between them: [ [[ {inside} ]] ]"),
            )
            return True
        if self.grammar == "page" and re.search(r"[\[\]%]", tag.expression):
            self.add(tag, *_HALF_A_TAG)
            return True
        return False

    def certain(self) -> set[str]:
        return {name for frame in self.frames for name in frame.certain} | (
            _certain(self.when)[0] if self.when else frozenset()
        )

    def variables(self) -> dict[str, Any]:
        return {name: kind for frame in self.frames for name, kind in frame.variables.items()}

    def names_in(self, tag: Tag, read: Callable[[str], Condition]) -> list[str]:
        """The names that are to be resolved; none, and a problem, where a tag asks what it may not."""
        try:
            asked = read(tag.expression)
        except ExpressionError:
            if tag.kind == "value":
                self.add(
                    tag,
                    Say("tussen [[ ]] staat alleen een naam", "only a name stands between [[ ]]"),
                    Say("schrijf bijvoorbeeld [[ org.short_name ]]", "write for example [[ org.short_name ]]"),
                )
            else:
                self.add(
                    tag,
                    Say("dit is geen voorwaarde", "this is not a condition"),
                    Say(
                        'schrijf een naam, naam == "woord" of "woord" in naam, met not, and en or',
                        'write a name, name == "word" or "word" in name, with not, and and or',
                    ),
                )
            return []
        known = OF_LOOP if any(frame.tag.kind == "for" for frame in self.frames) else ()
        return [name for name in names_of(asked) if name not in known]

    def resolve(self, tag: Tag, dotted: str) -> KnownSlot | None:
        variables = self.variables()
        if variables.get(dotted.split(".")[0]) is Any:
            return None  # of a loop that is a mistake itself
        slot = self.names.resolve(dotted, variables)
        if isinstance(slot, KnownSlot):
            return slot
        fix = _suggest(slot)
        if dotted.startswith("loop."):
            fix = Say(
                f"kies uit: {', '.join(OF_LOOP)}, binnen een [% for %]",
                f"choose from: {', '.join(OF_LOOP)}, inside a [% for %]",
            )
        self.add(tag, Say(f"{slot.part} bestaat niet", f"there is no {slot.part}"), fix)
        return None

    def check_place(self, tag: Tag, dotted: str, kind: Any) -> None:
        if self.css:
            if kind is not Color:
                self.add(
                    tag,
                    Say(f"{dotted} is geen kleur", f"{dotted} is not a colour"),
                    Say(
                        "in brand.css staan alleen kleuren, zoals [[ brand.accent_light ]]",
                        "brand.css holds colours only, such as [[ brand.accent_light ]]",
                    ),
                )
            return
        place = place_of(self.text, tag.start, self.markdown)
        if kind is Color and place == "style" and self.styled:
            return
        if not isinstance(kind, type) or not issubclass(kind, str) or issubclass(kind, Color):
            if kind is Any:
                return
            fix = Say(f"gebruik het in [% if {dotted} %]", f"use it in [% if {dotted} %]")
            if kind is Color:
                fix = Say("kleuren staan alleen in brand.css", "colours stand in brand.css only")
            elif kind is not bool:
                fix = Say(
                    f"noem een deel ervan ({dotted}.…) of {fix.nl}", f"name a part of it ({dotted}.…) or {fix.en}"
                )
            self.add(
                tag,
                Say(f"{dotted} is geen tekst die getoond kan worden", f"{dotted} is not a text that can be shown"),
                fix,
            )
            return
        if (place == "data") is not issubclass(kind, Json):
            self.add(
                tag,
                Say(f"{dotted} mag hier niet staan", f"{dotted} may not stand here"),
                Say(
                    'alleen gegevens voor een script, zoals [[ presence ]], staan in <script type="application/json">, en nergens anders',
                    'only data for a script, such as [[ presence ]], stands in <script type="application/json">, and nowhere else',
                ),
            )
        elif place == "attribute" and issubclass(kind, (Html, Mail, Url)):
            self.add(
                tag,
                Say(f"{dotted} mag niet in een attribuut staan", f"{dotted} may not stand in an attribute"),
                Say("zet de waarde in de tekst", "put the value in the text"),
            )
        elif place in ("forbidden", "style"):
            self.add(
                tag,
                Say("hier mag geen waarde staan", "no value may stand here"),
                Say(
                    "zet de waarde in de tekst, of tussen aanhalingstekens in alt, title of aria-label",
                    "put the value in the text, or in quotes in alt, title or aria-label",
                ),
            )
        elif place == "address-tail":
            self.add(
                tag,
                Say(
                    "een waarde staat aan het begin van een adres, of nergens in het adres",
                    "a value stands at the start of an address, or nowhere in it",
                ),
                Say(
                    f"schrijf alleen [[ {dotted} ]]; tel: en mailto: komen vanzelf",
                    f"write [[ {dotted} ]] alone; tel: and mailto: come by themselves",
                ),
            )
        elif place == "address" and not issubclass(kind, Address):
            self.add(
                tag,
                Say(f"{dotted} is geen adres", f"{dotted} is not an address"),
                Say(
                    "gebruik hier een telefoonnummer, e-mailadres of webadres, zoals [[ help.police_emergency.phone ]]",
                    "use a telephone number, e-mail or web address here, such as [[ help.police_emergency.phone ]]",
                ),
            )

    def check_sections(self, opened: Tag, closed: Tag) -> None:
        """A condition stays inside one section, or holds whole sections."""
        if not _HEADING.search(self.text, opened.end, closed.start):
            return
        inside = _REMARKS.sub("", self.text[opened.end : closed.start]).lstrip()
        after = _REMARKS.sub("", re.sub(r"\[%.*?%\]", "", self.text[closed.end :])).lstrip()
        whole = _HEADING.match(inside) and (not after or _HEADING.match(after) or after.startswith("[["))
        if not whole:
            self.add(
                opened,
                Say(
                    "deze voorwaarde begint in het ene deel en eindigt in een ander",
                    "this condition opens in one section and closes in another",
                ),
                Say(
                    "sluit haar voor de volgende kop, of zet haar om hele delen heen: vlak voor een kop, tot vlak voor een kop",
                    "close it before the next heading, or put it around whole sections: right before a heading, up to right before a heading",
                ),
            )


_STEPS: dict[str, Callable[[_Checker, Tag], None]] = {
    "comment": _Checker.comment,
    "unknown": _Checker.unknown,
    "value": _Checker.value,
    "include": _Checker.include,
    "if": _Checker.open_if,
    "else": _Checker.else_,
    "endif": _Checker.close,
    "for": _Checker.open_for,
    "endfor": _Checker.close,
}


def check_slots(
    path: Path,
    text: str,
    names: Names,
    components: Collection[str],
    grammar: Grammar = "page",
    css: bool = False,
    styled: bool = False,
    when: str | None = None,
) -> list[Problem]:
    """Every problem with the slots of one text; `path` decides whether Markdown's links count as places.

    `styled`: it is handed out by itself, so colours stand in its own styles. `when`: the flag under which the text is there.
    """
    known = _check(text, names, grammar, path.suffix == ".md", frozenset(components), css, styled, when)
    return [replace(problem, mark=replace(problem.mark, path=path)) for problem in known]


@lru_cache(maxsize=8192)
def _check(
    text: str,
    names: Names,
    grammar: Grammar,
    markdown: bool,
    components: frozenset[str],
    css: bool,
    styled: bool,
    when: str | None,
) -> tuple[Problem, ...]:
    """The same, marked in the text itself: whoever checks again after a change has most texts from before."""
    return tuple(_Checker(text, names, grammar, markdown, components, css, styled, when).run())


def conditions_at(text: str, offset: int) -> frozenset[str]:
    """The names that are certainly there at a place: all `if`s around it."""
    open_tags: list[tuple[frozenset[str], frozenset[str]]] = []
    for tag in scan(text[:offset]):
        if tag.kind == "if":
            open_tags.append(_certain(tag.expression))
        elif tag.kind == "else" and open_tags:
            open_tags[-1] = (open_tags[-1][1], frozenset())
        elif tag.kind == "endif" and open_tags:
            open_tags.pop()
    return frozenset(name for certain, _ in open_tags for name in certain)


def _read_value(text: str) -> DottedName:
    name = read_name(text)
    if name.ends is not None:
        raise ExpressionError(text)
    return name


def _certain(expression: str) -> tuple[frozenset[str], frozenset[str]]:
    """What holds in an `if`'s branch, and in its `else`."""
    try:
        return _certainties(read_condition(expression))
    except ExpressionError:
        return frozenset(), frozenset()


def _certainties(condition: Condition) -> tuple[frozenset[str], frozenset[str]]:
    """A name holds with all its prefixes."""
    match condition:
        case Not(part):
            certain, otherwise = _certainties(part)
            return otherwise, certain
        case Joined("and", parts):
            return frozenset().union(*(_certainties(part)[0] for part in parts)), frozenset()
        case Joined("or", parts):
            return frozenset(), frozenset().union(*(_certainties(part)[1] for part in parts))
        case DottedName(path):
            steps = path.split(".")
            return frozenset(".".join(steps[:end]) for end in range(1, len(steps) + 1)), _ELSE_CERTAIN.get(
                path, frozenset()
            )
    return frozenset(), frozenset()


def _suggest(unknown: UnknownSlot) -> Say:
    close = unknown.suggestion()
    if close:
        prefix = unknown.part.rpartition(".")[0]
        name = f"{prefix}.{close}" if prefix else close
        return Say(f"bedoelt u {name}?", f"did you mean {name}?")
    if not unknown.allowed:
        return Say("haal het laatste deel van de naam weg", "remove the last part of the name")
    return Say("kies uit: " + ", ".join(unknown.allowed), "choose from: " + ", ".join(unknown.allowed))
