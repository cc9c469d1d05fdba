"""What the cmi5 specification asks of every statement of an assignable unit, and of their order."""

from __future__ import annotations

import re
import uuid
from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta
from typing import Any

Statement = dict[str, Any]

VERB = "http://adlnet.gov/expapi/verbs/"
CATEGORY = "https://w3id.org/xapi/cmi5/context/categories/"
EXTENSION = "https://w3id.org/xapi/cmi5/context/extensions/"
_OWN = {"id", "actor", "verb", "object", "result", "context", "timestamp"}
_JUDGED = ("passed", "failed")


def verb_of(statement: Statement) -> str:
    return str(statement["verb"]["id"]).removeprefix(VERB)


def wrong_with(statement: Statement, launch: Any) -> Iterator[str]:
    """`launch` holds what the system gave: actor, registration, activity, and its launch data."""
    data = launch.data
    verb, result, context = verb_of(statement), statement.get("result", {}), statement["context"]
    if set(statement) - _OWN:
        yield f"keys that are not ours: {set(statement) - _OWN}"
    if str(uuid.UUID(statement["id"])) != statement["id"] or uuid.UUID(statement["id"]).version != 4:
        yield "an id that is no random UUID"
    if statement["actor"] != launch.actor:
        yield "another actor than that of the launch"
    if verb not in ("initialized", "completed", "passed", "failed", "terminated"):
        yield f"the verb {verb}"
    if statement["object"] != {"objectType": "Activity", "id": launch.activity}:
        yield "another object than the unit"
    if context.get("registration") != launch.registration:
        yield "another registration"
    if not _holds(data["contextTemplate"], context):
        yield "the context template is not whole"
    when = datetime.fromisoformat(statement["timestamp"].replace("Z", "+00:00"))
    if when.utcoffset() != timedelta(0):
        yield "a time that is not in UTC"
    categories = [one["id"] for one in context["contextActivities"]["category"]]
    if categories.count(CATEGORY + "cmi5") != 1:
        yield "not the category cmi5, once"
    if categories.count(CATEGORY + "moveon") != ("success" in result or "completion" in result):
        yield "the category moveon where it does not belong, or not where it does"
    if data["launchMode"] != "Normal" and verb not in ("initialized", "terminated"):
        yield f"{verb} in mode {data['launchMode']}"
    yield from _wrong_result(verb, result)
    yield from _wrong_verdict(verb, result, context, data.get("masteryScore"))


def _wrong_result(verb: str, result: dict[str, Any]) -> Iterator[str]:
    expected = {"passed": True, "failed": False}.get(verb)
    if result.get("success") is not expected:
        yield f"success {result.get('success')} with {verb}"
    if result.get("completion") is not (True if verb == "completed" else None):
        yield f"completion {result.get('completion')} with {verb}"
    if verb != "initialized" and not re.fullmatch(
        r"P(\d+D)?T(\d+H)?(\d+M)?(\d+(\.\d+)?S)?", result.get("duration", "")
    ):
        yield f"no duration with {verb}"
    if set(result) - {"score", "success", "completion", "duration"}:
        yield f"more than a result may hold: {set(result)}"
    score = result.get("score")
    if score is None:
        return
    if verb not in _JUDGED:
        yield f"a score with {verb}"
    if (
        not 0 <= score["scaled"] <= 1
        or not score["min"] <= score["raw"] <= score["max"]
        or not isinstance(score["raw"], int)
    ):
        yield f"a score of {score}"


def _wrong_verdict(verb: str, result: dict[str, Any], context: dict[str, Any], mastery: float | None) -> Iterator[str]:
    told = context.get("extensions", {}).get(EXTENSION + "masteryscore")
    if told != (mastery if verb in _JUDGED else None):
        yield f"mastery score {told} with {verb}"
    if verb in _JUDGED and mastery is not None and (result["score"]["scaled"] >= mastery) is not (verb == "passed"):
        yield f"{verb} with {result['score']['scaled']} of {mastery}"


def wrong_order(session: Sequence[Statement], earlier: Sequence[Statement]) -> Iterator[str]:
    """As they arrived; `earlier`: those of the same registration in other sessions."""
    verbs, before = [verb_of(one) for one in session], [verb_of(one) for one in earlier]
    if list(session) != sorted(session, key=lambda one: str(one["timestamp"])):
        yield f"not in the order of their times: {verbs}"
    if verbs and verbs[0] != "initialized":
        yield "something before initialized"
    if "terminated" in verbs[:-1]:
        yield "something after terminated"
    if len(set(verbs)) < len(verbs):
        yield f"a verb twice in a session: {verbs}"
    if "passed" in verbs and "failed" in verbs:
        yield "two verdicts in a session"
    for once in ("completed", "passed"):
        if once in verbs and once in before:
            yield f"{once} twice in a registration"
    if "passed" in before and "failed" in verbs:
        yield "failed after passed"


def _holds(template: Any, given: Any) -> bool:
    """Is all of the template there, and nothing in it changed?"""
    if isinstance(template, dict):
        return isinstance(given, dict) and all(
            key in given and _holds(value, given[key]) for key, value in template.items()
        )
    if isinstance(template, list):
        return isinstance(given, list) and all(one in given for one in template)
    return bool(template == given)
