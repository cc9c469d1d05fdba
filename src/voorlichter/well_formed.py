"""XML that we write is read once before anybody gets it: a reader that cannot take it takes none of it."""

from __future__ import annotations

from xml.parsers import expat

from voorlichter.problems import MachineError, Say


def well_formed(text: str) -> str:
    """The same text. Raises MachineError where it is no XML."""
    try:
        expat.ParserCreate().Parse(text.encode(), True)
    except (expat.ExpatError, UnicodeEncodeError) as error:
        raise MachineError(
            Say(
                f"Voorlichter schreef XML die niemand kan lezen ({error}); er is niets veranderd aan wat er stond.",
                f"Voorlichter wrote XML that nobody can read ({error}); nothing that stood there has changed.",
            )
        ) from error
    return text
