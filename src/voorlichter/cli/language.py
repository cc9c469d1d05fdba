"""The tool speaks one language at a time: Dutch or English, by `--lang` or else by the locale."""

from __future__ import annotations

import locale
import os
import sys
from collections.abc import Sequence

from voorlichter.problems import Language, Say


def language_of(arguments: Sequence[str]) -> Language:
    """What `--lang` says; else Dutch where the locale is Dutch; else English."""
    for position, argument in enumerate(arguments):
        value = argument.partition("=")[2] if argument.startswith("--lang=") else None
        if argument == "--lang" and position + 1 < len(arguments):
            value = arguments[position + 1]
        if value in ("nl", "en"):
            return "nl" if value == "nl" else "en"
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        if os.environ.get(name):
            return "nl" if os.environ[name].lower().startswith("nl") else "en"
    system = locale.getlocale()[0] or ""
    return "nl" if system.lower().startswith(("nl", "dutch")) else "en"


LANGUAGE: Language = language_of(sys.argv[1:])
"""Chosen before the commands are made, so that their help is in it too."""


def say(nl: str, en: str) -> str:
    return Say(nl, en).to(LANGUAGE)
