"""What a problem says, for somebody who sees questions and no file: fields by their title, choices and people by their name.

The sentences of a check are made for whoever writes the file. Where one cannot be put into words of the form, a plain one takes its place:
nothing that is shown here holds a key, a code or a bracket of the file.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import Any

from voorlichter.calendar_words import DAYS, say_day
from voorlichter.problems import LANGUAGES, Language, Problem, Say
from voorlichter.profile.fields import TO_FILL_IN
from voorlichter.studio.corrections import correction
from voorlichter.studio.form import Field
from voorlichter.yaml_source import KeyPath, read_yaml


@dataclass(frozen=True, slots=True)
class Sentences:
    """`title` says which field, `value` what the correction puts there, in words; both are empty where there is none."""

    title: str
    message: str
    fix: str
    value: str


@dataclass(frozen=True)
class FormWords:
    """How a form calls what a profile holds, in one language; `people` are the names by id of one profile, its locations too."""

    language: Language
    fields: Mapping[tuple[str, ...], Field]
    people: Mapping[str, str]

    def field_at(self, path: KeyPath) -> Field | None:
        """The field that asks for the value at a path, or for what that is a part of; none for what no question asks."""
        for end in range(len(path), 0, -1):
            field = self.fields.get(_general(path[:end]))
            if field is not None:
                whole = end == len(path) or "fields" not in field
                item = end + 1 == len(path) and field["widget"] in ("list", "named")
                return field if whole or item else None
        return None

    def field_called(self, key: str, path: KeyPath) -> Field | None:
        """The field of a key that a sentence names: beside the place it is about, or anywhere."""
        parts = tuple(key.split("."))
        for end in range(len(path), -1, -1):
            if (field := self.fields.get((*_general(path[:end]), *parts))) is not None:
                return field
        return next((field for names, field in self.fields.items() if names[-len(parts) :] == parts), None)

    @cached_property
    def keys(self) -> re.Pattern[str]:
        """The names a sentence may hold that are no words of its language: `call_name`, `doors.hr`, and in Dutch `backup` too."""
        names = {name for path in self.fields for name in path if name != "*"} | {"id"}
        dotted = {".".join(path) for path in self.fields if len(path) > 1 and "*" not in path}
        foreign = {name for name in names if "_" in name or self.language in _SPEAKS_NO_ENGLISH} - _ORDINARY
        return re.compile(rf"(?<![\w./-])(?:{'|'.join(sorted(dotted | foreign, key=len, reverse=True))})(?![\w/-])")

    @cached_property
    def pairs(self) -> re.Pattern[str]:
        """`scope: [conduct]` within a sentence."""
        names = sorted({name for path in self.fields for name in path[-1:]}, key=len, reverse=True)
        return re.compile(rf"(?<![\w“])(?<!choose )({'|'.join(names)}): {_VALUE}")

    @cached_property
    def coded(self) -> list[dict[str, str]]:
        """What sentences call by its code: an advisor's work, and modules."""
        return [_options(self.fields.get(path)) for path in (("advisors", "*", "scope"), ("training", "modules"))]

    @cached_property
    def codes(self) -> re.Pattern[str]:
        names = sorted((re.escape(name) for said in self.coded for name in said), key=len, reverse=True)
        return re.compile(rf"(?<![\w“])(?:{'|'.join(names)})(?![\w”-])")

    @cached_property
    def ids(self) -> re.Pattern[str] | None:
        names = sorted((re.escape(id_) for id_ in self.people), key=len, reverse=True)
        return re.compile(rf"(?<![\w/.-])(?:{'|'.join(names)})(?![\w/-]|\.\w)") if names else None


_SPEAKS_NO_ENGLISH = LANGUAGES[:1]
"""Where an English word within a sentence is the name of a key."""
_ORDINARY = {"logo", "training", "status", "url", "name", "date"}


def fields_by_path(form: Iterable[Mapping[str, Any]]) -> dict[tuple[str, ...], Field]:
    """Every field of a planned form, those of sections and lists too, in its order."""
    pending = [field for group in form for field in group["fields"]]
    fields: dict[tuple[str, ...], Field] = {}
    while pending:
        field = pending.pop(0)
        fields[tuple(field["path"])] = field
        pending += field.get("fields", ())
    return fields


def people_in(data: Any, language: Language) -> dict[str, str]:
    """Who and what a profile names by id: its advisors and its locations."""
    return dict(_named(data, language))


def tell(problem: Problem, words: FormWords) -> Sentences:
    """A problem of a profile in words of its form."""
    path = keys_of(problem.where)
    field = words.field_at(path)
    value = correction(problem)
    if field is None:
        return Sentences("", *_in_the_file(problem, words.language), "")
    title = _title(path, field, words)
    if lacks(problem):
        return Sentences(title, _say(_LACKS, words), _example(field, words), "")
    said = in_words(value, field, words) if value is not None else ""
    message = _rewritten(problem.message.to(words.language), path, words)
    if not message:
        return Sentences(title, *_in_the_file(problem, words.language), said)
    fix = "" if said else _rewritten(_advice(problem, field, words), path, words)
    return Sentences(title, message, fix, said)


def lacks(problem: Problem) -> bool:
    """Is it not a mistake, but something that is still to come?"""
    return problem.message.en.startswith(("is missing", "is empty", "this still says"))


def keys_of(where: str) -> KeyPath:
    """`advisors[0].phone` as a path; the reverse of `dotted`."""
    parts = re.findall(r"\[\d+\]|[^.\[\]]+", where)
    return tuple(int(part[1:-1]) if part.startswith("[") else part for part in parts)


def in_words(value: Any, field: Field | None, words: FormWords) -> str:
    """A value as the form shows it; empty where it is too much for one line."""
    if isinstance(value, bool):
        return _say(_YES if value else _NO, words)
    if isinstance(value, list):
        return ", ".join(in_words(item, field, words) for item in value)
    if isinstance(value, dict):
        return _week(value, words.language) if value and set(value) <= set(DAYS) else ""
    text = str(value)
    if text in (options := _options(field)):
        return options[text]
    if _DAY.fullmatch(text):
        with suppress(ValueError):  # 30 February
            return say_day(date.fromisoformat(text)).to(words.language)
    return words.people.get(text, text)


_LACKS = Say("nog invullen", "still to fill in")
_PERSON = Say("Vertrouwenspersoon", "Advisor")
_YES, _NO = Say("ja", "yes"), Say("nee", "no")
_FOR_EXAMPLE = Say("bijvoorbeeld", "for example")
_SHORT_DAYS = (("ma", "di", "wo", "do", "vr", "za", "zo"), ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"))

_WORDS_OF_FILES: Mapping[Language, tuple[tuple[str, str], ...]] = {
    "nl": (
        (r"^let op: ", ""),
        (r"\bbedoelt u\b", "bedoel je"),
        (r"\buw\b", "je"),
        (r" \(true of false\)", ""),
        (r"^schrijf: \w+: true, of \w+: false$", "kies ja of nee"),
        (r"\bhaal (?:de|deze) regel weg\b", "maak dit leeg"),
        (r"\bzet (?:een kopie van het bestand|het) naast [\w-]+\.yml\b", "kies het bestand hier opnieuw"),
        (r"`voorlichter kit`", "het programma"),
        (r"; een map schrijft u met /", ""),
        (r"\bschrijf( bij [^:]+)?, bijvoorbeeld: ", r"vul in\1, bijvoorbeeld: "),
        (r"\bonder organisation\b(?!\.)", "bij de organisatie"),
        (r"\bhaal (“[^”]+”)( hier)? weg\b", r"maak \1\2 leeg"),
    ),
    "en": (
        (r"^note: ", ""),
        (r" \(true or false\)", ""),
        (r"^write: \w+: true, or \w+: false$", "choose yes or no"),
        (r"\bremove (?:the|this) line\b", "clear this"),
        (r"\bput (?:a copy of the file|it) next to [\w-]+\.yml\b", "choose the file here again"),
        (r"`voorlichter kit`", "the program"),
        (r"; a folder is written with /", ""),
        (r"\bremove (“[^”]+”)( here)?", r"clear \1\2"),
    ),
}
_LISTED = re.compile(r" \((?:(?:hier mogen staan|allowed here): )?[\w-]+(?:, [\w-]+)+\)")
_VALUE = r"""(\{.*?\}|\[.*?\]|'[^']*'|“[^”]*”|https?://\S*|(?:[^\s,;:()“”]+(?: (?!of |or )[^\s,;:()“”]+)*))"""
_MARKUP = re.compile(r"\[\[ ?[\w.]+ ?\]\]|\{[^{}|:]*\|[^{}]*\}|\[%[^%]*%\]|\[\w+\]\([^)]*\)|</?[a-z]+>")
"""What somebody may have typed into a text, and a sentence then quotes."""
_EXAMPLE = re.compile(r"^(?:schrijf bijvoorbeeld|write for example): (.*?)(?:, (?:of|or) (?:haal|remove).*)?$", re.S)
_CODE = re.compile(
    r"\w_\w|[{}\[\]`<>|…]|\.yml\b|\bYAML\b|\b[a-z]+: \w+: |\bsleutels?\b|\bkeys?\b|\baanhalingsteken|\bquotes?\b|\bcomment\b|\bopmerking\b|\bregel \d|\bline \d|\btrue\b|\bfalse\b"
)
_CODES = re.compile(r"\b(?:module|scope|conduct|integrity)\b|^(?:haal|remove) [\w-]+ (?:hier|here)")
"""A sentence that may name parts of an advisor's work, or modules, by their codes."""
_DAY = re.compile(r"\b\d{4}-\d\d-\d\d\b")
_QUOTED = re.compile(r"(“[^”]*”)")


def _advice(problem: Problem, field: Field, words: FormWords) -> str:
    """What to do: an example as it is typed, or the sentence of the check."""
    fix = " ".join(problem.fix.to(words.language).split())
    if (match := _EXAMPLE.match(fix)) is None:
        return fix
    read = read_yaml(Path("example"), match[1].encode()).data
    key, value = next(iter(read.items())) if isinstance(read, dict) and read else ("", None)
    if key and key != keys_of(problem.where)[-1] and key not in field["path"]:
        other = words.field_called(str(key), keys_of(problem.where))
        return _say(_FILL_IN, words).format(other["title"]) if other is not None else ""
    return _example(field, words)


_FILL_IN = Say("vul “{}” in", "fill in “{}”")


def _example(field: Field, words: FormWords) -> str:
    example = str(field.get("example") or "")
    if not example or field["widget"] in ("one", "several", "yesno", "file", "list", "section", "named"):
        return ""
    return f"{_say(_FOR_EXAMPLE, words)}: “{in_words(example, field, words)}”"


def _rewritten(sentence: str, path: KeyPath, words: FormWords) -> str:
    """The sentence without words of the file; empty where some are left."""
    text = re.sub(r'"([^"]*)"', r"“\1”", " ".join(sentence.split()))
    text = re.sub(r" \(<[^)]*\)", "", _LISTED.sub("", text))
    for pattern, instead in _WORDS_OF_FILES[words.language]:
        text = re.sub(pattern, instead, text)

    def pair(match: re.Match[str]) -> str:
        field = words.field_called(match[1], path)
        if field is not None and "…" in match[2]:
            return f"“{field['title']}”"
        read = read_yaml(Path("pair"), f"key: {match[2].replace('“', chr(34)).replace('”', chr(34))}".encode()).data
        if field is None or not isinstance(read, dict):
            return match[0]
        said = in_words(read["key"], field, words)
        return f"“{field['title']}”: {said}" if said else match[0]

    def titled(key: str) -> str:
        field = words.field_called(key, path)
        return str(field["title"]) if field is not None else key

    def chosen(match: re.Match[str]) -> str:
        return f"{match[1]}: {', '.join(options.get(word, word) for word in match[2].split(', '))}"

    def code(match: re.Match[str]) -> str:
        return f"“{next(said[match[0]] for said in words.coded if match[0] in said)}”"

    def key(match: re.Match[str]) -> str:
        title = titled(match[0])
        return f"“{title}”" if title != match[0] else title

    options = _options(words.field_at(path))
    text = re.sub(
        r"(bedoel je|do you mean) ([\w-]+)(?=\?)",
        lambda match: f"{match[1]} “{options.get(match[2], words.people.get(match[2], match[2]))}”",
        text,
    )
    text = re.sub(r"^(?:schrijf|write): (?=[a-z_]+: )", "", text)
    text = _outside_quotes(text, lambda part: _MARKUP.sub(r"“\g<0>”", part))
    text = re.sub(
        r"\b(?:schrijf|write): ([a-z_]+): (?:naam|adres|name|address)\b",
        lambda match: _say(_FILL_IN, words).format(titled(match[1])),
        text,
    )
    text = words.pairs.sub(pair, text)
    text = re.sub(r"(kies uit|choose from): ([\w-]+(?:, [\w-]+)*)", chosen, text)
    text = _outside_quotes(text, lambda part: words.keys.sub(key, part))
    if _CODES.search(sentence) and any(words.coded):
        text = _outside_quotes(text, lambda part: words.codes.sub(code, part))
    text = _outside_quotes(text, lambda part: _DAY.sub(lambda match: in_words(match[0], None, words), part))
    if words.ids is not None:
        ids = words.ids
        text = _outside_quotes(text, lambda part: ids.sub(lambda match: words.people[match[0]], part))
    for pattern, instead in _WORDS_OF_FILES[words.language][-2:]:
        text = re.sub(pattern, instead, text)
    return "" if _CODE.search(_QUOTED.sub("", text)) else text


def _options(field: Field | None) -> dict[str, str]:
    return {option["value"]: option["title"] for option in (field or {}).get("options", ())}


def _outside_quotes(text: str, change: Callable[[str], str]) -> str:
    return "".join(part if part.startswith("“") else change(part) for part in _QUOTED.split(text))


def _in_the_file(problem: Problem, language: Language) -> tuple[str, str]:
    """Of what no question asks, and somebody wrote into the file."""
    place = Say(f"op regel {problem.mark.line} van het bestand", f"on line {problem.mark.line} of the file")
    message = Say(f"{place.nl} staat iets wat geen vraag kent", f"{place.en} stands something that no question asks")
    return message.to(language), Say("kijk bij “Als tekst”", "look under “As text”").to(language)


def _title(path: KeyPath, field: Field, words: FormWords) -> str:
    """`Noor Voorbeeld: Telefoon`."""
    title = str(field["title"])
    if len(path) > 1 and isinstance(index := path[1], int) and path[0] == "advisors":
        names = [name for id_, name in words.people.items() if id_.startswith(f"{_PLACE}{index}")]
        name = names[0] if names else f"{_say(_PERSON, words)} {index + 1}"
        return f"{name}: {title}" if len(path) > 2 else name
    if len(path) > 2 and path[0] in ("doors", "topics"):
        holder = words.fields.get((str(path[0]),), {})
        named = next((one["title"] for one in holder.get("options", ()) if one["value"] == path[1]), "")
        return f"{named}: {title}" if named else title
    return title


_PLACE = "\0advisor "


def _named(data: Any, language: Language) -> Iterator[tuple[str, str]]:
    """Names by id of the advisors and locations; an advisor's also by place."""
    if not isinstance(data, dict):
        return
    organisation = data.get("organisation")
    locations = organisation.get("locations") if isinstance(organisation, dict) else None
    for kind, things in (("advisor", data.get("advisors")), ("location", locations)):
        for index, thing in enumerate(things if isinstance(things, list) else ()):
            name = thing.get("name") if isinstance(thing, dict) else None
            if isinstance(name, dict):
                name = name.get(language) or next(iter(name.values()), None)
            if isinstance(name, str) and name and name not in TO_FILL_IN.values():
                if kind == "advisor":
                    yield f"{_PLACE}{index}", name
                if isinstance(id_ := thing.get("id") or thing.get("use"), str):
                    yield id_, name


def _week(week: Mapping[str, Any], language: Language) -> str:
    """Hours by day in one line: days in a row with the same hours together."""
    names = dict(zip(DAYS, _SHORT_DAYS[LANGUAGES.index(language)], strict=True))
    spans: list[list[str]] = []
    for day in (name for name in DAYS if name in week):
        hours = str(week[day])
        if spans and spans[-1][2] == hours and DAYS.index(day) == DAYS.index(spans[-1][1]) + 1:
            spans[-1][1] = day
        else:
            spans.append([day, day, hours])
    return ", ".join(
        f"{names[first]}{'' if first == last else f'-{names[last]}'} {hours}" for first, last, hours in spans
    )


def _general(path: KeyPath) -> tuple[str, ...]:
    """The path with `*` for the place of an item, or for a name in a mapping of doors or topics."""
    named = path[:1] in (("doors",), ("topics",))
    return tuple("*" if isinstance(part, int) or (named and index == 1) else part for index, part in enumerate(path))


def _say(said: Say, words: FormWords) -> str:
    return said.to(words.language)
