"""What is said of a site that was looked at, part by part: the same lines as text, as JSON and on a page."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

from voorlichter.problems import Language, Say
from voorlichter.verify.compare import Deviation, HeldSite, HowAmiss
from voorlichter.workspace import MANIFEST

Weight = Literal["right", "wrong", "note"]
_MOST_NAMED = 200


@dataclass(frozen=True, slots=True)
class Line:
    """One thing that was seen; `what` is a word for a program, `name` the file it is about."""

    status: Weight
    what: str
    say: Say
    name: str = ""


@dataclass(frozen=True, slots=True)
class Chapter:
    id: str
    title: Say
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class SiteVerdict:
    shown: str
    code: str | None
    proven: bool
    """Does the list come from somewhere else than the place itself, or bear a signature that is known?"""
    parts: tuple[Chapter, ...]

    @property
    def is_right(self) -> bool:
        return all(line.status != "wrong" for part in self.parts for line in part.lines)

    @property
    def conclusion(self) -> Say:
        if not self.is_right:
            return Say("Hier staat niet wat gemaakt is.", "What stands here is not what was made.")
        if self.proven:
            return Say("Hier staat wat gemaakt is.", "What stands here is what was made.")
        return Say(
            "Alles is zoals de lijst zegt die erbij staat.", "Everything is as the list says that stands with it."
        )


def render_text(verdict: SiteVerdict, language: Language) -> str:
    signs = {"right": "✓", "wrong": "✗", "note": "·"}
    lines = [verdict.shown]
    for part in verdict.parts:
        lines += ["", part.title.to(language)]
        lines += [f"  {signs[line.status]} {_told(line, language)}" for line in part.lines]
    return "\n".join([*lines, "", verdict.conclusion.to(language)])


def as_json(verdict: SiteVerdict, language: Language) -> dict[str, object]:
    return {
        "where": verdict.shown,
        "right": verdict.is_right,
        "proven": verdict.proven,
        "code": verdict.code,
        "parts": {
            part.id: [
                {"status": line.status, "what": line.what, "name": line.name, "say": line.say.to(language)}
                for line in part.lines
            ]
            for part in verdict.parts
        },
    }


def _told(line: Line, language: Language) -> str:
    return f"{line.name}: {line.say.to(language)}" if line.name else line.say.to(language)


_SAID: dict[HowAmiss, Say] = {
    "differs": Say("is anders dan het gemaakt is", "is not as it was made"),
    "missing": Say("ontbreekt", "is missing"),
    "extra": Say("hoort niet bij de site", "does not belong to the site"),
    "unread": Say("is niet te lezen", "cannot be read"),
}


def files_part(compared: HeldSite, own: str | None) -> Chapter:
    """`own` is the copy whose list was used, where it was not the list that stands there."""
    return Chapter("files", Say("Bestanden", "Files"), tuple(_files(compared, own)))


def _files(compared: HeldSite, own: str | None) -> Iterator[Line]:
    listed, right = compared.listed, len(compared.sizes)
    total = sum(compared.sizes.values())
    size = Say(_kilobytes(total, ","), _kilobytes(total, "."))
    yield Line(
        "right" if right == len(listed.files) else "note",
        "count",
        Say(
            f"{right} van de {len(listed.files)} bestanden zijn zoals ze gemaakt zijn ({size.nl})",
            f"{right} of the {len(listed.files)} files are as they were made ({size.en})",
        ),
    )
    yield from _differences(compared.differences)
    if compared.theirs:
        names = ", ".join(dict.fromkeys(name.partition("/")[0] for name in compared.theirs))
        yield Line("note", "server", Say(f"van de server zelf: {names}", f"of the server's own: {names}"))
    if not compared.counted:
        yield Line(
            "note",
            "uncounted",
            Say(
                "of er nog meer bestanden staan, is op een adres niet te zien",
                "whether more files stand there cannot be seen at an address",
            ),
        )
    if own:
        yield Line("note", "own", Say(f"vergeleken met {own}", f"compared with {own}"))


def _differences(differences: Iterable[Deviation]) -> Iterator[Line]:
    told = list(differences)
    for one in told[:_MOST_NAMED]:
        why = one.why or _SAID[one.kind]
        yield Line("wrong", one.kind, why, plain(one.name))
    if len(told) > _MOST_NAMED:
        rest = len(told) - _MOST_NAMED
        yield Line("wrong", "more", Say(f"en nog {rest} andere", f"and {rest} more"))


def plain(name: str) -> str:
    """A name that somebody else gave, with nothing in it that a terminal would obey."""
    return name if name.isprintable() else ascii(name)[1:-1]


def _kilobytes(size: int, comma: str) -> str:
    return f"{size / 1_000_000:.1f} MB".replace(".", comma) if size > 1_000_000 else f"{max(1, round(size / 1000))} kB"


def version_part(compared: HeldSite) -> Chapter:
    """Which version it is, and what that proves. The list may have been changed together with the files."""
    listed = compared.listed
    lines = [Line("note", "version", Say(*2 * [f"voorlichter {plain(listed.version)}"]))]
    if listed.code:
        lines.append(
            Line(
                "note",
                "code",
                Say(
                    f"code van deze versie: {plain(listed.code)}; dezelfde staat in het colofon, en wie de site maakte, kent hem",
                    f"code of this version: {plain(listed.code)}; the same stands on the page Who made this, and whoever made the site knows it",
                ),
            )
        )
    return Chapter("version", Say("Versie", "Version"), tuple(lines))


NO_PROOF = Line(
    "note",
    "unsigned",
    Say(
        f"geen handtekening: {MANIFEST} reist met de site mee, dus wie een bestand verandert, kan ook de lijst veranderen. Zekerheid geeft een eigen kopie (--against) of een ondertekende lijst (--signers)",
        f"no signature: {MANIFEST} travels with the site, so whoever changes a file can change the list too. A copy of your own (--against) or a signed list (--signers) makes sure",
    ),
)

OWN_COPY = Line(
    "right",
    "own_list",
    Say("de lijst komt uit een eigen kopie", "the list comes from a copy of your own"),
)
NOT_LOOKED_AT = Line(
    "note",
    "not_looked_at",
    Say(
        "er staat een handtekening, die zonder --signers niets bewijst: noem het bestand met de sleutels die u kent",
        "there is a signature, which proves nothing without --signers: name the file with the keys you know",
    ),
)
NOT_SIGNED = Line(
    "wrong",
    "not_signed",
    Say(
        f"er staat geen handtekening bij. {MANIFEST} reist met de site mee en bewijst dan niets",
        f"there is no signature with it. {MANIFEST} travels with the site, and proves nothing then",
    ),
)
WRONG_SIGNATURE = Line(
    "wrong",
    "wrong_signature",
    Say(
        "de handtekening is niet van iemand die u kent, of van een andere lijst",
        "the signature is of nobody you know, or of another list",
    ),
)


def signed_by(who: str, key: str) -> Line:
    """By the name that whoever checks gave the key."""
    return Line(
        "right", "signed", Say(f"getekend door {plain(who)}, {plain(key)}", f"signed by {plain(who)}, {plain(key)}")
    )
