"""Hours of a day and of a week, as people type them, in the one form that is kept: `09:00-12:30, 13:30-17:00`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from voorlichter.calendar_words import DAYS, TYPED_DAYS
from voorlichter.model_problems import Refused
from voorlichter.problems import Say
from voorlichter.profile.values.plain import plain_text

_TIME = r"(?:[01]?[0-9]|2[0-4])(?:[:.h][0-5][0-9])?"
_TO = r" ?(?:[‐‑‒–—−-]| tot | tot en met | to | until ) ?"
_SPAN = rf"{_TIME}(?: ?(?:uur|u|h))?{_TO}{_TIME}(?: ?(?:uur|u|h))?\.?"
_AND = r" ?(?:[,;+&]| en | and ) ?"
PATTERN = rf"^ ?{_SPAN}(?:{_AND}{_SPAN})* ?$"
"""What an editor lets stand."""
_HOURS = re.compile(PATTERN, re.I)

_SPANS_OF_DAYS = {
    "werkdagen": range(5),
    "doordeweeks": range(5),
    "weekdays": range(5),
    "elke dag": range(7),
    "dagelijks": range(7),
    "every day": range(7),
    "daily": range(7),
}
_CLOSED = r"gesloten|dicht|vrij|niet|afwezig|closed|off|not available"
_DAY = rf"(?:{'|'.join(sorted((*TYPED_DAYS, *_SPANS_OF_DAYS), key=len, reverse=True))})\b\.?"
_DAYS_IN_A_ROW = (
    rf"{_DAY}(?:(?: ?[–—-] ?| t/m | tot en met | tot | to | until | through |,? ?(?:en|and|&|,|/|\+) ?| ){_DAY})*"
)
_AFTER = r"(?:[,;.]? (?:en |and )?|[,;.]|$)"
_PART = re.compile(rf"({_DAYS_IN_A_ROW}) ?:? ?(?:({_SPAN}(?:{_AND}{_SPAN})*)|(?:{_CLOSED})){_AFTER}", re.I)
_TURNED = re.compile(rf"({_SPAN}(?:{_AND}{_SPAN})*),? (?:op )?({_DAYS_IN_A_ROW}){_AFTER}", re.I)
_UNTIL = re.compile(rf"({_DAY} ?:? ?)(?:tot|until|till) (?={_TIME})", re.I)
_START = re.compile(rf"(?<![0-9:.])({_TIME})(?: ?(?:uur|u|h))?{_TO}(?={_TIME})", re.I)


def check_hours(value: object) -> str:
    """One or more spans of a day, in order; the last may run over midnight."""
    text = " ".join(plain_text(value, "deze uren", "these hours").split())
    if not _HOURS.fullmatch(text):
        raise Refused(
            Say(f"“{text}” is niet te lezen als uren", f"“{text}” cannot be read as hours"),
            Say(
                'schrijf van en tot, bijvoorbeeld "09:00-17:00", of met een pauze "09:00-12:30, 13:30-17:00"',
                'write from and to, for example "09:00-17:00", or with a break "09:00-12:30, 13:30-17:00"',
            ),
        )
    times = list(_times(text))
    spans = [(start, end or 24 * 60) for start, end in zip(times[::2], times[1::2], strict=True)]
    afternoon = _of_an_office(spans)
    if any(start >= end and start < 12 * 60 for start, end in spans):
        raise Refused(
            Say(f"“{text}” eindigt voor het begint", f"“{text}” ends before it begins"),
            value=_say(afternoon) if _rise(afternoon) else None,
        )
    if any(start == end for start, end in spans):
        raise Refused(Say(f"“{text}” eindigt waar het begint", f"“{text}” ends where it begins"))
    if re.match("[1-5](?![0-9:.h])", text) and _rise(afternoon) and spans[-1][1] <= 7 * 60:
        raise Refused(Say(f"“{text}” is hier in de nacht", f"“{text}” is at night here"), value=_say(afternoon))
    if not _rise(spans[:-1] + [(spans[-1][0], 24 * 60)]):
        meant = next((way for way in (afternoon, sorted(spans)) if _rise(way)), None)
        raise Refused(
            Say(f"de tijden in “{text}” lopen niet op", f"the times in “{text}” do not go up"),
            None
            if meant
            else Say(
                "schrijf de tijden in volgorde, zonder dat zij elkaar overlappen",
                "write the times in order, with no two at once",
            ),
            value=_say(meant) if meant else None,
        )
    return _say(spans)


def _of_an_office(spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """9-5 and 1-5 are said of an afternoon; nobody means from nine in the morning to five at night."""
    half = 12 * 60
    return [
        (start + half, end + half) if start < 7 * 60 and end <= half else (start, end + half if end <= start else end)
        for start, end in spans
    ]


def _rise(spans: list[tuple[int, int]]) -> bool:
    times = [time for span in spans for time in span]
    return times == sorted(set(times)) and times[-1] <= 24 * 60


def check_week(value: object) -> object:
    """The hours of a week written as one text: `ma-do 9-17`."""
    if not isinstance(value, str):
        return value
    message = Say("hier horen uren per dag", "hours for each day belong here")
    if not (week := read_week(value)):
        raise Refused(message)
    line = ", ".join(f'{day}: "{spans}"' for day, spans in week.items())
    raise Refused(message, Say(f"schrijf: hours: {{{line}}}", f"write: hours: {{{line}}}"))


def read_week(value: str) -> dict[str, str]:
    """The hours of each day; empty where the text is not understood to its end."""
    text = _without_words(" ".join(plain_text(value, "deze uren", "these hours").split()))
    parts = list(_PART.finditer(text))
    week: dict[int, str] = {}
    for part in parts:
        if part[2] is None:
            continue
        try:
            span = check_hours(part[2])
        except Refused as refused:
            if refused.value is None:
                break
            span = refused.value
        for day in dict.fromkeys(_days(part[1])):
            try:
                week[day] = check_hours(f"{week[day]}, {span}") if day in week else span
            except Refused as refused:
                if refused.value is None:
                    return {}
                week[day] = refused.value
    understood = "".join(part[0] for part in parts) == text
    return {DAYS[day]: week[day] for day in sorted(week)} if understood else {}


def _without_words(text: str) -> str:
    """`ma-do van 9 tot 5 pm, vr tot 12` as `ma-do 9 tot 17, vr 9-12`: what the other words of the sentence say, in figures."""
    text = re.sub(r"\b(?:elke|iedere|every|each|alle|all|op|on) (?=\w)(?!dag\b|day\b)", "", text, flags=re.I)
    text = re.sub(rf"\b(?:tussen|between) ({_TIME})(?: ?(?:uur|u|h))? (?:en|and) (?=\d)", r"\1-", text, flags=re.I)
    text = re.sub(r"\b(?:van|from|vanaf) (?=\d)", "", text, flags=re.I)
    text = re.sub(r"\b(\d{1,2})(?:[:.](\d\d))? ?([ap])\.?m\b\.?", _on_the_clock, text, flags=re.I)
    text = re.sub(r"\b(?:werkdag|weekday)\b", "werkdagen", text, flags=re.I)
    whole = _TURNED.sub(lambda turned: f"{turned[2]} {turned[1]}, ", text)
    if _TURNED.sub("", text) == "":
        text = whole.rstrip(", ")
    while open_ := _UNTIL.search(text):
        before = text[: open_.start()]
        starts = _START.findall(before[max((day.end() for day in re.finditer(_DAY, before, re.I)), default=0) :])
        if not starts:
            break
        text = f"{before}{open_[1]}{starts[0]}-{text[open_.end() :]}"
    return text


def _on_the_clock(said: re.Match[str]) -> str:
    hour = int(said[1]) % 12 + (12 if said[3].lower() == "p" else 0)
    return f"{hour}:{said[2] or '00'}" if int(said[1]) <= 12 else said[0]


def _times(text: str) -> Iterator[int]:
    """The minutes of the day of each time."""
    for hour, minute in re.findall(r"([0-9]{1,2})(?:[:.h]([0-9]{2}))?", text):
        yield min(int(hour) * 60 + int(minute or 0), 24 * 60)


def _say(spans: list[tuple[int, int]]) -> str:
    def clock(minutes: int) -> str:
        return f"{minutes // 60 % 24:02}:{minutes % 60:02}"

    return ", ".join(f"{clock(start)}-{clock(end)}" for start, end in spans)


def _days(text: str) -> Iterator[int]:
    words = [(found[0].lower().rstrip("."), text[: found.start()]) for found in re.finditer(_DAY, text, re.I)]
    before: int | None = None
    for word, lead in words:
        if word in _SPANS_OF_DAYS:
            yield from _SPANS_OF_DAYS[word]
            continue
        day = TYPED_DAYS[word]
        if before is not None and re.search(r"(?:[–—-]| t/m| tot en met| tot| to| until| through) ?$", lead):
            yield from ((before + step) % 7 for step in range(1, (day - before) % 7))
        yield day
        before = day
