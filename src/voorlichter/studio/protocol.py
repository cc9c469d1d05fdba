"""How the page and the program speak: a message with a verb in, an answer of JSON values out, or a sentence that says why not."""

from __future__ import annotations

import base64
import binascii
import re
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any

from voorlichter.problems import Say
from voorlichter.yaml_source import KeyPath

if TYPE_CHECKING:
    from voorlichter.studio.session import Session

Request = Mapping[str, Any]
Reply = dict[str, Any]
Verbs = Mapping[str, "Callable[[Session, Request], Reply]"]


class RefusedError(Exception):
    """What cannot be done, in one sentence."""

    def __init__(self, say: Say, *, again: bool = False) -> None:
        self.say = say
        self.again = again
        """Does it help to look again and do it once more?"""
        super().__init__(say.en)


def file_reply(name: str, data: bytes) -> Reply:
    """A file for whoever uses the page."""
    return {"name": name, "data": encoded(data)}


def encoded(data: bytes) -> str:
    return base64.b64encode(data).decode()


def decoded(data: Any) -> bytes:
    """A file that came with a message."""
    try:
        return base64.b64decode(str(data), validate=True)
    except (binascii.Error, ValueError) as error:
        raise RefusedError(Say("dit bestand is niet goed aangekomen", "this file did not arrive well")) from error


def path_of(parts: Any) -> KeyPath:
    """A place in a profile, as a message names it."""
    if not isinstance(parts, list) or not all(isinstance(part, (str, int)) for part in parts):
        raise RefusedError(Say("dit is geen plek in een profiel", "this is no place in a profile"))
    return tuple(parts)


_IN_NO_FILE = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufffe\uffff]"
)


def writable(value: Any) -> Any:
    """What was typed or pasted, without the signs that nobody sees and no file can hold."""
    if isinstance(value, str):
        return _IN_NO_FILE.sub("", value)
    if isinstance(value, list):
        return [writable(item) for item in value]
    return {name: writable(item) for name, item in value.items()} if isinstance(value, dict) else value
