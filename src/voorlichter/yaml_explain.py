"""What the YAML reader says, told by its cause, with the line as it was meant where that is certain."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path
from typing import Any

import yaml

from voorlichter.problems import Mark, Problem, Say
from voorlichter.yaml_typed import lacks_hyphen, mended, numbers

_UNQUOTED = re.compile(r"^(\s*(?:- +)?(?:[\w-]+: +)?)((?:\[\[ ?[a-z]|\[% ?[a-z]|\{[^|{}]*\|).*)$")
_NO_SPACE = re.compile(r"(\s*(?:- +)?[a-z_0-9]+:)([^\s:/].*)")


def unquoted(mark: Mark, line: str) -> Problem:
    """A slot or a form of address that YAML takes for a list or a mapping."""
    match = _UNQUOTED.match(line)
    value = match.group(2).strip() if match else line.strip()
    lead = match.group(1).strip() + " " if match and match.group(1).strip() else ""
    quoted = value.replace('"', "'")
    return Problem(
        mark,
        "",
        Say(
            "een waarde die met [[, [% of { begint, hoort tussen aanhalingstekens",
            "a value that begins with [[, [% or { must be quoted",
        ),
        Say(f'schrijf: {lead}"{quoted}"', f'write: {lead}"{quoted}"'),
    )


_Explanation = tuple[Say, Say]
NO_REFERENCES: _Explanation = (
    Say(
        "een waarde die met & of * begint, is hier een verwijzing; die worden niet gelezen",
        "a value that begins with & or * is a reference here; those are not read",
    ),
    Say("schrijf de waarde voluit, of zet haar tussen aanhalingstekens", "write the value out, or put it in quotes"),
)
_QUOTE_OPEN: _Explanation = (
    Say("het aanhalingsteken dat hier begint, wordt niet gesloten", "the quote that begins here is not closed"),
    Say("zet aan het eind van de waarde hetzelfde aanhalingsteken", "put the same quote at the end of the value"),
)
_INDENTED_OR_QUOTED = Say(
    "deze regel springt anders in dan de regels erboven, of er staat iets achter een aanhalingsteken",
    "this line is indented otherwise than the lines above it, or something stands behind a quote",
)
_QUOTES_INSIDE = Say(
    "er staat iets achter het tweede aanhalingsteken van deze waarde",
    "something stands behind the second quote of this value",
)
# What the YAML reader says, whether its account begins at the cause or at the place it stopped, and what that means.
_TOLD: tuple[tuple[str, bool, _Explanation], ...] = (
    (
        "expected ',' or",
        True,
        (
            Say(
                "de haak die hier begint, wordt niet gesloten, of er ontbreekt een komma",
                "the bracket that begins here is not closed, or a comma is missing",
            ),
            Say(
                "sluit [ met ] en { met }, met een komma tussen wat erin staat",
                "close [ with ] and { with }, with a comma between what stands inside",
            ),
        ),
    ),
    (
        "node content",
        False,
        (
            Say(
                "voor deze plek ontbreekt een waarde, of een haak", "before this place a value is missing, or a bracket"
            ),
            Say(
                "sluit [ met ] en { met }, met een komma tussen wat erin staat",
                "close [ with ] and { with }, with a comma between what stands inside",
            ),
        ),
    ),
    ("end of stream", True, _QUOTE_OPEN),
    ("document separator", True, _QUOTE_OPEN),
    (
        "expected ':'",
        True,
        (
            Say("op deze regel ontbreekt een dubbele punt", "a colon is missing on this line"),
            Say(
                "zet een dubbele punt en een spatie achter de sleutel: sleutel: waarde",
                "put a colon and a space behind the key: key: value",
            ),
        ),
    ),
    (
        "not allowed in this context",
        False,
        (
            Say(
                "deze regel springt te ver in, of de regel erboven is geen sleutel",
                "this line is indented too far, or the line above it is no key",
            ),
            Say(
                "laat de regel net zo ver inspringen als de andere sleutels van dit deel",
                "indent the line like the other keys of this part",
            ),
        ),
    ),
    (
        "expected '-'",
        False,
        (
            Say(
                "deze regel springt anders in dan de regels erboven",
                "this line is indented otherwise than the lines above it",
            ),
            Say(
                "laat de regel net zo ver inspringen als de andere sleutels van dit deel",
                "indent the line like the other keys of this part",
            ),
        ),
    ),
    (
        "expected key",
        False,
        (
            _INDENTED_OR_QUOTED,
            Say(
                "laat de regel net zo ver inspringen als de andere sleutels van dit deel",
                "indent the line like the other keys of this part",
            ),
        ),
    ),
    (
        "cannot start any token",
        False,
        (
            Say("met dit teken kan een waarde niet beginnen", "a value cannot begin with this character"),
            Say('zet de waarde tussen aanhalingstekens: sleutel: "waarde"', 'put the value in quotes: key: "value"'),
        ),
    ),
    ("alphabetic or numeric", True, NO_REFERENCES),
    (
        "Unicode character escape",
        False,
        (
            Say(
                "hier staat een code (\\u of \\U) waar geen teken bij hoort",
                "here is a code (\\u or \\U) that belongs to no character",
            ),
            Say("typ de waarde zonder \\ en code", "type the value without \\ and a code"),
        ),
    ),
    (
        "escape character",
        False,
        (
            Say(
                "tussen dubbele aanhalingstekens heeft \\ een eigen betekenis",
                "between double quotes \\ has a meaning of its own",
            ),
            Say("gebruik enkele aanhalingstekens: 'waarde'", "use single quotes: 'value'"),
        ),
    ),
)


def explain_yaml(error: yaml.MarkedYAMLError, text: str, path: Path, last: Any) -> Problem:
    """The reader's error; `last` is what it read before. Where a line by itself is no YAML, that line as it was meant."""
    problem = _explain(error, text, path, last)
    for number in dict.fromkeys((problem.mark.line, (error.problem_mark.line if error.problem_mark else 0) + 1)):
        if meant := mended(text, number):
            mark = problem.mark if number == problem.mark.line else Mark(path, number)
            message = _QUOTES_INSIDE if problem.message == _INDENTED_OR_QUOTED else problem.message
            return replace(problem, mark=mark, message=message, fix=Say(f"schrijf: {meant}", f"write: {meant}"))
    return problem


def _explain(error: yaml.MarkedYAMLError, text: str, path: Path, last: Any) -> Problem:
    at = error.problem_mark or error.context_mark
    mark = Mark(path, at.line + 1, at.column + 1) if at else Mark(path)
    lines = text.splitlines()
    if at and not any(line.strip() for line in lines[at.line :]):  # it read on to the end
        mark = Mark(path, max(number for number, line in enumerate(["x", *lines]) if line.strip()) or 1)
    if getattr(last, "style", None) in ("'", '"') and last.start_mark.line < last.end_mark.line == mark.line - 1:
        # The text ran on to the next quote in the file; what comes after that makes no sense.
        return Problem(Mark(path, last.start_mark.line + 1, last.start_mark.column + 1), "", *_QUOTE_OPEN)
    line = lines[mark.line - 1] if mark.line <= len(lines) else ""
    if "\t" in line[: len(line) - len(line.lstrip())] or line[mark.column - 1 : mark.column] == "\t":
        tabs = [number for number, row in enumerate(lines, 1) if "\t" in row[: len(row) - len(row.lstrip())]] or [
            mark.line
        ]
        more_nl, more_en = (
            (f" (op regel {numbers(tabs)})", f" (on line {numbers(tabs)})") if len(tabs) > 1 else ("", "")
        )
        return Problem(
            mark,
            "",
            Say("hier staat een tab; YAML kent alleen spaties", "there is a tab here; YAML knows spaces only"),
            Say(f"schrijf twee spaties waar de tab staat{more_nl}", f"write two spaces where the tab stands{more_en}"),
        )
    if _UNQUOTED.match(line):
        return unquoted(mark, line)
    detail = " ".join(str(error.problem or error.context or "").split())
    if "expected '-'" in detail and lacks_hyphen(text, mark.line):
        return Problem(
            mark,
            "",
            Say(
                "hier begint de volgende, en het streepje ervoor ontbreekt",
                "the next one begins here, and its hyphen is missing",
            ),
            Say(f"schrijf: - {line.strip()}", f"write: - {line.strip()}"),
        )
    for number in range(max(mark.line - 1, 1), mark.line + 1):
        written = lines[number - 1] if number <= len(lines) else ""
        if joined := _NO_SPACE.fullmatch(written):
            return Problem(
                Mark(path, number, joined.start(2) + 1),
                "",
                Say("achter de dubbele punt ontbreekt een spatie", "a space is missing after the colon"),
                Say(f"schrijf: {joined[1].strip()} {joined[2]}", f"write: {joined[1].strip()} {joined[2]}"),
            )
    for told, at_cause, words in _TOLD:
        if told in detail and not (told == "not allowed in this context" and line.count(": ") > 1):
            cause = error.context_mark if at_cause else None
            return Problem(Mark(path, cause.line + 1, cause.column + 1) if cause else mark, "", *words)
    if line.count(": ") > 1:
        return Problem(
            mark,
            "",
            Say("op deze regel staat een dubbele punt te veel", "there is one colon too many on this line"),
            Say(
                'zet de waarde tussen aanhalingstekens: sleutel: "tekst: meer tekst"',
                'put the value in quotes: key: "text: more text"',
            ),
        )
    return Problem(
        mark,
        "",
        Say(f"dit is geen YAML ({detail})", f"this is not YAML ({detail})"),
        Say(
            "kijk of de regel `sleutel: waarde` is, net zo ver inspringt als de regels erboven, en of elk aanhalingsteken sluit",
            "see that the line is `key: value`, is indented like the lines above it, and that every quote is closed",
        ),
    )
