"""What must hold between the parts of a training module: one function a rule.

Errors are what misleads or cannot be shown; warnings are what lets a learner guess, or reads badly.
"""

from __future__ import annotations

import difflib
import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass

from pydantic import BaseModel

from voorlichter.problems import Language, Problem, Say, Severity
from voorlichter.quiz.model import Choice, Module, Multiple, Question, Scored, Single, Text, TrueFalse
from voorlichter.slots.scan import TAG
from voorlichter.yaml_source import KeyPath, YamlSource, dotted

LANGUAGES: tuple[Language, ...] = ("nl", "en")
MOST_OPTIONS = 4
MOST_WORDS = 25
_FEW = 3
"""Below this many questions a habit in the answers is no pattern yet."""


@dataclass(frozen=True, slots=True)
class Asked:
    """A question and its number in the file."""

    index: int
    question: Question

    @property
    def at(self) -> KeyPath:
        return ("questions", self.index)


@dataclass(frozen=True, slots=True)
class Lesson:
    """A module as far as it is sound: `module` is None while parts of it are not."""

    source: YamlSource
    module: Module | None
    asked: tuple[Asked, ...]
    passages: Collection[str] | None = None

    def problem(self, at: KeyPath, message: Say, fix: Say, severity: Severity = "error") -> Problem:
        return Problem(self.source.value_mark(at), dotted(at), message, fix, severity)

    def choices(self) -> Iterator[tuple[KeyPath, Choice]]:
        for asked in self.asked:
            if isinstance(asked.question, Choice):
                yield asked.at, asked.question

    def texts(self) -> Iterator[tuple[KeyPath, Text]]:
        if self.module:
            yield ("title",), self.module.title
        for asked in self.asked:
            yield from _texts(asked.question, asked.at)


Rule = Callable[[Lesson], Iterator[Problem]]


def check_rules(lesson: Lesson) -> list[Problem]:
    return [problem for rule in RULES for problem in rule(lesson)]


# Errors


def ids_are_unique(lesson: Lesson) -> Iterator[Problem]:
    asked = [((*item.at, "id"), item.question.id) for item in lesson.asked]
    yield from _repeated(lesson, asked)
    for at, question in lesson.choices():
        yield from _repeated(
            lesson, [((*at, "options", i, "id"), option.id) for i, option in enumerate(question.options)]
        )


def _repeated(lesson: Lesson, ids: list[tuple[KeyPath, str]]) -> Iterator[Problem]:
    first: dict[str, KeyPath] = {}
    for at, name in ids:
        earlier = first.setdefault(name, at)
        if earlier != at:
            line = lesson.source.value_mark(earlier).line
            yield lesson.problem(
                at,
                Say(f"{name} staat ook op regel {line}", f"{name} also stands on line {line}"),
                Say(
                    "geef deze een id die nog niet gebruikt is", "give this one an id that has not been used"
                ),
            )


def the_file_is_named_after_the_module(lesson: Lesson) -> Iterator[Problem]:
    name = lesson.source.path.stem
    if lesson.module and lesson.module.id != name:
        yield lesson.problem(
            ("id",),
            Say(f"het bestand heet {name}.yml", f"the file is called {name}.yml"),
            Say(
                f"schrijf: id: {name}, of noem het bestand {lesson.module.id}.yml",
                f"write: id: {name}, or name the file {lesson.module.id}.yml",
            ),
        )


def single_has_one_correct_option(lesson: Lesson) -> Iterator[Problem]:
    for at, question in lesson.choices():
        correct = [i for i, option in enumerate(question.options) if option.correct]
        if not isinstance(question, Single) or len(correct) == 1:
            continue
        if correct:
            yield lesson.problem(
                (*at, "options", correct[1], "correct"),
                Say(
                    f"{len(correct)} antwoorden zijn goed; bij single is dat er één",
                    f"{len(correct)} options are correct; single has one",
                ),
                Say(
                    "haal `correct` weg waar het niet hoort, of schrijf: type: multiple",
                    "remove `correct` where it does not belong, or write: type: multiple",
                ),
            )
        elif question.options:
            yield lesson.problem(
                (*at, "options"),
                Say(
                    "geen antwoord is goed; bij single is dat er één", "no option is correct; single has one"
                ),
                Say(
                    "schrijf bij het goede antwoord: correct: true",
                    "write at the correct option: correct: true",
                ),
            )


def multiple_has_some_correct_options(lesson: Lesson) -> Iterator[Problem]:
    for at, question in lesson.choices():
        correct = {option.correct for option in question.options}
        if isinstance(question, Multiple) and len(correct) == 1:
            every = True in correct
            yield lesson.problem(
                (*at, "options"),
                Say(
                    "alle antwoorden zijn goed" if every else "geen antwoord is goed",
                    "every option is correct" if every else "no option is correct",
                ),
                Say(
                    "voeg een fout antwoord toe" if every else "schrijf bij elk goed antwoord: correct: true",
                    "add a wrong option" if every else "write at each correct option: correct: true",
                ),
            )


def there_is_something_to_choose(lesson: Lesson) -> Iterator[Problem]:
    for at, question in lesson.choices():
        number = len(question.options)
        if number < 2:
            yield lesson.problem(
                (*at, "options"),
                Say(f"te weinig antwoorden: {number}", f"too few options: {number}"),
                Say(
                    "schrijf er ten minste twee, of schrijf: type: true-false",
                    "write at least two, or write: type: true-false",
                ),
            )


def options_differ(lesson: Lesson) -> Iterator[Problem]:
    for at, question in lesson.choices():
        for language in LANGUAGES:
            first: dict[str, int] = {}
            for index, option in enumerate(question.options):
                earlier = first.setdefault(_folded(option.text.to(language)), index)
                if earlier != index:
                    line = lesson.source.value_mark((*at, "options", earlier, "text", language)).line
                    yield lesson.problem(
                        (*at, "options", index, "text", language),
                        Say(
                            f"dit antwoord is gelijk aan dat op regel {line}",
                            f"this option equals the one on line {line}",
                        ),
                        Say(
                            "haal een van de twee weg, of maak het verschil duidelijk",
                            "remove one of the two, or make the difference clear",
                        ),
                    )


def wrong_options_explain_themselves(lesson: Lesson) -> Iterator[Problem]:
    missing = [
        (*at, "options", index, "feedback")
        for at, question in lesson.choices()
        for index, option in enumerate(question.options)
        if not option.correct and option.feedback is None
    ]
    for asked in lesson.asked:
        if isinstance(asked.question, TrueFalse):
            wrong = "false" if asked.question.correct else "true"
            if getattr(asked.question.feedback, wrong) is None:
                missing.append((*asked.at, "feedback", wrong))
    for place in missing:
        line = f'{place[-1]}: {{nl: "…", en: "…"}}'
        yield Problem(
            lesson.source.key_mark(place),
            dotted(place),
            Say("dit foute antwoord krijgt geen uitleg", "this wrong answer gets no feedback"),
            Say(f"schrijf: {line}", f"write: {line}"),
        )


def draw_fits_its_groups(lesson: Lesson) -> Iterator[Problem]:
    if not lesson.module:
        return
    groups = Counter(question.group for question in lesson.module.questions if question.group)
    for group, number in lesson.module.draw.items():
        if group not in groups:
            known = ", ".join(sorted(groups)) or "-"
            yield Problem(
                lesson.source.key_mark(("draw", group)),
                f"draw.{group}",
                Say("geen vraag hoort bij deze groep", "no question belongs to this group"),
                Say(
                    f"schrijf bij de vragen: group: {group} (groepen nu: {known})",
                    f"write at the questions: group: {group} (groups now: {known})",
                ),
            )
        elif number > groups[group]:
            yield lesson.problem(
                ("draw", group),
                Say(
                    f"{number} is meer dan de {groups[group]} vragen van deze groep",
                    f"{number} is more than the {groups[group]} questions of this group",
                ),
                Say(f"schrijf: {group}: {groups[group]}", f"write: {group}: {groups[group]}"),
            )


def a_pass_mark_needs_a_score(lesson: Lesson) -> Iterator[Problem]:
    module = lesson.module
    if (
        module
        and module.pass_mark is not None
        and not any(isinstance(question, Scored) for question in module.questions)
    ):
        yield lesson.problem(
            ("pass_mark",),
            Say("geen enkele vraag telt mee voor een score", "no question counts towards a score"),
            Say("haal pass_mark weg", "remove pass_mark"),
        )


def texts_hold_no_html(lesson: Lesson) -> Iterator[Problem]:
    for at, text in lesson.texts():
        for language in LANGUAGES:
            found = re.search(r"</?[a-zA-Z!][^>]*>?|&(?:[a-zA-Z]+|#\w+);", TAG.sub("", text.to(language)))
            if found:
                yield lesson.problem(
                    (*at, language),
                    Say(f"hier staat HTML: {found.group()}", f"there is HTML here: {found.group()}"),
                    Say("schrijf gewone tekst", "write plain text"),
                )


def languages_are_translated(lesson: Lesson) -> Iterator[Problem]:
    """One word may be the same in both: a name, HR."""
    for at, text in lesson.texts():
        if _folded(text.nl) == _folded(text.en) and len(_words(text.en)) > 1:
            yield lesson.problem(
                (*at, "en"),
                Say("de Engelse tekst is gelijk aan de Nederlandse", "the English text equals the Dutch one"),
                Say(
                    "vertaal hem; zet achter een eigennaam een korte uitleg",
                    "translate it; add a short gloss after a name",
                ),
            )


def sources_exist(lesson: Lesson) -> Iterator[Problem]:
    if lesson.passages is None:
        return
    for asked in lesson.asked:
        place = asked.question.source
        if place is None or place in lesson.passages:
            continue
        page = place.partition("#")[0]
        there = sorted(passage for passage in lesson.passages if passage.partition("#")[0] == page)
        near = difflib.get_close_matches(place, sorted(lesson.passages), n=1, cutoff=0.6)
        if near:
            fix = Say(f"schrijf: source: {near[0]}", f"write: source: {near[0]}")
        else:
            fix = Say(
                f"noem een pagina uit docs/nl en een {{#id}} die daarop staat",
                "name a page of docs/nl and an {#id} on it",
            )
        if there and page != place:
            message = Say(
                f"{page} heeft geen {{#{place.partition('#')[2]}}}",
                f"{page} has no {{#{place.partition('#')[2]}}}",
            )
        else:
            message = Say(f"de pagina {page} bestaat niet", f"there is no page {page}")
        yield lesson.problem((*asked.at, "source"), message, fix)


# Warnings


def the_correct_option_is_not_the_longest(lesson: Lesson) -> Iterator[Problem]:
    singles = [
        question
        for _, question in lesson.choices()
        if isinstance(question, Single) and len(question.options) > 1
    ]
    for language in LANGUAGES:
        longest = [question for question in singles if _correct_is_longest(question, language)]
        if len(singles) >= _FEW and len(longest) > 0.6 * len(singles):
            which = ", ".join(question.id for question in longest)
            tongue = Say("Nederlands", "Dutch") if language == "nl" else Say("Engels", "English")
            yield lesson.problem(
                ("questions",),
                Say(
                    f"in het {tongue.nl} is het goede antwoord het langste bij {len(longest)} van {len(singles)} vragen ({which})",
                    f"in {tongue.en} the correct option is the longest in {len(longest)} of {len(singles)} questions ({which})",
                ),
                Say(
                    "kort het goede antwoord in, of maak een fout antwoord langer",
                    "shorten the correct option, or lengthen a wrong one",
                ),
                "warning",
            )


def _correct_is_longest(question: Choice, language: Language) -> bool:
    lengths = {
        correct: [len(option.text.to(language)) for option in question.options if option.correct is correct]
        for correct in (True, False)
    }
    return bool(lengths[True] and lengths[False]) and min(lengths[True]) > max(lengths[False])


def the_correct_option_moves(lesson: Lesson) -> Iterator[Problem]:
    places = [
        next(i for i, option in enumerate(question.options) if option.correct)
        for _, question in lesson.choices()
        if isinstance(question, Single) and any(option.correct for option in question.options)
    ]
    if len(places) >= _FEW and len(set(places)) == 1:
        yield lesson.problem(
            ("questions",),
            Say(
                f"het goede antwoord staat altijd op plaats {places[0] + 1}",
                f"the correct option is always number {places[0] + 1}",
            ),
            Say("wissel de volgorde van de antwoorden", "vary the order of the options"),
            "warning",
        )
    verdicts = [asked.question.correct for asked in lesson.asked if isinstance(asked.question, TrueFalse)]
    if len(verdicts) >= _FEW and len(set(verdicts)) == 1:
        nl, en = ("waar", "true") if verdicts[0] else ("niet waar", "false")
        yield lesson.problem(
            ("questions",),
            Say(f"elke stelling is {nl}", f"every statement is {en}"),
            Say("draai een van de stellingen om", "turn one of the statements round"),
            "warning",
        )


_ALL = re.compile(
    r"\b(alle|geen van|al het) (de |het )?(boven|onder)(staande|genoemde)\b|\balle(maal)? (antwoorden|opties)\b"
    r"|\b(all|none) of (the |these )?(above|below|these|options|answers)\b|\bboth of the above\b",
    re.I,
)


def options_stand_by_themselves(lesson: Lesson) -> Iterator[Problem]:
    for at, language, text in _option_texts(lesson):
        if _ALL.search(text):
            yield lesson.problem(
                at,
                Say(f'"{text}" gaat over de andere antwoorden', f'"{text}" is about the other options'),
                Say(
                    "schrijf een antwoord dat op zichzelf staat, of maak er type: multiple van",
                    "write an option that stands by itself, or make it type: multiple",
                ),
                "warning",
            )


_NOT = {
    "nl": re.compile(r"\b(niet|geen|nooit|niemand|nergens|niets|zonder|noch|nauwelijks)\b", re.I),
    "en": re.compile(
        r"\b(not|no|never|nobody|nowhere|nothing|without|none|neither|nor|hardly|cannot)\b|n['’]t\b", re.I
    ),
}


def nothing_is_denied_twice(lesson: Lesson) -> Iterator[Problem]:
    asked = [
        ((*item.at, "ask", language), language, item.question.ask.to(language))
        for item in lesson.asked
        for language in LANGUAGES
    ]
    for at, language, text in [*asked, *_option_texts(lesson)]:
        plain = _one_form(TAG.sub("", text))
        if any(len(_NOT[language].findall(sentence)) > 1 for sentence in re.split(r"[.!?;]+\s+", plain)):
            yield lesson.problem(
                at,
                Say("twee ontkenningen in één zin", "two negatives in one sentence"),
                Say("zeg wat er wel is", "say what is"),
                "warning",
            )


def options_are_few(lesson: Lesson) -> Iterator[Problem]:
    for at, question in lesson.choices():
        if len(question.options) > MOST_OPTIONS:
            yield lesson.problem(
                (*at, "options"),
                Say(
                    f"{len(question.options)} antwoorden zijn er veel",
                    f"{len(question.options)} options are many",
                ),
                Say(f"houd er {MOST_OPTIONS} over", f"keep {MOST_OPTIONS}"),
                "warning",
            )


def options_are_short(lesson: Lesson) -> Iterator[Problem]:
    for at, _, text in _option_texts(lesson):
        number = len(_one_form(text).split())
        if number > MOST_WORDS:
            yield lesson.problem(
                at,
                Say(f"dit antwoord telt {number} woorden", f"this option has {number} words"),
                Say(
                    f"houd het op {MOST_WORDS}; de rest past in feedback of why",
                    f"keep to {MOST_WORDS}; the rest fits in feedback or why",
                ),
                "warning",
            )


_PERSONAL = re.compile(
    r"\b(heb|hebt|ben|bent|werd) (je|jij|u)\b.{0,30}\b(ooit|zelf|wel eens|weleens)\b|\bmeegemaakt\b|\boverkomen\b"
    r"|\b(have|were|are) you\b.{0,20}\b(ever|yourself)\b|\bhappened to you\b|\byour own experience\b",
    re.I,
)


def questions_ask_for_knowledge(lesson: Lesson) -> Iterator[Problem]:
    for asked in lesson.asked:
        for language in LANGUAGES:
            if _PERSONAL.search(_one_form(asked.question.ask.to(language))):
                yield lesson.problem(
                    (*asked.at, "ask", language),
                    Say(
                        "deze vraag gaat over wat iemand zelf meemaakte",
                        "this question asks for personal experience",
                    ),
                    Say(
                        "vraag wat een ander in een voorbeeld kan doen",
                        "ask what somebody in an example can do",
                    ),
                    "warning",
                )


RULES: tuple[Rule, ...] = (
    ids_are_unique,
    the_file_is_named_after_the_module,
    single_has_one_correct_option,
    multiple_has_some_correct_options,
    there_is_something_to_choose,
    options_differ,
    wrong_options_explain_themselves,
    draw_fits_its_groups,
    a_pass_mark_needs_a_score,
    texts_hold_no_html,
    languages_are_translated,
    sources_exist,
    the_correct_option_is_not_the_longest,
    the_correct_option_moves,
    options_stand_by_themselves,
    nothing_is_denied_twice,
    options_are_few,
    options_are_short,
    questions_ask_for_knowledge,
)


# Reading texts


def _texts(part: BaseModel, at: KeyPath) -> Iterator[tuple[KeyPath, Text]]:
    for key in type(part).model_fields:
        value = getattr(part, key)
        for place, item in _items((*at, key), value):
            if isinstance(item, Text):
                yield place, item
            elif isinstance(item, BaseModel):
                yield from _texts(item, place)


def _items(at: KeyPath, value: object) -> Iterable[tuple[KeyPath, object]]:
    return (
        [((*at, index), item) for index, item in enumerate(value)]
        if isinstance(value, tuple)
        else [(at, value)]
    )


def _option_texts(lesson: Lesson) -> Iterator[tuple[KeyPath, Language, str]]:
    for at, question in lesson.choices():
        for index, option in enumerate(question.options):
            for language in LANGUAGES:
                yield (*at, "options", index, "text", language), language, option.text.to(language)


def _one_form(text: str) -> str:
    """The text with one form of address chosen, as a reader meets it."""
    return re.sub(r"\{([^{}|]*)\|[^{}|]*\}", r"\1", text)


def _words(text: str) -> list[str]:
    return re.findall(r"\w+", TAG.sub("", text))


def _folded(text: str) -> str:
    """What makes two texts the same to a reader: letters and figures, without case, accents and stops."""
    plain = unicodedata.normalize("NFKD", _one_form(text)).casefold()
    words = re.findall(r"[^\W_]+", "".join(c for c in plain if not unicodedata.combining(c)))
    return " ".join(words) or text.strip()
