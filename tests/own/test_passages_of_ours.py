"""An organisation's passages laid over a page of ours: what takes whose place, what stays, and what is refused with its place."""

from __future__ import annotations

from pathlib import Path

import pytest

from voorlichter.own.passages import Composed, OwnPassage, lay_passages, passages_in
from voorlichter.problems import Mark
from voorlichter.template.page import Page, read_page

OWN = Path("texts/nl/gedrag.md")
HEAD = "---\ntitle: Wat er gebeurt\ndescription: Wat kan en niet kan.\n{more}---\n"
BODY = """# Gedrag

Vooraf.

## Pesten {#pesten}

Steeds opnieuw.

## Macht {#macht}

Wie hoger staat.
"""
AROUND = """# Gedrag

[% if org.care %]
## Zorg {#zorg}

In de zorg.
[% else %]
## Elders {#elders}

Niet in de zorg.
[% endif %]

## Macht {#macht}

Wie hoger staat.
"""


def a_page(body: str = BODY, more: str = "") -> Page:
    page, problems = read_page(Path("gedrag.md"), "nl", raw=(HEAD.format(more=more) + body).encode())
    assert page and problems == []
    return page


def laid(own: str, body: str = BODY, more: str = "") -> Composed:
    return lay_passages(a_page(body, more), OWN, own)


def said(own: str, body: str = BODY) -> str:
    composed = laid(own, body)
    assert composed.problems == []
    return composed.page.body.lstrip("\n")


@pytest.mark.parametrize(
    ("text", "passages"),
    [
        ("", []),
        ("\n\n \n", []),
        ("Vooraf.\n", [OwnPassage("", "replaced", "Vooraf.\n", 1)]),
        ("\n\nVooraf.\n", [OwnPassage("", "replaced", "Vooraf.\n", 3)]),
        ("# Titel\n\nVooraf.\n", [OwnPassage("", "replaced", "# Titel\n\nVooraf.\n", 1)]),
        ("# Titel +\n\nErbij.\n", [OwnPassage("", "after", "\nErbij.\n", 1)]),
        ("# + Titel\nErvoor.\n", [OwnPassage("", "before", "Ervoor.\n", 1)]),
        ("## Pesten {#pesten}\n\nNee.\n", [OwnPassage("pesten", "replaced", "## Pesten {#pesten}\n\nNee.\n", 1)]),
        ("## Pesten {#pesten} +\n\nNee.\n", [OwnPassage("pesten", "after", "\nNee.\n", 1)]),
        ("## Pesten {#pesten}\t+ \nNee.\n", [OwnPassage("pesten", "after", "Nee.\n", 1)]),
        ("###### + Pesten {#pesten}\nNee.", [OwnPassage("pesten", "before", "Nee.", 1)]),
        ("## +\tPesten {#pesten .x}\nNee.", [OwnPassage("pesten", "before", "Nee.", 1)]),
        ("## Pesten {#pesten}+\nNee.", [OwnPassage("", "replaced", "## Pesten {#pesten}+\nNee.", 1)]),
        ("####### Pesten {#pesten}\nNee.", [OwnPassage("", "replaced", "####### Pesten {#pesten}\nNee.", 1)]),
        ("## 1 + 1\nNee.", [OwnPassage("", "replaced", "## 1 + 1\nNee.", 1)]),
        (
            "Vooraf.\n\n## Pesten {#pesten}\n\n### Nog iets\n\nNee.\n\n## + Macht {#macht}\nEn.\n",
            [
                OwnPassage("", "replaced", "Vooraf.\n\n", 1),
                OwnPassage("pesten", "replaced", "## Pesten {#pesten}\n\n### Nog iets\n\nNee.\n\n", 3),
                OwnPassage("macht", "before", "En.\n", 9),
            ],
        ),
    ],
)
def test_an_own_text_holds_passages_by_their_headings(text: str, passages: list[OwnPassage]) -> None:
    assert passages_in(text) == passages


def test_the_text_of_an_addition_begins_below_its_heading() -> None:
    lines = {one.kind: one.first_line for one in passages_in("## a {#a}\n## b {#b} +\n## + c {#c}\n")}
    assert lines == {"replaced": 1, "after": 3, "before": 4}


@pytest.mark.parametrize(
    ("own", "body"),
    [
        ("", BODY),
        ("## Pesten {#pesten}\n\nNee.\n", BODY.replace("Steeds opnieuw.", "Nee.")),
        ("## Macht {#macht}\n\nNee.", BODY.replace("Wie hoger staat.\n", "Nee.\n\n")),
        ("Onze inleiding.\n\n\n", BODY.replace("# Gedrag\n\nVooraf.", "Onze inleiding.")),
        ("# Ons gedrag\n\nOnze inleiding.", BODY.replace("# Gedrag\n\nVooraf.", "# Ons gedrag\n\nOnze inleiding.")),
        ("## Pesten {#pesten} +\n\nEn dit.\n", BODY.replace("opnieuw.\n", "opnieuw.\n\n\nEn dit.\n")),
        ("## Pesten {#pesten} +\nEn dit.", BODY.replace("opnieuw.\n", "opnieuw.\n\nEn dit.\n")),
        ("## + Pesten {#pesten}\nEerst dit.", BODY.replace("Steeds", "Eerst dit.\n\n\nSteeds")),
        ("# Gedrag +\nEn dit.", BODY.replace("Vooraf.\n", "Vooraf.\n\nEn dit.\n")),
        ("# + Gedrag\nEerst dit.", BODY.replace("Vooraf", "Eerst dit.\n\n\nVooraf")),
        (
            "## + Pesten {#pesten}\nEerst dit.\n## Pesten {#pesten} +\nEn dit.",
            BODY.replace("Steeds opnieuw.\n", "Eerst dit.\n\n\nSteeds opnieuw.\n\nEn dit.\n"),
        ),
    ],
)
def test_theirs_stands_where_ours_stood_or_beside_it(own: str, body: str) -> None:
    assert said(own) == body


@pytest.mark.parametrize(
    ("own", "before", "after"),
    [
        ("## Zorg {#zorg}\nNee.", "## Zorg {#zorg}\n\nIn de zorg.\n[% else %]", "## Zorg {#zorg}\nNee.\n\n[% else %]"),
        ("## Elders {#elders} +\nEn.", "Niet in de zorg.\n[% endif %]", "Niet in de zorg.\n\nEn.\n\n[% endif %]"),
        ("# Gedrag +\nEn.", "# Gedrag\n\n[% if", "# Gedrag\n\nEn.\n\n[% if"),
        ("Onze inleiding.", "# Gedrag\n\n[% if", "Onze inleiding.\n\n[% if"),
    ],
)
def test_a_condition_around_sections_stays_where_it_is(own: str, before: str, after: str) -> None:
    assert said(own, AROUND) == AROUND.replace(before, after)


@pytest.mark.parametrize(
    "inside",
    [
        "[% if org.care %]Zorg.[% else %]Elders.[% endif %]",
        "[% for a in advisors %]a[% endfor %]",
        "[% if org.care %][% if team.both %]a[% endif %]b[% endif %]",
    ],
)
def test_a_condition_within_a_section_goes_with_it(inside: str) -> None:
    body = BODY.replace("Steeds opnieuw.", f"{inside}\n\nSteeds opnieuw.")
    assert said("## Pesten {#pesten}\n\nNee.", body) == BODY.replace("Steeds opnieuw.", "Nee.")


def test_a_loop_around_sections_stays_where_it_is() -> None:
    body = AROUND.replace("[% if org.care %]", "[% for a in advisors %]").replace("[% endif %]", "[% endfor %]")
    body = body.replace("[% else %]\n", "")
    assert said("## Elders {#elders}\n\nNee.", body) == body.replace("Niet in de zorg.\n", "Nee.\n\n")


def test_a_page_without_a_title_may_get_something_before_it() -> None:
    body = BODY.removeprefix("# Gedrag\n\n")
    assert said("# + Gedrag\nEerst dit.", body).split() == f"Eerst dit. {body}".split()


def test_every_line_of_the_whole_comes_from_a_file() -> None:
    own = "\n## + Pesten {#pesten}\nEerst dit.\n\n## Macht {#macht}\n\nNee.\n\nNooit.\n"
    composed = laid(own)
    lines = composed.page.body.split("\n")
    ours, theirs = (HEAD.format(more="") + BODY).split("\n"), own.split("\n")
    for number, line in enumerate(lines, 1):
        path, at = composed.origin(number)
        assert path in (OWN, Path("gedrag.md"))
        if line:
            assert (theirs if path == OWN else ours)[at - 1] == line
    below, last = lines.index("Eerst dit.") + 2, len(lines)
    assert [composed.origin(number) for number in (below, last, last + 5)] == [(OWN, 4), (OWN, 11), (OWN, 11)]
    assert [(piece.own, piece.line) for piece in composed.own] == [
        (("pesten", "before"), 3),
        (("macht", "replaced"), 5),
    ]
    assert composed.page.text.startswith(HEAD.format(more=""))
    assert {"pesten", "macht"} <= composed.page.anchors


KNOWN = "kies uit: {#pesten}, {#macht}, of maak een eigen pagina in docs/"
NOBODY = "gedrag.md heeft geen kopje met deze naam"
ALREADY = ("over deze passage staat hier al iets", "zet het onder één kopje bij elkaar")
PROTECTED = "deze passage gaat over geheimhouding, hulp of sporen; daar mag iets bij, maar ze blijft staan"
PLUS = "zet een + achter het kopje, en daaronder alleen wat erbij komt: "
HALF = ("dit begint in een andere passage dan waar het ophoudt", "zet begin en einde onder hetzelfde kopje")
REFUSED: dict[str, tuple[str, str, list[tuple[int, str, str, str]]]] = {
    "a heading that ours does not have": ("Vooraf.\n\n## Roddel {#roddel}\nNee.", "", [(3, "#roddel", NOBODY, KNOWN)]),
    "an addition to a section without a name": ("## Pesten +\nNee.", "", [(1, "## Pesten +", NOBODY, KNOWN)]),
    "the same passage twice": (
        "## Pesten {#pesten}\nNee.\n\n## Pesten {#pesten}\nJa.", "", [(4, "#pesten", *ALREADY)],
    ),
    "an addition twice": ("## a {#pesten} +\nNee.\n## b {#pesten} +\nJa.", "", [(3, "#pesten", *ALREADY)]),
    "an addition to what takes its place": ("## a {#pesten}\nNee.\n## b {#pesten} +\nJa.", "", [(3, "#pesten", *ALREADY)]),
    "a passage in the place of one with an addition": ("## + b {#pesten}\nJa.\n## a {#pesten}\nNee.", "", [(3, "#pesten", *ALREADY)]),
    "a passage before and one after": ("## + b {#pesten}\nJa.\n## a {#pesten} +\nNee.", "", []),
    "one that stays": (
        "## Pesten {#pesten}\nNee.", "protected: [pesten]\n", [(1, "#pesten", PROTECTED, f"{PLUS}## Pesten {{#pesten}} +")],
    ),
    "a beginning that stays": ("\nNee.", "protected: [begin]\n", [(2, "Nee.", PROTECTED, f"{PLUS}# Gedrag +")]),
    "a page that stays": ("## Macht {#macht}\nNee.", "protected: all\n", [(1, "#macht", PROTECTED, f"{PLUS}## Macht {{#macht}} +")]),
    "an addition to what stays": ("## Pesten {#pesten} +\nNee.", "protected: all\n", []),
    "a condition that is not closed": (
        "## Pesten {#pesten}\n\nA [% if org.care %] b.\n\n## Macht {#macht}\nNee [% endif %].", "",
        [(3, "[% if … %] … [% endif %]", *HALF), (6, "[% if … %] … [% endif %]", *HALF)],
    ),
    "an else of nobody": ("## Pesten {#pesten} +\n\nA\n[% else %] b.", "", [(4, "[% if … %] … [% endif %]", *HALF)]),
    "what closes before it opens": (
        "## Pesten {#pesten}\n[% endif %]\n[% if org.care %]\n[% endfor %]", "", [(2, "[% if … %] … [% endif %]", *HALF)],
    ),
    "a whole condition": ("## Pesten {#pesten}\n[% if org.care %]a[% else %]b[% endif %]", "", []),
    "a remark that is not closed": ("## Pesten {#pesten}\n\n\nA [# b.", "", [(4, "[# … #]", *HALF)]),
    "a whole remark": ("## Pesten {#pesten}\nA [# b #].", "", []),
    "code that is not closed": ("## Pesten {#pesten} +\nA\n```\nb\n```\n  ~~~\nc", "", [(6, "``` … ```", *HALF)]),
    "code that is closed": ("## Pesten {#pesten}\n```\nb\n```", "", []),
}  # fmt: skip


@pytest.mark.parametrize("case", REFUSED)
def test_what_does_not_fit_is_told_where_it_stands(case: str) -> None:
    own, more, problems = REFUSED[case]
    found = laid(own, more=more).problems
    assert [(one.mark, one.where, one.message.nl, one.fix.nl) for one in found] == [
        (Mark(OWN, line), where, message, fix) for line, where, message, fix in problems
    ]
    assert all(one.severity == "error" and one.message.en and one.fix.en for one in found)


def test_what_is_refused_is_not_laid_over_what_stays() -> None:
    for own in ("## Pesten {#pesten}\n\nNee.", "## Roddel {#roddel}\n\nNee."):
        assert laid(own, more="protected: [pesten]\n").page.body.lstrip("\n") == BODY
    added = laid("## Pesten {#pesten} +\n\nEn.", more="protected: all\n")
    assert added.page.body.lstrip("\n") == BODY.replace("opnieuw.\n", "opnieuw.\n\n\nEn.\n")


def test_a_page_without_a_title_is_called_by_its_front_matter() -> None:
    (problem,) = laid("Nee.", BODY.removeprefix("# Gedrag\n\n"), "protected: [begin]\n").problems
    assert problem.fix.en == "put a + behind the heading, and below it only what is added: # Wat er gebeurt +"
