"""What the pages of one language tell of an advisor, and of whoever stands in."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from voorlichter.profile.absences import Days
from voorlichter.profile.called import at_start
from voorlichter.profile.model import Advisor
from voorlichter.site.phrases import say_day, say_days, say_grouped, say_list
from voorlichter.site.presence import Cover
from voorlichter.site.voice import Voice
from voorlichter.slots import model as slots


def plan_advisor(voice: Voice, advisor: Advisor) -> slots.AdvisorSlots:
    t, unworded = voice.t, voice.unworded
    told = unworded.told_of(advisor)
    only_for = None if unworded.covered.issubset(advisor.scope) else voice.only_for(advisor)
    days = advisor.reply_within
    return slots.AdvisorSlots.late(
        _ON_FULL_PAGES,
        (voice, advisor),
        **told,
        role=" ".join([t[f"role_{advisor.kind}"], *([only_for] if only_for else [])]),
        independence=t[f"independence_{advisor.kind}"] % {"org": voice.in_sentence},
        only_for=only_for,
        photo=voice.picture(unworded.media.photos.get(advisor.id), t["photo_alt"] % {"name": told["name"]}),
        languages=say_list([t[f"lang_{code}"] for code in advisor.languages], t),
        hours=say_grouped(unworded.hours(advisor), t),
        reply_within=t["reply_day" if days == 1 else "reply_days"] % {"n": days} if days else None,
        locations=say_list([voice.places[key] for key in advisor.locations], t) or None,
        absences=tuple(
            _absence(voice, advisor, away, number == 0)
            for number, away in enumerate(unworded.knowledge.absences(advisor))
        ),
    )


def _backup(told_by: tuple[Voice, Advisor]) -> slots.PersonSlots | None:
    voice, advisor = told_by
    backup = next((other for other in voice.unworded.profile.advisors if other.id == advisor.backup), None)
    return _person(voice, backup, advisor) if backup else None


def _certificate(told_by: tuple[Voice, Advisor]) -> slots.CertificateSlots | None:
    voice, advisor = told_by
    held = advisor.certificate
    if held is None or held.valid_until < voice.unworded.today:
        return None
    return slots.CertificateSlots(held.registry, say_day(held.valid_until, voice.t))


_ON_FULL_PAGES: Mapping[str, Callable[[tuple[Voice, Advisor]], object]] = {
    "reach": lambda told_by: told_by[0].reach([told_by[1]]),
    "about": lambda told_by: told_by[0].prose(told_by[1].about),
    "certificate": _certificate,
    "backup": _backup,
}
"""What the card of an advisor does without, and so most pages of a short language."""


def _absence(voice: Voice, advisor: Advisor, away: Days, is_next: bool) -> slots.AbsenceSlots:
    t, unworded = voice.t, voice.unworded
    name, covers = at_start(unworded.called[advisor.id]), unworded.covers(advisor, away)
    return slots.AbsenceSlots(
        since=away.first.isoformat(),
        soon=None
        if away.first <= unworded.today
        else t["away_soon"] % {"name": name, "days": say_days(away.first, away.last, t)},
        now=t["away_now"] % {"name": name, "until": say_day(away.last, t)},
        next=is_next,
        stand_ins=tuple(_stand_in(voice, cover, advisor, len(covers) == 1) for cover in covers),
    )


def _stand_in(voice: Voice, cover: Cover, away: Advisor, always: bool) -> slots.StandInSlots:
    t = voice.t
    days = say_list([say_days(days.first, days.last, t) for days in cover.days], t)
    key = f"away_{'stand_in' if cover.by else 'alone'}{'' if always else '_days'}"
    return slots.StandInSlots(t[key] % {"days": days}, _person(voice, cover.by, away) if cover.by else None)


def _person(voice: Voice, advisor: Advisor, stands_in_for: Advisor) -> slots.PersonSlots:
    told = voice.unworded.told_of(advisor)
    return slots.PersonSlots(
        **{key: told[key] for key in ("id", "name", "call_name", "at_start", "phone", "email", "whatsapp", "signal")},
        reach=voice.reach([advisor]),
        only_for=None if set(stands_in_for.scope).issubset(advisor.scope) else voice.only_for(advisor),
    )
