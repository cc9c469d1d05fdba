"""What Moodle's importer takes from a Moodle XML file: the fields it looks for, and where it would stop."""

from __future__ import annotations

from dataclasses import dataclass, field
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

_WHOLE = (
    1,
    0.9,
    5 / 6,
    0.8,
    0.75,
    0.7,
    2 / 3,
    0.6,
    0.5,
    0.4,
    1 / 3,
    0.3,
    0.25,
    0.2,
    1 / 6,
    1 / 7,
    0.125,
    1 / 9,
    0.1,
    0.05,
    0,
)
GRADES = tuple(sign * grade for grade in _WHOLE for sign in (1, -1))
"""The fractions of a mark that Moodle knows; with its usual settings any other ends the import."""
KINDS = ("multichoice", "truefalse", "matching", "description")


@dataclass
class Imported:
    """One question as it arrives. An answer: text, fraction, feedback; of a match: text, what belongs with it."""

    kind: str
    name: str
    text: str
    why: str
    idnumber: str
    mark: float
    single: bool | None = None
    answers: list[tuple[str, float, str]] = field(default_factory=list)
    pairs: list[tuple[str, str]] = field(default_factory=list)


def import_questions(xml: bytes) -> tuple[str, list[Imported]]:
    """The category and its questions; AssertionError where Moodle would refuse or lose something."""
    root = ElementTree.fromstring(xml)
    assert root.tag == "quiz"
    first, *rest = root.findall("question")
    assert first.get("type") == "category"
    category = _text(first.find("category"))
    assert category.startswith("$course$/")
    found = [_import(question) for question in rest]
    ids = [question.idnumber for question in found]
    assert len(set(ids)) == len(ids), "Moodle drops an ID number it has already"
    return category, found


def _import(question: Element) -> Imported:
    kind = question.get("type", "")
    assert kind in KINDS, "core since long before the oldest Moodle in use"
    one = Imported(
        kind,
        _text(question.find("name")),
        _html(question, "questiontext"),
        _html(question, "generalfeedback"),
        question.findtext("idnumber", ""),
        float(question.findtext("defaultgrade", "")),
    )
    assert one.name and one.text and one.idnumber
    assert len(one.name) <= 255 and len(one.idnumber) <= 100
    if kind == "multichoice":
        one.single = question.findtext("single") == "true"
        one.answers = [_answer(answer) for answer in question.findall("answer")]
        assert len(one.answers) >= 2
        right = [share for _, share, _ in one.answers if share > 0]
        assert (max(right) if one.single else sum(right)) == _about(1)
        assert all(any(share == _about(grade) for grade in GRADES) for _, share, _ in one.answers)
    elif kind == "truefalse":
        one.answers = [_answer(answer) for answer in question.findall("answer")]
        assert [text for text, _, _ in one.answers] == ["true", "false"]
        assert sorted(share for _, share, _ in one.answers) == [0, 1]
    elif kind == "matching":
        one.pairs = [(_own(sub), _text(sub.find("answer"))) for sub in question.findall("subquestion")]
        assert all(sub.get("format") == "html" for sub in question.findall("subquestion"))
        assert sum(bool(text) for text, _ in one.pairs) >= 2
        assert len({match for _, match in one.pairs}) >= 2
        assert all(match for _, match in one.pairs)
    else:
        assert one.mark == 0
    return one


def _answer(answer: Element) -> tuple[str, float, str]:
    return _own(answer), float(answer.get("fraction", "")) / 100, _html(answer, "feedback")


def _html(parent: Element, name: str) -> str:
    field = parent.find(name)
    assert field is not None and field.get("format") == "html"
    return _own(field)


def _text(parent: Element | None) -> str:
    assert parent is not None
    return _own(parent)


def _own(parent: Element) -> str:
    """Moodle wants exactly one text in a field, and trims it."""
    (text,) = parent.findall("text")
    return (text.text or "").strip()


class _about(float):  # noqa: N801
    """Moodle compares with this much room."""

    def __eq__(self, other: object) -> bool:
        return isinstance(other, (int, float)) and abs(float(self) - other) < 0.00001

    __hash__ = float.__hash__
